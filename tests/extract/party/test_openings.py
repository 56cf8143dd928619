"""A participle that opens a sentence tells of whoever the clause behind it has as its subject."""

import pytest

from explorer.model.mention import PartyRole
from tests.extract.reading import read


def first(text: str) -> list[tuple[str, PartyRole]]:
    return [(party.name, party.role) for party in read(text).mentions[0].parties]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Founded in 1988, Marlow Ltd closed its mill in May 2013.", [("Marlow", PartyRole.TARGET)]),
        (
            "Bought by Adyen in 2003, the cosy bank Marlow Ltd left the market in May 2013.",
            [("Marlow", PartyRole.TARGET), ("Adyen", PartyRole.ACTOR)],
        ),
        (
            "Having bought Adyen in 2003, Marlow Ltd closed its mill in May 2013.",
            [("Marlow", PartyRole.ACTOR), ("Adyen", PartyRole.TARGET)],
        ),
        (
            "Since its launch in 1999, Marlow Ltd has been sold to Adyen in May 2013.",
            [("Marlow", PartyRole.TARGET)],
        ),
        (
            "First listed in Oslo in 1999, Marlow Ltd was sold to Adyen in May 2013.",
            [("Marlow", PartyRole.TARGET)],
        ),
    ],
)
def test_it_means_the_subject_behind_it(text: str, expected: list[tuple[str, PartyRole]]) -> None:
    assert sorted(first(text)) == sorted(expected)


def test_it_means_whom_it_stands_for_where_the_subject_is_a_pronoun() -> None:
    found = read("Marlow Ltd makes an app. Launched in 2011, it was sold to Adyen in May 2013.").mentions[0]
    assert [(party.name, party.role) for party in found.parties] == [("Marlow", PartyRole.TARGET)]


@pytest.mark.parametrize(
    "text",
    [
        "Founded in 1988, Marlow Ltd's mill in Oslo was sold in May 2013.",
        "Founded in 1988, the club was sold to Marlow Ltd in May 2013.",
    ],
)
def test_it_means_no_company_that_is_not_the_subject(text: str) -> None:
    assert first(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank, sold to Adyen in 2009, closed its mill on 3 May 2013.", []),
        ("Marlow Ltd lends. The bank, sold to Adyen in 2009, closed its mill on 3 May 2013.", ["Marlow"]),
        ("Marlow Ltd, sold to Adyen in 2009, closed its mill on 3 May 2013.", ["Marlow"]),
    ],
)
def test_a_clause_behind_an_aside_is_of_its_subject_and_not_of_the_aside(
    text: str, expected: list[str]
) -> None:
    (told,) = [mention for mention in read(text).mentions if mention.quote.startswith("closed")]
    assert [party.name for party in told.parties] == expected
