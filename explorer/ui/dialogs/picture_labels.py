"""Other words for the events of one picture; what the library says of them stays as it is."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from explorer.model.event import Event
from explorer.ui import words
from explorer.ui.dialogs.base import Dialog, told

_MOST = 2_000


class LabelsDialog(Dialog):
    """The events of a picture, of which the words can be typed over; an empty cell gives them back."""

    def __init__(self, parent: QWidget | None, events: Sequence[Event], labels: Mapping[str, str]) -> None:
        super().__init__(parent, "Labels of this picture", "Use", width_px=620)
        self._events = events[:_MOST]
        self.body.addWidget(
            told("Words typed here stand in this picture only. The events stay as they are.", "quiet")
        )
        self.table = QTableWidget(len(self._events), 2)
        self.table.setTabKeyNavigation(False)
        self.table.setHorizontalHeaderLabels(["Date", "Label"])
        self.table.setAccessibleName("Labels of this picture")
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        for row, event in enumerate(self._events):
            date = QTableWidgetItem(words.when(event.when))
            date.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.table.setItem(row, 0, date)
            label = QTableWidgetItem(labels.get(event.id, event.title))
            label.setToolTip(event.title)
            self.table.setItem(row, 1, label)
        self.table.resizeColumnToContents(0)
        self.table.setMinimumHeight(320)
        self.body.addWidget(self.table)

    @property
    def labels(self) -> dict[str, str]:
        """Give the labels that differ from what the events are called, by event id."""
        cells = (self.table.item(row, 1) for row in range(len(self._events)))
        typed = [(event, cell.text().strip()) for event, cell in zip(self._events, cells, strict=True) if cell]
        return {event.id: text for event, text in typed if text and text != event.title}
