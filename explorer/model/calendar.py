"""Days and seconds of the proleptic Gregorian calendar, for any year.

Years are astronomical (1 BCE is 0, 44 BCE is -43); a day number counts from 1970-01-01; seconds count from
its midnight, without zones or leap seconds. The standard `datetime` ends at the years 1 and 9999, which is
why nothing here uses it. Arithmetic after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
"""

from functools import lru_cache
from typing import NamedTuple

DAY_S = 86_400
HOUR_S = 3_600
MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Day(NamedTuple):
    """A civil date: astronomical year, month 1 to 12, day 1 to 31."""

    year: int
    month: int
    day: int


def is_leap(year: int) -> bool:
    """Tell whether an astronomical year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Give the number of days of a month (1 to 12)."""
    return 29 if month == 2 and is_leap(year) else MONTH_LENGTHS[month - 1]


def is_valid(year: int, month: int, day: int) -> bool:
    """Tell whether such a day exists: 30 February does not."""
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


@lru_cache(maxsize=8192)  # texts and axes speak of the same few days again and again
def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Count the days from 1970-01-01 to a civil date (negative before it)."""
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468


@lru_cache(maxsize=8192)
def civil(number: int) -> Day:
    """Turn a day number back into a civil date; the inverse of `day_number`."""
    era, of_era = divmod(number + 719_468, 146_097)
    year_of_era = (of_era - of_era // 1_460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + (3 if shifted < 10 else -9)
    return Day(year_of_era + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1)


def weekday(number: int) -> int:
    """Give the weekday of a day number: 0 is Monday, 6 is Sunday."""
    return (number + 3) % 7


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Move a month by a number of months, either way."""
    years, zero_based = divmod(month - 1 + months, 12)
    return year + years, zero_based + 1


def seconds(year: int, month: int = 1, day: int = 1) -> int:
    """Count the seconds from 1970-01-01T00:00 to the midnight that begins a civil date."""
    return day_number(year, month, day) * DAY_S


def civil_of_seconds(at_s: int) -> Day:
    """Give the civil date in which a second lies."""
    return civil(at_s // DAY_S)
