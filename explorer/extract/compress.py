"""A clause compressed to a title: without its date, brackets and sources, with its subject, cut at a boundary.

It must not know the templates.
"""

import re

from explorer.extract import subjects
from explorer.extract.records import Told
from explorer.model.mention import Found, PartyType, Status

LIMIT = 70

_LEADING = re.compile(
    r"^(?:(?:and|but|or|so|then|however|meanwhile|separately|in addition|ironically|of course|still|yet|also|"
    r"that|which|when|as|while|because|where|by contrast|at the same time|as early as)\b[\s,]*)+",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*[(\[【][^)\]】]{0,60}[)\]】]")
_PREPOSITION = (
    r"(?:(?:on|in|at|by|since|from|during|until|as of|as early as|in the|throughout|around|about|"
    r"for)\s+(?:the\s+)?)?"
)
_ACCORDING = re.compile(r"(?:^|,?\s*)\baccording to [^,]{2,60}(?:,\s*|$)", re.IGNORECASE)
_WEAK_END = re.compile(
    r"(?:[\s,;:–—-]+(?:the|a|an|of|to|in|on|at|by|for|with|and|or|but|as|from|that|which|who|its|his|her|"
    r"their|is|was|were|are|has|had|have|will|would|than|over|into|about|more|such|said|if|when|after|before|"
    r"be|been|this|up|not))+$",
    re.IGNORECASE,
)


def compressed(told: Told) -> str:
    """Shorten a clause: without its date, brackets and sources, cut at a boundary."""
    words = told.text[told.span.start : told.span.end]
    if told.date is not None and told.span.start <= told.date.start and told.date.end <= told.span.end:
        date = re.escape(told.text[told.date.start : told.date.end])
        words = re.sub(
            rf"(?:(?<=\s)|^){_PREPOSITION}{date}(?:['’]s\b|\s*(?:,|:|--|—)\s*|\b)",
            "",
            words,
            count=1,
            flags=re.IGNORECASE,
        )
    words = _BRACKETS.sub("", words)
    words = _ACCORDING.sub(" ", words)
    words = " ".join(re.sub(r"[“”\"*•|#]", "", words).split())
    words = re.sub(r"\s+([,.;:])", r"\1", words)
    words = _LEADING.sub("", words.lstrip(" ,;:.-–—"))
    words = _with_subject(_unsaid(words, told), told)
    words = _named(words, _meant(told)).rstrip(" ,;:.-–—!")
    words = _cut(words)
    return words[:1].upper() + words[1:] if words else (_first_company(told) or "Undated statement")


_SAYING = re.compile(
    r"^(?P<who>.{2,60}?)\s(?:also |has |had |later )?(?:said|says|say|announced|reported|reports|stated|"
    r"revealed|confirmed)"
    r"(?:\s(?:on|in) [A-Z]?\w+)?(?:\s(?:in a (?:statement|filing)|on its website|late|"
    r"early))*\s+(?:that\s+)?(?P<what>(?=it |they |he |she |[A-Z]|the |its |a |an |his |her ).+)$",
)
_WHO_PRONOUN = re.compile(r"^(?:it|they|he|she)\s")


def _unsaid(words: str, told: Told) -> str:
    """Drop "X said" before what was said; X stays where a pronoun means it."""
    match = _SAYING.match(words)
    if match is None or told.kind == "statement" or told.status is Status.ALLEGED:
        return words
    what = match["what"]
    return _WHO_PRONOUN.sub(match["who"] + " ", what) if _WHO_PRONOUN.match(what) else what


def _with_subject(words: str, told: Told) -> str:
    """Put the subject before a clause that begins with its verb."""
    if told.span.start <= told.sentence.start or not subjects.lacks_subject(words):
        return words
    subject = subjects.of(told.text, told.sentence, told.span, [told.date] if told.date else [])
    subject = _WHO_ALONE.sub(_meant(told) or "It", subject)
    if not subject:
        return words
    return f"{subject} to {words}" if subjects.is_base(words) else f"{subject} {words}"


_WHO_ALONE = re.compile(r"^(?:it|he|she|they|we)$", re.IGNORECASE)


def _meant(told: Told) -> str | None:
    """Give the company that a pronoun at the head of a clause means."""
    inferred = (p.name for p in told.parties if p.type is PartyType.COMPANY and p.found is Found.INFERRED)
    return next(inferred, None) or _first_company(told)


def _named(words: str, company: str | None) -> str:
    if company is None:
        return words
    words = re.sub(
        r"^(?:it|he|she|they|we)(?=\s)(?!\s+(?:is|was) (?:the first|learned|reported|worth))",
        company,
        words,
        flags=re.IGNORECASE,
    )
    return re.sub(r"^(?:its|their|our)\b", f"{company}’s", words, flags=re.IGNORECASE)


def _cut(words: str) -> str:
    if len(words) <= LIMIT:
        return words
    for mark in (
        r",\s",
        r"\s(?:which|who|after|because|while|when|as|although|in an effort|in order|amid|following)\s",
    ):
        places = [m.start() for m in re.finditer(mark, words) if 28 <= m.start() <= LIMIT]
        if places:
            return _WEAK_END.sub("", words[: places[-1]])
    head = words[: LIMIT - 1]
    head = head[: head.rfind(" ")] if " " in head else ""
    return _WEAK_END.sub("", head).rstrip(" ,;:–—-") + "…" if head else ""


def shortened(words: str, limit: int) -> str:
    """Cut words at a space so that they are no longer than a limit."""
    if len(words) <= limit:
        return words
    head = words[: limit - 1]
    return _WEAK_END.sub("", head[: head.rfind(" ")] if " " in head else head) + "…"


def _first_company(told: Told) -> str | None:
    return next((p.name for p in told.parties if p.type is PartyType.COMPANY), None)
