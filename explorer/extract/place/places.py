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

from explorer.extract.kept import of_text
from explorer.extract.place import datelines, strands
from explorer.extract.records import Candidate, CountryHit, Found, inside
from explorer.model.mention import Party, Span

_HEADING = re.compile(r"(?:#+ *|\*\*)?([A-Z][^\n.!?;]{1,58}?)(?::|\*\*)?[ \t]*\n")
_INK = re.compile(r"\S")
_MOST_WORDS = 8
_PARTS = re.compile(
    r";|,? \b(?:but|while|whereas|although|though|because)\b|, and\b| [–—-]+ "
    r"|,? (?:an?|one|two|three|four|five|\d+) (?:days?|weeks?|months?|years?) (?:after|before)\b"
    r"|\b(?:charges|claims|allegations|accusations) that\b|,? compared with\b"
)
_MOSTLY = 0.8  # share of an article's places that makes it a story of one country
_LONGEST = 30_000  # characters
_SUBJECT = 40  # characters in which the one who acts stands at the head of a sentence


def of(candidate: Candidate, found: Found, parties: Sequence[Party], kind: str) -> tuple[str, ...]:
    """Give the countries of a candidate as ISO 3166 codes, in the order in which they are named."""
    own = strands.named(found, candidate.span)
    if len(own) > 1:
        own = strands.named(found, _part_with_date(candidate, found.text)) or own
    return own or _of_sentence(candidate, found) or _meant(candidate, found, kind)


def _part_with_date(candidate: Candidate, text: str) -> Span:
    """Give the part of a clause in which its date stands, between conjunctions and semicolons."""
    start, end = candidate.span
    if candidate.date_span is None or not start <= candidate.date_span.start < end:
        return candidate.span
    for match in _PARTS.finditer(text, start, end):
        if match.end() <= candidate.date_span.start:
            start = match.end()
        elif match.start() >= candidate.date_span.end:
            return Span(start, match.start())
    return Span(start, end)


def _of_sentence(candidate: Candidate, found: Found) -> tuple[str, ...]:
    """Give the country at the head of a sentence: a scene for all clauses, an actor for one that goes on."""
    if candidate.span.start - candidate.sentence.start < 2:
        return ()
    before = Span(candidate.sentence.start, candidate.span.start)
    placed = sorted(strands.placed(found, before))
    if not placed:
        return ()
    start, code = placed[0]
    is_head = bool(strands.IN.fullmatch(found.text, before.start, start))
    if is_head:
        return (code,)
    if start - before.start >= _SUBJECT:
        return ()
    return (code,) if strands.goes_on(candidate, found) or strands.is_told_by_authority(found, before) else ()


def _meant(candidate: Candidate, found: Found, kind: str) -> tuple[str, ...]:
    """Give the country of the authority, place or deed to which a clause points back, or its heading's."""
    heading = _heading(candidate, found)
    leans = strands.leans(candidate, found, kind)
    if not leans:
        scene = strands.scene_before(candidate, found, kind) or heading
        return scene or (_of_story(found) if strands.is_of_the_story(candidate, found, kind) else ())
    told = strands.told_before(candidate, found, is_one=leans != "several")
    further = _only_one(found) if leans in ("authority", "deed") else ()
    return told or heading or _of_title(found) or further or (_of_dateline(found) if leans != "deed" else ())


def _heading(candidate: Candidate, found: Found) -> tuple[str, ...]:
    """Give the one country named by the heading of a section, the title aside."""
    spans = _headings(found.text)
    at = bisect_right(spans, candidate.span.start, key=lambda span: span.start) - 1
    if at < 0 or spans[at].end > candidate.span.start or spans[at].start <= _indent(found.text):
        return ()
    codes = _codes(inside(found.countries, spans[at]))
    return codes if len(codes) == 1 else ()


def _codes(hits: Sequence[CountryHit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(hit.code for hit in hits))


@of_text
def _headings(text: str) -> tuple[Span, ...]:
    heads = (_HEADING.match(text, start) for start in _lines(text))
    return tuple(Span(*head.span()) for head in heads if head and len(head[1].split()) <= _MOST_WORDS)


def _lines(text: str) -> Iterator[int]:
    """Give where the lines of a text begin: faster than to ask of every letter whether one does."""
    yield 0
    at = text.find("\n")
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + 1)


def _indent(text: str) -> int:
    """Give where the first word of a text begins."""
    match = _INK.search(text)
    return match.start() if match else 0


def _of_title(found: Found) -> tuple[str, ...]:
    """Give the country of the title or of the first line, if it is one."""
    if len(found.title) == 1:
        return found.title
    end = found.text.find("\n", _indent(found.text))
    codes = strands.named(found, Span(0, end)) if end > 0 else ()
    return codes if len(codes) == 1 else ()


def _only_one(found: Found) -> tuple[str, ...]:
    """Give the country of an article that tells of hardly any other; what is very long is no one story."""
    if len(found.text) > _LONGEST:
        return ()
    told = strands.all_placed(found)
    (code, most), *_ = Counter(told).most_common(1) or [("", 0)]
    return (code,) if code and most >= _MOSTLY * len(told) else ()


def _of_story(found: Found) -> tuple[str, ...]:
    """Give the country of a story that plays in one: told more than once, and hardly another."""
    return _only_one(found) if len(strands.all_placed(found)) > 1 else ()


def _of_dateline(found: Found) -> tuple[str, ...]:
    code = datelines.code(found.text)
    return (code,) if code else ()
