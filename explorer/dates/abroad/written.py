"""Dates in words that no file of ours has: found by their looks, read by dateparser.

They are those of languages without a file, and those that a person types in any. Only dates that name their
year are read so, and only where every number of the words comes back in what the library says: it likes to
guess. Its `search_dates` is never used: it reads one date of three.
"""

import re
from functools import lru_cache, partial

from explorer.dates.grammar.rules import Match, Rule
from explorer.dates.specs import Calendar, Spec
from explorer.text.language import LANGUAGES

PATTERNS = ("DAY .? ANY{1,2} ,? YEAR", "DAY .? ANY DAY ANY YEAR", "ANY DAY ,? YEAR", "ANY YEAR")

_LONGEST = 60  # characters that the library is given at most
_NUMBER = re.compile(r"\d+")
_ANY = tuple({"no": "nb"}.get(code, code) for code in LANGUAGES)  # the library's codes


def rules(language: str) -> list[Rule]:
    """Give the rules of a language without a file, by its code."""
    return [Rule("words of the language", pattern, partial(_written, language)) for pattern in PATTERNS]


def _written(language: str, match: Match) -> Spec | None:
    if match.before.isdigit():
        return None  # "31 April 2019" is no "April 2019"
    return read_words(match.tokens.between(match.first, match.last), language)


@lru_cache(maxsize=4096)
def read_words(words: str, language: str | None = None) -> Calendar | None:
    """Read a day or a month that names its year, in a language by its code, or in any that we detect.

    None where the library cannot read the words, or reads a number of them as something else.
    """
    numbers = [int(number) for number in _NUMBER.findall(words)]
    if not 1 <= len(numbers) <= 3 or len(words) > _LONGEST or not 1000 <= max(numbers) <= 9999:
        return None
    # Heavy: it loads the data of a language on first use, and most texts never need it.
    from dateparser.date import DateDataParser

    settings = {"REQUIRE_PARTS": ["month", "year"], "PREFER_DAY_OF_MONTH": "first"}
    languages = [language] if language else list(_ANY)
    try:
        data = DateDataParser(languages=languages, settings=settings).get_date_data(words)
    except (ValueError, OverflowError, RecursionError):
        return None  # a language that it does not know, or a date that does not exist
    found = data.date_obj
    if found is None:
        return None
    if data.period == "month" and numbers == [found.year]:
        return Calendar(found.year, found.month)
    read = sorted((found.year, found.month, found.day))
    is_whole = sorted(numbers) in (sorted((found.year, found.day)), read)
    return Calendar(found.year, found.month, found.day) if data.period == "day" and is_whole else None
