"""The names of lanes on a page, which has no tip that would tell them whole: on lines, in smaller letters."""

from typing import NamedTuple

from explorer.paint.flow import even
from explorer.timeline.metrics import NOTE_SIZE, Metrics
from explorer.timeline.scene import Scene

COUNT_LEADING = 0.78  # of a row: from the name of a lane to its count
_LEADING = 1.3  # of the size: from line to line …
_SMALL_LEADING = 1.12  # … in smaller letters
_LOW = 2.0  # rows: in a lower lane the count stands beside the name
_LOW_FOR_TWO = 1.75  # rows: in a lower lane two lines have room in smaller letters only
_MOST = 3


class Name(NamedTuple):
    """The name of a lane: its lines, their size, the step from one to the next; `is_over` its count."""

    lines: tuple[str, ...]
    size: float
    step: float
    is_over: bool


def size(scene: Scene) -> float:
    """Give the size of all names of a scene: smaller on a page where one of them is too long for its lane."""
    sizes = scene.metrics
    if not scene.is_page:
        return sizes.text
    room = sizes.header - 18 * sizes.px
    low = [box for box in scene.lanes if box.y1 - box.y0 < _LOW_FOR_TWO * sizes.row]
    measure = scene.text_width
    for box in low:
        count = f"{box.count:,} · +{box.hidden:,}" if box.hidden else f"{box.count:,}"
        indent = (31 if box.kind else 14) * sizes.px
        if indent + measure(box.label, True) + measure(count, False) > room:
            return round(sizes.text * NOTE_SIZE)
    return sizes.text


def is_low(sizes: Metrics, height: float) -> bool:
    """Tell whether a lane is too low for a count below its name."""
    return height <= _LOW * sizes.row


def of_lane(scene: Scene, label: str, height: float, over: float, beside: float, size: float) -> Name:
    """Set a name in a lane of a height, where it has so much room over its count, and beside it."""
    sizes = scene.metrics
    share = size / sizes.text
    step = size * (_SMALL_LEADING if share < 1 else _LEADING)
    if not is_low(sizes, height):
        first_and_count = sizes.lane_pad + (0.5 + COUNT_LEADING) * sizes.row + 0.6 * sizes.text
        most = 1 + int((height - first_and_count) / step)
        lines = even(label, over / share, scene.text_width, bold=True, most=min(most, _MOST))
        if not lines[-1].endswith("…"):
            return Name(tuple(lines), size, step, is_over=True)
    most = max(min(int((height - 1) / step), _MOST), 1)
    lines = even(label, beside / share, scene.text_width, bold=True, most=most)
    return Name(tuple(lines), size, step, is_over=False)
