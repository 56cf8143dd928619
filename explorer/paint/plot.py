"""`Plot`: the timeline of a page: lanes and measures in the sizes of the page, whole or fitted in a height."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from explorer.index.table import Mask
from explorer.paint import drawing, lane_names, slices, standing
from explorer.paint.canvas import Canvas
from explorer.paint.flow import Block
from explorer.paint.fonts import Measure
from explorer.paint.parts import Content
from explorer.paint.recipe import Band, Paging, Recipe
from explorer.paint.style import HouseStyle
from explorer.timeline import others, page_rows
from explorer.timeline.arrangement import Arrangement
from explorer.timeline.drawn import Flag
from explorer.timeline.lanes import Deck, deal
from explorer.timeline.layout import Look, Prepared, layout, prepare
from explorer.timeline.metrics import Metrics
from explorer.timeline.scale import Scale
from explorer.timeline.scene import Scene, Viewport

MANY = 5_000  # events of which no picture can show all
_MOST_BAND = 0.4  # of the room for a timeline, while events are only counted
_CELL = 0.5  # of one on screen: nothing moves, so "+n" may be nearer to one another
_TIGHT = 0.4  # of the air in lanes, where there are many …
_TIGHT_LONG = 0.55  # … and where their names take two lines
_HEADER = 0.22  # of the width, at most …
_WIDE_HEADER = 0.28  # … and where names would be cut
_ROUNDED = 1e-6  # sums of floats differ in their last digit
_LEAST_LANES = 3  # with that of all others; fewer are no lanes
_MERGED_KEPT = 6  # lanes that go before the measures
_MERGED_SHARE = 0.75  # of the lines has lanes of their own; the others go to the fullest


@dataclass(frozen=True, slots=True)
class Fitted:
    """A timeline in a height, and what of it is told.

    `drawn` are the table rows with a mark, `said` those of them with words, `cut` those whose words are cut
    short. `hidden` events are only counted; `merged` lanes became one. Without `has_lanes` or `has_band` there
    was too little room for them.
    """

    scene: Scene
    drawn: frozenset[int]
    said: frozenset[int]
    cut: frozenset[int]
    hidden: int
    merged: int
    has_lanes: bool
    has_band: bool

    @property
    def wordless(self) -> int:
        """Count the events whose marks have no room for words."""
        return len(self.drawn) - len(self.said)


class Plot:
    """The timeline of one picture, `width` wide, in text of a size; its rows are `stretch` times as high."""

    def __init__(
        self,
        content: Content,
        style: HouseStyle,
        recipe: Recipe,
        measure: Measure,
        size: float,
        width: float,
        *,
        stretch: float = 1.0,
        lanes: str = "",
    ) -> None:
        self.content, self.style, self.recipe, self.measure = content, style, recipe, measure
        self.size, self.width, self.stretch = size, width, stretch
        self.lanes = lanes or recipe.lanes
        is_without = recipe.measures is Band.ONLY
        self.mask: Mask = np.zeros_like(content.mask) if is_without else content.mask
        self.is_dense = recipe.paging is Paging.ONE or int(content.mask.sum()) > MANY
        self.lanes_named = self._deck().lanes
        self.metrics = self._metrics()
        self.tight = self._tight()

    # What there is to show

    @property
    def undated(self) -> Mask:
        """Tell which events have no date."""
        return self.mask & ~self.content.table.is_dated

    @property
    def in_window(self) -> Mask:
        """Tell which events lie in the span of the picture."""
        content = self.content
        table = content.table
        return self.mask & table.is_dated & (table.hi_s > content.lo_s) & (table.lo_s < content.hi_s)

    @property
    def open_rows(self) -> set[int]:
        """Give the table rows of the span, without those in lanes that a person closed."""
        closed = standing.closed(self._deck(), self._arrangement)
        return set(np.flatnonzero(self.in_window).tolist()) - closed

    def _deck(self) -> Deck:
        """Deal the lanes, for their names."""
        content = self.content
        naming = self.style.words.naming(content.articles)
        deck = deal(content.table, self.mask, self.lanes, naming, None, self._arrangement)
        return standing.on_page(deck, self.style.words)

    @property
    def _arrangement(self) -> Arrangement:
        """Give how the lanes stand; those of another field, taken for want of room, by themselves."""
        return self.recipe.arrangement if self.lanes == self.recipe.lanes else Arrangement()

    # Its sizes

    def _metrics(self) -> Metrics:
        made = Metrics().times(self.size / 12)
        made = replace(made, cell=_CELL * made.cell)
        made = replace(made, row=made.row * self.stretch, lane_pad=made.lane_pad * self.stretch)
        is_one = self.recipe.paging is Paging.ONE
        most = 8 if int(self.content.mask.sum()) > MANY and not is_one else page_rows.MOST_ROWS
        lanes, beside = self.lanes_named, 50 if self.lanes == "kind" else 33
        widest = max((self.measure(lane.label, True) for lane in lanes), default=0.0)
        # Counts stand beside the names of low lanes; on one page with what is not shown.
        counts = (f"{lane.count:,} · +{lane.count:,}" if is_one else f"{lane.count:,}" for lane in lanes)
        beside_px = max(map(self.measure, counts), default=0.0) + beside * made.px
        header = min(max(made.header, widest + beside_px), _HEADER * self.width)
        if widest + beside_px > header:
            # Rather less room for the lanes than names that are cut.
            needed = lane_names.room_for_two([lane.label for lane in lanes], self.measure) + beside_px
            header = min(max(header, needed), _WIDE_HEADER * self.width)
        if self.lanes == "none" and not self.content.series:
            header = made.margin  # there is nothing to name
        label = self.width - header - 6 * made.margin
        height = self.recipe.chart.height_px * made.px
        if self.recipe.paging is not Paging.GROW:
            height = min(height, max(0.4 * self.recipe.sheet.height, made.measures))
        return replace(made, header=header, most_label=label, most_rows=most, measures=height)

    def _tight(self) -> Metrics:
        """Give the sizes of lanes with hardly any air above and below."""
        room = self.metrics.header - 42 * self.metrics.px
        is_long = any(self.measure(f"{lane.label} {lane.count:,}", True) > room for lane in self.lanes_named)
        return replace(self.metrics, lane_pad=(_TIGHT_LONG if is_long else _TIGHT) * self.metrics.lane_pad)

    # Its scene

    def prepared(
        self, notes: Mapping[str, str], *, most_lanes: int | None = None, may_break: bool = True
    ) -> Prepared:
        """Deal the events into rows for the page; `notes` stand behind the labels of events."""
        content = self.content
        rows = {row: notes[id_] for row, id_ in enumerate(content.table.ids) if id_ in notes} if notes else {}
        prepared = prepare(
            content.table,
            self.mask,
            self.lanes,
            self.measure,
            label=self.style.words.naming(content.articles),
            metrics=self.metrics,
            notes=rows,
            others=others.of(content.table, content.events),
            arrangement=self._arrangement,
            most_lanes=most_lanes,
        )
        prepared = standing.of_prepared(prepared, self.style.words)
        scale = Scale(content.lo_s, content.hi_s, self.metrics.header, self.width)
        return page_rows.for_page(prepared, scale, by_weight=self.is_dense, may_break=may_break)

    def look(
        self, prepared: Prepared, *, unit: str = "", has_band: bool = True, may_shrink: bool = False
    ) -> Look:
        """Give how the lanes and measures stand, as on screen."""
        chart = self.recipe.chart
        collapsed, expanded = self._arrangement.places([lane.key for lane in prepared.deck.lanes])
        return Look(
            collapsed=collapsed,
            expanded=expanded,
            series=self.content.series,
            chart=replace(chart, unit=unit or chart.unit),
            shows_measures=has_band,
            shows_tray=False,
            is_page=True,
            may_shrink=may_shrink,
        )

    def scene(self, prepared: Prepared, look: Look, height: float | None = None) -> Scene:
        """Lay out the span of the picture, as high as its content unless a height is given."""
        view = Viewport(self.content.lo_s, self.content.hi_s, self.width, height)
        return layout(prepared, view, look)

    def block(self, scene: Scene) -> Block:
        """Make a scene, or a piece of one, ready to be placed on a page."""
        theme, width = self.style.theme, scene.width
        scene = slices.without_names(slices.localised(slices.on_page(scene), self.style.words))

        def draw(canvas: Canvas, x: float, y: float) -> None:
            with canvas.moved(x, y), canvas.group("timeline"), canvas.clipped(0, 0, width, scene.height):
                drawing.draw(canvas, scene, theme)
            canvas.rect(x, y - 1.4, width, 1.4, theme.ink)
            canvas.rect(x, y + scene.height, width, 1.2, theme.muted)

        return Block(scene.height + 2, draw)

    # In a height

    def fitted(self, room: float, notes: Mapping[str, str]) -> Fitted:
        """Lay out the timeline in a height, leaving out more and more until all lanes find room.

        First goes the air in the lanes, and words stand on one line, then all lines of lanes but one, then the
        measures; of lanes that are still too many the least full become one. Where even that is too high, all
        events lie in one lane.
        """
        prepared, flat = self.prepared(notes), None
        for has_band in (True, False) if self.content.series else (False,):
            for sizes in (self.metrics, self.tight):
                own = replace(prepared, metrics=sizes)
                scene = self._in_height(own, room, has_band=has_band, may_shrink=False)
                if _is_fitting(scene, room) and _tells_all(scene):
                    return self._taken(scene, own, 0)
                if slices.hidden(scene) > len(scene.labels):
                    break  # a little room more makes no difference
            flat = flat or replace(self.prepared(notes, may_break=False), metrics=self.tight)
            for may_shrink in (False, True) if self.lanes != "none" else (False,):
                scene = self._in_height(flat, room, has_band=has_band, may_shrink=may_shrink)
                if _is_fitting(scene, room):
                    return self._taken(self._full(scene, flat, room, may_shrink=may_shrink), flat, 0)
        if self.lanes == "none":
            return self._taken(scene, own, 0)
        return self._merged(room, notes, own) or self._in_one_lane(room, notes)

    def _merged(self, room: float, notes: Mapping[str, str], prepared: Prepared) -> Fitted | None:
        """Fit fewer lanes, with the measures unless that costs too many; None where it is too low."""
        lanes, line = len(prepared.deck.lanes), self.tight.row + 2 * self.tight.lane_pad
        for has_band in (True, False) if self.content.series else (False,):
            top = self._in_height(prepared, room, has_band=has_band, may_shrink=True).top
            most = int(_MERGED_SHARE * (room - top) / line)
            if most < (min(_MERGED_KEPT, lanes) if has_band else _LEAST_LANES):
                continue
            fewer = replace(self.prepared(notes, most_lanes=most, may_break=False), metrics=self.tight)
            scene = self._in_height(fewer, room, has_band=has_band, may_shrink=True)
            if _is_fitting(scene, room):
                scene = self._full(scene, fewer, room, may_shrink=True)
                return self._taken(scene, fewer, lanes - len(fewer.deck.lanes) + 1)
        return None

    def _in_one_lane(self, room: float, notes: Mapping[str, str]) -> Fitted:
        args = self.content, self.style, self.recipe, self.measure, self.size, self.width
        return replace(Plot(*args, stretch=self.stretch, lanes="none").fitted(room, notes), has_lanes=False)

    def _in_height(self, prepared: Prepared, room: float, *, has_band: bool, may_shrink: bool) -> Scene:
        look = self.look(prepared, has_band=has_band, may_shrink=may_shrink)
        scene = self.scene(prepared, look)
        return scene if scene.height <= room else self.scene(prepared, look, room)

    def _full(self, scene: Scene, prepared: Prepared, room: float, *, may_shrink: bool) -> Scene:
        """Leave no room empty while events are only counted.

        What is too low for one more line goes to the air in the lanes, gaps between words to marks without any.
        """
        if not slices.hidden(scene) or not scene.lanes:
            return scene
        spare = max(room - scene.top - scene.content, 0.0)
        pad = scene.metrics.lane_pad + 0.98 * spare / (2 * len(scene.lanes))
        prepared = replace(prepared, metrics=replace(scene.metrics, lane_pad=pad))
        if may_shrink:
            single = [shown.lane for shown in scene.plan.shown if not (shown.has_strip or len(shown.rows) > 1)]
            prepared = page_rows.with_gaps_filled(prepared, scene.scale, np.array(single, np.int64))
        view = Viewport(self.content.lo_s, self.content.hi_s, self.width, room)
        look = self.look(prepared, has_band=bool(scene.band), may_shrink=may_shrink)
        return layout(prepared, view, look, scene.plan)

    def _taken(self, scene: Scene, prepared: Prepared, merged: int) -> Fitted:
        """Count what of a scene is drawn, what is said, and what is neither."""
        marks = scene.marks
        is_drawn = marks.has(Flag.INSIDE) & (marks.y < scene.bottom)
        drawn = frozenset(marks.row[is_drawn].tolist())
        said = drawn & frozenset(marks.row[scene.labels.mark].tolist())
        # In a room too low for even one line, what lies below it is lost.
        hidden = slices.hidden(scene) + int(marks.has(Flag.INSIDE).sum() - is_drawn.sum())
        has_band = bool(scene.band) or not self.content.series
        return Fitted(
            scene, drawn, said, said & cut_rows(prepared), hidden, merged, has_lanes=True, has_band=has_band
        )


def cut_rows(prepared: Prepared) -> frozenset[int]:
    """Give the table rows whose words are cut in what was prepared for a page."""
    assert isinstance(prepared.packing, page_rows.PageRows)
    return prepared.packing.cut


def _is_fitting(scene: Scene, room: float) -> bool:
    most = 0.5 if not slices.hidden(scene) else _MOST_BAND
    return scene.content <= room - scene.top + _ROUNDED and not (scene.band and scene.top > most * room)


def _tells_all(scene: Scene) -> bool:
    """Tell whether all events have a mark with words."""
    marks = scene.marks
    said = set(marks.row[scene.labels.mark].tolist())
    return not slices.hidden(scene) and said >= set(marks.row[marks.has(Flag.INSIDE)].tolist())
