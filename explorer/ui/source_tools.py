"""The line between an article's head and its text: its place among the sources, and how the text is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from explorer.ui.actions import tip_of
from explorer.ui.flow import Flow


class SourceTools(QWidget):
    """Buttons for the sources of the current event, what was not used, and pages instead of text."""

    stepped = Signal(int)
    compare_asked = Signal()
    left_out_toggled = Signal(bool)
    pages_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = QLabel()
        self.place.setObjectName("quiet")
        self.place.setToolTip("Which of the sources of the selected event is shown")
        self.earlier = _arrow("‹", "Source before", tip_of("previous_source"))
        self.later = _arrow("›", "Next source", tip_of("next_source"))
        self.earlier.clicked.connect(lambda: self.stepped.emit(-1))
        self.later.clicked.connect(lambda: self.stepped.emit(1))
        self.compare = QPushButton("Compare")
        self.compare.setObjectName("link")
        self.compare.setToolTip(tip_of("compare"))
        self.compare.clicked.connect(lambda: self.compare_asked.emit())
        self.left_out = QToolButton()
        self.left_out.setObjectName("switch")
        self.left_out.setText("Unused")
        self.left_out.setCheckable(True)
        self.left_out.setToolTip(tip_of("left_out"))
        self.left_out.toggled.connect(self.left_out_toggled)
        self.words, self.pages = QPushButton("Text"), QPushButton("Pages")
        group = QButtonGroup(self)
        for button in (self.words, self.pages):
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setToolTip(tip_of("pages"))
            group.addButton(button)
        self.words.setChecked(True)
        self.pages.toggled.connect(self.pages_toggled)
        self._lay_out()
        self.show_sources(0, 0)
        self.show_pages(has_pages=False)

    def _lay_out(self) -> None:
        box = Flow(self)
        box.setContentsMargins(18, 0, 12, 4)
        for widget in (self.earlier, self.place, self.later, self.compare):
            box.addWidget(widget)
        box.push()
        box.addWidget(self.left_out)
        self._pair = QWidget()
        pair = QHBoxLayout(self._pair)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(0)
        pair.addWidget(self.words)
        pair.addWidget(self.pages)
        box.addWidget(self._pair)

    def show_sources(self, at: int, total: int) -> None:
        """Say which source of the current event is shown, from 1; below two there is nothing to say."""
        for widget in (self.earlier, self.place, self.later, self.compare):
            widget.setVisible(total > 1)
        self.place.setText(f"{at:,} of {total:,}")

    def show_pages(self, *, has_pages: bool) -> None:
        """Offer the pages of the document, or only its text."""
        for widget in (self._pair, self.words, self.pages):
            widget.setVisible(has_pages)

    def show_left_out(self, count: int) -> None:
        """Say how much was not used."""
        self.left_out.setText(f"Unused {count:,}" if count else "Unused")


def _arrow(sign: str, name: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(sign)
    button.setAccessibleName(name)
    button.setToolTip(tip)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
