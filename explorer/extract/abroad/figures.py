"""Quantities in other languages: numbers with their money, per cent or unit.

It must not know events; dates and names are handed in as places where no quantity is.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from explorer.extract.abroad import numerals
from explorer.extract.abroad.numerals import Numeral, by_length, flexible, signs
from explorer.extract.abroad.pattern import any_of, source
from explorer.extract.abroad.words import ATTACHED, Tongue, tongue
from explorer.extract.amount import numbers
from explorer.model.mention import Bound, Quantity, Span

_REACH = 44  # letters before a bare number in which its unit may stand
_NEAR = 24  # letters before a number in which "more than" may stand
_BEFORE = ("%", "percentage points")


@dataclass(frozen=True, slots=True)
class _Rules:
    money: re.Pattern[str]
    codes: dict[str, str]
    percent: re.Pattern[str]
    units: tuple[tuple[re.Pattern[str], str], ...]
    bounds: tuple[tuple[re.Pattern[str], Bound], ...]
    per_share: re.Pattern[str]
    of_share: re.Pattern[str]
    times_of: re.Pattern[str]
    range: re.Pattern[str]
    alone: re.Pattern[str]


def find(text: str, sentences: Sequence[Span], blocked: Iterable[Span], code: str) -> list[Quantity]:
    """Find the quantities of sentences, in order of place."""
    taken = {offset for span in blocked for offset in range(span.start, span.end)}
    return [quantity for sentence in sentences for quantity in _of_sentence(text, sentence, taken, code)]


def _of_sentence(text: str, sentence: Span, taken: set[int], code: str) -> list[Quantity]:
    found: list[Quantity] = []
    rules = _rules(code)
    at = sentence.start
    while number := numerals.search(text, at, sentence.end, code):
        at = number.span.end
        if not taken.isdisjoint(range(*number.span)):
            continue
        quantity = _ranged(text, sentence, number, taken, code) or _read(text, sentence, number, rules)
        if quantity is not None:
            found.append(_with_money_told(text, quantity, found, rules))
            at = max(at, quantity.span.end)
    return found


def _ranged(text: str, sentence: Span, number: Numeral, taken: set[int], code: str) -> Quantity | None:
    """Read the first number of a range, whose unit stands behind the second: "42,5 bis 44 Milliarden"."""
    rules = _rules(code)
    link = rules.range.match(text, number.span.end, sentence.end)
    if link is None or number.sign or number.is_share:
        return None
    second = numerals.at(text, link.end(), sentence.end, code)
    if second is None or second.sign or not taken.isdisjoint(range(*second.span)):
        return None
    if _read(text, sentence, number, rules, reach=0) is not None and number.scale > 1:
        own = _unit(text, number, sentence, rules, reach=0)
        if own is not None and own[0]:
            return None
    measured = _unit(text, second, sentence, rules, reach=0)
    if measured is None or not (measured[0] or second.scale > 1):
        return None
    scale = 1.0 if number.scale > 1 else second.scale
    start, bound = _bound(text, sentence.start, number.span.start, rules)
    value = numbers.scaled(number.value, scale)
    return Quantity(text[start : number.span.end], value, measured[0], Span(start, number.span.end), bound)


def _read(text: str, sentence: Span, number: Numeral, rules: _Rules, reach: int = _REACH) -> Quantity | None:
    unit_end = _unit(text, number, sentence, rules, reach)
    if unit_end is None:
        return None
    unit, end = unit_end
    start, bound = _bound(text, sentence.start, number.span.start, rules)
    return Quantity(text[start:end], number.value, unit, Span(start, end), bound)


def _unit(text: str, number: Numeral, sentence: Span, rules: _Rules, reach: int) -> tuple[str, int] | None:
    """Give the unit of a number and where it ends; None where the number measures nothing."""
    end = number.span.end
    if number.sign:
        code = signs().get(number.sign) or signs()[number.sign.upper()]
        return _by_share(text, number, sentence, rules, code, end)
    if number.is_share:
        return "%", end
    for pattern, unit in rules.units:
        if hit := pattern.match(text, end, sentence.end):
            if unit == "times" and rules.times_of.search(text, sentence.start, number.span.start):
                unit = "downloads"
            return (unit, hit.end()) if unit else None
    if hit := rules.percent.match(text, end, sentence.end):
        return "%", hit.end()
    if hit := rules.money.match(text, end, sentence.end):
        code = rules.codes[" ".join(hit["money"].lower().replace("’", "'").split())]
        return _by_share(text, number, sentence, rules, code, hit.end())
    if not number.is_large:
        return None
    return _unit_before(text[max(sentence.start, number.span.start - reach) : number.span.start], rules), end


def _by_share(
    text: str, number: Numeral, sentence: Span, rules: _Rules, code: str, end: int
) -> tuple[str, int]:
    """Tell money for a share from money: "0,85 Euro je Aktie"."""
    if hit := rules.per_share.match(text, end, sentence.end):
        return f"{code}/share", hit.end()
    before = text[max(sentence.start, number.span.start - _NEAR) : number.span.start]
    return (f"{code}/share" if rules.of_share.search(before) else code), end


def _unit_before(before: str, rules: _Rules) -> str:
    """Give the unit told before a bare number: "日活跃用户达到4亿"."""
    best, place = "", -1
    for pattern, unit in rules.units:
        for match in pattern.finditer(before):
            if unit not in _BEFORE and match.end() > place:
                best, place = unit, match.end()
    return best


def _with_money_told(text: str, quantity: Quantity, before: Sequence[Quantity], rules: _Rules) -> Quantity:
    """Let a bare amount be of the money told before it: "3,75 Mrd. Euro nach 3,9 Mrd. im Vorjahr"."""
    if quantity.unit or not before or not _is_money(before[-1].unit):
        return quantity
    return replace(quantity, unit=before[-1].unit) if rules.alone.match(text, quantity.span.end) else quantity


def placed(quantities: Sequence[Quantity], countries: Iterable[str], code: str) -> list[Quantity]:
    """Give money that several countries call alike the code of the first country that has it: pesos."""
    local = tongue(code).common["local"]
    known = list(countries)
    return [
        replace(one, unit=next((local[one.unit][c] for c in known if c in local[one.unit]), one.unit))
        if one.unit in local
        else one
        for one in quantities
    ]


def _is_money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _bound(text: str, floor: int, start: int, rules: _Rules) -> tuple[int, Bound | None]:
    before = text[max(floor, start - _NEAR) : start]
    for pattern, bound in rules.bounds:
        match = pattern.search(before)
        if match:
            return start - len(before) + match.start(), bound
    return start, None


@cache
def _money(code: str) -> dict[str, str]:
    words = tongue(code)
    local = {name: name for name in words.common["local"]}  # until a country tells whose they are
    names = {**local, **words.common["money"], **words.section("currencies"), **words.section("money")}
    codes = {sign: known for sign, known in signs().items() if not sign.isalpha() or len(sign) == 3}
    return {str(name).lower(): str(known) for name, known in {**codes, **names}.items()}


@cache
def _rules(code: str) -> _Rules:
    words = tongue(code)
    between = str(words.section("figures").get("between", ""))
    link = rf"[\s\u00a0]*(?:de\s+|d['’]|di\s+|em\s+)?{between}"
    names = "|".join(flexible(name) for name in by_length(_money(code)))
    tail = "" if not words.is_spaced else rf"(?![^\W\d_{ATTACHED}])"
    percent = "|".join(flexible(word) for word in by_length(words.common["percent"]["words"]))
    shared = words.common["figures"]
    follows = "|".join(shared["follows"].split())
    return _Rules(
        re.compile(rf"[\s\u00a0]*(?:de\s+|d['’]|di\s+|em\s+)?(?P<money>{names}){tail}", re.IGNORECASE),
        _money(code),
        re.compile(rf"[\s\u00a0]?(?:{percent}){tail}", re.IGNORECASE),
        _units(words, link),
        _bounds(words),
        re.compile(rf"[\s\u00a0]?(?:{shared['per_share']})", re.IGNORECASE),
        re.compile(rf"(?:{shared['of_share']})\s*$", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{shared['times_of']})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?:\s?(?:{shared['range_marks']})\s?|\s(?:{shared['range_words']})\s)", re.IGNORECASE),
        re.compile(rf"\s*(?:[.,;:)，。；）]|$|\s(?:{follows})(?!\w))", re.IGNORECASE),
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
