"""A pointer over marked words: each event is told once, a click chooses it, a tip says what lies there."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.pointing import Pointing, told_tip

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
PLAIN, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qtbot: QtBot) -> QWidget:
    view = QWidget()
    qtbot.addWidget(view)
    return view


def released(button: Qt.MouseButton = LEFT, keys: Qt.KeyboardModifier = PLAIN) -> QMouseEvent:
    place = QPointF(10, 5)
    return QMouseEvent(QEvent.Type.MouseButtonRelease, place, place, button, Qt.MouseButton.NoButton, keys)


def test_an_event_is_told_once_while_the_pointer_stays_on_its_words(view: QWidget) -> None:
    pointing, told = Pointing(view), []
    pointing.hovered.connect(told.append)
    for found in (None, "one", "one", "two", None, None):
        pointing.hover(found)
    assert told == ["one", "two", ""]


def test_a_click_chooses_the_event_and_with_control_adds_it(view: QWidget) -> None:
    pointing, told = Pointing(view), []
    pointing.clicked.connect(lambda event, is_added: told.append((event, is_added)))
    pointing.click("one", released())
    pointing.click("one", released(keys=CTRL))
    assert told == [("one", False), ("one", True)]


def test_a_click_beside_words_or_with_another_button_is_none(view: QWidget) -> None:
    pointing, told = Pointing(view), []
    pointing.clicked.connect(lambda *chosen: told.append(chosen))
    pointing.click(None, released())
    pointing.click("one", released(RIGHT))
    assert told == []


def test_a_tip_says_what_lies_at_its_point_and_other_events_are_left_alone(view: QWidget) -> None:
    view.show()
    asked = QHelpEvent(QEvent.Type.ToolTip, QPoint(7, 3), view.mapToGlobal(QPoint(7, 3)))
    assert told_tip(view, asked, lambda point: f"at {point.x():.0f}")
    assert "at 7" in QToolTip.text()
    assert not told_tip(view, QEvent(QEvent.Type.Leave), lambda _: "nothing")
