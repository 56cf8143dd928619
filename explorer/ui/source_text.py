"""The text of one article as it stands, with what it states marked in place.

Plain text only: nothing of an article is ever given to Qt as HTML. Only the marks of visible blocks are
painted; 2,000 of them in 2 MB cost about two milliseconds a frame.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from explorer.model.article import Article
from explorer.model.event import Event
from explorer.model.mention import Mention, Span
from explorer.paint.theme import Theme
from explorer.text.difference import Difference
from explorer.ui import source_marks, style
from explorer.ui.clause_ends import ClauseEnds
from explorer.ui.margin import WIDTH_PX, Margin
from explorer.ui.overrides import guarded
from explorer.ui.pointing import Pointing, told_tip
from explorer.ui.reading_place import go_back, place_of, top_of
from explorer.ui.source_marks import LeftOut, Mark, Sort
from explorer.ui.source_paint import Look
from explorer.ui.text_map import TextMap, displayable

LINE_HEIGHT_PERCENT = 145.0
_RIGHT_PX = 16.0
_WIDEST_PX = 660  # of a line, about a hundred letters


class SourceText(QTextEdit):
    """Shows one article, tells which marked words are clicked or pointed at, and brings spans into view."""

    event_clicked = Signal(str, bool)  # the event, and whether to add it to the selection
    event_hovered = Signal(str)  # "" when the pointer leaves the marks
    clause_moved = Signal(object)  # the span that the selected clause has now, by its dragged ends
    menu_asked = Signal(object, object)  # the events whose words are there, and where on the screen

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
        self.look = Look(theme)
        self._text = ""
        self._awaited: Span | None = None  # what is to be in view once this is shown
        self._units = TextMap((), ())
        self._marks: list[Mark] = []
        self._left_out: list[Mark] = []
        self._by_block: dict[int, list[Mark]] = {}
        self._pointing = Pointing(self)
        self._pointing.clicked.connect(self.event_clicked)
        self._pointing.hovered.connect(self.event_hovered)
        self._pressed: QPointF | None = None
        self._shown_blocks = (0, -1)
        self.ends = ClauseEnds(self)
        self.margin = Margin(theme, self)
        self.margin.asked.connect(self._show_unit)
        self.setViewportMargins(0, 0, WIDTH_PX, 0)

    # What is shown

    def show_article(self, article: Article | None, stated: Sequence[tuple[Mention, Event]]) -> None:
        """Show another article with its marks; None shows nothing."""
        self._text = article.text if article else ""
        text = displayable(self._text)
        self._units = TextMap.of(text)
        # A document filled before it is shown is laid out as far as one scrolls, not to its end.
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self.font())
        document.setDocumentMargin(0)
        document.rootFrame().setFrameFormat(self._frame())
        cursor = QTextCursor(document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(spacing)
        cursor.insertText(text)
        # The document before is a child of this widget, and Qt deletes it with this call.
        self.setDocument(document)
        self._awaited = None
        self._left_out = []
        self.look.found, self.look.differing = [], []
        self.set_marks(stated)
        self.margin.show_found(())
        self.verticalScrollBar().setValue(0)

    def _frame(self) -> QTextFrameFormat:
        """Give the room around the words: the column of the signs, and what is wider than eyes like to read."""
        frame = QTextFrameFormat()
        frame.setLeftMargin(self.look.gutter)
        spare = self.viewport().width() - self.look.gutter - style.px(_WIDEST_PX)
        frame.setRightMargin(max(_RIGHT_PX, spare))
        frame.setTopMargin(8)
        frame.setBottomMargin(24)
        return frame

    def _fit_frame(self) -> None:
        frame, root = self._frame(), self.document().rootFrame()
        if frame != root.frameFormat():
            root.setFrameFormat(frame)

    def set_marks(self, stated: Sequence[tuple[Mention, Event]]) -> None:
        """Mark the same text anew, after a decision or a filter."""
        self._marks = source_marks.marks_of(stated, self._units)
        self.margin.show_marks(self._marks, self.document().characterCount())
        self._sort_into_blocks()

    def set_left_out(self, listed: Sequence[LeftOut]) -> None:
        """Mark what was not used as well; an empty list takes the marks away."""
        if not listed and not self._left_out:
            return
        self._left_out = source_marks.marks_left_out(listed, self._units)
        self._sort_into_blocks()

    def _sort_into_blocks(self) -> None:
        self._by_block = {}
        for mark in (*self._left_out, *self._marks):
            block = self.document().findBlock(mark.start)
            while block.isValid() and block.position() < mark.end:
                self._by_block.setdefault(block.blockNumber(), []).append(mark)
                block = block.next()
        self.viewport().update()

    def set_selected(self, events: Iterable[str]) -> None:
        """Highlight the words of these events."""
        self.look.selected = frozenset(events)
        self.margin.show_selected(self.look.selected)
        self.viewport().update()

    def set_preview(self, event: str | None) -> None:
        """Highlight faintly the words of the event under the pointer."""
        self.look.preview = event
        self.viewport().update()

    def set_found(self, spans: Sequence[Span]) -> None:
        """Mark words that were searched for, in the text and in the margin."""
        self.look.found = self._units.spans_to_units(spans)
        self.margin.show_found(self.look.found)
        self.viewport().update()

    def set_differing(self, differing: Iterable[Difference]) -> None:
        """Mark the words that another statement has not."""
        self.look.differing = [(*self._units.span_to_units(one.span), one.is_figure) for one in differing]
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of the marks, and the room around the words."""
        self.look.theme = self.margin.theme = theme
        self._fit_frame()
        self.margin.update()
        self.viewport().update()

    @property
    def text(self) -> str:
        """Give the text that is shown, as it is stored."""
        return self._text

    @property
    def marks(self) -> list[Mark]:
        """Give the marks of events, in the order of the text."""
        return self._marks

    def highlighted(self) -> list[str]:
        """Give the words that are highlighted now, in the order of the text."""
        clauses = (mark for mark in self._marks if mark.sort is Sort.CLAUSE)
        return [self._words(mark) for mark in clauses if mark.event in self.look.selected]

    def _selected_units(self) -> list[int]:
        """Give where the clauses of the selected events begin."""
        return [one.start for one in self._marks if one.sort is Sort.CLAUSE and one.event in self.look.selected]

    def reveal(self, span: Span) -> None:
        """Scroll so that a span of the article is in view, a third from the top."""
        self._awaited = None if self.isVisible() else span
        start, end = self._units.span_to_units(span)
        # Only what Qt's own cursor is moved to is surely laid out, and the scroll bar with it.
        for at in (end, start):
            cursor = QTextCursor(self.document())
            cursor.setPosition(at)
            self.setTextCursor(cursor)
        top, bottom = top_of(self.document(), start), top_of(self.document(), end)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if top - bar.value() < 8 or bottom - bar.value() > height - 32:
            bar.setValue(int(top - height / 3))

    def selected_span(self) -> Span | None:
        """Give the words a person has selected with the mouse, as a span of the article."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._units.span_to_points(cursor.selectionStart(), cursor.selectionEnd())

    def select_words(self, span: Span) -> None:
        """Select words as a person would, and bring them into view."""
        start, end = self._units.span_to_units(span)
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _show_unit(self, unit: int) -> None:
        start = self._units.to_points(min(unit, self.document().characterCount() - 1))
        self.reveal(Span(start, start))

    def loadResource(self, type_: int, name: QUrl | str) -> object:
        """Give an empty picture for anything a text might ask for: nothing is read from disk or net."""
        return QImage(1, 1, QImage.Format.Format_ARGB32)

    # Pointing

    def marks_at(self, point: QPointF) -> list[Mark]:
        """Give the marks of the words at a point of the viewport, the most telling first."""
        unit = self._unit_at(point)
        if unit is None:
            return []
        block = self.document().findBlock(unit)
        return source_marks.at(self._by_block.get(block.blockNumber(), ()), unit)

    def event_at(self, point: QPointF) -> str | None:
        """Name the event whose words lie at a point of the viewport; at shared words, the next one after it."""
        return source_marks.next_event(self.marks_at(point), self.look.selected)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.ends.drag(event.position()):
            return
        super().mouseMoveEvent(event)
        if event.buttons():
            return
        found = self.event_at(event.position())
        is_end = self.ends.at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if is_end else shape)
        self._pointing.hover(found)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointing.hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.ends.press(event.position()):
            return
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.ends.is_dragged:
            moved_to = self.ends.release()
            if moved_to is not None:
                self.clause_moved.emit(moved_to)
            return
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None or self.textCursor().hasSelection():
            return
        if (event.position() - pressed).manhattanLength() < QApplication.startDragDistance():
            self._pointing.click(self.event_at(event.position()), event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        here = self.marks_at(QPointF(event.pos()))
        self.menu_asked.emit(list(dict.fromkeys(mark.event for mark in here if mark.event)), event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        return told_tip(self, event, self._told_at) or super().viewportEvent(event)

    def _told_at(self, point: QPointF) -> str:
        is_end = self.ends.at(point) is not None
        return "Drag to move the end of the clause" if is_end else source_marks.tip_of(self.marks_at(point))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._awaited is not None:  # it had not yet the size that it is shown in
            self.reveal(self._awaited)
            self._awaited = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Who reads keeps the place when the text is wrapped anew.
        is_wrapped = self.isVisible() and event.oldSize().width() != event.size().width()
        place = place_of(self, event.oldSize().height(), self._selected_units()) if is_wrapped else None
        super().resizeEvent(event)
        beside = self.viewport().geometry()
        self._fit_frame()
        if place is not None:
            go_back(self, place)
        self.margin.setGeometry(QRect(beside.right() + 1, beside.top(), WIDTH_PX, beside.height()))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint_marks()
        super().paintEvent(event)
        self.ends.paint()

    @guarded(None)
    def _paint_marks(self) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        bottom = self.verticalScrollBar().value() + self.viewport().height()
        layout = self.document().documentLayout()
        block = self._first_visible_block()
        first = last = block.blockNumber()
        while block.isValid():
            rect = layout.blockBoundingRect(block)
            if rect.top() > bottom:
                break
            last = block.blockNumber()
            marks = self._by_block.get(last, [])
            if marks or not self.look.is_plain:
                self.look.paint(painter, block, rect.topLeft(), marks)
            block = block.next()
        self._shown_blocks = (first, last)
        painter.end()

    def _first_visible_block(self) -> QTextBlock:
        top = QPointF(self.look.gutter, self.verticalScrollBar().value())
        at = self.document().documentLayout().hitTest(top, Qt.HitTestAccuracy.FuzzyHit)
        return self.document().findBlock(max(at, 0))

    # Positions

    def offset_near(self, point: QPointF) -> int:
        """Give the offset in the article that is nearest to a point of the viewport, in code points."""
        place = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        unit = self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.FuzzyHit)
        return self._units.to_points(max(unit, 0))

    def caret_offset(self) -> int:
        """Give where the caret stands or the selected words begin, as an offset in the article."""
        return self._units.to_points(self.textCursor().selectionStart())

    def shows(self, offset: int) -> bool:
        """Tell whether the paragraph of a character was in view when the text was painted last."""
        number = self.document().findBlock(self._units.to_units(offset)).blockNumber()
        return self._shown_blocks[0] <= number <= self._shown_blocks[1]

    def caret_of(self, offset: int) -> QRect:
        """Give where a caret before a character of the article stands, in the coordinates of the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._units.to_units(offset))
        return self.cursorRect(cursor)

    def units_of(self, span: Span) -> tuple[int, int]:
        """Give a span of the article as positions of the document."""
        return self._units.span_to_units(span)

    def _unit_at(self, point: QPointF) -> int | None:
        place = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        unit = self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.ExactHit)
        return unit if unit >= 0 else None

    def _words(self, mark: Mark) -> str:
        cursor = QTextCursor(self.document())
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().replace("\u2029", "\n")
