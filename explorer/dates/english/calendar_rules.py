"""Patterns of days, weekdays and months in words: 15 April 2019, Friday, in April.

Longer periods are in `period_rules` and `year_rules`, figures alone in `numeric_rules`, dates counted from
other dates in `relative_rules`.
"""

from explorer.dates.english.captures import (
    MONTH_AT,
    OF_YEAR,
    ORDINAL_WORDS,
    TO_99,
    WEEKDAY_AT,
    YEAR_SHIFT,
    day_in,
    month_in,
    shift_in,
    weekday_in,
    year_in,
)
from explorer.dates.grammar.numbers import short_year, year_of_words
from explorer.dates.grammar.rules import Match, Rules
from explorer.dates.specs import Base, Calendar, Candidate, NoDate, Offset, Spec
from explorer.model.calendar import days_in_month, is_valid
from explorer.model.edtf import MONTHS

rules = Rules()

JOIN = "(DASH|to|and|or|,|through|&)"
_AFTER_DAY = frozenset(  # after "on the 15th", where it is a day and not the 15th of something
    "and to of but when after before through at in for as it he she they we the a an this that its his her "
    "their was were had has have is will would did said both all two three".split()
)
_COUNTED = frozenset(("%", "percent", "people", "million"))  # after a number that is no day
_BEFORE_NAMES = frozenset("on by until since from before after".split())  # "on the 15th Apple said"
_BEFORE_DAYS = frozenset(("on", "between", "from", "until", "till", "by", "through"))  # not before regiments
_SHORT = frozenset(month.lower()[:3] for month in MONTHS)
DAYS = "the? DAY:day , the? DAY:second (, the? DAY:third)? ,? (and|or|&) the? DAY:other"
ORDINAL_DAY = f"<nth {ORDINAL_WORDS}>"


def _dated(match: Match, day: str = "day") -> Spec | None:
    year, month, number = year_in(match), month_in(match), day_in(match, day)
    # A year divisible by four lets 29 February stand where the text gives no year.
    if not is_valid(4 if year is None else year, month, number):
        return NoDate(f"{MONTHS[month - 1]}{'' if year is None else f' {year}'} has no day {number}")
    return Calendar(year, month, number, weekday_in(match), within=shift_in(match))


@rules.add(
    f"({WEEKDAY_AT} ,?)? {MONTH_AT} the? DAY:day ({OF_YEAR}|,? {YEAR_SHIFT})",
    f"({WEEKDAY_AT} ,?)? the? DAY:day OF? {MONTH_AT} ({OF_YEAR}|,? {YEAR_SHIFT})",
    f"DAY:day DASH {MONTH_AT} DASH YEAR:year",
    f"{MONTH_AT} DAY:day , YEAR_ANY:year",
    f"DAY:day {MONTH_AT} YEAR_ANY:year",
)
def day_month_and_year(match: Match) -> Spec | None:
    """15 April 2019; Monday, April 15th, 2019; July 25 of that year."""
    is_far = match.has("year") and not 1000 <= int(match.word("year")) <= 2999 and not match.has("era")
    return None if is_far and match.after.isalpha() else _dated(match)


@rules.add(f"{MONTH_AT} BIGDAY:day (,? YEAR:year)?", f"BIGDAY:day OF? {MONTH_AT} (,? YEAR:year)?")
def day_that_no_month_has(match: Match) -> Spec | None:
    """32 January 2020; January 32, after "on"."""
    if not match.has("year") and (match.before not in ("on", "dated") or match.after.isalpha()):
        return None  # "In January 32 firms closed"
    return NoDate(f"no month has a day {match.word('day')}")


def _is_counted(match: Match) -> bool:
    """Tell whether the last number is that of something else: "May 3-5 people", "May 3, 4: 15"."""
    return match.after in _COUNTED or match.after == ":"


def _several(match: Match, names: list[str], ends: tuple[str, str]) -> list[Candidate] | None:
    """Make one candidate per day; the month and the year are common to all."""
    specs = [_dated(match, name) for name in names]
    if any(not isinstance(spec, Calendar) for spec in specs):
        return None
    made = []
    for name, spec in zip(names, specs, strict=True):
        first = ends[0] if name == names[0] and ends[0] else name
        last = ends[1] if name == names[-1] and ends[1] else name
        if spec is not None:
            made.append(match.candidate(spec, None, first, last))
    return made


@rules.add(
    f"{MONTH_AT} DAY:day {JOIN} ,? the? DAY:other ,? YEAR:year",
    f"{MONTH_AT} DAY:day (DASH|to|and|or|through|&) the? DAY:other",
)
def days_of_a_month(match: Match) -> list[Candidate] | None:
    """March 3-5, 2019; May 4 and 5."""
    if not match.has("year") and _is_counted(match):
        return None
    return _several(match, ["day", "other"], ("month", "year" if match.has("year") else ""))


@rules.add(f"DAY:day {JOIN} the? DAY:other OF? {MONTH_AT} (,? YEAR:year)?")
def days_before_their_month(match: Match) -> list[Candidate] | None:
    """3-5 March 2019; 29 and 30 April."""
    return _several(match, ["day", "other"], ("", "year" if match.has("year") else "month"))


@rules.add(
    f"{MONTH_AT} {DAYS} (,? YEAR:year)?",
    f"{DAYS} OF? {MONTH_AT} (,? YEAR:year)?",
)
def list_of_days(match: Match) -> list[Candidate] | None:
    """May 3, 4 and 5, 2019; the 3rd, 4th and 5th of May."""
    if _is_counted(match):
        return None
    names = [name for name in ("day", "second", "third", "other") if match.has(name)]
    is_leading = match.groups["month"][0] == match.first
    last = "year" if match.has("year") else "" if is_leading else "month"
    return _several(match, names, ("month" if is_leading else "", last))


@rules.add(
    f"({WEEKDAY_AT} ,?)? {MONTH_AT} the? DAY:day",
    f"({WEEKDAY_AT} ,?)? the? DAY:day (st|nd|rd|th)? OF? {MONTH_AT}",
    f"({WEEKDAY_AT} ,?)? {MONTH_AT} the? {ORDINAL_DAY}",
)
def day_and_month(match: Match) -> Spec | None:
    """April 15; Saturday, 25 April; March eighth."""
    if match.has("nth"):
        is_another = "the" in match.words and match.after.isalpha() and match.after not in _AFTER_DAY
        return None if is_another or match.after in ("quarter", "half") else _dated(match, "nth")
    after = match.after
    if after in ("%", "percent") or (after == ":" and match.tokens.word(match.last + 1).isdigit()):
        return None
    return _dated(match)


@rules.add(
    f"the {ORDINAL_DAY} of {MONTH_AT} (,? YEAR:year ERA:era?)?",
    f"the? {ORDINAL_DAY} day of {MONTH_AT} (,? YEAR:year ERA:era?)?",
    f"the <nth DAY> day of {MONTH_AT} (,? YEAR:year)?",
)
def ordinal_day_of_month(match: Match) -> Spec | None:
    """The first of May; the eighth day of March 2020; the 5th day of May."""
    return _dated(match, "nth")


@rules.add(
    f"{MONTH_AT} ({OF_YEAR}|,? {YEAR_SHIFT})",
    f"{MONTH_AT} <short APOSTROPHE YEAR2>",
    f"{MONTH_AT} (of the year)? <spoken CENTURY_WORD {TO_99}|two thousand (and? {TO_99})?>",
)
def month_and_year(match: Match) -> Spec | None:
    """April 2019; October, 2020; August of that year."""
    if match.has("short"):
        return Calendar(short_year(int(match.word("short")[-2:])), month_in(match))
    if match.has("spoken"):
        spoken = year_of_words(match)
        return None if spoken is None else Calendar(spoken, month_in(match))
    return Calendar(year_in(match), month_in(match), within=shift_in(match))


@rules.add(f"<shift (last|next|this) year> 's {MONTH_AT}", f"YEAR:year 's {MONTH_AT}")
def month_of_year(match: Match) -> Spec | None:
    """Last year's October."""
    return Calendar(year_in(match), month_in(match), within=shift_in(match))


@rules.add("WEEKDAY:weekday ,? the? DAY:day")
def weekday_and_day(match: Match) -> Spec | None:
    """Sunday the 3rd."""
    return None if match.word("day").isdigit() else Calendar(day=day_in(match), weekday=weekday_in(match))


@rules.add("the DAY:day (and|or|to|DASH|through) the? DAY:other")
def two_bare_days(match: Match) -> list[Candidate] | None:
    """The 15th and 16th, after "on"."""
    is_plain = match.word("day").isdigit() or match.word("other").isdigit() or match.before not in _BEFORE_DAYS
    if is_plain or (match.after.isalpha() and match.after not in _AFTER_DAY) or match.after in ("-", "of"):
        return None
    left = match.candidate(Calendar(day=day_in(match)), None, "", "day")
    return [left, match.candidate(Calendar(day=day_in(match, "other")), None, "other", "other")]


@rules.add("the DAY:day")
def bare_day(match: Match) -> Spec | None:
    """The 15th."""
    if match.word("day").isdigit() or _counts_with_another(match):
        return None
    after, beyond = match.after, match.tokens.raw(match.last)
    if any(match.tokens.word(match.last + ahead).startswith("centur") for ahead in range(1, 5)):
        return None  # "the 18th and 19th centuries"
    if after == "of" and match.tokens.word(match.last + 1) not in ("the", "that", "this", "last", "next"):
        return None
    is_named = beyond[:1].isupper() and match.before in _BEFORE_NAMES
    if after == "-" or (after.isalpha() and after not in _AFTER_DAY and not is_named):
        return None  # "the 15th floor"
    return Calendar(day=day_in(match))


def _counts_with_another(match: Match) -> bool:
    """Tell whether "the 2nd" is one of "the 2nd and 3rd armies"."""
    other = match.last + 1 + (match.tokens.word(match.last + 1) == "the")
    if match.after not in ("and", "or", "to") or not match.tokens.word(other).endswith(
        ("st", "nd", "rd", "th")
    ):
        return False
    noun = match.tokens.word(other + 1)
    return match.tokens.word(other)[0].isdigit() and noun.isalpha() and noun not in _AFTER_DAY


@rules.add("DAY:day , the")
def day_that_begins_a_sentence(match: Match) -> list[Candidate] | None:
    """15, the court ...: as translations from Chinese begin a sentence."""
    word = match.word("day")
    if match.before not in (".", "!", "?") or not word.isdigit():
        return None
    return [match.candidate(Calendar(day=int(word), base=Base.STORY), None, "day", "day")]


@rules.add(
    f"the? <which first|last|opening|final> day of (the year)? {MONTH_AT} (,? YEAR:year)?",
    "the? <which first|last|opening|final> day of (the year)? YEAR:year",
)
def nth_day_of_a_period(match: Match) -> Spec | None:
    """The first day of 2020; the last day of March."""
    year, is_last = year_in(match), match.word("which") in ("last", "final")
    if not match.has("month"):
        return Calendar(year, 12, 31) if is_last else Calendar(year, 1, 1)
    month = month_in(match)
    if is_last:
        return Calendar(year, month, days_in_month(year or 1, month))
    return Calendar(year, month, 1)


@rules.add("MONTH:month")
def bare_month(match: Match) -> Spec | None:
    """April, in "in April"."""
    return Calendar(month=month_in(match))


@rules.add("MONTH_SHORT:month .?")
def bare_short_month(match: Match) -> Spec | None:
    """Nov., after a preposition."""
    begins_range = match.after in ("-", "–", "to") and match.tokens.word(match.last + 1)[:3] in _SHORT
    if match.before not in ("in", "since", "last", "next", "by", "until", "to", "of") and not begins_range:
        return None
    if not match.tokens.raw(match.first)[:1].isupper():
        return None
    return Calendar(month=month_in(match))


@rules.add("WEEKDAY:weekday week")
def weekday_week(match: Match) -> Spec | None:
    """Friday week, which is a week after the next Friday."""
    if (
        match.before in ("the", "a", "that", "each", "every", "-")
        or match.after in ("-", "‑")
        or match.after.isdigit()
    ):
        return None
    return Offset(7, "day", 1, Base.PUBLISHED, origin=Calendar(weekday=weekday_in(match), step=1))


@rules.add("WEEKDAY:weekday")
def weekday(match: Match) -> Spec | None:
    """Friday."""
    return Calendar(weekday=weekday_in(match))
