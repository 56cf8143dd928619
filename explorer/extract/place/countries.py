"""Countries: names, peoples, cities, states, houses of state, and what only looks like them; found in a text.

It must not know companies beyond their places and the words that mark a company's origin ("the Chinese video
company"), which is no country of an event. What others ask of the gazetteer is passed on.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from explorer.extract.place import gazetteer, origins, scenes, towns
from explorer.extract.place.gazetteer import Place, code_of, code_of_dateline, known, names_by_code, pattern
from explorer.extract.place.origins import Noun
from explorer.extract.records import CountryHit
from explorer.model.mention import Span

__all__ = ["code_of", "code_of_dateline", "find", "known", "names_by_code"]

_COORDINATES = re.compile(r",? (?:and|or) |, ")
_NAME_OF = re.compile(r"\b[A-Z][\w&.’-]* ([A-Z][\w&.-]*) of $")
_FROM = re.compile(r"\b(?:(?P<who>[\w-]+) from|(?P<investor>investors?) in) $")
# "Adler, a glove salesman from Lodz"
_DESCRIBED = re.compile(r",\san?\s(?:[\w-]+\s){1,2}(?:(?P<who>[\w-]+)\s)?(?:from|in)\s$")
_ARTICLES = (" a ", " an ", " the ", "A ", "An ", "The ")
_WHERE = (" in ", "In ", " near ", "Near ", " outside ", "Outside ", " around ", " off ")
_WHITHER = (" to ", " from ", " into ", " at ", "At ", "From ")
_BEFORE_TOWNS = (*_ARTICLES, *_WHERE, *_WHITHER)
_LAST_LETTERS = frozenset(word[-2] for word in _BEFORE_TOWNS)
_BASED = frozenset(("in", "at", "near", "outside"))
_BASED_STEMS = (  # one of which "based_in" needs
    *("ased", "eadquartered", "egistered", "ncorporated", "omiciled", "ducated", "aised", "ooted", "grew up"),
    *("live", "living", "studied", "trained", "resident", "isted", "ounded", "orn", "stablished"),
)
_COMPARED_STEMS = (  # one of which "compared" needs
    *("ompar", "ontrast", "elative", "han ", "nlike", "ersus", "vs", "pposed", "xcept", "xcluding", "utside"),
    "verywhere",
)
_ENGLISH = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})  # where towns are called as persons are

_OWNER = re.compile(r"(?:['’]s)?\s+")


def find(text: str, companies: Sequence[Span]) -> list[CountryHit]:
    """Find the countries meant in a text, in order; words inside a company's name are none."""
    finder = _Finder(text, companies)
    found = finder.found()
    more = list(chain(_stated_towns(text), _leaders(text), _in_small_letters(text)))
    if more:
        ends = {offset for hit in found for offset in range(hit.span.start, hit.span.end)}
        found = sorted(found + [hit for hit in more if hit.span.start not in ends], key=lambda hit: hit.span)
    return found


def _is_compared(before: str) -> bool:
    """Tell whether the words before a place say that it is only compared; most have no word for it."""
    return any(map(before.__contains__, _COMPARED_STEMS)) and pattern("compared").search(before) is not None


def of_title(title: str, firms: Iterable[str]) -> tuple[str, ...]:
    """Give the countries that act or are a scene in a title, in order; words inside a firm's name are none."""
    starts = ((title.find(firm), firm) for firm in firms)
    spans = [Span(at, at + len(firm)) for at, firm in starts if at >= 0]
    return tuple(dict.fromkeys(hit.code for hit in find(title, spans) if not hit.is_weak)) if title else ()


def _is_based(before: str) -> bool:
    """Tell whether the words before a place say that somebody is based there; most have no word for it."""
    if _BASED.isdisjoint(before.split()) or not any(stem in before for stem in _BASED_STEMS):
        return False
    return pattern("based_in").search(before) is not None


class _Finder:
    """Reads a text from name to name; the hit before helps to judge the next."""

    def __init__(self, text: str, companies: Sequence[Span]) -> None:
        self.text = text
        self._companies = sorted(companies)
        self._starts = [span.start for span in self._companies]
        self._ends = {span.end for span in companies}
        self._people: set[str] = set()  # names of places that were shown to be persons

    def found(self) -> list[CountryHit]:
        """Give the hits in order."""
        text, by_run = self.text, gazetteer.by_run()
        hits: list[CountryHit] = []
        open_at: list[int] = []  # the hits that are adjectives without a noun
        done = 0
        for match in gazetteer.RUN.finditer(text):
            start = match.start()
            if start < done:
                continue
            names = by_run.get(match.group())
            named = gazetteer.match_at(text, start, names) if names else None
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

    def _is_only_called(self, town: Span) -> bool:
        """Tell whether a company's name is a town's and no more, where nobody speaks of a stake in it."""
        company = self._companies[bisect_right(self._starts, town.start) - 1]
        before = self.text[max(0, town.start - scenes.NEAR) : town.start]
        return company == town and not pattern("stake_in").search(before)

    def _judged(
        self, span: Span, place: Place, hits: Sequence[CountryHit], open_at: list[int]
    ) -> CountryHit | None:
        text, word = self.text, self.text[span.start : span.end]
        if scenes.is_other_word(text, span, word):
            return None
        before = text[max(0, span.start - scenes.NEAR) : span.start]
        is_adjective = place.group in ("demonym", "wide")
        noun = origins.noun_after(text, span, is_adjective=is_adjective)
        if scenes.is_person(text, span, word, before, noun):
            self._people.add(word)
            return None
        if word in self._people and not pattern("seat_scene").search(before):
            return None
        if noun is Noun.OPEN and place.group == "demonym" and not word.endswith("s"):
            open_at.append(len(hits))
        if place.group == "wide" and (noun is not Noun.AUTHORITY or pattern("no_union").match(text, span.end)):
            return None
        code = gazetteer.state_after(text, span.end, place) or scenes.second_of(text, span, word) or place.code
        is_weak = self._is_origin(span, before, noun, place)
        if place.is_town and not is_weak:
            is_weak = not scenes.is_scene(text, span, before, place, noun, hits[-1] if hits else None)
            code = scenes.seat_of(text, span, word, code)
        return CountryHit(span, code, is_weak)

    def _is_origin(self, span: Span, before: str, noun: Noun, place: Place) -> bool:
        """Tell whether a name only says where a company or a person comes from, or is only compared."""
        if place.group == "house":
            return False
        if noun.is_origin or _is_based(before):
            return True
        if before.endswith((" of ", "(", "-")) and pattern("firm_before").search(before):
            return True
        if before.endswith((" of ", " (")) and span.start - (2 if before[-1] == "(" else 4) in self._ends:
            return True
        if before.endswith((" from ", " in ")) and _DESCRIBED.search(before):
            return True
        sender = _FROM.search(before) if before.endswith(("from ", "in ")) else None
        if sender and (sender["investor"] or origins.noun_of(sender["who"]).is_origin):
            return True
        owned = _NAME_OF.search(before) if before.endswith(" of ") else None
        if (
            owned
            and not origins.noun_of(owned[1]).is_of_the_state
            and owned[1] not in gazetteer.words("heads_of")
        ):
            return True
        if not place.is_town and _is_compared(before):
            return True
        if noun.is_of_the_state:
            return False
        name = _OWNER.match(self.text, span.end)
        return name is not None and name.end() in self._starts

    def _exchange(self, span: Span, place: Place) -> CountryHit | None:
        """Give an exchange that acts, or on which a company is listed; one that only quotes is none."""
        before = self.text[max(0, span.start - scenes.NEAR) : span.start]
        acts = pattern("capital_acts").match(self.text, span.end)
        lists = pattern("listing").search(before)
        return CountryHit(span, place.code) if acts or lists else None

    def _town(self, start: int) -> CountryHit | None:
        """Give a town of the world where a scene is to be expected."""
        text = self.text
        before = text[max(0, start - 9) : start]
        found = towns.at(text, start) if before.endswith(_BEFORE_TOWNS) else None
        if found is None:
            return None
        is_where, is_whither = before.endswith(_WHERE), before.endswith(_WHITHER)
        span, code = Span(start, found[0]), found[1]
        if self._is_taken(start) and not (is_where and self._is_only_called(span)):
            return None
        noun = origins.noun_after(text, span, is_adjective=False)
        if not noun.is_of_the_state:
            before = text[max(0, start - scenes.NEAR) : start]
            is_going = is_whither and (code not in _ENGLISH or pattern("goes_to").search(before))
            if not (is_where or is_going) or noun.is_origin or scenes.NAME_AFTER.match(text, span.end):
                return None
            if _is_based(before):
                return None
        return CountryHit(span, gazetteer.state_after(text, span.end, Place(code, "city")) or code)


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


@cache
def _small() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    return tuple(
        (name, re.compile(rf"\b{re.escape(name)}\b"), place.code)
        for name, place in gazetteer.entries()
        if name[0].islower()
    )


def _in_small_letters(text: str) -> Iterator[CountryHit]:
    """Give the few names that have no capital: "eurozone"."""
    for name, form, code in _small():
        if name in text:
            yield from (CountryHit(Span(*match.span()), code) for match in form.finditer(text))


_TOWN = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)?$")


def _stated_towns(text: str) -> Iterator[CountryHit]:
    """Give the places that only their state's name places: "Peoria, Ill."."""
    for match in gazetteer.state_tails().finditer(text):
        before = text[max(0, match.start() - scenes.NEAR) : match.start()]
        town = _TOWN.search(before)
        code = match.lastgroup
        if town is not None and code is not None:
            lead = before[: town.start()]
            is_scene = pattern("city_before").search(lead) and not _is_based(lead)
            yield CountryHit(Span(match.start() - len(town.group()), match.end()), code, is_weak=not is_scene)


@cache
def _offices() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    leaders = dict(gazetteer.section("leaders"))
    office = re.compile(rf"{leaders.pop('office')}\s+(?=[A-Z])")
    return office, {code: re.compile(rf"(?:{leader})\b") for code, leader in leaders.items()}


def _leaders(text: str) -> Iterator[CountryHit]:
    """Give the countries for which a head of state or of government acts: "President Obama"."""
    office, leaders = _offices()
    for match in office.finditer(text):
        if match.start() and text[match.start() - 1].isalnum():  # part of a word
            continue
        for code, leader in leaders.items():
            if name := leader.match(text, match.end()):
                yield CountryHit(Span(match.start(), name.end()), code)
                break
