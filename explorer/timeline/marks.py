"""Marks before and in a window: how their ends are drawn, how wide they are, and the words beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from explorer.index.table import EventTable, Mask
from explorer.model.calendar import DAY_S
from explorer.model.query import Facet
from explorer.model.when import Modifier
from explorer.timeline import density, lanes, rows, ticks
from explorer.timeline.arrangement import Arrangement
from explorer.timeline.drawn import Echo, Flag, Marks, Words
from explorer.timeline.found import Columns, Found
from explorer.timeline.lanes import Bools, Deck, Floats, Ints
from explorer.timeline.merging import merged
from explorer.timeline.metrics import NOTE_SIZE, Metrics
from explorer.timeline.rows import Rows8
from explorer.timeline.scale import Scale
from explorer.timeline.ticks import TextWidth

_POINT_UNTIL = 1.6  # a day wider than so many points is drawn as wide as it is
_FAR_PX = 20_000.0  # beyond this nothing is seen and coordinates only lose exactness
_TELLABLE_PX = 6.0  # two dates nearer than this are one mark
_MEAN_CHAR = 0.53  # of the size of the text
_MOST_GUESSED = 14  # times the size of the text
_KEEP_OF_ALL = 60  # marks of one cell, shared by all lanes

_CUT_STEP = 8.0
_REMEMBERED = 20_000
_WORDY = Flag.CONFLICT | Flag.STARRED | Flag.SELECTED | Flag.POINT | Flag.BARE  # flags that change the words

_CODES = {modifier: code for code, modifier in enumerate(Modifier, 1)}
_SOFT_LEFT = [_CODES[m] for m in (Modifier.MID, Modifier.LATE, Modifier.ABOUT)]
_SOFT_RIGHT = [_CODES[m] for m in (Modifier.EARLY, Modifier.MID, Modifier.ABOUT)]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A deck with what is known of it before any window: how marks end, how wide labels are, rows, counts.

    `notes` stand small behind the labels of table rows: the numbers of who says so. `broken` are the titles, by
    table row, that take two lines; `silent` the items that lie between the words of others and have none.
    """

    deck: Deck
    metrics: Metrics
    text_width: TextWidth
    columns: Columns
    packing: rows.Packs
    counts: density.Counts
    notes: Mapping[int, str] = field(default_factory=dict)
    broken: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    silent: Ints | None = None
    _words: dict[tuple[int, int], Words] = field(default_factory=dict)
    _cuts: dict[tuple[str, int, bool], tuple[str, float]] = field(default_factory=dict)
    _found: dict[int, tuple[Ints, Found]] = field(default_factory=dict)
    _loose: dict[tuple[tuple[int, int], ...], Found] = field(default_factory=dict)

    def found(self, s_per_px: float, lo_s: float, hi_s: float) -> Found:
        """Give the items that may be seen in a stretch; the last are remembered, for a pan asks again."""
        items, places = self.packing.at(s_per_px, lo_s, hi_s)
        known = self._found.get(id(items))
        if known is None or known[0] is not items:
            known = self._found[id(items)] = items, self.gather(items, places)
            _forget(self._found, rows.MAX_JOINED)
        return known[1]

    def begun(self, spans: tuple[tuple[int, int], ...]) -> Found:
        """Give the items from one to another in the order of time; the last are remembered."""
        found = self._loose.get(spans)
        if found is None:
            items = np.concatenate([np.arange(0), *(np.arange(first, last) for first, last in spans)])
            self._loose.clear()
            found = self._loose[spans] = self.gather(items, np.full(len(items), rows.HIDDEN, np.int64))
        return found

    def gather(self, items: Ints, rows: Rows8) -> Found:
        """Look items up, with their rows."""
        return self.columns.gather(items, rows.astype(np.int64), self.metrics)

    def words_of(self, rows: Ints, flags: Ints) -> list[Words]:
        """Give what stands beside marks; remembered, for a frame asks for hundreds."""
        keys, known = zip(rows.tolist(), (flags & _WORDY).tolist(), strict=True), self._words
        found = [known.get(key) or self._learnt(key) for key in keys]
        while len(known) > _REMEMBERED:
            del known[next(iter(known))]
        return found

    def _learnt(self, key: tuple[int, int]) -> Words:
        made = self._words[key] = words(self, *key)
        return made

    def cut(self, text: str, room: float, bold: bool) -> tuple[str, float]:
        """Cut a text to a room, in steps of some pixels so that it can be remembered; give its width too."""
        key = text, int(room // _CUT_STEP), bold
        found = self._cuts.get(key)
        if found is None:
            whole = self.text_width(text, bold)
            if whole <= room:
                return text, whole
            short = ticks.elided(text, key[1] * _CUT_STEP, self.text_width, bold)
            found = self._cuts[key] = short, self.text_width(short, bold)
            _forget(self._cuts)
        return found

    @property
    def shows_kind(self) -> bool:
        """Tell whether labels carry the sign of their kind, because the lane does not say it."""
        return self.deck.by != Facet.KIND.value


def _forget(kept: dict[Any, Any], most: int = _REMEMBERED) -> None:
    """Let go of the oldest when there are too many."""
    if len(kept) > most:
        del kept[next(iter(kept))]


def prepare(
    table: EventTable,
    mask: Mask,
    by: str,
    text_width: TextWidth,
    *,
    label: lanes.Label = lanes.label_of,
    metrics: Metrics | None = None,
    notes: Mapping[int, str] | None = None,
    others: Mapping[int, lanes.Spans] | None = None,
    arrangement: Arrangement | None = None,
    most_lanes: int | None = None,
) -> Prepared:
    """Deal the events of a mask into lanes and get ready to lay out any window of them.

    `others` are the dates that other sources of an event give, by table row. Of more than `most_lanes` the
    least full become one.
    """
    sizes = metrics or Metrics()
    deck = lanes.deal(table, mask, by, label, others, arrangement)
    if most_lanes is not None:
        deck = merged(deck, most_lanes)
    modifier = table.modifier[deck.row]
    fade_left = deck.open_left | np.isin(modifier, _SOFT_LEFT)
    fade_right = deck.open_right | np.isin(modifier, _SOFT_RIGHT)
    is_small = len(deck) <= rows.SMALL
    keep = int(min(max(_KEEP_OF_ALL / max(len(deck.lanes), 1), 4), 24))
    room = _room(deck, sizes, fade_left, fade_right, text_width, notes or {})
    tiers = None if is_small else density.tiers(deck, keep)
    packing = rows.Packing(deck, room, tiers, rows.MAX_ROWS if is_small else keep + 6)
    columns = Columns(deck, (fade_left, fade_right))
    return Prepared(deck, sizes, text_width, columns, packing, density.counts(deck), notes or {})


def _room(
    deck: Deck,
    sizes: Metrics,
    fade_left: Bools,
    fade_right: Bools,
    text_width: TextWidth,
    notes: Mapping[int, str],
) -> rows.Room:
    half, is_soft = sizes.point / 2, fade_left | fade_right
    is_point = (deck.own_hi - deck.own_lo <= DAY_S) & ~is_soft
    # A point reaches half its size beyond its day, and so may the point of another date.
    is_rounded = is_point | np.isin(deck.row, list(deck.others))
    before = np.where(deck.open_left, sizes.fade, np.where(is_rounded, half, 0.0))
    after = np.where(deck.open_right, sizes.fade, np.where(is_rounded, half, 0.0)) + 3
    least = np.where(is_point, 0.0, np.where(is_soft, sizes.soft, sizes.least_bar))
    titles = map(deck.table.titles.__getitem__, deck.row.tolist())
    if len(deck) <= rows.SMALL:
        wide = np.array([text_width(title, False) for title in titles], np.float64)
    else:  # measuring a million titles takes seconds; labels are cut to their true room when drawn
        guess = np.fromiter(map(len, titles), np.float64, len(deck)) * _MEAN_CHAR * sizes.text
        wide = np.minimum(guess, _MOST_GUESSED * sizes.text)
    beside = 2 * sizes.gap + (sizes.sign if deck.by != Facet.KIND.value else 0)
    badges = sizes.badge * _badge_count(deck.table, deck.row)
    noted = np.array(
        [note_width(notes.get(row, ""), text_width) for row in deck.row.tolist()] if notes else 0.0
    )
    label = np.minimum(wide, sizes.most_label) + beside + badges + noted
    return rows.Room(*(each.astype(np.float32) for each in (before, least, after, label)))


def _badge_count(table: EventTable, row: Ints) -> Ints:
    return (
        (table.sources[row] > 1).astype(np.int64)
        + table.has_conflict[row].astype(np.int64)
        + table.is_starred[row].astype(np.int64)
    )


def note_width(note: str, text_width: TextWidth) -> float:
    """Give how much room a note takes behind a label."""
    return text_width(note, False) * NOTE_SIZE + 3 if note else 0.0


def extents(
    prepared: Prepared, scale: Scale, found: Found, selection: frozenset[int]
) -> tuple[Floats, Floats, Ints]:
    """Give from where to where marks are drawn, never narrower than what can be seen, and their flags."""
    sizes = prepared.metrics
    half = sizes.point / 2
    x0, x1 = scale.x(found.own_lo), scale.x(found.own_hi)
    middle, length = (x0 + x1) / 2, x1 - x0
    is_point = found.may_be_point & (length < _POINT_UNTIL * sizes.point)
    is_short = length < found.least
    x0 = np.where(is_short & found.is_about, middle - found.least / 2, x0)
    x1 = np.where(is_short, x0 + found.least, x1)
    x0 = np.where(is_point, middle - half, x0 - found.before)
    x1 = np.where(is_point, middle + half, x1 + found.after)
    flags = found.flags | is_point * int(Flag.POINT)
    flags |= found.is_inside(scale.lo_s, scale.hi_s) * int(Flag.INSIDE)
    if selection:
        flags |= np.isin(found.row, list(selection)) * int(Flag.SELECTED)
    return _near(x0), _near(x1), flags


def _near(x: Floats) -> Floats:
    return np.minimum(np.maximum(x, -_FAR_PX), _FAR_PX)


def echoes(prepared: Prepared, scale: Scale, drawn: Marks) -> list[Echo]:
    """Give where other sources date the events that are drawn."""
    others, half = prepared.deck.others, prepared.metrics.point / 2
    found = []
    for at, row in enumerate(drawn.row.tolist()) if others else ():
        for lo_s, hi_s in others.get(row, ()):
            x0, x1 = scale.x(lo_s), scale.x(hi_s)
            is_point = hi_s - lo_s <= DAY_S and x1 - x0 < _POINT_UNTIL * prepared.metrics.point
            if is_point:
                x0, x1 = (x0 + x1) / 2 - half, (x0 + x1) / 2 + half
            else:
                x1 = max(x1, x0 + prepared.metrics.least_bar)
            if abs(x0 - drawn.x0[at]) + abs(x1 - drawn.x1[at]) > _TELLABLE_PX:
                found.append(Echo(at, max(x0, -_FAR_PX), min(x1, _FAR_PX), is_point))
    return found


def reach(prepared: Prepared, scale: Scale, found: Found, x0: Floats, x1: Floats) -> tuple[Floats, Floats]:
    """Give from where to where marks reach with the other dates of their events."""
    others, half = prepared.deck.others, prepared.metrics.point / 2
    if not others:
        return x0, x1
    has = np.isin(found.row, list(others))
    left = np.where(has, np.minimum(x0, scale.x(found.lo) - half), x0)
    right = np.where(has, np.maximum(x1, scale.x(found.hi) + half), x1)
    return _near(left), _near(right)


def words(prepared: Prepared, row: int, flags: int) -> Words:
    """Give what stands beside a mark: its title, its note and its badges."""
    table, sizes, measure = prepared.deck.table, prepared.metrics, prepared.text_width
    badges, note = badges_of(table, row, flags), prepared.notes.get(row, "")
    is_bold = bool(flags & Flag.SELECTED)
    head, tail = beside(prepared, row, flags)
    if row in prepared.broken and not flags & Flag.BARE:  # a strip is one line
        first, second = prepared.broken[row]
        width = broken_width(prepared, row, flags, first, second)
        return Words(first, badges, width, tail, head > 0, note, second)
    text = ticks.elided(table.titles[row], sizes.most_label, measure, is_bold)
    return Words(text, badges, measure(text, is_bold) + head + tail, head + tail, head > 0, note)


def badges_of(table: EventTable, row: int, flags: int) -> tuple[str, ...]:
    """Give the badges behind the words of an event."""
    badges = []
    if flags & Flag.CONFLICT:
        badges.append("≠")
    if table.sources[row] > 1:
        badges.append(str(int(table.sources[row])))
    if flags & Flag.STARRED:
        badges.append("★")
    return tuple(badges)


def beside(prepared: Prepared, row: int, flags: int) -> tuple[float, float]:
    """Give how much stands before the words of a mark, the sign of its kind, and how much behind them."""
    sizes, note = prepared.metrics, prepared.notes.get(row, "")
    has_sign = prepared.shows_kind and not flags & Flag.POINT
    badges = sizes.badge * len(badges_of(prepared.deck.table, row, flags))
    return sizes.sign if has_sign else 0.0, note_width(note, prepared.text_width) + badges


def whole_width(prepared: Prepared, row: int, flags: int) -> float:
    """Give how wide the words of a mark are on one line, with nothing cut."""
    return prepared.text_width(prepared.deck.table.titles[row], False) + sum(beside(prepared, row, flags))


def broken_width(prepared: Prepared, row: int, flags: int, first: str, second: str) -> float:
    """Give how wide words on two lines are, with what stands before the first and behind the second."""
    head, tail = beside(prepared, row, flags)
    measure = prepared.text_width
    return max(measure(first, False) + head, measure(second, False) + tail)
