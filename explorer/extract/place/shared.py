"""Bodies and offices that many countries have under one name: "the Senate", "the Supreme Court".

By themselves they are those of the country that is told of most in the news; in an article that plays elsewhere
they are that country's. It must not know events.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from explorer.extract.lexicon import table
from explorer.extract.place import datelines
from explorer.extract.records import CountryHit, NameHit
from explorer.model.mention import PartyType, Span

_MOSTLY = 0.6  # share of an article's places that makes it one of a country


def at_home(
    text: str, title: Sequence[str], names: list[NameHit], places: list[CountryHit]
) -> tuple[list[NameHit], list[CountryHit]]:
    """Give the names and places of a text with the shared ones in the country where it plays.

    `title` are the countries that its title names.
    """
    spans = [*(hit.span for hit in _bodies(names)), *(hit.span for hit in places)]
    if not any(_is_shared(text, span) for span in spans):
        return names, places
    told = Counter(hit.code for hit in places if not hit.is_weak and not _is_shared(text, hit.span))
    told.update(hit.country for hit in _bodies(names) if not _is_shared(text, hit.span))
    home = datelines.code(text) or (title[0] if len(title) == 1 else _most(told))
    if home is None:
        return names, places
    return (
        [_moved(text, hit, home, told) for hit in names],
        [
            replace(hit, code=home) if _is_shared(text, hit.span) and told[hit.code] <= told[home] else hit
            for hit in places
        ],
    )


def _bodies(names: Sequence[NameHit]) -> list[NameHit]:
    return [hit for hit in names if hit.country and hit.type is not PartyType.COMPANY]


def _moved(text: str, hit: NameHit, home: str, told: Counter[str]) -> NameHit:
    if not _is_shared(text, hit.span) or hit.type is PartyType.COMPANY or hit.country in ("", home):
        return hit
    if told[hit.country] > told[home]:
        return hit
    return replace(hit, name=text[hit.span.start : hit.span.end], country=home)


def _most(told: Counter[str]) -> str | None:
    (code, most), *_ = told.most_common(1) or [("", 0)]
    return code if most >= 2 and most >= _MOSTLY * told.total() else None


def _is_shared(text: str, span: Span) -> bool:
    return text[span.start : span.end] in _shared()


@cache
def _shared() -> frozenset[str]:
    return frozenset(str(table("countries.toml")["shared"]).split("|"))
