"""The facets at the left: what the events are sorted by, each value with its count under the filter.

A row is a check box that paints itself: box, sign, name, bar and count. It never changes its own state; the
session does, and the row follows.
"""

import logging
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.index import EventTable, counts
from explorer.model.query import Facet
from explorer.paint.theme import Theme
from explorer.ui import glyphs, style, words
from explorer.ui.actions import DEEDS
from explorer.ui.lines import WindowLine
from explorer.ui.session import Session
from explorer.ui.tab_order import chain

_log = logging.getLogger(__name__)

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
_OF_VALUES = {  # what can be done with one value of a facet, beside filtering: a deed's name and its words
    Facet.SOURCE: (("remove_article", DEEDS["remove_article"].text),),
    Facet.TAG: (("rename_tag", "Rename the tag…"), ("remove_tag", "Take the tag off all events")),
}
_SHOWN = 6
_MOST_SHOWN = 200
_SEARCHED_FROM = 13
_ROW_PX = 20
_SIDE_PX = 16
_BAR_PX = 44
_LEAST_BAR_PX = 22  # shorter ones tell nothing
_FULL_PX = 226  # below this width the bars give their room to the names
_COUNT_PX = 26  # of three digits, and what parts them from the bar
_GAP_PX = 6.0


def bar_place(right: float, count_px: float, width: float, grown: float) -> tuple[float, float]:
    """Give from where a bar before a count may go, and how far; a long count takes its room before the name's."""
    count_px = max(count_px, _COUNT_PX * grown)
    room = (_BAR_PX + _COUNT_PX) * grown - count_px - max(_FULL_PX * grown - width, 0.0)
    bar_px = room if room >= _LEAST_BAR_PX * grown else 0.0
    return right - count_px - bar_px, bar_px


class Row(QCheckBox):
    """One value of a facet."""

    toggle_asked = Signal(str, bool)  # the value, and whether to exclude it
    deed_asked = Signal(str, str)  # what to do with a value, and the value

    def __init__(self, facet: Facet, value: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = value
        self._facet = facet
        self._theme = theme
        self._count = 0
        self._share = 0.0
        self._digits = ""
        self.is_excluded = False
        self.setFixedHeight(style.px(_ROW_PX))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._ask)

    @property
    def count(self) -> int:
        """Give the number of events that is shown."""
        return self._count

    def show_state(
        self, count: int, share: float, *, is_ticked: bool, is_excluded: bool, digits: str = "000"
    ) -> None:
        """Show how many events the value has and whether it is ticked or excluded; `share` fills the bar.

        `digits` has the width of the longest count beside which this one stands.
        """
        self._count, self._share, self.is_excluded, self._digits = count, share, is_excluded, digits
        self.setChecked(is_ticked)
        said = f"{self.text()}: {words.count(count, 'event')}"
        self.setAccessibleName(f"{said}, excluded" if is_excluded else said)
        self.setToolTip(style.plain_tip(f"{said}. Click to tick, Ctrl+click to exclude."))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours, and the height where text has another size."""
        self._theme = theme
        self.setFixedHeight(style.px(_ROW_PX))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.height())

    def hitButton(self, pos: object) -> bool:
        return True

    def nextCheckState(self) -> None:
        """Stay as it is: the session decides, and tells."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        tick = menu.addAction("Untick" if self.isChecked() else "Tick")
        exclude = menu.addAction("Do not exclude" if self.is_excluded else "Exclude")
        menu.addSeparator()
        deeds = {menu.addAction(text): deed for deed, text in _OF_VALUES.get(self._facet, ())}
        chosen = menu.exec(event.globalPos())
        menu.deleteLater()
        if chosen in deeds:
            self.deed_asked.emit(deeds[chosen], self.value)
        elif chosen is tick or chosen is exclude:
            self.toggle_asked.emit(self.value, chosen is exclude)

    def _ask(self) -> None:
        keys = QApplication.keyboardModifiers()
        excluding = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        self.toggle_asked.emit(self.value, bool(keys & excluding))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter)
        except Exception:  # noqa: BLE001 - one that leaves an override of Qt's ends the process
            _log.exception("A row of the facets could not be painted.")
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        theme, middle = self._theme, self.height() / 2
        if self.underMouse():
            painter.fillRect(self.rect(), style.colour(theme, "band"))
        grown = style.factor(theme)
        self._paint_box(painter, QPointF(_SIDE_PX, middle - 6 * grown), grown)
        left = _SIDE_PX + 20 * grown
        if self._facet is Facet.KIND:
            glyphs.paint(painter, theme, self.value, QPointF(_SIDE_PX + 23 * grown, middle), 4.5 * grown)
            left = _SIDE_PX + 34 * grown
        right = self.width() - 12.0
        small = style.ui_font(theme, style.SMALL_PX)
        count_px = QFontMetricsF(small).horizontalAdvance(self._digits) + _GAP_PX
        bar_left, bar_px = bar_place(right, count_px, self.width(), grown)
        is_faint = self._count == 0 and not self.isChecked()
        painter.setPen(style.colour(theme, "muted" if is_faint else "ink"))
        painter.setFont(style.ui_font(theme))
        room = bar_left - 8 - left
        name = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room))
        middle_left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left, 0, room, self.height()), middle_left, name)
        if self.is_excluded:
            width = painter.fontMetrics().horizontalAdvance(name)
            painter.drawLine(QPointF(left, middle), QPointF(left + width, middle))
        bar = style.colour(theme, "muted")
        bar.setAlphaF(0.35)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(bar)
        if self._count and bar_px:
            painter.drawRoundedRect(QRectF(bar_left, middle - 2.5, max(2.0, bar_px * self._share), 5), 2, 2)
        painter.setPen(style.colour(theme, "muted"))
        painter.setFont(small)
        middle_right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(
            QRectF(right - 60 * grown, 0, 60 * grown, self.height()), middle_right, f"{self._count:,}"
        )
        if self.hasFocus():
            painter.setPen(QPen(style.colour(theme, "focus"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(6.5, 0.5, -4.5, -0.5), 4, 4)

    def _paint_box(self, painter: QPainter, corner: QPointF, grown: float) -> None:
        """Paint the box whose sides are 12 px long where text has its usual size."""
        theme, box = self._theme, QRectF(0, 0, 12, 12)
        painter.save()
        painter.translate(corner)
        painter.scale(grown, grown)
        is_on = self.isChecked()
        painter.setPen(QPen(style.colour(theme, "accent" if is_on else "muted"), 0.9))
        painter.setBrush(style.colour(theme, "accent" if is_on else "ground"))
        painter.drawRoundedRect(box, 3, 3)
        if is_on:
            painter.setPen(QPen(style.colour(theme, "on_accent"), 1.7))
            painter.drawPolyline([QPointF(*at) for at in ((3, 6.2), (5.2, 8.6), (9.2, 3.6))])
        elif self.is_excluded:
            painter.setPen(QPen(style.colour(theme, "warning"), 1.7))
            painter.drawLine(QPointF(3, 6), QPointF(9, 6))
        painter.restore()


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
        title.setContentsMargins(_SIDE_PX, 0, 0, 4)
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
            line.setContentsMargins(_SIDE_PX - 2, 0, 8, below)
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
        self._more.setText("Show fewer" if self._is_open else f"{hidden} more…" if shown else f"Show {hidden}…")
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
