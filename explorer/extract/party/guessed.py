"""Names that no cue shows, by all that they do in a text: they sell, own a plant, are bought.

Each sign adds to the weight of a name or takes from it. It must not know cues that prove a company alone.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import cache, lru_cache

from explorer.extract import clauses
from explorer.extract.lexicon import inflections, plain, table
from explorer.extract.party import fresh, shapes
from explorer.extract.place import countries
from explorer.model.mention import Span

_ENOUGH = 2.0
_ODD = re.compile(r"\d|(?<!\S)\S(?!\S)")  # figures, and words of one letter
_SURE, _LIKELY, _HINT = 2.0, 1.0, 0.5  # what signs weigh
_AHEAD, _BEHIND = 90, 30  # characters that are looked at on each side
_NEXT = re.compile(r"(?P<mark>['’]s?\b|,)?\s*(?P<first>[\w-]+)?(?:\s(?P<second>[\w-]+))?")
_HE = re.compile(r"\b(?:he|she|his|her|him|who|whom)\b")
_AGED = re.compile(r",\s(?:(?:aged\s)?\d{2}\b|who\b)")
_WHICH = re.compile(r",\s(?:\w+\s)?(?:which|whose)\b")
_LINK = re.compile(r"(?:,?\s(?:and|or)|,)\s(?:[A-Z]\w+['’]s\s)?")
_LINK_HEADS, _LINK_ENDS = (", ", " a", " o"), (", ", "d ", "r ", "s ")
_LINKED = 15  # characters of the longest link
_OF_PLACE = re.compile(r"\sof\s(?P<place>[A-Z].*)$")
_OF_PLACE_BEHIND = re.compile(r"\sof\s(?P<place>[A-Z][\w.]+)")
_SHORTEST = 3


@cache
def _set_of(name: str) -> frozenset[str]:
    return frozenset(str(table("cues.toml")[name]).split())


def companies(
    text: str,
    pieces: Sequence[Span],
    may_be: Callable[[str], bool],
    firms: Sequence[Span],
) -> Iterator[str]:
    """Give the names of free chains of capitals that stand as firms do; `firms` are the names found, in order.

    `may_be` refuses places, persons, bodies and ordinary words.
    """
    places: dict[str, list[Span]] = {}
    chains = [text[start:end] for start, end in pieces]
    for chain, piece in zip(chains, pieces, strict=True):
        found = _named(chain)
        if found is not None:
            name, at = found
            start = piece.start + at
            places.setdefault(name, []).append(Span(start, start + len(name)))
    if not places:
        return
    lasts = {name.rpartition(" ")[2] for name in places if " " in name}
    alone = {chain for chain in chains if " " not in chain}
    names = [name for name, spans in places.items() if name not in lasts and not _is_other(text, name, spans)]
    wholes = {name.partition(" ")[0]: name for name in names if " " in name}
    edges = {span.end: span for span in firms} | {span.start: span for span in firms}
    more = True
    while more:  # a name beside one that is found so may be one too
        more = False
        for name in [name for name in names if wholes.get(name, name) == name]:
            head = name.partition(" ")[0]
            spans = places[name] + (places.get(head, []) if head != name else [])
            weight = _HINT * min(len(spans) - 1, 3) + (_LIKELY if len(spans) > len(places[name]) else 0.0)
            if head != name and name.rpartition(" ")[2] in alone and not _is_owned(text, spans[0]):
                weight -= _LIKELY  # it is shortened as persons are
            if weight + _weight(text, spans, edges) >= _ENOUGH and may_be(name):
                names.remove(name)
                edges |= {span.end: span for span in spans} | {span.start: span for span in spans}
                more = True
                yield name


@lru_cache(maxsize=4096)  # the same names stand in a text again and again
def _named(chain: str) -> tuple[str, int] | None:
    """Give a chain without article, place before it or mark of the owner, and where in the chain it begins."""
    words = fresh.bare(chain)
    place = _OF_PLACE.search(words) if " of " in words else None
    if place is not None and place["place"] in countries.known():
        words = words[: place.start()]
    whole = len(words)
    first, space, rest = words.partition(" ")
    while space and _is_before(first) and words not in countries.known():
        words = rest
        first, space, rest = words.partition(" ")
    if len(words) < _SHORTEST or words.lower() in fresh.common() or _ODD.search(words):
        return None
    if not space and words.lower() in plain():
        return None
    return words, whole - len(words)


def _is_before(word: str) -> bool:
    """Tell whether a word may stand before a name: an article, "Rival", a place that owns it."""
    low = word.lower()
    is_owner = word != fresh.bare(word) and fresh.bare(word) in countries.known()
    return is_owner or low in fresh.common() or low in _set_of("before_names")


class _Shape(Enum):
    """What the words of a name make of it: no firm's (a person, a body), ordinary words, or neither."""

    REFUSED, PLAIN, OPEN = range(3)


@lru_cache(maxsize=4096)
def _shape(name: str) -> _Shape:
    words = name.split()
    last = words[-1].rstrip(".")
    if " of " in name or last in fresh.no_firms() or last in _set_of("agencies") or last in _set_of("legal"):
        return _Shape.REFUSED
    if words[0].rstrip(".").lower() in _set_of("no_firm_first") or last.endswith(("GmbH", "-AG")):
        return _Shape.REFUSED
    if words[0] in _set_of("given"):
        return _Shape.REFUSED
    return _Shape.PLAIN if all(word.lower() in plain() for word in words) else _Shape.OPEN


def _is_other(text: str, name: str, spans: Sequence[Span]) -> bool:
    """Tell whether a name is a person's, a body's or ordinary words at the head of their sentences."""
    shape = _shape(name)
    if shape is _Shape.PLAIN:
        return all(shapes.at_head(text, span.start) for span in spans)
    return shape is _Shape.REFUSED


def _weight(text: str, spans: Sequence[Span], edges: dict[int, Span]) -> float:
    signs: dict[str, float] = {}
    for span in spans:
        _look_behind(text, span, signs)
        _look_before(text, span, signs)
        if _is_beside(text, span, edges):
            signs["beside"] = _LIKELY + _HINT
    weight = sum(signs.values())
    if weight <= 0 or " " not in text[spans[0].start : spans[0].end]:
        return weight  # one word is no person, who would be told of with a first name before
    return weight - _SURE if any(_is_person(text, span) for span in spans) else weight


def _look_behind(text: str, span: Span, signs: dict[str, float]) -> None:
    """Add the signs behind a name: what it does and owns."""
    at = span.end
    place = _OF_PLACE_BEHIND.match(text, at) if text.startswith("of", at + 1) else None
    if place is not None:
        at = place.end()
        if place["place"] in countries.known():
            signs["of place"] = _LIKELY
    following = _NEXT.match(text, shapes.when(text, at))
    assert following is not None
    mark, first, second = following.groups("")
    if mark[:1] in ("'", "’"):
        if first in _set_of("owned_things") or second in _set_of("owned_things"):
            signs["owns"] = _SURE
    elif mark:
        if _WHICH.match(text, at):
            signs["which"] = _LIKELY + _HINT
    elif _does(first, second):
        signs["does"] = _SURE
    elif first and clauses.is_finite(first):
        signs["acts"] = _HINT
    end = text.find(". ", span.end, span.end + _AHEAD)
    if end >= 0 and text.startswith(("It ", "Its ", "The company", "The firm"), end + 2):
        signs["it"] = _HINT


def _is_person(text: str, span: Span) -> bool:
    """Tell whether an age or "he" behind a name shows a person."""
    if _AGED.match(text, span.end):
        return True
    end = text.find(". ", span.end, span.end + _AHEAD)
    rest = text[span.end : end if end >= 0 else span.end + _AHEAD]
    return _HE.search(rest) is not None or (
        end >= 0 and text.startswith(("He ", "She ", "His ", "Her "), end + 2)
    )


def _is_owned(text: str, span: Span) -> bool:
    return text[max(0, span.start - 3) : span.start] in ("'s ", "’s ")


def _does(first: str, second: str) -> bool:
    """Tell whether a verb is one that firms are the subject of: "sold", "will sell", "has sold"."""
    if first in ("will", "would", "may", "might", "could", "must", "has", "had", "have"):
        first = second
    return first in _deeds()


@cache
def _deeds() -> frozenset[str]:
    return frozenset(form for word in _set_of("firm_deeds") for form in inflections(word))


def _look_before(text: str, span: Span, signs: dict[str, float]) -> None:
    """Add the signs before a name: who buys it or deals with it, and whether it is a place or a thing."""
    *_, previous, last = "", "", *text[max(0, span.start - _BEHIND) : span.start].lower().split()
    if last in ("in", "near", "outside", "around", "across", "throughout", "toward", "towards"):
        stake = previous in ("stake", "stakes", "shares", "interest", "holding", "invested", "invest")
        signs["dealt" if stake else "place"] = _SURE if stake else -_SURE
    elif last in _set_of("persons_lead"):
        signs["person"] = -_SURE
    elif last in _dealt() or (last in ("by", "from", "to", "with", "of") and previous in _dealt()):
        signs["dealt"] = _SURE
    elif last in _set_of("firms"):
        signs["firm"] = _LIKELY
    elif last.endswith(("'s", "’s")):
        signs["of place"] = _LIKELY
    elif last == "from":
        signs["from"] = _LIKELY
    elif last == "at":
        signs["at"] = -_LIKELY
    elif last == "the":
        signs["the"] = -_SURE


@cache
def _dealt() -> frozenset[str]:
    return frozenset(form for word in _set_of("firm_dealt") for form in inflections(word))


def _is_beside(text: str, span: Span, edges: dict[int, Span]) -> bool:
    """Tell whether "and" or a comma joins a name to a company's."""
    if text[span.end : span.end + 2] not in _LINK_HEADS and text[span.start - 2 : span.start] not in _LINK_ENDS:
        return False
    for length in range(2, _LINKED + 1):
        if span.start - length in edges and edges[span.start - length].end == span.start - length:
            return _LINK.fullmatch(text, span.start - length, span.start) is not None
        if span.end + length in edges and edges[span.end + length].start == span.end + length:
            return _LINK.fullmatch(text, span.end, span.end + length) is not None
    return False
