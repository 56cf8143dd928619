"""What a small sum of money is the price of: a share, a barrel, an hour, by the words around it.

It must not know how numbers or currencies are written.
"""

import re
from functools import cache

from explorer.extract.lexicon import table
from explorer.model.mention import Quantity, Span

_LARGE = 1_000_000  # no price of one piece
_FAR = 240  # characters before a price in which its ware is looked for
_ASIDE = 160  # characters before a sentence in which shares are looked for
_WINDOW, _BEHIND = 500, 30  # characters before and behind a price in which they are
_PER_SHARE = re.compile(
    r"\s?(?:-|/|\b(?:for\s)?(?:a|per|each|every)\s)\s?(?:[A-Z][\w&.]*\s){0,3}(?:ordinary\s|common\s)?share\b"
    r"|\s(?:loss |gain |of )?EPS\b"
    r"|\sin\scash\b(?=(?:[^.;]|\.\d){0,50}\s(?:for\s(?:each|every)|per)\s(?:[A-Z][\w&.]*\s){0,3}share\b)"
)
_EACH = re.compile(r"\s(?:apiece|each)\b")
_SHARES = re.compile(r"\bshares?\b", re.IGNORECASE)
_EARNED = re.compile(r"\b(?:EPS|earnings|dividends?|earned)\b[^.;]{0,40}$", re.IGNORECASE)
_MOST_EARNED = 100  # by one share
_PER_USER = re.compile(r"\b(?:per (?:[a-z]+ )?user|ARPU)\b", re.IGNORECASE)


def unit(text: str, sentence: Span, paid: Quantity, *, is_scaled: bool) -> tuple[str, int]:
    """Give the unit of a sum and where its words end: "USD/share", "USD/barrel", or the bare currency."""
    currency, end = paid.unit, paid.span.end
    if is_scaled or abs(paid.value) >= _LARGE:
        return currency, end
    if per := _PER_SHARE.match(text, end, sentence.end):
        return f"{currency}/share", end if "EPS" in per[0] else per.end()
    if (each := _EACH.match(text, end)) and _SHARES.search(text, sentence.start, sentence.end):
        return f"{currency}/share", each.end()
    if per := _per().match(text, end, sentence.end):
        return f"{currency}/{_names()[per['ware'].lower()]}", per.end()
    ware = _told_before(text, sentence, paid.span, paid.value)
    return (f"{currency}/{ware}" if ware else currency), end


def _told_before(text: str, sentence: Span, span: Span, value: float) -> str:
    """Give the ware that the words before a price tell."""
    before = text[max(sentence.start, span.start - _FAR) : span.start]
    if abs(value) < _MOST_EARNED and _EARNED.search(before):
        return "share"
    if _PER_USER.search(before):
        return "user"
    if _before("price").search(before) and (ware := _priced(before)):
        return ware
    around = text[max(0, sentence.start - _ASIDE, span.end - _WINDOW) : span.end + _BEHIND]
    return "share" if _before("share").search(before) and _around().search(around) else ""


def _priced(before: str) -> str:
    return next((ware for ware, words in _wares() if words.search(before)), "")


def _section(name: str) -> dict[str, str]:
    section = table("meant.toml")[name]
    assert isinstance(section, dict)
    return {str(key): str(words) for key, words in section.items()}


@cache
def _names() -> dict[str, str]:
    """Give each way of naming a piece the name that a unit bears."""
    return {word.lower(): name for name, words in _section("per").items() for word in words.split("|")}


@cache
def _per() -> re.Pattern[str]:
    wares = "|".join(re.escape(word) for word in sorted(_names(), key=len, reverse=True))
    return re.compile(rf"\s?(?:/\s?|(?:a|an|per|each)\s)(?P<ware>{wares})\b", re.IGNORECASE)


@cache
def _wares() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (ware, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for ware, words in _section("priced").items()
    )


@cache
def _before(kind: str) -> re.Pattern[str]:
    words = _section("before")
    return re.compile(rf"\b(?:{words[kind]})\s(?:(?:{words['fillers']})\s){{0,2}}$")


@cache
def _around() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_section('around')['share']})\b", re.IGNORECASE)
