"""The pages of an exported picture: the timeline and what stands around it (`parts`), in which order.

`compose` places everything; the same pages are then drawn on pixels, in SVG or in PDF.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from explorer.index.table import Mask
from explorer.model.event import Event
from explorer.paint import drawing, references, slices, standing
from explorer.paint.canvas import Canvas
from explorer.paint.flow import Block, Draw, Flow
from explorer.paint.fonts import Measure
from explorer.paint.parts import Content, Parts
from explorer.paint.recipe import Band, Paging, Recipe
from explorer.paint.sources import Sources
from explorer.paint.style import HouseStyle
from explorer.paint.theme import Theme
from explorer.timeline import charts, others, page_rows
from explorer.timeline.arrangement import Arrangement
from explorer.timeline.drawn import Flag
from explorer.timeline.lanes import Deck, deal
from explorer.timeline.layout import Look, Prepared, layout, prepare
from explorer.timeline.metrics import Metrics
from explorer.timeline.scale import Scale
from explorer.timeline.scene import Scene, Viewport

MOST_STATEMENTS = 120  # behind a picture; a document has more pages
MOST_IN_DOCUMENT = 600
_MANY = 5_000  # events of which no picture can show all
_FEW = 160  # events for which larger letters are tried, so that they fill the page
_LARGER = (1.6, 1.45, 1.3, 1.15)
_VERY_FEW = 40  # events that may fit on the first of many pages
_LEAST_MARGIN_PT = 34.0  # of paper, which no printer reaches and hands must hold
_HEAD = 46.0  # from the edge of a further page to what follows its title
_SPARE = 0.04  # of the height of a page, which may stay empty
_MOST_STRETCH = 1.6
_MOST_BAND = 0.4  # of the room for a timeline, while events are only counted
_SMALLER = 0.8  # on a screen; on paper nothing is smaller than its sheet says


@dataclass(frozen=True, slots=True)
class Page:
    """Pages of one size with what is drawn where, and what found no room.

    `drawn` are the events shown, `hidden` those that are only counted, `cut` labels cut short, `unlisted`
    events whose statements are not listed. Without `has_lanes` or `has_band`
    the page was too low for the lanes, or for the measures, that were asked for.
    """

    width: float
    height: float
    size: float
    pages: list[list[tuple[float, float, Draw]]]
    drawn: tuple[Event, ...] = ()
    hidden: int = 0
    cut: int = 0
    unlisted: int = 0
    has_lanes: bool = True
    has_band: bool = True
    measure: Measure | None = None
    is_one: bool = True  # on one page, or no higher than was asked for

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing was left out."""
        return not (self.hidden or self.cut or self.unlisted)

    def draw(self, canvas: Canvas, theme: Theme, number: int) -> None:
        """Draw one page, counted from 0."""
        canvas.rect(0, 0, self.width, self.height, theme.ground)
        for x, y, draw in self.pages[number]:
            draw(canvas, x, y)


def compose(content: Content, style: HouseStyle, recipe: Recipe) -> Page:
    """Place the parts of a picture as a settled recipe says; what fits on one page in letters that fill it."""
    is_one = recipe.paging is Paging.ONE
    least = _SMALLER if is_one and not recipe.sheet.unit_pt else 1.0
    count = int(content.mask.sum())
    factors = (
        [*_LARGER, 1.0, least]
        if is_one and count <= _FEW
        else [*_LARGER[2:], 1.0]
        if count <= _VERY_FEW
        else [least]
    )
    made = []
    for factor in dict.fromkeys(factors):
        composer = _Composer(content, style, recipe, factor)
        page = composer.page()
        made.append((composer, page))
        if page.is_whole and page.has_lanes and page.has_band and page.is_one:
            break
    # Rather whole without lanes, in letters as large as can be, than with lanes and something missing.
    wholes = [pair for pair in made if pair[1].is_whole and pair[1].is_one]
    best = [pair for pair in wholes if pair[1].has_lanes and pair[1].has_band]
    composer, page = [*best, *wholes, made[-1]][0]
    return composer.filled(page) if is_one else page


class _Composer:
    """Composes one picture: in letters of a factor of the usual size, its rows `stretch` times as high."""

    def __init__(
        self, content: Content, style: HouseStyle, recipe: Recipe, factor: float, stretch: float = 1.0
    ) -> None:
        self.content, self.style, self.recipe = content, style, recipe
        sheet = recipe.sheet
        self.width, self.paging, self.lanes = sheet.width, recipe.paging, recipe.lanes
        self.factor, self.stretch = factor, stretch
        self.size = sheet.text * factor
        self.measure = Measure(style.theme, self.size, is_exact=True)
        self.margin = max(self.width * 0.04, _LEAST_MARGIN_PT / (sheet.unit_pt or _LEAST_MARGIN_PT))
        self.room = self.width - 2 * self.margin
        self.metrics = self._metrics()
        self.px = self.metrics.px
        self.parts = Parts(content, style, self.measure, self.metrics, self.room)
        self.cut = self.hidden = self.unlisted = 0
        self.spare = self.lanes_px = 0.0
        self.has_band = self.has_points = True
        self.rows_drawn: set[int] = set()
        self.is_dense = self.paging is Paging.ONE or int(content.mask.sum()) > _MANY

    def filled(self, page: Page) -> Page:
        """Give the same page with rows so high that they fill it, if they still fit."""
        if not page.is_whole or self.lanes_px <= 0 or self.spare < _SPARE * page.height:
            return page
        stretch = min(1 + 0.94 * self.spare / self.lanes_px, _MOST_STRETCH)
        higher = _Composer(self.content, self.style, self.recipe, self.factor, stretch).page()
        kept = higher.has_lanes >= page.has_lanes and higher.has_band >= page.has_band
        return higher if kept and higher.is_whole and higher.is_one else page

    def _metrics(self) -> Metrics:
        made = Metrics().times(self.size / 12)
        made = replace(made, row=made.row * self.stretch, lane_pad=made.lane_pad * self.stretch)
        most = (
            8 if int(self.content.mask.sum()) > _MANY and self.paging is not Paging.ONE else page_rows.MOST_ROWS
        )
        beside = 42 if self.lanes == "kind" else 28
        widest = max((self.measure(lane.label, True) for lane in self._deck().lanes), default=0.0)
        header = min(max(made.header, widest + beside * made.px), 0.22 * self.room)
        if self.lanes == "none" and not self.content.series:
            header = made.margin  # there is nothing to name
        label = self.room - header - 6 * made.margin
        height = self.recipe.chart.height_px * made.px
        if self.paging is not Paging.GROW:
            height = min(height, max(0.4 * self.recipe.sheet.height, made.measures))
        return replace(made, header=header, most_label=label, most_rows=most, measures=height)

    def _deck(self) -> Deck:
        """Deal the lanes, for their names."""
        content = self.content
        naming = self.style.words.naming(content.articles)
        deck = deal(content.table, self._mask(), self.lanes, naming, None, self._arrangement)
        return standing.on_page(deck, self.style.words)

    @property
    def _arrangement(self) -> Arrangement:
        """Give how the lanes stand; those of another field, taken for want of room, by themselves."""
        return self.recipe.arrangement if self.lanes == self.recipe.lanes else Arrangement()

    def page(self) -> Page:
        """Place all parts; once more where other events found room than the legend tells of.

        Where that goes to and fro, for a shorter legend leaves more room, it tells of all of them.
        """
        told = self._rows_guessed()
        every = told or set()
        for _ in range(2):
            made = self._placed(told)
            if told is None or self.rows_drawn == told:
                return made
            told, self.has_points = self.rows_drawn, self.has_band
            every = every | told
            self._start_again()
        return self._placed(every)

    def _start_again(self) -> None:
        self.lanes, self.has_band, self.hidden = self.recipe.lanes, True, 0
        self.metrics = self._metrics()

    def _placed(self, guessed: set[int] | None) -> Page:
        sheet = self.recipe.sheet
        height = None if self.paging is Paging.GROW else sheet.height
        foot = (66 if self.parts.hidden else 50) * self.px
        top = self.margin * 0.85
        flow = Flow(self.margin, top, self.room, height, foot, max(top, _HEAD * self.px))
        for block in self.parts.head():
            flow.add(block)
        drawn, said = self._told(guessed)
        legend = None if self.recipe.measures is Band.ONLY else self.parts.legend(drawn)
        if legend:
            flow.space(8 * self.px)
            flow.add(legend)
        if self.recipe.measures is Band.ONLY:
            self._panels(flow, said)
        elif self.paging is Paging.ONE:
            self._on_one(flow, said)
        else:
            self._flowing(flow, said)
            self._undated(flow, said, None)
            self.unlisted = Sources(self.parts, said, self.room).place(flow, None, self.unlisted)
        reached = max(flow.height, sheet.height) if height is None else height
        is_one = len(flow.pages) == 1 and reached <= sheet.height
        self.spare = flow.room
        for at, page in enumerate(flow.pages):
            page.append((0.0, 0.0, self.parts.foot(self.margin, reached, at + 1, len(flow.pages))))
        places = self.width, reached, self.size, flow.pages
        left_out = self.hidden, self.cut, self.unlisted
        kept = self.lanes == self.recipe.lanes, self.has_band
        return Page(*places, tuple(drawn), *left_out, *kept, self.measure, is_one)

    def _rows_guessed(self) -> set[int] | None:
        """Guess which table rows find room on the one page, by the usual share; None for other pages."""
        is_one = self.paging is Paging.ONE and self.recipe.measures is not Band.ONLY
        if not is_one or not (self.recipe.references or int(self.content.mask.sum()) <= _FEW):
            return None
        before = self.lanes, self.metrics
        self._fitted(self.recipe.sheet.height * 0.66, {})
        self.lanes, self.metrics = before
        return self.rows_drawn

    def _told(self, guessed: set[int] | None) -> tuple[list[Event], references.References]:
        """Give the events of the picture in the order of time, the undated last, and who says so."""
        if guessed is None:
            rows = set(np.flatnonzero(self._is_in_window()).tolist())
            rows -= standing.closed(self._deck(), self._arrangement)
        else:
            rows = set(guessed)
        rows |= set(np.flatnonzero(self._mask() & ~self.content.table.is_dated).tolist())
        ids = self.content.table.ids
        points = {p.event_id for one in self.content.series for p in one.points if self.has_points}
        shown = [ids[row] for row in range(len(ids)) if row in rows or ids[row] in points]
        drawn = [self.content.events[id_] for id_ in shown if id_ in self.content.events]
        if not self.recipe.references:
            return drawn, references.References((), {})
        most = MOST_STATEMENTS if self.paging is not Paging.PAGES else MOST_IN_DOCUMENT
        self.unlisted = max(len(drawn) - most, 0)
        return drawn, references.number(drawn[:most], self.content.articles, self.style.words)

    def _mask(self) -> Mask:
        is_without = self.recipe.measures is Band.ONLY
        return np.zeros_like(self.content.mask) if is_without else self.content.mask

    def _is_in_window(self) -> Mask:
        content = self.content
        return (
            self._mask()
            & content.table.is_dated
            & (content.table.hi_s > content.lo_s)
            & (content.table.lo_s < content.hi_s)
        )

    # The timeline

    def _prepared(self, notes: Mapping[str, str]) -> Prepared:
        content = self.content
        rows = {row: notes[id_] for row, id_ in enumerate(content.table.ids) if id_ in notes} if notes else {}
        prepared = prepare(
            content.table,
            self._mask(),
            self.lanes,
            self.measure,
            label=self.parts.label_of,
            metrics=self.metrics,
            notes=rows,
            others=others.of(content.table, content.events),
            arrangement=self._arrangement,
        )
        prepared = standing.of_prepared(prepared, self.style.words)
        scale = Scale(content.lo_s, content.hi_s, self.metrics.header, self.room)
        return page_rows.for_page(prepared, scale, by_weight=self.is_dense)

    def _look(self, prepared: Prepared, *, unit: str = "", has_band: bool = True) -> Look:
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
        )

    def _scene(self, prepared: Prepared, look: Look, height: float | None = None) -> Scene:
        view = Viewport(self.content.lo_s, self.content.hi_s, self.room, height)
        return layout(prepared, view, look)

    def _take_cut(self, packing: page_rows.PageRows) -> None:
        """Remember whose words are cut: who says so tells them whole."""
        table = self.content.table
        self.cut = len(packing.cut)
        self.parts.untold = {table.ids[row]: table.titles[row] for row in packing.cut}

    def _fitted(self, room: float, notes: Mapping[str, str]) -> Scene:
        """Lay out the timeline in a height; without measures, then without lanes, where it is too low."""
        prepared = self._prepared(notes)
        assert isinstance(prepared.packing, page_rows.PageRows)
        self._take_cut(prepared.packing)
        for has_band in (True, False) if self.content.series else (False,):
            look = self._look(prepared, has_band=has_band)
            scene = self._scene(prepared, look)
            if scene.height > room:
                scene = self._scene(prepared, look, room)
            self.has_band = bool(scene.band) or not self.content.series
            most = 0.5 if not slices.hidden(scene) else _MOST_BAND
            if scene.content <= room - scene.top and not (scene.band and scene.top > most * room):
                break
        if scene.content > room - scene.top and self.lanes != "none":
            self.lanes = "none"
            self.metrics = self._metrics()
            return self._fitted(room, notes)
        is_drawn = scene.marks.has(Flag.INSIDE) & (scene.marks.y < scene.bottom)
        self.rows_drawn = set(scene.marks.row[is_drawn].tolist())
        # In a room too low for even two lines, what lies below it is lost.
        lost = int(scene.marks.has(Flag.INSIDE).sum() - is_drawn.sum())
        self.hidden, self.lanes_px = slices.hidden(scene) + lost, scene.content
        return scene

    def _flowing(self, flow: Flow, said: references.References) -> None:
        """Place a timeline, cut between rows where a page ends."""
        prepared = self._prepared(said.notes)
        assert isinstance(prepared.packing, page_rows.PageRows)
        self._take_cut(prepared.packing)
        look = self._look(prepared)
        whole = self._scene(prepared, look)
        self.hidden += slices.hidden(whole)
        if not (whole.lanes or whole.band):
            return
        flow.space(14 * self.px)
        cuts = slices.cuts(whole)
        at = 0.0
        while at < whole.content or at == 0:
            head = whole.top if at == 0 else self.metrics.axis
            fitting = [cut for cut in cuts if at < cut <= at + flow.room - head - 2]
            if (
                (not fitting or (fitting[-1] < whole.content and fitting[-1] - at < 3 * self.metrics.row))
                and (flow.pages[-1] and flow.page_height is not None and flow.y > flow.top)
                and whole.content
            ):
                flow.turn()
                continue
            end = (fitting or [cut for cut in cuts if cut > at][:1] or [whole.content])[-1]
            view = Viewport(whole.scale.lo_s, whole.scale.hi_s, whole.width, head + end - at, at)
            scene = layout(prepared, view, replace(look, shows_measures=at == 0), whole.plan)
            flow.add(self._slice(scene))
            if end <= at:
                break
            at = end

    def _slice(self, scene: Scene) -> Block:
        theme, width = self.style.theme, scene.width
        scene = slices.without_names(slices.localised(slices.on_page(scene), self.style.words))

        def draw(canvas: Canvas, x: float, y: float) -> None:
            with canvas.moved(x, y), canvas.group("timeline"), canvas.clipped(0, 0, width, scene.height):
                drawing.draw(canvas, scene, theme)
            canvas.rect(x, y - 1.4, width, 1.4, theme.ink)
            canvas.rect(x, y + scene.height, width, 1.2, theme.muted)

        return Block(scene.height + 2, draw)

    def _panels(self, flow: Flow, said: references.References) -> None:
        """Place a band for each unit, as high as fills the page; more than a page holds go on over the next."""
        units = charts.units(self.content.series)
        if not units:
            flow.space(14 * self.px)
            flow.add(self.parts.message("no_measures"))
            return
        sources = Sources(self.parts, said, self.room)
        beside, least = self.metrics.axis + 16 * self.px, Metrics().measures * self.px
        most = max(0.42 * self.recipe.sheet.height, least, self.metrics.measures)
        room = flow.room - min(sources.height(), 0.36 * flow.room) if self.paging is Paging.ONE else flow.room
        count = min(len(units), max(int(room // (least + beside)), 1)) if flow.page_height else 1
        height = min(most, room / count - beside) if flow.page_height else min(most, 2 * least)
        self.metrics = replace(self.metrics, measures=height)
        prepared = self._prepared(said.notes)
        for unit in units:
            flow.space(14 * self.px)
            flow.add(self._slice(self._scene(prepared, self._look(prepared, unit=unit))))
        self.unlisted = sources.place(flow, None if self.paging is not Paging.ONE else flow.room, self.unlisted)

    # All on one page

    def _on_one(self, flow: Flow, said: references.References) -> None:
        """Place everything on one page: who says so takes at most a third, the timeline what is left."""
        undated = int((self._mask() & ~self.content.table.is_dated).sum())
        has_chart = bool(self._is_in_window().any() or self.content.series)
        line, heading = 20 * self.px, 40 * self.px
        free = flow.room - heading - (0 if has_chart else 7 * self.metrics.row)
        most = 3 if has_chart else max(int(free / line), 1)
        lines = min(-(-undated // self._undated_columns), most)
        below = lines * line + heading if undated else 0.0
        sources = Sources(self.parts, said, self.room)
        third = min(sources.height(), (flow.room - below) * 0.36)
        flow.space(10 * self.px)
        if has_chart:
            flow.add(self._slice(self._fitted(flow.room - below - third - 4, said.notes)))
        else:
            flow.add(self.parts.message("only_undated" if undated else "nothing"))
        self._undated(flow, said, lines * self._undated_columns)
        self.unlisted = sources.place(flow, flow.room, self.unlisted)

    @property
    def _undated_columns(self) -> int:
        return 2 if self.room > 60 * self.size else 1

    def _undated(self, flow: Flow, said: references.References, most: int | None) -> None:
        if most is None and not len(np.flatnonzero(self._is_in_window())) and not self.content.series:
            flow.space(14 * self.px)
            has_undated = bool((self._mask() & ~self.content.table.is_dated).any())
            flow.add(self.parts.message("only_undated" if has_undated else "nothing"))
        columns = self._undated_columns
        blocks = self.parts.undated(said, columns, 24 * self.px, most)
        if not blocks:
            return
        if most is not None:
            count = int((self._mask() & ~self.content.table.is_dated).sum())
            self.hidden += count - most + 1 if count > most else 0
        flow.space(14 * self.px)
        flow.add(self.parts.undated_heading())
        flow.add_columns(blocks, columns, 24 * self.px)
