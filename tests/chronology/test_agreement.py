import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.chronology.agreement import (
    amounts_agree,
    amounts_match,
    dates_agree,
    gap_s,
    significant_digits,
    units_match,
)
from explorer.model.mention import Bound
from explorer.model.when import Modifier, When
from tests.builders import quantity, when

EARLY, ABOUT, BEFORE = Modifier.EARLY, Modifier.ABOUT, Modifier.BEFORE


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (when("2019-04-15"), when("2019-04-15"), True),
        (when("2019-04-15"), when("2019-04"), True),
        (when("2019-04-15"), when("2019"), True),
        (when("2019-04-15"), when("2019-34"), True),
        (when("2019-04-15"), when("2019-04-16"), False),
        (when("2019-04-15"), when("2019-05"), False),
        (when("2019"), when("2020"), False),
        (when("2019", EARLY), when("2019-04"), True),
        (when("2019", EARLY), when("2019-06"), True),  # a blurred end reaches out
        (when("2019", EARLY), when("2019-10"), False),
        (when("2019-04", ABOUT), when("2019-05-10"), True),
        (when("2019-04", ABOUT), when("2019-07"), False),
        (when("2019", BEFORE), when("2018-12-31"), True),
        (when("2019", BEFORE), when("2019-01-01"), False),
        (when("2019-01/2019-03"), when("2019-03-31"), True),
    ],
)
def test_dates_agree_when_one_can_be_the_other(one: When, other: When, agree: bool) -> None:
    assert dates_agree(one, other) is agree
    assert dates_agree(other, one) is agree


def test_an_ambiguous_date_agrees_by_any_of_its_readings() -> None:
    april, march = when("2021-04-03"), when("2021-03-04")
    either = When(march.edtf, march.lo_s, march.hi_s, march.precision, readings=(march, april))
    assert dates_agree(either, april)
    assert dates_agree(when("2021-03"), either)
    assert not dates_agree(either, when("2021-05"))


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (quantity(5.7e6), quantity(5.7e6), True),
        (quantity(4.525e9), quantity(4.5e9), True),
        (quantity(11.1e9), quantity(11e9), True),
        (quantity(12e9), quantity(11.1e9), False),
        (quantity(5e9), quantity(8.8e9), False),
        (quantity(350e6), quantity(340e6), False),
        (quantity(59), quantity(60), True),
        (quantity(59), quantity(58), False),
        (quantity(200e6), quantity(250e6), False),
        (quantity(7.82), quantity(7.8), True),
        (quantity(4e6, bound=Bound.OVER), quantity(4.4e6), True),
        (quantity(4e6, bound=Bound.OVER), quantity(3.5e6), False),
        (quantity(4e6, bound=Bound.OVER), quantity(40e6), False),
        (quantity(21e9, bound=Bound.UP_TO), quantity(4e9), True),
        (quantity(21e9, bound=Bound.UP_TO), quantity(25e9), False),
        (quantity(5e9, bound=Bound.ABOUT), quantity(5.4e9), True),
        (quantity(15, low=10, high=20), quantity(19), True),
        (quantity(15, low=10, high=20), quantity(23), False),
        (quantity(0), quantity(0), True),
        (quantity(0), quantity(7), False),
    ],
)
def test_amounts_agree_when_rounded_bounded_or_overlapping(one: object, other: object, agree: bool) -> None:
    assert amounts_agree(one, other) is agree  # type: ignore[arg-type]
    assert amounts_agree(other, one) is agree  # type: ignore[arg-type]


def test_a_bound_is_no_evidence_that_two_numbers_are_one() -> None:
    bounded, told = quantity(21e9, bound=Bound.UP_TO), quantity(4e9)
    assert amounts_agree(bounded, told)
    assert not amounts_match(bounded, told)


@pytest.mark.parametrize(
    ("value", "digits"), [(4_500_000, 2), (1_000_000, 1), (25.5, 3), (0.5, 1), (0, 0), (59, 2), (87.34, 4)]
)
def test_significant_digits_are_those_that_tell_numbers_apart(value: float, digits: int) -> None:
    assert significant_digits(value) == digits


numbers = st.floats(0, 1e13, allow_nan=False)


@given(numbers, numbers)
def test_agreement_is_symmetric_and_everything_agrees_with_itself(a: float, b: float) -> None:
    one, other = quantity(a), quantity(b)
    assert amounts_agree(one, one)
    assert amounts_agree(one, other) == amounts_agree(other, one)
    assert amounts_match(one, other) <= amounts_agree(one, other)


@given(st.integers(1900, 2100), st.integers(1900, 2100))
def test_the_gap_between_years_is_the_time_between_them(a: int, b: int) -> None:
    years = abs(a - b)
    gap = gap_s(when(f"{a}"), when(f"{b}"))
    assert (gap < 0) == (years == 0)
    assert (gap == 0) == (years == 1)


def test_a_wider_and_a_narrower_unit_count_the_same() -> None:
    assert units_match("regional jets", "jets")
    assert units_match("jets", "regional jets")
    assert not units_match("regional jets", "large jets")
    assert not units_match("jets", "jumbojets")
