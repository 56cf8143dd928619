"""The measures band: series of one unit on one scale, over the same time as the lanes.

Nothing is claimed between two points: they are joined by dots only. A bound ("over 150") is told at its point,
the company at the end of its line.
"""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.chronology.measures import Point, Series
from explorer.model.mention import Bound
from explorer.timeline.scale import Scale
from explorer.timeline.ticks import TextWidth

_MOST_LINES = 6
_MOST_UNITS = 4
_WORDS = ((1e12, "trillions"), (1e9, "billions"), (1e6, "millions"), (1e3, "thousands"), (1.0, ""))


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a series: where, how wide its date is, and its words with their place ("" for no room)."""

    event_id: str
    x: float
    y: float
    x0: float
    x1: float
    bound: Bound | None
    is_conflict: bool
    text: str
    text_x: float
    text_y: float
    text_width: float

    def covers(self, x: float, y: float) -> bool:
        """Tell whether its words lie at a place."""
        return bool(self.text) and abs(x - self.text_x) <= self.text_width / 2 and -12 <= y - self.text_y <= 4


@dataclass(frozen=True, slots=True)
class Line:
    """A company's points from left to right, and where its name stands ("" for no room)."""

    company: str
    dots: tuple[Dot, ...]
    path: tuple[tuple[float, float], ...]
    name: str
    name_x: float
    name_y: float


@dataclass(frozen=True, slots=True)
class UnitLink:
    """The name of another unit, to change to."""

    unit: str
    text: str
    x0: float
    x1: float
    y0: float
    y1: float


@dataclass(frozen=True, slots=True)
class Band:
    """The band between `y0` and `y1`: what it measures, its scale and its lines."""

    y0: float
    y1: float
    unit: str
    title: str
    scale_word: str
    units: tuple[UnitLink, ...]
    grid: tuple[tuple[float, str], ...]
    lines: tuple[Line, ...]
    more: int


def units(series: Sequence[Series]) -> list[str]:
    """Give the units of which there is something to draw: those with a line first, the longest first."""
    best: dict[str, int] = {}
    for one in series:
        best[one.unit] = max(best.get(one.unit, 0), len(one.points))
    return sorted(best, key=lambda unit: -best[unit])


def measures_band(
    series: Sequence[Series], unit: str, scale: Scale, y0: float, y1: float, text_width: TextWidth
) -> Band | None:
    """Lay out the series of a unit (of the first, where that one has none); None without any series."""
    known = units(series)
    if not known:
        return None
    unit = unit if unit in known else known[0]
    ours = sorted((one for one in series if one.unit == unit), key=lambda one: -len(one.points))
    shown = ours[:_MOST_LINES]
    values = [point.value for one in shown for point in one.points]
    size, word = next((pair for pair in _WORDS if max(values) >= pair[0]), _WORDS[-1])
    top = _rounded_up(max(values))
    placer = _Placer(scale, y0 + 34, y1 - 14, top, size, text_width)
    grid = tuple((placer.y(value), _plain(value / size)) for value in _grid(top))
    return Band(
        y0=y0,
        y1=y1,
        unit=unit,
        title=unit[:1].upper() + unit[1:],
        scale_word=word,
        units=_links(known, unit, y0, text_width),
        grid=grid,
        lines=tuple(placer.line(one) for one in shown),
        more=len(ours) - len(shown),
    )


def _links(known: Sequence[str], unit: str, y0: float, text_width: TextWidth) -> tuple[UnitLink, ...]:
    links = []
    for at, other in enumerate([one for one in known if one != unit][: _MOST_UNITS - 1]):
        text = other[:1].upper() + other[1:]
        top = y0 + 46 + at * 18
        links.append(UnitLink(other, text, 14, 14 + text_width(text, False), top, top + 17))
    return tuple(links)


def _rounded_up(value: float) -> float:
    """Give the next round number at or above a value, of which thirds or quarters are round too."""
    if value <= 0:
        return 1.0
    size: float = 10.0 ** math.floor(math.log10(value))
    return next(step * size for step in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if step * size >= value * 0.999)


def _grid(top: float) -> list[float]:
    size = 10 ** math.floor(math.log10(top))
    step = next(s * size / 10 for s in (1, 2, 2.5, 5, 10, 20, 25, 50) if top / (s * size / 10) <= 4)
    return [step * at for at in range(1, int(top / step + 1e-9) + 1)]


def _within(path: list[tuple[float, float]], left: float, right: float) -> tuple[tuple[float, float], ...]:
    """Cut a path from left to right at two edges: dashes of a line that runs far outside are drawn wrong."""
    cut: list[tuple[float, float]] = []
    for (x0, y0), (x1, y1) in itertools.pairwise(path):
        if x1 < left or x0 > right or x1 <= x0:
            continue
        slope = (y1 - y0) / (x1 - x0)
        begin, end = max(x0, left), min(x1, right)
        ends = [(begin, y0 + (begin - x0) * slope), (end, y0 + (end - x0) * slope)]
        cut.extend(point for point in ends if point not in cut)
    return tuple(cut)


def _plain(value: float) -> str:
    return f"{value:,.3g}" if value < 1000 else f"{value:,.0f}"


class _Placer:
    """Puts points on the scale and their words where nothing lies yet."""

    def __init__(
        self, scale: Scale, top_y: float, bottom_y: float, top: float, size: float, text_width: TextWidth
    ) -> None:
        self.scale, self.top_y, self.bottom_y = scale, top_y, bottom_y
        self.top, self.size, self.text_width = top, size, text_width
        self.taken: list[tuple[float, float, float, float]] = []

    def y(self, value: float) -> float:
        return self.bottom_y - (self.bottom_y - self.top_y) * max(value, 0.0) / self.top

    def x(self, point: Point) -> tuple[float, float, float]:
        """Give the middle, the left and the right of a point's time; an open end lies at the known one."""
        lo_s = point.when.hi_s - 1 if point.when.is_open_start else point.when.lo_s
        hi_s = point.when.lo_s + 1 if point.when.is_open_end else point.when.hi_s
        return self.scale.x((lo_s + hi_s) / 2), self.scale.x(float(lo_s)), self.scale.x(float(hi_s))

    def line(self, one: Series) -> Line:
        places = [(*self.x(point), self.y(point.value), point) for point in one.points]
        places.sort(key=lambda place: place[0])
        path = _within([(x, y) for x, _, _, y, _ in places], self.scale.left - 40, self.scale.right + 40)
        inside = [place for place in places if self.scale.left - 4 <= place[0] <= self.scale.right]
        for x, _, _, y, _ in inside:
            self.taken.append((x - 5, x + 5, y - 5, y + 5))
        name = self._name(one.company, inside)
        # The last and the first tell most; the others come as far as there is room.
        order = sorted(
            range(len(inside)), key=lambda at: (at != len(inside) - 1, at != 0, -inside[at][4].value)
        )
        words = {at: self._words(inside[at][0], inside[at][3], inside[at][4]) for at in order}
        dots = tuple(
            Dot(p.event_id, x, y, x0, x1, p.bound, p.is_conflict, *words[at])
            for at, (x, x0, x1, y, p) in enumerate(inside)
        )
        return Line(one.company, dots, path, *name)

    def _name(
        self, company: str, inside: Sequence[tuple[float, float, float, float, Point]]
    ) -> tuple[str, float, float]:
        if not inside:
            return "", 0.0, 0.0
        x, y = inside[-1][0], inside[-1][3]
        width = self.text_width(company, True)
        for left in (x + 11, x - 11 - width):
            for base in (y + 4.5, y + 16, y - 8):
                if (
                    left + width <= self.scale.right
                    and left >= self.scale.left
                    and self._claim(left, left + width, base)
                ):
                    return company, left, base
        return "", 0.0, 0.0

    def _words(self, x: float, y: float, point: Point) -> tuple[str, float, float, float]:
        text = said(point, self.size)
        width = self.text_width(text, True)
        middle = min(max(x, self.scale.left + width / 2 + 2), self.scale.right - width / 2 - 2)
        for base in (y - 11, y + 18):
            if base <= self.bottom_y + 10 and self._claim(middle - width / 2, middle + width / 2, base):
                return text, middle, base, width
        return "", middle, y - 11, 0.0

    def _claim(self, x0: float, x1: float, base: float) -> bool:
        """Take the room of words on a base line, unless something lies there."""
        box = (x0 - 3, x1 + 3, base - 10, base + 3)
        if any(a < box[1] and b > box[0] and c < box[3] and d > box[2] for a, b, c, d in self.taken):
            return False
        self.taken.append(box)
        return True


def said(point: Point, size: float) -> str:
    """Say a value as its source bounds it: "over 150", "200–250", "about 3"."""
    if point.low is not None and point.high is not None:
        return f"{_plain(point.low / size)}–{_plain(point.high / size)}"
    value = _plain(point.value / size)
    return f"{point.bound.value} {value}" if point.bound else value
