"""A button at the edge of the window where a pane was put away: a mouse finds it without knowing a key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget


class PaneButton(QPushButton):
    """Brings back the pane of an action that can be checked; there only while the pane is not."""

    came_or_went = Signal()

    def __init__(
        self, action: QAction, text: str, tip: str, *, is_left: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(f"{text}  ›" if is_left else f"‹  {text}", parent)
        self.setObjectName("chip")
        self.setAccessibleName(f"Show the {text.lower()}")
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # it goes with a click, and takes no keys along
        self.is_left = is_left
        self._action = action
        self.clicked.connect(action.trigger)
        action.toggled.connect(self._follow)
        self.setVisible(not action.isChecked())

    def _follow(self, is_shown: bool) -> None:
        self.setVisible(not is_shown)
        self.came_or_went.emit()
