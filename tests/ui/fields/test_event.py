"""Fields are edited where they stand: a click or Enter opens, Enter takes, Tab goes on, Esc gives up."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from explorer.model.edtf import parse
from explorer.model.mention import Status
from explorer.model.when import Modifier
from explorer.ui.actions import DEEDS, Actions
from explorer.ui.fields.base import TextField
from explorer.ui.fields.event import EventFields
from explorer.ui.inspector import Inspector
from explorer.ui.session import Session
from tests.ui.conftest import named


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> Iterator[Inspector]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Inspector(session, Actions(window, {id_: lambda: None for id_ in DEEDS}), window)
    made.resize(460, 600)
    window.resize(480, 620)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    session.select([named(session, "fine")])
    yield made
    window.close()


@pytest.fixture
def fields(pane: Inspector) -> EventFields:
    return pane.fields


def type_into(qtbot: QtBot, field: TextField, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    field.field.selectAll()
    qtbot.keyClicks(field.field, text)
    qtbot.keyClick(field.field, key)


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("title", "Kestrel pays up", "Kestrel pays up"),
        ("date", "around March", "about March 2017"),
        ("parties", "Kestrel, Harbour Board", "Kestrel · Harbour Board"),
        ("countries", "norway, SE", "Norway · Sweden"),
        ("amounts", "$2.5 million; 30%", "$2.5 million · 30%"),
        ("tags", "hot, fines", "fines · hot"),
        ("note", "Call them.", "Call them."),
    ],
)
def test_each_field_is_one_step_that_undo_takes_back(
    session: Session, fields: EventFields, qtbot: QtBot, name: str, text: str, shown: str
) -> None:
    field = getattr(fields, name)
    before = field.label.text()
    type_into(qtbot, field, text)
    assert not field.is_open
    assert field.label.text() == (shown.replace("2017", "2018") if name == "date" else shown)
    steps = {decision.step for decision in session.decisions}
    assert len(steps) == 1
    session.undo()
    assert field.label.text() == before


def test_escape_gives_up_what_was_typed(session: Session, fields: EventFields, qtbot: QtBot) -> None:
    type_into(qtbot, fields.title, "Nonsense", Qt.Key.Key_Escape)
    assert not fields.title.is_open
    assert fields.title.hasFocus()
    assert session.decisions == []


def test_an_unchanged_value_is_no_decision(session: Session, fields: EventFields, qtbot: QtBot) -> None:
    for field in (fields.date, fields.parties, fields.note):
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
        qtbot.keyClick(field.field, Qt.Key.Key_Return)
    assert session.decisions == []


def test_tab_takes_a_value_and_goes_on_to_the_next_field(
    session: Session, fields: EventFields, qtbot: QtBot
) -> None:
    type_into(qtbot, fields.title, "Kestrel pays up", Qt.Key.Key_Tab)
    assert session.current is not None
    assert session.current.title == "Kestrel pays up"
    assert fields.date.hasFocus()
    qtbot.keyClick(fields.date, Qt.Key.Key_Return)
    assert fields.date.is_open


def test_what_cannot_be_read_is_not_taken_and_says_why(
    session: Session, fields: EventFields, qtbot: QtBot
) -> None:
    type_into(qtbot, fields.date, "30 February 2017")
    assert fields.date.is_open
    assert fields.date.said.text() == "February 2017 has no day 30."
    assert session.decisions == []


def test_a_date_shows_where_it_lies_while_it_is_typed(
    session: Session, fields: EventFields, qtbot: QtBot
) -> None:
    qtbot.mouseClick(fields.date, Qt.MouseButton.LeftButton)
    fields.date.field.setText("mid-2021")
    assert session.ghost == parse("2021", Modifier.MID)
    assert fields.date.said.text() == "= mid-2021"
    fields.date.field.setText("mid-2021 or so")
    assert session.ghost is None
    fields.date.field.setText("2019")
    qtbot.keyClick(fields.date.field, Qt.Key.Key_Escape)
    assert session.ghost is None


def test_kind_and_status_are_chosen_from_a_menu_with_letters(session: Session, fields: EventFields) -> None:
    kinds = {action.text().replace("&", ""): action for action in fields.kind.menu().actions()}
    kinds["Legal"].trigger()
    assert session.current is not None
    assert session.current.kind == "legal"
    statuses = fields.status.menu().actions()
    assert all("&" in action.text() for action in statuses)
    assert [action.text() for action in statuses if action.isChecked()] == ["&happened"]
    statuses[list(Status).index(Status.ALLEGED)].trigger()
    assert session.current.status is Status.ALLEGED


def test_known_names_are_offered_for_the_name_behind_the_last_comma(fields: EventFields, qtbot: QtBot) -> None:
    qtbot.mouseClick(fields.parties, Qt.MouseButton.LeftButton)
    line = fields.parties.field
    line.setText("Kestrel, ospr")
    completer = line.completer()
    completer.setCompletionPrefix("ospr")
    assert completer.currentCompletion() == "Kestrel, Osprey"


def test_what_is_typed_survives_news_of_other_events(
    session: Session, fields: EventFields, qtbot: QtBot
) -> None:
    qtbot.mouseClick(fields.title, Qt.MouseButton.LeftButton)
    fields.title.field.setText("Half a tit")
    session.accept([session.events[named(session, "Osprey")]])
    assert fields.title.is_open
    assert fields.title.text() == "Half a tit"
    qtbot.keyClick(fields.title.field, Qt.Key.Key_Escape)


def test_a_library_that_is_read_only_is_not_edited(session: Session, fields: EventFields) -> None:
    session.library.is_read_only = True
    session.select([named(session, "Osprey")])
    assert not any(field.isEnabled() for field in fields.all())


def test_the_history_is_shown_on_demand(session: Session, pane: Inspector, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLabel

    type_into(qtbot, pane.fields.date, "2016")
    session.undo()
    pane._actions["history"].setChecked(True)
    said = [label.text() for label in pane.findChildren(QLabel)]
    assert "Date: 2017" in said
    assert "Date: 2017 → 2016" in said
    assert any(text.startswith("you, ") and text.endswith("(undone)") for text in said)
    pane._actions["history"].setChecked(False)
    assert "Date: 2017" not in {label.text() for label in pane.findChildren(QLabel) if label.isVisible()}


def test_each_edited_field_can_be_given_back_by_itself(session: Session, pane: Inspector, qtbot: QtBot) -> None:
    type_into(qtbot, pane.fields.title, "Mine")
    type_into(qtbot, pane.fields.date, "2016")
    links = [button for button in pane.findChildren(QPushButton) if button.text() == "as read"]
    assert [link.toolTip() for link in links if link.isVisible()] == [
        "Give back the date that was read",
        "Give back the title that was read",
    ]
    next(link for link in links if "date" in link.toolTip() and link.isVisible()).click()
    assert session.current is not None
    assert session.current.edited == {"title"}


def test_the_keyboard_stays_on_a_field_after_enter(fields: EventFields, qtbot: QtBot) -> None:
    type_into(qtbot, fields.countries, "Norway")
    assert fields.countries.hasFocus()


def test_going_elsewhere_takes_what_can_be_read(session: Session, fields: EventFields, qtbot: QtBot) -> None:
    qtbot.mouseClick(fields.title, Qt.MouseButton.LeftButton)
    fields.title.field.setText("Kestrel pays up")
    fields.status.setFocus()
    assert session.current is not None
    assert session.current.title == "Kestrel pays up"
    assert fields.status.hasFocus()


def test_another_event_ends_what_could_not_be_read(session: Session, fields: EventFields, qtbot: QtBot) -> None:
    for other in ([named(session, "Osprey")], []):
        session.select([named(session, "fine")])
        qtbot.mouseClick(fields.date, Qt.MouseButton.LeftButton)
        fields.date.field.setText("2015")
        assert session.ghost is not None
        session.select(other)
        assert session.ghost is None
        assert not fields.is_open
    assert session.decisions == []
