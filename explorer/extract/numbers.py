"""Numbers as people write them: "1,234.5", "5.7 million", "two hundred million", "half a billion", "3 crore".

It must not know units or money.
"""

import re
from functools import cache

from explorer.extract.lexicon import table

DIGITS = r"\d+\s\d/\d(?=[\s-](?:[mbtk]|per))|\d*[½¼¾]|\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


@cache
def scales() -> dict[str, float]:
    """Give the scale words and what they multiply by."""
    return {word: float(str(value)) for word, value in _section("scales").items()}


@cache
def _spelled() -> dict[str, int]:
    return {word: int(str(value)) for word, value in _section("spelled").items()}


def _section(name: str) -> dict[str, object]:
    section = table("units.toml")[name]
    assert isinstance(section, dict)
    return section


@cache
def scale_pattern() -> str:
    """Give the pattern of a scale word behind digits; one-letter scales must touch them."""
    words = sorted((w for w in scales() if len(w) > 1 and w.isascii()), key=len, reverse=True)
    wide = "|".join(
        re.escape(w) for w in sorted((w for w in scales() if not w.isascii()), key=len, reverse=True)
    )
    return rf"(?:\+?[\s-]?(?:{'|'.join(words)})(?![\w])|(?:[kmbKMB])(?![\w])|\s?(?:{wide}))"


@cache
def spelled_pattern() -> str:
    """Give the pattern of a number in words, at least one of them a number."""
    unit = "|".join(sorted(_spelled(), key=len, reverse=True))
    big = "hundred|thousand|million|billion|trillion|lakh|crore|dozen"
    words = rf"(?:{unit})(?:[\s-](?:and\s)?(?:{unit}|{big}))*"
    parts = rf"(?:{unit})\sand\sa\s(?:half|quarter)\s(?:{big})"
    of_a = rf"(?:(?:a|one|three)[\s-]quarters?\sof\sa|half\sof\sa|a\shalf)[\s-](?:{big})"
    return rf"(?:{parts}|{of_a}|{words}|(?:a|half a|half-a)\s(?:{big})(?:\s(?:{big}))*)(?![\w-])"


def value_of_digits(digits: str, scale: str | None) -> float:
    """Give the value of digits with their scale word."""
    number = _plain(digits.replace(",", ""))
    if not scale:
        return number
    return scaled(number, scales()[scale.strip("+ -\u00a0\t\n").lower()])


def _plain(digits: str) -> float:
    """Give the value of digits that may end in a fraction: "1 1/2", "2½"."""
    if digits[-1] in _PARTS:
        return float(digits[:-1] or 0) + _PARTS[digits[-1]]
    if "/" not in digits:
        return float(digits)
    whole, part = digits.split()
    above, below = part.split("/")
    return float(whole) + (int(above) / int(below) if int(below) else 0.0)


def scaled(number: float, factor: float) -> float:
    """Multiply without the dust of binary fractions: 560.8 million is 560800000."""
    return float(f"{number * factor:.12g}")


def value_of_words(words: str) -> float:
    """Give the value of a number in words."""
    total, current, kept = 0.0, 0.0, 0.0
    for word in re.split(r"[\s-]+", words.lower()):
        if word == "and":
            kept, current = (kept + current, 0.0) if " and a " in words.lower() else (kept, current)
        elif word == "a":
            current = current or 1.0
        elif word in ("half", "quarter", "quarters"):
            current = (current or 1.0) * (0.5 if word == "half" else 0.25)
        elif word in ("hundred", "dozen"):
            current = (current or 1.0) * (100 if word == "hundred" else 12)
        elif word == "of":
            continue
        elif word in scales():
            total += (kept + current or 1.0) * scales()[word]
            current, kept = 0.0, 0.0
        else:
            current += _spelled()[word]
    return total + kept + current
