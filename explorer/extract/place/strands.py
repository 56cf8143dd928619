"""What a clause without a country takes up of what was told before it: a place, an authority, a deed, a scene.

It must not know headings, titles and datelines.
"""

import re
from bisect import bisect_right
from functools import cache, lru_cache

from explorer.extract.lexicon import table
from explorer.extract.place import origins
from explorer.extract.place.origins import Noun
from explorer.extract.records import Candidate, Found, NameHit, inside
from explorer.model.mention import PartyType, Span

_LAW = ("ban", "reinstatement", "settlement", "legal")  # what an authority orders, where no company does so
_LOCAL = ("ban", "reinstatement", "legal", "launch", "other")  # kinds that happen at one place
_BODIES = (PartyType.AGENCY, PartyType.COURT, PartyType.GOVERNMENT)
_SHORTEST = 3  # letters of a word that shows what is spoken of
_REACH = 250  # characters back, about two sentences
_GOES_ON = re.compile(
    r"(?:which|who|also|later|then|again|it|they|he|she|has|had|was|were|is|will|would|and|but|[a-z]+(?:ed|ing))\b"
)
_LETTERS = re.compile(r"[a-z]+")
_TAKEN_UP = re.compile(
    r"(?:It|They|(?P<person>He|She)|Its|Their)\b(?P<suffers> (?:was|were|has been|have been|had been) "
    r"(?!founded|established|formed|set up|started|created|bought|sold|acquired|named|renamed|listed)"
    r"\w+(?:ed|t|n)\b)?|"
    r"The(?P<noun>(?: [a-z][\w-]*){1,3})|(?P<many>[A-Z][a-z]+s)\b"
)
_OPENER = re.compile(r"(?:The|A|An|Its|Their)((?: [a-z][\w-]*){1,3})")
_SAID = re.compile(r"\b(?:said|says|announced|told|warned|confirmed|ruled|decided|ordered|agreed)\b")
IN = re.compile(r"\W*(?:In|Across|Throughout|At)\s(?:[\w'’.-]+\s){0,3}")  # before the scene of a sentence


def named(found: Found, span: Span) -> tuple[str, ...]:
    """Give the countries that act or are a scene in a span, in order."""
    return tuple(dict.fromkeys(code for _, code in sorted(placed(found, span))))


def placed(found: Found, span: Span) -> list[tuple[int, str]]:
    """Give the countries that act or are a scene in a span, with their places."""
    scenes = [(hit.span.start, hit.code) for hit in inside(found.countries, span) if not hit.is_weak]
    return scenes + [(hit.span.start, hit.country) for hit in inside(found.names, span) if _acts_for(hit)]


def all_placed(found: Found) -> list[str]:
    """Give the countries that act or are a scene anywhere in a text, as often as they are named."""
    scenes = [hit.code for hit in found.countries if not hit.is_weak]
    return scenes + [hit.country for hit in found.names if _acts_for(hit)]


def _acts_for(hit: NameHit) -> bool:
    """Tell whether a name is that of a body of its country."""
    return hit.country != "" and hit.type is not PartyType.COMPANY and not hit.is_source


def goes_on(candidate: Candidate, found: Found) -> bool:
    """Tell whether a clause lacks its own subject: "which …", "took over the bank"."""
    start, end = candidate.span
    if _GOES_ON.match(found.text, start, end):
        return True
    first = _LETTERS.match(found.text, start, end)
    return first is not None and origins.is_verb(first.group())


def is_told_by_authority(found: Found, before: Span) -> bool:
    """Tell whether the head of a sentence says that an authority told the rest of it."""
    is_said = _SAID.search(found.text, before.start, before.end) is not None
    return is_said and (
        _pattern("authority").search(found.text, *before) is not None or _has_body(found, before)
    )


def _has_body(found: Found, span: Span) -> bool:
    return any(hit.type in _BODIES for hit in inside(found.names, span))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    pattern, words = _words_and_pattern(name)
    return re.compile(pattern.replace("WORDS", "|".join(sorted(words))))


@cache
def _gate(name: str) -> frozenset[str]:
    return _words_and_pattern(name)[1]


def _words_and_pattern(name: str) -> tuple[str, frozenset[str]]:
    section = table("countries.toml")["points_back"]
    assert isinstance(section, dict)
    return section[name], frozenset(str(section.get(f"{name}_words", "")).split())


def leans(candidate: Candidate, found: Found, kind: str) -> str:
    """Tell on what told before a clause leans: several countries, a place, an authority, a deed; or nothing."""
    start, end = candidate.span
    if start > candidate.sentence.start and goes_on(candidate, found):
        start = candidate.sentence.start
    words = frozenset(_LETTERS.findall(found.text[start:end].lower()))

    def has(name: str) -> bool:
        return not words.isdisjoint(_gate(name)) and bool(_pattern(name).search(found.text, start, end))

    for name in ("several", "place", "authority"):
        if has(name):
            return name
    if any(hit.type in _BODIES and not hit.country for hit in inside(found.names, candidate.span)):
        return "authority"
    if _is_trading(found.text, candidate.sentence):
        return ""
    is_deed = has("passive") or ((kind in _LAW or has("deed")) and not _is_private(candidate, found))
    return "deed" if is_deed else ""


@lru_cache(maxsize=4)  # a sentence may have several candidates, of each of which it is asked twice or more
def _is_trading(text: str, sentence: Span) -> bool:
    words = text[sentence.start : sentence.end]
    return any(stem in words for stem in _TRADED) and _pattern("trading").search(words) is not None


_TRADED = ("hare", "tock", "rading", "isting", "onds")  # one of which "trading" needs


def _is_private(candidate: Candidate, found: Found) -> bool:
    """Tell whether a clause tells what companies do by themselves or to each other, and no authority."""
    firms = _firms(candidate, found)
    if len({hit.name for hit in firms}) > 1 or _pattern("itself").search(found.text, *candidate.span):
        return True
    if not firms and _has_firm_word(candidate, found):
        return True
    return any(_pattern("acts").match(found.text, hit.span.end) for hit in firms)


def _firms(candidate: Candidate, found: Found) -> list[NameHit]:
    hits = inside(found.names, candidate.span)
    return [hit for hit in hits if hit.type is PartyType.COMPANY and not hit.is_source]


def _has_firm_word(candidate: Candidate, found: Found) -> bool:
    return _pattern("firm").search(found.text, *candidate.span) is not None


def is_of_the_story(candidate: Candidate, found: Found, kind: str) -> bool:
    """Tell whether a clause tells what happens where its story plays, and not what its company does or is."""
    is_local = kind in (*_LOCAL, "statement") and not _is_trading(found.text, candidate.sentence)
    speaks = kind == "statement" and _firms(candidate, found)
    is_placed = kind != "launch" or _tells_of_place(candidate, found) or not _tells_of_firms(found)
    return is_local and is_placed and not speaks and not _has_firm_word(candidate, found)


def _tells_of_firms(found: Found) -> bool:
    return any(hit.type is PartyType.COMPANY and not hit.is_source for hit in found.names)


def _tells_of_place(candidate: Candidate, found: Found) -> bool:
    """Tell whether a clause speaks of something that stands somewhere: a plant, a school, a mine."""
    words = _LETTERS.findall(found.text, *candidate.span)
    return any(origins.noun_of(word) is Noun.SCENE for word in words)


def told_before(candidate: Candidate, found: Found, *, is_one: bool) -> tuple[str, ...]:
    """Give the country told last before a clause, within some sentences, or all of the last with several."""
    floor = max(candidate.span.start - _REACH, 0)
    if is_one:
        before = placed(found, Span(floor, candidate.span.start))
        return (max(before)[1],) if before else ()
    told = (
        named(found, span) for span in reversed(found.sentences) if floor <= span.start < candidate.span.start
    )
    return next((codes for codes in told if len(codes) > 1), ())


def scene_before(candidate: Candidate, found: Found, kind: str) -> tuple[str, ...]:
    """Give the one country of the sentence before, where the clause takes up what it told: "The mine", "It"."""
    if kind not in _LOCAL or _is_trading(found.text, candidate.sentence):
        return ()
    at = bisect_right(found.sentences, candidate.sentence.start, key=lambda span: span.start) - 2
    if at < 0 or "\n" in found.text[found.sentences[at].end : candidate.sentence.start]:
        return ()
    before = found.sentences[at]
    codes = named(found, before)
    return codes if len(codes) == 1 and _takes_up(candidate, found, before) else ()


def _takes_up(candidate: Candidate, found: Found, before: Span) -> bool:
    """Tell whether the subject of a clause is the country, the place or the thing of the sentence before it."""
    first = min(placed(found, before))[0]
    if IN.fullmatch(found.text, before.start, first):  # "In Cuba, fuel is short." frames what follows
        return not any(hit.type is PartyType.COMPANY for hit in inside(found.names, candidate.span))
    subject = _TAKEN_UP.match(found.text, candidate.span.start)
    if subject is None:
        return False
    if subject["person"]:
        return bool(subject["suffers"])
    if subject["noun"]:
        return _is_of_the_place(subject["noun"], found.text[before.start : before.end])
    is_country = first < before.start + len("The United ")
    if subject["many"]:
        noun = origins.noun_of(subject["many"])
        return noun is Noun.SCENE or (is_country and not noun.is_origin)
    opener = _OPENER.match(found.text, before.start)
    is_place = opener is not None and any(origins.noun_of(word).is_of_the_state for word in opener[1].split())
    return is_country or is_place or bool(subject["suffers"])


def _is_of_the_place(subject: str, before: str) -> bool:
    """Tell whether a subject ("the old mine") lies at a place, or was told of in the sentence before."""
    nouns = [origins.noun_of(word) for word in subject.split()]
    if any(noun.is_origin for noun in nouns):
        return False
    return any(noun.is_of_the_state for noun in nouns) or any(
        len(word) > _SHORTEST and word in before for word in subject.split()
    )
