"""Taking articles out of a library and putting them back: the changes that say so, and what they do to events.

Nothing is erased: the decision counts until it is undone or taken back, and all that was decided before waits.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from explorer.model.decision import Change, Decision, Refs, Removed, ref, removed, standing
from explorer.model.event import Event


class Effect(NamedTuple):
    """How many events go with articles, and how many stay with other sources."""

    gone: int
    kept: int


def taken_out(articles: Iterable[str], events: Iterable[Event]) -> list[Change]:
    """Take articles out, by id; `events` are those that are told now."""
    wanted = tuple(dict.fromkeys(articles))
    told = [event for event in events if len(event.articles) > 1]
    return [Removed(article, beside=_beside(article, told)) for article in wanted]


def put_back(articles: Iterable[str], log: Sequence[Decision]) -> list[Change]:
    """Put articles back, by id; those that are not taken out are left alone."""
    gone = removed(log)
    beside = {one.change.article: one.change.beside for one in standing(log) if isinstance(one.change, Removed)}
    return [Removed(article, False, beside[article]) for article in dict.fromkeys(articles) if article in gone]


def effect(articles: Iterable[str], events: Iterable[Event]) -> Effect:
    """Tell what becomes of `events` without articles."""
    wanted = set(articles)
    left = [set(event.articles) - wanted for event in events if not wanted.isdisjoint(event.articles)]
    kept = sum(map(bool, left))
    return Effect(len(left) - kept, kept)


def _beside(article: str, events: Iterable[Event]) -> Refs:
    told = (event.mentions for event in events if article in event.articles)
    return tuple(ref(mention) for mentions in told for mention in mentions if mention.article != article)
