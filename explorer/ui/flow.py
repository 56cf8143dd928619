"""Rows of widgets in narrow windows: one that goes on in another row, and what gives way in one that cannot."""

from collections.abc import Sequence

from PySide6 import QtCore
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Lays widgets out from the left and breaks the row where the next one has no room."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._pushed: set[int] = set()  # the numbers of the items that stand at the right, with what follows
        self.setSpacing(gap)

    def push(self) -> None:
        """Let what is added from here on stand at the right end of its row."""
        self._pushed.add(len(self._items))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> "QtCore.Qt.Orientation":
        return QtCore.Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), moves=False)

    def minimumSize(self) -> QSize:
        """Give the room of the widest widget alone."""
        margins = self.contentsMargins()
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        width = max((size.width() for size in sizes), default=0)
        height = max((size.height() for size in sizes), default=0)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def sizeHint(self) -> QSize:
        """Give the room of all widgets in one row."""
        margins = self.contentsMargins()
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() + self.spacing() for size in sizes) - self.spacing() * bool(sizes)
        height = max((size.height() for size in sizes), default=0)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, moves=True)

    def _place(self, rect: QRect, *, moves: bool) -> int:
        """Place the widgets where `moves` says so; give the height that they take."""
        inner = rect.marginsRemoved(self.contentsMargins())
        top = inner.top()
        for row in self._rows(inner.width()):
            height = max(self._items[at].sizeHint().height() for at in row)
            if moves:
                self._place_row(row, QRect(inner.left(), top, inner.width(), height))
            top += height + self.spacing()
        used = top - self.spacing() - inner.top() if top > inner.top() else 0
        margins = self.contentsMargins()
        return used + margins.top() + margins.bottom()

    def _rows(self, room: int) -> list[list[int]]:
        rows: list[list[int]] = []
        left = 0
        for at, item in enumerate(self._items):
            if item.isEmpty():
                continue
            width = item.sizeHint().width()
            if not rows or width > left:
                rows.append([])
                left = room
            rows[-1].append(at)
            left -= width + self.spacing()
        return rows

    def _place_row(self, row: Sequence[int], room: QRect) -> None:
        first_pushed = next((at for at in row if any(push <= at for push in self._pushed)), None)
        widths = {at: min(self._items[at].sizeHint().width(), room.width()) for at in row}
        spare = room.width() - sum(widths.values()) - self.spacing() * (len(row) - 1)
        left = room.left()
        for at in row:
            if at == first_pushed:
                left += max(spare, 0)
            size = QSize(widths[at], self._items[at].sizeHint().height())
            top = room.top() + (room.height() - size.height()) // 2
            self._items[at].setGeometry(QRect(left, top, size.width(), size.height()))
            left += widths[at] + self.spacing()


def give_way(room: int, kept: Sequence[QWidget], others: Sequence[QWidget], gap: int) -> list[QWidget]:
    """Show of the others what has room beside those that are kept, the first before those that follow.

    Gives what is hidden. All widths are in pixels; `gap` is what a widget takes beside its own.
    """
    room -= sum(_wanted(widget) + gap for widget in kept)
    hidden: list[QWidget] = []
    for widget in others:
        width = _wanted(widget) + gap
        is_shown = width <= room
        widget.setVisible(is_shown)
        if is_shown:
            room -= width
        else:
            hidden.append(widget)
    return hidden


def _wanted(widget: QWidget) -> int:
    """Give the width that a widget would have in a row."""
    return widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize()).width()
