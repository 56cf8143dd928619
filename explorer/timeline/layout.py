"""Layout: a dealt deck and a viewport make a `Scene`. Pure: the same values give the same Scene.

`marks.prepare` does, once per filter, what does not depend on the window; `layout` is the work of one frame.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from explorer.chronology.measures import Series
from explorer.timeline import charts, labels, lanes, marks, strips, ticks
from explorer.timeline.lanes import Bools, Ints, Plan, Rows, Wish
from explorer.timeline.marks import Prepared, prepare
from explorer.timeline.scale import Scale
from explorer.timeline.scene import (
    Chip,
    Cluster,
    Flag,
    Label,
    LaneBox,
    Marks,
    Scene,
    Tray,
    Viewport,
    no_marks,
)

__all__ = ["Look", "Prepared", "layout", "prepare"]

_ROWS = 64  # more than a lane of the screen has; a page may have more
_MOST_PINNED = 0.6  # of the height for lanes
_LEAST_ROWS = 3  # of events, that measures leave on a low screen
_CHIP_PX = 210.0  # the longest text of an undated event


@dataclass(frozen=True, slots=True)
class Look:
    """What of the session the scene shows besides the events: selection, lanes opened and closed, measures.

    `selection` are table rows; `collapsed` and `expanded` lanes of the deck. A page has nothing to click on.
    """

    selection: frozenset[int] = frozenset()
    collapsed: frozenset[int] = frozenset()
    expanded: frozenset[int] = frozenset()
    shows_empty: bool = False
    series: Sequence[Series] = field(default_factory=tuple)
    chart: charts.Chart = field(default_factory=charts.Chart)
    shows_measures: bool = True
    shows_tray: bool = True
    today_s: float | None = None
    names: ticks.Names = ticks.ENGLISH
    is_page: bool = False


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
        self.lanes = len(self.deck.lanes)

    def scene(self, keep: Plan | None) -> Scene:
        sizes, view = self.sizes, self.viewport
        band = self._band()
        self.top = band.y1 if band else sizes.axis
        tray_px = sizes.tray if len(self.deck.undated) and self.look.shows_tray else 0
        area = None if view.height is None else max(view.height - self.top - tray_px, 0.0)
        self._find()
        plan = keep or self._plan(area)
        content = self._stack(plan)
        height = view.height if view.height is not None else self.top + content + tray_px
        bottom = height - tray_px
        self.scroll = min(max(view.scroll, 0.0), max(content - (bottom - self.top), 0.0))
        self._move_lanes(bottom)
        drawn = self._marks()
        return Scene(
            width=view.width,
            height=height,
            top=self.top,
            bottom=bottom,
            pin_y=self.pin_y,
            scroll=self.scroll,
            content=content,
            metrics=sizes,
            scale=self.scale,
            table=self.deck.table,
            axis=ticks.axis(self.scale, self.prepared.text_width, self.look.names),
            weekends=ticks.weekends(self.scale),
            plan=plan,
            lanes=tuple(self.boxes),
            marks=drawn,
            echoes=tuple(marks.echoes(self.prepared, self.scale, drawn)),
            labels=tuple(self._labels(drawn)),
            clusters=tuple(self._clusters()),
            band=band,
            tray=self._tray(bottom, height) if tray_px else None,
            fold_y=self.fold_y,
            folded=tuple(self.deck.lanes[lane].label for lane in self.folded),
            hidden=tuple(lane.label for lane in self.deck.hidden),
            is_folded_open=self.look.shows_empty,
            selected_x=self._selected_x(drawn),
            selected_rows=self.look.selection,
            today_x=self._today_x(),
            shows_kind=self.prepared.shows_kind,
            is_page=self.look.is_page,
            in_view=int(self.totals.sum()),
            text_width=self.prepared.text_width,
            cutter=self.prepared.cut,
        )

    # Which items, in which rows

    def _find(self) -> None:
        """Find the items of the window, their rows, and how many the window holds in each lane."""
        deck, of = self.deck, self.scale
        items, row = self.prepared.packing.at(of.s_per_px, of.lo_s, of.hi_s)
        margin_s = (self.sizes.fade + self.sizes.point) * of.s_per_px
        near = (deck.hi[items] > of.lo_s - margin_s) & (deck.lo[items] < of.hi_s + margin_s)
        self.items, self.row = items[near], row[near].astype(np.int64)
        self.inside = marks.is_inside(deck, self.items, of)
        self.lane = deck.lane[self.items]
        self.rows = max(int(self.row.max(initial=0)) + 1, _ROWS)
        window = np.array([of.lo_s, of.hi_s])
        self.totals = self.prepared.counts.in_cells(window)[:, 0]

    def _plan(self, area: float | None) -> Plan:
        placed = self.inside & (self.row >= 0)
        lane, row = self.lane[placed], self.row[placed]
        has_more = self.totals > np.bincount(lane, minlength=self.lanes)
        used = np.zeros((self.lanes, self.rows), np.bool_)
        used[lane, row] = True
        wanted = [
            Wish(tuple(np.flatnonzero(rows).tolist()), more)
            for rows, more in zip(used, has_more.tolist(), strict=True)
        ]

        def fits(lines: Sequence[int]) -> bool:
            if area is None:
                return max(lines, default=0) <= self.sizes.most_rows
            is_folding = len(lines) < len(wanted) or self.look.shows_empty or self.deck.hidden
            fold = self.sizes.fold if is_folding else 0
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

    # Where the lanes lie

    def _height(self, shown: Rows) -> float:
        return shown.lines * self.sizes.row + 2 * self.sizes.lane_pad

    def _stack(self, plan: Plan) -> float:
        """Put the lanes under one another from 0; give how high they are together."""
        self.shown = {shown.lane: shown for shown in plan.shown}
        self.tops = np.zeros(self.lanes)
        y = 0.0
        for shown in plan.shown:
            self.tops[shown.lane] = y
            y += self._height(shown)
        # Once they are shown, the empty ones are those that can be folded again.
        empty = np.flatnonzero(self.totals == 0).tolist()
        self.folded = empty if self.look.shows_empty else list(plan.folded)
        has_fold = bool(self.folded or self.deck.hidden)
        self.fold_y: float | None = y if has_fold else None
        return y + (self.sizes.fold if has_fold else 0)

    def _move_lanes(self, bottom: float) -> None:
        """Scroll the lanes; the pinned stay, unless they leave too little room for the others."""
        pinned = sum(self._height(shown) for lane, shown in self.shown.items() if lane < self.deck.pinned)
        stays = pinned <= _MOST_PINNED * (bottom - self.top)
        self.pin_y = self.top + (pinned if stays else 0)
        shift = self.top - self.scroll
        self.tops += shift
        if stays:
            self.tops[: self.deck.pinned] += self.scroll
        self.fold_y = None if self.fold_y is None else self.fold_y + shift
        # On which line of its lane a row is shown; -1 where it is not.
        self.line_of = np.full((self.lanes, self.rows), -1, np.int64)
        for lane, shown in self.shown.items():
            self.line_of[lane, list(shown.rows)] = range(len(shown.rows))
        self.line = np.where(self.row >= 0, self.line_of[self.lane, np.maximum(self.row, 0)], -1)
        self.is_drawn: Bools = self.line >= 0
        self.forced = self._forced()
        seen = np.bincount(self.lane[self.is_drawn & self.inside], minlength=self.lanes)
        seen += np.bincount(self.deck.lane[self.forced], minlength=self.lanes)
        self.boxes = [self._box(at, lane, int(seen[lane])) for at, lane in enumerate(self.shown)]

    def _box(self, at: int, lane: int, seen: int) -> LaneBox:
        shown, own, y = self.shown[lane], self.deck.lanes[lane], float(self.tops[lane])
        total = int(self.totals[lane])
        return LaneBox(
            lane=lane,
            key=own.key,
            label=own.label,
            kind=own.kind,
            y0=y,
            y1=y + self._height(shown),
            rows=len(shown.rows),
            count=total,
            hidden=total - seen,
            is_band=at % 2 == 1,
            is_collapsed=shown.is_collapsed,
            is_pinned=lane < self.deck.pinned,
        )

    def _forced(self) -> Ints:
        """Give the selected items in the window that have a strip but no row of their own."""
        if not self.look.selection:
            return np.zeros(0, np.int64)
        chosen = np.flatnonzero(np.isin(self.deck.row, list(self.look.selection)))
        chosen = chosen[marks.is_inside(self.deck, chosen, self.scale)]
        has_strip = [lane for lane, shown in self.shown.items() if shown.has_strip]
        chosen = chosen[np.isin(self.deck.lane[chosen], has_strip)]
        return np.setdiff1d(chosen, self.items[self.is_drawn])

    # Marks and their words

    def _marks(self) -> Marks:
        drawn = self.items[self.is_drawn]
        items = np.concatenate([drawn, self.forced])
        if not len(items):
            return no_marks()
        lane = self.deck.lane[items]
        forced = np.arange(len(items)) >= len(drawn)
        below = [len(self.shown[own].rows) for own in self.deck.lane[self.forced].tolist()]
        line = np.concatenate([self.line[self.is_drawn], np.array(below, np.int64)])
        y = self.tops[lane] + self.sizes.lane_pad + (line + 0.5) * self.sizes.row
        x0, x1, flags = marks.extents(self.prepared, self.scale, items, self.look.selection)
        flags = flags | np.where(forced, int(Flag.FORCED), 0)
        left, right = marks.reach(self.prepared, self.scale, items, x0, x1)
        seen = (right > self.left - self.sizes.point) & (left < self.right + self.sizes.point)
        seen |= (flags & Flag.INSIDE) != 0
        places = x0[seen], x1[seen], y[seen], flags[seen], left[seen], right[seen]
        return Marks(self.deck.row[items][seen], lane[seen], line[seen], *places)

    def _labels(self, drawn: Marks) -> list[Label]:
        pairs = zip(drawn.row.tolist(), drawn.flags.tolist(), strict=True)
        words = [self.prepared.words_of(row, flags) for row, flags in pairs]
        right = self.right - 1.1 * self.sizes.margin
        return labels.LabelPlacer(drawn, words, self.sizes, self.left + 4, right, self.prepared.cut).place()

    def _selected_x(self, drawn: Marks) -> tuple[float, ...]:
        """Give where the hair-lines of the selected stand: at a day, or at the beginning of a stretch."""
        found: dict[int, float] = {}
        for at in np.flatnonzero(drawn.has(Flag.SELECTED)).tolist():
            x0, x1 = float(drawn.x0[at]), float(drawn.x1[at])
            found[int(drawn.row[at])] = (x0 + x1) / 2 if drawn.flags[at] & Flag.POINT else x0
        return tuple(x for x in found.values() if self.left <= x <= self.right)

    def _today_x(self) -> float | None:
        today_s = self.look.today_s
        is_shown = today_s is not None and self.scale.lo_s <= today_s < self.scale.hi_s
        return self.scale.x(today_s) if today_s is not None and is_shown else None

    def _clusters(self) -> list[Cluster]:
        """Count what found no room, where a lane has a strip for it."""
        boxes = [box for box in self.boxes if box.hidden and self.shown[box.lane].has_strip]
        if not boxes:
            return []
        cells = strips.edges(self.scale, self.sizes.cell)
        seen = np.concatenate([self.items[self.is_drawn & self.inside], self.forced])
        counts = strips.hidden_counts(self.prepared, seen, cells).tolist()
        hidden = np.setdiff1d(self.items[~self.is_drawn & self.inside], self.forced)
        lane_of_hidden = self.deck.lane[hidden]
        found: list[Cluster] = []
        for box in boxes:
            y0 = box.y0 + self.sizes.lane_pad + box.rows * self.sizes.row
            ours = hidden[lane_of_hidden == box.lane]
            found += strips.clusters(self.prepared, self.scale, box.lane, y0, counts[box.lane], ours, cells)
        return found

    # Above and below

    def _band(self) -> charts.Band | None:
        look, own = self.look, self.prepared
        if not (look.shows_measures and look.series):
            return None
        notes = {self.deck.table.ids[row]: note for row, note in own.notes.items()}
        sizes = self.sizes
        if not look.is_page:
            wanted = look.chart.height_px * sizes.px
            room = self._room_for_band()
            if room < min(wanted, charts.LEAST_PX * sizes.px):
                return None
            sizes = replace(sizes, measures=min(wanted, room))
        return charts.measures_band(
            look.series, look.chart, self.scale, sizes.axis, sizes, own.text_width, notes
        )

    def _room_for_band(self) -> float:
        """Give how high the measures may be: some rows of events go before them."""
        sizes, height = self.sizes, self.viewport.height
        tray = sizes.tray if len(self.deck.undated) and self.look.shows_tray else 0
        return math.inf if height is None else height - sizes.axis - tray - _LEAST_ROWS * sizes.row

    def _tray(self, y0: float, y1: float) -> Tray:
        table, width, px = self.deck.table, self.prepared.text_width, self.sizes.px
        order = sorted(self.deck.undated.tolist(), key=lambda row: (-float(table.weight[row]), row))
        chips: list[Chip] = []
        x = self.left
        for row in order:
            text = ticks.elided(table.titles[row], _CHIP_PX * px, width)
            end = x + 32 * px + width(text, False)
            if end > self.right - (48 * px if len(chips) + 1 < len(order) else 8):
                break
            chips.append(Chip(row, x, end, text))
            x = end + 7 * px
        return Tray(y0, y1, len(order), tuple(chips), len(order) - len(chips), x + 2)
