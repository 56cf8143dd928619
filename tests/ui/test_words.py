"""The words of the window."""

import pytest

from explorer.model.article import Article, DateSource
from explorer.model.query import Facet
from explorer.ui import words
from tests.builders import event


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 events"), (1, "1 event"), (2, "2 events"), (12345, "12,345 events")]
)
def test_numbers_agree_with_their_nouns(number: int, said: str) -> None:
    assert words.count(number, "event") == said


@pytest.mark.parametrize(
    ("facet", "value", "said"),
    [
        (Facet.KIND, "ban", "Ban"),
        (Facet.KIND, "eclipse", "Eclipse"),
        (Facet.COUNTRY, "NO", "Norway"),
        (Facet.COUNTRY, "ZZ", "ZZ"),
        (Facet.CERTAINTY, "day", "exact day"),
        (Facet.REVIEW, "unreviewed", "to review"),
        (Facet.COMPANY, "Kestrel", "Kestrel"),
        (Facet.SOURCE, "a", "The title"),
        (Facet.SOURCE, "b", "b"),
    ],
)
def test_values_are_said_as_people_know_them(facet: Facet, value: str, said: str) -> None:
    assert words.value(facet, value, {"a": Article("a", "a", "", title="The title")}) == said


@pytest.mark.parametrize(
    ("said", "code"), [("norway", "NO"), ("NO", "NO"), ("  India ", "IN"), ("Atlantis", None), ("", None)]
)
def test_a_country_is_found_by_name_or_code(said: str, code: str | None) -> None:
    assert words.country_code(said) == code


@pytest.mark.parametrize(
    ("published", "said"), [("2020-01", "January 2020"), (None, "unknown"), ("sometime", "sometime")]
)
def test_the_publication_date_is_said(published: str | None, said: str) -> None:
    assert words.published(Article("a", "a", "", published=published)) == said


def test_every_source_of_a_date_has_words() -> None:
    assert set(words.DATE_SOURCES) == set(DateSource)
    assert set(words.FACETS) == set(Facet)


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2019-04-15", "exact day"),
        ("2019-04", "known to the month"),
        ("2019", "known to the year"),
        ("2019~", "not exact"),
        (None, "no date in the text"),
    ],
)
def test_certainty_is_said(date: str | None, said: str) -> None:
    assert words.certainty(event("Something", date)) == said


def test_long_texts_are_cut_on_one_line() -> None:
    assert words.elided("one\n two   three", 100) == "one two three"
    assert words.elided("abcdefghij", 5) == "abcd…"
