"""Who says so: every statement behind a picture, numbered by article and letter, with its words.

Articles are numbered in the order in which the events of the picture bring them up: 1a, 1b, 2a …
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from explorer.model import edtf
from explorer.model.article import Article, DateSource
from explorer.model.errors import ExplorerError
from explorer.model.event import Event
from explorer.model.mention import Mention
from explorer.paint.words import Words
from explorer.paint.words import words as english

_LONGEST_QUOTE = 320
_TOLD = {DateSource.TEXT: "inferred", DateSource.PERSON: "by_hand"}


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: its number, its words, what is to be said about it, and the event that it tells of."""

    code: str
    quote: str
    remark: str
    event: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """An article with the statements taken from it."""

    number: int
    heading: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class References:
    """The sources in their order, and the numbers behind each event ("1b · 2a")."""

    sources: tuple[Source, ...]
    notes: Mapping[str, str]


def number(events: Iterable[Event], articles: Mapping[str, Article], words: Words | None = None) -> References:
    """Number the statements of events, in the order of the events; remarks are in the given words."""
    words = words or english("en")
    numbers: dict[str, int] = {}
    taken: dict[str, list[tuple[Mention, Event]]] = {}
    notes: dict[str, str] = {}
    for event in events:
        codes = []
        for mention in event.mentions:
            numbers.setdefault(mention.article, len(numbers) + 1)
            said = taken.setdefault(mention.article, [])
            codes.append(f"{numbers[mention.article]}{_letters(len(said))}")
            said.append((mention, event))
        notes[event.id] = " · ".join(codes)
    sources = tuple(
        Source(
            at,
            _heading(articles.get(article), article, words),
            tuple(_statement(at, letter, *pair, words) for letter, pair in enumerate(taken[article])),
        )
        for article, at in numbers.items()
    )
    return References(sources, notes)


def first(said: References, count: int) -> References:
    """Keep the first statements, with their sources; the numbers stay."""
    kept, left = [], count
    for source in said.sources:
        if left <= 0:
            break
        kept.append(replace(source, statements=source.statements[:left]))
        left -= len(source.statements)
    return replace(said, sources=tuple(kept))


def _letters(index: int) -> str:
    """Count in letters: a … z, aa, ab …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _heading(article: Article | None, id_: str, words: Words) -> str:
    if article is None:
        return id_
    parts = [article.title or article.name, article.publisher, _published(article, words)]
    return ", ".join(part for part in parts if part)


def _published(article: Article, words: Words) -> str:
    if not article.published:
        return ""
    try:
        told = edtf.display(edtf.parse(article.published))
    except ExplorerError:
        told = article.published
    told = words.date(told).replace(" ", "\u00a0")  # no line ends within a date
    how = _TOLD.get(article.published_source)
    return f"{told} ({words(how)})" if how else told


def _statement(source: int, letter: int, mention: Mention, event: Event, words: Words) -> Statement:
    quote = " ".join(mention.quote.split())
    if len(quote) > _LONGEST_QUOTE:
        quote = quote[: _LONGEST_QUOTE - 1].rsplit(" ", 1)[0] + " …"
    remarks = [words("said_by", who=mention.attribution)] if mention.attribution else []
    remarks += [words("page", number=mention.page)] if mention.page else []
    remarks += [words("gives", value=words.date(value)) for value in _differing(mention, event)]
    return Statement(f"{source}{_letters(letter)}", words("quote", text=quote), ", ".join(remarks), event.id)


def _differing(mention: Mention, event: Event) -> list[str]:
    """Give what a statement says where the sources of its event differ and nobody has decided."""
    return [
        value.text
        for conflict in event.conflicts
        if not conflict.is_settled
        for value in conflict.values
        if mention.id in value.mentions
    ]
