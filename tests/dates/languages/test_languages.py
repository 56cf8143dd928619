"""Dates in other languages than English: a table of sentences for each.

A row is a sentence and what is found in it: `| words = TIMEX3 value = EDTF`, with `= EDTF of the whole` at the
ends of a range; `-` is a value or a date that is none.
"""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.dates import Expression, explain, find
from explorer.dates.abroad.words import tables
from explorer.model.edtf import bounds

FILES = sorted(Path(__file__).parent.glob("*.txt"))
LANGUAGES = [file.stem for file in FILES]
FIGURES = "15 3. 2019 90 , . - ( ) / 9/11 16/9 3/4/2019 3-5 15:30 15.30 Q3 2019-05 3.-5. 1990er 90-е 17h30"


def rows() -> list[tuple[str, str]]:
    return [
        (file.stem, line)
        for file in FILES
        for line in file.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]


def cell(one: Expression) -> str:
    when = one.when.edtf if one.when else "-"
    return " = ".join([one.text, one.value or "-", when] + ([one.interval.edtf] if one.interval else []))


@pytest.mark.parametrize(("language", "row"), rows())
def test_a_sentence_means_what_its_row_says(language: str, row: str) -> None:
    sentence, *expected = row.split(" | ")
    found = find(sentence, published="2020-09-16", language=language)
    assert [cell(one) for one in found] == expected


@pytest.mark.parametrize("file", FILES, ids=LANGUAGES)
def test_each_language_has_its_sentences(file: Path) -> None:
    assert sum(language == file.stem for language, _ in rows()) >= 40


def words_of(language: str) -> list[str]:
    """Give words of every concept of a language, and what stands between them."""
    concepts = (list(table)[:4] for name, table in tables(language).items() if name.isupper())
    return [
        *(word.replace(" ' ", "'") for some in concepts for word in some),
        *"15 3. 2019 90 , . - ( ) /".split(),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_text_gives_sorted_places_that_do_not_overlap(language: str) -> None:
    texts = st.lists(st.sampled_from(words_of(language)), max_size=20).map(" ".join)
    publications = st.sampled_from([None, "2020-09-16", "2020", "-0043"])

    @settings(max_examples=150, deadline=None)
    @given(texts, publications)
    def law(text: str, published: str | None) -> None:
        found, rejected = explain(text, published=published, language=language)
        for one in found:
            assert text[one.span.start : one.span.end] == one.text
            assert one.why
            if one.when is not None:
                bounds(one.when)
        assert all(left.span.end <= right.span.start for left, right in pairwise(found))
        assert all(text[one.span.start : one.span.end] == one.text for one in rejected)

    law()


@pytest.mark.parametrize("language", ["de", "pl", "zz"])
def test_a_date_that_does_not_exist_is_rejected_with_the_reason(language: str) -> None:
    found, rejected = explain("30.02.2020", language=language)
    assert found == []
    assert "not a day of the calendar" in rejected[0].why


@pytest.mark.parametrize(
    ("language", "text", "reason"),
    [
        ("fr", "Le 30 février 2020.", "February 2020 has no day 30"),
        ("es", "Unos 2000 agentes vigilaban.", "a number of agentes"),
        ("de", "Der 43 Jahre alte Fahrer starb.", "an age"),
        ("it", "La sonda arriva su Marte; Aprile è un romanzo.", "“Aprile” as a name"),
        ("pt", "Mora na Rua 25 de Março.", "“Março” as a name"),
        ("ru", "Он живёт в кабинет 2019.", "a number after “кабинет”"),
        ("id", "Kursi 1945 kosong, ada 1945 kursi.", "a number between “ada” and “kursi”"),
    ],
)
def test_what_is_rejected_comes_with_the_reason(language: str, text: str, reason: str) -> None:
    assert reason in [one.why for one in explain(text, language=language)[1]]


def test_words_of_an_unknown_day_stay_open() -> None:
    (found,) = find("Es begann gestern.", language="de")
    assert found.when is None
    assert "publication date is unknown" in found.why[0]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("pl", "Zaczęło się 15 kwietnia 2019, wczoraj i 3 lata temu.", ["2019-04-15", "2020-09-15", "2017"]),
        ("sv", "För tre år sedan; 3 år sedan; i fjol.", ["2017", "2019"]),
        ("tr", "3 yıl önce ve dün.", ["2017", "2020-09-15"]),
        ("zz", "2019-05-03, 3/4/2021 ve 2019.", ["2019-05-03", "2021-04-03", "2019"]),
    ],
)
def test_a_language_without_words_by_hand_gets_what_the_data_hold(
    language: str, text: str, expected: list[str]
) -> None:
    found = find(text, published="2020-09-16", language=language)
    assert [one.when.edtf for one in found if one.when] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de-AT", "Es begann am 3. Jänner 2019.", "2019-01-03"),
        ("pt_BR", "Em 15 de abril de 2019.", "2019-04-15"),
        ("DE", "Es begann am 3. Mai 2019.", "2019-05-03"),
    ],
)
def test_the_code_of_a_language_may_name_a_country(language: str, text: str, expected: str) -> None:
    (found,) = find(text, language=language)
    assert found.when is not None
    assert found.when.edtf == expected
