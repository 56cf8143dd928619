"""The whole library at a glance: how much lies where, where sources differ, what a search found and where the
library is silent; and a window to drag over it and to resize.

Painted by hand and cheap: it is a few dozen bars. Every override that Qt calls is guarded.
"""

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from explorer.chronology.gaps import Silence, silences
from explorer.index.table import EventTable
from explorer.paint.canvas import QtCanvas
from explorer.paint.colour import mixed
from explorer.paint.fonts import Measure
from explorer.timeline import density, ticks
from explorer.timeline.metrics import Metrics
from explorer.timeline.scale import MIN_SPAN_S, Scale, clamped
from explorer.ui import calendar_names, overview_access, overview_keys, spans
from explorer.ui.overrides import guarded
from explorer.ui.session import Session

HEIGHT_PX = 84
_TOP_PX, _FOOT_PX = 8.0, 22.0
_BAR_PX = 12  # the narrowest column
_GRIP_PX = 7.0
_SIGN_PX = 5.5  # how high the signs of what was found are above the bars, where there is most
_LEAST_SIGN = 0.64  # of that, where there is least
_MOST_EVENTS = 20_000  # whose silences are looked for at once
_MOST_SILENCES = 5
_MOVE, _LEFT, _RIGHT = range(3)


class Overview(QWidget):
    """Bars of all events, those that pass the filter darker, and the window of the timeline above."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._take_height()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # who clicks here goes on with the keys of the timeline
        self.setAccessibleName("Overview of the whole library")
        self.setAccessibleDescription(
            "Arrows move the window, with Shift or Control they move its right or left edge"
        )
        overview_access.offer(self, self)
        self._ground: QPixmap | None = None
        self._whole: tuple[EventTable, spans.Span] | None = None  # the events, and what fits them
        self._silences: list[Silence] | None = None
        self._bars: density.Bars | None = None
        self._grip: int | None = None
        self._grabbed = 0.0
        session.theme_changed.connect(self._take_height)
        for signal in (session.events_changed, session.filter_changed, session.theme_changed):
            signal.connect(self._rebuild)
        session.viewport_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(600, self.height())

    def _take_height(self) -> None:
        """Be as high as the bars and one line of text below them."""
        self.setFixedHeight(round(HEIGHT_PX - _FOOT_PX + self._foot))

    @property
    def _foot(self) -> float:
        return _FOOT_PX * self._metrics().px

    def _rebuild(self) -> None:
        self._ground = self._silences = None
        self.update()

    # What is said

    def silences(self) -> list[Silence]:
        """Give the longest stretches of which nothing that passes the filter tells."""
        session = self._session
        if self._silences is None:
            few = len(session.events) <= _MOST_EVENTS
            shown = session.visible() if few else ()  # naming a million takes a second
            events = (session.events[id_] for id_ in shown if id_ in session.events)
            self._silences = silences(events, _MOST_SILENCES)
        return self._silences

    def said(self) -> str:
        """Say the span of the window."""
        return spans.in_words(*self._session.viewport)

    def percent(self) -> float:
        """Give where the window begins, 0 to 100 of the room it can be moved over."""
        room = self._room_s()
        share = (self._session.viewport[0] - self.scale().lo_s) / room if room > 0 else 0.0
        return 100 * min(max(share, 0.0), 1.0)

    def move_to(self, percent: float) -> None:
        """Let the window begin elsewhere, 0 to 100 of the room it can be moved over."""
        lo_s, hi_s = self._session.viewport
        begin = self.scale().lo_s + max(self._room_s(), 0.0) * percent / 100
        self._show(begin, begin + hi_s - lo_s)

    def _room_s(self) -> float:
        lo_s, hi_s = self._session.viewport
        return self.scale().hi_s - self.scale().lo_s - (hi_s - lo_s)

    def tip_at(self, x: float) -> str:
        """Say what lies at a place."""
        at_s = self.scale().t(x)
        for one in self.silences():
            if one.lo_s <= at_s < one.hi_s:
                return f"Nothing is told here: {spans.in_words(one.lo_s, one.hi_s)}"
        return "Drag the window to move, its edges to zoom"

    # Where things are

    def scale(self) -> Scale:
        """Give the scale of the bars: all dated events of the library, with a margin."""
        table, left = self._session.table, self._metrics().header
        right = max(self.width() - 10.0, left + 40)
        if self._whole is None or self._whole[0] is not table:  # whatever the filter is: remembered
            self._whole = table, spans.fitting(table, np.ones(len(table), np.bool_))
        return Scale(*self._whole[1], left, right)

    def _metrics(self) -> Metrics:
        return Metrics().for_text(self._session.theme.size_px)

    def window_px(self) -> tuple[float, float]:
        """Give from where to where the window reaches, kept wide enough to take hold of."""
        of = self.scale()
        lo_s, hi_s = self._session.viewport
        x0 = min(max(of.x(float(lo_s)), of.left - 4), of.right - 4)
        x1 = max(min(of.x(float(hi_s)), of.right + 4), of.left + 4)
        if x1 - x0 < 10:
            middle = (x0 + x1) / 2
            x0, x1 = middle - 5, middle + 5
        return x0, x1

    # Painting

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._ground is None or self._ground.size() != self.size() * ratio:
            self._ground = self._drawn(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._ground)
        self._draw_window(QtCanvas(painter, self._session.theme))
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._session.theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(1, 1, self.width() - 2, self.height() - 2))
        painter.end()

    def _drawn(self, ratio: float) -> QPixmap:
        ground = QPixmap(self.size() * ratio)
        ground.setDevicePixelRatio(ratio)
        painter = QPainter(ground)
        self._draw_bars(QtCanvas(painter, self._session.theme))
        painter.end()
        return ground

    def _draw_bars(self, canvas: QtCanvas) -> None:
        theme, of = self._session.theme, self.scale()
        canvas.rect(0, 0, self.width(), self.height(), theme.ground)
        canvas.rect(0, 0, self.width(), 1, theme.line)
        size = self._metrics().text
        px = self._metrics().px
        canvas.text(14 * px, _TOP_PX + 13 * px, "Whole library", theme.muted, size=size - 0.5, bold=True)
        most = max(int((of.right - of.left) / _BAR_PX), 4)
        table, mask = self._session.table, self._session.mask
        bars = self._bars = density.overview(table, mask, int(of.lo_s), int(of.hi_s), most, self._bars)
        floor = self.height() - self._foot
        self._draw_silences(canvas, floor)
        full = max(int(bars.all.max(initial=1)), 1)
        for at, (all_, passing) in enumerate(zip(bars.all.tolist(), bars.passing.tolist(), strict=True)):
            x0 = max(of.x(float(bars.edges[at])), of.left)
            x1 = min(of.x(float(bars.edges[at + 1])), of.right)
            for count, share in ((all_, 0.28), (passing, 0.66)):
                if count and x1 - x0 > 1:
                    height = max((floor - _TOP_PX - 10) * (count / full) ** 0.7, 3.0)
                    tone = mixed(theme.muted, theme.ground, share)
                    canvas.rect(x0 + 1, floor - height, x1 - x0 - 2, height, tone, radius=1.5)
        self._draw_signs(canvas, bars)
        self._draw_axis(canvas, size - 1.5)

    def _draw_silences(self, canvas: QtCanvas, floor: float) -> None:
        """Draw a dotted line over the floor where nothing is told."""
        theme, of = self._session.theme, self.scale()
        for one in self.silences():
            x0, x1 = max(of.x(float(one.lo_s)), of.left) + 3, min(of.x(float(one.hi_s)), of.right) - 3
            if x1 - x0 > _BAR_PX:
                canvas.line([(x0, floor - 4), (x1, floor - 4)], theme.muted, pen=1.4, dash=(1.5, 3))
                for x in (x0, x1):
                    canvas.line([(x, floor - 7), (x, floor - 1)], theme.muted, pen=1.2)

    def _draw_signs(self, canvas: QtCanvas, bars: density.Bars) -> None:
        """Draw where sources differ, and what a search for words found: the more, the larger."""
        session, of, theme = self._session, self.scale(), self._session.theme
        table, mask = session.table, session.mask
        shown = [(theme.warning, mask & table.has_conflict, 0.0)]
        if session.query.text.strip():
            shown.append((theme.accent, mask, _SIGN_PX + 1))
        for colour, rows, drop in shown:
            found = density.columns(bars, rows)
            most = max((count for *_, count in found), default=1)
            for begin, end, count in found:
                x, y = (of.x(float(begin)) + of.x(float(end))) / 2, 5.5 + drop
                size = _SIGN_PX * (_LEAST_SIGN + (1 - _LEAST_SIGN) * (count / most) ** 0.5)
                points = [(x - size / 2 - 1, y), (x + size / 2 + 1, y), (x, y + size - 0.5)]
                canvas.polygon(points, colour)

    def _draw_axis(self, canvas: QtCanvas, size: float) -> None:
        theme, of = self._session.theme, self.scale()
        measure = Measure(theme, size)
        axis = ticks.axis(of, measure, calendar_names.here())
        free = 0.0
        for tick in sorted((*axis.major, *axis.minor), key=lambda tick: tick.x):
            text_x = tick.x
            if tick.text and text_x >= max(free, of.left) and text_x + measure(tick.text) <= self.width():
                canvas.text(text_x, self.height() - 7 * self._metrics().px, tick.text, theme.muted, size=size)
                free = text_x + measure(tick.text) + 12

    def _draw_window(self, canvas: QtCanvas) -> None:
        theme = self._session.theme
        x0, x1 = self.window_px()
        top, height = 4.0, self.height() - self._foot - 1
        canvas.painter.setOpacity(0.14)
        canvas.rect(x0, top, x1 - x0, height, theme.accent, radius=4)
        canvas.painter.setOpacity(1.0)
        canvas.rect(x0, top, x1 - x0, height, None, stroke=theme.accent, pen=1.4, radius=4)
        for x in (x0, x1):
            canvas.rect(x - 2, top + height / 2 - 8, 4, 16, theme.accent, radius=2)

    # Hands

    def _grip_at(self, x: float) -> int | None:
        x0, x1 = self.window_px()
        if abs(x - x0) <= _GRIP_PX and abs(x - x0) <= abs(x - x1):
            return _LEFT
        if abs(x - x1) <= _GRIP_PX:
            return _RIGHT
        return _MOVE if x0 < x < x1 else None

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        grip = self._grip_at(x)
        if grip is None:  # beside the window: it comes here
            lo_s, hi_s = self._session.viewport
            middle, half = self.scale().t(x), (hi_s - lo_s) / 2
            self._show(middle - half, middle + half)
            grip = _MOVE
        self._grip = grip
        lo_s, hi_s = self._session.viewport
        self._grabbed = self.scale().t(x) - (hi_s if grip == _RIGHT else lo_s)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._grip is None:
            self._show_cursor(self._grip_at(x))
            self.setToolTip(self.tip_at(x))
            return
        lo_s, hi_s = self._session.viewport
        at_s = self.scale().t(x) - self._grabbed
        if self._grip == _MOVE:
            self._show(at_s, at_s + hi_s - lo_s)
        elif self._grip == _LEFT:
            self._show(min(at_s, hi_s - MIN_SPAN_S), hi_s)
        else:
            self._show(lo_s, max(at_s, lo_s + MIN_SPAN_S))

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        lo_s, hi_s = self._session.viewport
        factor = 1.2 ** (-event.angleDelta().y() / 120)
        middle, half = (lo_s + hi_s) / 2, (hi_s - lo_s) / 2 * factor
        self._show(middle - half, middle + half)
        event.accept()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        of = self.scale()
        whole = round(of.lo_s), round(of.hi_s)
        wanted = overview_keys.moved(event.key(), event.modifiers(), self._session.viewport, whole)
        if wanted is None:
            event.ignore()
            return
        self._show(*wanted)
        overview_access.tell(self, self.said())

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._rebuild()

    def _show_cursor(self, grip: int | None) -> None:
        shapes = {
            _LEFT: Qt.CursorShape.SizeHorCursor,
            _RIGHT: Qt.CursorShape.SizeHorCursor,
            _MOVE: Qt.CursorShape.OpenHandCursor,
        }
        self.setCursor(
            shapes.get(grip, Qt.CursorShape.ArrowCursor) if grip is not None else Qt.CursorShape.ArrowCursor
        )

    def _show(self, lo_s: float, hi_s: float) -> None:
        of = self.scale()
        lo_s, hi_s = clamped(lo_s, hi_s, of.lo_s, of.hi_s)
        self._session.show_range(round(lo_s), round(hi_s))
