"""Parties in other languages: known names, and companies that cues show; a name found once counts everywhere.

It must not know events.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from explorer.extract import lexicon
from explorer.extract.abroad import fresh, wide
from explorer.extract.abroad.fresh import CAPITAL
from explorer.extract.abroad.pattern import Finder, any_of
from explorer.extract.abroad.words import ATTACHED, WIDE, Tongue, tongue
from explorer.extract.records import NameHit
from explorer.model.mention import PartyType, Span

_WIDE = re.compile(f"[{WIDE}]")
_ATTACHED = re.compile(f"[{ATTACHED}]")
_ELIDED = re.compile(r"(?<!\w)(?:[cdjlmnst]|qu|(?:[dns]e|a|da|su)ll)['’](?=[A-ZÀ-Þ])")  # "d'Airbus", "dell'Eni"
_HEADS = ("", ".", "!", "?", ":", "\n", "。", "！", "？")
_SHORTEST = 3  # letters of a name that stands without a cue
_Known = tuple[str, str, PartyType, str]  # as written, canonical name, type, country


def find(text: str, code: str) -> list[NameHit]:
    """Find all names of parties in a text, in order, without overlaps."""
    words = tongue(code)
    cued = fresh.find(text, words) if words.is_spaced else wide.find(text, words)
    shown = {hit.name for hit, _ in cued}
    own = _own(code).find(text, Span(0, len(text)))  # before the gazetteers: "FCC" is a builder in Spanish
    meant = [hit for hit in own if hit.value[1] and _is_meant(text, hit.span, hit.value, words)]
    hits = [_hit(text, hit.span, hit.value, words) for hit in meant]
    hits += _known(text, words, shown)
    longer = [hit.span for hit, is_strong in cued if is_strong]
    hits = _without_parts(hits, longer, is_spaced=words.is_spaced)
    cued += [(hit, False) for hit in fresh.beside(text, _companies(hits), words)]
    known = {text[hit.span.start : hit.span.end] for hit in hits}
    names = dict.fromkeys(hit.name for hit, _ in cued)
    hits += [hit for name in names if name not in known for hit in _places(text, name, words)]
    return _apart(hits)


def _companies(hits: Iterable[NameHit]) -> list[NameHit]:
    return [hit for hit in hits if hit.type is PartyType.COMPANY]


def _without_parts(hits: list[NameHit], longer: list[Span], *, is_spaced: bool) -> list[NameHit]:
    """Leave out the known names that are only part of a longer one: "Azul" in "la aerolínea Costa Azul"."""
    return [hit for hit in hits if not any(_is_part(hit.span, span, is_spaced=is_spaced) for span in longer)]


def _is_part(span: Span, longer: Span, *, is_spaced: bool) -> bool:
    """Tell whether a name ends a longer one or, without spaces, begins it: "汇丰" in "汇丰电器"."""
    if is_spaced:
        return longer.start < span.start and span.end <= longer.end
    return longer.start <= span.start and span.end <= longer.end and span != longer


def _hit(text: str, span: Span, known: _Known, words: Tongue) -> NameHit:
    _, name, kind, country = known
    end = _with_form(text, span.end, words) if kind is PartyType.COMPANY else span.end
    return NameHit(Span(span.start, end), name, kind, country)


def _is_meant(text: str, span: Span, known: _Known, words: Tongue) -> bool:
    """Tell whether words have the capitals of a name, and are no ordinary word that opens a sentence."""
    word, written = text[span.start : span.end], known[0].partition("|")[0]
    if (written.isupper() and not word.isupper()) or (written[0].isupper() and not word[0].isupper()):
        return False
    return word.lower() not in words.words("companies", "ordinary") or not _opens(text, span.start)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


@cache
def _own(code: str) -> Finder[_Known]:
    """Give the names that the language has words of its own for; a name without a meaning is none: 高通胀."""
    words = tongue(code)
    return Finder(_own_names(words), is_spaced=words.is_spaced)


def _own_names(words: Tongue) -> Iterator[tuple[str, _Known]]:
    for written, told in words.section("agencies").items():
        name, kind, country = str(told).split("|")
        yield str(written), (str(written), name, PartyType(kind), country)
    for written, name in words.section("names").items():
        yield str(written), (str(written), str(name), PartyType.COMPANY, "")
    if not words.is_spaced:
        for written, entry in _wide_companies():
            yield written, (written, entry.name, PartyType.COMPANY, entry.country)


@cache
def _wide_companies() -> tuple[tuple[str, lexicon.Entry], ...]:
    by_name = {name: entry for span_text in lexicon.companies().known() for name, entry in _entry(span_text)}
    return tuple(by_name.items())


def _entry(name: str) -> Iterator[tuple[str, lexicon.Entry]]:
    if _WIDE.match(name):
        yield from ((name, entry) for _, entry in lexicon.companies().find(name))


def _known(text: str, words: Tongue, shown: set[str]) -> Iterator[NameHit]:
    """Give the names of the gazetteers; letters that need no space are no part of them."""
    bare = _ELIDED.sub(_blank, _ATTACHED.sub(" ", text))
    ordinary = frozenset(words.words("companies", "ordinary"))
    has_nouns = bool(words.section("companies").get("nouns_have_capitals"))
    found = list(lexicon.companies().find(bare))
    trusted = {e.name for span, e in found if not _opens(text, span.start)}
    acts = any_of(words.patterns("companies", "acts"), is_spaced=words.is_spaced)
    nouns = any_of(words.patterns("companies", "nouns"), is_spaced=words.is_spaced)
    for span, entry in found:
        word = text[span.start : span.end]
        is_lenient = word.istitle() and entry.name != word and entry.name.lower() == word.lower()
        if is_lenient and nouns is not None and words.is_spaced and nouns.fullmatch(word):
            continue  # "Privatbank" is no PrivatBank
        is_ordinary = word.lower() in ordinary and (has_nouns or _opens(text, span.start))
        is_doubtful = entry.flags & {"common", "person"} or is_ordinary
        if is_doubtful and word not in shown:
            is_head = "common" in entry.flags and _opens(text, span.start) and entry.name not in trusted
            acting = acts is not None and acts.match(text, span.end + 1)
            is_odd = word.islower() or len(word) < _SHORTEST or is_ordinary
            if is_odd or (is_head and not acting) or _is_person(text, span, entry):
                continue
        yield NameHit(
            Span(span.start, _with_form(text, span.end, words)),
            entry.name,
            entry.type,
            entry.country,
            is_media="media" in entry.flags,
            is_venue="venue" in entry.flags,
            is_source="media" in entry.flags,
        )
    for span, entry in lexicon.agencies().find(bare):
        yield NameHit(span, entry.name, entry.type, entry.country)


def _is_person(text: str, span: Span, entry: lexicon.Entry) -> bool:
    before = text[max(0, span.start - 20) : span.start]
    return "person" in entry.flags and bool(re.search(rf"(?:^|\s){CAPITAL}[^\W\d_]+\s$", before))


def _opens(text: str, start: int) -> bool:
    return text[max(0, start - 6) : start].rstrip(" \"“„«»'‘(*•-–—")[-1:] in _HEADS


def _with_form(text: str, end: int, words: Tongue) -> int:
    """Give where a name ends with its legal form."""
    pattern = _form(words.code)
    match = pattern.match(text, end) if pattern is not None else None
    return match.end() if match else end


@cache
def _form(code: str) -> re.Pattern[str] | None:
    return fresh.legal_form(code) if tongue(code).is_spaced else wide.legal_form(code)


def _places(text: str, name: str, words: Tongue) -> Iterator[NameHit]:
    """Give the places where a name stands as words of its own, with its legal form."""
    for span in fresh.places_of(text, name, words):
        yield NameHit(Span(span.start, _with_form(text, span.end, words)), name, is_new=True)


def _apart(hits: Iterable[NameHit]) -> list[NameHit]:
    """Keep the longest of names that overlap."""
    kept: list[NameHit] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda hit: (hit.is_new, hit.span.start - hit.span.end, hit.span.start)):
        if taken.isdisjoint(range(hit.span.start, hit.span.end)):
            taken.update(range(hit.span.start, hit.span.end))
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.span)
