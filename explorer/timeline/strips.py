"""The strip under the rows of a lane: what found no room, counted cell by cell as "+n" where it lies."""

import numpy as np

from explorer.timeline.lanes import Floats, Ints
from explorer.timeline.marks import Prepared
from explorer.timeline.scale import Scale
from explorer.timeline.scene import Cluster, LaneBox

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


def clusters(
    prepared: Prepared, scale: Scale, box: LaneBox, y0: float, drawn: Ints, hidden: Ints, cells: Floats
) -> list[Cluster]:
    """Count what a lane hides in each cell. `drawn` are its items that are shown, `hidden` the others known."""
    deck = prepared.deck
    counts = prepared.counts.in_cells(box.lane, cells)
    cell = np.searchsorted(cells, np.maximum(deck.lo[drawn], cells[0]), "right") - 1
    counts = counts - np.bincount(cell, minlength=len(counts))
    # In a large deck the hidden are not known one by one: the whole cell stands for them.
    places = _extents(scale, np.maximum(deck.lo[hidden], cells[0]), cells) if prepared.packing.is_small else {}
    x = scale.x(cells)
    return [
        Cluster(
            lane=box.lane,
            x0=x0,
            x1=x1,
            y0=y0,
            y1=y0 + prepared.metrics.row,
            count=int(count),
            lo_s=float(cells[at]),
            hi_s=float(cells[at + 1]),
        )
        for at, count in enumerate(counts.tolist())
        if count
        for x0, x1 in [places.get(at, (float(x[at]) + 2, float(x[at + 1]) - 2))]
    ]


def _extents(scale: Scale, begins_s: Floats, cells: Floats) -> dict[int, tuple[float, float]]:
    """Give from where to where the hidden items of each cell begin."""
    cell = np.searchsorted(cells, begins_s, "right") - 1
    found: dict[int, tuple[float, float]] = {}
    for at in np.unique(cell).tolist():
        low, high = scale.x(float(cells[at])) + 2, scale.x(float(cells[at + 1])) - 2
        begins = scale.x(begins_s[cell == at])
        middle = float(begins.min() + begins.max()) / 2
        half = max(float(begins.max() - begins.min()) / 2 + 5, _LEAST_HALF_PX)
        middle = min(max(middle, low + half), max(high - half, low + half))
        found[at] = max(middle - half, low), min(middle + half, high)
    return found
