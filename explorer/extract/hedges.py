"""The patterns of `status.toml`, each tried only where one of its words stands: most clauses have none of them.

It must not know what they mean.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from explorer.extract.lexicon import table

_DAY = r"(?:(?:on|last|late on|early on|this)\s)?[\w ]{2,20}"
_BEGINNING = re.compile(r"\b[a-z]{1,4}")
_IS_TO = re.compile(r"\b(?:is|are|was|were|be)\s+to\b", re.IGNORECASE)
_WITH_IS_TO = frozenset(("planned", "future"))


@dataclass(frozen=True, slots=True)
class Hedge:
    """A pattern and the beginnings of words, in small letters, of which any text that it matches holds one."""

    pattern: re.Pattern[str]
    needs: frozenset[str]
    has_is_to: bool = False

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Give the matches between two offsets."""
        return self.pattern.finditer(text, start, end) if self._may_stand(text) else iter(())

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Give the first match between two offsets."""
        return self.pattern.search(text, start, end) if self._may_stand(text) else None

    def _may_stand(self, text: str) -> bool:
        if not self.needs or not self.needs.isdisjoint(_beginnings(text)):
            return True
        return self.has_is_to and bool(_IS_TO.search(text))


@lru_cache(maxsize=64)  # a clause, what is left of it and its lead are asked for some twenty patterns in a row
def _beginnings(text: str) -> frozenset[str]:
    """Give the first four letters of the words of a text."""
    return frozenset(_BEGINNING.findall(text.lower()))


@cache
def hedge(name: str) -> Hedge:
    """Give the pattern of a name, which `status.toml` writes as one or as a list of alternatives."""
    words = table("status.toml")
    value, needs = words[name], words["needs"]
    assert isinstance(needs, dict)
    patterns = [str(pattern) for pattern in value] if isinstance(value, list) else [str(value)]
    at_words = [f"(?:{pattern[2:]})" for pattern in patterns if pattern.startswith(r"\b")]
    others = [f"(?:{pattern})" for pattern in patterns if not pattern.startswith(r"\b")]
    joined = "|".join((*others, rf"\b(?:{'|'.join(at_words)})") if at_words else others)
    joined = joined.replace("{telling}", str(words["telling"])).replace("{day}", _DAY)
    beginnings = frozenset(str(needs.get(name, "")).split())
    return Hedge(re.compile(joined, re.IGNORECASE), beginnings, name in _WITH_IS_TO)


@cache
def kinds(name: str) -> frozenset[str]:
    """Give a list of kinds of events."""
    found = table("status.toml")[name]
    assert isinstance(found, list)
    return frozenset(found)
