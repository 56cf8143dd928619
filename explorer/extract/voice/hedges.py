"""The patterns of `status.toml`, each tried only where one of its words stands: most clauses have none of them.

It must not know what they mean.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from explorer.extract.lexicon import table

_DAY = r"(?:(?:on|in|last|late on|early on|this|at)\s[\w ]{2,26}|yesterday|today|\w+day)"
_BEGINNING = re.compile(r"\b[a-z]{1,4}")


@dataclass(frozen=True, slots=True)
class Hedge:
    """Patterns, each with the beginnings of words of which any text that it matches holds one."""

    alternatives: tuple[tuple[frozenset[str], re.Pattern[str]], ...]
    needs: frozenset[str]  # of all alternatives; nothing where one of them needs nothing

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterable[re.Match[str]]:
        """Give the matches between two offsets, one alternative after the other."""
        words = _beginnings(text)
        if self.needs and self.needs.isdisjoint(words):
            return ()  # nearly always: no generator is made for it
        return self._found(words, text, start, end)

    def _found(self, words: frozenset[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        for needs, pattern in self.alternatives:
            if not needs or not needs.isdisjoint(words):
                yield from pattern.finditer(text, start, end)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Give a match between two offsets, if there is one."""
        words = _beginnings(text)
        if self.needs and self.needs.isdisjoint(words):
            return None
        for needs, pattern in self.alternatives:
            if (not needs or not needs.isdisjoint(words)) and (match := pattern.search(text, start, end)):
                return match
        return None


@lru_cache(maxsize=64)  # a clause, what is left of it and its lead are asked for some twenty patterns in a row
def _beginnings(text: str) -> frozenset[str]:
    """Give the first four letters of the words of a text, as far as any pattern asks for them."""
    return _asked_for().intersection(_BEGINNING.findall(text.lower()))


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
    alternatives = tuple(_alternative(item) for item in (value if isinstance(value, list) else [value]))
    needs = [needs for needs, _ in alternatives]
    return Hedge(alternatives, frozenset().union(*needs) if all(needs) else frozenset())


def _alternative(item: object) -> tuple[frozenset[str], re.Pattern[str]]:
    needs, pattern = (item["needs"], item["like"]) if isinstance(item, dict) else ("", item)
    telling = str(table("status.toml")["telling"])
    pattern = str(pattern).replace("{telling}", telling).replace("{day}", _DAY)
    return frozenset(str(needs).split()), re.compile(pattern, re.IGNORECASE)


@cache
def listed(name: str) -> frozenset[str]:
    """Give the words of a list."""
    return frozenset(str(table("status.toml")[name]).split())
