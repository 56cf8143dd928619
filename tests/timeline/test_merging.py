"""Fewer lanes: the fullest stay in their order, the others are one, and no event lies in that twice."""

from explorer.index import build
from explorer.timeline.arrangement import Arrangement
from explorer.timeline.lanes import REST, deal
from explorer.timeline.merging import merged
from tests.builders import event


def dealt(*companies: tuple[str, ...], pinned: str = ""):
    events = [
        event(f"It is {at}.", "2020-01-01", companies=own, at=at * 20) for at, own in enumerate(companies)
    ]
    table = build(events)
    return deal(table, table.is_dated, "company", arrangement=Arrangement(pinned=frozenset([pinned])))


MANY = [("Ash",)] * 4 + [("Birch",)] * 3 + [("Cedar",)] * 2 + [("Cedar", "Dogwood"), ("Elm",)]


def test_as_many_lanes_as_there_is_room_for_stay_as_they_are():
    deck = dealt(*MANY)
    assert merged(deck, 5) is deck


def test_the_least_full_lanes_become_one_behind_the_others():
    deck = merged(dealt(*MANY), 3)
    assert [lane.key for lane in deck.lanes] == ["Ash", "Birch", REST]
    assert (deck.lanes[-1].label, deck.lanes[-1].values) == ("3 more", 3)


def test_an_event_of_two_lanes_lies_in_the_last_once():
    deck = merged(dealt(*MANY), 3)
    assert deck.lanes[-1].count == 4
    held = deck.row[deck.lane == 2].tolist()
    assert len(held) == len(set(held)) == 4
    assert len(deck.lo) == len(deck.own_lo) == len(deck.weight) == len(deck)


def test_a_lane_that_a_person_keeps_at_the_top_stays():
    deck = merged(dealt(*MANY, pinned="Elm"), 3)
    assert [lane.key for lane in deck.lanes] == ["Elm", "Ash", REST]
    assert deck.pinned == 1


def test_the_last_lane_knows_those_it_stands_for_the_fullest_first():
    deck = merged(dealt(*MANY), 3)
    assert [lane.key for lane in deck.lanes[-1].held] == ["Cedar", "Dogwood", "Elm"]
    again = merged(deck, 2)
    assert [lane.key for lane in again.lanes[-1].held] == ["Birch", "Cedar", "Dogwood", "Elm"]
