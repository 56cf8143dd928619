"""The trades of companies: what kind of firm a name is said to be, and which firms "the carrier" may mean.

A name shows its trade by a word in it ("Tiger Airways"), by the section of the gazetteer, or by a noun beside
it ("brewer Acme", "Acme, an insurer"). It must not know who is spoken of.
"""

import re
from collections.abc import Iterable
from functools import cache

from explorer.extract import lexicon
from explorer.extract.lexicon import table
from explorer.extract.place import countries
from explorer.extract.records import NameHit
from explorer.model.mention import PartyType, Span

_BEFORE = 40  # characters in which a noun before a name stands
_WORDS = re.compile(r"[\w-]+")
_BEHIND = re.compile(
    r"(?:['’]s)?(?:\s\([^)\n]{1,30}\))?(?:,\s(?:an?|the|one\sof)|,?\s(?:which|who)?\s?(?:is|was|are)\s(?:an?|the))\s"
    r"(?P<words>(?:[\w’'-]+\s){0,5}?[\w’'-]+)(?=[\s,.;])"
)


@cache
def _trades() -> dict[str, dict[str, str]]:
    found = table("cues.toml")["trades"]
    assert isinstance(found, dict)
    return found


def _listed(field: str, mark: str | None = None) -> dict[str, frozenset[str]]:
    """Give the trades of each word of a field."""
    words: dict[str, set[str]] = {}
    for trade, fields in _trades().items():
        for word in fields[field].split(mark):
            words.setdefault(word, set()).add(trade)
    return {word: frozenset(trades) for word, trades in words.items()}


@cache
def by_noun() -> dict[str, frozenset[str]]:
    """Give the trades that each noun may mean: "carrier" is an airline's and a telephone company's."""
    return _listed("nouns")


@cache
def _by_part() -> dict[str, frozenset[str]]:
    return _listed("names")


@cache
def _by_ending() -> dict[str, frozenset[str]]:
    """Give the trades of the words that names of one word end in: "Swedbank", "Lattelecom"."""
    endings = str(table("cues.toml")["endings"]).split()
    return {ending: _by_part().get(ending.capitalize(), frozenset()) for ending in endings}


@cache
def _by_section() -> dict[str, frozenset[str]]:
    return _listed("sections", "|")


@cache
def of_name(name: str) -> frozenset[str]:
    """Give the trades that a name shows by its words or by its place in the gazetteer."""
    shown = [_by_part().get(word, frozenset()) for word in name.split()[1:]]
    shown += [trades for part, trades in _by_ending().items() if name.lower().endswith(part)]
    shown.append(_by_section().get(lexicon.sections().get(name, ""), frozenset()))
    return frozenset().union(*shown)


def told(text: str, hits: Iterable[NameHit]) -> dict[str, frozenset[str]]:
    """Give the nouns by which a text calls its companies: "Danish brewer Acme", "Acme, an insurer"."""
    nouns: dict[str, set[str]] = {}
    for hit in hits:
        if hit.type is PartyType.COMPANY and not hit.is_source:
            words = nouns.setdefault(hit.name, set())
            words.update(_beside(text, hit.span))
    return {name: frozenset(words) for name, words in nouns.items() if words}


def _beside(text: str, span: Span) -> list[str]:
    at = max(0, span.start - _BEFORE)
    before = text[at : span.start]
    found = []
    if before.endswith(" "):
        last = before.rpartition(",")[2].split()[-1:]
        found = [last[0].lower()] if last and last[0].isalpha() | ("-" in last[0]) else []
    behind = _BEHIND.match(text, span.end, span.end + 90)
    if behind is not None:
        found += [word.lower() for word in _WORDS.findall(behind["words"])]
    return [
        noun for word in found if (noun := word if word in by_noun() else word.removesuffix("s")) in by_noun()
    ]


_HOME = re.compile(r"(?P<home>[A-Z][\w.]*(?:\s[A-Z]\w+)?)(?:['’]s|-based|\s(?:[a-z-]+\s){1,3})\s?$")
_HOME_BEHIND = re.compile(
    r",\s(?:an?|the|of|based in|one of)\s(?:the\s)?(?P<home>[A-Z][\w.]*)|\sof\s(?P<of>[A-Z]\w+)"
)


def home(text: str, hits: Iterable[NameHit], name: str) -> str | None:
    """Give the country that a text says a company is from: "China's Acme", "Danish brewer Acme"."""
    told = (_home(text, hit.span) for hit in hits if hit.name == name)
    return next(filter(None, told), None)


def _home(text: str, span: Span) -> str | None:
    before = _HOME.search(text, max(0, span.start - _BEFORE), span.start)
    if before is not None and (code := countries.code_of(before["home"])):
        return code
    behind = _HOME_BEHIND.match(text, span.end, span.end + _BEFORE)
    return countries.code_of(behind["home"] or behind["of"]) if behind is not None else None


_STEM = 5  # letters of a noun that a word of a name shares with it: "brewer", "Brewing"


def _is_in(noun: str, name: str) -> bool:
    """Tell whether the last word of a name says the noun itself: "the truckmaker", "Acme Trucks"."""
    stem = noun.replace("-", "").removesuffix("maker")[:_STEM]
    return len(stem) > 2 and name.rpartition(" ")[2].replace("-", "").lower().startswith(stem)


def fits(noun: str, name: str, nouns: frozenset[str]) -> int:
    """Tell whether a noun may mean a company: 2 if the text calls it so, 1 if its trade is shown, 0 if none is,
    -1 if another is."""
    if noun in nouns or _is_in(noun, name):
        return 2
    wanted = by_noun().get(noun, frozenset())
    if not wanted:
        return 0
    shown = of_name(name).union(*(by_noun()[word] for word in nouns))
    if not shown:
        return 0
    return 1 if shown & wanted else -1
