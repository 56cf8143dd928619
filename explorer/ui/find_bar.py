"""Words to find in one text: all places are counted and marked, Enter and F3 go from one to the next."""

from bisect import bisect_left

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from explorer.model.mention import Span
from explorer.text.finding import occurrences
from explorer.ui import parts
from explorer.ui.lines import WindowLine
from explorer.ui.source_text import SourceText


class FindBar(QWidget):
    """A line for words to find in one text, with their number; closed by Esc."""

    shown = Signal(bool)

    def __init__(self, text: SourceText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._found: list[Span] = []
        self._at = -1
        self.field = WindowLine()
        self.field.setPlaceholderText("Find in the article")
        self.field.setAccessibleName("Find in the article")
        self.field.textChanged.connect(self._search)
        self.count = QLabel()
        self.count.setObjectName("quiet")
        self.match_case = _switch("Aa", "Match capital letters")
        self.whole_words = _switch("“w”", "Whole words only")
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 4, 8, 4)
        box.setSpacing(4)
        box.addWidget(self.field, 1)
        box.addWidget(self.count)
        for switch in (self.match_case, self.whole_words):
            switch.toggled.connect(self._search)
            box.addWidget(switch)
        for sign, tip, does in (
            ("↑", "Previous (Shift+F3)", self.previous),
            ("↓", "Next (F3)", self.next),
            ("✕", "Close (Esc)", self.close_bar),
        ):
            box.addWidget(parts.sign(sign, does, tip))
        self.hide()

    def open_bar(self) -> None:
        """Show the bar; selected words are what is looked for."""
        chosen = self._text.textCursor().selectedText()
        self.show()
        self.shown.emit(True)
        if chosen and "\u2029" not in chosen and chosen != self.field.text():
            self.field.setText(chosen)
        else:
            self._search()
        self.field.selectAll()
        self.field.setFocus()

    def close_bar(self) -> None:
        """Hide the bar and its marks."""
        self.hide()
        self.shown.emit(False)
        self._found, self._at = [], -1
        self._text.set_found(())
        self._text.setFocus()

    def restart(self) -> None:
        """Search another text for the same words."""
        if self.isVisible():
            self._search()

    def next(self) -> None:
        """Go to the next place; without the bar, open it."""
        self._step(1)

    def previous(self) -> None:
        """Go to the place before; without the bar, open it."""
        self._step(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(-1 if is_back else 1)
        else:
            super().keyPressEvent(event)

    def _search(self, *_: object) -> None:
        wanted = self.field.text()
        self._found = occurrences(
            self._text.text,
            wanted,
            whole_words=self.whole_words.isChecked(),
            match_case=self.match_case.isChecked(),
        )
        self._text.set_found(self._found)
        self.count.setText("" if self._found or not wanted.strip() else "no match")
        if self._found:
            # The first one from where a person reads, so that the text does not jump while they type.
            here = self._text.caret_offset()
            self._show(bisect_left(self._found, (here,)) % len(self._found))

    def _step(self, steps: int) -> None:
        if not self.isVisible():
            self.open_bar()
        elif self._found:
            self._show((self._at + steps) % len(self._found))

    def _show(self, at: int) -> None:
        self._at = at
        self._text.select_words(self._found[at])
        self.count.setText(f"{at + 1:,} of {len(self._found):,}")


def _switch(sign: str, tip: str) -> QToolButton:
    switch = QToolButton()
    switch.setText(sign)
    switch.setCheckable(True)
    switch.setObjectName("switch")
    switch.setToolTip(tip)
    switch.setAccessibleName(tip)
    return switch
