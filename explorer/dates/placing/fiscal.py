"""The periods of business reports: "the year-earlier quarter", "the year ended June 30".

A report is on a quarter, a half or so many months; its figures are compared with the same of the year before.
"""

from dataclasses import replace

from explorer.dates.arithmetic import at_grain, begin_of
from explorer.dates.context.anchor import Anchor, Reported
from explorer.dates.grammar.tokens import Tokens
from explorer.dates.placing.positions import period_to
from explorer.dates.placing.resolved import Resolved, unresolved
from explorer.dates.placing.values import date_value
from explorer.dates.specs import Base, Calendar, Candidate, Length, Offset, SamePeriod, Shift, Spec
from explorer.dates.timex import Expression, TimexType
from explorer.model.calendar import DAY_S, days_in_month
from explorer.model.edtf import display, interval, of_day, of_half, of_month, of_quarter, of_year
from explorer.model.when import Precision, When

_YEAR, _QUARTER = 12, 3  # months
_LENGTHS = {Precision.QUARTER: _QUARTER, Precision.HALF: 6}
# Behind these a quarter is what the report compares with, not what it is about.
_ASIDES = frozenset("after from than since with before against versus".split())
# Between a period and its end: "the quarter ended June 30".
ENDED = frozenset(
    f"{verb}{on}" for verb in ("ended", "ending", "that ended", "which ended") for on in ("", " on")
)
_LONG_BEFORE_S = 300 * DAY_S


# --- what a report is about


def note(candidate: Candidate, got: Resolved, anchor: Anchor, tokens: Tokens) -> None:
    """Remember what a report is about: a quarter or half, or the months or year of its other figures."""
    spec, when = candidate.spec, got.when
    before = [tokens.word(index) for index in range(candidate.first - 3, candidate.first)]
    if isinstance(spec, Length):
        months = _months(spec)
        if months is not None and (spec.edge > 0 or tokens.word(candidate.first) == "the"):
            anchor.months = Reported(months)
    elif when is None or not got.is_told or _is_forecast(when, anchor):
        return
    elif when.precision in _LENGTHS and not _is_aside(before, when, anchor.quarter):
        anchor.quarter, anchor.months = Reported(_LENGTHS[when.precision], when), None
    elif when.precision is Precision.YEAR and before[-1] == "for":
        anchor.months = Reported(_YEAR)


def _is_aside(before: list[str], when: When, topic: Reported | None) -> bool:
    is_old = topic is not None and topic.when is not None and when.lo_s < topic.when.lo_s - _LONG_BEFORE_S
    return is_old or not _ASIDES.isdisjoint(before)


def _is_forecast(when: When, anchor: Anchor) -> bool:
    """Tell whether a report cannot be on a quarter: one ahead, or one going on after one that is over."""
    end = when.lo_s if anchor.quarter is None else when.hi_s - 1
    return anchor.published is not None and end >= anchor.published.hi_s


def _months(spec: Spec) -> int | None:
    """Give how many months figures are told for: half a year, three quarters of it, a year."""
    if isinstance(spec, Shift) and (spec.unit, spec.steps) == ("year", 0):
        return _YEAR
    if not isinstance(spec, Length) or spec.side != 0:
        return None
    months = int((spec.count or 0) * {"month": 1, "quarter": _QUARTER, "year": _YEAR}.get(spec.unit, 0))
    return months if months in (3, 6, 9, 12) else None


# --- the same period of another year


def same_period(spec: SamePeriod, anchor: Anchor) -> Resolved:
    """Resolve "the year-earlier quarter", "the 1989 period": as long as what the report is about."""
    if spec.unit == "month":
        return _same_month(spec, anchor)
    if spec.unit == "period" and anchor.months is not None:
        return _same_months(spec, anchor.months, anchor)
    topic = anchor.quarter
    is_known = topic is not None and (topic.length == _QUARTER or spec.unit != "quarter")
    if not is_known and anchor.published is not None and spec.unit == "quarter":
        topic = Reported(_QUARTER, at_grain(anchor.published, "quarter", -1))
    if topic is None or topic.when is None:
        is_open = spec.steps == 0 and spec.year is None
        return unresolved(None, "of which period is not told") if is_open else _plain_year(spec, anchor)
    return _same_quarter(topic, topic.when, spec.year or begin_of(topic.when).year + spec.steps)


def _same_month(spec: SamePeriod, anchor: Anchor) -> Resolved:
    """Resolve "the same month last year"."""
    base = anchor.base(Base.STORY)
    month = at_grain(base, "month") if base is not None else None
    if base is None or month is None:
        return _plain_year(spec, anchor)
    at = begin_of(month)
    when = of_month(spec.year or at.year + spec.steps, at.month)
    return Resolved(TimexType.DATE, date_value(when), when, base.edtf, (f"the same month as {display(month)}",))


def year_before(spec: Offset, anchor: Anchor) -> Resolved | None:
    """Resolve "a year earlier" in a report on a quarter; None elsewhere: it means a year."""
    topic = anchor.quarter
    if (
        not spec.is_compared
        or spec.unit != "year"
        or anchor.is_story
        or anchor.months is not None
        or topic is None
        or topic.when is None
    ):
        return None
    return _same_quarter(topic, topic.when, begin_of(topic.when).year - 1)


def months_before(spec: Offset, anchor: Anchor) -> Resolved | None:
    """Resolve "a year earlier" behind "the year to March" or "the nine months ended June 30": as many."""
    topic = anchor.months
    if topic is None or topic.end is None or anchor.last != topic.end or not _is_year_back(spec):
        return None
    when = _span(topic, -1)
    if when is None:
        return None
    why = (f"the same {topic.length} months, a year before those to {display(topic.end)}",)
    value = date_value(of_year(begin_of(topic.end).year - 1))
    return Resolved(TimexType.DATE, value, when, topic.end.edtf, why)


def _is_year_back(spec: Offset) -> bool:
    return spec.is_compared and (spec.count, spec.unit, spec.side) == (1, "year", -1)


def month_told(spec: Offset, anchor: Anchor) -> When | None:
    """Give the month that figures are told for, with which "a year earlier" compares; None for others."""
    told = anchor.last
    is_month = told is not None and told.precision is Precision.MONTH and not told.is_interval
    is_here = told is not anchor.front or anchor.story_paragraph == anchor.paragraph
    return told if is_month and is_here and _is_year_back(spec) else None


def the_quarter(spec: Shift, anchor: Anchor) -> Resolved | None:
    """Resolve "the quarter" of a report that said when it ended; None for others."""
    topic = anchor.quarter
    if spec.steps != 0 or topic is None or topic.when is None or topic.end is None:
        return None
    why = (f"the quarter that ended in {display(topic.end)}",)
    return Resolved(TimexType.DATE, date_value(topic.when), _span(topic, 0), topic.when.edtf, why)


def _same_quarter(topic: Reported, when: When, year: int) -> Resolved:
    begin = begin_of(when)
    is_half = when.precision is Precision.HALF
    same = of_half(year, begin.month // 6 + 1) if is_half else of_quarter(year, begin.month // 3 + 1)
    span = _span(topic, year - begin.year) or same
    why = (f"the same {'half' if is_half else 'quarter'} of {year} as {display(when)}",)
    return Resolved(TimexType.DATE, date_value(same), span, when.edtf, why)


def _same_months(spec: SamePeriod, topic: Reported, anchor: Anchor) -> Resolved:
    """Resolve "the year-earlier period" of a report on nine months: valued as a year, drawn as those months."""
    year = _year(spec, anchor)
    if topic.length >= _YEAR or year is None:
        return _plain_year(spec, anchor)
    first = interval(of_month(year, 1), of_month(year, topic.length))
    when = first if topic.end is None else _span(topic, year - begin_of(topic.end).year)
    why = (f"the same {topic.length} months of {year}",)
    return Resolved(TimexType.DATE, date_value(of_year(year)), when, None, why)


def _span(topic: Reported, years: int) -> When | None:
    """Give the months of a report, so many years away; None where it did not say when they ended."""
    if topic.end is None:
        return None
    at = begin_of(topic.end)
    is_month = topic.end.precision is Precision.MONTH
    last = at.day == days_in_month(at.year, at.month)
    day = days_in_month(at.year + years, at.month) if last else min(at.day, 28 if at.month == 2 else 31)
    end = of_month(at.year + years, at.month) if is_month else of_day(at.year + years, at.month, day)
    return period_to(topic.length, "month", end)


def _plain_year(spec: SamePeriod, anchor: Anchor) -> Resolved:
    year = _year(spec, anchor)
    if year is None:
        return unresolved("XXXX", anchor.nothing)
    return Resolved(TimexType.DATE, date_value(of_year(year)), of_year(year), None, ("how long is not told",))


def _year(spec: SamePeriod, anchor: Anchor) -> int | None:
    if spec.year is not None or anchor.published is None:
        return spec.year
    return begin_of(anchor.published).year + spec.steps


# --- periods that say when they ended


def ended(spec: Spec, left: Expression, right: Expression, gap: str, anchor: Anchor) -> Expression:
    """Give a quarter the months that its end tells: "the fourth quarter ended Aug. 26"."""
    end = right.when
    if gap.strip().lower() not in ENDED | {"to"} or end is None or end.is_interval:
        return left
    if end.precision not in (Precision.DAY, Precision.MONTH):
        return left
    months = _months(spec)
    if months == _QUARTER and gap.strip().lower() in ENDED:
        anchor.quarter, anchor.months = _quarter_to(end), None
    elif months is not None:
        anchor.months = Reported(months, None, end)
    if left.when is None or left.when.precision is not Precision.QUARTER:
        return left
    return _ended_quarter(spec, left, end, anchor)


def _ended_quarter(spec: Spec, left: Expression, end: When, anchor: Anchor) -> Expression:
    """Name a quarter by its fiscal year, or the year in which it ended; it may be one of the calendar."""
    at = begin_of(end)
    year, number = (spec.year, spec.quarter) if isinstance(spec, Calendar) else (None, None)
    is_calendar = at.month % _QUARTER == 0 and number in (None, at.month // _QUARTER)
    if number is None and not is_calendar:
        return left
    named = of_quarter(year or at.year, number or at.month // _QUARTER)
    topic = Reported(_QUARTER, named, None if is_calendar else end)
    anchor.quarter, anchor.months = topic, None
    why = (f"the quarter that ended in {display(end)}", *left.why)
    return replace(left, value=date_value(named), when=_span(topic, 0) or named, why=why)


def _quarter_to(end: When) -> Reported | None:
    """Give the quarter of the calendar that ends with a month; other three months have no name."""
    at = begin_of(end)
    return Reported(_QUARTER, of_quarter(at.year, at.month // _QUARTER)) if at.month % _QUARTER == 0 else None
