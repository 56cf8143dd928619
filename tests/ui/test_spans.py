"""Spans fit what is there and are said in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.index import build
from explorer.model.calendar import DAY_S, HOUR_S, seconds
from explorer.ui import spans
from tests.builders import event

SAID = [
    (seconds(2017, 11), seconds(2020, 12, 31), "November 2017 to December 2020 · 37 months"),
    (seconds(2004), seconds(2025), "2004 to 2024 · 20 years"),
    (seconds(2019, 4, 1), seconds(2019, 4, 15), "1 April 2019 to 14 April 2019 · 14 days"),
    (seconds(2019, 4, 1), seconds(2019, 4, 1) + 3 * HOUR_S, "1 April 2019 · 3 hours"),
    (seconds(2019, 4, 1), seconds(2019, 4, 1) + HOUR_S, "1 April 2019 · 1 hour"),
    (seconds(-99), seconds(100), "100 BCE to 99 · 198 years"),
]


@pytest.mark.parametrize(("lo_s", "hi_s", "said"), SAID)
def test_a_span_is_said_as_coarsely_as_it_is_long(lo_s: int, hi_s: int, said: str) -> None:
    assert spans.in_words(lo_s, hi_s) == said


CHOSEN = [
    (seconds(2020, 3, 3), seconds(2020, 4, 14), "3 Mar – 13 Apr 2020, 42 days"),
    (seconds(2020, 3, 3), seconds(2020, 3, 5), "3 – 4 Mar 2020, 2 days"),
    (seconds(2019, 12, 30), seconds(2020, 1, 9), "30 Dec 2019 – 8 Jan 2020, 10 days"),
    (seconds(2019, 1, 1), seconds(2020, 1, 1), "1 Jan – 31 Dec 2019, 12 months"),
    (seconds(2003, 3), seconds(2020, 3), "Mar 2003 – Feb 2020, 17 years"),
    (seconds(2020, 3, 3), seconds(2020, 3, 3) + 7 * HOUR_S, "3 Mar 2020 00:00 – 3 Mar 2020 07:00, 7 hours"),
    (seconds(-99), seconds(100), "Jan 100 BCE – Dec 99, 199 years"),
]


@pytest.mark.parametrize(("lo_s", "hi_s", "said"), CHOSEN)
def test_a_chosen_span_is_said_to_the_day_where_it_is_short(lo_s: int, hi_s: int, said: str) -> None:
    assert spans.chosen(lo_s, hi_s) == said


@given(st.integers(-(10**11), 10**11), st.integers(HOUR_S, 10**11))
def test_any_span_can_be_said(lo_s: int, width_s: int) -> None:
    assert "·" in spans.in_words(lo_s, lo_s + width_s)


def test_a_fitting_span_holds_all_dated_events_and_leaves_open_ends_out() -> None:
    table = build([event("One", "2012"), event("Two", "2019-04-15", at=9), event("Three", "2015/..", at=20)])
    lo_s, hi_s = spans.fitting(table, table.is_dated)
    assert lo_s < seconds(2012) < seconds(2019, 4, 16) < hi_s
    assert hi_s - lo_s < 9 * 366 * DAY_S


def test_without_dated_events_there_is_still_a_span() -> None:
    table = build([])
    lo_s, hi_s = spans.fitting(table, table.is_dated)
    assert spans.extent(table, table.is_dated) is None
    assert lo_s < hi_s


def test_the_view_opens_where_most_events_are_and_never_cuts_a_crowd_that_fills_the_whole() -> None:
    crowd = [event(f"It opened for the {n}th time.", f"2019-{n % 12 + 1:02d}-03", at=n * 40) for n in range(30)]
    lone = event("It was founded.", "1998", at=2000)
    table = build([*crowd, lone])
    lo_s, hi_s = spans.opening(table, table.is_dated)
    assert seconds(2018, 10) < lo_s < hi_s < seconds(2020, 3)
    alone = build(crowd)
    assert spans.opening(alone, alone.is_dated) == spans.fitting(alone, alone.is_dated)


def test_spans_are_close_when_each_end_is_off_by_no_more_than_a_fiftieth() -> None:
    assert spans.are_close((2, 98), (0, 100))
    assert not spans.are_close((3, 100), (0, 100))
    assert not spans.are_close((0, 97), (0, 100))


def test_few_events_are_all_in_view_unless_one_lies_very_far_away() -> None:
    some = [event(f"It opened for the {n}th time.", f"2019-{n % 12 + 1:02d}-03", at=n * 40) for n in range(14)]
    near = build([*some, event("It was sold.", "2021-03-01", at=2000)])
    assert spans.opening(near, near.is_dated) == spans.fitting(near, near.is_dated)
    far = build([*some, event("It was founded.", "1901", at=2000)])
    assert spans.opening(far, far.is_dated)[0] > seconds(2018, 10)
