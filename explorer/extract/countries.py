"""Countries: names, demonyms, cities, houses of state, and what only looks like them; found once in a text.

It must not know companies beyond the words that mark a company's origin ("the Chinese video company"), which
is no country of an event.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain

from explorer.extract.lexicon import Entry, Names, rows, table
from explorer.extract.records import CountryHit
from explorer.model.mention import PartyType, Span

_COMPANY_NOUN = (
    r"(?:company|companies|firm|firms|carrier|airline|airlines|automaker|automakers|carmaker|carmakers|maker|"
    r"makers|manufacturer|giant|giants|"
    r"group|conglomerate|lender|bank|banks|insurer|retailer|startup|start-up|startups|rival|rivals|parent|"
    r"owner|owned|based|brewer|miner|drugmaker|"
    r"chipmaker|developer|operator|platform|apps?|brand|brands|billionaire|entrepreneur|investor|investors|"
    r"unit|utility|producer|supplier|"
    r"multinational|telecoms?|application|applications|product|products|exchange|listed|counterpart|"
    r"competitor|competitors|subsidiary|thrift|"
    r"broker|brokerage|founder|magazine|newspaper|media|tech|internet|software)"
)
_ORIGIN_AFTER = re.compile(
    rf"(?:['’]s)?(?:[\s-]+(?!and\b|in\b|of\b|to\b|for\b|on\b|is\b|was\b|has\b|had\b|"
    rf"will\b)[\w&-]+){{0,3}}?[\s-]+{_COMPANY_NOUN}\b"
)
_DIRECTLY_BEFORE_NAME = re.compile(r"(?:['’]s)?\s+(?=[A-Z])")
_APPOSITION = re.compile(r"(?:based|headquartered|listed|founded|born|registered|incorporated)\s+in\s+$")
_BESIDE = re.compile(r"(?:,|,? and|,? or)\s(?:the\s)?")
_NAME_AFTER = re.compile(r"\s(?!(?:On|In|And)\b)[A-Z][a-z]+")
_NAME_BEFORE = re.compile(r"\b[A-Z][\w.]*[a-z.]\s$")
_AFTER_COMMA = re.compile(r",\s(?=[A-Z])")
_NEAR = 40  # characters in which the words before a name are looked at


@dataclass(frozen=True, slots=True)
class _Guard:
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
    return {
        name: _Guard(
            *(
                re.compile(
                    entry[side] + "$" if side == "before" and not entry[side].endswith("$") else entry[side]
                )
                if side in entry
                else None
                for side in ("before", "after")
            )
        )
        for name, entry in guards.items()
    }


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(str(table("countries.toml")[name]))


@cache
def _section(name: str) -> dict[str, str]:
    section = table("countries.toml")[name]
    assert isinstance(section, dict)
    return {key: str(value) for key, value in section.items()}


@cache
def _names() -> Names:
    return Names(_entries())


@cache
def known() -> frozenset[str]:
    """Give all words that name a country, its people or a city of it."""
    return frozenset(_names().known())


def code_of(name: str) -> str | None:
    """Give the country that a name means by itself, whatever its letters' case."""
    return _codes().get(name.casefold())


@cache
def _codes() -> dict[str, str]:
    return {name.casefold(): entry.country for name, entry in reversed(_entries())}


def _entries() -> list[tuple[str, Entry]]:
    entries = []
    for fields in rows("countries.tsv"):
        code, name, others, demonyms, cities, houses = [*fields, *[""] * 5][:6]
        capital, _, towns = cities.partition("|")
        for group, flag in (
            ([name, *others.split("|")], "name"),
            (demonyms.split("|"), "demonym"),
            ([capital], "capital"),
            (towns.split("|"), "city"),
            (houses.split("|"), "house"),
        ):
            entries += [
                (known, Entry(code, PartyType.GOVERNMENT, code, frozenset((flag,)))) for known in group if known
            ]
    return entries


@cache
def names_by_code() -> dict[str, str]:
    """Give the English name of each code, for titles."""
    short = {"US": "US", "GB": "UK", "AE": "UAE", "EU": "EU"}
    return {fields[0]: short.get(fields[0], fields[1]) for fields in rows("countries.tsv")}


def find(text: str, companies: list[Span]) -> list[CountryHit]:
    """Find the countries meant in a text, in order; words inside a company's name are none."""
    taken = {offset for span in companies for offset in range(span.start, span.end)}
    starts = {span.start for span in companies}
    found: list[CountryHit] = []
    for span, entry in _names().find(text):
        word = text[span.start : span.end]
        guard = _guards().get(word)
        if (
            span.start in taken
            or (guard is not None and guard.refuses(text, span))
            or _is_other_word(text, span, word)
        ):
            continue
        is_town = not entry.flags.isdisjoint(("city", "capital"))
        code = (_state_after(text, span.end) if is_town else None) or entry.country
        is_weak = _is_origin(text, span, starts) or (
            is_town
            and not _is_scene(text, span, found[-1] if found else None, is_capital="capital" in entry.flags)
        )
        found.append(CountryHit(span, code, is_weak))
    taken.update(offset for hit in found for offset in range(hit.span.start, hit.span.end))
    more = [hit for hit in chain(_towns(text), _leaders(text)) if hit.span.start not in taken]
    return sorted(found + more, key=lambda hit: hit.span) if more else found


def _is_other_word(text: str, span: Span, word: str) -> bool:
    """Tell "US" in a shouted headline, an address, and a money or a dish called after a country."""
    before = text[max(0, span.start - 2) : span.start]
    if (
        word == "US"
        and re.match(r"\s[A-Z]{2,}\b", text[span.end : span.end + 5])
        and re.search(r"[A-Z]{2}\s$", text[max(0, span.start - 3) : span.start])
    ):
        return True
    if before.endswith("@") or text[span.end : span.end + 1] in ("@", "$"):
        return True
    return bool(_pattern("no_country").match(text, span.end))


def _is_origin(text: str, span: Span, company_starts: set[int]) -> bool:
    """Tell whether the word only says where a company comes from."""
    if _APPOSITION.search(text[max(0, span.start - 30) : span.start]):
        return True
    directly = _DIRECTLY_BEFORE_NAME.match(text, span.end)
    if directly and directly.end() in company_starts:
        return True
    tail = _ORIGIN_AFTER.match(text, span.end)
    if tail is None or re.search(r"\b(?:in|of|to|from)\b", tail.group()):
        return False
    return not _pattern("of_the_state").search(tail.group())


def _is_scene(text: str, span: Span, last: CountryHit | None, *, is_capital: bool) -> bool:
    """Tell whether a city is a scene or acts: "in Moscow", "a Lagos court", "Beijing said"."""
    before = text[max(0, span.start - _NEAR) : span.start]
    if _pattern("no_city_before").search(before):
        return False
    if _pattern("city_has").match(text, span.end):
        return True
    if _NAME_AFTER.match(text, span.end):  # "Paris Hilton", "Austin Powers"
        return False
    if _pattern("city_before").search(before):
        return True
    if last is not None and not last.is_weak and _BESIDE.fullmatch(text, last.span.end, span.start):
        return True
    return (
        is_capital and not _NAME_BEFORE.search(before) and bool(_pattern("capital_acts").match(text, span.end))
    )


def _state_after(text: str, end: int) -> str | None:
    """Give the country of the state that stands after a city: "London, Ontario", "Cambridge, Mass."."""
    comma = _AFTER_COMMA.match(text, end)
    if comma is None:
        return None
    for code, pattern in _states().items():
        if pattern.match(text, comma.end()):
            return code
    words = re.match(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?", text[comma.end() : comma.end() + 40])
    tried = (words.group(), words.group().split()[0]) if words else ()
    return next((found for name in tried if (found := code_of(name)) is not None), None)


@cache
def _states() -> dict[str, re.Pattern[str]]:
    return {code: re.compile(pattern) for code, pattern in _section("states").items()}


@cache
def _unknown_town() -> dict[str, re.Pattern[str]]:
    return {
        code: re.compile(rf"\b[A-Z][a-z]+(?: [A-Z][a-z]+)?, {pattern}")
        for code, pattern in _section("states").items()
    }


def _towns(text: str) -> list[CountryHit]:
    """Give the places that only their state's name places: "Peoria, Ill."."""
    return [
        CountryHit(
            Span(match.start(), match.end()),
            code,
            is_weak=not _pattern("city_before").search(text[max(0, match.start() - _NEAR) : match.start()])
            or bool(_APPOSITION.search(text[max(0, match.start() - _NEAR) : match.start()])),
        )
        for code, pattern in _unknown_town().items()
        for match in pattern.finditer(text)
    ]


@cache
def _offices() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    leaders = dict(_section("leaders"))
    office = re.compile(rf"\b{leaders.pop('office')}\s+(?=[A-Z])")
    return office, {code: re.compile(rf"(?:{pattern})\b") for code, pattern in leaders.items()}


def _leaders(text: str) -> list[CountryHit]:
    """Give the countries for which a head of state or of government acts: "President Obama"."""
    office, leaders = _offices()
    found = []
    for match in office.finditer(text):
        for code, pattern in leaders.items():
            if name := pattern.match(text, match.end()):
                found.append(CountryHit(Span(match.start(), name.end()), code))
                break
    return found
