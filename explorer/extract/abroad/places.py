"""Countries in other languages: their names, peoples and cities, and which of them an event is in.

What only says where a company comes from ("der chinesische Konzern") is no country of an event.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from explorer.extract import lexicon
from explorer.extract.abroad.pattern import Finder, any_of
from explorer.extract.abroad.words import Tongue, tongue
from explorer.extract.records import Candidate, CountryHit, Found, inside
from explorer.model.mention import Party, PartyType, Span

_LAW = ("ban", "reinstatement", "settlement", "legal")
_REACH = 500  # letters back in which the country of a law case was told
_CITIES = 4  # field of countries.tsv
_SHORTEST_CITY = 5  # letters of a city that English lends
_OTHER_LETTERS = ("zh", "ja", "ko", "th", "ru", "uk", "bg", "el", "ar", "he", "fa")
_SHORTEST = 4  # letters of a stem to which endings may be added
_FROM = "aus|von|de|du|del|da|do|della|asal|dari|uit|från|из|z|ze|của"  # "der Konzern aus China"
_FROM_BEHIND = re.compile(r"\s(?:aus(?: der| den| dem)?|asal|dari|из)\s\Z")
_ADJACENT = (re.compile(r"[\s-]+"), re.compile(r"\s[A-ZÄÖÜ][\wäöüß-]+\s(?:der\s|des\s)?"))
_ENDED = ("ru", "uk", "pl", "cs", "fi", "hu", "tr", "el", "ro", "bg")  # languages that inflect names
_GENITIVE = ("de", "sv", "da", "no", "nl")  # languages that add an s
_VOWELS = "aeiouyаеёиоуыэюяьйіїαεηιουωύίόάέή"


@dataclass(frozen=True, slots=True)
class _Named:
    name: str
    country: str
    is_city: bool = False
    is_name: bool = True  # not the word for a people


def find(text: str, companies: Sequence[Span], amounts: Sequence[Span], code: str) -> list[CountryHit]:
    """Find the countries meant in a text, cities as weak hits; a company's name and "US-Dollar" hold none."""
    starts = {span.start for span in companies}
    ends = {span.end for span in companies}
    taken = {offset for span in (*companies, *amounts) for offset in range(span.start, span.end)}
    hits: dict[Span, CountryHit] = {}
    for hit in _finder(code).find(text, Span(0, len(text))):
        named = hit.value
        word = text[hit.span.start : hit.span.end]
        is_other = tongue(code).has_capitals and named.is_name and not _is_written_so(word, named.name)
        if is_other or hit.span.start in taken:
            continue
        if not _is_origin(text, hit.span, (starts, ends), code, is_people=not named.is_name):
            hits.setdefault(hit.span, CountryHit(hit.span, named.country, named.is_city))
    return list(hits.values())


def _is_written_so(word: str, name: str) -> bool:
    """Tell whether a word has the capitals of a name: "as" is no "AS"."""
    return word.isupper() or (word[0].isupper() and not name.isupper())


def is_place(name: str, code: str) -> bool:
    """Tell whether a name is that of a country, a people or a city."""
    return any(hit.span == (0, len(name)) for hit in _finder(code).find(name, Span(0, len(name))))


def of(candidate: Candidate, found: Found, parties: Sequence[Party], kind: str) -> tuple[str, ...]:
    """Give the countries of a candidate as ISO 3166 codes, in the order in which they are named."""
    hits = inside(found.countries, candidate.span)
    agencies = [
        (hit.span.start, hit.country)
        for hit in inside(found.names, candidate.span)
        if hit.country and hit.type is not PartyType.COMPANY and not hit.is_source
    ]
    placed = [(hit.span.start, hit.code) for hit in hits if not hit.is_weak] + agencies
    placed = placed or [(hit.span.start, hit.code) for hit in hits]
    if not placed and kind in _LAW:
        floor = candidate.span.start - _REACH
        before = [h for h in found.countries if floor <= h.span.start < candidate.span.start and not h.is_weak]
        placed = [(hit.span.start, hit.code) for hit in before[-1:]]
    return tuple(dict.fromkeys(code for _, code in sorted(placed)))


def _is_origin(text: str, span: Span, beside: tuple[set[int], set[int]], code: str, *, is_people: bool) -> bool:
    before, after = _origins(code)
    starts, ends = beside
    if is_people and any(match.end() in starts for match in _towards(text, span.end)):
        return True
    from_there = _FROM_BEHIND.search(text[max(0, span.start - 12) : span.start])
    if from_there is not None and span.start - len(from_there.group()) in ends:
        return True  # "Ophir asal Inggris"
    if not tongue(code).is_spaced and span.end + (text[span.end : span.end + 1] in ("の", "的")) in starts:
        return True  # "フランスのルノー"
    is_behind = is_people or text[span.end : span.end + 1] == "-" or not tongue(code).is_spaced
    if is_behind and after is not None and after.match(text, span.end):
        return True
    return before is not None and bool(before.search(text[max(0, span.start - 40) : span.start]))


def _towards(text: str, end: int) -> list[re.Match[str]]:
    """Give the ways from a word of origin to a company: "die spanische Iberia", "polnischen Eigner der LOT"."""
    found = (pattern.match(text, end) for pattern in _ADJACENT)
    return [match for match in found if match is not None]


@cache
def _origins(code: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """Give what stands before and behind a word that tells a company's origin."""
    words = tongue(code)
    nouns = any_of(words.patterns("companies", "nouns"), is_spaced=words.is_spaced)
    if nouns is None:
        return None, None
    if not words.is_spaced:
        done = "|".join(words.event_words()) or "(?!)"
        return None, re.compile(rf"(?:的)?(?:(?!{done})[^，。；、\s]){{0,4}}?(?:{nouns.pattern})")
    return (
        re.compile(rf"(?:{nouns.pattern})(?:\s(?:{_FROM}))?\s$", re.IGNORECASE),
        re.compile(rf"(?:-|\s)(?:\w+\s)?(?<!\w)(?:{nouns.pattern})", re.IGNORECASE),
    )


@cache
def _finder(code: str) -> Finder[_Named]:
    words = tongue(code)
    return Finder(_named(words), is_spaced=words.is_spaced)


def _named(words: Tongue) -> Iterator[tuple[str, _Named]]:
    """Give the patterns of all names, the longest first: of two at one place the first counts."""
    shared = {**words.common["countries"], **words.section("countries")}
    named = [_Named(str(name), str(code)) for name, code in shared.items()]
    cities = {**_english_cities(words), **words.section("cities")}
    named += [_Named(str(name), str(code), is_city=True) for name, code in cities.items()]
    for one in sorted(named, key=lambda one: -len(one.name)):
        yield _inflected(one.name, words), one
    for forms, code in words.section("peoples").items():
        yield str(forms), _Named(str(forms), str(code), is_name=False)


def _english_cities(words: Tongue) -> dict[str, str]:
    """Give the cities that English knows, for languages of the same letters: most are written alike."""
    if words.code in _OTHER_LETTERS:
        return {}
    known = words.section("countries")
    return {
        city: row[0]
        for row in lexicon.rows("countries.tsv")
        if len(row) > _CITIES
        for city in row[_CITIES].split("|")
        if len(city) >= _SHORTEST_CITY and city not in known
    }


def _inflected(name: str, words: Tongue) -> str:
    """Let a name of one word take endings, in languages that add them."""
    if words.code in _GENITIVE and name.isalpha():
        return f"{name}|{name}s"
    if words.code == "ko":
        return f"{name}*" if " " not in name else name
    if words.code not in _ENDED or not name.isalpha() or name.isupper():
        return name
    stem = name[:-1] if name[-1].lower() in _VOWELS else name
    return f"{stem}*" if len(stem) >= _SHORTEST else name
