"""A statement that is too long keeps what happened, and loses which, when, where and to whom it was told."""

import pytest

from tests.extract.reading import read


def _told(text: str) -> list[str]:
    return [mention.title for mention in read(text, published="2023-06-15").mentions]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "A maker that copied four of the machines of Klarna and its owner was ordered by a court "
            "in May 2021 to pay damages.",
            "A maker is ordered by a court to pay damages",
        ),
        (
            "On 4 May 2021 Klarna denied a report in a local newspaper that its directors had met Adyen "
            "to discuss a merger.",
            "Klarna denies a report that its directors had met Adyen",
        ),
        (
            "On 4 May 2021 Jo Berg told the assembled staff of Klarna that he would hand over the mill "
            "to Anna Ek.",
            "Jo Berg to hand over the mill to Anna Ek",
        ),
        (
            "The Maritime Court in the old port of Bergen is expected to rule on the wreck of the ferry "
            "in May 2024.",
            "Maritime Court in the old port of Bergen to rule on the wreck",
        ),
        (
            "In May 2021 Nestle, the oldest of the two bakers, and Danone, a dairy that had fallen on hard "
            "times, signed the lease that the town had offered.",
            "Nestle and Danone sign the lease that the town had offered",
        ),
        (
            "The bishops of the northern province signed a letter in May 2021 obliging the abbey to sell its "
            "vineyard to the town.",
            "The bishops of the northern province sign a letter",
        ),
    ],
)
def test_a_long_statement_keeps_what_happened(text: str, title: str) -> None:
    assert title in _told(text), _told(text)


def test_what_was_not_found_is_not_told_as_found() -> None:
    text = (
        "Klarna said in May 2021 that it had found no evidence whatever in its books and letters that either "
        "the chairman or his lawyer had an account with it."
    )
    assert not any("says either" in title or "chairman had" in title for title in _told(text))
