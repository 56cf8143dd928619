"""Roles by voice: who acts and who is acted on, by the verb of a clause and the words before each name.

The subject of an active verb and the agent of a passive one act ("was bought by Acme"); the object of the one
and the subject of the other are acted on. It must not know kinds or who is meant by a pronoun.
"""

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from explorer.extract import clauses
from explorer.extract.records import NameHit, Trigger
from explorer.model.mention import PartyRole, Span

_BE = re.compile(
    r"\b(?:was|were|is|are|been|being|be|gets?|got)\s+(?:(?:\w+ly|not|also|then|later|never|first)\s+){0,2}$",
    re.IGNORECASE,
)
_BE_WORDS = frozenset("was were is are been being be gets get got".split())
_AUXILIARY = frozenset("has have had will would can could may might must shall should do does did".split())
_BY_NEXT = re.compile(r"\s+(?:\w+ly\s+)?by\s+(?!\d)", re.IGNORECASE)
_AGENT = re.compile(r"\bby\s+(?:[\w’'-]+\s+){0,4}$", re.IGNORECASE)
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:an?|the|its|his|her|their|this|that|of|in|on|for)|['’]s)\s+$", re.IGNORECASE
)
_ASIDE = frozenset("to from with for at than like by via near through".split())
_NEAR = 5  # words before a name among which its preposition stands
_ALONG = re.compile(
    r"(?:\s[A-Z][A-Za-z./]{1,4})?(?:,|,?\s(?:and|or|&))\s(?:(?:the|its|both|their|rival|[A-Z]\w+['’]s)\s)?"
    r"(?P<words>(?:[a-z][\w-]*\s){0,4})"
)
_NOT_ALONG = frozenset("by from to with in on at for of than who which that as".split())
_MODAL = re.compile(r"\b(?:to|will|would|can|could|may|might|must|shall|should)\s$")
_MODAL_ENDS = frozenset("oldnyt")  # letters
_DEEDS = (
    "sale|takeover|acquisition|purchase|merger|bid|offer|lawsuit|suit|complaint|claim|appeal|investment|attack|raid|probe|"
    "investigation|prosecution|arrest|ban|suspension|grounding|nationali[sz]ation|seizure|closure|breakup|rescue|bailout"
)
# whom a deed befalls, by the noun of the deed: "the takeover of Acme", "a suit against Acme", "a fine on Acme"
_SUFFERS = re.compile(
    rf"\b(?:(?:{_DEEDS})\sof|against|(?:fines?|penalt(?:y|ies)|ban|sanctions|tax|restrictions|bid|offer)\s(?:on|for))\s"
    r"(?:(?:the|its)\s)?(?:[a-z][\w-]*\s){0,3}$"
)
_DEED_OF = re.compile(
    r"['’]s?\s(?:[\w-]+\s){0,2}(?:takeover|acquisition|purchase|bid|offer|lawsuit|suit|complaint|appeal|"
    r"investment)\b"
)
_OWNS = re.compile(r"['’]s?\s(?:[a-z][\w-]*\s){0,2}")
_WORD = re.compile(r"[^\W\d_](?:[\w-]|[’'](?=\w))*")
_PARTICIPLE = re.compile(r"\w+(?:ed|en|wn|ld|ght|pt|ut|un|id)$")


class Voice(NamedTuple):
    """The verb of a clause, by its place, and its voice."""

    verb: Span
    is_passive: bool


def voice(text: str, span: Span, trigger: Trigger | None) -> Voice | None:
    """Give the verb that tells what happened: the trigger's where it is one, else the first finite one."""
    if trigger is not None:
        word = _WORD.match(text, trigger.span.start, trigger.span.end)
        if word is not None and _is_verb(text, word):
            return _voiced(text, span, Span(word.start(), word.end()))
    for word in _WORD.finditer(text, span.start, span.end):
        low = word.group().lower()
        is_first = word.start() == span.start and not (word.group().islower() and clauses.is_finite(low))
        if low in _AUXILIARY or is_first or not _is_finite(text, word):
            continue
        if low not in _BE_WORDS:
            return _voiced(text, span, Span(word.start(), word.end()))
        following = _WORD.search(text, word.end(), span.end)
        if following is not None and _PARTICIPLE.match(following.group()):
            return Voice(Span(following.start(), following.end()), is_passive=True)
        return Voice(Span(word.start(), word.end()), is_passive=False)
    return None


def _is_finite(text: str, word: re.Match[str]) -> bool:
    """Tell whether a word that is not the first is a verb where it stands."""
    return clauses.may_be_verb(word.group()) or _is_behind_modal(text, word.start())


def _is_behind_modal(text: str, start: int) -> bool:
    """Tell whether "to", "will" or the like stands before a place; its last letter is asked first."""
    return text[start - 2 : start - 1] in _MODAL_ENDS and bool(_MODAL.search(text, max(0, start - 8), start))


def _is_verb(text: str, word: re.Match[str]) -> bool:
    low = word.group().lower()
    if _NOUN_BEFORE.search(text, max(0, word.start() - 12), word.start()):
        return False
    return (
        clauses.is_finite(low)
        or low in clauses.bases()
        or low.endswith(("ed", "ing"))
        or _is_behind_modal(text, word.start())
    )


def _voiced(text: str, span: Span, verb: Span) -> Voice:
    before = _BE.search(text, max(span.start, verb.start - 40), verb.start)
    is_passive = before is not None and not text[verb.start : verb.end].endswith("ing")
    return Voice(verb, is_passive or bool(_BY_NEXT.match(text, verb.end, span.end)))


def of(text: str, span: Span, hits: Sequence[NameHit], told: Voice | None) -> dict[str, PartyRole]:
    """Give the role of each name of a clause, by the place where it stands first."""
    found: dict[str, PartyRole] = {}
    last: tuple[int, PartyRole] | None = None
    for hit, following in zip_longest(hits, hits[1:]):
        if following is not None and _OWNS.fullmatch(text, hit.span.end, following.span.start):
            found.setdefault(hit.name, PartyRole.OTHER)  # "Alphabet's YouTube was blocked"
            continue
        role = _role(text, span, hit, told, last)
        last = (hit.span.end, role)
        if found.get(hit.name, PartyRole.OTHER) is PartyRole.OTHER:
            found[hit.name] = role
    return found


def along(text: str, end: int, start: int) -> bool:
    """Tell whether two names, by their end and start, stand in one breath: "Acme and its rival Apex"."""
    match = _ALONG.fullmatch(text, end, start)
    if match is None:
        return False
    words = match["words"].split()
    return not any(w in _NOT_ALONG or (clauses.is_finite(w) and w not in clauses.bases()) for w in words)


def _role(
    text: str, span: Span, hit: NameHit, told: Voice | None, last: tuple[int, PartyRole] | None
) -> PartyRole:
    if last is not None and along(text, last[0], hit.span.start):
        return last[1]
    lead = text[max(span.start, hit.span.start - 60, last[0] if last else 0) : hit.span.start]
    if _SUFFERS.search(lead):
        return PartyRole.TARGET
    if _DEED_OF.match(text, hit.span.end):
        return PartyRole.ACTOR
    if told is None:
        return PartyRole.OTHER
    if _AGENT.search(lead):
        is_free = told.is_passive or last is None or last[1] is not PartyRole.ACTOR
        return PartyRole.ACTOR if is_free else PartyRole.OTHER
    if hit.span.start < told.verb.start:
        return PartyRole.OTHER if last is not None and last[1] is subject(told) else subject(told)
    if (
        told.is_passive
        or _is_aside(text[max(told.verb.end, hit.span.start - 60) : hit.span.start])
        or (last is not None and last[1] is PartyRole.TARGET)
    ):
        return PartyRole.OTHER
    return PartyRole.TARGET


def _is_aside(lead: str) -> bool:
    """Tell whether a name stands behind a preposition; "to" before a verb is none."""
    words = lead.lower().split()[-_NEAR:]
    at = next((i for i in range(len(words) - 1, -1, -1) if words[i] in _ASIDE), None)
    return at is not None and not (
        words[at] == "to" and at + 1 < len(words) and words[at + 1] in clauses.bases()
    )


def subject(told: Voice | None) -> PartyRole:
    """Give the role of whoever the subject of a clause is."""
    if told is None:
        return PartyRole.OTHER
    return PartyRole.TARGET if told.is_passive else PartyRole.ACTOR
