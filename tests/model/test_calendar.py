import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model import calendar as c

years = st.integers(-300_000, 300_000)
numbers = st.integers(-100_000_000, 100_000_000)


@given(st.dates())
def test_it_agrees_with_the_standard_library_where_that_reaches(day: datetime.date) -> None:
    number = c.day_number(day.year, day.month, day.day)
    assert number == (day - datetime.date(1970, 1, 1)).days
    assert c.civil(number) == (day.year, day.month, day.day)
    assert c.weekday(number) == day.weekday()


@given(numbers)
def test_a_day_number_and_its_date_are_inverse_in_any_era(number: int) -> None:
    day = c.civil(number)
    assert c.is_valid(*day)
    assert c.day_number(*day) == number
    assert c.civil_of_seconds(number * c.DAY_S) == c.civil_of_seconds(number * c.DAY_S + c.DAY_S - 1) == day


@given(numbers)
def test_the_next_day_has_the_next_number(number: int) -> None:
    assert c.civil(number) < c.civil(number + 1)
    assert c.weekday(number + 7) == c.weekday(number)


@given(years)
def test_a_year_has_365_days_or_366_in_a_leap_year(year: int) -> None:
    assert c.day_number(year + 1) - c.day_number(year) == 365 + c.is_leap(year)
    assert sum(c.days_in_month(year, month) for month in range(1, 13)) == 365 + c.is_leap(year)
    assert c.is_valid(year, 2, 29) == c.is_leap(year)


@given(years, st.integers(1, 12), st.integers(-5_000, 5_000))
def test_months_move_forth_and_back(year: int, month: int, months: int) -> None:
    there = c.add_months(year, month, months)
    assert 1 <= there[1] <= 12
    assert c.add_months(*there, -months) == (year, month)
    assert (there[0] - year) * 12 + there[1] - month == months


@pytest.mark.parametrize(
    ("day", "valid"),
    [
        ((2020, 2, 29), True),
        ((1900, 2, 29), False),
        ((2000, 2, 29), True),
        ((2020, 2, 30), False),
        ((2019, 4, 31), False),
        ((2019, 13, 1), False),
        ((2019, 0, 1), False),
        ((2019, 1, 0), False),
        ((0, 2, 29), True),
        ((-4, 2, 29), True),
    ],
)
def test_days_that_do_not_exist_are_told(day: tuple[int, int, int], valid: bool) -> None:
    assert c.is_valid(*day) is valid


def test_the_count_begins_at_the_epoch_and_a_day_is_86400_seconds() -> None:
    assert c.seconds(1970) == 0
    assert c.seconds(1970, 1, 2) == c.DAY_S
    assert c.seconds(1969, 12, 31) == -c.DAY_S
    assert c.weekday(0) == 3
