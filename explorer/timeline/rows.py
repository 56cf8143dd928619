"""Which row of its lane an item lies in: first fit by time, the important first, stable while panning.

Rows are worked out for a level of zoom, at its most crowded end, from the data alone and never from the window,
so a mark keeps its row however one pans. In a large deck this is done in chunks of absolute time. An item about
half as long as a chunk or longer keeps, at every closer level, the row it got where it was short, or one of the
spare rows if it got none; those that cross the border of two chunks are placed first, by themselves; the rest
is placed around both.
"""

import math
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from explorer.timeline.density import Tiers
from explorer.timeline.lanes import Bools, Deck, Floats, Ints, Weights

Pixels = npt.NDArray[np.float32]  # there is one for every event
Rows8 = npt.NDArray[np.int16]
Key = TypeVar("Key")

SMALL = 2_000  # items that are placed all at once
MAX_ROWS = 96  # a lane of all events on the highest screens
CELL_PX = 140.0
_CHUNK_PX = 2_048.0
_SHORT_PX = 0.45 * _CHUNK_PX  # so that what crosses one border never meets what crosses the next
_REACH_PX = 100.0  # how far a mark may reach beyond its time
_MAX_CHUNKS = 800
MAX_JOINED = 64  # stretches at a level: a zoom goes through a dozen levels, and often back
_SPARE = 8  # rows for the long items of one length that found none where they were short
_UNKNOWN, HIDDEN = -2, -1


@dataclass(frozen=True, slots=True)
class Room:
    """What an item takes beside its time, in pixels: before its start, at least, after its end, its label."""

    before: Pixels
    least: Pixels
    after: Pixels
    label: Pixels


@dataclass(frozen=True, slots=True)
class Busy:
    """Stretches already taken: lane, row, from, to (pixels)."""

    lane: Ints
    row: Rows8
    start: Floats
    end: Floats


class Packs(Protocol):
    """What knows the rows of items."""

    @property
    def is_small(self) -> bool:
        """Tell whether all items are placed at once, so that the hidden are known one by one."""

    def at(self, s_per_px: float, lo_s: float, hi_s: float) -> tuple[Ints, Rows8]:
        """Give items that may be seen between two times, with their rows."""


_FREE = Busy(np.zeros(0, np.int64), np.zeros(0, np.int16), np.zeros(0), np.zeros(0))


def first_fit(
    lane: Ints, start: Floats, end: Floats, rank: Ints, *, busy: Busy = _FREE, most: int = MAX_ROWS
) -> Rows8:
    """Give each item the lowest row of its lane where nothing lies in its way, the earlier items first.

    A row first takes items whose rank is at most its own number, so that the important get the upper rows.
    Items that find no row get `HIDDEN`.
    """
    rows = np.full(len(lane), HIDDEN, np.int16)
    if not len(lane):
        return rows
    # One axis for all lanes: each is moved behind the one before it.
    low = min(float(start.min()), float(busy.start.min(initial=start.min())))
    step = max(float(end.max()), float(busy.end.max(initial=end.max()))) - low + 1
    begin, finish = start + lane * step, end + lane * step
    order = np.argsort(begin, kind="stable")
    begin, finish, rank = begin[order], finish[order], rank[order]
    taken = _by_row(busy, step)
    rest = np.arange(len(order))
    for row in range(most):
        if not len(rest):
            break
        able = rest[_is_free(begin[rest], finish[rest], *taken[row])] if row in taken else rest
        first = able[rank[able] <= row]
        first = first[_chain(begin[first], finish[first])]
        rows[order[first]] = row
        # What room the important left between them goes to whatever fits.
        more = able[_is_free(begin[able], finish[able], begin[first], finish[first])]
        rows[order[more[_chain(begin[more], finish[more])]]] = row
        rest = rest[rows[order[rest]] == HIDDEN]
    return rows


def _by_row(busy: Busy, step: float) -> dict[int, tuple[Floats, Floats]]:
    """Give the stretches taken in each row, sorted, on the axis of all lanes."""
    begin, finish = busy.start + busy.lane * step, busy.end + busy.lane * step
    order = np.argsort(begin, kind="stable")
    begin, finish, row = begin[order], finish[order], busy.row[order]
    return {number: (begin[row == number], finish[row == number]) for number in set(row.tolist())}


def _chain(begin: Floats, finish: Floats) -> list[int]:
    """Walk from an item to the first that begins after its end."""
    following = np.searchsorted(begin, finish, "left").tolist()
    chosen, at, count = [], 0, len(begin)
    while at < count:
        chosen.append(at)
        following_at = following[at]
        at = following_at if following_at > at else at + 1
    return chosen


def _is_free(begin: Floats, finish: Floats, taken_begin: Floats, taken_finish: Floats) -> Bools:
    """Tell which stretches meet none of those taken, which are sorted and do not meet one another."""
    if not len(taken_begin):
        return np.ones(len(begin), np.bool_)
    # So the one that begins last before the end is the only one that can be met.
    before = np.searchsorted(taken_begin, finish, "left") - 1
    free: Bools = (before < 0) | (taken_finish[before] <= begin)
    return free


def _make_room(kept: dict[Key, tuple[Ints, Rows8]], most: int = _MAX_CHUNKS) -> None:
    if len(kept) >= most:
        del kept[next(iter(kept))]


def ranks(lane: Ints, cell: Ints, weight: Floats | Weights) -> Ints:
    """Number the items of each lane and cell from 0 by falling weight."""
    order = np.lexsort((np.arange(len(lane)), -weight, cell, lane))
    new = np.ones(len(lane), np.bool_)
    new[1:] = (np.diff(lane[order]) != 0) | (np.diff(cell[order]) != 0)
    place = np.arange(len(lane))
    ranked = np.empty(len(lane), np.int64)
    ranked[order] = place - np.maximum.accumulate(np.where(new, place, 0))
    return ranked


def level_of(s_per_px: float, is_small: bool) -> float:
    """Give the level, log2 of the seconds a pixel stands for, at whose crowded end rows are worked out."""
    steps = 4 if is_small else 2
    return math.ceil(math.log2(s_per_px) * steps - 1e-9) / steps


@dataclass(slots=True)
class Packing:
    """Rows by level and chunk, worked out when first asked for and remembered.

    The memory changes no answer: it is what makes asking again cheap.
    """

    deck: Deck
    room: Room
    tiers: Tiers | None
    most: int = MAX_ROWS
    _packed: dict[tuple[float, int], tuple[Ints, Rows8]] = field(default_factory=dict)
    _joined: dict[tuple[float, int, int], tuple[Ints, Rows8]] = field(default_factory=dict)
    _crossed: dict[tuple[float, int], tuple[Ints, Rows8]] = field(default_factory=dict)
    _lasting: Rows8 = field(default_factory=lambda: np.zeros(0, np.int16))
    _finest_home: int = 0

    def __post_init__(self) -> None:
        self._lasting = np.full(len(self.deck), _UNKNOWN, np.int16)
        if self.tiers is not None:
            shortest = np.argmin(self.deck.hi - self.deck.lo)
            self._finest_home = int(self._homes(np.array([shortest]))[0])

    @property
    def is_small(self) -> bool:
        """Tell whether all items are placed at once."""
        return self.tiers is None

    def at(self, s_per_px: float, lo_s: float, hi_s: float) -> tuple[Ints, Rows8]:
        """Give the items that have a row and may be seen between two times, with their rows."""
        level = level_of(s_per_px, self.is_small)
        if self.tiers is None:
            return self._whole(level)
        width = _CHUNK_PX * 2.0**level
        key = level, math.floor(lo_s / width), math.floor(hi_s / width)
        found = self._joined.get(key)
        if found is None:
            _make_room(self._joined, MAX_JOINED)
            found = self._joined[key] = self._join(*key)
        return found

    def _join(self, level: float, first: int, last: int) -> tuple[Ints, Rows8]:
        """Put together what lies in chunks, what crosses into the first, and what is long."""
        width = _CHUNK_PX * 2.0**level
        parts = [self._chunk(level, chunk) for chunk in range(first, last + 1)]
        parts += [self._crossing(level, first), self._long(level, first * width, (last + 1) * width)]
        return np.concatenate([items for items, _ in parts]), np.concatenate([rows for _, rows in parts])

    def _whole(self, level: float) -> tuple[Ints, Rows8]:
        found = self._packed.get((level, 0))
        if found is None:
            items = np.arange(len(self.deck))
            found = self._packed[(level, 0)] = items, self._place(items, level, _FREE)
        return found

    def _pixels(self, items: Ints, level: float) -> tuple[Floats, Floats]:
        """Give from where to where items reach at a level, labels included."""
        per_px, room = 2.0**level, self.room
        start = self.deck.lo[items] / per_px
        end = np.maximum(self.deck.hi[items] / per_px, start + room.least[items])
        return start - room.before[items], end + room.after[items] + room.label[items]

    def _place(self, items: Ints, level: float, busy: Busy) -> Rows8:
        start, end = self._pixels(items, level)
        cell = np.floor(self.deck.lo[items] / (CELL_PX * 2.0**level)).astype(np.int64)
        rank = ranks(self.deck.lane[items], cell, self.deck.weight[items])
        return first_fit(self.deck.lane[items], start, end, rank, busy=busy, most=self.most)

    def _chunk(self, level: float, chunk: int) -> tuple[Ints, Rows8]:
        """Place the items that begin in a chunk and are not long."""
        key = (level, chunk)
        found = self._packed.get(key)
        if found is None:
            _make_room(self._packed)
            found = self._packed[key] = self._fresh(level, chunk)
        return found

    def _fresh(self, level: float, chunk: int) -> tuple[Ints, Rows8]:
        assert self.tiers is not None
        width = _CHUNK_PX * 2.0**level
        lo_s, hi_s = chunk * width, (chunk + 1) * width
        own = self.tiers.starting(level, lo_s, hi_s)
        start, end = self._reach(own, level)
        inner = own[self._is_short(own, level) & (start >= lo_s) & (end <= hi_s)]
        long, long_rows = self._long(level, lo_s, hi_s)
        left, left_rows = self._crossing(level, chunk)
        right, right_rows = self._crossing(level, chunk + 1)
        busy_items = np.concatenate([long, left, right])
        busy = self._busy(busy_items, np.concatenate([long_rows, left_rows, right_rows]), level)
        rows = self._place(inner, level, busy)
        return np.concatenate([inner, right]), np.concatenate([rows, right_rows])

    def _is_short(self, items: Ints, level: float) -> Bools:
        short: Bools = self.deck.hi[items] - self.deck.lo[items] <= _SHORT_PX * 2.0**level
        return short

    def _reach(self, items: Ints, level: float) -> tuple[Floats, Floats]:
        """Give from when to when marks are drawn at a level, labels left out, in seconds."""
        start, end = self._pixels(items, level)
        return start * 2.0**level, (end - self.room.label[items]) * 2.0**level

    def _busy(self, items: Ints, rows: Rows8, level: float) -> Busy:
        seen = rows >= 0
        items, rows = items[seen], rows[seen]
        start, end = self._pixels(items, level)
        return Busy(self.deck.lane[items], rows, start, end - self.room.label[items])

    def _crossing(self, level: float, chunk: int) -> tuple[Ints, Rows8]:
        """Place the short items that cross the border before a chunk."""
        key = (level, chunk)
        found = self._crossed.get(key)
        if found is None:
            _make_room(self._crossed)
            found = self._crossed[key] = self._fresh_crossing(level, chunk * _CHUNK_PX * 2.0**level)
        return found

    def _fresh_crossing(self, level: float, border_s: float) -> tuple[Ints, Rows8]:
        """Place what crosses a border: all of it meets there, so each item needs its own row."""
        assert self.tiers is not None
        half_s, reach_s = _SHORT_PX * 2.0**level, _REACH_PX * 2.0**level
        items = self.tiers.starting(level, border_s - half_s - reach_s, border_s + reach_s)
        start, end = self._reach(items, level)
        items = items[(start < border_s) & (end > border_s) & self._is_short(items, level)]
        rows = np.full(len(items), HIDDEN, np.int16)
        if not len(items):
            return items, rows
        around_s = half_s + 2 * reach_s
        long, long_rows = self._long(level, border_s - around_s, border_s + around_s)
        taken = {(int(lane), int(row)) for lane, row in zip(self.deck.lane[long], long_rows, strict=True)}
        for at in np.argsort(-self.deck.weight[items], kind="stable").tolist():
            lane = int(self.deck.lane[items[at]])
            row = next((row for row in range(self.most) if (lane, row) not in taken), HIDDEN)
            taken.add((lane, row))
            rows[at] = row
        return items, rows

    def _long(self, level: float, lo_s: float, hi_s: float) -> tuple[Ints, Rows8]:
        """Give the long items between two times, with the rows they got where they were short."""
        assert self.tiers is not None
        reach_s = _REACH_PX * 2.0**level
        items = self.tiers.overlapping(level, lo_s - reach_s, hi_s + reach_s)
        items = items[~self._is_short(items, level)]
        unknown = items[self._lasting[items] == _UNKNOWN]
        if len(unknown):
            self._settle(unknown)
        return items, self._lasting[items]

    def _homes(self, items: Ints) -> Ints:
        """Give the closest whole level at which each item is short."""
        length = self.deck.hi[items] - self.deck.lo[items]
        home = np.ceil(np.log2(np.maximum(length, 1.0) / _SHORT_PX))
        home += length > _SHORT_PX * 2.0**home  # where the logarithm was rounded
        return home.astype(np.int64)

    def _chunk_of(self, items: Ints, level: Ints | int) -> Ints:
        """Give the chunk of a level in which each item begins."""
        return np.floor(self.deck.lo[items] / (_CHUNK_PX * 2.0**level)).astype(np.int64)

    def _settle(self, items: Ints) -> None:
        """Look up the rows that long items got where they were short."""
        homes = self._homes(items)
        chunks = self._chunk_of(items, homes)
        for home, chunk in sorted({*zip(homes.tolist(), chunks.tolist(), strict=True)}, reverse=True):
            parts = self._chunk(float(home), chunk), self._crossing(float(home), chunk)
            found, first = np.unique(np.concatenate([part[0] for part in parts]), return_index=True)
            own = (self._homes(found) == home) & (self._chunk_of(found, home) == chunk)
            rows = np.concatenate([part[1] for part in parts])[first]
            self._lasting[found[own]] = self._with_spare(found[own], rows[own], home, chunk)
        left = items[self._lasting[items] == _UNKNOWN]
        self._lasting[left] = HIDDEN

    def _with_spare(self, items: Ints, rows: Rows8, home: int, chunk: int) -> Rows8:
        """Give what begins in a chunk and has no row one of the spare: close by there may be room for it.

        Items of a home level reach into the next chunk at most, and every level has spare rows of its own for
        odd chunks and for even ones: so what is given here meets nothing that was given elsewhere.
        """
        lost = np.flatnonzero(rows == HIDDEN)
        if not len(lost):
            return rows
        hidden = items[lost]
        start, end = self._pixels(hidden, home)
        lane = self.deck.lane[hidden]
        rank = ranks(lane, np.zeros_like(lane), self.deck.weight[hidden])
        found = first_fit(lane, start, end - self.room.label[hidden], rank, most=_SPARE)
        first = self.most + (2 * (home - self._finest_home) + chunk % 2) * _SPARE
        rows = rows.copy()
        rows[lost] = np.where(found >= 0, found + first, HIDDEN)
        return rows
