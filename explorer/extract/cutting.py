"""Cutting words to a length: at a boundary of phrases, with nothing that dangles and no word cut.

It knows words alone, neither mentions nor parties.
"""

import re
from functools import cache

from explorer.extract import clauses
from explorer.extract.lexicon import table

LIMIT = 70
_SHORTEST = 24  # letters of a statement that ends at a boundary
_ENDS = " ,;:.-–—!?\n\t/&+"
_OPENERS = {"(": ")", "[": "]", "“": "”"}


@cache
def _weak_end() -> re.Pattern[str]:
    words = "|".join(sorted(str(table("titles.toml")["weak_ends"]).split(), key=len, reverse=True))
    return re.compile(rf"(?:(?:^|[\s,;:–—-]+)(?:{words}))+$", re.IGNORECASE)


_BOUNDARIES = tuple(
    re.compile(mark)
    for mark in (
        r",\s|;\s|\s[–—]\s",
        r"\s(?:which|who|after|because|while|when|as|although|though|where|in an effort|in order|amid|following|"
        r"so that|until|before|since|despite|without)\s",
        r"\s(?:and|but)\s",
        r"\s(?:in|at|on|with|over|from|during|through|under|against|among|for|by)\s",
    )
)
_PHRASE = re.compile(r"\s(?:and|or|to|of|that|in|at|on|with|over|from|for|by|into|between|as|than)\s|,\s")
_OPEN = re.compile(r"\b(?:that|whether|if|which|who|when|between|how|what)(?:\s+[\w’']+){0,2}$", re.IGNORECASE)
_SAID = re.compile(
    r"^[^,]{2,60}?\s(?:(?:says?|said|claims?|claimed|means|meant|believes?|believed|den(?:y|ies|ied) that|becomes?)|"
    r"(?:announces?|reports?|warns?|confirms?|shows?|finds?|rules?|announced|reported|warned|confirmed|showed|found|ruled)\s"
    r"(?=that\b))\b(?:\s?that\b)?"
)
_HALF = re.compile(
    r"\b(?:between\s(?:(?!\band\b).)*|(?:less|fewer|more|higher|lower|better|worse|larger|according|due|"
    r"close|equal|subject|related|prior|together|along|instead|rather|up|down|off|out|worth|based|able|"
    r"likely|unlikely|set|about|ready|bound|as well|such|[\d.,]+)|"
    r"(?:accus|charg|depriv|consist|result|depend|rel|provid|compar|cop|deal|begin|interfer|compl)\w*)$",
    re.IGNORECASE,
)


def whole(words: str) -> str:
    """Take off what dangles: an open bracket, a preposition, article or conjunction at the end."""
    for opener, closer in _OPENERS.items():
        if words.count(opener) > words.count(closer):
            words = words[: words.rfind(opener)]
    words = re.sub(r"\s[)\]](?=\s|$)", "", words)
    if words.endswith("…"):
        return words
    return _weak_end().sub("", words.strip(_ENDS)).strip(_ENDS)


def cut(words: str, limit: int = LIMIT) -> str:
    """Cut words at a boundary behind their verb, so that what is left is a statement; else at a phrase's end."""
    if len(words) <= limit:
        return words
    for mark in _BOUNDARIES:
        places = [m.start() for m in mark.finditer(words) if _SHORTEST <= m.start() <= limit]
        for at in reversed(places):
            if _stands(words, at):
                return words[:at]
    return shortened(words, limit)


def _stands(words: str, at: int) -> bool:
    """Tell whether the head of some words is a statement by itself."""
    head = words[:at]
    if _OPEN.search(head) or _HALF.search(head) or _weak_end().search(head):
        return False
    said = _SAID.match(head)
    if said and not clauses.has_verb(head, said.end(), len(head)):
        return False
    last = head.rpartition(" ")[2].lower()
    return _has_verb(head) and not (clauses.is_finite(last) and len(head.split()) < 4)


def _has_verb(words: str) -> bool:
    """Tell whether words tell something: with a finite verb, or with what is to come: "Acme to buy"."""
    return clauses.has_verb(words, 0, len(words)) or bool(_TO_DO.search(words))


_TO_DO = re.compile(r"\w\sto\s[a-z]{3,}\s\w")


def shortened(words: str, limit: int) -> str:
    """Cut words at the end of a phrase, else at a space, so that with "…" they are no longer than a limit."""
    if len(words) <= limit:
        return words
    head = words[: limit - 1]
    places = [m.start() for m in _PHRASE.finditer(words) if limit // 2 <= m.start() < limit]
    kept = head[: head.rfind(" ")] if " " in head else ""
    if words[limit - 1] == " ":
        kept = head
    tells = _has_verb(head)
    for at in reversed(places):
        if _weak_end().search(words[:at]) or _HALF.search(words[:at]):
            continue
        if _has_verb(words[:at]) or not tells:
            kept = words[:at]
            break
    kept = whole(kept)
    return kept + "…" if kept else ""
