"""Who says so: the source that a clause or its sentence names, in the text's words."""

import re

from explorer.model.mention import Span

_NAME = r"[^,.;:\"“”()]{2,60}?"
_ACCORDING = re.compile(
    rf"\b[Aa]ccording to (?P<who>{_NAME})(?=,|\.\s|\.$|;|\)|$|\s(?:which|who|has|have|had|is|was|will|by|in "
    rf"(?:19|20)\d\d|and the)\b)"
)
_SAID = re.compile(
    r"(?P<who>(?:[Aa] |[Aa]n |[Tt]he |[Tt]wo |[Tt]hree |[Ss]everal )?(?:[\w&’'./-]+ ){0,5}?[\w&’'./-]+) "
    r"(?:also |later |has |had )?(?:said|says|told|reported|reports|revealed|announced|estimates|estimated|"
    r"predicted|predicts|claimed|confirmed)\b"
)
_AFTER = re.compile(
    r"[,”\"]\s?(?:said|says|according to|reported) (?P<who>[A-Z][^,.;:\"“”()]{2,60}?)(?=[,.;]|$)"
)
_PRONOUN = re.compile(r"(?:it|he|she|they|we|who|which|that|and|but|also|as|this)$", re.IGNORECASE)
_CLAUSE_WORD = re.compile(
    r".*\b(?:and|but|which|that|when|while|as|after|before|because|on|in|is|was|were|has|had|have|will|to)\s+",
    re.IGNORECASE,
)


def of(text: str, span: Span, sentence: Span) -> str | None:
    """Give who says so, or None where the text speaks itself."""
    words = text[sentence.start : sentence.end]
    if match := _ACCORDING.search(words):
        return match["who"].strip()
    if match := _AFTER.search(words):
        return match["who"].strip()
    before = text[sentence.start : span.end]
    match = _SAID.search(before)
    if match is None:
        return None
    who = _CLAUSE_WORD.sub("", match["who"]).strip(" ,")
    return who if who and not _PRONOUN.search(who) and len(who) > 1 else None
