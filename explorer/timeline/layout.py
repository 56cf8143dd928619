"""Layout: a dealt deck and a viewport make a `Scene`. Pure: the same values give the same Scene.

`marks.prepare` does, once per filter, what does not depend on the window; `layout` is the work of one frame.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from explorer.chronology.measures import Series
from explorer.timeline import charts, labels, lanes, marks, strips, ticks
from explorer.timeline.drawn import Clusters, Flag, Labels, Marks, no_clusters, no_marks
from explorer.timeline.found import Found
from explorer.timeline.lanes import Bools, Floats, Ints, Plan, Rows, Wish
from explorer.timeline.marks import Prepared, prepare
from explorer.timeline.scale import Scale
from explorer.timeline.scene import Chip, LaneBox, Scene, Tray, Viewport

__all__ = ["Look", "Prepared", "layout", "prepare"]

_ROWS = 64  # more than a lane of the screen has; a page may have more
_MOST_PINNED = 0.6  # of the height for lanes
_BAND_SHARE = 0.32  # of the screen for measures that nobody made higher
_LEAST_ROWS = 3  # of events, that measures leave on a low screen
_LANES_SEEN, _LEAST_LINES = 2.5, 3  # at once at least, where they scroll; but of each so many lines
_REACH_OF_PAGE = 24  # cells that a bar in a strip may cross
_MOST_LED = 24  # selected events that come forward one by one: more would be mud
_CHIP_PX = 210.0  # the longest text of an undated event


@dataclass(frozen=True, slots=True)
class Look:
    """What of the session the scene shows besides the events: selection, lanes opened and closed, measures.

    `selection` are table rows, `current` the one of them that is looked at. `collapsed` and `expanded` are
    lanes of the deck. A page has nothing to click on, and
    where it is low its lanes `may_shrink` to a line each.
    """

    selection: frozenset[int] = frozenset()
    current: int | None = None
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
    may_shrink: bool = False

    @property
    def led(self) -> frozenset[int]:
        """Give the rows that come forward with words and a hair-line: of many selected only the current one."""
        return self.selection if len(self.selection) <= _MOST_LED else self.selection & {self.current}


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
        self.plan = plan = keep or self._plan(area)
        content = self._stack(plan)
        height = view.height if view.height is not None else self.top + content + tray_px
        bottom = height - tray_px
        self.scroll = min(max(view.scroll, 0.0), max(content - (bottom - self.top), 0.0))
        self._move_lanes(bottom)
        drawn, clusters = self._marks(), self._clusters()
        said = self._labels(drawn, clusters)
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
            labels=said,
            clusters=self._clear(clusters, drawn, said),
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
        of = self.scale
        # A page is drawn once, and has the time.
        limits = (len(self.deck), _REACH_OF_PAGE) if self.look.is_page else (strips.CROWD, strips.REACH)
        self.loose = strips.Loose(self.prepared, of, self.sizes.cell, *limits)
        span = self.loose.span or (of.lo_s, of.hi_s)
        self.found = self.prepared.found(of.s_per_px, *span)
        margin_s = (self.sizes.fade + self.sizes.point) * of.s_per_px
        self.near = self.found.is_inside(of.lo_s - margin_s, of.hi_s + margin_s).nonzero()[0]
        self.inside = self.found.is_inside(of.lo_s, of.hi_s)[self.near]
        self.lane, self.row = self.found.lane[self.near], self.found.place[self.near]
        self.rows = max(int(self.found.place.max(initial=0)) + 1, _ROWS)
        # A window counts each item once, so that its cells together count it too.
        self.cells = strips.edges(of, self.sizes.cell)
        self.counts = self.prepared.counts.in_cells(self.cells)
        self.totals = self.counts.sum(axis=1)
        broken = self.prepared.broken  # only a page has any
        none = np.zeros(len(self.near), np.bool_)
        self.is_tall: Bools = np.isin(self.found.row[self.near], list(broken)) if broken else none

    def _plan(self, area: float | None) -> Plan:
        placed = self.inside & (self.row >= 0)
        lane, row = self.lane[placed], self.row[placed]
        has_more = self.totals > np.bincount(lane, minlength=self.lanes)
        used = np.zeros((self.lanes, self.rows), np.bool_)
        used[lane, row] = True
        held, tall = used.copy(), self.is_tall[placed]
        used[lane[tall], row[tall] - 1] = True  # words on two lines take the row above too
        wanted = [
            Wish(tuple(np.flatnonzero(rows).tolist()), more)
            for rows, more in zip(used, has_more.tolist(), strict=True)
        ]

        def filled(lines: Sequence[int]) -> float:
            if area is None:
                return max(lines, default=0) / self.sizes.most_rows
            is_folding = len(lines) < len(wanted) or self.look.shows_empty or self.deck.hidden
            fold = self.sizes.fold if is_folding and not self.look.is_page else 0
            return (sum(lines) * self.sizes.row + len(lines) * 2 * self.sizes.lane_pad + fold) / max(area, 1.0)

        look = self.look
        made = lanes.plan(
            wanted,
            filled,
            collapsed=look.collapsed,
            expanded=look.expanded,
            show_empty=look.shows_empty,
            most=self._most_lines(area),
            may_shrink=look.may_shrink,
        )
        return made.without_ends(held) if tall.any() else made

    def _most_lines(self, area: float | None) -> int:
        """Give how many lines a lane may have where lanes scroll: on a low screen others are seen beside it."""
        most = self.sizes.most_rows
        if area is None:
            return most
        return min(most, max(int(area / self.sizes.row / _LANES_SEEN), _LEAST_LINES))

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
        empty = (self.totals == 0).nonzero()[0].tolist()
        self.folded = empty if self.look.shows_empty else list(plan.folded)
        # A page shows only what there is; nobody could unfold it.
        has_fold = bool(self.folded or self.deck.hidden) and not self.look.is_page
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
        # Row -1, for none, finds the last column, which is none too.
        line = self.plan.lines(self.lanes, self.rows + 1)[self.found.lane, self.found.place]
        self.line = line[self.near]
        self.is_drawn: Bools = self.line >= 0
        self._lay_bare(self.found.item[line >= 0])
        columns = zip(self.hidden.sum(axis=1).tolist(), self.totals.tolist(), self.tops.tolist(), strict=True)
        of_lane = list(columns)
        self.boxes = [self._box(at, lane, *of_lane[lane]) for at, lane in enumerate(self.shown)]

    def _box(self, at: int, lane: int, hidden: int, total: int, y: float) -> LaneBox:
        shown, own = self.shown[lane], self.deck.lanes[lane]
        return LaneBox(
            lane=lane,
            key=own.key,
            label=own.label,
            kind=own.kind,
            y0=y,
            y1=y + self._height(shown),
            rows=len(shown.rows),
            count=total,
            hidden=hidden,
            is_band=at % 2 == 1,
            is_collapsed=shown.is_collapsed,
            is_pinned=lane < self.deck.pinned,
            values=own.values,
            held=tuple(one.label for one in own.held),
        )

    def _lay_bare(self, placed: Ints) -> None:
        """Choose what lies in strips by itself: the selected without a row, and what can be told apart."""
        strip, is_open = np.zeros((2, self.lanes), np.bool_)
        self.strip_line: Ints = np.zeros(self.lanes, np.int64)
        for lane, shown in self.shown.items():
            strip[lane], self.strip_line[lane] = shown.has_strip, len(shown.rows)
            is_open[lane] = shown.has_strip and not shown.is_collapsed
        seen = self.near[self.is_drawn & self.inside]
        self.hidden = self.counts - self._counted(self.found.lo[seen], self.found.lane[seen])
        self.bare = self._forced(strip)
        if len(self.bare):
            self.hidden -= self._counted(self.bare.lo, self.bare.lane)
        if self.loose.span is not None and is_open.any():
            loose, x0, x1 = self.loose.among(np.concatenate([placed, self.bare.item]), is_open)
            # At the ends they go under the counts that stand there.
            self.hidden -= self._counted(loose.lo, loose.lane)
            self.ends = strips.Ends(self.prepared, self.scale, self.hidden, self.cells)
            column = self.ends.covering(loose.lane, x0, x1, self.scale)
            under = column != strips.FREE
            np.add.at(self.hidden, (loose.lane[under], column[under]), 1)
            self.bare = self.bare.joined(loose.of((~under).nonzero()[0]))
        else:
            self.ends = strips.Ends(self.prepared, self.scale, self.hidden, self.cells)
        self.bare = self.bare.placed(self.strip_line[self.bare.lane])

    def _counted(self, begins_s: Floats, lane: Ints) -> Ints:
        return strips.counted(self.cells, self.lanes, begins_s, lane)

    def _forced(self, strip: Bools) -> Found:
        """Give the items in the window that come forward, and have a strip but no row of their own."""
        if not self.look.led:
            return self.found.of(np.zeros(0, np.int64))
        deck, of = self.deck, self.scale
        chosen = np.flatnonzero(np.isin(deck.row, list(self.look.led)))
        chosen = chosen[(deck.hi[chosen] > of.lo_s) & (deck.lo[chosen] < of.hi_s)]
        drawn = self.found.item[self.near[self.is_drawn]]
        rest = self.prepared.columns.without(chosen[strip[deck.lane[chosen]]], drawn)
        return self.prepared.gather(rest, np.zeros(len(rest), np.int16))

    # Marks and their words

    def _marks(self) -> Marks:
        found, line = self.found.of(self.near[self.is_drawn]), self.line[self.is_drawn]
        if len(self.bare):
            found, line = found.joined(self.bare), np.concatenate([line, self.bare.place])
        if not len(found):
            return no_marks()
        y = self.tops[found.lane] + self.sizes.lane_pad + (line + 0.5) * self.sizes.row
        if self.prepared.broken:
            y[: self.is_drawn.sum()] -= np.where(self.is_tall[self.is_drawn], self.sizes.row / 2, 0.0)
        x0, x1, flags = marks.extents(self.prepared, self.scale, found, self.look.selection)
        if self.look.led:
            flags |= np.isin(found.row, list(self.look.led)) * int(Flag.LED)
        if len(self.bare):
            flags[-len(self.bare) :] |= Flag.BARE
        if self.prepared.silent is not None:
            flags |= np.isin(found.item, self.prepared.silent) * int(Flag.SILENT)
        left, right = marks.reach(self.prepared, self.scale, found, x0, x1)
        drawn = Marks(found.row, found.lane, line, x0, x1, y, flags, left, right)
        seen = (right > self.left - self.sizes.point) & (left < self.right + self.sizes.point)
        seen |= drawn.has(Flag.INSIDE)
        return drawn if seen.all() else drawn.of(seen)

    def _labels(self, drawn: Marks, clusters: Clusters) -> Labels:
        words = self.prepared.words_of(drawn.row, drawn.flags)
        blocks = labels.Blocks(clusters.lane, self.strip_line[clusters.lane], clusters.x0, clusters.x1)
        edges = self.left + 4, self.right - 1.1 * self.sizes.margin
        cut, is_page = self.prepared.cut, self.look.is_page
        placer = labels.LabelPlacer(drawn, words, self.sizes, *edges, cut, blocks=blocks, is_page=is_page)
        return placer.place()

    def _clear(self, clusters: Clusters, drawn: Marks, said: Labels) -> Clusters:
        """Let no "+n" show behind what marks the selected."""
        for label in said.those_selected():
            lane, span = int(drawn.lane[label.mark]), labels.pill_span(drawn, label)
            clusters = strips.beside(clusters, lane, label.y, *span)
        return clusters

    def _selected_x(self, drawn: Marks) -> tuple[float, ...]:
        """Give where the hair-lines of the selected stand: at a day, or at the beginning of a stretch."""
        found: dict[int, float] = {}
        for at in drawn.has(Flag.LED).nonzero()[0].tolist():
            x0, x1 = float(drawn.x0[at]), float(drawn.x1[at])
            found[int(drawn.row[at])] = (x0 + x1) / 2 if drawn.flags[at] & Flag.POINT else x0
        return tuple(x for x in found.values() if self.left <= x <= self.right)

    def _today_x(self) -> float | None:
        today_s = self.look.today_s
        is_shown = today_s is not None and self.scale.lo_s <= today_s < self.scale.hi_s
        return self.scale.x(today_s) if today_s is not None and is_shown else None

    def _clusters(self) -> Clusters:
        """Count what found no room, where a lane has a strip for it."""
        boxes = [box for box in self.boxes if box.hidden and self.shown[box.lane].has_strip]
        if not boxes:
            return no_clusters()
        lanes = np.array([box.lane for box in boxes], np.int64)
        tops = np.array([box.y0 + self.sizes.lane_pad + box.rows * self.sizes.row for box in boxes])
        strip = self.prepared, self.scale, self.cells, self.hidden, self.ends
        return strips.clusters(*strip, lanes, tops, self._hidden())

    def _hidden(self) -> Ints:
        """Give the items that are known to be counted in strips."""
        known = self.found.item[self.near[self.inside]]
        if not self.prepared.packing.is_small:
            known = self.loose.found.item
        drawn = np.concatenate([self.found.item[self.near[self.is_drawn]], self.bare.item])
        return self.prepared.columns.without(known, drawn)

    # Above and below

    def _band(self) -> charts.Band | None:
        look, own = self.look, self.prepared
        if not (look.shows_measures and look.series):
            return None
        notes = {self.deck.table.ids[row]: note for row, note in own.notes.items()}
        sizes = self.sizes
        if not look.is_page:
            wanted, room = self._wanted_of_band(), self._room_for_band()
            if room < min(wanted, charts.LEAST_PX * sizes.px):
                return None
            sizes = replace(sizes, measures=min(wanted, room))
        return charts.measures_band(
            look.series, look.chart, self.scale, sizes.axis, sizes, own.text_width, notes
        )

    def _wanted_of_band(self) -> float:
        """Give how high the measures are meant to be: by themselves no more than a share of a low screen."""
        wanted, height = self.look.chart.height_px, self.viewport.height
        if height is not None and wanted == charts.Chart().height_px:
            wanted = min(wanted, max(_BAND_SHARE * height / self.sizes.px, charts.LEAST_PX))
        return wanted * self.sizes.px

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
