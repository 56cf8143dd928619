"""How marked words look: grounds, underlines, boxes and signs, painted under the words of one block of text.

Straight from sorted spans, because character formats over a long text take seconds and cannot draw boxes.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock, QTextLine

from explorer.paint.theme import Theme
from explorer.ui import glyphs, style
from explorer.ui.source_marks import Mark, Sort

GUTTER_PX = 36.0
_GLYPH_STEP_PX = 12.0
_MOST_GLYPHS = 2
_UNDERLINE_PX = 1.5  # from the letters to the first underline
_LEVEL_PX = 3.0
_CLAUSES = (Sort.CLAUSE, Sort.LEFT_OUT)


@dataclass(slots=True)
class Look:
    """What of a text is shown how: positions are UTF-16 units, `found` is sorted, nothing in it overlaps.

    `differing` are words that another statement has not, with whether they are figures. `clause` are the ends
    of a clause while they are dragged.
    """

    theme: Theme
    selected: frozenset[str] = frozenset()
    preview: str | None = None
    found: list[tuple[int, int]] = field(default_factory=list)
    differing: list[tuple[int, int, bool]] = field(default_factory=list)
    clause: tuple[int, int] | None = None

    @property
    def is_plain(self) -> bool:
        """Tell whether nothing but marks is shown."""
        return not (self.found or self.differing or self.clause)

    @property
    def gutter(self) -> float:
        """Give how wide the column of the signs is, in pixels."""
        return GUTTER_PX * style.factor(self.theme)

    def paint(self, painter: QPainter, block: QTextBlock, origin: QPointF, marks: Sequence[Mark]) -> None:
        """Paint what stands under the words of a block whose upper left corner is `origin`."""
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = block.position() + line.textStart()
            last = first + line.textLength()
            row = _Row(line, origin, block.position(), first, last)
            here = [mark for mark in marks if mark.start < last and mark.end > first]
            self._paint_grounds(painter, row, here)
            # The selected clause last, so that its underline lies on top of those that share its level.
            for mark in sorted(here, key=lambda mark: mark.event in self.selected):
                self._paint_mark(painter, mark, row.box(mark.start, mark.end))
            clauses = [mark for mark in here if mark.sort is Sort.CLAUSE and mark.start >= first]
            self._paint_glyphs(painter, clauses, row.box(first, last))

    def _paint_grounds(self, painter: QPainter, row: "_Row", marks: Sequence[Mark]) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for mark in marks:
            is_selected = mark.event in self.selected and not self.clause
            if mark.sort in _CLAUSES and (is_selected or (mark.event and mark.event == self.preview)):
                painter.setBrush(style.colour(self.theme, "highlight" if is_selected else "band"))
                painter.drawRoundedRect(row.box(mark.start, mark.end).adjusted(-2, -1, 2, 2), 3, 3)
        if self.clause and row.holds(*self.clause):
            painter.setBrush(style.colour(self.theme, "highlight"))
            painter.drawRoundedRect(row.box(*self.clause).adjusted(-2, -1, 2, 2), 3, 3)
        for start, end in self._found_in(row):
            painter.setBrush(style.colour(self.theme, "accent_soft"))
            painter.setPen(QPen(style.colour(self.theme, "accent"), 0.8))
            painter.drawRoundedRect(row.box(start, end).adjusted(-1, 0, 1, 0), 2, 2)
        for start, end, is_figure in self.differing:
            if row.holds(start, end):
                self._paint_differing(painter, row.box(start, end), is_figure)

    def _paint_differing(self, painter: QPainter, box: QRectF, is_figure: bool) -> None:
        """Mark differing words: a figure by a strong frame, another word by a faint ground."""
        painter.setPen(Qt.PenStyle.NoPen)
        if is_figure:
            painter.setPen(QPen(style.colour(self.theme, "warning"), 1.6))
        ground = style.colour(self.theme, "warning")
        ground.setAlphaF(0.22 if is_figure else 0.12)
        painter.setBrush(ground)
        painter.drawRoundedRect(box.adjusted(-2, -1, 2, 1), 3, 3)

    def _found_in(self, row: "_Row") -> list[tuple[int, int]]:
        begin = bisect_left(self.found, (row.first,))
        if begin and self.found[begin - 1][1] > row.first:
            begin -= 1
        return self.found[begin : bisect_left(self.found, (row.last,))]

    def _paint_mark(self, painter: QPainter, mark: Mark, box: QRectF) -> None:
        is_selected = mark.event in self.selected
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if mark.sort is Sort.DATE:
            role, width = ("accent", 1.6) if is_selected else ("muted", 0.9)
            painter.setPen(QPen(style.colour(self.theme, role), width))
            painter.drawRoundedRect(box.adjusted(-2, -1, 2, 0), 4, 4)
        elif mark.sort is Sort.UNUSED:
            painter.setPen(QPen(style.colour(self.theme, "muted"), 1.0, Qt.PenStyle.DashLine))
            painter.drawRect(box.adjusted(-2, 0, 2, 0))
        elif mark.sort is Sort.LEFT_OUT:
            painter.setPen(QPen(style.colour(self.theme, "muted"), 1.0))
            y = box.center().y() + 1
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        else:
            pen = QPen(style.kind_colour(self.theme, mark.kind), 2.6 if is_selected else 1.6)
            if mark.is_dotted:
                pen.setDashPattern([0.7, 1.6])
            painter.setPen(pen)
            y = box.bottom() + _UNDERLINE_PX + mark.level * _LEVEL_PX
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def _paint_glyphs(self, painter: QPainter, starting: Sequence[Mark], box: QRectF) -> None:
        kinds = list(dict.fromkeys(mark.kind for mark in starting))[:_MOST_GLYPHS]
        for place, kind in enumerate(reversed(kinds)):
            left = (GUTTER_PX - 16 - place * _GLYPH_STEP_PX) * style.factor(self.theme)
            glyphs.paint(
                painter, self.theme, kind, QPointF(left, box.center().y()), 4.5 * style.factor(self.theme)
            )


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a laid out block: where it begins and ends in the document, and how to find a place on it."""

    line: QTextLine
    origin: QPointF
    block: int
    first: int
    last: int

    def holds(self, start: int, end: int) -> bool:
        """Tell whether any of these words stand on it."""
        return start < self.last and end > self.first

    def box(self, start: int, end: int) -> QRectF:
        """Give the box of what of these words stands on it; letters high, without the spacing."""
        x1, x2 = sorted(
            (
                x_of(self.line, max(start, self.first) - self.block),
                x_of(self.line, min(end, self.last) - self.block),
            )
        )
        # The spacing of a proportional line lies above its letters.
        baseline = self.origin.y() + self.line.y() + self.line.ascent()
        height = self.line.ascent() + self.line.descent()
        return QRectF(self.origin.x() + x1, baseline - self.line.ascent(), x2 - x1, height)


def x_of(line: QTextLine, at: int) -> float:
    """Give the place of a character; PySide6 gives the clamped position beside it."""
    found = line.cursorToX(at)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]  # its stub says object
