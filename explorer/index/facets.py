"""Counts of facet values: how many events each value would show beside the other facets' ticks."""

from collections.abc import Mapping

import numpy as np

from explorer.index.filter import facet_is_idle, passing, passing_all
from explorer.index.table import EventTable, FacetColumn, Ints, Mask
from explorer.model.query import Facet, Query

_FEW = 6  # one row in so many


def counts(table: EventTable, query: Query, text_rows: Mask | None = None) -> Mapping[Facet, Ints]:
    """Count the events of each value of each facet, under the query without that facet's own ticks.

    The counts of a facet are in the order of its column's values.
    """
    base = passing_all(table, query, text_rows)
    refused = {facet: ~passing(table, query, facet) for facet in Facet if not facet_is_idle(query, facet)}
    refusals = np.zeros(len(table), np.int8)
    for rows in refused.values():
        refusals += rows
    passing_every = base & (refusals == 0)
    return {
        facet: _count(
            table.facets[facet],
            base & (refusals == refused[facet]) if facet in refused else passing_every,
        )
        for facet in Facet
    }


def _count(column: FacetColumn, rows: Mask) -> Ints:
    """Count codes of the rows that are let through, or of the others where those are fewer."""
    passing_rows = np.flatnonzero(rows)
    if len(passing_rows) * _FEW < len(rows):
        return _count_few(column, passing_rows)
    let = rows if column.is_single else rows[column.rows]
    kept = int(np.count_nonzero(let))
    if kept <= len(let) // 2:
        return np.bincount(column.codes[let], minlength=len(column.values)).astype(np.int64)
    if kept == len(let):
        return column.totals
    return column.totals - np.bincount(column.codes[~let], minlength=len(column.values))


def _count_few(column: FacetColumn, rows: Ints) -> Ints:
    """Count codes of a few rows, without a look at all others."""
    starts = column.offsets[rows]
    lengths = column.offsets[rows + 1] - starts
    behind = np.cumsum(lengths)
    at = np.arange(int(lengths.sum())) + np.repeat(starts - behind + lengths, lengths)
    return np.bincount(column.codes[at], minlength=len(column.values)).astype(np.int64)
