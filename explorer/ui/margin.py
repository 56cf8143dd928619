"""The strip beside a text's scroll bar: where in the article events are stated, and where found words stand."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from explorer.paint.theme import Theme
from explorer.ui import style
from explorer.ui.overrides import guarded
from explorer.ui.source_marks import Mark, Sort

WIDTH_PX = 11
_TICK_PX = 2.0


class Margin(QWidget):
    """Ticks at their share of a text: events at the left in their families' colours, finds at the right."""

    asked = Signal(int)  # the position of the text that was clicked, in UTF-16 units

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._length = 1
        self._marks: Sequence[Mark] = ()
        self._found: Sequence[tuple[int, int]] = ()
        self._selected: frozenset[str] = frozenset()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("Where events are stated, and where found words stand")

    def show_marks(self, marks: Sequence[Mark], length: int) -> None:
        """Show where events are stated in a text of so many UTF-16 units."""
        self._marks = [mark for mark in marks if mark.sort is Sort.CLAUSE]
        self._length = max(length, 1)
        self.update()

    def show_found(self, found: Sequence[tuple[int, int]]) -> None:
        """Show where found words stand."""
        self._found = found
        self.update()

    def show_selected(self, events: Iterable[str]) -> None:
        """Show strongly where these events are stated."""
        self._selected = frozenset(events)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_PX, 100)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.asked.emit(self.position_at(event.position().y()))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def position_at(self, y: float) -> int:
        """Give the position of the text at a height of the strip, that of a tick close by before any other."""
        wanted = round(self._length * max(0.0, min(y / max(self.height(), 1), 1.0)))
        near = self._length * 3 * _TICK_PX / max(self.height(), 1)
        starts = [start for start, _ in self._found] or [mark.start for mark in self._marks]
        nearest = min(starts, key=lambda start: abs(start - wanted), default=wanted)
        return nearest if abs(nearest - wanted) <= near else wanted

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        half = self.width() / 2
        # One tick a row of pixels: thousands of marks cost no more than the strip is high.
        ticks = {self._row(mark.start): style.kind_colour(self.theme, mark.kind) for mark in self._marks}
        for row, colour in ticks.items():
            painter.fillRect(QRectF(1, row, half - 1, _TICK_PX), colour)
        accent = style.colour(self.theme, "accent")
        for row in {self._row(start) for start, _ in self._found}:
            painter.fillRect(QRectF(half, row, half - 1, _TICK_PX), accent)
        for mark in self._marks:
            if mark.event in self._selected:
                painter.setPen(accent)
                painter.setBrush(QColor(style.kind_colour(self.theme, mark.kind)))
                painter.drawRect(QRectF(0.5, self._row(mark.start) - 1.5, half, _TICK_PX + 2.5))
        painter.end()

    def _row(self, position: int) -> int:
        return round((self.height() - _TICK_PX) * position / self._length)
