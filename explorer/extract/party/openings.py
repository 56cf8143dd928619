"""Whom a participle means that opens a sentence: "Founded in 1988, | Acme grew" tells of Acme.

It must not know kinds.
"""

import re
from typing import NamedTuple

from explorer.extract import clauses
from explorer.extract.party import anaphora, salience
from explorer.extract.party.context import Topic
from explorer.extract.records import Candidate, Found, NameHit, inside
from explorer.model.mention import PartyRole, PartyType, Span

_PARTICIPLE = re.compile(
    r"(?:(?:originally|first|once|newly|already|long)\s)?(?P<word>[a-z]+)\b", re.IGNORECASE
)
_TO_NAME = re.compile(r"(?:(?:the|an?)\s)?(?:[a-z][\w-]*\s){0,4}")
_LONGEST_NAME = 60  # characters of a subject, its article and its noun with it
_OWNS = re.compile(r"['’]s?\s")


class Opening(NamedTuple):
    """Whom an opening participle means, and in which role."""

    hit: NameHit
    role: PartyRole


def of(candidate: Candidate, found: Found, about: Topic) -> Opening | None:
    """Give the company that the clause behind an opening participle has as its subject."""
    text, (start, end) = found.text, candidate.span
    if start != candidate.sentence.start or not text.startswith(", ", end):
        return None
    match = _PARTICIPLE.match(text, start, end)
    if match is None:
        return None
    word = match["word"].lower()
    is_active = word.endswith("ing")
    if not clauses.is_participle(word):
        return None
    hit = _subject(found, Span(end + len(", "), candidate.sentence.end), about)
    return None if hit is None else Opening(hit, PartyRole.ACTOR if is_active else PartyRole.TARGET)


def _subject(found: Found, clause: Span, about: Topic) -> NameHit | None:
    """Give the company that a clause begins with, by name or as "it" and "the carrier"."""
    anaphor = next(iter(anaphora.find(found.text, clause)), None)
    if anaphor is not None and anaphor.span.start == clause.start:
        return next(iter(salience.meant_by(anaphor, found, about)), None)
    lead = Span(clause.start, min(clause.end, clause.start + _LONGEST_NAME))
    first = next((hit for hit in inside(found.names, lead) if hit.type is PartyType.COMPANY), None)
    if first is None or not _TO_NAME.fullmatch(found.text, clause.start, first.span.start):
        return None
    is_other = _OWNS.match(found.text, first.span.end) or clauses.has_verb(
        found.text, clause.start, first.span.start
    )
    return None if is_other else first
