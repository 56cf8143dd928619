"""The bundled font."""

from PySide6.QtGui import QFontInfo

from explorer import resources
from explorer.paint import fonts, theme


def test_the_bundled_font_is_the_one_used(qapp):
    assert fonts.register()
    info = QFontInfo(fonts.font(theme.load("light"), 12))
    assert info.family() == "Inter"
    assert info.pixelSize() == 12


def test_a_heading_is_heavier_than_a_label(qapp):
    light = theme.load("light")
    assert QFontInfo(fonts.font(light, 12, bold=True)).weight() > QFontInfo(fonts.font(light, 12)).weight()
    assert QFontInfo(fonts.font(light, 12, italic=True)).italic()


def test_fonts_are_small_and_carry_their_licence():
    folder = resources.path("fonts")
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text()
    assert sum(file.stat().st_size for file in folder.iterdir()) < 2_000_000
