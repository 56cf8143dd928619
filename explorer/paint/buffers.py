"""Many things drawn in one call: rows of numbers that lie in memory as Qt keeps its own.

A Python call to Qt for every small thing would cost more than drawing it.
"""

from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt
import shiboken6
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

Array = npt.NDArray[np.float64]
T = TypeVar("T")

_FEW = 256


class Lent(Generic[T]):
    """Memory that is lent to Qt as values of a class, of so many numbers each.

    It is kept, and its first value with it. PySide remembers values by their place in memory: at a place that
    was another's, of whom Python still knows, it would give that one instead.
    """

    def __init__(self, kind: type[T], numbers: int) -> None:
        self._kind, self._numbers = kind, numbers
        self._rows: Array = np.empty((0, numbers))
        self._first: T | None = None

    def first_of(self, rows: Array) -> T:
        """Copy rows into it; give the first value, which the others follow until the next are copied."""
        if len(rows) > len(self._rows) or self._first is None:
            self._make(max(2 * len(rows), _FEW))
        self._rows[: len(rows)] = rows
        assert self._first is not None
        return self._first

    def _make(self, count: int) -> None:
        unfit: list[Array] = []  # kept for the time being, so that no other gets their place
        while True:
            rows = np.empty((count, self._numbers))
            # `rows.ctypes` would import a module each time it is asked.
            first = shiboken6.wrapInstance(rows.__array_interface__["data"][0], self._kind)
            if type(first) is self._kind:
                self._first, self._rows = first, rows  # the value goes before its memory does
                return
            unfit.append(rows)


_rects = Lent(QRectF, 4)
_fragments = Lent(QPainter.PixmapFragment, 10)


def fill_rects(painter: QPainter, boxes: Array) -> None:
    """Draw rectangles, a row of x, y, width and height each, by the brush and pen of a painter."""
    if len(boxes):
        painter.drawRects(_rects.first_of(boxes), len(boxes))


def draw_fragments(painter: QPainter, rows: Array, pixmap: QPixmap) -> None:
    """Copy parts of a picture, ten numbers each: middle, place and size in it, scale, turn and opacity."""
    if len(rows):
        painter.drawPixmapFragments(_fragments.first_of(rows), len(rows), pixmap)
