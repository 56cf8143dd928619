"""Who says so: the source that a clause or its sentence names, in the text's words."""

import re

from explorer.model.mention import Span

_NAME = r"[^,.;:\"“”()]{2,60}?"
_ACCORDING = re.compile(
    rf"\b[Aa]ccording to (?P<who>{_NAME})(?=,|\.\s|\.$|;|\)|$|\s(?:which|who|has|have|had|is|was|will|by|in "
    rf"(?:19|20)\d\d|and the)\b)"
)
_SAYS = re.compile(
    r"\s(?:also |later |has |had )?(?:said|says|told|reported|reports|revealed|announced|estimates|estimated|"
    r"predicted|predicts|claimed|confirmed)\b"
)
_SUBJECT = re.compile(r"(?:[\w&’'./-]+ ){0,6}[\w&’'./-]+$")
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
    says = _SAYS.search(text, sentence.start, span.end)
    subject = _SUBJECT.search(text[max(sentence.start, says.start() - 60) : says.start()]) if says else None
    if subject is None:
        return None
    who = _CLAUSE_WORD.sub("", subject.group()).strip(" ,")
    return who if _SPEAKER.match(who) and not _PRONOUN.search(who) else None


_SPEAKER = re.compile(
    r"(?:[Tt]he |[Aa]n? |[Tt]wo |[Tt]hree |[Ss]everal |[Ii]ts |[Hh]is |[Hh]er |[Tt]heir )?"
    r"(?:[A-Z][\w&’'./-]*\b|sources?\b|people\b|officials?\b|"
    r"analysts?\b|investigators\b|prosecutors\b|police\b|regulators?\b|(?<=he )\w+$|(?<=ts )\w+$)"
)
