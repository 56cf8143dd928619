"""`Scale`: the only converter between time and pixels; small and immutable."""

from dataclasses import dataclass
from typing import overload

import numpy as np
import numpy.typing as npt

from explorer.model.calendar import HOUR_S

Array = npt.NDArray[np.float64]
MIN_SPAN_S = float(HOUR_S)
MAX_SPANS = 4.0  # of the data: how far one can zoom out


@dataclass(frozen=True, slots=True)
class Scale:
    """A span of time, `lo_s` to `hi_s` in seconds, laid over the pixels `left` to `right`."""

    lo_s: float
    hi_s: float
    left: float
    right: float

    def __post_init__(self) -> None:
        if self.lo_s >= self.hi_s or self.left >= self.right:
            raise ValueError(f"an empty scale: {self}")

    @property
    def s_per_px(self) -> float:
        """Give the seconds that one pixel stands for."""
        return (self.hi_s - self.lo_s) / (self.right - self.left)

    @overload
    def x(self, at_s: float) -> float: ...
    @overload
    def x(self, at_s: Array) -> Array: ...
    def x(self, at_s: float | Array) -> float | Array:
        """Give where a time lies."""
        return (at_s - self.lo_s) / self.s_per_px + self.left

    def t(self, x: float) -> float:
        """Give which time lies at a pixel; the inverse of `x`."""
        return self.lo_s + (x - self.left) * self.s_per_px

    def zoomed(self, factor: float, x: float) -> "Scale":
        """Shrink the span by a factor; the time under `x` stays there."""
        fixed = self.t(x)
        return Scale(
            fixed - (fixed - self.lo_s) / factor, fixed + (self.hi_s - fixed) / factor, self.left, self.right
        )

    def panned(self, dx: float) -> "Scale":
        """Move the time by pixels: what lay at `x` lies at `x + dx`."""
        shift = dx * self.s_per_px
        return Scale(self.lo_s - shift, self.hi_s - shift, self.left, self.right)


def clamped(lo_s: float, hi_s: float, data_lo_s: float, data_hi_s: float) -> tuple[float, float]:
    """Keep a span between one hour and four times that of the data, and the data within reach.

    The middle stays where it is unless the span would leave the data behind.
    """
    data_span = max(data_hi_s - data_lo_s, MIN_SPAN_S)
    span = min(max(hi_s - lo_s, MIN_SPAN_S), MAX_SPANS * max(data_span, 24 * MIN_SPAN_S))
    middle = min(max((lo_s + hi_s) / 2, data_lo_s - span / 2), data_hi_s + span / 2)
    return middle - span / 2, middle + span / 2
