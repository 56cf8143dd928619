"""What a pointer does over marked words, in a text or on a page: it hovers, clicks, and asks for a tip."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from explorer.ui import style


class Pointing(QObject):
    """Tells which events are pointed at, each once, and which are clicked; the view finds them by the words."""

    clicked = Signal(str, bool)  # the event, and whether to add it to the selection
    hovered = Signal(str)  # "" when the pointer leaves the marks

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._hovered = ""

    def hover(self, found: str | None) -> None:
        """Point at the words of an event, or at none."""
        if (found or "") != self._hovered:
            self._hovered = found or ""
            self.hovered.emit(self._hovered)

    def click(self, found: str | None, event: QMouseEvent) -> None:
        """Choose the event whose words are clicked; with Ctrl it is added to the selection."""
        if found and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit(found, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))


def told_tip(view: QWidget, event: QEvent, said: Callable[[QPointF], str]) -> bool:
    """Show what is said of a point, where an event of the viewport asks for a tip; tell whether it does."""
    if not isinstance(event, QHelpEvent) or event.type() is not QEvent.Type.ToolTip:
        return False
    QToolTip.showText(event.globalPos(), style.plain_tip(said(QPointF(event.pos()))), view)
    return True
