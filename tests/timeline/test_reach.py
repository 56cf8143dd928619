"""Where a view goes for events to be seen: no further than it has to, and with room around them."""

import numpy as np

from explorer.model.calendar import DAY_S
from explorer.timeline import reach
from explorer.timeline.lanes import deal
from tests.timeline.scenes import scene, table

MADE = table([(0, 1, 0, 1.0), (100, 1, 1, 1.0), (400, 10, 0, 1.0)], undated=1)
DECK = deal(MADE, MADE.is_dated | True, "kind")
DATA = (0.0, 410.0 * DAY_S)


def days(span: tuple[float, float]) -> tuple[float, float]:
    return span[0] / DAY_S, span[1] / DAY_S


def test_chosen_events_are_shown_with_room_on_either_side():
    assert days(reach.fitting(DECK, {1}, DATA)) == (85, 116)
    assert days(reach.fitting(DECK, {1, 2}, DATA)) == (100 - 155, 410 + 155)


def test_without_chosen_events_the_whole_deck_is_shown():
    assert np.allclose(days(reach.fitting(DECK, set(), DATA)), (-16.4, 426.4))
    assert reach.fitting(DECK, {99}, DATA) == reach.fitting(DECK, set(), DATA)


def test_an_empty_deck_shows_the_data():
    empty = table([])
    fitted = reach.fitting(deal(empty, empty.is_dated, "kind"), set(), DATA)
    assert np.allclose(days(fitted), (-16.4, 426.4))


def test_an_event_out_of_view_is_brought_to_the_middle_of_a_span_as_wide():
    assert days(reach.moved_to(DECK, 2, (0.0, 50.0 * DAY_S))) == (380, 430)


def test_an_event_that_is_partly_in_view_or_has_no_date_moves_nothing():
    assert reach.moved_to(DECK, 2, (0.0, 401.0 * DAY_S)) is None
    assert reach.moved_to(DECK, 3, (0.0, 50.0 * DAY_S)) is None


def test_lanes_scroll_only_where_they_do_not_fit_and_the_mark_is_out_of_view():
    lanes = table([(at, 1, at, 1.0) for at in range(12)])
    deck = deal(lanes, lanes.is_dated, "kind")
    below = int(deck.row[deck.lane == 8][0])
    scroll = reach.scrolled_to(deck, below, scene(lanes, -1, 13, height=200))
    assert scroll is not None
    assert reach.scrolled_to(deck, below, scene(lanes, -1, 13, height=200, scroll=scroll)) is None
    assert reach.scrolled_to(deck, below, scene(lanes, -1, 13, height=2000)) is None
