"""Queues: what waits, in which order, and where a round through a queue stands."""

from dataclasses import replace

import numpy as np

from explorer.index import build, queues
from explorer.index.queues import Order, Queue, Round
from explorer.model.decision import EventField, Review, Seen
from explorer.model.event import Conflict, ConflictField, ConflictValue, Event
from explorer.model.when import When
from tests.builders import event, party, when

CONFLICT = Conflict(ConflictField.DATE, (ConflictValue("2019", ("a",)), ConflictValue("2020", ("b",))))


def made(number: int, date: str | When | None = "2019-04-15", **fields: object) -> Event:
    return event(f"Event {number} took place.", date, at=number * 100, **fields)  # type: ignore[arg-type]


def names(events: list[Event], queue: Queue, order: Order = Order.TIME) -> list[int]:
    table = build(events)
    everything = np.ones(len(table), np.bool_)
    ids = [one.id for one in events]
    return [ids.index(id_) for id_ in queues.sort(table, queues.waiting(table, queue, everything), order)]


def test_each_queue_holds_what_waits_for_its_reason() -> None:
    two_ways = replace(when("2021-03-04"), readings=(when("2021-03-04"), when("2021-04-03")))
    changed = (Seen(EventField.KIND, "ban"),)
    events = [
        made(0, "2010", event_review=Review.ACCEPTED, event_independent=2),
        made(1, "2011", event_conflicts=(CONFLICT,), event_review=Review.ACCEPTED),
        made(2, two_ways),
        made(3, "2013", parties=(party("Osprey", is_new=True),)),
        made(4, None),
        made(5, "2015", event_review=Review.ACCEPTED, event_changed=changed),
        made(6, "2016", event_independent=3),
        made(7, "2017", event_review=Review.REJECTED, event_conflicts=(CONFLICT,)),
    ]
    assert names(events, Queue.CONFLICT) == [1]
    assert names(events, Queue.CHANGED) == [5]
    assert names(events, Queue.AMBIGUOUS) == [2]
    assert names(events, Queue.NEW_NAME) == [3]
    assert names(events, Queue.UNDATED) == [4]
    assert names(events, Queue.SINGLE_SOURCE) == [3, 2, 4]
    assert names(events, Queue.UNREVIEWED) == [3, 6, 2, 4]


def test_a_queue_is_gone_through_by_how_sure_its_events_are_or_by_time() -> None:
    events = [
        made(at, f"{2010 + at}", confidence=sure, event_confidence=sure)
        for at, sure in enumerate((0.7, 0.9, 0.7, 0.6))
    ]
    assert names(events, Queue.UNREVIEWED, Order.SUREST) == [1, 0, 2, 3]
    assert names(events, Queue.UNREVIEWED, Order.DOUBTFUL) == [3, 0, 2, 1]
    assert names(events, Queue.UNREVIEWED, Order.TIME) == [0, 1, 2, 3]


def test_a_queue_keeps_to_the_filter_of_the_person() -> None:
    events = [made(0, "2010", kind="ban"), made(1, "2011", kind="launch")]
    table = build(events)
    within = np.array([True, False])
    assert queues.sizes(table, within)[Queue.UNREVIEWED] == 1
    assert queues.waiting(table, Queue.UNREVIEWED, within).tolist() == [True, False]


def test_a_borderline_event_waits_where_the_person_shows_those() -> None:
    table = build([made(0, "2010", confidence=0.2)])
    assert queues.sizes(table, np.ones(1, np.bool_))[Queue.UNREVIEWED] == 1


class TestARound:
    def line(self, *reviews: Review, **fields: object) -> tuple[list[str], queues.Line]:
        events = [made(at, f"{2010 + at}", event_review=review) for at, review in enumerate(reviews)]
        ids = [one.id for one in events]
        later = tuple(ids[at] for at in fields.get("later", ()))  # type: ignore[attr-defined]
        passed = frozenset(ids[at] for at in fields.get("passed", ()))  # type: ignore[attr-defined]
        going = Round(Queue.UNREVIEWED, Order.TIME, passed=passed, later=later)
        table = build(events)
        return ids, queues.line(table, np.ones(len(table), np.bool_), going)

    def test_keeps_the_places_of_what_was_passed(self) -> None:
        open_, done = Review.UNREVIEWED, Review.ACCEPTED
        ids, line = self.line(done, done, open_, open_, passed=(1,))
        assert line.ids == tuple(ids[1:])
        assert (line.place(ids[2]), line.left(ids[2])) == (2, 1)

    def test_goes_on_to_what_waits_and_begins_again_at_the_end(self) -> None:
        open_, done = Review.UNREVIEWED, Review.REJECTED
        ids, line = self.line(open_, done, open_, passed=(1,))
        assert line.after(ids[0]) == ids[2]
        assert line.after(ids[2]) == ids[0]
        assert line.after(None) == ids[0]

    def test_ends_where_nothing_else_waits(self) -> None:
        ids, line = self.line(Review.UNREVIEWED, Review.ACCEPTED, passed=(1,))
        assert line.after(ids[0]) is None
        assert line.after(ids[1]) == ids[0]

    def test_steps_also_to_what_was_passed_and_stays_at_the_ends(self) -> None:
        ids, line = self.line(Review.ACCEPTED, Review.UNREVIEWED, passed=(0,))
        assert line.beside(ids[1], -1) == ids[0]
        assert line.beside(ids[0], -1) == ids[0]
        assert line.beside(line.ids[-1], 2) == line.ids[-1]
        assert line.beside("elsewhere", 1) == ids[1]

    def test_leaves_what_was_put_off_to_the_end(self) -> None:
        ids, line = self.line(*[Review.UNREVIEWED] * 3, later=(0,))
        assert line.ids == (ids[1], ids[2], ids[0])
        assert line.left(ids[1]) == 2
