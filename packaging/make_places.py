"""Write how other languages name countries, cities and money and how they write numbers, from Unicode CLDR.

`make locales` runs this; the files land in resources/extract/, one `<language>.cldr.toml` each, or in the
folder given as argument. What is short, spoken or inflected ("USA", "Mio.", "deutsch") is written by hand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "extract"
PAGES = FOLDER.parent / "pages"
PAGE_LANGUAGES = ("de", "fr", "es", "id", "zh")
# The long names of these would fill a page; everybody says the short ones.
SHORT = {
    "HK": ("Hongkong", "Hong Kong", "Hong Kong", "Hong Kong", "香港"),
    "MO": ("Macau", "Macao", "Macao", "Makau", "澳门"),
}

# All languages that the program can tell but English, each with the name of its data.
LANGUAGES = {
    code: code
    for code in (
        "de fr es it pt nl ru zh ja id pl sv da nb fi cs hu ro tr uk el ca ar he fa ko vi bg th ms".split()
    )
} | {"no": "nb"}
CURRENCIES = (
    "USD EUR GBP JPY CNY CHF RUB BRL INR MXN IDR ARS CLP COP PEN TRY PLN UAH SEK NOK DKK CZK HUF RON BGN ILS "
    "AED SAR EGP ZAR NGN KES KRW TWD HKD SGD MYR THB VND PHP PKR BDT AUD NZD CAD KZT"
).split()
PARTS = {"IC": "ES", "EA": "ES", "AC": "SH", "TA": "SH", "CP": "FR", "DG": "IO"}  # CLDR's own codes, not ISO's
SHORTEST = 2  # letters of a name


def plain(data: Any) -> Any:
    """Turn babel's lazy mappings into dictionaries."""
    return {key: plain(value) for key, value in data.items()} if isinstance(data, Mapping) else data


def words_of(text: str) -> str:
    """Write words with plain spaces and apostrophes, without marks of direction."""
    return " ".join(re.sub("[\u200e\u200f]", "", text).replace("’", "'").split())


def numbers(locale: Locale) -> dict[str, str]:
    """Give the signs that part fractions and thousands."""
    symbols = locale.number_symbols["latn"]
    return {
        "decimal": symbols["decimal"],
        "group": symbols["group"].replace("\u202f", " ").replace("\xa0", " "),
    }


def scales(locale: Locale) -> dict[str, float]:
    """Give the words of large numbers and what they multiply by."""
    found: dict[str, float] = {}
    formats = locale.compact_decimal_formats
    for width in ("long", "short"):
        for form in plain(formats.get(width, {})).values():
            for size, pattern in form.items():
                text = getattr(pattern, "pattern", str(pattern)).replace("'", "")
                zeros = re.search("0+", text)
                word = words_of(text.replace(zeros[0], "", 1)) if zeros else ""
                if zeros and word and (len(word) > 1 or not word.isascii()):
                    found.setdefault(word.lower(), float(size) / 10 ** (len(zeros[0]) - 1 if zeros else 0))
    return found


def currencies(locale: Locale) -> dict[str, str]:
    """Give the names of currencies in all their forms."""
    data = locale._data
    found: dict[str, str] = {}
    for code in CURRENCIES:
        names = [
            data["currency_names"].get(code, ""),
            *plain(data["currency_names_plural"]).get(code, {}).values(),
        ]
        for name in map(words_of, names):
            if name and name != code:
                found.setdefault(name.lower(), code)
    return found


def countries(locale: Locale) -> dict[str, str]:
    """Give the names of countries; what stands in brackets or tells the status of Hong Kong is left out."""
    found: dict[str, str] = {}
    for code, name in locale.territories.items():
        if re.fullmatch("[A-Z]{2}", code) and code not in ("EZ", "UN", "ZZ", "QO", "XA", "XB"):
            bare = re.sub(r"\s*[(（].*", "", words_of(name)) or name
            if len(bare) >= SHORTEST:
                found.setdefault(bare, PARTS.get(code, code))
    return found


def cities(locale: Locale) -> Iterator[tuple[str, str]]:
    """Give the cities after which time zones are called, with their countries."""
    zones = plain(locale.time_zones)
    for zone, code in get_global("zone_territories").items():
        name = zones.get(zone, {}).get("city", zone.rpartition("/")[2].replace("_", " "))
        if (
            zone.count("/") == 1
            and re.fullmatch("[A-Z]{2}", code)
            and len(name) >= SHORTEST
            and zone.split("/")[0] not in ("Antarctica", "Indian", "Arctic")
        ):
            yield words_of(name), PARTS.get(code, code)


def written(language: str, code: str) -> str:
    """Write the file of a language as TOML."""
    locale = Locale.parse(code)
    named = countries(locale)
    tables: dict[str, dict[str, Any]] = {
        "numbers": numbers(locale),
        "scales": scales(locale),
        "currencies": currencies(locale),
        "countries": named,
        "cities": {name: place for name, place in sorted(cities(locale)) if name not in named},
    }
    head = (
        f"# {locale.english_name}: made by packaging/make_places.py from Unicode CLDR as in babel "
        f"{version('babel')} (Unicode License v3).\n\nname = {_quoted(locale.english_name or language)}\n"
    )
    blocks = (
        f"\n[{name}]\n" + "".join(f"{_quoted(key)} = {_value(value)}\n" for key, value in table.items())
        for name, table in tables.items()
        if table
    )
    return head + "".join(blocks)


def page_countries() -> str:
    """Write what countries are called on a page, a column for each language but English."""
    ours = (line.split("\t")[0] for line in (FOLDER / "countries.tsv").read_text("utf-8").splitlines())
    locales = [Locale.parse(code) for code in PAGE_LANGUAGES]
    rows = [
        [code, *SHORT.get(code, [words_of(locale.territories[code]) for locale in locales])]
        for code in ours
        if not code.startswith("#") and all(code in locale.territories for locale in locales)
    ]
    head = (
        f"# Made by packaging/make_places.py from Unicode CLDR as in babel {version('babel')} "
        f"(Unicode License v3): ISO 3166-1 alpha-2, {', '.join(PAGE_LANGUAGES)}.\n"
    )
    return head + "".join("\t".join(row) + "\n" for row in rows)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "").replace('"', "") + '"'


def _value(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else _quoted(value)


def main() -> None:
    """Write the files of all languages."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    for language, code in LANGUAGES.items():
        (folder / f"{language}.cldr.toml").write_text(written(language, code), "utf-8")
    pages = PAGES if folder == FOLDER else folder
    (pages / "countries.tsv").write_text(page_countries(), "utf-8")


if __name__ == "__main__":
    main()
