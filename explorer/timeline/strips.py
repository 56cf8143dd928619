"""The strip under the rows of a lane: what found no room, counted cell by cell as "+n" where it lies."""

import numpy as np

from explorer.timeline.drawn import Clusters
from explorer.timeline.lanes import Floats, Ints
from explorer.timeline.marks import Prepared
from explorer.timeline.scale import Scale

_LEAST_CELL_PX = 40.0
_LEAST_HALF_PX = 17.0


def edges(scale: Scale, cell_px: float) -> Floats:
    """Cut the window into cells anchored in time; those cut short by its ends join their neighbours."""
    cell_s = cell_px * 2.0 ** np.floor(np.log2(scale.s_per_px) + 0.5)
    first = np.floor(scale.lo_s / cell_s) + 1
    inner = np.arange(first, np.ceil(scale.hi_s / cell_s)) * cell_s
    margin_s = _LEAST_CELL_PX * scale.s_per_px
    inner = inner[(inner > scale.lo_s + margin_s) & (inner < scale.hi_s - margin_s)]
    return np.concatenate([[scale.lo_s], inner, [scale.hi_s]])


def counted(cells: Floats, lanes: int, begins_s: Floats, lane: Ints) -> Ints:
    """Count items by lane and cell: a row for each lane, a column for each cell."""
    width = len(cells) - 1
    cell = np.searchsorted(cells, np.maximum(begins_s, cells[0]), "right") - 1
    return np.bincount(lane * width + cell, minlength=lanes * width).reshape(lanes, width)


def clusters(
    prepared: Prepared, scale: Scale, lanes: Ints, tops: Floats, counts: Ints, hidden: Ints, cells: Floats
) -> Clusters:
    """Make the "+n" of lanes, each with the top of its strip and a row of counts, one for each cell.

    `hidden` are the items known to be hidden.
    """
    which, at = np.nonzero(counts)
    x = scale.x(cells)
    x0, x1 = x[at] + 2, x[at + 1] - 2
    if prepared.packing.is_small:
        x0, x1 = _extents(prepared, scale, hidden, cells, lanes[which] * len(cells) + at, x0, x1)
    y0 = tops[which]
    y1 = y0 + prepared.metrics.row
    return Clusters(lanes[which], x0, x1, y0, y1, counts[which, at], cells[at], cells[at + 1])


def _extents(
    prepared: Prepared, scale: Scale, hidden: Ints, cells: Floats, keys: Ints, low: Floats, high: Floats
) -> tuple[Floats, Floats]:
    """Give from where to where the hidden items of each cell begin; `keys` are the lanes and cells asked for.

    In a large deck the hidden are not known one by one: there the whole cell stands for them.
    """
    begins_s = np.maximum(prepared.deck.lo[hidden], cells[0])
    own = prepared.deck.lane[hidden] * len(cells) + np.searchsorted(cells, begins_s, "right") - 1
    begins = scale.x(begins_s)
    order = np.lexsort((begins, own))
    begins, own = begins[order], own[order]
    first, last = np.searchsorted(own, keys, "left"), np.searchsorted(own, keys, "right") - 1
    is_known = first <= last
    if not is_known.any():
        return low, high
    least, most = begins[np.minimum(first, len(begins) - 1)], begins[np.maximum(last, 0)]
    half = np.maximum((most - least) / 2 + 5, _LEAST_HALF_PX)
    middle = np.minimum(np.maximum((least + most) / 2, low + half), np.maximum(high - half, low + half))
    x0 = np.where(is_known, np.maximum(middle - half, low), low)
    return x0, np.where(is_known, np.minimum(middle + half, high), high)
