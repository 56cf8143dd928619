"""The painter of the screen: what `drawing` draws, with marks out of one atlas and texts as pictures.

A Python call to Qt for every mark would cost more than drawing it; so filled marks, which are nearly all, are
copied from a picture of each kind by `drawPixmapFragments` out of a numpy buffer. The rest is drawn one by one.
"""

import math
from itertools import pairwise
from typing import cast

import numpy as np
import numpy.typing as npt
import shiboken6
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from explorer import resources
from explorer.model.mention import Status
from explorer.model.query import Facet
from explorer.paint import drawing, signs, written
from explorer.paint.canvas import Measure, QtCanvas, TextCache
from explorer.paint.numbers import Numbers
from explorer.paint.theme import FAMILIES, Theme
from explorer.timeline.metrics import Metrics
from explorer.timeline.scene import Flag, Scene, Side

Array = npt.NDArray[np.float64]

_CELL = 24  # of the atlas, in logical pixels, for a text of 12
_FADE_PX = 64
_LONG_FADE_PX = 160
_CAP = 2
_NEW_PER_FRAME = 16
_HAPPENED, _DENIED = (list(Status).index(status) for status in (Status.HAPPENED, Status.DENIED))


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
        if not scene.clusters:
            return
        drop = drawing.cluster_size(scene.metrics) * written.TEXT_DROP
        spans = np.array([(one.x0, one.x1, one.y0, one.y1, one.count) for one in scene.clusters])
        x0, x1, middles = spans[:, 0], spans[:, 1], (spans[:, 2] + spans[:, 3]) / 2
        self.atlas.pills(self.canvas.painter, x0, x1, middles, drawing.tones_of(spans[:, 4]))
        texts = [drawing.more(one.count) for one in scene.clusters]
        self.atlas.numbers.draw(self.canvas.painter, (x0 + x1) / 2, middles + drop, texts)

    def labels(self, scene: Scene) -> None:
        """Write all labels: the plain ones, nearly all, with a few look-ups; the others as everywhere."""
        canvas, theme, sizes = self.canvas, self.atlas.theme, scene.metrics
        titles, rows = scene.table.titles, scene.marks.row.tolist()
        is_denied = (scene.table.status[scene.marks.row] == _DENIED).tolist()
        size, drop, beside = sizes.text, sizes.text * written.TEXT_DROP, 5 * sizes.px
        for label in scene.labels:
            mark = label.mark
            if (
                label.is_selected
                or label.side is Side.INSIDE
                or label.has_sign
                or label.note
                or is_denied[mark]
            ):
                written.words(canvas, scene, theme, label)
                continue
            canvas.cut_text(label.x, label.y + drop, label.text, titles[rows[mark]], theme.ink, size=size)
            if label.badges:
                x = label.x + label.width - sizes.badge * len(label.badges) + beside
                for badge in label.badges:
                    written.draw_badge(canvas, scene, theme, x, label.y, badge)
                    x += sizes.badge


class Atlas:
    """A picture of every filled mark: the points of all kinds, and the parts of bars of all families."""

    def __init__(self, texts: TextCache, ratio: float, metrics: Metrics) -> None:
        self.texts, self.ratio, self.metrics = texts, ratio, metrics
        self.cell = max(math.ceil(_CELL * metrics.px), _CELL)
        theme = self.theme = texts.theme
        self.numbers = Numbers(texts, theme.ink, drawing.cluster_size(metrics))
        self.kinds = {kind: at for at, kind in enumerate([*resources.kinds(), ""])}
        rows = len(self.kinds) + len(FAMILIES) + drawing.TONES
        self.pixmap = QPixmap(int(max(self.cell, 3 * _FADE_PX + 8) * ratio), int(rows * self.cell * ratio))
        self.pixmap.setDevicePixelRatio(ratio)
        self.pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self.pixmap)
        canvas = QtCanvas(painter, theme)
        for kind, at in self.kinds.items():
            signs.sign(canvas, theme, kind, self.cell / 2, at * self.cell + self.cell / 2, metrics.point / 2)
        for at, family in enumerate(FAMILIES, len(self.kinds)):
            self._draw_bar(canvas, theme.families.of(family), at * self.cell + self.cell / 2)
        height = drawing.pill_height(metrics)
        for tone in range(drawing.TONES):
            y = (self._first_tone + tone) * self.cell + (self.cell - height) / 2
            canvas.rect(0, y, 3 * height, height, drawing.tone_colour(theme, tone), radius=height / 2)
        painter.end()
        self._tone_colours = [QColor(drawing.tone_colour(theme, tone)) for tone in range(drawing.TONES)]
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
        filled = scene.table.status[scene.marks.row] == _HAPPENED
        # A fade that is stretched far shows its steps; such long ones are few.
        fades = scene.marks.has(Flag.FADE_LEFT) | scene.marks.has(Flag.FADE_RIGHT)
        filled &= ~(fades & (scene.marks.x1 - scene.marks.x0 > _LONG_FADE_PX))
        self._copy(canvas.painter, scene, filled)
        others = np.flatnonzero(~filled).tolist()
        kinds = scene.kinds() if others else []
        for at in others:
            drawing.mark(canvas, scene, self.theme, at, kinds[at])

    def _copy(self, painter: QPainter, scene: Scene, filled: npt.NDArray[np.bool_]) -> None:
        marks = scene.marks
        column = scene.table.facets[Facet.KIND]
        own = column.codes[column.offsets[marks.row]]
        code = np.array([self.kinds.get(kind, len(self.kinds) - 1) for kind in column.values], np.int64)[own]
        family = np.array([self._family_of(kind) for kind in column.values], np.int64)[own]
        points = filled & marks.has(Flag.POINT)
        left, right = marks.has(Flag.FADE_LEFT), marks.has(Flag.FADE_RIGHT)
        bars = filled & ~points
        hard, soft = bars & ~left & ~right, bars & (left | right)
        x0, x1 = self._whole(np.maximum(marks.x0, -64.0)), self._whole(np.minimum(marks.x1, scene.width + 64))
        row = (family + len(self.kinds)) * self.cell
        texture = 8 + _FADE_PX * np.where(left & right, 2, np.where(left, 1, 0))
        parts = [
            _fragments(
                (marks.x0 + marks.x1)[points] / 2, marks.y[points], 0, code[points] * self.cell, self.cell
            ),
            _fragments(x0[hard] + _CAP / 2, marks.y[hard], 0, row[hard], _CAP),
            _fragments(x1[hard] - _CAP / 2, marks.y[hard], 8 - _CAP, row[hard], _CAP),
            _stretched(marks.x0[soft], marks.x1[soft], marks.y[soft], texture[soft], row[soft], _FADE_PX),
        ]
        if hard.any():
            rects = self._rects(x0 + _CAP, marks.y, x1 - _CAP, self.metrics.bar)
            for number, colour in enumerate(self._bar_colours):
                self._draw_rects(painter, rects[hard & (family == number)], colour)
        self._draw(painter, np.concatenate(parts))

    def pills(self, painter: QPainter, x0: Array, x1: Array, y: Array, tones: npt.NDArray[np.int64]) -> None:
        """Draw the grounds of "+n" around their middle heights."""
        x0, x1 = self._whole(x0), self._whole(x1)
        height = drawing.pill_height(self.metrics)
        cap = height / 2
        order = np.argsort(tones, kind="stable")
        rects = self._rects(x0[order] + cap, y[order], x1[order] - cap, height)
        ends = np.searchsorted(tones[order], np.arange(drawing.TONES + 1)).tolist()
        for tone, (first, last) in enumerate(pairwise(ends)):
            self._draw_rects(painter, rects[first:last], self._tone_colours[tone])
        row = (tones + self._first_tone) * self.cell
        parts = [_fragments(x0 + cap / 2, y, 0, row, cap), _fragments(x1 - cap / 2, y, 5 * cap, row, cap)]
        self._draw(painter, np.concatenate(parts))

    def _rects(self, x0: Array, y: Array, x1: Array, height: float) -> Array:
        """Make rectangles as Qt keeps them of stretches around their middle heights."""
        made = np.empty((len(x0), 4))
        made[:, 0] = x0
        # As the atlas is copied: the middle on a whole pixel, the picture around it.
        made[:, 1] = np.round(y * self.ratio) / self.ratio - height / 2
        made[:, 2] = np.maximum(x1 - x0, 0.0)
        made[:, 3] = height
        return made

    def _draw_rects(self, painter: QPainter, rects: Array, colour: QColor) -> None:
        """Fill rectangles of one colour in one call."""
        if len(rects):
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
        buffer[:, 5] = self.cell
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
    """Make fragments as Qt keeps them: middle, source, scale, turn and opacity; ten numbers each.

    They are as high as a cell of the atlas that draws them.
    """
    made = np.zeros((len(x), 10))
    made[:, 0], made[:, 1] = x, y
    made[:, 2], made[:, 3] = source_x, source_y
    made[:, 4] = width
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
