"""Clauses that are no statement by themselves become one in a title."""

import pytest

from tests.extract.reading import read


def _told(text: str) -> list[str]:
    return [mention.title for mention in read(text, published="2023-06-15").mentions]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Bangladesh, where an office was opened in January 2021, grew.", "An office is opened in Bangladesh"),
        ("Klarna, where a strike began in May 2021, grew.", "A strike begins at Klarna"),
        (
            "Transfers were stopped for the banks in 2019, and for cards in May 2021.",
            "Transfers are stopped for cards",
        ),
        ("The first mill opened in June 2016; the second version in May 2017.", "The second version opens"),
        ("STAFF: 158 people worked for Klarna in 2021.", "158 people work for Klarna"),
        (
            "Klarna agreed in May 2021 to build a factory in Pune, to be finished in 2024.",
            "Klarna: a factory to be finished",
        ),
        (
            "The operating loss of Klarna widened to 61 million euros in 2022 from 48 million a year earlier.",
            "Klarna: operating loss of €48 M",
        ),
    ],
)
def test_what_leans_on_other_words_is_told_with_them(text: str, title: str) -> None:
    assert title in _told(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("With no money for wages the board met on 4 May 2021.", "The board meets"),
        (
            "In a similar case the court ruled against two makers of zips on 4 May 2021.",
            "The court rules against",
        ),
        ("Judges in Lyon blocked the sale on 4 May 2021 that autumn.", "Judges in Lyon block the sale"),
    ],
)
def test_what_only_leads_to_a_fact_or_dates_it_again_is_left_out(text: str, title: str) -> None:
    assert any(told.startswith(title) for told in _told(text)), _told(text)


def test_a_time_that_is_part_of_the_fact_stays() -> None:
    assert _told("The index rose on 4 May 2021 to its highest since 2008.") == [
        "The index rises to its highest since 2008"
    ]
