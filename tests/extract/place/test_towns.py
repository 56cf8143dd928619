"""The towns of the world."""

import pytest

from explorer.extract.lexicon import rows
from explorer.extract.place import towns
from explorer.extract.place.countries import known, names_by_code


@pytest.mark.parametrize(
    ("text", "end", "code"),
    [
        ("Badajoz fell", 7, "ES"),
        ("Cần Thơ's mayor", 7, "VN"),
        ("Frankfurt am Main", 17, "DE"),
        ("Fresno County", 6, "US"),
        ("Stoke-on-Trent voted", 14, "GB"),
    ],
)
def test_the_longest_town_is_found_with_or_without_accents(text: str, end: int, code: str) -> None:
    assert towns.at(text, 0) == (end, code)


@pytest.mark.parametrize("text", ["Springfish", "fresno", "Deal done", "Most people", "Nokia phones"])
def test_words_and_companies_are_no_towns(text: str) -> None:
    assert towns.at(text, 0) is None


def test_the_list_repeats_no_city_and_knows_its_countries() -> None:
    for code, listed in rows("towns.tsv"):
        assert code in names_by_code()
        assert known().isdisjoint(listed.split("|"))
