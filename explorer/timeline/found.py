"""Items that may be seen, with all that a frame asks of them, gathered out of a deck of any size.

The columns of a million events are too wide for the memory nearest to the processor: to look a few hundred up
in each of twenty takes longer than all arithmetic on them. They are looked up once for a stretch of time at a
level of zoom, and the frames of a pan share them.
"""

from dataclasses import dataclass, fields

import numpy as np

from explorer.model.calendar import DAY_S
from explorer.timeline.drawn import Flag
from explorer.timeline.lanes import Bools, Deck, Floats, Ints
from explorer.timeline.metrics import Metrics


@dataclass(frozen=True, slots=True)
class Found:
    """Items, a place in every column: table row, lane, row in the lane (-1 for none), times in seconds.

    `least` is how wide a mark is at least, `before` and `after` how far it reaches beyond its time, in pixels.
    `flags` are those that hold in every window. A day that is not soft may be drawn as a point; what is soft on
    both sides and open on neither is drawn around its middle.
    """

    item: Ints
    place: Ints
    row: Ints
    lane: Ints
    lo: Floats
    hi: Floats
    own_lo: Floats
    own_hi: Floats
    least: Floats
    before: Floats
    after: Floats
    may_be_point: Bools
    is_about: Bools
    flags: Ints

    def __len__(self) -> int:
        return len(self.item)

    def of(self, chosen: Ints) -> "Found":
        """Give only those at these places."""
        return Found(*(getattr(self, name)[chosen] for name in _COLUMNS))

    def joined(self, others: "Found") -> "Found":
        """Give these and others."""
        return Found(*(np.concatenate([getattr(self, name), getattr(others, name)]) for name in _COLUMNS))

    def is_inside(self, lo_s: float, hi_s: float) -> Bools:
        """Tell which overlap a window in time: those that are counted."""
        inside: Bools = (self.hi > lo_s) & (self.lo < hi_s)
        return inside


_COLUMNS = tuple(field.name for field in fields(Found))


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
    return Found(
        item=items,
        place=place,
        row=row,
        lane=deck.lane[items],
        lo=deck.lo[items],
        hi=deck.hi[items],
        own_lo=own_lo,
        own_hi=own_hi,
        least=np.where(is_soft, sizes.soft, sizes.least_bar),
        before=np.where(open_left, sizes.fade, 0.0),
        after=np.where(open_right, sizes.fade, 0.0),
        may_be_point=(own_hi - own_lo <= DAY_S) & ~is_soft,
        is_about=left & right & ~open_left & ~open_right,
        flags=flags.astype(np.int64),
    )
