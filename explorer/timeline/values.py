"""`Values`: the scale of a measure, from nothing up or by powers, with round lines to read it by."""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

_MOST_LINES = 4
_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Values:
    """A scale from `low` to `top`, which are round; by powers where `is_log`."""

    low: float
    top: float
    is_log: bool
    grid: tuple[float, ...]

    @classmethod
    def holding(cls, values: Sequence[float], *, is_log: bool = False) -> "Values":
        """Make the scale that holds these values; nothing at or below 0 has a place of its own on powers."""
        if not is_log or max(values) <= 0:
            top = _rounded_up(max(values))
            return cls(0.0, top, False, tuple(_even(top)))
        positive = [value for value in values if value > 0]
        low, top = _power_below(min(positive)), _power_above(max(positive))
        if low == top:
            low, top = low / 10, top * 10
        return cls(low, top, True, tuple(_powers(low, top)))

    def share(self, value: float) -> float:
        """Give how high a value lies, from 0 to 1; what is below the scale lies at its foot."""
        if self.is_log:
            held = max(value, self.low)
            return math.log(held / self.low) / math.log(self.top / self.low)
        return max(value, 0.0) / self.top


def plain(value: float) -> str:
    """Write a value briefly."""
    return f"{value:,.3g}" if value < 1000 else f"{value:,.0f}"


def _rounded_up(value: float) -> float:
    """Give the next round number at or above a value, of which thirds or quarters are round too."""
    if value <= 0:
        return 1.0
    size: float = 10.0 ** math.floor(math.log10(value))
    return next(step * size for step in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if step * size >= value * 0.999)


def _even(top: float) -> list[float]:
    size = 10 ** math.floor(math.log10(top))
    step = next(s * size / 10 for s in (1, 2, 2.5, 5, 10, 20, 25, 50) if top / (s * size / 10) <= _MOST_LINES)
    return [step * at for at in range(1, int(top / step + 1e-9) + 1)]


def _marks(value: float) -> list[float]:
    size = 10.0 ** math.floor(math.log10(value) + 1e-12)
    return [step * size for step in (*_STEPS, 10)]


def _power_below(value: float) -> float:
    """Give the 1, 2 or 5 times a power of ten at or below a value."""
    return max(mark for mark in _marks(value) if mark <= value * (1 + 1e-9))


def _power_above(value: float) -> float:
    return min(mark for mark in _marks(value) if mark >= value * (1 - 1e-9))


def _powers(low: float, top: float) -> list[float]:
    first, last = math.floor(math.log10(low)) - 1, math.ceil(math.log10(top)) + 1
    sizes = [10.0**power for power in range(first, last + 1)]
    fine = [step * size for size, step in itertools.product(sizes, _STEPS)]
    for marks in (fine, sizes, *(sizes[::stride] for stride in (2, 3, 5, 10, 20))):
        within = [mark for mark in marks if low * (1 - 1e-9) <= mark <= top * (1 + 1e-9)]
        if len(within) <= _MOST_LINES + 1:
            return within
    return [low, top]
