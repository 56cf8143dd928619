"""Persons: introduced by an office before or behind their name, or by what only persons do."""

import pytest

from explorer.extract.party import capitals, names, persons
from explorer.model.mention import PartyType


def found(text: str) -> list[str]:
    return persons.find(text, capitals.pieces(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chief Executive Ilse Brandt spoke.", ["Ilse Brandt"]),
        ("A speech by chief financial officer Ilse Brandt.", ["Ilse Brandt"]),
        ("Ilse Brandt, chief executive of a bank, spoke.", ["Ilse Brandt"]),
        ("Ilse Brandt, the treasurer, spoke.", ["Ilse Brandt"]),
        ("Attorney General Ilse Brandt sued.", ["Ilse Brandt"]),
        ("District Attorney Ilse Brandt sued.", ["Ilse Brandt"]),
        ("Senator Ilse van Brandt spoke.", ["Ilse van Brandt"]),
        ("Former Acme Oil trader Ilse Brandt spoke.", ["Ilse Brandt"]),
        ("Ilse Brandt resigned.", ["Ilse Brandt"]),
        ("Ilse Brandt was appointed.", ["Ilse Brandt"]),
        ("World champion Ilse Brandt lost the game.", ["Ilse Brandt"]),
        ("The teacher Ilse Brandt lost $2 million.", ["Ilse Brandt"]),
        ("Ilse Brandt grew.", []),
        ("The chief spoke to Ilse.", []),
    ],
)
def test_persons_are_introduced_by_office_or_deed(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A flat built by Brandt Homes burned.", PartyType.COMPANY),
        ("A flat built by Brandt Wohnbau GmbH burned.", PartyType.COMPANY),
        ("A flat sold by Banco Brandt burned.", PartyType.COMPANY),
        ("A flat owned by Durban's Brandtly burned.", PartyType.COMPANY),
        ("A speech by Ilse Brandt ended.", PartyType.PERSON),
    ],
)
def test_who_did_it_is_a_person_unless_the_name_is_a_firms(text: str, kind: PartyType) -> None:
    assert [hit.type for hit in names.find(text)] == [kind]


def test_an_office_is_no_part_of_a_company() -> None:
    hits = names.find("Attorney General Ilse Brandt sued Tirpitz Mining. Brandt won.")
    assert [(hit.name, hit.type) for hit in hits] == [
        ("Ilse Brandt", PartyType.PERSON),
        ("Tirpitz Mining", PartyType.COMPANY),
        ("Ilse Brandt", PartyType.PERSON),
    ]


def test_the_persons_of_a_text_are_told_apart_from_its_companies() -> None:
    def persons(text: str) -> set[str]:
        return {hit.name for hit in names.find(text) if hit.type is PartyType.PERSON}

    assert persons("Chief Executive Ada Brandt left Orla Foods Ltd on Monday.") == {"Ada Brandt"}
    assert persons("Orla Foods Ltd was sold on Monday.") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jo Ek replaced Ada Berg as chairman of Pell Motors in March 2013.", {"Jo Ek", "Ada Berg"}),
        ("Pell Motors was founded by Ada Berg, Jo Ek and Bo Lund in 2003.", {"Ada Berg", "Jo Ek", "Bo Lund"}),
        ("Ada Berg and Jo Ek founded Pell Motors in 2003.", {"Ada Berg", "Jo Ek"}),
        ("Pell Motors and Orme Foods founded a venture in 2003.", set()),
        ("Pell Motors promoted Ada Berg to head of sales in March 2013.", {"Ada Berg"}),
        ("Pell Motors, led by Ada Berg, sold its Leeds mill in March 2013.", {"Ada Berg"}),
    ],
)
def test_persons_are_found_by_what_is_done_to_them_and_beside_each_other(text: str, expected: set[str]) -> None:
    assert {hit.name for hit in names.find(text) if hit.type is PartyType.PERSON} == expected
