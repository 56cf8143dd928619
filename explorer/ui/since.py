"""A popup that asks since when what is new should have come into the library."""

import time

from PySide6.QtCore import QDate, QDateTime, QTime, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from explorer.ui import moments, style
from explorer.ui.popups import DateField, Popup


class SincePopup(Popup):
    """Since last time, since yesterday, or since a date; `chosen` tells seconds since 1970."""

    chosen = Signal(object)  # int, beyond 32 bits in some years

    def __init__(self, parent: QWidget, left_s: int | None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 12, 12)
        box.setSpacing(6)
        box.addWidget(QLabel("What came into the library"))
        self.last = QPushButton("since last time")
        self.last.setEnabled(left_s is not None)
        if left_s is not None:
            self.last.setText(f"since last time, {moments.of_seconds(left_s)}")
        self.last.clicked.connect(lambda: self._choose(left_s or 0))
        self.yesterday = QPushButton("since yesterday")
        self.yesterday.clicked.connect(lambda: self._choose(_midnight_s(QDate.currentDate().addDays(-1))))
        self.field = DateField(published=time.strftime("%Y-%m-%d"))
        self.field.setPlaceholderText("since a date: 3 May, last week …")
        self.field.setAccessibleName("Since a date")
        self.field.returnPressed.connect(self._take)
        self.entry = self.field
        for widget in (self.last, self.yesterday, self.field, self.field.said):
            box.addWidget(widget)
        self.setMinimumWidth(style.px(300))

    def _take(self) -> None:
        if self.field.when is not None:
            self._choose(self.field.when.lo_s)

    def _choose(self, at_s: int) -> None:
        self.close()
        self.chosen.emit(at_s)


def _midnight_s(day: QDate) -> int:
    return QDateTime(day, QTime(0, 0)).toSecsSinceEpoch()
