"""Rows for a page: one window that never moves, so every item is placed by what it truly takes, words included.

The screen keeps rows through panning and so leaves room for what may come; a page has no next window. Words go
right of their mark, left of it at the right edge, or on a bar that fills the view, as `labels` will place them.
Those that have no room on one line take two, and so two rows.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from explorer.timeline import marks
from explorer.timeline.breaking import in_two
from explorer.timeline.found import Found
from explorer.timeline.labels import INSIDE_PX
from explorer.timeline.lanes import Bools, Floats, Ints
from explorer.timeline.marks import Prepared
from explorer.timeline.rows import CELL_PX, HIDDEN, Busy, Rows8, first_fit, ranks
from explorer.timeline.scale import Scale

MOST_ROWS = 4_000
_WIDE = 0.45  # of a row
_SLACK_PX = 1.0  # sums of floats differ in their last digit


@dataclass(frozen=True, slots=True)
class PageRows:
    """The rows of all items in the one window of a page, of two rows the lower.

    `cut` are the table rows of events whose words are not whole.
    """

    items: Ints
    rows: Rows8
    cut: frozenset[int]
    is_small: bool = True

    def at(self, s_per_px: float, lo_s: float, hi_s: float) -> tuple[Ints, Rows8]:
        """Give all items with their rows."""
        return self.items, self.rows


@dataclass(frozen=True, slots=True)
class _Extents:
    """From where to where items reach with their words, in pixels; which take two lines, which are cut."""

    start: Floats
    end: Floats
    broken: Mapping[int, tuple[str, str]]
    cut: frozenset[int]


def for_page(prepared: Prepared, scale: Scale, *, by_weight: bool, may_break: bool = True) -> Prepared:
    """Place all items for one window; `by_weight` where not all rows are shown: the important come first.

    Where words may not break, room is scarce: those that are too long for one line are cut, the first row of a
    lane goes to the most important strictly, and what would take much of it comes last.
    """
    deck = prepared.deck
    items = np.flatnonzero((deck.hi > scale.lo_s) & (deck.lo < scale.hi_s))
    found = prepared.gather(items, np.zeros(len(items), np.int16))
    taken = _extents(prepared, scale, found, may_break=may_break)
    if by_weight:
        cell = np.floor(deck.lo[items] / (CELL_PX * scale.s_per_px)).astype(np.int64)
        rank = ranks(deck.lane[items], cell, deck.weight[items])
    else:
        rank = np.zeros(len(items), np.int64)
    is_tall = np.isin(deck.row[items], list(taken.broken))
    if may_break:
        rows = (_by_weight if by_weight else _in_order)(deck.lane[items], taken, rank, is_tall)
    else:
        is_wide = taken.end - taken.start > _WIDE * (scale.right - scale.left)
        rows = _first_row_first(
            deck.lane[items], taken, rank, np.argsort(is_wide - deck.weight[items], kind="stable")
        )
    return replace(prepared, packing=PageRows(items, rows, taken.cut), broken=taken.broken)


def with_gaps_filled(prepared: Prepared, scale: Scale, lanes: Ints) -> Prepared:
    """Put marks without words into the gaps of the one row of these lanes, the important first."""
    deck, packing, gap = prepared.deck, prepared.packing, prepared.metrics.gap
    assert isinstance(packing, PageRows)
    items, rows = packing.items, packing.rows.copy()
    found = prepared.gather(items, rows)
    taken = _extents(prepared, scale, found, may_break=False)
    x0, x1, _ = marks.extents(prepared, scale, found, frozenset())
    begin, end = marks.reach(prepared, scale, found, x0, x1)
    lane = deck.lane[items]
    is_in = np.isin(lane, lanes)
    first, rest = np.flatnonzero(is_in & (rows == 0)), np.flatnonzero(is_in & (rows > 0))
    busy = Busy(lane[first], rows[first], taken.start[first] - gap, taken.end[first])
    rank = ranks(lane[rest], np.zeros(len(rest), np.int64), deck.weight[items[rest]])
    order = np.argsort(rank, kind="stable")
    rest = rest[order]
    fits = (
        first_fit(lane[rest], begin[rest], end[rest] + gap, np.zeros(len(rest), np.int64), busy=busy, most=1)
        == 0
    )
    rows[rest[fits]] = 0
    return replace(prepared, packing=replace(packing, rows=rows), silent=items[rest[fits]], _found={})


def _in_order(lane: Ints, taken: _Extents, _rank: Ints, is_tall: Bools) -> Rows8:
    """Give each item the lowest row that is free, or two of them, the earlier first: so a page is read."""
    rows = np.full(len(lane), HIDDEN, np.int16)
    ends: dict[int, Floats] = {}
    order = np.argsort(taken.start, kind="stable")
    starts, finishes = taken.start[order].tolist(), taken.end[order].tolist()
    for at, item in enumerate(order.tolist()):
        own = int(lane[item])
        free = ends.get(own, np.zeros(0)) <= starts[at]
        if is_tall[item]:
            free = np.append(free, [True, True])
            row = int(np.argmax(free[:-1] & free[1:])) + 1
        else:
            row = int(np.argmax(np.append(free, True)))
        if row >= MOST_ROWS:
            continue
        known = ends.get(own, np.zeros(0))
        if row >= len(known):
            known = ends[own] = np.append(known, np.full(row + 1 - len(known), -np.inf))
        known[row - bool(is_tall[item]) : row + 1] = finishes[at]
        rows[item] = row
    return rows


def _by_weight(lane: Ints, taken: _Extents, rank: Ints, is_tall: Bools) -> Rows8:
    """Give the important the upper rows: first those of two rows, in pairs of rows, the others around them."""
    rows = np.zeros(len(lane), np.int16)
    start, end = taken.start, taken.end
    pairs = first_fit(lane[is_tall], start[is_tall], end[is_tall], rank[is_tall] // 2, most=MOST_ROWS // 2)
    rows[is_tall] = 2 * pairs + 1
    both = np.concatenate([2 * pairs, 2 * pairs + 1]).astype(np.int16)
    twice: Ints = np.concatenate([lane[is_tall], lane[is_tall]])
    busy = Busy(twice, both, np.tile(start[is_tall], 2), np.tile(end[is_tall], 2))
    flat = ~is_tall
    rows[flat] = first_fit(lane[flat], start[flat], end[flat], rank[flat], busy=busy, most=MOST_ROWS)
    return rows


def _first_row_first(lane: Ints, taken: _Extents, rank: Ints, order: Ints) -> Rows8:
    """Give the first row of each lane to what has room there in an order, and the others what is left."""
    is_first = np.zeros(len(lane), np.bool_)
    held: dict[int, list[tuple[float, float]]] = {}
    starts, ends, lanes = taken.start.tolist(), taken.end.tolist(), lane.tolist()
    for at in order.tolist():
        spans = held.setdefault(lanes[at], [])
        place = bisect_left(spans, (starts[at], ends[at]))
        is_free = place == 0 or spans[place - 1][1] <= starts[at]
        if is_free and (place == len(spans) or ends[at] <= spans[place][0]):
            spans.insert(place, (starts[at], ends[at]))
            is_first[at] = True
    rows = np.zeros(len(lane), np.int16)
    rest = ~is_first
    busy = Busy(lane[is_first], rows[is_first], taken.start[is_first], taken.end[is_first])
    rows[rest] = first_fit(
        lane[rest], taken.start[rest], taken.end[rest], rank[rest], busy=busy, most=MOST_ROWS
    )
    return rows


def _extents(prepared: Prepared, scale: Scale, found: Found, *, may_break: bool) -> _Extents:
    sizes, titles = prepared.metrics, prepared.deck.table.titles
    gap = sizes.gap
    left, right = scale.left + 4, scale.right - sizes.edge
    x0, x1, flags = marks.extents(prepared, scale, found, frozenset())
    begin, end = marks.reach(prepared, scale, found, x0, x1)
    pairs = list(zip(found.row.tolist(), flags.tolist(), strict=True))
    wide = np.array([marks.whole_width(prepared, row, flag) for row, flag in pairs], np.float64)
    fits_right = (end + gap + wide <= right) & (end >= left)
    fits_left = ~fits_right & (begin - gap - wide >= left)
    inside = np.maximum(begin, left) + INSIDE_PX
    fits_inside = ~fits_right & ~fits_left & (inside + wide + INSIDE_PX <= np.minimum(end, right))
    is_long = ~(fits_right | fits_left | fits_inside)
    room_right, room_left = right - end - gap - _SLACK_PX, begin - left - gap - _SLACK_PX
    goes_right = room_right >= room_left
    broken, cut = {}, set()
    for at in np.flatnonzero(is_long).tolist():
        row, flag = pairs[at]
        room = float(room_right[at] if goes_right[at] else room_left[at])
        head, tail = marks.beside(prepared, row, flag)
        first, second, is_whole = titles[row], "", False
        if may_break:
            first, second, is_whole = in_two(first, room - head, room - tail, prepared.text_width)
        if second:
            broken[row] = first, second
            wide[at] = marks.broken_width(prepared, row, flag, first, second)
        else:
            wide[at] = room
        if not is_whole:
            cut.add(row)
    # Broken words may fit right of their mark after all, and then they stand there.
    goes_right |= is_long & (end + gap + wide <= right)
    goes_left = fits_left | (is_long & ~goes_right)
    goes_right = fits_right | (is_long & goes_right)
    begin = np.where(goes_left, np.maximum(begin - gap - wide, left), begin)
    end = np.where(goes_right, np.minimum(end + gap + wide, right), end)
    # A pixel more than the gap that words keep from the next mark: sums of floats differ in their last digit.
    return _Extents(begin, end + 2 * gap + _SLACK_PX, broken, frozenset(cut))
