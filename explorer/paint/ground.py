"""The ground of the lanes on a screen, with the weekends and the lines of the ticks.

All of it looks the same from the top of the lanes to their bottom, but for the shade of every other lane. So
one row of pixels of each shade is made, as numbers, and copied down: a line of one pixel over the whole height
touches as many lines of memory as a full row does, and so do weekends.
"""

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor, QImage, QPainter

from explorer.paint import drawing, measures
from explorer.paint.canvas import QtCanvas
from explorer.paint.colour import mixed
from explorer.paint.theme import Theme
from explorer.timeline.scene import Scene

Pixels = npt.NDArray[np.uint32]

_STRIP_PX = 32


class Ground:
    """Draws the ground of scenes of one theme and pixel ratio; keeps the strips of the last."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self._theme, self._ratio = theme, ratio
        self._of: Scene | None = None
        self._pixels: Pixels = np.zeros(
            (2, 0, 0), np.uint32
        )  # the plain strip, below it that of every other lane
        self._strips = QImage()  # the same memory, as Qt sees it
        self._shades = [
            (_number(shade), _number(_weekend(theme, shade))) for shade in (theme.ground, theme.band)
        ]
        self._lines = [_number(colour) for colour in measures.line_colours(theme)]

    def draw(self, canvas: QtCanvas, scene: Scene) -> None:
        """Draw the ground from the top of the lanes to their bottom."""
        if not float(self._ratio).is_integer():  # there strips would not meet on whole pixels of the screen
            canvas.rect(0, scene.top, scene.width, scene.bottom - scene.top, self._theme.ground)
            drawing.bands(canvas, scene, self._theme)
            measures.ticks(canvas, scene, self._theme, scene.top, scene.bottom - scene.top)
            return
        self._renew(scene)
        y = math.floor(scene.top)
        for box in scene.lanes:
            if box.is_band:
                self._copy(canvas.painter, y, round(box.y0), is_band=False)
                self._copy(canvas.painter, round(box.y0), round(box.y1), is_band=True)
                y = round(box.y1)
        self._copy(canvas.painter, y, math.ceil(scene.bottom), is_band=False)

    def _renew(self, scene: Scene) -> None:
        """Make the strips, unless they are those of this scene or of another part of it."""
        last, self._of = self._of, scene
        ratio = int(self._ratio)
        width = math.ceil(scene.width) * ratio
        if self._pixels.shape[2] != width:
            self._pixels = np.zeros((2, _STRIP_PX * ratio, width), np.uint32)
            high, stride = 2 * _STRIP_PX * ratio, width * self._pixels.itemsize
            self._strips = QImage(self._pixels.data, width, high, stride, QImage.Format.Format_RGB32)
            self._strips.setDevicePixelRatio(self._ratio)
        elif last is not None and last.axis is scene.axis:
            return
        self._pixels[:] = self._rows(scene, width, ratio)[:, None, :]

    def _rows(self, scene: Scene, width: int, ratio: int) -> Pixels:
        """Make a row of pixels of each shade."""
        made: Pixels = np.empty((2, width), np.uint32)
        lines = measures.lines_of(scene)
        for row, (plain, weekend) in zip(made, self._shades, strict=True):
            row[:] = plain
            for x0, x1 in lines.weekends:
                row[x0 * ratio : x1 * ratio] = weekend
        for places, colour in zip((lines.minor, lines.major), self._lines, strict=True):
            for x in places:
                made[:, x * ratio : (x + 1) * ratio] = colour
        return made

    def _copy(self, painter: QPainter, y0: int, y1: int, *, is_band: bool) -> None:
        """Copy a strip down from one height to another."""
        ratio, width = int(self._ratio), self._strips.width()
        top = _STRIP_PX * ratio * is_band
        for y in range(y0, y1, _STRIP_PX):
            painter.drawImage(0, y, self._strips, 0, top, width, min(_STRIP_PX, y1 - y) * ratio)


def _number(colour: str) -> int:
    return QColor(colour).rgb()


def _weekend(theme: Theme, shade: str) -> str:
    return mixed(theme.muted, shade, measures.WEEKEND_ALPHA)
