"""Quantities in other languages: numbers in figures, as the language writes them, with scale, money and unit.

It must not know events; dates and names are handed in as places where no quantity is.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from explorer.extract import numbers
from explorer.extract.abroad.pattern import any_of, source
from explorer.extract.abroad.words import WIDE, Tongue, tongue
from explorer.extract.lexicon import table
from explorer.model.mention import Bound, Quantity, Span

_REACH = 44  # letters before a bare number in which its unit may stand
_LARGE = 1_000
_BEFORE = ("%", "percentage points")


@dataclass(frozen=True, slots=True)
class _Rules:
    number: re.Pattern[str]
    money: re.Pattern[str]
    codes: dict[str, str]
    percent: re.Pattern[str]
    units: tuple[tuple[re.Pattern[str], str], ...]
    bounds: tuple[tuple[re.Pattern[str], Bound], ...]


def find(text: str, sentences: Sequence[Span], blocked: Iterable[Span], code: str) -> list[Quantity]:
    """Find the quantities of sentences, in order of place."""
    rules = _rules(code)
    taken = {offset for span in blocked for offset in range(span.start, span.end)}
    return [quantity for sentence in sentences for quantity in _of_sentence(text, sentence, taken, rules, code)]


def _of_sentence(text: str, sentence: Span, taken: set[int], rules: _Rules, code: str) -> list[Quantity]:
    found: list[Quantity] = []
    at = sentence.start
    while match := rules.number.search(text, at, sentence.end):
        at = match.end()
        if not taken.isdisjoint(range(match.start(), match.end())):
            continue
        quantity = _read(text, sentence, match, rules, code)
        if quantity is not None:
            found.append(quantity)
            at = max(at, quantity.span.end)
    return found


def _read(text: str, sentence: Span, match: re.Match[str], rules: _Rules, code: str) -> Quantity | None:
    words = tongue(code)
    scale = _scales(code).get(" ".join((match["scale"] or "").lower().split()), 1.0)
    value = numbers.scaled(_value(match["digits"], words), scale) * (-1 if match["minus"] else 1)
    unit_end = _unit(text, match, sentence, rules, value, is_scaled=scale > 1)
    if unit_end is None:
        return None
    unit, end = unit_end
    start, bound = _bound(text, sentence.start, match.start(), rules)
    return Quantity(text[start:end], value, unit, Span(start, end), bound)


def _unit(
    text: str, match: re.Match[str], sentence: Span, rules: _Rules, value: float, *, is_scaled: bool
) -> tuple[str, int] | None:
    """Give the unit of a number and where it ends; None where the number measures nothing."""
    end = match.end()
    if match["sign"]:
        return _signs().get(match["sign"]) or _signs()[match["sign"].upper()], end
    if match["share"]:
        return "%", end
    if hit := rules.percent.match(text, end, sentence.end):
        return "%", hit.end()
    if hit := rules.money.match(text, end, sentence.end):
        return rules.codes[" ".join(hit["money"].lower().replace("’", "'").split())], hit.end()
    for pattern, unit in rules.units:
        if hit := pattern.match(text, end, sentence.end):
            return (unit, hit.end()) if unit else None
    is_grouped = not match["digits"].isdigit() and value >= _LARGE
    if not (is_scaled or is_grouped):
        return None
    return _unit_before(text[max(sentence.start, match.start() - _REACH) : match.start()], rules), end


def _unit_before(before: str, rules: _Rules) -> str:
    """Give the unit told before a bare number: "日活跃用户达到4亿"."""
    best, place = "", -1
    for pattern, unit in rules.units:
        for match in pattern.finditer(before):
            if unit not in _BEFORE and match.end() > place:
                best, place = unit, match.end()
    return best


def _bound(text: str, floor: int, start: int, rules: _Rules) -> tuple[int, Bound | None]:
    before = text[max(floor, start - 24) : start]
    for pattern, bound in rules.bounds:
        match = pattern.search(before)
        if match:
            return start - len(before) + match.start(), bound
    return start, None


def _value(digits: str, words: Tongue) -> float:
    decimal = str(words.section("numbers").get("decimal", "."))
    bare = re.sub(r"[\s\u00a0\u202f'’]", "", digits)
    marks = [mark for mark in ".,٫" if mark in bare]
    if len(marks) == 2:
        decimal = max(marks, key=bare.rfind)
    elif len(marks) == 1:
        whole, _, rest = bare.partition(marks[0])
        is_group = bool(re.fullmatch(rf"\d{{3}}(?:{re.escape(marks[0])}\d{{3}})*", rest)) and whole != "0"
        keeps = marks[0] == decimal and not words.section("numbers").get("groups_by_both")
        decimal = marks[0] if not is_group or (keeps and bare.count(marks[0]) == 1) else ""
    for mark in ".,٫":
        if mark != decimal:
            bare = bare.replace(mark, "")
    return float(bare.replace(decimal, ".")) if decimal else float(bare)


@cache
def _signs() -> dict[str, str]:
    before = table("units.toml")["before"]
    assert isinstance(before, dict)
    return {str(sign): str(code) for sign, code in before.items()}


@cache
def _scales(code: str) -> dict[str, float]:
    scales = {str(word): float(value) for word, value in tongue(code).section("scales").items()}
    return scales | {word.rstrip("."): value for word, value in scales.items()}


@cache
def _money(code: str) -> dict[str, str]:
    words = tongue(code)
    names = {**words.common["money"], **words.section("currencies"), **words.section("money")}
    codes = {sign: known for sign, known in _signs().items() if not sign.isalpha() or len(sign) == 3}
    return {str(name).lower(): str(known) for name, known in {**codes, **names}.items()}


@cache
def _rules(code: str) -> _Rules:
    words = tongue(code)
    edge = "" if not words.is_spaced else r"(?!\w)"
    scales = "|".join(_flexible(word) for word in _by_length(_scales(code)))
    signs = "|".join(re.escape(sign) for sign in _by_length(_signs()))
    group = r"[.,'’ \u00a0\u202f]" if words.is_spaced else r"[,]"
    digits = rf"\d{{1,3}}(?:{group}\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
    scale = rf"(?:[\s\u00a0-]?(?P<scale>{scales}){edge})?" if scales else "(?P<scale>(?!))?"
    number = re.compile(
        rf"(?<![\d.,])(?<![A-Za-z][-‑])(?:(?<!\w)(?P<sign>{signs})[\s\u00a0]?)?(?P<share>百分之)?"
        rf"(?:(?<![\w)])(?P<minus>[-−](?=\d)))?(?P<digits>{digits}){scale}",
        re.IGNORECASE if words.is_spaced else 0,
    )
    link = r"[\s\u00a0]*(?:de\s+|d['’]|di\s+|em\s+)?"
    names = "|".join(_flexible(name) for name in _by_length(_money(code)))
    tail = "" if not words.is_spaced else rf"(?![^\W\d_{WIDE}])"
    percent = "|".join(_flexible(word) for word in _by_length(words.common["percent"]["words"]))
    return _Rules(
        number,
        re.compile(rf"{link}(?P<money>{names}){tail}", re.IGNORECASE),
        _money(code),
        re.compile(rf"[\s\u00a0]?(?:{percent}){tail}", re.IGNORECASE),
        _units(words, link),
        _bounds(words),
    )


def _units(words: Tongue, link: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(link + source(form, is_spaced=words.is_spaced), re.IGNORECASE), str(unit))
        for form, unit in words.section("units").items()
    )


def _bounds(words: Tongue) -> tuple[tuple[re.Pattern[str], Bound], ...]:
    made = []
    for bound in Bound:
        pattern = any_of(words.patterns("bounds", bound.value), is_spaced=words.is_spaced)
        if pattern is not None:
            made.append((re.compile(rf"(?:{pattern.pattern})\s*$", re.IGNORECASE), bound))
    return tuple(made)


def _by_length(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)


def _flexible(word: str) -> str:
    return re.escape(word).replace(r"\ ", r"[\s\u00a0]+").replace("'", "['’]")
