"""The item that paints the timeline, and hands the mouse on to what takes it."""

from typing import Any, Protocol

from pyqtgraph import GraphicsObject
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsSceneWheelEvent, QStyleOptionGraphicsItem, QWidget

from explorer.ui.overrides import guarded


class Painted(Protocol):
    """What the item shows."""

    def width(self) -> int:
        """Give its width."""

    def height(self) -> int:
        """Give its height."""

    def paint_scene(self, painter: QPainter) -> None:
        """Paint it."""


class Hands(Protocol):
    """What takes the mouse."""

    def wheel(self, event: QGraphicsSceneWheelEvent) -> None:
        """Take a turn of the wheel."""

    def drag(self, event: Any) -> None:
        """Take a part of a drag."""

    def click(self, position: QPointF, modifiers: Qt.KeyboardModifier, *, is_double: bool = False) -> None:
        """Take a click."""

    def hover(self, position: QPointF | None) -> None:
        """Take a move of the pointer; None when it leaves."""


class SceneItem(GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """The one item of the view: it paints the scene and hands the mouse on."""

    def __init__(self, view: Painted, hands: Hands) -> None:
        super().__init__()
        self._view, self._hands = view, hands
        self.setAcceptHoverEvents(True)

    @guarded(QRectF())
    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._view.width(), self._view.height())

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        self._view.paint_scene(painter)

    @guarded(None)
    def wheelEvent(self, event: QGraphicsSceneWheelEvent) -> None:
        self._hands.wheel(event)

    @guarded(None)
    def mouseDragEvent(self, event: Any) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self._hands.drag(event)

    @guarded(None)
    def mouseClickEvent(self, event: Any) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self._hands.click(event.pos(), event.modifiers(), is_double=event.double())

    @guarded(None)
    def hoverMoveEvent(self, event: Any) -> None:
        self._hands.hover(event.pos())

    @guarded(None)
    def hoverLeaveEvent(self, event: Any) -> None:
        self._hands.hover(None)
