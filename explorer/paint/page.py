"""The page of an exported picture: title, filter in words, legend, timeline, undated, and who says so.

`compose` places everything; the same pages are then drawn on pixels, in SVG or in PDF.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from explorer import resources
from explorer.chronology.measures import Series
from explorer.extract.place.countries import names_by_code
from explorer.index.filter import describe
from explorer.index.table import EventTable, Mask
from explorer.model.article import Article
from explorer.model.event import Event
from explorer.model.mention import Status
from explorer.model.query import Facet, Query
from explorer.model.when import OPEN_HI, OPEN_LO
from explorer.paint import drawing, references, signs
from explorer.paint.canvas import Canvas
from explorer.paint.flow import Block, Draw, Flow, wrapped
from explorer.paint.theme import Theme
from explorer.timeline import others
from explorer.timeline.layout import Look, Prepared, layout, prepare
from explorer.timeline.metrics import Metrics
from explorer.timeline.scene import NOTE_SIZE, Flag, Scene, Viewport
from explorer.timeline.ticks import TextWidth

TEXT_SHARE = 1 / 100  # of the width: 8.4 pt on a landscape A4
MOST_STATEMENTS = 60  # on a picture; a document has more pages
MOST_IN_DOCUMENT = 600
_FEW = 160  # events that are all shown, however many rows it takes
_CLAIM = "Timeline Explorer · dates drawn no more exactly than their sources give them"


@dataclass(frozen=True, slots=True)
class Content:
    """What a page tells: the rows of `mask`, between two times, with everything said about them."""

    table: EventTable
    mask: Mask
    events: Mapping[str, Event]
    articles: Mapping[str, Article]
    query: Query
    series: Sequence[Series]
    lanes: str
    title: str
    lo_s: float
    hi_s: float
    exported: str


@dataclass(frozen=True, slots=True)
class Page:
    """Pages of one size with what is drawn where."""

    width: float
    height: float
    pages: list[list[tuple[float, float, Draw]]]

    def draw(self, canvas: Canvas, theme: Theme, number: int) -> None:
        """Draw one page, counted from 0."""
        canvas.rect(0, 0, self.width, self.height, theme.ground)
        for x, y, draw in self.pages[number]:
            draw(canvas, x, y)


def compose(
    content: Content,
    theme: Theme,
    measure: TextWidth,
    width: float,
    page_height: float | None,
    least: float = 0,
) -> Page:
    """Place the parts of a page; `measure` is for a text of `width * TEXT_SHARE`."""
    return _Composer(content, theme, measure, width).page(page_height, least)


def label_of(articles: Mapping[str, Article], facet: Facet, value: str) -> str:
    """Say a value of a facet for people."""
    if facet is Facet.KIND:
        known = resources.kinds().get(value)
        return known.label if known else value
    if facet is Facet.COUNTRY:
        return names_by_code().get(value, value)
    if facet is Facet.SOURCE and value in articles:
        return articles[value].title or articles[value].name
    return value


class _Composer:
    """Composes one picture."""

    def __init__(self, content: Content, theme: Theme, measure: TextWidth, width: float) -> None:
        self.content, self.theme, self.measure, self.width = content, theme, measure, width
        self.size = width * TEXT_SHARE
        few = int(content.mask.sum()) <= _FEW
        self.metrics = Metrics(most_rows=32 if few else 8).times(self.size / 12)
        self.px = self.metrics.px
        self.margin = width * 0.04

    def page(self, page_height: float | None, least: float) -> Page:
        flow = Flow(self.margin, self.margin * 0.85, self.width - 2 * self.margin, page_height, 58 * self.px)
        most = MOST_STATEMENTS if page_height is None else MOST_IN_DOCUMENT
        chart = self._prepared({})
        drawn = self._drawn(self._scene(chart))
        said = references.number(drawn[:most], self.content.articles)
        rows = {id_: row for row, id_ in enumerate(self.content.table.ids) if id_ in said.notes}
        self._head(flow)
        self._legend(flow, drawn)
        self._chart(flow, self._prepared({rows[id_]: note for id_, note in said.notes.items()}))
        self._undated(flow, said)
        self._who_says_so(flow, said, max(len(drawn) - most, 0))
        height = max(flow.height, least) if page_height is None else page_height
        for at, page in enumerate(flow.pages):
            page.append((0.0, 0.0, self._foot(height, at + 1, len(flow.pages))))
        return Page(self.width, height, flow.pages)

    # The timeline

    def _prepared(self, notes: Mapping[int, str]) -> Prepared:
        content = self.content
        return prepare(
            content.table,
            content.mask,
            content.lanes,
            self.measure,
            label=lambda facet, value: label_of(content.articles, facet, value),
            metrics=self.metrics,
            notes=notes,
            others=others.of(content.table, content.events),
        )

    def _look(self, *, shows_measures: bool = True) -> Look:
        return Look(series=self.content.series, shows_measures=shows_measures, shows_tray=False, is_page=True)

    def _scene(self, prepared: Prepared) -> Scene:
        view = Viewport(self.content.lo_s, self.content.hi_s, self.width - 2 * self.margin, None)
        return layout(prepared, view, self._look())

    def _drawn(self, scene: Scene) -> list[Event]:
        """Give the events of the picture in the order of time, the undated last."""
        ids = self.content.table.ids
        rows = set(scene.marks.row[scene.marks.has(Flag.INSIDE)].tolist())
        dots = {dot.event_id for line in (scene.band.lines if scene.band else ()) for dot in line.dots}
        rows |= set(np.flatnonzero(self.content.mask & ~self.content.table.is_dated).tolist())
        shown = [ids[row] for row in range(len(ids)) if row in rows or ids[row] in dots]
        return [self.content.events[id_] for id_ in shown if id_ in self.content.events]

    def _chart(self, flow: Flow, prepared: Prepared) -> None:
        """Place the timeline, cut between rows where a page ends."""
        whole = self._scene(prepared)
        cuts = _cuts(whole)
        flow.space(14 * self.px)
        at = 0.0
        while at < whole.content or at == 0:
            head = whole.top if at == 0 else self.metrics.axis
            fitting = [cut for cut in cuts if at < cut <= at + flow.room - head - 2]
            if not fitting or (fitting[-1] < whole.content and fitting[-1] - at < 3 * self.metrics.row):
                if flow.pages[-1] and flow.page_height is not None and flow.y > flow.top:
                    flow.turn()
                    continue
                fitting = [cut for cut in cuts if cut > at][:1] or [at + self.metrics.row]
            end = fitting[-1]
            view = Viewport(whole.scale.lo_s, whole.scale.hi_s, whole.width, head + end - at, at)
            look = self._look(shows_measures=at == 0)
            flow.add(self._slice(layout(prepared, view, look, whole.plan)))
            at = end

    def _slice(self, scene: Scene) -> Block:
        theme, width = self.theme, scene.width

        def draw(canvas: Canvas, x: float, y: float) -> None:
            with canvas.moved(x, y), canvas.group("timeline"), canvas.clipped(0, 0, width, scene.height):
                drawing.draw(canvas, scene, theme)
            canvas.rect(x, y - 1.4, width, 1.4, theme.ink)
            canvas.rect(x, y + scene.height, width, 1.2, theme.muted)

        return Block(scene.height + 2, draw)

    # Above it

    def _head(self, flow: Flow) -> None:
        theme, size = self.theme, self.size
        title = wrapped(self.content.title, flow.width / 2, self.measure, bold=True, most=2)
        flow.add(self._lines(title, size * 1.9, theme.ink, bold=True, leading=1.2))
        flow.space(3 * self.px)
        told = wrapped(self._subtitle(), flow.width, self.measure, most=3)
        flow.add(self._lines(told, size, theme.muted))

    def _subtitle(self) -> str:
        content = self.content
        rows = np.flatnonzero(content.mask)
        said = describe(content.query, lambda facet, value: label_of(content.articles, facet, value))
        total, shown = len(content.table), len(rows)
        articles = {id_ for row in rows.tolist() for id_ in self._articles_of(content.table.ids[row])}
        conflicts = int(content.table.has_conflict[rows].sum())
        counted = f"{shown:,} events" if shown == total else f"{shown:,} of {total:,} events"
        parts = [said, counted, f"{len(articles):,} article{'s' * (len(articles) != 1)}"]
        if conflicts:
            parts.append(f"{conflicts:,} conflict{'s' * (conflicts != 1)} (≠)")
        return "  ·  ".join(part for part in parts if part)

    def _articles_of(self, event_id: str) -> tuple[str, ...]:
        event = self.content.events.get(event_id)
        return event.articles if event else ()

    def _legend(self, flow: Flow, drawn: Sequence[Event]) -> None:
        """Explain the signs that are in the picture, and no others."""
        present = {event.kind for event in drawn}
        entries: list[tuple[str, Draw]] = [
            (known.label, self._sign(kind)) for kind, known in resources.kinds().items() if kind in present
        ]
        dated = [event for event in drawn if event.when]
        statuses = {event.status for event in drawn}
        manners = [
            ("as wide as it is known", Status.HAPPENED, False, True),
            ("approximate", Status.HAPPENED, True, any(e.when and e.when.is_soft for e in dated)),
            ("planned", Status.PLANNED, False, Status.PLANNED in statuses),
            ("alleged", Status.ALLEGED, False, Status.ALLEGED in statuses),
            ("denied", Status.DENIED, False, Status.DENIED in statuses),
        ]
        entries += [
            (text, self._manner(status, soft)) for text, status, soft, is_in in manners if is_in and dated
        ]
        if any(event.has_conflict for event in drawn):
            entries.append(("sources differ", self._differing))
        flow.space(8 * self.px)
        flow.add(self._row_of(entries, flow.width))

    def _sign(self, kind: str) -> Draw:
        def draw(canvas: Canvas, x: float, y: float) -> None:
            signs.sign(canvas, self.theme, kind, x + self.metrics.point / 2, y, self.metrics.point / 2)

        return draw

    def _differing(self, canvas: Canvas, x: float, y: float) -> None:
        base = y + self.size * 0.36
        canvas.text(x + 14 * self.px, base, "≠", self.theme.warning, size=self.size, bold=True, anchor="middle")

    def _manner(self, status: Status, soft: bool) -> Draw:
        def draw(canvas: Canvas, x: float, y: float) -> None:
            signs.bar(
                canvas,
                self.theme.muted,
                x,
                x + 28 * self.px,
                y,
                self.metrics.bar,
                status=status,
                right=soft,
                left=soft,
                ground=self.theme.ground,
            )

        return draw

    def _row_of(self, entries: Sequence[tuple[str, Draw]], room: float) -> Block:
        """Place signs with their words in rows of a width."""
        line, places, x, row = 24 * self.px, [], 0.0, 0
        for text, draw in entries:
            sign = 16 * self.px if text in _kind_labels() else 35 * self.px
            wide = sign + self.measure(text, False)
            if x and x + wide > room:
                x, row = 0.0, row + 1
            places.append((x, row, sign, text, draw))
            x += wide + 22 * self.px

        def draw_all(canvas: Canvas, left: float, top: float) -> None:
            with canvas.group("legend"):
                for x, row, sign, text, draw in places:
                    y = top + line * (row + 0.5)
                    draw(canvas, left + x, y)
                    ink = self.theme.ink if text in _kind_labels() else self.theme.muted
                    canvas.text(left + x + sign, y + self.size * 0.36, text, ink, size=self.size)

        return Block(line * (row + 1), draw_all)

    # Below it

    def _undated(self, flow: Flow, said: references.References) -> None:
        content = self.content
        rows = np.flatnonzero(content.mask & ~content.table.is_dated).tolist()
        if not rows:
            return
        flow.space(14 * self.px)
        flow.add(self._lines([f"Undated ({len(rows):,})"], self.size * 1.06, self.theme.ink, bold=True))
        blocks = [self._undated_line(row, said, flow.width / 2 - 20 * self.px) for row in rows]
        flow.add_columns(blocks, 2, 24 * self.px)

    def _undated_line(self, row: int, said: references.References, room: float) -> Block:
        id_, title = self.content.table.ids[row], self.content.table.titles[row]
        event = self.content.events.get(id_)
        kind, note, size = event.kind if event else "", said.notes.get(id_, ""), self.size - 1
        text = wrapped(title, room - self.measure(note, False), self.measure, most=1)[0] if title else ""

        def draw(canvas: Canvas, x: float, y: float) -> None:
            middle = y + 10 * self.px
            signs.sign(canvas, self.theme, kind, x + 6 * self.px, middle, 4.2 * self.px)
            canvas.text(x + 18 * self.px, middle + size * 0.36, text, self.theme.ink, size=size)
            end = x + 18 * self.px + self.measure(text, False) * size / self.size + 4
            canvas.text(end, middle, note, self.theme.muted, size=round(self.size * NOTE_SIZE))

        return Block(20 * self.px, draw)

    def _who_says_so(self, flow: Flow, said: references.References, left_out: int) -> None:
        if not said.sources:
            return
        flow.space(18 * self.px)
        heading = self._lines(["Who says so"], self.size * 1.06, self.theme.ink, bold=True)
        if flow.room < heading.height * 5:
            flow.turn()
        flow.add(heading)
        flow.space(3 * self.px)
        count = sum(len(source.statements) for source in said.sources)
        columns = 2 if count > 6 else 1
        gap = 34 * self.px
        room = (flow.width - gap * (columns - 1)) / columns
        flow.add_columns(
            [block for source in said.sources for block in self._source(source, room)], columns, gap
        )
        if left_out:
            told = f"and the statements of {left_out:,} more events, which the table of events lists"
            flow.add(self._lines([told], self.size - 1, self.theme.muted))

    def _source(self, source: references.Source, room: float) -> list[Block]:
        indent = 30 * self.px
        heading = wrapped(source.heading, room - indent, self.measure, bold=True, most=2)
        blocks = [self._entry(str(source.number), heading, 0, indent, bold=True)]
        for statement in source.statements:
            text = f"{statement.quote} {statement.remark}".strip()
            lines = wrapped(text, (room - indent - 34 * self.px) * 1.02, self.measure, most=3)
            blocks.append(self._entry(statement.code, lines, 14 * self.px, indent + 16 * self.px, bold=False))
        return blocks

    def _entry(self, code: str, lines: Sequence[str], at: float, indent: float, *, bold: bool) -> Block:
        size, step = self.size - 1, 16.5 * self.px

        def draw(canvas: Canvas, x: float, y: float) -> None:
            base = y + step * 0.8
            ink = self.theme.ink if bold else self.theme.muted
            canvas.text(x + at, base, code, ink, size=size, bold=bold)
            for line, text in enumerate(lines):
                canvas.text(
                    x + indent, base + line * step, text, self.theme.ink, size=size, bold=bold, italic=not bold
                )

        return Block(step * len(lines) + 3.5 * self.px, draw, is_heading=bold)

    def _lines(
        self, lines: Sequence[str], size: float, ink: str, *, bold: bool = False, leading: float = 1.4
    ) -> Block:
        def draw(canvas: Canvas, x: float, y: float) -> None:
            for at, line in enumerate(lines):
                canvas.text(x, y + size * (leading * at + 1.0), line, ink, size=size, bold=bold)

        return Block(size * leading * max(len(lines), 1), draw)

    def _foot(self, height: float, number: int, count: int) -> Draw:
        def draw(canvas: Canvas, x: float, y: float) -> None:
            base, size, ink = height - 26 * self.px, self.size - 2, self.theme.muted
            canvas.text(self.margin, base, _CLAIM, ink, size=size)
            told = f"exported {self.content.exported} · page {number} of {count}"
            canvas.text(self.width - self.margin, base, told, ink, size=size, anchor="end")

        return draw


def _kind_labels() -> frozenset[str]:
    return frozenset(kind.label for kind in resources.kinds().values())


def _cuts(scene: Scene) -> list[float]:
    """Give where the lanes can be cut, from 0: between rows and after lanes."""
    cuts = {scene.content}
    for box in scene.lanes:
        top = box.y0 - scene.top + scene.scroll
        lines = round((box.y1 - box.y0 - 2 * scene.metrics.lane_pad) / scene.metrics.row)
        cuts |= {top + scene.metrics.lane_pad + line * scene.metrics.row for line in range(1, lines)}
        cuts.add(box.y1 - scene.top + scene.scroll)
    return sorted(cut for cut in cuts if cut > 0)


def span_of(table: EventTable, mask: Mask, query: Query) -> tuple[float, float]:
    """Give the span of time to show: that of the filter, else that of the events with room for labels."""
    rows = mask & table.is_dated
    los, his = table.lo_s[rows], table.hi_s[rows]
    ends = np.concatenate([los[los > OPEN_LO], his[his < OPEN_HI]])
    lo_s, hi_s = (float(ends.min()), float(ends.max())) if len(ends) else (0.0, 86_400.0)
    margin = max((hi_s - lo_s) * 0.02, 86_400.0)
    lo_s, hi_s = lo_s - margin, hi_s + 5 * margin
    if query.lo_s is not None:
        lo_s = max(lo_s, float(query.lo_s)) if query.hi_s is None else float(query.lo_s)
    if query.hi_s is not None:
        hi_s = min(hi_s, float(query.hi_s)) if query.lo_s is None else float(query.hi_s)
    return (lo_s, hi_s) if lo_s < hi_s else (lo_s, lo_s + 86_400.0)
