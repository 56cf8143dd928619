"""Clauses altered at random, for a network to learn from what a larger reader makes of them.

A few words are exchanged for words that are used like them, dropped, or cut off; what stands around the clause
is altered less, taken from another article, or left out (after Jiao et al. 2020, "TinyBERT"). Whatever such a
clause tells then, it has no label of its own: `kind_reader.py` judges it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from kind_examples import UNTOLD, Example

from explorer.extract.amount import quantities
from explorer.extract.kind import frames, kinds
from explorer.extract.voice import status
from explorer.model.mention import Span

BEFORE, AFTER = 250, 120  # characters that are kept of what stands around a clause
KEPT = 120  # the first words of the vocabulary are not exchanged: they hold a sentence together
LIKE = 10  # words that one is exchanged for
SHARES = ((0.1, 0.0), (0.2, 0.03), (0.2, 0.08), (0.35, 0.0), (0.35, 0.08))  # of words: exchanged, dropped
CUT, BARE, ELSEWHERE = 0.15, 0.15, 0.2  # of clauses: shortened; without what is around; with that of another
SHORTEST = 5  # words of a clause that is left
_WORD, _SPACES = re.compile(r"[A-Za-z]+"), re.compile(r"  +")

Like = dict[str, list[str]]


class Around(NamedTuple):
    """What stands around a clause."""

    before: str
    after: str
    title: str


def likes(words: Sequence[str], vectors: np.ndarray) -> Like:
    """Give the words that are used most like each word, by the angle of their vectors."""
    unit = vectors - vectors.mean(axis=0)
    unit /= np.linalg.norm(unit, axis=1, keepdims=True)
    found: Like = {}
    for first in range(KEPT, len(words), 1000):
        alike = unit[first : first + 1000] @ unit.T
        nearest = np.argpartition(-alike, LIKE + 1, axis=1)[:, : LIKE + 1]
        for at, row in enumerate(nearest, first):
            found[words[at]] = [words[other] for other in row if other != at and words[other][0].isalpha()]
    return found


def altered(told: Sequence[Example], count: int, like: Like, seed: int) -> Iterator[Example]:
    """Alter clauses, each in turn, until there are so many."""
    chance = random.Random(seed)
    placed = [around(one) for one in told if one.clause.title]
    for at in range(count):
        yield _altered(told[at % len(told)], like, placed, chance)


def around(one: Example) -> Around:
    """Give what stands around a clause, in whole words."""
    text, (start, end) = one.clause.text, one.clause.span
    before = text[max(0, start - BEFORE) : start]
    if start > BEFORE:
        before = before.partition(" ")[2]
    return Around(before, text[end : end + AFTER], one.clause.title)


def _altered(one: Example, like: Like, placed: Sequence[Around], chance: random.Random) -> Example:
    shares = chance.choice(SHARES)
    text = one.clause.text[slice(*one.clause.span)]
    own = _shortened(_exchanged(text, like, *shares, chance).strip() or text, chance)
    what = chance.random()
    if what < BARE:
        beside = Around("", "", "")
    elif what < BARE + ELSEWHERE:
        beside = chance.choice(placed)
    else:
        half = shares[0] / 2, shares[1] / 2
        beside = Around(*(_exchanged(part, like, *half, chance) for part in around(one)))
    return _read(own, beside)


def _shortened(own: str, chance: random.Random) -> str:
    words = own.split(" ")
    if chance.random() >= CUT or len(words) <= SHORTEST:
        return own
    size = chance.randint(SHORTEST, len(words) - 1)
    start = chance.randint(0, len(words) - size) if chance.random() < 0.5 else 0
    return " ".join(words[start : start + size])


def _exchanged(text: str, like: Like, share: float, dropped: float, chance: random.Random) -> str:
    """Exchange a share of the words, names left alone, and drop some."""

    def one(match: re.Match[str]) -> str:
        word, what = match[0], chance.random()
        if what < dropped:
            return ""
        if what < dropped + share and (word.islower() or match.start() == 0) and word.lower() in like:
            other = chance.choice(like[word.lower()])
            return other.capitalize() if word[0].isupper() else other
        return word

    return _SPACES.sub(" ", _WORD.sub(one, text))


def _read(own: str, beside: Around) -> Example:
    """Read a clause that is put together, as the program reads one."""
    before = beside.before + " " * bool(beside.before and not beside.before[-1].isspace())
    after = " " * bool(beside.after and beside.after[0].isalnum()) + beside.after
    text, span = before + own + after, Span(len(before), len(before) + len(own))
    found = frames.find(text, span.start, span.end)
    amounts, is_planned = quantities.find(text, [span]), status.is_planned_by_words(text, span)
    clause, choice = kinds.evidence(text, span, found, amounts, is_planned, beside.title)
    return Example(UNTOLD, clause, "altered", 1.0, kinds.is_undisputed(clause, choice))
