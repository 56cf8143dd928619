"""The headers of lanes on a Canvas: the sign, the name on as many lines as it needs, and the count.

Nothing in a header but its count changes while one pans or zooms, so a screen keeps the rest as a picture.
"""

from collections.abc import Iterator
from typing import NamedTuple

from explorer.paint import lane_names, signs, written
from explorer.paint.canvas import Anchor, Canvas
from explorer.paint.flow import wrapped
from explorer.paint.theme import Theme
from explorer.timeline.metrics import Metrics
from explorer.timeline.scene import LaneBox, Scene
from explorer.timeline.ticks import ELLIPSIS

_LEADING = 0.78  # of a row: from line to line of a name
_MOST_LINES = 3
_SIGN_MARGIN = 5.0
_ZEROS = str.maketrans("123456789", "0" * 9)


class Count(NamedTuple):
    """The count of a lane: the number and what follows it, with `group` between its thousands."""

    number: int
    more: str
    group: str = ","

    @property
    def text(self) -> str:
        """Say the whole count."""
        return f"{self.number:,}".replace(",", self.group) + self.more


class Header(NamedTuple):
    """What stands in the header of a lane, below its top: the lines of the name, and the place of the count."""

    names: tuple[str, ...]
    bases: tuple[float, ...]
    count_x: float
    count_base: float
    is_at_end: bool  # the count ends at its place
    height: float  # from its top, with the room around it
    size: float  # of the name


def count_of(scene: Scene, box: LaneBox, *, has_strip: bool) -> Count:
    """Give the count of a lane; without a strip it says how many of them are hidden."""
    more = f" · +{box.hidden:,}".replace(",", scene.group) if box.hidden and not has_strip else ""
    return Count(box.count, more, scene.group)


def height_of(scene: Scene, box: LaneBox) -> float:
    """Give how high a lane is for its header: on a page what is seen of it, on a screen, which scrolls, all."""
    if not scene.is_page:
        return box.y1 - box.y0
    return min(box.y1, scene.bottom) - _top(scene, box, _least(scene.metrics))


def top_of(scene: Scene, box: LaneBox, header: Header) -> float:
    """Give where a header begins: with its lane, or in view while a tall lane scrolls by."""
    return _top(scene, box, _least(scene.metrics) if scene.is_page else header.height)


def _top(scene: Scene, box: LaneBox, height: float) -> float:
    return min(max(box.y0, scene.top), max(box.y0, box.y1 - height))


def header_of(scene: Scene, box: LaneBox, count: Count, height: float, size: float | None = None) -> Header:
    """Lay a header out, on a page with its name in letters of a size.

    Of the count only the number of its digits matters: names do not move as one pans.
    """
    if scene.is_page:
        return _on_page(scene, box, count, height, size or scene.metrics.text)
    sizes = scene.metrics
    step, least = _LEADING * sizes.row, _least(sizes)
    is_tall = height > sizes.row * 2
    x = _left(sizes, box)
    alone = sizes.header - x - 8
    beside = sizes.header - x - 18 * sizes.px - scene.text_width(count.text.translate(_ZEROS), False)
    lines = int((height - 2 * sizes.lane_pad) / step) - 1 if is_tall else 2
    most = min(lines, _MOST_LINES) if height > 1.4 * sizes.row else 1
    names = _names(scene, box.label, alone if is_tall else beside, most)
    is_below = is_tall
    if not is_tall and most > 1 and names[-1].endswith(ELLIPSIS) and scene.text_width(box.label, True) <= alone:
        names, is_below = (box.label,), True  # whole, with the count in the place of a second line
    base = _middle(sizes) + sizes.text * written.TEXT_DROP
    first = base if is_tall else base - step * (len(names) + is_below - 1) / 2
    bases = tuple(first + step * at for at in range(len(names)))
    high = least + (step * len(names) if is_tall else 0)
    if is_below:
        return Header(names, bases, x, first + step * len(names), is_at_end=False, height=high, size=sizes.text)
    return Header(names, bases, _end(sizes), base, is_at_end=True, height=high, size=sizes.text)


def _on_page(scene: Scene, box: LaneBox, count: Count, height: float, size: float) -> Header:
    """Lay a header out on a page, where nothing moves and no tip would tell a name whole."""
    sizes, x = scene.metrics, _left(scene.metrics, box)
    beside = sizes.header - x - 18 * sizes.px - scene.text_width(count.text, False)
    name = lane_names.of_lane(scene, box.label, height, sizes.header - x - 8, beside, size)
    base, last = _middle(sizes) + name.size * written.TEXT_DROP, name.step * (len(name.lines) - 1)
    if lane_names.is_low(sizes, height):
        base -= last / 2  # the lines stand about the middle of the row
    bases = tuple(base + name.step * at for at in range(len(name.lines)))
    high = _least(sizes) + last
    if name.is_over:
        below = base + last + lane_names.COUNT_LEADING * sizes.row
        return Header(name.lines, bases, x, below, is_at_end=False, height=high, size=name.size)
    beside = _middle(sizes) + sizes.text * written.TEXT_DROP
    return Header(name.lines, bases, _end(sizes), beside, is_at_end=True, height=high, size=name.size)


def _laid_out(scene: Scene) -> Iterator[tuple[LaneBox, Header, Count]]:
    with_strip = {shown.lane for shown in scene.plan.shown if shown.has_strip}
    size = lane_names.size(scene)
    for box in scene.lanes:
        count = count_of(scene, box, has_strip=box.lane in with_strip)
        yield box, header_of(scene, box, count, height_of(scene, box), size), count


def cut_names(scene: Scene) -> list[str]:
    """Give the names of lanes that are not whole in their headers."""
    return [box.label for box, header, _ in _laid_out(scene) if lane_names.is_cut(header.names, box.label)]


def draw(canvas: Canvas, scene: Scene, theme: Theme) -> None:
    """Draw the headers of all lanes, then all their counts."""
    counts: list[tuple[Header, float, Count]] = []
    for box, header, count in _laid_out(scene):
        top = top_of(scene, box, header)
        draw_name(canvas, scene, theme, box, header, top)
        draw_pin(canvas, scene, theme, box)
        counts.append((header, top, count))
    for header, top, count in counts:
        draw_count(canvas, scene, theme, header, top, count)


def draw_name(canvas: Canvas, scene: Scene, theme: Theme, box: LaneBox, header: Header, top: float) -> None:
    """Draw the name of a lane with its sign."""
    sizes = scene.metrics
    x, y = _left(sizes, box), top + _middle(sizes)
    if box.kind:
        _sign(canvas, theme, sizes, box.kind, y)
    elif box.has_sign:
        with canvas.group("sign-of-several"):
            signs.stack(canvas, 19 * sizes.px, y, sizes.point / 2, theme.muted, theme.ground)
    for name, base in zip(header.names, header.bases, strict=True):
        canvas.text(x, top + base, name, theme.ink, size=header.size, bold=True)
    if box.is_collapsed and not scene.is_page:
        signs.chevron(canvas, 7 * sizes.px, y, theme.muted, is_open=False)


def draw_pin(canvas: Canvas, scene: Scene, theme: Theme, box: LaneBox) -> None:
    """Mark a lane that stays at the top."""
    if box.is_pinned:
        px = scene.metrics.px
        canvas.rect(0, box.y0 + 1, 3 * px, box.y1 - box.y0 - 3, theme.muted, radius=1.5 * px)


def draw_count(canvas: Canvas, scene: Scene, theme: Theme, header: Header, top: float, count: Count) -> None:
    """Write the count of a lane."""
    anchor: Anchor = "end" if header.is_at_end else "start"
    size, base = count_size(scene.metrics), top + header.count_base
    canvas.text(header.count_x, base, count.text, theme.muted, size=size, anchor=anchor)


def count_size(metrics: Metrics) -> float:
    """Give the size of the count of a lane."""
    return metrics.text - 1


def name_size(scene: Scene, box: LaneBox, header: Header) -> tuple[float, float]:
    """Give how wide and high the name of a lane is from the left edge and the top of its header."""
    sizes = scene.metrics
    widest = max((scene.text_width(name, True) for name in header.names), default=0.0)
    lowest = max(_middle(sizes) + sizes.point, header.bases[-1] + sizes.text / 2)
    return _left(sizes, box) + widest + 4, lowest


def _left(sizes: Metrics, box: LaneBox) -> float:
    return lane_names.indent(sizes, box)


def _end(sizes: Metrics) -> float:
    """Give where a count beside a name ends."""
    return sizes.header - 10 * sizes.px


def _middle(sizes: Metrics) -> float:
    """Give where the middle of the first row lies below the top."""
    return sizes.lane_pad + sizes.row / 2


def _least(sizes: Metrics) -> float:
    """Give how high a header of one line is, with the room around it."""
    return sizes.row + 2 * sizes.lane_pad


def _names(scene: Scene, label: str, room: float, most: int) -> tuple[str, ...]:
    """Break the name of a lane into at most so many lines."""
    if most > 1:
        return tuple(wrapped(label, room, scene.text_width, bold=True, most=most))
    return (scene.cut(label, room, bold=True),)


def _sign(canvas: Canvas, theme: Theme, sizes: Metrics, kind: str, y: float) -> None:
    radius = sizes.point / 2
    half, x = radius + _SIGN_MARGIN * sizes.px, 19 * sizes.px

    def draw_sign(on: Canvas) -> None:
        signs.sign(on, theme, kind, half, half, radius)

    canvas.stamp(("sign", kind), x - half, y - half, 2 * half, 2 * half, draw_sign)
