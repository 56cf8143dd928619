"""The countries of an event: who acts, where it happens, what a clause inherits; and what gives none."""

import tomllib
from pathlib import Path

import pytest

from tests.extract.reading import read

DAY = "2019-06-20"
CASES = tomllib.loads((Path(__file__).parent / "country_cases.toml").read_text("utf-8"))


def places_of(text: str) -> set[str]:
    """Give the countries of the last event of a text."""
    told = [mention for mention in read(text, DAY).mentions if not mention.is_borderline]
    return set(told[-1].countries) if told else {"no event"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*row, id=f"{name}-{at}") for name, rows in CASES.items() for at, row in enumerate(rows)],
)
def test_an_event_has_the_countries_of_its_scene_and_of_who_acts(text: str, expected: str) -> None:
    assert places_of(text) == set(expected.split())


def test_there_are_cases_with_and_without_countries() -> None:
    rows = [row for listed in CASES.values() for row in listed]
    assert len(rows) > 350
    assert sum(not expected for _, expected in rows) > 100


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Laos after the flood", {"LA"}),
        ("Acme Laos after the flood", set()),
        ("Laos, Peru and the flood", set()),
        ("After the flood", set()),
    ],
)
def test_an_authority_without_a_country_is_that_of_the_one_country_of_the_title(
    title: str, expected: set[str]
) -> None:
    text = "The government suspended all dams on 3 May 2013. Acme Laos Ltd built them."
    assert set(read(text, DAY, title=title).mentions[0].countries) == expected


@pytest.mark.parametrize(
    "text",
    [
        "PERTH, March 3 - The Financial Tolls Authority approved the rules in May.",
        "PERTH, March 3 - President Wimbrel scrapped the dam in May.",
        "PERTH, March 3 - The deal stands, energy minister Wimbrel said in May.",
    ],
)
def test_an_office_with_a_capital_is_an_authority_of_the_dateline(text: str) -> None:
    assert places_of(text) == {"AU"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Is it so? Yes. Brussels put forward a ban on tankers in May 2013.", {"EU"}),
        ("Is it so? Yes. Lima put forward a ban on tankers in May 2013.", {"PE"}),
        ("The bishop of Lima put forward a ban on tankers in May 2013.", set()),
    ],
)
def test_a_capital_that_does_something_acts_for_its_country(text: str, expected: set[str]) -> None:
    assert places_of(text) == expected
