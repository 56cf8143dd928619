"""The words of other languages: their tables, put together, and pieces that their patterns share.

A language has two files: `<language>.cldr.toml` with the words that public data holds, and `<language>.toml`
with the rest, which has the last word: what it calls `none` is taken away. Words of several tokens are fine
("l'année", "il y a"): `expanded` writes them out in the patterns that name their concept.
"""

import re
from functools import cache
from typing import Any

from explorer import resources
from explorer.dates.grammar.lexicon import tables as tables_with_english
from explorer.dates.grammar.rules import Match
from explorer.dates.grammar.tokens import Tokens, spaced
from explorer.dates.specs import Base, Shift

MONTH_AT = "<month MONTH|MONTH_SHORT .?>"
WEEKDAY_AT = "<weekday WEEKDAY|WEEKDAY_SHORT .?>"
DAY_MARK = "(.|DASH MARK|MARK)"
DAY_AT = f"<day DAY {DAY_MARK}?|NTH_ABROAD|ORDINAL>"
OTHER_DAY = f"<other DAY {DAY_MARK}?|NTH_ABROAD|ORDINAL>"
NTH_AT = f"<nth ORDINAL|ROMAN|DAY {DAY_MARK}?|NTH_ABROAD>"
LINK = "(OF THE?|THE)"
YEAR_TAIL = "((DASH YEARMARK)? YEARTAIL|DASH YEARMARK)"
# The year of something: "de 2019", "des Jahres 2019", "2019 года"; "v. Chr." goes with a year of any length.
OF_YEAR = (
    f"(,? {LINK}? YEARWORD? YEAR:year ({YEAR_TAIL}? ERA:era|{YEAR_TAIL}?)"
    f"|{LINK}? YEARWORD? YEAR3:year {YEAR_TAIL}? ERA:era)"
)
STEP_BEFORE = "<step STEP|STORY_STEP|SAME>"
STEP_AFTER = "<step STEP_AFTER|STORY_STEP|SAME>"
YEAR_SHIFT = (
    f"(,? {LINK}? (<ystep STEP|STORY_STEP|SAME> YEARWORD|YEARWORD <ystep STEP_AFTER|STORY_STEP|SAME>|"
    "YEARPHRASE:ystep))"
)
ANY_UNIT = "(UNIT:unit|UNITS:unit)"
TO_99 = "(TENS (DASH|AND)? ONES|TENS|ONES)"
NUMBER = f"({TO_99}? SCALE {TO_99}?|{TO_99})"
FIGURES = "DIGITS ((DASH|TO|OR|AND) DIGITS|, DIGITS)? SCALE?"
COUNT = f"(ABOUT? <n {FIGURES}|{NUMBER} ((TO|OR) {NUMBER})?|FRACTION|SOME OF?>)"

_NAMES = {"no": "nb", "nn": "nb"}  # other codes of languages that read the same here
_SHARED = ("DASH", "APOSTROPHE", "ZONE")  # with English
_PIECE = re.compile(r"(<\w+\s)?\b([A-Z][A-Z_0-9]+)\b(?::([a-z]\w*))?")


def is_known(language: str) -> bool:
    """Tell whether a language has a file of words from public data."""
    return language.isalpha() and resources.path(f"dates/{language}.cldr.toml").is_file()


@cache
def tables(language: str) -> dict[str, Any]:
    """Put the tables of a language together; one without a file has what it shares with English."""
    language = _NAMES.get(language, language)
    if not is_known(language):
        return {**resources.toml("dates/abroad.toml"), **tables_with_english(language)}
    made = {name: tables_with_english("en")[name] for name in _SHARED}
    for name in ("abroad", f"{language}.cldr", language):
        path = f"dates/{name}.toml"
        if resources.path(path).is_file():
            _add(made, resources.toml(path))
    years = [word for table in ("UNIT", "UNITS") for word, unit in made[table].items() if unit == "year"]
    made["YEARWORD"] = dict.fromkeys(years, "") | made["YEARWORD"]
    quarters = [word for word, unit in made["UNIT"].items() if unit == "quarter"]
    made["QUARTER"] = dict.fromkeys(quarters, "") | made["QUARTER"]
    made["YEARMARK"] = {mark: "" for mark, kind in made["MARK"].items() if kind != "many"}
    made["PERIOD"] = {_without_lead(phrase, made): period for phrase, period in made["PERIOD"].items()}
    return {name: _kept(table) if name.isupper() else table for name, table in made.items()}


def _add(made: dict[str, Any], own: dict[str, Any]) -> None:
    for name, table in own.items():
        words = _by_word(table) if name.isupper() else table
        made[name] = {**made.get(name, {}), **words}


def _by_word(table: dict[str, Any]) -> dict[str, Any]:
    """Turn the rows of a table, `meaning = [words]` or `word = meaning`, into words with their meaning."""
    words: dict[str, Any] = {}
    for key, value in table.items():
        if isinstance(value, list):
            words |= dict.fromkeys(map(spaced, value), _meaning(key))
        else:
            words[spaced(key)] = value
    return words


def _meaning(key: str) -> Any:
    try:
        return float(key) if "." in key else int(key)
    except ValueError:
        return {"words": "", "none": False}.get(key, key)


def _without_lead(phrase: str, words: dict[str, Any]) -> str:
    """Take the preposition and the article off: "l ' année dernière", "в прошлом году"."""
    tokens = phrase.split()
    for length in (2, 1):
        if len(tokens) > length + 1 and any(" ".join(tokens[:length]) in words[name] for name in ("THE", "IN")):
            return " ".join(tokens[length:])
    return phrase


def _kept(table: dict[str, Any]) -> dict[str, Any]:
    return {word: value for word, value in table.items() if value is not False}


def expanded(pattern: str, words: dict[str, Any]) -> str:
    """Write the words of several tokens out where a pattern names their concept."""

    def piece(match: re.Match[str]) -> str:
        opened, concept, name = match[1] or "", match[2], match[3]
        several = sorted((word for word in words.get(concept, ()) if " " in word), key=lambda word: -len(word))
        if not several:
            return match[0]
        options = "|".join((*several, concept))
        return f"{opened}<{name} {options}>" if name else f"{opened}({options})"

    return _PIECE.sub(piece, pattern)


def stands_after(tokens: Tokens, first: int, words: dict[str, Any], *concepts: str) -> bool:
    """Tell whether a word of some concepts, up to three tokens long, stands before a place."""
    before = [tokens.word(first - back).replace("’", "'") for back in (3, 2, 1)]
    endings = [" ".join(before[skip:]) for skip in range(3)]
    return any(ending in words[concept] for ending in endings for concept in concepts)


# --- reading captures


def shift_in(match: Match) -> Shift | None:
    """Read a captured year counted from another: "letzten Jahres", "de ese año"."""
    if not match.has("ystep"):
        return None
    phrase = match.meaning("ystep", "YEARPHRASE")
    if phrase is not None:
        return Shift("year", int(phrase), Base.PUBLISHED)
    steps, base = step_in(match, "ystep")
    return Shift("year", steps, base)


def step_in(match: Match, name: str = "step") -> tuple[int, Base]:
    """Read a captured step, and what it counts from."""
    step = match.meaning(name, "STEP_AFTER", "STEP")
    if step is not None:
        return int(step), Base.PUBLISHED
    return int(match.meaning(name, "STORY_STEP", "SAME") or 0), Base.STORY


def day_in(match: Match, name: str = "day") -> int:
    """Read a captured day or ordinal: "15", "1er", "3-го", "premier", "III"."""
    word = match.word(name)
    digits = re.match(r"\d+", word)
    if digits is not None:
        return int(digits[0])
    return int(match.meaning(name, "ORDINAL", "ORDINAL_AFTER", "ROMAN") or 0)


def count_in(match: Match) -> float | None:
    """Read a captured count; None is "several", or one of two."""
    word = match.word("n")
    tables = match.lexicon.tables
    if word in tables["FRACTION"]:
        return float(tables["FRACTION"][word])
    decimal = re.fullmatch(r"(\d+)(?: , (\d+))?", word)
    if decimal is not None:
        return float(f"{decimal[1]}.{decimal[2] or 0}") + (0.5 if match.has("half") else 0)
    number = _number(word.replace("’", "'").split(), tables)
    return None if number is None else number + (0.5 if match.has("half") else 0)


def _number(words: list[str], tables: dict[str, dict[str, Any]]) -> float | None:
    """Read number words, "dua puluh lima" or "quatre - vingts"; None where another word is among them."""
    total, current, at = 0.0, 0.0, 0
    while at < len(words):
        for length in (3, 2, 1):
            phrase = " ".join(words[at : at + length])
            found = [tables[name][phrase] for name in ("TENS", "ONES", "SCALE") if phrase in tables[name]]
            if found or phrase.isdigit():
                break
        else:
            if words[at] not in tables["AND"] and words[at] not in tables["DASH"]:
                return None
            at += 1
            continue
        value = float(found[0] if found else phrase)
        if value >= 100 and found:
            total, current = total + max(current, 1) * value, 0.0
        else:
            current += value
        at += length
    return total + current
