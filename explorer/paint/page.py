"""The pages of an exported picture: the timeline and what stands around it (`parts`), in which order.

`compose` places everything; the same pages are then drawn on pixels, in SVG or in PDF.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from explorer.model.event import Event
from explorer.paint import lane_notes, references, slices
from explorer.paint.canvas import Canvas
from explorer.paint.flow import LITTLE, Draw, Flow
from explorer.paint.fonts import Measure
from explorer.paint.parts import Content, Parts, Present
from explorer.paint.plot import Fitted, Plot, cut_rows
from explorer.paint.recipe import Band, Paging, Recipe
from explorer.paint.sources import Sources
from explorer.paint.style import HouseStyle
from explorer.paint.theme import Theme
from explorer.timeline import charts
from explorer.timeline.layout import layout
from explorer.timeline.metrics import Metrics
from explorer.timeline.scene import Scene, Viewport

MOST_STATEMENTS = 120  # behind a picture; a document has more pages
MOST_IN_DOCUMENT = 600
_FEW = 160  # events for which larger letters are tried, so that they fill the page
_LARGER = (1.6, 1.45, 1.3, 1.15)
_VERY_FEW = 40  # events that may fit on the first of many pages
_LEAST_MARGIN_PT = 34.0  # of paper, which no printer reaches and hands must hold
_HEAD = 46.0  # from the edge of a further page to what follows its title
_SPARE = 0.04  # of the height of a page, which may stay empty
_MOST_STRETCH = 1.6
_MOST_TRIES = 5  # until the legend and who says so tell of what is there
_MOST_UNDATED = 3  # lines below a timeline …
_ROWS_TO_UNDATED = 12  # … and rows of events to each
_LOWER = 0.86  # of the height of rows, where that saves a page
_SMALLER = 0.8  # on a screen; on paper nothing is smaller than its sheet says


@dataclass(frozen=True, slots=True)
class Page:
    """Pages of one size with what is drawn where, and what found no room.

    `drawn` are the events shown, `hidden` those that are only counted, `wordless` marks without room for words,
    `cut` labels cut short, `unlisted` events whose statements are not listed. Without `has_lanes` or `has_band`
    the page was too low for the lanes, or for the measures, that were asked for; `merged` lanes became one.
    `short_names` of lanes are cut beside them, and `unnamed` of those are told whole nowhere.
    """

    width: float
    height: float
    size: float
    pages: list[list[tuple[float, float, Draw]]]
    drawn: tuple[Event, ...] = ()
    hidden: int = 0
    wordless: int = 0
    cut: int = 0
    unlisted: int = 0
    unnamed: int = 0
    short_names: int = 0
    merged: int = 0
    has_lanes: bool = True
    has_band: bool = True
    measure: Measure | None = None
    is_one: bool = True  # on one page, or no higher than was asked for

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing was left out."""
        return not (self.hidden or self.wordless or self.cut or self.unlisted or self.unnamed)

    @property
    def is_as_asked(self) -> bool:
        """Tell whether all lanes that were asked for are there, and the measures."""
        return self.has_lanes and self.has_band and not self.merged

    @property
    def tells_all(self) -> bool:
        """Tell whether all that was asked for is there, on one page."""
        return self.is_whole and self.is_as_asked and self.is_one

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
        made.append((composer, composer.page()))
        if made[-1][1].tells_all and not made[-1][1].short_names:
            break
    else:
        # Names of lanes may be told below them; else in the smallest letters, where most is told.
        made.append(next((one for one in made if one[1].tells_all), made[-1]))
    composer, page = made[-1]
    return composer.filled(page) if is_one else composer.settled(page)


class _Composer:
    """Composes one picture: in letters of a factor of the usual size, its rows `stretch` times as high."""

    def __init__(
        self, content: Content, style: HouseStyle, recipe: Recipe, factor: float, stretch: float = 1.0
    ) -> None:
        self.content, self.style, self.recipe = content, style, recipe
        sheet = recipe.sheet
        self.width, self.paging = sheet.width, recipe.paging
        self.factor, self.size = factor, sheet.text * factor
        self.measure = Measure(style.theme, self.size, is_exact=True)
        self.margin = max(self.width * 0.04, _LEAST_MARGIN_PT / (sheet.unit_pt or _LEAST_MARGIN_PT))
        self.room = self.width - 2 * self.margin
        self.plot = Plot(content, style, recipe, self.measure, self.size, self.room, stretch=stretch)
        self.px = self.plot.metrics.px
        self.parts = Parts(content, style, self.measure, self.plot.metrics, self.room)
        self.fitted: Fitted | None = None
        self.cut = self.hidden = self.unlisted = self.unnamed = self.short_names = 0
        self.spare = self.lanes_px = self.last_px = self.noted_px = 0.0
        self.is_apart = False  # who says so begins a page

    def filled(self, page: Page) -> Page:
        """Give the same page with rows so high that they fill it, if they still fit."""
        if not page.is_whole or self.lanes_px <= 0 or self.spare < _SPARE * page.height:
            return page
        higher = self._again(self._stretch()).page()
        is_kept = higher.is_as_asked >= page.is_as_asked
        return higher if is_kept and higher.is_whole and higher.is_one else page

    def settled(self, page: Page) -> Page:
        """Give the same on one page, if rows a little lower save the second with little on it.

        Else who says so has the second page to itself if it takes no more, and the timeline fills the first.
        """
        if len(page.pages) != 2 or not self.recipe.references or self.lanes_px <= 0:
            return page
        if self.last_px < LITTLE * page.height and (lower := self._again(_LOWER).page()).is_one:
            return lower
        apart = self._again(self._stretch(3 * self.plot.metrics.lane_pad))
        apart.is_apart = True
        made = apart.page()
        return made if len(made.pages) == 2 and 0 <= apart.spare < LITTLE * page.height else page

    def _stretch(self, kept: float = 0.0) -> float:
        """Give how much higher rows fill the page, but for some room that is kept."""
        return min(max(1 + (0.94 * self.spare - kept) / self.lanes_px, 1.0), _MOST_STRETCH)

    def _again(self, stretch: float) -> "_Composer":
        return _Composer(self.content, self.style, self.recipe, self.factor, stretch)

    def page(self) -> Page:
        """Place all parts; once more where other events found room than the legend and who says so tell of.

        Where that goes to and fro, for a shorter legend leaves more room, only those stay numbered that have
        words each time, and in the end the legend tells of all of them.
        """
        told = self._guessed()
        if told is None:
            return self._placed(None)
        every = told
        for at in range(_MOST_TRIES):
            made = self._placed(told)
            found = _Told.of(self.fitted)
            if told.said <= found.said and self._present(told) == self._present(found):
                break
            every = every.joined(found)
            said = found.said if at < 1 else told.said & found.said
            told = replace(found if at < _MOST_TRIES - 2 else every, said=said)
        return made

    def _present(self, told: "_Told") -> Present:
        return Present.among(self._drawn(told))

    def _placed(self, told: "_Told | None") -> Page:
        sheet = self.recipe.sheet
        height = None if self.paging is Paging.GROW else sheet.height
        foot = (66 if self.parts.hidden else 50) * self.px
        top = self.margin * 0.85
        flow = Flow(self.margin, top, self.room, height, foot, max(top, _HEAD * self.px))
        for block in self.parts.head():
            flow.add(block)
        self.hidden = 0
        drawn = self._drawn(told)
        said = self._said(told, drawn)
        legend = None if self.recipe.measures is Band.ONLY else self.parts.legend(Present.among(drawn))
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
            self.spare = flow.room if len(flow.pages) == 1 and height else -1.0
            if self.is_apart:
                flow.turn()
            self.unlisted = Sources(self.parts, said, self.room).place(flow, None, self.unlisted)
        reached = max(flow.height, sheet.height) if height is None else height
        self.last_px = flow.y
        self.spare = self.spare if self.paging is Paging.PAGES else flow.room
        for at, page in enumerate(flow.pages):
            page.append((0.0, 0.0, self.parts.foot(self.margin, reached, at + 1, len(flow.pages))))
        fitted = self.fitted
        return Page(
            width=self.width,
            height=reached,
            size=self.size,
            pages=flow.pages,
            drawn=tuple(drawn if fitted is None or told is None else self._drawn(_Told.of(fitted))),
            hidden=self.hidden,
            wordless=fitted.wordless if fitted else 0,
            cut=self.cut,
            unlisted=self.unlisted,
            unnamed=self.unnamed,
            short_names=self.short_names,
            merged=fitted.merged if fitted else 0,
            has_lanes=fitted.has_lanes if fitted else True,
            has_band=fitted.has_band if fitted else True,
            measure=self.measure,
            is_one=len(flow.pages) == 1 and reached <= sheet.height,
        )

    def _guessed(self) -> "_Told | None":
        """Guess what finds room on the one page, by the usual share; None for other pages."""
        is_one = self.paging is Paging.ONE and self.recipe.measures is not Band.ONLY
        if not is_one or not (self.recipe.references or int(self.content.mask.sum()) <= _FEW):
            return None
        return _Told.of(self.plot.fitted(self.recipe.sheet.height * 0.66, {}))

    def _drawn(self, told: "_Told | None") -> list[Event]:
        """Give the events of the picture in the order of time, the undated last."""
        undated = set(np.flatnonzero(self.plot.undated).tolist())
        rows = (self.plot.open_rows if told is None else told.drawn) | undated
        has_points = told is None or told.has_points
        points = {p.event_id for one in self.content.series for p in one.points if has_points}
        ids, events = self.content.table.ids, self.content.events
        shown = (id_ for row, id_ in enumerate(ids) if row in rows or id_ in points)
        return [events[id_] for id_ in shown if id_ in events]

    def _said(self, told: "_Told | None", drawn: Sequence[Event]) -> references.References:
        """Number the statements behind events that have words, and so have room for numbers."""
        self.unlisted = 0
        if not self.recipe.references:
            return references.References((), {})
        listed = list(drawn)
        if told is not None:
            ids = self.content.table.ids
            silent = {ids[row] for row in told.drawn - told.said} - {
                p.event_id for one in self.content.series for p in one.points if told.has_points
            }
            listed = [event for event in drawn if event.id not in silent]
        most = MOST_STATEMENTS if self.paging is not Paging.PAGES else MOST_IN_DOCUMENT
        self.unlisted = len(drawn) - len(listed[:most])
        return references.number(listed[:most], self.content.articles, self.style.words)

    # The timeline

    def _flowing(self, flow: Flow, said: references.References) -> None:
        """Place a timeline, cut between rows where a page ends."""
        prepared = self.plot.prepared(said.notes)
        self._tell_cut(cut_rows(prepared))
        look = self.plot.look(prepared)
        whole = self.plot.scene(prepared, look)
        shown: list[Scene] = []
        self.hidden += slices.hidden(whole)
        self.lanes_px = whole.content
        if not (whole.lanes or whole.band):
            return
        flow.space(14 * self.px)
        is_last = not (said.sources or self.plot.undated.any())
        for piece in slices.pieces(
            whole, flow.room, flow.next_room, is_fresh=not flow.pages[-1], is_last=is_last
        ):
            if piece.turns:
                flow.turn()
            height = piece.head + piece.height
            view = Viewport(whole.scale.lo_s, whole.scale.hi_s, whole.width, height, piece.top)
            scene = layout(prepared, view, replace(look, shows_measures=piece.begins), whole.plan)
            shown.append(scene)
            flow.add(self.plot.block(scene))
        # On many pages every article has its heading among who says so.
        told = lane_notes.notes(shown, self.parts, told=[source.heading for source in said.sources])
        self._add_notes(flow, told)

    def _tell_cut(self, rows: frozenset[int]) -> None:
        """Remember whose words are cut: who says so tells them whole."""
        table = self.content.table
        self.cut = len(rows)
        self.parts.untold = {table.ids[row]: table.titles[row] for row in rows}

    def _panels(self, flow: Flow, said: references.References) -> None:
        """Place a band for each unit, as high as fills the page; more than a page holds go on over the next."""
        units = charts.units(self.content.series)
        if not units:
            flow.space(14 * self.px)
            flow.add(self.parts.message("no_measures"))
            return
        plot, sources = self.plot, Sources(self.parts, said, self.room)
        beside, least = plot.metrics.axis + 16 * self.px, Metrics().measures * self.px
        most = max(0.42 * self.recipe.sheet.height, least, plot.metrics.measures)
        room = flow.room - min(sources.height(), 0.36 * flow.room) if self.paging is Paging.ONE else flow.room
        count = min(len(units), max(int(room // (least + beside)), 1)) if flow.page_height else 1
        height = min(most, room / count - beside) if flow.page_height else min(most, 2 * least)
        prepared = plot.prepared(said.notes)
        prepared = replace(prepared, metrics=replace(plot.metrics, measures=height))
        for unit in units:
            flow.space(14 * self.px)
            flow.add(plot.block(plot.scene(prepared, plot.look(prepared, unit=unit))))
        self.unlisted = sources.place(flow, None if self.paging is not Paging.ONE else flow.room, self.unlisted)

    # All on one page

    def _on_one(self, flow: Flow, said: references.References) -> None:
        """Place everything on one page: who says so takes at most a third, the timeline what is left."""
        undated = int(self.plot.undated.sum())
        has_chart = bool(self.plot.in_window.any() or self.content.series)
        line, heading = 20 * self.px, 40 * self.px
        free = flow.room - heading - (0 if has_chart else 7 * self.plot.metrics.row)
        # The lower the page, the fewer of the undated: the lanes need its lines.
        most = int(flow.room / (_ROWS_TO_UNDATED * self.plot.metrics.row)) if has_chart else int(free / line)
        most = max(min(most, _MOST_UNDATED) if has_chart else most, 1)
        lines = min(-(-undated // self._undated_columns), most)
        below = lines * line + heading if undated else 0.0
        sources = Sources(self.parts, said, self.room)
        third = min(sources.height(), (flow.room - below) * 0.36)
        flow.space(10 * self.px)
        if has_chart:
            room = flow.room - below - third - 4
            self.fitted, told = lane_notes.fitted(
                self.parts, room, lambda room: self.plot.fitted(room, said.notes), self.noted_px
            )
            self.hidden = self.fitted.hidden
            self.lanes_px = self.fitted.scene.content
            self._tell_cut(self.fitted.cut)
            flow.add(self.plot.block(self.fitted.scene))
            self._add_notes(flow, told)
        else:
            flow.add(self.parts.message("only_undated" if undated else "nothing"))
        self._undated(flow, said, lines * self._undated_columns)
        self.unlisted = sources.place(flow, flow.room, self.unlisted)

    def _add_notes(self, flow: Flow, told: lane_notes.Notes) -> None:
        self.unnamed, self.short_names, self.noted_px = told.unnamed, told.cut, told.height
        for block in told.blocks:
            flow.add(block)

    @property
    def _undated_columns(self) -> int:
        return 2 if self.room > 60 * self.size else 1

    def _undated(self, flow: Flow, said: references.References, most: int | None) -> None:
        count = int(self.plot.undated.sum())
        if most is None and not self.plot.in_window.any() and not self.content.series:
            flow.space(14 * self.px)
            flow.add(self.parts.message("only_undated" if count else "nothing"))
        columns = self._undated_columns
        blocks = self.parts.undated(said, columns, 24 * self.px, most)
        if not blocks:
            return
        if most is not None:
            self.hidden += count - most + 1 if count > most else 0
        flow.space(14 * self.px)
        flow.add_headed(self.parts.undated_heading(), blocks[0])
        flow.add_columns(blocks, columns, 24 * self.px)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the legend of one page tells of, and who says so: table rows drawn and said, and the measures."""

    drawn: frozenset[int] = frozenset()
    said: frozenset[int] = frozenset()
    has_points: bool = True

    @classmethod
    def of(cls, fitted: Fitted | None) -> "_Told":
        return cls(fitted.drawn, fitted.said, fitted.has_band) if fitted else cls()

    def joined(self, other: "_Told") -> "_Told":
        return _Told(self.drawn | other.drawn, self.said | other.said, self.has_points or other.has_points)
