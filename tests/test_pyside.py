"""PySide6 must not lose references: 6.12.0 does on Python 3.11 and aborts after some thousand calls."""

import sys

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 3000
SLACK = 300  # other parts of the interpreter take and give some


class Speaker(QObject):
    said = Signal(bool)


def lost(value: object, work: object) -> int:
    """Count the references to a value that vanish while some work is done many times."""
    before = sys.getrefcount(value)
    for _ in range(CALLS):
        work()  # type: ignore[operator]
    return before - sys.getrefcount(value)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None, True and False are immortal from Python 3.12 on")
@pytest.mark.parametrize("value", [None, True, False])
def test_thousands_of_calls_lose_no_reference(qtbot: QtBot, value: object) -> None:
    speaker, label, timer = Speaker(), QLabel(), QTimer()
    qtbot.addWidget(label)
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    heard: list[bool] = []

    def listen(it: bool) -> None:
        heard.clear()

    def work() -> None:
        speaker.said.connect(listen)
        speaker.said.emit(True)
        speaker.said.disconnect(listen)
        label.setText("text")
        label.setEnabled(False)
        label.isVisible()
        timer.start(10_000)
        timer.stop()
        with QPainter(image) as painter:
            painter.save()
            painter.restore()

    assert lost(value, work) < SLACK


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None, True and False are immortal from Python 3.12 on")
def test_the_count_sees_a_reference_that_is_kept() -> None:
    kept: list[None] = []
    assert lost(None, lambda: kept.append(None)) <= -CALLS + SLACK
