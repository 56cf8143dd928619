"""Whom a participle means that opens a sentence: "Founded in 1988, | Acme grew" tells of Acme.

It must not know kinds.
"""

import re
from typing import Literal, NamedTuple

from explorer.extract import clauses
from explorer.extract.party import anaphora, salience
from explorer.extract.party.context import Topic
from explorer.extract.records import Candidate, Found, NameHit, inside
from explorer.model.mention import PartyRole, PartyType, Span

_PARTICIPLE = re.compile(
    r"(?:(?:originally|first|once|newly|already|long)\s)?(?P<word>[a-z]+)\b", re.IGNORECASE
)
_ITS = re.compile(
    r"(?:Since|After|Before|Following|With|Until|At|On|In)\s(?:its|their)\s[a-z]+\b"
)  # "Since its launch"
_AFTER = re.compile(
    r"(?:After|Before|Since|Upon|By|While)\s(?:first\s|also\s)?"
)  # "After | buying Acme, Apex grew"
_TO_NAME = re.compile(r"(?:(?:the|an?)\s)?(?:[a-z][\w-]*\s){0,4}")
_LONGEST_NAME = 60  # characters of a subject, its article and its noun with it
_OWNS = re.compile(r"['’]s?\s")


_SOMEBODY = (PartyType.COMPANY, PartyType.PERSON)


class Opening(NamedTuple):
    """Whom an opening participle means, and in which role."""

    hit: NameHit
    role: PartyRole


def of(candidate: Candidate, found: Found, about: Topic) -> Opening | None:
    """Give the company that the clause behind an opening participle has as its subject."""
    text, (start, end) = found.text, candidate.span
    is_first = start == candidate.sentence.start or _AFTER.fullmatch(text, candidate.sentence.start, start)
    if not is_first or not text.startswith(", ", end):
        return None
    match = _PARTICIPLE.match(text, start, end)
    if match is None:
        return None
    word = match["word"].lower()
    is_active = word.endswith("ing") and not text.startswith(" been ", match.end("word"))
    if not clauses.is_participle(word) and not _ITS.match(text, start, end):
        return None
    hit = _subject(found, Span(end + len(", "), candidate.sentence.end), about)
    return None if hit is None else Opening(hit, PartyRole.ACTOR if is_active else PartyRole.TARGET)


def of_resumed(candidate: Candidate, found: Found, about: Topic) -> NameHit | Literal[False] | None:
    """Give whom a clause goes on with behind an aside: "The bank, sold to Acme in 2003, | closed".

    False if it goes on with none, None if its subject is no company that is known: nor is one of the aside.
    """
    text, begin = found.text, candidate.sentence.start
    lead = text[begin : candidate.span.start]
    if not lead.endswith(", ") or not clauses.opens_with_verb(text, candidate.span.start):
        return False
    aside = _ASIDE.search(lead)
    if aside is None or not clauses.is_participle(aside["word"]):
        return False
    head = Span(begin, begin + aside.start())
    if clauses.has_verb(text, *head) or any(hit.type in _SOMEBODY for hit in inside(found.names, head)):
        return False  # it is a statement, or names the company, or one who is of the company behind
    if not _COMMON.search(text, *head):
        return False
    anaphor = next(iter(anaphora.find(text, head)), None)
    names = frozenset(hit.name for hit in inside(found.names, Span(head.end, candidate.span.start)))
    return None if anaphor is None else next(iter(salience.meant_by(anaphor, found, about, names)), None)


_COMMON = re.compile(r"\b(?:the|an?|its|their|this|that)\s[a-z]", re.IGNORECASE)
_ASIDE = re.compile(r",\s(?:(?:first|originally|once|later|newly|recently|\w+ly)\s)?(?P<word>[a-z]+)\b")


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
