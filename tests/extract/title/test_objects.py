"""Titles name the thing that "it" behind a verb means, if the words before deal with one thing alone."""

import pytest

from tests.extract.reading import titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "An abbot stayed the order in April 2012, and a bishop overturned it in June 2013.",
            "A bishop overturns the order",
        ),
        (
            "The village school was built in 1837. The county gave it to a charity in June 2013.",
            "The county gives the village school to a charity",
        ),
        (
            "The zoo considered a sale of the pool in May 2013, and dropped it in October 2013.",
            "The zoo drops the sale of the pool",
        ),
    ],
)
def test_a_title_names_what_is_dealt_with(text: str, title: str) -> None:
    assert title in titles(text), titles(text)


@pytest.mark.parametrize(
    "text",
    [
        "A decision is due within weeks. The council set it at 37 percent in May 2013.",  # the duty
        "The cook warned his uncle Jo Berg and struck it in May 2013.",
        "The choir sang a second one, and on 24 April 2013 the abbot signed it.",
        "The chain made the first loss in years. In May 2013 a court charged it with theft.",
    ],
)
def test_a_pronoun_stays_where_the_thing_is_not_sure(text: str) -> None:
    assert any(" it" in title for title in titles(text)), titles(text)
