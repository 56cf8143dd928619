"""The small words around dates: those that open a date on one side, and those that make a range of two.

Their tables are in the language's file: SIDE, TO, AND, OR, BETWEEN; THE may stand before a date.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from explorer.dates.grammar.tokens import Tokens, spaced

_LONGEST = 4  # tokens of "in the run-up to" and its like
_DASHES = frozenset(("-", "–", "—", "‑", "~", "至", "到", "から"))


@dataclass(frozen=True, slots=True)
class Context:
    """The small words of one language; phrases have a space between all their tokens."""

    sides: dict[str, str]
    to: frozenset[str]
    both: frozenset[str]
    either: frozenset[str]
    between: frozenset[str]
    articles: frozenset[str]
    last: frozenset[str]  # the tokens that these phrases end with, before a date
    has_articles: bool  # an article belongs to its date: "after the March vote" is in March

    @classmethod
    def of(cls, tables: dict[str, Any], *, has_articles: bool = False) -> "Context":
        """Read the small words from the tables of a language."""
        to, both, either, between, articles = (
            frozenset(tables.get(name, ())) for name in ("TO", "AND", "OR", "BETWEEN", "THE")
        )
        sides: dict[str, str] = tables.get("SIDE", {})
        last = frozenset(phrase.rpartition(" ")[2] for phrase in (*sides, *between, *articles))
        return cls(sides, to, both, either, between, articles, last, has_articles)

    def side(self, tokens: Tokens, first: int) -> str | None:
        """Give the side on which a date is open by the words before it: since, until, before or after."""
        if not self._may_end(tokens, first):
            return None
        phrases = self._phrases(tokens, first, with_article=not self.has_articles)
        return next((self.sides[phrase] for phrase in phrases if phrase in self.sides), None)

    def is_after_between(self, tokens: Tokens, first: int) -> bool:
        """Tell whether "between" stands before a date."""
        phrases = self._phrases(tokens, first, with_article=True) if self._may_end(tokens, first) else ()
        return any(phrase in self.between for phrase in phrases)

    def _may_end(self, tokens: Tokens, first: int) -> bool:
        """Tell whether one of the phrases may end before a token: none does before most."""
        return tokens.word(first - 1).replace("’", "'") in self.last

    def _phrases(self, tokens: Tokens, first: int, *, with_article: bool) -> Iterator[str]:
        """Give what ends before a date or before its article, longest first."""
        words = [tokens.word(index).replace("’", "'") for index in range(first - _LONGEST - 1, first)]
        for end in (len(words), len(words) - 1, len(words) - 2):
            if end < len(words) and not (with_article and " ".join(words[end:]) in self.articles):
                continue
            yield from (" ".join(words[begin:end]) for begin in range(max(0, end - _LONGEST), end))

    def joins(self, gap: str, first: int, tokens: Tokens) -> bool:
        """Tell whether what stands between two dates, the left of which begins at `first`, makes a range."""
        if not gap:
            return False
        plain = self._without_article(spaced(gap.removeprefix(",")))
        if plain in _DASHES or plain in self.to:
            return bool(plain)
        return plain in self.both and self.is_after_between(tokens, first)

    def lists(self, gap: str) -> bool:
        """Tell whether what stands between two dates makes a list of them."""
        plain = gap.removeprefix(",").strip()
        return gap == "," or plain in self.both or plain in self.either

    def _without_article(self, gap: str) -> str:
        ends = (len(article) for article in self.articles if gap.endswith(f" {article}"))
        return gap[: -1 - end] if (end := max(ends, default=0)) else gap
