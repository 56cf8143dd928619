"""`Holdings`: what a library holds as a person has decided it: articles, events, and what follows of them.

All of it is derived from the library and can be thrown away. `renew` makes of it what a decision or an article
has changed, in order: articles read again where their dates stand on something else now, events, relations,
table, series. The session owns one and tells the views what changed; this knows no signal and no view.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from explorer import chronology
from explorer.chronology import recall
from explorer.extract import ENGINE
from explorer.index import EventTable, Words, build, counts, mask
from explorer.index.patch import patched
from explorer.index.table import Mask
from explorer.library import Library
from explorer.model.article import Article
from explorer.model.decision import Change, Decision, Guidance, as_if_decided
from explorer.model.event import Event
from explorer.model.mention import Mention
from explorer.model.query import Facet, Query, Trait
from explorer.ui import basis, lately
from explorer.ui.basis import Basis

if TYPE_CHECKING:  # what reads articles comes when the first is read
    from explorer.extract import Extraction

_PAIRS = "pairs"
_AT_A_TIME = 100  # mentions


class Holdings:
    """Read its attributes; `renew`, `take_readings` and `note_added` change them together.

    `events` are by id, `articles` by id as a person has corrected them, `removed` are those taken out; `table`,
    `words`, `relations` and `series` belong to those events. `lately` says what the articles added last did, by
    event id; `left_s` when the library was looked at last before now, in seconds since 1970.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self.articles: dict[str, Article] = {}
        self.removed: dict[str, Article] = {}
        self.events: dict[str, Event] = {}
        self.decisions: list[Decision] = []
        self.relations = chronology.Relations()
        self.table: EventTable = build([])
        self.words = Words(self.table, self.events)
        self.series: list[chronology.Series] = []
        self.total = 0  # events without a filter: those that are not rejected and not borderline
        self.lately = lately.kept(library)
        self.left_s = lately.left_s(library)
        self._memory = chronology.Memory()
        self._basis: tuple[str, list[Decision]] | None = None  # mentions, as a hash, and decisions it is of
        self._kept = ""  # the stamp of the pairs that the library keeps
        self._traits: Mapping[str, Trait] = {}  # `lately` by the events as they are now
        self._event_of: dict[str, str] = {}
        self._row_of: dict[str, int] = {}
        self._stated: dict[str, list[tuple[Mention, Event]]] = {}  # by article; filled when it is asked for
        self._totals: dict[Facet, dict[str, int]] = {}
        self._found: tuple[str, Mask] | None = None  # the words searched last and their rows

    # Reading

    def total_of(self, facet: Facet, value: str) -> int:
        """Give the number of events of a facet's value without any filter."""
        return self._totals.get(facet, {}).get(value, 0)

    def row_of(self, event_id: str) -> int | None:
        """Give the row of an event in the table."""
        return self._row_of.get(event_id)

    def event_of(self, mention_id: str) -> Event | None:
        """Give the event that a mention belongs to."""
        return self.events.get(self._event_of.get(mention_id, ""))

    def stated_in(self, article_id: str) -> list[tuple[Mention, Event]]:
        """Give the mentions of an article with their events, in the order of the text."""
        if not self._stated:
            for event in self.events.values():
                for mention in event.mentions:
                    self._stated.setdefault(mention.article, []).append((mention, event))
        return sorted(self._stated.get(article_id, ()), key=lambda pair: pair[0].span)

    def text_rows(self, words: str) -> Mask | None:
        """Give the rows that hold some words; None for no words.

        Where no event holds them, those of the articles that do are meant.
        """
        if not words.strip():
            return None
        if self._found is None or self._found[0] != words:
            hits = self.library.search(words)
            rows = self.words.rows(hits)
            if not rows.any():
                rows = self.words.rows(hits, with_articles=True)
            self._found = (words, rows)
        return self._found[1]

    def moves_if(self, article_id: str, made: Sequence[Change]) -> list[chronology.Move]:
        """Show which dates of an article would move by changes of it, of its order or anchors; none is made."""
        from explorer import ingest

        log = as_if_decided(self.decisions, made)
        article = chronology.article_as_decided(self.library.article(article_id), log)
        anew = ingest.reread(article, chronology.guidance(log).get(article_id, Guidance()))
        return chronology.moves(self.library.mentions(article_id), anew.mentions, list(self.events.values()))

    # Keeping up

    def renew(self) -> None:
        """Take in what was added to the library or decided."""
        self._read_stale()
        self.decisions = self.library.decisions()
        read_articles = self.library.articles()
        self.articles = chronology.articles_as_decided(read_articles, self.decisions)
        self.removed = chronology.articles_removed(read_articles, self.decisions)
        if self._basis is None:
            self._memory = self._recalled()
        found = chronology.events(self.library.mentions(), self.articles, self.decisions, memory=self._memory)
        self._basis = self.library.mentions_hash(), self.decisions
        before, self.events = self.events, {event.id: event for event in found}
        self._event_of = {mention.id: event.id for event in found for mention in event.mentions}
        self._stated = {}
        self._tabulate(before)
        if chronology.have_moved_series(before, self.events):
            self.series = chronology.series(found)

    def keep_pairs(self) -> None:
        """Leave in the library what merging found out, so that it need not be found again when it is opened."""
        stamp = recall.stamp(*self._basis) if self._basis else ""
        if stamp != self._kept:
            self.library.set_cached(_PAIRS, stamp, recall.dump(self._memory.pairs()))
            self._kept = stamp

    def catch_up(self) -> bool:
        """Do a little of what a change of mentions will need, for some milliseconds; tell if all is done."""
        return self._memory.catch_up(_AT_A_TIME)

    def _recalled(self) -> chronology.Memory:
        """Begin with the pairs that the library keeps, if they are those of its mentions as decided."""
        stamp = recall.stamp(self.library.mentions_hash(), self.decisions)
        kept = self.library.cached(_PAIRS, stamp)
        pairs = recall.load(kept) if kept is not None else None
        self._kept = stamp if pairs is not None else ""
        return chronology.Memory(pairs)

    def note_added(self, before: Mapping[str, Event], known: Collection[str]) -> int:
        """Note what the articles that came since did to the events; gives their number.

        `before` are the events and `known` the articles as they were; 0 where the first articles came.
        """
        came = self.articles.keys() - set(known)
        if not known or not came:
            return 0
        self.lately = lately.traits_of(chronology.added(before, self.events, came))
        lately.keep(self.library, self.lately)
        self._tabulate()
        return len(came)

    def take_readings(self, readings: "Mapping[str, Extraction]") -> None:
        """Put other readings of articles in place, by article id; decisions are laid over them."""
        guidance = chronology.guidance(self.decisions)
        for id_, anew in readings.items():
            if id_ not in self.articles:
                continue  # taken out while it was read
            stands_on = basis.of(self.articles[id_].published, guidance.get(id_, Guidance()))
            self._replace(self.library.article(id_), anew, stands_on)
        self.renew()

    def _read_stale(self) -> None:
        """Read again the articles whose dates stand on something else than is now decided."""
        decisions = self.library.decisions()
        stood_on = basis.kept(self.library)
        read_articles = self.library.articles()
        corrected = chronology.articles_as_decided(read_articles, decisions)
        guidance = chronology.guidance(decisions)
        for read in (one for one in read_articles if one.id in corrected):
            article, said = corrected[read.id], guidance.get(read.id, Guidance())
            stands_on = basis.of(article.published, said)
            if stands_on != stood_on.get(read.id, read.published):
                from explorer import ingest

                self._replace(read, ingest.reread(article, said), stands_on)

    def _replace(self, read: Article, anew: "Extraction", stands_on: Basis) -> None:
        """Store a reading and what its dates stand on; the article's own fields stay as they are."""
        self.library.replace_mentions(read, anew.mentions, anew.unused, engine=ENGINE)
        if stands_on != basis.kept(self.library).get(read.id, read.published):
            basis.keep(self.library, read.id, stands_on)

    def _tabulate(self, before: Mapping[str, Event] | None = None) -> None:
        """Make the table anew, or bring that of the events before up to date."""
        events, added = self.events, self.library.added()
        related = chronology.relations(list(events.values()))
        traits = {self._event_of[id_]: trait for id_, trait in self.lately.items() if id_ in self._event_of}
        known = (events if before is None else before, self.relations, self._traits)
        table = patched(self.table, known, (events, related, traits), added) if before is not None else None
        self.table = table or build(events.values(), related, added, traits)
        self.words = Words(self.table, events)
        self.relations, self._traits = related, traits
        self._row_of = {id_: row for row, id_ in enumerate(self.table.ids)}
        self._totals = {
            facet: dict(zip(self.table.facets[facet].values, under.tolist(), strict=True))
            for facet, under in counts(self.table, Query()).items()
        }
        self.total = int(mask(self.table, Query()).sum())
        self._found = None
