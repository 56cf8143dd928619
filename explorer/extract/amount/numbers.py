"""Numbers as people write them: "1,234.5", "5.7 million", "two hundred million", "half a billion", "3 crore".

It must not know units or money.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from explorer.extract.lexicon import small, table

_DIGITS = (
    r"\d+\s\d/\d(?=[\s-](?:[mbtk]|per))|\d*[½¼¾]|\d{1,3}(?:,\d{2})*(?:,\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)|\d{1,3}(?: \d{3}){2,}(?!\d)|\d+(?:\.\d+)?"
)
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_RUN = "[0-9½¼¾]+"
_JOINTS = re.compile(r"[\s+-]+")  # between the words of a number
_BIG = "hundred|thousand|million|billion|trillion|lakh|crore|dozen"
_HUNDREDS = {"hundred": 100.0, "dozen": 12.0}
_QUARTERS = {"half": 0.5, "quarter": 0.25, "quarters": 0.25}


class Figure(NamedTuple):
    """A number where it stands; `scale` is what its scale words multiply by, 1 for none."""

    start: int
    end: int
    value: float
    scale: float = 1.0
    digits: str = ""  # none for a number in words

    @property
    def is_year(self) -> bool:
        """Tell whether bare digits can be read as a year."""
        return self.scale == 1 and len(self.digits) == 4 and self.digits[:2] in ("19", "20")


def read(text: str, start: int, end: int) -> Figure | None:
    """Read the number that begins at `start`, in digits or in words; None where none does."""
    if text[start] not in _PARTS and not text[start].isdigit():
        match = _words().match(text, start, end)
        return Figure(start, match.end(), *_value_of_words(match[0].lower())) if match else None
    match = _figures().match(text, start, end)
    if match is None:
        return None
    digits, scale = match["digits"], 1.0
    if not match["scale"]:
        return Figure(start, match.end(), _plain(digits), scale, digits)
    for word in _JOINTS.split(match["scale"]):
        scale *= _scales().get(word.lower(), _HUNDREDS.get(word, 1.0))
    return Figure(start, match.end(), scaled(_plain(digits), scale), scale, digits)


def openings(text: str, words: tuple[str, ...]) -> list[int]:
    """Give the offsets at which a number may begin, in digits or with one of `words`, in order.

    A text is searched once for all its sentences: what a word begins is read only where it stands.
    """
    low = small(text).replace("\n", " ").replace("\u00a0", " ")
    return [match.start() for match in _beginning(words).finditer(low)]


@cache
def _beginning(words: tuple[str, ...]) -> re.Pattern[str]:
    """Give the pattern of digits, and of where one of some words begins: by first letter, which is fast."""
    rests: dict[str, set[str]] = {}
    for word in words:
        rests.setdefault(word[0], set()).add(re.escape(word[1:]))
    parts = (rf"{first}(?=(?:{'|'.join(sorted(rest))}))" for first, rest in rests.items())
    return re.compile(rf"{_RUN}|\b(?:{'|'.join(parts)})(?<!-.)")


def openers() -> tuple[str, ...]:
    """Give how numbers in words begin; the article needs the word behind it."""
    articles = tuple(f"a{gap}{word}" for gap in " -" for word in (*_BIG.split("|"), "half", "quarter"))
    return (*_spelled(), "half", *articles)


def scaled(number: float, factor: float) -> float:
    """Multiply without the dust of binary fractions: 560.8 million is 560800000."""
    return float(f"{number * factor:.12g}")


@cache
def _scales() -> dict[str, float]:
    return {word: float(str(value)) for word, value in _section("scales").items()}


@cache
def _spelled() -> dict[str, int]:
    return {word: int(str(value)) for word, value in _section("spelled").items()}


def _section(name: str) -> dict[str, object]:
    section = table("units.toml")[name]
    assert isinstance(section, dict)
    return section


@cache
def _figures() -> re.Pattern[str]:
    """Digits with their scale: a letter must touch them, and "1,4" is a number before a scale word only."""
    words = f"(?i:{_any(w for w in _scales() if len(w) > 1 and w.isascii())})"
    wide = _any(w for w in _scales() if not w.isascii())
    units = _any(str(_section("attached")["units"]).split())
    spaced = rf"\+?[\s-]?(?:hundred[\s-])?(?:{words})(?:\s(?:{words}))?(?!\w)"
    return re.compile(
        rf"(?P<digits>\d+,\d{{1,2}}(?=[\s-]?(?:{words})(?!\w))|{_DIGITS})"
        rf"(?:(?P<scale>{spaced}|[kmbKMB](?!\w)|\s?(?:{wide}))"
        rf"|\+|(?![0-9A-Za-z_]|[.:/]\d)|(?=[xX](?!\w)|(?:{units})(?!\w)))"
    )


@cache
def _words() -> re.Pattern[str]:
    spelled = _spelled()
    ones, teens, tens = (
        _any(word for word, value in spelled.items() if low <= value < high)
        for low, high in ((0, 10), (10, 20), (20, 100))
    )
    small = rf"(?:(?:{tens})(?:[\s-](?:{ones}))?|{teens}|{ones})"
    big = rf"(?:[\s-](?:{_BIG}))"
    more = rf"(?:[\s-](?:and[\s-])?{small}{big}+)*(?:(?:(?<=hundred)|(?<=thousand))[\s-](?:and[\s-])?{small})?"
    part = rf"[\s-]and[\s-]a[\s-](?:half|quarter){big}?"
    of_a = r"(?:(?:a|one|three)[\s-]quarters?[\s-]of[\s-]a|half[\s-]of[\s-]a|a[\s-]half|half[\s-]a|half)"
    a_big = rf"a{big}+(?:[\s-]and[\s-]a[\s-]half|{more})"
    return re.compile(
        rf"(?:{of_a}[\s-](?:{_BIG})|{a_big}|{small}(?:{part}|{big}+{more})?)(?!\w)", re.IGNORECASE
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _plain(digits: str) -> float:
    """Give the value of digits that may be grouped or end in a fraction: "1,500", "1 1/2", "2½", "1,4"."""
    if digits.isascii() and digits.replace(".", "", 1).isdigit():
        return float(digits)
    if digits[-1] in _PARTS:
        return float(digits[:-1] or 0) + _PARTS[digits[-1]]
    if "/" in digits:
        whole, part = digits.split()
        above, below = part.split("/")
        return float(whole) + (int(above) / int(below) if int(below) else 0.0)
    if len(digits) - digits.rfind(",") in (2, 3) and "," in digits:
        return float(digits.replace(",", "."))
    return float(re.sub(r"[,\s]", "", digits))


def _value_of_words(words: str) -> tuple[float, float]:
    """Give the value of a number in words, and its last scale."""
    total, current, scale, before = 0.0, 0.0, 1.0, ""
    for word in _JOINTS.split(words):
        if word in _QUARTERS and before == "a" and current:  # "two and a half million"
            current += _QUARTERS[word]
        elif word in _QUARTERS and before == "a" and total:  # "a million and a half"
            total += _QUARTERS[word] * scale
        elif word in _QUARTERS:
            current = (current or 1.0) * _QUARTERS[word]
        elif word in _HUNDREDS:
            current = (current or 1.0) * _HUNDREDS[word]
        elif word in _scales() and current:
            total, current, scale = total + current * _scales()[word], 0.0, _scales()[word]
        elif word in _scales():  # "a million", "a lakh crore"
            total, scale = (total or 1.0) * _scales()[word], scale * _scales()[word]
        else:
            current += _spelled().get(word, 0)
        before = word
    return scaled(total + current, 1.0), scale
