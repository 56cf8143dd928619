"""The events as a table: the accessible twin of the timeline, sortable by every column."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from explorer.model.event import Event
from explorer.ui import glyphs, words
from explorer.ui.session import Session

COLUMNS = ("Date", "Event", "Kind", "Companies", "Countries", "Status", "Sources", "Review")
_WIDTHS = (140, 280, 120, 150, 130, 90, 74, 84)
_DATE, _TITLE, _KIND, _COMPANIES, _COUNTRIES, _STATUS, _SOURCES, _REVIEW = range(len(COLUMNS))
# Left out first, from the left, where the table is too narrow for all.
_OPTIONAL = (_REVIEW, _COUNTRIES, _SOURCES, _STATUS, _COMPANIES)
_SORT = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class EventModel(QAbstractTableModel):
    """The events that pass the filter, a row each; sorting uses the values, not their words."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ids: list[str] = []
        self._rows: dict[str, int] = {}
        self._signs: dict[str, QPixmap] = {}
        self.refill()

    def refill(self) -> None:
        """Take the events as the session has them now."""
        self.beginResetModel()
        self._ids = self._session.visible()
        self._rows = {id_: row for row, id_ in enumerate(self._ids)}
        self._signs.clear()
        self.endResetModel()

    def event_at(self, row: int) -> Event:
        """Give the event of a row."""
        return self._session.events[self._ids[row]]

    def row_of(self, event_id: str) -> int | None:
        """Give the row of an event, None where it does not pass the filter."""
        return self._rows.get(event_id)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
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
                return words.elided(event.mentions[0].quote, 300) if column == _TITLE else None
            case Qt.ItemDataRole.DecorationRole:
                return self._sign(event.kind) if column == _KIND else None
            case Qt.ItemDataRole.TextAlignmentRole if column == _SOURCES:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _ if role == _SORT:
                return self._sort_key(event, index.row(), column)
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

    def _sort_key(self, event: Event, row: int, column: int) -> int | str:
        if column == _DATE:
            return row  # rows are in the order of time, which no 32-bit number of Qt could hold
        return len(event.articles) if column == _SOURCES else self._text(event, column).casefold()

    def _sign(self, kind: str) -> QPixmap:
        if kind not in self._signs:
            self._signs[kind] = glyphs.kind_pixmap(self._session.theme, kind)
        return self._signs[kind]


class EventList(QWidget):
    """The table with its sorting; its selection is the session's."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_following = False
        self.model = EventModel(session, self)
        self.proxy = QSortFilterProxyModel(self)
        self.proxy.setSourceModel(self.model)
        self.proxy.setSortRole(_SORT)
        self.view = QTableView()
        self.view.setModel(self.proxy)
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
        self.view.verticalHeader().setDefaultSectionSize(28)
        header = self.view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, width)
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(50)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.view)
        self.view.doubleClicked.connect(self._open)
        self.view.activated.connect(self._open)
        self.view.selectionModel().selectionChanged.connect(self._tell)
        session.events_changed.connect(self._refill)
        session.filter_changed.connect(self._refill)
        session.theme_changed.connect(self._refill)
        session.selection_changed.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        missing = sum(_WIDTHS) + 20 - self.width()
        for column in _OPTIONAL:
            self.view.setColumnHidden(column, missing > 0)
            missing -= _WIDTHS[column]

    def titles(self) -> list[str]:
        """Give the titles in the order in which they are shown."""
        return [self._event(row).title for row in range(self.proxy.rowCount())]

    def _event(self, row: int) -> Event:
        return self.model.event_at(self.proxy.mapToSource(self.proxy.index(row, 0)).row())

    def _refill(self) -> None:
        self._is_following = True
        self.model.refill()
        self._is_following = False
        self._follow()

    def _follow(self) -> None:
        """Show the selection of the session."""
        chosen = QItemSelection()
        last = QModelIndex()
        for id_ in self._session.selection:
            row = self.model.row_of(id_)
            if row is not None:
                last = self.proxy.mapFromSource(self.model.index(row, 0))
                chosen.select(last, last)
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
            self._session.select(self._event(row).id for row in rows)

    def _open(self, index: QModelIndex) -> None:
        self._session.open_source(self._event(index.row()).id)
