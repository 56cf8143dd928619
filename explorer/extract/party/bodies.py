"""Agencies, courts and governments in a text: from the gazetteer, and by the noun in their names.

It must not know companies, except for the words that begin no name.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from explorer.extract import lexicon
from explorer.extract.lexicon import CAPITAL, table
from explorer.extract.party import fresh
from explorer.extract.place import countries
from explorer.extract.records import NameHit
from explorer.model.mention import PartyType, Span

_WORD = rf"(?:{CAPITAL}[\w&.+’'-]*[\w&+])"
_COURT = re.compile(rf"{_WORD}(?:\s+{_WORD}){{0,5}}?\s+Court\b(?:\s+of\s+{_WORD}(?:\s+{_WORD})?)?")
_COURTS = frozenset(("High Court", "District Court", "Federal Court", "State Court"))
_OPENER = re.compile(r"(?:The|A|An|In|On|By|But|And|When|Its)\s")
_BEFORE, _BEHIND = 140, 160  # characters that a body's name takes before and behind its noun
_MARK = re.compile(r"['’.&+-]")


def find(text: str) -> Iterator[NameHit]:
    """Give the bodies that a text names, those of the gazetteer first; overlaps are left to the caller."""
    for span, entry in lexicon.agencies().find(text):
        yield NameHit(span, entry.name, entry.type, entry.country)
    for pattern, kind, nouns in (
        (_COURT, PartyType.COURT, frozenset(("Court",))),
        (_agency(), PartyType.AGENCY, _nouns()),
    ):
        for match in _near(text, pattern, nouns):
            opener = _OPENER.match(match.group())
            name = match.group()[opener.end() if opener else 0 :]
            first = name.partition(" ")[0].lower()
            is_own = first not in fresh.common() or (first == "state" and " of " in name)
            if name.startswith("Board of ") and fresh.is_head(name.rpartition(" ")[2]):
                continue  # a firm's
            if " " in name and (name in _COURTS or is_own):
                yield NameHit(Span(match.end() - len(name), match.end()), name, kind, _country(name))


def _country(name: str) -> str:
    """Give the country that a body's name tells, none of several: "Queensland Mines Inspectorate"."""
    words = [word.removesuffix("'s").removesuffix("’s") for word in name.split()]
    if "Investment" in words:
        return ""  # "Qatar Investment Authority" invests, as firms do
    parts = (*words, *map(" ".join, pairwise(words)))
    codes = {code for part in parts if part in countries.known() and (code := countries.code_of(part))}
    return codes.pop() if len(codes) == 1 else ""


def _near(text: str, pattern: re.Pattern[str], nouns: frozenset[str]) -> Iterator[re.Match[str]]:
    """Find a pattern around some words only: most of a text is far from all of them."""
    index = lexicon.places(text)
    heads = index.keys() & nouns
    heads.update(word for word in lexicon.marked(text) if _MARK.split(word, 1)[0] in nouns)
    lo = hi = 0
    for at in sorted(at for word in heads for at in index[word]):
        if at - _BEFORE > hi:
            yield from pattern.finditer(text, lo, hi)
            lo = max(hi, text.rfind(" ", hi, at - _BEFORE) + 1)
        hi = min(len(text), at + _BEHIND)
    yield from pattern.finditer(text, lo, hi)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(str(table("cues.toml")["agencies"]).split())


@cache
def _agency() -> re.Pattern[str]:
    nouns = "|".join(sorted(_nouns()))
    return re.compile(
        rf"(?:{_WORD}\s+){{0,5}}?\b(?:{nouns})\b(?:\s+(?:of|for|on)(?:\s+the)?\s+{_WORD}(?:(?:\s+|,\s|\sand\s){_WORD}){{0,4}})?"
    )
