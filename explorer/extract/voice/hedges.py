"""The patterns of `status.toml`, each tried only where one of its words stands: most clauses have none of them.

It must not know what they mean.
"""

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from explorer.extract.lexicon import lowered, table

_DAY = r"(?:(?:on|in|last|late on|early on|this|at)\s[\w ]{2,26}|yesterday|today|\w+day)"
_BEGINNING = re.compile(r"([a-z]{1,4})[a-z]*")


class _Alternative(NamedTuple):
    """A pattern with the beginnings of words of which any text that it matches holds one; none: any text.

    It reads small letters, which is twice as fast as any case, unless `is_cased`.
    """

    needs: frozenset[str]
    pattern: re.Pattern[str]
    is_cased: bool


class _Words(NamedTuple):
    """A text in small letters, and the beginnings of its words as far as any pattern asks for them."""

    low: str
    beginnings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hedge:
    """Patterns of one meaning; what they match is given in small letters, at its place in the text."""

    alternatives: tuple[_Alternative, ...]
    needs: frozenset[str]  # of all alternatives; nothing where one of them needs nothing

    def may_match(self, text: str) -> bool:
        """Tell whether a text holds any word that a pattern needs."""
        return not self.needs or not self.needs.isdisjoint(_words(text).beginnings)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Sequence[re.Match[str]]:
        """Give the matches between two offsets, one alternative after the other."""
        low, beginnings = _words(text)
        if self.needs and self.needs.isdisjoint(beginnings):
            return ()  # nearly always
        return [
            match
            for needs, pattern, is_cased in self.alternatives
            if not needs or not needs.isdisjoint(beginnings)
            for match in pattern.finditer(text if is_cased else low, start, end)
        ]

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Give a match between two offsets, if there is one."""
        low, beginnings = _words(text)
        if self.needs and self.needs.isdisjoint(beginnings):
            return None
        for needs, pattern, is_cased in self.alternatives:
            if not needs or not needs.isdisjoint(beginnings):
                match = pattern.search(text if is_cased else low, start, end)
                if match is not None:
                    return match
        return None


@lru_cache(maxsize=1024)  # the clauses of all articles read together, asked for many patterns by several rooms
def _words(text: str) -> _Words:
    low = lowered(text)
    return _Words(low, _asked_for().intersection(_BEGINNING.findall(low)))


@cache
def _asked_for() -> frozenset[str]:
    """Give what any pattern asks for: most words are of no concern, and few are compared quickly."""
    items = [
        item
        for value in table("status.toml").values()
        for item in (value if isinstance(value, list) else [value])
    ]
    return frozenset(word for item in items if isinstance(item, dict) for word in str(item["needs"]).split())


@cache
def hedge(name: str) -> Hedge:
    """Give the patterns of a name."""
    value = table("status.toml")[name]
    return _of(tuple(_alternative(item) for item in (value if isinstance(value, list) else [value])))


@cache
def any_of(*names: str) -> Hedge:
    """Give the patterns of several names as one, to ask at once whether any may match."""
    return _of(tuple(alternative for name in names for alternative in hedge(name).alternatives))


def _of(alternatives: tuple[_Alternative, ...]) -> Hedge:
    needs = [alternative.needs for alternative in alternatives]
    return Hedge(alternatives, frozenset().union(*needs) if all(needs) else frozenset())


def _alternative(item: object) -> _Alternative:
    needs, pattern = (item["needs"], item["like"]) if isinstance(item, dict) else ("", item)
    telling = str(table("status.toml")["telling"])
    pattern = str(pattern).replace("{telling}", telling).replace("{day}", _DAY)
    is_cased = "(?-i:" in pattern
    return _Alternative(
        frozenset(str(needs).split()), re.compile(pattern, re.IGNORECASE if is_cased else 0), is_cased
    )


@cache
def listed(name: str) -> frozenset[str]:
    """Give the words of a list."""
    return frozenset(str(table("status.toml")[name]).split())
