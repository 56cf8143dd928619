"""An article read by mistake is taken out, is nowhere to be seen, and comes back as it was."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from explorer.exchange import tables
from explorer.exchange.selection import select
from explorer.index.queues import Queue
from explorer.library import Library
from explorer.model.event import Event
from explorer.model.query import Facet
from explorer.ui.dialogs.articles import ArticlesDialog
from explorer.ui.dialogs.everywhere import EverywhereDialog
from tests.e2e.conftest import PAPERS
from tests.e2e.driver import Driver

WEEK = "nordic-week"


def article(driver: Driver, name: str = WEEK) -> str:
    known = {**driver.session.articles, **driver.session.removed}
    return next(id_ for id_, one in known.items() if one.name == name)


def take_out(driver: Driver, name: str = WEEK) -> None:
    driver.session.open_article(article(driver, name))
    driver.press("remove_article")


def events(driver: Driver) -> dict[str, Event]:
    return dict(driver.session.events)


def exported(driver: Driver) -> str:
    assert driver.session.library.path is not None
    with Library.open(driver.session.library.path, read_only=True) as library:
        chosen = select(library)
        return tables.as_json(chosen.events, chosen.articles)


def test_it_is_in_no_pane_search_queue_or_export(sail: Driver) -> None:
    waited = sail.space.reviewer.sizes()[Queue.UNREVIEWED]
    before = exported(sail)
    take_out(sail)
    sail.space.facets.section(Facet.SOURCE).fill()
    assert "2 articles" in sail.status()
    assert all("Nordic" not in event.mentions[0].quote for event in sail.marks())
    assert WEEK not in sail.shown_in(sail.space)
    assert sail.space.source.tabs.count() == len(sail.session.tabs) <= 2
    assert sail.space.reviewer.sizes()[Queue.UNREVIEWED] < waited
    assert "Nordic Week" not in exported(sail)
    assert WEEK in before
    assert WEEK not in exported(sail)
    sail.press("everywhere")
    found = sail.dialog()
    assert isinstance(found, EverywhereDialog)
    found.field.setText("Osprey spring")
    found.fill()
    assert not any(row.article for row in found.rows())
    found.close()


def test_what_was_decided_comes_back_with_it_after_another_start(
    sailing: Driver, qtbot: QtBot, tmp_path: Path
) -> None:
    sailing.press("accept")
    before = events(sailing)
    take_out(sailing)
    sailing.close()
    again = Driver(qtbot)
    again.open(tmp_path / "mine.timeline", reads=False)
    assert article(again) in again.session.removed
    assert "removal of an article" in again.session.undo_label
    again.key("Ctrl+Z")
    assert events(again) == before
    assert again.session.article == article(again)
    again.close()


def test_the_list_takes_out_several_and_puts_back_one(sail: Driver, qtbot: QtBot) -> None:
    sail.key("Ctrl+Shift+L")
    listed = sail.dialog()
    assert isinstance(listed, ArticlesDialog)
    listed.table.selectAll()
    qtbot.keyClick(listed.table, Qt.Key.Key_Delete)
    assert "3 articles taken out" in sail.window.notice.label.text()
    assert listed.removed.count() == 3
    qtbot.mouseClick(listed.back, Qt.MouseButton.LeftButton)
    assert len(sail.session.articles) == 1
    listed.close()


def test_without_the_last_article_the_window_says_so_and_shows_the_way_back(sail: Driver) -> None:
    for name in [Path(file).stem for file in PAPERS]:
        take_out(sail, name)
    assert sail.space.empty.isVisible()
    assert sail.space.empty.title.text() == "No articles left"
    assert "3 articles taken out of this library can be put back." in sail.space.empty.text.text()
    links = [one.text() for one in sail.space.empty.findChildren(QPushButton) if one.isVisible()]
    assert "Articles…" in links
    assert not sail.session.selection
    sail.key("Ctrl+Z")
    assert not sail.space.empty.isVisible()


def test_comparing_ends_when_a_source_is_taken_out(sailing: Driver) -> None:
    sailing.press("compare")
    assert sailing.space.source.compared.is_open
    take_out(sailing)
    assert not sailing.space.source.compared.is_open
    assert sailing.session.current is not None
    assert sailing.session.article in sailing.session.current.articles


def test_the_same_text_added_again_offers_to_put_it_back(sail: Driver, tmp_path: Path) -> None:
    before = events(sail)
    take_out(sail)
    file = tmp_path / "nordic-week.txt"
    file.write_text(PAPERS["nordic-week.txt"], "utf-8")
    sail.keeper.add([file])
    sail.wait_until(lambda: not sail.keeper.reader.is_running and sail.window.notice.offered.isVisible())
    sail.wait_until(lambda: sail.window.notice.offered.text() == "Put it back")
    sail.click_text("Put it back")
    assert events(sail) == before


def test_a_round_of_review_goes_on_without_it(sail: Driver) -> None:
    sail.press("review")
    take_out(sail)
    sail.press("accept")
    assert sail.session.round.is_on
    assert sail.session.current is not None
    sail.press("undo")
    sail.press("undo")
    assert len(sail.session.articles) == 3
