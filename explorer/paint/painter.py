"""The painter of the screen: what `drawing` draws, with marks out of one atlas and texts as pictures.

A Python call to Qt for every mark would cost more than drawing it; so filled marks, which are nearly all, are
copied from a picture of each kind by `drawPixmapFragments` out of a numpy buffer. The rest is drawn one by one.
"""

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QPainter, QPixmap

from explorer import resources
from explorer.model.mention import Status
from explorer.model.query import Facet
from explorer.paint import drawing, headers, signs, written
from explorer.paint.canvas import Canvas, QtCanvas, TextCache
from explorer.paint.captions import Captions
from explorer.paint.fonts import Measure
from explorer.paint.ground import Ground
from explorer.paint.numbers import Numbers
from explorer.paint.sheet import Sheet
from explorer.paint.theme import FAMILIES, Theme
from explorer.timeline.drawn import Flag, Side
from explorer.timeline.metrics import Metrics
from explorer.timeline.scene import LaneBox, Scene

Array = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
_NameKey = tuple[
    str, str, int, float, bool, bool
]  # all that the header of a lane depends on but where it stands
_Name = tuple[headers.Header, QPixmap]

_CELL = 24  # of the atlas, in logical pixels, for a text of 12
_FADE_PX = 64
_LONG_FADE_PX = 160
_CAP = 2
_LONG = 198  # as long as nearly every "+n"; a whole number of dashes, so that they go on where it is prolonged
_CAP_ON_BAR = 4
_OUTSIDE_PX = 64.0  # so far beyond its edges a bar that runs out of the view is drawn
_FADES = ((True, False), (False, True), (True, True))  # left, right
_FADE_OF = np.array([0, 0, 1, 2])  # by the flags of both
_NEW_PER_FRAME = 16
_NAMES_KEPT = 500
_HAPPENED, _PLANNED, _DENIED = map(list(Status).index, (Status.HAPPENED, Status.PLANNED, Status.DENIED))


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
        if scene.is_page:
            is_odd[:] = True
        for at in is_odd.nonzero()[0].tolist():
            written.words(self.canvas, scene, self.atlas.theme, labels[at])
        self._on_bars(scene, ((labels.side == Side.INSIDE) & ~is_odd).nonzero()[0])
        plain = (~is_odd).nonzero()[0]
        base = labels.y[plain] + scene.metrics.text * written.TEXT_DROP
        said, titles = labels.words, scene.table.titles
        x: Array = labels.x[plain]
        if scene.shows_kind:
            x += self._signs(scene, plain)
        texts = [
            (said[at].text, titles[row]) for at, row in zip(plain.tolist(), rows[plain].tolist(), strict=True)
        ]
        self.atlas.captions.draw(self.canvas.painter, x, base, texts)
        for at in plain.tolist():
            if shown := said[at].badges:
                begin = labels.x[at] + labels.width[at] - scene.metrics.badge * len(shown)
                written.badges(self.canvas, scene, self.atlas.theme, begin, labels.y[at], shown)

    def _signs(self, scene: Scene, plain: Codes) -> Array:
        """Draw the signs of kinds before plain labels where the lane does not say it; give their room."""
        labels = scene.labels
        has_sign = np.array([labels.words[at].has_sign for at in plain.tolist()], np.bool_)
        signed = plain[has_sign]
        if len(signed):
            self.atlas.signs(self.canvas.painter, scene, signed)
        return np.where(has_sign, scene.metrics.sign, 0.0)

    def _on_bars(self, scene: Scene, chosen: Codes) -> None:
        """Draw the grounds of labels that stand on their bars."""
        if len(chosen):
            labels, lane = scene.labels, scene.marks.lane[scene.labels.mark[chosen]]
            are_bands = np.zeros(max((box.lane for box in scene.lanes), default=0) + 1, np.bool_)
            are_bands[[box.lane for box in scene.lanes if box.is_band]] = True
            x0, is_band = labels.x[chosen], are_bands[lane]
            x1 = x0 + labels.width[chosen] + written.ON_BAR_PX
            self.atlas.on_bars(self.canvas.painter, x0 - written.ON_BAR_PX, x1, labels.y[chosen], is_band)

    def names(self, scene: Scene) -> None:
        """Draw the headers of all lanes: the names as pictures, then the plain counts out of their pieces."""
        with_strip = {shown.lane for shown in scene.plan.shown if shown.has_strip}
        painter, known = self.canvas.painter, self.atlas.names
        plain: list[tuple[float, float, int, int]] = []
        for box in scene.lanes:
            count = headers.count_of(scene, box, has_strip=box.lane in with_strip)
            height, is_several = headers.height_of(scene, box), box.values > 1
            key = box.label, box.kind, len(count.text), height, box.is_collapsed, is_several
            header, picture = known.get(key) or self._name(scene, box, count, key)
            top = headers.top_of(scene, box, header)
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
    """A picture of every filled mark and of every ground: points of all kinds, bars, fades and "+n"."""

    def __init__(self, texts: TextCache, ratio: float, metrics: Metrics) -> None:
        self.texts, self.metrics, theme = texts, metrics, texts.theme
        self.theme = theme
        self.captions = Captions(texts, theme.ink, metrics.text)
        self.counts = Numbers(texts, theme.muted, headers.count_size(metrics), "{:,}".format)
        self.numbers = Numbers(texts, theme.ink, drawing.cluster_size(metrics), drawing.more)
        self.names: dict[_NameKey, _Name] = {}
        self._known_looks: dict[tuple[str, ...], tuple[Codes, Codes]] = {}
        self._kinds = {kind: row for row, kind in enumerate([*resources.kinds(), ""])}
        self._first_bar = len(self._kinds)
        self._first_planned = self._first_bar + len(FAMILIES)
        self._first_fade = self._first_planned + len(FAMILIES)
        self._first_tone = self._first_fade + len(FAMILIES)
        self._on_bar = self._first_tone + drawing.TONES
        self._first_sign = self._on_bar + 2
        self._first_planned_point = self._first_sign + len(self._kinds)
        rows = self._first_planned_point + len(self._kinds)
        cell, long = max(math.ceil(_CELL * metrics.px), _CELL), math.ceil(metrics.px) * _LONG
        self._sheet = Sheet(max(3 * _FADE_PX, long), cell, rows, ratio)
        self._draw(long=max(3 * _FADE_PX, long))

    def _draw(self, long: int) -> None:
        """Draw all pictures."""
        painter = QPainter(self._sheet.pixmap)
        canvas, theme, metrics, middle = (
            QtCanvas(painter, self.theme),
            self.theme,
            self.metrics,
            self._sheet.middle,
        )
        for kind, row in self._kinds.items():
            x, radius = self._sheet.height / 2, metrics.point / 2
            signs.sign(canvas, theme, kind, x, middle(row), radius)
            signs.sign(canvas, theme, kind, x, middle(self._first_sign + row), written.sign_radius(metrics))
            look, y = (theme.of_kind(kind), signs.shape_of(kind)), middle(self._first_planned_point + row)
            signs.point(canvas, *look, x, y, radius, Status.PLANNED, theme.ground)
        for at, family in enumerate(FAMILIES):
            colour = theme.families.of(family)
            signs.bar(canvas, colour, 0, long, middle(self._first_bar + at), metrics.bar)
            y, ground = middle(self._first_planned + at), theme.ground
            signs.bar(canvas, colour, 0, long, y, metrics.bar, status=Status.PLANNED, ground=ground)
            for place, (left, right) in enumerate(_FADES):
                ends, y = (place * _FADE_PX, (place + 1) * _FADE_PX), middle(self._first_fade + at)
                signs.bar(canvas, colour, *ends, y, metrics.bar, left=left, right=right)
        height = drawing.pill_height(metrics)
        for tone in range(drawing.TONES):
            top, colour = middle(self._first_tone + tone) - height / 2, drawing.tone_colour(theme, tone)
            canvas.rect(0, top, long, height, colour, radius=height / 2)
        for is_band in (False, True):
            written.on_bar(canvas, theme, metrics, 0, long, middle(self._on_bar + is_band), is_band=is_band)
        painter.end()

    def marks(self, canvas: QtCanvas, scene: Scene) -> None:
        """Draw the marks of a scene: the filled by the hundred, the others one by one."""
        marks, painter = scene.marks, canvas.painter
        flags, x0, x1, y = marks.flags, marks.x0, marks.x1, marks.y
        is_soft = (flags & (Flag.FADE_LEFT | Flag.FADE_RIGHT)) != 0
        is_point, status = marks.has(Flag.POINT), scene.table.status[marks.row]
        is_planned = status == _PLANNED
        # A fade that is stretched far shows its steps; such long ones are few, and so are planned ones.
        is_odd = ((status != _HAPPENED) & ~is_planned) | (is_soft & (is_planned | (x1 - x0 > _LONG_FADE_PX)))
        points, families = self._looks(scene)
        chosen = (~(is_point | is_soft | is_odd)).nonzero()[0]
        if len(chosen):
            # What lies far outside is left away in whole dashes, so that the others move with their bar.
            away = np.maximum(-_OUTSIDE_PX - x0[chosen], 0.0) // signs.PERIOD * signs.PERIOD
            begin, end = x0[chosen] + away, np.minimum(x1[chosen], scene.width + _OUTSIDE_PX)
            rows = np.where(is_planned[chosen], self._first_planned, self._first_bar) + families[chosen]
            self._sheet.prolong(painter, begin, end, y[chosen], rows, _CAP)
        chosen = (is_point & ~is_odd).nonzero()[0]
        if len(chosen):
            middles = (x0[chosen] + x1[chosen]) / 2
            rows = points[chosen] + self._first_planned_point * is_planned[chosen]
            self._sheet.copy(painter, middles, y[chosen], rows, self._sheet.height)
        chosen = (is_soft & ~(is_point | is_odd)).nonzero()[0]
        if len(chosen):
            manner = (flags[chosen] & (Flag.FADE_LEFT | Flag.FADE_RIGHT)) // Flag.FADE_LEFT
            texture, rows = _FADE_PX * _FADE_OF[manner], self._first_fade + families[chosen]
            self._sheet.stretch(painter, x0[chosen], x1[chosen], y[chosen], rows, _FADE_PX, texture)
        odd = is_odd.nonzero()[0].tolist()
        kinds = scene.kinds() if odd else []
        for at in odd:
            drawing.mark(canvas, scene, self.theme, at, kinds[at])

    def signs(self, painter: QPainter, scene: Scene, chosen: Codes) -> None:
        """Draw the signs of kinds before these labels."""
        labels = scene.labels
        rows = self._first_sign + self._looks(scene)[0][labels.mark[chosen]]
        x = labels.x[chosen] + written.sign_middle(self.metrics)
        self._sheet.copy(painter, x, labels.y[chosen], rows, self._sheet.height)

    def _looks(self, scene: Scene) -> tuple[Codes, Codes]:
        """Give the row of each mark's point, and the place of its family."""
        column = scene.table.facets[Facet.KIND]
        known = self._known_looks.get(column.values)
        if known is None:
            rows = [self._kinds.get(kind, len(self._kinds) - 1) for kind in column.values]
            families = [_family_of(kind) for kind in column.values]
            known = self._known_looks[column.values] = np.array(rows), np.array(families)
        own = column.codes[column.offsets[scene.marks.row]]
        return known[0][own], known[1][own]

    def pills(self, painter: QPainter, x0: Array, x1: Array, y: Array, tones: Codes) -> None:
        """Draw the grounds of "+n" around their middle heights."""
        cap = math.ceil(drawing.pill_height(self.metrics) / 2)
        self._sheet.prolong(painter, x0, x1, y, self._first_tone + tones, cap)

    def on_bars(self, painter: QPainter, x0: Array, x1: Array, y: Array, is_band: Bools) -> None:
        """Draw the grounds of labels on their bars."""
        self._sheet.prolong(painter, x0, x1, y, self._on_bar + is_band, _CAP_ON_BAR)


def _family_of(kind: str) -> int:
    known = resources.kinds().get(kind)
    return FAMILIES.index(known.family if known else "other")
