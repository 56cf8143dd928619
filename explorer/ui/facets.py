"""The facets at the left: what the events are sorted by, each value with its count under the filter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from explorer.index import EventTable, counts
from explorer.model.query import Facet
from explorer.paint.theme import Theme
from explorer.ui import words
from explorer.ui.facet_row import SIDE_PX, Row
from explorer.ui.lines import WindowLine
from explorer.ui.session import Session
from explorer.ui.tab_order import chain

ORDER = (
    Facet.KIND,
    Facet.COMPANY,
    Facet.FAMILY,
    Facet.COUNTRY,
    Facet.REGION,
    Facet.CERTAINTY,
    Facet.SOURCE,
    Facet.STATUS,
    Facet.REVIEW,
    Facet.TAG,
    Facet.IS,
)
_FIRST_SHOWN = {Facet.KIND: 14, Facet.FAMILY: 0, Facet.REGION: 0}  # with none shown a facet is one line
_SHOWN = 6
_MOST_SHOWN = 200
_SEARCHED_FROM = 13


class Section(QWidget):
    """One facet: its name, its values, and a way to all of them where there are many."""

    deed_asked = Signal(str, str)  # what to do with a value, and the value

    def __init__(self, facet: Facet, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.facet = facet
        self._session = session
        self._rows: dict[str, Row] = {}
        self._lined_up: list[str] = []
        self._is_open = False
        self._order: tuple[EventTable | None, Sequence[str], list[str]] = (None, (), [])
        title = QLabel(words.FACETS[facet])
        title.setObjectName("facetTitle")
        title.setContentsMargins(SIDE_PX, 0, 0, 4)
        self._search = WindowLine()
        self._search.setPlaceholderText(f"Find in {words.FACETS[facet].lower()}")
        self._search.setAccessibleName(self._search.placeholderText())
        self._search.textChanged.connect(self.fill)
        self._search.setVisible(False)
        self._more = QPushButton()
        self._more.setObjectName("link")
        self._more.setProperty("quiet", True)
        self._more.clicked.connect(self._open_or_close)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 12)
        self._box.setSpacing(0)
        self._box.addWidget(title)
        # A page that scrolls gives a widget no more than its least height.
        self._more.setProperty("tall", True)
        for widget, below in ((self._search, 4), (self._more, 0)):
            line = QHBoxLayout()
            line.setContentsMargins(SIDE_PX - 2, 0, 8, below)
            line.addWidget(widget)
            self._box.addLayout(line)
        line.addStretch(1)

    def rows(self) -> list[Row]:
        """Give the rows that are shown, from the top."""
        return [row for row in self._rows.values() if not row.isHidden()]

    def fill(self) -> None:
        """Show the values with their counts as the session has them now."""
        session = self._session
        column = session.table.facets[self.facet]
        under = counts(session.table, session.query, session.text_rows())[self.facet]
        self.fill_from(dict(zip(column.values, under.tolist(), strict=True)))

    def fill_from(self, under: dict[str, int]) -> None:
        """Show these counts."""
        query = self._session.query
        ticked, excluded = query.values(self.facet), query.without(self.facet)
        known = [*under, *sorted((ticked | excluded) - under.keys())]
        shown = self._choose(known, ticked | excluded)
        most = max([under.get(value, 0) for value in shown], default=0) or 1
        longest = max((self._session.total_of(self.facet, value) for value in shown), default=0)
        digits = "0" * len(f"{longest:,}")  # whatever the filter, so that bars keep their place
        for value in list(self._rows):
            self._rows[value].setVisible(value in shown)
        for at, value in enumerate(shown):
            row = self._row(value)
            row.setText(self._label(value))
            count = under.get(value, 0)
            is_ticked, is_excluded = value in ticked, value in excluded
            share = count / most
            row.show_state(count, share, is_ticked=is_ticked, is_excluded=is_excluded, digits=digits)
            self._box.removeWidget(row)
            self._box.insertWidget(at + 2, row)
        self._line_up(shown)
        hidden = len(known) - len(shown)
        is_long = len(known) > _FIRST_SHOWN.get(self.facet, _SHOWN)
        closed = f"{hidden:,} more…" if shown else f"Show {hidden:,}…"
        self._more.setText("Show fewer" if self._is_open else closed)
        self._more.setAccessibleName(f"{words.FACETS[self.facet]}: {self._more.text()}")
        self._more.setVisible(is_long and (hidden > 0 or self._is_open))
        self._search.setVisible(self._is_open and len(known) >= _SEARCHED_FROM)
        self.setVisible(bool(known))

    def _line_up(self, shown: Sequence[str]) -> None:
        """Let keys and screen readers go through the rows as they stand, however they came."""
        if list(shown) == self._lined_up:
            return
        self._lined_up = list(shown)
        lined_up = (*(self._rows[value] for value in shown), self._more)
        for widget in lined_up:
            widget.raise_()
        chain((self._search, *lined_up))

    def _choose(self, known: Sequence[str], held: frozenset[str]) -> list[str]:
        """Give the values to show, the most frequent of the whole library first, so that rows do not jump."""
        order = self._ordered(known) if self.facet in _BY_COUNT else list(known)
        if self._is_open:
            wanted = self._search.text().casefold()
            return [value for value in order if wanted in self._label(value).casefold()][:_MOST_SHOWN]
        first = order[: _FIRST_SHOWN.get(self.facet, _SHOWN)]
        return [value for value in order if value in held or value in first]

    def _ordered(self, known: Sequence[str]) -> list[str]:
        """Sort the values by their rank, anew only for another table: a large library has thousands of them."""
        table, before, order = self._order
        if table is not self._session.table or before != known:
            order = sorted(known, key=self._rank)
            self._order = (self._session.table, known, order)
        return order

    def _rank(self, value: str) -> tuple[int, str]:
        return -self._session.total_of(self.facet, value), self._label(value).casefold()

    def _label(self, value: str) -> str:
        return words.value(self.facet, value, self._session.articles)

    def _row(self, value: str) -> Row:
        row = self._rows.get(value)
        if row is None:
            row = Row(self.facet, value, self._session.theme, self)
            row.toggle_asked.connect(self._toggle)
            row.deed_asked.connect(self.deed_asked)
            self._rows[value] = row
        return row

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        for row in self._rows.values():
            row.set_theme(theme)

    def _toggle(self, value: str, exclude: bool) -> None:
        self._session.toggle(self.facet, value, exclude=exclude)

    def _open_or_close(self) -> None:
        self._is_open = not self._is_open
        self._search.clear()
        self.fill()
        if self._is_open and self._search.isVisible():
            self._search.setFocus()


_BY_COUNT = frozenset(
    {Facet.KIND, Facet.COMPANY, Facet.FAMILY, Facet.COUNTRY, Facet.REGION, Facet.SOURCE, Facet.TAG}
)


class Facets(QScrollArea):
    """All facets, one below the other."""

    deed_asked = Signal(str, str)  # what to do with a value, and the value

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Facets")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its rows have the keyboard
        self._page = QWidget()
        self._page.setObjectName("page")
        self._box = QVBoxLayout(self._page)
        self._box.setContentsMargins(0, 12, 0, 12)
        self._box.setSpacing(0)
        self.setWidget(self._page)
        self._sections = {facet: Section(facet, session, self._page) for facet in ORDER}
        for section in self._sections.values():
            self._box.addWidget(section)
            section.deed_asked.connect(self.deed_asked)
        self._box.addStretch(1)
        self.fill()
        session.events_changed.connect(self.fill)
        session.filter_changed.connect(self.fill)
        session.theme_changed.connect(self._set_theme)

    def section(self, facet: Facet) -> Section:
        """Give the part of one facet."""
        return self._sections[facet]

    def first(self) -> QWidget:
        """Give what has the keyboard first: the row at the top."""
        rows = (row for section in self._sections.values() if not section.isHidden() for row in section.rows())
        return next(rows, self)

    def fill(self) -> None:
        """Show the counts under the filter as it stands."""
        session = self._session
        under = counts(session.table, session.query, session.text_rows())
        for facet, section in self._sections.items():
            column = session.table.facets[facet]
            section.fill_from(dict(zip(column.values, under[facet].tolist(), strict=True)))

    def _set_theme(self) -> None:
        for section in self._sections.values():
            section.set_theme(self._session.theme)
