"""Names of parties in a text: from the gazetteers, by cues, by machine translation, and their short forms.

A name found once counts again wherever it stands in the article, also shortened ("Tiger" after "Tiger Airways
Holding Ltd") or as its abbreviation ("CNAC"). It must not know events.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from explorer.extract import lexicon
from explorer.extract.lexicon import table
from explorer.extract.party import (
    bodies,
    capitals,
    doubtful,
    fresh,
    guessed,
    homes,
    lists,
    persons,
    recurring,
    shapes,
    translated,
    units,
)
from explorer.extract.party.fresh import Chain
from explorer.extract.place import countries
from explorer.extract.records import NameHit
from explorer.extract.steps import Steps, finished
from explorer.model.mention import PartyType, Span

_ABBREVIATED = re.compile(r"\s*,?\s*\(\s*[\"“]?(?P<short>[A-Z][\w&-]{1,11})[\"”]?\s*\)")
_TAILS = (
    "Commission",
    "Authority",
    "Ministry",
    "Bureau",
    "Board",
    "Agency",
    "Tribunal",
    "Directorate",
    "Inspectorate",
)


def find(text: str) -> list[NameHit]:
    """Find all names of parties in a text, in order, without overlaps."""
    return finished(finding(text))


def finding(text: str) -> Steps[list[NameHit]]:
    """Find all names of parties in a text as `find` does, in steps."""
    pieces = capitals.pieces(text)
    people = _people(text, pieces)
    yield
    chains = fresh.chains(text, pieces)
    taken = _Taken(len(text))
    yield
    known = list(_known(text, chains, people))
    hits = taken.free(_alone(bodies.find(text), known))
    hits += taken.free(known)
    yield
    hits += taken.free(_fresh(text, pieces, chains, people, hits))
    hits += taken.free(_listed(text, pieces, people, taken))
    hits += taken.free(_short_forms(text, hits, people))
    left = taken.left(pieces)
    yield
    hits += taken.free(_recurring(text, left, people))
    yield
    guesses = taken.free(_guessed(text, left, people, hits))
    yield
    hits += guesses + taken.free(_short_forms(text, guesses, people))
    hits += taken.free(translated.find(text))
    hits += taken.free(_places(text, people, PartyType.PERSON))
    return translated.restored(text, sorted((_sourced(text, hit) for hit in hits), key=lambda hit: hit.span))


class _Taken:
    """The stretches of a text that already belong to a name."""

    _FIRM, _OTHER = b"\1", b"\2"

    def __init__(self, length: int) -> None:
        self._offsets = bytearray(length)

    def free(self, hits: Iterable[NameHit]) -> list[NameHit]:
        """Keep the hits whose words are not taken, and take them."""
        kept = []
        for hit in hits:
            start, end = hit.span
            if self._offsets.count(0, start, end) == end - start:
                mark = self._FIRM if hit.type is PartyType.COMPANY else self._OTHER
                self._offsets[start:end] = mark * (end - start)
                kept.append(hit)
        return kept

    def at(self, offset: int) -> bool:
        """Tell whether an offset lies in a name."""
        return self._offsets[offset] != 0

    def left(self, spans: Iterable[Span]) -> list[Span]:
        """Keep the spans that neither begin nor end in a name."""
        return [span for span in spans if not (self._offsets[span.start] or self._offsets[span.end - 1])]

    def is_firm(self, offset: int) -> bool:
        """Tell whether an offset lies in a company's name."""
        return self._offsets[offset] == self._FIRM[0]


@cache
def _pattern(name: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(str(table("cues.toml")[name]), flags)


def _alone(agencies: Iterable[NameHit], companies: Sequence[NameHit]) -> Iterator[NameHit]:
    """Leave out the agencies that only begin a company's name ("CMA CGM")."""
    ends = {hit.span.start: hit.span.end for hit in companies}
    return (hit for hit in agencies if ends.get(hit.span.start, 0) <= hit.span.end)


def _known(text: str, chains: Sequence[Chain], people: dict[str, str]) -> Iterator[NameHit]:
    """Give the names of the gazetteer; one that is an ordinary word or a person's name too needs a cue."""
    cued = {chain.span.start for chain in chains}
    inner = {at for chain in chains if chain.strength > 1 for at in range(chain.span.start + 1, chain.span.end)}
    found = list(lexicon.companies().find(text))
    trusted = {
        entry.name for span, entry in found if span.start in cued or not shapes.at_head(text, span.start)
    }
    proven = {
        entry.name for span, entry in found if "common" in entry.flags and doubtful.acts_inside(text, span)
    }
    longer = {chain.span.start: chain for chain in chains if chain.strength > 1 and " " in chain.name}
    shown = {entry.name for span, entry in found if doubtful.is_shown(text, span, cued)}
    for span, entry in found:
        if "venue" in entry.flags and re.match(r"\s?:\s?[A-Z]", text[span.end : span.end + 4]):
            continue  # "(NASDAQ: KBIO)" only names a listing
        if span.start in longer and units.is_unit(text, span, longer[span.start], entry.name):
            continue  # "Acme Logistics" is not Acme
        if "common" in entry.flags and span.start in inner:
            continue  # "Siam Signal PCL" is not Signal
        if "common" in entry.flags and not doubtful.is_name(text, span, entry, cued, trusted, proven):
            continue
        if "person" in entry.flags and doubtful.is_person(text, span, people, is_shown=entry.name in shown):
            continue
        unit = units.abroad(text, span.end)
        if unit is not None:
            yield NameHit(Span(span.start, unit[0]), text[span.start : unit[0]], entry.type, unit[1])
            continue
        end = span.end if "media" in entry.flags else fresh.legal_suffix(text, span.end)
        yield NameHit(
            Span(span.start, end),
            entry.name,
            entry.type,
            entry.country,
            is_media="media" in entry.flags,
            is_venue="venue" in entry.flags,
            is_product="product" in entry.flags,
        )


def _people(text: str, pieces: Sequence[Span]) -> dict[str, str]:
    """Give the persons of a text: full and last names, with the full name of each."""
    people: dict[str, str] = {}
    for name in persons.find(text, pieces):
        words = name.split()
        is_other = (
            _is_maker(text, name)
            or (fresh.is_head(words[-1]) and (f" and {name}" in text or f"{name} and " in text))
            or _OWNER.search(name)
            or name in _company_names()
            or words[0] in _company_names()
            or is_place(name)
        )
        if not is_other and not any(word.lower() in fresh.common() for word in words):
            people.setdefault(name, name)
            people.setdefault(words[-1], name)
    return people


def _is_maker(text: str, name: str) -> bool:
    """Tell whether only "by" made a person of a company: "built by Casterley Homes"."""
    at = text.find(f"by {name}") + 3
    return at > 2 and (
        _LED.search(text, max(0, at - 24), at) is not None
        or fresh.is_head(name.split()[-1])
        or shapes.is_opened(name)
        or fresh.without_suffix(name) != name
        or fresh.legal_suffix(text, at + len(name)) > at + len(name)
    )


_OWNER = re.compile(r"['’]s\s\S+$")  # "owned by Durban's Acme"
_LED = re.compile(r"\b(?:round|group|consortium|syndicate|tranche)\sled\sby\s$")


@cache
def _company_names() -> frozenset[str]:
    return frozenset(lexicon.companies().known())


def is_place(name: str) -> bool:
    """Tell whether a name is a country's, a city's or a people's."""
    return name in countries.known()


def _fresh(
    text: str,
    pieces: Sequence[Span],
    chains: Sequence[Chain],
    people: dict[str, str],
    hits: Sequence[NameHit],
) -> list[NameHit]:
    """Give every place where a name stands that cues have shown."""
    known = {text[hit.span.start : hit.span.end] for hit in hits}
    names: dict[str, str] = {}
    wholes = fresh.wholes(text, pieces, {chain.name for chain in chains})
    for chain in sorted(chains, key=lambda chain: -chain.strength):
        if not _is_refused(text, chain, people):
            name = fresh.in_use(text, wholes.get(chain.name, chain.name))
            names.setdefault(chain.name, name)
            names.setdefault(name, name)
            if chain.short:
                names[chain.short] = name
    for name in sorted(names, key=len):
        fuller = [full for full in names if name in full and _is_part(name, full)]
        longer = next((full for full in fuller if text.find(full) <= text.find(name)), None)
        names[name] = names[longer] if longer else names[name]
    return _places(text, {name: full for name, full in names.items() if name not in known}, PartyType.COMPANY)


def _is_part(name: str, full: str) -> bool:
    """Tell whether a name is the head of another, or its last word: "Altiplano", of "Minera Altiplano"."""
    return full.startswith(name + " ") or (" " not in name and full.endswith(" " + name))


def _listed(text: str, pieces: Sequence[Span], people: dict[str, str], taken: _Taken) -> list[NameHit]:
    """Give every place of a name that its list shows to be a company."""
    found = lists.companies(text, pieces, lambda span: taken.is_firm(span.start), partial(_may_be, people))
    whole = {text[span.start : span.end] for span in found if not taken.at(span.start)}
    names = {homes.without_place(name) for name in whole}  # "Acme of Britain" and "Apex of Sweden"
    return _places(text, {name: name for name in sorted(names)}, PartyType.COMPANY)


def _recurring(text: str, pieces: Sequence[Span], people: dict[str, str]) -> list[NameHit]:
    """Give every place of a name that the way in which it recurs shows to be a company."""
    names = {}
    for name in recurring.companies(text, pieces, partial(_may_be, people)):
        names[name] = name
        names.setdefault(name.partition(" ")[0], name)
    return _places(text, names, PartyType.COMPANY)


def _guessed(
    text: str, pieces: Sequence[Span], people: dict[str, str], hits: Sequence[NameHit]
) -> list[NameHit]:
    """Give every place of a name that all that it does in the text shows to be a company."""
    firms = [hit.span for hit in hits if hit.type is PartyType.COMPANY]
    found = guessed.companies(text, pieces, partial(_may_be, people, written=_LETTERS), firms)
    return _places(text, {name: name for name in found}, PartyType.COMPANY)


_SMALL = re.compile(r"[a-z]{2}")
_LETTERS = re.compile(r"[a-z]{2}|^[A-Z]{2,5}$")


def _may_be(people: dict[str, str], words: str, written: re.Pattern[str] = _SMALL) -> bool:
    """Tell whether a chain of capitals may be a company's name: no place, person, body or ordinary word.

    `written` is how a name must be written, by default not in capitals alone.
    """
    parts = words.split()
    is_other = (
        is_place(words) or shapes.is_region(words) or parts[-1] in people or parts[-1] in fresh.no_firms()
    )
    return not (is_other or parts[0].lower() in fresh.common_inside()) and written.search(words) is not None


def _is_refused(text: str, chain: Chain, people: dict[str, str]) -> bool:
    words = chain.name.split()
    if chain.name in people or is_place(chain.name) or homes.is_only(words[-1]) or len(chain.name) < 2:
        return True
    if chain.strength == 1 and shapes.is_plain(text, chain.span, chain.name):
        return True
    if chain.strength == 1 and len(words) == 2 and words[0] in fresh.given():
        return True  # "the brewery's owner Piet Marsh"
    return chain.strength == 1 and (
        words[-1] in fresh.no_firms()
        or words[0].lower() in fresh.common()
        or words[-1] in people
        or words[0] in people
    )


def _occurrences(text: str, name: str) -> Iterator[Span]:
    """Give the places where a name stands as words of its own."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            yield Span(at, end)
        at = text.find(name, end)


def _places(text: str, names: dict[str, str], kind: PartyType) -> list[NameHit]:
    """Give the places of names, the longest first."""
    is_new = kind is PartyType.COMPANY
    hits = [
        NameHit(span, names[name], kind, is_new=is_new) for name in names for span in _occurrences(text, name)
    ]
    return sorted(hits, key=lambda hit: (-(hit.span.end - hit.span.start), hit.span.start))


def _short_forms(text: str, hits: Sequence[NameHit], people: dict[str, str]) -> list[NameHit]:
    """Give the places of abbreviations and of first words of longer names."""
    found = []
    done = {text[hit.span.start : hit.span.end] for hit in hits}
    for hit in sorted(hits, key=lambda hit: hit.span):
        for short in _shorts(text, hit):
            is_plain = short.lower() in fresh.common() and short not in _TAILS
            if short in done or is_plain or short in people or is_place(short):
                continue
            done.add(short)
            found += [
                replace(hit, span=span)
                for span in _occurrences(text, short)
                if span.start > hit.span.start
                and not re.match(r"\s+[A-Z][a-z]", text[span.end : span.end + 4])
                and not doubtful.is_plain_head(text, span)
            ]
    return found


_GOES_ON = re.compile(r"\s(?:[a-z]{2,3}\s)?[A-Z]")


def _shorts(text: str, hit: NameHit) -> list[str]:
    match = _ABBREVIATED.match(text, hit.span.end)
    shorts = [match["short"]] if match else []
    words = hit.name.split()
    if hit.type is not PartyType.COMPANY and words[-1] in _TAILS:
        shorts.append(words[-1])
    if hit.type is PartyType.COMPANY and len(words) > 2 and fresh.is_head(words[-1]):
        shorts.append(hit.name.rpartition(" ")[0])  # "Pan Atlantic" after "Pan Atlantic Tankers"
    if hit.type is PartyType.COMPANY and len(words) > 1 and len(words[0]) > 3 and words[0][0].isupper():
        shorts.append(words[0])
    if hit.is_new and len(words) > 1 and len(words[-1]) > 3 and not fresh.is_head(words[-1]):
        shorts += [words[-1]] if not _stands_alone(text, words[0]) else []  # "Altiplano", of "Minera Altiplano"
    return shorts


def _stands_alone(text: str, word: str) -> bool:
    """Tell whether a word stands somewhere without a name going on behind it."""
    return any(not _GOES_ON.match(text, span.end) for span in _occurrences(text, word))


def _sourced(text: str, hit: NameHit) -> NameHit:
    """Mark a name that is only cited, or only part of a product's."""
    if hit.type is not PartyType.COMPANY:
        return hit
    is_cited = (
        hit.is_media
        or _is_cited(text, hit.span.start)
        or _pattern("cited_after").match(text, hit.span.end) is not None
    )
    is_product = hit.is_product or doubtful.is_thing(text, hit)
    return replace(hit, is_source=is_cited, is_product=is_product) if is_cited or is_product else hit


@cache
def _citing() -> tuple[str, ...]:
    return tuple(fresh.cue_words("cited_before"))


def _is_cited(text: str, start: int) -> bool:
    """Tell whether words before a name cite it; the last two are asked before the pattern is."""
    at = max(0, start - 40)
    words = text[at:start].lower().split()
    if not (words and words[-1].endswith(_citing())) and not (len(words) > 1 and words[-2].endswith(_citing())):
        return False
    return _pattern("cited_before", re.IGNORECASE).search(text, at, start) is not None
