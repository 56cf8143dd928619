"""Persons: names behind an office ("Chief Executive Ada Lovelace") or before one, and later by the last name.

It must not know companies.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from explorer.extract.lexicon import CAPITAL, table
from explorer.model.mention import Span

_NAME = re.compile(
    rf"\s*(?P<name>{CAPITAL}[\w’'-]+(?:\s(?:[A-Z]\.|de|van|von|bin|al))*(?:\s{CAPITAL}[\w’'-]+){{1,2}})"
)
_PLAIN_NAME = rf"(?P<name>{CAPITAL}[a-zé’'-]+\s(?:[A-Z]\.\s)?{CAPITAL}[\w’'-]+)"
_WHOLE_NAME = re.compile(rf"(?:(?<=\s)|^){_PLAIN_NAME}$")
_FORMER = re.compile(rf"\b[Ff]ormer\s(?:{CAPITAL}[\w&.-]+\s){{1,3}}[a-z]+(?:\s[a-z]+)?\s{_PLAIN_NAME}")
_STOPS = (",", ".", ";", ":", ")")
_PARTICLES = "dvba"  # first letters of "de", "van", "von", "bin", "al"
_NAMES_BEFORE, _NAMES_BEHIND = 80, 60  # characters beside a verb in which two names stand
_LEAD = 48  # characters that an office takes


@cache
def _offices() -> str:
    """Give the pattern of all that may stand before a person's name."""
    cues = table("cues.toml")
    cased = (
        f"[{o[0].upper()}{o[0].lower()}]{o[1:]}" if o.islower() or "-" in o else o
        for o in str(cues["offices"]).split()
    )
    return rf"(?:[Cc]hief (?:[Ee]xecutive|\w+)(?: [Oo]fficer)?|{cues['titles']}|{'|'.join(cased)})"


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"\b{_offices()}\s+$")


@cache
def _within() -> re.Pattern[str]:
    return re.compile(rf"\b{_offices()}(?=\s+[A-Z])")


@cache
def _office_words() -> frozenset[str]:
    """Give the words that an office may end in, in small letters: where none stands, no office does."""
    whole = re.sub(r"\[(\w)\w\]", r"\1", _offices())  # "[Jj]udge"
    return frozenset(re.findall(r"[a-z-]{2,}", whole.lower()))


@cache
def _behind() -> re.Pattern[str]:
    cues = table("cues.toml")
    offices = "|".join(str(cues["offices"]).split())
    return re.compile(
        rf"(?P<office>,\s(?:an?\s|the\s|its\s)?(?:\w+\s){{0,4}}?(?:{offices}|chief|who|manager)\b)"
        rf"|\s(?:has\s)?{cues['moves']}"
    )


def find(text: str, spans: Sequence[Span]) -> list[str]:
    """Give the full names of the persons that a text introduces; `spans` are its chains of capitals.

    Those behind an office come first, then those before one, then those who do what only persons do.
    """
    led: list[str] = []
    held: list[str] = []
    moved: list[str] = []
    behind = _behind().match
    for span in spans:
        whole = text[span.start : span.end]
        is_one = whole.isalpha()
        if not (is_one and _is_last(text, span.end)) and (leader := _led(text, span, whole)) is not None:
            led.append(leader)
        if is_one or text[span.end : span.end + 1] not in (",", " "):
            continue  # one word is no full name
        match = behind(text, span.end)
        name = _WHOLE_NAME.search(whole) if match is not None else None
        if match is not None and name is not None:
            (held if match["office"] else moved).append(name["name"])
    found = led + held + _former(text) + _replaced(text) + moved + _founders(text)
    return found + [name for one in found for name in _joined(text, one)]


_JOINED = re.compile(
    rf"(?:,\s(?:and\s)?|\sand\s){_PLAIN_NAME}(?=[,.;)]|\s(?:and|in|on|as|who|said|founded|started|were|was|have|had)\b|$)"
)
_REPLACED = re.compile(
    rf"{_PLAIN_NAME}\s(?:replaced|succeeded|succeeds|replaces|will\s(?:replace|succeed))\s"
    rf"{_PLAIN_NAME.replace('<name>', '<other>')}\sas\b"
)
_FOUNDERS = re.compile(rf"{_PLAIN_NAME}\sand\s{_PLAIN_NAME.replace('<name>', '<other>')}\s(?:co-)?founded\s")


def _joined(text: str, name: str) -> list[str]:
    """Give the names that a list goes on with behind a person's: "founded by Ada Berg, Jo Ek and Bo Lund"."""
    found: list[str] = []
    at = text.find(name) + len(name)
    while (match := _JOINED.match(text, at)) is not None:
        found.append(match["name"])
        at = match.end()
    return found


def _replaced(text: str) -> list[str]:
    """Give who took whose office: "Jo Ek replaced Ada Berg as chairman"."""
    return _both(text, _REPLACED, ("replace", "succe"))


def _founders(text: str) -> list[str]:
    """Give two who founded something: "Ada Berg and Jo Ek founded"."""
    return _both(text, _FOUNDERS, ("founded ",))


def _both(text: str, pattern: re.Pattern[str], verbs: Sequence[str]) -> list[str]:
    """Give the two names of each match of a pattern, which is tried only before its verbs."""
    found: list[str] = []
    for verb in verbs:
        at = text.find(verb)
        while at >= 0:
            match = pattern.search(text, max(0, at - _NAMES_BEFORE), at + _NAMES_BEHIND)
            found += match.group("name", "other") if match is not None else ()
            at = text.find(verb, at + len(verb))
    return found


def _former(text: str) -> list[str]:
    """Give the names behind former offices; only the places of "former" are tried."""
    found: list[str] = []
    at = text.find("ormer")
    while at >= 0:
        match = _FORMER.match(text, at - 1) if at else None
        if match is not None:
            found.append(match["name"])
        at = text.find("ormer", match.end() if match is not None else at + 1)
    return found


def _led(text: str, span: Span, whole: str) -> str | None:
    """Give the name that an office leads, before a chain of capitals, `whole`, or inside it."""
    if "-based " in whole or "-owned " in whole:
        return None  # "made by Basel-based Acme"
    if _is_behind_office(text, span.start):
        name = _NAME.match(text, span.start)
        return name["name"] if name is not None else None
    if _may_hold_office(whole):
        office = _within().search(text, span.start, span.end)
        name = _NAME.match(text, office.end()) if office is not None else None
        return name["name"] if name is not None else None
    return None


@lru_cache(maxsize=4096)  # the same names stand in a text again and again
def _may_hold_office(whole: str) -> bool:
    words = whole.split()
    return len(words) > 1 and any(word.lower().rstrip(".") in _office_words() for word in words)


def _is_last(text: str, end: int) -> bool:
    """Tell whether the name of a person cannot go on behind a word, by the characters there."""
    following = text[end : end + 4]
    if following[:1] != " ":
        return following[:1] in _STOPS
    return following.islower() and following[1] not in _PARTICLES


def _is_behind_office(text: str, start: int) -> bool:
    """Tell whether an office stands before a place; its last word is asked before the pattern is."""
    lead = max(0, start - _LEAD)
    if text[start - 1 : start] == " ":
        at = max(lead, text.rfind(" ", lead, start - 1) + 1)
        last = text[at : start - 1].rstrip(".").lower()
        if last.rpartition("\n")[2] in _office_words():  # mostly that word is the whole office
            return bool(_before().search(text[at:start]) or _before().search(text[lead:start]))
    return text.find("hief ", lead, start) >= 0 and _before().search(text[lead:start]) is not None
