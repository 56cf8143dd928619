"""What a number counts: the head noun behind it, "vans" of "12,000 of its electric delivery vans".

People, spans of time, places and ranks are no measure. It must not know how numbers are written, nor money.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from explorer.extract.lexicon import table

_TOKEN = re.compile(
    r"(?P<gap>,?[ \u00a0\n-]{0,2})(?:\(\s?[A-Z0-9.]+\s?\)\s)?[“‘\"]?"
    r"(?P<word>(?:[A-Z]\.){2,}|sq\.|\d[\d,.]*\d(?![\w-])|[^\W_]+(?:['’&/.-][^\W_]+){0,5}['’]?)"
)
_FAR, _FAR_UNKNOWN, _FAR_PEOPLE = 7, 4, 4  # words behind a number in which its noun stands
_PLENTY = 10  # from here on a noun that no list holds is counted
_FEW_PASSENGERS = 1_000  # fewer are those of one journey, which are people
_MANY_RECALLS = 1_000  # from here on what is recalled is counted, and no announcements
_AROUND = 60  # characters around passengers in which harm is told
_OWN = frozenset("its their the those these our his her my all such both".split())
_EACH_PERIOD = re.compile(r"\s(?:a|an|per|each|every)\s(day|week|month)\b")
_OF_OIL = re.compile(r"(?:\sof\s[a-z]+(?:\s[a-z]+)?)??\s(?:a|per)\sday\b|/day\b|/d\b")
_PERIODS = {"daily": "daily users", "weekly": "weekly users", "monthly": "monthly users"}
_EACH = {"day": "daily users", "week": "weekly users", "month": "monthly users"}
_RATIO = re.compile(r"\s(?:held\s)?for\s(?:every|each)\b|\sheld\b")
_BAND = re.compile(r"(?<=MHz)[\s-](?:bands?|frequenc(?:y|ies)|spectrum|range)\b")
_SPEED = re.compile(r"\s(?:per|an?)\s(?:hour|second)\b")
# Behind a length these tell where something lies.
_PLACED = re.compile(
    r"\)?(?:\s\([^)]{1,20}\))?\s(?:(?:north|south|east|west)[a-z-]*|off|away|from|outside|inland|offshore|up|below|above)\b"
)
_MOVED = ("miles", "kilometres", "metres", "feet")
_EITHER = frozenset(("aircraft", "cattle", "sheep"))
_AUDIENCE = frozenset(("users", "people", "visitors", "viewers", "listeners", "players"))


class Word(NamedTuple):
    """A word behind a number; `is_tied` by a hyphen to what stands before it."""

    text: str
    end: int
    is_tied: bool


class Counted(NamedTuple):
    """The unit of a number, "" when the words tell none, None when it is no measure; and where it ends."""

    unit: str | None
    end: int


def ahead(text: str, at: int, end: int) -> list[Word]:
    """Give the words behind a number, up to the next mark."""
    return list(_ahead(text, at, end))


def _ahead(text: str, at: int, end: int) -> Iterator[Word]:
    is_name = False  # names may be parted by commas: "Corolla, Matrix and Vibe cars"
    for _ in range(_FAR + 1):
        match = _TOKEN.match(text, at, end)
        if match is None or (match["gap"][:1] == "," and not (is_name and match["word"][0].isupper())):
            return
        at, is_name = match.end(), match["word"][0].isupper()
        yield Word(match["word"], at, "-" in match["gap"])


def read(text: str, floor: int, at: int, words: list[Word], value: float, *, is_bare: bool) -> Counted:
    """Read what a number that ends at `at` counts; `is_bare` for digits that could be a year."""
    first = _beginning(words)
    if first is None:
        return Counted("", at)
    period = ""
    for i in range(first, len(words)):
        kind, unit, end = _head(words, first, i)
        low = words[i].text.lower()
        if kind == "stop":
            break
        if kind == "refused":
            return _refused(text, words, i, period, value)
        if kind == "unit":
            return _measured(text, floor, Counted(unit, _clipped(words, first, i, at, end)), period, value)
        if kind == "named":
            is_counted = value >= _PLENTY and i < first + _FAR_UNKNOWN and not is_bare
            return Counted(unit if is_counted else None, _clipped(words, first, i, at, end))
        period = low if low in _PERIODS else period
    return Counted("", at)


def _head(words: list[Word], first: int, i: int) -> tuple[str, str, int]:
    """Tell what a word makes of the number: "stop", "refused", a known "unit", a noun "named" so, or "" yet."""
    word, low, lexicon = words[i].text, _key(words[i].text), _lexicon()
    behind = words[i - 1].text if i > first else ""
    if _is_number(word) and behind and not behind[0].isupper():
        return "stop", "", 0
    pair = f"{low}_{_key(words[i + 1].text)}" if i + 1 < len(words) else ""
    kind, unit = lexicon.get(pair) or lexicon.get(word) or lexicon.get(low) or ("", "")
    end = words[i + 1].end if pair in lexicon else words[i].end
    if kind == "joint":
        return ("", "", end) if _is_joined(words, first, i) else ("stop", "", end)
    if kind in ("people", "none", "least"):
        is_known = low in _audience() and behind.lower() in _known_by() and low not in _AUDIENCE
        return ("unit", low, end) if is_known else ("refused" if i <= first + _FAR_PEOPLE else "stop", "", end)
    if kind == "unit" and low == "members" and behind.lower() in _groups():
        return "refused", "", end
    if kind == "unit" and unit in _weak():
        return "unit", _named(words, first, i), end
    if kind in ("stop", "unit"):
        return (
            ("", "", end) if kind == "unit" and pair not in lexicon and _leads(words, i) else (kind, unit, end)
        )
    if words[i].is_tied and i == first and (plural := lexicon.get(low + "s", ("", "")))[0] == "unit":
        return (*plural, end)
    if model := _model(words, i):
        return "unit", model, end
    is_named = _is_plural(low) and not _goes_on(words, i)
    return ("named", _named(words, first, i), end) if is_named else ("", "", end)


def _model(words: list[Word], i: int) -> str:
    """Give the unit of a model that ends what is counted: "50 737s", "six 737 MAX 8s", "3 A320neo and"."""
    word, units = words[i].text, _models()
    is_plural = word[-1] == "s" and len(word) > 1
    bare = word[:-1] if is_plural else word
    is_last = is_plural or i + 1 == len(words) or words[i + 1].text in ("and", "or")
    named = next((unit for unit, names in units if names.fullmatch(bare)), "")
    if named:
        return named if is_last else ""
    behind = (unit for w in words[:i] for unit, names in units if names.fullmatch(w.text))
    return next(behind, "") if is_plural and bare[-1].isdigit() else ""


def _is_number(word: str) -> bool:
    return word[0].isdigit() and word[-1].isdigit() and not any(n.fullmatch(word) for _, n in _models())


def _clipped(words: list[Word], first: int, i: int, at: int, end: int) -> int:
    """Give where a counted number ends; one that holds another ("30 of its 85 jets") leaves that to itself."""
    return at if any(_is_number(word.text) for word in words[first:i]) else end


def _leads(words: list[Word], i: int) -> bool:
    """Tell whether a noun that has no plural only says what the next is for: "2 aircraft carriers"."""
    if i + 1 == len(words):
        return False
    following = words[i + 1].text.lower()
    kind = _lexicon().get(following, ("",))[0]
    return words[i].text.lower() in _EITHER and (kind == "unit" or (kind == "" and _is_plural(following)))


def _goes_on(words: list[Word], i: int) -> bool:
    """Tell whether the next word is what is counted: "250 Abrams tanks", "30 savings accounts"."""
    if i + 1 == len(words):
        return False
    word, following = words[i].text, words[i + 1].text.lower()
    kind = _lexicon().get(following, ("",))[0]
    leads = _key(word) in _modifiers() or (word[0].isupper() and not word.isupper() and _is_plural(following))
    return kind in ("unit", "people") or (leads and kind != "stop")


def _beginning(words: list[Word]) -> int | None:
    """Give the place of the first word of the counted noun phrase: that behind "of its" or "of 40"."""
    if not words:
        return None
    if words[0].text != "of":
        return 0
    if len(words) > 2 and _is_number(words[1].text):
        return 1
    is_own = len(words) > 2 and (
        words[1].text.lower() in _OWN or words[1].text.endswith(("'s", "’s", "s'", "s’"))
    )
    return 2 if is_own else None


def _is_joined(words: list[Word], first: int, i: int) -> bool:
    """Tell whether an "and" joins two adjectives: "new and used cars"."""
    return first < i < len(words) - 2 and words[i - 1].text[0].isupper() == words[i + 1].text[0].isupper()


def _refused(text: str, words: list[Word], i: int, period: str, value: float) -> Counted:
    """People count as users where a period is told, and some nouns in plenty: index points, hours spent."""
    low, each = words[i].text.lower(), _EACH_PERIOD.match(text, words[i].end)
    if low in _AUDIENCE and (period or each):
        return Counted(_PERIODS[period] if period else _EACH[each[1]] if each else "", words[i].end)
    return Counted(low if value >= _least().get(low, float("inf")) else None, words[i].end)


def _measured(text: str, floor: int, counted: Counted, period: str, value: float) -> Counted:
    unit, end = counted
    if (
        (value == int(value) and _RATIO.match(text, end))
        or (unit in _MOVED and _SPEED.match(text, end))
        or _BAND.match(text, end)
        or (unit in _MOVED and _PLACED.match(text, end))
    ):
        return Counted(None, end)
    if unit in _AUDIENCE:
        each = _EACH_PERIOD.match(text, end)
        unit = _PERIODS[period] if period else _EACH[each[1]] if each else unit
    elif unit == "barrels" and _OF_OIL.match(text, end):
        unit = "barrels per day"
    elif unit == "recalls" and value >= _MANY_RECALLS:
        unit = "vehicles"
    elif unit == "passengers" and (value < _FEW_PASSENGERS or _is_harm(text, floor, end)):
        unit = None
    return Counted(unit, end)


def _is_harm(text: str, floor: int, end: int) -> bool:
    around = re.findall(r"[a-z]+", text[max(floor, end - _AROUND) : end + _AROUND].lower())
    return not _harm().isdisjoint(around)


def _named(words: list[Word], first: int, i: int) -> str:
    """Name an unlisted noun by itself; one that says little keeps the noun before it ("petrol stations")."""
    noun = words[i].text.rstrip("'’")
    noun = noun.lower() if noun.isupper() else noun
    if noun in _weak() and i > first:
        return f"{words[i - 1].text.lower()} {noun}"
    return noun


def _is_plural(low: str) -> bool:
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "’s"))


def _key(word: str) -> str:
    """Give the form in which a word is listed; a short word in capitals is a symbol or a name."""
    return word if word.isupper() and len(word) <= 3 else word.rstrip("'’").lower()


def _section(name: str) -> dict[str, str]:
    section = table("counted.toml")[name]
    assert isinstance(section, dict)
    return {str(key): str(words) for key, words in section.items()}


@cache
def _lexicon() -> dict[str, tuple[str, str]]:
    """The words that decide: what each is, and the unit that it means."""
    known: dict[str, tuple[str, str]] = {}
    talk = _section("words")
    known |= dict.fromkeys(f"{talk['stops']} {talk['verbs']}".split(), ("stop", ""))
    known |= dict.fromkeys(("and", "or", "&"), ("joint", ""))
    for words in _section("none").values():
        known |= dict.fromkeys(words.split(), ("none", ""))
    known |= dict.fromkeys(_section("people")["words"].split(), ("people", ""))
    for words in _section("counted").values():
        known |= {word: ("unit", word.replace("_", " ")) for word in words.split()}
    for unit, words in _section("meant").items():
        known |= dict.fromkeys(words.split(), ("unit", unit))
    return known | dict.fromkeys(_least(), ("least", ""))


@cache
def _least() -> dict[str, float]:
    return {noun: float(value) for noun, value in _section("least").items()}


@cache
def _harm() -> frozenset[str]:
    return frozenset(_section("people")["harm"].split())


@cache
def _groups() -> frozenset[str]:
    return frozenset(_section("people")["groups"].split())


@cache
def _models() -> tuple[tuple[str, re.Pattern[str]], ...]:
    named = _section("models")
    return tuple((unit, re.compile(names)) for unit, names in named.items() if unit != "numbers")


@cache
def model_numbers() -> re.Pattern[str]:
    """Give the pattern of digits that are a model and no count: "737 MAX", "787-10"."""
    return re.compile(_section("models")["numbers"])


@cache
def _audience() -> frozenset[str]:
    return frozenset(_section("audience")["heads"].split())


@cache
def _known_by() -> frozenset[str]:
    return frozenset(_section("audience")["known_by"].split())


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(_section("words")["modifiers"].split())


@cache
def _weak() -> frozenset[str]:
    return frozenset(_section("words")["weak"].split())


def unit_of(noun: str) -> str:
    """Give the unit that a known noun means, in the singular or the plural; "" for any other."""
    kind, unit = _lexicon().get(f"{noun.lower()}s") or _lexicon().get(noun.lower()) or ("", "")
    return unit if kind == "unit" else ""


@cache
def labels() -> frozenset[str]:
    """Give the nouns that make the number behind them a name: "page", "phase", "flight"."""
    return frozenset(_section("words")["labels"].split())
