"""Which rows hold the words of a search: by their mentions, and by what a person wrote about them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property

import numpy as np

from explorer.index.table import EventTable, Ints, Mask
from explorer.library import SearchHits
from explorer.model.decision import Review
from explorer.model.event import Event
from explorer.model.query import Facet
from explorer.text.terms import Term, folded, holds, terms, tokens


class Words:
    """What the events of a table say, ready to be searched again and again.

    What does not depend on the search is found out at the first one.
    """

    def __init__(self, table: EventTable, events: Mapping[str, Event]) -> None:
        self._table, self._events = table, events

    def rows(self, hits: SearchHits, *, with_articles: bool = False) -> Mask:
        """Tell which rows hold the words: in a mention, or in a title, name, tag or note that a person gave.

        With `with_articles` the words may also stand elsewhere in an article of the event. An event with a
        mention that holds an excluded word is left out.
        """
        asked = terms(hits.words)
        if not asked:
            return np.ones(len(self._table), np.bool_)
        rows = self._mentioned(hits.mention_ids)
        rows[self._touched_holding([term for term in asked if not term.is_out])] = True
        if with_articles:
            rows |= self._told_by(hits.article_ids)
        rows &= ~self._mentioned(hits.refused_ids)
        for term in asked:
            if term.is_out:
                rows[self._touched_holding([replace(term, is_out=False)])] = False
        return rows

    @cached_property
    def _row_of(self) -> Mapping[str, int]:
        """Give the row of each mention."""
        events = map(self._events.__getitem__, self._table.ids)
        return {mention.id: row for row, event in enumerate(events) for mention in event.mentions}

    @cached_property
    def _touched(self) -> tuple[Ints, list[str]]:
        """Give the rows of which a person may have written what no mention holds, and all their words."""
        events = [self._events[id_] for id_ in self._table.ids]
        rows = [row for row, event in enumerate(events) if _is_touched(event)]
        return np.array(rows, np.int64), [folded(_words(events[row])) for row in rows]

    def _mentioned(self, mention_ids: Iterable[str]) -> Mask:
        rows = np.zeros(len(self._table), np.bool_)
        row_of = self._row_of
        rows[[row_of[id_] for id_ in mention_ids if id_ in row_of]] = True
        return rows

    def _told_by(self, article_ids: frozenset[str]) -> Mask:
        column = self._table.facets[Facet.SOURCE]
        is_meant = np.array([value in article_ids for value in column.values], np.bool_)
        rows = np.zeros(len(self._table), np.bool_)
        if len(column.codes):
            rows[column.rows[is_meant[column.codes]]] = True
        return rows

    def _touched_holding(self, wanted: list[Term]) -> Ints:
        rows, texts = self._touched
        # Most texts lack the letters of some term, which is quickly seen.
        letters = [token[0] for term in wanted for token in tokens(folded(term.words))]
        found = [
            at for at, text in enumerate(texts) if all(one in text for one in letters) and holds(text, wanted)
        ]
        return rows[found]


def text_rows(
    table: EventTable, events: Iterable[Event], hits: SearchHits, *, with_articles: bool = False
) -> Mask:
    """Tell which rows hold the words of one search; see `Words.rows`."""
    return Words(table, {event.id: event for event in events}).rows(hits, with_articles=with_articles)


def _is_touched(event: Event) -> bool:
    """Tell whether a person may have written something about an event that no mention holds."""
    return event.review is not Review.UNREVIEWED or bool(event.edited or event.tags or event.note)


def _words(event: Event) -> str:
    names = (party.name for party in event.parties)
    quotes = (mention.quote for mention in event.mentions)
    return "\n".join((event.title, event.note, *event.tags, *names, *quotes))
