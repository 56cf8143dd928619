"""The signs of kinds and the marks of events: which shape, filled, dashed, asked about or struck through."""

import math
from functools import cache

from explorer import resources
from explorer.model.mention import Status
from explorer.paint.canvas import Canvas, Points
from explorer.paint.theme import Theme

BAR_ALPHA = 0.92  # so that a bar too stands out 3:1 from the ground that shines through
Dash = tuple[float, ...]
Span = tuple[float, float]

DASH = (3.5, 2.5)
PERIOD = sum(DASH)
EVERYWHERE: Span = (-math.inf, math.inf)
_CIRCLE = "circle"


@cache
def outline(shape: str) -> Points | None:
    """Give the corners of a shape of radius 1 around the origin; None for a circle.

    The radii differ so that all shapes weigh the same to the eye.
    """
    match shape:
        case "square":
            return _ring(4, math.pi / 4, 1.26)
        case "diamond":
            return _ring(4, 0.0, 1.24)
        case "triangle":
            return _ring(3, -math.pi / 2, 1.28, 0.22)
        case "inverted":
            return _ring(3, math.pi / 2, 1.28, -0.22)
        case "hexagon":
            return _ring(6, 0.0, 1.12)
        case "cross":
            arm, half = 1.08, 0.4
            corners = [(half, arm), (half, half), (arm, half), (arm, -half), (half, -half), (half, -arm)]
            return [*corners, *((-x, -y) for x, y in corners)]
        case _:
            return None


def _ring(corners: int, turn: float, radius: float, down: float = 0.0) -> Points:
    angles = (turn + 2 * math.pi * at / corners for at in range(corners))
    return [(math.cos(angle) * radius, math.sin(angle) * radius + down) for angle in angles]


@cache
def shape_of(kind: str) -> str:
    """Give the shape of a kind; an unknown one is a circle."""
    known = resources.kinds().get(kind)
    return known.shape if known else _CIRCLE


def sign(canvas: Canvas, theme: Theme, kind: str, x: float, y: float, radius: float = 5.0) -> None:
    """Draw the sign of a kind."""
    point(canvas, theme.of_kind(kind), shape_of(kind), x, y, radius)


def point(
    canvas: Canvas,
    colour: str,
    shape: str,
    x: float,
    y: float,
    radius: float,
    status: Status = Status.HAPPENED,
    ground: str = "",
) -> None:
    """Draw a day: the shape of its kind in the manner of its status."""
    if status is Status.HAPPENED:
        _shape(canvas, shape, x, y, radius, colour, None, ())
        return
    dash = (2.4, 1.7) if status is Status.PLANNED else ()
    size = radius * (1.16 if status is Status.ALLEGED else 0.94)
    _shape(canvas, shape, x, y, size, ground or None, colour, dash)
    if status is Status.ALLEGED:
        low = 1.0 if shape == "triangle" else 0.0
        asked(canvas, x, y + low, radius * 1.3, colour)
    elif status is Status.DENIED:
        canvas.line([(x - radius - 2.5, y), (x + radius + 2.5, y)], colour, pen=1.6)


def asked(canvas: Canvas, x: float, y: float, height: float, colour: str) -> None:
    """Draw a question mark: a sign, and so no text that would be too small to read on paper."""
    turns = [math.pi * (1 + at / 6 * 1.42) for at in range(7)]
    radius, middle = height * 0.26, y - height * 0.24
    hook = [(x + math.cos(turn) * radius, middle + math.sin(turn) * radius) for turn in turns]
    pen = max(height * 0.15, 1.1)
    canvas.line([*hook, (x, y + height * 0.08), (x, y + height * 0.22)], colour, pen=pen)
    canvas.circle(x, y + height * 0.42, pen * 0.62, colour)


def outlined(canvas: Canvas, colour: str, shape: str, x: float, y: float, radius: float, ground: str) -> None:
    """Draw the outline of a shape: a day that another source gives."""
    _shape(canvas, shape, x, y, radius * 0.94, ground, colour, ())


def _shape(
    canvas: Canvas,
    shape: str,
    x: float,
    y: float,
    radius: float,
    fill: str | None,
    stroke: str | None,
    dash: Dash,
) -> None:
    corners = outline(shape)
    pen = 1.5 if stroke else 1.0
    if corners is None:
        canvas.circle(x, y, radius, fill, stroke=stroke, pen=pen, dash=dash)
    else:
        placed = [(x + dx * radius, y + dy * radius) for dx, dy in corners]
        canvas.polygon(placed, fill, stroke=stroke, pen=pen, dash=dash)


def bar(
    canvas: Canvas,
    colour: str,
    x0: float,
    x1: float,
    y: float,
    height: float,
    *,
    status: Status = Status.HAPPENED,
    left: bool = False,
    right: bool = False,
    ground: str = "",
    seen: Span = EVERYWHERE,
) -> None:
    """Draw a stretch of time: hard where it is known, fading where it is not, in the manner of its status.

    Of a long one only what is `seen` is outlined: pens are slow over what nobody sees.
    """
    top, width = y - height / 2, x1 - x0
    if status is Status.HAPPENED:
        if left or right:
            canvas.faded(x0, top, width, height, colour, left=left, right=right, alpha=BAR_ALPHA)
        else:
            canvas.rect(x0, top, width, height, colour, alpha=BAR_ALPHA, radius=1.5)
        return
    if left or right:
        canvas.faded(x0, top, width, height, colour, left=left, right=right, alpha=0.3)
    dash = DASH if status is Status.PLANNED else ()
    if left or right:
        _open_outline(canvas, colour, (x0, x1), top, height, dash, left, right, seen)
    else:
        _outline(canvas, colour, _cut((x0, x1), seen), top, height, dash, ground)
    first, last = max(x0, seen[0]), min(x1, seen[1])
    if status is Status.ALLEGED and width >= 11:
        asked(canvas, (first + last) / 2, y, height * 0.68, colour)
    elif status is Status.DENIED:
        canvas.line([(first - 3, y), (last + 3, y)], colour, pen=1.6)


def _cut(ends: Span, seen: Span) -> Span:
    """Cut a line at both ends to about what is seen, in whole dashes, so that the others keep their place."""
    (first, last), (lo, hi) = ends, seen
    if first > last:
        lo, hi = hi, lo

    def inwards(end: float, edge: float, other: float) -> float:
        away = (edge - end) if end < other else (end - edge)
        if not (math.isfinite(away) and away > 0):
            return end
        return end + math.copysign(away // PERIOD * PERIOD, other - end)

    return inwards(first, lo, last), inwards(last, hi, first)


def _outline(
    canvas: Canvas, colour: str, ends: Span, top: float, height: float, dash: Dash, ground: str
) -> None:
    """Draw the border of a bar whose ends are known."""
    inset = 0.7
    canvas.rect(
        ends[0] + inset,
        top + inset,
        max(ends[1] - ends[0] - 2 * inset, 0.5),
        height - 2 * inset,
        ground or None,
        stroke=colour,
        pen=1.4,
        radius=1.5,
        dash=dash,
    )


def _open_outline(
    canvas: Canvas,
    colour: str,
    ends: Span,
    top: float,
    height: float,
    dash: Dash,
    left: bool,
    right: bool,
    seen: Span,
) -> None:
    """Draw the border of a bar, open where it fades."""
    x0, x1 = ends
    begin, end = x0 + (x1 - x0) * (0.35 if left else 0), x1 - (x1 - x0) * (0.35 if right else 0)
    upper, lower = top + 0.7, top + height - 0.7
    closed, open_ = (end, begin) if left else (begin, end)
    first, last = _cut((open_, closed), seen)
    back, far = _cut((closed, open_), seen)
    if (left and right) or not seen[0] <= closed <= seen[1]:
        canvas.line([(first, upper), (last, upper)], colour, pen=1.4, dash=dash)
        canvas.line([(back, lower), (far, lower)], colour, pen=1.4, dash=dash)
    else:
        path = [(first, upper), (closed, upper), (closed, lower), (far, lower)]
        canvas.line(path, colour, pen=1.4, dash=dash)


def star(canvas: Canvas, x: float, y: float, radius: float, colour: str) -> None:
    """Draw a star."""
    turns = [(-math.pi / 2 + math.pi * at / 5, radius if at % 2 == 0 else radius * 0.45) for at in range(10)]
    canvas.polygon([(x + math.cos(turn) * r, y + math.sin(turn) * r) for turn, r in turns], colour)


def stack(canvas: Canvas, x: float, y: float, radius: float, colour: str, ground: str) -> None:
    """Draw the sign of several things in one: a sheet, and the edges of those behind it."""
    side, step, pen = radius * 1.5, radius * 0.5, max(radius * 0.24, 1.0)
    left, top = x - radius, y - radius
    canvas.rect(left + step, top, side, side, None, stroke=colour, pen=pen, radius=pen)
    canvas.rect(left, top + step, side, side, ground, stroke=colour, pen=pen, radius=pen)


def chevron(canvas: Canvas, x: float, y: float, colour: str, *, is_open: bool) -> None:
    """Draw the small arrow of a lane: down when open, right when closed."""
    path = (
        [(x - 3, y - 1.5), (x, y + 1.5), (x + 3, y - 1.5)]
        if is_open
        else [(x - 1.5, y - 3), (x + 1.5, y), (x - 1.5, y + 3)]
    )
    canvas.line(path, colour, pen=1.4)
