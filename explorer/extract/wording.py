"""The words of `titles.toml`: as sets, as alternatives for patterns, and as whole patterns."""

import re
from functools import cache

from explorer.extract.lexicon import table


def any_of(name: str) -> str:
    """Give the alternatives of an entry, to stand inside a pattern."""
    return f"(?:{table('titles.toml')[name]})"


@cache
def words(name: str) -> frozenset[str]:
    """Give the words of an entry."""
    return frozenset(str(table("titles.toml")[name]).split())


@cache
def pattern(name: str, form: str = "(?:{})") -> re.Pattern[str]:
    """Give a pattern of an entry, inside another, in any case."""
    return re.compile(form.format(table("titles.toml")[name]), re.IGNORECASE)
