"""Two sources of one event beside each other: the stating clauses in view, what differs in them marked."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.chronology.agreement import dates_agree
from explorer.model.article import Article
from explorer.model.event import Event
from explorer.model.mention import Mention, Span
from explorer.paint.theme import Theme
from explorer.text.difference import Difference, differences
from explorer.ui import style, words
from explorer.ui.popups import Elided
from explorer.ui.session import Session
from explorer.ui.source_text import SourceText

_LEAST_SIDE_PX = 68
BESIDE_FROM_PX = 640  # narrower, one text stands above the other


def differing(left: Mention, right: Mention) -> tuple[list[Difference], list[Difference]]:
    """Give what two statements word differently, as places in their articles."""
    found = differences(left.quote, right.quote, dates=(_figures(left), _figures(right)))
    return _moved(found[0], left.span.start), _moved(found[1], right.span.start)


def _figures(mention: Mention) -> list[Span]:
    """Give where in the quote of a mention its dates and amounts stand."""
    spans = [*(date.span for date in mention.dates), *(amount.span for amount in mention.quantities)]
    begin = mention.span.start
    return [Span(span.start - begin, span.end - begin) for span in spans]


def _moved(found: Sequence[Difference], by: int) -> list[Difference]:
    return [replace(one, span=Span(one.span.start + by, one.span.end + by)) for one in found]


class Side(QWidget):
    """One of the two sources: its article, the date it gives, and its text."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mention: Mention | None = None
        self.title = Elided("sideTitle")
        self.told = Elided("quiet")
        self.place = QLabel()
        self.place.setObjectName("quiet")
        self.arrows = [QToolButton(), QToolButton()]
        names = ("Source before, on this side", "Next source, on this side")
        for arrow, sign, steps, name in zip(self.arrows, "‹›", (-1, 1), names, strict=True):
            arrow.setText(sign)
            arrow.setAccessibleName(name)
            arrow.setToolTip("Show another source of the event here")
            arrow.clicked.connect(lambda _=False, by=steps: self.stepped.emit(by))
        self.text = SourceText(theme)
        head = QHBoxLayout()
        head.setContentsMargins(20, 6, 12, 0)
        head.setSpacing(6)
        head.addWidget(self.title)
        head.addStretch(1)
        for widget in (self.arrows[0], self.place, self.arrows[1]):
            head.addWidget(widget)
        below = QHBoxLayout()
        below.setContentsMargins(20, 0, 12, 4)
        below.addWidget(self.told)
        below.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(head)
        box.addLayout(below)
        box.addWidget(self.text, 1)

    def show_source(self, event: Event, mention: Mention, article: Article) -> None:
        """Show the text of an article with the one statement of the event marked."""
        self.mention = mention
        self.title.setText(words.elided(words.article(article), 120))
        self.title.setToolTip(words.elided(words.article(article), 200))
        said = f"says {words.when(mention.when)}" if mention.when else "gives no date"
        when = f"published {words.published(article)}" if article.published else ""
        self.told.setText(" · ".join(part for part in (said, article.publisher, when) if part))
        at = event.mentions.index(mention)
        self.place.setText(f"{at + 1:,} of {len(event.mentions):,}")
        for widget in (*self.arrows, self.place):
            widget.setVisible(len(event.mentions) > 2)
        self.text.show_article(article, [(mention, event)])
        self.text.set_selected([event.id])


class Compare(QWidget):
    """Shows two sources of the current event, until its button, Esc, or another event ends it."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._event: Event | None = None
        self.summary = Elided("sideTitle")
        self.done = QPushButton("Done")
        self.done.setToolTip("Show one article again (Esc)")
        self.done.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.done.clicked.connect(self.end)
        self.sides: tuple[Side, ...] = ()  # made when they are first shown: two texts cost as much as a pane
        self.halves = QSplitter(Qt.Orientation.Vertical, self)
        self.halves.setChildrenCollapsible(False)
        self.halves.setHandleWidth(1)
        head = QHBoxLayout()
        head.setContentsMargins(20, 8, 12, 6)
        head.addWidget(self.summary)
        head.addStretch(1)
        head.addWidget(self.done)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.halves, 1)
        session.events_changed.connect(self._refresh)
        session.selection_changed.connect(self._refresh)
        session.library_changed.connect(self.end)
        session.theme_changed.connect(self._set_theme)

    @property
    def is_open(self) -> bool:
        """Tell whether two sources are compared."""
        return self._event is not None

    def show_sources(self, event: Event, left: Mention, right: Mention) -> None:
        """Compare two statements of an event."""
        self.sides = self.sides or (self._side(0), self._side(1))
        self._event = event
        self._fill((left, right))

    def _side(self, at: int) -> Side:
        side = Side(self._session.theme, self.halves)
        side.stepped.connect(lambda steps: self._step(at, steps))
        side.setMinimumHeight(style.px(_LEAST_SIDE_PX))
        return side

    def end(self) -> None:
        """Stop comparing."""
        if self._event is not None:
            self._event = None
            self.closed.emit()

    def reveal(self) -> None:
        """Bring both clauses into view."""
        for side in self.sides:
            if side.mention is not None:
                side.text.reveal(side.mention.span)

    def _fill(self, pair: tuple[Mention, Mention]) -> None:
        event = self._event
        if event is None:
            return
        for side, mention in zip(self.sides, pair, strict=True):
            side.show_source(event, mention, self._session.articles[mention.article])
        apart = differing(*pair)
        for side, found in zip(self.sides, apart, strict=True):
            side.text.set_differing(found)
        figures = sum(one.is_figure for found in apart for one in found)
        self.summary.setText(summary(*pair, figures))
        self.reveal()

    def _step(self, which: int, steps: int) -> None:
        """Show another source at one side, passing over the one at the other."""
        event, here, other = self._event, self.sides[which].mention, self.sides[1 - which].mention
        if event is None or here is None or other is None:
            return
        order = [one for one in event.mentions if one.id != other.id]
        ids = [one.id for one in order]
        at = ids.index(here.id) if here.id in ids else 0
        chosen = order[(at + steps) % len(order)]
        self._fill((chosen, other) if which == 0 else (other, chosen))

    def _refresh(self) -> None:
        """Follow the event after a decision, and end with it."""
        if self._event is None:
            return
        current = self._session.current
        known = {one.id: one for one in current.mentions} if current else {}
        pair = [known.get(side.mention.id) for side in self.sides if side.mention is not None]
        if current is None or len(pair) != 2 or pair[0] is None or pair[1] is None:
            self.end()
            return
        self._event = current
        self._fill((pair[0], pair[1]))

    def _set_theme(self) -> None:
        for side in self.sides:
            side.text.set_theme(self._session.theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= style.px(BESIDE_FROM_PX)
        self.halves.setOrientation(Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical)
        self.reveal()


def summary(left: Mention, right: Mention, figures: int) -> str:
    """Say in one line whether two statements agree on the date; `figures` counts those that differ in them."""
    said = words.when(left.when), words.when(right.when)
    if left.when is None or right.when is None:
        return f"{said[0]} · {said[1]}"
    if said[0] == said[1]:
        return f"Both say {said[0]}; figures differ" if figures else f"Both say {said[0]}"
    if dates_agree(left.when, right.when):
        return f"{said[0]} and {said[1]} agree"
    return f"{said[0]} ≠ {said[1]}"


def sides_of(event: Event, shown: str | None, values: Sequence[Sequence[str]] = ()) -> tuple[Mention, Mention]:
    """Choose which two sources of an event to compare: those of two values in conflict, else the shown one and
    the next that is in another article.

    The event has at least two mentions; `shown` and `values` hold ids of mentions. Without `values` those of
    its first open conflict are meant.
    """
    if not values:
        open_ones = (conflict for conflict in event.conflicts if not conflict.is_settled)
        values = next(([value.mentions for value in conflict.values] for conflict in open_ones), [])
    by_id = {mention.id: mention for mention in event.mentions}
    told = [next((by_id[id_] for id_ in ids if id_ in by_id), None) for ids in values]
    found = [mention for mention in told if mention is not None]
    if len(found) >= 2:
        return found[0], found[1]
    here = by_id.get(shown or "", event.mentions[0])
    at = event.mentions.index(here)
    others = (*event.mentions[at + 1 :], *event.mentions[:at])
    other = next((one for one in others if one.article != here.article), others[0])
    return (here, other) if event.mentions.index(other) > at else (other, here)
