"""The countries of an event: named in its clause, plain from its agencies, or meant by what was told before.

A company's origin is none. Where the clause names none, its sentence is asked, then what was told shortly
before it, the section's heading, the title and the dateline; each only where the clause leans on it: by an
authority without a country, by "the country", by a deed told before. What companies do among themselves leans
on nothing. It must not know how countries are found.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from explorer.extract import countries, origins
from explorer.extract.lexicon import table
from explorer.extract.origins import Noun
from explorer.extract.records import Candidate, CountryHit, Found, inside
from explorer.model.mention import Party, PartyType, Span

_LOCAL = ("ban", "reinstatement", "legal", "launch", "other")  # kinds that happen at one place
_LAW = ("ban", "reinstatement", "settlement", "legal")  # what an authority orders, where no company does so
_REACH = 500  # characters back, about three sentences
_HEADING = re.compile(r"(?m)^(?:#+ *|\*\*)?([A-Z][^\n.!?;]{1,58}?)(?::|\*\*)?[ \t]*\n")
_MOST_WORDS = 8
_DATELINE = re.compile(
    r"(?m)^\s*(?P<place>[A-Z][A-Z.’' -]{2,24}?)(?:,\s?(?P<rest>[^\n(]{0,40}?))?\s"
    r"(?:\([^)\n]{2,30}\)\s)?[-–—]+\s"
)
_HEAD = 1_500  # characters in which a dateline is looked for
_GOES_ON = re.compile(
    r"(?:which|who|also|later|then|again|it|they|he|she|has|had|was|were|is|will|would|and|but|[a-z]+(?:ed|ing))\b"
)
_LETTERS = re.compile(r"[a-z]+")
_TAKEN_UP = re.compile(
    r"(?:It|They|Its|Their)\b(?P<suffers> (?:was|were|has been|have been|had been) (?!founded|established|"
    r"formed|set up|started|created|bought|sold|acquired|named|renamed|listed)\w+(?:ed|t|n)\b)?|"
    r"The(?P<noun>(?: [a-z][\w-]*){1,3})|(?P<many>[A-Z][a-z]+s)\b"
)
_OPENER = re.compile(r"(?:The|A|An|Its|Their)((?: [a-z][\w-]*){1,3})")
_SAID = re.compile(r"\b(?:said|says|announced|told|warned|confirmed|ruled|decided|ordered|agreed)\b")
_IN = re.compile(r"\W*(?:In|Across|Throughout|At)\s(?:[\w'’.-]+\s){0,3}")
_MOSTLY = 0.8  # share of an article's places that makes it a story of one country
_SUBJECT = 40  # characters in which the one who acts stands at the head of a sentence


def of(candidate: Candidate, found: Found, parties: Sequence[Party], kind: str) -> tuple[str, ...]:
    """Give the countries of a candidate as ISO 3166 codes, in the order in which they are named."""
    own = _named(found, candidate.span)
    return own or _of_sentence(candidate, found) or _meant(candidate, found, kind)


def _named(found: Found, span: Span) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for _, code in sorted(_placed(found, span))))


def _placed(found: Found, span: Span) -> Iterator[tuple[int, str]]:
    """Give the countries that act or are a scene in a span, with their places."""
    yield from ((hit.span.start, hit.code) for hit in inside(found.countries, span) if not hit.is_weak)
    yield from (
        (hit.span.start, hit.country)
        for hit in inside(found.names, span)
        if hit.country and hit.type is not PartyType.COMPANY and not hit.is_source
    )


def _of_sentence(candidate: Candidate, found: Found) -> tuple[str, ...]:
    """Give the country at the head of a sentence: a scene for all clauses, an actor for one that goes on."""
    if candidate.span.start - candidate.sentence.start < 2:
        return ()
    before = Span(candidate.sentence.start, candidate.span.start)
    placed = sorted(_placed(found, before))
    if not placed:
        return ()
    start, code = placed[0]
    is_head = bool(_IN.fullmatch(found.text, before.start, start))
    if is_head:
        return (code,)
    if start - before.start >= _SUBJECT:
        return ()
    return (code,) if _goes_on(candidate, found) or _is_told_by_authority(found, before) else ()


def _goes_on(candidate: Candidate, found: Found) -> bool:
    """Tell whether a clause lacks its own subject: "which …", "took over the bank"."""
    start, end = candidate.span
    if _GOES_ON.match(found.text, start, end):
        return True
    first = _LETTERS.match(found.text, start, end)
    return first is not None and origins.is_verb(first.group())


def _is_told_by_authority(found: Found, before: Span) -> bool:
    """Tell whether the head of a sentence says that an authority told the rest of it."""
    is_said = _SAID.search(found.text, before.start, before.end) is not None
    return is_said and (
        _pattern("authority").search(found.text, *before) is not None or _has_body(found, before)
    )


def _has_body(found: Found, span: Span) -> bool:
    bodies = (PartyType.AGENCY, PartyType.COURT, PartyType.GOVERNMENT)
    return any(hit.type in bodies for hit in inside(found.names, span))


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


def _leans(candidate: Candidate, found: Found, kind: str) -> str:
    """Tell on what told before a clause leans: several countries, a place, an authority, a deed; or nothing."""
    start, end = candidate.span
    if start > candidate.sentence.start and _goes_on(candidate, found):
        start = candidate.sentence.start
    words = frozenset(_LETTERS.findall(found.text[start:end].lower()))

    def has(name: str) -> bool:
        return not words.isdisjoint(_gate(name)) and bool(_pattern(name).search(found.text, start, end))

    if has("several"):
        return "several"
    if has("place"):
        return "place"
    if has("authority") or any(
        hit.type in (PartyType.AGENCY, PartyType.COURT, PartyType.GOVERNMENT) and not hit.country
        for hit in inside(found.names, candidate.span)
    ):
        return "authority"
    if _pattern("trading").search(found.text, candidate.sentence.start, candidate.sentence.end):
        return ""
    is_deed = has("deed") or has("passive") or (kind in _LAW and not _is_private(candidate, found))
    return "deed" if is_deed else ""


def _is_private(candidate: Candidate, found: Found) -> bool:
    """Tell whether a clause tells what companies do by themselves or to each other, and no authority."""
    firms = [hit for hit in inside(found.names, candidate.span) if hit.type is PartyType.COMPANY]
    if len({hit.name for hit in firms}) > 1 or _pattern("itself").search(found.text, *candidate.span):
        return True
    return any(_pattern("acts").match(found.text, hit.span.end) for hit in firms)


def _meant(candidate: Candidate, found: Found, kind: str) -> tuple[str, ...]:
    """Give the country of the authority, place or deed to which a clause points back, or its heading's."""
    heading = _heading(candidate, found)
    leans = _leans(candidate, found, kind)
    if not leans:
        return _scene_before(candidate, found, kind) or heading
    told = _told_before(candidate, found, is_one=leans != "several")
    further = _only_one(found) if leans in ("authority", "deed") else ()
    return told or heading or _of_title(found) or further or (_of_dateline(found) if leans != "deed" else ())


def _told_before(candidate: Candidate, found: Found, *, is_one: bool) -> tuple[str, ...]:
    """Give the country told last before a clause, within some sentences, or all of the last with several."""
    floor = max(candidate.span.start - _REACH, 0)
    if is_one:
        before = list(_placed(found, Span(floor, candidate.span.start)))
        return (max(before)[1],) if before else ()
    told = (
        _named(found, span) for span in reversed(found.sentences) if floor <= span.start < candidate.span.start
    )
    return next((codes for codes in told if len(codes) > 1), ())


def _scene_before(candidate: Candidate, found: Found, kind: str) -> tuple[str, ...]:
    """Give the one country of the sentence before, where the clause takes up what it told: "The mine", "It"."""
    subject = _TAKEN_UP.match(found.text, candidate.span.start) if kind in _LOCAL else None
    if subject is None or _pattern("trading").search(found.text, *candidate.sentence):
        return ()
    at = bisect_right(found.sentences, candidate.sentence.start, key=lambda span: span.start) - 2
    if at < 0 or "\n" in found.text[found.sentences[at].end : candidate.sentence.start]:
        return ()
    before = found.sentences[at]
    codes = _named(found, before)
    if len(codes) != 1:
        return ()
    if subject["noun"]:
        return () if any(origins.noun_of(word).is_origin for word in subject["noun"].split()) else codes
    is_subject = min(_placed(found, before))[0] < before.start + len("The United ")
    if subject["many"]:
        noun = origins.noun_of(subject["many"])
        return codes if noun is Noun.SCENE or (is_subject and not noun.is_origin) else ()
    opener = _OPENER.match(found.text, before.start)
    is_place = opener is not None and any(origins.noun_of(word).is_of_the_state for word in opener[1].split())
    return codes if is_subject or is_place or subject["suffers"] else ()


def _heading(candidate: Candidate, found: Found) -> tuple[str, ...]:
    """Give the one country named by the heading of a section, the title aside."""
    spans = _headings(found.text)
    at = bisect_right(spans, candidate.span.start, key=lambda span: span.start) - 1
    if at < 0 or spans[at].end > candidate.span.start or not found.text[: spans[at].start].strip():
        return ()
    codes = _codes(inside(found.countries, spans[at]))
    return codes if len(codes) == 1 else ()


def _codes(hits: Sequence[CountryHit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(hit.code for hit in hits))


@lru_cache(maxsize=2)
def _headings(text: str) -> tuple[Span, ...]:
    return tuple(
        Span(match.start(), match.end())
        for match in _HEADING.finditer(text)
        if len(match[1].split()) <= _MOST_WORDS
    )


def _of_title(found: Found) -> tuple[str, ...]:
    """Give the country of the title, if it is one."""
    title = found.text.lstrip().find("\n")
    indent = len(found.text) - len(found.text.lstrip())
    codes = _named(found, Span(0, indent + title)) if title > 0 else ()
    return codes if len(codes) == 1 else ()


def _only_one(found: Found) -> tuple[str, ...]:
    """Give the country of an article that tells of hardly any other."""
    counts = Counter(code for _, code in _placed(found, Span(0, len(found.text))))
    (code, most), *_ = counts.most_common(1) or [("", 0)]
    return (code,) if code and most >= _MOSTLY * counts.total() else ()


def _of_dateline(found: Found) -> tuple[str, ...]:
    dateline = _DATELINE.search(found.text, 0, _HEAD)
    code = countries.code_of_dateline(dateline["place"].strip(), dateline["rest"] or "") if dateline else None
    return (code,) if code else ()
