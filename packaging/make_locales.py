"""Write the words of dates in other languages from Unicode CLDR and dateparser's collection.

`make locales` runs this; the files land in resources/dates/, one `<language>.cldr.toml` each, or in the folder
given as argument. What no data holds (prepositions, number words, "Anfang", inflected "letzten") stands in
`<language>.toml`, which is written by hand and has the last word.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from babel import Locale

DATES = Path(__file__).resolve().parent.parent / "resources" / "dates"

# Each language with the countries whose words differ.
LANGUAGES = {
    "ca": (),
    "cs": (),
    "da": (),
    "de": ("AT",),
    "el": (),
    "es": ("MX", "PE"),
    "fi": (),
    "fr": ("CA",),
    "hu": (),
    "id": (),
    "it": (),
    "nb": (),
    "nl": (),
    "pl": (),
    "pt": ("PT",),
    "ro": (),
    "ru": (),
    "sv": (),
    "tr": (),
    "uk": (),
}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("january february march april may june july august september october november december").split()
UNITS = ("minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century")
DAYPARTS = {
    "morning1": "MO",
    "morning2": "MO",
    "afternoon1": "AF",
    "afternoon2": "AF",
    "evening1": "EV",
    "night1": "NI",
}
MOMENTS = {"noon": 12, "midnight": 0}
# What numbers count, when they count no years.
MEASURES = (
    "length-kilometer length-meter length-centimeter length-mile length-foot mass-kilogram mass-gram "
    "mass-tonne area-hectare area-square-kilometer area-square-meter volume-liter volume-cubic-meter "
    "temperature-celsius speed-kilometer-per-hour power-watt power-kilowatt power-megawatt digital-gigabyte "
    "digital-megabyte energy-kilocalorie"
).split()
CURRENCIES = (
    "USD EUR GBP JPY CNY CHF RUB BRL INR MXN IDR ARS CLP COP TRY PLN UAH SEK CZK DEM FRF ITL ESP".split()
)
SHORTEST = 5  # letters of a month or weekday that is no abbreviation

Tables = dict[str, dict[str, Any]]


def plain(data: Any) -> Any:
    """Turn babel's lazy mappings into dictionaries."""
    return {key: plain(value) for key, value in data.items()} if isinstance(data, Mapping) else data


def words_of(text: str) -> str:
    """Write words in lower case with plain spaces and apostrophes, without a dot at the end."""
    return " ".join(text.lower().replace("’", "'").replace("‑", "-").split()).rstrip(".")


class Source:
    """What both collections say about one language."""

    def __init__(self, language: str) -> None:
        codes = [language, *(f"{language}_{country}" for country in LANGUAGES[language])]
        self.locales = [plain(Locale.parse(code)._data) for code in codes]
        module = import_module(f"dateparser.data.date_translation_data.{language}")
        self.parser: dict[str, Any] = module.info

    def names(self, field: str, width: str) -> Iterator[tuple[str, int]]:
        """Give the names of months or days in sentences and alone, with the number that babel gives them."""
        for locale in self.locales:
            for form in ("format", "stand-alone"):
                yield from ((name, number) for number, name in locale[field][form].get(width, {}).items())

    def patterns(self, field: str, side: str) -> Iterator[tuple[str, str]]:
        """Give the relative patterns of a field with their plural form: ("one", "vor {0} Jahr")."""
        for locale in self.locales:
            yield from locale["date_fields"].get(field, {}).get(side, {}).items()

    def counts(self, unit: str, widths: tuple[str, ...] = ("long",)) -> Iterator[tuple[str, str]]:
        """Give the counting patterns of a unit with their plural form: ("other", "{0} Jahre")."""
        for locale in self.locales:
            forms = locale["unit_patterns"].get(unit, {})
            for width in widths:
                yield from ((form, text) for form, text in forms.get(width, {}).items() if form != "per")


def named(source: Source, field: str, words: tuple[str, ...] | list[str], first: int) -> Tables:
    """Make the tables of months or weekdays: full names, and abbreviations, which need company."""
    wide = {words_of(name): number for name, number in source.names(field, "wide")}
    short = {words_of(name): number for name, number in source.names(field, "abbreviated")}
    for number, word in enumerate(words, first):
        for other in map(words_of, source.parser.get(word, ())):
            is_cut = len(other) < SHORTEST or any(one != other and one.startswith(other) for one in wide)
            (short if is_cut else wide).setdefault(other, number)
    table = {"months": "MONTH", "days": "WEEKDAY"}[field]
    kept = {word: number for word, number in short.items() if word not in wide and not word.isdigit()}
    return {table: wide, f"{table}_SHORT": kept}


def inflected_weekdays(source: Source, tables: Tables) -> None:
    """Add the cases and plurals that counting weekdays shows: "понедельника", "lundis"."""
    known = dict(tables["WEEKDAY"])
    for number, day in enumerate(WEEKDAYS):
        for side in ("past", "future"):
            for form, pattern in source.patterns(day[:3], side):
                for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", pattern.lower()):
                    if word in known or not any(
                        n == number and one[:4] == word[:4] for one, n in known.items()
                    ):
                        continue
                    table = "WEEKDAY" if form in ("one", "few") else "WEEKDAYS"
                    tables[table].setdefault(word, number)
    tables["WEEKDAYS"] = {
        word: number for word, number in tables["WEEKDAYS"].items() if word not in tables["WEEKDAY"]
    }


def units(source: Source, tables: Tables) -> None:
    """Add units in all their plural forms, and the words that make "ago" and "from now" of them."""
    for unit in UNITS:
        for form, pattern in source.counts(f"duration-{unit}"):
            _unit(tables, unit, form, words_of(pattern.replace("{0}", "")))
        for side, sign in (("past", -1), ("future", 1)):
            for form, pattern in source.patterns(unit, side):
                _counted(tables, unit, form, words_of(pattern), sign)
    if not tables["UNIT"]:  # no plural
        tables["UNIT"], tables["UNITS"] = tables["UNITS"], {}
    tables["UNITS"] = {word: unit for word, unit in tables["UNITS"].items() if word not in tables["UNIT"]}


def _unit(tables: Tables, unit: str, form: str, word: str) -> None:
    tables["UNIT" if form == "one" else "UNITS"].setdefault(word, unit)
    if form == "few":
        tables["UNIT"].setdefault(word, unit)  # the genitive of the singular, too


def _counted(tables: Tables, unit: str, form: str, pattern: str, sign: int) -> None:
    before, number, after = (part.strip() for part in pattern.partition("{0}"))
    if not number or not after:
        return
    is_around = len(after.split()) > 1 and before  # "för {0} år sedan": the word behind says it
    name = after if before and not is_around else after.split()[0]
    _unit(tables, unit, form, name)
    if before and not is_around:
        tables["AGO_BEFORE" if sign < 0 else "FROM_NOW_BEFORE"][before] = sign
    elif name != after:
        tables["AGO_AFTER" if sign < 0 else "FROM_NOW_AFTER"][after[len(name) :].strip()] = sign


def deictic(source: Source, tables: Tables) -> None:
    """Add the names of days and periods seen from today: "vorgestern", "letzte Woche"."""
    for key, phrases in source.parser.get("relative-type", {}).items():
        match = re.fullmatch(r"(in )?(\d) (day|week|month|year)( ago)?", key)
        if match is None or bool(match[1]) == bool(match[4]):
            continue
        steps = int(match[2]) * (1 if match[1] else -1)
        for phrase in map(words_of, phrases):
            if match[3] == "day":
                tables["DEICTIC"][phrase] = steps
            elif all(len(word) > 1 for word in phrase.split()[1:]):
                tables["PERIOD"][phrase] = f"{match[3]} {steps:+d}"


def times_of_day(source: Source, tables: Tables) -> None:
    """Add the parts of the day, and noon and midnight."""
    for locale in source.locales:
        for form in locale["day_periods"].values():
            for width in ("wide", "abbreviated"):
                for key, name in form.get(width, {}).items():
                    if name.endswith("."):
                        continue
                    if key in DAYPARTS:
                        tables["DAYPART"].setdefault(words_of(name), DAYPARTS[key])
                    elif key in MOMENTS:
                        tables["MOMENT"].setdefault(words_of(name), MOMENTS[key])


def eras(source: Source, tables: Tables) -> None:
    """Add what stands after a year before or after Christ."""
    for locale in source.locales:
        for width in ("wide", "abbreviated"):
            for number, name in locale["eras"].get(width, {}).items():
                for word in {words_of(name), words_of(name) + "." * name.endswith(".")}:
                    if len(word) > 1:
                        tables["ERA"].setdefault(word, -1 if number == 0 else 1)


def measures(source: Source, tables: Tables) -> None:
    """Add what can be counted and is no time: physical units and money."""
    for unit in MEASURES:
        for _, pattern in source.counts(unit, ("long", "short")):
            _measure(tables, pattern.replace("{0}", "", 1))
    for locale in source.locales:
        for currency in CURRENCIES:
            for name in locale.get("currency_names_plural", {}).get(currency, {}).values():
                _measure(tables, name)
            _measure(tables, locale.get("currency_names", {}).get(currency, ""))


def _measure(tables: Tables, name: str) -> None:
    word = re.match(r"[^\W\d_]{1,40}[²³]?|°", words_of(name))
    if word is not None and (len(word[0]) > 1 or word[0] == "°"):
        tables["MEASURE"][word[0]] = ""


def tables_of(language: str) -> Tables:
    """Make all tables of a language."""
    source = Source(language)
    tables: Tables = {**named(source, "months", MONTHS, 1), **named(source, "days", WEEKDAYS, 0)}
    rest = (
        "WEEKDAYS UNIT UNITS AGO_BEFORE AGO_AFTER FROM_NOW_BEFORE FROM_NOW_AFTER DEICTIC PERIOD DAYPART MOMENT "
        "ERA MEASURE"
    )
    tables |= {name: {} for name in rest.split()}
    inflected_weekdays(source, tables)
    units(source, tables)
    deictic(source, tables)
    times_of_day(source, tables)
    eras(source, tables)
    measures(source, tables)
    names = (name for name, _ in source.names("months", "wide"))
    tables["writing"] = {"is_capital": all(name[0].isupper() for name in names)}
    return tables


def written(language: str) -> str:
    """Write the file of a language as TOML."""
    head = (
        f"# {Locale(language).english_name}: made by packaging/make_locales.py; the rest: {language}.toml.\n"
        f"# From Unicode CLDR as in babel {version('babel')} (Unicode License v3)"
        f" and dateparser {version('dateparser')} (BSD-3-Clause).\n"
    )
    blocks = [
        f"\n[{name}]\n"
        + "".join(f"{_key(word)} = {_value(value)}\n" for word, value in sorted(table.items(), key=_order))
        for name, table in tables_of(language).items()
        if table
    ]
    return head + "".join(blocks)


def _order(item: tuple[str, Any]) -> tuple[str, str]:
    word, value = item
    return (f"{value:02d}" if isinstance(value, int) and value >= 0 else "", word)


def _key(word: str) -> str:
    return word if re.fullmatch(r"[a-z_]+", word) else '"' + word.replace("\\", "").replace('"', "") + '"'


def _value(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool | int) else f'"{value}"'


def main() -> None:
    """Write the files of all languages."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DATES
    for language in LANGUAGES:
        (folder / f"{language}.cldr.toml").write_text(written(language), "utf-8")


if __name__ == "__main__":
    main()
