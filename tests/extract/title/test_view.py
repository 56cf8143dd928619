"""A view of a statement finds its subject and its finite verb by the forms of words and their neighbours."""

import pytest

from explorer.extract.title import view


@pytest.mark.parametrize(
    ("words", "subject", "verb"),
    [
        ("Banks in Oslo finance the mill", "Banks in Oslo", "finance"),
        ("The mill built in Turku was sold", "The mill built in Turku", "was"),
        ("The plant, closed in May, opens again", "The plant, closed in May,", "opens"),
        ("A bill that would end the fines passes", "A bill that would end the fines", "passes"),
        ("In May the mill burned", "the mill", "burned"),
        ("On 9 May 2013 Klarna took a loan", "Klarna", "took"),
        ("In May 2013 Marlow Ltd took a loan", "Marlow Ltd", "took"),
        ("Last year a rival opened", "a rival", "opened"),
        ("The first reopened in May", "The first", "reopened"),
        ("Bakers and brewers award Asos a prize", "Bakers and brewers", "award"),
        ("Sioux Falls offers a loan", "Sioux Falls", "offers"),
        ("Drivers for Klarna and Little went on strike", "Drivers for Klarna and Little", "went"),
        ("The total was $1 billion before one refused", "The total", "was"),
        ("At least 22 people have died, the last in Oslo", "At least 22 people", "have"),
        ("Sales fell after the plant that Asos owned was shut", "Sales", "fell"),
    ],
)
def test_the_verb_of_the_subject_is_found(words: str, subject: str, verb: str) -> None:
    seen = view.of(words)
    assert words[seen.subject : seen.verb].strip() == subject
    assert words[seen.verb :].split()[0] == verb


@pytest.mark.parametrize(
    "words",
    [
        "The finance chief of Klarna, Jo Berg",
        "A bill that would end the fines",
        "An accord signed by both banks",
        "A group believed to be Danish",
        "Plans for a mill in Turku, dropped in May",
        "Sales in Oslo",
        "Whom it charged with theft",
        "From Turku and sold it in Oslo",
    ],
)
def test_words_without_a_verb_of_their_own_state_nothing(words: str) -> None:
    assert not view.states(words)


@pytest.mark.parametrize(("words", "lacks"), [
    ("Posted $9 million", True),
    ("Said that it would close", True),
    ("were sold in May", True),
    ("Sold Brothers open a shop", False),
    ("May was cold", False),
    ("Sales fell", False),
])  # fmt: skip
def test_a_statement_may_lack_its_subject(words: str, lacks: bool) -> None:
    assert view.lacks_subject(words) is lacks


def test_a_subject_is_no_preposition_and_no_relative() -> None:
    assert view.opens("The mill in Turku")
    assert not view.opens("which the mill made")
    assert not view.opens("of the mill")
