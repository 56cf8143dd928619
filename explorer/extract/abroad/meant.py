"""Which companies a clause means without naming them: only one told of shortly before, or by a word for it.

It must not know kinds or titles.
"""

import re
from collections.abc import Sequence
from functools import cache

from explorer.extract.abroad.words import tongue
from explorer.extract.records import Found, inside
from explorer.model.mention import Found as How
from explorer.model.mention import Party, PartyType, Span

_NEAR = 300  # letters back in which the company of the sentence before was named


def kept(who: Sequence[Party], found: Found, span: Span, code: str, *, is_told: bool) -> tuple[Party, ...]:
    """Leave out the companies that a clause cannot mean; one that tells nothing means none."""
    has_actor = any(hit.type is not PartyType.COMPANY for hit in inside(found.names, span))
    is_pointed_at = _points(found.text, span, code, "meant") or (
        not has_actor and _points(found.text, span, code, "pronouns")
    )
    return tuple(
        party
        for party in who
        if party.found is How.NAMED
        or (is_told and _is_near(party, found, span, is_pointed_at=is_pointed_at, has_actor=has_actor))
    )


def _is_near(party: Party, found: Found, span: Span, *, is_pointed_at: bool, has_actor: bool) -> bool:
    before = [hit.span.end for hit in found.names if hit.name == party.name and hit.span.start < span.start]
    if not before:
        return False
    return is_pointed_at or (not has_actor and span.start - before[-1] <= _NEAR)


def _points(text: str, span: Span, code: str, by: str) -> bool:
    """Tell whether a clause has a word that stands for a company: "der Konzern", "l'entreprise", 该公司."""
    pattern = _pointing(code, by)
    return pattern is not None and pattern.search(text, span.start, span.end) is not None


@cache
def _pointing(code: str, by: str) -> re.Pattern[str] | None:
    words = tongue(code)
    source = str(words.section("companies").get(by, ""))
    if not source:
        return None
    return re.compile(rf"(?<!\w)(?:{source})(?!\w)" if words.is_spaced else source, re.IGNORECASE)
