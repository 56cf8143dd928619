"""The articles of a library as a list: to open, correct and take out, and those taken out to put back."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from explorer.model.article import Article
from explorer.model.decision import undo_stacks
from explorer.ui import moments, style, words
from explorer.ui.actions import DEEDS
from explorer.ui.dialogs.base import Dialog, as_list, find_field, holds, listing, told
from explorer.ui.session import Session

_ID = Qt.ItemDataRole.UserRole
_COLUMNS = ("Article", "Publisher", "Published", "Events", "Added")
_WIDTHS = (0, 156, 142, 64, 108)
_TITLE, _PUBLISHER, _EVENTS, _ADDED = 0, 1, 3, 4
_OPTIONAL = (_ADDED, _PUBLISHER, _EVENTS)  # left out first, from the left, where there is no room for all
_LEAST_TITLE_PX = 240
_MARGINS_PX = 60  # beside the columns
_LONGEST = 200
_MOST_ROWS = 5  # of the articles taken out


class _Cell(QTableWidgetItem):
    """A cell that is sorted by its value, not by its words."""

    def __init__(self, text: str, key: str | int) -> None:
        super().__init__(text)
        self.key = key

    def __lt__(self, other: QTableWidgetItem) -> bool:
        mine, theirs = self.key, getattr(other, "key", None)
        return type(mine) is type(theirs) and mine < theirs


class ArticlesDialog(Dialog):
    """Lists the articles; several can be chosen. Deeds are done at once, and the lists follow the session."""

    article_chosen = Signal(str)
    correction_asked = Signal(str)
    removal_asked = Signal(list)  # ids
    return_asked = Signal(list)  # ids

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(parent, "Articles", "Open", width_px=640)
        self.take_size(940, 620)
        self.cancel.setText("Close")
        self._session = session
        hint = "Find an article by title, publisher or date"
        self.search = find_field(hint, "Find an article", self._sift)
        self.search.setClearButtonEnabled(True)
        self.count = told("", "quiet")
        self.table = self._make_table()
        self.correct = QPushButton(DEEDS["article"].text)
        self.correct.clicked.connect(self._correct)
        self.out = QPushButton("Take out of the library")
        self.out.setToolTip("With all that only they tell; undo brings them back (Del)")
        self.out.clicked.connect(self._take_out)
        self.removed_title = told("", "facetTitle")
        self.removed = listing("Articles taken out")
        self.removed.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.removed.itemSelectionChanged.connect(self._check)
        self.removed.itemActivated.connect(self._put_back)
        self.back = QPushButton("Put back")
        self.back.setToolTip("With all that was decided about them (Enter)")
        self.back.clicked.connect(self._put_back)
        # The notice of the window, with its way back, lies under this dialog.
        self.outcome = told("", "quiet")
        self.undo = QPushButton("Undo")
        self.undo.clicked.connect(self._undo)
        self._known = self._steps()
        self._lay_out()
        session.events_changed.connect(self.fill)
        session.noticed.connect(self._tell)
        session.history_changed.connect(self._tell_undo)
        self.fill()
        self._tell_undo()
        (self.table if session.articles or not session.removed else self.removed).setFocus()

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, len(_COLUMNS))
        table.setHorizontalHeaderLabels(list(_COLUMNS))
        as_list(table, "Articles of the library", _WIDTHS)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.sortByColumn(_TITLE, Qt.SortOrder.AscendingOrder)
        table.itemSelectionChanged.connect(self._check)
        table.itemActivated.connect(self.accept)
        table.customContextMenuRequested.connect(self._show_menu)
        return table

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        for row, buttons in ((above, (self.correct, self.out, self.undo)), (below, (self.back,))):
            for button in buttons:
                button.setAutoDefault(False)
                row.addWidget(button)
            row.addStretch(1)
        self.body.addWidget(self.search)
        self.body.addWidget(self.count)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(above)
        self.body.addWidget(self.outcome)
        self.body.addWidget(self.removed_title)
        self.body.addWidget(self.removed)
        self.body.addLayout(below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        missing = style.px(sum(_WIDTHS) + _LEAST_TITLE_PX) + _MARGINS_PX - event.size().width()
        for column in _OPTIONAL:
            self.table.setColumnHidden(column, missing > 0)
            missing -= style.px(_WIDTHS[column])

    # What is shown

    def fill(self) -> None:
        """List the articles as the session has them now; the place in the list stays."""
        table, at = self.table, self.table.currentRow()
        table.blockSignals(True)
        table.setSortingEnabled(False)
        table.setRowCount(0)
        table.setRowCount(len(self._session.articles))
        told_by = Counter(id_ for event in self._session.events.values() for id_ in event.articles)
        added = self._session.library.added()
        for row, article in enumerate(self._session.articles.values()):
            for column, cell in enumerate(_cells(article, told_by[article.id], added.get(article.id, 0))):
                cell.setData(_ID, article.id)
                table.setItem(row, column, cell)
        table.setSortingEnabled(True)
        table.blockSignals(False)
        self._fill_removed()
        self._sift()
        if table.rowCount():
            table.selectRow(min(max(at, 0), table.rowCount() - 1))
        self._check()

    def _fill_removed(self) -> None:
        removed = self._session.removed
        self.removed.clear()
        for article in removed.values():
            published = words.published(article) if article.published else ""
            parts = (words.article(article), article.publisher, published)
            item = QListWidgetItem(" · ".join(filter(None, (words.elided(part, _LONGEST) for part in parts))))
            item.setData(_ID, article.id)
            self.removed.addItem(item)
        if removed:
            self.removed.ensurePolished()
            rows = min(len(removed), _MOST_ROWS)
            self.removed.setFixedHeight(rows * self.removed.sizeHintForRow(0) + 4)
            self.removed.setCurrentRow(0)
        self.removed_title.setText(f"Taken out of the library · {len(removed):,}")
        for widget in (self.removed_title, self.removed, self.back):
            widget.setVisible(bool(removed))

    def _sift(self) -> None:
        """Show the rows that hold all words of the field."""
        typed, shown = self.search.text(), 0
        for row in range(self.table.rowCount()):
            is_held = holds(" ".join(self._data(row, column) for column in range(_EVENTS)), typed)
            self.table.setRowHidden(row, not is_held)
            shown += is_held
        whole = words.count(self.table.rowCount(), "article")
        self.count.setText(f"{shown:,} of {whole}" if typed.strip() else whole)
        self._check()

    def _data(self, row: int, column: int, role: int = Qt.ItemDataRole.DisplayRole) -> str:
        return str(self.table.model().index(row, column).data(role))

    @property
    def chosen(self) -> list[str]:
        """Give the ids of the articles chosen, from the top; those sifted out do not count."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self._data(row, _TITLE, _ID) for row in rows if not self.table.isRowHidden(row)]

    def _check(self) -> None:
        chosen, is_open = self.chosen, not self._session.library.is_read_only
        self.ok.setEnabled(len(chosen) == 1)
        self.correct.setEnabled(is_open and len(chosen) == 1)
        self.out.setEnabled(is_open and bool(chosen))
        many = f"Take {len(chosen):,} out of the library"
        self.out.setText(many if len(chosen) > 1 else "Take out of the library")
        self.back.setEnabled(is_open and bool(self.removed.selectedItems()))

    # What a person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_delete = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if is_delete and self.table.hasFocus() and self.out.isEnabled():
            self._take_out()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.removed.hasFocus():
            self._put_back()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._undo()
        else:
            super().keyPressEvent(event)

    def accept(self) -> None:
        chosen = self.chosen
        if len(chosen) == 1:
            super().accept()
            self.article_chosen.emit(chosen[0])

    def _correct(self) -> None:
        self.correction_asked.emit(self.chosen[0])

    def _take_out(self) -> None:
        self.removal_asked.emit(self.chosen)
        self.table.setFocus()

    def _put_back(self) -> None:
        self.return_asked.emit([str(item.data(_ID)) for item in self.removed.selectedItems()])

    # What was done here, and the way back

    def _steps(self) -> int:
        return len(undo_stacks(self._session.decisions)[0])

    def _tell(self, sentence: str) -> None:
        self.outcome.setText(sentence)
        self.outcome.setVisible(bool(sentence))

    def _tell_undo(self) -> None:
        """Offer to take back what was done since the dialog is there, and no more; its words go with it."""
        can_undo = self._steps() > self._known
        self.undo.setVisible(can_undo)
        self.undo.setToolTip(f"Undo the {self._session.undo_label} (Ctrl+Z)" if can_undo else "")
        if not can_undo:
            self._tell("")

    def _undo(self) -> None:
        if self._steps() > self._known:
            had_keys = self.undo.hasFocus()
            self._session.undo()
            self._tell("")
            if had_keys and not self.undo.isVisible():
                self.table.setFocus()

    def _show_menu(self, place: QPoint) -> None:
        if not self.chosen:
            return
        menu = QMenu(self)
        for button, does in ((self.ok, self.accept), (self.correct, self._correct), (self.out, self._take_out)):
            action = menu.addAction(button.text())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(does)
        menu.exec(self.table.viewport().mapToGlobal(place))
        menu.deleteLater()


def _cells(article: Article, events: int, added_s: int) -> Sequence[_Cell]:
    title = words.article(article)
    came = moments.of_seconds(added_s) if added_s else ""
    cells = (
        _Cell(words.elided(title, _LONGEST), title.casefold()),
        _Cell(words.elided(article.publisher, _LONGEST), article.publisher.casefold()),
        _Cell(words.published(article), article.published or ""),
        _Cell(f"{events:,}", events),
        _Cell(came.partition(",")[0], added_s),
    )
    cells[_ADDED].setToolTip(came)
    cells[_TITLE].setToolTip(style.plain_tip(words.elided(title, 300)))
    cells[_EVENTS].setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return cells
