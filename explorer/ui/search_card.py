"""The card under the search box, which offers words and tells what is wrong; made when there is something."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from explorer.ui import style
from explorer.ui.parts import plain

_MOST_ROWS = 10
_LEAST_PX = 320


class Offers(QFrame):
    """The card under the box. The box keeps the focus; this only shows."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.problem = plain("", "problem")
        self.problem.setWordWrap(True)
        self.problem.setContentsMargins(8, 5, 8, 5)
        self.list = QListWidget()
        self.list.setAccessibleName("What could be typed")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemClicked.connect(self._tell)
        box = QVBoxLayout(self)
        box.setContentsMargins(5, 5, 5, 5)
        box.setSpacing(0)
        box.addWidget(self.problem)
        box.addWidget(self.list)
        self.hide()

    def fill(self, labels: Sequence[str], problem: str) -> None:
        """Show what is offered, and what is wrong."""
        self.list.clear()
        for label in labels:
            QListWidgetItem(label, self.list)
        height = self.list.sizeHintForRow(0) if labels else 0
        self.list.setFixedHeight(min(len(labels), _MOST_ROWS) * height + 2)
        self.list.setVisible(bool(labels))
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def place(self, below: QWidget, window: QWidget) -> None:
        """Stand under a widget of the same window, over all others."""
        width = min(max(below.width(), style.px(_LEAST_PX)), window.width())
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout and layout.hasHeightForWidth() else -1
        self.resize(width, height if height > 0 else self.sizeHint().height())
        corner = below.mapTo(window, QPoint(0, below.height() + 4))
        self.move(max(min(corner.x(), window.width() - width), 0), corner.y())
        self.raise_()
        self.show()

    def step(self, steps: int) -> None:
        """Go to another row, over the ends."""
        count = self.list.count()
        row = self.list.currentRow()
        at = (row + steps) % count if row >= 0 else (0 if steps > 0 else count - 1)
        self.list.setCurrentRow(at)

    def _tell(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self.list.row(item))
