"""Mouse and keys on the timeline: what each gesture does to the view and to the session. Nothing is painted."""

import time
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from typing import Any, Protocol

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QInputDevice, QWheelEvent
from PySide6.QtWidgets import QGraphicsSceneWheelEvent, QToolTip, QWidget

from explorer.timeline import charts, scale, walk
from explorer.timeline.lanes import Deck
from explorer.timeline.scene import Hit, Part, Scene
from explorer.ui import timeline_tip, timers, words
from explorer.ui.session import Session
from explorer.ui.timeline_hands import Burst, Range, Throw
from explorer.ui.timeline_lanes import LaneHands
from explorer.ui.timeline_span import SpanHand

_TIP_MS = 380
_KEY_ZOOM = 1.5
_KEY_PAN_PX = 60.0
_WHEEL_PAN_PX = 80.0
_WHEEL_SCROLL_PX = 60.0
_AROUND_CLUSTER = 0.15  # of its span, at either side

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class _Drag(Enum):
    """What a drag does, from its beginning to its end."""

    PAN = auto()
    SPAN = auto()
    LANE = auto()
    SIZE = auto()


class Handled(Protocol):
    """The view that gestures move; with `wheel_scrolls` the plain wheel scrolls lanes instead of zooming."""

    wheel_scrolls: bool

    @property
    def deck(self) -> Deck:
        """Give the events in their lanes."""

    @property
    def shown(self) -> Range:
        """Give the span of time on screen, in seconds."""

    def current_scene(self) -> Scene:
        """Give what is on screen."""

    def pan(self, dx: float) -> None:
        """Move the time by pixels."""

    def coast(self, distance: float) -> None:
        """Let a drag end softly, so many pixels on."""

    def zoom(self, factor: float, x: float) -> None:
        """Zoom in by a factor; the time under `x` stays there."""

    def show_span(self, lo_s: float, hi_s: float) -> None:
        """Glide to a span of time."""

    def fit(self, ids: Sequence[str] = ()) -> None:
        """Glide to these events, or to all that pass the filter."""

    def scroll_by(self, dy: float) -> None:
        """Scroll the lanes by pixels."""

    def toggle_empty(self) -> None:
        """Show or fold the lanes with nothing in view."""


class Input(QObject):
    """The gestures of one view; `widget` is that view too, as what has the keyboard, a cursor and tips."""

    undated_asked = Signal()  # the rest of the undated is wanted
    menu_asked = Signal(str, QPoint)  # of an event, at a place of the screen

    def __init__(
        self, view: Handled, widget: QWidget, session: Session, lanes: LaneHands, span: SpanHand
    ) -> None:
        super().__init__(widget)
        self._view, self._widget, self._session = view, widget, session
        self._lanes, self._span = lanes, span
        self._burst, self._throw = Burst(), Throw()
        self._drag = _Drag.PAN
        self._hovered: Hit | None = None
        self._pointer = QPointF()
        self._tip = timers.once(self, _TIP_MS, self._show_tip)
        session.selection_changed.connect(self._hide_tip)

    # Mouse

    def wheel(self, event: QGraphicsSceneWheelEvent) -> None:
        """Zoom at the pointer; with Shift, or sideways, pan; over the names of lanes, scroll them."""
        event.accept()
        view, notches, modifiers = self._view, event.delta() / 120, event.modifiers()
        header = view.current_scene().metrics.header
        if event.orientation() == Qt.Orientation.Horizontal or modifiers & (_SHIFT | _ALT):
            view.pan(notches * _WHEEL_PAN_PX)
        elif not modifiers & _CONTROL and (event.pos().x() < header or view.wheel_scrolls):
            view.scroll_by(-notches * _WHEEL_SCROLL_PX)
        else:
            view.zoom(self._burst.factor(notches, time.monotonic()), max(event.pos().x(), header))

    def swipe(self, event: QWheelEvent) -> bool:
        """Pan and scroll as two fingers move on a trackpad; tell whether it was one. With Ctrl it zooms."""
        pixels, is_zoom = event.pixelDelta(), bool(event.modifiers() & _CONTROL)
        is_pad = event.device().type() is QInputDevice.DeviceType.TouchPad
        is_pad |= event.phase() is not Qt.ScrollPhase.NoScrollPhase and not pixels.isNull()
        if not is_pad or is_zoom:
            return False
        moved = QPointF(pixels) if not pixels.isNull() else QPointF(event.angleDelta()) * _WHEEL_SCROLL_PX / 120
        if event.modifiers() & _SHIFT and not moved.x():
            moved = moved.transposed()
        # Fingers never move quite straight: the lesser way is meant only when it is near the greater.
        if abs(moved.x()) * 2 > abs(moved.y()):
            self._view.pan(moved.x())
        if abs(moved.y()) * 2 > abs(moved.x()):
            self._view.scroll_by(-moved.y())
        return True

    def drag(self, event: Any) -> None:
        """Pan, with a soft end; with Shift choose a span. Nothing is ever moved in time by dragging.

        A name carries its lane, the lower edge of the measures makes them higher or lower.
        """
        QToolTip.hideText()
        position = event.pos()
        if event.isStart():
            self._drag = self._begun(event.buttonDownPos(), event.modifiers())
        match self._drag:
            case _Drag.LANE:
                self._carry_lane(position.y(), is_done=event.isFinish())
            case _Drag.SIZE:
                self._size_measures(position.y())
            case _Drag.SPAN:
                self._draw_span(event)
            case _Drag.PAN:
                self._pan(event)

    def _draw_span(self, event: Any) -> None:
        hand, filters = self._span, bool(event.modifiers() & _CONTROL)
        hand.draw(event.buttonDownPos().x(), event.pos().x(), filters=filters)
        if event.isFinish():
            hand.drop()

    def _pan(self, event: Any) -> None:
        position, last = event.pos(), event.lastPos()
        dx, dy = position.x() - last.x(), position.y() - last.y()
        self._throw.moved(dx, time.monotonic())
        self._widget.setCursor(Qt.CursorShape.ClosedHandCursor)
        if dx:
            self._view.pan(dx)
        self._view.scroll_by(-dy)
        if event.isFinish():
            self._widget.unsetCursor()
            self._view.coast(self._throw.distance(time.monotonic()))

    def _begun(self, start: QPointF, modifiers: Qt.KeyboardModifier) -> "_Drag":
        """Tell what a drag does that begins at a place."""
        hit = self._view.current_scene().hit(start.x(), start.y())
        if hit is not None and hit.part is Part.EDGE:
            return _Drag.SIZE
        if hit is not None and hit.part is Part.LANE and self._lanes.take(start.y()):
            return _Drag.LANE
        return _Drag.SPAN if modifiers & _SHIFT else _Drag.PAN

    def _carry_lane(self, y: float, *, is_done: bool) -> None:
        if self._lanes.is_dragging and is_done:
            self._lanes.drop()
        elif self._lanes.is_dragging:
            self._lanes.drag(y)

    def _size_measures(self, y: float) -> None:
        scene = self._view.current_scene()
        if scene.band is not None:
            height = (y - scene.band.y0) / scene.metrics.px
            height = min(max(height, charts.LEAST_PX), charts.MOST_PX)
            self._session.set_chart(replace(self._session.chart, height_px=float(round(height))))

    def click(self, position: QPointF, modifiers: Qt.KeyboardModifier, *, is_double: bool = False) -> None:
        """Select, open, zoom into what is clicked; on empty space let go of the selection."""
        self._widget.setFocus()
        hit = self._view.current_scene().hit(position.x(), position.y())
        if is_double:
            if hit and hit.part is Part.EVENT:
                self._session.open_source(hit.id)
            return
        self.do(hit, modifiers)

    def do(self, hit: Hit | None, modifiers: Qt.KeyboardModifier) -> None:
        """Do what a click on a thing does; on nothing, let go of the selection."""
        if hit is None:
            self._session.select(())
        elif hit.part is Part.EVENT:
            self._select(hit.id, modifiers)
        elif hit.part is Part.CLUSTER:
            self.open_cluster(hit)
        elif hit.part is Part.LANE:
            self._lanes.toggle(hit.id, is_expanding=bool(modifiers & _SHIFT))
        elif hit.part is Part.FOLD:
            self._view.toggle_empty()
        elif hit.part is Part.HIDDEN:
            self._lanes.show_hidden()
        elif hit.part in (Part.UNIT, Part.SWITCH):
            self._switch(hit)
        elif hit.part is Part.MORE:
            self.undated_asked.emit()

    def _switch(self, hit: Hit) -> None:
        """Show the measures in another unit, on another scale, or as growth."""
        chart = self._session.chart
        if hit.part is Part.UNIT:
            chart = replace(chart, unit=hit.id)
        elif hit.id == "log":
            chart = replace(chart, is_log=not chart.is_log)
        else:
            chart = replace(chart, is_indexed=not chart.is_indexed)
        self._session.set_chart(chart)

    def open_cluster(self, hit: Hit) -> None:
        """Zoom into "+n"; where closer does not tell them apart, show all rows of the lane."""
        lo_s, hi_s = self._view.shown
        if _is_lost_in(hit, hi_s - lo_s):
            key = self._view.deck.lanes[hit.lane].key
            if not self._lanes.is_expanded(key):
                self._lanes.toggle(key, is_expanding=True)
            return
        margin = (hit.hi_s - hit.lo_s) * _AROUND_CLUSTER
        self._view.show_span(hit.lo_s - margin, hit.hi_s + margin)

    def menu(self, position: QPoint | None, place: QPoint) -> None:
        """Offer what can be done to what lies at a position; None is for the keyboard: the current event."""
        scene = self._view.current_scene()
        if position is None:
            if self._session.selection:
                self.menu_asked.emit(self._session.selection[-1], place)
            return
        hit = scene.hit(position.x(), position.y())
        if hit is not None and hit.part is Part.EVENT:
            if hit.id not in self._session.selection:
                self._session.select([hit.id])
            self.menu_asked.emit(hit.id, place)
        elif scene.top <= position.y() < scene.bottom:
            self._lanes.show_menu(place, position.y())

    def _select(self, event_id: str, modifiers: Qt.KeyboardModifier) -> None:
        chosen = list(self._session.selection)
        if modifiers & _CONTROL:
            chosen = [id_ for id_ in chosen if id_ != event_id] if event_id in chosen else [*chosen, event_id]
        elif modifiers & _SHIFT and chosen:
            chosen = self._range(chosen[-1], event_id)
        else:
            chosen = [event_id]
        self._session.select(chosen)

    def _range(self, start: str, end: str) -> list[str]:
        """Name the events between two, in the order of time, the clicked one last."""
        order = self._session.visible()
        if start not in order or end not in order:
            return [end]
        first, last = sorted((order.index(start), order.index(end)))
        return [*(id_ for id_ in order[first : last + 1] if id_ != end), end]

    # Pointer

    def hover(self, position: QPointF | None) -> None:
        """Preview what lies under the pointer, and tell about it after a moment."""
        hit = self._view.current_scene().hit(position.x(), position.y()) if position is not None else None
        if position is not None:
            self._pointer = QPointF(position)
        if hit == self._hovered:
            return
        self._hovered = hit
        QToolTip.hideText()
        self._tip.start()
        is_event = hit is not None and hit.part is Part.EVENT
        self._session.show_preview(hit.id if hit and is_event else None)
        self._widget.setCursor(_cursor(hit))

    def tip_of(self, hit: Hit) -> str:
        """Give the words, as safe HTML, that tell about a thing under the pointer."""
        event = self._session.events.get(hit.id) if hit.part is Part.EVENT else None
        if event is None:
            lanes = self._view.deck.lanes
            return timeline_tip.of_hit(hit, lanes[hit.lane] if 0 <= hit.lane < len(lanes) else None)
        names = {id_: words.article(article) for id_, article in self._session.articles.items()}
        return timeline_tip.of_event(event, names)

    def leave(self) -> None:
        """Take back what is told of a thing that the view has carried away from under the pointer."""
        left, self._hovered = self._hovered, None
        if left is not None:
            self._hide_tip()
            if left.part is Part.EVENT:
                self._session.show_preview(None)

    def _hide_tip(self) -> None:
        """Tell no more of what is under the pointer: who selects looks elsewhere, perhaps under the tip."""
        self._tip.stop()
        QToolTip.hideText()

    def _show_tip(self) -> None:
        text = self.tip_of(self._hovered) if self._hovered else ""
        if text:
            place = self._widget.mapToGlobal(self._pointer.toPoint() + QPoint(14, 18))
            QToolTip.showText(place, text, self._widget)

    # Keys

    def key(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Do what a key does; tell whether it does anything."""
        view, keys = self._view, Qt.Key
        match key:
            case keys.Key_Escape if self._lanes.is_dragging:
                self._lanes.let_go()
            case keys.Key_Escape if self._span.is_drawing:
                self._span.let_go()
            case keys.Key_Up | keys.Key_Down if modifiers & _CONTROL and modifiers & _SHIFT:
                return self._lanes.step(-1 if key == keys.Key_Up else 1)
            case keys.Key_Left | keys.Key_Right if modifiers & _SHIFT:
                view.pan(_KEY_PAN_PX if key == keys.Key_Left else -_KEY_PAN_PX)
            case keys.Key_Left | keys.Key_Right:
                step = -1 if key == keys.Key_Left else 1
                self._go(walk.by_time(view.deck, self._current_row(), step))
            case keys.Key_Home | keys.Key_End:  # without a start, forward begins at the first
                self._go(walk.by_time(view.deck, None, 1 if key == keys.Key_Home else -1))
            case keys.Key_Up | keys.Key_Down:
                lanes = [box.lane for box in view.current_scene().lanes]
                step = -1 if key == keys.Key_Up else 1
                self._go(walk.by_lane(view.deck, self._current_row(), lanes, step))
            case keys.Key_Plus | keys.Key_Equal:
                self._zoom(_KEY_ZOOM)
            case keys.Key_Minus:
                self._zoom(1 / _KEY_ZOOM)
            case keys.Key_0 if modifiers & _CONTROL:
                view.fit()
            case keys.Key_F if not modifiers & _CONTROL:
                view.fit(self._session.selection)
            case _:
                return self._key_on_selected(key)
        return True

    def _key_on_selected(self, key: int) -> bool:
        if not self._session.selection:
            return False
        current = self._session.selection[-1]
        match key:
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._session.open_source(current)
            case Qt.Key.Key_Space:
                self._peek(current)
            case Qt.Key.Key_Escape:
                self._session.select(())
            case _:
                return False
        return True

    def _current_row(self) -> int | None:
        return self._session.row_of(self._session.selection[-1]) if self._session.selection else None

    def _go(self, row: int | None) -> None:
        if row is not None:
            self._session.select([self._session.table.ids[row]])

    def _zoom(self, factor: float) -> None:
        scene = self._view.current_scene()
        x = scene.selected_x[-1] if scene.selected_x else (scene.metrics.header + scene.width) / 2
        zoomed = scene.scale.zoomed(factor, x)
        self._view.show_span(zoomed.lo_s, zoomed.hi_s)

    def _peek(self, event_id: str) -> None:
        scene = self._view.current_scene()
        boxes = scene.boxes_of(event_id)
        if boxes:
            x0, _, y = boxes[0]
            self._pointer = QPointF(max(x0, scene.metrics.header), y)
            self._hovered = Hit(Part.EVENT, event_id)
            self._show_tip()


def _cursor(hit: Hit | None) -> Qt.CursorShape:
    if hit is None or hit.part is Part.AXIS:
        return Qt.CursorShape.ArrowCursor
    return Qt.CursorShape.SizeVerCursor if hit.part is Part.EDGE else Qt.CursorShape.PointingHandCursor


def _is_lost_in(hit: Hit, shown_s: float) -> bool:
    """Tell whether zooming into a "+n" would not tell its events apart, or hardly."""
    span = hit.hi_s - hit.lo_s
    return span * 2 >= shown_s or span <= 4 * scale.MIN_SPAN_S
