"""`Shown`: what of a library is shown, to be read. Nothing here changes anything or tells of a change.

What the library holds comes from `Holdings`; what of it passes, is selected and lies open are values that the
session replaces.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from explorer import chronology
from explorer.index import EventTable, Words
from explorer.index.table import Mask
from explorer.library import Library
from explorer.model.article import Article
from explorer.model.decision import Change, Decision
from explorer.model.event import Event
from explorer.model.mention import Mention
from explorer.model.query import Facet, Query, Trait
from explorer.timeline.arrangement import Arrangement
from explorer.ui import spans
from explorer.ui.desk import Desk, place_of, stated_in_front
from explorer.ui.holdings import Holdings


class Shown(QObject):
    """The reading half of a session.

    `table`, `relations` and `series` belong together, with `mask`, and are replaced as a whole. `viewport` is
    the visible span in seconds. `selection` ends with the event that the inspector shows, `source` is the
    mention whose words were brought into view last.
    """

    library: Library
    query: Query
    mask: Mask
    viewport: spans.Span
    selection: tuple[str, ...]
    lanes: str
    arrangements: Mapping[str, Arrangement]  # by the field of the lanes
    desk: Desk
    source: str | None
    _held: Holdings

    # What the library holds

    @property
    def articles(self) -> Mapping[str, Article]:
        """Give the articles by id, as a person has corrected them."""
        return self._held.articles

    @property
    def removed(self) -> Mapping[str, Article]:
        """Give the articles that are taken out of the library, by id."""
        return self._held.removed

    @property
    def events(self) -> Mapping[str, Event]:
        """Give the events by id, in the order of their oldest mentions."""
        return self._held.events

    @property
    def decisions(self) -> Sequence[Decision]:
        """Give the log of decisions."""
        return self._held.decisions

    @property
    def table(self) -> EventTable:
        """Give the table of the events."""
        return self._held.table

    @property
    def words(self) -> Words:
        """Give what the events of the table say, ready to be searched."""
        return self._held.words

    @property
    def relations(self) -> chronology.Relations:
        """Give what bears on what among the events."""
        return self._held.relations

    @property
    def series(self) -> Sequence[chronology.Series]:
        """Give the series of measured numbers."""
        return self._held.series

    @property
    def lately(self) -> Mapping[str, Trait]:
        """Say what the articles added last did, by event id."""
        return self._held.lately

    @property
    def left_s(self) -> int | None:
        """Give when the library was looked at last before now, in seconds since 1970; None for never."""
        return self._held.left_s

    @property
    def total(self) -> int:
        """Give the number of events without a filter: those that are not rejected and not borderline."""
        return self._held.total

    def total_of(self, facet: Facet, value: str) -> int:
        """Give the number of events of a facet's value without any filter."""
        return self._held.total_of(facet, value)

    def row_of(self, event_id: str) -> int | None:
        """Give the row of an event in the table."""
        return self._held.row_of(event_id)

    def event_of(self, mention_id: str) -> Event | None:
        """Give the event that a mention belongs to."""
        return self._held.event_of(mention_id)

    def stated_in(self, article_id: str) -> list[tuple[Mention, Event]]:
        """Give the mentions of an article with their events, in the order of the text."""
        return self._held.stated_in(article_id)

    def history(self, event: Event) -> list[chronology.Entry]:
        """Tell who set each field of an event, what the program read at first included."""
        read = {mention.id: mention for article in event.articles for mention in self.library.mentions(article)}
        mentions = [read.get(mention.id, mention) for mention in event.mentions]
        articles = {article.id: article for article in self.library.articles()}
        return chronology.history(mentions, self.decisions, articles)

    def moves_if(self, article_id: str, made: Sequence[Change]) -> list[chronology.Move]:
        """Show which dates of an article would move by changes of it, of its order or anchors; none is made."""
        return self._held.moves_if(article_id, made)

    # What of it is shown

    def visible(self) -> list[str]:
        """Name the events that pass the filter in the order of time, the undated last."""
        return [self.table.ids[row] for row in self.mask.nonzero()[0]]

    def is_visible(self, event_id: str) -> bool:
        """Tell whether an event passes the filter."""
        row = self.row_of(event_id)
        return row is not None and bool(self.mask[row])

    def text_rows(self) -> Mask | None:
        """Give the rows that hold the words of the query; None where it has none."""
        return self._held.text_rows(self.query.text.strip())

    @property
    def current(self) -> Event | None:
        """Give the event that the inspector shows: the one selected last."""
        return self.events.get(self.selection[-1]) if self.selection else None

    @property
    def selected(self) -> list[Event]:
        """Give the selected events, in the order in which they were selected."""
        return [self.events[id_] for id_ in self.selection]

    @property
    def tabs(self) -> tuple[str, ...]:
        """Give the ids of the open articles."""
        return self.desk.tabs

    @property
    def article(self) -> str | None:
        """Give the id of the article in front."""
        return self.desk.front

    @property
    def source_place(self) -> tuple[int, int]:
        """Give which source of the current event is shown, from 1, and how many there are; (0, 0) for none."""
        return place_of(self.current, self.desk, self.source) if self.current else (0, 0)

    def stated_in_front(self, event: Event) -> Mention | None:
        """Give the words that state an event in the article in front: those shown last, else the first."""
        return stated_in_front(event, self.desk, self.source)

    @property
    def arrangement(self) -> Arrangement:
        """Give how the lanes of the chosen field stand."""
        return self.arrangements.get(self.lanes, Arrangement())
