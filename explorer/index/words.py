"""Which rows hold the words of a search: by their mentions, and by what a person wrote about them."""

from collections.abc import Iterable

import numpy as np

from explorer.index.table import EventTable, Mask
from explorer.library import SearchHits
from explorer.model.decision import Review
from explorer.model.event import Event


def text_rows(
    table: EventTable, events: Iterable[Event], hits: SearchHits, *, with_articles: bool = False
) -> Mask:
    """Tell which rows hold the words: in a mention, or in the title, names, tags or note that a person gave.

    With `with_articles` the words may also stand elsewhere in an article of the event.
    """
    if not hits.words.strip():
        return np.ones(len(table), np.bool_)
    words = hits.words.casefold().split()
    by_id = {event.id: event for event in events}
    rows = (
        _holds(event, hits, words) or (with_articles and not hits.article_ids.isdisjoint(event.articles))
        for event in map(by_id.__getitem__, table.ids)
    )
    return np.fromiter(rows, np.bool_, len(table))


def _holds(event: Event, hits: SearchHits, words: list[str]) -> bool:
    if any(mention.id in hits.mention_ids for mention in event.mentions):
        return True
    if event.review is Review.UNREVIEWED and not (event.edited or event.tags or event.note):
        return False
    names = (party.name for party in event.parties)
    quotes = (mention.quote for mention in event.mentions)
    text = "\n".join((event.title, event.note, *event.tags, *names, *quotes)).casefold()
    return all(word in text for word in words)
