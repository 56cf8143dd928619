"""From what words say to a date: own arithmetic with a trace.

`resolve` never makes a possible date of an impossible one and never gives a finer date than the words do.
"""

from dataclasses import replace

from explorer.dates.arithmetic import UNIT_PRECISION, at_grain, begin_of
from explorer.dates.context.anchor import Anchor
from explorer.dates.context.tense import UNKNOWN, Tense
from explorer.dates.placing import fiscal, relative
from explorer.dates.placing.absolute import WEEKDAYS
from explorer.dates.placing.partial import resolve_calendar
from explorer.dates.placing.positions import half_of, nth_part, nth_week
from explorer.dates.placing.resolved import Resolved, unresolved
from explorer.dates.placing.values import date_value, week_text
from explorer.dates.specs import (
    Base,
    Calendar,
    Clock,
    Length,
    Offset,
    Repeat,
    SamePeriod,
    Shift,
    Spec,
    Vague,
)
from explorer.dates.timex import TimexType
from explorer.model.calendar import DAY_S, Day, civil, day_number
from explorer.model.edtf import (
    display,
    interval,
    of_day_number,
    of_time,
    ordinal,
)
from explorer.model.when import Precision


def resolve(spec: Spec, anchor: Anchor, tense: Tense) -> Resolved:
    """Turn what words say into a date, counted from the anchor; `tense` is asked only where it matters."""
    spec = _as_told(spec, anchor, tense)
    match spec:
        case Calendar():
            return _calendar(spec, anchor, tense)
        case Shift():
            return relative.shift(spec, anchor, tense)
        case Offset():
            return _offset(spec, anchor)
        case SamePeriod():
            return fiscal.same_period(spec, anchor)
        case Clock():
            return relative.clock(spec, anchor)
        case Length():
            return relative.length(spec, anchor, tense)
        case Repeat(value):
            return unresolved(value, "a repeated time, without a date of its own", TimexType.SET)
        case Vague():
            return relative.vague(spec, anchor, tense)
    raise ValueError(f"not resolvable: {spec!r}")


def _is_as_fine(anchor: Anchor, unit: str) -> bool:
    """Tell whether a story, far from publication, has told a date as fine as a unit."""
    story = anchor.story
    return story is not None and story.precision.rank <= UNIT_PRECISION[unit].rank and anchor.in_story()


def _as_told(spec: Spec, anchor: Anchor, tense: Tense) -> Spec:
    """Count "this year" and "two years ago" from the story where the story, in the past tense, says them."""
    if not anchor.is_story or anchor.is_quoted:
        return spec
    match spec:
        case Shift(unit, 0, Base.PUBLISHED) if unit != "day" and _is_as_fine(anchor, unit) and tense() < 0:
            return replace(spec, base=Base.STORY)
        case Offset(side=-1, base=Base.PUBLISHED) if anchor.looks_back():
            return replace(spec, base=Base.STORY)
    return spec


def _calendar(spec: Calendar, anchor: Anchor, tense: Tense) -> Resolved:
    if spec.part is not None:
        return _position(spec, anchor, tense)
    if spec.within is not None:
        return _within(spec, spec.within, anchor, tense)
    found = resolve_calendar(spec, anchor, tense)
    when, kind = found.when, TimexType.DATE
    if when is None:
        return Resolved(kind, found.value, why=found.why)
    if spec.clock is not None and when.precision is Precision.DAY and not when.is_interval:
        when, kind = of_time(*begin_of(when), *spec.clock), TimexType.TIME
    elif spec.daypart is not None:
        kind = TimexType.TIME
    base = found.base.edtf if found.base is not None else None
    value = found.value or date_value(when, spec.daypart)
    return Resolved(kind, value, when, base, found.why, found.is_explicit, is_told=True)


def _position(spec: Calendar, anchor: Anchor, tense: Tense) -> Resolved:
    """Resolve "the second week of May": the month first, then its week."""
    whole = _calendar(replace(spec, nth=None, part=None, weekday=None), anchor, tense)
    nth = spec.nth or 1
    if whole.when is None:
        return whole
    name = f"the {'last' if nth < 0 else ordinal(nth)}"
    if spec.part == "half":
        half = half_of(whole.when, nth)
        return replace(whole, when=half, why=(f"{name} half of {display(whole.when)}", *whole.why))
    if spec.part == "week":  # of a month its value is the month: which days are meant is not told
        is_month = whole.when.precision is Precision.MONTH
        week = nth_week(whole.when, nth)
        value = whole.value if is_month or week is None else week_text(week.lo_s // DAY_S)
        why = f"{name} seven days of {display(whole.when)}, about"
        return replace(whole, value=value, when=week, why=(why, *whole.why))
    when = nth_part(whole.when, spec.part or "", nth, spec.weekday)
    part = WEEKDAYS[spec.weekday] if spec.weekday is not None else spec.part
    if when is None:
        return unresolved(None, f"{display(whole.when)} has no {name.removeprefix('the ')} {part}")
    why = f"{name} {part} of {display(whole.when)}"
    return replace(whole, value=date_value(when), when=when, why=(why, *whole.why))


def _within(spec: Calendar, within: Shift, anchor: Anchor, tense: Tense) -> Resolved:
    """Resolve "October of last year" and "the week of March 4"."""
    plain = replace(spec, within=None)
    if within.unit == "week" and spec.month is None and (spec.weekday is not None or spec.weekend):
        return _day_of_week(spec, within, anchor, tense)
    if within.unit == "week":
        day = _calendar(plain, anchor, tense)
        week = at_grain(day.when, "week") if day.when is not None else None
        if week is None:
            return day
        return replace(day, value=date_value(week), when=week, why=("the week of that day", *day.why))
    if spec.year is not None:
        return _calendar(plain, anchor, tense)
    period = relative.shift(within, anchor, tense)
    if period.when is None:
        return unresolved(None, period.why[0])
    at, base = begin_of(period.when), anchor.base(within.base)
    is_known = base is not None and base.precision.rank <= Precision.MONTH.rank
    if base is not None and is_known and begin_of(base).month < spec.fiscal_month:
        at = at._replace(year=at.year - 1)  # the fiscal year of the year before still runs
    told = _calendar(_placed(plain, within.unit, at), anchor, tense)
    return replace(told, anchor=period.anchor, why=(f"in {display(period.when)}", *period.why))


def _placed(spec: Calendar, unit: str, at: Day) -> Calendar:
    """Give a part of a period the year, the year and month, or the century of the period."""
    match unit:
        case "month":
            return replace(spec, year=at.year, month=at.month)
        case "century":
            return replace(spec, decade=at.year + (spec.decade or 0))
    return replace(spec, year=at.year)


def _day_of_week(spec: Calendar, within: Shift, anchor: Anchor, tense: Tense) -> Resolved:
    """Resolve a weekday or the weekend of a week that is counted: Friday of last week."""
    week = relative.shift(within, anchor, tense)
    unknown = "XXXX-WXX-WE" if spec.weekend else f"XXXX-WXX-{(spec.weekday or 0) + 1}"
    if week.when is None or week.anchor is None:
        return unresolved(unknown, week.why[0])
    monday = day_number(*begin_of(week.when))
    if spec.weekend:
        when = interval(of_day_number(monday + 5), of_day_number(monday + 6))
        return replace(week, value=date_value(when), when=when, why=("the weekend of that week", *week.why))
    day = civil(monday + (spec.weekday or 0))
    named = replace(spec, within=None, weekday=None, year=day.year, month=day.month, day=day.day)
    told = _calendar(named, anchor, lambda: UNKNOWN)
    why = f"{WEEKDAYS[spec.weekday or 0]} of that week"
    return replace(told, anchor=week.anchor, why=(why, *week.why), is_explicit=False)


def _offset(spec: Offset, anchor: Anchor) -> Resolved:
    if spec.origin is None:
        return relative.offset(spec, anchor.base(spec.base), anchor)
    return relative.offset(spec, resolve_calendar(spec.origin, anchor, lambda: UNKNOWN).when, anchor)
