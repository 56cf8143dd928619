"""Pieces that patterns share, and how to read what they captured: years, months, days, counts, units."""

from explorer.dates.grammar.numbers import number_of, word_value
from explorer.dates.grammar.rules import Match
from explorer.dates.specs import Base, Repeat, Shift
from explorer.dates.timex import SEASON_CODES

MONTH_AT = "<month MONTH|MONTH_SHORT .?>"
WEEKDAY_AT = "<weekday WEEKDAY|WEEKDAY_SHORT .?>"
OF_YEAR = "(,? OF? YEAR:year ERA:era?|,? OF? YEAR3:year ERA:era|,? YEAR5:year ERA:era)"
YEAR_SHIFT = (
    "(<shift (of|in)? (that|the same|the following|the previous|the next|this|last|next) year"
    "|a year (ago|earlier)>)"
)

_SHIFTS = {
    "that": Shift("year", 0, Base.STORY, is_again=True),
    "same": Shift("year", 0, Base.STORY, is_again=True),
    "following": Shift("year", 1, Base.STORY),
    "previous": Shift("year", -1, Base.STORY),
    "this": Shift("year", 0, Base.PUBLISHED),
    "last": Shift("year", -1, Base.PUBLISHED),
    "next": Shift("year", 1, Base.PUBLISHED),
    "ago": Shift("year", -1, Base.PUBLISHED),
    "earlier": Shift("year", -1, Base.STORY),
}

# Number words as they follow one another: twenty-five, two hundred and ten, a dozen.
TO_99 = "(TENS (DASH? ONES)?|ONES)"
NUMBER = f"({TO_99} (SCALE (and? {TO_99})?)?|(a|several)? SCALE)"
ORDINAL_WORDS = "(ORDINAL|TENS DASH? ORDINAL)"


def year_in(match: Match, name: str = "year") -> int | None:
    """Read a captured year with its era: 44 BC is -43."""
    word = match.word(name)
    if not word:
        return None
    year = int(word.replace(",", ""))
    return 1 - year if match.meaning("era", "ERA") == -1 else year


def shift_in(match: Match) -> Shift | None:
    """Read a captured "of that year", "last year"."""
    words = match.word("shift").split()
    if "the" in words and "next" in words:
        return _SHIFTS["following"]
    return next((_SHIFTS[word] for word in words if word in _SHIFTS), None)


def month_in(match: Match) -> int:
    """Read a captured month."""
    return int(match.meaning("month", "MONTH", "MONTH_SHORT") or _without_dot(match, "month", "MONTH_SHORT"))


def weekday_in(match: Match) -> int | None:
    """Read a captured weekday, None where there is none."""
    if not match.has("weekday"):
        return None
    weekday = match.meaning("weekday", "WEEKDAY", "WEEKDAY_SHORT")
    return int(weekday if weekday is not None else _without_dot(match, "weekday", "WEEKDAY_SHORT"))


def _without_dot(match: Match, name: str, concept: str) -> int:
    return int(match.lexicon.meaning(concept, match.word(name).rstrip(" .")))


def day_in(match: Match, name: str = "day") -> int:
    """Read a captured day of the month: "15", "15th", "fifteenth", "twenty-first"."""
    word = match.word(name)
    digits = "".join(filter(str.isdigit, word))
    if digits:
        return int(digits)
    return sum(
        match.lexicon.meaning("ORDINAL", one) or word_value(match, one) or 0
        for one in word.replace("-", " ").split()
    )


def unit_in(match: Match) -> str:
    """Read a captured unit in the singular."""
    return str(match.meaning("unit", "UNIT", "UNITS"))


def count_in(match: Match) -> float | None:
    """Read a captured count; None is "several", "a couple" is two."""
    words = match.word("n")
    if "couple" in words:
        return 2
    is_vague = match.lexicon.tables["SOME"].keys() & set(words.split())
    return None if is_vague else number_of(match, "n")


def most_in(match: Match) -> float | None:
    """Read the larger number of a captured "6 to 18", None where there is one number."""
    words = match.word("n").split()
    numbers = [
        float(word.replace(",", "")) for word in words if word.replace(",", "").replace(".", "", 1).isdigit()
    ]
    return numbers[1] if len(numbers) == 2 and numbers[0] < numbers[1] else None


def named_set_in(match: Match) -> Repeat:
    """Read a captured month, season or part of the day that comes again and again: every April."""
    if match.has("month"):
        return Repeat(f"XXXX-{match.meaning('month', 'MONTH'):02d}")
    if match.has("part"):
        return Repeat(f"XXXX-XX-XXT{match.meaning('part', 'DAYPART')}")
    return Repeat(f"XXXX-{SEASON_CODES[match.meaning('season', 'SEASON') - 1]}")
