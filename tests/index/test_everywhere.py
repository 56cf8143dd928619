"""The search over everything: events and articles with counts and snippets."""

from explorer.index import build
from explorer.index.everywhere import find
from explorer.library import Library
from explorer.model.decision import Review
from tests.builders import article, event


def test_events_and_articles_are_found_with_their_words_marked() -> None:
    closed = event("The harbour was closed by the town.", "2019", at=0)
    note = event("A crane fell.", "2018", at=60, event_note="in the harbour")
    rejected = event("The harbour burnt.", "2020", at=90, event_review=Review.REJECTED)
    other = event("A bell rang.", "2017", at=120)
    events = {one.id: one for one in (closed, note, rejected, other)}
    text = "The harbour was closed by the town. Harbour dues, harbours."
    twice = article("b", "No harbour but a harbour and a harbour.", title="Harbour news")
    with Library.in_memory() as library:
        library.add(article("a", text), closed.mentions + rejected.mentions)
        library.add(twice, [])
        library.add(article("c", "Nothing."), [])
        articles = {one.id: one for one in library.articles()}
        found = find(library.search("harbour"), build(events.values()), events, articles)
        limited = find(library.search("harbour"), build(events.values()), events, articles, most=1)
        nothing = find(library.search(" - "), build(events.values()), events, articles)
    assert [one.id for one in found.events] == [note.id, closed.id]
    quote = found.events[1].quote
    assert [quote.text[span.start : span.end] for span in quote.spans] == ["harbour"]
    assert [(one.id, one.places) for one in found.articles] == [("a", 3), ("b", 3)]
    title = found.articles[1].title
    assert [title.text[span.start : span.end] for span in title.spans] == ["Harbour"]
    assert (len(limited.events), limited.events_total, limited.articles_total) == (1, 2, 2)
    assert (nothing.events_total, nothing.articles_total) == (0, 0)
