"""What a person types into a field, and what it means."""

import pytest

from explorer.model.amounts import read_back, written
from explorer.model.mention import Quantity, Span
from explorer.ui.fields import reading
from tests.builders import when


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("mid-2021", ("2021~", "mid"), "= mid-2021"),
        ("Q3 2020", ("2020-35", ""), "= Q3 2020"),
        ("around March", ("2020-03~", "about"), "= about March 2020"),
        ("before 2019", ("../2019", "before"), "= before 2019"),
        ("2019-04..2019-06", ("2019-04/2019-06", ""), "= April – June 2019"),
        ("04/03/2021", ("2021-04-03", ""), "= 3 April 2021, or 4 March 2021"),
        ("", (), "= undated"),
        ("30 February 2020", None, "February 2020 has no day 30."),
        ("soonish", None, "“soonish” is not a date."),
    ],
)
def test_a_date_says_what_it_means_or_why_it_is_none(
    text: str, value: tuple[str, ...] | None, said: str
) -> None:
    typed = reading.date(text, published="2020-09-16")
    assert (typed.value, typed.said) == (value, said)
    assert typed.is_wrong is (value is None)


def test_a_bare_month_needs_a_publication_date() -> None:
    assert "needs a year" in reading.date("March").said


def test_a_date_left_as_it_is_shown_stays_exactly_as_it_was() -> None:
    before = when("2019-04-15/2019-04-15")
    typed = reading.date("15 April 2019", before)
    assert typed.when is before


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("India, US", ("IN", "US"), "= India, United States"),
        ("India", ("IN",), ""),
        ("india, IN", ("IN",), "= India"),
        ("", (), ""),
        ("India, Atlantis", None, "No country is called “Atlantis”."),
    ],
)
def test_countries_are_typed_by_name_or_code(text: str, value: tuple[str, ...] | None, said: str) -> None:
    typed = reading.countries(text)
    assert (typed.value, typed.said) == (value, said)


def test_names_and_tags_are_divided_by_commas() -> None:
    assert reading.names("TikTok,  Federal  Trade Commission, TikTok,").value == (
        "TikTok",
        "Federal Trade Commission",
    )


def test_an_event_needs_a_title() -> None:
    assert reading.title("  ").said == "An event needs a title."
    assert reading.title(" A  ban ").value == ("A ban",)


def test_amounts_are_read_as_in_articles_and_said_in_full_figures() -> None:
    typed = reading.amounts("over $5.7 million; 3 million daily users")
    assert typed.said == "= over 5,700,000 USD; 3,000,000 daily users"
    assert [q.unit for q in read_back(typed.value or (), Span(0, 1))] == ["USD", "daily users"]


def test_amounts_of_the_sources_stay_as_they_are() -> None:
    known = (Quantity("€2", 2e9, "EUR", Span(4, 6), low=2e9, high=3e9),)
    typed = reading.amounts("€2; 45%", known)
    assert (typed.value or ())[:6] == written(known)
    assert typed.said == "= 45 %"


@pytest.mark.parametrize("text", ["a lot", "600", "$5 and cake"])
def test_what_is_no_amount_says_how_to_write_one(text: str) -> None:
    typed = reading.amounts(text)
    assert typed.is_wrong
    assert typed.said.startswith(f"“{text}” is no amount")


def test_every_line_of_a_menu_gets_a_letter_of_its_own() -> None:
    assert reading.with_keys(["Ban", "Launch", "Legal", "R&D", "Ball", "aa"]) == [
        "&Ban",
        "&Launch",
        "L&egal",
        "R&&D",
        "B&all",
        "aa",
    ]
