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
