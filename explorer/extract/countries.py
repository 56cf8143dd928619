"""Countries: names, demonyms, cities and what only looks like them; found once in the whole text.

It must not know companies beyond the words that mark a company's origin ("the Chinese video company"), which
is no country of an event.
"""

import re
from dataclasses import dataclass
from functools import cache

from explorer.extract.lexicon import Entry, Names, rows, table
from explorer.extract.records import CountryHit
from explorer.model.mention import PartyType, Span

_COMPANY_NOUN = (
    r"(?:company|companies|firm|firms|carrier|airline|airlines|automaker|automakers|carmaker|carmakers|maker|"
    r"makers|manufacturer|giant|giants|"
    r"group|conglomerate|lender|bank|banks|insurer|retailer|startup|start-up|startups|rival|rivals|parent|"
    r"owner|owned|based|brewer|miner|drugmaker|"
    r"chipmaker|developer|operator|platform|apps?|brand|brands|billionaire|entrepreneur|investor|investors|"
    r"unit|utility|producer|supplier|"
    r"multinational|telecoms?|application|applications|product|products|exchange|listed|counterpart|"
    r"competitor|competitors|subsidiary|thrift|"
    r"broker|brokerage|founder|magazine|newspaper|media|tech|internet|software)"
)
_ORIGIN_AFTER = re.compile(
    rf"(?:['’]s)?(?:[\s-]+(?!and\b|in\b|of\b|to\b|for\b|on\b|is\b|was\b|has\b|had\b|"
    rf"will\b)[\w&-]+){{0,3}}?[\s-]+{_COMPANY_NOUN}\b"
)
_DIRECTLY_BEFORE_NAME = re.compile(r"(?:['’]s)?\s+(?=[A-Z])")
_APPOSITION = re.compile(r"(?:based|headquartered|listed|founded|born|registered|incorporated)\s+in\s+$")


@dataclass(frozen=True, slots=True)
class _Guard:
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None

    def refuses(self, text: str, span: Span) -> bool:
        if self.after is not None and self.after.match(text, span.end):
            return True
        return self.before is not None and bool(self.before.search(text[max(0, span.start - 30) : span.start]))


@cache
def _guards() -> dict[str, _Guard]:
    guards = table("countries.toml")["guards"]
    assert isinstance(guards, dict)
    return {
        name: _Guard(
            *(
                re.compile(
                    entry[side] + "$" if side == "before" and not entry[side].endswith("$") else entry[side]
                )
                if side in entry
                else None
                for side in ("before", "after")
            )
        )
        for name, entry in guards.items()
    }


@cache
def _names() -> Names:
    return Names(_entries())


@cache
def known() -> frozenset[str]:
    """Give all words that name a country, its people or a city of it."""
    return frozenset(_names().known())


def _entries() -> list[tuple[str, Entry]]:
    entries = []
    for fields in rows("countries.tsv"):
        code, name, others, demonyms, cities = [*fields, "", "", ""][:5]
        for group, flag in (
            ([name, *others.split("|")], "name"),
            (demonyms.split("|"), "demonym"),
            (cities.split("|"), "city"),
        ):
            entries += [
                (known, Entry(code, PartyType.GOVERNMENT, code, frozenset((flag,)))) for known in group if known
            ]
    return entries


@cache
def names_by_code() -> dict[str, str]:
    """Give the English name of each code, for titles."""
    short = {"US": "US", "GB": "UK", "AE": "UAE", "EU": "EU"}
    return {fields[0]: short.get(fields[0], fields[1]) for fields in rows("countries.tsv")}


def find(text: str, companies: list[Span]) -> list[CountryHit]:
    """Find the countries meant in a text; words inside a company's name are none."""
    taken = {offset for span in companies for offset in range(span.start, span.end)}
    starts = {span.start for span in companies}
    found = []
    for span, entry in _names().find(text):
        word = text[span.start : span.end]
        guard = _guards().get(word)
        if (
            span.start in taken
            or (guard is not None and guard.refuses(text, span))
            or _is_other_word(text, span, word)
        ):
            continue
        found.append(CountryHit(span, entry.country, "city" in entry.flags or _is_origin(text, span, starts)))
    return found


def _is_other_word(text: str, span: Span, word: str) -> bool:
    """Tell "US" in a shouted headline and "Polish" or "Turkey" at the head of no country's sentence."""
    before = text[max(0, span.start - 2) : span.start]
    if (
        word == "US"
        and re.match(r"\s[A-Z]{2,}\b", text[span.end : span.end + 5])
        and re.search(r"[A-Z]{2}\s$", text[max(0, span.start - 3) : span.start])
    ):
        return True
    return before.endswith("@") or text[span.end : span.end + 1] in ("@", "$")


def _is_origin(text: str, span: Span, company_starts: set[int]) -> bool:
    """Tell whether the word only says where a company comes from."""
    if _APPOSITION.search(text[max(0, span.start - 30) : span.start]):
        return True
    directly = _DIRECTLY_BEFORE_NAME.match(text, span.end)
    if directly and directly.end() in company_starts:
        return True
    tail = _ORIGIN_AFTER.match(text, span.end)
    return bool(tail) and not re.search(r"\b(?:in|of|to|from)\b", tail.group() if tail else "")
