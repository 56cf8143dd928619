"""Dealing events into lanes, and sharing the height."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.index import build
from explorer.model.query import Facet
from explorer.timeline import lanes
from explorer.timeline.lanes import Wish, deal, plan
from tests.builders import event


def dealt(by, *events):
    table = build(events)
    return deal(table, np.ones(len(table), np.bool_), by)


def test_kinds_lie_in_their_own_order_and_others_by_their_number():
    kinds = dealt("kind", event("One", kind="other"), event("Two", kind="ban"), event("Three", kind="ban"))
    assert [(lane.label, lane.count, lane.kind) for lane in kinds.lanes] == [
        ("Ban", 2, "ban"),
        ("Other", 1, "other"),
    ]
    companies = dealt("company", event("One", companies=("Acorn", "Birch")), event("Two", companies=("Birch",)))
    assert [(lane.label, lane.count) for lane in companies.lanes] == [("Birch", 2), ("Acorn", 1)]


def test_an_event_of_two_companies_lies_in_both_lanes():
    deck = dealt("company", event("One", companies=("Acorn", "Birch")))
    assert len(deck) == 2
    assert set(deck.row.tolist()) == {0}
    assert sorted(deck.lane.tolist()) == [0, 1]


def test_what_has_no_value_has_the_last_lane():
    deck = dealt("company", event("One", companies=("Acorn",)), event("Two"))
    assert [lane.label for lane in deck.lanes] == ["Acorn", "No company"]


def test_no_lanes_is_one_lane_and_so_is_an_unknown_choice():
    for by in ("none", "weather"):
        deck = dealt(by, event("One"), event("Two", kind="ban"))
        assert [(lane.label, lane.count) for lane in deck.lanes] == [("All events", 2)]


def test_the_undated_lie_in_no_lane():
    deck = dealt("kind", event("One"), event("Two", None))
    assert len(deck) == 1
    assert len(deck.undated) == 1


def test_lanes_beyond_what_can_be_looked_through_are_one():
    events = [event(f"{at} came", companies=(f"Company {at:03}",)) for at in range(lanes.MAX_LANES + 20)]
    deck = dealt("company", *events)
    assert len(deck.lanes) == lanes.MAX_LANES
    assert deck.lanes[-1].label == "21 more"
    assert sum(lane.count for lane in deck.lanes) == len(events)


def test_names_are_the_callers():
    table = build([event("One", countries=("IN",))])
    deck = deal(table, table.is_dated, "country", lambda facet, value: f"{facet}:{value}")
    assert deck.lanes[0].label == f"{Facet.COUNTRY}:IN"


wishes = st.lists(
    st.builds(lambda n, more: Wish(tuple(range(n)), more), st.integers(0, 12), st.booleans()), max_size=14
)


@given(wishes, st.integers(0, 40))
def test_lanes_get_what_they_want_as_far_as_there_is_room(wanted, room):
    made = plan(wanted, lambda lines: sum(lines) / max(room, 1))
    least = sum(min(max(wish.lines, 1), 2) for wish in wanted if wish.lines)
    for rows in made.shown:
        wish = wanted[rows.lane]
        assert rows.lines <= max(wish.lines, 1)
        assert rows.has_strip == (wish.has_more or len(rows.rows) < len(wish.rows))
    if least <= room:
        assert sum(rows.lines for rows in made.shown) <= room
    assert {rows.lane for rows in made.shown} | set(made.folded) == set(range(len(wanted)))


def test_room_is_shared_in_turn():
    wanted = [Wish(tuple(range(9)), False), Wish(tuple(range(9)), False), Wish((0,), False)]
    made = plan(wanted, lambda lines: sum(lines) / 11)
    assert [rows.lines for rows in made.shown] == [5, 5, 1]


def shared(many, room=40):
    """Give the lines of so many full lanes in a room of lines."""
    full = Wish(tuple(range(20)), True)
    return [rows.lines for rows in plan([full] * many, lambda lines: sum(lines) / room).shown]


def test_one_lane_more_never_changes_all_others_at_once():
    heights = [sum(shared(many)) / many for many in range(1, 80)]
    least = heights.index(2.0)
    fitting, scrolling = heights[: least + 1], heights[least:]
    assert fitting == sorted(fitting, reverse=True)  # while they fit, they share the room
    assert scrolling == sorted(scrolling)  # then they scroll, and grow slowly
    assert all(other - one < 0.35 for one, other in pairwise(scrolling))
    assert heights[-1] == 6
    assert all(max(shared(many)) - min(shared(many)) <= 1 for many in range(1, 80))


def test_what_does_not_scroll_fills_the_room():
    assert all(40 - many < sum(shared(many)) <= 40 for many in range(2, 21))


def test_a_lane_opened_beyond_the_room_leaves_the_others_as_they_are():
    wanted = [Wish(tuple(range(30)), False)] * 3
    share = {"filled": lambda lines: sum(lines) / 20}
    before = plan(wanted, **share).shown
    after = plan(wanted, **share, expanded=frozenset({1})).shown
    assert after[1].lines == 30
    assert [after[at].lines for at in (0, 2)] == [before[at].lines for at in (0, 2)]


def test_lanes_that_may_shrink_have_a_row_each_and_the_fullest_more():
    wanted = [Wish((0, 1), False), Wish(tuple(range(9)), False), Wish((0,), False)]
    made = plan(wanted, lambda lines: sum(lines) / 4, may_shrink=True)
    assert [rows.lines for rows in made.shown] == [1, 2, 1]
    assert [(len(rows.rows), rows.has_strip) for rows in made.shown] == [(1, False), (1, True), (1, False)]
