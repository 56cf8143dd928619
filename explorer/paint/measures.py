"""The measures band on a Canvas: its scale, its lines, and what each point says."""

from collections.abc import Sequence
from typing import NamedTuple

from explorer.model.mention import Bound
from explorer.paint import signs
from explorer.paint.canvas import Canvas
from explorer.paint.colour import mixed
from explorer.paint.flow import wrapped
from explorer.paint.theme import Theme
from explorer.timeline.charts import Band, Dot, Line, Switch
from explorer.timeline.marks import note_width
from explorer.timeline.metrics import NOTE_SIZE
from explorer.timeline.scene import Scene

WEEKEND_ALPHA = 0.06
_OVER = (Bound.OVER, Bound.AT_LEAST)
_UNDER = (Bound.UNDER, Bound.UP_TO)
_MARKERS = ("square", "circle", "diamond", "triangle", "hexagon", "inverted")


class Lines(NamedTuple):
    """The lines of the ticks in whole pixels, and the weekends, faint behind them, from one to another.

    A shade that ends within a pixel costs ten times as much, and lines of days stand on whole ones.
    """

    weekends: list[tuple[int, int]]
    minor: list[int]
    major: list[int]


def lines_of(scene: Scene) -> Lines:
    """Give the lines that lie right of the headers."""
    left, right = scene.metrics.header, scene.width
    weekends = [(round(x0), round(x1)) for x0, x1 in scene.weekends]
    minor = [round(tick.x) for tick in scene.axis.minor if tick.x > left]
    return Lines(weekends, minor, [round(tick.x) for tick in scene.axis.major if left <= tick.x <= right])


def line_colours(theme: Theme) -> tuple[str, str]:
    """Give the colours of minor and major lines."""
    return mixed(theme.line, theme.ground, 0.62), mixed(theme.line_strong, theme.line, 0.55)


def ticks(canvas: Canvas, scene: Scene, theme: Theme, top: float, height: float) -> None:
    """Draw the weekends faint and the lines of the ticks over a stretch of the canvas."""
    lines, (minor, major) = lines_of(scene), line_colours(theme)
    weekends = [(x0, top, x1 - x0, height) for x0, x1 in lines.weekends]
    canvas.rects(weekends, theme.muted, alpha=WEEKEND_ALPHA)
    canvas.rects([(x, top, 1, height) for x in lines.minor], minor)
    canvas.rects([(x, top, 1, height) for x in lines.major], major)


def draw(canvas: Canvas, scene: Scene, band: Band, theme: Theme) -> None:
    """Draw the measures band: its scale, its lines, and what each point says."""
    sizes = scene.metrics
    size, header, px = sizes.text, sizes.header, sizes.px
    canvas.rect(0, band.y0, scene.width, band.y1 - band.y0, theme.ground)
    ticks(canvas, scene, theme, band.y0, band.y1 - band.y0)
    widest = max((scene.text_width(text, False) for _, text in band.grid), default=0.0)
    left, room = 14 * px, header - 46 * px
    beside = min(room, header - 17 * px - widest - left)  # the numbers of the scale
    lines = wrapped(band.title, room, scene.text_width, bold=True, most=3 if scene.is_page else 1)
    for at, part in enumerate(lines):
        canvas.text(left, band.y0 + (20 + 16 * at) * px, part, theme.ink, size=size, bold=True)
    below = band.y0 + (20 + 16 * len(lines)) * px
    canvas.text(left, below, band.scale_word, theme.muted, size=size - 1)
    if band.more and scene.is_page:
        canvas.text(left, below + 16 * px, band.more_text, theme.muted, size=size - 1)
    for link in () if scene.is_page else band.units:
        text = scene.cut(link.text, beside, bold=False)
        canvas.text(link.x0, link.y0 + 12.5 * px, text, theme.accent, size=size - 1)
    for switch in () if scene.is_page else band.switches:
        _switch(canvas, scene, theme, switch)
    for y, text in band.grid:
        canvas.line([(header - 6 * px, y), (scene.width - 8 * px, y)], theme.line, dash=(3, 4))
        canvas.text(header - 11 * px, y + 3.8 * px, text, theme.muted, size=size - 1.5, anchor="end")
    with canvas.clipped(header, band.y0, scene.width - header, band.y1 - band.y0):
        _lines(canvas, scene, theme, band.lines)
    if band.is_empty:
        middle, y = (header + scene.width) / 2, (band.y0 + band.y1) / 2 + 4 * px
        told = scene.cut(band.empty_text, scene.width - header - 20 * px, bold=False)
        half = scene.text_width(told, False) / 2 + 6 * px
        canvas.rect(middle - half, y - 14 * px, 2 * half, 20 * px, theme.ground)
        canvas.text(middle, y, told, theme.muted, size=size, anchor="middle")
    canvas.rect(0, band.y1 - 1, scene.width, 1, mixed(theme.line_strong, theme.ground, 0.7))


def _switch(canvas: Canvas, scene: Scene, theme: Theme, switch: Switch) -> None:
    """Draw a switch as a pill: filled where it is on."""
    width, height = switch.x1 - switch.x0, switch.y1 - switch.y0
    canvas.rect(
        switch.x0,
        switch.y0,
        width,
        height,
        theme.accent_soft if switch.is_on else theme.ground,
        stroke=theme.accent if switch.is_on else theme.line_strong,
        radius=height / 2,
    )
    base, size = switch.y1 - height / 2 + 4 * scene.metrics.px, scene.metrics.text - 1
    ink = theme.accent if switch.is_on else theme.muted
    canvas.text(switch.x0 + width / 2, base, switch.text, ink, size=size, anchor="middle")


def _lines(canvas: Canvas, scene: Scene, theme: Theme, lines: Sequence[Line]) -> None:
    """Draw all connectors, then all points, then all words: none of them passes over a word."""
    colour, px = theme.families.number, scene.metrics.px
    for line in lines:
        if len(line.path) > 1:
            canvas.line(line.path, colour, pen=1.5 * px, dash=(1.8 * px, 3.4 * px))
    for line in lines:
        for dot in filter(lambda dot: dot.text, line.dots):
            _ground(canvas, scene, theme, dot.text_x - dot.text_width / 2, dot.text_y, _width(scene, dot))
        if line.name:
            _ground(canvas, scene, theme, line.name_x, line.name_y, scene.text_width(line.name, True))
    for at, line in enumerate(lines):
        for dot in line.dots:
            with canvas.group(f"point-{dot.event_id}-{dot.x:.0f}", f"{line.company}: {dot.text}"):
                _dot(canvas, theme, dot, _MARKERS[at % len(_MARKERS)], px)
    for line in lines:
        for dot in filter(lambda dot: dot.text, line.dots):
            _dot_words(canvas, scene, theme, dot)
        if line.name:
            canvas.text(line.name_x, line.name_y, line.name, theme.ink, size=scene.metrics.text, bold=True)


def _width(scene: Scene, dot: Dot) -> float:
    return dot.text_width + note_width(dot.note, scene.text_width)


def _dot(canvas: Canvas, theme: Theme, dot: Dot, marker: str, px: float) -> None:
    colour = theme.families.number
    if dot.x1 - dot.x0 > 12 * px:
        canvas.line([(dot.x0, dot.y), (dot.x1, dot.y)], colour, pen=2.4 * px, alpha=0.32)
    if dot.low_y is not None and dot.high_y is not None:
        _whisker(canvas, theme.warning if dot.is_conflict else colour, dot.x, dot.low_y, dot.high_y, px)
    signs.point(canvas, colour, marker, dot.x, dot.y, 4.0 * px)
    side = -1 if dot.bound in _OVER else 1 if dot.bound in _UNDER else 0
    if side:
        y = dot.y + side * 7.5 * px
        canvas.line([(dot.x - 4.5 * px, y), (dot.x + 4.5 * px, y)], colour, pen=1.6 * px)
    if dot.is_conflict:
        canvas.text(dot.x + 8 * px, dot.y + 4 * px, "≠", theme.warning, size=12 * px, bold=True)


def _whisker(canvas: Canvas, colour: str, x: float, low_y: float, high_y: float, px: float) -> None:
    """Draw from the least to the most that is said, with a bar at both ends."""
    canvas.line([(x, low_y), (x, high_y)], colour, pen=1.3 * px)
    for y in (low_y, high_y):
        canvas.line([(x - 4 * px, y), (x + 4 * px, y)], colour, pen=1.3 * px)


def _ground(canvas: Canvas, scene: Scene, theme: Theme, x: float, base: float, width: float) -> None:
    """Clear the room of words on a base line: a connector may pass behind them."""
    size = scene.metrics.text
    canvas.rect(x - 2, base - size * 0.85, width + 4, size * 1.05, theme.ground, alpha=0.85)


def _dot_words(canvas: Canvas, scene: Scene, theme: Theme, dot: Dot) -> None:
    """Write what a point says, and small behind it who says so."""
    size, half = scene.metrics.text, dot.text_width / 2 + 2
    canvas.text(dot.text_x, dot.text_y, dot.text, theme.ink, size=size - 0.5, bold=True, anchor="middle")
    if dot.note:
        canvas.text(
            dot.text_x + half + 1,
            dot.text_y - size * 0.2,
            dot.note,
            theme.muted,
            size=round(size * NOTE_SIZE),
        )
