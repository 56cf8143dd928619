"""TIMEX3 values: how the annotation standard writes a date, a duration, a part of the day."""

from functools import lru_cache

from explorer.dates.specs import Length
from explorer.dates.timex import SEASON_CODES
from explorer.model.calendar import DAY_S, civil, day_number, weekday
from explorer.model.when import Precision, When

_UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "weekend": "WE",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "season": "M",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
    "millennium": "Y",
}
_TIMES = {"fortnight": 2, "season": 3, "decade": 10, "century": 100, "millennium": 1000}
_HALVES = {"PY": "6M", "PTH": "30M", "PTM": "30S"}  # half a year, half an hour, half a minute
_VAGUE = {"decade": "DE", "century": "CE", "millennium": "L", "season": "Q"}


def year_text(year: int) -> str:
    """Write a year as TIMEX3 does: BC0490 for 490 BC."""
    if year <= 0:
        return f"BC{1 - year:04d}"
    return f"{year:04d}"


def week_text(number: int) -> str:
    """Write the ISO week of a day number: 2019-W07."""
    thursday = number - weekday(number) + 3
    year = civil(thursday).year
    return f"{year_text(year)}-W{(thursday - day_number(year)) // 7 + 1:02d}"


@lru_cache(maxsize=4096)  # texts speak of the same few dates again and again
def date_value(when: When, daypart: str | None = None) -> str | None:
    """Write a closed date as its TIMEX3 value; None for an interval that has none."""
    number = when.lo_s // DAY_S
    point = when.edtf.partition("/")[0].rstrip("~?%").replace("-XX", "")
    at = civil(number)
    year = year_text(at.year)
    match when.precision:
        case Precision.SECOND | Precision.MINUTE | Precision.HOUR:
            return f"{year}-{at.month:02d}-{at.day:02d}T{_clock(when)}"
        case Precision.WEEK:
            return week_text(number)
        case Precision.DAY if when.is_interval:
            return f"{week_text(number)}-WE"
        case Precision.DAY:
            return f"{year}-{at.month:02d}-{at.day:02d}" + (f"T{daypart}" if daypart else "")
    return _coarse(when.precision, year, point)


def _coarse(precision: Precision, year: str, point: str) -> str | None:
    """Write what is longer than a week, from its EDTF: narrowing by "late" has moved its ends."""
    era = "BC" if point.startswith("-") else ""
    digits = point.lstrip("-Y")
    if precision in (Precision.MONTH, Precision.QUARTER, Precision.HALF, Precision.SEASON):
        head, _, code = point.rpartition("-")
        head, number = year_text(int(head.lstrip("Y"))), int(code)
        if precision is Precision.MONTH:
            return f"{head}-{number:02d}"
        if precision is Precision.SEASON:
            return f"{head}-{SEASON_CODES[number - 21]}"
        return f"{head}-Q{number - 32}" if precision is Precision.QUARTER else f"{head}-H{number - 39}"
    if precision is Precision.YEAR:
        return year_text(int(point.lstrip("Y")))
    return era + digits.rstrip("X")


def _clock(when: When) -> str:
    second = when.lo_s % DAY_S
    hour, minute, rest = second // 3600, second % 3600 // 60, second % 60
    if when.precision is Precision.SECOND:
        return f"{hour:02d}:{minute:02d}:{rest:02d}"
    return f"{hour:02d}:{minute:02d}"


def length_value(length: Length) -> str:
    """Write a duration: P2Y, PT4H, PXW where nobody says how many."""
    code = _UNITS[length.unit]
    head = "PT" if code[0] == "T" else "P"
    code = code.removeprefix("T")
    if length.count is None:
        return f"{head}X{_VAGUE.get(length.unit, code)}"
    count = length.count * _TIMES.get(length.unit, 1)
    if count % 1 == 0.5 and head + code in _HALVES:
        whole = f"{int(count)}{code}" if count > 1 else ""
        return f"{head}{whole}{_HALVES[head + code]}"
    return f"{head}{int(count) if count == int(count) else count}{code}"
