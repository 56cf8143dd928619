"""A sheet: many small pictures on one, row by row, copied by the hundred in one call.

What is copied is a row of ten numbers each, as Qt keeps a `QPainter.PixmapFragment`: the middle on the screen,
then the place and size on the sheet in its own pixels, scale in both directions, turn and opacity.
"""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from explorer.paint.buffers import draw_fragments

Array = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]

_FEW = 256  # copies that a frame asks for at least
_X, _Y, _FROM_X, _FROM_Y, _WIDTH, _HEIGHT, _SCALE_X, _SCALE_Y, _TURN, _OPACITY = range(10)


class Sheet:
    """A sheet of so many rows of one height; `width` and `height` are logical pixels, as all places are."""

    def __init__(self, width: int, height: int, rows: int, ratio: float) -> None:
        self.height, self.ratio, self._width = height, ratio, width
        self.pixmap = QPixmap(int(width * ratio), int(rows * height * ratio))
        self.pixmap.setDevicePixelRatio(ratio)
        self.pixmap.fill(Qt.GlobalColor.transparent)
        self._usual = self._made(_FEW)

    def middle(self, row: int) -> float:
        """Give where the middle of a row lies on the sheet."""
        return (row + 0.5) * self.height

    def _made(self, count: int) -> Array:
        made = np.zeros((count, 10))
        made[:, _HEIGHT] = self.height * self.ratio
        made[:, _SCALE_X] = made[:, _SCALE_Y] = 1 / self.ratio
        made[:, _OPACITY] = 1.0
        return made

    def _copies(self, count: int) -> Array:
        """Give copies to fill in: what all of them share is there already."""
        if count > len(self._usual):
            self._usual = self._made(2 * count)
        return self._usual[:count].copy()

    def whole(self, x: Array) -> Array:
        """Move places to whole pixels of the screen, so that edges are sharp."""
        return np.rint(x) if self.ratio == 1 else np.rint(x * self.ratio) / self.ratio

    def copy(self, painter: QPainter, x: Array, y: Array, rows: Codes, width: float, left: float = 0) -> None:
        """Copy pictures of one width, which begin at `left` in their rows, around their middles."""
        made = self._copies(len(x))
        made[:, _X] = self.whole(x - width / 2) + width / 2
        made[:, _Y] = self.whole(y)
        made[:, _FROM_X], made[:, _WIDTH] = left * self.ratio, width * self.ratio
        made[:, _FROM_Y] = rows * (self.height * self.ratio)
        draw_fragments(painter, made, self.pixmap)

    def stretch(
        self, painter: QPainter, x0: Array, x1: Array, y: Array, rows: Codes, width: float, left: Array
    ) -> None:
        """Copy pictures of one width, stretched from one place to another."""
        made, long = self._copies(len(x0)), np.maximum(x1 - x0, 0.0)
        made[:, _X] = self.whole(x0) + long / 2
        made[:, _Y] = self.whole(y)
        made[:, _FROM_X], made[:, _WIDTH] = left * self.ratio, width * self.ratio
        made[:, _FROM_Y] = rows * (self.height * self.ratio)
        made[:, _SCALE_X] = long / (width * self.ratio)
        draw_fragments(painter, made, self.pixmap)

    def prolong(self, painter: QPainter, x0: Array, x1: Array, y: Array, rows: Codes, cap: int) -> None:
        """Copy shapes as long as one likes, with ends of so many pixels, out of such as fill their rows."""
        x0, x1, y = self.whole(x0), self.whole(x1), self.whole(y)
        most, ratio, count = self._width - 2 * cap, self.ratio, len(x0)
        # The left of a long shape, its right end, and the pieces that a longer one has between them.
        wide = x1 - x0 - cap
        rest = wide - most
        begins = np.arange(0, rest.max(initial=0), most - cap)
        piece, of = (begins[:, None] < rest).nonzero()
        made = self._copies(2 * count + len(of))
        first, last, more = made[:count], made[count : 2 * count], made[2 * count :]
        np.minimum(wide, most, out=wide)
        first[:, _X], last[:, _X] = x0 + wide / 2, x1 - cap / 2
        first[:, _Y] = last[:, _Y] = y
        last[:, _FROM_X] = (self._width - cap) * ratio
        first[:, _FROM_Y] = last[:, _FROM_Y] = from_y = rows * (self.height * ratio)
        first[:, _WIDTH], last[:, _WIDTH] = wide * ratio, cap * ratio
        if len(of):
            begin, rest = begins[piece], rest[of]
            wide = np.minimum(rest - begin, most - cap)
            more[:, _X], more[:, _Y] = x1[of] - cap - rest + begin + wide / 2, y[of]
            more[:, _FROM_X], more[:, _WIDTH] = cap * ratio, wide * ratio
            more[:, _FROM_Y] = from_y[of]
        draw_fragments(painter, made, self.pixmap)
