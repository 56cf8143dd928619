"""Pictures in SVG hold the fonts that they are drawn in, so that they look the same where nobody has them."""

import base64
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontMetricsF, QRawFont

from explorer.paint import embedding, fonts, theme
from tests.paint.pictured import export, many
from tests.paint.test_house_style import house, kiosk

LIGHT = theme.load("light")


def faces(css):
    """Give weight, slope and font of every face in some CSS."""
    pattern = r"font-weight:([\d ]+);font-style:(\w+);src:url\(data:font/woff;base64,([^)]+)\)"
    return [
        (weight, slope, QRawFont(QByteArray(base64.b64decode(data)), 16.0))
        for weight, slope, data in re.findall(pattern, css)
    ]


def test_a_picture_holds_the_letters_of_its_texts_in_each_face(qapp, tmp_path):
    (file,) = export(many(20), tmp_path / "x.svg", references=True)
    text = file.read_text()
    found = faces(text)
    assert sorted((weight, slope) for weight, slope, _ in found) == [
        ("400", "italic"),
        ("400", "normal"),
        ("600", "normal"),
    ]
    told = set("".join(re.findall(r"<text[^>]*>([^<]*)</text>", text)))
    held = [letter for letter in told if any(font.supportsCharacter(ord(letter)) for *_, font in found)]
    assert {letter for letter in told if letter.isascii()} <= set(held)
    assert len(text) < 150_000


def test_letters_meet_as_they_do_in_qt(qapp):
    css = embedding.css(LIGHT, {(False, False): ["AVATAR To"], (True, False): ["AVATAR"]})
    for at, (_, _, font) in enumerate(faces(css)):
        text = "AVATAR"
        sized = fonts.font(LIGHT, font.unitsPerEm(), bold=bool(at))
        glyphs = font.glyphIndexesForString(text)
        font.setPixelSize(font.unitsPerEm())
        loose = sum(step.x() for step in font.advancesForGlyphIndexes(glyphs))
        kern = bytes(font.fontTable("kern").data())
        pairs = {
            kern[at : at + 4]: int.from_bytes(kern[at + 4 : at + 6], "big", signed=True)
            for at in range(18, len(kern), 6)
        }
        near = sum(
            pairs.get(left.to_bytes(2, "big") + right.to_bytes(2, "big"), 0) for left, right in pairwise(glyphs)
        )
        assert near < 0
        assert loose + near == pytest.approx(QFontMetricsF(sized).horizontalAdvance(text), abs=6)


def test_a_font_of_a_house_style_is_held_once_where_it_has_one_face(qapp, tmp_path):
    kiosk(tmp_path)
    file = house(tmp_path, '[fonts]\nfiles = ["Kiosk.otf"]')
    (made,) = export(many(5), tmp_path / "x.svg", theme=file)
    text = made.read_text()
    assert [font.familyName() for *_, font in faces(text)] == ["Kiosk"]
    assert "@font-face{font-family:'Kiosk'" in text


def test_a_font_of_the_system_is_only_named(qapp):
    other = replace(LIGHT, font_family="Sans of Somebody")
    assert embedding.css(other, {(False, False): ["Harbour"]}) == ""


def test_a_name_cannot_end_its_rule():
    assert embedding._quoted("O'Neil <b>") == r"'O\27 Neil \3c b\3e '"
