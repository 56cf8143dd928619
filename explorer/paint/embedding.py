"""The fonts of a picture as rules of CSS, for a file that must look the same where they are not installed.

Ours are cut into parts beforehand (`resources/fonts/web`); those with letters of the picture are taken. Of a
font that came with a house style the letters of the picture are cut out. Others are only named.
"""

import base64
import io
import logging
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QRawFont

from explorer import resources
from explorer.paint import fonts
from explorer.paint.theme import Theme

Face = tuple[bool, bool]  # bold, italic

_FEATURES = ["ccmp", "kern", "liga", "mark", "mkmk"]  # what Qt shapes letters with
_BOLD_FROM = 550
_RESTRICTED, _MAY_PREVIEW, _NO_SUBSET, _BITMAPS_ONLY = 0x0002, 0x000C, 0x0100, 0x0200  # of OS/2, fsType


def css(theme: Theme, texts: Mapping[Face, Iterable[str]]) -> str:
    """Give the rules that hold the fonts of some texts; "" where the theme has a font of the system."""
    letters = {ord(letter) for told in texts.values() for text in told for letter in text}
    rules = []
    for file in _needed(fonts.files_of(theme.font_family), texts.keys()):
        weight, style = _look(file)
        parts = _parts(file, letters) or _cut_out(file, frozenset(letters))
        for data, form, ranges in parts:
            range_ = f"unicode-range:{ranges};" if ranges else ""
            rules.append(
                f"@font-face{{font-family:{quoted(theme.font_family)};font-weight:{weight};font-style:{style};"
                f"{range_}src:url(data:font/{form};base64,{base64.b64encode(data).decode()}) format('{form}')}}"
            )
    return "\n".join(rules)


def _needed(files: Sequence[Path], faces: Iterable[Face]) -> list[Path]:
    """Choose the files that hold faces; one that a family lacks is made of the first by viewers, as by Qt."""
    of_face = {_face(file): file for file in reversed(files)}
    return list(dict.fromkeys(of_face.get(face, files[0]) for face in sorted(faces))) if files else []


def _face(file: Path) -> Face:
    raw = QRawFont(str(file), 16.0)
    return _weight(raw) >= _BOLD_FROM, raw.style() != QFont.Style.StyleNormal


def _weight(raw: QRawFont) -> int:
    """Read the weight that the font says of itself: Qt calls each 400 that it takes from a file."""
    said = raw.fontTable("OS/2").data()[4:6]
    return int.from_bytes(said, "big") or int(QFont.Weight.Normal)


def _look(file: Path) -> tuple[str, str]:
    """Give weight and slope of a font as CSS has them."""
    raw = QRawFont(str(file), 16.0)
    is_variable = not raw.fontTable("fvar").isEmpty()
    slope = "normal" if raw.style() == QFont.Style.StyleNormal else "italic"
    return "100 900" if is_variable else str(_weight(raw)), slope


def _parts(file: Path, letters: Iterable[int]) -> list[tuple[bytes, str, str]]:
    """Give the parts of a font of ours that hold some of the letters: bytes, form and the letters of each."""
    folder = resources.path("fonts/web")
    return [
        (part.read_bytes(), "woff2", ranges)
        for name, ranges in _ranges().items()
        if (part := folder / f"{file.stem}.{name}.woff2").is_file()
        and file.parent == folder.parent
        and any(first <= letter <= last for letter in letters for first, last in _ends(ranges))
    ]


@cache
def _ranges() -> Mapping[str, str]:
    lines = resources.text("fonts/web/parts.tsv").splitlines()
    return dict(line.split("\t", 1) for line in lines if not line.startswith("#"))


@cache
def _ends(ranges: str) -> tuple[tuple[int, int], ...]:
    found = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", ranges)
    return tuple((int(first, 16), int(last or first, 16)) for first, last in found)


@cache
def _cut_out(file: Path, letters: frozenset[int]) -> list[tuple[bytes, str, str]]:
    """Cut some letters out of a font, if its maker allows it in documents; nothing where that fails."""
    # Only a house style with fonts of its own needs it. It has no types.
    from fontTools import subset  # type: ignore[import-untyped]
    from fontTools.ttLib import TTLibError  # type: ignore[import-untyped]

    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it tells of every table that it leaves out
    options = subset.Options(
        flavor="woff", layout_features=_FEATURES, hinting=False, notdef_outline=True, font_number=0
    )
    try:
        font = subset.load_font(str(file), options)
    except (TTLibError, OSError):
        return []
    try:
        rights = font["OS/2"].fsType if "OS/2" in font else 0
        is_restricted = bool(rights & _RESTRICTED) and not rights & _MAY_PREVIEW
        if is_restricted or rights & _BITMAPS_ONLY:
            return []
        if not rights & _NO_SUBSET:
            cutter = subset.Subsetter(options)
            cutter.populate(unicodes=letters)
            cutter.subset(font)
        made = io.BytesIO()
        subset.save_font(font, made, options)
    except (TTLibError, OSError, KeyError, ValueError, AssertionError):
        return []  # Qt can draw with it; a viewer finds it by its name, or takes another
    finally:
        font.close()
    return [(made.getvalue(), "woff", "")]


def quoted(name: str) -> str:
    """Write a name as a string of CSS, which stands in XML."""
    return (
        "'"
        + "".join(letter if letter.isalnum() or letter in " -_." else f"\\{ord(letter):x} " for letter in name)
        + "'"
    )
