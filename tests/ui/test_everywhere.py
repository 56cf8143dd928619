"""Find everywhere, and the words of the search from place to place over the articles."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.index.everywhere import Found, find
from explorer.model.query import Query
from explorer.ui.dialogs.everywhere import EverywhereDialog, summary
from explorer.ui.session import Session
from explorer.ui.source_pane import SourcePane
from tests.ui.conftest import HARBOUR, button, named


def searched(session: Session, text: str) -> Found:
    return find(session.library.search(text), session.table, session.events, session.articles)


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> Iterator[EverywhereDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    made = EverywhereDialog(
        window, lambda text: searched(session, text), lambda id_: f"date of {id_}", session.theme, "kestrel"
    )
    made.show()
    yield made
    window.close()


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> SourcePane:
    made = SourcePane(session)
    qtbot.addWidget(made)
    made.resize(500, 500)
    made.show()
    return made


def test_events_come_first_and_headings_are_passed_over(dialog: EverywhereDialog, qtbot: QtBot) -> None:
    told = [row.title.text for row in dialog.rows() if row.is_heading]
    assert told == ["Events · 2", "Articles · 2"]
    assert dialog.told.text() == "2 events · 2 articles · 3 places in texts"
    assert dialog.current is not None
    assert dialog.current.event
    for _ in range(3):
        qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.current is not None
    assert dialog.current.article == "coast"
    assert dialog.current.aside == "1 place"
    qtbot.keyClick(dialog.field, Qt.Key.Key_Up)
    assert dialog.current is not None
    assert dialog.current.article == "harbour"


def test_enter_opens_what_is_chosen_even_right_after_typing(
    dialog: EverywhereDialog, session: Session, qtbot: QtBot
) -> None:
    dialog.field.clear()
    qtbot.keyClicks(dialog.field, "sail again")
    with qtbot.waitSignal(dialog.event_chosen) as told:
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert told.args == [named(session, "sail again")]


def test_nothing_found_is_said_and_opens_nothing(dialog: EverywhereDialog, qtbot: QtBot) -> None:
    dialog.field.setText("zeppelin")
    dialog.fill()
    assert dialog.told.text() == "Nothing holds all these words."
    assert not dialog.ok.isEnabled()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert summary("", Found()).startswith("Titles, quotes")


def test_the_words_of_the_filter_are_counted_over_the_article(session: Session, pane: SourcePane) -> None:
    session.set_query(Query(text="kestrel"))
    assert pane.hit_bar.isVisible()
    assert pane.hit_bar.told.text() == "kestrel: 2 places · 1 other article"
    session.set_query(Query())
    assert pane.hit_bar.isHidden()


def test_next_goes_from_place_to_place_over_the_articles(session: Session, pane: SourcePane) -> None:
    session.set_query(Query(text="kestrel"))
    seen = []
    for _ in range(4):
        pane.step_found(1)
        seen.append((session.article, pane.hit_bar.told.text().split(": ")[1].split(" · ")[0]))
    assert seen == [("harbour", "1 of 2"), ("harbour", "2 of 2"), ("coast", "1 of 1"), ("harbour", "1 of 2")]
    pane.step_found(-1)
    assert session.article == "coast"
    span = pane.selected_words()
    assert span is not None
    assert session.articles["coast"].text[span.start : span.end] == "Kestrel"


def test_next_goes_round_in_an_article_that_is_alone(session: Session, pane: SourcePane) -> None:
    session.set_query(Query(text="sail"))
    for _ in range(2):
        pane.step_found(1)
        assert (session.article, pane.hit_bar.told.text()) == ("harbour", "sail: 1 of 1")


def test_the_find_bar_takes_the_marks_over_and_gives_them_back(session: Session, pane: SourcePane) -> None:
    session.set_query(Query(text="kestrel"))
    pane.open_find()
    assert pane.hit_bar.isHidden()
    pane.find_bar.close_bar()
    assert pane.hit_bar.isVisible()


def test_without_words_next_opens_the_find_bar(session: Session, pane: SourcePane) -> None:
    pane.step_found(1)
    assert pane.hit_bar.isHidden()


def test_words_that_an_article_was_opened_for_are_marked(session: Session, pane: SourcePane) -> None:
    pane.hit_bar.show_words('"sail again"')
    span = pane.selected_words()
    assert span is not None
    assert HARBOUR.text[span.start : span.end] == "sail again"
    assert pane.hit_bar.told.text() == '"sail again": 1 of 1'
    button(pane.hit_bar, "Do not mark these words").click()
    assert pane.hit_bar.isHidden()


def test_words_that_are_only_excluded_have_no_place(session: Session, pane: SourcePane) -> None:
    session.set_query(Query(text="-kestrel"))
    assert pane.hit_bar.isHidden()


def test_the_list_of_articles_tells_how_often_they_hold_the_words(session: Session, pane: SourcePane) -> None:
    session.set_query(Query(text="kestrel"))
    assert pane._listed(session.articles["coast"]) == "Coast watch · 1 place"
    session.set_query(Query())
    assert pane._listed(session.articles["coast"]) == "Coast watch"
