"""Tables whose head tells the scale and the currency of the bare figures below: "Capital raised ($ bln)".

It must not know how a figure in a sentence is read.
"""

import re
from functools import cache
from itertools import islice
from typing import NamedTuple

from explorer.extract.lexicon import table
from explorer.model.mention import Span

_LONGEST = 60  # lines
_LINE = re.compile(r"\n[^\n]*")
_PROSE = re.compile(r"[a-z,]\s[^\n]{50,}[.!?][\"”’]?\s*$")


class Table(NamedTuple):
    """The lines below a head, the currency of their figures, "" where it names none, and their scale."""

    span: Span
    currency: str
    scale: float


def find(text: str) -> list[Table]:
    """Find the tables of a text by their heads; a table ends where a line of prose follows."""
    found = []
    for head in _heads().finditer(text):
        start = text.find("\n", head.end())
        if start < 0:
            continue
        end = start
        for line in islice(_LINE.finditer(text, start), _LONGEST):
            if _PROSE.search(line[0]):
                break
            end = line.end()
        found.append(Table(Span(start, end), _currency(head), _scales()[head["scale"].lower()]))
    return found


def _currency(head: re.Match[str]) -> str:
    before, after = _section("before"), _section("after")
    if head["sign"]:
        return str(before.get(head["sign"], ""))
    return str(after.get(head["name"] or "", ""))


def _section(name: str) -> dict[str, object]:
    section = table("units.toml")[name]
    assert isinstance(section, dict)
    return section


@cache
def _scales() -> dict[str, float]:
    return {word: float(str(value)) for word, value in _section("scales").items()}


@cache
def _heads() -> re.Pattern[str]:
    signs, names, scales = (
        "|".join(re.escape(word) for word in sorted(_section(name), key=len, reverse=True))
        for name in ("before", "after", "scales")
    )
    return re.compile(
        rf"\((?:(?:[Aa]ll\s)?(?:[Ff]igures\s|[Aa]mounts?\s)?[Ii]n\s)?(?:(?P<sign>{signs})\s?)?"
        rf"(?P<scale>(?i:{scales}))(?:\s(?:of\s)?(?P<name>{names}))?\)"
    )
