"""What a picture promises whatever is in it: whole, legible, the same twice, honest about the rest."""

import csv
import io
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtGui import QColor, QImage

from explorer.exchange import tables
from explorer.index import build
from explorer.model.errors import ExplorerError
from explorer.model.query import Query
from explorer.paint.image import export_picture
from explorer.paint.recipe import LEAST_PT, SHEETS, Band, Paging, Recipe, pixels
from explorer.paint.words import words
from explorer.timeline.arrangement import Arrangement
from explorer.timeline.charts import Chart
from tests.builders import article, event, quantity
from tests.paint.pictured import KINDS, SVG, export, labels_of, laid_out, many, riders, words_of

ODD = {
    "quotes": "“Nobody” said 'it' & \"more\" <than> that",
    "emoji": "The app 🚢 sails ⛵ again 👩‍👩‍👧",
    "cjk": "字节跳动于北京推出新的短视频应用程序",
    "rtl": "محكمة تحظر التطبيق في البلاد",
    "long": "A very long title of which every single word has to be read by whoever prints it",
    "unbroken": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "bell": "Bell\x07 and \ud800 half",
}


# 250 events on paper


@pytest.fixture(scope="module")
def on_a3(qapp, tmp_path_factory):
    folder = tmp_path_factory.mktemp("a3")
    events = many(250)
    files = export(events, folder / "x.svg", sheet=SHEETS["a3"], title="Ships")
    return events, [ET.parse(file).getroot() for file in files]


def test_every_event_has_its_whole_label(on_a3):
    events, pages = on_a3
    told = " ".join(text for root in pages for _, text, *_ in labels_of(root))
    for one in events:
        assert f"{one.title} " in f"{told} ", one.title
    assert "+" not in told
    assert "…" not in told


def test_no_two_labels_overlap(on_a3):
    for root in on_a3[1]:
        labels = [one for one in labels_of(root) if one[0].startswith("label-")]
        for at, (_, text, left, right, base, size) in enumerate(labels):
            for _, other, begin, end, line, _ in labels[at + 1 :]:
                if text != other and abs(base - line) < size * 0.8:
                    assert right <= begin + 0.5 or end <= left + 0.5, (text, other)


def test_nothing_leaves_the_page_and_nothing_is_too_small_to_read(on_a3):
    sheet = SHEETS["a3"]
    for root in on_a3[1]:
        assert root.get("width") == "420mm"
        for _, text, left, right, base, size in labels_of(root):
            assert left >= 0, text
            assert right <= sheet.width, text
            assert 0 < base < sheet.height, text
            assert size * sheet.unit_pt >= LEAST_PT, text


def test_letters_of_a_drawing_are_as_large_as_on_pixels_which_have_whole_sizes(on_a3):
    for root in on_a3[1]:
        assert all(size == round(size) for *_, size in labels_of(root))


@pytest.mark.parametrize("name", [name for name, sheet in SHEETS.items() if sheet.unit_pt])
def test_a_pdf_has_the_size_of_its_paper_and_no_letter_below_the_least(qapp, tmp_path, name):
    target = tmp_path / "x.pdf"
    export(many(40), target, sheet=SHEETS[name])
    document = pypdfium2.PdfDocument(target)
    assert document[0].get_size() == pytest.approx(SHEETS[name].size_pt, abs=1)
    document.close()
    words = " ".join(words_of(target))
    assert all(f"Ship number {at} is told" in " ".join(words.split()) for at in range(40))


def test_every_label_stands_once_in_a_document(qapp, tmp_path):
    (target,) = export(many(120), tmp_path / "x.pdf", sheet=SHEETS["a4"], references=False)
    words = " ".join(" ".join(words_of(target)).split())
    assert all(words.count(f"Ship number {at} is told") == 1 for at in range(120))


def test_every_page_repeats_the_axis_and_the_title(on_a3):
    _, pages = on_a3
    flowing = [root for root in pages if any(one[0].startswith("label-") for one in labels_of(root))]
    assert len(flowing) > 1
    for root in flowing:
        told = [text for _, text, *_ in labels_of(root)]
        assert "2015" in told
        assert "Ships" in told


# One page


def test_one_page_counts_what_finds_no_room(qapp):
    dated = [one for one in many(400) if one.when]
    made = laid_out(dated, sheet=SHEETS["slide"], paging=Paging.ONE)
    assert len(made.page.pages) == 1
    assert (made.page.width, made.page.height) == (1920, 1080)
    assert made.page.hidden > 0
    root = ET.fromstring(made.svg(0))
    told = [re.fullmatch(r"(?:\d+ · )?\+(\d+)", text) for _, text, *_ in labels_of(root)]
    assert sum(int(one[1]) for one in told if one) == made.page.hidden


@pytest.mark.parametrize("sheet", ["slide", "card", "a4"])
@pytest.mark.parametrize("count", [*range(5, 40, 3), 80, 150])
def test_the_legend_of_one_page_tells_of_all_that_is_drawn_and_nothing_else(qapp, sheet, count):
    events = [one for one in many(count) if one.when]
    made = laid_out(events, sheet=SHEETS[sheet], paging=Paging.ONE, references=False)
    root = ET.fromstring(made.svg(0))
    ids = {
        group.get("id").rpartition("-")[0] for group in root.iter(f"{SVG}g") if "event-" in group.get("id", "")
    }
    drawn = {one.kind for one in events if f"event-{one.id}" in ids}
    legend = {text for name, text, *_ in labels_of(root) if name == "legend"}
    kinds = {words("en").kind(kind) for kind in KINDS}
    told = {words("en").kind(kind) for kind in drawn}
    assert legend & kinds >= told
    assert legend & kinds == told or made.page.hidden


def test_a_page_of_few_events_is_whole_and_in_large_letters(qapp):
    made = laid_out(many(8), sheet=SHEETS["slide"])
    assert made.page.is_whole
    assert made.page.size > SHEETS["slide"].text


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("paging", Paging)
@pytest.mark.parametrize("count", [0, 1, 30])
def test_nothing_is_drawn_outside_of_any_sheet(qapp, sheet, paging, count):
    made = laid_out(many(count), sheet=SHEETS[sheet], paging=paging)
    assert paging is Paging.PAGES or len(made.page.pages) == 1
    for number in range(len(made.page.pages)):
        for _, text, left, right, base, _ in labels_of(ET.fromstring(made.svg(number))):
            assert left >= -1, text
            assert right <= made.page.width + 1, text
            assert 0 <= base <= made.page.height, text


def test_no_event_and_only_undated_ones_are_said_in_words(qapp, tmp_path):
    (nothing,) = export([], tmp_path / "none.svg")
    assert "No event to show" in nothing.read_text()
    undated = [event(f"Ship {at} sails.", None, at=at * 30, title=f"Ship {at}") for at in range(5)]
    for sheet in (SHEETS["card"], SHEETS["a4"]):
        file, *_ = export(undated, tmp_path / "undated.svg", sheet=sheet)
        assert "No event has a date" in file.read_text()
        assert all(f">Ship {at}<" in file.read_text() for at in range(5))


# Words of all kinds


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("sheet", ["slide", "card", "a4-portrait"])
def test_any_title_can_be_drawn_in_every_form(qapp, tmp_path, name, sheet):
    title = ODD[name]
    events = [
        event("It came about.", "2020-01-01", title=title),
        event("Later.", "2020-06", at=40, title="Later"),
    ]
    (drawn,) = export(events, tmp_path / "x.svg", sheet=SHEETS[sheet])
    shown = title.replace("\x07", "\ufffd").replace("\ud800", "\ufffd")
    assert shown in " ".join(ET.parse(drawn).getroot().itertext())
    (printed,) = export(events, tmp_path / "x.pdf", sheet=SHEETS[sheet])
    assert pypdfium2.PdfDocument(printed)
    (painted,) = export(events, tmp_path / "x.png", sheet=SHEETS[sheet], scale=0.5)
    assert not QImage(str(painted)).isNull()


def test_other_labels_stand_in_the_picture_and_the_evidence_stays(qapp, tmp_path):
    events = many(3)
    (file,) = export(events, tmp_path / "x.svg", labels={events[0].id: "Said shorter", "gone": "x"})
    text = file.read_text()
    assert ">Said shorter<" in text
    assert f">{events[0].title}<" not in text
    assert f"“{events[0].mentions[0].quote}”" in text
    assert events[0].title.startswith("Ship")


def test_a_picture_says_in_words_what_it_shows(qapp, tmp_path):
    events = many(30)
    made = laid_out(events, title="Ships")
    assert made.alt.startswith("Timeline: Ships. 30 events: ")
    assert "Ban " in made.alt
    root = ET.fromstring(made.svg(0))
    assert root.find(f"{SVG}desc").text == made.alt
    assert root.get("role") == "img"
    (file,) = export(events, tmp_path / "x.png", scale=0.5, alt="What I say")
    assert QImage(str(file)).text("Description") == "What I say"
    (file,) = export(events, tmp_path / "x.pdf", alt="What I say")
    assert b"What I say" in file.read_bytes()


# Measures


def test_measures_stand_alone_and_may_be_left_out(qapp, tmp_path):
    events = [*many(20), *riders(3, 5, 8)]
    (alone,) = export(events, tmp_path / "alone.svg", measures=Band.ONLY)
    told = [text for _, text, *_ in labels_of(ET.parse(alone).getroot())]
    assert {"Kestrel", "over 8", "Daily users"} <= set(told)
    assert not any(text.startswith("Ship number") for text in told)
    assert "3 of 23 events" in " ".join(told)
    (without,) = export(events, tmp_path / "without.svg", measures=Band.WITHOUT)
    assert "Daily users" not in without.read_text()


def test_the_data_of_measures_are_a_table(tmp_path):
    events = [*many(5), *riders(3, 5.5)]
    target = tmp_path / "m.csv"
    assert tables.write_measures(events, {"a": article("a")}, target) == 2
    rows = list(csv.DictReader(io.StringIO(target.read_text("utf-8-sig"))))
    assert [(row["company"], row["measure"], row["value"], row["bound"]) for row in rows] == [
        ("Kestrel", "daily users", "3000000", "over"),
        ("Kestrel", "daily users", "5500000", "over"),
    ]
    assert rows[0]["quote"] == "Kestrel had 3 million riders."


def measured(*units):
    return [
        event(
            f"Kestrel had {value} {unit}.",
            f"20{16 + at}-02-01",
            at=(at + 9 * number) * 60,
            kind="milestone",
            companies=("Kestrel",),
            quantities=(quantity(value, unit),),
            title=f"Kestrel has {value} {unit}",
        )
        for number, unit in enumerate(units)
        for at, value in enumerate((3, 5, 8))
    ]


@pytest.mark.parametrize("paging", [Paging.ONE, Paging.PAGES])
def test_measures_alone_show_every_unit_on_as_many_pages_as_they_take(qapp, paging):
    units = ("crew", "daily users", "downloads", "employees", "riders", "seats", "stops", "trains")
    made = laid_out(
        measured(*units), sheet=SHEETS["slide"], paging=paging, measures=Band.ONLY, references=False
    )
    pages = [
        [text for _, text, *_ in labels_of(ET.fromstring(made.svg(at)))] for at in range(len(made.page.pages))
    ]
    told = {text for page in pages for text in page}
    assert {unit.capitalize() for unit in units} - told <= {"Daily users"}  # may be on two lines
    assert len(pages) > 1
    assert all(any(unit.capitalize() in page for unit in units) for page in pages)


def test_companies_beyond_those_drawn_are_counted(qapp):
    events = [
        event(
            f"Ship {ship} had {year} riders.",
            f"{year}-02-01",
            at=(ship * 9 + year) * 60,
            kind="milestone",
            companies=(f"Ship {ship}",),
            quantities=(quantity(year, "riders"),),
        )
        for ship in range(8)
        for year in (2016, 2018)
    ]
    made = laid_out(events, sheet=SHEETS["slide"], measures=Band.ONLY)
    assert "and 2 more" in [text for _, text, *_ in labels_of(ET.fromstring(made.svg(0)))]


# Lanes and measures as on screen


def lanes_of(made):
    root = ET.fromstring(made.svg(0))
    return [text for name, text, *_ in labels_of(root) if name.startswith("lane-names")]


def test_lanes_stand_in_the_order_of_a_person_without_the_hidden(qapp):
    standing = Arrangement(order=("other", "launch"), pinned=frozenset({"legal"}), hidden=frozenset({"ban"}))
    made = laid_out(many(40), sheet=SHEETS["a3"], arrangement=standing)
    names = [name for name in lanes_of(made) if not name[0].isdecimal()]
    assert names[:3] == ["Legal", "Other", "Launch"]
    assert "Ban" not in names
    told = [text for _, text, *_ in labels_of(ET.fromstring(made.svg(0)))]
    left_out = sum(event.kind == "ban" and event.when is not None for event in many(40))
    assert f"lanes not shown: Ban ({left_out} events)" in told
    assert f"lanes not shown: Ban ({left_out} events)." in made.alt
    assert f"{40 - left_out} of 40 events" in " ".join(told)


def test_a_closed_lane_counts_its_events_and_tells_none_of_them(qapp):
    made = laid_out(many(40), sheet=SHEETS["a3"], arrangement=Arrangement(collapsed=frozenset({"ban"})))
    told = " ".join(text for _, text, *_ in labels_of(ET.fromstring(made.svg(0))))
    closed = [event.title for event in many(40) if event.kind == "ban" and event.when]
    assert closed
    assert not any(f"{title} " in told for title in closed)
    assert made.page.hidden == 0
    assert not any(event.kind == "ban" and event.when for event in made.page.drawn)


def test_measures_keep_their_scale_and_height(qapp):
    events = riders(3, 5, 8)
    plain, tall = (
        laid_out(events, chart=Chart(is_log=is_log, height_px=height), sheet=SHEETS["a3"])
        for is_log, height in ((False, 128.0), (True, 240.0))
    )
    words = [[text for _, text, *_ in labels_of(ET.fromstring(made.svg(0)))] for made in (plain, tall)]
    assert "millions" in words[0]
    assert "millions, log" in words[1]
    heights = [
        max(base for name, _, _, _, base, _ in labels_of(ET.fromstring(made.svg(0))) if name.startswith("lane"))
        for made in (plain, tall)
    ]
    assert heights[1] > heights[0] + 100


# Long titles

LONG = "The ministry of transport forbids the ferry to sail before every boat has been looked at"


@pytest.mark.parametrize("sheet", ["a4-portrait", "card", "a4"])
def test_a_title_without_room_on_one_line_takes_two(qapp, sheet):
    events = [
        event("It came about.", f"{year}-06-01", title=f"{LONG} {year}", at=year * 40)
        for year in range(2010, 2020)
    ]
    made = laid_out(events, sheet=SHEETS[sheet], references=False)
    assert made.page.cut == 0
    told = [
        text
        for number in range(len(made.page.pages))
        for _, text, *_ in labels_of(ET.fromstring(made.svg(number)))
    ]
    assert all(f"{LONG} {year}" in " ".join(told) for year in range(2010, 2020))
    assert not any(text.endswith("…") for text in told)


@pytest.mark.parametrize(("sheet", "paging"), [("a4-portrait", Paging.PAGES), ("card", Paging.ONE)])
def test_lines_of_words_lie_over_nothing(qapp, sheet, paging):
    events = [
        event("It came about.", f"20{10 + at % 9}-0{1 + at % 9}-01", title=LONG[: 60 + at % 25], at=at * 40)
        for at in range(60)
    ]
    made = laid_out(events, sheet=SHEETS[sheet], paging=paging, lanes="none")
    for number in range(len(made.page.pages)):
        labels = [one for one in labels_of(ET.fromstring(made.svg(number))) if one[0].startswith("label-")]
        for at, (_, _, left, right, base, size) in enumerate(labels):
            for _, other, begin, end, line, _ in labels[at + 1 :]:
                if abs(base - line) < size * 0.8:
                    assert right <= begin + 1 or end <= left + 1, other


def test_a_title_too_long_for_any_line_is_told_whole_among_the_references(qapp):
    title = " ".join([LONG] * 4)
    events = [event("It came about.", "2020-01-01", title=title), event("Later.", "2022-06-01", at=40)]
    made = laid_out(events, sheet=SHEETS["a4-portrait"])
    assert made.page.cut == 1
    told = [text for _, text, *_ in labels_of(ET.fromstring(made.svg(0)))]
    assert any(text.endswith("…") for text in told)
    assert f"{title}:" in " ".join(told)


# Files


def test_files_that_nobody_named_are_not_written_over_unasked(qapp, tmp_path):
    second = tmp_path / "x-2.png"
    second.write_text("old")
    events, recipe = many(90), Recipe(sheet=SHEETS["a4"], scale=0.5)
    with pytest.raises(ExplorerError, match=r"x-2.png would be written over: give --force"):
        export_picture(build(events), events, {}, Query(), tmp_path / "x.png", recipe, replaces=False)
    assert second.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["x-2.png"]
    export(events, tmp_path / "x.png", sheet=SHEETS["a4"], scale=0.5)
    assert not QImage(str(second)).isNull()


def test_all_pages_are_written_or_none(qapp, tmp_path, monkeypatch):
    writes = []

    def fails_at_the_second(file, flags=0):
        writes.append(file)
        if len(writes) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("explorer.folders.os.fsync", fails_at_the_second)
    with pytest.raises(ExplorerError, match="No space left"):
        export(many(90), tmp_path / "x.svg", sheet=SHEETS["a4"])
    assert not list(tmp_path.iterdir())


def test_further_pages_of_a_drawing_are_files_of_their_own(qapp, tmp_path):
    files = export(many(90), tmp_path / "x.png", sheet=SHEETS["a4"], scale=0.5)
    assert [file.name for file in files[:2]] == ["x.png", "x-2.png"]
    assert all(file.is_file() for file in files)


def test_the_same_asked_twice_is_the_same_picture(qapp, tmp_path):
    for suffix in (".png", ".svg"):
        (one,) = export(many(20), tmp_path / f"one{suffix}", scale=1)
        (other,) = export(many(20), tmp_path / f"other{suffix}", scale=1)
        assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_ground_reaches_every_edge(qapp, sheet):
    made = laid_out(many(4), sheet=SHEETS[sheet], theme="dark")
    image, ground = made.image(0, 1.7), QColor(made.style.theme.ground)
    right, bottom = image.width() - 1, image.height() - 1
    corners = ((0, 0), (right, 0), (0, bottom), (right, bottom))
    assert all(image.pixelColor(*corner) == ground for corner in corners)


def test_a_sheet_of_no_size_is_refused():
    with pytest.raises(ExplorerError, match="600 to 8000"):
        pixels(10, 10)
    assert replace(Recipe(), sheet=SHEETS["a3"]).for_file(".pdf").paging is Paging.PAGES
