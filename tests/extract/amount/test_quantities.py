"""Quantities: money, counts, shares, multiples, their bounds and the unit that is meant."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.extract.amount import quantities
from explorer.model.mention import Bound, Span
from tests.extract.measuring import amounts, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill cost $12.4 million.", [(12_400_000, "USD")]),
        ("It borrowed US$3bn and €1.4-billion.", [(3e9, "USD"), (1.4e9, "EUR")]),
        ("The dam needs Rs 500 crore.", [(5e9, "INR")]),
        ("A grant of 20 lakh rupees.", [(2e6, "INR")]),
        ("RMB 50bn went into the ports.", [(50e9, "CNY")]),
        ("They raised 3亿元 in spring.", [(3e8, "CNY")]),
        ("Half a billion dollars were lost.", [(5e8, "USD")]),
        ("Two hundred million downloads later it closed.", [(2e8, "downloads")]),
        ("Profit fell 12.5 per cent.", [(12.5, "%")]),
        ("Demand is 3.5 times higher than planned.", [(3.5, "times")]),
        ("The brewer owns 47 pubs, 12 ships and 3 plants.", [(47, "pubs"), (12, "ships"), (3, "plants")]),
        ("It delivered 41,500 electric cars.", [(41_500, "vehicles")]),
        ("The tram app has 9 million monthly active users.", [(9e6, "monthly users")]),
        ("The stock closed at $18.20, down 7 cents.", [(18.2, "USD/share"), (0.07, "USD")]),
        ("A loss of negative $90 million was booked.", [(-9e7, "USD")]),
    ],
)
def test_a_number_is_read_with_the_unit_it_means(text: str, expected: list[tuple[float, str]]) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("more than $4 million", Bound.OVER),
        ("nearly 3 million users", Bound.UNDER),
        ("up to 40 percent", Bound.UP_TO),
        ("at least 900 stores", Bound.AT_LEAST),
        ("about €2 billion", Bound.ABOUT),
        ("exceeded 12 million downloads", Bound.OVER),
        ("paid €2 billion", None),
    ],
)
def test_the_words_before_a_number_bound_it(text: str, bound: Bound | None) -> None:
    assert [q.bound for q in read(text)] == [bound]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("between $450 million and $470 million", 450e6, 470e6, "USD"),
        ("30 to 40 percent", 30, 40, "%"),
        ("75-100 billion dollars", 75e9, 100e9, "USD"),
        ("2 million to 3 million subscribers", 2e6, 3e6, "subscribers"),
    ],
)
def test_both_ends_of_a_range_carry_the_whole(text: str, low: float, high: float, unit: str) -> None:
    ends = read(text)
    assert [q.value for q in ends] == [low, high]
    assert {(q.low, q.high, q.unit) for q in ends} == {(low, high, unit)}


def test_an_amount_in_brackets_converts_the_one_before_it() -> None:
    sum_, converted = read("The court took 7 billion pounds ($9.1 billion) from the lender.")
    assert sum_.equivalent_of is None
    assert (converted.unit, converted.equivalent_of) == ("USD", sum_.text)


def test_a_bare_number_takes_its_unit_from_the_measure_before_it() -> None:
    assert amounts("Daily activity of the radio app exceeded 6 million.") == [(6e6, "daily users")]
    assert amounts("Downloads of the map rose to 250 million.") == [(250e6, "downloads")]


@pytest.mark.parametrize(
    "text",
    [
        "Flight 370 left at noon.",
        "The 737 MAX and the A320 flew on.",
        "It took 14 months and 20 days.",
        "A staff of 2,300 people works there.",
        "Section 230 protects hosts.",
        "COVID-19 hit the port in Q4.",
        "The year 2019 was dry.",
    ],
)
def test_names_times_and_people_are_no_quantities(text: str) -> None:
    assert read(text) == []


def test_blocked_words_give_no_quantity() -> None:
    text = "On 14 million occasions"
    assert quantities.find(text, [Span(0, len(text))], [Span(3, 13)]) == []


def test_a_long_run_of_numbers_is_read_in_reasonable_time() -> None:
    text = "5 million users " * 2_000
    assert len(read(text)) == 2_000


def test_a_number_that_measures_nothing_is_left_out() -> None:
    assert read("It exceeded 6 million.") == []


@given(st.text(alphabet="0123456789.,$€% mbnillokxX-–()RsCNY", max_size=80))
@settings(max_examples=150, deadline=None)
def test_what_is_found_stands_in_the_text_and_overlaps_nothing(text: str) -> None:
    found = read(text)
    for quantity in found:
        assert text[quantity.span.start : quantity.span.end] == quantity.text
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
