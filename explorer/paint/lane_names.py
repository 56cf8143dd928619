"""The names of lanes on a page, which has no tip that would tell them whole: on lines, in smaller letters.

What finds no room even so ends where a phrase does, if it can; `lane_notes` tells it whole.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from explorer.paint.flow import even, wrapped
from explorer.timeline.metrics import NOTE_SIZE, Metrics
from explorer.timeline.scene import LaneBox, Scene
from explorer.timeline.ticks import ELLIPSIS, TextWidth

COUNT_LEADING = 0.78  # of a row: from the name of a lane to its count
SMALL = NOTE_SIZE  # of the size of all text
_LEADING = 1.3  # of the size: from line to line …
_SMALL_LEADING = 1.12  # … in smaller letters
_LOW = 2.0  # rows: in a lower lane the count stands beside the name
_LOW_FOR_TWO = 1.75  # rows: in a lower lane two lines have room in smaller letters only
_MOST, _MOST_OVER = 3, 6  # lines, beside the count and over it
_LEAST_PHRASE = 0.55  # of what there is room for: a name cut shorter says less than a broken phrase
_PHRASE = re.compile(r"[,;:.!?](?=\s)|\s[-–—|/·](?=\s)|[，。；：！？、]")


class Name(NamedTuple):
    """The name of a lane: its lines, their size, the step from one to the next; `is_over` its count."""

    lines: tuple[str, ...]
    size: float
    step: float
    is_over: bool


def indent(sizes: Metrics, box: LaneBox) -> float:
    """Give how far a name stands from the left, behind its sign if it has one."""
    return (31 if box.has_sign else 14) * sizes.px


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
        if indent(sizes, box) + measure(box.label, True) + measure(count, False) > room:
            return round(sizes.text * SMALL)
    return sizes.text


def room_for_two(names: Sequence[str], measure: TextWidth) -> float:
    """Give the room in which each of these names is whole on two lines in smaller letters."""
    room = 0.0
    for name in names:
        least = measure(name, True) / 2
        # Lines end between words, so that the longer is up to a word longer than the half.
        tried = (least * share for share in (1.0, 1.05, 1.1, 1.2, 1.35, 1.6, 2.0))
        fits = (one for one in tried if not is_cut(wrapped(name, one, measure, bold=True, most=2), name))
        room = max(room, next(fits, 2 * least))
    return room * SMALL


def is_low(sizes: Metrics, height: float) -> bool:
    """Tell whether a lane is too low for a count below its name."""
    return height <= _LOW * sizes.row


def is_cut(lines: Sequence[str], label: str) -> bool:
    """Tell whether lines tell less than the whole name."""
    return "".join("".join(lines).split()) != "".join(label.split())


def of_lane(scene: Scene, label: str, height: float, over: float, beside: float, size: float) -> Name:
    """Set a name in a lane of a height, where it has so much room over its count, and beside it."""
    sizes = scene.metrics
    share, step = size / sizes.text, _step(sizes, size)
    for own in () if is_low(sizes, height) else dict.fromkeys((size, round(sizes.text * SMALL))):
        first_and_count = sizes.lane_pad + (0.5 + COUNT_LEADING) * sizes.row + 0.6 * sizes.text
        most = min(1 + int((height - first_and_count) / _step(sizes, own)), _MOST_OVER)
        lines = even(label, over * sizes.text / own, scene.text_width, bold=True, most=most)
        if not is_cut(lines, label):
            return Name(tuple(lines), own, _step(sizes, own), is_over=True)
    most = max(min(int((height - 1) / step), _MOST), 1)
    lines = even(label, beside / share, scene.text_width, bold=True, most=most)
    if is_cut(lines, label):
        lines = _shortened(label, lines, beside / share, scene.text_width)
    return Name(tuple(lines), size, step, is_over=False)


def _step(sizes: Metrics, size: float) -> float:
    """Give how far lines of a size stand from one another."""
    return size * (_SMALL_LEADING if size < sizes.text else _LEADING)


def _shortened(label: str, lines: Sequence[str], room: float, measure: TextWidth) -> list[str]:
    """End a name that is cut where its last phrase ends rather than within one, unless that says far less."""
    told = len(" ".join(lines)) - len(ELLIPSIS)
    ends = [end for found in _PHRASE.finditer(label) if _LEAST_PHRASE * told <= (end := found.start()) < told]
    if not ends:
        return list(lines)
    return wrapped(f"{label[: ends[-1]]}{ELLIPSIS}", room, measure, bold=True, most=len(lines))
