"""Shares and multiples: "a third of its sales", "cut by half", "tripled", "twice the price", "3.5 times more".

It must not know money or what else is counted.
"""

import re
from functools import cache

from explorer.extract.amount.numbers import Figure
from explorer.extract.lexicon import table
from explorer.model.mention import Quantity, Span

_ORDERED = re.compile(
    r"\b(?:first|second|other|latter|next|last|final|better|this|that|both|each|one)\s$", re.IGNORECASE
)
_TIME = r"(?:year|month|week|day|century|decade|quarter|season|hour|minute|time|game|match|mile|\d{4})"
_SHARE_BEHIND = re.compile(
    rf"\sof\s(?!an?\s)(?!(?:(?:the|its|their|his|her|our|that|this)\s)?(?:[a-z]+\s)?{_TIME}s?\b)[\w$€£]"
)
_HALF_BEHIND = re.compile(
    rf"\s(?:the|its|their|his|her|our|all|these|those)\s(?!(?:[a-z]+\s)?{_TIME}s?\b)[\w$€£]"
)
_BY = re.compile(r"\bby\s(?:about\s|around\s|almost\s|nearly\s|roughly\s|over\s|at\sleast\s|more\sthan\s)?$")
_CHANGED = re.compile(
    r"\b(?:up|down|rose|fell|grew|dropped|climbed|jumped|slumped|plunged|gained|lost|shrank|soared|surged)\s"
    r"(?:about\s|around\s|almost\s|nearly\s|over\s|more\sthan\s)?$"
)
_AMOUNT_ENDS = re.compile(
    r"\s*(?:[.,;:)]|$)|\s(?:to|in|from|on|at|over|since|last|this|after|as|year|during|between|by|and)\b"
)
_OF_POINT = re.compile(
    r"(?:[\s-](?:of\s)?an?|)[\s-]?(?P<unit>percentage[\s-]points?|per\s?cent|points?)\b(?!\sof\ssale)",
    re.IGNORECASE,
)
_TIMES = frozenset("txXf")  # with which "times", "x" and "fold" begin
_OFTEN = re.compile(r"\stimes\b")
_OFTEN_ALONE = re.compile(r"\stimes(?=\s?[,.;)]|$)")
_MANY_TIMES = 1_000
_FAR = 90  # characters before a number in which is told what was done so often
_VERB = re.compile(r"\b(?:to|will|would|could|may|might|can|shall|should|and)\s$", re.IGNORECASE)
_THAN = re.compile(r"\s(?:as|the|its|their|his|her|that|those|what|last|from|this|to|in\ssize)\b")


def read(text: str, floor: int, start: int, end: int) -> Quantity | None:
    """Read the share or the multiple that begins at `start`, without its bound; None where none does."""
    match = _pattern().match(text, start, end)
    if match is None:
        return None
    words = re.sub(r"[\s-]+", " ", match[0].lower())
    if words in _worths("multiples"):
        return _quantity(text, match, _worths("multiples")[words], "times")
    before = text[max(floor, start - 24) : start]
    if words in _worths("comparisons"):
        is_verb = words not in ("twice", "thrice") and _VERB.search(before)
        is_told = is_verb or _THAN.match(text, match.end(), end)
        return _quantity(text, match, _worths("comparisons")[words], "times") if is_told else None
    if _ORDERED.search(before):
        return None
    worth = _worths("fractions")[words]
    if point := _OF_POINT.match(text, match.end(), end):
        unit = "%" if point["unit"].lower().startswith("per") and "point" not in point["unit"].lower() else ""
        return Quantity(
            text[start : point.end()],
            round(worth / 100, 4),
            unit or "percentage points",
            Span(start, point.end()),
        )
    is_share = (
        _SHARE_BEHIND.match(text, match.end(), end)
        or (words == "half" and _HALF_BEHIND.match(text, match.end(), end))
        or _BY.search(before)
        or (_CHANGED.search(before) and _AMOUNT_ENDS.match(text, match.end(), end))
    )
    return _quantity(text, match, worth, "%") if is_share else None


def openers() -> tuple[str, ...]:
    """Give the words that begin a share or a multiple."""
    return tuple(words.replace(" ", gap) for gap in " -" for words in _forms())


def times(text: str, sentence: Span, figure: Figure) -> tuple[str, int] | None:
    """Read "3.5 times higher", "5x", "viewed 2 million times": the unit, "" for what was just done so often.

    None where the words behind a number are no "times".
    """
    if _TIMES.isdisjoint(text[figure.end : figure.end + 2]):
        return None  # most numbers
    if hit := _times().match(text, figure.end, sentence.end):
        return "times", hit.end()
    often = _OFTEN.match(text, figure.end, sentence.end)
    if often is None:
        return None
    before = text[max(sentence.start, figure.start - _FAR) : figure.start].lower()
    if figure.value >= _MANY_TIMES:
        deeds = _words("often")
        deed = max(deeds, key=before.rfind)
        return deeds[deed] if deed in before else "", often.end()
    is_change = _OFTEN_ALONE.match(text, figure.end, sentence.end) and _changed().search(before)
    return "times" if is_change else "", often.end()


@cache
def _times() -> re.Pattern[str]:
    words = _words("times")
    return re.compile(
        rf"[\s-]?times(?=\s(?:{words['compared']}|(?:[a-z]+\s)?(?:{words['taken_of']}))\b)"
        r"|\s?[xX](?![\w])(?!\s?\d)|-?\s?fold\b"
    )


@cache
def _changed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('times')['changed']})\s(?:\w+\s){{0,2}}$", re.IGNORECASE)


def _words(section: str) -> dict[str, str]:
    entries = table("meant.toml")[section]
    assert isinstance(entries, dict)
    return {str(key): str(words) for key, words in entries.items()}


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(word).replace(r"\ ", r"[\s-]") for word in _forms())
    return re.compile(rf"(?:{words})(?![\w])", re.IGNORECASE)


@cache
def _forms() -> tuple[str, ...]:
    sections = ("fractions", "multiples", "comparisons")
    return tuple(sorted((word for name in sections for word in _worths(name)), key=len, reverse=True))


@cache
def _worths(section: str) -> dict[str, float]:
    entries = table("units.toml")[section]
    assert isinstance(entries, dict)
    return {str(words): float(worth) for words, worth in entries.items()}


def _quantity(text: str, match: re.Match[str], value: float, unit: str) -> Quantity:
    return Quantity(match[0], value, unit, Span(match.start(), match.end()))
