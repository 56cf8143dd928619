"""Names that stand in one list with companies: "the apps Acme, Birch and Corvo", "Acme, Birch and Corvo Foods".

A plural noun of firms before a list shows all of it; a company in a list of three or more, or after "both",
shows the names of one word beside it. It must not know how companies are found.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from explorer.extract.lexicon import table
from explorer.extract.party import trades
from explorer.model.mention import Span

_LINK = re.compile(r"(?:,|,?\s(?:and|or))\s(?:(?:its|their|the)\s)?(?:rival\s)?")
_LAST = re.compile(r",?\s(?:and|or)\s(?:(?:its|their|the)\s)?(?:rival\s)?")
_FARTHEST = 18  # characters of the longest link: ", and their rival "
_FEWEST = 3
_BEFORE = 24  # characters in which a plural noun stands


@cache
def _plural() -> re.Pattern[str]:
    firms = {*trades.by_noun(), *str(table("cues.toml")["any_firm"]).split()}
    firms -= set(str(table("cues.toml")["personal"]).split())  # "the owners Lee Marsh and Ann Reed"
    nouns = {noun[:-1] + "ies" if noun.endswith("y") else noun + "s" for noun in firms} | {"companies"}
    words = "|".join(sorted(nouns, key=len, reverse=True))
    return re.compile(rf"\b(?:{words})(?:,|\s(?:named|called|like))?\s$", re.IGNORECASE)


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"(?:Both|{_plural().pattern.removesuffix('$')})\s?", re.IGNORECASE)


_BOTH = re.compile(r"\b[Bb]oth\s$")


def companies(
    text: str, pieces: Sequence[Span], is_company: Callable[[Span], bool], may_be: Callable[[str], bool]
) -> Iterator[Span]:
    """Give the chains of capitals that a list shows to be companies; `may_be` refuses places and persons."""
    for group in _groups(text, pieces):
        opener = _opener().match(text, group[0].start, group[0].end)
        if opener is not None:  # a sentence's first word, which has a capital too
            group[0] = Span(opener.end(), group[0].end)
        at = group[0].start
        is_shown = bool(_plural().search(text, max(0, at - _BEFORE), at))
        if not is_shown:
            is_long = len(group) >= _FEWEST or bool(_BOTH.search(text, max(0, at - 5), at))
            if not is_long or not any(is_company(span) for span in group):
                continue
            if not all(is_company(span) or may_be(text[span.start : span.end]) for span in group[:-1]):
                continue  # "Acme, of Kassel, Germany, and Apex": one that is a place shows that it is no list
        for span in group:
            words = text[span.start : span.end]
            if (is_shown or " " not in words) and not is_company(span) and may_be(words):
                yield span


def _groups(text: str, pieces: Sequence[Span]) -> Iterator[list[Span]]:
    """Give the lists of names that end in "and" with the last."""
    group: list[Span] = []
    for span in pieces:
        is_near = bool(group) and span.start - group[-1].end <= _FARTHEST
        if is_near and _LINK.fullmatch(text, group[-1].end, span.start):
            is_last = _LAST.fullmatch(text, group[-1].end, span.start) is not None
            group.append(span)
            if is_last:
                yield group
                group = []
        else:
            group = [span]
