"""Where a view has to go for events to be seen: to which span in seconds, and how far down the lanes."""

from collections.abc import Collection

import numpy as np

from explorer.model.calendar import DAY_S
from explorer.timeline.lanes import Deck
from explorer.timeline.scene import Scene

Span = tuple[float, float]

_EDGE_PX = 28.0  # a mark nearer to an edge than this is brought to the middle
_AROUND = 0.5  # of the span of chosen events, on either side
_LEAST_AROUND_S = 15 * DAY_S
_MARGIN = 0.04


def fitting(deck: Deck, rows: Collection[int], data: Span) -> Span:
    """Give the span that shows the events of some table rows; without any, the whole deck or else the data."""
    items = np.flatnonzero(np.isin(deck.row, list(rows)))
    if len(items):
        lo_s, hi_s = float(deck.lo[items].min()), float(deck.hi[items].max())
        margin = max((hi_s - lo_s) * _AROUND, _LEAST_AROUND_S)
    else:
        lo_s, hi_s = deck.span or data
        margin = max((hi_s - lo_s) * _MARGIN, DAY_S)
    return lo_s - margin, hi_s + margin


def moved_to(deck: Deck, row: int, shown: Span) -> Span | None:
    """Give a span as wide as the shown one around an event that lies outside of it; None to stay."""
    items = np.flatnonzero(deck.row == row)
    if not len(items):
        return None
    lo_s, hi_s = float(deck.lo[items[0]]), float(deck.hi[items[0]])
    if hi_s >= shown[0] and lo_s <= shown[1]:
        return None
    middle, half = (lo_s + hi_s) / 2, (shown[1] - shown[0]) / 2
    return middle - half, middle + half


def scrolled_to(deck: Deck, row: int, scene: Scene) -> float | None:
    """Give how far to scroll so that the mark of an event, or its lane, is in view; None to stay."""
    if scene.content <= scene.bottom - scene.top:
        return None
    drawn = scene.marks.y[scene.marks.row == row].tolist()
    top = scene.pin_y if scene.scroll > 0 else scene.top
    if any(top + _EDGE_PX <= y <= scene.bottom - _EDGE_PX for y in drawn):
        return None
    lanes = set(deck.lane[deck.row == row].tolist())
    middles = [(box.y0 + box.y1) / 2 for box in scene.lanes if box.lane in lanes]
    y = next(iter([*drawn, *middles]), None)
    return None if y is None else scene.scroll + y - (scene.top + scene.bottom) / 2
