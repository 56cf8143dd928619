"""The countries of an event: named in its clause, plain from its agencies, or meant by what was told before.

A company's origin is none. It must not know how countries are found.
"""

import re
from collections.abc import Sequence

from explorer.extract.records import Candidate, Found, inside
from explorer.model.mention import Party, PartyType

_LAW = ("ban", "reinstatement", "settlement", "legal")
_THERE = re.compile(
    r"\b(?:there|in the country|the country['’]s|the country|nationwide|domestic|local)\b", re.IGNORECASE
)
_REACH = 500


def of(candidate: Candidate, found: Found, parties: Sequence[Party], kind: str) -> tuple[str, ...]:
    """Give the countries of a candidate as ISO 3166 codes, in the order in which they are named."""
    placed = [(hit.span.start, hit.code) for hit in inside(found.countries, candidate.span) if not hit.is_weak]
    placed += [
        (hit.span.start, hit.country)
        for hit in inside(found.names, candidate.span)
        if hit.country and hit.type is not PartyType.COMPANY and not hit.is_source
    ]
    if not placed:
        placed = [
            (hit.span.start, hit.code)
            for hit in inside(found.countries, candidate.span)
            if _is_scene(found.text, hit.span.start)
        ]
    codes = list(dict.fromkeys(code for _, code in sorted(placed)))
    if codes:
        return tuple(codes)
    return _meant(candidate, found, kind)


def _is_scene(text: str, start: int) -> bool:
    """Tell whether a weak hit is where something happens: "in Moscow"."""
    return bool(
        re.search(
            r"\b(?:in|at|near|across|to|throughout|from)\s+(?:the\s|downtown\s|central\s)?$",
            text[max(0, start - 20) : start],
        )
    )


def _meant(candidate: Candidate, found: Found, kind: str) -> tuple[str, ...]:
    """Give the country of the authority or place spoken of last, where the clause points back to it."""
    words = found.text[candidate.span.start : candidate.span.end]
    if not _THERE.search(words) and kind not in _LAW:
        return ()
    floor = candidate.span.start - _REACH
    before = [
        (hit.span.start, hit.code)
        for hit in found.countries
        if floor <= hit.span.start < candidate.span.start and not hit.is_weak
    ]
    before += [
        (hit.span.start, hit.country)
        for hit in found.names
        if hit.country and hit.type is not PartyType.COMPANY and floor <= hit.span.start < candidate.span.start
    ]
    return (max(before)[1],) if before else ()
