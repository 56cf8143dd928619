"""The dialog of all decisions: who decided what, when and of which words; undone and lost ones too."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QTableView,
    QWidget,
)

from explorer import chronology
from explorer.ui import decided, style, words
from explorer.ui.decided import Line
from explorer.ui.dialogs.base import Dialog, as_list, find_field, holds, told
from explorer.ui.session import Session

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()  # of a table: its cells have no rows of their own
_COLUMNS = ("Decision", "About", "Article", "Made")
_WIDTHS = (190, 0, 150, 150)
_EVERYTHING, _COUNTING, _LOST = range(3)
_NOTHING = "Nothing was decided yet. Every verdict and every edit will stand here."


class DecisionModel(QAbstractTableModel):
    """Lines as a table; those that do not count are struck through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_name = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return _COLUMNS[section] if is_name and 0 <= section < len(_COLUMNS) else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cells(line)[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return style.plain_tip(" · ".join(filter(None, cells(line))))
            case Qt.ItemDataRole.FontRole if line.is_undone:
                font = QFont(self._view_font())
                font.setStrikeOut(True)
                return font
        return None

    def _view_font(self) -> QFont:
        parent = self.parent()
        return parent.font() if isinstance(parent, QWidget) else QFont()


def cells(line: Line) -> tuple[str, str, str, str]:
    """Give the texts of a line; what does not count says why."""
    mark = " (undone)" if line.is_undone else " (its words are not read any more)" if line.is_lost else ""
    return line.what + mark, line.about, line.where, line.made


class DecisionsDialog(Dialog):
    """Lists decisions, the latest first; leads to what they are about, and takes back all from one on."""

    event_chosen = Signal(str)
    article_chosen = Signal(str)
    undo_asked = Signal(int)  # back to before this step

    def __init__(self, parent: QWidget | None, session: Session, *, shows_lost: bool = False) -> None:
        super().__init__(parent, "Decisions", "Show", width_px=640)
        self.take_size(980, 600)
        self.cancel.setText("Close")
        self._session = session
        self._all: list[Line] = []
        hint = "Find a decision by its words, an event, an article or a date"
        self.search = find_field(hint, "Find a decision", self._sift)
        self.search.setClearButtonEnabled(True)
        self.choices = self._make_choices()
        self.count = told("", "quiet")
        self.model = DecisionModel(self)
        self.table = self._make_table()
        self.back = QPushButton("Undo back to here")
        self.back.setToolTip("Take back this decision and all that were made after it; redo brings them again")
        self.copy = QPushButton("Copy all")
        self.copy.setToolTip("Copy the lines that are listed, as a table")
        for button, does in ((self.back, self._undo_back), (self.copy, self._copy)):
            button.setAutoDefault(False)
            button.clicked.connect(does)
        self._lay_out()
        self.choices[_LOST if shows_lost else _EVERYTHING].setChecked(True)
        session.history_changed.connect(self.fill)
        self.fill()
        self.search.setFocus()

    def _make_choices(self) -> list[QPushButton]:
        choices = [QPushButton(text) for text in ("All", "Counting", "Lost")]
        tips = (
            "All that were ever made",
            "Those that are not undone",
            "Those whose words are not read any more",
        )
        for button, tip in zip(choices, tips, strict=True):
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setAutoDefault(False)
            button.setToolTip(tip)
            button.toggled.connect(self._sift)
        return choices

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        as_list(table, "Decisions", _WIDTHS)
        table.selectionModel().selectionChanged.connect(self._check)
        table.activated.connect(self.accept)
        return table

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        above.setSpacing(0)
        above.addWidget(self.search, 1)
        above.addSpacing(10)
        for button in self.choices:
            above.addWidget(button)
        for button in (self.back, self.copy):
            below.addWidget(button)
        below.addStretch(1)
        self.body.addLayout(above)
        self.body.addWidget(self.count)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(below)

    # What is shown

    def fill(self) -> None:
        """List the decisions of the library as they are now."""
        session = self._session
        lost = {one.id for one in chronology.lost(session.decisions, session.library.mentions())}
        articles = {**session.removed, **session.articles}
        self._all = decided.lines(session.decisions, articles, session.event_of, lost)
        self.choices[_LOST].setText(f"Lost {len(lost):,}" if lost else "Lost")
        self._sift()

    def _sift(self) -> None:
        """Show the lines that hold all words of the field, of those that are chosen."""
        typed = self.search.text()
        chosen = [line for line in self._all if self._is_chosen(line)]
        found = [line for line in chosen if holds(" ".join(cells(line)), typed)]
        self.model.show_lines(found)
        whole = words.count(len(chosen), "decision")
        self.count.setText(self._told(len(chosen)) if not typed.strip() else f"{len(found):,} of {whole}")
        self.copy.setEnabled(bool(found))
        if found:
            self.table.selectRow(0)
        self._check()

    def _is_chosen(self, line: Line) -> bool:
        if self.choices[_LOST].isChecked():
            return line.is_lost
        return self.choices[_EVERYTHING].isChecked() or not line.is_undone

    def _told(self, count: int) -> str:
        if self.choices[_LOST].isChecked():
            return (
                "Their statements are not read any more. They are kept, and count again once their words are."
                if count
                else "No decision is lost: all of them are about statements that are there."
            )
        return words.count(count, "decision") if count else _NOTHING

    @property
    def chosen(self) -> Line | None:
        """Give the line that the list stands on."""
        row = self.table.currentIndex().row()
        return self.model.lines[row] if 0 <= row < len(self.model.lines) else None

    def _check(self) -> None:
        line, session = self.chosen, self._session
        self.ok.setEnabled(line is not None and bool(line.event or line.article in session.articles))
        can_undo = line is not None and not line.is_undone and not session.library.is_read_only
        self.back.setEnabled(can_undo)

    # What a person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.table.hasFocus():
            self._copy()
        else:
            super().keyPressEvent(event)

    def accept(self) -> None:
        line = self.chosen
        if line is None or not self.ok.isEnabled():
            return
        super().accept()
        if line.event:
            self.event_chosen.emit(line.event)
        else:
            self.article_chosen.emit(line.article)

    def _undo_back(self) -> None:
        if self.chosen is not None:
            self.undo_asked.emit(self.chosen.decision.step)

    def _copy(self) -> None:
        rows = [_COLUMNS, *(cells(line) for line in self.model.lines)]
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))
