"""What hands do to the view of time, as small pure pieces: zoom held to a measure, motion with an end.

Nothing here knows the scene or the session.
"""

import math
from collections import deque
from dataclasses import dataclass, field

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

Range = tuple[float, float]

BURST_S = 0.040
_MOST_PER_BURST = math.log(1.6)
_PER_NOTCH = math.log(1.22)
GLIDE_MS = 200
_COAST_MS = 320
_COAST_FROM_PX_S = 260.0


@dataclass(slots=True)
class Burst:
    """Holds the zoom of one burst of 40 ms to a measure: some wheels send dozens of notches at once."""

    _began_s: float = -1.0
    _used: float = 0.0

    def factor(self, notches: float, at_s: float) -> float:
        """Give by how much to zoom in for so many notches (negative: out)."""
        if at_s - self._began_s > BURST_S:
            self._began_s, self._used = at_s, 0.0
        wanted = self._used + notches * _PER_NOTCH
        held = min(max(wanted, -_MOST_PER_BURST), _MOST_PER_BURST)
        step, self._used = held - self._used, held
        return math.exp(step)


@dataclass(slots=True)
class Throw:
    """Remembers how fast a drag was, so that it can end softly."""

    _moves: deque[tuple[float, float]] = field(default_factory=lambda: deque(maxlen=6))

    def moved(self, dx: float, at_s: float) -> None:
        """Take note of a move."""
        self._moves.append((at_s, dx))

    def distance(self, at_s: float) -> float:
        """Give how far to coast after letting go; 0 when the hand had come to rest."""
        recent = [(when, dx) for when, dx in self._moves if at_s - when < 0.12]
        self._moves.clear()
        if len(recent) < 2 or recent[-1][0] <= recent[0][0]:
            return 0.0
        speed = sum(dx for _, dx in recent[1:]) / (recent[-1][0] - recent[0][0])
        return speed * 0.16 if abs(speed) > _COAST_FROM_PX_S else 0.0


def between(start: Range, end: Range, share: float) -> Range:
    """Give the range a share of the way: the span in equal ratios, around a time that stays in place."""
    if share >= 1:
        return end
    span0, span1 = start[1] - start[0], end[1] - end[0]
    span = span0 * (span1 / span0) ** share
    way = share if abs(span1 / span0 - 1) < 1e-6 else (span - span0) / (span1 - span0)
    middle0, middle1 = (start[0] + start[1]) / 2, (end[0] + end[1]) / 2
    middle = middle0 + (middle1 - middle0) * way
    return middle - span / 2, middle + span / 2


class Glide(QObject):
    """Moves a range to another, so that eyes can follow; any other hand on the view stops it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_reduced = False
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._start: Range = (0.0, 1.0)
        self._end: Range = (0.0, 1.0)
        self.valueChanged = self._animation.valueChanged
        self.finished = self._animation.finished

    @property
    def is_moving(self) -> bool:
        """Tell whether it is under way."""
        return self._animation.state() is QVariantAnimation.State.Running

    @property
    def target(self) -> Range:
        """Give where it goes."""
        return self._end

    def start(self, start: Range, end: Range, *, coasting: bool = False) -> bool:
        """Begin; tell False where motion is reduced and the caller has to jump."""
        self.stop()
        if self.is_reduced:
            return False
        self._start, self._end = start, end
        curve = QEasingCurve.Type.OutCubic if coasting else QEasingCurve.Type.InOutCubic
        self._animation.setEasingCurve(curve)
        self._animation.setDuration(_COAST_MS if coasting else GLIDE_MS)
        self._animation.start()
        return True

    def stop(self) -> None:
        """End it where it is."""
        if self.is_moving:
            self._animation.stop()

    def at(self, share: float) -> Range:
        """Give the range at a share of the way."""
        return between(self._start, self._end, share)
