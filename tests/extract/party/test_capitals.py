"""Chains of capitals: what may be a name in a text."""

import pytest

from explorer.extract.party import capitals


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill was sold to Orla Foods and Bank of Lund.", ["The", "Orla Foods", "Bank of Lund"]),
        ("Orla Foods CEO Mara Lind left.", ["Orla Foods", "Mara Lind"]),
        (
            "It runs iVerra, eNova and 8Lanterns Ltd in Lund.",
            ["It", "iVerra", "eNova", "8Lanterns Ltd", "Lund"],
        ),
        ("iVerra Foods bought Orla.", ["iVerra Foods", "Orla"]),
        ("a mill of no name", []),
    ],
)
def test_chains_of_capitals_are_cut_where_another_name_begins(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in capitals.pieces(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday Orla Foods left.", ["Orla Foods"]),
        ("Last Friday Orla Foods left.", ["Orla Foods"]),
        ("Mara left in June Orla Foods and on 3 May Lund.", ["Mara", "Orla Foods", "Lund"]),
        ("the Sunday Times, by June Lind", ["Sunday Times", "June Lind"]),
        ("On Monday it left.", ["On Monday"]),
    ],
)
def test_a_day_or_month_before_a_name_is_no_part_of_it(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in capitals.pieces(text)] == expected
