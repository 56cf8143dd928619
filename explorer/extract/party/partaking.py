"""Which of the companies named in a clause take part in its event: no rivals, owners, shops, former employers.

It must not know whom a clause means without naming them.
"""

import re

from explorer.extract import clauses
from explorer.extract.party import roles, salience
from explorer.extract.party.context import Topic
from explorer.extract.records import Candidate, Found, NameHit, inside
from explorer.model.mention import PartyType, Span

FIGURES = ("finance", "milestone", "target")
DEALS = ("acquisition", "investment")
_BETWEEN = ("acquisition", "partnership", "legal", "settlement")  # kinds in which a rival is the other side
_VENUE_BEFORE = re.compile(
    r"\b(?:from|on|in|via|through|by|at|of)\s+(?:the\s|its\s|Apple['’]s\s|Google['’]s\s|both\s)?(?:[\w ]+ and "
    r"(?:the )?)?$",
    re.IGNORECASE,
)
_COMPETITOR = re.compile(  # of small letters
    r"(?:\b(?:(?:rivals|competitors?|peers|customers|clients|suppliers)"
    r"(?:\s(?:such as|like|including|are|were))?|"
    r"competition|competing|compete|unlike|similar to|compared (?:with|to)|than|challenge|overtaking|"
    r"ahead of|formerly of)|,\s(?:the )?owner of)\s"
    r"(?:of\s|from\s|with\s|to\s|the\s|against\s|by\s|is\s)?(?:\w+\s)?$"
)
_RIVAL = re.compile(  # of small letters, with "rival" among them
    r"\b(?:than|from|to|against|unlike|over|with|behind)\s(?:(?:its|the|their)\s)?(?:[\w-]+\s){0,2}"
    r"rival\s(?:\w+\s)?$"
)
_BEATEN = re.compile(r"\b(?:beating|outbidding)\s(?:[\w’'-]+\s){0,3}$")
# "Acme, a unit of Apex,": whose it is only describes who acts
_OWNER_ASIDE = re.compile(
    r",\s(?:whose (?:[\w-]+ )?(?:owner|parent)(?: company)? (?:is|was)|"
    r"(?:which is |itself )?(?:owned|controlled|sold|operated|distributed) by(?: the| an?)?|"
    r"(?:an?|the) (?:[\w-]+ ){0,2}(?:unit|subsidiary|arm|division|affiliate) of)\s"
    r"(?P<words>(?:[\w’'-]+\s){0,6})$"
)
_MAN_FROM = re.compile(r",\san?\s(?:[\w-]+\s){1,4}(?:from|at|of)\s$")  # "with Lee, a tobacco man from Acme"
_FORMER = re.compile(
    r"\b(?:former|ex-)\s?$|['’]s\s+former\b|\b(?:hired|hailed|lured|poached|recruited)\s(?:away\s)?from\s$",
    re.IGNORECASE,
)
_FORMER_REACH = 20  # characters in which the word stands beside a name
_OF_FORMER = re.compile(r"['’]s?\s+former\b")
_CAUSE = re.compile(
    r"\b(?:after|following|amid|because of|on (?:the|news|reports?|fears|hopes))\b", re.IGNORECASE
)
_ASIDE_REACH = 80  # characters in which such an aside stands before a name


def of(candidate: Candidate, found: Found, about: Topic, kind: str) -> list[NameHit]:
    """Give the names of a clause that take part in its event; those in one breath with a rival do not."""
    which = salience.antecedent(found, candidate.span)
    kept: list[NameHit] = [] if which is None else [which]
    left: NameHit | None = None
    for hit in inside(found.names, candidate.span):
        if hit.is_source:
            continue
        if hit.type is PartyType.COMPANY:
            is_along = left is not None and roles.along(found.text, left.span.end, hit.span.start)
            if is_along or _is_compared(found.text, candidate, hit, kind):
                left = hit
                continue
            if not _takes_part(found.text, candidate, hit, kind, is_topic=hit.name == about.main):
                left = hit if _is_owner(found.text, candidate, hit) else left
                continue
        kept.append(hit)
    return kept


def _takes_part(text: str, candidate: Candidate, hit: NameHit, kind: str, *, is_topic: bool) -> bool:
    before = text[max(candidate.sentence.start, hit.span.start - 50) : hit.span.start]
    if hit.is_venue and (
        _VENUE_BEFORE.search(before) or kind not in ("ban", "legal", "settlement", "launch", "acquisition")
    ):
        return (
            kind in ("ban", "reinstatement")
            and not re.search(r"\b(?:from|via)\b[^,]{0,20}$", before)
            and hit.span.start == candidate.span.start
        )
    if was_left(text, hit):
        return False
    if kind == "leadership" and _MAN_FROM.search(before):
        return False
    if (hit.is_product and not is_topic) or _is_owner(text, candidate, hit):
        return False
    return not (kind in FIGURES and _behind_cause(text, candidate, hit))


def was_left(text: str, hit: NameHit) -> bool:
    """Tell whether a name is of whom somebody was once: "former Acme executive", "Acme's former chief"."""
    before = text[max(0, hit.span.start - _FORMER_REACH) : hit.span.start]
    return bool(_FORMER.search(before) or _OF_FORMER.match(text, hit.span.end, hit.span.end + _FORMER_REACH))


def _is_owner(text: str, candidate: Candidate, hit: NameHit) -> bool:
    """Tell whether a name only says whose another is: "Acme, owned by Apex,"."""
    start = max(candidate.sentence.start, hit.span.start - _ASIDE_REACH)
    aside = _OWNER_ASIDE.search(text, start, hit.span.start)
    date = candidate.date_span
    if aside is not None and date is not None and hit.span.end <= date.start:
        between = Span(hit.span.end, date.start)
        if "," not in text[between.start : between.end] and not clauses.has_verb(text, *between):
            return False  # "owned by Apex since 2007" tells of Apex
    return aside is not None and clauses.first_verb(text, *aside.span("words")) < 0


def _is_compared(text: str, candidate: Candidate, hit: NameHit, kind: str) -> bool:
    """Tell whether a name only stands for comparison: "than Acme", "rivals such as Acme"."""
    if hit.span.start <= candidate.span.start + 10:
        return False
    before = text[max(candidate.sentence.start, hit.span.start - 50) : hit.span.start]
    is_beaten = kind not in DEALS and _BEATEN.search(before) is not None
    low = before.lower()
    is_rival = "rival" in low and kind not in _BETWEEN and _RIVAL.search(low) is not None
    return is_beaten or is_rival or _COMPETITOR.search(low) is not None


def _behind_cause(text: str, candidate: Candidate, hit: NameHit) -> bool:
    """Tell whether a name only stands in the cause of a figure: "shares fell after Acme's bid"."""
    return bool(_CAUSE.search(text, candidate.span.start + 1, hit.span.start))
