"""Amounts in few letters: "$5.7 M", "€1.2 bn", "20 %"; no digit changes its value.

It knows quantities, not what is told of them.
"""

import re
from collections.abc import Sequence

from explorer.model.mention import Quantity

_SIGNS = {
    "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩",
    "CAD": "C$", "AUD": "A$", "HKD": "HK$", "NZD": "NZ$", "SGD": "S$", "BRL": "R$",
}  # fmt: skip
_SCALES = ((1e12, " tn"), (1e9, " bn"), (1e6, " M"))
_SCALED = re.compile(r"(?<=\d)[\s-](?P<scale>million|billion|trillion)\b(?![’'])")
_LETTERS = {"million": " M", "billion": " bn", "trillion": " tn"}
_PERCENT = re.compile(r"(?<=\d)\s?(?:%|percent\b(?!age)|per cent\b|pct\b)")
_DIGIT = re.compile(r"\d")
_NUMBER = r"\d[\d.,]*(?:\s(?:M|bn|tn)\b)?"
_NAMED = {
    "EUR": r"euros?", "USD": r"(?:U\.?S\.? )?dollars", "GBP": r"(?:British )?pounds(?: sterling)?",
    "JPY": r"yen", "INR": r"rupees", "KRW": r"won",
}  # fmt: skip


_STEMS = {"EUR": "euro", "USD": "dollar", "GBP": "pound", "JPY": "yen", "INR": "rupee", "KRW": "won"}


def amount(quantity: Quantity) -> str:
    """Write a quantity briefly: "$5.7 M", "400 M daily users", "20 %", "a third", "8.2 times"."""
    value, unit = abs(quantity.value), quantity.unit
    if unit == "%" and quantity.text and not _DIGIT.search(quantity.text):
        return quantity.text  # "a third" is no 33.3333 %
    sign = "−" if quantity.value < 0 else ""
    number = _short(value)
    base, _, per = unit.partition("/")
    if len(base) == 3 and base.isupper():
        money = f"{_SIGNS[base]}{number}" if base in _SIGNS else f"{number} {base}"
        return sign + money + (f" a {per}" if per else "")
    return f"{sign}{number} {unit}".strip()


def _short(value: float) -> str:
    for factor, letter in _SCALES:
        if value >= factor and float(f"{value / factor:.5g}") * factor == value:
            return f"{value / factor:.5g}{letter}"
    if value >= 1000:
        return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"
    return f"{value:.6g}"


def figures(words: str, quantities: Sequence[Quantity]) -> str:
    """Write the figures in some words briefly: "6.24 billion euros" → "€6.24 bn"."""
    if not _DIGIT.search(words):
        return words
    if "%" in words or "pct" in words or "per" in words:
        words = _PERCENT.sub(" %", words)
    if "illion" in words:
        words = _SCALED.sub(lambda match: _LETTERS[match["scale"]], words)
    small = words.lower()
    for unit in {quantity.unit.partition("/")[0] for quantity in quantities}:
        if unit in _NAMED and _STEMS[unit] in small:
            words = re.sub(
                rf"(?<![$€£¥₹₩\d.,])({_NUMBER})(?=\s(?:to|and|or)\s{_NUMBER}\s{_NAMED[unit]}\b)",
                rf"{_SIGNS[unit]}\1",
                words,
            )
            words = re.sub(
                rf"(?<![$€£¥₹₩\d.,])({_NUMBER})\s{_NAMED[unit]}\b",
                rf"{_SIGNS[unit]}\1",
                words,
                flags=re.IGNORECASE,
            )
    for quantity in quantities:
        words = _signed(words, quantity)
    return re.sub(r"\bUS ?\$(?=\d)", "$", words) if "US" in words else words


_CALLED = "|".join(_STEMS.values())
_BARE = re.compile(r"(?:[a-z]+\s){0,2}(?P<number>\d[\d.,]*)(?P<scale>\s(?:million|billion|trillion))")


def _signed(words: str, quantity: Quantity) -> str:
    """Put the sign before a sum that shares its currency: "3 million euros in May, 5 million in June"."""
    bare = _BARE.fullmatch(quantity.text) if quantity.unit in _SIGNS else None
    if bare is None:
        return words
    number = bare["number"] + _LETTERS[bare["scale"].strip()]
    alone = rf"(?<![$€£¥₹₩\d.,]){re.escape(number)}\b(?!\s[a-z]*(?:{_CALLED}))"
    return re.sub(alone, _SIGNS[quantity.unit] + number, words)
