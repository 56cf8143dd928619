"""The bar of a review: which queue, where in it, in which order, and the keys that lead through it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QProgressBar, QPushButton, QWidget

from explorer.index.queues import Order, Queue
from explorer.ui import style, words
from explorer.ui.actions import Actions, shown_key, tip_of
from explorer.ui.flow import give_way
from explorer.ui.parts import open_under
from explorer.ui.popups import Elided
from explorer.ui.review import ORDERS, QUEUES, Reviewer
from explorer.ui.session import Session

HEIGHT_PX = 37
_KEYS = ("accept", "reject", "edit", "merge", "star")
_LEFT_PX, _RIGHT_PX, _GAP_PX = 16, 12, 12
_PROGRESS_PX = 120


class ReviewBar(QWidget):
    """Shows the round of the session while one is on."""

    toggled = Signal()  # it came or went

    def __init__(
        self, session: Session, reviewer: Reviewer, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._reviewer = reviewer
        self.setObjectName("filterBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Review")
        self.queue = _button("chip", "Choose what to go through", self._choose_queue)
        self.place = Elided()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Progress of the review")
        self.order = _button("link", "Choose the order", self._choose_order)
        self.order.setProperty("quiet", True)
        told = (f"{shown_key(id_)} {actions[id_].text().rstrip('…').lower()}" for id_ in _KEYS)
        self._keys = QLabel(" · ".join(told))
        self._keys.setObjectName("quiet")
        self.previous = _deed(actions, "previous", "‹")
        self.next = _deed(actions, "next", "›")
        self.later = _deed(actions, "later", f"Later  {shown_key('later')}")
        self.leave = _button("link", "Leave the review; its place is kept", reviewer.leave)
        self.leave.setText("✕")
        self.leave.setAccessibleName("Leave the review")
        box = QHBoxLayout(self)
        box.setContentsMargins(_LEFT_PX, 0, _RIGHT_PX, 0)
        box.setSpacing(_GAP_PX)
        left: tuple[QWidget, ...] = (self.queue, self.place, self.progress, self.order)
        for widget in left:
            box.addWidget(widget)
        box.addStretch(1)
        right: tuple[QWidget, ...] = (self._keys, self.previous, self.next, self.later, self.leave)
        for widget in right:
            box.addWidget(widget)
        reviewer.changed.connect(self.fill)
        session.theme_changed.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Say where the round stands."""
        going, line = self._session.round, self._reviewer.line
        was_hidden = self.isHidden()
        self.setVisible(going.is_on)
        if was_hidden is not self.isHidden():
            self.toggled.emit()
        if not going.is_on:
            return
        self.queue.setText(f"{QUEUES[going.queue]}  ▾")
        self.order.setText(f"{ORDERS[going.order]} ▾")
        self.place.setText(self._told())
        self.progress.setMaximum(max(len(line.ids), 1))
        self.progress.setValue(len(line.ids) - len(line.waiting))
        self.later.setEnabled(going.at in line.waiting and line.left(going.at) > 0)
        for button in (self.previous, self.next):
            button.setEnabled(bool(line.ids))
        self._fit()

    def _told(self) -> str:
        at, line = self._session.round.at, self._reviewer.line
        if not line.ids:
            hint = "" if self._session.query.is_everything else " under this filter"
            return f"Nothing waits here{hint}"
        if not line.waiting:
            return f"All {len(line.ids):,} done" if len(line.ids) > 1 else "Done"
        place, left = line.place(at), line.left(at)
        if place is None:
            return f"{left:,} left"
        told = f"{left:,} left" if left else "the last one"
        return f"{place:,} of {len(line.ids):,} · {told}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Suit the size of the text; the keys stand at the buttons of the inspector too and give way first."""
        self.setFixedHeight(style.px(HEIGHT_PX))
        self.progress.setFixedWidth(style.px(_PROGRESS_PX))
        is_line = len(self._reviewer.line.ids) > 1
        others = (self.later, self.order, *([self.progress] if is_line else []), self._keys)
        self.progress.setVisible(is_line)
        kept = (self.queue, self.place, self.previous, self.next, self.leave)
        give_way(self.width() - _LEFT_PX - _RIGHT_PX - _GAP_PX, kept, others, _GAP_PX)

    def _choose_queue(self) -> None:
        open_under(self.queue_menu(), self.queue)

    def queue_menu(self) -> QMenu:
        """Build the menu of queues, each with the number of events that wait in it."""
        menu = QMenu(self)
        sizes = self._reviewer.sizes()
        for queue, name in QUEUES.items():
            action = menu.addAction(f"{name}\t{sizes[queue]:,}", _beginner(self._reviewer, queue))
            action.setCheckable(True)
            action.setChecked(queue is self._session.round.queue)
            action.setEnabled(sizes[queue] > 0 or action.isChecked())
            action.setToolTip(words.count(sizes[queue], "event"))
        return menu

    def _choose_order(self) -> None:
        menu = QMenu(self)
        for order, name in ORDERS.items():
            action = menu.addAction(name.capitalize(), _turner(self._reviewer, order))
            action.setCheckable(True)
            action.setChecked(order is self._session.round.order)
        open_under(menu, self.order)


def _button(name: str, tip: str, does: Callable[[], object]) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    button.setToolTip(tip)
    button.setAccessibleDescription(tip)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.clicked.connect(lambda *_: does())
    return button


def _deed(actions: Actions, id_: str, text: str) -> QPushButton:
    button = _button("chip", tip_of(id_), actions[id_].trigger)
    button.setText(text)
    button.setAccessibleName(actions[id_].text())
    return button


def _beginner(reviewer: Reviewer, queue: Queue) -> Callable[[], None]:
    return lambda: reviewer.begin(queue)


def _turner(reviewer: Reviewer, order: Order) -> Callable[[], None]:
    return lambda: reviewer.turn(order)
