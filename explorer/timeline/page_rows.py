"""Rows for a page: one window that never moves, so every item is placed by what it truly takes, words included.

The screen keeps rows through panning and so leaves room for what may come; a page has no next window. Words go
right of their mark, left of it at the right edge, or on a bar that fills the view, as `labels` will place them.
"""

from dataclasses import dataclass, replace

import numpy as np

from explorer.timeline import marks
from explorer.timeline.found import Found
from explorer.timeline.labels import INSIDE_PX
from explorer.timeline.lanes import Floats, Ints
from explorer.timeline.marks import Prepared
from explorer.timeline.rows import CELL_PX, Rows8, first_fit, ranks
from explorer.timeline.scale import Scale

MOST_ROWS = 4_000


@dataclass(frozen=True, slots=True)
class PageRows:
    """The rows of all items in the one window of a page; `cut` counts those whose words have no whole room."""

    items: Ints
    rows: Rows8
    cut: int
    is_small: bool = True

    def at(self, s_per_px: float, lo_s: float, hi_s: float) -> tuple[Ints, Rows8]:
        """Give all items with their rows."""
        return self.items, self.rows


def for_page(prepared: Prepared, scale: Scale, *, by_weight: bool) -> Prepared:
    """Place all items for one window; `by_weight` where not all rows are shown: the important come first."""
    deck = prepared.deck
    items = np.flatnonzero((deck.hi > scale.lo_s) & (deck.lo < scale.hi_s))
    start, end, cut = _extents(prepared, scale, prepared.gather(items, np.zeros(len(items), np.int16)))
    if by_weight:
        cell = np.floor(deck.lo[items] / (CELL_PX * scale.s_per_px)).astype(np.int64)
        rank = ranks(deck.lane[items], cell, deck.weight[items])
    else:
        rank = np.zeros(len(items), np.int64)
    rows = first_fit(deck.lane[items], start, end, rank, most=MOST_ROWS)
    return replace(prepared, packing=PageRows(items, rows, cut))


def _extents(prepared: Prepared, scale: Scale, found: Found) -> tuple[Floats, Floats, int]:
    """Give from where to where marks reach with their words, in pixels, and how many words must be cut."""
    sizes = prepared.metrics
    gap = sizes.gap
    left, right = scale.left + 4, scale.right - 0.6 * sizes.margin
    x0, x1, flags = marks.extents(prepared, scale, found, frozenset())
    begin, end = marks.reach(prepared, scale, found, x0, x1)
    wide = np.array([words.width for words in prepared.words_of(found.row, flags)], np.float64)
    fits_right = (end + gap + wide <= right) & (end >= left)
    fits_left = ~fits_right & (begin - gap - wide >= left)
    inside = np.maximum(begin, left) + INSIDE_PX
    fits_inside = ~fits_right & ~fits_left & (inside + wide + INSIDE_PX <= np.minimum(end, right))
    is_cut = ~(fits_right | fits_left | fits_inside)
    goes_right = right - end >= begin - left
    begin = np.where(fits_left, begin - gap - wide, np.where(is_cut & ~goes_right, left, begin))
    end = np.where(fits_right, end + gap + wide, np.where(is_cut & goes_right, right, end))
    # A pixel more than the gap that words keep from the next mark: sums of floats differ in their last digit.
    return begin, end + 2 * gap + 1, int(is_cut.sum())
