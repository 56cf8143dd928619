"""The order that a person gives the lanes, and what is pinned and hidden."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.index import build
from explorer.timeline.arrangement import Arrangement
from explorer.timeline.lanes import MAX_LANES, deal
from tests.builders import event

KEYS = list("abcdefg")
keys = st.sampled_from(KEYS)


def from_the_top(arrangement, names=KEYS):
    return [names[at] for at in arrangement.sorted(names)]


def dealt(arrangement, *events):
    table = build(events)
    return deal(table, np.ones(len(table), np.bool_), "company", arrangement=arrangement)


@given(st.lists(st.tuples(keys, st.integers(0, len(KEYS))), max_size=12))
def test_a_lane_comes_to_stand_before_the_one_it_was_dropped_on(moves):
    standing = Arrangement()
    for key, place in moves:
        shown = from_the_top(standing)
        before = shown[place] if place < len(shown) else None
        standing = standing.moved(shown, key, place)
        anew = from_the_top(standing)
        assert sorted(anew) == KEYS
        assert [one for one in anew if one != key] == [one for one in shown if one != key]
        if before is None:
            assert anew[-1] == key
        elif before != key:
            assert anew[anew.index(before) - 1] == key


@given(st.sets(keys), st.lists(st.tuples(keys, st.integers(0, len(KEYS))), max_size=8))
def test_the_pinned_stay_above_the_others_wherever_they_are_dropped(pinned, moves):
    standing = Arrangement(pinned=frozenset(pinned))
    for key, place in moves:
        standing = standing.moved(from_the_top(standing), key, place)
        assert set(from_the_top(standing)[: len(pinned)]) == pinned


def test_a_lane_that_is_new_stands_behind_those_put_in_order():
    assert from_the_top(Arrangement(order=("c", "a")), ["a", "b", "c"]) == ["c", "a", "b"]


def test_what_is_hidden_comes_back_where_it_was():
    standing = Arrangement().moved(KEYS, "g", 0).hide("b")
    shown = [key for key in from_the_top(standing) if key not in standing.hidden]
    standing = standing.moved(shown, "f", 0).show_all()
    assert from_the_top(standing) == ["f", "g", "a", "b", "c", "d", "e"]


def test_a_lane_that_is_not_there_cannot_be_moved():
    assert Arrangement().moved(KEYS, "z", 0) == Arrangement()


def test_events_of_hidden_lanes_are_left_out_and_the_lanes_are_named():
    events = (event("One", companies=("Acorn", "Birch")), event("Two", companies=("Birch",)))
    deck = dealt(Arrangement().hide("Birch"), *events)
    assert [lane.label for lane in deck.lanes] == ["Acorn"]
    assert len(deck) == 1
    assert [(lane.label, lane.count) for lane in deck.hidden] == [("Birch", 2)]


def test_items_follow_their_lanes_into_another_order():
    events = [event(f"{name} {at}", companies=(name,)) for name in ("Acorn", "Birch") for at in range(2)]
    plain, moved = dealt(None, *events), dealt(Arrangement(order=("Birch", "Acorn")), *events)
    for deck in (plain, moved):
        named = [deck.lanes[lane].key for lane in deck.lane.tolist()]
        assert [deck.table.titles[row].split()[0] for row in deck.row.tolist()] == named
    assert [lane.key for lane in moved.lanes] == ["Birch", "Acorn"]


def test_a_pinned_lane_is_never_among_the_many_that_are_one():
    events = [
        event(f"{at} {again}", companies=(f"Company {at:03}",))
        for at in range(MAX_LANES + 20)
        for again in range(1 + (at < MAX_LANES + 19))
    ]
    rare = f"Company {MAX_LANES + 19:03}"
    assert rare not in [lane.key for lane in dealt(None, *events).lanes]
    deck = dealt(Arrangement().pin(rare), *events)
    assert deck.lanes[0].key == rare
    assert deck.pinned == 1
