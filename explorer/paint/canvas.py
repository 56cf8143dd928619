"""`Canvas`: the few things that are ever drawn, so that screen, page and SVG show the same; and the one on Qt.

Colours are "#rrggbb" with an `alpha`; places are pixels of the canvas; the y of a text is its base line.
"""

import math
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import lru_cache
from typing import Literal, NamedTuple, Protocol, cast

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QImage,
    QLinearGradient,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
    QTextLayout,
    QTextLine,
)

from explorer.paint import fonts
from explorer.paint.buffers import fill_rects
from explorer.paint.colour import mixed
from explorer.paint.theme import Theme
from explorer.timeline.ticks import ELLIPSIS

Anchor = Literal["start", "middle", "end"]
Points = Sequence[tuple[float, float]]
Boxes = Sequence[tuple[float, float, float, float]]  # x, y, width, height
_FADE_FROM = 0.45  # a fading bar is solid for this share of its length
_FADE_TO = 0.06
TEXTS_KEPT = 2_000  # a label takes some 25 kB, and a frame shows a few hundred
_STAMPS_KEPT = 1_000
_NOTHING = nullcontext()
# Naming these styles instead would cost a look-up in every call.
_NO_PEN, _NO_BRUSH = QPen(Qt.PenStyle.NoPen), QBrush(Qt.BrushStyle.NoBrush)


class Canvas(Protocol):
    """What a drawing needs of the thing it is drawn on."""

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str | None,
        *,
        alpha: float = 1.0,
        stroke: str | None = None,
        pen: float = 1.0,
        radius: float = 0.0,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a rectangle."""

    def rects(self, boxes: Boxes, fill: str, *, alpha: float = 1.0) -> None:
        """Draw plain rectangles of one colour."""

    def line(
        self,
        points: Points,
        colour: str,
        *,
        pen: float = 1.0,
        dash: Sequence[float] = (),
        alpha: float = 1.0,
    ) -> None:
        """Draw a line through points."""

    def polygon(
        self,
        points: Points,
        fill: str | None,
        *,
        stroke: str | None = None,
        pen: float = 1.0,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a closed shape."""

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str | None,
        *,
        stroke: str | None = None,
        pen: float = 1.0,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a circle."""

    def faded(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        colour: str,
        *,
        left: bool,
        right: bool,
        alpha: float,
    ) -> None:
        """Draw a bar whose left or right end fades away."""

    def text(
        self,
        x: float,
        y: float,
        text: str,
        colour: str,
        *,
        size: float,
        bold: bool = False,
        italic: bool = False,
        anchor: Anchor = "start",
    ) -> None:
        """Write a text on a base line."""

    def cut_text(self, x: float, y: float, text: str, whole: str, colour: str, *, size: float) -> None:
        """Write a text cut from a whole one with "…"."""

    def image(self, x: float, y: float, width: float, height: float, data: bytes, type_: str) -> None:
        """Draw a PNG, a JPEG or an SVG (its MIME type says which) into a rectangle, in its own proportions."""

    def clipped(self, x: float, y: float, width: float, height: float) -> AbstractContextManager[None]:
        """Draw only inside a rectangle."""

    def moved(self, dx: float, dy: float) -> AbstractContextManager[None]:
        """Draw everything so much further right and down."""

    def group(self, name: str, title: str = "") -> AbstractContextManager[None]:
        """Draw things that belong together under one name, and a title for people."""

    def stamp(self, key: Hashable, x: float, y: float, width: float, height: float, draw: "Stamp") -> None:
        """Draw something that looks the same wherever it stands; `key` says all that it depends on.

        `draw` draws it, no larger than so, on a canvas of which the origin is its upper left corner.
        """


Stamp = Callable[[Canvas], None]


def stops(left: bool, right: bool) -> list[tuple[float, float]]:
    """Give where a fading bar has which share of its opacity."""
    begin = [(0.0, _FADE_TO), (1 - _FADE_FROM if not right else 0.5, 1.0)] if left else [(0.0, 1.0)]
    end = [(_FADE_FROM if not left else 0.5, 1.0), (1.0, _FADE_TO)] if right else [(1.0, 1.0)]
    return begin + end


class Picture(NamedTuple):
    """A text as a picture: its width, its height above the base line, and how its letters stand."""

    text: str
    pixmap: QPixmap
    width: float
    ascent: float
    line: QTextLine
    layout: QTextLayout  # of the line, which lives no longer

    def end_of(self, letters: int) -> float:
        """Give where the first so many letters end, kerning included; a zoom asks anew in every frame."""
        text = self.text
        units = letters if text.isascii() else len(text[:letters].encode("utf-16-le")) // 2
        x, _ = cast("tuple[float, int]", self.line.cursorToX(units))  # typed as an object
        return x


class TextCache:
    """Texts as pictures: writing one costs twelve times as much as showing its picture again."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self.theme, self.ratio = theme, ratio
        self._kept: OrderedDict[tuple[str, str, float, bool, bool], Picture] = OrderedDict()
        self._metrics: dict[tuple[float, bool, bool], QFontMetricsF] = {}
        self._stamps: OrderedDict[Hashable, QPixmap] = OrderedDict()
        self._left: int | None = None
        self.is_behind = False

    def begin(self, new: int | None) -> None:
        """Begin a frame that makes at most so many new pictures of labels; None for all."""
        self._left, self.is_behind = new, False

    def metrics(self, size: float, bold: bool, italic: bool) -> QFontMetricsF:
        """Give the measures of a font."""
        key = size, bold, italic
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(fonts.font(self.theme, size, bold=bold, italic=italic))
        return self._metrics[key]

    def picture(
        self, text: str, colour: str, size: float, bold: bool, italic: bool, *, may_wait: bool = False
    ) -> Picture | None:
        """Give a text's picture, its width, and how far above the base line the picture begins.

        None for one that may wait and is not among the new of this frame.
        """
        key = text, colour, size, bold, italic
        found = self._kept.get(key)
        if found is not None:
            return found
        if may_wait and self._left is not None:
            self._left -= 1
            if self._left < 0:
                self.is_behind = True
                return None
        found = self._kept[key] = self._drawn(text, colour, size, bold, italic)
        if len(self._kept) > TEXTS_KEPT:
            self._kept.popitem(last=False)
        return found

    def stamp(self, key: Hashable, width: float, height: float, draw: Stamp) -> QPixmap:
        """Give the picture of something that looks the same wherever it stands."""
        found = self._stamps.get(key)
        if found is None:
            found = self._stamps[key] = self._blank(width, height)
            painter = QPainter(found)
            draw(QtCanvas(painter, self.theme))
            painter.end()
            if len(self._stamps) > _STAMPS_KEPT:
                self._stamps.popitem(last=False)
        return found

    def _blank(self, width: float, height: float) -> QPixmap:
        pixmap = QPixmap(max(1, math.ceil(width * self.ratio)), max(1, math.ceil(height * self.ratio)))
        pixmap.setDevicePixelRatio(self.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap

    def _drawn(self, text: str, colour: str, size: float, bold: bool, italic: bool) -> Picture:
        metrics = self.metrics(size, bold, italic)
        layout = QTextLayout(text, fonts.font(self.theme, size, bold=bold, italic=italic))
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        width, ascent = line.horizontalAdvance(), float(round(metrics.ascent()) + 1)
        pixmap = self._blank(width + 4, ascent + metrics.descent() + 2)
        painter = QPainter(pixmap)
        painter.setPen(QColor(colour))
        layout.draw(painter, QPointF(1, ascent - line.ascent()))
        painter.end()
        return Picture(text, pixmap, width, ascent, line, layout)


class QtCanvas:
    """A canvas on a QPainter. With a `TextCache` texts are shown as pictures, else they stay texts."""

    def __init__(self, painter: QPainter, theme: Theme, texts: TextCache | None = None) -> None:
        self.painter, self.theme, self.texts = painter, theme, texts
        self._may_wait = False
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str | None,
        *,
        alpha: float = 1.0,
        stroke: str | None = None,
        pen: float = 1.0,
        radius: float = 0.0,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a rectangle; a plain fill is cheap."""
        if fill is not None and stroke is None and not radius:
            self.painter.fillRect(QRectF(x, y, width, height), _colour(fill, alpha))
            return
        self._style(fill, stroke, pen, dash, alpha)
        self.painter.drawRoundedRect(QRectF(x, y, width, height), radius, radius)

    def rects(self, boxes: Boxes, fill: str, *, alpha: float = 1.0) -> None:
        """Draw plain rectangles of one colour in one call."""
        if boxes:
            self._style(fill, None, 1.0, alpha=alpha)
            fill_rects(self.painter, np.array(boxes, np.float64))

    def line(
        self,
        points: Points,
        colour: str,
        *,
        pen: float = 1.0,
        dash: Sequence[float] = (),
        alpha: float = 1.0,
    ) -> None:
        """Draw a line through points."""
        self._style(None, colour, pen, dash, alpha)
        self.painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))

    def polygon(
        self,
        points: Points,
        fill: str | None,
        *,
        stroke: str | None = None,
        pen: float = 1.0,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a closed shape."""
        self._style(fill, stroke, pen, dash)
        self.painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str | None,
        *,
        stroke: str | None = None,
        pen: float = 1.0,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a circle."""
        self._style(fill, stroke, pen, dash)
        self.painter.drawEllipse(QPointF(x, y), radius, radius)

    def faded(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        colour: str,
        *,
        left: bool,
        right: bool,
        alpha: float,
    ) -> None:
        """Draw a bar whose left or right end fades away."""
        gradient = QLinearGradient(x, y, x + width, y)
        for place, share in stops(left, right):
            # Paper knows no transparent gradients; there the colour is mixed with the ground.
            mixed_in = mixed(colour, self.theme.ground, alpha * share)
            gradient.setColorAt(
                place, _colour(mixed_in, 1.0) if self.texts is None else _colour(colour, alpha * share)
            )
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QBrush(gradient))
        self.painter.drawRoundedRect(QRectF(x, y, width, height), 1.5, 1.5)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        colour: str,
        *,
        size: float,
        bold: bool = False,
        italic: bool = False,
        anchor: Anchor = "start",
    ) -> None:
        """Write a text on a base line."""
        if not text:
            return
        if self.texts is not None:
            cut = text.rfind(",") + 1
            if cut and text.replace(",", "").isdecimal():
                self._number(x, y, (text[:cut], text[cut:]), colour, size, bold, anchor)
                return
            found = self.texts.picture(text, colour, size, bold, italic, may_wait=self._may_wait)
            if found is not None:
                x -= found.width / 2 if anchor == "middle" else found.width if anchor == "end" else 0.0
                # Whole pixels keep letters sharp, and the call for them is the cheapest there is.
                self.painter.drawPixmap(round(x) - 1, round(y - found.ascent), found.pixmap)
            return
        font = fonts.font(self.theme, size, bold=bold, italic=italic)
        if anchor != "start":
            width = QFontMetricsF(font).horizontalAdvance(text)
            x -= width / 2 if anchor == "middle" else width
        self.painter.setFont(font)
        self.painter.setPen(_colour(colour, 1.0))
        self.painter.drawText(QPointF(x, y), text)

    def _number(
        self, x: float, y: float, pieces: Sequence[str], colour: str, size: float, bold: bool, anchor: Anchor
    ) -> None:
        """Write a number in its pieces: there are few of them, and endless numbers."""
        assert self.texts is not None
        found = [self.texts.picture(piece, colour, size, bold, False) for piece in pieces]
        width = sum(picture.width for picture in found if picture)
        x -= width / 2 if anchor == "middle" else width if anchor == "end" else 0.0
        for picture in filter(None, found):
            self.painter.drawPixmap(round(x) - 1, round(y - picture.ascent), picture.pixmap)
            x += picture.width

    def cut_text(self, x: float, y: float, text: str, whole: str, colour: str, *, size: float) -> None:
        """Write a text cut from a whole one; on a screen the picture of the whole serves for all its cuts."""
        texts = self.texts
        if texts is None or not text.endswith(ELLIPSIS):
            self.text(x, y, text, colour, size=size)
            return
        found = texts.picture(whole, colour, size, False, False, may_wait=self._may_wait)
        dots = texts.picture(ELLIPSIS, colour, size, False, False)
        if found is None or dots is None:
            return
        left, top, pixmap = round(x) - 1, round(y - found.ascent), found.pixmap
        seen = found.end_of(len(text) - len(ELLIPSIS)) + 1
        self.painter.drawPixmap(left, top, pixmap, 0, 0, round(seen * texts.ratio), pixmap.height())
        self.painter.drawPixmap(round(left + seen), round(y - dots.ascent), dots.pixmap)

    def image(self, x: float, y: float, width: float, height: float, data: bytes, type_: str) -> None:
        """Draw a picture into a rectangle, in its own proportions; an SVG stays sharp."""
        box = QRectF(x, y, width, height)
        if type_ == "image/svg+xml":
            from PySide6.QtSvg import QSvgRenderer  # only where there is such a logo

            drawn = QSvgRenderer(data)
            drawn.render(self.painter, _at_right(box, drawn.viewBoxF().size()))
            return
        image = QImage.fromData(data)
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.painter.drawImage(_at_right(box, QSizeF(image.size())), image)

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Draw only inside a rectangle."""
        self.painter.save()
        self.painter.setClipRect(QRectF(x, y, width, height), Qt.ClipOperation.IntersectClip)
        yield
        self.painter.restore()

    @contextmanager
    def moved(self, dx: float, dy: float) -> Iterator[None]:
        """Draw everything so much further right and down."""
        self.painter.save()
        self.painter.translate(dx, dy)
        yield
        self.painter.restore()

    def group(self, name: str, title: str = "") -> AbstractContextManager[None]:
        """Draw things together: pixels have no names. Labels may wait for a later frame."""
        return self._waiting() if name == "labels" else _NOTHING

    @contextmanager
    def _waiting(self) -> Iterator[None]:
        self._may_wait = True
        yield
        self._may_wait = False

    def stamp(self, key: Hashable, x: float, y: float, width: float, height: float, draw: Stamp) -> None:
        """Draw something that looks the same wherever it stands; on a screen it is drawn once."""
        if self.texts is None:
            with self.moved(x, y):
                draw(self)
            return
        self.painter.drawPixmap(round(x), round(y), self.texts.stamp(key, width, height, draw))

    def _style(
        self, fill: str | None, stroke: str | None, pen: float, dash: Sequence[float] = (), alpha: float = 1.0
    ) -> None:
        self.painter.setBrush(_NO_BRUSH if fill is None else _colour(fill, alpha))
        if stroke is None:
            self.painter.setPen(_NO_PEN)
            return
        drawn = QPen(_colour(stroke, alpha), pen)
        drawn.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dash:
            drawn.setDashPattern([length / pen for length in dash])
        self.painter.setPen(drawn)


@lru_cache(1024)
def _colour(text: str, alpha: float) -> QColor:
    made = QColor(text)
    if alpha < 1:
        made.setAlphaF(alpha)
    return made


def _at_right(box: QRectF, size: QSizeF) -> QRectF:
    """Give the largest place of a size's proportions in a box, at its right and half way down."""
    fitted = size.scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
    return QRectF(
        box.right() - fitted.width(), box.center().y() - fitted.height() / 2, fitted.width(), fitted.height()
    )
