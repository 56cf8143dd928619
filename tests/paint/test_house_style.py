"""A house style: one file gives the colours, the logo, the language and the numbers of a picture."""

import re

import pytest
from PySide6.QtGui import QColor, QImage

from explorer.model.errors import ExplorerError
from explorer.paint import style, theme
from explorer.paint.recipe import SHEETS, Band
from explorer.paint.words import words
from tests.paint.pictured import export, many, riders, words_of


def house(folder, more="", logo="logo.svg"):
    (folder / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">'
        '<rect width="40" height="10" fill="#ff00aa"/></svg>'
    )
    file = folder / "house.toml"
    file.write_text(
        f'base = "light"\nlanguage = "de"\nlogo = "{logo}"\n{more}\n'
        '[colours]\nground = "#fffaf0"\n[families]\nlaw = "#101080"\n'
    )
    return file


def test_one_file_gives_colours_logo_language_and_numbers(qapp, tmp_path):
    events = [*many(60), *riders(1500, 2500)]
    file = house(tmp_path)
    (target,) = export(events, tmp_path / "x.png", theme=file, sheet=SHEETS["slide"], scale=0.5)
    image = QImage(str(target))
    seen = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    }
    assert QColor("#fffaf0").name() in seen
    assert "#101080" in seen
    assert "#ff00aa" in seen
    (drawn,) = export(events, tmp_path / "x.svg", theme=file)
    text = drawn.read_text()
    for told in (
        "Verbot",
        "Wer es sagt",
        "so breit wie bekannt",
        "Ohne Datum",
        "Milliarden",
        "62 Ereignisse",
    ):
        assert told in text
    assert "data:image/svg+xml;base64," in text
    (measured,) = export(events, tmp_path / "m.svg", theme=file, measures=Band.ONLY)
    assert ">über 1,5<" in measured.read_text()
    (printed,) = export(events, tmp_path / "x.pdf", theme=file)
    assert "Wer es sagt" in " ".join(words_of(printed))


def test_numbers_are_written_as_the_house_has_them(tmp_path):
    own = style.load(house(tmp_path, '[numbers]\ngroup = "’"\ndecimal = "·"')).words
    assert own.number("over 1,500.5") == "over 1’500·5"
    assert words("de").date("September 2020") == "September 2020"
    assert words("fr").date("6 May 2020") == "6 mai 2020"


@pytest.mark.parametrize(
    ("more", "logo", "told"),
    [
        ("", "gone.png", "there is no file"),
        ("", "logo.gif", "none of .png"),
        ('[numbers]\ngroup = "xx"', "logo.svg", "one sign each"),
        ('[fonts]\nfiles = ["gone.otf"]', "logo.svg", "there is no file"),
    ],
)
def test_a_broken_house_style_is_told(tmp_path, more, logo, told):
    with pytest.raises(ExplorerError, match=re.escape(told)):
        style.load(house(tmp_path, more, logo))


def test_a_house_style_is_a_theme_too(tmp_path):
    assert theme.load(house(tmp_path)).families.law == "#101080"
