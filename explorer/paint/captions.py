"""The words of plain labels on a screen: one colour, one size, whole or cut, hundreds in every frame."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QPainter, QPixmap

from explorer.paint.canvas import TEXTS_KEPT, Picture, TextCache
from explorer.timeline.ticks import ELLIPSIS

Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Caption:
    """The picture of a whole text, and for cuts of it so far: how much of it is seen, and where the "…" stands.

    Widths are in pixels of the picture, places in those of the screen.
    """

    picture: Picture
    pixmap: QPixmap
    height: int
    cuts: dict[int, tuple[int, int]] = field(default_factory=dict)


class Captions:
    """Writes labels. The picture of a whole text serves for all its cuts."""

    def __init__(self, texts: TextCache, colour: str, size: float) -> None:
        self._texts, self._colour, self._size = texts, colour, size
        self._ascent = float(round(texts.metrics(size, False, False).ascent()) + 1)
        self._known: dict[str, _Caption] = {}

    def draw(self, painter: QPainter, lefts: Array, bases: Array, texts: Iterable[tuple[str, str]]) -> None:
        """Write texts, each with the whole it is cut from, from their left ends on their base lines.

        Those that have no picture yet and may wait are left out.
        """
        # Whole pixels keep letters sharp, and the call for them is the cheapest there is.
        x = (np.rint(lefts).astype(np.int64) - 1).tolist()
        y = np.rint(bases - self._ascent).astype(np.int64).tolist()
        known, show, dots = self._known, painter.drawPixmap, self._dots()
        for left, top, (text, whole) in zip(x, y, texts, strict=True):
            caption = known.get(whole) or self._made(whole)
            if caption is None:
                continue
            if text == whole:
                show(left, top, caption.pixmap)
                continue
            width, end = caption.cuts.get(len(text)) or self._cut(caption, len(text))
            show(left, top, caption.pixmap, 0, 0, width, caption.height)
            show(left + end, top, dots)

    def _dots(self) -> QPixmap:
        found = self._texts.picture(ELLIPSIS, self._colour, self._size, False, False)
        assert found is not None  # it may not wait
        return found.pixmap

    def _made(self, whole: str) -> _Caption | None:
        found = self._texts.picture(whole, self._colour, self._size, False, False, may_wait=True)
        if found is None:
            return None
        made = self._known[whole] = _Caption(found, found.pixmap, found.pixmap.height())
        if len(self._known) > TEXTS_KEPT:
            del self._known[next(iter(self._known))]
        return made

    def _cut(self, caption: _Caption, letters: int) -> tuple[int, int]:
        """Cut a caption so that it has so many letters, the "…" counted."""
        end = caption.picture.end_of(letters - len(ELLIPSIS)) + 1
        found = caption.cuts[letters] = round(end * self._texts.ratio), round(end)
        return found
