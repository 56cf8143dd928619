"""The strip under the rows of a lane: marks alone where they can be told apart, "+n" where there are too many.

Time is cut into cells anchored in time, not in the window, and all of a cell is either marks or one count; so
while panning nothing in a strip changes but at its ends. What began before the window is counted at the left
edge, with what begins in the rest of a cell too short for a count; such a rest may stand at the right edge too.
"""

import math
from dataclasses import replace
from functools import lru_cache

import numpy as np

from explorer.timeline import marks
from explorer.timeline.drawn import Clusters
from explorer.timeline.found import Found
from explorer.timeline.lanes import Bools, Floats, Ints
from explorer.timeline.marks import Prepared
from explorer.timeline.scale import Scale
from explorer.timeline.ticks import TextWidth

CROWD = 200  # events that begin in one cell, of all lanes: where there are more, the screen looks at none
REACH = 3  # cells that a bar in a strip may cross
_APART_PX = 2.0
_LEAST_CELL_PX = 76.0  # of the first cell, which shares its place with what began before
_LEAST_LAST_PX = 40.0
_INSET_PX = 2.0  # of a "+n" from the ends of its cell
_BESIDE_PX = 12.0  # of a "+n" beside its number
_LEAST_HALF_PX = 17.0
FREE = -2  # of counts at the ends
_TENS = 10 ** np.arange(10)


def cell_s(scale: Scale, cell_px: float) -> float:
    """Give how long a cell is, about so many pixels."""
    return cell_px * 2.0 ** math.floor(math.log2(scale.s_per_px) + 0.5)


def edges(scale: Scale, cell_px: float) -> Floats:
    """Cut the window into cells; what began before the second edge is counted at the left."""
    length = cell_s(scale, cell_px)
    first = np.floor(scale.lo_s / length) + 1
    inner = np.arange(first, np.ceil(scale.hi_s / length)) * length
    inner = inner[(inner > scale.lo_s) & (inner < scale.hi_s)]
    is_short = len(inner) > 0 and inner[0] < scale.lo_s + _LEAST_CELL_PX * scale.s_per_px
    return np.concatenate([[scale.lo_s] if is_short else [scale.lo_s] * 2, inner, [scale.hi_s]])


class Loose:
    """The items that may be told apart in strips: those that begin in cells near the window without a crowd.

    `span` is the time whose rows must be known to tell; None where there is none of them.
    """

    def __init__(
        self, prepared: Prepared, scale: Scale, cell_px: float, crowd: int = CROWD, reach: int = REACH
    ) -> None:
        self._prepared, self._scale, self._reach = prepared, scale, reach
        length = cell_s(scale, cell_px)
        first, last = math.floor(scale.lo_s / length) - reach, math.ceil(scale.hi_s / length) + reach
        self._edges = np.arange(first, last + 1, dtype=np.float64) * length
        begun = np.searchsorted(prepared.deck.lo, self._edges, "left")
        self._is_open: Bools = begun[1:] - begun[:-1] <= crowd
        holds = self._is_open & (begun[1:] > begun[:-1])
        spans = zip(begun[:-1][holds].tolist(), begun[1:][holds].tolist(), strict=True)
        self.found = prepared.begun(tuple(spans))
        self.span = (float(self._edges[0]), float(self._edges[-1])) if len(self.found) else None

    def among(self, placed: Ints, has_strip: Bools) -> tuple[Found, Floats, Floats]:
        """Give those not placed that have room in the strip of their lane; from where to where they reach."""
        scale, cells = self._scale, len(self._edges) - 1
        is_placed = self._prepared.columns.are_among(self.found.item, placed)
        found = self.found.of((has_strip[self.found.lane] & ~is_placed).nonzero()[0])
        x0, x1, _ = marks.extents(self._prepared, scale, found, frozenset())
        x0, x1 = marks.reach(self._prepared, scale, found, x0, x1)
        key = found.lane * cells + np.searchsorted(self._edges, found.lo, "right") - 1
        is_lost = self._meets(key, x0, x1, len(has_strip))
        order = np.lexsort((x0, key))
        ordered = key[order]
        meets_next = (ordered[1:] == ordered[:-1]) & (x0[order][1:] - x1[order][:-1] < _APART_PX)
        is_lost[order[1:][meets_next]] = True
        of_cell = np.bincount(key[is_lost], minlength=len(has_strip) * cells)
        chosen = ((of_cell[key] == 0) & found.is_inside(scale.lo_s, scale.hi_s)).nonzero()[0]
        return found.of(chosen), x0[chosen], x1[chosen]

    def _meets(self, key: Ints, x0: Floats, x1: Floats, lanes: int) -> Bools:
        """Tell which reach into a cell where something else begins, or farther than can be told."""
        cells = len(self._edges) - 1
        own = np.bincount(key, minlength=lanes * cells).reshape(lanes, cells)
        own[:, ~self._is_open] += 1
        before = np.zeros((lanes, cells + 1), np.int64)
        np.cumsum(own, axis=1, out=before[:, 1:])
        x, lane = self._scale.x(self._edges), key // cells
        first, last = np.searchsorted(x, x0, "right") - 1, np.searchsorted(x, x1, "left")
        is_within = (first >= 0) & (last <= cells) & (last - first <= self._reach)
        first, last = np.minimum(np.maximum(first, 0), cells), np.minimum(np.maximum(last, 0), cells)
        met = before[lane, last] - before[lane, first] - own[lane, key - lane * cells]
        found: Bools = ~is_within | (met > 0)
        return found


def counted(cells: Floats, lanes: int, begins_s: Floats, lane: Ints) -> Ints:
    """Count items by lane and cell: a row for each lane, a column for each cell."""
    width = len(cells) - 1
    cell = np.where(begins_s < cells[0], 0, np.searchsorted(cells, begins_s, "right") - 1)
    return np.bincount(lane * width + cell, minlength=lanes * width).reshape(lanes, width)


@lru_cache(maxsize=8)
def _widths(measure: TextWidth) -> Floats:
    """Give how wide a count of so many digits is, with what stands beside it; nothing for none."""
    beside = _BESIDE_PX + 2 * _INSET_PX
    return np.array([0.0, *(measure(f"+{ten:,}", False) + beside for ten in _TENS.tolist())])


class Ends:
    """The room of strips between the counts at their ends, lane by lane.

    `many` is what is counted in each lane and cell; where it is nothing, the room reaches to the edge.
    """

    def __init__(self, prepared: Prepared, scale: Scale, many: Ints, cells: Floats) -> None:
        self.is_last_short = cells[-1] - cells[-2] < _LEAST_LAST_PX * scale.s_per_px and len(cells) > 3
        widths = _widths(prepared.text_width)
        self.x0 = scale.left + widths[_TENS.searchsorted(many[:, 0], "right")]
        last = many[:, -1] * self.is_last_short
        self.right = scale.right - prepared.metrics.edge  # the scroll bar stands behind it
        self.x1 = np.where(last > 0, self.right - widths[_TENS.searchsorted(last, "right")], scale.right)

    def covering(self, lane: Ints, x0: Floats, x1: Floats, scale: Scale) -> Ints:
        """Give in which column, the first or the last, the count stands that covers a mark, or `FREE`."""
        is_left = (self.x0[lane] > scale.left) & (x0 < self.x0[lane])
        is_right = (self.x1[lane] < scale.right) & (x1 > self.x1[lane])
        return np.where(is_left, 0, np.where(is_right, -1, FREE))


def clusters(
    prepared: Prepared,
    scale: Scale,
    cells: Floats,
    many: Ints,
    ends: Ends,
    lanes: Ints,
    tops: Floats,
    hidden: Ints,
) -> Clusters:
    """Make the "+n" of lanes out of what is counted in them, each with the top of its strip.

    `hidden` are the items known to be hidden.
    """
    which, at = np.nonzero(many[lanes])
    lane = lanes[which]
    x, is_first = scale.x(cells), at == 0
    is_last = ends.is_last_short & (at == many.shape[1] - 1)
    keys = np.where(is_first | is_last, -1, lane * len(cells) + at)
    x0, x1 = (
        np.maximum(x[at], ends.x0[lane]) + _INSET_PX,
        np.minimum(x[at + 1], np.minimum(ends.x1[lane], ends.right)) - _INSET_PX,
    )
    x0, x1 = _extents(prepared, scale, hidden, cells, keys, x0, x1)
    x0 = np.where(is_first, scale.left + _INSET_PX, np.where(is_last, ends.x1[lane] + _INSET_PX, x0))
    x1 = np.where(is_first, ends.x0[lane] - _INSET_PX, np.where(is_last, ends.right - _INSET_PX, x1))
    y0 = tops[which]
    y1, lo_s = y0 + prepared.metrics.row, cells[at]
    return Clusters(lane, x0, np.maximum(x0, x1), y0, y1, many[lane, at], lo_s, cells[at + 1])


def _extents(
    prepared: Prepared, scale: Scale, hidden: Ints, cells: Floats, keys: Ints, low: Floats, high: Floats
) -> tuple[Floats, Floats]:
    """Give from where to where the hidden items of cells begin; `keys` are the lanes and cells asked for.

    Where the hidden are not known one by one, the whole cell stands for them.
    """
    hidden = hidden[prepared.deck.lo[hidden] >= cells[0]]
    begins_s = prepared.deck.lo[hidden]
    own = prepared.deck.lane[hidden] * len(cells) + np.searchsorted(cells, begins_s, "right") - 1
    begins = scale.x(begins_s)
    order = np.lexsort((begins, own))
    begins, own = begins[order], own[order]
    first, last = np.searchsorted(own, keys, "left"), np.searchsorted(own, keys, "right") - 1
    is_known = first <= last
    if not is_known.any():
        return low, high
    least, most = begins[np.minimum(first, len(begins) - 1)], begins[np.maximum(last, 0)]
    half = np.maximum((most - least) / 2 + 5, _LEAST_HALF_PX * prepared.metrics.px)
    middle = np.minimum(np.maximum((least + most) / 2, low + half), np.maximum(high - half, low + half))
    x0 = np.where(is_known, np.maximum(middle - half, low), low)
    return x0, np.where(is_known, np.minimum(middle + half, high), high)


def beside(clusters: Clusters, lane: int, y: float, x0: float, x1: float) -> Clusters:
    """Let the "+n" that the words of a selected mark cover in part stand on the side that has more room.

    Where neither side has enough for a number, they lie under the words, and nothing sticks out.
    """
    is_met = (clusters.lane == lane) & (clusters.y0 <= y) & (y < clusters.y1)
    is_met &= (clusters.x0 < x1) & (clusters.x1 > x0)
    if not is_met.any():
        return clusters
    before, after = x0 - _APART_PX - clusters.x0, clusters.x1 - x1 - _APART_PX
    is_after, has_room = after >= before, np.maximum(before, after) >= 2 * _LEAST_HALF_PX
    begin = np.where(has_room, np.where(is_after, x1 + _APART_PX, clusters.x0), np.maximum(clusters.x0, x0))
    end = np.where(has_room, np.where(is_after, clusters.x1, x0 - _APART_PX), np.minimum(clusters.x1, x1))
    return replace(clusters, x0=np.where(is_met, begin, clusters.x0), x1=np.where(is_met, end, clusters.x1))
