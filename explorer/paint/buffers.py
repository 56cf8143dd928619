"""Many things drawn in one call: rows of numbers that lie in memory as Qt keeps its own.

A Python call to Qt for every small thing would cost more than drawing it.
"""

from typing import cast

import numpy as np
import numpy.typing as npt
import shiboken6
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

Array = npt.NDArray[np.float64]


def fill_rects(painter: QPainter, boxes: Array) -> None:
    """Draw rectangles, a row of x, y, width and height each, by the brush and pen of a painter."""
    if len(boxes):
        painter.drawRects(cast(QRectF, _wrapped(boxes, QRectF)), len(boxes))


def draw_fragments(painter: QPainter, rows: Array, pixmap: QPixmap) -> None:
    """Copy parts of a picture, ten numbers each: middle, place and size in it, scale, turn and opacity."""
    if len(rows):
        first = cast(QPainter.PixmapFragment, _wrapped(rows, QPainter.PixmapFragment))
        painter.drawPixmapFragments(first, len(rows), pixmap)


def _wrapped(rows: npt.NDArray[np.generic], kind: type) -> object:
    # `rows.ctypes` would import a module each time it is asked.
    return shiboken6.wrapInstance(rows.__array_interface__["data"][0], kind)
