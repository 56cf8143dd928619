"""The kind of an event in another language: the words of its file that speak for one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from explorer.extract.abroad.pattern import Finder, any_of
from explorer.extract.abroad.words import Tongue, tongue
from explorer.extract.kind import kinds
from explorer.extract.records import Trigger
from explorer.model.mention import Quantity, Span

_WEIGHTS = {"strong": 6.0, "medium": 3.5, "weak": 2.0}
_PER_WORD = 0.6
_PER_LETTER = 0.3  # in writing without spaces
_BACKGROUND = 0.55
_SAYING = "statement"
Spoken = tuple[str, float]  # a kind and how loudly words speak for it


def find(text: str, span: Span, code: str) -> list[Trigger]:
    """Find the triggers of all kinds between two offsets, in order of place."""
    if not tongue(code).has_kinds:
        return []
    said, done = _finders(code)
    hits = [*done.find(text, span), *said.find(text, span)]
    return [Trigger(*hit.value, hit.span, hit.span) for hit in sorted(hits, key=lambda hit: hit.span)]


@cache
def _finders(code: str) -> tuple[Finder[Spoken], Finder[Spoken]]:
    """Give the words of saying and all others: "gab … bekannt" holds what is told, and must not hide it."""
    words = tongue(code)
    spoken = list(_spoken(words))
    said = (one for one in spoken if one[1][0] == _SAYING)
    done = (one for one in spoken if one[1][0] != _SAYING)
    return Finder(said, is_spaced=words.is_spaced), Finder(done, is_spaced=words.is_spaced)


def _spoken(words: Tongue) -> Iterator[tuple[str, Spoken]]:
    for kind, groups in words.section("kinds").items():
        for strength, patterns in groups.items():
            for pattern in patterns:
                parts = [part for part in pattern.split() if part != ".."]
                more = _PER_WORD * (len(parts) - 1)
                if not words.is_spaced:
                    more = _PER_LETTER * max(0, len("".join(parts)) - 2)
                yield pattern, (kind, _WEIGHTS[strength] + more)


def choose(
    text: str,
    span: Span,
    triggers: Sequence[Trigger],
    quantities: Sequence[Quantity],
    code: str,
    *,
    is_planned: bool,
) -> kinds.Choice:
    """Give the kind of a clause, how sure it is, and the trigger that says so; background counts for less."""
    behind = _background(code)
    match = behind.search(text, span.start + 1, span.end) if behind is not None else None
    if match is not None and any(t.span.start < match.start() for t in triggers):
        at = match.start()
        triggers = [replace(t, weight=t.weight * _BACKGROUND) if t.span.start >= at else t for t in triggers]
    return kinds.choose(text, span, triggers, quantities, is_planned)


@cache
def _background(code: str) -> re.Pattern[str] | None:
    words = tongue(code)
    return any_of(words.patterns("clauses", "background"), is_spaced=words.is_spaced)
