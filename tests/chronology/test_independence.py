"""Copies of one text and reports of one named source count once; sources without a name are not one another."""

import pytest

from explorer.chronology.independence import independent, named_source
from tests.builders import mention

HARBOUR = "The harbour of Bergen closed on Monday after two ferries had collided in fog."


def told(quotes: list[tuple[str, str | None]]) -> int:
    return independent(
        [mention(quote, article=f"paper {n}", attribution=who) for n, (quote, who) in enumerate(quotes)]
    )


def test_a_reprint_counts_once_and_an_own_report_again() -> None:
    own = "Fog shut the port; a collision, says the harbour master."
    assert told([(HARBOUR, None), (HARBOUR + " More follows.", None)]) == 1
    assert told([(HARBOUR, None), (HARBOUR, None), (own, None)]) == 2


@pytest.mark.parametrize(
    ("who", "again"),
    [
        ("the Bergen Post", "The Bergen Post"),
        ("Olaf Lines", "a spokesman for Olaf Lines"),
        ("Ingrid Moe", "Ingrid Moe"),
        ("路透社", "路透社"),
    ],
)
def test_two_reports_of_one_named_source_count_once(who: str, again: str) -> None:
    assert told([("Fog shut the port.", who), ("Two ferries met at sea.", again)]) == 1


@pytest.mark.parametrize(
    "who",
    ["police", "Police", "a spokesman", "sources", "two people familiar with the matter", "Officials",
     "bankers in New York", "the company", "Monday", "Board of Directors", "the Government", "警方"],
)  # fmt: skip
def test_a_source_without_a_name_is_not_the_same_elsewhere(who: str) -> None:
    assert named_source(who) == ""
    assert told([("Fog shut the port.", who), ("Two ferries met at sea.", who)]) == 2


def test_one_article_is_one_source_however_often_it_tells() -> None:
    assert independent([mention("Fog.", article="a"), mention("Ferries met.", article="a", at=90)]) == 1
