"""A clause compressed to a title: without its date, brackets and sources, with its subject, cut at a boundary.

It must not know the templates.
"""

import re

from explorer.extract import clauses, subjects
from explorer.extract.records import Told
from explorer.model.mention import Found, PartyType, Status

LIMIT = 70

_LEADING = re.compile(
    r"^(?:it is (?:\w+ )?(?:mentioning|noting|learned|known|understood) that\s+|"
    r"in (?:addition|contrast) to \w[^,]*,\s+|(?:\d{4} [*•]|\d{1,2}(?= In\b))\s+)*"
    r"(?:(?:and|but|or|so|then|though|although|regardless|exceptionally|however|meanwhile|separately|"
    r"in addition|ironically|of course|still|yet|also|that|which|when|as|while|because|where|by contrast|"
    r"at the same time|as early as)\b(?!['’-])[\s,]*)*",
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
    r"be|been|this|not|until|since|during|whether|because|while|where|whose|per))+$",
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
    words = _named(words, _meant(told))
    words = _whole(_cut(_without_aside(_whole(words))))
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
    if not clauses.has_verb(what, 0, len(what)):
        return words
    return _WHO_PRONOUN.sub(match["who"] + " ", what) if _WHO_PRONOUN.match(what) else what


def _with_subject(words: str, told: Told) -> str:
    """Put the subject before a clause that begins with its verb."""
    if told.span.start <= told.sentence.start or not subjects.lacks_subject(words):
        return words
    subject = subjects.of(told.text, told.sentence, told.span, [told.date] if told.date else [])
    if _IT_ALONE.match(subject):
        subject = _meant(told) or "It"
    if not subject:
        return words
    return f"{subject} to {words}" if subjects.is_base(words) else f"{subject} {words}"


_IT_ALONE = re.compile(r"^(?:it|we)$", re.IGNORECASE)


def _meant(told: Told) -> str | None:
    """Give the company that a pronoun at the head of a clause means; one that is named beside it is another."""
    inferred = (p.name for p in told.parties if p.type is PartyType.COMPANY and p.found is Found.INFERRED)
    return next(inferred, None)


def _named(words: str, company: str | None) -> str:
    if company is None:
        return words
    words = re.sub(
        r"^(?:it|we)(?=\s)(?!\s+(?:is|was) (?:the first|learned|reported|worth))",
        company,
        words,
        flags=re.IGNORECASE,
    )
    return re.sub(r"^(?:its|our)\b", f"{company}’s", words, flags=re.IGNORECASE)


_ASIDE = re.compile(r"^(?P<who>[^,]{2,60}),\s(?P<aside>[^,]{2,140}(?:,[^,]{2,60})?),\s(?P<deed>[a-z].*)$")


def _without_aside(words: str) -> str:
    """Drop what only describes the subject: "Ms Ek, hired from Volvo, resigned" tells that she resigned."""
    match = _ASIDE.match(words)
    if match is None or clauses.has_verb(match["who"], 0, len(match["who"])):
        return words
    first = match["deed"].split()[0]
    return f"{match['who']} {match['deed']}" if clauses.is_finite(first) else words


_OPENERS = {"(": ")", "[": "]", "“": "”"}


def _whole(words: str) -> str:
    """Take off what dangles: an open bracket, a preposition, article or conjunction at the end."""
    for opener, closer in _OPENERS.items():
        if words.count(opener) > words.count(closer):
            words = words[: words.rfind(opener)]
    words = re.sub(r"\s[)\]](?=\s|$)", "", words)
    if words.endswith("…"):
        return words
    return _WEAK_END.sub("", words.rstrip(" ,;:.-–—!")).rstrip(" ,;:.-–—!")


_BOUNDARIES = (
    r",\s",
    r"\s(?:which|who|after|because|while|when|as|although|in an effort|in order|amid|following)\s",
    r"\s(?:in|at|on|with|over|from|during|through|under|against|among|for)\s",
)


def _cut(words: str) -> str:
    """Cut words at a boundary behind their verb, so that what is left is a statement; else at a space."""
    if len(words) <= LIMIT:
        return words
    for mark in _BOUNDARIES:
        places = [m.start() for m in re.finditer(mark, words) if 28 <= m.start() <= LIMIT]
        places = [at for at in places if clauses.has_verb(words, 0, at) and not _OPEN.search(words[:at])]
        if places:
            return words[: places[-1]]
    return shortened(words, LIMIT)


_OPEN = re.compile(r"\b(?:that|whether|if|which|who|when)(?:\s+[\w’']+){0,2}$", re.IGNORECASE)


def shortened(words: str, limit: int) -> str:
    """Cut words at a space so that they are no longer than a limit."""
    if len(words) <= limit:
        return words
    head = words[:limit]
    kept = head[: head.rfind(" ", 0, limit - 1)] if " " in head[: limit - 1] else ""
    kept = _WEAK_END.sub("", kept).rstrip(" ,;:–—-")
    return kept + "…" if kept else ""


def _first_company(told: Told) -> str | None:
    return next((p.name for p in told.parties if p.type is PartyType.COMPANY), None)
