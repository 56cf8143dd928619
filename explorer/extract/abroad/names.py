"""Parties in other languages: known names, and companies that legal suffixes and nouns beside them show.

A name found once counts wherever it stands in the article. It must not know events.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from explorer.extract import lexicon
from explorer.extract.abroad.pattern import Finder, any_of
from explorer.extract.abroad.words import WIDE, Tongue, tongue
from explorer.extract.records import NameHit
from explorer.model.mention import PartyType, Span

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶŁĽŃŇŐŘŚŞŠŤŪŮŰŹŻŽА-ЯЁІЇЄҐΑ-Ω]"
_WORD = rf"(?:{_CAPITAL}[\w&.’'+-]*[\w+]|{_CAPITAL}|[a-z]{_CAPITAL}\w+)"
_CHAIN = rf"{_WORD}(?:\s(?:&\s)?{_WORD}){{0,3}}"
_WIDE = re.compile(f"[{WIDE}]")
_HEADS = ("", ".", "!", "?", ":", "\n", "。", "！", "？")
_SHORTEST = 3  # letters of a name that stands without a cue


def find(text: str, code: str) -> list[NameHit]:
    """Find all names of parties in a text, in order, without overlaps."""
    words = tongue(code)
    own = _own(code).find(text, Span(0, len(text)))
    fresh = _fresh(text, words)
    shown = {text[slice(*hit.span)] for hit in fresh}
    hits = list(_known(text, words, shown))
    hits += [_hit(text, hit.span, hit.value) for hit in own if _is_written_so(text, hit.span, hit.value)]
    known = {text[hit.span.start : hit.span.end] for hit in hits}
    names = dict.fromkeys(text[slice(*hit.span)] for hit in fresh)
    hits += [hit for name in names if name not in known for hit in _places(text, name, words)]
    return _apart(hits)


_Known = tuple[str, str, PartyType, str]  # as written, canonical name, type, country


def _hit(text: str, span: Span, known: _Known) -> NameHit:
    _, name, kind, country = known
    return NameHit(span, name, kind, country)


def _is_written_so(text: str, span: Span, known: _Known) -> bool:
    return text[span.start].isupper() or not known[0][0].isupper()


@cache
def _own(code: str) -> Finder[_Known]:
    """Give the names that the language has words of its own for: agencies, and companies in its script."""
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
    bare = _WIDE.sub(" ", text)
    ordinary = frozenset(words.words("companies", "ordinary"))
    found = list(lexicon.companies().find(bare))
    trusted = {e.name for span, e in found if not _opens(text, span.start)}
    acts = any_of(words.patterns("companies", "acts"), is_spaced=words.is_spaced)
    for span, entry in found:
        word = text[span.start : span.end]
        is_doubtful = entry.flags & {"common", "person"} or word.lower() in ordinary
        if is_doubtful and word not in shown:
            is_head = "common" in entry.flags and _opens(text, span.start) and entry.name not in trusted
            acting = acts is not None and acts.match(text, span.end + 1)
            is_odd = word.islower() or len(word) < _SHORTEST or word.lower() in ordinary
            if is_odd or (is_head and not acting) or _is_person(text, span, entry):
                continue
        yield NameHit(
            Span(span.start, _with_suffix(text, span.end, words)),
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
    return "person" in entry.flags and bool(re.search(rf"(?:^|\s){_CAPITAL}[^\W\d_]+\s$", before))


def _opens(text: str, start: int) -> bool:
    return text[max(0, start - 6) : start].rstrip(" \"“„«»'‘(*•-–—")[-1:] in _HEADS


def _with_suffix(text: str, end: int, words: Tongue) -> int:
    pattern = _cues(words.code)["legal"]
    match = pattern.match(text, end) if pattern is not None else None
    return match.end() if match else end


@cache
def _cues(code: str) -> dict[str, re.Pattern[str] | None]:
    words = tongue(code)
    legal = "|".join(re.escape(one) for one in sorted(words.words("companies", "legal"), key=len, reverse=True))
    nouns = any_of(words.patterns("companies", "nouns"), is_spaced=words.is_spaced)
    before = "|".join(re.escape(one) for one in words.words("companies", "legal_before"))
    if not words.is_spaced:
        tails = f"(?:{legal})" if legal else "(?!)"
        return {"wide": re.compile(rf"(?P<name>[\w·&]{{2,14}}?){tails}"), "legal": re.compile(tails)}
    return {
        "legal": re.compile(rf",?\s(?:{legal})(?!\w)\.?") if legal else None,
        "suffixed": re.compile(rf"(?P<name>{_CHAIN}?),?\s(?:{legal})(?!\w)") if legal else None,
        "prefixed": re.compile(rf"(?<!\w)(?:{before})\s(?P<name>{_CHAIN})") if before else None,
        "noun": re.compile(rf"(?i:{nouns.pattern})\s[„“«\"]?(?P<name>{_CHAIN})") if nouns else None,
    }


def _fresh(text: str, words: Tongue) -> list[NameHit]:
    """Give the companies that only cues show."""
    hits = []
    for kind, pattern in _cues(words.code).items():
        if pattern is None or kind == "legal":
            continue
        for match in pattern.finditer(text):
            span = _trimmed(text, Span(*match.span("name")), words)
            if span is not None:
                hits.append(NameHit(span, text[span.start : span.end], is_new=True))
    return hits


def _trimmed(text: str, span: Span, words: Tongue) -> Span | None:
    """Take words that begin no name off a chain; None if no name is left."""
    openers = words.words("companies", "openers")
    if not words.is_spaced:
        name = text[span.start : span.end]
        cut = max((name.rfind(word) + len(word) for word in openers if word in name), default=0)
        start = span.start + cut
        is_name = span.end - start >= 2 and name[cut:] not in words.words("companies", "generic")
        return Span(start, span.end) if is_name else None
    start = span.start
    refused = {word.lower() for word in openers}
    for word in re.finditer(r"\S+", text[span.start : span.end]):
        if word.group().lower() not in refused:
            start = span.start + word.start()
            break
    else:
        return None
    generic = words.words("companies", "generic")
    end = span.end
    while " " in text[start:end] and text[start:end].rpartition(" ")[2].lower() in generic:
        end = start + text[start:end].rindex(" ")
    name = text[start:end]
    is_name = len(name) > 1 and not name.isdigit() and name.lower() not in generic
    return Span(start, end) if is_name else None


def _places(text: str, name: str, words: Tongue) -> Iterator[NameHit]:
    """Give the places where a name stands as words of its own, with its legal suffix."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        is_inside = words.is_spaced and (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum())
        if not is_inside:
            yield NameHit(Span(at, _with_suffix(text, end, words)), name, is_new=True)
        at = text.find(name, end)


def _apart(hits: Iterable[NameHit]) -> list[NameHit]:
    """Keep the longest of names that overlap."""
    kept: list[NameHit] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda hit: (hit.is_new, hit.span.start - hit.span.end, hit.span.start)):
        if taken.isdisjoint(range(hit.span.start, hit.span.end)):
            taken.update(range(hit.span.start, hit.span.end))
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.span)
