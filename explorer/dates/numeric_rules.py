"""Patterns of dates and times in figures: ISO, 03/04/2021, 15.04.2019, 3 p.m., 2019年4月15日."""

import re

from explorer.dates.grammar import Match, Rules
from explorer.dates.numbers import short_year
from explorer.dates.specs import Calendar, Candidate, Clock, NoDate, Spec
from explorer.model.calendar import is_valid

rules = Rules()

AMBIGUOUS = "MDY?"  # day and month can be exchanged; the text's other dates may tell

_CJK = re.compile(r"(?:(\d{2,4})[년年])?\s?(?:(\d{1,2})[月월]\s?)?(?:(\d{1,2})[日号號일])?")


def _day(year: int, month: int, day: int, order: str | None = None) -> Spec:
    if not is_valid(year, month, day):
        return NoDate(f"{year:04d}-{month:02d}-{day:02d} is not a day of the calendar")
    return Calendar(year, month, day, order=order)


@rules.add("ISO:date")
def iso_date(match: Match) -> Spec | None:
    """2019-04-15 and 2019-04-15T15:30Z."""
    date, _, time = match.word("date").partition("t")
    year, month, day = (int(part) for part in date.split("-"))
    spec = _day(year, month, day)
    if not time or not isinstance(spec, Calendar):
        return spec
    at = [int(part) for part in re.findall(r"\d\d", re.split(r"[z+-]", time)[0])[:3]]
    if at[0] > 23 or any(part > 59 for part in at[1:]):
        return NoDate(f"{time} is not a time of day")
    hour, minute, second = at[0], at[1] if len(at) > 1 else None, at[2] if len(at) > 2 else None
    return Calendar(year, month, day, clock=(hour, minute, second))


@rules.add("NUMERIC:date")
def numeric_date(match: Match) -> Spec | None:
    """03/04/2021, 15.04.2019, 2021/4/3; where day and month can be exchanged, both are kept."""
    word = match.word("date")
    parts = [int(part) for part in re.split(r"[/.-]", word)]
    if len(re.split(r"[/.-]", word)[0]) == 4:
        return _day(parts[0], parts[1], parts[2])
    first, second, year = parts
    if len(word.rstrip("0123456789")) + 2 == len(word):
        year = short_year(year)
        if "." in word and (first > 31 or second > 12):
            return None
    is_dotted = "." in word
    if first > 12 or is_dotted:
        return _day(year, second, first, "DMY")
    if second > 12:
        return _day(year, first, second, "MDY")
    return _day(year, first, second, None if first == second else AMBIGUOUS)


@rules.add("COMPACT:date")
def compact_date(match: Match) -> Spec | None:
    """20190415, where it is a day; else it is some other number."""
    word = match.word("date")
    year, month, day = int(word[:4]), int(word[4:6]), int(word[6:])
    if is_valid(year, month, day):
        return Calendar(year, month, day)
    return NoDate(f"{year}-{month:02d}-{day:02d} is not a day of the calendar") if 0 < month < 13 else None


@rules.add("YEAR:year DASH <month DAY|BIGDAY|HOUR>")
def iso_month(match: Match) -> Spec | None:
    """2019-04; a greater second number, as in 2016-17, is a range of years."""
    word, dash = match.word("month"), match.tokens.raw(match.first + 1)
    year = int(match.word("year"))
    glued = match.tokens.is_glued(match.last - 1) and match.tokens.is_glued(match.last - 2)
    if dash != "-" or len(word) != 2 or not glued or not 1 <= int(word) <= 12 or int(word) > year % 100:
        return None
    if match.after == "-":
        return None
    return Calendar(year, int(word))


@rules.add("DAY:month / <year YEAR>")
def month_slash_year(match: Match) -> Spec | None:
    """04/2019."""
    month, glued = int(match.word("month").rstrip("stndrh")), match.tokens.is_glued(match.last - 1)
    return Calendar(int(match.word("year")), month) if month <= 12 and glued else None


@rules.add("CJK_DATE:date")
def cjk_date(match: Match) -> Spec | None:
    """2019年4月15日."""
    found = _CJK.match(match.word("date"))
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is not None and year < 100:
        year = short_year(year)
    if month is not None and not 1 <= month <= 12:
        return NoDate(f"there is no month {month}")
    if day is not None and not is_valid(year or 4, month or 1, day):
        return NoDate(f"there is no day {day} in month {month}")
    return Calendar(year, month, day)


# --- clock times


@rules.add(
    "(TIME:time|HOUR:time) MERIDIEM:half ZONE?",
    "(TIME:time|TIME_M:time) (hours|local time|o ' clock)? ZONE?",
    "HOUR:time o ' clock (in the (morning|afternoon|evening))?",
    "ONES:words (MERIDIEM:half|o ' clock)",
)
def clock_time(match: Match) -> Spec | list[Candidate] | None:
    """5 p.m., 15:00 GMT, nine o'clock."""
    word, half = match.word("time"), match.meaning("half", "MERIDIEM")
    if match.has("words"):
        word = str(match.meaning("words", "ONES"))
    meridiem = word[-2:] if word.endswith("m") else ""
    digits = [int(part) for part in re.split(r"[:.]", word.removesuffix(meridiem))]
    if (
        half is None
        and not meridiem
        and len(digits) == 1
        and "clock" not in match.tokens.between(match.first, match.last)
    ):
        return None
    hour = digits[0]
    half = {"am": 0, "pm": 12}.get(meridiem, half)
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + half
    if hour > 24:
        return None
    minute = digits[1] if len(digits) > 1 else None
    return Clock((hour % 24, minute, digits[2] if len(digits) > 2 else None))


@rules.add("<time YEAR|DIGITS> (hours|local time)? ZONE")
def military_time(match: Match) -> Spec | None:
    """1237 GMT."""
    digits = match.word("time")
    if len(digits) != 4 or not digits.isdigit() or int(digits[:2]) > 23 or int(digits[2:]) > 59:
        return None
    return Clock((int(digits[:2]), int(digits[2:]), None))


@rules.add("at? MOMENT:moment")
def moment(match: Match) -> list[Candidate] | None:
    """Noon, midnight."""
    return [match.candidate(Clock((match.meaning("moment", "MOMENT"), 0, None)), None, "moment", "moment")]
