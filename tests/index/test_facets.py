import time
from collections import Counter
from dataclasses import fields, replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.index import EventTable, build, counts
from explorer.index.build import VALUES
from explorer.model.event import Event
from explorer.model.query import Facet, Query
from tests.builders import event
from tests.index.strategies import NAMES, in_rows, made_events, passes, queries


@settings(max_examples=150, deadline=None)
@given(made_events(), queries, st.integers(0, 255))
def test_the_counts_are_those_without_the_ticks_of_the_facet_itself(
    made: list[Event], query: Query, bits: int
) -> None:
    table = build(made)
    words = np.array([bool(bits >> n & 1) for n in range(len(table))], np.bool_)
    found = counts(table, query, words)
    for facet, values in VALUES.items():
        plain: Counter[str] = Counter()
        for one, held in zip(in_rows(table, made), words, strict=True):
            if passes(one, query, has_words=bool(held), besides=facet):
                plain.update(set(values(one)))
        column = table.facets[facet]
        assert dict(zip(column.values, found[facet].tolist(), strict=True)) == {
            value: plain[value] for value in column.values
        }


def test_counting_a_hundred_thousand_events_takes_no_time() -> None:
    one = build([event(f"Ship {n}.", f"20{n:02}", at=n * 20, companies=(NAMES[n % 3],)) for n in range(50)])
    table = _repeated(one, 2_000)
    query = Query().toggled(Facet.COMPANY, "Alfa").toggled(Facet.KIND, "other")
    counts(table, query)
    start = time.process_time()
    counts(table, query)
    assert len(table) == 100_000
    assert time.process_time() - start < 0.2  # about 10 ms on a quiet machine


def _repeated(table: EventTable, times: int) -> EventTable:
    columns = {
        field.name: np.tile(getattr(table, field.name), times)
        for field in fields(table)
        if isinstance(getattr(table, field.name), np.ndarray)
    }
    facets = {}
    for facet, column in table.facets.items():
        lengths = np.tile(np.diff(column.offsets), times)
        offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        facets[facet] = replace(column, offsets=offsets, codes=np.tile(column.codes, times))
    return replace(table, ids=table.ids * times, titles=table.titles * times, facets=facets, **columns)
