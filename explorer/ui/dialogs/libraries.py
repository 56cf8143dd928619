"""The dialog of the libraries on this machine: the one that is open and those that were, with their copies."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from explorer.library import shelf
from explorer.ui import moments, style
from explorer.ui.dialogs.base import Dialog, as_list, listing, told

_PATH = Qt.ItemDataRole.UserRole
_COLUMNS = ("Library", "Changed", "Size", "Folder")
_WIDTHS = (200, 150, 84, 0)
_NAME = 0
_MOST_COPIES = 4  # without scrolling


class LibrariesDialog(Dialog):
    """Lists libraries: to open, rename and put away, and copies of the chosen one to put back.

    What is asked for is done by others, who then call `fill` with what there is.
    """

    rename_asked = Signal(Path)
    folder_asked = Signal(Path)
    trash_asked = Signal(Path)
    return_asked = Signal(Path, Path)  # a copy, and the library in whose place it is put

    def __init__(self, parent: QWidget | None, libraries: Sequence[Path], here: Path | None) -> None:
        super().__init__(parent, "Libraries", "Open", width_px=640)
        self.take_size(820, 520)
        self.cancel.setText("Close")
        self._here = here
        self.table = self._make_table()
        self.rename = self._button("Rename…", "Give the library another name (F2)", self._rename)
        self.folder = self._button("Show in its folder", "Show the file in the file manager", self._show_folder)
        self.trash = self._button("Move to the trash", "With its copies (Del)", self._trash)
        self.copies_title = told("", "facetTitle")
        self.copies = listing("Copies of the library")
        self.copies.itemActivated.connect(self._put_back)
        self.back = self._button(
            "Put back", "The library as it is now is kept as a copy (Enter)", self._put_back
        )
        self._lay_out()
        self.fill(libraries, here)
        self.table.setFocus()

    def _button(self, text: str, tip: str, does: object) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(does)
        return button

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, len(_COLUMNS))
        table.setHorizontalHeaderLabels(list(_COLUMNS))
        as_list(table, "Libraries", _WIDTHS)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.itemSelectionChanged.connect(self._follow)
        table.itemActivated.connect(self.accept)
        return table

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        for row, buttons in ((above, (self.rename, self.folder, self.trash)), (below, (self.back,))):
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
        self.body.addWidget(
            told("Every library is one file. One that was moved or deleted is not listed.", "quiet")
        )
        self.body.addWidget(self.table, 1)
        self.body.addLayout(above)
        self.body.addWidget(self.copies_title)
        self.body.addWidget(self.copies)
        self.body.addLayout(below)

    # What is shown

    def fill(self, libraries: Sequence[Path], here: Path | None, chosen: Path | None = None) -> None:
        """List libraries; `here` is the one that is open, and `chosen` the one to stand on."""
        self._here = here
        there = [path for path in libraries if path.is_file()]
        table, at = self.table, self.table.currentRow()
        table.blockSignals(True)
        table.setRowCount(len(there))
        for row, path in enumerate(there):
            for column, cell in enumerate(_cells(path, is_open=path == here)):
                cell.setData(_PATH, str(path))
                table.setItem(row, column, cell)
        table.blockSignals(False)
        row = there.index(chosen) if chosen in there else self._first(there) if at < 0 else at
        table.selectRow(min(row, len(there) - 1))
        self._follow()

    def _first(self, there: Sequence[Path]) -> int:
        """Give the row of the library that was open before this one."""
        return next((row for row, path in enumerate(there) if path != self._here), 0)

    @property
    def chosen(self) -> Path | None:
        """Give the library that the list stands on."""
        item = self.table.item(self.table.currentRow(), _NAME)
        return Path(item.data(_PATH)) if item is not None else None

    def _follow(self) -> None:
        """Show the copies of the library chosen, and what can be done with it."""
        chosen = self.chosen
        copies = shelf.copies(chosen) if chosen else []
        self.copies.clear()
        for copy in copies:
            made = moments.of_seconds(int(copy.made_s))
            item = QListWidgetItem(f"{made}  ·  {copy.reason}  ·  {_size(copy.size)}", self.copies)
            item.setToolTip(str(copy.path))
            item.setData(_PATH, str(copy.path))
        if copies:
            self.copies.ensurePolished()
            self.copies.setFixedHeight(min(len(copies), _MOST_COPIES) * self.copies.sizeHintForRow(0) + 4)
            self.copies.setCurrentRow(0)
        self.copies_title.setText(f"Copies of {chosen.stem} · {len(copies):,}" if chosen else "")
        for widget in (self.copies_title, self.copies, self.back):
            widget.setVisible(bool(copies))
        is_other = chosen is not None and chosen != self._here
        self.ok.setEnabled(is_other)
        self.rename.setEnabled(chosen is not None)
        self.folder.setEnabled(chosen is not None)
        self.trash.setEnabled(is_other)

    # What a person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, in_table = event.key(), self.table.hasFocus()
        if in_table and key == Qt.Key.Key_F2 and self.rename.isEnabled():
            self._rename()
        elif in_table and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.trash.isEnabled():
            self._trash()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.copies.hasFocus():
            self._put_back()
        else:
            super().keyPressEvent(event)

    def accept(self) -> None:
        if self.ok.isEnabled():
            super().accept()

    def _rename(self) -> None:
        self.rename_asked.emit(self.chosen)

    def _show_folder(self) -> None:
        self.folder_asked.emit(self.chosen)

    def _trash(self) -> None:
        self.trash_asked.emit(self.chosen)

    def _put_back(self) -> None:
        item = self.copies.currentItem()
        if item is not None:
            self.return_asked.emit(Path(item.data(_PATH)), self.chosen)


def _cells(path: Path, *, is_open: bool) -> Sequence[QTableWidgetItem]:
    stat = path.stat()
    changed = moments.of_seconds(int(stat.st_mtime))
    name = f"{path.stem}  ·  open" if is_open else path.stem
    cells = [QTableWidgetItem(text) for text in (name, changed, _size(stat.st_size), _folder(path))]
    for cell in cells:
        cell.setToolTip(style.plain_tip(str(path)))
    return cells


def _size(size: int) -> str:
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def _folder(path: Path) -> str:
    """Name the folder of a file as people do, from their home."""
    home = Path.home()
    return f"~/{path.parent.relative_to(home)}" if path.is_relative_to(home) else str(path.parent)
