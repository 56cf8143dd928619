"""What is typed into the search box becomes the filter, and the filter a text to edit."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.model.calendar import seconds
from explorer.model.query import Facet, Query
from explorer.ui import style
from explorer.ui.search_bar import SearchBar
from explorer.ui.searching import Searching
from explorer.ui.session import Session

KESTREL, NORWAY = (Facet.COMPANY, "Kestrel"), (Facet.COUNTRY, "NO")


@pytest.fixture
def bar(session: Session, qtbot: QtBot) -> Iterator[SearchBar]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    made = SearchBar(window)
    tied = Searching(session, made)
    window.show()
    made.setFocus()
    yield made
    tied.deleteLater()


def press(qtbot: QtBot, bar: SearchBar, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(bar, key)


def test_words_filter_as_they_are_typed(bar: SearchBar, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar, "fine")
    assert session.query == Query(text="fine")
    assert session.mask.sum() == 1
    press(qtbot, bar, Qt.Key.Key_Escape)
    assert session.query == Query()


def test_fields_count_from_enter_on_and_leave_the_box(bar: SearchBar, session: Session, qtbot: QtBot) -> None:
    session.toggle(*NORWAY)
    qtbot.keyClicks(bar, "company:kes 2016.. banned")
    assert session.query == Query(frozenset({NORWAY}), text="banned")
    press(qtbot, bar, Qt.Key.Key_Return)
    assert session.query == Query(frozenset({NORWAY, KESTREL}), text="banned", lo_s=seconds(2016))
    assert bar.text() == "banned"


def test_what_is_offered_is_taken_by_keys(bar: SearchBar, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar, "co")
    assert bar.offers() == ["company:", "country:"]
    press(qtbot, bar, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab)
    assert bar.text() == "company:"
    assert bar.offers() == ["Kestrel · 2", "Osprey · 1"]
    press(qtbot, bar, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert session.query == Query(frozenset({(Facet.COMPANY, "Osprey")}))
    assert bar.text() == ""
    assert bar.offers() == []


def test_escape_closes_what_is_offered_before_it_empties_the_box(bar: SearchBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar, "ki")
    press(qtbot, bar, Qt.Key.Key_Escape)
    assert (bar.text(), bar.offers()) == ("ki", [])
    press(qtbot, bar, Qt.Key.Key_Escape)
    assert bar.text() == ""
    with qtbot.waitSignal(bar.left):
        press(qtbot, bar, Qt.Key.Key_Escape)


def test_what_means_nothing_is_told_and_the_filter_stays(
    bar: SearchBar, session: Session, qtbot: QtBot
) -> None:
    session.toggle(*NORWAY)
    bar.insert("🚢")
    qtbot.keyClicks(bar, " company:Kestral kind:ban")
    before = session.query
    press(qtbot, bar, Qt.Key.Key_Return)
    assert bar.problem() == "No event here has the company “Kestral”. Did you mean “Kestrel”?"
    assert bar.text()[: bar.cursor_point] == "🚢 company:Kestral"
    assert bar.property("wrong") is True
    assert session.query == before
    press(qtbot, bar, Qt.Key.Key_Backspace)
    assert bar.property("wrong") is False


def test_a_text_that_is_no_filter_is_framed_also_when_the_box_is_left(
    bar: SearchBar, session: Session, qtbot: QtBot
) -> None:
    bar.setStyleSheet(style.sheet(session.theme))
    qtbot.keyClicks(bar, "company:Kestral")
    usual = bar.grab().toImage().pixelColor(bar.width() // 2, 0)
    press(qtbot, bar, Qt.Key.Key_Return)
    warning = style.colour(session.theme, "warning")
    assert bar.grab().toImage().pixelColor(bar.width() // 2, 0) == warning != usual
    bar.clearFocus()
    assert bar.grab().toImage().pixelColor(bar.width() // 2, 0) == warning


def test_the_whole_filter_can_be_edited_as_text(bar: SearchBar, session: Session, qtbot: QtBot) -> None:
    query = Query(frozenset({NORWAY, KESTREL}), text="banned", lo_s=seconds(2016))
    session.set_query(query)
    bar.edit_asked.emit()
    assert bar.text() == "company:Kestrel country:Norway 2016.. banned "
    press(qtbot, bar, Qt.Key.Key_Return)
    assert session.query == query
    assert bar.text() == "banned"
    bar.edit_asked.emit()
    bar.selectAll()
    qtbot.keyClicks(bar, "-kind:launch")
    assert session.query == query
    press(qtbot, bar, Qt.Key.Key_Escape, Qt.Key.Key_Return)
    assert session.query == Query(excluded=frozenset({(Facet.KIND, "launch")}))


def test_the_box_follows_the_filter_but_not_while_it_is_edited(bar: SearchBar, session: Session) -> None:
    session.set_query(Query(text="banned"))
    assert bar.text() == "banned"
    bar.edit_asked.emit()
    session.toggle(*NORWAY)
    assert bar.text() == "banned "


def test_editing_as_text_can_be_abandoned(bar: SearchBar, session: Session, qtbot: QtBot) -> None:
    session.set_query(Query(frozenset({NORWAY}), text="banned"))
    bar.edit_asked.emit()
    qtbot.keyClicks(bar, "2019")
    press(qtbot, bar, Qt.Key.Key_Escape)
    assert bar.text() == "banned"
    assert session.query == Query(frozenset({NORWAY}), text="banned")


def test_a_value_that_no_event_has_any_more_can_still_be_edited(
    bar: SearchBar, session: Session, qtbot: QtBot
) -> None:
    session.set_query(Query(frozenset({(Facet.TAG, "gone for good")})))
    bar.edit_asked.emit()
    assert bar.text() == 'tag:"gone for good" '
    press(qtbot, bar, Qt.Key.Key_Return)
    assert session.query == Query(frozenset({(Facet.TAG, "gone for good")}))
