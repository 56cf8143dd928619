"""Amounts over many fields and countries: currencies, parts, multiples, counts, and what is no amount."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.extract.amount import quantities
from explorer.model.mention import Span
from tests.extract.measuring import amounts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The carrier raised C$40 million.", [(4e7, "CAD")]),
        ("Freight cost HK$3.2 billion.", [(3.2e9, "HKD")]),
        ("The bank set aside S$75m.", [(7.5e7, "SGD")]),
        ("It paid R$90 million for the mill.", [(9e7, "BRL")]),
        ("The toll road cost 4 trillion won.", [(4e12, "KRW")]),
        ("A loan of ₦30 billion was repaid.", [(3e10, "NGN")]),
        ("The smelter earned 12 million zlotys.", [(1.2e7, "PLN")]),
        ("Sugar sales were 85 mln dlrs.", [(8.5e7, "USD")]),
        ("The plant cost 40 crore rupees.", [(4e8, "INR")]),
        ("In Karachi the port lent 600 million rupees.", [(6e8, "PKR")]),
        ("Chile's grid firm paid 900 million pesos.", [(9e8, "CLP")]),
        ("Mexico's brewer paid 900 million pesos.", [(9e8, "MXN")]),
        ("Manila lent the ferry line 20 million pesos.", [(2e7, "PHP")]),
        ("The Cairo lender earned 5 billion pounds.", [(5e9, "EGP")]),
        ("The Shanghai dairy paid ¥80 million.", [(8e7, "CNY")]),
        ("The Osaka dairy paid ¥80 million.", [(8e7, "JPY")]),
        ("Oslo's fund gave 7 billion crowns.", [(7e9, "NOK")]),
        ("The Moroccan miner made 3 million dirhams.", [(3e6, "MAD")]),
        ("Nairobi's bank lost 60 million shillings.", [(6e7, "KES")]),
        ("The wharf paid 1 1/2 million dollars.", [(1.5e6, "USD")]),
        ("The wharf paid two and a half million dollars.", [(2.5e6, "USD")]),
        ("The wharf paid a quarter of a million dollars.", [(250_000, "USD")]),
        ("The wharf paid half a million dollars.", [(500_000, "USD")]),
        ("The vaccine maker sold two dozen plants.", [(24, "plants")]),
        ("Two-thirds of its sales come from tyres.", [(66.6667, "%")]),
        ("Half of its fleet was idle.", [(50, "%")]),
        ("Copper output doubled.", [(2, "times")]),
        ("Margins rose 40 basis points.", [(40, "basis points")]),
        ("The airline carried 2.4 million passengers.", [(2.4e6, "passengers")]),
        ("The steelworks cut 1,200 jobs.", [(1_200, "jobs")]),
        ("The farm sowed 9,000 hectares.", [(9_000, "hectares")]),
        ("The port moved 3.1 million TEUs.", [(3.1e6, "containers")]),
        ("The exchange lost 740 bitcoins.", [(740, "bitcoins")]),
        ("The club sold 31,000 tickets.", [(31_000, "tickets")]),
        ("Listeners spent 2 billion hours on it.", [(2e9, "hours")]),
        ("The map has 12+ million installs.", [(1.2e7, "downloads")]),
    ],
)
def test_amounts_of_many_fields_are_read(text: str, expected: list[tuple[float, str]]) -> None:
    assert amounts(text) == expected


def test_a_local_paper_means_its_own_dollar_and_an_agency_the_american_one() -> None:
    local = "Sydney tram firm in Australia pays $4 million, Australian court hears."
    assert amounts(local) == [(4e6, "AUD")]
    assert amounts(f"(Reuters) {local}") == [(4e6, "USD")]


@pytest.mark.parametrize(
    "text",
    [
        "It fell in the first half of the year.",
        "A quarter of an hour later it left.",
        "It took 36 hours.",
        "He turned 45 in May.",
        "See page 112 of the report.",
        "In 1998 prices stood still.",
    ],
)
def test_times_ages_and_pages_are_no_amounts(text: str) -> None:
    assert amounts(text) == []


@given(st.text(max_size=120) | st.text(alphabet="0123456789/½ .,$¥andhlfqurtmiobe", max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_finite_values_and_ordered_ranges(text: str) -> None:
    for quantity in quantities.find(text, [Span(0, len(text))]):
        assert text[quantity.span.start : quantity.span.end] == quantity.text
        assert abs(quantity.value) < float("inf")
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
