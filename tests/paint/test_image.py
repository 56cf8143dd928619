"""Pictures in files: the same page as PNG, SVG and PDF, whole, and honest about what cannot be written."""

import gc
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtGui import QColor, QImage

from explorer.index import build
from explorer.model.article import DateSource
from explorer.model.errors import ExplorerError
from explorer.model.mention import Bound, Status
from explorer.model.query import Facet, Query
from explorer.paint import theme
from explorer.paint.image import export_picture
from explorer.paint.page import Page
from explorer.paint.recipe import Recipe, pixels
from tests.builders import article, event, quantity

ARTICLES = {
    "a": article(
        "a",
        title="Harbour & <sails>",
        publisher="The Post",
        published="2020",
        published_source=DateSource.GIVEN,
    ),
    "b": article("b", title="Second voice"),
}


def ferry(quote, date, at, **fields):
    return event(quote, date, at=at, title=quote.rstrip("."), **fields)


EVENTS = [
    ferry("Kestrel was banned.", "2016-05-03", 0, kind="ban", companies=("Kestrel",)),
    ferry("A court let it sail.", "2016-06", 50, kind="reinstatement", article="b"),
    ferry("Kestrel would pay a fine.", "2017", 100, kind="settlement", status=Status.PLANNED),
    ferry("Osprey is said to have sunk & <gone>.", "2017-02-01", 150, kind="other", status=Status.ALLEGED),
    ferry("Osprey denied a sale.", "2017-03-01", 200, kind="acquisition", status=Status.DENIED),
    ferry("A new pier was promised.", None, 250, kind="statement"),
    *(
        ferry(
            f"Kestrel had {value} million riders.",
            date,
            300 + value,
            kind="milestone",
            companies=("Kestrel",),
            quantities=(quantity(value * 1e6, "daily users", bound=Bound.OVER),),
        )
        for value, date in ((3, "2016-02-01"), (5, "2017-06-01"))
    ),
]
TABLE = build(EVENTS)


def export(target, query=None, **fields):
    if "size" in fields:
        fields["sheet"] = pixels(*fields.pop("size"))
    export_picture(TABLE, EVENTS, ARTICLES, query or Query(), target, Recipe(**fields))
    return target


def colours_of(image, step=3):
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), step)
        for y in range(0, image.height(), step)
    }


def test_a_png_has_the_size_asked_for_and_the_colours_of_the_families(qapp, tmp_path):
    image = QImage(str(export(tmp_path / "x.png", size=(1000, 600), scale=1.5, title="Ferries")))
    assert image.width() == 1500
    assert image.height() >= 900
    light = theme.load("light")
    assert {light.ground, light.families.law} <= colours_of(image, 2)


def test_the_dark_theme_is_dark(qapp, tmp_path):
    image = QImage(str(export(tmp_path / "x.png", size=(900, 500), scale=1, theme="dark")))
    assert image.pixelColor(2, 2) == QColor(theme.load("dark").ground)


def test_an_svg_is_well_formed_and_holds_every_title_as_text(qapp, tmp_path):
    root = ET.parse(export(tmp_path / "x.svg", title="Ferries & <more>")).getroot()
    texts = " ".join(root.itertext())
    for title in (one.title for one in EVENTS):
        assert title in texts
    assert "Ferries & <more>" in texts
    assert "“Kestrel was banned.”" in texts
    assert "Harbour & <sails>, The Post, 2020" in texts
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    assert any(name.startswith("event-") for name in ids)


def test_a_pdf_has_the_words_as_text_and_its_font_inside(qapp, tmp_path):
    target = export(tmp_path / "x.pdf", title="Ferries")
    document = pypdfium2.PdfDocument(target)
    words = " ".join(page.get_textpage().get_text_bounded() for page in document)
    for told in (
        "Ferries",
        "Kestrel was banned",
        "Who says so",
        "1a",
        "as wide as it is known",
        "planned",
    ):
        assert told in words
    assert b"/FontFile" in target.read_bytes()
    assert document[0].get_size() == pytest.approx((842, 595), abs=1)
    document.close()


def test_the_filter_stands_in_words_over_the_picture_and_holds(qapp, tmp_path):
    query = Query(ticked=frozenset({(Facet.KIND, "ban")}))
    text = export(tmp_path / "x.svg", query).read_text()
    assert "kind: Ban" in text
    assert f"1 of {len(EVENTS)} events" in text
    assert "A court let it sail" not in text


def test_a_long_story_takes_more_pages_and_loses_nothing(qapp, tmp_path):
    many = [
        ferry(f"Boat {at} left the pier.", f"20{at % 20:02d}-0{1 + at % 9}", at * 60, kind="launch")
        for at in range(90)
    ]
    target = tmp_path / "x.pdf"
    export_picture(build(many), many, {}, Query(), target)
    document = pypdfium2.PdfDocument(target)
    words = " ".join(page.get_textpage().get_text_bounded() for page in document)
    assert len(document) > 2
    assert all(f"Boat {at} left" in words for at in range(90))
    assert f"page {len(document)} of {len(document)}" in words
    document.close()


def test_a_picture_of_nothing_says_so_by_its_counts(qapp, tmp_path):
    query = Query(ticked=frozenset({(Facet.KIND, "launch")}))
    assert f"0 of {len(EVENTS)} events" in export(tmp_path / "x.svg", query).read_text()


@pytest.mark.parametrize(
    ("name", "fields", "told"),
    [
        ("x.gif", {}, r"x\.gif: a picture is written as \.png, \.svg, \.pdf"),
        ("x.png", {"size": (10, 10)}, "600 to 8000 pixels wide"),
        ("x.png", {"scale": 90}, "scale of 0.25 to 8"),
        ("gone/x.png", {}, "cannot be written: No such file"),
        ("x.svg", {"theme": "none.toml"}, r"none\.toml cannot be read"),
    ],
)
def test_what_cannot_be_written_is_told(qapp, tmp_path, name, fields, told):
    with pytest.raises(ExplorerError, match=told):
        export(tmp_path / name, **fields)
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]


def test_an_old_file_survives_a_failed_export(qapp, tmp_path, monkeypatch):
    target = tmp_path / "x.svg"
    target.write_text("old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("explorer.paint.image.write_together", fail)
    with pytest.raises(ExplorerError, match="No space left on device"):
        export(target)
    assert target.read_text() == "old"


def test_characters_that_xml_cannot_hold_do_not_break_an_svg(qapp, tmp_path):
    odd = [replace(EVENTS[0], title="Bell\x07 and \ud800 half")]
    target = tmp_path / "x.svg"
    export_picture(build(odd), odd, {}, Query(), target)
    assert "Bell\ufffd and \ufffd half" in " ".join(ET.parse(target).getroot().itertext())


def test_it_works_without_a_display_or_an_application(tmp_path):
    program = (
        "import sys; from pathlib import Path; from explorer.index import build\n"
        "from explorer.model.query import Query; from explorer.paint.image import export_picture\n"
        "export_picture(build([]), [], {}, Query(), Path(sys.argv[1]))"
    )
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
    target = tmp_path / "x.png"
    subprocess.run([sys.executable, "-c", program, str(target)], check=True, env=environment, timeout=60)
    assert target.read_bytes().startswith(b"\x89PNG")


def test_the_same_labels_stand_in_svg_and_pdf(qapp, tmp_path):
    svg = export(tmp_path / "x.svg").read_text()
    assert len(re.findall(r"<text", svg)) > 40


@pytest.mark.parametrize("suffix", [".png", ".pdf"])
def test_an_error_while_drawing_is_told_and_ends_no_process(qapp, tmp_path, monkeypatch, suffix):
    def broken(*_):
        raise ExplorerError("The ink has run out.")

    monkeypatch.setattr(Page, "draw", broken)
    with pytest.raises(ExplorerError, match="ink"):
        export_picture(build(EVENTS), EVENTS, ARTICLES, Query(), tmp_path / f"x{suffix}")
    gc.collect()
    assert not list(tmp_path.iterdir())
