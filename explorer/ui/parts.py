"""The small parts of panes: labels that show documents' words as they stand, links, columns."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

_LEAST_PX = 30
_AROUND_PX = 8  # beside the words of a link


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


class ElidedLink(QPushButton):
    """A link that shortens its text to its room, where a `link` would be cut off."""

    def __init__(self, text: str, does: Callable[[], object], tip: str = "") -> None:
        self.whole = text
        super().__init__(text.replace("&", "&&"))
        _dress_link(self, does, tip)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(min(_LEAST_PX, whole.width()), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Painting it shortened would take a style's names, and they take longer to make than a pane.
        super().resizeEvent(event)
        room = self.width() - _AROUND_PX
        shown = self.fontMetrics().elidedText(self.whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))


def link(text: str, does: Callable[[], object], tip: str = "") -> QPushButton:
    """Make a button that looks like a link."""
    button = QPushButton(text.replace("&", "&&"))
    _dress_link(button, does, tip)
    return button


def _dress_link(button: QPushButton, does: Callable[[], object], tip: str) -> None:
    button.setObjectName("link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setToolTip(tip)
    button.clicked.connect(lambda *_: does())


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


def open_under(menu: QMenu, button: QWidget) -> None:
    """Show a menu below what it belongs to until something is chosen; it is gone afterwards."""
    menu.exec(button.mapToGlobal(button.rect().bottomLeft()))
    menu.deleteLater()
