"""Titles name the companies that "we", "the two" and "it" mean, where no other can be meant."""

import pytest

from explorer.extract.records import NameHit, Told
from explorer.extract.title import meant
from explorer.model.mention import Span, Status
from tests.extract.reading import titles

_OWN = (
    "Klarna is our bank. We like it. Klarna grew with our town, and Klarna lent to our mills. We know Klarna.\n"
    "2013: In May 2013 we bought a mill in Turku and closed our shop."
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (_OWN, "Klarna buys a mill in Turku"),
        (
            "Klarna and Adyen compete in Oslo. The two were merged under one name in May 2013.",
            "Klarna and Adyen are merged under one name",
        ),
        (
            "Of its app Klarna tells little. Insiders said it passed 700 million users in May 2013.",
            "Reports: Klarna passes 700 M users",
        ),
    ],
)
def test_a_title_names_who_is_meant(text: str, title: str) -> None:
    assert title in titles(text), titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Klarna was searched in Oslo. Police filed charges against the bank in May 2013.",
            "Police file charges against Klarna",
        ),
        (
            "Klarna fell behind. Sales at its large shops slumped 17 percent in May 2013.",
            "Sales at Klarna’s large shops slump 17 %",
        ),
        (
            "Klarna agreed in March 2013 to buy Adyen for $3 million, and shareholders cleared the sale "
            "in May 2013.",
            "Klarna and Adyen: shareholders clear the sale",
        ),
    ],
)
def test_a_title_names_who_is_dealt_with(text: str, title: str) -> None:
    assert title in titles(text), titles(text)


def _told(*names: str) -> Told:
    hits = [NameHit(Span(at, at + 1), name) for at, name in enumerate(names)]
    return Told("", Span(0, 0), None, "other", Status.HAPPENED, (), (), (), None, Span(0, 0), hits)


def test_an_article_is_about_a_company_that_it_names_far_more_often_than_any_other() -> None:
    assert meant.topic(_told(*["Klarna"] * 4, "Adyen")) == "Klarna"
    assert meant.topic(_told(*["Klarna"] * 4, *["Adyen"] * 3)) == ""
    assert meant.topic(_told(*["Klarna"] * 3)) == ""


def test_who_is_asked_is_no_company_that_is_named() -> None:
    text = _OWN.replace("We like it.", "Do we like it?\nWhy do we?\n")
    assert not any(title.startswith("Klarna buys") for title in titles(text))


def test_the_start_up_is_not_the_firm_that_its_round_was_led_by() -> None:
    text = "The start-up raised $30 million in May 2013 in a round led by Klarna."
    assert titles(text) == ["The start-up raises $30 M in a round led by Klarna"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Having bought Adyen in 2009, Klarna closed its mill in May 2013.", "Klarna buys Adyen"),
        ("Having been fined in 2009, Klarna closed its mill in May 2013.", "Klarna is fined"),
        ("Klarna, which was sold in 2009, returned to the market in May 2013.", "Klarna returns to the market"),
    ],
)
def test_a_participle_that_opens_a_sentence_is_told_of_its_subject(text: str, title: str) -> None:
    assert title in titles(text), titles(text)
