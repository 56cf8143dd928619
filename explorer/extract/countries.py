"""Countries: names, demonyms, cities, states, houses of state, and what only looks like them; found once in a text.

It must not know companies beyond their places and the words that mark a company's origin ("the Chinese video
company"), which is no country of an event.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from explorer.extract import origins, towns
from explorer.extract.lexicon import rows, table
from explorer.extract.origins import Noun
from explorer.extract.records import CountryHit
from explorer.model.mention import Span

_NEAR = 60  # characters in which the words before a name are looked at
_AROUND = 200  # characters in which other places tell which of two a name means
_RUN = re.compile(r"[A-ZÀ-ÖØ-ÞĆČİŁŚŞŠŻŽ](?<![\w@#.].)[^\W\d_]*")  # the first letter before what stands before it: so it is fast
_BESIDE = re.compile(r"(?:,|,? and|,? or)\s(?:the\s)?")
_COORDINATES = re.compile(r",? (?:and|or) |, ")
_NAME_AFTER = re.compile(
    r"\s(?!(?:On|In|And|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|"
    r"September|October|November|December)\b)([A-Z][a-z]+)"
)
_NAME_BEFORE = re.compile(r"\b([A-Z][\w.'’-]*[a-z.])\s$")
_NAME_OF = re.compile(r"\b[A-Z][\w&.’-]* ([A-Z][\w&.-]*) of $")
_FROM = re.compile(r"([\w-]+) from $")
_TOWN_BEFORE = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?, $")
_ARTICLES = (" a ", " an ", " the ", "A ", "An ", "The ")
_WHERE = (" in ", "In ", " near ", "Near ", " outside ", "Outside ", " around ", " off ")
_WHITHER = (" to ", " from ", " into ", " at ", "At ", "From ")
_LAST_LETTERS = frozenset(word[-2] for word in (*_ARTICLES, *_WHERE, *_WHITHER))
_ENGLISH = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})  # where towns are called as persons are


class _Place(NamedTuple):
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
def _entries() -> tuple[tuple[str, _Place], ...]:
    entries = []
    for fields in rows("countries.tsv"):
        code, name, others, demonyms, cities, houses, regions, exchanges = [*fields, *[""] * 8][:8]
        capital, _, further = cities.partition("|")
        lists = (f"{name}|{others}", demonyms, capital, further, houses, regions, exchanges)
        for group, listed in zip(_GROUPS, lists, strict=True):
            entries += [(known, _Place(code, group)) for known in listed.split("|") if known]
    return (*entries, *((name, _Place(code, "wide")) for name, code in _section("wide").items()))


@cache
def known() -> frozenset[str]:
    """Give all words that name a country, its people or a place in it."""
    return frozenset(name for name, place in _entries() if place.group not in _CONDITIONAL)


def code_of(name: str) -> str | None:
    """Give the country that a name means by itself, whatever its letters' case."""
    return _codes().get(name.casefold())


def code_of_dateline(place: str, rest: str) -> str | None:
    """Give the country of a dateline, which writes the place in capitals and may add a state or a country."""
    state = _state_tails().match(f", {rest}")
    return state.lastgroup if state else code_of(rest) or code_of(place) or towns.code_of(place.title())


@cache
def _codes() -> dict[str, str]:
    return {name.casefold(): place.code for name, place in reversed(_entries()) if place.group != "exchange"}


@cache
def names_by_code() -> dict[str, str]:
    """Give the English name of each code, for titles."""
    short = {"US": "US", "GB": "UK", "AE": "UAE", "EU": "EU"}
    return {fields[0]: short.get(fields[0], fields[1]) for fields in rows("countries.tsv")}


@cache
def _by_run() -> dict[str, list[tuple[str, _Place]]]:
    """Give the names by their first run of letters, the longest first."""
    found: dict[str, list[tuple[str, _Place]]] = {}
    for name, place in _entries():
        if match := _RUN.match(name):
            found.setdefault(match.group(), []).append((name, place))
    for bucket in found.values():
        bucket.sort(key=lambda pair: -len(pair[0]))
    return found


def _match(text: str, start: int, names: Sequence[tuple[str, _Place]]) -> tuple[Span, _Place] | None:
    """Give the longest of some names that stands at a place as words of its own."""
    for name, place in names:
        end = start + len(name)
        if text.startswith(name, start) and not (text[end : end + 1].isalnum() or text[end : end + 1] == "_"):
            return Span(start, end), place
    return None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(str(table("countries.toml")[name]))


@cache
def _section(name: str) -> dict[str, str]:
    section = table("countries.toml")[name]
    assert isinstance(section, dict)
    return {key: str(value) for key, value in section.items()}


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(str(table("countries.toml")[name]).split())


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


def find(text: str, companies: Sequence[Span]) -> list[CountryHit]:
    """Find the countries meant in a text, in order; words inside a company's name are none."""
    finder = _Finder(text, companies)
    found = finder.found()
    more = list(chain(_stated_towns(text), _leaders(text), _in_small_letters(text)))
    if more:
        ends = {offset for hit in found for offset in range(hit.span.start, hit.span.end)}
        found = sorted(found + [hit for hit in more if hit.span.start not in ends], key=lambda hit: hit.span)
    return found


class _Finder:
    """Reads a text from name to name; the hit before helps to judge the next."""

    def __init__(self, text: str, companies: Sequence[Span]) -> None:
        self.text = text
        self._companies = sorted(companies)
        self._starts = [span.start for span in self._companies]
        self._ends = {span.end for span in companies}

    def found(self) -> list[CountryHit]:
        """Give the hits in order."""
        text, by_run = self.text, _by_run()
        hits: list[CountryHit] = []
        open_at: list[int] = []  # the hits that are adjectives without a noun
        done = 0
        for match in _RUN.finditer(text):
            start = match.start()
            if start < done:
                continue
            names = by_run.get(match.group())
            named = _match(text, start, names) if names else None
            if named is None:
                hit = self._town(start) if text[start - 2 : start - 1] in _LAST_LETTERS else None
            elif named[1].group == "exchange":
                hit = self._exchange(*named)
            elif self._is_taken(start):
                continue
            else:
                done = named[0].end
                hit = self._judged(*named, hits, open_at)
            if hit is not None:
                done = hit.span.end
                hits.append(hit)
        return _closed(text, hits, open_at)

    def _is_taken(self, start: int) -> bool:
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and start < self._companies[at].end

    def _judged(
        self, span: Span, place: _Place, hits: Sequence[CountryHit], open_at: list[int]
    ) -> CountryHit | None:
        text, word = self.text, self.text[span.start : span.end]
        guard = _guards().get(word)
        if (guard is not None and guard.refuses(text, span)) or _is_other_word(text, span, word):
            return None
        before = text[max(0, span.start - _NEAR) : span.start]
        noun = origins.noun_after(text, span, is_adjective=place.group in ("demonym", "wide"))
        if _is_person(text, span, word, before, noun):
            return None
        if noun is Noun.OPEN and not word.endswith("s"):
            open_at.append(len(hits))
        if place.group == "wide" and (noun is not Noun.AUTHORITY or _pattern("no_union").match(text, span.end)):
            return None
        code = _state_after(text, span.end, place) or _meant(text, span, word) or place.code
        is_weak = self._is_origin(span, before, noun, place)
        if place.is_town and not is_weak:
            is_weak = not _is_scene(text, span, before, place, noun, hits[-1] if hits else None)
            code = _seat(text, span, word, code)
        return CountryHit(span, code, is_weak)

    def _is_origin(self, span: Span, before: str, noun: Noun, place: _Place) -> bool:
        """Tell whether a name only says where a company or a person comes from, or is only compared."""
        if place.group == "house":
            return False
        if noun.is_origin or _pattern("based_in").search(before):
            return True
        if any(before.endswith(mark) and span.start - len(mark) in self._ends for mark in (" of ", " (")):
            return True
        sender = _FROM.search(before)
        if sender and origins.noun_of(sender[1]).is_origin:
            return True
        owned = _NAME_OF.search(before)
        if owned and not origins.noun_of(owned[1]).is_of_the_state and owned[1] not in _set("heads_of"):
            return True
        if not place.is_town and _pattern("compared").search(before):
            return True
        if noun.is_of_the_state:
            return False
        name = re.compile(r"(?:['’]s)?\s+").match(self.text, span.end)
        return name is not None and name.end() in self._starts

    def _exchange(self, span: Span, place: _Place) -> CountryHit | None:
        """Give an exchange that acts, or on which a company is listed; one that only quotes is none."""
        before = self.text[max(0, span.start - _NEAR) : span.start]
        acts = _pattern("capital_acts").match(self.text, span.end)
        lists = _pattern("listing").search(before)
        return CountryHit(span, place.code) if acts or lists else None

    def _town(self, start: int) -> CountryHit | None:
        """Give a town of the world where a scene is to be expected."""
        text = self.text
        before = text[max(0, start - 9) : start]
        is_where, is_whither = before.endswith(_WHERE), before.endswith(_WHITHER)
        if not (is_where or is_whither or before.endswith(_ARTICLES)) or self._is_taken(start):
            return None
        found = towns.at(text, start)
        if found is None:
            return None
        span, code = Span(start, found[0]), found[1]
        noun = origins.noun_after(text, span, is_adjective=False)
        if not noun.is_of_the_state:
            is_expected = is_where or (is_whither and code not in _ENGLISH)
            if not is_expected or noun.is_origin or _NAME_AFTER.match(text, span.end):
                return None
            if _pattern("based_in").search(text[max(0, start - _NEAR) : start]):
                return None
        return CountryHit(span, _state_after(text, span.end, _Place(code, "city")) or code)


def _closed(text: str, hits: list[CountryHit], open_at: Sequence[int]) -> list[CountryHit]:
    """Judge the adjectives without a noun by what they are coordinated with: "French and German courts"."""
    for at in reversed(open_at):
        one = hits[at]
        following = hits[at + 1] if at + 1 < len(hits) else None
        if following is not None and _COORDINATES.fullmatch(text, one.span.end, following.span.start):
            is_weak = following.is_weak
        else:
            is_weak = not text[max(0, one.span.start - 4) : one.span.start].lower().endswith("the ")
        hits[at] = CountryHit(one.span, one.code, is_weak or one.is_weak)
    return hits


def _is_other_word(text: str, span: Span, word: str) -> bool:
    """Tell "US" in a shouted headline, an address, and a money or a dish called after a country."""
    if (
        word == "US"
        and re.match(r"\s[A-Z]{2,}\b", text[span.end : span.end + 5])
        and re.search(r"[A-Z]{2}\s$", text[max(0, span.start - 3) : span.start])
    ):
        return True
    if text[span.end : span.end + 1] in ("@", "$"):
        return True
    return bool(_pattern("no_country").match(text, span.end) or _pattern("firm_name").match(text, span.end))


def _is_person(text: str, span: Span, word: str, before: str, noun: Noun) -> bool:
    """Tell a person called as a place: "Jordan Peterson", "Jack London"."""
    if word in _set("first_names") and not noun.is_of_the_state:
        after = _NAME_AFTER.match(text, span.end)
        if after and not origins.noun_of(after[1]).is_of_the_state and after[1] not in known():
            return True
    if word not in _set("last_names"):
        return False
    given = _NAME_BEFORE.search(before)
    return given is not None and given[1].lower() not in _openers() and given[1] not in known()


@cache
def _openers() -> frozenset[str]:
    """Give the words that may stand with a capital before a place."""
    cues = table("cues.toml")
    return frozenset(f"{cues['common']} {cues['before_names']} {table('countries.toml')['before_places']}".split())


def _is_scene(
    text: str, span: Span, before: str, place: _Place, noun: Noun, last: CountryHit | None
) -> bool:
    """Tell whether a town or a state is a scene or acts: "in Moscow", "a Lagos court", "Beijing said"."""
    if _pattern("no_city_before").search(before):
        return False
    if noun.is_of_the_state:
        return True
    if _NAME_AFTER.match(text, span.end):  # "Paris Hilton", "Austin Powers"
        return False
    if last is not None and text[last.span.end : span.start] == ", " and place.group == "region":
        return not last.is_weak
    if _pattern("city_before").search(_TOWN_BEFORE.sub("", before)):
        return True
    if last is not None and not last.is_weak and _BESIDE.fullmatch(text, last.span.end, span.start):
        return True
    if _NAME_BEFORE.search(before):
        return False
    acts = "capital_acts" if place.group in ("capital", "region") else "city_acts"
    return bool(_pattern(acts).match(text, span.end))


def _seat(text: str, span: Span, word: str, code: str) -> str:
    """Give the country of a seat where it is a scene and not the union that acts from there: Brussels."""
    home = _section("seats").get(word)
    if home is None or not _pattern("seat_scene").search(text[max(0, span.start - 30) : span.start]):
        return code
    return code if _pattern("union").search(text, max(0, span.start - _AROUND), span.end + _AROUND) else home


def _meant(text: str, span: Span, word: str) -> str | None:
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


def _state_after(text: str, end: int, place: _Place) -> str | None:
    """Give the country of the state that stands after a town: "London, Ontario", "Peru, Illinois"."""
    if not text.startswith(", ", end):
        return None
    tail = _state_tails().match(text, end)
    if tail:
        return tail.lastgroup
    named = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?").match(text, end + 2)
    if named is None:
        return None
    if place.is_town:
        tried = (named.group(), named.group().split()[0])
        return next((code for name in tried if (code := code_of(name)) is not None), None)
    is_state = _region_codes().get(named.group())
    return is_state if is_state and not re.compile(r",? (?:and|or)\b").match(text, named.end()) else None


@cache
def _region_codes() -> dict[str, str]:
    return {name: place.code for name, place in _entries() if place.group == "region"}


@cache
def _state_tails() -> re.Pattern[str]:
    """Give the pattern of a state behind a town as news abbreviate it; the group is the country."""
    return re.compile(", (?:" + "|".join(f"(?P<{code}>{states})" for code, states in _section("states").items()) + ")")


@cache
def _small() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    return tuple(
        (name, re.compile(rf"\b{re.escape(name)}\b"), place.code) for name, place in _entries() if name[0].islower()
    )


def _in_small_letters(text: str) -> Iterator[CountryHit]:
    """Give the few names that have no capital: "eurozone"."""
    for name, pattern, code in _small():
        if name in text:
            yield from (CountryHit(Span(*match.span()), code) for match in pattern.finditer(text))


_TOWN = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)?$")


def _stated_towns(text: str) -> Iterator[CountryHit]:
    """Give the places that only their state's name places: "Peoria, Ill."."""
    for match in _state_tails().finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        town = _TOWN.search(before)
        code = match.lastgroup
        if town is not None and code is not None:
            lead = before[: town.start()]
            is_scene = _pattern("city_before").search(lead) and not _pattern("based_in").search(lead)
            yield CountryHit(Span(match.start() - len(town.group()), match.end()), code, is_weak=not is_scene)


@cache
def _offices() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    leaders = dict(_section("leaders"))
    office = re.compile(rf"\b{leaders.pop('office')}\s+(?=[A-Z])")
    return office, {code: re.compile(rf"(?:{pattern})\b") for code, pattern in leaders.items()}


def _leaders(text: str) -> Iterator[CountryHit]:
    """Give the countries for which a head of state or of government acts: "President Obama"."""
    office, leaders = _offices()
    for match in office.finditer(text):
        for code, pattern in leaders.items():
            if name := pattern.match(text, match.end()):
                yield CountryHit(Span(match.start(), name.end()), code)
                break
