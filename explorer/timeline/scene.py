"""`Scene`: what is drawn, as plain values in pixels: marks, labels, "+n", lanes, axis, measures, tray.

It knows no colours and no Qt; it can be painted anywhere and asked what lies at a place.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from explorer.index.table import EventTable
from explorer.model.query import Facet
from explorer.timeline.charts import Band
from explorer.timeline.drawn import Clusters, Echo, Labels, Marks
from explorer.timeline.lanes import Bools, Plan
from explorer.timeline.metrics import Metrics
from explorer.timeline.scale import Scale
from explorer.timeline.ticks import Axis, Cut, TextWidth

_EDGE_PX = 3.0


@dataclass(frozen=True, slots=True)
class Viewport:
    """The window on time and lanes: seconds, size in pixels, how far the lanes are scrolled.

    A `height` of None is as high as the content.
    """

    lo_s: float
    hi_s: float
    width: float
    height: float | None
    scroll: float = 0.0


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A lane on the canvas. `count` are the events in view, `hidden` those of them that only "+n" counts.

    One that stands for `values` of them, for want of room, names the fullest that it has `held`.
    """

    lane: int
    key: str
    label: str
    kind: str
    y0: float
    y1: float
    rows: int
    count: int
    hidden: int
    is_band: bool
    is_collapsed: bool
    is_pinned: bool = False
    values: int = 1
    held: tuple[str, ...] = ()

    @property
    def has_sign(self) -> bool:
        """Tell whether a sign stands before the name: that of a kind, or of several lanes in one."""
        return bool(self.kind) or self.values > 1


@dataclass(frozen=True, slots=True)
class Chip:
    """An undated event in the tray."""

    row: int
    x0: float
    x1: float
    text: str


@dataclass(frozen=True, slots=True)
class Tray:
    """The undated events at the bottom: chips as far as there is room, and how many more."""

    y0: float
    y1: float
    count: int
    chips: tuple[Chip, ...]
    more: int
    more_x: float


class Part(StrEnum):
    """What can lie under the pointer."""

    EVENT = "event"
    CLUSTER = "cluster"
    LANE = "lane"
    FOLD = "fold"
    HIDDEN = "hidden"  # the lanes that a person hid
    UNIT = "unit"
    SWITCH = "switch"  # of the measures: "log" or "index"
    EDGE = "edge"  # the lower edge of the measures, to drag
    MORE = "more"  # the undated that found no room
    AXIS = "axis"


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies at a place: an event's id, a lane's key, a unit, or the cluster with its time."""

    part: Part
    id: str = ""
    lane: int = -1
    lo_s: float = 0.0
    hi_s: float = 0.0
    count: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything drawn. The lanes lie from `top` to `bottom`, are `content` high and scrolled by `scroll`.

    Those that are pinned lie above `pin_y` and do not scroll.
    """

    width: float
    height: float
    top: float
    bottom: float
    pin_y: float
    scroll: float
    content: float
    metrics: Metrics
    scale: Scale
    table: EventTable
    axis: Axis
    weekends: tuple[tuple[float, float], ...]
    plan: Plan
    lanes: tuple[LaneBox, ...]
    marks: Marks
    echoes: tuple[Echo, ...]
    labels: Labels
    clusters: Clusters
    band: Band | None
    tray: Tray | None
    fold_y: float | None
    folded: tuple[str, ...]
    hidden: tuple[str, ...]
    is_folded_open: bool
    selected_x: tuple[float, ...]
    today_x: float | None
    selected_rows: frozenset[int]
    shows_kind: bool
    is_page: bool
    in_view: int
    text_width: TextWidth
    cutter: Cut
    group: str = ","  # between thousands

    def cut(self, text: str, room: float, *, bold: bool) -> str:
        """Cut a text to a room."""
        return self.cutter(text, room, bold)[0]

    def parts(self) -> tuple["Scene", ...]:
        """Give the scene, or the lanes that scroll and those that stay above them, each with its own edges."""
        if self.pin_y <= self.top or self.scroll <= 0:
            return (self,)
        return self._part(is_pinned=False), self._part(is_pinned=True)

    def _part(self, *, is_pinned: bool) -> "Scene":
        boxes = tuple(box for box in self.lanes if box.is_pinned is is_pinned)
        lanes = [box.lane for box in boxes]
        chosen: Bools = np.isin(self.marks.lane, lanes)
        place = dict(zip(np.flatnonzero(chosen).tolist(), range(len(chosen)), strict=False))
        return replace(
            self,
            top=self.top if is_pinned else self.pin_y,
            bottom=self.pin_y if is_pinned else self.bottom,
            lanes=boxes,
            marks=self.marks.of(chosen),
            echoes=tuple(replace(one, mark=place[one.mark]) for one in self.echoes if one.mark in place),
            labels=self.labels.among(chosen),
            clusters=self.clusters.of(np.isin(self.clusters.lane, lanes)),
            fold_y=None if is_pinned else self.fold_y,
        )

    @property
    def fold_text(self) -> str:
        """Say how many lanes have nothing in view; "" for none."""
        count = len(self.folded)
        text = f"{count} {'lane' if count == 1 else 'lanes'} with nothing in view"
        return "" if not count else f"Hide {text}" if self.is_folded_open else text

    @property
    def hidden_text(self) -> str:
        """Say how many lanes a person hid; "" for none."""
        count = len(self.hidden)
        return f"{count} hidden {'lane' if count == 1 else 'lanes'}" if count else ""

    @property
    def hidden_x(self) -> float:
        """Give where that stands."""
        left = 31 * self.metrics.px
        return left + (self.text_width(self.fold_text, False) + 32 * self.metrics.px if self.folded else 0)

    def hit(self, x: float, y: float) -> Hit | None:
        """Tell what lies at a place, the most precise thing first."""
        if y < self.metrics.axis:
            return Hit(Part.AXIS)
        if self.band and not self.is_page and abs(y - self.band.y1) <= _EDGE_PX:
            return Hit(Part.EDGE)
        if self.band and y < self.top:
            return self._hit_band(x, y)
        if self.tray and y >= self.tray.y0:
            return self._hit_tray(x)
        if not self.top <= y < self.bottom:
            return None
        part = next(part for part in self.parts() if part.top <= y < part.bottom)
        return part._hit_lanes(x, y)

    def _hit_band(self, x: float, y: float) -> Hit | None:
        assert self.band is not None
        unit = next((u.unit for u in self.band.units if u.x0 <= x <= u.x1 and u.y0 <= y <= u.y1), None)
        if unit is not None:
            return Hit(Part.UNIT, unit)
        switch = self.band.switch_at(x, y)
        if switch is not None:
            return Hit(Part.SWITCH, switch.name)
        near = [(abs(dot.x - x) + abs(dot.y - y), dot) for line in self.band.lines for dot in line.dots]
        near = [(away, dot) for away, dot in near if away <= self.metrics.point or dot.covers(x, y)]
        return Hit(Part.EVENT, min(near, key=lambda pair: pair[0])[1].event_id) if near else None

    def _hit_tray(self, x: float) -> Hit | None:
        assert self.tray is not None
        chip = next((chip for chip in self.tray.chips if chip.x0 <= x <= chip.x1), None)
        if chip is not None:
            return Hit(Part.EVENT, self.table.ids[chip.row])
        return Hit(Part.MORE, count=self.tray.more) if self.tray.more and x >= self.tray.more_x else None

    def _hit_lanes(self, x: float, y: float) -> Hit | None:
        if x < self.metrics.header:
            return self._hit_header(x, y)
        mark = self.mark_at(x, y)
        if mark is not None:
            return Hit(Part.EVENT, self.table.ids[self.marks.row[mark]], int(self.marks.lane[mark]))
        for cluster in self.clusters:
            if cluster.x0 <= x <= cluster.x1 and cluster.y0 <= y <= cluster.y1:
                return Hit(Part.CLUSTER, "", cluster.lane, cluster.lo_s, cluster.hi_s, cluster.count)
        return self._hit_fold(x, y)

    def _hit_header(self, x: float, y: float) -> Hit | None:
        box = next((box for box in self.lanes if box.y0 <= y < box.y1), None)
        return Hit(Part.LANE, box.key, box.lane, count=box.count) if box else self._hit_fold(x, y)

    def _hit_fold(self, x: float, y: float) -> Hit | None:
        if self.fold_y is None or not self.fold_y <= y < self.fold_y + self.metrics.fold:
            return None
        if self.hidden and x >= self.hidden_x - 8:
            is_near = x <= self.hidden_x + self.text_width(self.hidden_text, False) + 30
            return Hit(Part.HIDDEN, count=len(self.hidden)) if is_near else None
        return Hit(Part.FOLD, count=len(self.folded)) if self.folded else None

    def mark_at(self, x: float, y: float) -> int | None:
        """Give the mark at a place: by itself, within 3 px, or by its label."""
        marks, half = self.marks, self.metrics.row / 2
        on_line = np.abs(marks.y - y) <= half
        near = np.flatnonzero(on_line & (marks.left - 3 <= x) & (marks.right + 3 >= x))
        if len(near):
            middle = (marks.x0[near] + marks.x1[near]) / 2
            width = marks.x1[near] - marks.x0[near]
            # Of marks that lie over one another the narrower is meant.
            return int(near[np.lexsort((np.abs(middle - x), width))[0]])
        labels = self.labels
        is_under = (labels.x <= x) & (x <= labels.x + labels.width) & (np.abs(labels.y - y) <= half)
        under = labels.mark[is_under]
        return int(under[0]) if len(under) else None

    def kinds(self) -> list[str]:
        """Name the kind of each mark."""
        column = self.table.facets[Facet.KIND]
        return [column.values[column.codes[at]] for at in column.offsets[self.marks.row].tolist()]

    def boxes_of(self, event_id: str) -> list[tuple[float, float, float]]:
        """Give where an event is drawn: from, to, middle height; empty when it is not."""
        rows = [at for at in range(len(self.marks)) if self.table.ids[self.marks.row[at]] == event_id]
        return [(float(self.marks.x0[at]), float(self.marks.x1[at]), float(self.marks.y[at])) for at in rows]
