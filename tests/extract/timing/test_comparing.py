"""Comparisons: which figure is compared with which, and of which time each is."""

import pytest

from tests.extract.reading import amounts, quotes, read, start, told


def test_the_last_time_that_it_was_so_is_only_compared_with() -> None:
    assert told("Sales in May 2013 were the lowest since March 2009.") == [("2013-05", "finance")]
    assert told("Volvo has sold its first lorries in Peru since March 2009.") == []
    assert told("Volvo has sold lorries in Peru since March 2009.")[0][0] == "2009-03"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Users of Marlow Ltd rose from 36 million in 2010 to 48 million in 2012 and to 77 million in 2013.",
            ["48 million in 2012", "77 million in 2013"],
        ),
        (
            "Marlow Ltd earned $9 million in 2013, after a loss of $3 million in 2012.",
            ["after a loss of $3 million in 2012"],
        ),
        ("Marlow Ltd earned $9 million in 2013, after $3 million in 2012.", ["after $3 million in 2012"]),
    ],
)
def test_each_figure_behind_a_figure_has_its_own_stretch(text: str, expected: list[str]) -> None:
    assert quotes(text)[1:] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Marlow Ltd told of May 2013. Profit rose 9 percent to $6 million from $5 million a year earlier.",
            [("2013-05", []), ("2013-05", ["9 percent", "$6 million"]), ("2012-05", ["$5 million"])],
        ),
        (
            "In 2013 Marlow Ltd sold a mill. "
            "It earned $6 million, up from $5 million the year before, and paid $2 million.",
            [("2013", []), ("2013", ["$6 million", "$2 million"]), ("2012", ["$5 million"])],
        ),
        (
            "Marlow Ltd told of 2013. It earned $6 million, compared with $5 million, or 2 cents, in 2012.",
            [("2013", []), ("2013", ["$6 million"]), ("2012", ["$5 million", "2 cents"])],
        ),
        (
            "Marlow Ltd moved on 3 May 2013. "
            "In 2013 it paid $9 million and earned $6 million, after $5 million in 2012.",
            [("2013-05-03", []), ("2013", ["$9 million"]), ("2013", ["$6 million"]), ("2012", ["$5 million"])],
        ),
        (
            "Marlow Ltd moved on 3 May 2013. It earned $6 million, compared with $5 million in 2012.",
            [("2013-05-03", []), ("2012", ["$5 million"])],
        ),
        (
            "Sales of Marlow Ltd fell. It earned $6 million, compared with $5 million in May 2012.",
            [("2012-05", ["$5 million"])],
        ),
        (
            "Marlow Ltd bought 9 million shares from Kolb for $6 million in May 2012.",
            [("2012-05", ["9 million shares", "$6 million"])],
        ),
    ],
)
def test_a_figure_is_of_the_time_that_its_comparison_counts_from(
    text: str, expected: list[tuple[str | None, list[str]]]
) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Marlow Ltd raised $5 million from its owners in 2013, compared with $4 million in 2012.",
            "investment",
        ),
        ("Marlow Ltd had 9 million users in 2013, up from a forecast of 7 million in 2012.", "milestone"),
        ("Marlow Ltd expects sales of $5 million in 2015, up from $4 million in 2012.", "finance"),
    ],
)
def test_what_a_figure_is_compared_with_is_of_its_kind_and_no_plan(text: str, expected: str) -> None:
    assert told(text)[-1] == ("2012", expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Danes paid $3 million in May 2013, making 20 percent, although it was $2 million in May 2012.",
            [("2013-05", ["$3 million", "20 percent"]), ("2012-05", ["$2 million"])],
        ),
        (
            "May was its best in 2013, with 9 million riders, up 6 percent from its best quarter, Q4 2012.",
            [("2013", ["9 million riders", "6 percent"]), ("2012-10", [])],
        ),
        (
            "For the quarter ended 30 June 2013, Marlow earned $3 million, against $2 million a year earlier.",
            [("2013-04", ["$3 million"]), ("2012-04", ["$2 million"])],
        ),
    ],
)
def test_an_amount_is_of_the_clause_that_it_is_added_to(
    text: str, expected: list[tuple[str | None, list[str]]]
) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Marlow Ltd had 8 million users in May 2013, 5 percent more than a year before.",
        "Marlow Ltd had 8 million users in May 2013, up 140,000 from January.",
        "Sales of Marlow Ltd fell by 5 percent in May 2013 from January.",
    ],
)
def test_what_a_change_is_counted_from_is_no_date_of_its_own(text: str) -> None:
    extraction = read(text)
    assert [start(m) for m in extraction.mentions] == ["2013-05"]
    assert "only compared with" in [one.why for one in extraction.unused]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Marlow Ltd had 5 million users in May 2013, compared with 3 million in May 2012.",
            ["Marlow Ltd had 5 million users in May 2013", "compared with 3 million in May 2012"],
        ),
        (
            "Marlow Ltd had 5 million users in May 2013, 6 million in June 2013.",
            ["Marlow Ltd had 5 million users in May 2013", "6 million in June 2013."],
        ),
    ],
)
def test_two_figures_with_dates_are_told_apart_at_the_comma(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


def test_a_figure_is_not_of_the_time_that_it_is_compared_with() -> None:
    text = (
        "Plaza TV had 4 million users, 600,000 more than in September and up from 3 million at the end of 2012."
    )
    assert [start(mention) for mention in read(text).mentions] == ["2012"]


def test_a_change_on_a_day_is_told_with_both_figures() -> None:
    text = "Pell Motors raised its dividend to $0.22 a share from $0.18 on Tuesday."
    (one,) = read(text).mentions
    assert (start(one), [quantity.value for quantity in one.quantities]) == ("2014-03-18", [0.22, 0.18])


def test_a_figure_without_a_period_is_of_the_day_on_which_it_was_told() -> None:
    text = "Profit of Pell Motors fell to 3 billion rupees from 4 billion a year earlier, it said on Tuesday."
    assert told(text) == [("2014-03-18", "finance"), ("2013", "finance")]
