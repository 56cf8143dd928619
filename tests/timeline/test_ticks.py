"""The axis: right in any year, never crowded, always telling where one is."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.model.calendar import DAY_S, civil, seconds
from explorer.timeline.scale import Scale
from explorer.timeline.ticks import Names, axis, elided, weekends, year_label

WIDTH = 900


def width(text, bold):
    return len(text) * (7.5 if bold else 6.5)


def between(lo, hi):
    return axis(Scale(seconds(*lo), seconds(*hi), 0, WIDTH), width)


def texts(ticks):
    return [tick.text for tick in ticks if tick.text]


@pytest.mark.parametrize(
    ("lo", "hi", "major", "minor"),
    [
        ((2018, 1, 1), (2020, 12, 1), ["2018", "2019", "2020"], ["Apr", "Jul", "Oct"]),
        ((2019, 4, 14), (2019, 4, 16), ["14 April 2019", "15 April 2019"], ["03:00", "06:00"]),
        ((2019, 2, 20), (2019, 3, 8), ["February 2019", "March 2019"], ["Wed 20", "Thu 21"]),
        ((1800, 1, 1), (2000, 1, 2), ["1800", "1900"], ["1810", "1820"]),
        (
            (1966, 1, 1),
            (2026, 1, 1),
            ["1960", "1970", "1980", "1990", "2000", "2010", "2020"],
            ["1975", "1985"],
        ),
        ((-499, 1, 1), (500, 1, 1), ["1000 BCE", "1"], ["500 BCE", "400 BCE"]),
        ((-3, 1, 1), (3, 1, 1), ["4 BCE", "3 BCE", "2 BCE", "1 BCE", "1", "2"], ["Apr"]),
        ((-99_999, 1, 1), (2000, 1, 1), ["100,000 BCE", "1"], ["90,000 BCE"]),
        ((12_000, 1, 1), (12_020, 1, 1), ["12,000", "12,010"], ["12,002", "12,004"]),
    ],
)
def test_the_units_suit_the_zoom(lo, hi, major, minor):
    found = between(lo, hi)
    assert texts(found.major) == major
    assert texts(found.minor)[: len(minor)] == minor


def test_a_gone_tick_leaves_its_label_at_the_edge():
    found = between((2018, 3, 5), (2018, 11, 5))
    assert texts(found.major) == ["2018"] or texts(found.major)[0].endswith("2018")
    assert found.major[0].x < 0 <= found.major[0].text_x


def test_there_is_no_year_nought():
    assert [year_label(year) for year in (-43, -1, 0, 1, 2019, 12_345)] == [
        "44 BCE",
        "2 BCE",
        "1 BCE",
        "1",
        "2019",
        "12,345",
    ]
    assert "0" not in texts(between((-20, 1, 1), (20, 1, 1)).minor)


spans = st.tuples(st.integers(-(10**13), 10**13), st.floats(3.6, 13.5).map(lambda power: int(10**power)))


@given(spans, st.integers(200, 3000))
@settings(max_examples=150, deadline=None)
def test_labels_never_meet_and_ticks_are_in_order(span, pixels):
    lo_s, length = span
    found = axis(Scale(lo_s, lo_s + length, 0, pixels), width)
    for ticks, bold in ((found.major, True), (found.minor, False)):
        shown = [tick for tick in ticks if tick.text]
        for left, right in itertools.pairwise(shown):
            assert left.text_x + width(left.text, bold) < right.text_x
        assert [tick.at_s for tick in ticks] == sorted({tick.at_s for tick in ticks})
    assert not {tick.at_s for tick in found.major} & {tick.at_s for tick in found.minor}
    assert 1 <= len(texts(found.major)) <= pixels / 40
    assert len(found.minor) <= pixels / 14


@given(spans)
@settings(max_examples=80, deadline=None)
def test_every_tick_is_the_beginning_of_what_it_names(span):
    lo_s, length = span
    for tick in axis(Scale(lo_s, lo_s + length, 0, WIDTH), width).major:
        if tick.text and tick.text.removesuffix(" BCE").replace(",", "").isdigit():
            assert civil(tick.at_s // DAY_S)[1:] == (1, 1)
            assert year_label(civil(tick.at_s // DAY_S).year) == tick.text


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("short", 100, "short"),
        ("Google and Apple remove it", 120, "Google and Apple…"),
        ("Unbreakable", 46, "Unbrea…"),
        ("anything", 14, ""),
    ],
)
def test_a_text_is_cut_to_its_room_at_a_word_where_one_ends_near(text, room, expected):
    assert elided(text, room, width) == expected


@given(st.integers(-3_000_000, 3_000_000), st.integers(1, 200))
@settings(max_examples=80, deadline=None)
def test_weekends_are_saturdays_and_sundays_where_days_are_wide(day, days):
    scale = Scale(day * DAY_S, (day + days) * DAY_S, 0, WIDTH)
    shades = weekends(scale)
    if days * 7 > WIDTH:  # a day is narrower than seven pixels
        assert shades == ()
        return
    for at in range(day, day + days):
        x = scale.x((at + 0.5) * DAY_S)
        # The first day of 1970 was a Thursday.
        assert any(x0 < x < x1 for x0, x1 in shades) == ((at + 3) % 7 >= 5)


GERMAN = Names(
    (
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    ("Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"),
    ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
)


def test_months_and_days_are_named_in_the_language_of_the_reader():
    days = axis(Scale(seconds(2019, 2, 20), seconds(2019, 3, 8), 0, WIDTH), width, GERMAN)
    assert texts(days.major) == ["Februar 2019", "März 2019"]
    assert texts(days.minor)[0] == "Mi 20"
    months = axis(Scale(seconds(2018), seconds(2019), 0, WIDTH), width, GERMAN)
    assert "Okt" in texts(months.minor)
