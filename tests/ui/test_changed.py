"""An accepted event that says something else now: what was seen, what is told, accept anew or edit back."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.model.decision import EventField, Seen
from explorer.model.edtf import parse
from explorer.ui import changed, changes
from explorer.ui.changed import ChangedCard
from explorer.ui.session import Session
from tests.builders import event
from tests.ui.conftest import HARBOUR, MENTIONS, named


def accepted_then_moved(session: Session) -> str:
    """Accept the fine, then read its article so that the fine is of another year."""
    fine = named(session, "fine")
    session.accept([session.events[fine]])
    moved = [
        replace(one, dates=(replace(one.dates[0], when=parse("2018")),)) if "fine" in one.quote else one
        for one in MENTIONS["harbour"]
    ]
    session.library.replace_mentions(HARBOUR, moved)
    session.refresh()
    return fine


def test_what_was_seen_and_what_is_told_are_both_said(session: Session) -> None:
    fine = accepted_then_moved(session)
    assert changed.lines(session.events[fine]) == ["date was 2017, now 2018"]


def test_every_field_is_said_in_the_words_of_the_window() -> None:
    seen = (
        Seen(EventField.WHEN, "2021 early"),
        Seen(EventField.KIND, "legal"),
        Seen(EventField.STATUS, "planned"),
    )
    told = event(date=None, kind="ban", event_changed=seen)
    assert changed.lines(told) == [
        "date was early 2021, now undated",
        "kind was Legal, now Ban",
        "status was planned, now happened",
    ]


def test_a_value_of_another_version_is_shown_as_it_stands() -> None:
    assert changed.value_of(Seen(EventField.WHEN, "some day")) == "some day"


def test_accepting_anew_takes_what_is_told_now(session: Session, qtbot: QtBot) -> None:
    fine = accepted_then_moved(session)
    told = session.events[fine]
    card = ChangedCard(told, lambda: session.accept([told]), lambda: session.decide(changes.as_seen(told)))
    qtbot.addWidget(card)
    qtbot.mouseClick(card.accept, Qt.MouseButton.LeftButton)
    assert not session.events[fine].changed
    assert session.events[fine].when == parse("2018")


def test_editing_back_keeps_what_was_accepted_and_can_be_undone(session: Session, qtbot: QtBot) -> None:
    fine = accepted_then_moved(session)
    told = session.events[fine]
    card = ChangedCard(told, lambda: session.accept([told]), lambda: session.decide(changes.as_seen(told)))
    qtbot.addWidget(card)
    qtbot.mouseClick(card.edit_back, Qt.MouseButton.LeftButton)
    assert session.events[fine].when == parse("2017")
    assert not session.events[fine].changed
    assert session.events[fine].mentions[0].when == parse("2018")
    session.undo()
    assert session.events[fine].changed
