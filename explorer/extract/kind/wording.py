"""The words of an English clause as the network of kinds takes them: a row of its vocabulary and a class each.

A name has no row of its own, only the class of names: what a company did is told by the other words. It must
not know frames or dates.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain, islice
from typing import NamedTuple

from explorer.extract.lexicon import rows
from explorer.model.mention import Span

CLASSES = (
    "word",
    "name",
    "letters",
    "number",
    "year",
    "month",
    "weekday",
    "money",
    "percent",
    "quote",
    "mark",
    "unknown",
)
MOST = 44  # words of a clause that are read
BESIDE = len(CLASSES)  # is added to the class of a word that stands beside a clause
_SHORT = 9  # words; a clause of fewer is read with what stands beside it, which tells little of a longer one
_BEFORE, _AFTER = (90, 16), (40, 8)  # characters and words that are read before and after it
COMMON, OPENING = 4_000, 15_000  # the first words of the vocabulary count with a capital, more as first word
_WORD = re.compile(
    r"[A-Za-z]+(?:[’'][A-Za-z]+(?:[’'][A-Za-z]+)*|)"  # most: "…|)" is tried faster than "…)*"
    r"(?:-[A-Za-z]+(?:[’'][A-Za-z]+)*(?:-[A-Za-z]+(?:[’'][A-Za-z]+)*)*|)|\d[\d,.]*\d|\d|[^\W\d_]+|"
    r"[%$€£¥₹₩]|[.,;:()\"“”‘’'—–!?-]"
)
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("er", ""),
    ("ers", ""),
)
_SHORTEST = 6  # letters of a word that may lose its ending
_OF = {name: number for number, name in enumerate(CLASSES)}


class Words(NamedTuple):
    """The words and marks of a clause: the row of each in the vocabulary (0: none) and its class, its place."""

    known: list[tuple[int, int]]
    starts: list[int]


def words(text: str, span: Span) -> Words:
    """Give the first words and marks of a clause; one without any counts as one that nobody knows."""
    matches = list(islice(_WORD.finditer(text, span.start, span.end), MOST))
    if not matches:
        return Words([(0, _OF["unknown"])], [span.start])
    parts = [_first(matches), *[_known(match[0]) for match in matches[1:]]]
    known, starts = list(chain.from_iterable(parts)), [match.start() for match in matches]
    if len(known) > len(starts):
        starts = [start for start, mine in zip(starts, parts, strict=True) for _ in mine]
    return Words(known[:MOST], starts[:MOST])


def in_context(text: str, span: Span) -> Words:
    """Give the words and marks of a clause and, if they are few, of what stands beside it in its paragraph."""
    own = words(text, span)
    if len(own.known) >= _SHORT:
        return own
    start, end = _edges(text, span)
    known, starts = own
    if start < span.start:
        before = words(text, Span(start, span.start))
        known = _beside(before.known[-_BEFORE[1] :]) + known
        starts = before.starts[-_BEFORE[1] :] + starts
    if span.end < end:
        after = words(text, Span(span.end, end))
        known = known + _beside(after.known[: _AFTER[1]])
        starts = starts + after.starts[: _AFTER[1]]
    return Words(known, starts)


def _edges(text: str, span: Span) -> tuple[int, int]:
    """Give where what stands beside a clause begins and ends: at whole words, in its paragraph."""
    start, end = max(0, span.start - _BEFORE[0]), min(len(text), span.end + _AFTER[0])
    paragraph = text.rfind("\n\n", start, span.start)
    if paragraph >= 0:
        start = paragraph
    elif start:
        space = text.find(" ", start, span.start)
        start = space if space >= 0 else span.start
    paragraph = text.find("\n\n", span.end, end)
    if paragraph >= 0:
        end = paragraph
    elif end < len(text):
        end = max(span.end, text.rfind(" ", span.end, end))
    return (
        span.start if text[start : span.start].isspace() else start,
        span.end if text[span.end : end].isspace() else end,
    )


def _beside(known: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(row, number + BESIDE) for row, number in known]


def at(text: str, start: int) -> str:
    """Give the word or mark that begins at an offset."""
    match = _WORD.match(text, start)
    return match.group() if match else ""


def _first(matches: Sequence[re.Match[str]]) -> tuple[tuple[int, int], ...]:
    """Give row and class of the first word, whose capital need not make it a name."""
    word = matches[0].group()
    is_opening = len(matches) == 1 or not matches[1].group()[0].isupper()
    return _known(word, is_opening and word[0].isupper(), True)


@lru_cache(maxsize=16_384)
def _known(word: str, is_opening: bool = False, is_first: bool = False) -> tuple[tuple[int, int], ...]:
    """Give row and class of a word, or of the parts of a hyphenated one."""
    first = word[0]
    if not first.isalpha():
        return (_sign(word),)
    ranks, low = vocabulary(), word.lower().replace("’", "'")
    if first.isupper():
        return (_capital(word, low, is_opening, is_first),)
    low = low.removesuffix("'s")
    row = ranks.get(low, 0)
    if row:
        return ((row, _OF["word"]),)
    if "-" in low:
        parts = (ranks.get(part, 0) for part in low.split("-") if part)
        return tuple((part, _OF["word" if part else "unknown"]) for part in parts)
    return ((_stem(low), _OF["unknown"]),)


def _sign(word: str) -> tuple[int, int]:
    ranks = vocabulary()
    if word[0].isdigit():
        return 0, _OF["year" if _YEAR.fullmatch(word) else "number"]
    if word == "%":
        return ranks["%"], _OF["percent"]
    if word in "$€£¥₹₩":
        return ranks["$"], _OF["money"]
    if word in '"“”':
        return ranks['"'], _OF["quote"]
    return ranks.get("-" if word in "—–" else word, 0), _OF["mark"]


def _capital(word: str, low: str, is_opening: bool, is_first: bool) -> tuple[int, int]:
    ranks = vocabulary()
    if low in _MONTHS and not (is_first and low in ("may", "march")):
        return ranks.get(low, 0), _OF["month"]
    if low in _WEEKDAYS:
        return ranks.get(low, 0), _OF["weekday"]
    row = ranks.get(low.removesuffix("'s"), 0)
    row = row if row <= (OPENING if is_opening else COMMON) else 0
    if len(word) > 1 and word.isupper():
        return row, _OF["letters"]
    return row, _OF["word" if is_first and row else "name"]


def _stem(word: str) -> int:
    """Give the row of a word without its ending, if only that is known."""
    if len(word) < _SHORTEST:
        return 0
    ranks = vocabulary()
    stems = (word[: -len(old)] + new for old, new in _ENDINGS if word.endswith(old))
    return next((ranks[stem] for stem in stems if stem in ranks), 0)


@cache
def vocabulary() -> dict[str, int]:
    """Give the row of each word that the network knows; the most frequent word has the first, 1."""
    return {word: row for row, (word, *_) in enumerate(rows("likely.tsv"), 1)}
