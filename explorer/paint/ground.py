"""The ground of the lanes on a screen, with the weekends and the lines of the ticks.

All of it looks the same from the top of the lanes to their bottom, but for the shade of every other lane. So a
low strip of each shade is painted and copied down: a line of one pixel over the whole height touches as many
lines of memory as a full row does, and so do weekends.
"""

import math

from PySide6.QtGui import QColor, QPainter, QPixmap

from explorer.paint import drawing, measures
from explorer.paint.canvas import QtCanvas
from explorer.paint.theme import Theme
from explorer.timeline.scene import Scene

_STRIP_PX = 32


class Ground:
    """Draws the ground of scenes of one theme and pixel ratio; keeps the strips of the last."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self._theme, self._ratio = theme, ratio
        self._of: Scene | None = None
        self._strips = QPixmap()  # the plain one, below it the one of every other lane

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
        """Paint the strips, unless they are those of this scene or of another part of it."""
        last, self._of = self._of, scene
        if last is None or last.width != scene.width:
            width, height = scene.width * self._ratio, 2 * _STRIP_PX * self._ratio
            self._strips = QPixmap(math.ceil(width), round(height))
            self._strips.setDevicePixelRatio(self._ratio)
        elif last.axis is scene.axis:
            return
        self._strips.fill(QColor(self._theme.ground))
        painter = QPainter(self._strips)
        canvas = QtCanvas(painter, self._theme)
        canvas.rect(0, _STRIP_PX, scene.width, _STRIP_PX, self._theme.band)
        measures.ticks(canvas, scene, self._theme, 0, 2 * _STRIP_PX)
        painter.end()

    def _copy(self, painter: QPainter, y0: int, y1: int, *, is_band: bool) -> None:
        """Copy a strip down from one height to another."""
        ratio, width = int(self._ratio), self._strips.width()
        top = _STRIP_PX * ratio * is_band
        for y in range(y0, y1, _STRIP_PX):
            painter.drawPixmap(0, y, self._strips, 0, top, width, min(_STRIP_PX, y1 - y) * ratio)
