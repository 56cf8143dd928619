"""Find everywhere: events and articles that hold some words, each with the words marked in a line of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from explorer.index.everywhere import Found
from explorer.paint.theme import Theme
from explorer.text.terms import Snippet
from explorer.ui import style, timers, words
from explorer.ui.actions import DEEDS
from explorer.ui.dialogs.base import Dialog, listing, told
from explorer.ui.overrides import guarded
from explorer.ui.text_map import TextMap

_ROW = Qt.ItemDataRole.UserRole
_PAUSE_MS = 150
_ROW_PX, _HEADING_PX, _LINE_PX = 46, 28, 18
_SIDE_PX = 8.0
_BOLD_PX = 14.0
_NONE = Snippet("", ())

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list: an event or an article; a heading has neither."""

    title: Snippet
    text: Snippet = field(default=_NONE)
    aside: str = ""
    event: str = ""
    article: str = ""

    @property
    def is_heading(self) -> bool:
        """Tell whether it only divides the list."""
        return not (self.event or self.article)


class _Lines(QStyledItemDelegate):
    """Paints two lines: the title with what is said at its right, and the words around the place."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, style.px(_HEADING_PX if index.data(_ROW).is_heading else _ROW_PX))

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Row = index.data(_ROW)
        rect = QRectF(option.rect)
        is_on = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_on and not row.is_heading:
            painter.fillRect(rect, style.colour(self._theme, "accent_soft"))
        ink, muted = style.colour(self._theme, "ink"), style.colour(self._theme, "muted")
        top, line = rect.top(), style.px(_LINE_PX)
        left, width = rect.left() + _SIDE_PX, rect.width() - 2 * _SIDE_PX
        if row.is_heading:
            self._line(painter, row.title, QRectF(left, top + style.px(7), width, line), muted, is_bold=True)
        else:
            painter.setFont(style.ui_font(self._theme, style.SMALL_PX))
            painter.setPen(muted)
            aside = painter.fontMetrics().horizontalAdvance(row.aside)
            place = QRectF(left + width - aside, top + style.px(5), aside + 2, line)
            painter.drawText(place, Qt.TextFlag.TextSingleLine, row.aside)
            room = QRectF(left, top + style.px(5), width - aside - 12, line)
            self._line(painter, row.title, room, ink)
            self._line(painter, row.text, QRectF(left, top + style.px(24), width, line), muted)
        painter.restore()

    def _line(
        self, painter: QPainter, told: Snippet, room: QRectF, colour: QColor, *, is_bold: bool = False
    ) -> None:
        font = style.ui_font(self._theme, bold=is_bold)
        # The words that are found are bold, which takes a little more room.
        shown = QFontMetricsF(font).elidedText(
            told.text, Qt.TextElideMode.ElideRight, room.width() - style.px(_BOLD_PX)
        )
        layout = QTextLayout(shown, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats(
            [self._range(shown, one.start, one.end) for one in told.spans if one.end <= len(shown)]
        )
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(room.width())
        layout.endLayout()
        painter.save()
        painter.setClipRect(room)
        painter.setPen(colour)
        layout.draw(painter, QPointF(room.left(), room.top()))
        painter.restore()

    def _range(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        marked = QTextLayout.FormatRange()
        units = TextMap.of(text)
        first, last = units.to_units(start), units.to_units(end)
        marked.start, marked.length = first, last - first
        looks = QTextCharFormat()
        looks.setBackground(style.colour(self._theme, "highlight"))
        looks.setForeground(style.colour(self._theme, "ink"))
        looks.setFontWeight(600)
        marked.format = looks
        return marked


class EverywhereDialog(Dialog):
    """Type words; Down and Up go through what is found, Enter opens it."""

    event_chosen = Signal(str)
    article_chosen = Signal(str, str)  # the article and the words
    removal_asked = Signal(str)  # the article to take out of the library

    def __init__(
        self,
        parent: QWidget | None,
        find: Callable[[str], Found],
        said_of: Callable[[str], str],
        theme: Theme,
        text: str = "",
    ) -> None:
        """`find` does the search, `said_of` says the date of an event and whether it is hidden."""
        super().__init__(parent, "Find everywhere", "Open", width_px=640)
        self._find = find
        self._said_of = said_of
        self.take_size(640, 560)
        self.field = QLineEdit(text)
        self.field.setPlaceholderText('Words, "a phrase", -not this')
        self.field.setAccessibleName("Find in all events and articles")
        self.field.setClearButtonEnabled(True)
        self.told = told("", "quiet")
        self.list = listing("What is found")
        self.list.setItemDelegate(_Lines(theme, self.list))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.itemActivated.connect(self.accept)
        self.list.currentRowChanged.connect(self._check)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self._pause = timers.once(self, _PAUSE_MS, self.fill)
        self.field.textChanged.connect(self._pause.start)
        self.body.addWidget(self.field)
        self.body.addWidget(self.told)
        self.body.addWidget(self.list, 1)
        self.accepted.connect(self._tell)
        self.field.selectAll()
        self.field.setFocus()
        self.fill()

    @property
    def current(self) -> Row | None:
        """Give the row that would be opened."""
        item = self.list.currentItem()
        row: Row | None = item.data(_ROW) if item else None
        return row if row and not row.is_heading else None

    def rows(self) -> list[Row]:
        """Give what is listed, headings included."""
        return [self.list.item(at).data(_ROW) for at in range(self.list.count())]

    def fill(self) -> None:
        """Find the words that stand in the field."""
        self._pause.stop()
        text = self.field.text().strip()
        found = self._find(text)
        self.list.clear()
        self._list_events(found)
        self._list_articles(found)
        self.told.setText(summary(text, found))
        self._step(1)
        self._check()

    def _list_events(self, found: Found) -> None:
        if found.events:
            self._add(Row(Snippet(_heading("Events", found.events_total, len(found.events)), ())))
        for one in found.events:
            self._add(Row(one.title, one.quote, self._said_of(one.id), event=one.id))

    def _list_articles(self, found: Found) -> None:
        if found.articles:
            self._add(Row(Snippet(_heading("Articles", found.articles_total, len(found.articles)), ())))
        for one in found.articles:
            said = words.count(one.places, "place") if one.places else "in its title"
            self._add(Row(one.title, one.text, said, article=one.id))

    def _add(self, row: Row) -> None:
        item = QListWidgetItem(self.list)
        item.setData(_ROW, row)
        said = " · ".join(filter(None, (row.title.text, row.aside, row.text.text)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        if row.is_heading:
            item.setFlags(Qt.ItemFlag.NoItemFlags)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if steps:
            self._step(steps)
        else:
            super().keyPressEvent(event)

    def _show_menu(self, place: QPoint) -> None:
        item = self.list.itemAt(place)
        row: Row | None = item.data(_ROW) if item else None
        if row is None or row.is_heading:
            return
        menu = QMenu(self)
        menu.addAction("Open").triggered.connect(self.accept)
        if row.article:
            out = menu.addAction(DEEDS["remove_article"].text)
            out.triggered.connect(lambda *_: self.removal_asked.emit(row.article))
        menu.exec(self.list.viewport().mapToGlobal(place))
        menu.deleteLater()

    def accept(self) -> None:
        if self._pause.isActive():
            self.fill()  # Enter comes faster than the pause of typing
        if self.current is not None:
            super().accept()

    def _step(self, steps: int) -> None:
        at = self.list.currentRow() + steps
        while 0 <= at < self.list.count() and self.list.item(at).data(_ROW).is_heading:
            at += steps
        if 0 <= at < self.list.count():
            self.list.setCurrentRow(at)

    def _check(self) -> None:
        self.ok.setEnabled(self.current is not None)

    def _tell(self) -> None:
        row = self.current
        if row and row.event:
            self.event_chosen.emit(row.event)
        elif row:
            self.article_chosen.emit(row.article, self.field.text().strip())


def summary(text: str, found: Found) -> str:
    """Say how much was found, in words."""
    if not text:
        return "Titles, quotes, names, tags and notes of events, and the texts of all articles."
    if not (found.events_total or found.articles_total):
        return "Nothing holds all these words."
    places = sum(one.places for one in found.articles)
    more = "+" if len(found.articles) < found.articles_total else ""
    return " · ".join(
        [
            words.count(found.events_total, "event"),
            words.count(found.articles_total, "article"),
            f"{places:,}{more} {'place' if places == 1 else 'places'} in texts",
        ]
    )


def _heading(name: str, total: int, listed: int) -> str:
    return f"{name} · {total:,}" if listed == total else f"{name} · the first {listed:,} of {total:,}"
