"""The dialog of the libraries that were open last."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from explorer.ui.dialogs.base import Dialog, told

_VALUE = Qt.ItemDataRole.UserRole


class RecentDialog(Dialog):
    """Choose one of some libraries, the last first."""

    def __init__(self, parent: QWidget | None, libraries: Sequence[Path]) -> None:
        super().__init__(parent, "Open recent", "Open", width_px=520)
        self.list = QListWidget()
        self.list.setObjectName("framed")
        self.list.setAccessibleName("Libraries that were open last")
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setMinimumHeight(240)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self.accept)
        for path in libraries:
            item = QListWidgetItem(f"{path.stem}  ·  {_folder(path)}", self.list)
            item.setToolTip(str(path))
            item.setData(_VALUE, str(path))
        self.list.setCurrentRow(0)
        self.body.addWidget(told("A library that was moved or deleted is not listed.", "quiet"))
        self.body.addWidget(self.list, 1)
        self.list.setFocus()

    @property
    def chosen(self) -> Path | None:
        """Give the library that was chosen."""
        item = self.list.currentItem()
        return Path(item.data(_VALUE)) if item else None


def _folder(path: Path) -> str:
    """Name the folder of a file as people do, from their home."""
    home = Path.home()
    return f"~/{path.parent.relative_to(home)}" if path.is_relative_to(home) else str(path.parent)
