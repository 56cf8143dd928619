"""The strip under the rows of a lane: what found no room, counted cell by cell as "+n" where it lies."""

from collections.abc import Sequence

import numpy as np

from explorer.timeline.lanes import Floats, Ints
from explorer.timeline.marks import Prepared
from explorer.timeline.scale import Scale
from explorer.timeline.scene import Cluster

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


def hidden_counts(prepared: Prepared, drawn: Ints, cells: Floats) -> Ints:
    """Count what is not drawn, by lane and cell."""
    deck, lanes, width = prepared.deck, len(prepared.deck.lanes), len(cells) - 1
    cell = np.searchsorted(cells, np.maximum(deck.lo[drawn], cells[0]), "right") - 1
    shown = np.bincount(deck.lane[drawn] * width + cell, minlength=lanes * width)
    return prepared.counts.in_cells(cells) - shown.reshape(lanes, width)


def clusters(
    prepared: Prepared, scale: Scale, lane: int, y0: float, counts: Sequence[int], hidden: Ints, cells: Floats
) -> list[Cluster]:
    """Make the "+n" of a lane out of its counts; `hidden` are the items known to be hidden in it."""
    # In a large deck the hidden are not known one by one: the whole cell stands for them.
    known = prepared.packing.is_small
    places = _extents(scale, np.maximum(prepared.deck.lo[hidden], cells[0]), cells) if known else {}
    x, times, y1 = scale.x(cells).tolist(), cells.tolist(), y0 + prepared.metrics.row
    found = []
    for at, count in enumerate(counts):
        if count:
            x0, x1 = places[at] if at in places else (x[at] + 2, x[at + 1] - 2)
            found.append(Cluster(lane, x0, x1, y0, y1, count, times[at], times[at + 1]))
    return found


def _extents(scale: Scale, begins_s: Floats, cells: Floats) -> dict[int, tuple[float, float]]:
    """Give from where to where the hidden items of each cell begin."""
    cell = np.searchsorted(cells, begins_s, "right") - 1
    found: dict[int, tuple[float, float]] = {}
    for at in set(cell.tolist()):
        low, high = scale.x(float(cells[at])) + 2, scale.x(float(cells[at + 1])) - 2
        begins = scale.x(begins_s[cell == at])
        middle = float(begins.min() + begins.max()) / 2
        half = max(float(begins.max() - begins.min()) / 2 + 5, _LEAST_HALF_PX)
        middle = min(max(middle, low + half), max(high - half, low + half))
        found[at] = max(middle - half, low), min(middle + half, high)
    return found
