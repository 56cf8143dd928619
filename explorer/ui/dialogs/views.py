"""Saved views: one to name, and all of them to rename and delete."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QWidget

from explorer import views as saved
from explorer.model.errors import ExplorerError
from explorer.ui.dialogs.base import Dialog, told
from explorer.views import SavedView

_NAME = Qt.ItemDataRole.UserRole

_NOTHING = "No view is saved yet: “Save this view…” keeps filter, lanes and span under a name."


class SaveViewDialog(Dialog):
    """Name what the window shows."""

    def __init__(
        self, parent: QWidget | None, filter_in_words: str, views: Sequence[SavedView], name: str
    ) -> None:
        super().__init__(parent, "Save this view", "Save")
        self._taken = {view.name.casefold() for view in views}
        self._field = QLineEdit(name)
        self._field.setAccessibleName("Name of the view")
        self._field.setPlaceholderText("Name of the view")
        self._field.textChanged.connect(self._check)
        self._warning = told("", "quiet")
        self.body.addWidget(
            told("Filter, lanes as they stand, measures and span of time are kept in this library.", "quiet")
        )
        self.body.addWidget(told(filter_in_words or "No filter: all events"))
        self.body.addWidget(self._field)
        self.body.addWidget(self._warning)
        self._field.selectAll()
        self._field.setFocus()
        self._check()

    @property
    def name(self) -> str:
        """Give the name."""
        return self._field.text()

    def _check(self) -> None:
        name = saved.clean(self.name)
        is_taken = name.casefold() in self._taken
        self._warning.setText("A view of this name is there; it will be replaced." if is_taken else "")
        self.ok.setText("Replace" if is_taken else "Save")
        self.ok.setEnabled(bool(name))


class ViewsDialog(Dialog):
    """Rename views where they stand, and delete them; nothing counts before Save."""

    def __init__(self, parent: QWidget | None, views: Sequence[SavedView]) -> None:
        super().__init__(parent, "Saved views", "Save", width_px=420)
        self.views = list(views)
        self.list = QListWidget()
        self.list.setObjectName("framed")
        self.list.setAccessibleName("Saved views")
        self.list.setMinimumHeight(200)
        self.list.itemChanged.connect(self._rename)
        self.list.currentRowChanged.connect(self._check)
        self.nothing = told(_NOTHING, "quiet")
        self.problem = told("", "problem")
        self.rename = QPushButton("Rename")
        self.rename.clicked.connect(self._begin)
        self.delete = QPushButton("Delete")
        self.delete.clicked.connect(self._delete)
        row = QHBoxLayout()
        for button in (self.rename, self.delete):
            # Enter in a name ends the typing of the name only.
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.ok.setAutoDefault(False)
        self.ok.setDefault(False)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.problem)
        self._fill()

    def _fill(self, chosen: str = "") -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for view in self.views:
            item = QListWidgetItem(view.name, self.list)
            item.setData(_NAME, view.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            if view.name == chosen:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._check()

    def _check(self) -> None:
        self.nothing.setVisible(not self.views)
        for button in (self.rename, self.delete):
            button.setEnabled(self.list.currentItem() is not None)

    def _begin(self) -> None:
        self.list.editItem(self.list.currentItem())

    def _rename(self, item: QListWidgetItem) -> None:
        old, name = str(item.data(_NAME)), item.text()
        self.problem.setText("")
        try:
            self.views = saved.renamed(self.views, old, name)
        except ExplorerError as error:
            self.problem.setText(str(error))
            name = old
        self._fill(saved.clean(name))

    def _delete(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.views = [view for view in self.views if view.name != item.data(_NAME)]
            self._fill()
