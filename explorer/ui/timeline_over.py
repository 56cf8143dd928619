"""What lies over the timeline's scene while somebody points, types or draws, and the parts at its edges."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QScrollBar, QWidget

from explorer.model.when import When
from explorer.paint.theme import Theme
from explorer.timeline.scene import Scene
from explorer.ui import timeline_ghost

_BAR_PX = 9
_OFFER_PX = 24


@dataclass(frozen=True, slots=True)
class Over:
    """An event under the pointer, and a date typed for the current one."""

    preview: str | None = None
    current: str | None = None
    ghost: When | None = None


def paint(painter: QPainter, theme: Theme, scene: Scene, over: Over) -> None:
    """Paint it over the scene."""
    if over.preview:
        _paint_preview(painter, theme, scene, over.preview)
    if over.ghost and over.current:
        timeline_ghost.paint(painter, theme, scene, over.current, over.ghost)


def paint_focus(painter: QPainter, theme: Theme, scene: Scene) -> None:
    """Paint the frame of a view that has the keys."""
    painter.setPen(QPen(QColor(theme.focus), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(1, 1, scene.width - 2, scene.height - 2))


def _paint_preview(painter: QPainter, theme: Theme, scene: Scene, event_id: str) -> None:
    painter.setPen(QPen(QColor(theme.accent), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setClipRect(QRectF(scene.metrics.header, scene.top, scene.width, scene.bottom - scene.top))
    half = 0.425 * scene.metrics.row
    for x0, x1, y in scene.boxes_of(event_id):
        painter.drawRoundedRect(QRectF(x0 - 3.5, y - half, x1 - x0 + 7, 2 * half), 5, 5)
    painter.setClipping(False)


class LaneBar(QScrollBar):
    """Scrolls the lanes; there only while some are out of view."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self.setFixedWidth(_BAR_PX)
        self.hide()

    def show_scene(self, scene: Scene) -> None:
        """Stand beside the lanes of a scene, without telling of it."""
        room = scene.bottom - scene.top
        hidden = max(scene.content - room, 0)
        self.setVisible(hidden > 1)
        self.setGeometry(round(scene.width) - _BAR_PX, round(scene.top), _BAR_PX, max(round(room), 20))
        if self.isVisible():
            self.blockSignals(True)
            self.setRange(0, round(hidden))
            self.setPageStep(max(round(room), 1))
            self.setValue(round(scene.scroll))
            self.blockSignals(False)


class FitOffer(QPushButton):
    """Offers the way back where nothing is in view."""

    def __init__(self, view: QWidget) -> None:
        super().__init__("Nothing in view · Fit  F", view)
        self.setObjectName("fitOffer")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_scene(self, scene: Scene, *, is_lost: bool) -> None:
        """Stand in the middle of a scene's lanes, or go."""
        self.setVisible(is_lost)
        if is_lost:
            self.adjustSize()
            left = (scene.metrics.header + scene.width - self.width()) / 2
            self.move(round(left), round(scene.top + _OFFER_PX))
