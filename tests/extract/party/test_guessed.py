"""Names that no cue shows are guessed by all that they do; persons, places and ordinary words are not."""

import pytest

from explorer.extract.party import guessed, names
from explorer.extract.records import NameHit
from explorer.model.mention import PartyType


def companies(text: str) -> list[str]:
    hits: list[NameHit] = [h for h in names.find(text) if h.type is PartyType.COMPANY]
    return list(dict.fromkeys(h.name for h in hits))


@pytest.mark.parametrize(
    "text",
    [
        "Wimbrel stopped making lamps in 2004.",
        "Late in May Wimbrel will close two of its mills.",
        "Workers left Wimbrel's factory at noon.",
        "It was sued by a merger with Wimbrel.",
        "Wimbrel of Latvia, which makes lamps, slept.",
        "Tarn Foods and Latvia's Wimbrel slept.",
        "Wimbrel, which sold its mills, slept.",
        "Wimbrel, the largest of the three, sold its mills.",
        "Wimbrel had its licence taken away in May.",
        "They took over Wimbrel in spring.",
        "The purchase of Latvia's Wimbrel took a year.",
        "The sale of Wimbrel took a year.",
        "She invested 20 million lats in Wimbrel.",
        "They bought 40 per cent of Wimbrel in 2004.",
        "The ministry signed with Wimbrel on Monday.",
        "Wimbrel sought protection from its lenders.",
        "Wimbrel tried the same and closed in May.",
        "Tarn Foods and Wimbrel workers met.",
        "They sold the mill to Wimbrel for 20 million lats.",
        "The bid by Wimbrel failed.",
        "She borrowed 3 million from Wimbrel. Later Wimbrel called it back.",
        "A contract with Wimbrel of Oxmoor ends in May.",
        "Wimbrel's founders slept. A friend of Wimbrel slept.",
        "Wimbrel named Ilse Berg chief executive, and she agreed.",
        "Wimbrel has put off a listing, say two people who know of it. The Hull company will try again.",
        "Wimbrel is in talks to buy a mill, two people said.",
        "Wimbrel said on Monday that it would leave.",
        "Wimbrel, whose flights were late, slept.",
        "Wimbrel and Helvar announced a merger.",
        "Wimbrel was taken over by its lenders.",
        "They raised 290 million euros from Wimbrel in March.",
        "A lender paid 19 million euros in cash for Wimbrel. Wimbrel slept.",
        "Wimbrel is selling its mills.",
    ],
)
def test_a_name_that_does_what_firms_do_is_one(text: str) -> None:
    assert "Wimbrel" in companies(text)


@pytest.mark.parametrize(
    "text",
    [
        "Wimbrel slept.",
        "They met in Wimbrel and stopped.",
        "Ilse Wimbrel closed the door. Wimbrel was ill.",
        "Wimbrel Tarn, 45, sold the house and stopped.",
        "Wimbrel Tarn sold her house.",
        "Farmers stopped making cheese.",
        "Hurricane Wimbrel closed the port.",
        "The Wimbrel closed its doors.",
        "They saw a Wimbrel close in May.",
        "Their Wimbrel plant closed its doors.",
        "Wimbrel, who closed the door, was ill.",
        "Mr. Wimbrel sold the door.",
        "Wimbrel, a congressman, sold the door.",
        "The crop agency Wimbrel raised its estimate.",
        "Wimbrel, the crop agency, raised its estimate.",
        "They bought the tanker Wimbrel.",
        "He wrote “Wimbrel” and sold it.",
        "Ilse Wimbrel joined its board.",
        "Welding stopped in May. Welding will start again.",
        "Sales of Wimbrel grew.",
        "The bank's Wimbrel branches slept.",
        "Europe will sell its gold.",
        "Wimbrel named Ilse Berg secretary of state.",
        "Wimbrel has put off a trip. The company that he leads grew.",
        "Wimbrel said on Monday that it was raining.",
        "Wimbrel and Helvar slept.",
    ],
)
def test_a_person_a_place_or_an_ordinary_word_is_none(text: str) -> None:
    assert companies(text) == []


def test_a_name_counts_with_the_longer_one_that_it_shortens() -> None:
    text = "They met Wimbrel Grid twice. A court threw out Wimbrel's bid."
    assert companies(text) == ["Wimbrel Grid"]


def test_a_rival_and_an_article_are_no_part_of_a_name() -> None:
    assert companies("Rival Wimbrel stopped making lamps.") == ["Wimbrel"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WQX lost a rocket in May.", ["WQX"]),
        ("The sale of WQX took a year.", ["WQX"]),
        ("The WQX lost a rocket in May.", []),
        ("Orders rose to WQX 40 million. It bought WQX 12 million more.", []),
        ("WIMBREL MILLS CLOSED", []),
    ],
)
def test_letters_are_a_name_where_they_are_neither_money_nor_a_heading(text: str, expected: list[str]) -> None:
    assert companies(text) == expected


def test_the_owner_of_a_thing_is_named_without_it() -> None:
    assert companies("They drove Wimbrel's Model Ten. Later Wimbrel closed its mill.") == ["Wimbrel"]


def test_enough_is_more_than_one_hint() -> None:
    assert guessed._HINT < guessed._LIKELY < guessed._ENOUGH <= guessed._SURE
