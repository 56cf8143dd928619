"""Neighbours that share unit and scale: ranges with both ends, lists, changes."""

import pytest

from tests.extract.measuring import amounts, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Between 3 and 5 million people use it as customers, or between 3 and 5 million users.",
            [(3e6, "users"), (5e6, "users")],
        ),
        ("It expects between 3 and 5 million subscribers.", [(3e6, "subscribers"), (5e6, "subscribers")]),
        ("The games drew 3, 4 and 5 million users.", [(3e6, "users"), (4e6, "users"), (5e6, "users")]),
        ("A bid of £3m-£4m is likely.", [(3e6, "GBP"), (4e6, "GBP")]),
        ("A bid of 3 to 4 million pounds is likely.", [(3e6, "GBP"), (4e6, "GBP")]),
        ("They plan anywhere from $2 to $4 billion of cuts.", [(2e9, "USD"), (4e9, "USD")]),
        ("It built 8 or 9 plants.", [(8, "plants"), (9, "plants")]),
        ("Ten to twelve ships wait.", [(10, "ships"), (12, "ships")]),
        ("Deliveries grew from 3.5 to 4.2 million vehicles.", [(3.5e6, "vehicles"), (4.2e6, "vehicles")]),
        ("Sales may be $1.1 billion to $1.3 billion.", [(1.1e9, "USD"), (1.3e9, "USD")]),
        ("It will open 40-50 stores.", [(40, "stores"), (50, "stores")]),
        ("Prices rose 5, 7 and 9 percent.", [(5, "%"), (7, "%"), (9, "%")]),
        ("It lost €10 million and €12 million.", [(10e6, "EUR"), (12e6, "EUR")]),
        ("One to two percent is enough.", [(1, "%"), (2, "%")]),
        ("It raised between ten and fifteen million dollars.", [(10e6, "USD"), (15e6, "USD")]),
    ],
)
def test_neighbours_share_unit_and_scale(text: str, expected: list[tuple[float, str]]) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It expects between 3 and 5 million subscribers.", 3e6, 5e6),
        ("It costs USD 3-5 million a site.", 3e6, 5e6),
        ("They ask $2 to $4 billion.", 2e9, 4e9),
        ("Growth of 8% to 10% is planned.", 8, 10),
        ("Sales of anywhere from 30 to 35 million euros are likely.", 30e6, 35e6),
        ("Ten to twelve ships wait.", 10, 12),
    ],
)
def test_both_ends_of_a_range_know_the_whole(text: str, low: float, high: float) -> None:
    assert [(q.low, q.high) for q in read(text)] == [(low, high)] * 2


@pytest.mark.parametrize(
    "text",
    [
        "The fleet grew from 20 ships to 35.",
        "The stake rose from 12 to 15 percent.",
        "It lost 10 million euros and 12 million euros.",
        "The games drew 3, 4 and 5 million users.",
    ],
)
def test_a_change_and_a_list_are_no_range(text: str) -> None:
    assert {(q.low, q.high) for q in read(text)} == {(None, None)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has 40 stores and 3 million users.", [(40, "stores"), (3e6, "users")]),
        ("It sold 210 million tyres and 17% more tubes.", [(210e6, "tyres"), (17, "%")]),
        ("It employs 300 people in 12 plants.", [(12, "plants")]),
        ("Profit was 4 million euros, 5 percent up.", [(4e6, "EUR"), (5, "%")]),
    ],
)
def test_what_measures_different_things_shares_nothing(text: str, expected: list[tuple[float, str]]) -> None:
    assert amounts(text) == expected
