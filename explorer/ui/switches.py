"""Switches between two panes that share one place: article or details, timeline or table."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from explorer.ui.actions import Actions, tip_of


class SideSwitch(QWidget):
    """Article | Details, above them where only one has room."""

    turned = Signal(bool)  # whether the details are wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.article, self.details = QPushButton("Article"), QPushButton("Details")
        group = QButtonGroup(self)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 4, 12, 4)
        box.setSpacing(0)
        for button in (self.article, self.details):
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            group.addButton(button)
            box.addWidget(button)
        box.addStretch(1)
        group.buttonClicked.connect(lambda button: self.turned.emit(button is self.details))
        self.hide()

    def show_side(self, shows_details: bool) -> None:
        """Say which of both is shown."""
        (self.details if shows_details else self.article).setChecked(True)


class ViewSwitch(QWidget):
    """Timeline | Table, tied to the action of the table."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = actions["table"]
        self.timeline, self.table = QPushButton("Timeline"), QPushButton("Table")
        self.review = QPushButton("Review")
        self.review.setObjectName("segment")
        self.review.setCheckable(True)
        self.review.setChecked(actions["review"].isChecked())
        self.review.setToolTip(tip_of("review"))
        self.review.clicked.connect(actions["review"].trigger)
        actions["review"].toggled.connect(self.review.setChecked)
        group = QButtonGroup(self)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.timeline.setToolTip("Show the events as a timeline")
        self.table.setToolTip(tip_of("table"))
        for button in (self.timeline, self.table):
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setAutoExclusive(True)  # for screen readers: one of several
            group.addButton(button)
            box.addWidget(button)
        box.addSpacing(8)
        box.addWidget(self.review)
        group.buttonClicked.connect(self._choose)
        self._action.toggled.connect(self._follow)
        self._follow(self._action.isChecked())

    def _choose(self) -> None:
        if self.table.isChecked() is not self._action.isChecked():
            self._action.trigger()

    def _follow(self, is_table: bool) -> None:
        (self.table if is_table else self.timeline).setChecked(True)
