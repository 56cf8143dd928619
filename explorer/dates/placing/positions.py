"""Places within a period: its second week, its last Friday, its first half."""

from explorer.dates.arithmetic import begin_of, last_of, nearest_weekday
from explorer.dates.specs import Length
from explorer.model.calendar import DAY_S, add_months, day_number, days_in_month
from explorer.model.edtf import (
    clamp_day,
    interval,
    modified,
    of_day_number,
    of_month,
    of_quarter,
    of_year,
)
from explorer.model.when import Modifier, Precision, When

WEEK = 7
_SATURDAY = 5
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_DAYS = {"day": 1, "week": WEEK}
_FARTHEST = 120  # months


def nth_part(period: When, part: str, nth: int, weekday: int | None) -> When | None:
    """Give the nth weekday, weekend, month or quarter of a period, -1 the last; None if it has not so many."""
    if part in ("month", "quarter"):
        return _nth_of_year(period, part, nth)
    if period.precision.rank > Precision.YEAR.rank:
        return None
    first, last = day_number(*begin_of(period)), day_number(*last_of(period))
    wanted = _SATURDAY if weekday is None else weekday
    begin = nearest_weekday(first, wanted, 1) + WEEK * (nth - 1)
    at = begin if nth > 0 else nearest_weekday(last, wanted, -1)
    if at > last:
        return None
    return of_day_number(at) if weekday is not None else interval(of_day_number(at), of_day_number(at + 1))


def _nth_of_year(year: When, part: str, nth: int) -> When | None:
    most, of = (12, of_month) if part == "month" else (4, of_quarter)
    number = nth if nth > 0 else most
    return of(begin_of(year).year, number) if year.precision is Precision.YEAR and number <= most else None


def nth_week(month: When, nth: int) -> When | None:
    """Give the nth seven days of a month, about: nobody says on which day its weeks begin."""
    first, last = day_number(*begin_of(month)), day_number(*last_of(month))
    begin = last - WEEK + 1 if nth < 0 else first + WEEK * (nth - 1)
    if begin > last:
        return None
    days = interval(of_day_number(begin), of_day_number(min(begin + WEEK - 1, last)))
    return modified(days, Modifier.ABOUT)


def period_to(count: int, unit: str, end: When) -> When | None:
    """Give the period of so many units that ends with a day or a month: "the three months ended June 30"."""
    months = count * _MONTHS.get(unit, 0)
    if end.is_interval or end.precision not in (Precision.DAY, Precision.MONTH):
        return None
    at = begin_of(end)
    if unit == "week" and end.precision is Precision.DAY:
        return interval(of_day_number(day_number(*at) - WEEK * count + 1), end)
    if not 1 <= months <= _FARTHEST:
        return None
    if end.precision is Precision.MONTH:
        return interval(of_month(*add_months(at.year, at.month, 1 - months)), end)
    if at.day == days_in_month(at.year, at.month):
        return interval(of_month(*add_months(at.year, at.month, 1 - months)), of_month(at.year, at.month))
    eve = clamp_day(*add_months(at.year, at.month, -months), at.day)
    return interval(of_day_number(eve.lo_s // DAY_S + 1), end)


def edge_of(spec: Length, period: When) -> When | None:
    """Give the time with which a period begins or ends: "the last ten days of May"; None: it has no such."""
    count, is_first = int(spec.count or 0), spec.edge > 0
    if spec.edge == 0 or count < 1 or period.is_interval:
        return None
    begin, end = begin_of(period), last_of(period)
    if period.precision.rank > Precision.YEAR.rank:
        if spec.unit != "year" or count > end.year - begin.year:
            return None
        year = begin.year if is_first else end.year - count + 1
        return interval(of_year(year), of_year(year + count - 1))
    if months := count * _MONTHS.get(spec.unit, 0):
        if period.precision is not Precision.YEAR or months > _MONTHS["year"]:
            return None
        first = 1 if is_first else 13 - months
        return interval(of_month(begin.year, first), of_month(begin.year, first + months - 1))
    first, last, days = day_number(*begin), day_number(*end), count * _DAYS.get(spec.unit, 0)
    if not 1 <= days <= last - first:
        return None
    at = first if is_first else last - days + 1
    return interval(of_day_number(at), of_day_number(at + days - 1))


def half_of(period: When, nth: int) -> When:
    """Give the first or second half of a month, a decade or a century."""
    if period.precision is Precision.MONTH:
        first, last = day_number(*begin_of(period)), period.hi_s // DAY_S - 1
        ends = (first, first + 14) if nth == 1 else (first + 15, last)
        return interval(of_day_number(ends[0]), of_day_number(ends[1]))
    first, last = begin_of(period).year, last_of(period).year
    middle = first + (last - first) // 2
    return (
        interval(of_year(first), of_year(middle)) if nth == 1 else interval(of_year(middle + 1), of_year(last))
    )
