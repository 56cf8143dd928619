"""A title that reads badly gives way to one with whom or what place it is about, if the text tells."""

import pytest

from tests.extract.reading import titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Klarna grew in Oslo in May 2013. Revenue slipped to 1.9 million euros in June 2013.",
            "Klarna: revenue slips to €1.9 M",
        ),
        ("Sweden rationed beer in 1917. The ban was lifted in October 1955.", "Sweden: the ban is lifted"),
        (
            "Klarna was born in Oslo. It is due to sign the contract by June 2014.",
            "Klarna is due to sign the contract",
        ),
        (
            "Klarna lost money in 2012. The lender, which has 40 offices, closed a shop in May 2013.",
            "Klarna closes a shop",
        ),
        (
            "Klarna replaced its head of sales with 63-year-old Jo Berg, who had led the office since 2010.",
            "Jo Berg has led the office",
        ),
        (
            "Klarna grew. Klarna hired. Klarna paid. Oslo liked Klarna. The coupons expired in May 2013.",
            "Klarna: the coupons expire",
        ),
        (
            "Sweden votes soon. In May 2013 the government announced a list of 23 ferries.",
            "Sweden: the government announces a list of 23 ferries",
        ),
    ],
)
def test_a_title_says_what_it_is_about(text: str, title: str) -> None:
    assert title in titles(text), titles(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('The shares of Klarna fell. "They told me to wait on 3 June 2013," said a nurse.', "Klarna"),
        ("Jo Berg owns shares of Klarna. We bought a mill in May 2013.", "Klarna"),
        ("Klarna grew. In May 2013 inflation reached 22 per cent. Klarna did not mind.", "Klarna:"),
        ("Klarna has a founder. She sold her boat on 3 June 2013.", "Klarna"),
    ],
)
def test_nobody_is_named_whom_the_words_may_not_mean(text: str, wrong: str) -> None:
    assert not any(title.startswith(wrong) for title in titles(text)), titles(text)
