"""Patterns of years, decades and centuries."""

from explorer.dates.english.captures import ORDINAL_WORDS, TO_99, day_in, year_in
from explorer.dates.grammar.numbers import short_year, year_of_words
from explorer.dates.grammar.rules import Match, Rules
from explorer.dates.specs import Calendar, Candidate, Spec

rules = Rules()

# Words that may follow a bare year of three digits; a noun would make it a number of things.
_AFTER_YEAR = frozenset("the when he she they a after but with by under as".split())


@rules.add(
    "the? (year|years) YEAR:year ERA:era?",
    "the? year YEAR5:year ERA:era?",
    "the? (year|years)? (YEAR:year|YEAR3:year|YEAR5:year|DAY:year) ERA:era",
    "ANNO (YEAR:year|YEAR3:year|DAY:year)",
    "the year YEAR3:year",
)
def year_with_era(match: Match) -> Spec | None:
    """The year 2000; 490 BC; AD 79."""
    word = match.word("year")
    if not word.replace(",", "").isdigit():
        return None
    if "," in word and not match.has("era") and match.after.isalpha() and match.after not in _AFTER_YEAR:
        return None  # "for the whole year 4,000 sales are expected"
    last = match.tokens.raw(match.groups["era"][0]) if match.has("era") else "AD"
    return Calendar(year_in(match)) if last[:1].isupper() or "." in last else None


@rules.add(
    f"the? year <spoken two thousand (and? {TO_99})?>",
    f"the? year? <spoken CENTURY_WORD {TO_99}>",
)
def spoken_year(match: Match) -> Spec | None:
    """Nineteen ninety-four; the year two thousand."""
    year = year_of_words(match)
    return None if year is None else Calendar(year)


@rules.add(
    "the? YEARS_S:decade ERA:era?",
    "the? (YEAR:decade 's) ERA:era?",
    "(the? YEAR3:decade 's|the? YEAR3:decade s) ERA:era",
)
def decade(match: Match) -> Spec | None:
    """The 1990s; the 480s BC."""
    year = int(match.word("decade").rstrip("s"))
    if (
        year % 10
        or (year < 1000 and not match.has("era"))
        or (match.words[-1] == "'s" and match.words[0] != "the")
    ):
        return None
    if match.meaning("era", "ERA") == -1:
        return Calendar(decade=-year)
    if year % 100 == 0 and match.before not in ("early", "mid", "late", "-"):
        # "The 1900s" are the century, "the 2000s" more often the ten years.
        return Calendar(decade=year) if year == 2000 else Calendar(century=year)
    return Calendar(decade=year)


@rules.add("the? APOSTROPHE DECADE2:decade", "the? DECADE2:decade", "the DECADE_WORD:named")
def short_decade(match: Match) -> Spec | None:
    """The '90s; mid-90s; the nineties."""
    if match.has("named"):
        return Calendar(decade=1900 + match.meaning("named", "DECADE_WORD"))
    before = match.before
    first = match.words[0]
    if first not in ("the", "'", "’", "‘") and before not in ("early", "mid", "late", "-"):
        return None  # "in his 90s" is an age
    number = int(match.word("decade")[:2])
    return Calendar(decade=number + (2000 if number == 10 else 1900))


@rules.add(f"the? <nth {ORDINAL_WORDS}|NTH> decade of the? <century {ORDINAL_WORDS}|NTH> DASH? century")
def decade_of_century(match: Match) -> Spec | None:
    """The second decade of the 21st century."""
    nth, century = day_in(match, "nth"), day_in(match, "century")
    return Calendar(decade=(century - 1) * 100 + (nth - 1) * 10) if 1 <= nth <= 10 and century <= 30 else None


@rules.add(f"the? <nth {ORDINAL_WORDS}|NTH> DASH? century ERA:era?")
def century(match: Match) -> Spec | None:
    """The 20th century; the fifth century BC."""
    nth = day_in(match, "nth")
    if not 1 <= nth <= 30 or (match.word("nth") in ("first", "second", "third") and not match.has("era")):
        return None
    return Calendar(century=-(nth - 1) * 100 - 1 if match.meaning("era", "ERA") == -1 else (nth - 1) * 100)


@rules.add(
    f"the? PART:early? DASH? <nth {ORDINAL_WORDS}|NTH> (and|or|to|through|DASH) the? PART:late? DASH?"
    f"<other {ORDINAL_WORDS}|NTH> DASH? (centuries|century)"
)
def two_centuries(match: Match) -> list[Candidate] | None:
    """The 18th and 19th centuries; from the 18th to the 20th century."""
    left, right = day_in(match, "nth"), day_in(match, "other")
    if not 1 <= left < right <= 30:
        return None
    end = match.groups["nth"][1]
    mods = [match.meaning(name, "PART") for name in ("early", "late")]
    begin = match.groups["late" if match.has("late") else "other"][0]
    return [
        Candidate(match.first, end, Calendar(century=(left - 1) * 100), "", mods[0]),
        Candidate(begin, match.last, Calendar(century=(right - 1) * 100), "", mods[1]),
    ]


@rules.add("(YEAR3:year|YEAR:year) (DASH|to|and|or) (YEAR3:other|YEAR:other) ERA:era")
def range_of_years_with_era(match: Match) -> list[Candidate] | None:
    """492-490 BC; from 499 to 493 BC."""
    return [
        match.candidate(Calendar(year_in(match)), None, "year", "year"),
        match.candidate(Calendar(year_in(match, "other")), None, "other", "era"),
    ]


@rules.add("YEAR:year (DASH|/) YEAR2:other", is_universal=True)
def short_range_of_years(match: Match) -> list[Candidate] | None:
    """2016-17; 1939/40."""
    year, tail = year_in(match), int(match.word("other"))
    if year is None or tail <= year % 100 or not match.tokens.is_glued(match.last - 1):
        return None
    left = match.candidate(Calendar(year), None, "year", "year")
    return [left, match.candidate(Calendar(year - year % 100 + tail), None, "other", "other")]


@rules.add("(in|since|until|by|from|of|before|after|during) <short APOSTROPHE YEAR2>")
def short_year_alone(match: Match) -> list[Candidate]:
    """In '98."""
    year = short_year(int(match.word("short")[-2:]))
    return [match.candidate(Calendar(year), None, "short", "short")]


@rules.add("YEAR:year")
def bare_year(match: Match) -> Spec | None:
    """2019; guards decide whether it is one."""
    return Calendar(year_in(match))


@rules.add("(in|by|until|from|since|to) YEAR3:year")
def ancient_year(match: Match) -> list[Candidate] | None:
    """In 490, in a text about such times."""
    word, after = match.word("year"), match.after
    if len(word) != 3 or (after.isalpha() and after not in _AFTER_YEAR) or (after in ("to", "-", "–", "and")):
        return None
    return [match.candidate(Calendar(int(word), is_short=True), None, "year", "year")]
