"""How much is where: tiers of importance that bound the marks of a frame, counts of any window, the overview.

Every item of a large deck gets a level: the coarsest zoom at which it is among the most important of its lane
and cell of about 160 px. A frame looks only at the tier of its zoom, so that its cost does not grow with the
deck. Counts are exact: what began before the right edge, less what ended before the left.
"""

import math
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from explorer.index.table import Codes, EventTable, Mask
from explorer.model.calendar import DAY_S
from explorer.model.when import OPEN_HI, OPEN_LO
from explorer.timeline import ticks
from explorer.timeline.lanes import Deck, Floats, Ints

_CELL_PX = 160.0
_RANGE_KEEP = 8
_EDGES_KEPT = 4_096  # of cells
_CLOSE_KEEP = 24  # of the ranges of a cell, those that closer levels know …
_CLOSE_SPREAD = 240_000  # … in a deck of 10,000; a larger one has enough without them
_FINEST = 2.0  # log2 of the seconds a pixel stands for: closer than this nothing more can be told apart


@dataclass(frozen=True, slots=True)
class Tier:
    """The items of one level in the order of time, and the latest end so far."""

    items: Codes
    starts: Floats
    latest: Floats


@dataclass(frozen=True, slots=True)
class Tiers:
    """The tiers of a deck from the finest level on."""

    deck: Deck
    finest: int
    tiers: tuple[Tier, ...]

    def _at(self, level: float) -> Tier:
        return self.tiers[min(max(math.floor(level) - self.finest, 0), len(self.tiers) - 1)]

    def starting(self, level: float, lo_s: float, hi_s: float) -> Ints:
        """Give the items of a level that begin in a stretch."""
        tier = self._at(level)
        first, last = np.searchsorted(tier.starts, (lo_s, hi_s), "left")
        return tier.items[first:last]

    def overlapping(self, level: float, lo_s: float, hi_s: float) -> Ints:
        """Give the items of a level that overlap a stretch."""
        tier = self._at(level)
        first = np.searchsorted(tier.latest, lo_s, "right")
        last = np.searchsorted(tier.starts, hi_s, "left")
        items = tier.items[first:last]
        return items[self.deck.hi[items] > lo_s]


def tiers(deck: Deck, keep: int) -> Tiers:
    """Sort the items of a deck into tiers; of each lane and cell the `keep` weightiest go on to the next."""
    length = deck.hi - deck.lo
    finest = int(_FINEST) if bool((length < DAY_S).any()) else math.floor(math.log2(DAY_S / _CELL_PX))
    span = deck.span or (0.0, 1.0)
    coarsest = max(finest, math.ceil(math.log2(max(span[1] - span[0], 1.0) / _CELL_PX)))
    # A range competes from the level on where it is no longer than a cell; at closer ones it is kept, and so
    # are some of those that lose: there they have room, and without them a stretch would look empty.
    joins = np.maximum(np.ceil(np.log2(np.maximum(length / _CELL_PX, 1.0))), finest).astype(np.int64)
    close_keep = min(_CLOSE_KEEP, _CLOSE_SPREAD // len(deck))
    reached = np.full(len(deck), finest - 1, np.int64)
    running = np.flatnonzero(joins <= finest)
    for level in range(finest, coarsest + 1):
        if level > finest:
            running = np.concatenate([running, np.flatnonzero(joins == level)])
        most = np.where(joins[running] > finest, max(keep, _RANGE_KEEP), keep)
        rank = _rank(deck, running, _CELL_PX * 2.0**level)
        lost = running[(rank >= most) & (rank < close_keep)]
        reached[lost[joins[lost] == level]] = level - 1
        running = running[rank < most]
        reached[running] = level
    found: list[Tier] = []
    for at in range(finest, coarsest + 1):
        items = np.flatnonzero(reached >= at)
        # Where a level leaves nothing out, it is the one before it.
        found.append(found[-1] if found and len(found[-1].items) == len(items) else _tier(deck, items))
    return Tiers(deck, finest, tuple(found))


def _tier(deck: Deck, chosen: Ints) -> Tier:
    items, ends = chosen.astype(np.int32), deck.hi[chosen]
    return Tier(items, deck.lo[items], np.maximum.accumulate(ends) if len(ends) else ends)


def _rank(deck: Deck, items: Ints, cell_s: float) -> Ints:
    """Number the items of each lane and cell by falling weight, with one sort of packed keys."""
    if not len(items):
        return items
    cell = np.floor((deck.lo[items] - deck.lo[0]) / cell_s).astype(np.uint64)
    count = np.uint64(max(int(cell.max()) + 1, 1))
    group = deck.lane[items].astype(np.uint64) * count + cell
    heavy = np.uint64(1023) - np.round(np.clip(deck.weight[items].astype(np.float64), 0, 1) * 1023).astype(
        np.uint64
    )
    bits = np.uint64(max(len(items) - 1, 1).bit_length())
    key = (((group << np.uint64(10)) | heavy) << bits) | np.arange(len(items), dtype=np.uint64)
    key.sort()
    order = (key & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    groups = key >> (bits + np.uint64(10))
    new = np.ones(len(items), np.bool_)
    new[1:] = groups[1:] != groups[:-1]
    place = np.arange(len(items))
    rank = np.empty(len(items), np.int64)
    rank[order] = place - np.maximum.accumulate(np.where(new, place, 0))
    return rank


@dataclass(frozen=True, slots=True)
class Counts:
    """Starts and ends of all lanes on one axis, each lane moved behind the one before it, and sorted."""

    lanes: int
    low: float
    step: float
    starts: Floats
    ends: Floats
    _known: dict[float, npt.NDArray[np.int64]] = field(default_factory=dict)

    def in_cells(self, edges: Floats) -> Ints:
        """Count the items that overlap the window of these edges: a row for each lane, a column for each cell.

        An item is counted once, in the cell where it begins; what began earlier, in the first.
        """
        counts = self._begun(edges[1:])
        counts[:, 1:] -= counts[:, :-1].copy()
        counts[:, 0] -= self.ends.searchsorted(self._places(edges[:1])[0], "right")
        return counts

    def _places(self, times: Floats) -> Floats:
        """Give where times lie on the axis of all lanes: a row for each time."""
        # Beyond the data there is nothing; without this an edge would reach into the next lane.
        within = np.minimum(np.maximum(times, self.low - 1), self.low + self.step - 2)
        places: Floats = within[:, None] + np.arange(self.lanes) * self.step
        return places

    def _begun(self, edges: Floats) -> npt.NDArray[np.int64]:
        """Count what begins before edges: a row for each lane.

        All but the last stand still while one pans, so they are remembered: looking one up among a million
        times waits for memory again and again.
        """
        inner, known = edges[:-1].tolist(), self._known
        if len(known) > _EDGES_KEPT:
            known.clear()
        new = [at for at in inner if at not in known]
        asked = np.array([*new, float(edges[-1])])
        found = self.starts.searchsorted(self._places(asked), "left")
        known.update(zip(new, found[:-1], strict=True))
        begun: npt.NDArray[np.int64] = np.concatenate([*(known[at] for at in inner), found[-1]])
        return begun.reshape(len(edges), self.lanes).T


def counts(deck: Deck) -> Counts:
    """Sort starts and ends of a deck for counting."""
    low, high = deck.span or (0.0, 1.0)
    step = high - low + 4
    starts, ends = np.sort(deck.lo + deck.lane * step), np.sort(deck.hi + deck.lane * step)
    return Counts(len(deck.lanes), low, step, starts, ends)


@dataclass(frozen=True, slots=True)
class Bars:
    """How many events lie in each stretch between two edges: all, and those that pass the filter.

    `column` is the stretch of each row of the table; undated and far ones have one behind the last.
    """

    table: EventTable
    edges: Ints
    column: npt.NDArray[np.int16]
    all: Ints
    passing: Ints


def overview(
    table: EventTable, mask: Mask, lo_s: int, hi_s: int, most: int, before: Bars | None = None
) -> Bars:
    """Count the dated events of a stretch in at most so many round columns, each event once, at its middle.

    In which column each lies is taken from the bars of `before`, where they are of the same events and columns:
    a filter then costs a million events some milliseconds.
    """
    edges = np.array(ticks.edges(lo_s, hi_s, most), np.int64)
    if before is not None and before.table is table and np.array_equal(before.edges, edges):
        return replace(before, passing=_counted(before.column, mask, len(edges) - 1))
    column = _columns(table, edges)
    every = np.ones(len(table), np.bool_)
    counted = (_counted(column, rows, len(edges) - 1) for rows in (every, mask))
    return Bars(table, edges, column, *counted)


def columns(bars: Bars, rows: Mask) -> list[tuple[int, int, int]]:
    """Give the columns of the overview that hold any of some rows, by their edges, with how many."""
    counts = _counted(bars.column, rows, len(bars.all))
    found = np.flatnonzero(counts)
    return list(
        zip(*(of.tolist() for of in (bars.edges[found], bars.edges[found + 1], counts[found])), strict=True)
    )


def _columns(table: EventTable, edges: Ints) -> npt.NDArray[np.int16]:
    middle = _middle(table)
    column = edges.searchsorted(middle, "right") - 1
    none = len(edges) - 1
    column[middle == edges[-1]] = none - 1  # the last has both its ends
    column[(middle < edges[0]) | (middle > edges[-1]) | ~table.is_dated] = none
    return column.astype(np.int16)


def _counted(column: npt.NDArray[np.int16], rows: Mask, many: int) -> Ints:
    return np.bincount(column[rows], minlength=many + 1)[:many]


def _middle(table: EventTable) -> Ints:
    """Give the middle of each event in seconds, the end that is known where the other is open."""
    lo, hi = table.lo_s, table.hi_s
    return np.where(lo <= OPEN_LO, hi - 1, np.where(hi >= OPEN_HI, lo, lo // 2 + hi // 2))
