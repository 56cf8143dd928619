"""Dates in words that no file of ours has, read by a library that is not believed when it guesses."""

import pytest

from explorer.dates import find, parse_typed
from explorer.dates.abroad.written import read_words
from explorer.dates.specs import Calendar
from explorer.model.when import Precision


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("lt", "Tai prasidėjo 15 kovo 2019 ir baigėsi vasarą.", ["2019-03-15"]),
        ("bg", "Започна на 15 април 2019 в София.", ["2019-04-15"]),
        ("vi", "Ngày 15 tháng 4 năm 2019 công ty mở cửa.", ["2019-04-15"]),
        ("he", "זה התחיל ב 15 אפריל 2019 בחיפה.", ["2019-04-15"]),
        ("et", "Ettevõte avati aprill 2019 lõpus.", ["2019-04"]),
        ("bg", "На 31 април 2019 нищо.", []),
        ("bg", "Имаше 15 души 2019 коли.", []),
    ],
)
def test_dates_that_name_their_year_are_read_in_languages_without_a_file(
    language: str, text: str, expected: list[str]
) -> None:
    found = find(text, published="2020-09-16", language=language)
    assert [one.when.edtf for one in found if one.when and one.when.precision is not Precision.YEAR] == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("15 kwietnia 2019", "2019-04-15"),
        ("le 15 avril 2019", "2019-04-15"),
        ("März 2019", "2019-03"),
        ("15 brumbrum 2019", None),
        ("30 lutego 2020", None),
        ("gestern", None),
    ],
)
def test_people_may_type_dates_in_their_language(typed: str, expected: str | None) -> None:
    when = parse_typed(typed)
    assert (when.edtf if when else None) == expected


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("30 lutego 2020", "pl"),
        ("15 brumbrum 2020", "pl"),
        ("15 kwietnia", "pl"),
        ("15 kwietnia 2019", "no such language"),
        ("wczoraj", "pl"),
        ("9" * 80, "de"),
        ("2019", "de"),
    ],
)
def test_the_library_is_not_believed_when_it_guesses(words: str, language: str) -> None:
    assert read_words(words, language) is None


def test_a_control_is_read() -> None:
    assert read_words("15 kwietnia 2019", "pl") == Calendar(2019, 4, 15)
