"""What is told of lanes below a timeline: which lanes one stands for, and names that had no room there."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from explorer.paint import headers, lane_names, signs
from explorer.paint.canvas import Canvas
from explorer.paint.flow import Block, wrapped
from explorer.paint.parts import Parts
from explorer.paint.plot import Fitted
from explorer.paint.slices import on_page, without_names
from explorer.timeline.scene import LaneBox, Scene

_LEADING = 1.45  # of the size: from line to line
_FIRST = 1.35  # of the size: from the top to the first base line, with some air
_BETWEEN = " · "
_SHARE = 0.12  # of the height of a timeline on one page, for each of what is told of its lanes …
_LEAST = 2  # … but so many lines


class Notes(NamedTuple):
    """What is told below the lanes; how many names are cut beside them, and how many of those told nowhere."""

    blocks: list[Block]
    cut: int
    unnamed: int

    @property
    def height(self) -> float:
        """Give the height of all of it."""
        return sum(block.height for block in self.blocks)


def notes(
    scenes: Sequence[Scene], parts: Parts, *, told: Collection[str] = (), most: int | None = None
) -> Notes:
    """Tell of the lanes of a timeline, or of its pieces, on at most so many lines each.

    `told` are texts that stand elsewhere on these pages; a name that one of them begins with is not told again.
    """
    several: LaneBox | None = None
    cut: dict[str, None] = {}
    for scene in map(without_names, map(on_page, scenes)):
        several = next((box for box in scene.lanes if box.values > 1), several)
        cut |= dict.fromkeys(headers.cut_names(scene))
    blocks = [] if several is None else [_of_several(parts, several, most)]
    names = [name for name in cut if not any(text.startswith(name) for text in told)]
    if not names:
        return Notes(blocks, len(cut), 0)
    lines, shown = _listed(parts, parts.words("in_full", names=""), names, len(names), parts.width, most)
    return Notes([*blocks, _of_names(parts, lines)], len(cut), len(names) - shown)


def fitted(
    parts: Parts, room: float, fit: Callable[[float], Fitted], taken: float = 0.0
) -> tuple[Fitted, Notes]:
    """Fit a timeline in a height together with what is told of its lanes below it; `fit` fits it alone.

    What is told will take about so much (`taken`), as far as that is known.
    """
    step = _size(parts) * _LEADING
    most = max(int(_SHARE * room / step), _LEAST)
    while True:
        made = fit(room - taken)
        told = notes([made.scene], parts, most=most)
        left = room - made.scene.height
        if told.unnamed and left >= told.height:  # what the lanes leave empty is for their names
            told = notes([made.scene], parts, most=most + int((left - told.height) / step))
        if told.height <= max(left, taken):
            return made, told
        taken = told.height


def _of_several(parts: Parts, box: LaneBox, most: int | None) -> Block:
    indent, size = 18 * parts.px, _size(parts)
    begin = parts.words("several", lane=box.label, names="")
    lines, _ = _listed(parts, begin, box.held, box.values, parts.width - indent, most)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        middle = y + size * (_FIRST - 0.36)
        with canvas.group("lane-of-several"):
            signs.stack(canvas, x + 6 * parts.px, middle, 4.2 * parts.px, parts.theme.muted, parts.theme.ground)
            _write(canvas, parts, x + indent, y, lines)

    return Block(_height(parts, lines), draw)


def _of_names(parts: Parts, lines: Sequence[str]) -> Block:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        with canvas.group("lane-names-in-full"):
            _write(canvas, parts, x, y, lines)

    return Block(_height(parts, lines), draw)


def _listed(
    parts: Parts, begin: str, names: Sequence[str], total: int, room: float, most: int | None
) -> tuple[list[str], int]:
    """Set as many of the names as there is room for, and count the others; give how many are there whole."""
    share = parts.size / _size(parts)
    lines: list[str] = []
    for count in range(len(names), 0, -1):
        more = [parts.words("and_more", count=total - count)] if count < total else []
        text = begin + _BETWEEN.join([*names[:count], *more])
        lines = wrapped(text, room * share, parts.measure, most=most or len(text))
        if not lane_names.is_cut(lines, text):
            return lines, count
    return lines, 0


def _write(canvas: Canvas, parts: Parts, x: float, y: float, lines: Sequence[str]) -> None:
    size = _size(parts)
    for at, line in enumerate(lines):
        canvas.text(x, y + size * (_LEADING * at + _FIRST), line, parts.theme.muted, size=size)


def _size(parts: Parts) -> float:
    return parts.size - 1


def _height(parts: Parts, lines: Sequence[str]) -> float:
    return _size(parts) * (_FIRST + _LEADING * (len(lines) - 1) + 0.4)
