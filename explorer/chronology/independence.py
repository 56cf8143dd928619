"""How many sources of an event do not copy one another.

Agencies' texts are reprinted nearly word for word, and two papers that quote one named source say one thing:
both count once. "Police" or "people familiar with the talks" need not be the same ones. Only the quotes are
compared: a shared agency text shows there, and whole texts cost too much.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import combinations

from explorer.chronology.rules import rules
from explorer.model.mention import Mention

_WORD = re.compile(r"\w+")
_PLACED = re.compile(r"\b(?:in|near|from|on) (?:the )?(?:[A-Z][\w’'-]*\s?)+")  # "bankers in New York"
_SHINGLE = 4  # words
_COPIED = 0.5  # of the shorter one's shingles
_COPIED_LEAST = 6  # of them: two short sentences can say one thing alike, if not wholly alike
_SAME = 0.9


def independent(mentions: Sequence[Mention]) -> int:
    """Count the articles that tell of an event on their own."""
    told: dict[str, tuple[set[tuple[str, ...]], set[str]]] = {}
    for mention in mentions:
        shingles, sources = told.setdefault(mention.article, (set(), set()))
        shingles |= _shingles(mention.quote)
        if mention.attribution and (source := named_source(mention.attribution)):
            sources.add(source)
    head = {article: article for article in told}
    for one, other in combinations(told, 2):
        if _is_copied(told[one], told[other]):
            old, new = head[other], head[one]
            head = {article: new if at == old else at for article, at in head.items()}
    return max(1, len(set(head.values())))


@cache
def named_source(attribution: str) -> str:
    """Give the name by which a source can be told from others: "a spokesman for Acme Ltd" speaks for Acme Ltd.

    "" for sources without a name, of which two articles can mean different ones. Scripts without capitals
    name by all words.
    """
    words = [word for word in _WORD.findall(_PLACED.sub("", attribution)) if word[0].isalpha()]
    is_cased = any(word[0].lower() != word[0].upper() for word in words)
    names = (word.casefold() for word in words if not is_cased or word[0].isupper())
    return " ".join(name for name in names if name not in rules().unnamed)


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1))}


def _is_copied(
    one: tuple[set[tuple[str, ...]], set[str]], other: tuple[set[tuple[str, ...]], set[str]]
) -> bool:
    if one[1] and one[1] & other[1]:
        return True
    shorter = min(len(one[0]), len(other[0]))
    shared = len(one[0] & other[0])
    return shared >= max(_COPIED * shorter, _COPIED_LEAST) or shared >= _SAME * shorter
