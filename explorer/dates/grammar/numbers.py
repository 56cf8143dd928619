"""Numbers in words and short years. Knows nothing of dates beyond the century a short year belongs to."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explorer.dates.grammar.rules import Match

PIVOT = 50  # "'49" is 2049's century, "'50" is 1950's


def short_year(number: int) -> int:
    """Give the year meant by two digits (19 is 2019, 96 is 1996); longer numbers are years already."""
    if number >= 100:
        return number
    return number + (2000 if number < PIVOT else 1900)


def word_value(match: "Match", word: str) -> int | None:
    """Give the value of one number word, None for any other word."""
    for concept in ("ONES", "TENS", "SCALE"):
        value = match.lexicon.meaning(concept, word)
        if value is not None:
            return int(value)
    return None


def number_of(match: "Match", name: str) -> float | None:
    """Read a captured number: "15", "2,000", "twenty-five", "two thousand", "a", "several" (0)."""
    words = match.word(name).replace("-", " ").replace("–", " ").split()
    if not words:
        return None
    plain = words[0].replace(",", "")
    if plain.replace(".", "", 1).isdigit():
        total = float(plain)
        for word in words[1:]:
            total *= word_value(match, word) or 1
        return total
    return _in_words(match, words)


def _in_words(match: "Match", words: list[str]) -> float | None:
    total, current, seen = 0.0, 0.0, False
    for word in words:
        if word in ("a", "an", "another"):
            current, seen = 1, True
            continue
        value = word_value(match, word)
        if value is None:
            continue
        seen = True
        if value == 1000:
            total, current = total + max(current, 1) * value, 0
        elif value in (12, 100) and current:
            current *= value
        else:
            current += value
    return total + current if seen else None


def year_of_words(match: "Match", name: str = "spoken") -> int | None:
    """Read a spoken year: "nineteen ninety-four", "two thousand and eight"."""
    words = [word for word in match.word(name).replace("-", " ").split() if word not in ("and", "–")]
    values = [word_value(match, word) or 0 for word in words]
    if words[:2] == ["two", "thousand"]:
        return 2000 + sum(values[2:])
    rest = values[1:]
    if not rest or (rest[0] < 20 and len(rest) > 1 and rest[0] != 100) or not 10 <= rest[0] <= 100:
        return None
    if rest[0] == 100:
        return values[0] * 100
    if rest[0] % 10 == 0 and len(rest) > 1 and not 1 <= rest[1] <= 9:
        return None
    year = values[0] * 100 + sum(rest)
    return year if 1500 <= year <= 2099 else None
