"""The events as a table: the accessible twin of the timeline, sortable by every column."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from explorer.model.event import Event
from explorer.ui import glyphs, style, words
from explorer.ui.session import Session

COLUMNS = ("Date", "Event", "Kind", "Companies", "Countries", "Status", "Sources", "Review")
_WIDTHS = (158, 270, 128, 150, 130, 86, 74, 84)
_ROW_PX = 28
_DATE, _TITLE, _KIND, _COMPANIES, _COUNTRIES, _STATUS, _SOURCES, _REVIEW = range(len(COLUMNS))
# Left out first, from the left, where the table is too narrow for all.
_OPTIONAL = (_REVIEW, _COUNTRIES, _SOURCES, _STATUS, _COMPANIES, _KIND)
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()  # of a table: its cells have no rows of their own


class EventModel(QAbstractTableModel):
    """The events that pass the filter, a row each; sorting uses the values, not their words.

    It sorts by itself: a proxy asks for every value through Qt, which takes a second for some thousand rows.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ids: list[str] = []
        self._rows: dict[str, int] = {}
        self._signs: dict[str, QPixmap] = {}
        self._column, self._is_falling = _DATE, False
        self.refill()

    def refill(self) -> None:
        """Take the events as the session has them now."""
        ids = self._sorted(self._session.visible())
        self._signs.clear()
        if ids == self._ids:
            # The view keeps its selection and its place where only values have changed.
            if ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self._ids = ids
        self._rows = {id_: row for row, id_ in enumerate(ids)}
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; equal rows stay in the order of time."""
        self._column, self._is_falling = column, order is Qt.SortOrder.DescendingOrder
        self.refill()

    def _sorted(self, ids: list[str]) -> list[str]:
        if self._column == _DATE:
            return ids[::-1] if self._is_falling else ids  # they come in the order of time
        events, column = self._session.events, self._column
        return sorted(ids, key=lambda id_: self._sort_key(events[id_], column), reverse=self._is_falling)

    def event_at(self, row: int) -> Event:
        """Give the event of a row."""
        return self._session.events[self._ids[row]]

    def row_of(self, event_id: str) -> int | None:
        """Give the row of an event, None where it does not pass the filter."""
        return self._rows.get(event_id)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_name = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return COLUMNS[section] if is_name and 0 <= section < len(COLUMNS) else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._ids):
            return None
        event, column = self.event_at(index.row()), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(event, column)
            case Qt.ItemDataRole.ToolTipRole:
                told = event.mentions[0].quote if column == _TITLE else self._text(event, column)
                return style.plain_tip(words.elided(told, 300)) if told else None
            case Qt.ItemDataRole.DecorationRole:
                return self._sign(event.kind) if column == _KIND else None
            case Qt.ItemDataRole.TextAlignmentRole if column == _SOURCES:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, event: Event, column: int) -> str:
        match column:
            case 0:
                return words.when(event.when)
            case 1:
                return f"≠ {event.title}" if event.has_conflict else event.title
            case 2:
                return words.kind(event.kind)
            case 3:
                return ", ".join(event.companies)
            case 4:
                return ", ".join(words.country(code) for code in event.countries)
            case 5:
                return event.status.value
            case 6:
                return str(len(event.articles))
            case _:
                return words.REVIEWS[event.review.value]

    def _sort_key(self, event: Event, column: int) -> tuple[int, str]:
        if column == _SOURCES:
            return len(event.articles), ""
        text = event.title if column == _TITLE else self._text(event, column)
        return 0, text.casefold()

    def _sign(self, kind: str) -> QPixmap:
        if kind not in self._signs:
            self._signs[kind] = glyphs.kind_pixmap(self._session.theme, kind, style.px(14))
        return self._signs[kind]


class EventList(QWidget):
    """The table with its sorting; its selection is the session's."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_following = False
        self.model = EventModel(session, self)
        self.view = QTableView()
        self.view.setModel(self.model)
        self.view.setAccessibleName("Events as a table")
        self.view.setSortingEnabled(True)
        self.view.sortByColumn(_DATE, Qt.SortOrder.AscendingOrder)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setAlternatingRowColors(True)
        self.view.setShowGrid(False)
        self.view.setWordWrap(False)
        self.view.setTabKeyNavigation(False)
        self.view.verticalHeader().hide()
        header = self.view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(50)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.view)
        self._take_sizes()
        self.view.doubleClicked.connect(self._open)
        self.view.activated.connect(self._open)
        self.view.selectionModel().selectionChanged.connect(self._tell)
        self.model.modelReset.connect(self._follow)
        session.events_changed.connect(self._refill)
        session.filter_changed.connect(self._refill)
        session.theme_changed.connect(self._dress)
        session.selection_changed.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_out()

    def _take_sizes(self) -> None:
        """Suit the size of the text."""
        self.view.verticalHeader().setDefaultSectionSize(style.px(_ROW_PX))
        for column, width in enumerate(_WIDTHS):
            self.view.horizontalHeader().resizeSection(column, style.px(width))
        self._leave_out()

    def _leave_out(self) -> None:
        """Hide the columns that have no room."""
        missing = style.px(sum(_WIDTHS)) + 20 - self.width()
        for column in _OPTIONAL:
            self.view.setColumnHidden(column, missing > 0)
            missing -= style.px(_WIDTHS[column])

    def titles(self) -> list[str]:
        """Give the titles in the order in which they are shown."""
        return [self.model.event_at(row).title for row in range(self.model.rowCount())]

    def _dress(self) -> None:
        self._take_sizes()
        self._refill()

    def _refill(self) -> None:
        self._is_following = True
        self.model.refill()
        self._follow()

    def _follow(self) -> None:
        """Show the selection of the session."""
        chosen = QItemSelection()
        rows = [row for id_ in self._session.selection if (row := self.model.row_of(id_)) is not None]
        last = self.model.index(rows[-1], 0) if rows else QModelIndex()
        for first, end in _runs(sorted(rows)):
            chosen.select(self.model.index(first, 0), self.model.index(end, len(COLUMNS) - 1))
        self._is_following = True
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)
        if last.isValid():
            self.view.selectionModel().setCurrentIndex(last, flags.NoUpdate)
            self.view.scrollTo(last)
        self._is_following = False

    def _tell(self) -> None:
        if not self._is_following:
            rows = [index.row() for index in self.view.selectionModel().selectedRows()]
            current = self.view.currentIndex().row()
            # The row clicked last is the one the inspector shows.
            rows.sort(key=lambda row: (row == current, row))
            self._session.select(self.model.event_at(row).id for row in rows)

    def _open(self, index: QModelIndex) -> None:
        self._session.open_source(self.model.event_at(index.row()).id)


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Join neighbouring rows: thousands of selected rows are few stretches for Qt."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
