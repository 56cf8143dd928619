"""The two ends of the selected clause as handles that a person drags to other words."""

from typing import Protocol

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from explorer.model.mention import Span
from explorer.ui import style
from explorer.ui.overrides import guarded
from explorer.ui.source_marks import to_words
from explorer.ui.source_paint import Look

_REACH_PX = 6.0
_KNOB_PX = 3.5


class Shown(Protocol):
    """The text whose clause has handles; offsets count the code points of its article."""

    look: Look

    @property
    def text(self) -> str:
        """Give the text as it is stored."""

    def viewport(self) -> QWidget:
        """Give what the text is painted on."""

    def offset_near(self, point: QPointF) -> int:
        """Give the offset nearest to a point of the viewport."""

    def caret_of(self, offset: int) -> QRect:
        """Give where a caret before a character stands, in the coordinates of the viewport."""

    def shows(self, offset: int) -> bool:
        """Tell whether the paragraph of a character is in view."""

    def units_of(self, span: Span) -> tuple[int, int]:
        """Give a span as positions of the document."""


class ClauseEnds:
    """Handles at both ends of one clause; nothing is changed before a drag ends.

    The clause is told by its span in the article; `drag` and `release` work in whole words.
    """

    def __init__(self, text: Shown) -> None:
        self._text = text
        self._span: Span | None = None
        self._dragged: int | None = None  # 0 the start, 1 the end
        self._now: Span | None = None

    def show(self, span: Span | None) -> None:
        """Show the handles of a clause; None shows none."""
        self._span, self._now, self._dragged = span, None, None
        self._text.look.clause = None
        self._text.viewport().update()

    @property
    def is_dragged(self) -> bool:
        """Tell whether an end is being dragged."""
        return self._dragged is not None

    def at(self, point: QPointF) -> int | None:
        """Give which end lies at a point of the viewport: 0 the start, 1 the end, None for neither."""
        for which, rect in enumerate(self._carets()):
            if rect.isNull():
                continue
            # The knob hangs outside the words, so that a click on the first word still selects.
            is_beside = abs(point.x() - rect.x()) <= _REACH_PX
            knob = rect.top() if which == 0 else rect.bottom()
            if is_beside and abs(point.y() - knob) <= _REACH_PX:
                return which
        return None

    def press(self, point: QPointF) -> bool:
        """Take hold of an end; tell whether there was one."""
        self._dragged = self.at(point)
        self._now = self._span
        return self.is_dragged

    def drag(self, point: QPointF) -> bool:
        """Move the end that is held to the words at a point; tell whether one is held."""
        if self._dragged is None or self._span is None:
            return False
        offset = self._text.offset_near(point)
        start, end = self._span
        wanted = Span(min(offset, end - 1), end) if self._dragged == 0 else Span(start, max(offset, start + 1))
        self._now = to_words(self._text.text, wanted)
        self._text.look.clause = self._text.units_of(self._now)
        self._text.viewport().update()
        return True

    def release(self) -> Span | None:
        """Let go; give the words of the clause now, None where nothing has changed."""
        before, now = self._span, self._now
        self.show(before)
        return now if now != before else None

    @guarded(None)
    def paint(self) -> None:
        """Paint the handles over the words."""
        carets = self._carets()
        if not carets:
            return
        theme = self._text.look.theme
        painter = QPainter(self._text.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.colour(theme, "accent"), 1.6))
        painter.setBrush(style.colour(theme, "accent"))
        for which, rect in enumerate(carets):
            if rect.isNull():
                continue
            x = rect.x() + (-1.0 if which == 0 else 1.0)
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
            painter.drawEllipse(QPointF(x, rect.top() if which == 0 else rect.bottom()), _KNOB_PX, _KNOB_PX)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.end()

    def _carets(self) -> list[QRect]:
        """Give the lines beside the first and the last letter; an empty one where it is not in view."""
        span = self._now or self._span
        if span is None or span.end <= span.start:
            return []
        # Asking for a place far below would lay the text out to there at every paint.
        ends = (span.start, span.end)
        return [self._text.caret_of(end) if self._text.shows(end) else QRect() for end in ends]
