"""Which of the words before a verb of saying name who says something."""

import pytest

from explorer.extract.voice import sources
from explorer.extract.voice.speakers import speaker


@pytest.mark.parametrize(
    "words",
    [
        "Ann Lee",
        "the finance ministry",
        "people familiar with the plan",
        "two bankers with knowledge of the talks",
        "a nurse who asked not to be named",
        "IATA's count",
        "WHO and UNICEF",
        "In-N-Out",
        "On Semiconductor",
        "Italy",
        "the companies",
        "it",
    ],
)
def test_names_and_nouns_speak(words: str) -> None:
    assert speaker(words) == words


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Five days later the Norwegian parliament", "the Norwegian parliament"),
        ("two weeks ago Corvane", "Corvane"),
        ("now it", "it"),
        ("the brewer cut its goal for the year and", "the brewer"),
        ("the watchdog sealed its offices and", "the watchdog"),
        ("the results published", "the results"),
        ("an independent report delivered", "an independent report"),
    ],
)
def test_time_and_other_deeds_are_no_part_of_who_speaks(words: str, who: str) -> None:
    assert speaker(words) == who


@pytest.mark.parametrize(
    "words",
    [
        "In September",
        "last week",
        "46 percent",
        "up 20%",
        "at 471 to the dollar",
        "and",
        "having",
        "whose application",
        "when she asked again",
        "nearly all of whom",
        "the commission will",
        "bonds due",
        "hardly anyone outside the building took",
        "it cut its forecast",
        "ordered by a court to disclose documents",
        "Third-quarter",
        "",
    ],
)
def test_what_is_no_name_and_no_noun_says_nothing(words: str) -> None:
    assert speaker(words) == ""


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("Swedish prosecutors", "Swedish prosecutors"),
        ("Volkswagen and the makers of trains", "Volkswagen and the makers of trains"),
        ("Analysts", "analysts"),
        ("an American newspaper", "American newspaper"),
        ("Third-quarter results", "third-quarter results"),
        ("the U.S.", "U.S."),
    ],
)
def test_a_name_stays_as_it_is_written(words: str, short: str) -> None:
    assert sources.short(words) == short
