"""Small windows that open under a button: a list to choose from, a span to type; and small fields."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.model.when import When
from explorer.ui import style, words
from explorer.ui.parts import plain

_SEARCHED_FROM = 10
_MOST_ROWS = 12
_ROW_PX = 24


class Elided(QLabel):
    """A label that shortens its plain text to its room instead of asking for more."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(30, super().sizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect()
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()


class Popup(QFrame):
    """A small window under a button, gone with the next click elsewhere; `entry` takes the keys."""

    entry: QWidget

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def open_under(self, button: QWidget) -> None:
        """Show it below a button, inside the screen."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(0, button.height() + 4))
        screen = button.screen().availableGeometry()
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        corner.setY(max(screen.top(), min(corner.y(), screen.bottom() - self.height())))
        self.move(corner)
        self.show()
        self.entry.setFocus()


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of a list: its value, its words, and what is said at its right."""

    value: str
    label: str
    is_on: bool = False


class ChoicePopup(Popup):
    """A searchable list under a button; Enter or a click chooses."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[Choice], parent: QWidget, *, with_ticks: bool = True) -> None:
        super().__init__(parent)
        self._search = QLineEdit()
        self._search.setPlaceholderText("Type to find")
        self._search.setAccessibleName("Find in the list")
        self._search.textChanged.connect(self._narrow)
        self._list = QListWidget()
        self._list.setUniformItemSizes(True)
        self._list.itemClicked.connect(self._choose)
        for choice in choices:
            item = QListWidgetItem(choice.label, self._list)
            item.setData(Qt.ItemDataRole.UserRole, choice.value)
            if with_ticks:
                item.setCheckState(Qt.CheckState.Checked if choice.is_on else Qt.CheckState.Unchecked)
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.addWidget(self._search)
        box.addWidget(self._list)
        is_searched = len(choices) >= _SEARCHED_FROM
        self._search.setVisible(is_searched)
        self.entry = self._search if is_searched else self._list
        self._list.setCurrentRow(0)
        self._list.setFixedHeight(min(len(choices), _MOST_ROWS) * style.px(_ROW_PX) + 6)
        self.setMinimumWidth(style.px(260))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self._list.currentItem()
            if item and not item.isHidden():
                self._choose(item)
        elif event.key() == Qt.Key.Key_Down and self._search.hasFocus():
            self._list.setFocus()
        else:
            super().keyPressEvent(event)

    def _narrow(self, text: str) -> None:
        wanted = text.casefold()
        items = [self._list.item(row) for row in range(self._list.count())]
        for item in items:
            item.setHidden(wanted not in item.text().casefold())
        first = next((item for item in items if not item.isHidden()), None)
        if first:
            self._list.setCurrentItem(first)

    def _choose(self, item: QListWidgetItem) -> None:
        value = str(item.data(Qt.ItemDataRole.UserRole))
        self.close()
        self.chosen.emit(value)


class DateField(QLineEdit):
    """A line for a date as people write it; it says below how it was understood."""

    understood = Signal()

    def __init__(self, parent: QWidget | None = None, *, published: str | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("15 April 2019, mid-2021, Q3 2020, before 2019 …")
        self.setAccessibleName("Date")
        self.said = plain("", "quiet")
        self._published = published
        self.when: When | None = None
        self.textChanged.connect(self._read)

    @property
    def is_wrong(self) -> bool:
        """Tell whether something is written that is no date."""
        return bool(self.text().strip()) and self.when is None

    def _read(self, text: str) -> None:
        # The tagger is large, so that it is loaded when the first date is typed.
        from explorer.dates import parse_typed, why_not

        self.when = parse_typed(text, published=self._published) if text.strip() else None
        why = why_not(text, published=self._published) if self.is_wrong else ""
        self.said.setText(f"= {words.when(self.when)}" if self.when else why)
        self.setProperty("wrong", self.is_wrong)
        style.restyle(self)
        self.understood.emit()


class SpanPopup(Popup):
    """Two dates under a button: from and to; either may be left empty."""

    chosen = Signal(object, object)  # int seconds or None
    view_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.first, self.last = DateField(), DateField()
        self.entry = self.first
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 12, 12)
        for name, field in (("From", self.first), ("To", self.last)):
            field.setAccessibleName(name)
            field.understood.connect(self._check)
            field.returnPressed.connect(self._apply)
            box.addWidget(QLabel(name))
            box.addWidget(field)
            box.addWidget(field.said)
        view = QPushButton("The visible span")
        view.clicked.connect(self._ask_view)
        self._ok = QPushButton("Filter")
        self._ok.setObjectName("leading")
        self._ok.clicked.connect(self._apply)
        buttons = QHBoxLayout()
        buttons.addWidget(view)
        buttons.addStretch(1)
        buttons.addWidget(self._ok)
        box.addLayout(buttons)
        self.setMinimumWidth(style.px(320))
        self._check()

    def _check(self) -> None:
        both = (self.first, self.last)
        lo_s, hi_s = self._ends()
        is_turned = lo_s is not None and hi_s is not None and lo_s >= hi_s
        has_any = any(field.when for field in both)
        self._ok.setEnabled(has_any and not is_turned and not any(field.is_wrong for field in both))

    def _ends(self) -> tuple[int | None, int | None]:
        first, last = self.first.when, self.last.when
        return first.lo_s if first else None, last.hi_s if last else None

    def _apply(self) -> None:
        if self._ok.isEnabled():
            ends = self._ends()
            self.close()
            self.chosen.emit(*ends)

    def _ask_view(self) -> None:
        self.close()
        self.view_asked.emit()
