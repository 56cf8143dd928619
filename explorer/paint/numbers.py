"""Numbers on a screen: many that change in every frame, put together from pictures of their pieces.

"+4,432" is "+4," and "432". There are few pieces and endless numbers, so that a frame that shows a hundred new
numbers draws no text anew; and all numbers of a frame are copied in one call.
"""

import math
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from explorer.paint import fonts
from explorer.paint.buffers import draw_fragments
from explorer.paint.canvas import TextCache

Array = npt.NDArray[np.float64]

_COLUMNS, _ROWS = 24, 120  # of pieces
_FIRST_ROWS = 8  # most views have no more; a picture of all rows is five megabytes
_KEPT = 8_192  # numbers
_PAD = 1.0
_WIDEST = "+888,"


class Numbers:
    """Numbers of one colour and size, written as `say` says."""

    def __init__(self, texts: TextCache, colour: str, size: float, say: Callable[[int], str]) -> None:
        self._texts, self._colour, self._size, self._say = texts, colour, size, say
        self._metrics = texts.metrics(size, False, False)
        self._ascent = float(round(self._metrics.ascent()) + 1)
        ratio = self._ratio = texts.ratio
        self._wide = math.ceil((self._metrics.horizontalAdvance(_WIDEST) + 2 * _PAD) * ratio)
        self._high = math.ceil((self._ascent + self._metrics.descent() + 2) * ratio)
        self._pixmap = self._blank(_FIRST_ROWS)
        self._forget()

    def _blank(self, rows: int) -> QPixmap:
        pixmap = QPixmap(_COLUMNS * self._wide, rows * self._high)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap

    def _grow(self) -> None:
        """Make room for twice as many pieces; those that are there stay where they are."""
        before = self._pixmap
        self._pixmap = self._blank(min(2 * before.height() // self._high, _ROWS))
        painter = QPainter(self._pixmap)
        painter.drawPixmap(0, 0, before)
        painter.end()

    def _forget(self) -> None:
        self._pixmap.fill(Qt.GlobalColor.transparent)
        self._cells: dict[str, tuple[float, float, float]] = {}
        self._place: dict[int, int] = {}
        # Of each number its width, where its second piece begins (0: there is none), and both as Qt copies
        # them: middle from the left and the top of the number, source, scale, turn and opacity.
        self._width, self._second = np.zeros((2, _KEPT))
        self._pieces = np.zeros((2, _KEPT, 10))
        self._pieces[..., 4:6] = self._wide, self._high
        self._pieces[..., 6:8] = 1 / self._ratio
        self._pieces[..., 9] = 1.0

    def draw(
        self,
        painter: QPainter,
        places: Array,
        bases: Array,
        numbers: Sequence[int],
        shares: Array | float = 0.5,
    ) -> None:
        """Write numbers around their places: `shares` of their widths lie left of them."""
        if self._is_full(len(numbers)):
            self._forget()
        place = self._place
        known = [place[number] if number in place else self._made(number) for number in numbers]
        if not known:
            return
        at = np.array(known)
        left, top = np.rint(places - self._width[at] * shares), np.rint(bases - self._ascent)
        made = self._pieces[0].take(at, axis=0)
        made[:, 0] += left
        made[:, 1] += top
        long = self._second[at].nonzero()[0]
        if len(long):
            more = self._pieces[1].take(at[long], axis=0)
            more[:, 0] += left[long]
            more[:, 1] += top[long]
            made = np.concatenate([made, more])
        if not float(self._ratio).is_integer():  # there they are not yet
            half = self._wide / self._ratio / 2
            made[:, 0] = np.rint((made[:, 0] - half) * self._ratio) / self._ratio + half
        draw_fragments(painter, made, self._pixmap)

    def _is_full(self, more: int) -> bool:
        return len(self._cells) + 2 * more > _COLUMNS * _ROWS or len(self._place) + more > _KEPT

    def _made(self, number: int) -> int:
        """Put a number together; give its place among the known."""
        text = self._say(number)
        cut = text.rfind(",") + 1
        first = text[:cut] or text
        at = self._place[number] = len(self._place)
        width = self._put(0, at, first, 0.0)
        if cut:
            self._second[at] = width
            width += self._put(1, at, text[cut:], width)
        self._width[at] = width
        return at

    def _put(self, which: int, at: int, piece: str, begin: float) -> float:
        """Keep where a piece of a number is on the picture and begins in the number; give its width."""
        x, y, width = self._cells.get(piece) or self._cell(piece)
        left = round((begin - _PAD) * self._ratio) / self._ratio  # on a whole pixel of the screen
        middle = left + self._wide / self._ratio / 2, self._high / self._ratio / 2
        self._pieces[which, at, :4] = *middle, x, y
        return width

    def _cell(self, piece: str) -> tuple[float, float, float]:
        at = len(self._cells)
        x, y = at % _COLUMNS * self._wide, at // _COLUMNS * self._high
        if y >= self._pixmap.height():
            self._grow()
        painter = QPainter(self._pixmap)
        painter.scale(self._ratio, self._ratio)
        painter.setFont(fonts.font(self._texts.theme, self._size))
        painter.setPen(QColor(self._colour))
        painter.drawText(QPointF(x / self._ratio + _PAD, y / self._ratio + self._ascent), piece)
        painter.end()
        found = self._cells[piece] = float(x), float(y), self._metrics.horizontalAdvance(piece)
        return found
