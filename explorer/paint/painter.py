"""The painter of the screen: what `drawing` draws, with marks out of one atlas and texts as pictures.

A Python call to Qt for every mark would cost more than drawing it; so filled marks, which are nearly all, are
copied from a picture of each kind by `drawPixmapFragments` out of a numpy buffer. The rest is drawn one by one.
"""

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from explorer import resources
from explorer.model.mention import Status
from explorer.model.query import Facet
from explorer.paint import drawing, headers, signs, written
from explorer.paint.buffers import draw_fragments, fill_rects
from explorer.paint.canvas import Canvas, QtCanvas, TextCache
from explorer.paint.captions import Captions
from explorer.paint.fonts import Measure
from explorer.paint.ground import Ground
from explorer.paint.numbers import Numbers
from explorer.paint.theme import FAMILIES, Theme
from explorer.timeline.drawn import Flag, Side
from explorer.timeline.metrics import Metrics
from explorer.timeline.scene import LaneBox, Scene

Array = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
_NameKey = tuple[str, str, int, float, bool]  # all that the header of a lane depends on but where it stands
_Name = tuple[headers.Header, QPixmap]

_CELL = 24  # of the atlas, in logical pixels, for a text of 12
_FADE_PX = 64
_LONG_FADE_PX = 160
_CAP = 2
_LONG = 200  # as long as nearly every "+n"
_CAP_ON_BAR = 4.0
_NEW_PER_FRAME = 16
_NAMES_KEPT = 500
_NO_PEN = QPen(Qt.PenStyle.NoPen)  # to name the style instead costs a look-up in every call
_HAPPENED, _DENIED = (list(Status).index(status) for status in (Status.HAPPENED, Status.DENIED))


class Painter:
    """Paints scenes on a screen of one theme and pixel ratio; keeps pictures of texts and marks."""

    def __init__(self, theme: Theme, ratio: float = 1.0, metrics: Metrics | None = None) -> None:
        self.theme, self.ratio = theme, ratio
        self.metrics = metrics or Metrics()
        self.measure = Measure(theme, self.metrics.text)
        self._texts = TextCache(theme, ratio)
        self._atlas: Atlas | None = None
        self._ground = Ground(theme, ratio)

    @property
    def is_behind(self) -> bool:
        """Tell whether the last scene, painted in a hurry, still lacks labels."""
        return self._texts.is_behind

    def paint(self, painter: QPainter, scene: Scene, *, hurry: bool = False) -> None:
        """Paint a scene at the origin of a painter; in a hurry, most new labels come in the next frames."""
        self._texts.begin(_NEW_PER_FRAME if hurry else None)
        atlas = self._atlas = self._atlas or Atlas(self._texts, self.ratio, self.metrics)
        canvas = QtCanvas(painter, self.theme, self._texts)
        drawing.draw(canvas, scene, self.theme, _Fast(atlas, self._ground, canvas))


class _Fast:
    """Atlas and ground at work on one canvas."""

    def __init__(self, atlas: "Atlas", ground: Ground, canvas: QtCanvas) -> None:
        self.atlas, self._ground, self.canvas = atlas, ground, canvas

    def ground(self, scene: Scene) -> None:
        """Draw the ground of the lanes with the lines of the ticks."""
        self._ground.draw(self.canvas, scene)

    def marks(self, scene: Scene) -> None:
        """Draw all marks."""
        self.atlas.marks(self.canvas, scene)

    def clusters(self, scene: Scene) -> None:
        """Draw all "+n": the grounds in one go, then the numbers."""
        shown = scene.clusters
        if not len(shown):
            return
        drop = drawing.cluster_size(scene.metrics) * written.TEXT_DROP
        middles = (shown.y0 + shown.y1) / 2
        self.atlas.pills(self.canvas.painter, shown.x0, shown.x1, middles, drawing.tones(shown.count))
        places, counts = (shown.x0 + shown.x1) / 2, shown.count.tolist()
        self.atlas.numbers.draw(self.canvas.painter, places, middles + drop, counts)

    def labels(self, scene: Scene) -> None:
        """Write all labels: the plain ones, nearly all, with a few look-ups; the others as everywhere."""
        labels, rows = scene.labels, scene.marks.row[scene.labels.mark]
        is_odd = labels.is_selected | (scene.table.status[rows] == _DENIED)
        if scene.shows_kind or scene.is_page:
            is_odd |= [bool(words.has_sign or words.note) for words in labels.words]
        for at in np.flatnonzero(is_odd).tolist():
            written.words(self.canvas, scene, self.atlas.theme, labels[at])
        self._on_bars(scene, np.flatnonzero((labels.side == Side.INSIDE) & ~is_odd))
        plain = np.flatnonzero(~is_odd)
        base = labels.y[plain] + scene.metrics.text * written.TEXT_DROP
        said, titles = labels.words, scene.table.titles
        texts = [
            (said[at].text, titles[row]) for at, row in zip(plain.tolist(), rows[plain].tolist(), strict=True)
        ]
        self.atlas.captions.draw(self.canvas.painter, labels.x[plain], base, texts)
        for at in plain.tolist():
            if said[at].badges:
                written.badges(self.canvas, scene, self.atlas.theme, labels[at])

    def _on_bars(self, scene: Scene, chosen: Codes) -> None:
        """Draw the grounds of labels that stand on their bars."""
        if len(chosen):
            labels, bands = scene.labels, [box.lane for box in scene.lanes if box.is_band]
            x0, is_band = labels.x[chosen], np.isin(scene.marks.lane[labels.mark[chosen]], bands)
            x1 = x0 + labels.width[chosen] + written.ON_BAR_PX
            self.atlas.on_bars(self.canvas.painter, x0 - written.ON_BAR_PX, x1, labels.y[chosen], is_band)

    def names(self, scene: Scene) -> None:
        """Draw the headers of all lanes: the names as pictures, then the plain counts out of their pieces."""
        with_strip = {shown.lane for shown in scene.plan.shown if shown.has_strip}
        painter, known = self.canvas.painter, self.atlas.names
        plain: list[tuple[float, float, int, int]] = []
        for box in scene.lanes:
            count = headers.count_of(scene, box, has_strip=box.lane in with_strip)
            top, height = headers.stretch_of(scene, box)
            key = box.label, box.kind, len(count.text), height, box.is_collapsed
            header, picture = known.get(key) or self._name(scene, box, count, key)
            painter.drawPixmap(0, round(top), picture)
            headers.draw_pin(self.canvas, scene, self.atlas.theme, box)
            if count.more:
                headers.draw_count(self.canvas, scene, self.atlas.theme, header, top, count)
            else:
                plain.append((header.count_x, top + header.count_base, header.is_at_end, count.number))
        if plain:
            x, base, shares, numbers = np.array(plain).T
            self.atlas.counts.draw(painter, x, base, numbers.astype(np.int64).tolist(), shares)

    def _name(self, scene: Scene, box: LaneBox, count: headers.Count, key: _NameKey) -> _Name:
        """Draw the name of a lane."""
        header = headers.header_of(scene, box, count, key[3])
        size = headers.name_size(scene, box, header)

        def draw(on: Canvas) -> None:
            headers.draw_name(on, scene, self.atlas.theme, box, header, 0)

        made = self.atlas.names[key] = header, self.atlas.texts.stamp(("name", key), *size, draw)
        if len(self.atlas.names) > _NAMES_KEPT:
            del self.atlas.names[next(iter(self.atlas.names))]
        return made


class Atlas:
    """A picture of every filled mark: the points of all kinds, and the parts of bars of all families."""

    def __init__(self, texts: TextCache, ratio: float, metrics: Metrics) -> None:
        self.texts, self.ratio, self.metrics = texts, ratio, metrics
        self.cell = max(math.ceil(_CELL * metrics.px), _CELL)
        theme = self.theme = texts.theme
        self.captions = Captions(texts, theme.ink, metrics.text)
        self.counts = Numbers(texts, theme.muted, headers.count_size(metrics), "{:,}".format)
        self.numbers = Numbers(texts, theme.ink, drawing.cluster_size(metrics), drawing.more)
        self.kinds = {kind: at for at, kind in enumerate([*resources.kinds(), ""])}
        rows = len(self.kinds) + len(FAMILIES) + drawing.TONES + 2
        self._long = math.ceil(_LONG * metrics.px) // 2 * 2
        width = max(self.cell, 3 * _FADE_PX + 8, self._long)
        self.pixmap = QPixmap(int(width * ratio), int(rows * self.cell * ratio))
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
            canvas.rect(0, y, self._long, height, drawing.tone_colour(theme, tone), radius=height / 2)
        for is_band in (False, True):
            y = (self._first_tone + drawing.TONES + is_band + 0.5) * self.cell
            written.on_bar(canvas, theme, metrics, 0, self._long, y, is_band=is_band)
        painter.end()
        self.names: dict[_NameKey, _Name] = {}
        self._known_looks: dict[tuple[str, ...], tuple[Codes, Codes]] = {}
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
        marks = scene.marks
        filled = scene.table.status[marks.row] == _HAPPENED
        left, right = marks.has(Flag.FADE_LEFT), marks.has(Flag.FADE_RIGHT)
        is_soft = left | right
        # A fade that is stretched far shows its steps; such long ones are few.
        filled &= ~(is_soft & (marks.x1 - marks.x0 > _LONG_FADE_PX))
        is_point = marks.has(Flag.POINT)
        code, family = self._looks(scene)
        self._copy_bars(canvas.painter, scene, np.flatnonzero(filled & ~is_point & ~is_soft), family)
        points = np.flatnonzero(filled & is_point)
        middles = (marks.x0[points] + marks.x1[points]) / 2
        parts = [_fragments(middles, marks.y[points], 0, code[points] * self.cell, self.cell)]
        soft = np.flatnonzero(filled & ~is_point & is_soft)
        if len(soft):
            texture = 8 + _FADE_PX * np.where((left & right)[soft], 2, np.where(left[soft], 1, 0))
            row = (family[soft] + len(self.kinds)) * self.cell
            parts.append(_stretched(marks.x0[soft], marks.x1[soft], marks.y[soft], texture, row, _FADE_PX))
        self._draw(canvas.painter, np.concatenate(parts))
        others = np.flatnonzero(~filled).tolist()
        kinds = scene.kinds() if others else []
        for at in others:
            drawing.mark(canvas, scene, self.theme, at, kinds[at])

    def _looks(self, scene: Scene) -> tuple[Codes, Codes]:
        """Give which picture of the atlas each mark has: of its kind, and of the family of that."""
        column = scene.table.facets[Facet.KIND]
        known = self._known_looks.get(column.values)
        if known is None:
            codes = [self.kinds.get(kind, len(self.kinds) - 1) for kind in column.values]
            families = [self._family_of(kind) for kind in column.values]
            known = self._known_looks[column.values] = np.array(codes), np.array(families)
        own = column.codes[column.offsets[scene.marks.row]]
        return known[0][own], known[1][own]

    def _copy_bars(self, painter: QPainter, scene: Scene, bars: Codes, family: Codes) -> None:
        """Draw filled bars: their middles as rectangles, their round ends out of the atlas."""
        if not len(bars):
            return
        marks, family = scene.marks, family[bars]
        x0 = self._whole(np.maximum(marks.x0[bars], -64.0))
        x1 = self._whole(np.minimum(marks.x1[bars], scene.width + 64))
        y, row = marks.y[bars], (family + len(self.kinds)) * self.cell
        rects = self._rects(x0 + _CAP, y, x1 - _CAP, self.metrics.bar)
        for number in np.flatnonzero(np.bincount(family)).tolist():
            self._draw_rects(painter, rects[family == number], self._bar_colours[number])
        left = _fragments(x0 + _CAP / 2, y, 0, row, _CAP)
        right = _fragments(x1 - _CAP / 2, y, 8 - _CAP, row, _CAP)
        self._draw(painter, np.concatenate([left, right]))

    def pills(self, painter: QPainter, x0: Array, x1: Array, y: Array, tones: Codes) -> None:
        """Draw the grounds of "+n" around their middle heights."""
        self._copy_long(painter, x0, x1, y, self._first_tone + tones, drawing.pill_height(self.metrics) / 2)

    def on_bars(self, painter: QPainter, x0: Array, x1: Array, y: Array, is_band: Bools) -> None:
        """Draw the grounds of labels on their bars."""
        self._copy_long(painter, x0, x1, y, self._first_tone + drawing.TONES + is_band, _CAP_ON_BAR)

    def _copy_long(self, painter: QPainter, x0: Array, x1: Array, y: Array, rows: Codes, cap: float) -> None:
        """Copy shapes as long as one likes, with round ends, out of rows of the atlas."""
        x0, x1, row = self._whole(x0), self._whole(x1), rows * self.cell
        cap = math.ceil(cap)
        ends = x1 - cap
        # The left of a long shape, its right end, and what one that is longer still has between them.
        most = self._long - 2 * cap
        wide = np.minimum(ends - x0, most)
        parts = [_fragments(x0 + wide / 2, y, 0, row, wide), _fragments(x1 - cap / 2, y, most + cap, row, cap)]
        rest = ends - x0 - most
        while (rest > 0).any():
            long = np.flatnonzero(rest > 0)
            wide = np.minimum(rest[long], most - cap)
            parts.append(_fragments((ends - rest)[long] + wide / 2, y[long], cap, row[long], wide))
            rest[long] -= wide
        self._draw(painter, np.concatenate(parts))

    def _rects(self, x0: Array, y: Array, x1: Array, height: float) -> Array:
        """Make rectangles as Qt keeps them of stretches around their middle heights."""
        made = np.empty((len(x0), 4))
        made[:, 0] = x0
        # As the atlas is copied: the middle on a whole pixel, the picture around it.
        made[:, 1] = np.rint(y * self.ratio) / self.ratio - height / 2
        made[:, 2] = np.maximum(x1 - x0, 0.0)
        made[:, 3] = height
        return made

    def _draw_rects(self, painter: QPainter, rects: Array, colour: QColor, *, is_whole: bool = False) -> None:
        """Fill rectangles of one colour in one call."""
        if len(rects):
            painter.setPen(_NO_PEN)
            painter.setBrush(colour)
            fill_rects(painter, rects)

    def _draw(self, painter: QPainter, buffer: npt.NDArray[np.float64]) -> None:
        self._aligned(buffer)
        draw_fragments(painter, buffer, self.pixmap)

    def _whole(self, x: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.rint(x * self.ratio) / self.ratio

    def _family_of(self, kind: str) -> int:
        known = resources.kinds().get(kind)
        return FAMILIES.index(known.family if known else "other")

    def _aligned(self, buffer: npt.NDArray[np.float64]) -> None:
        """Turn logical pixels into those of the atlas, on whole device pixels so that edges are sharp."""
        ratio = self.ratio
        buffer[:, 5] = self.cell
        wide = buffer[:, 4] * buffer[:, 6]
        left = np.rint((buffer[:, 0] - wide / 2) * ratio) / ratio
        buffer[:, 0] = left + wide / 2
        buffer[:, 1] = np.rint(buffer[:, 1] * ratio) / ratio
        buffer[:, 2:6] *= ratio  # the source rectangle counts device pixels
        buffer[:, 6:8] /= ratio


def _fragments(
    x: npt.NDArray[np.float64],
    y: npt.NDArray[np.float64],
    source_x: float,
    source_y: npt.NDArray[np.int64],
    width: Array | float,
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
