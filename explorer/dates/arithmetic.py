"""Counting with dates at the grain that the words have: a month and a year away is a month, never a day.

Pure functions over `When`; nothing here knows texts or publication dates.
"""

from explorer.model.calendar import (
    DAY_S,
    Day,
    add_months,
    civil,
    day_number,
    days_in_month,
    is_valid,
    weekday,
)
from explorer.model.edtf import (
    interval,
    of_century,
    of_day,
    of_day_number,
    of_decade,
    of_half,
    of_millennium,
    of_month,
    of_quarter,
    of_season,
    of_week,
    of_year,
)
from explorer.model.when import OPEN_HI, OPEN_LO, Precision, When

UNIT_PRECISION = {
    "second": Precision.SECOND,
    "minute": Precision.MINUTE,
    "hour": Precision.HOUR,
    "day": Precision.DAY,
    "night": Precision.DAY,
    "weekend": Precision.DAY,
    "week": Precision.WEEK,
    "fortnight": Precision.WEEK,
    "month": Precision.MONTH,
    "quarter": Precision.QUARTER,
    "season": Precision.SEASON,
    "half": Precision.HALF,
    "year": Precision.YEAR,
    "decade": Precision.DECADE,
    "century": Precision.CENTURY,
    "millennium": Precision.MILLENNIUM,
}

_FARTHEST = 8_000
_YEARS = {"decade": 10, "century": 100, "millennium": 1_000}


def begin_of(when: When) -> Day:
    """Give the civil date with which a date begins (its end, where the beginning is open).

    A winter belongs to the year that names it, and a narrowed date ("late 2018") to its own period.
    """
    return civil((when.lo_s if when.lo_s > OPEN_LO else when.hi_s - 1) // DAY_S)


def last_of(when: When) -> Day:
    """Give the civil date with which a date ends (its beginning, where the end is open)."""
    return civil(((when.hi_s - 1) if when.hi_s < OPEN_HI else when.lo_s) // DAY_S)


def at_grain(when: When, unit: str, steps: int = 0) -> When | None:
    """Give the unit around a date, so many steps away; None where the date is coarser than the unit."""
    precision = UNIT_PRECISION[unit]
    if when.precision.rank > precision.rank and not (precision is Precision.DAY and _is_short(when)):
        return None
    at = begin_of(when)
    number = day_number(*at)
    match unit:
        case "day" | "night":
            return of_day_number(number + steps)
        case "week" | "fortnight":
            return of_week(number + steps * (14 if unit == "fortnight" else 7))
        case "weekend":
            saturday = number - weekday(number) + 5 + 7 * steps
            return interval(of_day_number(saturday), of_day_number(saturday + 1))
        case "month":
            return of_month(*add_months(at.year, at.month, steps))
        case "quarter":
            return nth_quarter(at.year * 4 + (at.month - 1) // 3 + steps)
        case "half":
            years, half = divmod(at.year * 2 + (at.month - 1) // 6 + steps, 2)
            return of_half(years, half + 1)
        case "season":
            return of_season(at.year + (season_index(at) + steps) // 4, (season_index(at) + steps) % 4 + 1)
    return _years_away(at.year, unit, steps)


def _is_short(when: When) -> bool:
    return when.hi_s - when.lo_s <= DAY_S


def _years_away(year: int, unit: str, steps: int) -> When | None:
    year += steps * _YEARS.get(unit, 1)
    if unit != "year" and abs(year) > _FARTHEST:
        return None  # EDTF has no decades of five-digit years
    match unit:
        case "year":
            return of_year(year)
        case "decade":
            return of_decade(year)
        case "century":
            return of_century(year)
        case "millennium":
            return of_millennium(year)
    return None


def season_index(at: Day) -> int:
    """Count seasons: 0 is spring; January and February belong to the winter of the year before (-1)."""
    return (at.month - 3) // 3


def nth_quarter(index: int) -> When:
    """Build the quarter with a running number: four to a year, from the year 0."""
    year, quarter = divmod(index, 4)
    return of_quarter(year, quarter + 1)


def nearest_weekday(number: int, wanted: int, direction: int) -> int:
    """Give the nearest day number with a weekday, on or before (-1) or on or after (1) a day."""
    return number - (weekday(number) - wanted) % 7 if direction < 0 else number + (wanted - weekday(number)) % 7


def year_of_weekday(month: int, day: int, wanted: int, near: int) -> int | None:
    """Find the year near another in which a day of the calendar falls on a weekday."""
    for year in (near, near - 1, near + 1, near - 2, near + 2):
        if is_valid(year, month, day) and weekday(day_number(year, month, day)) == wanted:
            return year
    return None


def easter(year: int) -> Day:
    """Give Easter Sunday (the anonymous Gregorian algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return Day(year, month, day + 1)


_WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}


def holiday(year: int, rule: str) -> When:
    """Build a holiday: "12-25", "11-TH4" (fourth Thursday), "05-MO-1" (last Monday), "11-TH4+1", "easter-2"."""
    if rule.startswith("easter"):
        return of_day_number(day_number(*easter(year)) + int(rule[6:] or 0))
    head, plus, days = rule.partition("+")
    month, code = int(head[:2]), head[3:]
    if code.isdigit():
        return of_day(year, month, int(code))
    wanted, nth = _WEEKDAYS[code[:2]], int(code[2:])
    if nth > 0:
        number = nearest_weekday(day_number(year, month), wanted, 1) + 7 * (nth - 1)
    else:
        number = nearest_weekday(day_number(year, month, days_in_month(year, month)), wanted, -1)
    return of_day_number(number + (int(days) if plus else 0))
