"""Names that no cue shows, by all that they do in a text: they sell, own a plant, are bought.

Each sign adds to the weight of a name or takes from it. It must not know cues that prove a company alone.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import cache, lru_cache

from explorer.extract import clauses
from explorer.extract.lexicon import inflections, plain, table
from explorer.extract.party import fresh, homes, shapes, trades
from explorer.extract.place import countries
from explorer.model.mention import Span

_ENOUGH = 2.0
_ODD = re.compile(r"\d|(?<!\S)\S(?!\S)")  # figures, and words of one letter
_SURE, _LIKELY, _HINT = 2.0, 1.0, 0.5  # what signs weigh
_AHEAD, _BEHIND, _FAR_BEHIND = 90, 30, 70  # characters that are looked at on each side
_NEXT = re.compile(r"(?P<mark>['’]s?\b|,)?\s*(?P<first>[\w-]+)?(?:\s(?P<second>[\w-]+))?")
_HE = re.compile(r"\b(?:he|she|his|her|him|who|whom)\b")
_AGED = re.compile(r",\s(?:(?:aged\s)?\d{2}\b|who\b)")
_WHICH = re.compile(r",\s(?:\w+\s)?(?P<pronoun>which|whose)\b(?:\s(?P<first>[a-z]+))?(?:\s(?P<second>[a-z]+))?")
_ASIDE = re.compile(r",\s[a-z][^.,;:()\n]{2,60},(?=\s(?P<first>[a-z]+)(?:\s(?P<second>[\w-]+))?)")
_ITS = re.compile(
    r"\s(?!(?:is|was|be\w+|remain\w*|joined|left|le\w*ds?|runs?|ran|heads|headed|chair\w*)\s)"  # as persons do
    r"[a-z]+(?:\s[a-z]+){0,3}?\s(?:its|itself)\b"
)
_SAYS_IT = re.compile(
    r"\s(?:also\s)?(?:said|says|announced|disclosed|revealed|confirmed|denied|warned|admitted|reported|argued|insisted)\s"
    r"(?:(?:on|late|last|early|in|this|three|two|a)\s(?:[\w-]+\s){1,3}|(?:[A-Z][a-z]+day|yesterday|today)\s)?"
    r"(?:that\s)?(?:it\s(?:would|will|had|has|could|may|might|expect|plan|intend|aim)\w*|its)\s"
)
_SUFFERED = re.compile(  # what is done to firms alone
    r"\s(?:(?:has|had|have)\s(?:since\s)?been|was|were|is|will\sbe)\s(?:later\s|now\s|then\s|itself\s)?"
    r"(?:acquired|nationali[sz]ed|privati[sz]ed|floated|listed|delisted|spun\soff|rebranded|merged|liquidated|wound\sup|"
    r"recapitali[sz]ed|taken\s(?:over|private|public)|relaunched|deregistered|bailed\sout)\b"
)
_ALLIED_TO = re.compile(
    r"\s(?:is|was|are|were)\s(?:also\s|still\s)?in\s(?:advanced\s|early\s|exclusive\s)?talks\s(?:to\s(?:acquire|buy|merge|sell)|"
    r"with\s[^.;\n]{2,40}\s(?:about|over|on)\s(?:an?\s)?(?:merger|takeover|sale|bid))|"
    r"\s(?:announced|signed|struck|agreed|formed|entered|completed)\s(?:into\s)?(?:an?|their|its|the)\s(?:[\w-]+\s){0,3}"
    r"(?:alliance|merger|partnership|joint\sventure|tie-up|takeover)\b"
)
_RAISED_FROM = re.compile(
    r"\b(?:rais|secur|receiv|attract|obtain|borrow)\w+\s[^.;\n]{0,12}\d[^.;\n]{0,30}\sfrom\s$"
)
_AND_NAME = re.compile(
    r"\sand\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2}(?=\s[a-z])"
)  # what both do, the first does
_PAID_FOR = re.compile(r"\b(?:pa(?:y|id|ying)|offer\w*|bid)\s[^.;\n]{0,12}\d[^.;\n]{0,30}\sfor\s$")
_INTO = re.compile(
    r"\b(?:invest\w*|put|puts|putting|pumped|pump|poured|sank)\s[^.;:\n]{0,12}\d[^.;:\n]{0,20}\sin(?:to)?\s$"
)
_SOLD_TO = re.compile(r"\b(?:sell|sells|selling|sold|sale|offer|offers|offered)\s[^.;:\n]{1,40}\sto\s$")
_BOUGHT_FROM = re.compile(
    r"\b(?:bought|buy|buys|leased?|borrowed|borrow|ordered|hired|licensed)\s[^.;:\n]{1,40}\sfrom\s$"
)
_FOR_MONEY = re.compile(r"\sfor\s(?:an?\s|some\s|about\s)?(?:[A-Z]{0,2}[$€£]|[A-Z]{2,3}\s|Rs\s?)?\d")
_SHARE = re.compile(
    r"\b(?:b[uo]\w+|own\w*|acquir\w+|t[ao]\w+k\w*|h[eo]ld\w*|sell\w*|sold|has|had)\s[^.;:\n]{0,25}"
    r"(?:per ?cent|%|a third|quarter|half|majority|rest|remainder)\sof\s$"
)
_THEN = re.compile(r"\s[a-z]+(?:\s[\w-]+){0,4}?\sand\s(?:then\s|later\s)?(?P<first>[a-z]+)\b")
_WHO = re.compile(r",\swho\b")
_CALLED = re.compile(
    r",\s(?:an?|the|its|their)\s(?:[\w-]+\s){0,3}?(?P<noun>[a-z]+)(?=[,.;)]|\s(?:that|which|of|in)\b)"
)
_OFFICE_OF = re.compile(
    r"\s[a-z]+\s(?:[^,.;:\n]{0,40}\s)?(?:[A-Z][\w’'-]+\s){1,4}(?:as\s)?(?:its\s|the\s)?(?:(?:new|interim|acting|first)\s)?"
    r"(?:chief\s(?:executive|financial|operating|technology|marketing|product)|(?:managing|finance|sales|technical)\s"
    r"director|(?:finance|sales|operations)\schief|head\sof|C[EFOT]O\b|boss\b)"
)
_ENDED = re.compile(r"(?:\s(?:has|have|had))?\s(?P<ending>[a-z]+)(?:\s(?:for|into))?\s(?P<end>[a-z]+)")
_LINK = re.compile(r"(?:,?\s(?:and|or)|,)\s(?:[A-Z]\w+['’]s\s)?")
_LINK_HEADS, _LINK_ENDS = (", ", " a", " o"), (", ", "d ", "r ", "s ")
_LINKED = 15  # characters of the longest link
_OF_PLACE = re.compile(r"\sof\s(?P<place>[A-Z].*)$")
_OF_PLACE_BEHIND = re.compile(r"\sof\s(?P<place>[A-Z][\w.]+)")
_THE_FIRM = re.compile(r"The\s(?:[\w’'-]+\s){0,2}?(?P<noun>[a-z-]+)\b(?!['’-])")
_SENTENCE = 240  # characters of a sentence behind its subject
_SHORTEST = 3
_OPENED, _CLOSED = ('"', "“", "‘"), ('"', "”", "’", ',"', ",”", '."', ".”")


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
    based = homes.BASED.match(words) if "-" in words else None
    before = based.end() if based else 0
    words = words[before:]
    if "'s " in words or "’s " in words:  # "Acme's Model Ten": the owner may be a firm
        owner, _, thing = words.replace("’", "'").partition("'s ")
        words = words if owner in countries.known() or thing in countries.known() else owner
    place = _OF_PLACE.search(words) if " of " in words else None
    if place is not None and (place["place"] in countries.known() or _may_have_seat(words[: place.start()])):
        words = words[: place.start()]
    whole = len(words)
    first, space, rest = words.partition(" ")
    while space and _is_before(first) and words not in countries.known():
        words = rest
        first, space, rest = words.partition(" ")
    if (
        len(words) < (_SHORTEST if not words.isupper() else 2)
        or words.lower() in fresh.common()
        or _ODD.search(words)
    ):
        return None
    if not space and (words.lower() in plain() or words.lower() in _deeds()):
        return None
    return words, before + whole - len(words)


def _may_have_seat(name: str) -> bool:
    """Tell whether a name may go on with where it sits, as no body's and no ordinary word does."""
    last = name.rpartition(" ")[2]
    is_body = last in fresh.no_firms() or last in _set_of("agencies") or last in _set_of("governed")
    low = last.lower()
    return not (is_body or low in plain() or low in fresh.common())


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
    if shape is _Shape.PLAIN or (name.endswith("ing") and " " not in name):
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
    if shapes.is_money(text, span):
        signs["money"] = -_SURE
        return
    if mark[:1] in ("'", "’"):
        if first in _set_of("owned_things") or second in _set_of("owned_things"):
            signs["owns"] = _SURE
        elif mark.endswith("s"):
            _look_at_people(first, signs)
    elif mark:
        _look_aside(text, at, signs)
    elif first:
        _look_at_deed(text, at, (first, second), signs)
    end = text.find(". ", span.end, span.end + _AHEAD)
    if end >= 0 and text.startswith(("It ", "Its ", "The company", "The firm"), end + 2):
        signs["it"] = _HINT
    if _is_taken_up(text, span):
        signs["it"] = _LIKELY + _HINT


def _look_at_deed(text: str, at: int, behind: tuple[str, str], signs: dict[str, float]) -> None:
    """Add the sign of what a name does, by the two words behind it."""
    first, second = behind
    if _does(first, second) or _ends(text, at) or _does_then(text, at, first):
        signs["does"] = _SURE
    elif _appoints(text, at, first):
        signs["does"] = 2 * _SURE  # "he" behind it is the one who is named
    elif _SUFFERED.match(text, at) or _ALLIED_TO.match(text, at):
        signs["does"] = _SURE
    elif first in _set_of("owned_things") and first.endswith("s"):
        signs["has"] = _LIKELY  # "Acme workers"
    elif first == "and":
        if _do_together(text, at):
            signs["does"] = _SURE
    elif clauses.is_finite(first):
        signs["acts"] = _HINT
        if _ITS.match(text, at) or _SAYS_IT.match(text, at):
            signs["its"] = _LIKELY + _HINT  # it is no person


def _do_together(text: str, at: int) -> bool:
    """Tell whether a name and the one joined to it do what firms do: "Acme and Apex announced a merger"."""
    joined = _AND_NAME.match(text, at)
    following = _NEXT.match(text, joined.end()) if joined is not None else None
    if joined is None or following is None:
        return False
    return _does(*following.group("first", "second")) or _ALLIED_TO.match(text, joined.end()) is not None


def _is_taken_up(text: str, span: Span) -> bool:
    """Tell whether the sentence behind the one that a name begins goes on with "The Shenzhen company"."""
    if not shapes.at_head(text, span.start):
        return False
    end = text.find(". ", span.end, span.end + _SENTENCE)
    taken_up = _THE_FIRM.match(text, end + 2) if end >= 0 else None
    if taken_up is None or _HE.search(text, taken_up.end(), taken_up.end() + _FAR_BEHIND):
        return False  # "The company that he leads"
    return taken_up["noun"] in _set_of("any_firm") or taken_up["noun"] in trades.by_noun()


def _look_at_people(first: str, signs: dict[str, float]) -> None:
    """Add the sign of who belongs to a name: "Acme's founders", "Acme's Ada Lovelace"."""
    if first in _set_of("firm_people"):
        signs["people"] = _LIKELY + _HINT
    elif first in _set_of("given"):
        signs["people"] = _LIKELY


def _look_aside(text: str, at: int, signs: dict[str, float]) -> None:
    """Add the signs behind a name and a comma: "Acme, which sold its mill", "Acme, the largest, sold"."""
    if _WHO.match(text, at):
        signs["person"] = -_SURE
        return
    called = _CALLED.match(text, at)
    if called is not None and (called["noun"] in _others() or called["noun"] in _set_of("offices")):
        signs["called"] = -_SURE  # "Acme, the crop agency", "Lovelace, a congressman"
        return
    which = _WHICH.match(text, at)
    if which is not None:
        does = which["pronoun"] == "which" and _does(*which.group("first", "second"))
        owns = which["pronoun"] == "whose" and not _set_of("owned_things").isdisjoint(
            which.group("first", "second")
        )
        signs["which"] = _SURE if does or owns else _LIKELY + _HINT
        return
    aside = _ASIDE.match(text, at)
    if aside is not None and (_does(*aside.groups("")) or _ends(text, aside.end())):
        signs["does"] = _SURE


def _appoints(text: str, at: int, verb: str) -> bool:
    """Tell whether a name gives a person an office of a firm: "named Ada Berg chief executive"."""
    return verb in _set_of("appoints") and _OFFICE_OF.match(text, at) is not None


def _ends(text: str, at: int) -> bool:
    """Tell whether a name meets an end that only firms do: "went bankrupt", "sought protection"."""
    ended = _ENDED.match(text, at)
    return ended is not None and ended["ending"] in _ending() and ended["end"] in _set_of("firm_ends")


def _does_then(text: str, at: int, first: str) -> bool:
    """Tell whether the second verb behind a name is one of firms: "tried the same and closed"."""
    then = _THEN.match(text, at) if first and clauses.is_finite(first) else None
    return then is not None and _does(then["first"], None) and clauses.is_finite(then["first"])


@cache
def _ending() -> frozenset[str]:
    return frozenset(form for word in _set_of("firm_ending") for form in inflections(word))


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


def _does(first: str | None, second: str | None) -> bool:
    """Tell whether a verb is one that firms are the subject of: "sold", "will sell", "is selling"."""
    if first in ("will", "would", "may", "might", "could", "must", "has", "had", "have"):
        first = second
    if first in ("is", "was", "are", "were") and second:
        return second.endswith("ing") and second in _deeds()
    return first in _deeds()


@cache
def _deeds() -> frozenset[str]:
    return frozenset(form for word in _set_of("firm_deeds") for form in inflections(word))


def _look_before(text: str, span: Span, signs: dict[str, float]) -> None:
    """Add the signs before a name: who buys it or deals with it, and whether it is a place or a thing."""
    *_, former, previous, last = "", "", "", *text[max(0, span.start - _BEHIND) : span.start].lower().split()
    if last in ("in", "near", "outside", "around", "across", "throughout", "toward", "towards"):
        stake = previous in ("stake", "stakes", "shares", "interest", "holding", "invested", "invest")
        stake = stake or (last == "in" and _stands_behind(_INTO, text, span))
        signs["dealt" if stake else "place"] = _SURE if stake else -_SURE
    elif last.rstrip(".") in _set_of("persons_lead"):
        signs["person"] = -_SURE
    elif _is_dealt_with(previous, last) or (last == "of" and _stands_behind(_SHARE, text, span)):
        signs["dealt"] = _SURE
    elif last in _set_of("firms"):
        signs["firm"] = _LIKELY
    elif last.removesuffix(",") in _others():
        signs["body"] = -_SURE
    elif last.endswith(("'s", "’s")):
        _look_at_owner(former, previous, last[:-2], signs)
    elif last in ("into", "for", "to", "from"):
        _look_at_money(text, span, last, signs)
    elif last == "at":
        signs["at"] = -_LIKELY
    elif last in ("the", "a", "an", "its", "their", "his", "her", "our"):
        signs["the"] = -_SURE
    elif last.endswith(_OPENED) and text.startswith(_CLOSED, span.end):
        signs["quoted"] = -_SURE  # a work or a saying


def _look_at_money(text: str, span: Span, last: str, signs: dict[str, float]) -> None:
    """Add the sign of what money goes to a name or comes from it: "sold it to Acme for 3 million"."""
    if last == "into" and _stands_behind(_INTO, text, span):
        signs["dealt"] = _SURE
    elif last == "for" and _stands_behind(_PAID_FOR, text, span):
        signs["dealt"] = _LIKELY + _HINT
    elif last == "to" and _stands_behind(_SOLD_TO, text, span):
        signs["sold to"] = _SURE if _FOR_MONEY.match(text, span.end) else _LIKELY + _HINT
    elif last == "from" and _stands_behind(_RAISED_FROM, text, span):
        signs["from"] = _SURE
    elif last == "from":
        signs["from"] = _LIKELY + _HINT if _stands_behind(_BOUGHT_FROM, text, span) else _LIKELY


@cache
def _others() -> frozenset[str]:
    """Give what else a name may be said to be: an agency, a ship, a village."""
    return _set_of("bodies") | _set_of("no_firm_called")


def _look_at_owner(former: str, previous: str, owner: str, signs: dict[str, float]) -> None:
    """Add the signs of the owner before a name, and of what is done with what it owns."""
    signs["of place"] = _LIKELY
    signs.pop("has", None)  # "the bank's Crimean branches"
    if owner in _low_places() and _is_dealt_with(former, previous):
        signs["traded"] = _LIKELY  # "the purchase of Kenya's Acme"


def _stands_behind(pattern: re.Pattern[str], text: str, span: Span) -> bool:
    return pattern.search(text, max(0, span.start - _FAR_BEHIND), span.start) is not None


def _is_dealt_with(previous: str, last: str) -> bool:
    """Tell whether the words before a name buy it or deal with it: "acquired", "took over", "sale of"."""
    if last == "over":
        return previous in _taken()
    if (previous, last) == ("over", "by"):
        return True
    if last == "with" and previous in _allied():
        return True
    return last in _dealt() or (last in ("by", "from", "to", "with", "of") and previous in _dealt())


@cache
def _allied() -> frozenset[str]:
    return frozenset(form for word in _set_of("firm_allied") for form in inflections(word))


@cache
def _taken() -> frozenset[str]:
    return inflections("take")


@cache
def _low_places() -> frozenset[str]:
    return frozenset(name.lower() for name in countries.known())


@cache
def _dealt() -> frozenset[str]:
    verbs = frozenset(form for word in _set_of("firm_dealt") for form in inflections(word))
    return verbs | _set_of("firm_dealings")


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
