"""Persons: names behind an office ("Chief Executive Ada Lovelace") or before one, and later by the last name.

It must not know companies.
"""

import re
from functools import cache

from explorer.extract.lexicon import CAPITAL, table

_NAME = rf"(?P<name>{CAPITAL}[\w’'-]+(?:\s(?:[A-Z]\.|de|van|von|bin|al))*(?:\s{CAPITAL}[\w’'-]+){{1,2}})"
_PLAIN_NAME = rf"(?P<name>{CAPITAL}[a-zé’'-]+\s(?:[A-Z]\.\s)?{CAPITAL}[\w’'-]+)"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    cues = table("cues.toml")
    offices = str(cues["offices"]).split()
    cased = "|".join(
        f"[{o[0].upper()}{o[0].lower()}]{o[1:]}" if o.islower() or "-" in o else o for o in offices
    )
    before = rf"\b(?:[Cc]hief (?:[Ee]xecutive|\w+)(?: [Oo]fficer)?|{cues['titles']}|{cased})\s+{_NAME}"
    after = (
        rf"{_PLAIN_NAME},\s(?:an?\s|the\s|its\s)?(?:\w+\s){{0,4}}?(?:{'|'.join(offices)}|chief|who|manager)\b"
    )
    former = rf"\b[Ff]ormer\s(?:{CAPITAL}[\w&.-]+\s){{1,3}}[a-z]+(?:\s[a-z]+)?\s{_PLAIN_NAME}"
    moves = rf"{_PLAIN_NAME}\s(?:has\s)?{cues['moves']}"
    return tuple(re.compile(pattern) for pattern in (before, after, former, moves))


def find(text: str) -> list[str]:
    """Give the full names of the persons that a text introduces, in order."""
    return [match["name"] for pattern in _patterns() for match in pattern.finditer(text)]
