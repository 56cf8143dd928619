"""Whether a sentence in another language looks ahead: a word of its AHEAD table says so."""

from collections.abc import Callable
from functools import cache

from explorer.dates.sentences import ends_sentence
from explorer.dates.tense import AHEAD, LEANS_BACK
from explorer.dates.tokens import Tokens

_BEFORE, _AFTER = 24, 14  # tokens that are looked at


@cache
def tense_of(ahead: frozenset[str]) -> Callable[[Tokens, int, int], int]:
    """Make the function that tells the tense around a date, from the words that look ahead."""

    def tense(tokens: Tokens, first: int, last: int) -> int:
        """Tell whether the words around a date look ahead; without a sign of it they look back."""
        begin, end = first, last
        while begin > max(0, first - _BEFORE) and not ends_sentence(tokens, begin - 1):
            begin -= 1
        while end < min(len(tokens.words), last + _AFTER) and not ends_sentence(tokens, end):
            end += 1
        return AHEAD if ahead.intersection(tokens.words[begin:end]) else LEANS_BACK

    return tense
