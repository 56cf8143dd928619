"""The three daily tasks and the correcting of what is wrong, on the sample articles, with real parts only."""

import random
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer import resources
from explorer.model.decision import EventField, Review
from explorer.model.query import Facet
from explorer.ui.dialogs.article import ArticleDialog
from explorer.ui.dialogs.edit import EditDialog
from explorer.ui.dialogs.export import ExportDialog
from tests.e2e.driver import Driver

ARTICLES = (
    "mayer-quits.txt",
    "india-59-apps.txt",
    "three-weeks-in-april.txt",
    "jakarta-shop.txt",
    "super-app.md",
)


def test_ten_marks_each_lead_to_their_words(drive: Driver) -> None:
    marks = [event for event in drive.marks() if event.when]
    assert len(marks) >= 10
    for event in random.Random(7).sample(marks, 10):
        if event.id not in {mark.id for mark in drive.marks()}:
            continue
        drive.click_mark(event)
        assert drive.session.current is not None
        assert drive.session.current.id == event.id
        assert any(mention.quote in drive.highlighted() for mention in event.mentions)
        assert drive.are_words_in_view(event)


def test_ten_marked_words_each_lead_to_their_event(drive: Driver) -> None:
    drive.session.open_article(next(id_ for id_, one in drive.session.articles.items() if "mayer" in one.name))
    stated = drive.session.stated_in(str(drive.session.article))
    shown = [
        (mention, event) for mention, event in stated if drive.session.is_visible(event.id) and mention.date
    ]
    assert len(shown) >= 8
    for mention, event in shown[:10]:
        drive.session.select(())
        assert mention.date is not None
        drive.click_words(mention.date.span)
        assert drive.session.current is not None
        assert mention.date.span in [
            date.span
            for one in drive.session.current.mentions
            for date in one.dates
            if one.article == mention.article
        ]
        lo_s, hi_s = drive.space.timeline.shown
        when = drive.session.current.when
        assert when is None or (when.lo_s < hi_s and when.hi_s > lo_s)
        assert event.mentions


def test_timeline_table_facets_and_status_agree_on_a_filter(drive: Driver) -> None:
    drive.tick(Facet.COUNTRY, "IN")
    drive.tick(Facet.COMPANY, "TikTok")
    passing = [
        event
        for event in drive.session.events.values()
        if "IN" in event.countries and "TikTok" in event.companies and event.id in drive.session.visible()
    ]
    assert passing
    assert len(drive.table_titles()) == len(passing)
    assert drive.count(Facet.COUNTRY, "IN") == len(passing)
    assert f"{len(passing)} shown" in drive.status()
    assert {event.id for event in drive.marks()} <= {event.id for event in passing}
    drive.press("clear_filter")
    assert "all shown" in drive.status()


def test_the_search_box_takes_facets_and_words(drive: Driver) -> None:
    drive.type_search("company:tiktok country:india ban")
    assert drive.session.query.values(Facet.COMPANY) == {"TikTok"}
    assert drive.session.query.values(Facet.COUNTRY) == {"IN"}
    assert drive.session.query.text == "ban"
    assert drive.window.header.search.text() == "ban"


def test_an_event_is_corrected_undone_redone_and_kept(drive: Driver, qtbot: QtBot) -> None:
    event = drive.marks()[0]
    drive.click_mark(event)
    drive.press("accept")
    drive.press("edit")
    dialog = drive.dialog()
    assert isinstance(dialog, EditDialog)
    dialog.title.setText("The corrected title")
    dialog.ok.click()
    assert drive.session.events[event.id].title == "The corrected title"
    drive.press("undo")
    assert drive.session.events[event.id].title == event.title
    assert drive.session.events[event.id].review is Review.ACCEPTED
    drive.press("redo")
    path = drive.session.library.path
    assert path is not None
    drive.close()
    again = Driver(qtbot)
    again.open(path, reads=False)
    kept = again.session.events[event.id]
    assert (kept.title, kept.review, kept.edited) == (
        "The corrected title",
        Review.ACCEPTED,
        {EventField.TITLE},
    )
    assert again.session.selection == (event.id,)
    again.press("undo")
    assert again.session.events[event.id].title == event.title
    again.close()


def test_a_rejected_event_leaves_the_window_and_comes_back(drive: Driver) -> None:
    event = drive.marks()[0]
    before = drive.session.visible()
    drive.click_mark(event)
    drive.press("reject")
    assert event.id not in drive.session.visible()
    assert drive.session.selection
    drive.press("undo")
    assert drive.session.visible() == before


def test_another_publication_date_tells_what_moves_and_undo_puts_it_back(drive: Driver) -> None:
    session = drive.session
    dates = {event.id: event.when for event in session.events.values()}
    article = next(one for one in session.articles.values() if "mayer" in one.name)
    session.open_article(article.id)
    drive.press("article")
    dialog = drive.dialog()
    assert isinstance(dialog, ArticleDialog)
    dialog.date.setText("28 August 2022")
    dialog.show_moves()
    assert "move" in dialog.summary.text()
    assert dialog.moves.count() > 0
    assert {event.id: event.when for event in session.events.values()} == dates
    dialog.ok.click()
    assert {event.id: event.when for event in session.events.values()} != dates
    assert drive.space.source.head.published_source.text() == "set by you"
    drive.press("undo")
    assert {event.id: event.when for event in session.events.values()} == dates


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf", ".csv"])
def test_the_timeline_is_exported(drive: Driver, tmp_path: Path, suffix: str) -> None:
    drive.press("export")
    dialog = drive.dialog()
    assert isinstance(dialog, ExportDialog)
    dialog.form.setCurrentIndex(dialog.form.findData(suffix))
    target = tmp_path / f"timeline{suffix}"
    dialog.write_to(str(target))
    assert target.stat().st_size > 3_000
    assert str(target) in drive.window.notice.label.text()


def test_the_window_is_usable_at_its_least_size(qtbot: QtBot) -> None:
    driver = Driver(qtbot, (1000, 640))
    driver.open(resources.samples() / "mayer-quits.txt")
    header = driver.window.header
    for button in (*header.deeds.values(), header.lanes, header.menu):
        assert button.width() >= button.minimumSizeHint().width()
        assert header.rect().contains(button.geometry())
    driver.click_mark(driver.marks()[0])
    assert driver.space.inspector.isVisible()
    bottom = driver.space.inspector.buttons["reject"]
    assert driver.window.rect().contains(bottom.mapTo(driver.window, bottom.rect().bottomRight()))
    driver.press("step_out")
    assert not driver.space.inspector.isVisible()
    driver.close()


def test_an_empty_library_says_what_to_do_and_an_empty_filter_how_to_leave_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    driver = Driver(qtbot)
    driver.open(resources.samples() / "mayer-quits.txt")
    driver.type_search("nothing-that-is-anywhere")
    assert driver.space.nothing.isVisible()
    driver.press("clear_filter")
    assert driver.space.timeline.isVisible()
    driver.keeper.create(tmp_path / "empty.timeline")
    assert driver.space.empty.isVisible()
    driver.close()
