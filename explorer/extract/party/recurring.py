"""Names that a text tells of again and again: what they do, and how they are shortened, shows firms.

A firm is shortened to the head of its name ("Altamira" after "Altamira Spaceways"), a person to the last word.
It must not know cues beside a single name.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from explorer.extract.lexicon import table
from explorer.extract.party import fresh
from explorer.model.mention import Span

_AT = re.compile(r"\b(?:in|at|near|from|to|of|outside|around|across)\s$", re.IGNORECASE)
_HE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sir|Miss|Lord|Lady|President|Judge|Senator|King|Queen|Prince|Saint|St)\.?\s$"
)
_OFTEN, _SHORT_OFTEN = 3, 2  # times that a name stands alone, or is shortened, to count
_DEEDS = 2  # times that a name of one word must act
_MOST_AT = 0.34  # share of the places behind a preposition of place from which it is a place
_LONGEST = 4  # spaces in a name


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(str(table("cues.toml")["acts"]))


def companies(text: str, pieces: Sequence[Span], may_be: Callable[[str], bool]) -> Iterator[str]:
    """Give the names that recur as firms do; `may_be` refuses places, persons, bodies and ordinary words."""
    places: dict[str, list[int]] = defaultdict(list)
    for start, end in pieces:
        places[fresh.bare(text[start:end])].append(start)
    lasts = {name.rpartition(" ")[2] for name in places if " " in name}
    for name in places:
        head, space, _ = name.partition(" ")
        if space:
            is_short = len(places.get(head, ())) >= _SHORT_OFTEN and name.rpartition(" ")[2] not in places
            is_told = is_short and head not in lasts and name.count(" ") <= _LONGEST
            deeds = 1
        else:
            is_told = len(places[name]) >= _OFTEN and name not in lasts
            deeds = _DEEDS
        if is_told and may_be(name) and may_be(head):
            spans = [Span(start, start + len(head)) for start in places[head]]
            if _is_firm(text, spans, deeds):
                yield name


def _is_firm(text: str, spans: Sequence[Span], deeds: int) -> bool:
    """Tell whether a name acts, and is neither a person's nor mostly a place's."""
    at = sum(_AT.search(text, max(0, span.start - 9), span.start) is not None for span in spans)
    if at > _MOST_AT * len(spans):
        return False
    if any(_HE.search(text, max(0, span.start - 11), span.start) for span in spans):
        return False
    return sum(_acts().match(text, span.end) is not None for span in spans) >= deeds
