"""A line to type in that leaves the keys of the window to the window.

It is in the first paint, so that `Qt` with its thousand names is reached only when a key is pressed.
"""

from functools import cache

from PySide6 import QtCore
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class WindowLine(QLineEdit):
    """Such a line."""

    def event(self, event: QEvent) -> bool:
        """Let what is a key of the window pass."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and (event.modifiers(), event.key()) in _of_window()
        ):
            event.ignore()
            return False
        return super().event(event)


@cache
def _of_window() -> frozenset[tuple[object, int]]:
    """Give what a line takes for steps of its cursor on X11, and what exports, shows details, searches here."""
    control, key = QtCore.Qt.KeyboardModifier.ControlModifier, QtCore.Qt.Key
    return frozenset((control, one.value) for one in (key.Key_E, key.Key_D, key.Key_K))
