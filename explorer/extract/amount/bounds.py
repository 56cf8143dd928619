"""The words before a number that bound it: "more than", "up to", "nearly", "exceeded".

It must not know how numbers or units are written.
"""

import re
from functools import cache

from explorer.extract.lexicon import table
from explorer.model.mention import Bound

_FAR = 30  # characters before a number in which its bound stands
_LONGEST = 4  # words
_WORD = re.compile(r"[^\s([{“\"]+")
_TAKEN = frozenset(
    ("take", "takes", "taking", "took", "taken", "hand", "handed", "turned", "turn")
)  # "took over 18 shops"
_FILLERS = frozenset(("a", "an", "the", "record", "its", "just", "their", "another"))


_PLACING = ("under", "over", "above", "below")


def before(text: str, floor: int, start: int) -> tuple[Bound | None, int]:
    """Give the bound of a number and where its words start; a verb that bounds stays outside."""
    window = max(floor, start - _FAR)
    if start == window or not text[start - 1].isspace() or _last_word(text, window, start) not in _last_words():
        return None, start
    words = list(_WORD.finditer(text, window, start))
    if len(words) > 1 and words[-1][0].lower() == "a" and words[-2][0].lower() in _PLACING:
        return None, start  # "under a $489 million contract"
    while words and words[-1][0].lower() in _FILLERS:
        words.pop()
    if len(words) > 1 and (words[-2][0].lower(), words[-1][0].lower()) == ("total", "of"):
        del words[-2:]
        while words and words[-1][0].lower() in _FILLERS:
            words.pop()
    for count in range(min(_LONGEST, len(words)), 0, -1):
        phrase = " ".join(word[0].lower() for word in words[-count:])
        if phrase == "over" and len(words) > 1 and words[-2][0].lower() in _TAKEN:
            return None, start
        if bound := _bounds().get(phrase):
            return bound, words[-count].start()
        if bound := _verbs().get(phrase):
            return bound, start
    return None, start


def _last_word(text: str, floor: int, start: int) -> str:
    words = text[floor:start].rsplit(None, 1)
    return words[-1].lower().lstrip('([{“"') if words else ""


@cache
def _last_words() -> frozenset[str]:
    """Give the words that can stand right before a bounded number."""
    phrases = (*_bounds(), *_verbs())
    return frozenset(("of", *_FILLERS, *(phrase.split()[-1] for phrase in phrases)))


@cache
def _bounds() -> dict[str, Bound]:
    return _section("bounds")


@cache
def _verbs() -> dict[str, Bound]:
    return _section("bounding_verbs")


def _section(name: str) -> dict[str, Bound]:
    section = table("units.toml")[name]
    assert isinstance(section, dict)
    return {str(words): Bound(str(bound)) for words, bound in section.items()}
