"""The gazetteer of countries: `countries.tsv` and `countries.toml` as look-up tables.

It must not know texts beyond the words of a name and of the state behind it.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from explorer.extract.lexicon import rows, table
from explorer.extract.place import towns
from explorer.model.mention import Span

# The letter is tried before what must not stand before it: so texts are read fast.
RUN = re.compile(r"[A-ZÀ-ÖØ-ÞĆČİŁŚŞŠŻŽ](?<![\w@#.].)[^\W\d_]*")
_AND = re.compile(r",? (?:and|or)\b")
_STATE = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?")


class Place(NamedTuple):
    """What a name of the gazetteer names: `group` is one of those in the head of `countries.tsv`."""

    code: str
    group: str

    @property
    def is_town(self) -> bool:
        """Tell whether it is a scene only where the words say so."""
        return self.group in ("capital", "city", "region")


_GROUPS = ("name", "demonym", "capital", "city", "house", "region", "exchange")
_CONDITIONAL = ("exchange", "wide")  # groups whose names mean a country only beside certain words


@cache
def entries() -> tuple[tuple[str, Place], ...]:
    """Give all names with what they name, in the order of the table."""
    entries = []
    for fields in rows("countries.tsv"):
        code, name, others, demonyms, cities, houses, regions, exchanges = [*fields, *[""] * 8][:8]
        capital, _, further = cities.partition("|")
        lists = (f"{name}|{others}", demonyms, capital, further, houses, regions, exchanges)
        for group, listed in zip(_GROUPS, lists, strict=True):
            entries += [(known, Place(code, group)) for known in listed.split("|") if known]
    return (*entries, *((name, Place(code, "wide")) for name, code in section("wide").items()))


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Give a pattern of `countries.toml`."""
    return re.compile(str(table("countries.toml")[name]))


@cache
def section(name: str) -> dict[str, str]:
    """Give a section of `countries.toml`."""
    found = table("countries.toml")[name]
    assert isinstance(found, dict)
    return {key: str(value) for key, value in found.items()}


@cache
def words(name: str) -> frozenset[str]:
    """Give a list of words of `countries.toml`."""
    return frozenset(str(table("countries.toml")[name]).split())


@cache
def known() -> frozenset[str]:
    """Give all words that name a country, its people or a place in it."""
    return frozenset(name for name, place in entries() if place.group not in _CONDITIONAL)


def code_of(name: str) -> str | None:
    """Give the country that a name means by itself, whatever its letters' case."""
    return _codes().get(name.casefold())


def code_of_dateline(place: str, rest: str) -> str | None:
    """Give the country of a dateline, which writes the place in capitals and may add a state or a country."""
    state = state_tails().match(f", {rest}")
    return state.lastgroup if state else code_of(rest) or code_of(place) or towns.code_of(place.title())


@cache
def _codes() -> dict[str, str]:
    return {name.casefold(): place.code for name, place in reversed(entries()) if place.group != "exchange"}


@cache
def names_by_code() -> dict[str, str]:
    """Give the English name of each code, for titles."""
    short = {"US": "US", "GB": "UK", "AE": "UAE", "EU": "EU"}
    return {fields[0]: short.get(fields[0], fields[1]) for fields in rows("countries.tsv")}


@cache
def by_run() -> dict[str, list[tuple[str, Place]]]:
    """Give the names by their first run of letters, the longest first."""
    found: dict[str, list[tuple[str, Place]]] = {}
    for name, place in entries():
        if match := RUN.match(name):
            found.setdefault(match.group(), []).append((name, place))
    for bucket in found.values():
        bucket.sort(key=lambda pair: -len(pair[0]))
    return found


def match_at(text: str, start: int, names: Sequence[tuple[str, Place]]) -> tuple[Span, Place] | None:
    """Give the longest of some names that stands at a place as words of its own."""
    for name, place in names:
        end = start + len(name)
        if text.startswith(name, start) and not (text[end : end + 1].isalnum() or text[end : end + 1] == "_"):
            return Span(start, end), place
    return None


def state_after(text: str, end: int, place: Place) -> str | None:
    """Give the country of the state that stands after a town: "London, Ontario", "Peru, Illinois"."""
    if not text.startswith(", ", end):
        return None
    tail = state_tails().match(text, end)
    if tail:
        return tail.lastgroup
    named = _STATE.match(text, end + 2)
    if named is None:
        return None
    codes = _state_codes(is_of_town=place.is_town)
    code = codes.get(named.group()) or codes.get(named.group().split()[0])
    return None if code and not place.is_town and _AND.match(text, named.end()) else code


@cache
def _state_codes(*, is_of_town: bool) -> dict[str, str]:
    """Give what may stand behind a town: a state or a country; behind a country's namesake only a state."""
    groups = ("name", "region") if is_of_town else ("region",)
    return {name: place.code for name, place in entries() if place.group in groups}


@cache
def state_tails() -> re.Pattern[str]:
    """Give the pattern of a state behind a town as news abbreviate it; the group is the country."""
    return re.compile(
        ", (?:" + "|".join(f"(?P<{code}>{states})" for code, states in section("states").items()) + ")"
    )
