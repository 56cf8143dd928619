"""A line to type in that leaves the keys of the window to the window."""

from PySide6 import QtCore
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

# On X11 a line takes these for steps of its cursor; here they export, show the details and search.
_OF_WINDOW = (QtCore.Qt.Key.Key_E, QtCore.Qt.Key.Key_D, QtCore.Qt.Key.Key_K)


class WindowLine(QLineEdit):
    """Such a line."""

    def event(self, event: QEvent) -> bool:
        """Let what is a key of the window pass."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.modifiers() == QtCore.Qt.KeyboardModifier.ControlModifier
            and event.key() in _OF_WINDOW
        ):
            event.ignore()
            return False
        return super().event(event)
