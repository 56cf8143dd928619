"""The fonts of a picture, for a file that must look the same where they are not installed.

Only fonts that came with the program or with a house style are put into files, and of them only the letters of
the picture. How letters meet is taken from Qt, which draws the other pictures.
"""

import base64
from collections.abc import Iterable, Mapping
from itertools import pairwise

from PySide6.QtGui import QFont, QGlyphRun, QRawFont, QTextLayout

from explorer.model.errors import ExplorerError
from explorer.paint import font_subset, fonts
from explorer.paint.theme import Theme

Face = tuple[bool, bool]  # bold, italic


class _Used:
    """The letters of one font that texts use."""

    def __init__(self, tables: font_subset.Tables) -> None:
        self.tables = tables
        self.glyphs: set[int] = set()
        self.letters: dict[int, int] = {}
        self.kerning: dict[tuple[int, int], int] = {}
        self.is_plain = True  # one glyph for each letter, from left to right

    def woff(self) -> bytes:
        return font_subset.subset(
            self.tables, self.glyphs, self.letters, self.kerning if self.is_plain else None
        )


def css(theme: Theme, texts: Mapping[Face, Iterable[str]]) -> str:
    """Give the rules of CSS that hold the fonts of some texts; "" where the theme has a font of the system."""
    used: dict[bytes, _Used] = {}
    for (bold, italic), own in texts.items():
        raw = QRawFont.fromFont(fonts.font(theme, 16, bold=bold, italic=italic))
        if not fonts.is_added(raw.familyName()):
            continue
        tables = {tag: bytes(raw.fontTable(QFont.Tag(tag.ljust(4))).data()) for tag in font_subset.KEPT}
        # Where a family lacks a face Qt takes another, as a viewer will: that is embedded once.
        known = used.setdefault(tables["head"] + tables["name"], _Used(tables))
        _shape(known, own, fonts.font(theme, raw.unitsPerEm(), bold=bold, italic=italic))
    rules = []
    for one in used.values():
        if not font_subset.may_embed(one.tables):
            continue
        try:
            data = base64.b64encode(one.woff()).decode("ascii")
        except ExplorerError:
            continue  # a font that is not whole serves Qt, and the picture names it
        style = "italic" if font_subset.is_italic(one.tables) else "normal"
        rules.append(
            f"@font-face{{font-family:{_quoted(theme.font_family)};font-weight:{font_subset.weight(one.tables)};"
            f"font-style:{style};src:url(data:font/woff;base64,{data}) format('woff')}}"
        )
    return "\n".join(rules)


def _shape(used: _Used, texts: Iterable[str], sized: QFont) -> None:
    """Find the glyphs of texts, and how near those that meet stand to one another.

    The font has the size of its own units, so that nothing is rounded.
    """
    raw = QRawFont.fromFont(sized)
    told = list(dict.fromkeys(texts))
    letters = sorted(set().union(*told))
    glyphs = raw.glyphIndexesForString("".join(letters))
    known = {letter: glyph for letter, glyph in zip(letters, glyphs, strict=True) if glyph}
    used.letters.update((ord(letter), glyph) for letter, glyph in known.items())
    used.glyphs.update(known.values())
    advances = dict(zip(known.values(), raw.advancesForGlyphIndexes(list(known.values())), strict=True))
    for text in told:
        layout = QTextLayout(text, sized)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        runs = [run for run in layout.glyphRuns() if run.rawFont().familyName() == raw.familyName()]
        shaped = [glyph for run in runs for glyph in run.glyphIndexes()]
        if shaped != [known[letter] for letter in text if letter in known] or any(
            map(QGlyphRun.isRightToLeft, runs)
        ):
            used.is_plain = False
            used.glyphs.update(shaped)
            continue
        for run in runs:
            placed = zip(run.glyphIndexes(), run.positions(), strict=True)
            for (left, at), (right, end) in pairwise(placed):
                by = round(end.x() - at.x() - advances[left].x())
                if by:
                    used.kerning[left, right] = by


def _quoted(name: str) -> str:
    """Write a name as a string of CSS, which stands in XML."""
    return (
        "'"
        + "".join(letter if letter.isalnum() or letter in " -_." else f"\\{ord(letter):x} " for letter in name)
        + "'"
    )
