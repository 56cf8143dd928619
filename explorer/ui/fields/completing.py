"""Completion of the last name in a list of names divided by commas."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit


class ListCompleter(QCompleter):
    """Offers names for the part behind the last comma; what stands before it is kept."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._names = QStringListModel(self)
        self.setModel(self._names)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(8)

    def offer(self, names: Iterable[str]) -> None:
        """Offer these names, in their order."""
        self._names.setStringList(list(dict.fromkeys(names)))

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        head, comma, _ = self._field.text().rpartition(",")
        chosen = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        return f"{head}{comma} {chosen}" if comma else chosen
