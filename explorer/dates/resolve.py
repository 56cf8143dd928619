"""From what words say to a date: own arithmetic, with a trace that says how; dateparser for other languages' words.

`resolve` never makes a possible date of an impossible one and never gives a finer date than the words do.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from explorer.dates.anchor import Anchor
from explorer.dates.arithmetic import at_grain, begin_of
from explorer.dates.partial import resolve_calendar
from explorer.dates.specs import (
    Base,
    Calendar,
    Clock,
    Length,
    Offset,
    Repeat,
    Shift,
    Spec,
    Vague,
    Written,
)
from explorer.dates.timex import TimexType
from explorer.dates.values import date_value, length_value
from explorer.model.calendar import DAY_S, Day, day_number
from explorer.model.edtf import display, interval, of_day_number, of_month, of_time, of_week, of_year, parse
from explorer.model.when import Precision, When

MAX_WRITTEN = 80  # characters that dateparser is given at most
_SMALL = ("second", "minute", "hour")


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression means: type, value, date (None: unresolved) and the trace."""

    type: TimexType
    value: str | None
    when: When | None = None
    anchor: str | None = None
    why: tuple[str, ...] = ()
    is_explicit: bool = False
    is_told: bool = False  # a date that the story goes on from


def resolve(spec: Spec, anchor: Anchor, tense: Callable[[], int], language: str = "en") -> Resolved:
    """Turn what words say into a date, counted from the anchor; `tense` is asked only where it matters."""
    match spec:
        case Calendar():
            return _calendar(spec, anchor, tense)
        case Shift():
            return _shift(spec, anchor)
        case Offset():
            return _offset(spec, anchor)
        case Clock():
            return _clock(spec, anchor)
        case Length():
            return _length(spec, anchor)
        case Repeat(value):
            return Resolved(TimexType.SET, value, why=("a repeated time, without a date of its own",))
        case Vague():
            return _vague(spec, anchor)
        case Written(text):
            return _written(text, anchor, language)
    raise ValueError(f"not resolvable: {spec!r}")


def _calendar(spec: Calendar, anchor: Anchor, tense: Callable[[], int]) -> Resolved:
    if spec.within is not None and spec.year is None:
        return _within(spec, spec.within, anchor, tense)
    found = resolve_calendar(spec, anchor, tense)
    if found.when is None:
        return Resolved(TimexType.DATE, found.value, None, None, found.why)
    when, kind, part = found.when, TimexType.DATE, spec.daypart
    value = date_value(when, part)
    if spec.clock is not None and when.precision is Precision.DAY and not when.is_interval:
        when = of_time(*begin_of(when), *spec.clock)
        kind, value = TimexType.TIME, date_value(when)
    elif part is not None:
        kind = TimexType.TIME
    if spec.is_fiscal and value is not None and found.is_explicit:
        value = value if spec.quarter else value
    edtf = found.base.edtf if found.base is not None else None
    return Resolved(kind, value, when, edtf, found.why, found.is_explicit, True)


def _within(spec: Calendar, within: Shift, anchor: Anchor, tense: Callable[[], int]) -> Resolved:
    """Resolve "October of last year" and "the week of March 4"."""
    from dataclasses import replace

    if within.unit == "week":
        day = _calendar(replace(spec, within=None), anchor, tense)
        week = at_grain(day.when, "week") if day.when is not None else None
        if week is None:
            return day
        return Resolved(
            day.type,
            date_value(week),
            week,
            day.anchor,
            ("the week of that day", *day.why),
            day.is_explicit,
            True,
        )
    year = _shift(within, anchor)
    if year.when is None:
        return Resolved(TimexType.DATE, None, None, None, year.why)
    told = _calendar(replace(spec, within=None, year=begin_of(year.when).year), anchor, tense)
    return Resolved(
        told.type,
        told.value,
        told.when,
        year.anchor,
        (*told.why[:0], f"within {display(year.when)}", *year.why),
        True,
        True,
    )


def _unresolved(kind: TimexType, value: str | None, why: str) -> Resolved:
    return Resolved(kind, value, why=(why,))


_XXXX = {
    "day": "XXXX-XX-XX",
    "night": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "season": "XXXX-XX",
}


def _shift(spec: Shift, anchor: Anchor) -> Resolved:
    base = anchor.base(spec.base)
    if spec.unit == "quarter" and spec.base is Base.STORY and anchor.quarter is not None:
        base = anchor.quarter
    elif (
        spec.unit == "quarter"
        and spec.base is Base.STORY
        and spec.steps == 0
        and base is not None
        and base is anchor.published
    ):
        quarter = at_grain(base, "quarter", -1)
        if quarter is not None:
            return Resolved(
                TimexType.DATE,
                date_value(quarter),
                quarter,
                base.edtf,
                (f"the quarter before {anchor.name(base)}",),
                False,
                True,
            )
    unresolved = _XXXX.get(spec.unit, "XXXX")
    if base is None:
        return _unresolved(TimexType.DATE, unresolved, "nothing to count from: the publication date is unknown")
    if base.precision is Precision.HALF and spec.unit == "quarter":
        base = of_month(begin_of(base).year, begin_of(base).month)
    when = at_grain(base, spec.unit, spec.steps)
    if when is None:
        return _unresolved(TimexType.DATE, unresolved, f"the {spec.unit} is not known: {anchor.name(base)}")
    words = {0: "the same", 1: "the next", -1: "the"}.get(spec.steps, f"{abs(spec.steps)} steps from the")
    after = {0: "as", 1: "after", -1: "before"}.get(spec.steps, "counted from")
    why = f"{words} {spec.unit} {after} {anchor.name(base)}"
    return Resolved(TimexType.DATE, date_value(when), when, base.edtf, (why,), False, True)


def _offset(spec: Offset, anchor: Anchor) -> Resolved:
    base = anchor.base(spec.base) if spec.origin is None else resolve_calendar(spec.origin, anchor, int).when
    vague = "PAST_REF" if spec.side < 0 else "FUTURE_REF"
    is_year_before = spec.unit == "year" and spec.count == 1 and spec.side < 0 and spec.origin is None
    if is_year_before and anchor.quarter is not None and not anchor.is_story:
        return _year_before_quarter(anchor.quarter)
    if spec.count is None:
        return _unresolved(TimexType.DATE, vague, f"no one says how many {spec.unit}s")
    if base is None:
        return _unresolved(TimexType.DATE, vague, "nothing to count from: the publication date is unknown")
    side = "before" if spec.side < 0 else "after"
    many = f"{spec.count:g} {spec.unit}{'' if spec.count == 1 else 's'}"
    why = f"{many} {side} {anchor.name(base)}"
    when = _counted(spec, base)
    if when is None:
        return _unresolved(TimexType.DATE, vague, f"{why}, which is too coarse to count from")
    return Resolved(TimexType.DATE, date_value(when), when, base.edtf, (why,), False, True)


def _year_before_quarter(quarter: When) -> Resolved:
    when = at_grain(quarter, "quarter", -4)
    why = (f"the same quarter a year before {display(quarter)}",)
    return Resolved(TimexType.DATE, date_value(when) if when else None, when, quarter.edtf, why, False, False)


_FRACTIONS = {
    "year": ("month", 12),
    "decade": ("year", 10),
    "century": ("year", 100),
    "week": ("day", 7),
    "month": ("week", 4),
    "day": ("hour", 24),
}


def _counted(spec: Offset, base: When) -> When | None:
    count, unit = spec.count or 0, spec.unit
    if count != int(count) and unit in _FRACTIONS:
        unit, factor = _FRACTIONS[unit]
        count = round(count * factor)
    if abs(count) > 5000 * (366 if unit in ("day", "night") else 1):
        return None
    if unit in _SMALL:
        return (
            at_grain(base, "day", 0)
            if base.precision.rank > Precision.HOUR.rank and count < 12
            else _hours(spec, base)
        )
    return at_grain(base, unit, spec.side * int(count))


def _hours(spec: Offset, base: When) -> When | None:
    width = {"second": 1, "minute": 60, "hour": 3600}[spec.unit]
    if base.precision.rank > Precision.DAY.rank:
        return None
    at_s = base.lo_s + spec.side * int((spec.count or 0) * width)
    return of_day_number(at_s // DAY_S)


def _clock(spec: Clock, anchor: Anchor) -> Resolved:
    base = anchor.base(spec.base)
    if (
        spec.step is None
        and base is not None
        and not anchor.is_story
        and anchor.published is not None
        and anchor.paragraph != anchor.story_paragraph
    ):
        base = anchor.published
    text = "T" + (f"{spec.at[0]:02d}:{spec.at[1] or 0:02d}" if spec.at is not None else spec.daypart or "")
    day = at_grain(base, "day", spec.step or 0) if base is not None else None
    if base is None or day is None:
        return _unresolved(TimexType.TIME, f"XXXX-XX-XX{text}", "the day of this time is not known")
    why = (f"on {display(day)}, counted from {anchor.name(base)}",)
    if spec.at is None:
        return Resolved(TimexType.TIME, date_value(day, spec.daypart), day, base.edtf, why, False, True)
    when = of_time(*begin_of(day), *spec.at)
    return Resolved(TimexType.TIME, date_value(when), when, base.edtf, why, False, True)


def _length(spec: Length, anchor: Anchor) -> Resolved:
    value = length_value(spec)
    base = anchor.published
    if spec.side == 0 or spec.count is None or base is None:
        return Resolved(TimexType.DURATION, value, why=("a duration, without a beginning or an end",))
    far = _counted(Offset(spec.count, spec.unit, spec.side, Base.PUBLISHED), base)
    if far is None:
        return Resolved(TimexType.DURATION, value, why=("a duration too coarse for its anchor",))
    near = at_grain(base, spec.unit) or base
    when = interval(far, near) if spec.side < 0 else interval(near, far)
    side = "up to" if spec.side < 0 else "from"
    return Resolved(
        TimexType.DURATION,
        value,
        when,
        base.edtf,
        (f"{spec.count:g} × {spec.unit} {side} {anchor.name(base)}",),
    )


def _vague(spec: Vague, anchor: Anchor) -> Resolved:
    base = anchor.published
    if not spec.is_present or base is None:
        return Resolved(TimexType.DATE, spec.value, why=("a word that names no date",))
    month = at_grain(base, "month") or base
    why = (f"the time of {anchor.name(base)}",)
    return Resolved(TimexType.DATE, spec.value, month, base.edtf, why)


def _written(text: str, anchor: Anchor, language: str) -> Resolved:
    base = anchor.published
    if base is not None and base.precision.rank > Precision.DAY.rank:
        base = None
    edtf = read_words(text[:MAX_WRITTEN], language, tuple(begin_of(base)) if base is not None else None)
    if edtf is None:
        is_relative = base is None and not any(map(str.isdigit, text))
        why = (
            "nothing to count from: the publication date is unknown"
            if is_relative
            else "not a date that exists"
        )
        return _unresolved(TimexType.DATE, "XXXX-XX-XX" if is_relative else None, why)
    when = parse(edtf)
    is_absolute = any(map(str.isdigit, text)) and str(begin_of(when).year) in text
    why = f"“{text}”" if is_absolute else f"“{text}”, counted from {anchor.name(base)}"
    origin = None if is_absolute or base is None else base.edtf
    return Resolved(TimexType.DATE, date_value(when), when, origin, (why,), is_absolute, True)


@lru_cache(maxsize=4096)
def read_words(text: str, language: str, base: tuple[int, int, int] | None) -> str | None:
    """Read words of another language with dateparser; give EDTF at the grain that it reports.

    None where it cannot read them, where it counts from a day that nobody knows, or where a year in the words
    is not the year it found: it likes to guess.
    """
    # Heavy: it loads the data of a language on first use, and English texts never need it.
    from datetime import datetime

    from dateparser.date import DateDataParser

    years = [int(number) for number in re.findall(r"\d{4}", text)]
    at = base or (years[0], 1, 1) if years else base
    if at is None or not 1 <= at[0] <= 9998:
        return None
    settings = {"RELATIVE_BASE": datetime(*at), "PREFER_DATES_FROM": "past"}
    try:
        data = DateDataParser(languages=[language], settings=settings).get_date_data(text)
    except (ValueError, OverflowError, RecursionError):
        return None  # a language that it does not know, or a date that does not exist
    found = data.date_obj
    if found is None or (years and found.year not in years):
        return None
    return _edtf(Day(found.year, found.month, found.day), data.period, text)


def _edtf(day: Day, period: str, text: str) -> str | None:
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if period == "day" and len(numbers) == 2 and day.day not in numbers:
        return None  # 30 February, read as something else
    month = of_month(day.year, day.month).edtf
    number = day_number(*day)
    by_period = {"year": of_year(day.year).edtf, "month": month, "week": of_week(number).edtf}
    return by_period.get(period, of_day_number(number).edtf)
