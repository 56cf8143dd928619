"""Articles taken out of a library and put back, named as commands name them, and what that does, in words."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from explorer import chronology
from explorer.chronology import removal
from explorer.index.build import is_shown
from explorer.index.labels import article as title_of
from explorer.library import Library
from explorer.model.article import Article
from explorer.model.errors import ExplorerError
from explorer.model.event import Event

_TITLE = 60


def take_out(library: Library, names: Sequence[str]) -> str:
    """Take articles out as one step of the log, and say what that did.

    Raises `ExplorerError` for an article that is not there.
    """
    decisions = library.decisions()
    articles = chronology.articles_as_decided(library.articles(), decisions)
    wanted = [_named(articles, name, f"{library.name} has no such article") for name in names]
    events = chronology.events(library.mentions(), articles, decisions)
    library.decide(removal.taken_out([article.id for article in wanted], events))
    return taken_out_in_words(wanted, events)


def put_back(library: Library, names: Sequence[str]) -> list[Article]:
    """Put articles back as one step of the log; gives them.

    Raises `ExplorerError` for an article that is not taken out.
    """
    gone = removed(library)
    wanted = [_named(gone, name, f"no such article is taken out of {library.name}") for name in names]
    library.decide(removal.put_back([article.id for article in wanted], library.decisions()))
    return wanted


def removed(library: Library) -> Mapping[str, Article]:
    """Give the articles that are taken out of a library, by id."""
    return chronology.articles_removed(library.articles(), library.decisions())


def taken_out_in_words(articles: Sequence[Article], events: Iterable[Event]) -> str:
    """Say what became of `events`: "“Title” taken out: 12 events gone, 3 keep other sources."."""
    ids = [article.id for article in articles]
    gone, kept = removal.effect(ids, (event for event in events if is_shown(event)))
    parts = [f"{_count(gone, 'event')} gone" if gone else "no event gone"]
    if kept:
        parts.append(f"{kept:,} {'keeps' if kept == 1 else 'keep'} other sources")
    return f"{called(articles)} taken out: {', '.join(parts)}."


def called(articles: Sequence[Article]) -> str:
    """Name one article by its title, and count several."""
    if len(articles) != 1:
        return _count(len(articles), "article")
    title = " ".join(title_of(articles[0]).split())
    return f"“{title if len(title) <= _TITLE else title[: _TITLE - 1].rstrip() + '…'}”"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _named(articles: Mapping[str, Article], name: str, otherwise: str) -> Article:
    """Find an article by its name, its id, or the file it came from."""
    file = str(Path(name).absolute())
    for article in articles.values():
        origin = str(Path(article.origin).absolute()) if article.origin else ""
        if name in (article.name, article.id) or file == origin:
            return article
    raise ExplorerError(f"{name}: {otherwise}.")
