"""Which rows hold the words of a search: by their mentions, and by what a person wrote about them."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from explorer.index.table import EventTable, Mask
from explorer.library import SearchHits
from explorer.model.decision import Review
from explorer.model.event import Event
from explorer.text.terms import Term, holds, terms


def text_rows(
    table: EventTable, events: Iterable[Event], hits: SearchHits, *, with_articles: bool = False
) -> Mask:
    """Tell which rows hold the words: in a mention, or in the title, names, tags or note that a person gave.

    With `with_articles` the words may also stand elsewhere in an article of the event. An event with a mention
    that holds an excluded word is left out.
    """
    asked = terms(hits.words)
    if not asked:
        return np.ones(len(table), np.bool_)
    wanted = [term for term in asked if not term.is_out]
    refused = [replace(term, is_out=False) for term in asked if term.is_out]
    by_id = {event.id: event for event in events}
    rows = (
        (_holds(event, hits, wanted) or (with_articles and not hits.article_ids.isdisjoint(event.articles)))
        and not _refused(event, hits, refused)
        for event in map(by_id.__getitem__, table.ids)
    )
    return np.fromiter(rows, np.bool_, len(table))


def _holds(event: Event, hits: SearchHits, wanted: list[Term]) -> bool:
    if any(mention.id in hits.mention_ids for mention in event.mentions):
        return True
    return _is_touched(event) and holds(_words(event), wanted)


def _refused(event: Event, hits: SearchHits, refused: list[Term]) -> bool:
    if not refused:
        return False
    if any(mention.id in hits.refused_ids for mention in event.mentions):
        return True
    return _is_touched(event) and any(holds(_words(event), [term]) for term in refused)


def _is_touched(event: Event) -> bool:
    """Tell whether a person may have written something about an event that no mention holds."""
    return event.review is not Review.UNREVIEWED or bool(event.edited or event.tags or event.note)


def _words(event: Event) -> str:
    names = (party.name for party in event.parties)
    quotes = (mention.quote for mention in event.mentions)
    return "\n".join((event.title, event.note, *event.tags, *names, *quotes))
