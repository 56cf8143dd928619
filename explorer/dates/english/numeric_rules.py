"""Patterns of dates in figures and codes: ISO, 03/04/2021, 15.04.2019, 15MAR2019, 2019-W12, 2019年4月15日."""

import re

from explorer.dates.english.captures import MONTH_AT, month_in
from explorer.dates.grammar.numbers import short_year
from explorer.dates.grammar.rules import Match, Rules
from explorer.dates.specs import Base, Calendar, NoDate, Shift, Spec
from explorer.model.calendar import Day, civil, day_number, is_valid, weekday

rules = Rules()

AMBIGUOUS = "MDY?"  # day and month can be exchanged; the text's other dates may tell

_CJK = re.compile(r"(?:(\d{2,4})[년年])?\s?(?:(\d{1,2})[月월]\s?)?(?:(\d{1,2})[日号號일])?")

_CODED = re.compile(r"(?P<day>\d{1,2})(?P<month>[a-z]{3})(?P<year>\d{4}|\d\d)")
_BEFORE_SLASHED = frozenset(("on", "by", "dated", "until", "till", "since", "through", "starting", "ending"))


def _day(year: int, month: int, day: int, order: str | None = None) -> Spec:
    if not is_valid(year, month, day):
        return NoDate(f"{year:04d}-{month:02d}-{day:02d} is not a day of the calendar")
    return Calendar(year, month, day, order=order)


@rules.add("ISO:date", is_universal=True)
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


@rules.add("NUMERIC:date", is_universal=True)
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


@rules.add("COMPACT:date", is_universal=True)
def compact_date(match: Match) -> Spec | None:
    """20190415, where it is a day; else it is some other number."""
    word = match.word("date")
    year, month, day = int(word[:4]), int(word[4:6]), int(word[6:])
    if is_valid(year, month, day):
        return Calendar(year, month, day)
    return NoDate(f"{year}-{month:02d}-{day:02d} is not a day of the calendar") if 0 < month < 13 else None


@rules.add("YEAR:year DASH <month DAY|BIGDAY|HOUR>", is_universal=True)
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


@rules.add("DAY:month / <year YEAR>", is_universal=True)
def month_slash_year(match: Match) -> Spec | None:
    """04/2019."""
    month, glued = int(match.word("month").rstrip("stndrh")), match.tokens.is_glued(match.last - 1)
    return Calendar(int(match.word("year")), month) if month <= 12 and glued else None


@rules.add("CJK_DATE:date", is_universal=True)
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


# --- codes


@rules.add("CODED_DAY:code")
def coded_day(match: Match) -> Spec | None:
    """15MAR2019."""
    found = _CODED.fullmatch(match.word("code"))
    if found is None:
        return None
    month = match.lexicon.meaning("MONTH_SHORT", found["month"])
    return _day(short_year(int(found["year"])), month, int(found["day"])) if month else None


@rules.add(f"DAY:day DASH {MONTH_AT} DASH YEAR2:year", f"{MONTH_AT} DASH DAY:day DASH (YEAR:year|YEAR2:year)")
def hyphened_day(match: Match) -> Spec | None:
    """15-MAR-19; Mar-15-2019."""
    day = match.word("day")
    if not day.isdigit() or not _is_glued(match):
        return None
    return _day(short_year(int(match.word("year"))), month_in(match), int(day))


@rules.add("MONTH_SHORT:month (DASH|/) (YEAR:year|YEAR2:year)")
def hyphened_month(match: Match) -> Spec | None:
    """Mar-19, as spreadsheets write March 2019."""
    if not _is_glued(match) or match.after in ("-", "/") or not match.tokens.raw(match.first)[0].isupper():
        return None
    year = match.word("year")
    is_attack = (match.word("month"), year) == ("sep", "11")
    return None if is_attack else Calendar(short_year(int(year)), month_in(match))


@rules.add("DAY:day . ROMAN:month . YEAR:year", is_universal=True)
def roman_month(match: Match) -> Spec | None:
    """15.IV.2019."""
    roman = match.tokens.raw(match.groups["month"][0])
    if not roman.isupper() or not match.word("day").isdigit():
        return None
    return _day(int(match.word("year")), match.meaning("month", "ROMAN"), int(match.word("day")))


@rules.add(
    "the? week <n HOUR|DAY|BIGDAY> (of|in|,)? YEAR:year",
    "YEAR:year (DASH|,)? WEEK_CODE:code",
    "WEEK_CODE:code (of|in|,|DASH|/)? YEAR:year",
    "WEEK_YEAR:code",
)
def numbered_week(match: Match) -> Spec | None:
    """Week 12 of 2019; 2019-W12."""
    code = match.word("code")
    year, week = int(match.word("year") or code[:4]), match.word("n") or code.rpartition("w")[2]
    if not week.isdecimal():
        return None  # "Fashion Week 15th 2019"
    number = int(week)
    first = day_number(year, 1, 4)
    monday = civil(first - weekday(first) + 7 * (number - 1))
    if not 1 <= number <= 53 or _thursday_year(monday) != year:
        return NoDate(f"{year} has no week {number}")
    return Calendar(*monday, within=Shift("week", 0, Base.STORY))


@rules.add("DAY:first / DAY:second")
def slashed_day(match: Match) -> Spec | None:
    """9/11, the day of 2001; 3/15 after "on"."""
    first, second = match.word("first"), match.word("second")
    if not _is_glued(match) or not (first + second).isdigit() or match.after in ("/", "of"):
        return None
    known = match.lexicon.meaning("NAMED_DAYS", f"{first}/{second}")
    if known is not None:
        year, month, day = (int(part) for part in known.split("-"))
        return Calendar(year, month, day)
    if match.before not in _BEFORE_SLASHED:
        return None
    month, day = int(first), int(second)
    if month <= 12 and day <= 12 and month != day:
        return NoDate("a fraction, or a day whose month nobody can tell")
    month, day = (month, day) if month <= 12 else (day, month)
    return Calendar(month=month, day=day) if month <= 12 and is_valid(4, month, day) else None


def _thursday_year(monday: Day) -> int:
    return civil(day_number(*monday) + 3).year


def _is_glued(match: Match) -> bool:
    return all(match.tokens.is_glued(index) for index in range(match.first + 1, match.last))
