"""The arrow keys: earlier and later, one lane up and down."""

import pytest

from explorer.timeline import walk
from explorer.timeline.lanes import deal
from tests.timeline.scenes import table

MADE = table([(0, 1, 0, 1.0), (10, 1, 1, 1.0), (20, 1, 0, 1.0), (90, 1, 1, 1.0)], undated=1)
DECK = deal(MADE, MADE.is_dated | True, "kind")


@pytest.mark.parametrize(
    ("row", "steps", "expected"),
    [
        (None, 1, 0),
        (None, -1, 3),
        (0, 1, 1),
        (1, -1, 0),
        (3, 1, 3),
        (0, -1, 0),
        (1, 10**9, 3),
        (2, -(10**9), 0),
    ],
)
def test_time_goes_from_event_to_event_and_stays_at_its_ends(row, steps, expected):
    assert walk.by_time(DECK, row, steps) == expected


@pytest.mark.parametrize(
    ("row", "steps", "expected"),
    [(0, 1, 1), (1, -1, 0), (2, 1, 1), (3, -1, 2), (0, -1, 0), (3, 1, 3), (None, 1, 0)],
)
def test_another_lane_is_entered_at_the_nearest_time(row, steps, expected):
    assert walk.by_lane(DECK, row, [0, 1], steps) == expected


def test_an_empty_deck_leads_nowhere():
    empty = table([])
    deck = deal(empty, empty.is_dated, "kind")
    assert walk.by_time(deck, None, 1) is None
    assert walk.by_lane(deck, None, [], 1) is None
