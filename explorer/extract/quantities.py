"""Quantities: sums of money, counts, shares and multiples, with their bounds and the unit that is meant.

It must not know dates (their places are handed in, so that "2019" is no count) or kinds of events. The two
ends of a range are two quantities that both carry `low` and `high`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from explorer.extract import meant, numbers, ranges
from explorer.extract.currencies import Currencies
from explorer.extract.lexicon import table
from explorer.model.mention import Bound, Quantity, Span

_REACHES = re.compile(
    r"(?:\b(?:exceed\w*|surpass\w*|reach\w*|pass(?:es|ed|ing)?|hit|hits|hitting|top(?:s|ped|ping)?|cross\w*|"
    r"broke|break\w*|past|"
    r"estimated at|number(?:ed|s)?|total(?:s|ed|ing)?(?: of)?|more than|over|about|nearly|almost|"
    r"from|to|of|with|than|"
    r"at|was|were|is|and|stood at|"
    r"grew to|rose to|fell to|had|recall|recalled|recalling)\s+)$",
    re.IGNORECASE,
)
_MANY = 100  # from here on an unknown plural noun is counted, and no list or score
_MANY_HOURS = 1e5  # more hours than that are spent by many, and no duration
_RANGE_AHEAD = re.compile(r"\s?(?:to|-|–|—)\s?(?=\d)")
_NOT_BEFORE = re.compile(
    r"(?:\b(?:No|no|Nos|MAX|Max|Mark|Gen|Section|Article|Chapter|Level|Route|Flight|Law|Rule|Room|Phase|Type|Model|Windows|"
    r"iPhone|Galaxy|Boeing|Airbus|Title|Page|Part|Volume|Version|v|Form|Class|Tier|Base|Formula|Street|St|Ave|"
    r"Office|Box|Article)\.?\s|[§#№])$"
)
_VERSION_AFTER = re.compile(
    r"(?:st|nd|rd|th)\b|[-–](?:year|month|day|week|hour|minute|second)|\s?(?:MAX|NEO|neo)\b|:\d|[/]\d"
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    units = table("units.toml")
    before, after = units["before"], units["after"]
    hundredths, nouns, people, time = units["hundredths"], units["noun"], units["people"], units["time"]
    assert isinstance(before, dict) and isinstance(after, dict) and isinstance(hundredths, dict)  # noqa: PT018
    assert isinstance(people, dict) and isinstance(time, dict) and isinstance(nouns, list)  # noqa: PT018
    signs = "|".join(re.escape(sign) for sign in sorted(before, key=len, reverse=True))
    words = "|".join(re.escape(word) for word in sorted(after, key=len, reverse=True))
    cents = "|".join(re.escape(word) for word in sorted(hundredths, key=len, reverse=True))
    number = rf"(?P<digits>{numbers.DIGITS})(?P<scale>{numbers.scale_pattern()})?"
    return {
        "number": re.compile(
            rf"(?<![\w.$€£¥₹])(?<!\d,)(?<![A-Za-z]-)(?P<minus>negative\s|minus\s|"
            rf"-(?=[$€£¥]))?(?:(?P<sign>{signs})[\s-]?)?{number}"
            rf"(?!(?![xX](?!\w))[0-9A-Za-z_])|(?<![\w.-])(?P<words>(?i:{numbers.spelled_pattern()}))"
            rf"|(?<![\w-])(?:(?P<part>(?i:{_one_of('fractions')}))(?=\sof\s(?:its|their|the|all|our|his|her|[A-Z]|every)\b"
            rf"(?!\s(?:[a-z]+\s)?(?:year|month|week|day|century|decade|quarter|season|hour|time|game)\b))"
            rf"|(?P<multiple>(?i:{_one_of('multiples')})))(?![\w-])",
        ),
        "after": re.compile(rf"[\s-]?(?P<currency>{words})(?!\w)", re.IGNORECASE),
        "cents": re.compile(rf"\s?(?P<currency>{cents})(?!\w)"),
        "percent": re.compile(
            r"\s?(?:%|％|percent(?!age)|per cent|pct)(?!\w)|[\s-]percent(?!\w)", re.IGNORECASE
        ),
        "points": re.compile(r"\s?percentage[\s-]points?", re.IGNORECASE),
        "times": re.compile(
            r"\s?(?:times(?=\s(?:higher|more|larger|bigger|as|the|its|faster|greater|over|that|what|lower|"
            r"less|revenue|earnings|sales)|[\s,.;)]|$)(?!\s(?:a|per|each|in)\b)|[xX](?!\w)|-?fold\b)"
        ),
        "people": re.compile(rf"\s+(?:{people['pattern']})"),
        "time": re.compile(rf"[\s-]?(?:{time['pattern']})", re.IGNORECASE),
        "bound": re.compile(
            rf"\b(?P<bound>{_bound_words()})(?:\s+(?:a|an|the|total of|record|its|just))?\s*$", re.IGNORECASE
        ),
        "plural": re.compile(r"\s+(?:[a-z][a-z-]+\s+){0,1}?(?P<noun>[a-z]{3,}s)\b(?!\s+of\b)"),
    }


def _worths(section: str) -> dict[str, float]:
    entries = table("units.toml")[section]
    assert isinstance(entries, dict)
    return {str(words): float(worth) for words, worth in entries.items()}


def _one_of(section: str) -> str:
    words = sorted(_worths(section), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"[\s-]") for word in words)


def _in_words(text: str, sentence: Span, match: re.Match[str]) -> Quantity | None:
    """Read "two-thirds of its sales" as a share and "tripled" as a multiple; "the first half of" is none."""
    if re.search(
        r"\b(?:first|second|other|latter|next|last|final|better|this|that)\s$",
        text[max(sentence.start, match.start() - 8) : match.start()],
        re.IGNORECASE,
    ):
        return None
    section, unit = ("fractions", "%") if match["part"] else ("multiples", "times")
    words = re.sub(r"[\s-]", " ", (match["part"] or match["multiple"]).lower())
    bound, start = _bound(text, sentence.start, match.start())
    return Quantity(text[start : match.end()], _worths(section)[words], unit, Span(start, match.end()), bound)


def _bound_words() -> str:
    return "|".join(sorted(_bounds(), key=len, reverse=True))


@cache
def _bounds() -> dict[str, Bound]:
    section = table("units.toml")["bounds"]
    assert isinstance(section, dict)
    return {words: Bound(str(bound)) for words, bound in section.items()}


@cache
def _nouns() -> tuple[tuple[re.Pattern[str], str], ...]:
    entries = table("units.toml")["noun"]
    assert isinstance(entries, list)
    return tuple(
        (
            re.compile(rf"[\s-]+(?:of\s)?(?:[A-Z]\w+\s\(\s?[A-Z0-9.]+\s?\)\s)?(?:{e['pattern']})(?![\w])"),
            str(e["unit"]),
        )
        for e in entries
    )


def find(text: str, sentences: Sequence[Span], blocked: Sequence[Span] = ()) -> list[Quantity]:
    """Find the quantities of a text; nothing is taken from the `blocked` spans (dates)."""
    found: list[Quantity] = []
    ends = [(span.start, span.end) for span in blocked]
    money = Currencies(text)
    for sentence in sentences:
        taken = [b for b in ends if b[0] < sentence.end and sentence.start < b[1]]
        told = _of_sentence(text, sentence, taken, money)
        found.extend(meant.beside(text, sentence, told, found))
    return found


def _of_sentence(
    text: str, sentence: Span, blocked: Sequence[tuple[int, int]], money: Currencies
) -> list[Quantity]:
    found: list[Quantity] = []
    at = sentence.start
    pattern = _patterns()["number"]
    while match := pattern.search(text, at, sentence.end):
        at = match.end()
        if any(start < match.end() and match.start() < end for start, end in blocked):
            continue
        quantity = _read(text, sentence, match, found, money)
        if quantity is None:
            continue
        found.append(quantity)
        at = max(at, quantity.span.end)
    return ranges.joined(text, found)


def _read(
    text: str, sentence: Span, match: re.Match[str], before: list[Quantity], money: Currencies
) -> Quantity | None:
    start, end = match.start(), match.end()
    if match["part"] or match["multiple"]:
        return _in_words(text, sentence, match)
    head = text[max(sentence.start, start - 40) : start]
    if match["words"]:
        value, has_scale = numbers.value_of_words(match["words"]), value_is_large(match["words"])
    else:
        value, has_scale = numbers.value_of_digits(match["digits"], match["scale"]), bool(match["scale"])
        if _NOT_BEFORE.search(head) or _VERSION_AFTER.match(text, end):
            return None
    if match["minus"]:
        value = -value
    unit_end = _unit(text, sentence, end, match, value, has_scale, money)
    if unit_end is None:
        return None
    unit, end, factor = unit_end
    if is_year(match) and not unit:
        return None
    unit = meant.unit(text, sentence, Span(start, end), unit, value, has_scale) or meant.as_before(
        text, start, end, before
    )
    bound, start = _bound(text, sentence.start, start)
    if unit and unit[0].isupper() and unit[:3].isupper():
        tail = meant.PER_SHARE.match(text, end, sentence.end)
        end = tail.end() if tail and "EPS" not in tail.group() else end
    quantity = Quantity(text[start:end], numbers.scaled(value, factor), unit, Span(start, end), bound)
    return _converted(text, quantity, before)


def is_year(match: re.Match[str]) -> bool:
    """Tell whether bare digits can be read as a year."""
    digits = match["digits"]
    return bool(digits and re.fullmatch(r"(?:19|20)\d\d", digits) and not (match["scale"] or match["sign"]))


def value_is_large(words: str) -> bool:
    """Tell whether a number in words has a scale word, so that it can stand without a noun."""
    return bool(re.search(r"thousand|million|billion|trillion|lakh|crore", words, re.IGNORECASE))


def _unit(
    text: str, sentence: Span, end: int, match: re.Match[str], value: float, has_scale: bool, money: Currencies
) -> tuple[str, int, float] | None:
    """Give the unit behind a number, where it ends, and what it divides the value by; None for no quantity."""
    patterns, limit = _patterns(), sentence.end
    if match["sign"]:
        return money.code("before", match["sign"]), end, 1.0
    for name, unit in (("percent", "%"), ("points", "percentage points"), ("times", "times")):
        hit = patterns[name].match(text, end, limit)
        if hit and not (name == "times" and match["words"] and value <= 2):
            return unit, hit.end(), 1.0
    if hit := patterns["after"].match(text, end, limit):
        return money.code("after", hit["currency"]), hit.end(), 1.0
    if (hit := patterns["cents"].match(text, end, limit)) and not has_scale:
        return money.code("hundredths", hit["currency"]), hit.end(), 0.01
    if patterns["time"].match(text, end, limit):
        hours = re.compile(r"\s(hours)\b").match(text, end, limit)
        return ("hours", hours.end(), 1.0) if hours and value >= _MANY_HOURS else None
    if _RANGE_AHEAD.match(text, end, limit):
        return "", end, 1.0
    for pattern, unit in _nouns():
        if hit := pattern.match(text, end, limit):
            return (unit, hit.end(), 1.0) if unit and (value > 1 or not match["words"]) else None
    if patterns["people"].match(text, end, limit):
        return None
    if (has_scale or (match["digits"] and value >= _MANY and not is_year(match))) and (
        hit := patterns["plural"].match(text, end, limit)
    ):
        return hit["noun"], hit.end(), 1.0
    return (
        ("", end, 1.0)
        if has_scale or _REACHES.search(text, max(sentence.start, match.start() - 30), match.start())
        else None
    )


def _bound(text: str, floor: int, start: int) -> tuple[Bound | None, int]:
    window = max(floor, start - 28)
    match = _patterns()["bound"].search(text, window, start)
    if match is None:
        return None, start
    words = match["bound"].lower()
    bound = next((b for form, b in _bounds().items() if re.fullmatch(form, words)), None)
    is_verb = bool(re.fullmatch(r"(?:exceed|surpass|pass|top|break|cross|broke)\w*.*", words))
    return bound, start if is_verb else match.start()


def _converted(text: str, quantity: Quantity, before: list[Quantity]) -> Quantity:
    """Link an amount in brackets to the amount of another currency that it converts."""
    if not before or "(" not in text[before[-1].span.end : quantity.span.start]:
        return quantity
    last, between = before[-1], text[before[-1].span.end : quantity.span.start]
    is_money = all(len(unit) == 3 and unit.isupper() for unit in (last.unit, quantity.unit))
    if is_money and re.fullmatch(r"\s*\((?:or |about |around |roughly |some |US)?\s*", between):
        return replace(quantity, equivalent_of=last.text)
    return quantity
