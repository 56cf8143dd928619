"""Whether a sentence in another language looks ahead: a word of its AHEAD table says so, or its ending."""

from collections.abc import Callable
from functools import cache

from explorer.dates.context.sentences import ends_sentence
from explorer.dates.context.tense import AHEAD, LEANS_BACK
from explorer.dates.grammar.tokens import Tokens

_BEFORE, _AFTER = 24, 14  # tokens that are looked at
_SHORTEST = 5  # letters of a verb that is known by its ending


@cache
def tense_of(ahead: frozenset[str]) -> Callable[[Tokens, int, int], int]:
    """Make the function that tells the tense around a date, from the words that look ahead."""
    endings = tuple(word[1:].strip() for word in ahead if word.startswith("-"))

    def is_ahead(tokens: Tokens, index: int) -> bool:
        word = tokens.words[index]
        if word in ahead:
            return True
        is_verb = len(word) >= _SHORTEST and word.endswith(endings)
        return is_verb and tokens.raw(index).islower()  # "no Ceará" is a place

    def tense(tokens: Tokens, first: int, last: int) -> int:
        """Tell whether the words around a date look ahead; without a sign of it they look back."""
        begin, end = first, last
        while begin > max(0, first - _BEFORE) and not ends_sentence(tokens, begin - 1):
            begin -= 1
        while end < min(len(tokens.words), last + _AFTER) and not ends_sentence(tokens, end):
            end += 1
        return AHEAD if any(is_ahead(tokens, index) for index in range(begin, end)) else LEANS_BACK

    return tense
