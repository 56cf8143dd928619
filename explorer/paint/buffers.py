"""Many things drawn in one call: rows of numbers that lie in memory as Qt keeps its own.

A Python call to Qt for every small thing would cost more than drawing it.
"""

from typing import cast

import numpy as np
import numpy.typing as npt
import shiboken6
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap

Array = npt.NDArray[np.float64]
_SMOOTH = QPainter.RenderHint.Antialiasing


def fill_rects(painter: QPainter, boxes: Array, *, is_whole: bool = False) -> None:
    """Draw rectangles, a row of x, y, width and height each, by the brush and pen of a painter.

    Where all of it `is_whole` in pixels of the screen there are no edges to smooth, and filling is much cheaper.
    """
    if not len(boxes):
        return
    if is_whole:
        edges = boxes.astype(np.int32)
        edges[:, 2:] += edges[:, :2] - 1  # Qt keeps the last pixel inside
        painter.setRenderHint(_SMOOTH, False)
        painter.drawRects(cast(QRect, _wrapped(edges, QRect)), len(edges))
        painter.setRenderHint(_SMOOTH, True)
    else:
        painter.drawRects(cast(QRectF, _wrapped(boxes, QRectF)), len(boxes))


def draw_fragments(painter: QPainter, rows: Array, pixmap: QPixmap) -> None:
    """Copy parts of a picture: middle, place in the picture, its size, scale, turn and opacity; ten numbers each."""
    if len(rows):
        first = cast(QPainter.PixmapFragment, _wrapped(rows, QPainter.PixmapFragment))
        painter.drawPixmapFragments(first, len(rows), pixmap)


def _wrapped(rows: npt.NDArray[np.generic], kind: type) -> object:
    # `rows.ctypes` would import a module each time it is asked.
    return shiboken6.wrapInstance(rows.__array_interface__["data"][0], kind)
