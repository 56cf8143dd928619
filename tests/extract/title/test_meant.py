"""Titles name the companies that "we", "the two" and "it" mean, where no other can be meant."""

import pytest

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


def test_who_is_asked_is_no_company_that_is_named() -> None:
    text = _OWN.replace("We like it.", "Do we like it?\nWhy do we?\n")
    assert not any(title.startswith("Klarna buys") for title in titles(text))
