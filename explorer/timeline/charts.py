"""The measures band: series of one unit on one scale, over the same time as the lanes.

Nothing is claimed between two points: they are joined by dots only. A bound ("over 150") is told at its point,
the company at the end of its line; a range and a disagreement stand as a whisker from the least to the most.
"""

import itertools
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from explorer.chronology.measures import Point, Series
from explorer.model.mention import Bound
from explorer.timeline.metrics import NOTE_SIZE, Metrics
from explorer.timeline.scale import Scale
from explorer.timeline.ticks import TextWidth
from explorer.timeline.values import Values, plain

_MOST_LINES = 6
_MOST_UNITS = 4
LEAST_PX, MOST_PX = 100.0, 420.0
_WORDS = ((1e12, "trillions"), (1e9, "billions"), (1e6, "millions"), (1e3, "thousands"), (1.0, ""))


@dataclass(frozen=True, slots=True)
class Chart:
    """How a person wants the measures: the unit ("" for the first), the scale, and how high on the screen.

    Indexed, every company begins at 100, so that growth can be compared.
    """

    unit: str = ""
    is_log: bool = False
    is_indexed: bool = False
    height_px: float = Metrics().measures


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a series: where, how wide its date is, and its words with their place ("" for no room).

    `low_y` to `high_y` is its whisker: a range that the source gives, or all that sources of the event say.
    """

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
    note: str = ""
    low_y: float | None = None
    high_y: float | None = None

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
class Switch:
    """Something to turn on and off: "log" or "index"."""

    name: str
    text: str
    is_on: bool
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
    switches: tuple[Switch, ...] = ()
    more_text: str = ""
    empty_text: str = "No value in this span of time"

    @property
    def is_empty(self) -> bool:
        """Tell whether no point lies in the window."""
        return not any(line.dots for line in self.lines)

    def switch_at(self, x: float, y: float) -> Switch | None:
        """Give the switch at a place."""
        return next((one for one in self.switches if one.x0 <= x <= one.x1 and one.y0 <= y <= one.y1), None)


def passing(series: Sequence[Series], ids: Container[str]) -> list[Series]:
    """Keep the points of events that pass the filter; a series without any is left out."""
    kept = (replace(one, points=tuple(p for p in one.points if p.event_id in ids)) for one in series)
    return [one for one in kept if one.points]


def units(series: Sequence[Series]) -> list[str]:
    """Give the units of which there is a line to draw, two points or more; the longest first."""
    best: dict[str, int] = {}
    for one in series:
        best[one.unit] = max(best.get(one.unit, 0), len({point.when.lo_s for point in one.points}))
    return sorted((unit for unit, count in best.items() if count > 1), key=lambda unit: -best[unit])


def indexed(series: Sequence[Series]) -> list[Series]:
    """Give each series in hundredths of its first value; one that does not begin above nothing is left out."""
    found = []
    for one in series:
        first = min(one.points, key=lambda point: (point.when.lo_s, point.when.hi_s)).value
        if first > 0:
            share = 100 / first
            points = tuple(
                replace(
                    point,
                    value=point.value * share,
                    low=None if point.low is None else point.low * share,
                    high=None if point.high is None else point.high * share,
                )
                for point in one.points
            )
            found.append(replace(one, points=points))
    return found


def measures_band(
    series: Sequence[Series],
    chart: Chart,
    scale: Scale,
    y0: float,
    sizes: Metrics,
    text_width: TextWidth,
    notes: Mapping[str, str] | None = None,
) -> Band | None:
    """Lay out the series of a unit (of the first, where that one has none); None without any line.

    The band is as high as the sizes say. `notes` stand small behind the words of points, by event.
    """
    known = units(series)
    if not known:
        return None
    unit = chart.unit if chart.unit in known else known[0]
    ours = sorted((one for one in series if one.unit == unit), key=lambda one: -len(one.points))
    ours = indexed(ours) if chart.is_indexed else ours
    shown = ours[:_MOST_LINES]
    points = [point for one in shown for point in one.points]
    if not points:
        return None
    # In millions rather than billions while most values would be 0.2 or 0.4 of them.
    middle = sorted(point.value for point in points)[len(points) // 2]
    size, word = next((pair for pair in _WORDS if middle >= pair[0]), _WORDS[-1])
    if chart.is_indexed:
        size, word = 1.0, "first = 100"
    ends = [end for point in points for end in (point.value, point.low, point.high) if end is not None]
    values = Values.holding(ends, is_log=chart.is_log)
    placer = _Placer(scale, y0, sizes, values, size, text_width, notes or {})
    return Band(
        y0=y0,
        y1=y0 + sizes.measures,
        unit=unit,
        title=unit[:1].upper() + unit[1:],
        scale_word=f"{word}, log".removeprefix(", ") if chart.is_log else word,
        units=_links(known, unit, y0, sizes, text_width),
        grid=tuple((placer.y(value), plain(value / size)) for value in values.grid),
        lines=tuple(placer.lines(shown)),
        more=len(ours) - len(shown),
        more_text=f"and {len(ours) - len(shown)} more",
        switches=_switches(chart, y0 + sizes.measures, sizes, text_width),
    )


def _links(
    known: Sequence[str], unit: str, y0: float, sizes: Metrics, text_width: TextWidth
) -> tuple[UnitLink, ...]:
    """Give the other units, as many as have room; where not all have, those that follow the one shown.

    So each comes by, however low the band is.
    """
    links, step = [], 0.9 * sizes.row
    room = min(_MOST_UNITS - 1, int((sizes.measures - 3.5 * sizes.row) / step))
    others = [one for one in known if one != unit]
    if len(others) > room and unit in known:
        at = list(known).index(unit)
        others = [*known[at + 1 :], *known[:at]]
    for at, other in enumerate(others[: max(room, 0)]):
        text = other[:1].upper() + other[1:]
        top, left = y0 + 2.3 * sizes.row + at * step, 1.4 * sizes.margin
        links.append(UnitLink(other, text, left, left + text_width(text, False), top, top + step))
    return tuple(links)


def _switches(chart: Chart, y1: float, sizes: Metrics, text_width: TextWidth) -> tuple[Switch, ...]:
    found, x = [], 1.4 * sizes.margin
    for name, text, is_on in (("log", "Log", chart.is_log), ("index", "Index", chart.is_indexed)):
        end = x + text_width(text, False) + 1.4 * sizes.margin
        found.append(Switch(name, text, is_on, x, end, y1 - 1.2 * sizes.row, y1 - 0.3 * sizes.row))
        x = end + 0.5 * sizes.margin
    return tuple(found)


def _within(path: Sequence[tuple[float, float]], left: float, right: float) -> tuple[tuple[float, float], ...]:
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


class _Placer:
    """Puts points on the scale and their words where nothing lies yet."""

    def __init__(
        self,
        scale: Scale,
        y0: float,
        sizes: Metrics,
        values: Values,
        size: float,
        text_width: TextWidth,
        notes: Mapping[str, str],
    ) -> None:
        self.scale, self.values, self.size = scale, values, size
        self.text_width, self.notes = text_width, notes
        self.px = sizes.px
        self.y0, self.top_y, self.bottom_y = y0, y0 + 34 * self.px, y0 + sizes.measures - 14 * self.px
        self.taken: list[tuple[float, float, float, float]] = []

    def y(self, value: float) -> float:
        return self.bottom_y - (self.bottom_y - self.top_y) * self.values.share(value)

    def _x(self, point: Point) -> tuple[float, float, float]:
        """Give the middle, the left and the right of a point's time; an open end lies at the known one."""
        lo_s = point.when.hi_s - 1 if point.when.is_open_start else point.when.lo_s
        hi_s = point.when.lo_s + 1 if point.when.is_open_end else point.when.hi_s
        return self.scale.x((lo_s + hi_s) / 2), self.scale.x(float(lo_s)), self.scale.x(float(hi_s))

    def lines(self, series: Sequence[Series]) -> list[Line]:
        """Place all points, then names and words where no point lies."""
        placed = [
            sorted((_Place(*self._x(p), self.y(p.value), p) for p in one.points), key=lambda place: place.x)
            for one in series
        ]
        reach = 5 * self.px
        for place in itertools.chain.from_iterable(placed):
            self.taken.append((place.x - reach, place.x + reach, place.y - reach, place.y + reach))
        return [self._line(one.company, places) for one, places in zip(series, placed, strict=True)]

    def _line(self, company: str, places: Sequence["_Place"]) -> Line:
        path = _within([(place.x, place.y) for place in places], self.scale.left - 40, self.scale.right + 40)
        inside = [place for place in places if self.scale.left - 4 <= place.x <= self.scale.right]
        name = self._name(company, inside)
        # The last and the first tell most; the others come as far as there is room.
        last = len(inside) - 1
        order = sorted(range(len(inside)), key=lambda at: (at != last, at != 0, -inside[at].point.value))
        words = {at: self._words(inside[at]) for at in order}
        whiskers = _whiskers([place.point for place in inside])
        dots = (self._dot(place, whiskers[at], *words[at]) for at, place in enumerate(inside))
        return Line(company, tuple(dots), path, *name)

    def _dot(
        self,
        place: "_Place",
        whisker: tuple[float, float] | None,
        text: str,
        x: float,
        y: float,
        width: float,
    ) -> Dot:
        return Dot(
            event_id=place.point.event_id,
            x=place.x,
            y=place.y,
            x0=place.x0,
            x1=place.x1,
            bound=place.point.bound,
            is_conflict=place.point.is_conflict,
            text=text,
            text_x=x,
            text_y=y,
            text_width=width,
            note=self.notes.get(place.point.event_id, ""),
            low_y=self.y(whisker[0]) if whisker else None,
            high_y=self.y(whisker[1]) if whisker else None,
        )

    def _name(self, company: str, inside: Sequence["_Place"]) -> tuple[str, float, float]:
        if not inside:
            return "", 0.0, 0.0
        x, y, px = inside[-1].x, inside[-1].y, self.px
        width = self.text_width(company, True)
        for left in (x + 11 * px, x - 11 * px - width):
            for base in (y + 4.5 * px, y + 16 * px, y - 8 * px):
                is_in = left >= self.scale.left and left + width <= self.scale.right - 6 * self.px
                is_in = is_in and self.y0 + 12 * px <= base <= self.bottom_y + 10 * px
                if is_in and self._claim(left, left + width, base):
                    return company, left, base
        return "", 0.0, 0.0

    def _words(self, place: "_Place") -> tuple[str, float, float, float]:
        """Give a point's words, their middle, base line and width; "" where there is no room."""
        text = said(place.point, self.size)
        note = self.notes.get(place.point.event_id, "")
        width, beside = (
            self.text_width(text, True),
            self.text_width(note, False) * NOTE_SIZE + 3 if note else 0.0,
        )
        low, high = self.scale.left + width / 2 + 2, self.scale.right - width / 2 - 2 - beside
        middle = min(max(place.x, low), high)
        for base in (place.y - 11 * self.px, place.y + 18 * self.px):
            ends = middle - width / 2, middle + width / 2 + beside
            if base <= self.bottom_y + 10 * self.px and self._claim(*ends, base):
                return text, middle, base, width
        return "", middle, place.y, 0.0

    def _claim(self, x0: float, x1: float, base: float) -> bool:
        """Take the room of words on a base line, unless something lies there."""
        box = (x0 - 3, x1 + 3, base - 10 * self.px, base + 3 * self.px)
        if any(a < box[1] and b > box[0] and c < box[3] and d > box[2] for a, b, c, d in self.taken):
            return False
        self.taken.append(box)
        return True


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a point lies: its middle, the ends of its date, and its height."""

    x: float
    x0: float
    x1: float
    y: float
    point: Point


def _whiskers(points: Sequence[Point]) -> list[tuple[float, float] | None]:
    """Give the range of each point: its own, or, at the first of those that disagree on an event, all of it."""
    found: list[tuple[float, float] | None] = []
    told: set[str] = set()
    for point in points:
        ends = [point.low, point.high] if point.low is not None and point.high is not None else []
        if point.is_conflict and point.event_id not in told:
            told.add(point.event_id)
            ends += [one.value for one in points if one.event_id == point.event_id]
        values = [end for end in ends if end is not None]
        found.append((min(values), max(values)) if values and min(values) < max(values) else None)
    return found


def said(point: Point, size: float) -> str:
    """Say a value as its source bounds it: "over 150", "200–250", "about 3"."""
    if point.low is not None and point.high is not None:
        return f"{plain(point.low / size)}–{plain(point.high / size)}"
    value = plain(point.value / size)
    return f"{point.bound.value} {value}" if point.bound else value
