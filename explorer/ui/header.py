"""The bar at the top: the library, the search box, and the few deeds that are done all day.

It is painted before the rest of the program is loaded, so that it imports nothing but Qt and light values, and
reaches `Qt` with its thousand names through `QtCore`, once it comes alive.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from explorer.ui import style
from explorer.ui.flow import give_way
from explorer.ui.search_bar import SearchBar

if TYPE_CHECKING:
    from explorer.ui.actions import Actions

HEIGHT_PX = 49
LANES = {
    "kind": "Kind",
    "company": "Company",
    "country": "Country",
    "source": "Source",
    "tag": "Tag",
    "none": "None",
}
_LONGEST_TITLE_PX = 240
_LEAST_SEARCH_PX, _MOST_SEARCH_PX = 120, 460
_MARGIN_PX, _GAP_PX = 16, 8


class Header(QFrame):
    """Shows which library is open; its buttons come alive when the program is loaded."""

    lanes_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.title = QLabel("Timeline Explorer")
        self.title.setObjectName("libraryTitle")
        self._title = self.title.text()
        self.saved = QLabel()
        self.saved.setObjectName("saved")
        self.search = SearchBar()
        self.lanes_label = QLabel("Lanes by")
        self.lanes_label.setObjectName("quiet")
        self.lanes = QPushButton("Kind  ▾")
        self.lanes.setAccessibleName("Lanes by")
        self.lanes.setToolTip("Sort the timeline into lanes")
        self.menu = QPushButton("☰")
        self.menu.setAccessibleName("Menu")
        self.menu.setToolTip("Everything the program can do (F10)")
        self.deeds = {id_: QPushButton(text) for id_, text in _BUTTONS.items()}
        self.deeds["export"].setObjectName("primary")
        self._lay_out()
        self.fit()
        self.setEnabled(False)

    def _lay_out(self) -> None:
        box = QHBoxLayout(self)
        box.setContentsMargins(_MARGIN_PX, 0, _MARGIN_PX, 0)
        box.setSpacing(_GAP_PX)
        box.addWidget(self.title)
        box.addWidget(self.saved)
        box.addSpacing(_GAP_PX)
        box.addWidget(self.search, 20)
        box.addSpacing(_GAP_PX)
        for id_ in ("add", "undo", "redo"):
            box.addWidget(self.deeds[id_])
        box.addSpacing(_GAP_PX)
        box.addWidget(self.lanes_label)
        box.addWidget(self.lanes)
        box.addWidget(self.deeds["fit"])
        box.addStretch(1)
        box.addWidget(self.menu)
        box.addWidget(self.deeds["export"])

    def come_alive(self, actions: "Actions") -> None:
        """Connect the buttons to the deeds of the program."""
        from explorer.ui.actions import tip_of

        self.title.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.search.offer_clearing()
        for id_, button in self.deeds.items():
            action = actions[id_]
            button.setToolTip(tip_of(id_))
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
            button.setEnabled(action.isEnabled())
        whole = actions.menu(self.menu)
        self.menu.setShortcut("F10")
        choices = QMenu("Lanes by", self.lanes)
        for key, name in LANES.items():
            choices.addAction(name, _teller(self.lanes_chosen, key))
        whole.addMenu(choices)  # the button has no room where text is large
        self.menu.setMenu(whole)
        self.lanes.setMenu(choices)
        self.setEnabled(True)

    def show_library(self, title: str, told: str) -> None:
        """Say which library is open, and that it is saved."""
        self._title = title
        self.title.setToolTip(style.plain_tip(title))
        self.saved.setText(told)
        self.fit()

    def show_lanes(self, key: str) -> None:
        """Say by what the timeline is sorted into lanes."""
        self.lanes.setText(f"{LANES.get(key, key)}  ▾")
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Suit the size of the text, and leave to the menu what has no room beside the search box."""
        self.setFixedHeight(style.px(HEIGHT_PX))
        longest = style.px(_LONGEST_TITLE_PX)
        title, metrics = self._title, self.title.fontMetrics()
        if metrics.horizontalAdvance(title) > longest:
            title = metrics.elidedText(title, QtCore.Qt.TextElideMode.ElideRight, longest)
        self.title.setText(title)
        self.search.setMinimumWidth(style.px(_LEAST_SEARCH_PX))
        self.search.setMaximumWidth(style.px(_MOST_SEARCH_PX))
        deeds = self.deeds
        others = (self.lanes, deeds["export"], deeds["fit"], self.title, deeds["undo"], deeds["redo"],
                  deeds["add"], self.saved, self.lanes_label)  # fmt: skip
        room = self.width() - 2 * _MARGIN_PX - style.px(_LEAST_SEARCH_PX) - 5 * _GAP_PX
        give_way(room, (self.menu,), others, _GAP_PX)


_BUTTONS = {"add": "Add articles", "undo": "Undo", "redo": "Redo", "fit": "Fit  F", "export": "Export…"}


def _teller(signal: SignalInstance, key: str) -> Callable[[], None]:
    return lambda: signal.emit(key)
