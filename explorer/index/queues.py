"""Queues: the events that wait for a person's look, by why they wait, in an order to go through them.

A queue is a query with an order. What waits is what the query lets through; a round through a queue also keeps
what was passed in it, so that the place is told and undo leads back. Pure: ids in, ids out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from explorer.index.filter import mask
from explorer.index.table import EventTable, Ints, Mask
from explorer.model.decision import Review
from explorer.model.query import Facet, Query, Trait
from explorer.model.when import Certainty


class Queue(StrEnum):
    """Why events wait, the most pressing reason first."""

    CONFLICT = "conflict"  # sources differ; accepted events wait too, until somebody decides
    CHANGED = "changed"  # told otherwise than when they were accepted
    AMBIGUOUS = "ambiguous"
    NEW_NAME = "new-name"
    UNDATED = "undated"
    SINGLE_SOURCE = "single-source"
    UNREVIEWED = "unreviewed"


class Order(StrEnum):
    """In which order a queue is gone through."""

    SUREST = "surest"
    DOUBTFUL = "doubtful"
    TIME = "time"


_UNREVIEWED = (Facet.REVIEW, Review.UNREVIEWED.value)
_QUERIES: Mapping[Queue, Query] = {
    Queue.CONFLICT: Query(frozenset({(Facet.IS, Trait.CONFLICT.value)})),
    Queue.CHANGED: Query(frozenset({(Facet.IS, Trait.CHANGED.value)})),
    Queue.AMBIGUOUS: Query(frozenset({_UNREVIEWED, (Facet.IS, Trait.AMBIGUOUS.value)})),
    Queue.NEW_NAME: Query(frozenset({_UNREVIEWED, (Facet.IS, Trait.NEW_NAME.value)})),
    Queue.UNDATED: Query(frozenset({_UNREVIEWED, (Facet.CERTAINTY, Certainty.UNDATED.value)})),
    Queue.SINGLE_SOURCE: Query(frozenset({_UNREVIEWED, (Facet.IS, Trait.SINGLE_SOURCE.value)})),
    Queue.UNREVIEWED: Query(frozenset({_UNREVIEWED})),
}


def query_of(queue: Queue) -> Query:
    """Give the filter that lets a queue through."""
    return _QUERIES[queue]


def waiting(table: EventTable, queue: Queue, within: Mask) -> Mask:
    """Tell which rows wait in a queue; `within` are those that the person has filtered."""
    # Whether borderline events are shown is the person's choice, which `within` holds already.
    return within & mask(table, replace(_QUERIES[queue], with_borderline=True))


def sizes(table: EventTable, within: Mask) -> Mapping[Queue, int]:
    """Count what waits in each queue."""
    return {queue: int(waiting(table, queue, within).sum()) for queue in Queue}


def sort(table: EventTable, rows: Mask, order: Order) -> tuple[str, ...]:
    """Name the events of rows in an order; equally sure ones in the order of time."""
    chosen: Ints = rows.nonzero()[0]
    if order is not Order.TIME:
        sure = table.confidence[chosen]
        chosen = chosen[np.argsort(-sure if order is Order.SUREST else sure, kind="stable")]
    return tuple(table.ids[row] for row in chosen.tolist())


@dataclass(frozen=True, slots=True)
class Round:
    """A person's way through a queue: where they are, what they have passed, what they put off.

    `passed` were judged in this round, `later` were put off and come once the others are through. A round that
    is not `is_on` is left and can be taken up again.
    """

    queue: Queue = Queue.UNREVIEWED
    order: Order = Order.SUREST
    is_on: bool = True
    at: str | None = None
    passed: frozenset[str] = frozenset()
    later: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """The events of a round in their order, and which of them wait still."""

    ids: tuple[str, ...]
    waiting: frozenset[str]

    def place(self, event_id: str | None) -> int | None:
        """Give the place of an event, counted from 1."""
        return self.ids.index(event_id) + 1 if event_id in self.ids else None

    def left(self, event_id: str | None) -> int:
        """Count what waits beside an event."""
        return len(self.waiting - {event_id})

    def after(self, event_id: str | None) -> str | None:
        """Give the next event that waits after one, from the beginning again at the end; None for no other."""
        at = self.ids.index(event_id) + 1 if event_id in self.ids else 0
        following = (*self.ids[at:], *self.ids[:at])
        return next((id_ for id_ in following if id_ in self.waiting and id_ != event_id), None)

    def beside(self, event_id: str | None, steps: int) -> str | None:
        """Give the event so many places on, whether it waits or was passed; the ends hold."""
        if not self.ids:
            return None
        if event_id not in self.ids:
            return self.after(None)
        return self.ids[max(0, min(self.ids.index(event_id) + steps, len(self.ids) - 1))]


def line(table: EventTable, within: Mask, going: Round) -> Line:
    """Line up a round: what waits and what was passed, those put off at the end."""
    wait = waiting(table, going.queue, within)
    ids = sort(table, wait | _rows(table, going.passed), going.order)
    known = set(ids)
    later = tuple(id_ for id_ in going.later if id_ in known)
    put_off = set(later)
    first = tuple(id_ for id_ in ids if id_ not in put_off)
    return Line((*first, *later), frozenset(table.ids[row] for row in wait.nonzero()[0].tolist()))


def _rows(table: EventTable, ids: Iterable[str]) -> Mask:
    wanted = frozenset(ids)
    if not wanted:
        return np.zeros(len(table), np.bool_)
    return np.fromiter((id_ in wanted for id_ in table.ids), np.bool_, len(table))
