"""Lanes in a person's hands: dragged by their names into another order, pinned, hidden, opened and closed."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QMenu, QWidget

from explorer.model.query import Facet
from explorer.paint.theme import Theme
from explorer.timeline.arrangement import Arrangement
from explorer.timeline.lanes import LANES, REST, Deck
from explorer.timeline.scene import LaneBox, Scene
from explorer.ui import style
from explorer.ui.session import Session

_NEAR_PX = 26.0  # of an edge, where the lanes scroll along
_SCROLL_PX = 14.0


class Laned(Protocol):
    """The view whose lanes are handled."""

    @property
    def deck(self) -> Deck:
        """Give the events in their lanes."""

    def current_scene(self) -> Scene:
        """Give what is on screen."""

    def scroll_by(self, dy: float) -> None:
        """Scroll the lanes by pixels."""

    def reveal_selected(self) -> None:
        """Bring the current event into view."""

    def update_picture(self) -> None:
        """Paint once more."""


class LaneHands:
    """What hands do to the lanes of one view; `widget` is that view too, as the parent of menus."""

    def __init__(self, view: Laned, widget: QWidget, session: Session) -> None:
        self._view, self._widget, self._session = view, widget, session
        self._dragged: str | None = None
        self._y = 0.0

    @property
    def is_dragging(self) -> bool:
        """Tell whether a lane is held."""
        return self._dragged is not None

    def take(self, y: float) -> bool:
        """Take hold of the lane whose name lies at a height; tell whether there is one."""
        scene = self._view.current_scene()
        box = _box_at(scene, y)
        self._dragged = box.key if box and len(scene.lanes) > 1 else None
        self._y = y
        return self.is_dragging

    def drag(self, y: float) -> None:
        """Carry the lane; near an edge the others scroll along."""
        scene = self._view.current_scene()
        self._y = y
        if y < scene.pin_y + _NEAR_PX:
            self._view.scroll_by(-_SCROLL_PX)
        elif y > scene.bottom - _NEAR_PX:
            self._view.scroll_by(_SCROLL_PX)
        self._view.update_picture()

    def drop(self) -> None:
        """Put the lane where it is held."""
        key, place = self._dragged, self._place(self._view.current_scene())
        self._dragged = None
        if key is not None and place is not None:
            self._session.arrange(self._session.arrangement.moved(self._keys(), key, place[0]))
        self._view.update_picture()

    def let_go(self) -> None:
        """Leave the lane where it was."""
        self._dragged = None
        self._view.update_picture()

    def step(self, steps: int) -> bool:
        """Move the lane of the current event up or down among those on screen; tell whether there is one."""
        view, scene = self._view, self._view.current_scene()
        box = self._current(scene)
        if box is None:
            return False
        shown = [one.lane for one in scene.lanes]
        at = shown.index(box.lane) + steps
        if 0 <= at < len(shown):
            place = shown[at] + (steps > 0)
            self._session.arrange(self._session.arrangement.moved(self._keys(), box.key, place))
            view.reveal_selected()
        return True

    def _keys(self) -> list[str]:
        return [lane.key for lane in self._view.deck.lanes]

    def _current(self, scene: Scene) -> LaneBox | None:
        """Give the lane of the current event, the first on screen without one."""
        selection = self._session.selection
        row = self._session.row_of(selection[-1]) if selection else None
        deck = self._view.deck
        lanes = set(deck.lane[deck.row == row].tolist()) if row is not None else set()
        first = scene.lanes[0] if scene.lanes else None
        return next((box for box in scene.lanes if box.lane in lanes), first)

    def _place(self, scene: Scene) -> tuple[int, float] | None:
        """Give before which lane the held one would come, and at which height."""
        boxes = scene.lanes
        if not boxes:
            return None
        for box in boxes:
            if self._y < (box.y0 + box.y1) / 2:
                return box.lane, box.y0
        return boxes[-1].lane + 1, boxes[-1].y1

    # Closed and opened

    def toggle(self, key: str, *, is_expanding: bool = False) -> None:
        """Close or open a lane, or show all of its rows or only some."""
        standing = self._session.arrangement
        self._session.arrange(standing.expand(key) if is_expanding else standing.fold(key))

    def is_expanded(self, key: str) -> bool:
        """Tell whether a lane shows all of its rows."""
        return key in self._session.arrangement.expanded

    # The menu

    def show_menu(self, place: QPoint, y: float | None) -> None:
        """Offer what can be done to the lane at a height, or to that of the current event."""
        scene = self._view.current_scene()
        box = self._current(scene) if y is None else _box_at(scene, y)
        menu = self.menu(box)
        if not menu.isEmpty():
            menu.exec(place)
        menu.deleteLater()

    def menu(self, box: LaneBox | None) -> QMenu:
        """Build the menu of a lane."""
        session, menu = self._session, QMenu(self._widget)
        standing = session.arrangement

        def offer(text: str, does: Callable[[], object], *, is_possible: bool = True) -> None:
            action = menu.addAction(text)
            action.triggered.connect(lambda _=False: does())
            action.setEnabled(is_possible)

        if box is not None:
            keys, key, at = self._keys(), box.key, box.lane
            is_open = self.is_expanded(key)
            menu.addSection(box.label.replace("&", "&&"))
            offer("Unpin" if box.is_pinned else "Pin to the top", lambda: session.arrange(standing.pin(key)))
            offer("Move up", lambda: session.arrange(standing.moved(keys, key, at - 1)), is_possible=at > 0)
            offer(
                "Move down",
                lambda: session.arrange(standing.moved(keys, key, at + 2)),
                is_possible=at + 1 < len(keys),
            )
            menu.addSeparator()
            offer("Open" if box.is_collapsed else "Close", lambda: self.toggle(key))
            offer(
                "Show fewer rows" if is_open else "Show all rows",
                lambda: self.toggle(key, is_expanding=True),
            )
            offer("Hide", lambda: session.arrange(standing.hide(key)), is_possible=len(keys) > 1)
            menu.addSeparator()
            for text, does in self._of_value(key):
                offer(text, does)
            menu.addSeparator()
        offer("Show hidden lanes", self.show_hidden, is_possible=bool(standing.hidden))
        offer("Order by themselves", self.reset, is_possible=standing.dealing != Arrangement())
        return menu

    def _of_value(self, key: str) -> list[tuple[str, Callable[[], object]]]:
        """Give what can be done with the value that a lane shows; what has none, or too many, has no filter."""
        session = self._session
        if session.lanes not in LANES[:-1] or key in ("", REST):
            return []
        facet = Facet(session.lanes)
        others = session.query.cleared(facet)
        alone = others.toggled(facet, key)
        deeds: list[tuple[str, Callable[[], object]]] = [
            ("Show the others again", lambda: session.set_query(others))
            if session.query == alone
            else ("Show only these events", lambda: session.set_query(alone))
        ]
        if facet is Facet.SOURCE:
            deeds.append(("Open the article", lambda: session.open_article(key)))
        return deeds

    def show_hidden(self) -> None:
        """Bring the hidden lanes back."""
        self._session.arrange(self._session.arrangement.show_all())

    def reset(self) -> None:
        """Forget order, pins and what is hidden; what is closed stays so."""
        standing = self._session.arrangement
        kept = Arrangement(collapsed=standing.collapsed, expanded=standing.expanded)
        self._session.arrange(kept)

    # Painting

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint the lane that is held, and where it would come to stand."""
        if self._dragged is None:
            return
        scene = self._view.current_scene()
        place = self._place(scene)
        name = next((box.label for box in scene.lanes if box.key == self._dragged), "")
        painter.save()
        painter.setClipRect(QRectF(0, scene.top, scene.width, scene.bottom - scene.top))
        if place is not None:
            painter.fillRect(QRectF(0, place[1] - 1.5, scene.width, 3), QColor(theme.accent))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate = QRectF(8, self._y - 13, scene.metrics.header - 16, 26)
        painter.setPen(QPen(QColor(theme.accent), 1.2))
        painter.setBrush(QColor(theme.accent_soft))
        painter.drawRoundedRect(plate, 6, 6)
        painter.setPen(QColor(theme.ink))
        painter.setFont(style.ui_font(theme, style.USUAL_PX, bold=True))
        text = scene.cut(name, plate.width() - 20, bold=True)
        inner = plate.adjusted(10, 0, -8, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()


def _box_at(scene: Scene, y: float) -> LaneBox | None:
    part = next((part for part in scene.parts() if part.top <= y < part.bottom), None)
    return next((box for box in part.lanes if box.y0 <= y < box.y1), None) if part else None
