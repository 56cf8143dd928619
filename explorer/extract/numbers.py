"""Numbers as people write them: "1,234.5", "5.7 million", "two hundred million", "half a billion", "3 crore".

It must not know units or money.
"""

import re
from functools import cache

from explorer.extract.lexicon import table

DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"


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
    return rf"(?:[\s-]?(?:{'|'.join(words)})(?![\w])|(?:[kmbKMB])(?![\w])|\s?(?:{wide}))"


@cache
def spelled_pattern() -> str:
    """Give the pattern of a number in words, at least one of them a number."""
    unit = "|".join(sorted(_spelled(), key=len, reverse=True))
    big = "hundred|thousand|million|billion|trillion|lakh|crore"
    words = rf"(?:{unit})(?:[\s-](?:and\s)?(?:{unit}|{big}))*"
    return rf"(?:{words}|(?:a|half a|half-a)\s(?:{big})(?:\s(?:{big}))*)(?![\w-])"


def value_of_digits(digits: str, scale: str | None) -> float:
    """Give the value of digits with their scale word."""
    number = float(digits.replace(",", ""))
    if not scale:
        return number
    return scaled(number, scales()[scale.strip(" -\u00a0\t\n").lower()])


def scaled(number: float, factor: float) -> float:
    """Multiply without the dust of binary fractions: 560.8 million is 560800000."""
    return float(f"{number * factor:.12g}")


def value_of_words(words: str) -> float:
    """Give the value of a number in words."""
    total, current = 0.0, 0.0
    for word in re.split(r"[\s-]+", words.lower()):
        if word == "half":
            current = 0.5
        elif word in ("a", "and"):
            current = current or (1.0 if word == "a" else 0.0)
        elif word == "hundred":
            current = (current or 1.0) * 100
        elif word in scales():
            total += (current or 1.0) * scales()[word]
            current = 0.0
        else:
            current += _spelled()[word]
    return total + current
