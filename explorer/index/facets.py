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
    """Count codes of the rows that are let through, or of the others where those are fewer."""
    let = rows[column.rows]
    kept = int(np.count_nonzero(let))
    if kept <= len(let) // 2:
        return np.bincount(column.codes[let], minlength=len(column.values)).astype(np.int64)
    if kept == len(let):
        return column.totals
    return column.totals - np.bincount(column.codes[~let], minlength=len(column.values))
