"""Outlines in CFF: those that are kept are the same, the others are empty, and the tables hold together."""

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QRawFont

from explorer import resources
from explorer.paint import cff


def table_of(data, tag):
    count = int.from_bytes(data[4:6], "big")
    for at in range(12, 12 + 16 * count, 16):
        if data[at : at + 4] == tag:
            first, size = (int.from_bytes(data[at + step : at + step + 4], "big") for step in (8, 12))
            return first, size
    raise KeyError(tag)


@pytest.mark.parametrize("face", ["Regular", "SemiBold", "Italic"])
def test_what_is_kept_is_drawn_as_it_was_and_what_is_not_is_empty(qapp, face):
    data = resources.path(f"fonts/Inter-{face}.otf").read_bytes()
    first, size = table_of(data, b"CFF ")
    whole = QRawFont(QByteArray(data), 100.0)
    kept = whole.glyphIndexesForString("Ångström & 42 %")
    made = cff.subset(data[first : first + size], {0, *kept})
    assert len(made) == size
    cut = QRawFont(QByteArray(data[:first] + made + data[first + size :]), 100.0)
    assert cut.isValid()
    for glyph in kept:
        assert cut.pathForGlyph(glyph) == whole.pathForGlyph(glyph)
    assert not whole.pathForGlyph(whole.glyphIndexesForString("Q")[0]).isEmpty()
    assert cut.pathForGlyph(cut.glyphIndexesForString("Q")[0]).isEmpty()


def test_a_table_that_is_cut_off_is_an_error():
    data = resources.path("fonts/Inter-Regular.otf").read_bytes()
    first, _ = table_of(data, b"CFF ")
    with pytest.raises((IndexError, KeyError)):
        cff.subset(data[first : first + 200], {0, 5})
