"""Articles of our own, annotated without a look at the program: how much of them is read right.

Rules are written by every second file; the floors are for the others.
"""

from functools import cache
from pathlib import Path

import pytest

from tests.extract.annotated import Reading, annotated, read, share

FILES = sorted((Path(__file__).parent / "news_cases").glob("*.toml"))
MORE = sorted((Path(__file__).parent / "news_more").glob("*.toml"))  # by which rules for names were written
LEAST = {"date": 0.9, "kind": 0.66, "status": 0.9, "companies": 0.62, "countries": 0.76, "quantities": 0.84}


@cache
def readings() -> tuple[Reading, ...]:
    return tuple(read(one) for one in annotated(FILES[1::2]))


def test_most_events_are_found_and_most_mentions_are_events() -> None:
    dated = sum("date" in pair.right for one in readings() for pair in one.pairs)
    told = sum(len(one.pairs) + len(one.false) for one in readings())
    asked = sum(len(one.pairs) + len(one.missed) for one in readings())
    assert share(dated, told) >= 0.8
    assert share(dated, asked) >= 0.86


@pytest.mark.parametrize("stage", LEAST)
def test_most_of_what_is_found_is_told_right(stage: str) -> None:
    pairs = [pair for one in readings() for pair in one.pairs]
    assert share(sum(stage in pair.right for pair in pairs), len(pairs)) >= LEAST[stage]


def test_the_articles_are_many_and_of_many_kinds() -> None:
    events = [event for one in annotated(FILES) for event in one.events]
    assert len(events) > 700
    assert len({event.kind for event in events}) == 14
    assert {event.status for event in events} == {"happened", "planned", "alleged", "denied"}


def test_who_takes_part_is_mostly_told_right_in_further_articles() -> None:
    pairs = [pair for one in annotated(MORE) for pair in read(one).pairs]
    assert share(sum("companies" in pair.right for pair in pairs), len(pairs)) >= 0.68
