"""The words of an English clause as the network of kinds takes them: a row of its vocabulary and a class each.

A name has no row of its own, only the class of names: what a company did is told by the other words. It must
not know frames or dates.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from explorer.extract.kept import of_text
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
BEFORE, AFTER, TITLE = 24, 8, 14  # words that are read before and after it, and of the title of its article
PARTS = 3  # a word counts by whether it is of the clause, beside it, or of the title
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
    """Words and marks of a text: the row of each in the vocabulary (0: none) and its class, its place."""

    known: list[tuple[int, int]]
    starts: list[int]


class Passage(NamedTuple):
    """A clause with what stands around it: its own words, those before and after, those of the title."""

    own: Words
    before: tuple[tuple[int, int], ...]
    after: tuple[tuple[int, int], ...]
    title: tuple[tuple[int, int], ...]


def passage(text: str, span: Span, title: str = "") -> Passage:
    """Give the first words of a clause, those nearest to it on both sides, and the first of its title.

    A clause without any word counts as one that nobody knows. What stands beside a clause and over it has
    classes of its own.
    """
    known, starts = _of_text(text)
    first, end = bisect_left(starts, span.start), bisect_left(starts, span.end)
    before, after = known[max(0, first - BEFORE) : first], known[end : end + AFTER]
    return Passage(_own(text, known, starts, first, end), _moved(before, 1), _moved(after, 1), _over(title))


def _own(text: str, known: Sequence[tuple[int, int]], starts: Sequence[int], first: int, end: int) -> Words:
    """Give the words of a clause, whose first may have its capital from its place."""
    if first == end:
        return Words([(0, _OF["unknown"])], [min(first, len(text))])
    start, second = starts[first], bisect_right(starts, starts[first], first, end)
    word = at(text, start)
    is_opening = second == end or not text[starts[second]].isupper()
    opening = _known(word, is_opening and word[0].isupper(), True)
    mine = [*opening, *known[second : min(end, second + MOST)]]
    places = [start] * len(opening) + list(starts[second : min(end, second + MOST)])
    return Words(mine[:MOST], places[:MOST])


@of_text
def _of_text(text: str) -> Words:
    """Give all words and marks of a text."""
    matches = list(_WORD.finditer(text))
    parts = [_known(match[0]) for match in matches]
    starts = [match.start() for match, of_word in zip(matches, parts, strict=True) for _ in of_word]
    return Words(list(chain.from_iterable(parts)), starts)


@of_text
def _over(title: str) -> tuple[tuple[int, int], ...]:
    return _moved(_of_text(title).known[:TITLE], 2)


def _moved(known: Sequence[tuple[int, int]], part: int) -> tuple[tuple[int, int], ...]:
    return tuple((row, number + part * len(CLASSES)) for row, number in known)


def at(text: str, start: int) -> str:
    """Give the word or mark that begins at an offset."""
    match = _WORD.match(text, start)
    return match.group() if match else ""


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
