"""The text of one article as it stands, with what it states marked in place.

Plain text only: nothing of an article is ever given to Qt as HTML. The marks are painted under the words of
the visible blocks, straight from sorted spans, because character formats over a long text take seconds and
cannot draw boxes; 2,000 marks in 2 MB cost about two milliseconds a frame.
"""

import logging
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLine,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QToolTip, QWidget

from explorer.model.article import Article
from explorer.model.event import Event
from explorer.model.mention import Mention, Span, Status
from explorer.paint.theme import Theme
from explorer.ui import glyphs, style, words
from explorer.ui.text_map import TextMap, displayable

_log = logging.getLogger(__name__)

LINE_HEIGHT_PERCENT = 140.0
_GUTTER_PX = 36.0
_GLYPH_STEP_PX = 12.0
_MOST_GLYPHS = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the document that state or date an event; positions are UTF-16 units."""

    start: int
    end: int
    event: str
    kind: str
    is_date: bool
    is_dotted: bool = False
    level: int = 0


def marks_of(stated: Iterable[tuple[Mention, Event]], units: TextMap) -> list[Mark]:
    """Give the marks of an article, sorted; clauses that overlap are told apart by their level."""
    marks: list[Mark] = []
    clause_ends: list[int] = []
    for mention, event in stated:
        start, end = units.span_to_units(mention.span)
        level = sum(start < other for other in clause_ends[-3:])
        clause_ends.append(end)
        is_dotted = event.status is not Status.HAPPENED or mention.is_borderline
        marks.append(Mark(start, end, event.id, event.kind, False, is_dotted, min(level, 2)))
        marks += [Mark(*units.span_to_units(date.span), event.id, event.kind, True) for date in mention.dates]
    return sorted(marks, key=lambda mark: (mark.start, mark.end, mark.is_date))


class SourceText(QTextEdit):
    """Shows one article, tells which marked words are clicked or pointed at, and brings spans into view."""

    event_clicked = Signal(str, bool)  # the event, and whether to add it to the selection
    event_hovered = Signal(str)  # "" when the pointer leaves the marks

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setMouseTracking(True)
        self.setObjectName("sourceText")
        self.setAccessibleName("Text of the article")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._theme = theme
        self._units = TextMap((), ())
        self._marks: list[Mark] = []
        self._by_block: dict[int, list[Mark]] = {}
        self._titles: dict[str, str] = {}
        self._selected: frozenset[str] = frozenset()
        self._preview: str | None = None
        self._hovered = ""
        self._pressed: QPointF | None = None

    # What is shown

    def show_article(self, article: Article | None, stated: Sequence[tuple[Mention, Event]]) -> None:
        """Show another article with its marks; None shows nothing."""
        text = displayable(article.text) if article else ""
        self._units = TextMap.of(text)
        # A document filled before it is shown is laid out as far as one scrolls, not to its end.
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self.font())
        frame = QTextFrameFormat()
        frame.setLeftMargin(_GUTTER_PX)
        frame.setRightMargin(16)
        frame.setTopMargin(8)
        frame.setBottomMargin(24)
        document.setDocumentMargin(0)
        document.rootFrame().setFrameFormat(frame)
        cursor = QTextCursor(document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(spacing)
        cursor.insertText(text)
        # The document before is a child of this widget, and Qt deletes it with this call.
        self.setDocument(document)
        self.set_marks(stated)
        self.verticalScrollBar().setValue(0)

    def set_marks(self, stated: Sequence[tuple[Mention, Event]]) -> None:
        """Mark the same text anew, after a decision or a filter."""
        self._marks = marks_of(stated, self._units)
        self._titles = {event.id: f"{words.when(event.when)} · {event.title}" for _, event in stated}
        self._by_block = {}
        for mark in self._marks:
            block = self.document().findBlock(mark.start)
            while block.isValid() and block.position() < mark.end:
                self._by_block.setdefault(block.blockNumber(), []).append(mark)
                block = block.next()
        self.viewport().update()

    def set_selected(self, events: Iterable[str]) -> None:
        """Highlight the words of these events."""
        self._selected = frozenset(events)
        self.viewport().update()

    def set_preview(self, event: str | None) -> None:
        """Highlight faintly the words of the event under the pointer."""
        self._preview = event
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of the marks."""
        self._theme = theme
        self.viewport().update()

    @property
    def marks(self) -> list[Mark]:
        """Give the marks, in the order of the text."""
        return self._marks

    def highlighted(self) -> list[str]:
        """Give the words that are highlighted now, in the order of the text."""
        return [self._words(mark) for mark in self._marks if not mark.is_date and mark.event in self._selected]

    def reveal(self, span: Span) -> None:
        """Scroll so that a span of the article is in view, a third from the top."""
        start, end = self._units.span_to_units(span)
        # Only what Qt's own cursor is moved to is surely laid out, and the scroll bar with it.
        for at in (end, start):
            cursor = QTextCursor(self.document())
            cursor.setPosition(at)
            self.setTextCursor(cursor)
        top, bottom = self._top_of(start), self._top_of(end)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if top - bar.value() < 8 or bottom - bar.value() > height - 32:
            bar.setValue(int(top - height / 3))

    def is_in_view(self, span: Span) -> bool:
        """Tell whether the beginning of a span stands in the visible part."""
        start, _ = self._units.span_to_units(span)
        y = self._top_of(start) - self.verticalScrollBar().value()
        return 0 <= y < self.viewport().height()

    def selected_span(self) -> Span | None:
        """Give the words a person has selected with the mouse, as a span of the article."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._units.span_to_points(cursor.selectionStart(), cursor.selectionEnd())

    def position_of(self, span: Span) -> QPointF:
        """Give the middle of the first letters of a span, in the coordinates of the viewport."""
        start, _ = self._units.span_to_units(span)
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        rect = self.cursorRect(cursor)
        return QPointF(rect.x() + 3.0, rect.center().y())

    def loadResource(self, type_: int, name: QUrl | str) -> object:
        """Give an empty picture for anything a text might ask for: nothing is read from disk or net."""
        return QImage(1, 1, QImage.Format.Format_ARGB32)

    # Pointing

    def event_at(self, point: QPointF) -> str | None:
        """Name the event whose words lie at a point of the viewport; at shared words, the next one after it."""
        unit = self._unit_at(point)
        if unit is None:
            return None
        block = self.document().findBlock(unit)
        here = [mark for mark in self._by_block.get(block.blockNumber(), ()) if mark.start <= unit < mark.end]
        here.sort(key=lambda mark: (not mark.is_date, mark.end - mark.start))
        order = list(dict.fromkeys(mark.event for mark in here))
        after = next((at + 1 for at, event in enumerate(order) if event in self._selected), 0)
        return order[after % len(order)] if order else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        found = self.event_at(event.position()) or ""
        if found != self._hovered and not event.buttons():
            self._hovered = found
            shape = Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)
            self.event_hovered.emit(found)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._hovered:
            self._hovered = ""
            self.event_hovered.emit("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if event.button() is not Qt.MouseButton.LeftButton or pressed is None:
            return
        moved = (event.position() - pressed).manhattanLength()
        found = self.event_at(event.position())
        if found and moved < QApplication.startDragDistance() and not self.textCursor().hasSelection():
            is_added = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.event_clicked.emit(found, is_added)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self.event_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), style.plain_tip(self._titles.get(found or "", "")), self)
            return True
        return super().viewportEvent(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        try:
            self._paint_marks()
        except Exception:  # noqa: BLE001 - one that leaves an override of Qt's ends the process
            _log.exception("The marks of an article could not be painted.")
        super().paintEvent(event)

    def _paint_marks(self) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        bottom = self.verticalScrollBar().value() + self.viewport().height()
        layout = self.document().documentLayout()
        block = self._first_visible_block()
        while block.isValid():
            rect = layout.blockBoundingRect(block)
            if rect.top() > bottom:
                break
            marks = self._by_block.get(block.blockNumber())
            if marks:
                self._paint_block(painter, block, marks)
            block = block.next()
        painter.end()

    def _first_visible_block(self) -> QTextBlock:
        top = QPointF(_GUTTER_PX, self.verticalScrollBar().value())
        at = self.document().documentLayout().hitTest(top, Qt.HitTestAccuracy.FuzzyHit)
        return self.document().findBlock(max(at, 0))

    def _paint_block(self, painter: QPainter, block: QTextBlock, marks: Sequence[Mark]) -> None:
        layout = block.layout()
        origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
        for at in range(layout.lineCount()):
            line = layout.lineAt(at)
            first = block.position() + line.textStart()
            last = first + line.textLength()
            here = [mark for mark in marks if mark.start < last and mark.end > first]
            if not here:
                continue
            boxes = [
                _box(line, origin, mark.start - block.position(), mark.end - block.position()) for mark in here
            ]
            for mark, box in zip(here, boxes, strict=True):
                self._paint_ground(painter, mark, box)
            for mark, box in zip(here, boxes, strict=True):
                self._paint_mark(painter, mark, box)
            self._paint_glyphs(
                painter, [mark for mark in here if not mark.is_date and mark.start >= first], boxes[0]
            )

    def _paint_ground(self, painter: QPainter, mark: Mark, box: QRectF) -> None:
        is_selected = mark.event in self._selected
        if mark.is_date or not (is_selected or mark.event == self._preview):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour(self._theme, "highlight" if is_selected else "band"))
        painter.drawRoundedRect(box.adjusted(-2, -1, 2, 2), 3, 3)

    def _paint_mark(self, painter: QPainter, mark: Mark, box: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if mark.is_date:
            is_selected = mark.event in self._selected
            role, width = ("accent", 1.6) if is_selected else ("muted", 0.9)
            painter.setPen(QPen(style.colour(self._theme, role), width))
            painter.drawRoundedRect(box.adjusted(-2, -1, 2, 0), 4, 4)
            return
        pen = QPen(style.kind_colour(self._theme, mark.kind), 1.6)
        if mark.is_dotted:
            pen.setDashPattern([0.7, 1.6])
        painter.setPen(pen)
        y = box.bottom() + 1.5 + mark.level * 2.5
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def _paint_glyphs(self, painter: QPainter, starting: Sequence[Mark], box: QRectF) -> None:
        kinds = list(dict.fromkeys(mark.kind for mark in starting))[:_MOST_GLYPHS]
        for at, kind in enumerate(reversed(kinds)):
            centre = QPointF(_GUTTER_PX - 16 - at * _GLYPH_STEP_PX, box.center().y())
            glyphs.paint(painter, self._theme, kind, centre, 4.5)

    # Positions

    def _unit_at(self, point: QPointF) -> int | None:
        place = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        unit = self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.ExactHit)
        return unit if unit >= 0 else None

    def _top_of(self, unit: int) -> float:
        block = self.document().findBlock(unit)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(unit - block.position())
        return top + (line.y() if line.isValid() else 0.0)

    def _words(self, mark: Mark) -> str:
        cursor = QTextCursor(self.document())
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().replace("\u2029", "\n")

    def next_mark(self, forward: bool = True) -> str | None:
        """Name the event whose words follow those selected, or precede them."""
        starts = [mark for mark in self._marks if not mark.is_date]
        if not starts:
            return None
        current = next((mark.start for mark in starts if mark.event in self._selected), -1)
        keys = [mark.start for mark in starts]
        at = bisect_left(keys, current + 1) if forward else bisect_left(keys, current) - 1
        return starts[at % len(starts)].event


def _x(line: QTextLine, at: int) -> float:
    """Give the place of a character; PySide6 gives the clamped position beside it."""
    found = line.cursorToX(at)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]  # its stub says object


def _box(line: QTextLine, origin: QPointF, start: int, end: int) -> QRectF:
    """Give the box of the characters of a block that lie on one line; letters high, without the spacing."""
    first = max(start, line.textStart())
    last = min(end, line.textStart() + line.textLength())
    x1, x2 = sorted((_x(line, first), _x(line, last)))
    # The spacing of a proportional line lies above its letters.
    baseline = origin.y() + line.y() + line.ascent()
    height = line.ascent() + line.descent()
    return QRectF(origin.x() + x1, baseline - line.ascent(), x2 - x1, height)
