"""The small parts of panes: labels that show documents' words as they stand, links, columns."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget


def plain(text: str = "", name: str = "", *, wraps: bool = False) -> QLabel:
    """Make a label that shows its text as it stands, whatever an article has written into it."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wraps)
    if name:
        label.setObjectName(name)
    if wraps:
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def link(text: str, does: Callable[[], object], tip: str = "") -> QPushButton:
    """Make a button that looks like a link."""
    button = QPushButton(text.replace("&", "&&"))
    button.setObjectName("link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setToolTip(tip)
    button.clicked.connect(lambda *_: does())
    return button


def sign(text: str, does: Callable[[], object], tip: str) -> QPushButton:
    """Make a link of one sign; what it does is said by its tip, also to those who do not see it."""
    button = link(text, does, tip)
    button.setAccessibleName(tip)
    return button


def column() -> tuple[QWidget, QVBoxLayout]:
    """Make a column without margins, and the layout to fill it by."""
    widget = QWidget()
    box = QVBoxLayout(widget)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(2)
    return widget, box
