"""The timeline: one item paints the scene, a ViewBox holds the span of time that is on screen.

Importing this module loads pyqtgraph and numpy, so the window does it after its first paint. What hands do is
in `timeline_input`, what is drawn in `timeline` and `paint`.
"""

import time
from collections.abc import Sequence

import pyqtgraph as pg
import shiboken6
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QNativeGestureEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QPushButton, QScrollBar, QWidget

from explorer.chronology import Series
from explorer.model.calendar import DAY_S
from explorer.model.query import Facet
from explorer.paint.painter import Painter
from explorer.timeline import charts, layout, others, scale
from explorer.timeline.lanes import Deck, Plan
from explorer.timeline.metrics import Metrics
from explorer.timeline.scene import Hit, Scene, Viewport
from explorer.ui import calendar_names, spans, timeline_access, timeline_ghost, words
from explorer.ui.session import Session
from explorer.ui.timeline_hands import Glide, Range
from explorer.ui.timeline_input import Input, is_lost_in
from explorer.ui.timeline_item import SceneItem, guarded
from explorer.ui.timeline_lanes import LaneHands

_SETTLE_MS = 180
_BAR_PX = 9
_EDGE_PX = 28.0
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class TimelineView(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """The events of a session on a line of time."""

    undated_asked = Signal()  # the rest of the undated is wanted
    span_chosen = Signal(float, float)  # a span was drawn with Shift
    menu_asked = Signal(str, QPoint)  # of an event, at a place of the screen

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self._session = session
        self.setAccessibleName("Timeline")
        self.setAccessibleDescription("Arrow keys go from event to event, Enter shows the words, + and - zoom.")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(360, 220)
        self.wheel_scrolls = False
        self._collapsed: set[str] = set()
        self._expanded: set[str] = set()
        self._shows_empty = False
        self._scroll = 0.0
        self._band: tuple[float, float] | None = None
        self._painter: Painter | None = None
        self._prepared: layout.Prepared | None = None
        self._series: Sequence[Series] | None = None
        self._extent: Range | None = None  # of all data: asked for in every frame
        self._kept: Plan | None = None
        self._scene: Scene | None = None
        self._is_following = self._shows_focus = False
        self._make_parts()
        timeline_access.offer(self, self, session)
        self._connect()
        self._take_limits()
        self._jump(self._wanted())

    def _make_parts(self) -> None:
        # The item covers everything: what Qt would clear below it is work for nothing.
        self.setBackgroundBrush(Qt.BrushStyle.NoBrush)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setAutoFillBackground(False)
        self.box = pg.ViewBox(enableMenu=False, defaultPadding=0.0)
        self.box.setMouseEnabled(False, False)
        self.box.disableAutoRange()
        self.box.setYRange(0, 1, padding=0)
        self.lane_hands = LaneHands(self, self._session)
        self.input = Input(self, self._session)
        self.item = SceneItem(self, self.input)
        self.scene().addItem(self.box)
        self.box.hide()  # it keeps the range; there is nothing of it to see
        self.scene().addItem(self.item)
        self.item.setZValue(10)
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.setFixedWidth(_BAR_PX)
        self.bar.hide()
        self.fit_button = QPushButton("Nothing in view · Fit  F", self)
        self.fit_button.setObjectName("fitOffer")
        self.fit_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fit_button.hide()
        self.glide = Glide(self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._late = QTimer(self)  # paints once more when labels were left for later
        self._late.setSingleShot(True)
        self._late.setInterval(0)

    def _connect(self) -> None:
        session = self._session
        for signal in (session.events_changed, session.filter_changed, session.lanes_changed):
            signal.connect(self._deal)
        session.chart_changed.connect(self._redraw)
        session.selection_changed.connect(self.reveal_selected)
        session.preview_changed.connect(self._redraw)
        session.ghost_changed.connect(self._redraw)
        session.viewport_changed.connect(self._follow)
        session.theme_changed.connect(self._dress)
        self.box.sigXRangeChanged.connect(self._box_moved)
        self.glide.valueChanged.connect(self._glided)
        self.glide.finished.connect(self._settle.start)
        self._settle.timeout.connect(self._settled)
        self._late.timeout.connect(self.update_picture)
        self.bar.valueChanged.connect(self._bar_moved)
        self.fit_button.clicked.connect(self._fit_clicked)

    # What is shown

    @property
    def deck(self) -> Deck:
        """Give the events that pass the filter, in their lanes."""
        return self._ready().deck

    @property
    def shown(self) -> Range:
        """Give the span of time on screen, which a glide moves before the session's has changed."""
        lo_s, hi_s = self.box.viewRange()[0]
        return float(lo_s), float(hi_s)

    def current_scene(self) -> Scene:
        """Give the scene on screen; it is laid out anew only when something has changed."""
        if self._scene is None:
            self._scene = self._laid_out()
            self._place_parts(self._scene)
        return self._scene

    def _laid_out(self) -> Scene:
        prepared = self._ready()
        lo_s, hi_s = self.shown
        view = Viewport(lo_s, hi_s, max(self.width(), 320), max(self.height(), 120), self._scroll)
        scene = layout.layout(prepared, view, self._look(prepared), self._kept)
        if self._kept is None and self._is_moving():
            self._kept = scene.plan
        self._scroll = scene.scroll
        return scene

    def _ready(self) -> layout.Prepared:
        session = self._session
        if self._painter is None or self._painter.ratio != self.devicePixelRatioF():
            metrics = Metrics().for_text(session.theme.size_px)
            self._painter = Painter(session.theme, self.devicePixelRatioF(), metrics)
        if self._prepared is None:
            self._prepared = layout.prepare(
                session.table,
                session.mask,
                session.lanes,
                self._painter.measure,
                label=self._label,
                others=others.of(session.table, session.events),
                arrangement=session.arrangement,
                metrics=self._painter.metrics,
            )
        return self._prepared

    def _look(self, prepared: layout.Prepared) -> layout.Look:
        session, lanes = self._session, prepared.deck.lanes
        rows = (self.row_of(id_) for id_ in session.selection)
        return layout.Look(
            selection=frozenset(row for row in rows if row is not None),
            collapsed=frozenset(at for at, lane in enumerate(lanes) if lane.key in self._collapsed),
            expanded=frozenset(at for at, lane in enumerate(lanes) if lane.key in self._expanded),
            shows_empty=self._shows_empty,
            series=self._passing_series(),
            chart=session.chart,
            today_s=time.time(),
            names=calendar_names.here(),
        )

    def _passing_series(self) -> Sequence[Series]:
        """Keep what the filter lets through of the measures; asked for in every frame, so remembered."""
        if self._series is None:
            session = self._session
            points = (point.event_id for one in session.series for point in one.points)
            self._series = charts.passing(session.series, set(filter(session.is_visible, points)))
        return self._series

    def _label(self, facet: Facet, value: str) -> str:
        return words.value(facet, value, self._session.articles)

    def _place_parts(self, scene: Scene) -> None:
        room = scene.bottom - scene.top
        hidden = max(scene.content - room, 0)
        self.bar.setVisible(hidden > 1)
        self.bar.setGeometry(round(scene.width) - _BAR_PX, round(scene.top), _BAR_PX, max(round(room), 20))
        if self.bar.isVisible():
            self.bar.blockSignals(True)
            self.bar.setRange(0, round(hidden))
            self.bar.setPageStep(max(round(room), 1))
            self.bar.setValue(round(scene.scroll))
            self.bar.blockSignals(False)
        is_lost = not scene.in_view and self._prepared is not None and len(self._prepared.deck) > 0
        self.fit_button.setVisible(is_lost and not self._is_moving())
        if is_lost:
            self.fit_button.adjustSize()
            left = (scene.metrics.header + scene.width - self.fit_button.width()) / 2
            self.fit_button.move(round(left), round(scene.top + 24))

    def paint_scene(self, painter: QPainter) -> None:
        """Paint what is shown; called by the item. While moving, new labels may come some frames later."""
        scene = self.current_scene()
        assert self._painter is not None
        self._painter.paint(painter, scene, hurry=self._is_moving())
        self._paint_over(painter, scene)
        if self._painter.is_behind:
            self._late.start()

    def _paint_over(self, painter: QPainter, scene: Scene) -> None:
        theme = self._session.theme
        preview = self._session.preview
        if preview:
            pen = QPen(QColor(theme.accent), 1.4)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setClipRect(QRectF(scene.metrics.header, scene.top, scene.width, scene.bottom - scene.top))
            for x0, x1, y in scene.boxes_of(preview):
                painter.drawRoundedRect(QRectF(x0 - 3.5, y - 8.5, x1 - x0 + 7, 17), 5, 5)
            painter.setClipping(False)
        if self._session.ghost and self._session.selection:
            timeline_ghost.paint(painter, theme, scene, self._session.selection[-1], self._session.ghost)
        if self._band:
            left, right = sorted(self._band)
            tint = QColor(theme.accent)
            tint.setAlphaF(0.16)
            painter.fillRect(QRectF(left, 0, right - left, scene.bottom), tint)
        self.lane_hands.paint(painter, theme)
        if self._shows_focus:
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(1, 1, scene.width - 2, scene.height - 2))

    def _redraw(self) -> None:
        self._scene = None
        self.update_picture()

    def update_picture(self) -> None:
        """Paint once more, by the scene as it is."""
        if shiboken6.isValid(self.item):  # a closing view deletes it before itself
            self.item.update()

    # What the session says

    def _deal(self) -> None:
        self._prepared = self._kept = self._series = None
        self._take_limits()
        self._redraw()
        timeline_access.tell_change(self)

    def _take_limits(self) -> None:
        """Hold zoom between one hour and four times the span of all data, whatever the filter lets through."""
        table = self._session.table
        self._extent = spans.extent(table, table.is_dated)
        lo_s, hi_s = self._data()
        span = max(hi_s - lo_s, 24 * scale.MIN_SPAN_S)
        most = span * scale.MAX_SPANS
        self._is_following = True  # limits may move the range, and that is no one's wish
        self.box.setLimits(
            xMin=lo_s - most,
            xMax=hi_s + most,
            minXRange=scale.MIN_SPAN_S,
            maxXRange=max(most, self._wanted_span()),
        )
        self._is_following = False

    def _wanted_span(self) -> float:
        lo_s, hi_s = self._wanted()
        return hi_s - lo_s

    def _data(self) -> Range:
        return self._extent or self._wanted()

    def _wanted(self) -> Range:
        lo_s, hi_s = self._session.viewport
        return float(lo_s), float(hi_s)

    def _dress(self) -> None:
        self._painter = self._prepared = None
        self._redraw()

    def _follow(self) -> None:
        """Go where the session's span of time is, unless that is what hands are doing just now."""
        wanted, shown = self._wanted(), self.shown
        near = (shown[1] - shown[0]) * 1e-3 + 2
        if self.glide.is_moving and self.glide.target == wanted:
            return
        if abs(wanted[0] - shown[0]) <= near and abs(wanted[1] - shown[1]) <= near:
            return
        if not self.isVisible() or not self.glide.start(shown, wanted):
            self._jump(wanted)

    def _jump(self, wanted: Range) -> None:
        self._is_following = True
        self.box.setXRange(*wanted, padding=0)
        self._is_following = False
        self._redraw()

    def _glided(self, share: object) -> None:
        if isinstance(share, float):
            self._jump(self.glide.at(share))

    def _box_moved(self) -> None:
        self._redraw()
        if not self._is_following:
            lo_s, hi_s = self.shown
            self._session.show_range(round(lo_s), round(hi_s))

    def reveal_selected(self) -> None:
        """Bring the current event into view."""
        self._redraw()
        if not self._session.selection:
            return
        timeline_access.tell_focus(self, self._session.selection[-1], self._session)
        row = self.row_of(self._session.selection[-1])
        deck = self.deck
        items = (deck.row == row).nonzero()[0] if row is not None else []
        if not len(items):
            return
        item = int(items[0])
        lo_s, hi_s = self.glide.target if self.glide.is_moving else self.shown
        if deck.hi[item] < lo_s or deck.lo[item] > hi_s:
            middle, half = float(deck.lo[item] + deck.hi[item]) / 2, (hi_s - lo_s) / 2
            self._session.show_range(round(middle - half), round(middle + half))
        else:
            self._scroll_to(int(deck.row[item]))

    def _scroll_to(self, row: int) -> None:
        scene = self.current_scene()
        if scene.content <= scene.bottom - scene.top:
            return
        drawn = scene.marks.y[scene.marks.row == row].tolist()
        top = scene.pin_y if scene.scroll > 0 else scene.top
        if any(top + _EDGE_PX <= y <= scene.bottom - _EDGE_PX for y in drawn):
            return
        y = drawn[0] if drawn else self._lane_y(row, scene)
        if y is not None:
            self._set_scroll(scene.scroll + y - (scene.top + scene.bottom) / 2)

    def _lane_y(self, row: int, scene: Scene) -> float | None:
        deck = self.deck
        lanes = set(deck.lane[deck.row == row].tolist())
        return next(((box.y0 + box.y1) / 2 for box in scene.lanes if box.lane in lanes), None)

    def row_of(self, event_id: str) -> int | None:
        """Give the row of an event in the table."""
        return self._session.row_of(event_id)

    # Moving

    def _is_moving(self) -> bool:
        return self.glide.is_moving or self._settle.isActive()

    def _hold(self) -> None:
        """Keep lanes as high as they are until the hand rests."""
        if self._kept is None and self._scene is not None:
            self._kept = self._scene.plan
        self._settle.start()

    def _settled(self) -> None:
        if self.glide.is_moving:
            return
        self._kept = None
        self._redraw()

    def zoom(self, factor: float, x: float) -> None:
        """Zoom in by a factor; the time under `x` stays there."""
        zoomed = self.current_scene().scale.zoomed(factor, x)
        self.move_by_hand(zoomed.lo_s, zoomed.hi_s)

    def pan(self, dx: float) -> None:
        """Move the time by pixels."""
        panned = self.current_scene().scale.panned(dx)
        self.move_by_hand(panned.lo_s, panned.hi_s)

    def move_by_hand(self, lo_s: float, hi_s: float) -> None:
        """Show a span at once, while lanes keep their heights until the hand rests."""
        self.glide.stop()
        self._hold()
        self._set_range(lo_s, hi_s)

    def _set_range(self, lo_s: float, hi_s: float) -> None:
        self.box.setXRange(*scale.clamped(lo_s, hi_s, *self._data()), padding=0)

    def show_span(self, lo_s: float, hi_s: float) -> None:
        """Glide to a span of time."""
        lo_s, hi_s = scale.clamped(lo_s, hi_s, *self._data())
        self._session.show_range(round(lo_s), round(hi_s))

    def fit(self, ids: Sequence[str] = ()) -> None:
        """Glide to these events, or to all that pass the filter."""
        deck = self.deck
        rows = {row for row in map(self.row_of, ids) if row is not None}
        items = [at for at, row in enumerate(deck.row.tolist()) if row in rows] if rows else []
        if items:
            lo_s, hi_s = float(deck.lo[items].min()), float(deck.hi[items].max())
            margin = max((hi_s - lo_s) * 0.5, 15 * DAY_S)
        else:
            lo_s, hi_s = deck.span or self._data()
            margin = max((hi_s - lo_s) * 0.04, DAY_S)
        self.show_span(lo_s - margin, hi_s + margin)

    def _fit_clicked(self) -> None:
        self.fit()

    def coast(self, distance: float) -> None:
        """Let a drag end softly, so many pixels on."""
        if abs(distance) < 8:
            return
        panned = self.current_scene().scale.panned(distance)
        lo_s, hi_s = scale.clamped(panned.lo_s, panned.hi_s, *self._data())
        end = float(round(lo_s)), float(round(hi_s))
        if self.glide.start(self.shown, end, coasting=True):
            # The session is told where it ends; the glide is already on its way there.
            self._session.show_range(round(lo_s), round(hi_s))

    def choose_span(self, start: float, end: float, *, is_done: bool) -> None:
        """Show the span between two pixels as chosen; when done, glide to it."""
        scene = self.current_scene()
        left, right = sorted((max(start, scene.metrics.header), max(end, scene.metrics.header)))
        self._band = None if is_done else (left, right)
        if is_done and right - left > 6:
            lo_s, hi_s = scene.scale.t(left), scene.scale.t(right)
            self.show_span(lo_s, hi_s)
            self.span_chosen.emit(lo_s, hi_s)
        self.update_picture()

    # Lanes

    def open_cluster(self, hit: Hit) -> None:
        """Zoom into "+n"; where closer does not tell them apart, show all rows of the lane."""
        lo_s, hi_s = self.shown
        if is_lost_in(hit, hi_s - lo_s):
            self._expanded.add(self.deck.lanes[hit.lane].key)
            self._collapsed.discard(self.deck.lanes[hit.lane].key)
            self._redraw()
            return
        margin = (hit.hi_s - hit.lo_s) * 0.15
        self.show_span(hit.lo_s - margin, hit.hi_s + margin)

    def toggle_lane(self, key: str, *, is_expanding: bool = False) -> None:
        """Close or open a lane, or show all of its rows."""
        chosen, other = self._collapsed, self._expanded
        if is_expanding:
            chosen, other = other, chosen
        other.discard(key)
        chosen.symmetric_difference_update({key})
        self._kept = None
        self._redraw()

    def toggle_empty(self) -> None:
        """Show or fold the lanes with nothing in view."""
        self._shows_empty = not self._shows_empty
        self._kept = None
        self._redraw()

    def is_expanded(self, key: str) -> bool:
        """Tell whether a lane shows all of its rows."""
        return key in self._expanded

    def scroll_by(self, dy: float) -> None:
        """Scroll the lanes by pixels."""
        if dy:
            self._set_scroll(self._scroll + dy)

    def _set_scroll(self, scroll: float) -> None:
        if scroll != self._scroll:
            self._scroll = max(scroll, 0.0)
            self._redraw()

    def _bar_moved(self, value: int) -> None:
        self._set_scroll(float(value))

    # Qt

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        # While a lane is held, Escape lets go of it, and nothing else.
        is_asked = event.type() is QEvent.Type.ShortcutOverride and self.lane_hands.is_dragging
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return bool(super().event(event))

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.input.key(event.key(), event.modifiers()):
            event.ignore()

    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.input.swipe(event):
            event.accept()
        else:
            super().wheelEvent(event)

    @guarded(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.input.menu(None if is_key else event.pos(), event.globalPos())
        event.accept()

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Hands on a mouse know where they are.
        self._shows_focus = event.reason() in _BY_KEY
        self.update_picture()
        if self._session.selection:
            timeline_access.tell_focus(self, self._session.selection[-1], self._session)

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._shows_focus = False
        if hasattr(self, "item"):  # the base class may lose the focus while it is made
            self.update_picture()

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The base class resizes itself before the parts are made, and after it has deleted them.
        if not hasattr(self, "box") or not shiboken6.isValid(self.box):
            return
        header = Metrics().for_text(self._session.theme.size_px).header
        self.box.setGeometry(QRectF(header, 0, max(self.width() - header, 50), max(self.height(), 50)))
        self.item.prepareGeometryChange()
        self._kept = None
        self._redraw()

    @guarded(False)
    def viewportEvent(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom(1 + event.value(), event.position().x())
            return True
        return bool(super().viewportEvent(event))
