"""`Deck`: the filtered events sorted into lanes, dealt once per filter and lane choice; and how high lanes are.

An event that has several values (two companies) lies in the lane of each. Nothing here knows pixels of time.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from explorer import resources
from explorer.index.table import Codes, EventTable, Mask
from explorer.model.query import Facet
from explorer.model.when import OPEN_HI, OPEN_LO
from explorer.timeline.arrangement import Arrangement

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64] | npt.NDArray[np.int32]  # what is held for every item takes 32 bits
Weights = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]
Label = Callable[[Facet, str], str]
Spans = tuple[tuple[float, float], ...]

LANES = ("kind", "company", "country", "source", "tag", "none")
MAX_LANES = 60
_ROUNDED = 1e-9
_LEAST_LINES = 2  # of a lane with so many, before lanes scroll
REST = "…"  # the key of the lane of all values that there are too many of …
MOST_HELD = 24  # … which knows the fullest of them by name
_NOTHING = {
    "company": "No company",
    "country": "No country",
    "source": "No source",
    "tag": "No tag",
    "kind": "No kind",
}


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane: its value ("" for events without one), what it is called, how many events lie in it.

    `kind` is the kind whose sign stands beside the name, "" for none; `values` how many values it holds, more
    than one where there are too many for lanes of their own: then `held` are the fullest lanes it stands for.
    """

    key: str
    label: str
    count: int
    kind: str = ""
    values: int = 1
    held: tuple["Lane", ...] = ()


@dataclass(frozen=True, slots=True)
class Deck:
    """Items in the order of time: one for every event and lane it lies in.

    `row` is the row of the table. `lo` and `hi` are seconds; where an end is open both lie at the known one,
    and `open_left` or `open_right` says so. Where sources give other dates (`others`, by table row), `lo` to
    `hi` holds them all and `own_lo` to `own_hi` is the one that stands; elsewhere these are the same.
    `weight` orders items by importance. `undated` are table rows. The first `pinned` lanes stay at the top;
    `hidden` are the lanes whose items were left out because a person hid them.
    """

    by: str
    table: EventTable
    lanes: tuple[Lane, ...]
    row: Codes
    lane: Codes
    lo: Floats
    hi: Floats
    weight: Weights
    open_left: Bools
    open_right: Bools
    undated: Ints
    own_lo: Floats
    own_hi: Floats
    others: Mapping[int, Spans]
    pinned: int = 0
    hidden: tuple[Lane, ...] = ()

    def __len__(self) -> int:
        return len(self.row)

    @property
    def span(self) -> tuple[float, float] | None:
        """Give the first and last second of all items, None without any."""
        return (float(self.lo.min()), float(self.hi.max())) if len(self) else None


def label_of(facet: Facet, value: str) -> str:
    """Say a value plainly: a kind by its name, everything else as it is."""
    known = resources.kinds().get(value) if facet is Facet.KIND else None
    return known.label if known else value


def deal(
    table: EventTable,
    mask: Mask,
    by: str = "kind",
    label: Label = label_of,
    others: Mapping[int, Spans] | None = None,
    arrangement: Arrangement | None = None,
) -> Deck:
    """Sort the events of a mask into lanes; a choice that is not known gives one lane of all."""
    wanted = arrangement or Arrangement()
    dated = np.flatnonzero(mask & table.is_dated)
    row, value = _values(table, dated, by)
    lanes, lane = _lanes(table, row, value, by, label, wanted)
    lanes, hidden, row, lane = _arranged(lanes, row, lane, wanted)
    lo_s, hi_s = table.lo_s[row], table.hi_s[row]
    open_left, open_right = lo_s <= OPEN_LO, hi_s >= OPEN_HI
    # An open date is placed by the end that is known: a second there, and a fade.
    lo = np.where(open_left, hi_s - 1, lo_s).astype(np.float64)
    hi = np.where(open_left, hi_s, np.where(open_right, lo_s + 1, hi_s)).astype(np.float64)
    own = lo, hi
    lo, hi = _holding(row, lo, hi, others or {})
    order = np.lexsort((row, hi, lo))
    lo, hi = lo[order], hi[order]
    # Mostly nobody gives another date: then both are the same, and are held once.
    own_lo, own_hi = (own[0][order], own[1][order]) if others else (lo, hi)
    return Deck(
        by=by,
        table=table,
        lanes=lanes,
        row=row[order].astype(np.int32),
        lane=lane[order].astype(np.int32),
        lo=lo,
        hi=hi,
        weight=table.weight[row[order]],
        open_left=open_left[order],
        open_right=open_right[order],
        undated=np.flatnonzero(mask & ~table.is_dated),
        own_lo=own_lo,
        own_hi=own_hi,
        others=others or {},
        pinned=sum(one.key in wanted.pinned for one in lanes),
        hidden=hidden,
    )


def _arranged(
    lanes: Sequence[Lane], row: Ints, lane: Ints, wanted: Arrangement
) -> tuple[tuple[Lane, ...], tuple[Lane, ...], Ints, Ints]:
    """Put lanes in the order of a person, the hidden ones and their items aside."""
    if wanted.dealing == Arrangement():
        return tuple(lanes), (), row, lane
    order = wanted.sorted([one.key for one in lanes])
    shown = [at for at in order if lanes[at].key not in wanted.hidden]
    place = np.full(len(lanes), -1, np.int64)
    place[shown] = range(len(shown))
    lane = place[lane] if len(lanes) else lane
    hidden = tuple(lanes[at] for at in order if place[at] < 0)
    return tuple(lanes[at] for at in shown), hidden, row[lane >= 0], lane[lane >= 0]


def _holding(row: Ints, lo: Floats, hi: Floats, others: Mapping[int, Spans]) -> tuple[Floats, Floats]:
    """Widen stretches so that they hold the other dates of their events."""
    if not others:
        return lo, hi
    lo, hi = lo.copy(), hi.copy()
    for at in np.flatnonzero(np.isin(row, list(others))).tolist():
        spans = others[int(row[at])]
        lo[at] = min(lo[at], *(begin for begin, _ in spans))
        hi[at] = max(hi[at], *(end for _, end in spans))
    return lo, hi


def _values(table: EventTable, rows: npt.NDArray[np.int64], by: str) -> tuple[Ints, Ints]:
    """Pair every row with each of its values, -1 where it has none."""
    if by not in LANES[:-1]:
        return rows, np.zeros(len(rows), np.int64)
    column = table.facets[Facet(by)]
    first, counts = column.offsets[rows], column.offsets[rows + 1] - column.offsets[rows]
    times = np.maximum(counts, 1)
    starts = np.cumsum(times) - times
    within = np.arange(int(times.sum())) - np.repeat(starts, times)
    at = np.minimum(np.repeat(first, times) + within, max(len(column.codes) - 1, 0))
    has_value = np.repeat(counts > 0, times)
    codes = column.codes[at].astype(np.int64) if len(column.codes) else np.zeros(len(at), np.int64)
    return np.repeat(rows, times), np.where(has_value, codes, -1)


def _lanes(
    table: EventTable, row: Ints, value: Ints, by: str, label: Label, wanted: Arrangement
) -> tuple[tuple[Lane, ...], Ints]:
    if by not in LANES[:-1]:
        return (Lane("", "All events", len(row)),), value
    facet = Facet(by)
    values = table.facets[facet].values
    # The count at -1, events without a value, comes last.
    counts = np.bincount(value + 1, minlength=len(values) + 1)
    present = [code for code in range(len(values)) if counts[code + 1]]
    if facet is not Facet.KIND:
        # A pinned lane is never among those that there are too many of.
        present.sort(key=lambda code: (values[code] not in wanted.pinned, -counts[code + 1]))
    shown, rest = (
        (present, []) if len(present) <= MAX_LANES else (present[: MAX_LANES - 1], present[MAX_LANES - 1 :])
    )

    def own(code: int) -> Lane:
        kind = values[code] if facet is Facet.KIND else ""
        return Lane(values[code], label(facet, values[code]), int(counts[code + 1]), kind)

    lanes = [own(code) for code in shown]
    place = np.zeros(len(values) + 1, np.int64)
    place[[code + 1 for code in shown]] = range(len(shown))
    if rest:
        place[[code + 1 for code in rest]] = len(lanes)
        count = int(sum(counts[code + 1] for code in rest))
        held = tuple(map(own, rest[:MOST_HELD]))
        lanes.append(Lane(REST, f"{len(rest)} more", count, values=len(rest), held=held))
    if counts[0]:
        place[0] = len(lanes)
        lanes.append(Lane("", _NOTHING[by], int(counts[0])))
    return tuple(lanes), place[value + 1]


@dataclass(frozen=True, slots=True)
class Rows:
    """How much of a lane is shown: these rows of marks, one a line, and whether a strip of "+n" follows."""

    lane: int
    rows: tuple[int, ...]
    has_strip: bool
    is_collapsed: bool = False

    @property
    def lines(self) -> int:
        """Give its height in lines, at least one."""
        return max(len(self.rows) + self.has_strip, 1)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a lane would show of the window: the rows that hold a mark, and whether more lies in it."""

    rows: tuple[int, ...]
    has_more: bool

    @property
    def lines(self) -> int:
        """Give its height in lines; 0 with nothing in view."""
        return len(self.rows) + self.has_more


@dataclass(frozen=True, slots=True)
class Plan:
    """The lanes shown, from the top, and those with nothing in view."""

    shown: tuple[Rows, ...]
    folded: tuple[int, ...]
    _lines: dict[tuple[int, int], Ints] = field(default_factory=dict, compare=False, repr=False)

    def lines(self, lanes: int, rows: int) -> Ints:
        """Give on which line of its lane each row is shown, -1 where it is not: a table of lanes and rows.

        It is remembered, for a plan is kept while a hand moves.
        """
        known = self._lines.get((lanes, rows))
        if known is None:
            known = self._lines[lanes, rows] = np.full((lanes, rows), -1, np.int64)
            for shown in self.shown:
                kept = [row for row in shown.rows if row < rows]
                known[shown.lane, kept] = range(len(kept))
        return known

    def without_ends(self, held: Bools) -> "Plan":
        """Leave out last rows that hold no mark: the upper of two rows whose lower is not shown."""
        shown = []
        for one in self.shown:
            rows = one.rows
            while rows and not held[one.lane, rows[-1]]:
                rows = rows[:-1]
            shown.append(replace(one, rows=rows))
        return replace(self, shown=tuple(shown))


def plan(
    wanted: Sequence[Wish],
    filled: Callable[[Sequence[int]], float],
    *,
    collapsed: frozenset[int] = frozenset(),
    expanded: frozenset[int] = frozenset(),
    show_empty: bool = False,
    most: int = 6,
    may_shrink: bool = False,
) -> Plan:
    """Share the height among lanes: as many rows as each wants, in turn, while they fit.

    `filled(lines)` is the part of the room that they fill, above 1 what does not fit. A lane that cannot show
    all of its rows gives one line to a strip of "+n". Lanes whose least does not fit scroll, and are the higher
    the farther they do, up to `most` lines: so one lane more never changes all others at once. One that is
    opened beyond the room leaves the others as they are. What cannot scroll `may_shrink` to one line each,
    which is a row; what is left goes to those that want most.
    """
    shown = [lane for lane, wish in enumerate(wanted) if wish.lines or show_empty]
    wants = [1 if lane in collapsed else max(wanted[lane].lines, 1) for lane in shown]
    least = [min(want, _LEAST_LINES) for want in wants]
    lines, single = (_opened(many, wants, shown, expanded) for many in (least, [1] * len(wants)))
    if filled(lines) <= 1:
        _fill(lines, wants, lambda lines: filled(lines) <= 1, range(len(lines)))
    elif may_shrink and filled(single) <= 1:
        lines = single
        fullest = sorted(range(len(lines)), key=lambda at: -wants[at])
        _fill(lines, wants, lambda lines: filled(lines) <= 1, fullest)
    else:
        over = max(filled(least), 1.0)
        ends = wants if over == 1 else [min(want, most) for want in wants]
        room = over * min(over, most / _LEAST_LINES) + _ROUNDED
        _fill(least, ends, lambda lines: filled(lines) <= room, range(len(least)))
        lines = _opened(least, wants, shown, expanded)
    pairs = zip(shown, lines, strict=True)
    rows = tuple(_rows(lane, many, wanted[lane], lane in collapsed, may_shrink) for lane, many in pairs)
    return Plan(rows, tuple(lane for lane in range(len(wanted)) if lane not in set(shown)))


def _opened(
    lines: Sequence[int], wants: Sequence[int], shown: Sequence[int], expanded: frozenset[int]
) -> list[int]:
    return [want if lane in expanded else many for lane, many, want in zip(shown, lines, wants, strict=True)]


def _rows(lane: int, lines: int, wish: Wish, is_collapsed: bool, may_shrink: bool) -> Rows:
    if is_collapsed:
        return Rows(lane, (), has_strip=True, is_collapsed=True)
    has_strip = wish.has_more or lines < len(wish.rows)
    if may_shrink and lines == 1 and wish.rows:
        has_strip = False  # the header counts what is not shown
    return Rows(lane, wish.rows[: lines - has_strip], has_strip)


def _fill(
    lines: list[int], wants: Sequence[int], fits: Callable[[Sequence[int]], bool], turns: Sequence[int]
) -> None:
    """Give one more line to each lane in turn, as long as all of them fit."""
    open_ = [at for at in turns if lines[at] < wants[at]]
    while open_:
        for at in list(open_):
            lines[at] += 1
            if not fits(lines):
                lines[at] -= 1
                open_.remove(at)
            elif lines[at] >= wants[at]:
                open_.remove(at)
