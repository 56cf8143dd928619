"""What a country's name is where it stands: a scene, a seat that acts, another place, a person, a dish.

It must not know where the names are.
"""

import re
from functools import cache
from typing import NamedTuple

from explorer.extract import clauses
from explorer.extract.lexicon import table
from explorer.extract.place import origins
from explorer.extract.place.gazetteer import Place, known, pattern, section, words
from explorer.extract.place.origins import Noun
from explorer.extract.records import CountryHit
from explorer.model.mention import Span

NEAR = 60  # characters in which the words before a name are looked at
_AROUND = 200  # characters in which other places tell which of two a name means
_BESIDE = re.compile(r"(?:,|,? and|,? or)\s(?:the\s)?")
NAME_AFTER = re.compile(
    r"\s(?!(?:On|In|And|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|"
    r"September|October|November|December)\b)([A-Z][a-z]+)"
)
_NAME_BEFORE = re.compile(r"\b([A-Z][\w.'’-]*[a-z.])\s$")
_AUXILIARY = frozenset("is are was were has have had does did".split())
_TOWN_BEFORE = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?, $")


class _Guard(NamedTuple):
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None

    def refuses(self, text: str, span: Span) -> bool:
        if self.after is not None and self.after.match(text, span.end):
            return True
        return self.before is not None and bool(self.before.search(text[max(0, span.start - 30) : span.start]))


@cache
def _guards() -> dict[str, _Guard]:
    guards = table("countries.toml")["guards"]
    assert isinstance(guards, dict)
    return {name: _Guard(_side(entry, "before"), _side(entry, "after")) for name, entry in guards.items()}


def _side(entry: dict[str, str], side: str) -> re.Pattern[str] | None:
    return re.compile(entry[side] + ("$" if side == "before" else "")) if side in entry else None


def is_other_word(text: str, span: Span, word: str) -> bool:
    """Tell "US" in a shouted headline, an address, a money, a dish, a firm called after a country."""
    guard = _guards().get(word)
    if guard is not None and guard.refuses(text, span):
        return True
    if (
        word == "US"
        and re.match(r"\s[A-Z]{2,}\b", text[span.end : span.end + 5])
        and re.search(r"[A-Z]{2}\s$", text[max(0, span.start - 3) : span.start])
    ):
        return True
    if text[span.end : span.end + 1] in ("@", "$"):
        return True
    return bool(pattern("no_country").match(text, span.end) or pattern("firm_name").match(text, span.end))


def is_person(text: str, span: Span, word: str, before: str, noun: Noun) -> bool:
    """Tell a person called as a place: "Jordan Peterson", "Jack London"."""
    if word in words("first_names") and not noun.is_of_the_state:
        after = NAME_AFTER.match(text, span.end)
        if after and not origins.noun_of(after[1]).is_of_the_state and after[1] not in known():
            return True
    if word not in words("last_names"):
        return False
    given = _NAME_BEFORE.search(before)
    return given is not None and given[1].lower() not in _openers() and given[1] not in known()


@cache
def _openers() -> frozenset[str]:
    """Give the words that may stand with a capital before a place."""
    cues = table("cues.toml")
    return frozenset(
        f"{cues['common']} {cues['before_names']} {table('countries.toml')['before_places']}".split()
    )


def is_scene(text: str, span: Span, before: str, place: Place, noun: Noun, last: CountryHit | None) -> bool:
    """Tell whether a town or a state is a scene or acts: "in Moscow", "a Lagos court", "Beijing said"."""
    if pattern("no_city_before").search(before) or pattern("no_city_after").match(text, span.end):
        return False
    if noun.is_of_the_state:
        return True
    if NAME_AFTER.match(text, span.end):  # "Paris Hilton", "Austin Powers"
        return False
    if place.group == "capital" and _acts(text, span.end):
        return True  # "Paris put forward a bill"
    if last is not None and text[last.span.end : span.start] == ", " and place.group == "region":
        return not last.is_weak
    if pattern("city_before").search(_TOWN_BEFORE.sub("", before)):
        return True
    if last is not None and not last.is_weak and _BESIDE.fullmatch(text, last.span.end, span.start):
        return True
    name = _NAME_BEFORE.search(before)
    return name is None or name[1].lower() in _openers()


_VERB = re.compile(r"\s(?:also\s|then\s|later\s|now\s)?([a-z]+)\b")


def _acts(text: str, end: int) -> bool:
    """Tell whether a finite verb stands behind a name."""
    verb = _VERB.match(text, end)
    return verb is not None and clauses.is_finite(verb[1]) and verb[1] not in _AUXILIARY


def seat_of(text: str, span: Span, word: str, code: str) -> str:
    """Give the country of a seat where it is a scene and not the union that acts from there: Brussels."""
    home = section("seats").get(word)
    if home is None or not pattern("seat_scene").search(text[max(0, span.start - 30) : span.start]):
        return code
    return code if pattern("union").search(text, max(0, span.start - _AROUND), span.end + _AROUND) else home


def second_of(text: str, span: Span, word: str) -> str | None:
    """Give the country that a name of two places means where the words around speak for the second."""
    sense = _senses().get(word)
    if sense is None:
        return None
    code, second, first = sense
    start, end = max(0, span.start - _AROUND), span.end + _AROUND
    return code if second.search(text, start, end) and not first.search(text, start, end) else None


@cache
def _senses() -> dict[str, tuple[str, re.Pattern[str], re.Pattern[str]]]:
    senses = table("countries.toml")["senses"]
    assert isinstance(senses, dict)
    return {
        name: (one["code"], re.compile(one["second"]), re.compile(one["first"])) for name, one in senses.items()
    }
