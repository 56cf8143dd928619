"""Pictures in SVG hold the fonts that they are drawn in, so that they look the same where nobody has them."""

import base64
import re
from dataclasses import replace

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QRawFont

from explorer.paint import embedding, fonts, theme
from tests.paint.pictured import export, many
from tests.paint.test_house_style import house, kiosk

LIGHT = theme.load("light")


def faces(css):
    """Give weight, slope and font of every face in some CSS."""
    pattern = (
        r"font-weight:([\d ]+);font-style:(\w+);(?:unicode-range:[^;]+;)?"
        r"src:url\(data:font/woff2?;base64,([^)]+)\)"
    )
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


def test_letters_of_other_scripts_bring_their_part_of_the_font(qapp):
    latin, both = (embedding.css(LIGHT, {(False, False): [text]}) for text in ("Harbour", "Harbour Гавань"))
    assert len(faces(latin)) == 1
    assert not any(font.supportsCharacter(ord("Г")) for *_, font in faces(latin))
    assert [any(map(font.supportsCharacter, (ord("a"), ord("Г")))) for *_, font in faces(both)] == [True, True]
    assert re.findall(r"unicode-range:(U[^,;]+)", both) == ["U+0020-017F", "U+0370-052F"]


def test_every_letter_of_our_font_that_a_part_promises_is_in_it(qapp):
    for file in fonts.files_of("Inter"):
        whole = QRawFont(str(file), 16.0)
        for name, ranges in embedding._ranges().items():
            part = file.parent / "web" / f"{file.stem}.{name}.woff2"
            letters = [letter for first, last in embedding._ends(ranges) for letter in range(first, last + 1)]
            held = [letter for letter in letters if whole.supportsCharacter(letter)]
            assert len(held) > 50
            assert embedding._parts(file, held[:1]), part


def test_a_font_of_a_house_style_is_held_once_where_it_has_one_face(qapp, tmp_path):
    kiosk(tmp_path)
    file = house(tmp_path, '[fonts]\nfiles = ["Kiosk.otf"]')
    (made,) = export(many(5), tmp_path / "x.svg", theme=file)
    text = made.read_text()
    assert [font.familyName()[:5] for *_, font in faces(text)] == ["Kiosk"]
    assert len(text) < 60_000  # only its letters are there
    assert "@font-face{font-family:'Kiosk'" in text


def test_a_font_of_the_system_is_only_named(qapp):
    other = replace(LIGHT, font_family="Sans of Somebody")
    assert embedding.css(other, {(False, False): ["Harbour"]}) == ""


def test_a_name_cannot_end_its_rule():
    assert embedding.quoted("O'Neil <b>") == r"'O\27 Neil \3c b\3e '"
