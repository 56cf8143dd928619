"""Counts of the facets and the mask of a filter over many events, with three facets ticked."""

import time

import numpy as np

from explorer.index import counts, mask
from explorer.index.table import EventTable, FacetColumn
from explorer.model.query import Facet, Query
from tests.bench import data

_ROUNDS = 15
_SIZES = {  # how many values a facet has in a large library, and how many an event has at most
    Facet.COMPANY: (4_000, 3), Facet.FAMILY: (300, 2), Facet.COUNTRY: (120, 2), Facet.REGION: (30, 6),
    Facet.SOURCE: (5_000, 3), Facet.STATUS: (4, 1), Facet.CERTAINTY: (4, 1), Facet.REVIEW: (3, 1),
    Facet.TAG: (20, 1), Facet.IS: (10, 2),
}  # fmt: skip


def measure(count: int) -> float:
    """Give the CPU milliseconds of one change of the filter: the mask, and the counts of all facets."""
    table = full(count)
    query = Query()
    for facet in (Facet.KIND, Facet.COMPANY, Facet.COUNTRY):
        for value in table.facets[facet].values[:2]:
            query = query.toggled(facet, value)
    words = np.random.default_rng(3).random(count) < 0.5
    taken = []
    for _ in range(_ROUNDS):
        began = time.process_time()
        mask(table, query, words)
        counts(table, query, words)
        taken.append(time.process_time() - began)
    return round(float(np.median(taken)) * 1e3, 2)


def full(count: int) -> EventTable:
    """Make the table with values in every facet, a few of which most events have."""
    random = np.random.default_rng(5)
    table = data.table(count)
    for facet, (values, most) in _SIZES.items():
        lengths = random.integers(0, most + 1, count) if most > 1 else np.ones(count, np.int64)
        offsets = np.concatenate(([0], np.cumsum(lengths)))
        codes = (values * random.random(int(offsets[-1])) ** 3).astype(np.int32)
        names = tuple(f"{facet}{at}" for at in range(values))
        table.facets[facet] = FacetColumn(names, offsets, codes)  # type: ignore[index]  # a dict, made above
    return table
