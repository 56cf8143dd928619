"""Layout: a dealt deck and a viewport make a `Scene`. Pure: the same values give the same Scene.

`prepare` does, once per filter, what does not depend on the window; `layout` is the work of one frame.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from explorer.chronology.measures import Series
from explorer.index.table import EventTable, Mask
from explorer.model.calendar import DAY_S
from explorer.model.query import Facet
from explorer.model.when import Modifier
from explorer.timeline import charts, density, labels, lanes, rows, ticks
from explorer.timeline.lanes import Bools, Deck, Floats, Ints, Plan, Rows, Wish
from explorer.timeline.scale import Scale
from explorer.timeline.scene import (
    Chip,
    Cluster,
    Flag,
    Label,
    LaneBox,
    Marks,
    Metrics,
    Scene,
    Tray,
    Viewport,
    no_marks,
)
from explorer.timeline.ticks import TextWidth

_POINT_UNTIL_PX = 16.0  # a day wider than this is drawn as wide as it is
_FAR_PX = 20_000.0  # beyond this nothing is seen and coordinates only lose exactness
_MEAN_CHAR_PX = 6.4
_KEEP_OF_ALL = 60  # marks of one cell, shared by all lanes

_CODES = {modifier: code for code, modifier in enumerate(Modifier, 1)}
_SOFT_LEFT = [_CODES[m] for m in (Modifier.MID, Modifier.LATE, Modifier.ABOUT)]
_SOFT_RIGHT = [_CODES[m] for m in (Modifier.EARLY, Modifier.MID, Modifier.ABOUT)]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A deck with what is known of it before any window: how marks end, how wide labels are, rows, counts."""

    deck: Deck
    metrics: Metrics
    text_width: TextWidth
    fade_left: Bools
    fade_right: Bools
    packing: rows.Packing
    counts: density.Counts

    @property
    def shows_kind(self) -> bool:
        """Tell whether labels carry the sign of their kind, because the lane does not say it."""
        return self.deck.by != Facet.KIND.value


@dataclass(frozen=True, slots=True)
class Look:
    """What of the session the scene shows besides the events: selection, lanes opened and closed, measures."""

    selection: frozenset[int] = frozenset()
    collapsed: frozenset[int] = frozenset()
    expanded: frozenset[int] = frozenset()
    shows_empty: bool = False
    series: Sequence[Series] = field(default_factory=tuple)
    unit: str = ""
    shows_measures: bool = True
    shows_tray: bool = True
    today_s: float | None = None


def prepare(
    table: EventTable,
    mask: Mask,
    by: str,
    text_width: TextWidth,
    *,
    label: lanes.Label = lanes.label_of,
    metrics: Metrics | None = None,
) -> Prepared:
    """Deal the events of a mask into lanes and get ready to lay out any window of them."""
    sizes = metrics or Metrics()
    deck = lanes.deal(table, mask, by, label)
    modifier = table.modifier[deck.row]
    fade_left = deck.open_left | np.isin(modifier, _SOFT_LEFT)
    fade_right = deck.open_right | np.isin(modifier, _SOFT_RIGHT)
    is_small = len(deck) <= rows.SMALL
    keep = int(min(max(_KEEP_OF_ALL / max(len(deck.lanes), 1), 4), 24))
    room = _room(deck, sizes, fade_left, fade_right, text_width, is_small)
    tiers = None if is_small else density.tiers(deck, keep)
    packing = rows.Packing(deck, room, tiers, rows.MAX_ROWS if is_small else keep + 6)
    return Prepared(deck, sizes, text_width, fade_left, fade_right, packing, density.counts(deck))


def _room(
    deck: Deck, sizes: Metrics, fade_left: Bools, fade_right: Bools, text_width: TextWidth, is_small: bool
) -> rows.Room:
    half, is_soft = sizes.point / 2, fade_left | fade_right
    is_point = _is_point(deck, is_soft)
    before = np.where(deck.open_left, sizes.fade, np.where(is_point, half, 0.0))
    after = np.where(deck.open_right, sizes.fade, np.where(is_point, half, 0.0)) + 3
    least = np.where(is_point, 0.0, np.where(is_soft, sizes.soft, sizes.least_bar))
    titles = [deck.table.titles[row] for row in deck.row.tolist()]
    if is_small:
        wide = np.array([text_width(title, False) for title in titles], np.float64)
    else:  # measuring a million titles takes seconds; labels are cut to their true room when drawn
        wide = np.minimum(np.array([len(title) for title in titles], np.float64) * _MEAN_CHAR_PX, 170)
    beside = 2 * sizes.gap + (sizes.sign if deck.by != Facet.KIND.value else 0)
    badges = sizes.badge * _badge_count(deck.table, deck.row)
    return rows.Room(before, least, after, np.minimum(wide, sizes.most_label) + beside + badges)


def _is_point(deck: Deck, is_soft: Bools) -> Bools:
    point: Bools = (deck.hi - deck.lo <= DAY_S) & ~is_soft
    return point


def _badge_count(table: EventTable, row: Ints) -> Ints:
    return (
        (table.sources[row] > 1).astype(np.int64)
        + table.has_conflict[row].astype(np.int64)
        + table.is_starred[row].astype(np.int64)
    )


def layout(prepared: Prepared, viewport: Viewport, look: Look, keep: Plan | None = None) -> Scene:
    """Lay out one window. `keep` holds the heights of lanes while a hand is dragging."""
    return _Frame(prepared, viewport, look).scene(keep)


class _Frame:
    """The work of one frame, step by step; nothing of it outlives the Scene."""

    def __init__(self, prepared: Prepared, viewport: Viewport, look: Look) -> None:
        self.prepared, self.viewport, self.look = prepared, viewport, look
        self.deck, self.sizes = prepared.deck, prepared.metrics
        self.left, self.right = self.sizes.header, viewport.width
        self.scale = Scale(viewport.lo_s, viewport.hi_s, self.left, self.right)

    def scene(self, keep: Plan | None) -> Scene:
        sizes, view = self.sizes, self.viewport
        band = self._band()
        self.top = sizes.axis + (sizes.measures if band else 0)
        tray_px = sizes.tray if len(self.deck.undated) and self.look.shows_tray else 0
        area = None if view.height is None else max(view.height - self.top - tray_px, 0.0)
        self._find()
        plan = keep or self._plan(area)
        content = self._stack(plan)
        height = view.height if view.height is not None else self.top + content + tray_px
        bottom = height - tray_px
        self.scroll = min(max(view.scroll, 0.0), max(content - (bottom - self.top), 0.0))
        self._move_lanes()
        marks = self._marks()
        return Scene(
            width=view.width,
            height=height,
            top=self.top,
            bottom=bottom,
            scroll=self.scroll,
            content=content,
            metrics=sizes,
            scale=self.scale,
            table=self.deck.table,
            axis=ticks.axis(self.scale, self.prepared.text_width),
            plan=plan,
            lanes=tuple(self.boxes),
            marks=marks,
            labels=tuple(self._labels(marks)),
            clusters=tuple(self._clusters()),
            band=band,
            tray=self._tray(bottom, height) if tray_px else None,
            fold_y=self.fold_y,
            folded=tuple(self.deck.lanes[lane].label for lane in self.folded),
            is_folded_open=self.look.shows_empty,
            selected_x=self._selected_x(marks),
            today_x=self._today_x(),
            selected_rows=self.look.selection,
            shows_kind=self.prepared.shows_kind,
            viewport_is_screen=view.height is not None,
            text_width=self.prepared.text_width,
            in_view=len(np.unique(self.deck.row[self.items[self.inside]]))
            if keep is None
            else int(self.totals.sum()),
        )

    # Which items, in which rows

    def _find(self) -> None:
        """Find the items of the window, their rows, and how many the window holds in each lane."""
        view, deck = self.viewport, self.deck
        items, row = self.prepared.packing.at(self.scale.s_per_px, view.lo_s, view.hi_s)
        margin_s = (self.sizes.fade + 8) * self.scale.s_per_px
        near = (deck.hi[items] > view.lo_s - margin_s) & (deck.lo[items] < view.hi_s + margin_s)
        self.items, self.row = items[near], row[near]
        self.inside: Bools = (deck.hi[self.items] > view.lo_s) & (deck.lo[self.items] < view.hi_s)
        edges = np.array([view.lo_s, view.hi_s])
        counts = self.prepared.counts
        self.totals = np.array(
            [int(counts.in_cells(lane, edges).sum()) for lane in range(len(deck.lanes))], np.int64
        )

    def _plan(self, area: float | None) -> Plan:
        placed = self.inside & (self.row >= 0)
        deepest = np.zeros(len(self.deck.lanes), np.int64)
        np.maximum.at(deepest, self.deck.lane[self.items[placed]], self.row[placed] + 1)
        found = np.bincount(self.deck.lane[self.items[placed]], minlength=len(self.deck.lanes))
        wanted = [
            Wish(int(deepest[lane]), bool(self.totals[lane] > found[lane]))
            for lane in range(len(self.deck.lanes))
        ]

        def fits(lines: Sequence[int]) -> bool:
            if area is None:
                return max(lines, default=0) <= self.sizes.most_rows
            fold = self.sizes.fold if len(lines) < len(wanted) or self.look.shows_empty else 0
            return sum(lines) * self.sizes.row + len(lines) * 2 * self.sizes.lane_pad + fold <= area

        look = self.look
        return lanes.plan(
            wanted,
            fits,
            collapsed=look.collapsed,
            expanded=look.expanded,
            show_empty=look.shows_empty,
            most=self.sizes.most_rows,
        )

    def _height(self, shown: Rows) -> float:
        return max(shown.rows + shown.has_strip, 1) * self.sizes.row + 2 * self.sizes.lane_pad

    # Where the lanes lie

    def _stack(self, plan: Plan) -> float:
        """Put the lanes under one another from 0; give how high they are together."""
        self.shown = {shown.lane: shown for shown in plan.shown}
        self.tops: dict[int, float] = {}
        y = 0.0
        for shown in plan.shown:
            self.tops[shown.lane] = y
            y += self._height(shown)
        is_open = self.look.shows_empty and bool((self.totals == 0).any())
        self.folded = list(plan.folded)
        if is_open:
            self.folded = [lane for lane in range(len(self.deck.lanes)) if self.totals[lane] == 0]
        self.fold_y: float | None = y if self.folded else None
        return y + (self.sizes.fold if self.folded else 0)

    def _move_lanes(self) -> None:
        shift = self.top - self.scroll
        self.tops = {lane: y + shift for lane, y in self.tops.items()}
        self.fold_y = None if self.fold_y is None else self.fold_y + shift
        self.first = np.zeros(len(self.deck.lanes), np.int64)
        limit = np.zeros(len(self.deck.lanes), np.int64)
        for lane, shown in self.shown.items():
            self.first[lane], limit[lane] = shown.first, shown.first + shown.rows
        own = self.deck.lane[self.items]
        self.is_drawn: Bools = (self.row >= self.first[own]) & (self.row < limit[own])
        self.forced = self._forced()
        drawn = self.is_drawn & self.inside
        seen = np.bincount(self.deck.lane[self.items[drawn]], minlength=len(limit))
        seen += np.bincount(self.deck.lane[self.forced], minlength=len(limit))
        self.boxes = [self._box(at, lane, int(seen[lane])) for at, lane in enumerate(self.shown)]

    def _box(self, at: int, lane: int, seen: int) -> LaneBox:
        shown, own, y = self.shown[lane], self.deck.lanes[lane], self.tops[lane]
        total = int(self.totals[lane])
        return LaneBox(
            lane=lane,
            key=own.key,
            label=own.label,
            kind=own.kind,
            y0=y,
            y1=y + self._height(shown),
            rows=shown.rows,
            count=total,
            hidden=total - seen,
            is_band=at % 2 == 1,
            is_collapsed=shown.is_collapsed,
        )

    def _forced(self) -> Ints:
        """Give the selected items in the window that have a strip but no row of their own."""
        if not self.look.selection:
            return np.zeros(0, np.int64)
        chosen = np.flatnonzero(np.isin(self.deck.row, list(self.look.selection)))
        view = self.viewport
        chosen = chosen[(self.deck.hi[chosen] > view.lo_s) & (self.deck.lo[chosen] < view.hi_s)]
        has_strip = [lane for lane, shown in self.shown.items() if shown.has_strip]
        chosen = chosen[np.isin(self.deck.lane[chosen], has_strip)]
        return np.setdiff1d(chosen, self.items[self.is_drawn])

    # Marks and their words

    def _marks(self) -> Marks:
        items = np.concatenate([self.items[self.is_drawn], self.forced])
        if not len(items):
            return no_marks()
        lane = self.deck.lane[items]
        forced = np.zeros(len(items), np.bool_)
        forced[len(items) - len(self.forced) :] = True
        drawn_rows = np.array(
            [self.shown[one].rows if one in self.shown else 0 for one in range(len(self.deck.lanes))]
        )
        line = np.concatenate(
            [self.row[self.is_drawn].astype(np.int64), drawn_rows[self.deck.lane[self.forced]]]
        )
        tops = np.array([self.tops.get(one, 0.0) for one in range(len(self.deck.lanes))])
        y = tops[lane] + self.sizes.lane_pad + (line + 0.5) * self.sizes.row
        x0, x1, flags = self._extents(items)
        flags = flags | np.where(forced, Flag.FORCED, 0)
        on_screen = (x1 > self.left - self.sizes.point) & (x0 < self.right + self.sizes.point)
        if self.viewport.height is not None:
            on_screen &= (y > self.top - self.sizes.row) & (y < self.viewport.height + self.sizes.row)
        on_screen |= (flags & Flag.INSIDE) != 0
        parts = (self.deck.row[items], lane, line, x0, x1, y, flags)
        return Marks(*(part[on_screen] for part in parts))  # type: ignore[arg-type]  # ints and floats alternate

    def _extents(self, items: Ints) -> tuple[Floats, Floats, Ints]:
        """Give from where to where marks are drawn, never narrower than what can be seen, and their flags."""
        deck, sizes, table = self.deck, self.sizes, self.deck.table
        fade_left, fade_right = self.prepared.fade_left[items], self.prepared.fade_right[items]
        x0, x1 = self.scale.x(deck.lo[items]), self.scale.x(deck.hi[items])
        is_soft = fade_left | fade_right
        is_point = (deck.hi[items] - deck.lo[items] <= DAY_S) & ~is_soft & (x1 - x0 < _POINT_UNTIL_PX)
        middle = (x0 + x1) / 2
        least = np.where(is_soft, sizes.soft, sizes.least_bar)
        is_about = fade_left & fade_right & ~deck.open_left[items] & ~deck.open_right[items]
        short = x1 - x0 < least
        x1 = np.where(short, np.where(is_about, middle + least / 2, x0 + least), x1)
        x0 = np.where(short & is_about, middle - least / 2, x0)
        x0 = np.where(is_point, middle - sizes.point / 2, np.where(deck.open_left[items], x0 - sizes.fade, x0))
        x1 = np.where(is_point, middle + sizes.point / 2, np.where(deck.open_right[items], x1 + sizes.fade, x1))
        row = deck.row[items]
        view = self.viewport
        inside = (deck.hi[items] > view.lo_s) & (deck.lo[items] < view.hi_s)
        flags = (
            table.has_conflict[row] * int(Flag.CONFLICT)
            | table.is_starred[row] * int(Flag.STARRED)
            | np.isin(row, list(self.look.selection)) * int(Flag.SELECTED)
            | fade_left * int(Flag.FADE_LEFT)
            | fade_right * int(Flag.FADE_RIGHT)
            | is_point * int(Flag.POINT)
            | inside * int(Flag.INSIDE)
        )
        return np.clip(x0, -_FAR_PX, _FAR_PX), np.clip(x1, -_FAR_PX, _FAR_PX), flags.astype(np.int64)

    def _labels(self, marks: Marks) -> list[Label]:
        words = [
            self._words(row, bool(flags & Flag.SELECTED), self.prepared.shows_kind and not flags & Flag.POINT)
            for row, flags in zip(marks.row.tolist(), marks.flags.tolist(), strict=True)
        ]
        placer = labels.LabelPlacer(
            marks, words, self.sizes, self.left + 4, self.right - 6, self.prepared.text_width
        )
        return placer.place()

    def _words(self, row: int, selected: bool, has_sign: bool) -> labels.Words:
        table, sizes = self.deck.table, self.sizes
        badges = []
        if table.has_conflict[row]:
            badges.append("≠")
        if table.sources[row] > 1:
            badges.append(str(int(table.sources[row])))
        if table.is_starred[row]:
            badges.append("★")
        text = ticks.elided(table.titles[row], sizes.most_label, self.prepared.text_width, selected)
        width = self.prepared.text_width(text, selected) + sizes.badge * len(badges)
        return labels.Words(text, tuple(badges), width + (sizes.sign if has_sign else 0), has_sign)

    def _selected_x(self, marks: Marks) -> tuple[float, ...]:
        chosen = np.flatnonzero(marks.has(Flag.SELECTED))
        middles = {
            int(marks.row[at]): float((marks.x0[at] + marks.x1[at]) / 2)
            if marks.flags[at] & Flag.POINT
            else float(marks.x0[at])
            for at in chosen
        }
        return tuple(x for x in middles.values() if self.left <= x <= self.right)

    def _today_x(self) -> float | None:
        today = self.look.today_s
        return (
            self.scale.x(today)
            if today is not None and self.viewport.lo_s <= today < self.viewport.hi_s
            else None
        )

    # What found no room

    def _clusters(self) -> list[Cluster]:
        edges = self._edges()
        return [
            cluster
            for box in self.boxes
            if box.hidden and self.shown[box.lane].has_strip
            for cluster in self._clusters_of(box, edges)
        ]

    def _edges(self) -> Floats:
        """Cut the window into cells anchored in time; those cut short by its ends join their neighbours."""
        view, sizes = self.viewport, self.sizes
        cell_s = sizes.cell * 2.0 ** np.floor(np.log2(self.scale.s_per_px) + 0.5)
        first = np.floor(view.lo_s / cell_s) + 1
        inner = np.arange(first, np.ceil(view.hi_s / cell_s)) * cell_s
        margin_s = 40 * self.scale.s_per_px
        inner = inner[(inner > view.lo_s + margin_s) & (inner < view.hi_s - margin_s)]
        return np.concatenate([[view.lo_s], inner, [view.hi_s]])

    def _clusters_of(self, box: LaneBox, edges: Floats) -> list[Cluster]:
        counts = self.prepared.counts.in_cells(box.lane, edges)
        shown = self.items[self.is_drawn & self.inside]
        shown = np.concatenate(
            [shown[self.deck.lane[shown] == box.lane], self.forced[self.deck.lane[self.forced] == box.lane]]
        )
        cell = np.searchsorted(edges, np.maximum(self.deck.lo[shown], edges[0]), "right") - 1
        counts = counts - np.bincount(cell, minlength=len(counts))
        strip = self.shown[box.lane]
        y0 = box.y0 + self.sizes.lane_pad + strip.rows * self.sizes.row
        x = self.scale.x(edges)
        hidden = self._hidden_extents(box.lane, edges)
        return [
            Cluster(
                lane=box.lane,
                x0=x0,
                x1=x1,
                y0=y0,
                y1=y0 + self.sizes.row,
                count=int(count),
                lo_s=float(edges[at]),
                hi_s=float(edges[at + 1]),
            )
            for at, count in enumerate(counts.tolist())
            if count
            for x0, x1 in [hidden.get(at, (float(x[at]) + 2, float(x[at + 1]) - 2))]
        ]

    def _hidden_extents(self, lane: int, edges: Floats) -> dict[int, tuple[float, float]]:
        """Give, where all hidden items are known one by one, from where to where they lie in each cell."""
        if not self.prepared.packing.is_small:
            return {}
        chosen = self.inside & ~self.is_drawn & (self.deck.lane[self.items] == lane)
        items = np.setdiff1d(self.items[chosen], self.forced)
        lo = np.maximum(self.deck.lo[items], edges[0])
        cell = np.searchsorted(edges, lo, "right") - 1
        found: dict[int, tuple[float, float]] = {}
        for at in np.unique(cell).tolist():
            low, high = self.scale.x(float(edges[at])) + 2, self.scale.x(float(edges[at + 1])) - 2
            begins = self.scale.x(lo[cell == at])
            middle = float(begins.min() + begins.max()) / 2
            half = max(float(begins.max() - begins.min()) / 2 + 5, 17.0)
            middle = min(max(middle, low + half), max(high - half, low + half))
            found[at] = max(middle - half, low), min(middle + half, high)
        return found

    # Above and below

    def _band(self) -> charts.Band | None:
        if not (self.look.shows_measures and self.look.series):
            return None
        y0 = self.sizes.axis
        return charts.measures_band(
            self.look.series, self.look.unit, self.scale, y0, y0 + self.sizes.measures, self.prepared.text_width
        )

    def _tray(self, y0: float, y1: float) -> Tray:
        table, width = self.deck.table, self.prepared.text_width
        order = sorted(self.deck.undated.tolist(), key=lambda row: (-float(table.weight[row]), row))
        chips: list[Chip] = []
        x = self.left
        for row in order:
            text = ticks.elided(table.titles[row], 210, width)
            end = x + 32 + width(text, False)
            if end > self.right - (48 if len(chips) + 1 < len(order) else 8):
                break
            chips.append(Chip(row, x, end, text))
            x = end + 7
        return Tray(y0, y1, len(order), tuple(chips), len(order) - len(chips), x + 2)
