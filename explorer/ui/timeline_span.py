"""The hand that draws a span of time on the timeline: said while it is drawn, then shown or filtered by."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.paint.theme import Theme
from explorer.timeline.scene import Scene
from explorer.ui import spans, style, timeline_ghost, words
from explorer.ui.session import Session

_LEAST_PX = 6.0  # a shorter one is a click
_SAID_PX = 17.0  # from the top of the lanes to the middle of the words
_EDGE_PX = 14.0


class Spanned(Protocol):
    """The view that a span is drawn on."""

    def current_scene(self) -> Scene:
        """Give what is on screen."""

    def show_span(self, lo_s: float, hi_s: float) -> None:
        """Glide to a span of time."""

    def update_picture(self) -> None:
        """Paint once more."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A span in pixels and seconds, and whether it is for the filter."""

    left: float
    right: float
    lo_s: int
    hi_s: int
    filters: bool


class SpanHand:
    """Draws spans on one view."""

    def __init__(self, view: Spanned, session: Session) -> None:
        self._view, self._session = view, session
        self._drawn: _Drawn | None = None
        self._is_off = False  # let go of, until the button is released

    @property
    def is_drawing(self) -> bool:
        """Tell whether a span is being drawn."""
        return self._drawn is not None

    def draw(self, start: float, end: float, *, filters: bool = False) -> None:
        """Draw the span between two pixels."""
        if self._is_off:
            return
        scene = self._view.current_scene()
        first, last = scene.metrics.header, scene.width
        left, right = sorted(min(max(x, first), last) for x in (start, end))
        lo_s, hi_s = round(scene.scale.t(left)), round(scene.scale.t(right))
        self._drawn = _Drawn(left, right, lo_s, hi_s, filters)
        self._view.update_picture()

    def drop(self) -> None:
        """Show what was drawn, or filter by it; what is too short was none."""
        drawn = self._drawn
        self.let_go()
        self._is_off = False
        if drawn is None or drawn.right - drawn.left <= _LEAST_PX:
            return
        if drawn.filters:
            self._session.filter_span(drawn.lo_s, drawn.hi_s)
        self._view.show_span(drawn.lo_s, drawn.hi_s)

    def let_go(self) -> None:
        """Draw no more until the button is released."""
        self._drawn, self._is_off = None, True
        self._view.update_picture()

    def said(self) -> str:
        """Say the span that is drawn and how many events lie in it; "" without one."""
        drawn = self._drawn
        if drawn is None or drawn.right - drawn.left <= _LEAST_PX:
            return ""
        table = self._session.table
        inside = self._session.mask & table.is_dated & (table.hi_s > drawn.lo_s) & (table.lo_s < drawn.hi_s)
        told = f"{spans.chosen(drawn.lo_s, drawn.hi_s)}, {words.count(int(inside.sum()), 'event')}"
        return f"Filter: {told}" if drawn.filters else told

    def paint(self, painter: QPainter, theme: Theme, scene: Scene) -> None:
        """Paint the span over the scene, with its words."""
        drawn = self._drawn
        if drawn is None:
            return
        tint = QColor(theme.accent)
        tint.setAlphaF(0.16)
        painter.fillRect(QRectF(drawn.left, 0, drawn.right - drawn.left, scene.bottom), tint)
        painter.setPen(QPen(QColor(theme.accent), 1))
        for x in (drawn.left, drawn.right):
            painter.drawLine(QPointF(x, 0), QPointF(x, scene.bottom))
        said = self.said()
        if said:
            self._say(painter, theme, scene, (drawn.left + drawn.right) / 2, said)

    def _say(self, painter: QPainter, theme: Theme, scene: Scene, middle: float, said: str) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(style.ui_font(theme, style.SMALL_PX, bold=True))
        width = painter.fontMetrics().horizontalAdvance(said)
        most = scene.width - width - _EDGE_PX
        x = min(max(middle - width / 2, scene.metrics.header + 6), max(most, 6))
        timeline_ghost.say(painter, theme, said, x, scene.top + _SAID_PX * style.factor(theme), width)
        painter.restore()
