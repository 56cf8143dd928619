"""Items that may be seen, with all that a frame asks of them, gathered out of a deck of any size.

The columns of a million events are too wide for the memory nearest to the processor: to look a few hundred up
in each of them takes longer than all arithmetic on them. So they are kept together item by item, and looked up
once for a stretch of time at a level of zoom, which the frames of a pan share.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from explorer.model.calendar import DAY_S
from explorer.timeline.drawn import Flag
from explorer.timeline.lanes import Bools, Deck, Floats, Ints
from explorer.timeline.metrics import Metrics

_OPEN_LEFT, _OPEN_RIGHT = 1 << 16, 1 << 17  # bits beside those of marks


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


class Columns:
    """All that frames ask of the items of a deck, and which of them are among others.

    What is asked of one item lies side by side: out of a million, one stretch of memory is fetched for it
    instead of one for each of a dozen columns. `fades` tell of all items whether their left and right ends are
    soft.
    """

    def __init__(self, deck: Deck, fades: tuple[Bools, Bools]) -> None:
        self._floats: Floats = np.empty((len(deck), 4))  # in seconds, as in `Found`
        for at, column in enumerate((deck.lo, deck.hi, deck.own_lo, deck.own_hi)):
            self._floats[:, at] = column
        self._ints: npt.NDArray[np.int32] = np.empty((len(deck), 3), np.int32)
        self._ints[:, 0], self._ints[:, 1] = deck.row, deck.lane
        bits = self._ints[:, 2]
        bits[:] = deck.table.has_conflict[deck.row] * int(Flag.CONFLICT)
        for holds, flag in (
            (deck.table.is_starred[deck.row], Flag.STARRED),
            (fades[0], Flag.FADE_LEFT),
            (fades[1], Flag.FADE_RIGHT),
            (deck.open_left, _OPEN_LEFT),
            (deck.open_right, _OPEN_RIGHT),
        ):
            bits |= holds * np.int32(flag)
        self._is_among = np.zeros(len(deck), np.bool_)  # nothing, between two questions

    def gather(self, items: Ints, place: Ints, sizes: Metrics) -> Found:
        """Look items up, with their rows in their lanes."""
        seconds, told = self._floats.take(items, axis=0).T, self._ints.take(items, axis=0).T
        bits = told[2]
        left, right = (bits & Flag.FADE_LEFT) != 0, (bits & Flag.FADE_RIGHT) != 0
        open_left, open_right = (bits & _OPEN_LEFT) != 0, (bits & _OPEN_RIGHT) != 0
        is_soft = left | right
        ints: npt.NDArray[np.int64] = np.empty((5, len(items)), np.int64)
        ints[0], ints[1], ints[2:4], ints[4] = items, place, told[:2], bits & (_OPEN_LEFT - 1)
        floats = np.empty((7, len(items)))
        floats[:4] = seconds
        floats[4] = np.where(is_soft, sizes.soft, sizes.least_bar)
        floats[5], floats[6] = open_left * sizes.fade, open_right * sizes.fade
        bools = np.empty((2, len(items)), np.bool_)
        bools[0] = (seconds[3] - seconds[2] <= DAY_S) & ~is_soft
        bools[1] = left & right & ~open_left & ~open_right
        return Found(ints, floats, bools)

    def are_among(self, items: Ints, others: Ints) -> Bools:
        """Tell which items are among others."""
        is_among = self._is_among
        is_among[others] = True
        found: Bools = is_among[items]
        is_among[others] = False
        return found

    def without(self, items: Ints, others: Ints) -> Ints:
        """Leave out the items that are among others."""
        kept: Ints = items[~self.are_among(items, others)]
        return kept
