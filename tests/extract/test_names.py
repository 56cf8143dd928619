"""Names: gazetteers, suffixes, tickers, cues, short forms; and what is no party."""

import pytest

from explorer.extract import names
from explorer.extract.records import NameHit
from explorer.model.mention import PartyType


def companies(text: str) -> list[str]:
    hits = [h for h in names.find(text) if h.type is PartyType.COMPANY and not h.is_source]
    return list(dict.fromkeys(h.name for h in hits))


def hit(text: str, words: str) -> NameHit:
    return next(h for h in names.find(text) if text[h.span.start : h.span.end] == words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lufthansa and Deutsche Bahn will share tickets.", ["Lufthansa", "Deutsche Bahn"]),
        ("Marlow Foundry Ltd closed its gates.", ["Marlow Foundry"]),
        ("Kestrel Biologics (NASDAQ: KBIO) fell.", ["Kestrel Biologics"]),
        ("Shares of Ostrana rose.", ["Ostrana"]),
        ("The startup Quillon was founded in a barn.", ["Quillon"]),
        ("Hearth & Vale Insurance paid.", ["Hearth & Vale Insurance"]),
        ("JPMorgan and J.P. Morgan are one.", ["JPMorgan Chase"]),
        ("Borealis, a Danish shipping company, sank.", ["Borealis"]),
    ],
)
def test_companies_are_found_by_gazetteer_suffix_ticker_and_cue(text: str, expected: list[str]) -> None:
    assert companies(text) == expected


def test_a_name_known_once_counts_shortened_and_abbreviated_too() -> None:
    text = "Pelican Freight Holdings Ltd (PFH) grew. Later Pelican shrank and PFH was sold."
    assert [h.name for h in names.find(text)] == ["Pelican Freight Holdings"] * 4


def test_holdings_are_left_off_where_the_text_leaves_them_off() -> None:
    text = "Pelican Freight Holdings grew. Pelican Freight was sold."
    assert [h.name for h in names.find(text)] == ["Pelican Freight"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vindra Kattegat A/S closed its mill.", ["Vindra Kattegat"]),
        ("PT Sari Rimba closed its mill.", ["Sari Rimba"]),
        ("It sued Olsa Perdu S.A.S. last year.", ["Olsa Perdu"]),
        ("Banco Arroyo del Monte S.A. closed.", ["Banco Arroyo del Monte"]),
        ("Kenya's Zuri Power closed a plant.", ["Zuri Power"]),
        ("It bought Leeds-based Tolly Brewers.", ["Tolly Brewers"]),
        ("Steelmaker Ostrava Ispat cut output.", ["Ostrava Ispat"]),
        ("They fined Pelo Bhd RM6 million.", ["Pelo"]),
        ("Ada Perrin of Perrin Regional Press spoke.", ["Perrin Regional Press"]),
        ("A court restored the licences of Bhoomi Teleworld.", ["Bhoomi Teleworld"]),
        ("Quilt Bodega laid off half of its staff.", ["Quilt Bodega"]),
        ("Ada Perrin sold a horse.", []),
        ("The Minister of Fisheries spoke.", []),
    ],
)
def test_a_name_begins_and_ends_where_the_firm_does(text: str, expected: list[str]) -> None:
    assert companies(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The apple fell on the target.",
        "Next to the gap a shell lay.",
        "Meta is a Greek prefix.",
        "She crossed the line in January.",
        "Oracle bones were found.",
    ],
)
def test_an_ordinary_word_is_no_company(text: str) -> None:
    assert companies(text) == []


@pytest.mark.parametrize(
    "text", ["Apple said it would wait.", "Target Corp closed stores.", "He joined Shell in 2011."]
)
def test_an_ordinary_word_with_a_cue_is_a_company(text: str) -> None:
    assert len(companies(text)) == 1


def test_the_press_and_analysts_are_sources() -> None:
    text = "Bloomberg reported it. According to Gartner, sales fell, and Barclays analysts agreed."
    assert companies(text) == []


def test_an_aircraft_is_no_statement_about_its_maker() -> None:
    text = "The carrier parked ten Airbus A320 jets."
    assert hit(text, "Airbus").is_product


def test_agencies_courts_and_persons_are_typed() -> None:
    text = (
        "The FTC and the Delhi High Court wrote to Chief Executive Mira Castell. "
        "The Tram Safety Authority agreed."
    )
    kinds = {h.name: h.type for h in names.find(text)}
    assert kinds["Federal Trade Commission"] is PartyType.AGENCY
    assert kinds["Delhi High Court"] is PartyType.COURT
    assert kinds["Mira Castell"] is PartyType.PERSON
    assert kinds["Tram Safety Authority"] is PartyType.AGENCY


def test_a_person_is_no_company() -> None:
    assert companies("Chairman Otto Steel resigned. Steel had led the board.") == []


def test_machine_translation_is_restored_only_in_its_field() -> None:
    assert companies("The short video app shake sound beat fast hand.") == ["Douyin", "Kuaishou"]
    assert companies("A tremor shook the harbour.") == []


def test_a_long_run_of_capitals_is_read_in_reasonable_time() -> None:
    assert names.find("Alpha Beta " * 3_000) == []
