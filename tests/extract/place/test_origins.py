"""What the words behind a country's name make of it."""

import pytest

from explorer.extract.place import origins
from explorer.extract.place.origins import Noun
from explorer.model.mention import Span


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("Chinese bank regulators", Noun.AUTHORITY),
        ("Chinese central bank", Noun.AUTHORITY),
        ("Chinese telecoms regulator", Noun.AUTHORITY),
        ("Chinese app stores", Noun.SCENE),
        ("Chinese software market", Noun.SCENE),
        ("Chinese bank", Noun.FIRM),
        ("Chinese state-owned oil company", Noun.FIRM),
        ("Chinese port operator", Noun.FIRM),
        ("Chinese news agency", Noun.FIRM),
        ("Chinese-owned smelter", Noun.FIRM),
        ("Chinese company officials", Noun.FIRM),
        ("Chinese pork legend Slagteri", Noun.FIRM),
        ("Chinese salmon farmer Havbruk", Noun.FIRM),
        ("Chinese subsidiary", Noun.FIRM),
        ("Chinese subsidiary of Acme", Noun.SCENE),
        ("Chinese tennis player", Noun.PERSON),
        ("Chinese watches", Noun.GOODS),
        ("Chinese and Indian", Noun.OPEN),
        ("Chinese growth slowed", Noun.OTHER),
    ],
)
def test_the_noun_that_a_people_qualifies_decides(words: str, noun: Noun) -> None:
    assert origins.noun_after(words, Span(0, len("Chinese")), is_adjective=True) is noun


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("China's biggest bank", Noun.FIRM),
        ("China's bank users", Noun.SCENE),
        ("China's Supreme Court", Noun.AUTHORITY),
        ("China banned companies", Noun.OTHER),
        ("China shut nine banks", Noun.OTHER),
        ("China property developer", Noun.FIRM),
    ],
)
def test_a_bare_name_may_be_a_subject(words: str, noun: Noun) -> None:
    assert origins.noun_after(words, Span(0, len("China")), is_adjective=False) is noun
