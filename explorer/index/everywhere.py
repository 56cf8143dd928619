"""The search over everything: which events and articles hold some words, each with the place in a snippet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from explorer.index.filter import mask
from explorer.index.labels import article as name_of
from explorer.index.table import EventTable
from explorer.index.words import Words
from explorer.library import SearchHits
from explorer.model.article import Article
from explorer.model.event import Event
from explorer.model.query import Query
from explorer.text.terms import Snippet, places, snippet, terms

MOST = 200  # of each sort that are looked at closely; the others are only counted


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event that holds the words, in its title or in the words that state it."""

    id: str
    title: Snippet
    quote: Snippet


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article whose text or title holds the words, `places` times in its text."""

    id: str
    title: Snippet
    places: int
    text: Snippet


@dataclass(frozen=True, slots=True)
class Found:
    """What holds the words: events in the order of time, articles with the most places first.

    The totals count also what is not listed.
    """

    events: Sequence[FoundEvent] = ()
    articles: Sequence[FoundArticle] = ()
    events_total: int = 0
    articles_total: int = 0


def find(
    hits: SearchHits,
    table: EventTable,
    events: Mapping[str, Event],
    articles: Mapping[str, Article],
    *,
    words: Words | None = None,
    most: int = MOST,
) -> Found:
    """Find events and articles, whatever is filtered; the rejected and the borderline are left out.

    `words` are those of the table, where they have been made ready already.
    """
    asked = terms(hits.words)
    if not asked:
        return Found()
    rows = mask(table, Query(text=hits.words), (words or Words(table, events)).rows(hits)).nonzero()[0]
    held = [articles[id_] for id_ in articles if id_ in hits.article_ids]
    found_events = []
    for row in rows[:most]:
        event = events[table.ids[row]]
        looked = [(mention.quote, places(mention.quote, asked)) for mention in event.mentions]
        quote, spans = max(looked, key=lambda one: len(one[1]))
        title = snippet(event.title, places(event.title, asked), len(event.title))
        found_events.append(FoundEvent(event.id, title, snippet(quote, spans)))
    found_articles = []
    for article in held[:most]:
        spans, name = places(article.text, asked), name_of(article)
        title = snippet(name, places(name, asked))
        found_articles.append(FoundArticle(article.id, title, len(spans), snippet(article.text, spans)))
    found_articles.sort(key=lambda one: -one.places)
    return Found(found_events, found_articles, len(rows), len(held))
