"""Counts of facet values: how many events each value would show beside the other facets' ticks."""

from collections.abc import Mapping

import numpy as np

from explorer.index.filter import facet_is_idle, passing, passing_all
from explorer.index.table import EventTable, FacetColumn, Ints, Mask
from explorer.model.query import Facet, Query


def counts(table: EventTable, query: Query, text_rows: Mask | None = None) -> Mapping[Facet, Ints]:
    """Count the events of each value of each facet, under the query without that facet's own ticks.

    The counts of a facet are in the order of its column's values.
    """
    base = passing_all(table, query, text_rows)
    refused = {facet: ~passing(table, query, facet) for facet in Facet if not facet_is_idle(query, facet)}
    refusals = np.zeros(len(table), np.int8)
    for rows in refused.values():
        refusals += rows
    return {
        facet: _count(table.facets[facet], base & (refusals == refused.get(facet, False))) for facet in Facet
    }


def _count(column: FacetColumn, rows: Mask) -> Ints:
    """Count codes of the rows that are let through."""
    lengths = np.diff(column.offsets)
    kept = column.codes[np.repeat(rows, lengths)]
    return np.bincount(kept, minlength=len(column.values)).astype(np.int64)
