"""The search box of the header: a line, and a card under it that offers words and tells what is wrong.

It knows widgets only and is painted before the program is loaded; `searching` gives it what to offer and takes
what was typed. Positions from and to it count code points, those inside Qt UTF-16 units. What the first paint
does not show is imported later, and `Qt` with its thousand names is reached through `QtCore`.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMoveEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from explorer.ui import style
from explorer.ui.lines import WindowLine

if TYPE_CHECKING:
    from explorer.ui.search_card import Offers

HINT = "Search events and articles:  company:TikTok country:IN 2019"


class SearchBar(WindowLine):
    """The line. Down and Up go through what is offered, Tab or Enter takes it, Esc closes it."""

    edited = Signal(str, bool)  # the text, and whether Enter was pressed
    taken = Signal(int)  # the number of the offer that is taken
    left = Signal()  # Esc on an empty box
    abandoned = Signal()  # Esc while the whole filter is edited
    edit_asked = Signal()  # the whole filter is to be edited as text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(HINT)
        self.setAccessibleName("Search events and articles")
        self._card: Offers | None = None
        self.is_editing = False
        self.textEdited.connect(self._relay_typing)
        self.returnPressed.connect(self._relay_enter)

    def offer_clearing(self) -> None:
        """Offer a button that empties the box, once it can be used."""
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName("Clear the search")

    # What is shown

    @property
    def cursor_point(self) -> int:
        """Give the place of the cursor, in code points."""
        return len(_bytes_of(self.text())[: self.cursorPosition() * 2].decode("utf-16-le", "ignore"))

    def offers(self) -> list[str]:
        """Give what is offered now."""
        card = self._card
        if card is None or card.isHidden():
            return []
        return [card.list.item(row).text() for row in range(card.list.count())]

    def problem(self) -> str:
        """Give what is said to be wrong; "" for nothing."""
        return self._card.problem.text() if self._card and not self._card.isHidden() else ""

    def offer(self, labels: Sequence[str], problem: str = "") -> None:
        """Show what could be typed, and in words what is wrong; nothing of both closes the card."""
        if not labels and not problem:
            self.close_offers()
            return
        if self._card is None:
            from explorer.ui.search_card import Offers

            self._card = Offers(self.window())
            self._card.chosen.connect(self.taken)
        self._card.fill(labels, problem)
        self._card.place(self, self.window())

    def close_offers(self) -> None:
        """Close the card."""
        if self._card is not None:
            self._card.hide()

    def mark(self, start: int, end: int) -> None:
        """Underline a part of the text as wrong, and put the cursor behind it."""
        from PySide6.QtGui import QTextCharFormat

        first, last = (len(_bytes_of(self.text()[:at])) // 2 for at in (start, end))
        self.setCursorPosition(last)
        wrong = QTextCharFormat()
        wrong.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wrong.setUnderlineColor(self.palette().color(QPalette.ColorRole.Text))
        wrong.setFontWeight(600)
        self._format([QInputMethodEvent.Attribute(
            QInputMethodEvent.AttributeType.TextFormat, first - last, last - first, wrong
        )])  # fmt: skip
        self._show_wrong(True)

    def unmark(self) -> None:
        """Take the underline away."""
        self._format([])
        self._show_wrong(False)

    def show_text(self, text: str, *, is_editing: bool = False) -> None:
        """Show the words of the filter, or all of it as text to edit."""
        self.is_editing = is_editing
        self.close_offers()
        self.unmark()
        if text != self.text():
            self.setText(text)

    def _format(self, attributes: list[QInputMethodEvent.Attribute]) -> None:
        # A line edit formats a part of its text only for an input method.
        QCoreApplication.sendEvent(self, QInputMethodEvent("", attributes))

    def _show_wrong(self, is_wrong: bool) -> None:
        if bool(self.property("wrong")) != is_wrong:
            self.setProperty("wrong", is_wrong)
            style.restyle(self)

    # What a person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, card = event.key(), self._card
        is_offering = card is not None and not card.isHidden() and card.list.count() > 0
        is_enter = key in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter)
        if key == QtCore.Qt.Key.Key_Escape:
            self.step_out()
        elif card and is_offering and key in (QtCore.Qt.Key.Key_Down, QtCore.Qt.Key.Key_Up):
            card.step(1 if key == QtCore.Qt.Key.Key_Down else -1)
        elif card and is_offering and is_enter and card.list.currentRow() >= 0:
            self.taken.emit(card.list.currentRow())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        card = self._card
        if is_next and card and not card.isHidden() and card.list.count():
            self.taken.emit(max(card.list.currentRow(), 0))
            return True
        return super().focusNextPrevChild(is_next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._follow()

    def _follow(self) -> None:
        if self._card is not None and not self._card.isHidden():
            self._card.place(self, self.window())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.close_offers()
        super().focusOutEvent(event)

    def step_out(self) -> None:
        """Do what Esc does: close the card, leave the text of the filter, empty the box, leave it."""
        if self._card and not self._card.isHidden():
            self.close_offers()
        elif self.is_editing:
            self.abandoned.emit()
        elif self.text():
            self.empty()
        else:
            self.left.emit()

    def empty(self) -> None:
        """Take the words away, as if a person had."""
        self.show_text("")
        self.edited.emit("", True)

    def replace(self, start: int, end: int, text: str) -> None:
        """Write over a part of the text and go on behind it."""
        before = self.text()[:start] + text
        self.setText(before + self.text()[end:])
        self.setCursorPosition(len(_bytes_of(before)) // 2)

    def _relay_typing(self, text: str) -> None:
        self.unmark()
        self.edited.emit(text, False)

    def _relay_enter(self) -> None:
        self.edited.emit(self.text(), True)


def _bytes_of(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")
