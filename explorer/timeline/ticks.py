"""The two-level axis: the finest ticks that are not crowded, right at every zoom and in any year.

All arithmetic is on whole seconds of the model's calendar, so that a label never drifts from its tick. Years
before the common era are counted as people count them: the year before 1 is 1 BCE, and round years are round.
"""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import NamedTuple

import numpy as np

from explorer.model.calendar import DAY_S, HOUR_S, civil, day_number, days_in_month, seconds, weekday
from explorer.model.edtf import MONTHS
from explorer.timeline.scale import Scale

TextWidth = Callable[[str, bool], float]  # text, is bold → pixels
Cut = Callable[[str, float, bool], tuple[str, float]]  # text, room, is bold → the text cut, and its width

MONTH_S = 28 * DAY_S  # the shortest: no February is crowded
_GAP_PX = 14.0
_NEAR_PX = 400.0  # no label of a minor tick is as wide
_USUAL_PAIRS = 64
ELLIPSIS = "…"
_WEEKEND_PX = 7.0  # a day narrower than this has no shade of its own


@dataclass(frozen=True, slots=True)
class Names:
    """What months and weekdays are called, in the language of whoever reads."""

    months: tuple[str, ...] = MONTHS
    short_months: tuple[str, ...] = tuple(month[:3] for month in MONTHS)
    weekdays: tuple[str, ...] = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


ENGLISH = Names()


def elided(text: str, room: float, text_width: TextWidth, bold: bool = False) -> str:
    """Cut a text to a room, at a word where one ends near, with "…"; "" where not even three letters fit."""
    if text_width(text, bold) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if text_width(text[:middle].rstrip() + ELLIPSIS, bold) <= room:
            low = middle
        else:
            high = middle - 1
    if low < 3:
        return ""
    cut = text.rfind(" ", 0, low + 1)
    kept = text[:cut] if cut >= low * 0.7 else text[:low]
    return kept.rstrip(" ,;:·–—-") + ELLIPSIS


class Tick(NamedTuple):
    """A line at `x` with its label, which begins at `text_x`; "" for none."""

    x: float
    at_s: int
    text: str
    text_x: float


@dataclass(frozen=True, slots=True)
class Axis:
    """Major ticks (bold, above) and minor ones below; a major tick is not repeated among the minor."""

    major: tuple[Tick, ...]
    minor: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A way to cut time: the shortest step in seconds, its ticks, and the widest label."""

    step_s: float
    starts: Callable[[int, int], Iterator[int]]
    label: Callable[[int], str]
    widest: str


def axis(scale: Scale, text_width: TextWidth, names: Names = ENGLISH) -> Axis:
    """Choose the finest pair of units that has room, and give their ticks in view.

    The label of the first major tick stays at the left edge when its tick has gone, so that one always knows
    where one is.
    """
    pairs = _usual_pairs(names)
    # Most are far too fine, and need no words to tell.
    finest = bisect_right(pairs, _GAP_PX * scale.s_per_px, key=lambda pair: pair[0].step_s)
    minor, major = next(pair for pair in islice(pairs, finest, None) if _has_room(pair, scale, text_width))
    first, last = int(scale.lo_s // 1), int(scale.hi_s // 1) + 1
    bold = list(major.starts(first, last))
    taken = set(bold)
    lo_s, hi_s = scale.lo_s, scale.hi_s
    starts = [at for at in minor.starts(first, last) if at not in taken and lo_s <= at < hi_s]
    places = scale.x(np.array(starts, np.float64)).tolist()
    small = [Tick(x, at, minor.label(at), x + 4) for x, at in zip(places, starts, strict=True)]
    _clip(small, scale, text_width)
    return Axis(_majors(scale, major, bold, text_width), tuple(small))


def weekends(scale: Scale) -> tuple[tuple[float, float], ...]:
    """Give from where to where the weekends of a window reach, where days are wide enough to tell them."""
    if DAY_S / scale.s_per_px < _WEEKEND_PX:
        return ()
    first, last = math.floor(scale.lo_s / DAY_S) - 1, math.floor(scale.hi_s / DAY_S)
    saturdays = np.arange(float(first + (5 - weekday(first)) % 7), last + 1, 7) * DAY_S
    begins = np.maximum(scale.x(saturdays), scale.left)
    ends = np.minimum(scale.x(saturdays + 2 * DAY_S), scale.right)
    return tuple((x0, x1) for x0, x1 in zip(begins.tolist(), ends.tolist(), strict=True) if x1 > x0)


def edges(lo_s: int, hi_s: int, most: int) -> list[int]:
    """Cut a stretch at round times into at most so many columns; the outer edges lie at or beyond its ends."""
    units = (minor for minor, _ in _pairs(ENGLISH) if minor.step_s >= DAY_S)
    unit = next(unit for unit in units if (hi_s - lo_s) / unit.step_s <= most - 2)
    reach = 3 * int(unit.step_s) + 40 * DAY_S
    found = sorted({*unit.starts(lo_s, hi_s + reach)})
    first = max((at for at in found if at <= lo_s), default=lo_s)
    last = next(at for at in found if at >= hi_s)
    return [first, *(at for at in found if first < at < last), last]


def _majors(scale: Scale, unit: Unit, starts: list[int], text_width: TextWidth) -> tuple[Tick, ...]:
    ticks: list[Tick] = []
    for at in starts:
        if at >= scale.hi_s:
            continue
        x, text = scale.x(at), unit.label(at)
        text_x = max(x, scale.left) + 6
        if ticks and text_x + text_width(text, True) > scale.right:
            text = ""
        if text and ticks and ticks[-1].text_x + text_width(ticks[-1].text, True) + _GAP_PX / 2 > text_x:
            ticks[-1] = ticks[-1]._replace(text="")
        ticks.append(Tick(x, at, text, text_x))
    return tuple(ticks)


def _clip(ticks: list[Tick], scale: Scale, text_width: TextWidth) -> None:
    """Leave out the labels that would not be seen whole at the right edge."""
    for at in range(len(ticks) - 1, -1, -1):
        tick = ticks[at]
        if tick.text_x <= scale.right - _NEAR_PX:
            break
        if tick.text_x + text_width(tick.text, False) > scale.right:
            ticks[at] = tick._replace(text="")


def _has_room(pair: tuple[Unit, Unit], scale: Scale, text_width: TextWidth) -> bool:
    rooms = [(unit, unit.step_s / scale.s_per_px - _GAP_PX) for unit in pair]
    # Years are as long as their digits and era; so the labels at both ends count too.
    ends = (int(scale.lo_s // 1), int(scale.hi_s // 1))
    return all(
        text_width(text, is_bold) <= room
        for (unit, room), is_bold in zip(rooms, (False, True), strict=True)
        for text in _wide_ones(unit, ends)
    )


def _wide_ones(unit: Unit, ends: tuple[int, int]) -> Iterator[str]:
    yield unit.widest
    yield from map(unit.label, ends)


@cache
def _usual_pairs(names: Names) -> tuple[tuple[Unit, Unit], ...]:
    """Give the pairs up to steps that are longer than any time one can see: a frame goes through many."""
    return tuple(islice(_pairs(names), _USUAL_PAIRS))


def _pairs(names: Names) -> Iterator[tuple[Unit, Unit]]:
    """Give pairs of minor and major units, the finest first; there is always a wider one."""
    for minutes in (1, 5, 15, 30):
        yield _clock(minutes * 60), _days(names)
    for hours in (1, 3, 6, 12):
        yield _clock(hours * HOUR_S), _days(names)
    yield _named_days(names), _months(1, names, long=True)
    for days in (1, 2, 5, 10):
        yield _days_of_month(days), _months(1, names, long=True)
    for months in (1, 3, 6):
        yield _months(months, names, long=False), _years(1)
    step = 1
    while True:
        yield _years(step), _years(step * 10)
        yield _years(step * 2), _years(step * 10)
        yield _years(step * 5), _years(step * 10)
        step *= 10


def _clock(step_s: int) -> Unit:
    def starts(lo_s: int, hi_s: int) -> Iterator[int]:
        yield from range(lo_s // step_s * step_s, hi_s, step_s)

    return Unit(step_s, starts, lambda at: f"{at % DAY_S // HOUR_S:02d}:{at % HOUR_S // 60:02d}", "00:00")


def _days(names: Names) -> Unit:
    def starts(lo_s: int, hi_s: int) -> Iterator[int]:
        yield from range(lo_s // DAY_S * DAY_S, hi_s, DAY_S)

    def label(at_s: int) -> str:
        day = civil(at_s // DAY_S)
        return f"{day.day} {names.months[day.month - 1]} {year_label(day.year)}"

    return Unit(DAY_S, starts, label, f"30 {max(names.months, key=len)} 2000")


def _named_days(names: Names) -> Unit:
    def label(at_s: int) -> str:
        number = at_s // DAY_S
        return f"{names.weekdays[weekday(number)]} {civil(number).day}"

    return replace(_days_of_month(1), label=label, widest=f"{max(names.weekdays, key=len)} 30")


def _days_of_month(step: int) -> Unit:
    """Cut every month from its first day: 1, 3, 5 … or 1, 5, 10 …, leaving out a rest too short for a label."""

    def of_month(days: int) -> Iterator[int]:
        yield 1
        marks = range(1 + step, days + 1, step) if step < 5 else range(step, days + 1, step)
        yield from (day for day in marks if days + 1 - day >= step)

    def starts(lo_s: int, hi_s: int) -> Iterator[int]:
        for first in _month_starts(lo_s, hi_s, 1):
            year, month, _ = civil(first // DAY_S)
            for day in of_month(days_in_month(year, month)):
                yield first + (day - 1) * DAY_S

    shortest = max(step - 1, 1) if step >= 5 else step
    return Unit(shortest * DAY_S, starts, lambda at: str(civil(at // DAY_S).day), "30")


def _month_starts(lo_s: int, hi_s: int, step: int) -> Iterator[int]:
    year, month, _ = civil(lo_s // DAY_S)
    count = (year * 12 + month - 1) // step * step
    while (at := seconds(count // 12, count % 12 + 1)) < hi_s:
        yield at
        count += step


def _months(step: int, names: Names, *, long: bool) -> Unit:
    def label(at_s: int) -> str:
        day = civil(at_s // DAY_S)
        if long:
            return f"{names.months[day.month - 1]} {year_label(day.year)}"
        return names.short_months[day.month - 1]

    widest = f"{max(names.months, key=len)} 2000" if long else max(names.short_months, key=len)
    return Unit(MONTH_S * step, lambda lo_s, hi_s: _month_starts(lo_s, hi_s, step), label, widest)


def _years(step: int) -> Unit:
    return Unit(
        step * 365 * DAY_S,
        lambda lo_s, hi_s: _year_starts(lo_s, hi_s, step),
        lambda at: year_label(civil(at // DAY_S).year),
        "2000",
    )


def _year_starts(lo_s: int, hi_s: int, step: int) -> Iterator[int]:
    count = _told(civil(lo_s // DAY_S).year) // step
    while (at := day_number(_astronomical(count * step)) * DAY_S) < hi_s:
        if count or step > 1:  # cut by single years, there is nothing between 1 BCE and 1
            yield at
        count += 1


def _told(year: int) -> int:
    """Turn an astronomical year into the number people use, negative before the common era."""
    return year if year > 0 else year - 1


def _astronomical(told: int) -> int:
    """Turn a round number of years back; there is no year 0, so its place is taken by the year 1."""
    return told + 1 if told <= 0 else told


def year_label(year: int) -> str:
    """Write an astronomical year for people: 2019, 44 BCE, 12,000 BCE."""
    told = abs(_told(year))
    return (f"{told:,}" if told >= 10_000 else str(told)) + ("" if year > 0 else " BCE")
