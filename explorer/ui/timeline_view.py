"""The timeline: one item paints the scene, a ViewBox holds the span of time that is on screen.

Importing this module loads pyqtgraph and numpy, so the window does it after its first paint. What hands do is
in `timeline_input`, what is drawn in `timeline` and `paint`.
"""

import time
from collections.abc import Sequence

import shiboken6
from pyqtgraph import GraphicsView
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from explorer.chronology import Series
from explorer.model.query import Facet
from explorer.paint.painter import Painter
from explorer.timeline import charts, layout, others, reach
from explorer.timeline.arrangement import Arrangement
from explorer.timeline.lanes import Deck, Plan
from explorer.timeline.metrics import Metrics
from explorer.timeline.scene import Scene, Viewport
from explorer.ui import calendar_names, timeline_access, timeline_over, timers, words
from explorer.ui.overrides import guarded
from explorer.ui.session import Session
from explorer.ui.timeline_hands import Range
from explorer.ui.timeline_input import Input
from explorer.ui.timeline_item import SceneItem
from explorer.ui.timeline_lanes import LaneHands
from explorer.ui.timeline_motion import Motion
from explorer.ui.timeline_over import FitOffer, LaneBar, Over
from explorer.ui.timeline_span import SpanHand

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class TimelineView(GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """The events of a session on a line of time."""

    undated_asked = Signal()  # the rest of the undated is wanted
    menu_asked = Signal(str, QPoint)  # of an event, at a place of the screen

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self._session = session
        self.setAccessibleName("Timeline")
        self.setAccessibleDescription("Arrow keys go from event to event, Enter shows the words, + and - zoom.")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(360, 220)
        self.wheel_scrolls = False
        self._shows_empty = False
        self._scroll = 0.0
        self._is_revealing = False  # a glide is on its way to the current event
        self._painter: Painter | None = None
        self._prepared: layout.Prepared | None = None
        self._dealt = session.lanes, Arrangement()  # what the lanes of `_prepared` were made for
        self._series: Sequence[Series] | None = None
        self._kept: Plan | None = None
        self._scene: Scene | None = None
        self._shows_focus = False
        self._make_parts()
        timeline_access.offer(self, self, session)
        self._connect()
        self.motion.take_limits()
        self.motion.jump(self.motion.wanted)

    def _make_parts(self) -> None:
        # The item covers everything: what Qt would clear below it is work for nothing.
        self.setBackgroundBrush(Qt.BrushStyle.NoBrush)
        self.setCacheMode(self.CacheModeFlag.CacheNone)  # pyqtgraph keeps a picture of it, and copies that
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # One item covers all: there is nothing to look up, and never a part of the view to paint alone.
        self.scene().setItemIndexMethod(self.scene().ItemIndexMethod.NoIndex)
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        self.viewport().setAutoFillBackground(False)
        self.motion = Motion(self, self._session)
        self.box, self.glide = self.motion.box, self.motion.glide
        self.lane_hands = LaneHands(self, self, self._session)
        self.span_hand = SpanHand(self, self._session)
        self.input = Input(self, self, self._session, self.lane_hands, self.span_hand)
        self.item = SceneItem(self, self.input)
        self.scene().addItem(self.box)
        self.box.hide()  # it keeps the range; there is nothing of it to see
        self.scene().addItem(self.item)
        self.item.setZValue(10)
        self.bar, self.fit_button = LaneBar(self), FitOffer(self)
        self._late = timers.once(self, 0, self.update_picture)  # when labels were left for later

    def _connect(self) -> None:
        session = self._session
        for signal in (session.events_changed, session.filter_changed):
            signal.connect(self._deal)
        session.lanes_changed.connect(self._rearrange)
        session.chart_changed.connect(self._redraw)
        session.selection_changed.connect(self.reveal_selected)
        session.preview_changed.connect(self._redraw)
        session.ghost_changed.connect(self._redraw)
        session.theme_changed.connect(self._dress)
        self.motion.moved.connect(self._redraw)
        self.motion.moved.connect(self.input.leave)
        self.motion.held.connect(self._keep_heights)
        self.motion.rested.connect(self._let_heights_go)
        self.motion.rested.connect(self._end_reveal)
        self.bar.valueChanged.connect(self._bar_moved)
        self.fit_button.clicked.connect(self._fit_clicked)
        self.input.undated_asked.connect(self.undated_asked)
        self.input.menu_asked.connect(self.menu_asked)

    # What is shown

    @property
    def deck(self) -> Deck:
        """Give the events that pass the filter, in their lanes."""
        return self._ready().deck

    @property
    def shown(self) -> Range:
        """Give the span of time on screen, which a glide moves before the session's has changed."""
        return self.motion.shown

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
        if self._kept is None and self.motion.is_moving:
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
            self._dealt = session.lanes, session.arrangement.dealing
        return self._prepared

    def _look(self, prepared: layout.Prepared) -> layout.Look:
        session, lanes = self._session, prepared.deck.lanes
        rows = [row for row in map(session.row_of, session.selection) if row is not None]
        collapsed, expanded = session.arrangement.places([lane.key for lane in lanes])
        return layout.Look(
            selection=frozenset(rows),
            current=rows[-1] if rows else None,
            collapsed=collapsed,
            expanded=expanded,
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
        self.bar.show_scene(scene)
        is_lost = not scene.in_view and self._prepared is not None and len(self._prepared.deck) > 0
        self.fit_button.show_scene(scene, is_lost=is_lost and not self.motion.is_moving)

    def paint_scene(self, painter: QPainter) -> None:
        """Paint what is shown; called by the item. While moving, new labels may come some frames later."""
        scene = self.current_scene()
        assert self._painter is not None
        self._painter.paint(painter, scene, hurry=self.motion.is_moving)
        self._paint_over(painter, scene)
        if self._painter.is_behind:
            self._late.start()

    def _paint_over(self, painter: QPainter, scene: Scene) -> None:
        session, theme = self._session, self._session.theme
        current = session.selection[-1] if session.selection else None
        timeline_over.paint(painter, theme, scene, Over(session.preview, current, session.ghost))
        self.lane_hands.paint(painter, theme)
        self.span_hand.paint(painter, theme, scene)
        if self._shows_focus:
            timeline_over.paint_focus(painter, theme, scene)

    def _redraw(self) -> None:
        self._scene = None
        self.update_picture()

    def update_picture(self) -> None:
        """Paint once more, by the scene as it is."""
        if shiboken6.isValid(self.item):  # a closing view deletes it before itself
            self.item.update()

    # What the session says

    def _rearrange(self) -> None:
        """Deal anew, unless lanes were only closed or opened: with a million events that takes a second."""
        if self._prepared is not None and self._dealt == (
            self._session.lanes,
            self._session.arrangement.dealing,
        ):
            self._kept = None
            self._redraw()
        else:
            self._deal()

    def _deal(self) -> None:
        self._prepared = self._kept = self._series = None
        self.motion.take_limits()
        self._redraw()
        timeline_access.tell_change(self)

    def _dress(self) -> None:
        self._painter = self._prepared = None
        self._redraw()

    def reveal_selected(self) -> None:
        """Bring the current event into view."""
        self._redraw()
        if not self._session.selection:
            return
        timeline_access.tell_focus(self, self._session.selection[-1], self._session)
        row = self._session.row_of(self._session.selection[-1])
        if row is None:
            return
        span = reach.moved_to(self.deck, row, self.glide.target if self.glide.is_moving else self.shown)
        if span is not None:
            self._session.show_range(round(span[0]), round(span[1]))
        self._is_revealing = self.glide.is_moving
        self._scroll_to(row)

    def _end_reveal(self) -> None:
        """Scroll once more after a glide: other events are in view, and lanes have other heights."""
        is_revealing, self._is_revealing = self._is_revealing, False
        row = (
            self._session.row_of(self._session.selection[-1])
            if is_revealing and self._session.selection
            else None
        )
        if row is not None:
            self._scroll_to(row)

    def _scroll_to(self, row: int) -> None:
        scroll = reach.scrolled_to(self.deck, row, self.current_scene())
        if scroll is not None:
            self._set_scroll(scroll)

    # Moving

    def _keep_heights(self) -> None:
        """Keep lanes as high as they are until the hand rests, which also says where to look."""
        self._is_revealing = False
        if self._kept is None and self._scene is not None:
            self._kept = self._scene.plan

    def _let_heights_go(self) -> None:
        self._kept = None
        self._redraw()

    def zoom(self, factor: float, x: float) -> None:
        """Zoom in by a factor; the time under `x` stays there."""
        zoomed = self.current_scene().scale.zoomed(factor, x)
        self.motion.move_by_hand(zoomed.lo_s, zoomed.hi_s)

    def pan(self, dx: float) -> None:
        """Move the time by pixels."""
        panned = self.current_scene().scale.panned(dx)
        self.motion.move_by_hand(panned.lo_s, panned.hi_s)

    def show_span(self, lo_s: float, hi_s: float) -> None:
        """Glide to a span of time."""
        self.motion.show_span(lo_s, hi_s)

    def fit(self, ids: Sequence[str] = ()) -> None:
        """Glide to these events, or to all that pass the filter."""
        rows = {row for row in map(self._session.row_of, ids) if row is not None}
        self.show_span(*reach.fitting(self.deck, rows, self.motion.data))

    def _fit_clicked(self) -> None:
        self.fit()

    def coast(self, distance: float) -> None:
        """Let a drag end softly, so many pixels on."""
        self.motion.coast(self.current_scene().scale, distance)

    # Lanes

    def toggle_empty(self) -> None:
        """Show or fold the lanes with nothing in view."""
        self._shows_empty = not self._shows_empty
        self._kept = None
        self._redraw()

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
        # While a lane is held or a span drawn, Escape lets go of it, and nothing else.
        is_asked = event.type() is QEvent.Type.ShortcutOverride
        if (
            is_asked
            and (self.lane_hands.is_dragging or self.span_hand.is_drawing)
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
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
