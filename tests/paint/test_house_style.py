"""A house style: one file gives the colours, the logo, the language and the numbers of a picture."""

import re

import pytest
from PySide6.QtGui import QColor, QFontInfo, QImage

from explorer import resources
from explorer.model.errors import ExplorerError
from explorer.paint import fonts, style, theme
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


def kiosk(folder, name="Kiosk.otf"):
    """Put a font beside a style that no system has: ours by another name, which is as long."""
    data = resources.path("fonts/Inter-SemiBold.otf").read_bytes()
    data = data.replace("Inter".encode("utf-16-be"), "Kiosk".encode("utf-16-be")).replace(b"Inter", b"Kiosk")
    (folder / name).write_bytes(data)
    return name


@pytest.mark.parametrize("family", ['family = "Kiosk"\n', ""])
def test_a_font_of_the_house_is_drawn_with_and_carried_along(qapp, tmp_path, family):
    name = kiosk(tmp_path)
    file = house(tmp_path, f'[fonts]\n{family}files = ["{name}"]')
    own = style.load(file).theme.font_family
    assert own.startswith("Kiosk")
    assert QFontInfo(fonts.font(style.load(file).theme, 12)).family() == own
    (drawn,) = export(many(5), tmp_path / "x.svg", theme=file)
    assert f"font-family=\"'{own}', 'Helvetica Neue'" in drawn.read_text()
    (printed,) = export(many(5), tmp_path / "x.pdf", theme=file)
    assert b"Kiosk" in printed.read_bytes()
    (own_png,) = export(many(5), tmp_path / "own.png", theme=file)
    (plain,) = export(many(5), tmp_path / "plain.png", theme=house(tmp_path))
    assert QImage(str(own_png)) != QImage(str(plain))


def test_a_damaged_font_is_told_by_its_name(qapp, tmp_path):
    name = kiosk(tmp_path, "Half.otf")
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes()[:20_000])
    with pytest.raises(ExplorerError, match=r"Half\.otf cannot be read"):
        style.load(house(tmp_path, f'[fonts]\nfiles = ["{name}"]'))


def test_a_family_that_its_files_do_not_hold_is_told(qapp, tmp_path):
    with pytest.raises(ExplorerError, match="'Kioks', but its font files hold Kiosk"):
        style.load(house(tmp_path, f'[fonts]\nfamily = "Kioks"\nfiles = ["{kiosk(tmp_path)}"]'))


def test_a_logo_stands_at_the_right_margin_and_leaves_its_place_nowhere(qapp, tmp_path):
    file = house(tmp_path)
    (tmp_path / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
        '<rect width="40" height="10" fill="#ff00aa"/></svg>'
    )
    (target,) = export(many(5), tmp_path / "x.png", theme=file, sheet=SHEETS["slide"], scale=1)
    image = QImage(str(target))
    seen = [x for x in range(image.width()) if image.pixelColor(x, 100).name() == "#ff00aa"]
    margin = 0.04 * image.width()
    assert image.width() - margin - 3 <= max(seen) <= image.width() - margin + 1


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
