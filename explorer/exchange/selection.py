"""The events of a library that filters given as texts let through, as commands and scripts name them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from explorer import chronology, resources
from explorer.dates import parse_typed
from explorer.index.build import build
from explorer.index.filter import mask
from explorer.index.labels import names
from explorer.index.language import Names, QueryError, parse
from explorer.index.table import EventTable, Mask
from explorer.index.words import text_rows
from explorer.library import Library
from explorer.model.article import Article
from explorer.model.decision import Review
from explorer.model.errors import ExplorerError
from explorer.model.event import Event
from explorer.model.mention import Status
from explorer.model.query import Facet, Query, Trait
from explorer.model.when import When


@dataclass(frozen=True, slots=True)
class Selection:
    """All events of a library, the mask of a query over their table, and the events that pass, by date."""

    all_events: Sequence[Event]
    events: Sequence[Event]
    articles: Mapping[str, Article]
    table: EventTable
    query: Query
    mask: Mask


def select(
    library: Library,
    *,
    companies: Sequence[str] = (),
    countries: Sequence[str] = (),
    kinds: Sequence[str] = (),
    statuses: Sequence[str] = (),
    sources: Sequence[str] = (),
    reviews: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    text: str = "",
    conflicts_only: bool = False,
    starred_only: bool = False,
    typed: str = "",
    under: Query | None = None,
    within: tuple[int, int] | None = None,
) -> Selection:
    """Read a library's events and filter them; values of one facet mean any of them.

    `typed` is a filter in the query language, beside the others; all of them narrow the one they stand `under`.
    `within` keeps what overlaps a span of seconds, and is not part of the query. Raises `ExplorerError` for a
    kind, status, review state, article or date that does not exist, and for a filter that means nothing.
    """
    decisions = library.decisions()
    articles = chronology.articles_as_decided(library.articles(), decisions)
    events = chronology.events(library.mentions(), articles, decisions)
    table = build(events, chronology.relations(events), library.added())
    ticked = {
        Facet.KIND: _among("kind", kinds, resources.kinds()),
        Facet.STATUS: _among("status", statuses, Status),
        Facet.REVIEW: _among("review", reviews, Review),
        Facet.COMPANY: _known(companies, table.facets[Facet.COMPANY].values),
        Facet.COUNTRY: [country.upper() for country in countries],
        Facet.SOURCE: _sources(sources, articles),
        Facet.IS: [Trait.CONFLICT.value] * conflicts_only + [Trait.STARRED.value] * starred_only,
    }
    query = Query(
        ticked=frozenset((facet, value) for facet, values in ticked.items() for value in values),
        text=text,
        lo_s=_date(since).lo_s if since else None,
        hi_s=_date(until).hi_s if until else None,
    )
    query = _narrowed(query, _typed(typed, names(table, articles)))
    query = _narrowed(under, query) if under else query
    rows = text_rows(table, events, library.search(query.text)) if query.text else None
    chosen = mask(table, query.within(*within) if within else query, rows)
    by_id = {event.id: event for event in events}
    passing = [by_id[id_] for id_, passes in zip(table.ids, chosen, strict=True) if passes]
    return Selection(events, passing, articles, table, query, chosen)


def _narrowed(one: Query, other: Query) -> Query:
    """Lay a filter over another, the words of both kept."""
    return replace(one.under(other), text=" ".join(filter(None, (one.text.strip(), other.text))))


def _typed(said: str, known: Names) -> Query:
    try:
        return parse(said, known)
    except QueryError as error:
        mark = " " * error.span.start + "^" * max(error.span.end - error.span.start, 1)
        raise ExplorerError(f"--query: {error}\n  {said}\n  {mark}") from error


def _among(option: str, asked: Sequence[str], known: Iterable[str]) -> list[str]:
    listed = [str(name) for name in known]
    for value in asked:
        if value.lower() not in listed:
            raise ExplorerError(f"--{option} {value}: it can be {', '.join(listed)}.")
    return [value.lower() for value in asked]


def _known(asked: Sequence[str], held: Sequence[str]) -> list[str]:
    """Take names in any case; one that no event has stays as it is and lets nothing through."""
    by_case = {name.casefold(): name for name in held}
    return [by_case.get(name.casefold(), name) for name in asked]


def _sources(asked: Sequence[str], articles: Mapping[str, Article]) -> list[str]:
    by_name = {article.name: id_ for id_, article in articles.items()}
    for name in asked:
        if name not in by_name and name not in articles:
            raise ExplorerError(f"--source {name}: the library has no such article.")
    return [by_name.get(name, name) for name in asked]


def _date(text: str) -> When:
    when = parse_typed(text)
    if when is None:
        raise ExplorerError(f"“{text}” is not a date: write 2019, 2019-04, 15 April 2019 or another.")
    return when
