"""The present of headlines: the verb that is surely one, and no other word."""

import pytest

from explorer.extract.title import tense


@pytest.mark.parametrize(
    ("past", "present"),
    [
        ("The lender sold its trams", "The lender sells its trams"),
        ("Two mines sold their coal", "Two mines sell their coal"),
        ("Siemens sold its trams", "Siemens sells its trams"),
        ("Sales of tents fell in Norway", "Sales of tents fall in Norway"),
        ("The plant was flooded", "The plant is flooded"),
        ("Both ferries were sold", "Both ferries are sold"),
        ("Nike had given up the chair", "Nike has given up the chair"),
        ("Nike cut its price", "Nike cuts its price"),
        ("Drivers for the lender Nike went home", "Drivers for the lender Nike go home"),
        ("Siemens and its rival Nike sold trams", "Siemens and its rival Nike sell trams"),
        ("The board met and chose a head", "The board meets and chooses a head"),
        ("The court ruled that the tax was too high", "The court rules that the tax was too high"),
    ],
)
def test_the_verb_of_a_statement_is_told_in_the_present(past: str, present: str) -> None:
    assert tense.present(past, frozenset({"Siemens", "Nike"})) == present


@pytest.mark.parametrize(
    "words",
    [
        "The ship built in Turku sank",  # a participle, then the verb
        "The planned merger has failed",
        "The rule means that shops closed on Sundays stay so",
        "There was a fire",  # a state, not a passive
        "He was the first",
        "The rise cut short a long slump",
        "The figures released on Monday show a loss",
        "The owner of the mine that flooded has paid",
        "Its prices, which doubled, will fall",
    ],
)
def test_words_that_may_be_something_else_are_left_alone(words: str) -> None:
    assert tense.present(words, frozenset()) == words


@pytest.mark.parametrize(
    ("words", "subject", "told"),
    [
        ("cutting its price", "Nike", "Nike cuts its price"),
        ("leaving the port", "Two ferries", "Two ferries leave the port"),
        ("being suspended", "Trading", "Trading is suspended"),
        ("morning trade", "Nike", None),
    ],
)
def test_a_participle_and_its_subject_make_a_statement(words: str, subject: str, told: str | None) -> None:
    assert tense.finite(words, subject, frozenset({"Nike"})) == told
