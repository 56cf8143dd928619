"""Items that may be seen, with all that a frame asks of them, gathered out of a deck of any size.

The columns of a million events are too wide for the memory nearest to the processor: to look a few hundred up
in each of twenty takes longer than all arithmetic on them. They are looked up once for a stretch of time at a
level of zoom, and the frames of a pan share them.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from explorer.model.calendar import DAY_S
from explorer.timeline.drawn import Flag
from explorer.timeline.lanes import Bools, Deck, Floats, Ints
from explorer.timeline.metrics import Metrics


class _OfInts:
    """A column of whole numbers."""

    def __init__(self, at: int) -> None:
        self._at = at

    def __get__(self, found: "Found", kind: type) -> Ints:
        column: Ints = found.ints[self._at]
        return column


class _OfFloats:
    """A column of numbers."""

    def __init__(self, at: int) -> None:
        self._at = at

    def __get__(self, found: "Found", kind: type) -> Floats:
        column: Floats = found.floats[self._at]
        return column


class _OfBools:
    """A column of what holds or not."""

    def __init__(self, at: int) -> None:
        self._at = at

    def __get__(self, found: "Found", kind: type) -> Bools:
        column: Bools = found.bools[self._at]
        return column


@dataclass(frozen=True, slots=True)
class Found:
    """Items, a column each, in three arrays: a frame chooses among items again and again, and each array costs.

    `least` is how wide a mark is at least, `before` and `after` how far it reaches beyond its time, in pixels.
    `flags` are those that hold in every window. A day that is not soft may be drawn as a point; what is soft on
    both sides and open on neither is drawn around its middle.
    """

    ints: Ints
    floats: Floats
    bools: Bools

    item = _OfInts(0)  # place in the deck
    place = _OfInts(1)  # row in the lane, -1 for none
    row = _OfInts(2)  # of the table
    lane = _OfInts(3)
    flags = _OfInts(4)
    lo, hi = _OfFloats(0), _OfFloats(1)  # in seconds, with the other dates of the event
    own_lo, own_hi = _OfFloats(2), _OfFloats(3)
    least, before, after = _OfFloats(4), _OfFloats(5), _OfFloats(6)
    may_be_point, is_about = _OfBools(0), _OfBools(1)

    def __len__(self) -> int:
        return len(self.item)

    def of(self, chosen: Ints) -> "Found":
        """Give only those at these places."""
        ints: Ints = self.ints.take(chosen, axis=1)
        return Found(ints, self.floats.take(chosen, axis=1), self.bools.take(chosen, axis=1))

    def joined(self, others: "Found") -> "Found":
        """Give these and others."""
        ints: Ints = np.concatenate([self.ints, others.ints], axis=1)
        floats = np.concatenate([self.floats, others.floats], axis=1)
        return Found(ints, floats, np.concatenate([self.bools, others.bools], axis=1))

    def placed(self, rows: Ints) -> "Found":
        """Put them into rows of their lanes."""
        ints = self.ints.copy()
        ints[1] = rows
        return Found(ints, self.floats, self.bools)

    def is_inside(self, lo_s: float, hi_s: float) -> Bools:
        """Tell which overlap a window in time: those that are counted."""
        inside: Bools = (self.hi > lo_s) & (self.lo < hi_s)
        return inside


def gather(deck: Deck, fades: tuple[Bools, Bools], sizes: Metrics, items: Ints, place: Ints) -> Found:
    """Look items up in a deck; `fades` tell of all items whether their left and right ends are soft."""
    left, right = fades[0][items], fades[1][items]
    open_left, open_right = deck.open_left[items], deck.open_right[items]
    own_lo, own_hi, row = deck.own_lo[items], deck.own_hi[items], deck.row[items]
    is_soft = left | right
    flags = (
        deck.table.has_conflict[row] * int(Flag.CONFLICT)
        | deck.table.is_starred[row] * int(Flag.STARRED)
        | left * int(Flag.FADE_LEFT)
        | right * int(Flag.FADE_RIGHT)
    )
    ints: npt.NDArray[np.int64] = np.empty((5, len(items)), np.int64)
    ints[0], ints[1], ints[2], ints[3], ints[4] = items, place, row, deck.lane[items], flags
    floats = np.empty((7, len(items)))
    floats[0], floats[1], floats[2], floats[3] = deck.lo[items], deck.hi[items], own_lo, own_hi
    floats[4] = np.where(is_soft, sizes.soft, sizes.least_bar)
    floats[5], floats[6] = open_left * sizes.fade, open_right * sizes.fade
    bools = np.empty((2, len(items)), np.bool_)
    bools[0], bools[1] = (own_hi - own_lo <= DAY_S) & ~is_soft, left & right & ~open_left & ~open_right
    return Found(ints, floats, bools)
