"""The parts of a page around its timeline: title and logo, legend, the undated, who says so, the foot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from explorer import resources
from explorer.chronology.measures import Series
from explorer.index.filter import describe
from explorer.index.table import EventTable, Mask
from explorer.model.article import Article
from explorer.model.event import Event
from explorer.model.mention import Status
from explorer.model.query import Query
from explorer.paint import references, signs
from explorer.paint.canvas import Canvas
from explorer.paint.flow import Block, Draw, wrapped
from explorer.paint.standing import LeftOut, hidden_lanes
from explorer.paint.style import HouseStyle
from explorer.timeline.metrics import NOTE_SIZE, Metrics
from explorer.timeline.ticks import TextWidth, elided

_LOGO_SHARE = 0.2  # of the width of the page
_MOST_LINES = 9  # of a statement: more than the longest quote takes
_DROP = 0.36  # of the size of a text: from its middle to its base line


@dataclass(frozen=True, slots=True)
class Content:
    """What a page tells: the rows of `mask`, between two times, with everything said about them."""

    table: EventTable
    mask: Mask
    events: Mapping[str, Event]
    articles: Mapping[str, Article]
    query: Query
    series: Sequence[Series]
    title: str
    lo_s: float
    hi_s: float
    exported: str
    left_out: LeftOut = field(default_factory=LeftOut)


@dataclass(frozen=True, slots=True)
class Present:
    """What of all that a legend can explain is in a picture; `statuses` are those of events with a date."""

    kinds: frozenset[str]
    statuses: frozenset[Status]
    is_soft: bool
    has_conflict: bool
    is_starred: bool

    @classmethod
    def among(cls, drawn: Sequence[Event]) -> "Present":
        """Tell what is present among the events of a picture."""
        dated = [event for event in drawn if event.when]
        return cls(
            kinds=frozenset(event.kind for event in drawn),
            statuses=frozenset(event.status for event in dated),
            is_soft=any(event.when.is_soft for event in dated if event.when),
            has_conflict=any(event.has_conflict for event in drawn),
            is_starred=any(event.is_starred for event in dated),
        )


class Parts:
    """Makes the parts of one page as blocks; `measure` is for the size of their text, `width` is their room."""

    def __init__(
        self, content: Content, style: HouseStyle, measure: TextWidth, metrics: Metrics, width: float
    ) -> None:
        self.content, self.style, self.measure, self.metrics, self.width = (
            content,
            style,
            measure,
            metrics,
            width,
        )
        self.theme, self.words = style.theme, style.words
        self.size, self.px = metrics.text, metrics.px
        self.label_of = self.words.naming(content.articles)
        self.untold: Mapping[str, str] = {}  # titles that are cut on the page, by event
        self.hidden = hidden_lanes(content.left_out, self.words)

    # Above the timeline

    def head(self) -> list[Block]:
        """Make the title, with the logo beside it, and the line below it."""
        logo, theme = self.style.logo, self.theme
        logo_px = self.width * _LOGO_SHARE if logo else 0.0
        room = (self.width - logo_px) / 1.94
        title = wrapped(self.content.title, room, self.measure, bold=True, most=2)
        told = wrapped(self.subtitle(), self.width - logo_px - 12 * self.px, self.measure, most=3)
        gap = Block(5 * self.px, lambda *_: None)
        blocks = [
            self._lines(title, self.size * 1.9, theme.ink, bold=True, leading=1.2),
            gap,
            self._lines(told, self.size, theme.muted),
        ]
        if logo is None:
            return blocks
        height = max(sum(block.height for block in blocks), 40 * self.px)

        def draw(canvas: Canvas, x: float, y: float) -> None:
            at = y
            for block in blocks:
                block.draw(canvas, x, at)
                at += block.height
            box = x + self.width - logo_px, y, logo_px, min(height, 56 * self.px)
            with canvas.group("logo"), canvas.clipped(*box):
                canvas.image(*box, logo.data, logo.type)

        return [Block(height, draw)]

    def subtitle(self) -> str:
        """Give the filter in words, and how many events and articles pass it."""
        content, words = self.content, self.words
        rows = np.flatnonzero(content.mask)
        total, shown = len(content.table), len(rows)
        told = (content.events.get(content.table.ids[row]) for row in rows.tolist())
        articles = {id_ for event in told if event for id_ in event.articles}
        conflicts = int(content.table.has_conflict[rows].sum())
        if shown == total:
            counted = words.counted("one_event", "events", shown, shown=shown)
        else:
            counted = words("events_of", shown=shown, total=total)
        parts = [
            describe(content.query, self.label_of, words.phrases()),
            counted,
            words.counted("one_article", "articles", len(articles), count=len(articles)),
        ]
        if conflicts:
            parts.append(words.counted("one_conflict", "conflicts", conflicts, count=conflicts))
        return "  ·  ".join(part for part in parts if part)

    def legend(self, present: Present) -> Block | None:
        """Explain the signs that are in the picture, and no others."""
        entries = [
            (self.words.kind(kind), self._sign(kind), True)
            for kind in resources.kinds()
            if kind in present.kinds
        ]
        manners = (
            ("exact", Status.HAPPENED, False, bool(present.statuses)),
            ("approximate", Status.HAPPENED, True, present.is_soft),
            ("planned", Status.PLANNED, False, Status.PLANNED in present.statuses),
            ("alleged", Status.ALLEGED, False, Status.ALLEGED in present.statuses),
            ("denied", Status.DENIED, False, Status.DENIED in present.statuses),
        )
        entries += [
            (self.words(key), self._manner(status, soft), False)
            for key, status, soft, is_in in manners
            if is_in
        ]
        if present.has_conflict:
            entries.append((self.words("differ"), self._differing, True))
        if present.is_starred:
            entries.append((self.words("starred"), self._star, True))
        return self._row_of(entries) if entries else None

    def _sign(self, kind: str) -> Draw:
        def draw(canvas: Canvas, x: float, y: float) -> None:
            signs.sign(canvas, self.theme, kind, x + self.metrics.point / 2, y, self.metrics.point / 2)

        return draw

    def _star(self, canvas: Canvas, x: float, y: float) -> None:
        signs.star(canvas, x + self.metrics.point / 2, y, self.size * 0.46, self.theme.warning)

    def _differing(self, canvas: Canvas, x: float, y: float) -> None:
        base = y + self.size * _DROP
        canvas.text(
            x + self.metrics.point / 2,
            base,
            "≠",
            self.theme.warning,
            size=self.size,
            bold=True,
            anchor="middle",
        )

    def _manner(self, status: Status, soft: bool) -> Draw:
        def draw(canvas: Canvas, x: float, y: float) -> None:
            signs.bar(
                canvas,
                self.theme.muted,
                x + 3,
                x + 28 * self.px,
                y,
                self.metrics.bar,
                status=status,
                right=soft,
                left=soft,
                ground=self.theme.ground,
            )

        return draw

    def _row_of(self, entries: Sequence[tuple[str, Draw, bool]]) -> Block:
        """Place signs with their words in rows of the width; `True` for a sign as wide as high, not a bar."""
        line, gap = 22 * self.px, 20 * self.px
        signs_px = [(16 if is_sign else 35) * self.px for _, _, is_sign in entries]
        widths = [sign + self.measure(text, False) for sign, (text, *_) in zip(signs_px, entries, strict=True)]
        spots = _in_rows(widths, gap, self.width)
        places = [(*spot, sign, *entry) for spot, sign, entry in zip(spots, signs_px, entries, strict=True)]
        row = spots[-1][1]

        def draw_all(canvas: Canvas, left: float, top: float) -> None:
            with canvas.group("legend"):
                for x, row, sign, text, draw, is_sign in places:
                    y = top + line * (row + 0.5)
                    draw(canvas, left + x, y)
                    ink = self.theme.ink if is_sign else self.theme.muted
                    canvas.text(left + x + sign, y + self.size * _DROP, text, ink, size=self.size)

        return Block(line * (row + 1), draw_all)

    def message(self, key: str) -> Block:
        """Say what there is instead of a timeline."""
        height = 5 * self.metrics.row

        def draw(canvas: Canvas, x: float, y: float) -> None:
            canvas.rect(x, y, self.width, height, self.theme.band, stroke=self.theme.line, radius=4 * self.px)
            middle = x + self.width / 2
            base = y + height / 2 + self.size * _DROP
            canvas.text(middle, base, self.words(key), self.theme.muted, size=self.size, anchor="middle")

        return Block(height, draw)

    # Below it

    def undated(
        self, said: references.References, columns: int, gap: float, most: int | None = None
    ) -> list[Block]:
        """Make the lines of the undated, for columns with a gap; at most so many, the rest counted."""
        content = self.content
        rows = np.flatnonzero(content.mask & ~content.table.is_dated).tolist()
        room = (self.width - gap * (columns - 1)) / columns
        kept = rows if most is None or len(rows) <= most else rows[: most - 1]
        blocks = [self._undated_line(row, said, room, 1 if most else 3) for row in kept]
        if len(kept) < len(rows):
            blocks.append(self._more_undated(self.words("more_undated", count=len(rows) - len(kept))))
        return blocks

    def _more_undated(self, told: str) -> Block:
        size, step = self.size - 1, 20 * self.px

        def draw(canvas: Canvas, x: float, y: float) -> None:
            base = y + step / 2 + size * _DROP
            canvas.text(x + 18 * self.px, base, told, self.theme.muted, size=size)

        return Block(step, draw)

    def undated_heading(self) -> Block:
        """Make the heading of the undated, with their count."""
        count = int((self.content.mask & ~self.content.table.is_dated).sum())
        return self.heading(f"{self.words('undated')} ({self.words.number(f'{count:,}')})")

    def heading(self, text: str) -> Block:
        """Make a heading below the timeline."""
        return self._lines([text], self.size * 1.06, self.theme.ink, bold=True, is_heading=True)

    def _undated_line(self, row: int, said: references.References, room: float, most: int) -> Block:
        id_, title = self.content.table.ids[row], self.content.table.titles[row]
        event = self.content.events.get(id_)
        kind, note, size = event.kind if event else "", said.notes.get(id_, ""), self.size - 1
        share, step = size / self.size, 20 * self.px
        beside = 24 * self.px + self.measure(note, False)
        lines = wrapped(title, (room - beside) / share, self.measure, most=most) or [""]

        def draw(canvas: Canvas, x: float, y: float) -> None:
            middle = y + step / 2
            with canvas.group(f"event-{id_}", title):
                signs.sign(canvas, self.theme, kind, x + 6 * self.px, middle, 4.2 * self.px)
                for at, line in enumerate(lines):
                    base = middle + size * (_DROP + 1.3 * at)
                    canvas.text(x + 18 * self.px, base, line, self.theme.ink, size=size)
                end = x + 18 * self.px + self.measure(lines[-1], False) * share + 4
                base -= size * 0.2
                canvas.text(end, base, note, self.theme.muted, size=round(self.size * NOTE_SIZE))

        return Block(step + 1.3 * size * (len(lines) - 1), draw)

    def sources(self, said: references.References, room: float, *, is_close: bool = False) -> list[Block]:
        """Make the articles with their statements, for a column of so much room, and for little of it."""
        return [block for source in said.sources for block in self._source(source, room, is_close=is_close)]

    def left_out(self, count: int) -> Block:
        """Say that the statements of so many events are not listed."""
        told = wrapped(self.words("more_statements", count=count), self.width, self.measure, most=2)
        return self._lines(told, self.size - 1, self.theme.muted)

    def _source(self, source: references.Source, room: float, *, is_close: bool) -> list[Block]:
        indent, size = 30 * self.px, self.size - (2 if is_close else 1)
        share = self.size / size
        heading = wrapped(source.heading, (room - indent) * share, self.measure, bold=True, most=4)
        blocks = [self._entry(str(source.number), heading, 0, indent, size, bold=True)]
        again = self._entry(
            str(source.number), [self._continued(source, (room - indent) * share)], 0, indent, size, bold=True
        )
        for at, statement in enumerate(source.statements):
            title = self.untold.get(statement.event, "")
            text = " ".join(filter(None, (title and f"{title}:", statement.quote, statement.remark)))
            # Letters that lean are a little narrower than those that are measured.
            lines = wrapped(text, (room - indent - 18 * self.px) * share * 0.99, self.measure, most=_MOST_LINES)
            entry = self._entry(statement.code, lines, 14 * self.px, indent + 16 * self.px, size, bold=False)
            blocks.append(replace(entry, again=again if at else None))
        return blocks

    def _continued(self, source: references.Source, room: float) -> str:
        """Name an article again, in one line."""
        more = self.words("continued")
        short = elided(source.heading, room - self.measure(f" {more}", True), self.measure, bold=True)
        return f"{short} {more}"

    def _entry(
        self, code: str, lines: Sequence[str], at: float, indent: float, size: float, *, bold: bool
    ) -> Block:
        step = (16.5 if size > self.size - 2 else 15.0) * self.px

        def draw(canvas: Canvas, x: float, y: float) -> None:
            base = y + step * 0.8
            ink = self.theme.ink if bold else self.theme.muted
            with canvas.group(f"source-{code}"):
                canvas.text(x + at, base, code, ink, size=size, bold=bold)
                for line, text in enumerate(lines):
                    place = base + line * step
                    canvas.text(x + indent, place, text, self.theme.ink, size=size, bold=bold, italic=not bold)

        return Block(step * len(lines) + 3.5 * self.px, draw, is_heading=bold)

    def _lines(
        self,
        lines: Sequence[str],
        size: float,
        ink: str,
        *,
        bold: bool = False,
        leading: float = 1.4,
        is_heading: bool = False,
    ) -> Block:
        def draw(canvas: Canvas, x: float, y: float) -> None:
            for at, line in enumerate(lines):
                canvas.text(x, y + size * (leading * at + 1.0), line, ink, size=size, bold=bold)

        return Block(size * leading * max(len(lines), 1), draw, is_heading)

    def foot(self, left: float, height: float, number: int, count: int) -> Draw:
        """Draw what stands at the foot of a page, and above all but the first its title."""
        words, size, ink = self.words, self.size - 2, self.theme.muted
        told = words("exported", date=self.content.exported)
        if count > 1:
            told = f"{told} · {words('page_of', number=number, count=count)}"
        claim = f"Timeline Explorer · {words('claim')}"
        if (self.measure(told, False) + self.measure(claim, False)) * size / self.size > self.width - 20:
            claim = "Timeline Explorer"
        title = wrapped(self.content.title, self.width, self.measure, most=1)
        hidden = wrapped(self.hidden, self.width, self.measure, most=1)

        def draw(canvas: Canvas, x: float, y: float) -> None:
            base = height - 26 * self.px
            with canvas.group("foot"):
                canvas.text(left, base, claim, ink, size=size)
                canvas.text(left + self.width, base, told, ink, size=size, anchor="end")
                if hidden:
                    canvas.text(left, base - 16 * self.px, hidden[0], ink, size=size)
                if number > 1 and title:
                    canvas.text(left, 26 * self.px, title[0], ink, size=size)

        return draw


def _in_rows(widths: Sequence[float], gap: float, room: float) -> list[tuple[float, int]]:
    """Place things of widths in as few rows as the room allows, all of about one length; give x and row."""

    def spots(limit: float) -> list[tuple[float, int]]:
        found, x, row = [], 0.0, 0
        for width in widths:
            if x and x + width > limit:
                x, row = 0.0, row + 1
            found.append((x, row))
            x += width + gap
        return found

    rows = spots(room)[-1][1]
    low, high = max(widths), room
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if spots(middle)[-1][1] == rows else (middle, high)
    return spots(high)
