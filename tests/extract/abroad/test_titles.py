"""Titles in other languages: whole clauses, without their date, never longer than the limit."""

import pytest

from explorer.extract.title.compress import LIMIT
from tests.extract.abroad import scored
from tests.extract.reading import read


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        (
            "de",
            "Am Mittwoch verhängte das Bundeskartellamt wegen Preisabsprachen eine Geldbuße von "
            "20 Millionen Euro.",
            "Das Bundeskartellamt verhängte eine Geldbuße von 20 Millionen Euro",
        ),
        (
            "de",
            "Das Start-up Kornblau hat im Juni 2019 bei mehreren Investoren aus Asien 60 Millionen Euro "
            "eingesammelt.",
            "Das Start-up Kornblau hat 60 Millionen Euro eingesammelt",
        ),
        (
            "fr",
            "L'Autorité de la concurrence a sanctionné Renault pour entente le 3 mars 2020 à Paris, "
            "a-t-elle indiqué.",
            "L'Autorité de la concurrence a sanctionné Renault pour entente à Paris",
        ),
        (
            "es",
            "El fabricante Lucentia compró en mayo de 2019 la filial portuguesa de Ford, según informó "
            "el consejo.",
            "El fabricante Lucentia compró la filial portuguesa de Ford",
        ),
        ("zh", "2018年7月9日小米在香港上市。", "小米在香港上市"),
        (
            "id",
            "Pada 3 Maret 2020, Gojek membuka kantor baru di Vietnam.",
            "Gojek membuka kantor baru di Vietnam",
        ),
    ],
)
def test_a_title_is_a_clause_without_its_date(language: str, text: str, title: str) -> None:
    (mention,) = read(text, "2020-03-20", language=language).mentions
    assert mention.title == title


@pytest.mark.parametrize("language", ["de", "fr", "es", "id", "zh"])
def test_few_titles_are_cut(language: str) -> None:
    titles = [
        mention.title
        for case in scored.cases(language)
        for mention in read(case.text, "2020-03-20", language=language).mentions
    ]
    assert all(len(title) <= LIMIT for title in titles)
    assert sum(title.endswith("…") for title in titles) <= 0.4 * len(titles)
