"""Currencies by sign, code or word, and by the country of the text where several share one name.

A text of Chile counts in pesos of Chile, and "$" in Sydney's own press is the Australian dollar; a news agency
writes "$" for the American one everywhere. It must not know how numbers are written.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from explorer.extract.amount.counted import Word
from explorer.extract.lexicon import table

_AGENCIES = ("Reuters", "AFP", "Associated Press", "(AP)", "Bloomberg", "Dow Jones", "Xinhua", "CNBC")
_AGENCY = re.compile(rf"\b(?:{'|'.join(map(re.escape, _AGENCIES))})\b")
_MARKED = re.compile(r"\bUS ?\$|\bU\.S\. ?\$|\bUSD\b")
# The letter is tried before what must not stand before it: so texts are read fast.
_LOCAL = re.compile(r"[ACHNS](?<!\w.)(?:(?<=A)U?|(?<=C)(?:A|dn)?|(?<=H)K|(?<=N)Z|(?<=S)) ?\$")
_EXCHANGES = {"TSX": "CAD", "TSXV": "CAD", "ASX": "AUD", "NZX": "NZD", "SGX": "SGD"}
# A firm's own release names where it is listed: "(TSX: BRG)".
_EXCHANGE = re.compile(r"\((TSXV?|ASX|NZX|SGX)\s?:\s?[A-Z][A-Z0-9.]*\)")
_ENOUGH = 3  # namings of a country that make a text its own
_LONGEST = 8  # characters of a sign
_PHRASE = 3  # words of a currency's name
_EDGES = " \t\n\u00a0\u202f([{\"'“‘«—–:;|~≈"
_MINUS = "-−–"
_SAME = {
    "￥": "¥", "peso": "pesos", "rupee": "rupees", "Rs": "rupees", "Rs.": "rupees", "pound": "pounds",
    "£": "pounds", "liras": "lira", "krona": "kr", "kronor": "kr", "R": "rand",
    "N": "naira", "P": "pesos", "K": "kwacha", "W": "won",
    "Sh": "shillings", "Shs": "shillings", "shilling": "shillings",
}  # fmt: skip
_SHARED_BY_WORD = ("won", "real", "marks", "mark", "crowns", "rand", "sol", "som", "sum", "dram", "kip")
_FEW = 100  # fewer are no sum in such a currency: "40 won seats"
_BEFORE_WEIGHT = re.compile(
    r"\b(?:weigh\w*|heavy|lift(?:s|ed|ing)?|payloads?(?: of)?|lost|gained|shed|cargo of|thrust of|loads? of)\b"
    r"[^.;,]{0,24}$",
    re.IGNORECASE,
)


class Sign(NamedTuple):
    """A currency's sign or code before a number, and where it starts."""

    word: str
    start: int


def sign_before(text: str, floor: int, start: int) -> Sign | None:
    """Give the sign that stands before a number: "$", "US$", "Rs ", "EUR-", "AUD$", "US $"."""
    last = start - 1 if start > floor and text[start - 1] in " \u00a0-" else start
    first = last
    while first > floor and last - first < _LONGEST and text[first - 1] not in _EDGES:
        first -= 1
    token = text[first:last]
    if not token:
        return None
    if token == "$" and (longer := _dollar_of(text, floor, first)):
        return longer
    signs = _words("before")
    if token in signs:
        return Sign(token, first)
    if token[-1].isalnum():
        return None
    whole = next((token[i:] for i in range(1, len(token)) if token[i:] in signs), "")
    ahead = token[: len(token) - len(whole)].strip("$€£¥")
    if not whole or last < start - 1:
        return None
    if ahead.isalpha():
        return Sign(ahead, first) if ahead in signs else None
    return Sign(whole, last - len(whole))


_COUNTRY_APART = re.compile(r"(?<!\w)([A-Z]{1,3}|Cdn) $")


def _dollar_of(text: str, floor: int, at: int) -> Sign | None:
    """Read "US $" and "CAD $": the country stands apart from the sign."""
    before = _COUNTRY_APART.search(text[max(floor, at - 5) : at]) if text[at - 1 : at] == " " else None
    if before is None:
        return None
    word = next((word for word in (f"{before[1]}$", before[1]) if word in _words("before")), "")
    return Sign(word, at - len(before[0])) if word else None


def negative_start(text: str, floor: int, start: int) -> int | None:
    """Give where "minus", "negative" or a touching minus sign starts before a number or its sign."""
    if start <= floor:
        return None
    if text[start - 1] in _MINUS:
        is_apart = start == 1 or text[start - 2] in " \n\u00a0("
        return start - 1 if is_apart else None
    head = text[max(floor, start - len("negative ")) : start].lower()
    word = next((word for word in ("minus ", "negative ") if head.endswith(word)), "")
    return start - len(word) if word else None


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

    def is_sign(self, sign: Sign, *, is_scaled: bool) -> bool:
        """Tell whether a sign means money: a letter does where its country is told, "R5 million" anywhere."""
        if len(sign.word) > 1 or not sign.word.isalpha():
            return True
        if sign.word == "R":
            return is_scaled or bool(self._most("rand"))
        return is_scaled and self._most(_SAME[sign.word]) == _words("before")[sign.word]

    def behind(
        self, floor: int, start: int, words: Sequence[Word], value: float, *, is_scaled: bool
    ) -> tuple[str, int, float] | None:
        """Read the currency behind a number: its code, where its name ends, and what the value is divided by.

        Pounds of what is weighed are the unit "pounds".
        """
        if not words or (
            words[0].text.lower().rstrip("'’") not in _first_words() and not words[0].text.isupper()
        ):
            return None
        for count in range(min(_PHRASE, len(words)), 0, -1):
            name, end = " ".join(word.text for word in words[:count]).rstrip("'’"), words[count - 1].end
            section = next((s for s in ("after", "hundredths") if name.lower() in _lower(s)), "")
            if not section and count == 1 and name.isupper() and len(name) == 3 and name in _words("before"):
                return _words("before")[name], end, 1.0
            if not section or (name.isupper() and name not in _words(section)):
                continue
            if section == "hundredths":
                return None if is_scaled else (self._of_hundredth(name), end, 0.01)
            if name.lower() in _SHARED_BY_WORD and ((not is_scaled and value < _FEW) or _is_name(words)):
                return None
            if name.lower() in ("pound", "pounds") and self._is_weight(
                floor, start, words, is_scaled=is_scaled
            ):
                return "pounds", end, 1.0
            return self.code("after", name), end, 1.0
        return None

    def _of_hundredth(self, name: str) -> str:
        known = _lower("hundredths")[name.lower()]
        return self.code("before", "$") if known == "USD" else known

    def _is_weight(self, floor: int, start: int, words: Sequence[Word], *, is_scaled: bool) -> bool:
        """Tell pounds of weight by what is weighed, by "weighing", or by a text that names no such currency."""
        if words[0].is_tied:
            return True
        follows = [word.text.lower() for word in words[1:6]]
        is_of = follows[:1] == ["of"]
        if is_of and not _substances().isdisjoint(follows[1:4]):
            return True
        if _BEFORE_WEIGHT.search(self._text, max(floor, start - 40), start) or follows[:1] in (
            ["per"],
            ["lighter"],
            ["heavier"],
        ):
            return True
        is_money = is_of and not _sums().isdisjoint(follows[1:5])
        return is_of and not is_money and not is_scaled and not self._most("pounds") and "£" not in self._text

    def _counts(self, name: str) -> Counter[str]:
        """Count how often a text names the countries that share a currency's name."""
        places = _countries(name)
        return Counter(str(match.lastgroup) for match in places.finditer(self._text)) if places else Counter()

    def _most(self, name: str) -> str:
        if name not in self._decided:
            counts = self._counts(name)
            self._decided[name] = counts.most_common(1)[0][0] if counts else ""
        return self._decided[name]

    def _is_of_agency(self) -> bool:
        return any(name in self._text for name in _AGENCIES) and bool(_AGENCY.search(self._text))

    def _dollar(self) -> str:
        if _LOCAL.search(self._text) or self._is_of_agency():
            return "USD"
        if (own := _EXCHANGE.search(self._text)) and not _MARKED.search(self._text):
            return _EXCHANGES[own[1]]
        if not _dollar_places().search(self._text):
            return "USD"
        counts = self._counts("$")
        american = counts.pop("USD", 0)
        best, count = counts.most_common(1)[0] if counts else ("USD", 0)
        is_own = count >= _ENOUGH and (count > 2 * american or _MARKED.search(self._text))
        return best if is_own else "USD"


def _is_name(words: Sequence[Word]) -> bool:
    """Tell whether a word that is also a currency's goes on as a name: "real estate"."""
    return len(words) > 1 and words[1].text.lower() in ("estate", "time", "world", "total", "the", "a")


@cache
def _words(section: str) -> dict[str, str]:
    entries = table("units.toml")[section]
    assert isinstance(entries, dict)
    return {str(word): str(code) for word, code in entries.items()}


@cache
def _first_words() -> frozenset[str]:
    """Give the words with which the name of a currency behind a number begins."""
    names = (*_words("after"), *_words("hundredths"))
    return frozenset(name.lower().split(" ")[0] for name in names)


@cache
def _lower(section: str) -> dict[str, str]:
    return {word.lower(): code for word, code in reversed(_words(section).items())}


@cache
def _countries(word: str) -> re.Pattern[str] | None:
    """Give the pattern of the places that tell whose currency is meant, a group for each code."""
    local = table("units.toml")["local"]
    assert isinstance(local, dict)
    section = table("units.toml")["dollar"] if word == "$" else local.get(word)
    if section is None:
        return None
    assert isinstance(section, dict)
    return re.compile(rf"\b(?:{'|'.join(f'(?P<{code}>{places})' for code, places in section.items())})(?!\w)")


@cache
def _dollar_places() -> re.Pattern[str]:
    """Give the places of other dollars than the American, also within words: found faster than counted."""
    section = table("units.toml")["dollar"]
    assert isinstance(section, dict)
    return re.compile("|".join(str(places) for code, places in section.items() if code != "USD"))


@cache
def _substances() -> frozenset[str]:
    return frozenset(_words("pounds")["weighed"].split())


@cache
def _sums() -> frozenset[str]:
    return frozenset(_words("pounds")["paid"].split())
