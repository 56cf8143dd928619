"""What every dialog has: a title, a body, one leading button, and nothing that keeps it alive once closed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class Dialog(QDialog):
    """A dialog with a heading, a column to fill (`body`), and its buttons."""

    def __init__(self, parent: QWidget | None, title: str, does: str = "", *, width_px: int = 480) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(min(width_px, 640))
        heading = QLabel(title)
        heading.setObjectName("dialogTitle")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.ok = QPushButton(does)
        self.ok.setObjectName("primary")
        self.ok.setDefault(True)
        self.ok.clicked.connect(self.accept)
        self.ok.setVisible(bool(does))
        self.cancel = QPushButton("Cancel" if does else "Close")
        self.cancel.clicked.connect(self.reject)
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.ok)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 16)
        whole.setSpacing(12)
        whole.addWidget(heading)
        whole.addLayout(self.body, 1)
        whole.addLayout(self.buttons)


def caption(text: str) -> QLabel:
    """Make the small label that stands above or beside a field."""
    label = QLabel(text)
    label.setObjectName("quiet")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def told(text: str = "", name: str = "") -> QLabel:
    """Make a label for words that may come from a document: plain text, wrapped."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    if name:
        label.setObjectName(name)
    return label
