"""Who says so: the sources of an event in turn, beside each other, as pages; and what was not used."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from explorer.model.event import Event
from tests.e2e.driver import Driver
from tests.ui.places import is_in_view

ARTICLES = ("mayer-quits.txt", "app-factory.docx", "tiktok-key-dates.md", "price-of-data.pdf")
SIZE = (1600, 1000)


def key(drive: Driver, pressed: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    drive._qtbot.keyClick(QApplication.focusWidget() or drive.window, pressed, modifier)
    drive.settle()


def in_conflict(drive: Driver) -> Event:
    return next(event for event in drive.session.events.values() if event.has_conflict)


def test_brackets_go_from_one_source_of_an_event_to_the_next(drive: Driver) -> None:
    event = in_conflict(drive)
    drive.session.select([event.id])
    drive.space.timeline.setFocus()
    tools, seen = drive.space.source.tools, []
    for _ in event.mentions:
        seen.append((drive.session.article, tools.place.text()))
        assert drive.highlighted()
        assert drive.are_words_in_view(event)
        key(drive, Qt.Key.Key_BracketRight)
    assert {article for article, _ in seen} == set(event.articles)
    assert len({place for _, place in seen}) == len(event.mentions)
    assert (drive.session.article, tools.place.text()) == seen[0]
    key(drive, Qt.Key.Key_BracketLeft)
    assert tools.place.text() == seen[-1][1]


def test_c_shows_the_two_sides_of_a_conflict_and_esc_ends_it(drive: Driver) -> None:
    event = in_conflict(drive)
    drive.session.select([event.id])
    drive.space.timeline.setFocus()
    before = drive.space.source.width()
    key(drive, Qt.Key.Key_C)
    compared = drive.space.source.compared
    assert compared.isVisible()
    assert drive.space.source.width() > before
    sides = [side.mention for side in compared.sides]
    values = [set(value.mentions) for value in event.conflicts[0].values]
    assert all(side is not None and side.id in ids for side, ids in zip(sides, values, strict=False))
    for side in compared.sides:
        assert any(is_figure for *_, is_figure in side.text.look.differing)
        assert side.mention is not None
        assert is_in_view(side.text, side.mention.span)
    key(drive, Qt.Key.Key_Escape)
    assert not compared.isVisible()
    assert drive.space.source.width() == before
    assert drive.session.selection == (event.id,)


def test_a_small_window_has_room_for_two_texts_above_each_other(drive: Driver) -> None:
    drive.window.resize(1100, 700)
    drive.session.select([in_conflict(drive).id])
    drive.settle()
    drive.press("compare")
    compared = drive.space.source.compared
    assert compared.halves.orientation() is Qt.Orientation.Vertical
    assert not drive.space.inspector.isVisible()
    assert all(side.text.height() > 120 for side in compared.sides)
    drive.press("step_out")
    assert drive.space.inspector.isVisible()


def test_a_pdf_is_read_on_its_pages(drive: Driver) -> None:
    paper = next(one for one in drive.session.articles.values() if one.media_type == "application/pdf")
    drive.session.open_article(paper.id)
    drive.press("pages")
    view = drive.space.source.page_view
    drive.wait_until(lambda: view.is_drawn(0))
    last, event = [pair for pair in drive.session.stated_in(paper.id) if drive.session.is_visible(pair[1].id)][
        -1
    ]
    drive.session.select([event.id])
    assert last.page == 2
    drive.wait_until(lambda: view.is_drawn(1) and bool(view.boxes_of(event.id)))
    assert any(view.viewport().rect().intersects(box.toRect()) for box in view.boxes_of(event.id))
    drive.press("pages")
    assert drive.space.source.text.isVisible()


def test_every_date_that_was_not_used_is_shown_with_its_reason(drive: Driver) -> None:
    article = max(drive.session.articles, key=lambda id_: len(drive.session.library.unused(id_)))
    drive.session.open_article(article)
    drive.space.timeline.setFocus()
    key(drive, Qt.Key.Key_U)
    listed = drive.space.source.left_out.list
    unused = drive.session.library.unused(article)
    assert listed.isVisible()
    assert listed.count() >= len(unused) > 0
    rows = [listed.item(row).text() for row in range(listed.count())]
    assert all(any(one.why in row for row in rows) for one in unused)
    listed.setCurrentRow(listed.count() - 1)
    assert is_in_view(drive.space.source.text, max(unused, key=lambda one: one.span).span)
    drive.space.timeline.setFocus()
    key(drive, Qt.Key.Key_U)
    assert not listed.isVisible()


def test_finding_in_the_article_counts_and_goes_on_with_f3(drive: Driver) -> None:
    drive.press("find")
    bar = drive.space.source.find_bar
    drive._qtbot.keyClicks(bar.field, "tiktok")
    total = drive.space.source.text.text.casefold().count("tiktok")
    assert total > 1
    assert bar.count.text() == f"1 of {total}"
    key(drive, Qt.Key.Key_F3)
    assert bar.count.text() == f"2 of {total}"
    key(drive, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_the_article_has_the_room_of_the_details_until_an_event_is_selected(drive: Driver) -> None:
    space, event = drive.space, in_conflict(drive)
    height = space.right.height()
    assert space.source.height() > 0.85 * height
    drive.session.select([event.id])
    drive.settle()
    halves = space.source.height(), space.inspector.height()
    assert min(halves) > 0.35 * height
    assert drive.are_words_in_view(event)
    drive.session.select([])
    drive.settle()
    assert (space.source.height(), space.inspector.height()) == halves  # what a person looks at does not jump


def test_heights_are_kept_though_no_event_was_selected(sail: Driver) -> None:
    sail.settle()
    kept = sail.space.sizes()["right"]
    assert min(kept) > 0.3 * sum(kept)
