"""The short form of a source, so that "a report by X", "X's data" and "X analysts" are one.

It works on the words that name a source and must not know where they stand.
"""

import re
from functools import cache, lru_cache

from explorer.extract.lexicon import companies, table
from explorer.extract.place import gazetteer
from explorer.extract.voice.speakers import speaker

_NAME = r"(?:[A-ZÀ-Þ0-9][\w.&’'/+-]*|[a-z]{1,2}[A-Z]\w+)"
_CHAIN = rf"{_NAME}(?:\s(?:(?:of|for|the|and|de|du|la|von|van|&)\s(?:the\s)?)?{_NAME})*"
_ARTICLE = re.compile(
    r"^(?:(?:the|an?|its|his|her|their|our|this|that|these|those|one of|some|both of)\s+)+(?=\S)", re.IGNORECASE
)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_TRAILING = re.compile(
    rf"\s+(?:(?:late |early )?(?:on|last|this|earlier|late|early|yesterday|today)\b.*|"
    rf"in\s(?:an?\s|its\s|his\s|her\s|their\s|\d|{_MONTH}).*|as saying.*)$"
)
_SPOKEN_FOR = re.compile(r"(?<=\w)(?:[’']s)?\sspokes\w+$")  # "a fire service spokeswoman"
_INITIALS = re.compile(r"\b(?:[A-Z]\.)+[A-Z]$")  # their last full stop is no end
_OWNING = re.compile(r"[’']s$")
_LEGAL = re.compile(r",?\s(?:Inc|Corp|Ltd|Limited|plc|PLC|LLC|AG|SA|NV|Co)\.?$")


@cache
def _pattern(name: str) -> str:
    return str(table("attribution.toml")[name])


@cache
def _by() -> re.Pattern[str]:
    """A report of somebody: "a study published in May by the Alder Institute", "analysts at X"."""
    reports, proxies = _pattern("reports"), _pattern("proxies")
    by = r"(?:by|from)\s(?P<by>.+)"
    whose = rf"(?:of|in(?=\s(?:the\s)?[A-Z])(?!\s(?:{_MONTH})))\s(?P<whose>.+)"
    whom = r"(?:at|for|from|of|with|(?:polled|surveyed|interviewed|quoted|contacted) by)\s(?P<whom>.+)"
    few = r"(?:[\w’'-]+\s){0,4}?"
    return re.compile(
        rf"^{few}(?i:{reports})\s(?:[\w-]+\s){{0,7}}?{by}$|^{few}(?i:{reports})\s(?:[\w-]+\s){{0,5}}?{whose}$|^{few}(?i:{proxies})\s{whom}$"
    )


@cache
def _possessed() -> re.Pattern[str]:
    """What a name has: "X's report", "X analysts", "X chief economist" (without the economist's name)."""
    words = "|".join((_pattern("reports"), _pattern("proxies")))
    return re.compile(
        rf"^(?P<who>{_CHAIN})(?:[’']s?)?\s(?:[a-z-]+\s){{0,3}}?(?:{words})(?:\s(?:at|for|on|in|to|with)\s.*)?$"
    )


@cache
def _titled() -> re.Pattern[str]:
    words = "|".join((_pattern("titles"), _pattern("proxies")))
    return re.compile(rf"^(?:.*\s)?(?i:{words})\s(?P<who>{_NAME}(?:\s.+?)??)(?:\s(?:at|from|with)\s.*)?$")


@cache
def _reporting_end() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w\w)\s(?:{_pattern('reports')})$")


@cache
def _medium() -> re.Pattern[str]:
    return re.compile(rf"^(?P<who>{_CHAIN})\s(?:{_pattern('kinds_of_media')})$")


@cache
def _common() -> re.Pattern[str]:
    """Words that only the head of a sentence gives a capital."""
    names = ("speakers", "proxies", "reports", "taken_up")
    return re.compile("|".join(map(_pattern, names)), re.IGNORECASE)


_DESCRIBED = re.compile(rf"^(?:[a-z][\w’'-]*\s|{_NAME}[’']s\s|[A-Z]\w+-based\s)+(?P<who>{_CHAIN})$")


def _parted(who: str, pattern: re.Pattern[str]) -> str:
    """Give the part of some words that a pattern names, or all where it does not match."""
    match = pattern.match(who)
    return _ARTICLE.sub("", next(part for part in match.groups() if part)) if match else who


def short(words: str) -> str:
    """Give the name of the one who speaks, without what he is or does: "a report by X" is X."""
    whole = words.strip(" ,.;:'’\n")
    who = _ARTICLE.sub("", whole)
    is_head = who == whole  # its capital may only be that of the sentence
    if len(who.split()) > 1:
        who = _parted_from_deeds(who)
    if is_head and _has_false_capital(who):
        who = who[:1].lower() + who[1:]
    if not is_named(who):
        who = _of_report(who)
    if "spokes" in who:
        who = _SPOKEN_FOR.sub("", who)
    who = speaker(_LEGAL.sub("", _OWNING.sub("", who)).strip(" ,.'’"))
    return _INITIALS.sub(r"\g<0>.", who) if "." in who else who


def _parted_from_deeds(who: str) -> str:
    """Give the name among the words of one who speaks, if they say in one of some ways what he is or does."""
    who = _TRAILING.sub("", _parted(who, _by()))
    for pattern in (_possessed(), _titled(), _medium(), _DESCRIBED):
        part = _parted(who, pattern)
        is_adjective = pattern is _medium() and part in gazetteer.known()
        if part != who and not is_adjective and speaker(part):  # "third-quarter results", "American newspaper"
            who = part
    named = _reporting_end().sub("", who)
    return named if is_named(named[1:]) else who


_PLACING = ("in ", "at ", "from ", "near ", "close ", "familiar ", "with ", "who ")


def _has_false_capital(who: str) -> bool:
    """Tell whether words begin with a capital only because a sentence begins with them."""
    first, _, rest = who.partition(" ")
    if rest.startswith(_PLACING) and _common().fullmatch(first):
        return True
    if is_named(who[1:]) or "’s " in who or "'s " in who:
        return False
    if first in gazetteer.known() or _is_of_firms(first):
        return False
    return " " in who or bool(_common().fullmatch(who))


@lru_cache(maxsize=1024)  # the same few words begin most sentences
def _is_of_firms(word: str) -> bool:
    """Tell whether a word is a company's name, or has one in it."""
    return any(companies().find(word))


def _of_report(who: str) -> str:
    """Cut what a report without a name is of: "filing with the exchange"."""
    match = re.match(
        rf"(?:[\w’'-]+\s){{0,2}}?(?:{_pattern('reports')})(?=\s(?:with|to|on|in|of|about|by|that)\b)", who
    )
    return match.group() if match else who


def is_named(words: str) -> bool:
    """Tell whether words hold a name."""
    return words != words.lower()
