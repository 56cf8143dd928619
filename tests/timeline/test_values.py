"""The scale of a measure: round, holding all values, with few lines."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.values import Values, plain

amounts = st.lists(st.floats(1e-6, 1e15), min_size=1, max_size=9)


@given(amounts, st.booleans())
def test_a_scale_holds_its_values_in_their_order(values, is_log):
    made = Values.holding(values, is_log=is_log)
    shares = [made.share(value) for value in sorted(values)]
    assert shares == sorted(shares)
    assert all(-1e-9 <= share <= 1 + 2e-3 for share in shares)


@given(amounts, st.booleans())
def test_lines_are_few_and_lie_on_the_scale(values, is_log):
    made = Values.holding(values, is_log=is_log)
    assert 1 <= len(made.grid) <= 5
    assert all(low < high for low, high in itertools.pairwise(made.grid))
    assert all(-1e-9 <= made.share(mark) <= 1 + 1e-9 for mark in made.grid)


def test_by_powers_equal_ratios_are_equally_far():
    made = Values.holding([1, 100], is_log=True)
    assert made.share(10) == pytest.approx(0.5)
    assert made.grid == (1, 10, 100)


def test_close_values_have_lines_between_two_powers():
    assert Values.holding([120, 450], is_log=True).grid == (100, 200, 500)


@pytest.mark.parametrize("values", [[0.0], [-5.0, 0.0]])
def test_without_anything_above_nothing_there_are_no_powers(values):
    assert not Values.holding(values, is_log=True).is_log


def test_nothing_lies_at_the_foot_of_powers():
    assert Values.holding([0, 10, 1000], is_log=True).share(0) == 0


def test_values_are_written_briefly():
    assert [plain(value) for value in (2.5, 150.0, 1234.0)] == ["2.5", "150", "1,234"]
