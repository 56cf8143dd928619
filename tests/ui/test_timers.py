"""Timers that fire once."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from explorer.ui import timers


def test_a_storm_of_starts_is_answered_once_and_nothing_before_the_first(qtbot: QtBot) -> None:
    done: list[str] = []
    parent = QObject()
    timer = timers.once(parent, 10, lambda: done.append("done"))
    assert not timer.isActive()
    for _ in range(5):
        timer.start()
    with qtbot.waitSignal(timer.timeout):
        pass
    assert done == ["done"]
    assert not timer.isActive()
