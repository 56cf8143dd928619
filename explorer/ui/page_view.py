"""The pages of a PDF as they are printed, with the stating words marked on them.

Pages are drawn one after the other by a single thread, only those in view, at the pixels of the screen; the
last few are kept. Paper is light in every theme, and so are the colours of the marks on it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QThreadPool, Signal
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from explorer.model.event import Event
from explorer.model.mention import Mention, Span
from explorer.paint import theme as themes
from explorer.paint.theme import Theme
from explorer.reading.pages import Box, Pages, Picture
from explorer.ui import source_marks, style
from explorer.ui.overrides import guarded
from explorer.ui.page_drawing import Drawer, Drawing, Drawn
from explorer.ui.pointing import Pointing, told_tip
from explorer.ui.source_marks import Mark, Sort
from explorer.ui.text_map import TextMap

_GAP_PX = 12
_KEPT_PAGES = 8
_STEP_PX = 40
_ZOOM_STEP = 1.25
_MOST_ZOOM = 4.0


class PageView(QAbstractScrollArea):
    """Shows the pages of one document below each other, as wide as the pane; Ctrl+wheel brings them nearer."""

    event_clicked = Signal(str, bool)  # the event, and whether to add it to the selection
    event_hovered = Signal(str)  # "" when the pointer leaves the marks
    page_shown = Signal(int)  # a page, from 0, has been drawn

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setAccessibleName("Pages of the article")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self._theme = theme
        self._paper = themes.load("light")
        self._pages: Pages | None = None
        self._marks: list[Mark] = []
        self._tops: list[float] = []
        self._zoom = 1.0
        self._width_laid = 1.0  # of the pages as they were laid out last
        self._pixmaps: dict[int, QPixmap] = {}
        self._boxes: dict[int, list[tuple[Mark, list[Box]]]] = {}
        self._problems: dict[int, str] = {}
        self._asked: set[int] = set()
        self._turn = 0  # what was asked for before the last change is not taken
        self._selected: frozenset[str] = frozenset()
        self._preview: str | None = None
        self._wanted: Span | None = None  # words to bring into view once the page is laid out
        self._pointing = Pointing(self)
        self._pointing.clicked.connect(self.event_clicked)
        self._pointing.hovered.connect(self.event_hovered)
        self._drawer = Drawer(self)
        self._drawer.drawn.connect(self._take)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.verticalScrollBar().setSingleStep(_STEP_PX)

    # What is shown

    def show_pages(self, pages: Pages, stated: Sequence[tuple[Mention, Event]]) -> None:
        """Show the pages of a document; they are closed with the next one, or by `close_pages`."""
        self.close_pages()
        self._pages = pages
        self.set_marks(stated)
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def close_pages(self) -> None:
        """Let go of the document, once the page that is being drawn is done."""
        self._pool.clear()
        self._pool.waitForDone()
        if self._pages is not None:
            self._pages.close()
        self._pages = None
        self._forget()
        self._pixmaps.clear()
        self._tops = []

    def set_marks(self, stated: Sequence[tuple[Mention, Event]]) -> None:
        """Mark the words anew, after a decision or a filter."""
        self._marks = source_marks.marks_of(stated, TextMap((), ()))
        self._forget()
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
        """Change the colours around the pages."""
        self._theme = theme
        self.viewport().update()

    def reveal(self, span: Span) -> None:
        """Scroll so that words of the article are in view, at once or when their page has been drawn."""
        if self._pages is None or not self._tops:
            return
        number = self._pages.page_of(span)
        found = [
            box
            for mark, boxes in self._boxes.get(number, ())
            if mark.start == span.start and mark.end == span.end
            for box in boxes
        ]
        self._wanted = None if found else span
        top = self._tops[number] + (found[0].top * self._height(number) if found else 0)
        bottom = self._tops[number] + (found[-1].bottom * self._height(number) if found else 0)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if top - bar.value() < 8 or bottom - bar.value() > height - 16:
            bar.setValue(int(top - (height / 3 if found else _GAP_PX)))

    def is_drawn(self, number: int) -> bool:
        """Tell whether a page, from 0, stands as a picture."""
        return number in self._pixmaps

    def boxes_of(self, event: str) -> list[QRectF]:
        """Give where in the viewport the drawn words of an event stand."""
        return [
            self._rect(number, box)
            for number, marked in self._boxes.items()
            for mark, boxes in marked
            if mark.event == event and mark.sort is Sort.CLAUSE
            for box in boxes
        ]

    def problems(self) -> list[str]:
        """Say what of the pages cannot be shown."""
        return list(self._problems.values())

    # Drawing

    def hideEvent(self, event: QHideEvent) -> None:
        # A window that goes must not leave a thread behind that draws for it.
        self._pool.clear()
        self._pool.waitForDone()
        self._asked.clear()
        super().hideEvent(event)

    def _forget(self) -> None:
        self._turn += 1
        self._asked.clear()
        self._boxes.clear()
        self._problems.clear()

    def _width(self) -> float:
        return max(self.viewport().width() - 2 * _GAP_PX, 80) * self._zoom

    def _height(self, number: int) -> float:
        across, down = self._pages.sizes[number] if self._pages else (1.0, 1.0)
        return self._width() * down / across

    def _lay_out(self) -> None:
        top, self._tops = float(_GAP_PX), []
        self._width_laid = self._width()
        for number in range(len(self._pages) if self._pages else 0):
            self._tops.append(top)
            top += self._height(number) + _GAP_PX
        bar = self.verticalScrollBar()
        bar.setRange(0, max(round(top) - self.viewport().height(), 0))
        bar.setPageStep(self.viewport().height())
        across = self.horizontalScrollBar()
        across.setRange(0, max(round(self._width() + 2 * _GAP_PX) - self.viewport().width(), 0))
        across.setPageStep(self.viewport().width())
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() == event.size().width():
            self._lay_out()
        else:
            self._lay_out_anew(0.0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        nearer = _ZOOM_STEP ** (event.angleDelta().y() / 120)
        self.zoom_to(self._zoom * nearer, event.position())
        event.accept()

    def zoom_to(self, zoom: float, around: QPointF) -> None:
        """Bring the pages nearer (1.0 is as wide as the pane); the place under a point stays there."""
        zoom = max(1.0, min(zoom, _MOST_ZOOM))
        if zoom == self._zoom:
            return
        across = self.horizontalScrollBar()
        share = (across.value() + around.x() - _GAP_PX) / self._width()
        self._zoom = zoom
        self._lay_out_anew(around.y())
        across.setValue(round(share * self._width() + _GAP_PX - around.x()))

    def _lay_out_anew(self, y: float) -> None:
        """Lay the pages out at another width; what stands at a height of the viewport stays there.

        Pages drawn for the width before serve until they are drawn anew.
        """
        bar = self.verticalScrollBar()
        number = max(bisect_right(self._tops, bar.value() + y) - 1, 0)
        into = (bar.value() + y - self._tops[number]) / self._width_laid if self._tops else 0.0
        self._asked.clear()
        self._turn += 1
        self._lay_out()
        if self._tops:
            bar.setValue(round(self._tops[number] + into * self._width() - y))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def _first(self) -> int:
        return max(bisect_right(self._tops, self.verticalScrollBar().value()) - 1, 0)

    def _in_view(self) -> range:
        bottom = self.verticalScrollBar().value() + self.viewport().height()
        return range(self._first(), bisect_right(self._tops, bottom))

    def _ask(self, number: int) -> None:
        if self._pages is None or number in self._asked:
            return
        self._asked.add(number)
        here = self._pages.words_of(number)
        marks = [mark for mark in self._marks if mark.start < here.end and mark.end > here.start]
        width_px = round(self._width() * self.devicePixelRatioF())
        self._pool.start(Drawing(self._pages, self._drawer, number, width_px, self._turn, marks))

    def _take(self, drawn: Drawn) -> None:
        if drawn.turn != self._turn or self._pages is None:
            return
        if drawn.picture is not None:
            self._pixmaps.pop(drawn.number, None)
            self._pixmaps[drawn.number] = _pixmap(drawn.picture)
            for old in [one for one in self._pixmaps if one not in self._in_view()][:-_KEPT_PAGES]:
                del self._pixmaps[old]
                self._asked.discard(old)
        self._boxes[drawn.number] = drawn.boxes
        if drawn.problem:
            self._problems[drawn.number] = drawn.problem
        if self._wanted is not None and self._pages.page_of(self._wanted) == drawn.number:
            wanted, self._wanted = self._wanted, None
            self.reveal(wanted)
            self._wanted = None
        self.viewport().update()
        self.page_shown.emit(drawn.number)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), style.colour(self._theme, "panel"))
        for number in self._in_view():
            place = self._page_rect(number)
            painter.fillRect(place, style.colour(self._paper, "ground"))
            if number in self._pixmaps:
                painter.drawPixmap(place, self._pixmaps[number], QRectF(self._pixmaps[number].rect()))
            self._ask(number)
            told = self._problems.get(number) or ("" if number in self._pixmaps else f"Page {number + 1} …")
            if told:
                painter.setPen(style.colour(self._paper, "warning" if number in self._problems else "muted"))
                painter.drawText(place.adjusted(12, 8, -12, 0), Qt.TextFlag.TextWordWrap, told)
            painter.setPen(style.colour(self._theme, "line"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place)
            for mark, boxes in self._boxes.get(number, ()):
                self._paint_mark(painter, mark, [self._rect(number, box) for box in boxes])
        painter.end()

    def _paint_mark(self, painter: QPainter, mark: Mark, rects: Sequence[QRectF]) -> None:
        is_selected = mark.event in self._selected
        if mark.sort is Sort.DATE:
            role, width = ("accent", 1.6) if is_selected else ("muted", 0.9)
            painter.setPen(QPen(style.colour(self._paper, role), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for rect in rects:
                painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), 3, 3)
            return
        if is_selected or mark.event == self._preview:
            # Multiplied, so that the letters of the page stay as dark as they are.
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour(self._paper, "highlight" if is_selected else "band"))
            for rect in rects:
                painter.drawRect(rect.adjusted(-1, -1, 1, 1))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        pen = QPen(style.kind_colour(self._paper, mark.kind), 2.4 if is_selected else 1.5)
        if mark.is_dotted:
            pen.setDashPattern([0.7, 1.6])
        painter.setPen(pen)
        for rect in rects:
            y = rect.bottom() + 0.5 + mark.level * 2
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))

    # Places

    def _page_rect(self, number: int) -> QRectF:
        top = self._tops[number] - self.verticalScrollBar().value()
        left = _GAP_PX - self.horizontalScrollBar().value()
        return QRectF(left, top, self._width(), self._height(number))

    def _rect(self, number: int, box: Box) -> QRectF:
        page = self._page_rect(number)
        return QRectF(
            page.left() + box.left * page.width(),
            page.top() + box.top * page.height(),
            (box.right - box.left) * page.width(),
            (box.bottom - box.top) * page.height(),
        )

    def _marks_at(self, point: QPointF) -> list[Mark]:
        return source_marks.by_weight(
            mark
            for number in self._in_view()
            for mark, boxes in self._boxes.get(number, ())
            if any(self._rect(number, box).contains(point) for box in boxes)
        )

    def _event_at(self, point: QPointF) -> str | None:
        return source_marks.next_event(self._marks_at(point), self._selected)

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._event_at(event.position())
        shape = Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self._pointing.hover(found)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointing.hover(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointing.click(self._event_at(event.position()), event)

    def viewportEvent(self, event: QEvent) -> bool:
        is_told = told_tip(self, event, lambda point: source_marks.tip_of(self._marks_at(point)))
        return is_told or super().viewportEvent(event)


def _pixmap(picture: Picture) -> QPixmap:
    image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(image)
