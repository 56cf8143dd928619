"""Currencies by sign, code or word, and by the country of the text where several share one name.

A text of Chile counts in pesos of Chile, and "$" in Sydney's own press is the Australian dollar; a news agency
writes "$" for the American one everywhere. It must not know numbers.
"""

import re
from functools import cache

from explorer.extract.lexicon import table

_AGENCY = re.compile(r"\b(?:Reuters|AFP|Associated Press|\(AP\)|Bloomberg|Dow Jones|Xinhua|CNBC)\b")
_MARKED = re.compile(r"\bUS ?\$|\bU\.S\. ?\$|\bUSD\b")
_LOCAL = re.compile(r"\b(?:AU?|CA?|Cdn|HK|S|NZ) ?\$")
_ENOUGH = 3  # namings of a country that make a text its own
_SAME = {
    "￥": "¥", "peso": "pesos", "rupee": "rupees", "Rs": "rupees", "Rs.": "rupees", "pound": "pounds",
    "£": "pounds", "liras": "lira", "krona": "kr", "kronor": "kr",
}  # fmt: skip


@cache
def _words(section: str) -> dict[str, str]:
    entries = table("units.toml")[section]
    assert isinstance(entries, dict)
    return {str(word): str(code) for word, code in entries.items()}


@cache
def _lower(section: str) -> dict[str, str]:
    return {word.lower(): code for word, code in reversed(_words(section).items())}


@cache
def _countries(word: str) -> dict[str, re.Pattern[str]]:
    section = table("units.toml")["dollar"] if word == "$" else None
    if section is None:
        local = table("units.toml")["local"]
        assert isinstance(local, dict)
        section = local.get(word, {})
    assert isinstance(section, dict)
    return {code: re.compile(rf"\b(?:{places})(?!\w)") for code, places in section.items()}


class Currencies:
    """The currencies of one text; what its country decides is counted once, when first asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._decided: dict[str, str] = {}

    def code(self, section: str, word: str) -> str:
        """Give the ISO 4217 code of a sign before a number, or of a word or hundredth behind it."""
        known = _words(section).get(word) or _lower(section).get(word.lower(), "")
        name = _SAME.get(word, word if word in ("$", "¥") else word.lower())
        if name not in self._decided:
            self._decided[name] = self._dollar() if name == "$" else self._most(name)
        return self._decided[name] or known

    def _counts(self, name: str) -> dict[str, int]:
        return {code: sum(1 for _ in places.finditer(self._text)) for code, places in _countries(name).items()}

    def _most(self, name: str) -> str:
        counts = self._counts(name)
        best = max(counts, key=lambda code: counts[code], default="")
        return best if best and counts[best] else ""

    def _dollar(self) -> str:
        if _LOCAL.search(self._text) or _AGENCY.search(self._text):
            return "USD"
        counts = self._counts("$")
        american = counts.pop("USD")
        best = max(counts, key=lambda code: counts[code])
        if _MARKED.search(self._text):
            return best if counts[best] else "USD"
        return best if counts[best] >= _ENOUGH and counts[best] > 2 * american else "USD"
