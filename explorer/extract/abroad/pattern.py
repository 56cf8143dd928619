"""The small pattern language of the files by hand, compiled and found in a text.

`word*` begins a word and `*word` ends one, `a|b` is either, `..` up to twelve words between, `_` a
space inside one of several words. Where no spaces
part words, a pattern is the letters themselves, and `..` up to twelve of them. Of patterns that fit inside each
other the longest counts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from explorer.model.mention import Span

_REMEMBERED = 20_000  # words of which a finder keeps what they may begin
_KEY = 4  # letters by which patterns are looked up
_SHORTENED = r"(?:Mio|Mrd|Tsd|Nr|Dr|St|US|S\.A|p\.a)\."  # a full stop that ends no sentence
_GAP = rf"(?:[\s,]+(?:\d[\d.,]*|{_SHORTENED}|[^\s.;:!?,]+)){{0,12}}?"
_WIDE_GAP = r"[^，。；！？、,;!?\n]{0,12}?"
_SPACE = r"\s+(?:[cdlns]['’])?"  # and an article without its vowel: "l'usine"
_WORD = re.compile(r"\w+")
V = TypeVar("V")


def source(pattern: str, *, is_spaced: bool) -> str:
    """Give the regular expression of a pattern."""
    parts = pattern.split()
    if not is_spaced:
        return "".join(_WIDE_GAP if part == ".." else _either(part) for part in parts)
    body = ""
    for part in parts:
        if part == "..":
            body += _GAP
        else:
            body += (_SPACE if body else "") + _either(part)
    return rf"(?<!\w){body}(?!\w)"


def _either(part: str) -> str:
    forms = sorted(part.split("|"), key=len, reverse=True)
    return "(?:" + "|".join(_form(form) for form in forms) + ")"


def _form(form: str) -> str:
    return re.escape(form).replace(r"\*", r"\w*").replace("'", "['’]").replace("_", r"\s+")


def any_of(patterns: Sequence[str], *, is_spaced: bool) -> re.Pattern[str] | None:
    """Compile a list of patterns to one expression, None for an empty list."""
    if not patterns:
        return None
    forms = sorted(patterns, key=len, reverse=True)
    return re.compile("|".join(source(form, is_spaced=is_spaced) for form in forms), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hit(Generic[V]):
    """A pattern found: its value and its place."""

    value: V
    span: Span


@dataclass(frozen=True, slots=True)
class _Ready(Generic[V]):
    """A pattern compiled; of each word behind its first, `needs` has letters one of which must follow."""

    expression: re.Pattern[str]
    value: V
    needs: tuple[tuple[str, ...], ...]


class Finder(Generic[V]):
    """Many patterns with values, found in one pass by the letters with which their first words begin or end."""

    def __init__(self, patterns: Iterator[tuple[str, V]], *, is_spaced: bool) -> None:
        self._is_spaced = is_spaced
        self._by_head: dict[str, list[_Ready[V]]] = {}
        self._by_tail: dict[str, list[_Ready[V]]] = {}
        self._known: dict[str, list[_Ready[V]]] = {}
        for pattern, value in patterns:
            expression = re.compile(source(pattern, is_spaced=is_spaced), re.IGNORECASE)
            first, *parts = (part.lower().split("|") for part in pattern.split() if part != "..")
            ready = _Ready(expression, value, tuple(tuple(map(_letters, forms)) for forms in parts))
            for form in dict.fromkeys(first):
                self._keep(form, ready)

    def _keep(self, form: str, ready: _Ready[V]) -> None:
        head = re.split(r"[*'’_-]", form)[0][: _KEY if self._is_spaced else 1]
        tail = re.split(r"['’_-]", form)[0].rpartition("*")[2][-_KEY:]
        table, key = (self._by_head, head) if head or not tail else (self._by_tail, tail)
        table.setdefault(key, []).append(ready)

    def find(self, text: str, span: Span) -> list[Hit[V]]:
        """Give what is found between two offsets, in order; what lies inside something longer is left out."""
        return _longest(self._all(text, span))

    def values(self, text: str, span: Span) -> frozenset[V]:
        """Give the values of all patterns that are found between two offsets."""
        return frozenset(hit.value for hit in self._all(text, span))

    def _all(self, text: str, span: Span) -> list[Hit[V]]:
        hits: dict[Hit[V], None] = {}
        low = text[span.start : span.end].lower()
        has: dict[str, bool] = {}
        for at, candidates in self._candidates(text, span):
            for ready in candidates:
                if ready.needs and not _may_follow(ready.needs, low, has):
                    continue
                match = ready.expression.match(text, at, span.end)
                if match:
                    hits[Hit(ready.value, Span(at, match.end()))] = None
        return list(hits)

    def _candidates(self, text: str, span: Span) -> Iterator[tuple[int, list[_Ready[V]]]]:
        if not self._is_spaced:
            for at in range(span.start, span.end):
                if found := self._by_head.get(text[at].lower()):
                    yield at, found
            return
        for match in _WORD.finditer(text, span.start, span.end):
            if found := self._of_word(match.group().lower()):
                yield match.start(), found

    def _of_word(self, word: str) -> list[_Ready[V]]:
        """Give the patterns that a word may begin; words come again and again."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            sizes = range(min(_KEY, len(word)) + 1)
            heads = [ready for size in sizes for ready in self._by_head.get(word[:size], ())]
            tails = [ready for size in sizes[1:] for ready in self._by_tail.get(word[-size:], ())]
            known = self._known[word] = heads + tails
        return known


def _letters(form: str) -> str:
    """Give the longest run of letters that a form asks for as they are."""
    return max(re.split(r"[*'’_\s]", form), key=len)


def _may_follow(needs: tuple[tuple[str, ...], ...], low: str, known: dict[str, bool]) -> bool:
    """Tell whether a sentence has letters of each further word of a pattern at all."""
    for need in needs:
        for letters in need:
            found = known.get(letters)
            if found is None:
                found = known[letters] = letters in low
            if found:
                break
        else:
            return False
    return True


def _longest(hits: list[Hit[V]]) -> list[Hit[V]]:
    kept: list[Hit[V]] = []
    for hit in sorted(hits, key=lambda hit: (hit.span.start - hit.span.end, hit.span.start)):
        start, end = hit.span
        if not any(k.span.start <= start and end <= k.span.end and k.span != hit.span for k in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.span)
