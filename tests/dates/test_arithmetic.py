"""Counting at the grain of the words, and holidays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.dates.arithmetic import at_grain, holiday, nearest_weekday, year_of_weekday
from explorer.dates.placing.values import date_value, week_text
from explorer.model.calendar import day_number, weekday
from explorer.model.edtf import parse


@pytest.mark.parametrize(
    ("base", "unit", "steps", "expected"),
    [
        ("2020-09-16", "day", -1, "2020-09-15"),
        ("2020-09-16", "week", -1, "2020-09-07/2020-09-13"),
        ("2020-01-31", "month", 1, "2020-02"),
        ("2020-01", "month", -1, "2019-12"),
        ("2020-01-31", "quarter", -1, "2019-36"),
        ("2020-01-31", "season", 0, "2019-24"),
        ("2020-01-31", "half", -1, "2019-41"),
        ("2020-01-31", "year", -10, "2010"),
        ("2020-01-31", "decade", -1, "201X"),
        ("2020-01-31", "century", -1, "19XX"),
        ("-0043", "year", 1, "-0042"),
        ("2020-09-16", "weekend", 0, "2020-09-19/2020-09-20"),
        ("2020", "month", -1, None),
        ("2020-09", "day", -1, None),
        ("Y12345", "decade", 1, None),
    ],
)
def test_steps_are_counted_at_the_grain_of_the_unit(
    base: str, unit: str, steps: int, expected: str | None
) -> None:
    when = at_grain(parse(base), unit, steps)
    assert (when.edtf if when else None) == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("12-25", "2019-12-25"),
        ("11-TH4", "2019-11-28"),
        ("11-TH4+1", "2019-11-29"),
        ("05-MO-1", "2019-05-27"),
        ("11-MO1+1", "2019-11-05"),
        ("easter", "2019-04-21"),
        ("easter-2", "2019-04-19"),
    ],
)
def test_holidays_follow_their_rule(rule: str, expected: str) -> None:
    assert holiday(2019, rule).edtf == expected


@given(st.integers(-800_000, 3_000_000), st.integers(0, 6), st.sampled_from([-1, 1]))
def test_the_nearest_weekday_is_that_weekday_within_a_week(number: int, wanted: int, direction: int) -> None:
    found = nearest_weekday(number, wanted, direction)
    assert weekday(found) == wanted
    assert 0 <= (found - number) * direction < 7


def test_the_year_in_which_a_day_falls_on_a_weekday_is_found() -> None:
    assert year_of_weekday(4, 7, 1, 2020) == 2020
    assert year_of_weekday(4, 7, 6, 2020) == 2019
    assert year_of_weekday(2, 30, 1, 2020) is None


@pytest.mark.parametrize(
    ("edtf", "value"),
    [
        ("2019-04-15", "2019-04-15"),
        ("2019-04-15T15:30", "2019-04-15T15:30"),
        ("2019-35", "2019-Q3"),
        ("2019-41", "2019-H2"),
        ("2019-24", "2019-WI"),
        ("201X", "201"),
        ("19XX", "19"),
        ("-0489", "BC0490"),
        ("-048X", "BC048"),
        ("2019-12-30/2020-01-05", "2020-W01"),
        ("2019~", "2019"),
    ],
)
def test_timex3_values_are_written(edtf: str, value: str) -> None:
    assert date_value(parse(edtf)) == value


def test_a_week_belongs_to_the_year_of_its_thursday() -> None:
    assert week_text(day_number(2021, 1, 3)) == "2020-W53"
