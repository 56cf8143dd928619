"""The timeline for screen readers: a list of the events that pass the filter, in the order of time.

There is no widget for an event, so that each has an interface of its own, made when it is asked for. Qt keeps
hold of them by address; they live as long as the view, and one whose event has gone says that it is not valid.
"""

from typing import Protocol

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from explorer.model.decision import Review
from explorer.model.event import Event
from explorer.model.mention import Status
from explorer.timeline.scene import Scene
from explorer.ui import words
from explorer.ui.session import Session

_MOST_SOURCES = 3


class Shown(Protocol):
    """A view of events."""

    def current_scene(self) -> Scene:
        """Give what is on screen."""


def told(session: Session, event: Event) -> str:
    """Tell an event in a sentence to be read aloud: title, date, kind, status, sources."""
    parts = [event.title, words.when(event.when), words.kind(event.kind)]
    if event.status is not Status.HAPPENED:
        parts.append(event.status.value)
    if event.has_conflict:
        parts.append("sources differ")
    if event.review is not Review.UNREVIEWED:
        parts.append(event.review.value)
    if event.is_starred:
        parts.append("starred")
    articles = [session.articles[id_] for id_ in event.articles if id_ in session.articles]
    names = [words.article(article) for article in articles]
    more = len(names) - _MOST_SOURCES
    said = ", ".join(names[:_MOST_SOURCES]) + (f" and {more} more" if more > 0 else "")
    if said:
        parts.append(f"{'source' if len(names) == 1 else 'sources'}: {said}")
    return "; ".join(parts)


class EventNode(QAccessibleInterface):
    """One event of the list."""

    def __init__(self, of: "TimelineNode", event_id: str) -> None:
        super().__init__()
        self.list, self.event_id = of, event_id

    def _event(self) -> Event | None:
        return self.list.session.events.get(self.event_id)

    def isValid(self) -> bool:
        return self.list.isValid() and self._event() is not None

    def object(self) -> QObject | None:  # type: ignore[override]  # there is none
        return None

    def parent(self) -> QAccessibleInterface:
        return self.list

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # there may be none
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # there may be none
        return None

    def text(self, which: QAccessible.Text) -> str:
        event = self._event()
        if event is None:
            return ""
        if which is QAccessible.Text.Name:
            return told(self.list.session, event)
        if which is QAccessible.Text.Description:
            return " ".join(event.mentions[0].quote.split()) if event.mentions else ""
        return ""

    def setText(self, which: QAccessible.Text, text: str) -> None:
        """Leave the text alone: it says what the sources say."""

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def rect(self) -> QRect:
        place = self.list.place_of(self.event_id)
        return QRect(self.list.view.mapToGlobal(place.topLeft()), place.size()) if place else QRect()

    def state(self) -> QAccessible.State:
        state, session = QAccessible.State(), self.list.session
        state.selectable = state.focusable = 1
        state.selected = int(self.event_id in session.selection)
        is_current = bool(session.selection) and session.selection[-1] == self.event_id
        state.focused = int(is_current and self.list.view.hasFocus())
        state.offscreen = int(self.list.place_of(self.event_id) is None)
        state.invalid = int(not self.isValid())
        return state


class TimelineNode(QAccessibleWidget):
    """The timeline as a list."""

    def __init__(self, view: QWidget, scenes: Shown, session: Session) -> None:
        super().__init__(view, QAccessible.Role.List, view.accessibleName())
        self.view, self._scenes, self.session = view, scenes, session
        self._nodes: dict[str, EventNode] = {}

    def isValid(self) -> bool:
        return shiboken6.isValid(self.view)

    def childCount(self) -> int:
        return int(self.session.mask.sum())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # there may be none
        rows = self.session.mask.nonzero()[0]
        return self.node(self.session.table.ids[rows[index]]) if 0 <= index < len(rows) else None

    def node(self, event_id: str) -> EventNode:
        """Give the interface of an event."""
        if event_id not in self._nodes:
            made = self._nodes[event_id] = EventNode(self, event_id)
            QAccessible.registerAccessibleInterface(made)
        return self._nodes[event_id]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self.index_of(child.event_id) if isinstance(child, EventNode) else -1

    def index_of(self, event_id: str) -> int:
        """Give the place of an event in the list; -1 where the filter leaves it out."""
        row = self.session.row_of(event_id)
        if row is None or not self.session.mask[row]:
            return -1
        return int(self.session.mask[:row].sum())

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # there may be none
        place = self.view.mapFromGlobal(QPoint(x, y))
        hit = self._scenes.current_scene().hit(place.x(), place.y())
        return self.node(hit.id) if hit and hit.id in self.session.events else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # there may be none
        chosen = self.session.selection
        return self.node(chosen[-1]) if chosen and self.view.hasFocus() else None

    def place_of(self, event_id: str) -> QRect | None:
        """Give where the mark and the words of an event are in the view, None out of sight."""
        scene = self._scenes.current_scene()
        row = self.session.row_of(event_id)
        half = scene.metrics.row / 2
        for mark in (scene.marks.row == row).nonzero()[0].tolist() if row is not None else ():
            x0, x1, y = float(scene.marks.x0[mark]), float(scene.marks.x1[mark]), float(scene.marks.y[mark])
            label = next((one for one in scene.labels if one.mark == mark), None)
            if label is not None:
                x0, x1 = min(x0, label.x), max(x1, label.x + label.width)
            if scene.top <= y <= scene.bottom:
                x0, x1 = max(x0, scene.metrics.header), min(x1, scene.width)
                return QRect(round(x0), round(y - half), max(round(x1 - x0), 1), round(2 * half))
        return None


# What a factory knows of the views, by their identity; both are forgotten with the view.
_offered: dict[int, tuple[Shown, Session]] = {}
_nodes: dict[int, TimelineNode] = {}


def offer(view: QWidget, scenes: Shown, session: Session) -> None:
    """Let screen readers find the events of a view; nothing is made before one asks."""
    QAccessible.installFactory(_factory)  # once more is no harm
    key = id(view)
    _offered[key] = (scenes, session)
    view.destroyed.connect(lambda: (_offered.pop(key, None), _nodes.pop(key, None)))


def _factory(_name: str, asked: QObject) -> QAccessibleInterface | None:
    offered = _offered.get(id(asked))
    if offered is None or not isinstance(asked, QWidget):
        return None
    # Qt owns the interface, but only Python holds what it knows.
    made = _nodes[id(asked)] = TimelineNode(asked, *offered)
    return made


def tell_focus(view: QWidget, event_id: str, session: Session) -> None:
    """Tell a screen reader, where one listens, which event is current now."""
    if not QAccessible.isActive():
        return
    row = session.row_of(event_id)
    if row is None or not session.mask[row]:
        return
    for what in (QAccessible.Event.Selection, QAccessible.Event.Focus):
        event = QAccessibleEvent(view, what)
        event.setChild(int(session.mask[:row].sum()))
        QAccessible.updateAccessibility(event)


def tell_change(view: QWidget) -> None:
    """Tell a screen reader, where one listens, that the list holds other events, or tells them otherwise."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(view, QAccessible.Event.ObjectReorder))
