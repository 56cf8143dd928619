"""The words of `titles.toml`: as sets, as alternatives for patterns, and as whole patterns."""

import re
from functools import cache

from explorer.extract.lexicon import table


def any_of(name: str) -> str:
    """Give the alternatives of an entry, to stand inside a pattern."""
    return f"(?:{table('titles.toml')[name]})"


def place(form: str, text: str, *, is_inside: bool = False) -> int | None:
    """Give where whole words stand in a text, in any case; `is_inside`: as written, and behind a small letter.

    Names are many, so that a pattern for each would push the others out of the cache of patterns.
    """
    low, small = (text, form) if is_inside else (text.lower(), form.lower())
    at = low.find(small)
    while at >= 0:
        end = at + len(small)
        before, behind = low[at - 1 : at] if at else "", low[end : end + 1]
        is_begin = before.islower() or before == "," if is_inside else not (before.isalnum() or before == "_")
        if is_begin and not (behind.isalnum() or behind == "_"):
            return at
        at = low.find(small, at + 1)
    return None


def has_any(text: str, marks: tuple[str, ...]) -> bool:
    """Tell whether one of some words or marks stands in a text; a generator would take twice the time."""
    for mark in marks:  # noqa: SIM110
        if mark in text:
            return True
    return False


@cache
def words(name: str) -> frozenset[str]:
    """Give the words of an entry."""
    return frozenset(str(table("titles.toml")[name]).split())


@cache
def pattern(name: str, form: str = "(?:{})") -> re.Pattern[str]:
    """Give a pattern of an entry, inside another, in any case."""
    return re.compile(form.format(table("titles.toml")[name]), re.IGNORECASE)
