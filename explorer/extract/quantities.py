"""Quantities: sums of money, counts, shares and multiples, with their bounds and the unit that is meant.

It must not know dates (their places are handed in, so that "2019" is no count) or kinds of events. The two
ends of a range are two quantities that both carry `low` and `high`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from explorer.extract import numbers
from explorer.extract.lexicon import table
from explorer.model.mention import Bound, Quantity, Span

_FAR = 240  # characters before a number in which its meaning is looked for
_JOIN = r"\s?(?:to|and|or|-|–|—|through)\s?"
_SHARE_BEFORE = re.compile(
    r"(?:\b(?:at|low of|high of|low|high|price of|record of|to|its|around|from|above|below|near|"
    r"of)\s+(?:about |just |around )?|\bIPO price (?:of|at) )$"
)
_SHARE_WORDS = re.compile(
    r"\b(?:shares?|stock|stocks|IPO price|closed|trading|traded|per share|apiece)\b", re.IGNORECASE
)
_PER_SHARE = re.compile(
    r"\s?(?:-|/|\b(?:a|per|each)\s)\s?share\b|\s(?:apiece|each)\b(?=.*share)|\s(?:loss |gain |of )?EPS\b",
    re.IGNORECASE,
)
_EPS_BEFORE = re.compile(r"\b(?:EPS|earnings per share)\b[^.;,]{0,24}$", re.IGNORECASE)
_PER_USER = re.compile(r"\b(?:per user|ARPU)\b", re.IGNORECASE)
_METRICS = (
    (
        re.compile(
            r"daily[- ](?:active|activity|users?|life|lives?|living|actives|audience)|\bDAUs?\b", re.IGNORECASE
        ),
        "daily users",
    ),
    (
        re.compile(
            r"monthly[- ](?:active|activity|users?|life|lives?|living|actives|audience)|\bMAUs?\b",
            re.IGNORECASE,
        ),
        "monthly users",
    ),
    (re.compile(r"\b(?:downloads?|installs?|installations)\b", re.IGNORECASE), "downloads"),
    (re.compile(r"\bsubscri(?:bers?|ptions?)\b", re.IGNORECASE), "subscribers"),
    (re.compile(r"\b(?:users?|user base|userbase)\b|\bwho installed\b", re.IGNORECASE), "users"),
    (
        re.compile(r"\brecall(?:s|ed|ing)?\b|\b(?:vehicle|car) (?:deliveries|sales)\b", re.IGNORECASE),
        "vehicles",
    ),
    (re.compile(r"\bcustomers?\b", re.IGNORECASE), "customers"),
)
_REACHES = re.compile(
    r"(?:\b(?:exceed\w*|surpass\w*|reach\w*|pass(?:es|ed|ing)?|hit|hits|hitting|top(?:s|ped|ping)?|cross\w*|"
    r"broke|break\w*|past|"
    r"estimated at|number(?:ed|s)?|total(?:s|ed|ing)?(?: of)?|more than|over|about|nearly|almost|"
    r"from|to|of|with|than|"
    r"at|was|were|is|and|stood at|"
    r"grew to|rose to|fell to|had|recall|recalled|recalling)\s+)$",
    re.IGNORECASE,
)
_RANGE_AHEAD = re.compile(r"\s?(?:to|-|–|—)\s?(?=\d)")
_NOT_BEFORE = re.compile(
    r"(?:\b(?:No|no|Nos|MAX|Max|Mark|Gen|Section|Article|Chapter|Level|Route|Flight|Law|Rule|Room|Phase|Type|Model|Windows|"
    r"iPhone|Galaxy|Boeing|Airbus|Title|Page|Part|Volume|Version|v|Form|Class|Tier|Base|Formula|Street|St|Ave|"
    r"Office|Box|Article)\.?\s|[§#№])$"
)
_VERSION_AFTER = re.compile(
    r"(?:st|nd|rd|th)\b|[-–](?:year|month|day|week|hour|minute|second)|\s?(?:MAX|NEO|neo)\b|:\d|[/]\d"
)


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    value: float
    is_money: bool = False
    unit: str = ""
    has_scale: bool = False
    is_words: bool = False


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
            rf"(?!(?![xX](?!\w))[0-9A-Za-z_])|(?<![\w.-])(?P<words>(?i:{numbers.spelled_pattern()}))",
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
    return tuple((re.compile(rf"[\s-]+(?:of\s)?(?:{e['pattern']})(?![\w])"), str(e["unit"])) for e in entries)


def _currency(section: str, word: str) -> str:
    entries = table("units.toml")[section]
    assert isinstance(entries, dict)
    if word in entries:
        return str(entries[word])
    return str(next((code for name, code in entries.items() if name.lower() == word.lower()), ""))


def find(text: str, sentences: Sequence[Span], blocked: Sequence[Span] = ()) -> list[Quantity]:
    """Find the quantities of a text; nothing is taken from the `blocked` spans (dates)."""
    found: list[Quantity] = []
    ends = [(span.start, span.end) for span in blocked]
    for sentence in sentences:
        found.extend(
            _of_sentence(text, sentence, [b for b in ends if b[0] < sentence.end and sentence.start < b[1]])
        )
    return found


def _of_sentence(text: str, sentence: Span, blocked: Sequence[tuple[int, int]]) -> list[Quantity]:
    found: list[Quantity] = []
    at = sentence.start
    pattern = _patterns()["number"]
    while match := pattern.search(text, at, sentence.end):
        at = match.end()
        if any(start < match.end() and match.start() < end for start, end in blocked):
            continue
        quantity = _read(text, sentence, match, found)
        if quantity is None:
            continue
        found.append(quantity)
        at = max(at, quantity.span.end)
    return _with_ranges(text, found)


def _read(text: str, sentence: Span, match: re.Match[str], before: list[Quantity]) -> Quantity | None:
    start, end = match.start(), match.end()
    head = text[max(sentence.start, start - 40) : start]
    if match["words"]:
        value, has_scale = numbers.value_of_words(match["words"]), value_is_large(match["words"])
    else:
        value, has_scale = numbers.value_of_digits(match["digits"], match["scale"]), bool(match["scale"])
        if _NOT_BEFORE.search(head) or _VERSION_AFTER.match(text, end):
            return None
    if match["minus"]:
        value = -value
    is_year = (
        bool(match["digits"])
        and re.fullmatch(r"(?:19|20)\d\d", match["digits"])
        and not (match["scale"] or match["sign"])
    )
    unit_end = _unit(text, sentence, end, match, value, has_scale)
    if unit_end is None:
        return None
    unit, end, factor = unit_end
    if is_year and not unit:
        return None
    unit = _as_meant(text, sentence, start, end, unit, value, has_scale) or _as_before(text, start, end, before)
    bound, start = _bound(text, sentence.start, start)
    if unit and unit[0].isupper() and unit[:3].isupper():
        tail = _PER_SHARE.match(text, end, sentence.end)
        end = tail.end() if tail and "EPS" not in tail.group() else end
    quantity = Quantity(text[start:end], numbers.scaled(value, factor), unit, Span(start, end), bound)
    return _converted(text, quantity, before)


def value_is_large(words: str) -> bool:
    """Tell whether a number in words has a scale word, so that it can stand without a noun."""
    return bool(re.search(r"thousand|million|billion|trillion|lakh|crore", words, re.IGNORECASE))


def _unit(
    text: str, sentence: Span, end: int, match: re.Match[str], value: float, has_scale: bool
) -> tuple[str, int, float] | None:
    """Give the unit behind a number, where it ends, and what it divides the value by; None for no quantity."""
    patterns, limit = _patterns(), sentence.end
    if match["sign"]:
        return _currency("before", match["sign"]), end, 1.0
    for name, unit in (("percent", "%"), ("points", "percentage points"), ("times", "times")):
        hit = patterns[name].match(text, end, limit)
        if hit and not (name == "times" and match["words"] and value <= 2):
            return unit, hit.end(), 1.0
    if hit := patterns["after"].match(text, end, limit):
        return _currency("after", hit["currency"]), hit.end(), 1.0
    if (hit := patterns["cents"].match(text, end, limit)) and not has_scale:
        return _currency("hundredths", hit["currency"]), hit.end(), 0.01
    if patterns["time"].match(text, end, limit):
        return None
    if _RANGE_AHEAD.match(text, end, limit):
        return "", end, 1.0
    for pattern, unit in _nouns():
        if hit := pattern.match(text, end, limit):
            return (unit, hit.end(), 1.0) if unit and (value > 1 or not match["words"]) else None
    if patterns["people"].match(text, end, limit):
        return None
    if has_scale and (hit := patterns["plural"].match(text, end, limit)):
        return hit["noun"], hit.end(), 1.0
    return (
        ("", end, 1.0)
        if has_scale or _REACHES.search(text, max(sentence.start, match.start() - 30), match.start())
        else None
    )


def _as_meant(text: str, sentence: Span, start: int, end: int, unit: str, value: float, has_scale: bool) -> str:
    """Give the unit that the sentence means: a bare "400 million" behind "daily activity" is daily users."""
    before = text[max(sentence.start, start - _FAR) : start]
    if len(unit) == 3 and unit.isupper():
        return _money_as_meant(text, sentence, before, end, unit, value, has_scale)
    if unit and unit != "users":
        return unit
    if unit == "users":
        tail = text[max(sentence.start, start - _FAR) : end + 24]
        period = re.search(r"\b(daily|monthly|weekly)\b", tail, re.IGNORECASE)
        return f"{period[1].lower()} users" if period else unit
    metric = _nearest_metric(before)
    return metric if metric and (has_scale or value >= 1000) else ""


_CONTRAST = re.compile(
    r"\b(?:from|to|versus|vs\.?|against|compared (?:with|to)|than|reach|total of)\s+(?:a |an |about |some )?$"
)


_MONEY_NOUN = re.compile(
    r"\s+(?:in|of)\s+(?:net |annual |quarterly )?(?:revenues?|sales|profits?|cash|debt|losses|earnings)\b"
)


def _as_before(text: str, start: int, end: int, before: Sequence[Quantity]) -> str:
    """Give a bare number the unit of the one before it: "27 aircraft, compared with 28"."""
    if _MONEY_NOUN.match(text, end):
        return next((q.unit for q in reversed(before) if len(q.unit) == 3 and q.unit.isupper()), "")
    measured = [q.unit for q in before if q.unit and q.unit not in ("%", "times", "percentage points")]
    is_compared = bool(_CONTRAST.search(text, max(0, start - 30), start))
    return measured[-1] if measured and is_compared else ""


def _nearest_metric(before: str) -> str:
    best, place = "", -1
    for pattern, unit in _METRICS:
        for match in pattern.finditer(before):
            if match.start() > place:
                best, place = unit, match.start()
    return best


def _money_as_meant(
    text: str, sentence: Span, before: str, end: int, unit: str, value: float, has_scale: bool
) -> str:
    if has_scale or abs(value) >= 1_000_000:
        return unit
    if _PER_SHARE.match(text, end, sentence.end) or _EPS_BEFORE.search(before):
        return f"{unit}/share"
    if _PER_USER.search(before):
        return f"{unit}/user"
    around = text[max(0, sentence.start - 160, end - 500) : min(len(text), end + 30)]
    if _SHARE_BEFORE.search(before) and _SHARE_WORDS.search(around):
        return f"{unit}/share"
    return unit


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


def _with_ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    """Join "$450 million to $470 million" to a range; the first end takes its unit from the second."""
    joined = list(found)
    for i in range(len(joined) - 1):
        low, high = joined[i], joined[i + 1]
        between = text[low.span.end : high.span.start]
        if not re.fullmatch(_JOIN, between) or low.equivalent_of or high.equivalent_of:
            continue
        is_and = "and" in between and not re.search(
            r"\bbetween\s*$", text[max(0, low.span.start - 12) : low.span.start]
        )
        is_from_to = re.search(r"\bfrom\s*$", text[max(0, low.span.start - 8) : low.span.start])
        if (
            is_and
            or is_from_to
            or (low.unit and low.unit != high.unit)
            or (abs(low.value) > abs(high.value) * 1.0001 and low.value > high.value)
        ):
            continue
        value = low.value * _shared_scale(low, high)
        joined[i] = replace(low, value=value, unit=high.unit, low=value, high=high.value)
        joined[i + 1] = replace(high, low=value, high=high.value)
    return [quantity for quantity in joined if quantity.unit or abs(quantity.value) >= 1000]


def _shared_scale(low: Quantity, high: Quantity) -> float:
    """Give the scale that the first end of "$75-100 billion" takes from the second."""
    if re.search(r"[a-z]", low.text) or abs(low.value) >= 1000 or abs(high.value) < 1000:
        return 1.0
    return next((factor for factor in (1e12, 1e9, 1e6, 1e5, 1e3) if abs(high.value) >= factor), 1.0)
