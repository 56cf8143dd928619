"""A clause of which no title reads well is told anew with who acts, from the words around it."""

import pytest

from tests.extract.reading import titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Mr. Ek, 69, who was first elected in 1970, blamed the banks of Oslo.", "Mr. Ek is first elected"),
        (
            "An earlier bill, which the Senate had passed on 3 June 2013, came back to Oslo.",
            "The Senate has passed an earlier bill",
        ),
        (
            "A revised game law, passed unanimously by the elders on 3 June 2013, limits the catch to six.",
            "A revised game law is passed unanimously by the elders",
        ),
        ("A permanent head, Anna Ek of Adyen, named on 3 June 2013, starts work.", "A permanent head is named"),
        (
            "The krona, quoted at 7.20 in the morning, had slipped. It closed on Friday at 7.40.",
            "The krona closes at 7.40",
        ),
        (
            "Adyen told its owners of 2013. It earned $9 million, compared with $7 million in 2012.",
            "Adyen earns $7 M",
        ),
    ],
)
def test_who_acts_is_taken_from_the_words_around(text: str, title: str) -> None:
    assert title in titles(text), titles(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Nortbank lived off inflation, which ran at 70 percent in 1993.", "Nortbank runs"),
        (
            "The yen fell. The Nikkei index rose above the mark which it had passed in May 2013.",
            "The yen has passed",
        ),
        (
            "The Senate threw out the plan. It will be put to the vote again on 3 June 2014.",
            "The Senate to be put",
        ),
        ("Two years later, in 2012, they grew. They turned down an offer on 3 June 2013.", "Two years turn"),
    ],
)
def test_no_one_acts_whom_the_words_may_not_mean(text: str, wrong: str) -> None:
    assert not any(title.startswith(wrong) for title in titles(text)), titles(text)
