"""`HouseStyle`: a theme with what else makes a picture one's own: logo, fonts, language and number format.

All of it stands in one TOML file, which is a theme too:

    base = "light"
    language = "de"
    logo = "logo.svg"            # PNG, JPEG or SVG, beside the file

    [colours]
    accent = "#006e5a"
    [families]
    law = "#8a1c3b"
    [fonts]
    family = "Source Serif 4"
    files = ["SourceSerif4.otf"]  # beside the file, if the system lacks them
    [numbers]
    group = "’"
    decimal = "."
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from explorer.model.errors import ExplorerError
from explorer.paint import fonts, theme
from explorer.paint.theme import Theme
from explorer.paint.words import LANGUAGES, Words, words

_LARGEST_LOGO = 8_000_000
_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture at the head of the page."""

    data: bytes
    type: str


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Everything that makes a picture one's own."""

    theme: Theme
    words: Words
    logo: Logo | None = None


def load(which: str | Path | Theme) -> HouseStyle:
    """Load "light", "dark", or a house style from its TOML file.

    Raises `ExplorerError` naming the file and what is wrong in it.
    """
    if isinstance(which, Theme):
        return HouseStyle(which, words("en"))
    shown = theme.load(which)
    if isinstance(which, str) and which in theme.OURS:
        return HouseStyle(shown, words("en"))
    file = Path(which)
    entries = tomllib.loads(file.read_text("utf-8"))
    shown = _with_fonts(file, shown, _table(file, entries, "fonts"))
    return HouseStyle(shown, _own_words(file, entries), _logo(file, entries.get("logo")))


def _with_fonts(file: Path, shown: Theme, entries: Mapping[str, Any]) -> Theme:
    """Hand the fonts beside a style to Qt; where it names no family, theirs is meant."""
    files = _texts(file, "files", entries.get("files", []))
    families = [family for font in files for family in fonts.add(_beside(file, font, fonts.SUFFIXES))]
    if not families:
        return shown
    wanted = str(entries.get("family", families[0]))
    if wanted not in families and not fonts.is_known(wanted):
        held = ", ".join(dict.fromkeys(families))
        raise ExplorerError(f"The theme {file} asks for the font {wanted!r}, but its font files hold {held}.")
    return replace(shown, font_family=wanted)


def _own_words(file: Path, entries: Mapping[str, Any]) -> Words:
    language = entries.get("language", "en")
    if language not in LANGUAGES:
        raise ExplorerError(
            f"The theme {file} asks for {language!r} as language; it can be {', '.join(LANGUAGES)}."
        )
    own, numbers = words(language), _table(file, entries, "numbers")
    marks = {"group": own.group, "decimal": own.decimal, **numbers}
    for name, mark in marks.items():
        if name not in ("group", "decimal") or not isinstance(mark, str) or len(mark) > 1:
            raise ExplorerError(
                f"The theme {file} gives {mark!r} as {name} of numbers; group and decimal are one sign each."
            )
    return replace(own, group=marks["group"], decimal=marks["decimal"])


def _table(file: Path, entries: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = entries.get(name, {})
    if not isinstance(found, dict):
        raise ExplorerError(f"The theme {file} gives {found!r} for [{name}], which is a table.")
    return found


def _texts(file: Path, name: str, found: object) -> list[str]:
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise ExplorerError(f"The theme {file} gives {found!r} as {name}, not a list of file names.")
    return found


def _logo(file: Path, name: object) -> Logo | None:
    if name is None:
        return None
    if not isinstance(name, str):
        raise ExplorerError(f"The theme {file} gives {name!r} as logo, not the name of a file.")
    place = _beside(file, name, tuple(_TYPES))
    data = place.read_bytes()
    if len(data) > _LARGEST_LOGO:
        raise ExplorerError(f"The logo {place} is larger than {_LARGEST_LOGO // 1_000_000} MB.")
    return Logo(data, _TYPES[place.suffix.lower()])


def _beside(file: Path, name: str, suffixes: tuple[str, ...]) -> Path:
    """Give the place of a file that a style names, which lies beside it unless the name says otherwise."""
    place = file.parent / name
    if place.suffix.lower() not in suffixes:
        raise ExplorerError(f"The theme {file} names {name}, which is none of {', '.join(suffixes)}.")
    if not place.is_file():
        raise ExplorerError(f"The theme {file} names {name}, but there is no file {place}.")
    return place
