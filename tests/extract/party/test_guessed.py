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
    ],
)
def test_a_person_a_place_or_an_ordinary_word_is_none(text: str) -> None:
    assert companies(text) == []


def test_a_name_counts_with_the_longer_one_that_it_shortens() -> None:
    text = "They met Wimbrel Grid twice. A court threw out Wimbrel's bid."
    assert companies(text) == ["Wimbrel Grid"]


def test_a_rival_and_an_article_are_no_part_of_a_name() -> None:
    assert companies("Rival Wimbrel stopped making lamps.") == ["Wimbrel"]


def test_enough_is_more_than_one_hint() -> None:
    assert guessed._HINT < guessed._LIKELY < guessed._ENOUGH <= guessed._SURE
