"""Tables whose head tells the scale and the currency of the figures below."""

import pytest

from explorer.extract.amount import quantities
from explorer.model.mention import Span

ROWS = "\nNordbank    Jan 14    3.5\nOstbank    Feb 2    12.25\n"


def amounts(text: str) -> list[tuple[float, str]]:
    lines, start = [], 0
    for line in text.splitlines(keepends=True):
        lines.append(Span(start, start + len(line)))
        start += len(line)
    return [(q.value, q.unit) for q in quantities.find(text, lines)]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Lender, date, sum ($ bln)", [(3.5e9, "USD"), (12.25e9, "USD")]),
        ("Fresh capital (in millions of euros)", [(3.5e6, "EUR"), (12.25e6, "EUR")]),
        ("Write-downs (GBP million)", [(3.5e6, "GBP"), (12.25e6, "GBP")]),
        ("Loans (All figures in billion yen)", [(3.5e9, "JPY"), (12.25e9, "JPY")]),
    ],
)
def test_a_figure_below_a_head_is_in_its_scale_and_currency(
    head: str, expected: list[tuple[float, str]]
) -> None:
    assert amounts(head + ROWS) == expected


def test_a_head_without_currency_takes_that_of_the_text() -> None:
    assert amounts(f"It lent 9 million kroner in Norway.\nSums (bln){ROWS}")[1:] == [
        (3.5e9, "NOK"),
        (12.25e9, "NOK"),
    ]


def test_without_a_head_bare_figures_measure_nothing() -> None:
    assert amounts(f"Lender, date, sum{ROWS}") == []


def test_a_table_ends_where_prose_follows() -> None:
    prose = (
        "The lender's boss, who is leaving, said that its rating of 4.5 was unfair and that it would appeal.\n"
    )
    assert amounts(f"Sums ($ bln){ROWS}{prose}Rated 6.5\n") == [(3.5e9, "USD"), (12.25e9, "USD")]


def test_ranks_and_years_of_a_table_are_no_sums() -> None:
    assert amounts("Sums ($ bln)\n1    Nordbank    2008    3.5\n") == [(3.5e9, "USD")]
