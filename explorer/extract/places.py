"""The countries of an event: named in its clause, plain from its agencies, or meant by what was told before.

A company's origin is none. Where the clause names none, its sentence is asked, then what was told shortly
before it, the section's heading, the title and the dateline; each only where the clause leans on it. It must
not know how countries are found.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from explorer.extract import countries
from explorer.extract.lexicon import table
from explorer.extract.records import Candidate, CountryHit, Found, inside
from explorer.model.mention import Party, PartyType, Span

_LAW = ("ban", "reinstatement", "settlement", "legal")
_REACH = 500  # characters back, about three sentences
_ITEM = re.compile(r"[^\n]{0,30}\d{4}\s?[:–—]\s")  # "May 29, 2003: …" stands by itself
_HEADING = re.compile(r"(?m)^(?:#+ *|\*\*)?([A-Z][^\n.!?;]{1,58}?)(?::|\*\*)?[ \t]*\n")
_MOST_WORDS = 8
_DATELINE = re.compile(
    r"(?m)^\s*(?P<place>[A-Z][A-Z.’' -]{2,24}?)(?:,[^\n]{0,40})?\s(?:\([^)\n]{2,30}\)\s)?[-–—]+\s"
)
_HEAD = 1_500  # characters in which a dateline is looked for
_GOES_ON = re.compile(
    r"(?:which|who|also|later|then|again|it|they|he|she|has|had|was|were|is|will|would|and|but|[a-z]+(?:ed|ing))\b"
)


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
    is_head = bool(
        re.fullmatch(r"\W*(?:In|Across|Throughout|At)\s(?:[\w'’.-]+\s){0,3}", found.text[before.start : start])
    )
    goes_on = _GOES_ON.match(found.text[candidate.span.start : candidate.span.end])
    return (code,) if is_head or (goes_on and start - before.start < _SUBJECT) else ()


_SUBJECT = 40  # characters in which the one who acts stands at the head of a sentence


@cache
def _points() -> tuple[re.Pattern[str], re.Pattern[str]]:
    section = table("countries.toml")["points_back"]
    assert isinstance(section, dict)
    return re.compile(section["place"], re.IGNORECASE), re.compile(section["authority"])


def _meant(candidate: Candidate, found: Found, kind: str) -> tuple[str, ...]:
    """Give the country of the authority or place to which the clause points back, or under which it stands."""
    place, authority = _points()
    words = found.text[candidate.span.start : candidate.span.end]
    heading = _heading(candidate, found)
    is_lawful = kind in _LAW and not _ITEM.match(found.text, _line(found.text, candidate.span.start))
    points = bool(place.search(words)) or bool(authority.search(words))
    if not (is_lawful or points):
        return heading
    floor = max(candidate.span.start - _REACH, 0)
    before = list(_placed(found, Span(floor, candidate.span.start)))
    if before:
        return (max(before)[1],)
    return heading or (_article(found) if points else ())


def _line(text: str, start: int) -> int:
    return text.rfind("\n", 0, start) + 1


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


def _article(found: Found) -> tuple[str, ...]:
    """Give the country of the title, or of the dateline."""
    title = found.text.lstrip().find("\n")
    indent = len(found.text) - len(found.text.lstrip())
    if title > 0:
        codes = _named(found, Span(0, indent + title))
        if len(codes) == 1:
            return codes
    dateline = _DATELINE.search(found.text, 0, _HEAD)
    code = countries.code_of(dateline["place"].strip()) if dateline else None
    return (code,) if code else ()
