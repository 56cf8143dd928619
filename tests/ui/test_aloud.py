"""What a screen reader is told without asking."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.model.query import Facet
from explorer.ui import changes
from explorer.ui.aloud import Aloud
from explorer.ui.session import Session
from tests.ui.conftest import named


@pytest.fixture
def said(qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said from here on."""
    heard: list[str] = []
    monkeypatch.setattr(Aloud, "say", lambda _self, told: heard.append(told))
    window = QWidget()
    qtbot.addWidget(window)
    session.setProperty("aloud", Aloud(session, window))
    return heard


def test_a_verdict_is_said_with_the_event(session: Session, said: list[str]) -> None:
    ban = named(session, "banned in Norway")
    session.select([ban])
    session.accept()
    title = session.events[ban].title
    assert said == [f"Accepted: {title}"]
    session.undo()
    assert said[-1] == f"Undone: Accepted: {title}"


def test_a_verdict_on_several_says_how_many(session: Session, said: list[str]) -> None:
    session.select(session.visible()[:2])
    session.reject()
    assert said == ["Rejected: 2 events"]


def test_another_decision_is_said_in_the_words_of_undo(session: Session, said: list[str]) -> None:
    event = session.events[named(session, "founded in 2012")]
    session.decide(changes.noted(event, "ask"))
    assert said == [f"Note: {event.title}"]


def test_a_filter_says_what_it_leaves(session: Session, said: list[str]) -> None:
    session.toggle(Facet.COMPANY, "Osprey")
    assert said == [f"1 of {session.total} events shown"]


def test_a_notice_is_said(session: Session, said: list[str]) -> None:
    session.notice("One file was refused.", is_warning=True)
    assert said == ["One file was refused."]
