"""How surely a title is told: plans as "to buy", hearsay as "Reports: …", denials with their denial.

It must not know how a clause is shortened.
"""

import re

from explorer.extract import clauses
from explorer.extract.records import Told
from explorer.extract.title import subjects
from explorer.extract.title.cutting import LIMIT
from explorer.extract.title.wording import any_of, has_any, pattern
from explorer.model.mention import Status

REPORTS = "Reports: "

_WILL = re.compile(
    r"^(?P<who>(?:(?!\b(?:that|which|who|if|whether|when|because|after|as)\b)(?:[^,]|,(?=\d))){2,60}?)\s"
    r"(?P<will>will|would|shall|is to|are to|was to|were to)\s(?:also |then |now )?(?=[a-z])"
    r"(?!not\b|never\b|have\b|no\b|only\b|probably\b|likely\b|in\b|soon\b|like\b)"
)


def future(words: str, told: Told) -> str:
    """Tell what is to come as headlines do: "will buy" → "to buy"."""
    if told.status not in (Status.PLANNED, Status.ALLEGED):
        return words
    match = _WILL.match(words)
    if told.kind == "statement" and match is None:
        return words
    if match is None or _NO_ACTOR.match(match["who"]) or clauses.has_verb(match["who"], 0, len(match["who"])):
        return re.sub(r"\bwould\b(?! have)", "will", words, count=1) if told.status is Status.PLANNED else words
    return f"{match['who']} to {words[match.end() :]}"


_NO_ACTOR = re.compile(r"(?:this|there|we|i|you|what|that)\b", re.IGNORECASE)
_SAID_TO_BE = re.compile(r"\b(?:is|are|was|were) (?:said|believed|thought|rumou?red|reported)\s+$")
_MEDIA = re.compile(
    rf"^[^,]{{0,40}}\b{any_of('media')}\s(?:[^,]{{0,30}}\s)?(?:said|says|reported|reports|claimed|claims|wrote)\b"
)
_SAYS = ("said", "says", "told", "report", "claim", "wrote")  # one of which it needs
_HEARD = re.compile(
    r",\s(?:two|three|four|several|some|a|one)?\s?(?:people|persons?|sources?|insiders?|"
    r"officials? who asked)\s[^,]{0,60}"
    r"(?:said|says|told \w+)[^,]{0,30}$"
)
_KEEPS_DOUBT = re.compile(
    r"\b(?:rumou?rs?|speculation|sources?|alleg\w+|suspect\w*|claim(?:s|ed)|accus\w+|report(?:s|ed)?|"
    r"people (?:familiar|close))\b",
    re.IGNORECASE,
)


_JOINT = re.compile(r",?\s(?:but|and|although|though|while)\s(?:that\s)?")


def denial(words: str, told: Told) -> str:
    """Of a clause that is too long keep the part that denies."""
    if told.status is not Status.DENIED or len(words) <= LIMIT or pattern("denies").search(words[:LIMIT]):
        return words
    part = next((part for part in _JOINT.split(words) if pattern("denies").search(part)), words)
    if not subjects.lacks_subject(part):
        return part
    who = re.match(r"(?P<who>[^,]{2,40}?)\s(?:has|have|had|is|are|was|were|says?|said|will|would)\b", words)
    return f"{who['who']} {part}" if who else words


def prefix(words: str, told: Told) -> str:
    """Give what a title begins with where its words do not show that it is hearsay or denied."""
    if told.status is Status.DENIED and not pattern("denies").search(words):
        return "Denied: "
    before = told.text[told.sentence.start : told.span.start]
    if told.status is not Status.ALLEGED and not _SAID_TO_BE.search(before):
        clause = told.text[told.span.start : told.span.end]
        if not has_any(clause, _SAYS) or not (_HEARD.search(clause) or _MEDIA.match(clause)):
            return ""
    return "" if _MEDIA.match(words) or _KEEPS_DOUBT.search(words) else REPORTS


def heard(words: str) -> str:
    """Take out the hearsay that "Reports:" tells."""
    words = pattern("hearsay").sub("", words).strip(" ,")
    words = pattern("said_to", r"{}be\s").sub(" is ", words, count=1)
    return pattern("said_to", "{}(?:have )?").sub(" to ", words, count=1)
