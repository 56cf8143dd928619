"""Names that no cue shows, by all that they do in a text: they sell, own a plant, are bought, and are no person.

Each sign adds to the weight of a name or takes from it. It must not know cues that prove a company alone.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from explorer import resources
from explorer.extract import clauses
from explorer.extract.lexicon import FOLDER, inflections, table
from explorer.extract.party import fresh, shapes
from explorer.extract.place import countries
from explorer.model.mention import Span

_ENOUGH = 2.0
_ROUNDS = 2  # a name beside one that is found so may be one too
_SURE, _LIKELY, _HINT = 2.0, 1.0, 0.5  # what signs weigh
_WORD = re.compile(r"[^\W\d_][\w’'-]*|[,.;:()“”\"]")
_AHEAD, _BEHIND = 90, 30  # characters that are looked at on each side
_NEXT = re.compile(r"(?P<mark>['’]s?\b|,)?\s*(?P<first>[\w-]+)?(?:\s(?P<second>[\w-]+))?")
_HE = re.compile(r"\b(?:he|she|his|her|him|who|whom)\b")
_AGED = re.compile(r",\s(?:(?:aged\s)?\d{2}\b|who\b)")
_WHICH = re.compile(r",\s(?:\w+\s)?(?:which|whose)\b")
_LINK = re.compile(r"(?:,?\s(?:and|or)|,)\s(?:[A-Z]\w+['’]s\s)?")
_LINKED = 15  # characters of the longest link
_OF_PLACE = re.compile(r"\sof\s(?P<place>[A-Z].*)$")
_SHORTEST = 3


@cache
def _set_of(name: str) -> frozenset[str]:
    return frozenset(str(table("cues.toml")[name]).split())


@cache
def _plain() -> frozenset[str]:
    """Give ordinary English words: those that stand in small letters in our own clauses."""
    return frozenset(resources.text(FOLDER + "plain.txt").split())


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
    for span in pieces:
        name = _named(text, span)
        if name is not None:
            places.setdefault(text[name.start : name.end], []).append(name)
    chains = {fresh.bare(text[start:end]) for start, end in pieces}
    lasts = {chain.rpartition(" ")[2] for chain in chains if " " in chain}
    names = [name for name in places if name not in lasts and not _is_other(text, name, places[name]) and may_be(name)]
    wholes = {name.partition(" ")[0]: name for name in names if " " in name}
    edges = {span.end: span for span in firms} | {span.start: span for span in firms}
    for _ in range(_ROUNDS):
        for name in [name for name in names if wholes.get(name, name) == name]:
            head = name.partition(" ")[0]
            spans = places[name] + (places.get(head, []) if head != name else [])
            weight = _HINT * min(len(spans) - 1, 3) + (_LIKELY if len(spans) > len(places[name]) else 0.0)
            if weight + _weight(text, spans, edges) >= _ENOUGH:
                names.remove(name)
                edges |= {span.end: span for span in spans} | {span.start: span for span in spans}
                yield name


def _named(text: str, span: Span) -> Span | None:
    """Give a chain without the article or the place before it and the mark of the owner behind it."""
    words = fresh.bare(text[span.start : span.end])
    end = span.start + len(words)
    place = _OF_PLACE.search(words)
    if place is not None and place["place"] in countries.known():
        words = words[: place.start()]
        end = span.start + len(words)
    first, space, rest = words.partition(" ")
    while space and (first.lower() in fresh.common() or (first[:-2] in countries.known() and first != fresh.bare(first))):
        words = rest
        first, space, rest = words.partition(" ")
    if len(words) < _SHORTEST or min(map(len, words.split())) < 2 or words.lower() in fresh.common() or any(c.isdigit() for c in words):
        return None
    return Span(end - len(words), end)


def _is_other(text: str, name: str, spans: Sequence[Span]) -> bool:
    """Tell whether a name is a person's, a body's, an ordinary word or no name at all."""
    words = name.split()
    last = words[-1].rstrip(".")
    if last in fresh.no_firms() or last in _set_of("agencies") or last in _set_of("legal") or " of " in name:
        return True
    if words[0].rstrip(".").lower() in _set_of("no_firm_first") or words[-1].endswith(("GmbH", "-AG")):
        return True
    if words[0] in _set_of("given") and (len(words) > 1 or not shapes.is_mixed(name)):
        return True
    return all(word.lower() in _plain() for word in words) and (
        len(words) == 1 or all(shapes.at_head(text, span.start) for span in spans)
    )


def _weight(text: str, spans: Sequence[Span], edges: dict[int, Span]) -> float:
    signs: dict[str, float] = {}
    for span in spans:
        for sign, weight in (*_behind(text, span), *_before(text, span)):
            signs[sign] = weight
        if _is_beside(text, span, edges):
            signs["beside"] = _LIKELY + _HINT
    return sum(signs.values())


def _behind(text: str, span: Span) -> Iterator[tuple[str, float]]:
    """Give the signs behind a name: what it does and owns, and whether it is a person."""
    when = shapes.when(text, span.end)
    following = _NEXT.match(text, when)
    assert following is not None
    mark, first, second = following["mark"] or "", following["first"] or "", following["second"] or ""
    if mark[:1] in ("'", "’"):
        if {first, second} & _set_of("owned_things"):
            yield "owns", _SURE
    elif not mark and _does(first, second):
        yield "does", _SURE
    elif not mark and clauses.is_finite(first):
        yield "acts", _HINT
    if _WHICH.match(text, span.end):
        yield "which", _LIKELY + _HINT
    if _AGED.match(text, span.end):
        yield "aged", -_SURE
    end = text.find(". ", span.end, span.end + _AHEAD)
    rest = text[span.end : end if end >= 0 else span.end + _AHEAD]
    if _HE.search(rest):
        yield "he", -_SURE
    if end >= 0 and text.startswith(("He ", "She ", "His ", "Her "), end + 2):
        yield "he", -_SURE
    if end >= 0 and text.startswith(("It ", "Its ", "The company", "The firm"), end + 2):
        yield "it", _HINT


def _does(first: str, second: str) -> bool:
    """Tell whether a verb is one that firms are the subject of: "sold", "will sell", "has sold"."""
    if first in ("will", "would", "may", "might", "could", "must", "has", "had", "have"):
        first = second
    return first in _deeds()


@cache
def _deeds() -> frozenset[str]:
    return frozenset(form for word in _set_of("firm_deeds") for form in inflections(word))


def _before(text: str, span: Span) -> Iterator[tuple[str, float]]:
    """Give the signs before a name: who buys it or deals with it, and whether it is a place or a thing."""
    words = [word.lower() for word in _WORD.findall(text, max(0, span.start - _BEHIND), span.start)]
    last, previous = ([".", "."] + words)[-1], ([".", "."] + words)[-2]
    if last in ("in", "near", "outside", "around", "across", "throughout", "toward", "towards"):
        stake = previous in ("stake", "stakes", "shares", "interest", "holding", "invested", "invest")
        yield ("dealt", _SURE) if stake else ("place", -_SURE)
    elif last in _set_of("persons_lead"):
        yield "person", -_SURE
    elif last in _dealt() or (last in ("by", "from", "to", "with", "of") and previous in _dealt()):
        yield "dealt", _SURE
    elif last in _set_of("firms"):
        yield "firm", _LIKELY
    elif last in ("'s", "’s") or last.endswith(("'s", "’s")):
        yield "of place", _LIKELY
    elif last == "from":
        yield "from", _LIKELY
    elif last == "at":
        yield "at", -_LIKELY
    elif last == "the":
        yield "the", -_SURE


@cache
def _dealt() -> frozenset[str]:
    return frozenset(form for word in _set_of("firm_dealt") for form in inflections(word))


def _is_beside(text: str, span: Span, edges: dict[int, Span]) -> bool:
    """Tell whether "and" or a comma joins a name to a company's."""
    for length in range(2, _LINKED + 1):
        if span.start - length in edges and edges[span.start - length].end == span.start - length:
            return _LINK.fullmatch(text, span.start - length, span.start) is not None
        if span.end + length in edges and edges[span.end + length].start == span.end + length:
            return _LINK.fullmatch(text, span.end, span.end + length) is not None
    return False
