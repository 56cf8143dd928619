"""Timers that fire once, so long after they were started last."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def once(parent: QObject, pause_ms: int, does: Callable[[], object]) -> QTimer:
    """Make a timer that does something when it has not been started anew for a pause; it is not started yet."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(pause_ms)
    timer.timeout.connect(does)
    return timer
