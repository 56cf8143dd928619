"""The painter of the screen: what `drawing` draws, with marks out of one atlas and texts as pictures.

A Python call to Qt for every mark would cost more than drawing it; so filled marks, which are nearly all, are
copied from a picture of each kind by `drawPixmapFragments` out of a numpy buffer. The rest is drawn one by one.
"""

from typing import cast

import numpy as np
import numpy.typing as npt
import shiboken6
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from explorer import resources
from explorer.model.mention import Status
from explorer.paint import drawing, signs
from explorer.paint.canvas import Measure, QtCanvas, TextCache
from explorer.paint.theme import FAMILIES, Theme
from explorer.timeline.metrics import Metrics
from explorer.timeline.scene import Flag, Scene

_CELL = 24  # of the atlas, in logical pixels
_FADE_PX = 64
_LONG_FADE_PX = 160
_CAP = 2
_ROW = _CELL
_NEW_PER_FRAME = 16


class Painter:
    """Paints scenes on a screen of one theme and pixel ratio; keeps pictures of texts and marks."""

    def __init__(self, theme: Theme, ratio: float = 1.0, metrics: Metrics | None = None) -> None:
        self.theme, self.ratio = theme, ratio
        self.metrics = metrics or Metrics()
        self.measure = Measure(theme, self.metrics.text)
        self._texts = TextCache(theme, ratio)
        self._atlas: Atlas | None = None

    @property
    def is_behind(self) -> bool:
        """Tell whether the last scene, painted in a hurry, still lacks labels."""
        return self._texts.is_behind

    def paint(self, painter: QPainter, scene: Scene, *, hurry: bool = False) -> None:
        """Paint a scene at the origin of a painter; in a hurry, most new labels come in the next frames."""
        self._texts.begin(_NEW_PER_FRAME if hurry else None)
        atlas = self._atlas = self._atlas or Atlas(self._texts, self.ratio, self.metrics)
        canvas = QtCanvas(painter, self.theme, self._texts)
        drawing.draw(canvas, scene, self.theme, _Fast(atlas, canvas))


class _Fast:
    """The atlas at work on one canvas."""

    def __init__(self, atlas: "Atlas", canvas: QtCanvas) -> None:
        self.atlas, self.canvas = atlas, canvas

    def marks(self, scene: Scene) -> None:
        """Draw all marks."""
        self.atlas.marks(self.canvas, scene)

    def clusters(self, scene: Scene) -> None:
        """Draw all "+n": the grounds in one go, then the numbers."""
        painter, texts, ink = self.canvas.painter, self.atlas.texts, self.atlas.theme.ink
        self.atlas.pills(painter, scene)
        size = drawing.cluster_size(scene.metrics)
        for one in scene.clusters:
            found = texts.picture(drawing.more(one.count), ink, size, False, False)
            if found is not None:
                pixmap, width, ascent = found
                base = (one.y0 + one.y1) / 2 + size * drawing.TEXT_DROP
                painter.drawPixmap(round((one.x0 + one.x1 - width) / 2) - 1, round(base - ascent), pixmap)


class Atlas:
    """A picture of every filled mark: the points of all kinds, and the parts of bars of all families."""

    def __init__(self, texts: TextCache, ratio: float, metrics: Metrics) -> None:
        self.texts, self.ratio, self.metrics = texts, ratio, metrics
        theme = self.theme = texts.theme
        self.kinds = {kind: at for at, kind in enumerate([*resources.kinds(), ""])}
        rows = len(self.kinds) + len(FAMILIES) + drawing.TONES
        self.pixmap = QPixmap(int(max(_CELL, 3 * _FADE_PX + 8) * ratio), int(rows * _ROW * ratio))
        self.pixmap.setDevicePixelRatio(ratio)
        self.pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self.pixmap)
        canvas = QtCanvas(painter, theme)
        for kind, at in self.kinds.items():
            signs.sign(canvas, theme, kind, _CELL / 2, at * _ROW + _CELL / 2, metrics.point / 2)
        for at, family in enumerate(FAMILIES, len(self.kinds)):
            self._draw_bar(canvas, theme.families.of(family), at * _ROW + _CELL / 2)
        height = drawing.pill_height(metrics)
        for tone in range(drawing.TONES):
            y = (self._first_tone + tone) * _ROW + (_CELL - height) / 2
            canvas.rect(0, y, 3 * height, height, drawing.tone_colour(theme, tone), radius=height / 2)
        painter.end()
        self._bar_colours = [QColor(theme.families.of(family)) for family in FAMILIES]
        for colour in self._bar_colours:
            colour.setAlphaF(signs.BAR_ALPHA)

    @property
    def _first_tone(self) -> int:
        return len(self.kinds) + len(FAMILIES)

    def _draw_bar(self, canvas: QtCanvas, colour: str, y: float) -> None:
        """Draw a bar with round ends, one fading to the right, one to the left and one to both."""
        signs.bar(canvas, colour, 0, 8, y, self.metrics.bar)
        for at, (left, right) in enumerate(((False, True), (True, False), (True, True))):
            x = 8 + at * _FADE_PX
            signs.bar(canvas, colour, x, x + _FADE_PX, y, self.metrics.bar, left=left, right=right)

    def marks(self, canvas: QtCanvas, scene: Scene) -> None:
        """Draw the marks of a scene: the filled in one call, the others one by one."""
        kinds = scene.kinds()
        filled = scene.table.status[scene.marks.row] == list(Status).index(Status.HAPPENED)
        # A fade that is stretched far shows its steps; such long ones are few.
        fades = scene.marks.has(Flag.FADE_LEFT) | scene.marks.has(Flag.FADE_RIGHT)
        filled &= ~(fades & (scene.marks.x1 - scene.marks.x0 > _LONG_FADE_PX))
        self._copy(canvas.painter, scene, kinds, filled)
        for at in np.flatnonzero(~filled).tolist():
            drawing.mark(canvas, scene, self.theme, at, kinds[at])

    def _copy(self, painter: QPainter, scene: Scene, kinds: list[str], filled: npt.NDArray[np.bool_]) -> None:
        marks = scene.marks
        code = np.array([self.kinds.get(kind, len(self.kinds) - 1) for kind in kinds], np.int64)
        family = np.array([self._family_of(kind) for kind in kinds], np.int64)
        points = filled & marks.has(Flag.POINT)
        left, right = marks.has(Flag.FADE_LEFT), marks.has(Flag.FADE_RIGHT)
        bars = filled & ~points
        hard, soft = bars & ~left & ~right, bars & (left | right)
        x0, x1 = self._whole(np.maximum(marks.x0, -64.0)), self._whole(np.minimum(marks.x1, scene.width + 64))
        row = (family + len(self.kinds)) * _ROW
        texture = 8 + _FADE_PX * np.where(left & right, 2, np.where(left, 1, 0))
        parts = [
            _fragments((marks.x0 + marks.x1)[points] / 2, marks.y[points], 0, code[points] * _ROW, _CELL),
            _fragments(x0[hard] + _CAP / 2, marks.y[hard], 0, row[hard], _CAP),
            _fragments(x1[hard] - _CAP / 2, marks.y[hard], 8 - _CAP, row[hard], _CAP),
            _stretched(marks.x0[soft], marks.x1[soft], marks.y[soft], texture[soft], row[soft], _FADE_PX),
        ]
        middles = np.column_stack([x0 + _CAP, marks.y, x1 - _CAP])
        for number, colour in enumerate(self._bar_colours):
            self._fill(painter, middles[hard & (family == number)], self.metrics.bar, colour)
        self._draw(painter, np.concatenate(parts))

    def pills(self, painter: QPainter, scene: Scene) -> None:
        """Draw the grounds of all "+n" of a scene."""
        if not scene.clusters:
            return
        spans = np.array([(one.x0, one.x1, (one.y0 + one.y1) / 2) for one in scene.clusters])
        x0, x1, y = self._whole(spans[:, 0]), self._whole(spans[:, 1]), spans[:, 2]
        tones = np.array(drawing.tones(scene))
        height = drawing.pill_height(self.metrics)
        cap = height / 2
        for tone in range(drawing.TONES):
            mine = tones == tone
            middles = np.column_stack([x0[mine] + cap, y[mine], x1[mine] - cap])
            self._fill(painter, middles, height, QColor(drawing.tone_colour(self.theme, tone)))
        row = (tones + self._first_tone) * _ROW
        parts = [_fragments(x0 + cap / 2, y, 0, row, cap), _fragments(x1 - cap / 2, y, 5 * cap, row, cap)]
        self._draw(painter, np.concatenate(parts))

    def _fill(self, painter: QPainter, spans: npt.NDArray[np.float64], height: float, colour: QColor) -> None:
        """Fill stretches (from, middle height, to) of one colour in one call."""
        if not len(spans):
            return
        # As the atlas is copied: the middle on a whole pixel, the picture around it.
        top = np.round(spans[:, 1] * self.ratio) / self.ratio - height / 2
        width = np.maximum(spans[:, 2] - spans[:, 0], 0.0)
        rects = np.ascontiguousarray(np.column_stack([spans[:, 0], top, width, np.full(len(spans), height)]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRects(cast(QRectF, shiboken6.wrapInstance(rects.ctypes.data, QRectF)), len(rects))

    def _draw(self, painter: QPainter, buffer: npt.NDArray[np.float64]) -> None:
        if not len(buffer):
            return
        self._aligned(buffer)
        first = cast(
            QPainter.PixmapFragment, shiboken6.wrapInstance(buffer.ctypes.data, QPainter.PixmapFragment)
        )
        painter.drawPixmapFragments(first, len(buffer), self.pixmap)

    def _whole(self, x: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.round(x * self.ratio) / self.ratio

    def _family_of(self, kind: str) -> int:
        known = resources.kinds().get(kind)
        return FAMILIES.index(known.family if known else "other")

    def _aligned(self, buffer: npt.NDArray[np.float64]) -> None:
        """Turn logical pixels into those of the atlas, on whole device pixels so that edges are sharp."""
        ratio = self.ratio
        wide = buffer[:, 4] * buffer[:, 6]
        left = np.round((buffer[:, 0] - wide / 2) * ratio) / ratio
        buffer[:, 0] = left + wide / 2
        buffer[:, 1] = np.round(buffer[:, 1] * ratio) / ratio
        buffer[:, 2:6] *= ratio  # the source rectangle counts device pixels
        buffer[:, 6:8] /= ratio


def _fragments(
    x: npt.NDArray[np.float64],
    y: npt.NDArray[np.float64],
    source_x: float,
    source_y: npt.NDArray[np.int64],
    width: float,
) -> npt.NDArray[np.float64]:
    """Make fragments as Qt keeps them: middle, source, scale, turn and opacity; ten numbers each."""
    made = np.zeros((len(x), 10))
    made[:, 0], made[:, 1] = x, y
    made[:, 2], made[:, 3] = source_x, source_y
    made[:, 4], made[:, 5] = width, _CELL
    made[:, 6:8] = 1.0
    made[:, 9] = 1.0
    return made


def _stretched(
    x0: npt.NDArray[np.float64],
    x1: npt.NDArray[np.float64],
    y: npt.NDArray[np.float64],
    source_x: npt.NDArray[np.int64] | float,
    source_y: npt.NDArray[np.int64],
    width: float,
) -> npt.NDArray[np.float64]:
    made = _fragments((x0 + x1) / 2, y, 0.0, source_y, width)
    made[:, 2] = source_x
    made[:, 6] = np.maximum(x1 - x0, 0.0) / width
    return made
