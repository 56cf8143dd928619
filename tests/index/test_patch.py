"""A patched table is the table that would be built anew, value by value."""

from dataclasses import fields, replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.chronology import Force, Relations
from explorer.index import EventTable, build
from explorer.index.patch import patched
from explorer.model.decision import Review
from explorer.model.event import Event
from tests.builders import event, when
from tests.index.strategies import made_events

NOTHING = Relations()


def of(events: list[Event]) -> dict[str, Event]:
    return {one.id: one for one in events}


def assert_same(one: EventTable, other: EventTable) -> None:
    for field in fields(EventTable):
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        if field.name == "facets":
            for facet in theirs:
                assert mine[facet].values == theirs[facet].values
                assert mine[facet].offsets.tolist() == theirs[facet].offsets.tolist()
                assert mine[facet].codes.tolist() == theirs[facet].codes.tolist()
        elif isinstance(theirs, np.ndarray):
            assert mine.dtype == theirs.dtype
            assert mine.tolist() == theirs.tolist()
        else:
            assert mine == theirs


def many(count: int = 20) -> list[Event]:
    reviews = [Review.ACCEPTED, Review.UNREVIEWED, Review.UNREVIEWED]
    return [
        event(
            f"Ship {at} sank.",
            f"{2000 + at}",
            at=100 * at,
            event_review=reviews[at % 3],
            companies=("Alfa", "Beta")[: at % 3],
        )
        for at in range(count)
    ]


def test_a_verdict_changes_its_row_and_nothing_else() -> None:
    before = many()
    after = [*before[:4], replace(before[4], review=Review.ACCEPTED, confidence=0.3), *before[5:]]
    found = patched(build(before), (of(before), NOTHING, {}), (of(after), NOTHING, {}), {})
    assert found is not None
    assert_same(found, build(after))


@given(made_events(), st.data())
def test_whatever_changes_a_patch_is_the_same_as_building_anew(
    events: list[Event], data: st.DataObject
) -> None:
    before = [*many(), *(replace(one, id=f"x{one.id}") for one in events)]
    after = list(before)
    for _ in range(data.draw(st.integers(0, 2))):
        at = data.draw(st.integers(0, len(before) - 1))
        other = data.draw(st.sampled_from(before))
        kept = (
            {"id": before[at].id}
            if data.draw(st.booleans())
            else {"id": before[at].id, "date": before[at].date}
        )
        after[at] = replace(other, **kept)
    found = patched(build(before), (of(before), NOTHING, {}), (of(after), NOTHING, {}), {})
    if found is not None:
        assert_same(found, build(after))


def test_values_that_come_and_go_come_and_go_in_their_columns() -> None:
    before = many()
    after = [replace(before[0], kind="ban", review=Review.REJECTED, is_starred=True), *before[1:]]
    found = patched(build(before), (of(before), NOTHING, {}), (of(after), NOTHING, {}), {})
    assert found is not None
    assert_same(found, build(after))
    back = patched(build(after), (of(after), NOTHING, {}), (of(before), NOTHING, {}), {})
    assert back is not None
    assert_same(back, build(before))


def test_a_ban_that_holds_longer_now_is_a_change_of_its_row() -> None:
    events = many()
    was, now = Force(0, 100), Force(0, 200)
    related = [Relations({events[3].id: force}) for force in (was, now)]
    found = patched(build(events, related[0]), (of(events), related[0], {}), (of(events), related[1], {}), {})
    assert found is not None
    assert_same(found, build(events, related[1]))


def test_what_a_patch_cannot_do_is_left_to_building() -> None:
    events = many()
    table = build(events)
    moved = [replace(events[0], date=replace(events[0].date, when=when("2040"))), *events[1:]]  # type: ignore[type-var]
    for after in (moved, events[1:], [replace(one, note="n", is_starred=True) for one in events]):
        assert patched(table, (of(events), NOTHING, {}), (of(after), NOTHING, {}), {}) is None
    assert patched(table, (of(events), NOTHING, {}), (of(list(events)), NOTHING, {}), {}) is table
