"""Dates in other languages than English."""

import pytest

from explorer.dates import explain, find
from explorer.dates.resolve import MAX_WRITTEN, read_words
from explorer.model.calendar import Day


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Am 15. April 2019 begann es, im März 2020 war es vorbei.", ["2019-04-15", "2020-03"]),
        ("fr", "Le 15 avril 2019 puis le 1er mai 2020, en août 2018.", ["2019-04-15", "2020-05-01", "2018-08"]),
        ("es", "El 15 de abril de 2019, en marzo de 2020.", ["2019-04-15", "2020-03"]),
        ("pt", "Em 15 de abril de 2019 e março de 2020.", ["2019-04-15", "2020-03"]),
        ("it", "Il 15 aprile 2019 e nel marzo 2020.", ["2019-04-15", "2020-03"]),
        ("id", "Pada 15 April 2019 dan Agustus 2020.", ["2019-04-15", "2020-08"]),
        ("ru", "Это было 15 апреля 2019 года и в марте 2020.", ["2019-04-15", "2020-03"]),
        ("zh", "它在2019年4月15日开始，2020年3月结束。", ["2019-04-15", "2020-03"]),
        ("ja", "2019年4月15日に始まった。", ["2019-04-15"]),
        ("pl", "Zaczęło się 15 kwietnia 2019.", ["2019-04-15"]),
        ("de", "Es begann gestern und endete vor zwei Jahren.", ["2020-09-15", "2018"]),
        ("ru", "Это было вчера.", ["2020-09-15"]),
        ("de-AT", "Es begann am 3. Jänner 2019.", ["2019-01-03"]),
    ],
)
def test_dates_of_other_languages_are_found_and_resolved(language: str, text: str, expected: list[str]) -> None:
    found = find(text, published="2020-09-16", language=language)
    assert [one.when.edtf if one.when else None for one in found] == expected


def test_an_impossible_date_of_another_language_is_rejected() -> None:
    found, rejected = explain("Le 30 février 2020.", language="fr")
    assert found == []
    assert [one.why for one in rejected] == ["February 2020 has no day 30"]


def test_words_of_an_unknown_day_stay_open() -> None:
    (found,) = find("Es begann gestern.", language="de")
    assert found.when is None
    assert "publication date is unknown" in found.why[0]


@pytest.mark.parametrize(
    ("text", "language", "base"),
    [
        ("30 lutego 2020", "pl", None),
        ("15 brumbrum 2020", "pl", None),
        ("gestern", "de", None),
        ("gestern", "no such language", Day(2020, 9, 16)),
        ("9" * MAX_WRITTEN, "de", Day(2020, 9, 16)),
    ],
)
def test_the_library_is_not_believed_when_it_guesses(text: str, language: str, base: Day | None) -> None:
    assert read_words(text, language, base) is None
