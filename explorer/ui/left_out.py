"""The list under a text of what was not used: each expression or statement with its reason."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from explorer.ui import style, words
from explorer.ui.popups import Elided
from explorer.ui.source_marks import LeftOut

_MOST_ROWS = 5_000
_ROW_PX = 24
_SHOWN_ROWS, _FEWEST_ROWS = 5, 2


class LeftOutList(QWidget):
    """Shows what of an article was not used; a line chosen brings its words into view."""

    chosen = Signal(object)  # LeftOut

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listed: Sequence[LeftOut] = ()
        self.heading = Elided("quiet")
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName("Not used, with the reasons")
        self.list.currentRowChanged.connect(self._choose)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 6, 12, 8)
        box.setSpacing(4)
        box.addWidget(self.heading)
        box.addWidget(self.list)

    def show_listed(self, listed: Sequence[LeftOut]) -> None:
        """List what was not used, in the order of the text."""
        self._listed = listed
        dates = sum(not one.event for one in listed)
        told = [words.count(dates, "expression dates", "expressions date") + " nothing"]
        if len(listed) > dates:
            told.append(words.count(len(listed) - dates, "statement is", "statements are") + " left out")
        self.heading.setText(" · ".join(told) if listed else "Every date in this article was used.")
        self.list.blockSignals(True)
        self.list.clear()
        for one in listed[:_MOST_ROWS]:
            item = QListWidgetItem(f"‘{words.elided(one.text, 36)}’  {one.why}", self.list)
            item.setToolTip(words.elided(one.text, 300))
            item.setSizeHint(QSize(0, style.px(_ROW_PX)))
        self.list.blockSignals(False)
        self.list.setVisible(bool(listed))
        row = style.px(_ROW_PX)
        self.list.setMaximumHeight(row * min(len(listed), _SHOWN_ROWS) + 4)
        self.list.setMinimumHeight(row * min(len(listed), _FEWEST_ROWS) + 4)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._listed):
            self.chosen.emit(self._listed[row])
