"""What two statements of one event word differently, and above all which of their figures are not the same."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from explorer.model.mention import Span

# A figure with its separators is one word: "5.7", "1,000", "2019-04-15"; so is a word with an apostrophe.
_TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[$€£¥%]")
_LEAST_SHARED = 0.7  # of the words of the shorter statement
_MOST_TOKENS = 2_000  # of a statement; longer ones are compared up to here


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that the other statement does not have. `is_figure`: they belong to a date or a number."""

    span: Span
    is_figure: bool


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    span: Span


def differences(
    left: str, right: str, *, dates: tuple[Sequence[Span], Sequence[Span]] = ((), ())
) -> tuple[list[Difference], list[Difference]]:
    """Give what differs in two texts, for each the words that the other has not, in their order.

    Words that only stand elsewhere do not differ, and in statements that share too few words only figures do:
    to mark the rest would tell nothing. `dates` are the spans of either text that hold a date or an
    amount: what differs in them is a figure, and so is any number.
    """
    sides = _tokens(left), _tokens(right)
    words = [[token.word for token in side] for side in sides]
    matcher = SequenceMatcher(None, words[0], words[1], autojunk=False)
    apart: tuple[list[_Token], list[_Token]] = ([], [])
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            apart[0].extend(sides[0][i1:i2])
            apart[1].extend(sides[1][j1:j2])
    unlike = _without(apart[0], apart[1]), _without(apart[1], apart[0])
    least = min(len(side) for side in sides)
    shared = len(sides[0]) - len(unlike[0])
    found = _joined(left, unlike[0], dates[0]), _joined(right, unlike[1], dates[1])
    if shared >= _LEAST_SHARED * least:
        return found
    return [one for one in found[0] if one.is_figure], [one for one in found[1] if one.is_figure]


def _tokens(text: str) -> list[_Token]:
    found = (_Token(match[0].casefold(), Span(*match.span())) for match in _TOKEN.finditer(text))
    return [token for token, _ in zip(found, range(_MOST_TOKENS), strict=False)]


def _without(tokens: Sequence[_Token], others: Sequence[_Token]) -> list[_Token]:
    """Leave out the words that the other side has as well, in another place."""
    moved = Counter(token.word for token in others)
    kept = []
    for token in tokens:
        if moved[token.word]:
            moved[token.word] -= 1
        else:
            kept.append(token)
    return kept


def _joined(text: str, tokens: Sequence[_Token], dates: Sequence[Span]) -> list[Difference]:
    """Make one difference of neighbouring words of one sort."""
    made: list[Difference] = []
    for token in tokens:
        is_figure = token.word[0].isdigit() or any(token.span.overlaps(date) for date in dates)
        last = made[-1] if made else None
        if last and last.is_figure is is_figure and not text[last.span.end : token.span.start].strip():
            made[-1] = Difference(Span(last.span.start, token.span.end), is_figure)
        else:
            made.append(Difference(token.span, is_figure))
    return made
