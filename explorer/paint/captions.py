"""The words of plain labels on a screen: one colour, one size, whole or cut, hundreds in every frame."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QPainter, QPixmap

from explorer.paint.canvas import TextCache
from explorer.timeline.ticks import ELLIPSIS

Array = npt.NDArray[np.float64]

_KEPT = 1_000  # a frame shows a few hundred


@dataclass(frozen=True, slots=True)
class _Caption:
    """How a text is put together: so much of a picture, and where the "…" stands; None without one."""

    picture: QPixmap
    width: int  # of the picture in its own pixels; 0 for all of it
    dots: QPixmap | None
    dots_x: float


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
        known = self._known
        for left, top, (text, whole) in zip(x, y, texts, strict=True):
            caption = known.get(text) or self._made(text, whole)
            if caption is None:
                continue
            picture = caption.picture
            if caption.dots is None:
                painter.drawPixmap(left, top, picture)
            else:
                painter.drawPixmap(left, top, picture, 0, 0, caption.width, picture.height())
                painter.drawPixmap(round(left + caption.dots_x), top, caption.dots)

    def _made(self, text: str, whole: str) -> _Caption | None:
        texts, is_cut = self._texts, text.endswith(ELLIPSIS)
        found = texts.picture(whole if is_cut else text, self._colour, self._size, False, False, may_wait=True)
        dots = texts.picture(ELLIPSIS, self._colour, self._size, False, False)
        if found is None or dots is None:
            return None
        made = _Caption(found[0], 0, None, 0.0)
        if is_cut:
            seen = texts.advance(text[: -len(ELLIPSIS)], self._size) + 1
            made = _Caption(found[0], round(seen * texts.ratio), dots[0], seen)
        self._known[text] = made
        if len(self._known) > _KEPT:
            del self._known[next(iter(self._known))]
        return made
