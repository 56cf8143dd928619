"""Dates counted from an anchor: "last year", "a week later", "that evening", "the past two years", "now"."""

from dataclasses import replace

from explorer.dates.arithmetic import at_grain, begin_of
from explorer.dates.context.anchor import Anchor
from explorer.dates.context.tense import UNKNOWN, Tense
from explorer.dates.placing import fiscal
from explorer.dates.placing.positions import edge_of
from explorer.dates.placing.resolved import Resolved, counted, unresolved
from explorer.dates.placing.values import date_value, length_value
from explorer.dates.specs import Base, Clock, Length, Offset, Shift, Vague
from explorer.dates.timex import TimexType
from explorer.model.calendar import DAY_S, HOUR_S
from explorer.model.edtf import display, interval, modified, of_day_number, of_month, of_time, of_year
from explorer.model.when import Modifier, Precision, When

_UNKNOWN = {
    "day": "XXXX-XX-XX",
    "night": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "season": "XXXX-XX",
}
# Half a year is six months: fractions are counted in the next smaller unit.
_FRACTIONS = {"year": ("month", 12), "decade": ("year", 10), "century": ("year", 100), "week": ("day", 7)}
# In which unit, and how many of it, the ends of a duration are given: "the past year" runs from month to month.
_ENDS = {
    ("year", True): ("month", 12),
    ("decade", True): ("year", 10),
    ("decade", False): ("year", 10),
    ("century", True): ("year", 100),
    ("century", False): ("year", 100),
    ("week", True): ("day", 7),
}
_SECONDS = {"second": 1, "minute": 60, "hour": HOUR_S}
_FARTHEST = 5_000  # units; days a year's worth more
_LATE = 50  # years of a century, after which the next is the nearer


def shift(spec: Shift, anchor: Anchor, tense: Tense) -> Resolved:
    """Resolve a unit so many steps away: "last year", "the same day"; plans in the news are for now."""
    base = anchor.base(spec.base)
    steps = spec.steps
    is_open = (spec.base, steps) == (Base.STORY, 0) and spec.unit in ("year", "month") and not spec.is_again
    if is_open and anchor.is_behind() and tense() > UNKNOWN:
        base = anchor.published
    if spec.is_again and base is anchor.story:
        base = anchor.last
    if spec.unit == "quarter" and spec.base is Base.STORY:
        told = fiscal.the_quarter(spec, anchor)
        if told is not None:
            return told
        if anchor.quarter is not None and anchor.quarter.when is not None:
            base = anchor.quarter.when
        elif steps == 0 and base is anchor.published:
            steps = -1  # "the quarter" of a report is the one that has ended
    unknown = _UNKNOWN.get(spec.unit, "XXXX")
    if base is None:
        return unresolved(unknown, anchor.nothing)
    if spec.unit == "season" and base is anchor.story and base.precision is not Precision.SEASON:
        return unresolved(unknown, "a season whose dates are not told")
    if base.precision is Precision.HALF and spec.unit == "quarter":
        base = of_month(*begin_of(base)[:2])
    if spec.is_turn and (base.precision is Precision.CENTURY or begin_of(base).year % 100 >= _LATE):
        steps = 1  # from the 1870s, the turn of the century is that to the next
    when = at_grain(base, spec.unit, steps)
    if when is None:
        return unresolved(_within(base, unknown), f"the {spec.unit} is not known: {anchor.name(base)}")
    return counted(when, base, f"{_steps(spec.unit, steps)} {anchor.name(base)}")


def _within(base: When, unknown: str) -> str:
    """Fill in what is known of a day, a week or a month within a longer time: 1943-07-XX, 1943-WXX."""
    if base.precision.rank > Precision.YEAR.rank:
        return unknown
    if base.precision is Precision.MONTH and unknown == _UNKNOWN["day"]:
        return f"{date_value(base)}-XX"
    return f"{date_value(of_year(begin_of(base).year))}{unknown.removeprefix('XXXX')}"


def _steps(unit: str, steps: int) -> str:
    match steps:
        case 0:
            return f"the {unit} of"
        case 1:
            return f"the {unit} after"
        case -1:
            return f"the {unit} before"
    return f"{abs(steps)} {_plural(unit)} {'after' if steps > 0 else 'before'}"


def _plural(unit: str) -> str:
    return {"century": "centuries", "millennium": "millennia"}.get(unit, unit + "s")


def _many(spec: Offset | Length) -> str:
    count, most = spec.count or 0, spec.most if isinstance(spec, Length) else None
    many = f"{count:g} to {most:g}" if most else f"{count:g}"
    return f"{many} {_plural(spec.unit) if count != 1 else spec.unit}"


def offset(spec: Offset, base: When | None, anchor: Anchor) -> Resolved:
    """Resolve so many units before or after a base: "two months ago", "a week later"."""
    vague = "PAST_REF" if spec.side < 0 else "FUTURE_REF"
    same = fiscal.months_before(spec, anchor)
    if same is not None:
        return same
    month = fiscal.month_told(spec, anchor)
    told = fiscal.year_before(spec, anchor) if month is None else None
    if told is not None:
        return told
    base = month or base
    if spec.count is None:
        return unresolved(vague, f"no one says how many {_plural(spec.unit)}")
    if base is None:
        return unresolved(vague, anchor.nothing)
    why = f"{_many(spec)} {'before' if spec.side < 0 else 'after'} {anchor.name(base)}"
    when = _same_month(spec, base) or away(spec.count, spec.unit, spec.side, base)
    if when is None:
        unknown = _UNKNOWN.get(spec.unit)
        value = _within(base, unknown) if unknown else vague
        return unresolved(value, f"{why}, which cannot be counted that exactly")
    got = replace(counted(when, base, why), is_told=not spec.is_compared)
    if spec.unit in _SECONDS and when.lo_s // DAY_S == base.lo_s // DAY_S:
        # Without the hour to count from, no more is known than the day: the value keeps how long after.
        return replace(got, type=TimexType.DURATION, value=length_value(Length(spec.count, spec.unit)))
    return got


def _same_month(spec: Offset, base: When) -> When | None:
    """Resolve "a year earlier" beside a month: figures are compared with the same month of the year before."""
    is_compared = (spec.count, spec.unit, spec.side, spec.base) == (1, "year", -1, Base.STORY)
    return at_grain(base, "month", -12) if is_compared and base.precision is Precision.MONTH else None


def away(count: float, unit: str, side: int, base: When) -> When | None:
    """Count units away from a base at the grain of the unit; None where the base is coarser than that."""
    if count != int(count) and unit in _FRACTIONS:
        unit, factor = _FRACTIONS[unit]
        count = round(count * factor)
    if count > _FARTHEST * (366 if unit in ("day", "night") else 1):
        return None
    if unit not in _SECONDS:
        return at_grain(base, unit, side * int(count))
    if base.precision.rank > Precision.DAY.rank:
        return None
    is_timed = base.precision.rank < Precision.DAY.rank
    at_s = base.lo_s + side * int(count * _SECONDS[unit]) * (is_timed or count * _SECONDS[unit] >= DAY_S)
    return of_day_number(at_s // DAY_S)


def clock(spec: Clock, anchor: Anchor) -> Resolved:
    """Resolve a time of day on a day told or implied: "that evening", "last night", 15:00."""
    base = anchor.base(spec.base)
    is_told = anchor.paragraph == anchor.story_paragraph or anchor.story is not anchor.front
    is_far = not is_told and not anchor.is_story
    if spec.step is None and is_far and anchor.published is not None:
        base = anchor.published
    text = f"{spec.at[0]:02d}:{spec.at[1] or 0:02d}" if spec.at is not None else spec.daypart or ""
    day = at_grain(base, "day", spec.step or 0) if base is not None else None
    if base is None or day is None:
        return unresolved(f"XXXX-XX-XXT{text}", "the day of this time is not known", TimexType.TIME)
    when = day if spec.at is None else of_time(*begin_of(day), *spec.at)
    why = (f"on {display(day)}, counted from {anchor.name(base)}",)
    return Resolved(TimexType.TIME, date_value(when, spec.daypart), when, base.edtf, why, is_told=True)


def length(spec: Length, anchor: Anchor, tense: Tense) -> Resolved:
    """Resolve a duration: with begin and end where it touches the anchor, else its value alone."""
    value, base = length_value(spec), anchor.story if anchor.is_story else anchor.published
    if spec.is_limit and spec.count and base is not None and not anchor.in_story() and tense() > 0:
        deadline = away(spec.count, spec.unit, 1, base)
        why = (f"ends {_many(spec)} after {anchor.name(base)}",)
        return Resolved(TimexType.DURATION, value, deadline, base.edtf, why)
    if spec.is_distance and spec.count and base is not None and not anchor.in_story() and tense() > 0:
        ahead = away(spec.count, spec.unit, 1, base)
        if ahead is not None:
            return counted(ahead, base, f"{_many(spec)} after {anchor.name(base)}")
    if spec.edge > 0 and base is not None:
        return _opening(spec, base, anchor)
    if spec.side == 0 or spec.count is None or base is None:
        return unresolved(value, "a duration, without a beginning or an end", TimexType.DURATION)
    unit, count = _ENDS.get((spec.unit, spec.count == 1), (spec.unit, 1))
    most = spec.most or spec.count
    far = away(most * count, unit, spec.side, base) or away(most, spec.unit, spec.side, base)
    if far is None:
        return unresolved(value, "a duration too exact for its anchor", TimexType.DURATION)
    near = at_grain(base, unit) or base
    when = interval(far, near) if spec.side < 0 else interval(near, far)
    side = "up to" if spec.side < 0 else "from"
    why = (f"{_many(spec)} {side} {anchor.name(base)}",)
    return Resolved(TimexType.DURATION, value, when, base.edtf, why)


def _opening(spec: Length, base: When, anchor: Anchor) -> Resolved:
    """Resolve "the first nine months" of a year not named: the story's, or the last that had so many."""
    value, year = length_value(spec), begin_of(base).year
    when = edge_of(spec, of_year(year))
    if when is not None and when.hi_s > base.hi_s and base is anchor.published:
        when = edge_of(spec, of_year(year - 1))
    if when is None or (base.precision.rank > Precision.MONTH.rank and base is anchor.published):
        return unresolved(value, "a duration, without a beginning or an end", TimexType.DURATION)
    side = "ended before" if base is anchor.published else "that of"
    why = (f"the first months of the year, {side} {anchor.name(base)}",)
    return Resolved(TimexType.DURATION, value, when, base.edtf, why)


def vague(spec: Vague, anchor: Anchor, tense: Tense) -> Resolved:
    """Resolve "now" and "recently" to the month of publication; other vague words date nothing."""
    base = anchor.published
    if spec.in_story and not anchor.is_story:
        return unresolved(None, "a title: no story is told here")
    if not spec.is_present or base is None:
        kind = TimexType.TIME if "T" in spec.value.partition("XX-XX-XX")[2] else TimexType.DATE
        return unresolved(spec.value, "a word that names no date", kind)
    if anchor.is_story and (anchor.is_quoted or tense() < 0):
        return unresolved(spec.value, "the time of the story")
    month = at_grain(base, "month") or base
    if spec.value == "PAST_REF":
        month = modified(month, Modifier.ABOUT)
    return Resolved(TimexType.DATE, spec.value, month, base.edtf, (f"the time of {anchor.name(base)}",))
