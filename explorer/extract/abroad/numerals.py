"""Numbers in other languages: figures as each writes them, words and characters before a scale, compounds.

"1.234,5", "3,5 Milliarden", "deux millions", "1亿2000万", "二百万". It must not know units or money.
"""

import re
from dataclasses import dataclass
from functools import cache

from explorer.dates.cjk import numbers as characters
from explorer.extract.abroad.words import Tongue, tongue
from explorer.extract.amount import numbers
from explorer.extract.lexicon import table
from explorer.model.mention import Span

_COMPOUND = {"zh": "", "ja": "", "ko": r"\s?"}  # what may part the members of 1亿2000万
_FEWEST = 3  # figures of a last member without a scale: 1万2000
_LARGE = 1_000
_SEVERAL = "数几上多"  # 数百万: some millions


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number where it stands: `sign` is a currency's before it, `scale` what its word multiplies by."""

    span: Span
    value: float
    scale: float
    sign: str
    is_share: bool  # 百分之…
    is_large: bool  # it has a scale or grouped thousands: it counts without a unit


def search(text: str, start: int, end: int, code: str) -> Numeral | None:
    """Find the next number between two offsets."""
    match = _pattern(code).search(text, start, end)
    return _read(text, match, end, code) if match else None


def at(text: str, start: int, end: int, code: str) -> Numeral | None:
    """Read the number that begins at an offset, None if none does."""
    match = _pattern(code).match(text, start, end)
    return _read(text, match, end, code) if match else None


def _read(text: str, match: re.Match[str], end: int, code: str) -> Numeral:
    words = tongue(code)
    value, scale = _member(match, words)
    stop = match.end()
    if code in _COMPOUND and scale > 1:
        value, stop = _compounded(text, value, scale, stop, end, words)
    value = -value if match["minus"] else value
    is_grouped = not match["digits"].isdigit() and value >= _LARGE
    return Numeral(
        Span(match.start(), stop),
        value,
        scale,
        match["sign"] or "",
        is_share=bool(match["share"]),
        is_large=scale > 1 or is_grouped,
    )


def _member(match: re.Match[str], words: Tongue) -> tuple[float, float]:
    scale = scales(words.code).get(" ".join((match["scale"] or "").lower().split()), 1.0)
    return numbers.scaled(_value(match["digits"], words), scale), scale


def _compounded(text: str, value: float, scale: float, stop: int, end: int, words: Tongue) -> tuple[float, int]:
    """Add the smaller members that follow: 1亿2000万, 3万5千, 40조 4451억."""
    gap = re.compile(_COMPOUND[words.code])
    while True:
        space = gap.match(text, stop, end)
        match = _pattern(words.code).match(text, space.end() if space else stop, end)
        if match is None or match["sign"] or match["share"] or match["minus"]:
            return value, stop
        more, smaller = _member(match, words)
        is_member = smaller < scale and more < scale
        if not is_member or (smaller <= 1 and len(match["digits"]) < _FEWEST):
            return value, stop
        value, scale, stop = value + more, smaller, match.end()
        if scale <= 1:
            return value, stop


def _value(digits: str, words: Tongue) -> float:
    if not digits[0].isdigit():
        spoken = _spoken(words.code).get(" ".join(digits.lower().split()))
        return spoken if spoken is not None else float(characters.value_of(digits) or 1)
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
def signs() -> dict[str, str]:
    """Give the signs of currencies that stand before a number, with their codes."""
    before = table("units.toml")["before"]
    assert isinstance(before, dict)
    return {str(sign): str(code) for sign, code in before.items()}


@cache
def scales(code: str) -> dict[str, float]:
    """Give the words of large numbers and what they multiply by."""
    found = {str(word): float(value) for word, value in tongue(code).section("scales").items()}
    return found | {word.rstrip("."): value for word, value in found.items()}


@cache
def _spoken(code: str) -> dict[str, float]:
    """Give the numbers in words that count before a scale: "deux millions"."""
    return {word: float(value) for word, value in tongue(code).common["numerals"].get(code, {}).items()}


@cache
def _pattern(code: str) -> re.Pattern[str]:
    words = tongue(code)
    edge = "" if words.ends_freely else r"(?!\w)"
    names = "|".join(flexible(word) for word in by_length(scales(code)))
    before = "|".join(re.escape(sign) for sign in by_length(signs()))
    group = r"[.,'’ \u00a0\u202f]" if words.is_spaced else r"[,]"
    digits = rf"\d{{1,3}}(?:{group}\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
    if code in _COMPOUND and not words.is_spaced:
        large = "[" + "".join(word for word in scales(code) if len(word) == 1) + "]"
        letters = "[一二两三四五六七八九十百千零〇]+"
        digits += rf"|(?<![{_SEVERAL}]){letters}(?={large})|(?<=百分之){letters}"
    elif _spoken(code):
        spoken = "|".join(flexible(word) for word in by_length(_spoken(code)))
        digits += rf"|(?<!\w)(?:{spoken})(?=[\s\u00a0](?:{names})(?!\w))"
    scale = rf"(?:[\s\u00a0-]?(?P<scale>{names}){edge})?" if names else "(?P<scale>(?!))?"
    return re.compile(
        rf"(?<![\d.,])(?<![A-Za-z][-‑])(?:(?<!\w)(?P<sign>{before})[\s\u00a0]?)?(?P<share>百分之)?"
        rf"(?:(?<![\w)])(?P<minus>[-−](?=\d)))?(?P<digits>{digits}){scale}",
        re.IGNORECASE if words.is_spaced else 0,
    )


def by_length(words: dict[str, float] | dict[str, str] | list[str]) -> list[str]:
    """Give words for a pattern, the longest first."""
    return sorted(words, key=len, reverse=True)


def flexible(word: str) -> str:
    """Give the pattern of words between which any space and either apostrophe may stand."""
    return re.escape(word).replace(r"\ ", r"[\s\u00a0]+").replace("'", "['’]")
