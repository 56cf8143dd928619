"""Units that go by a longer name than their owner's are companies of their own."""

import pytest

from explorer.extract.party import names


def found(text: str) -> list[str]:
    return [hit.name for hit in names.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amazon Freight Ltd cut jobs.", ["Amazon Freight"]),
        ("ITV Freight broke what was left.", ["ITV Freight"]),
        ("Lufthansa Wartung AG bought a plant.", ["Lufthansa Wartung"]),
        ("Telefonica del Peru raised its prices.", ["Telefonica del Peru"]),
    ],
)
def test_another_trade_a_legal_form_or_a_country_makes_a_unit(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Barclays Bank cut jobs.", ["Barclays"]),
        ("Nestle USA Inc sold a mill.", ["Nestle"]),
        ("Lufthansa of Germany cut jobs.", ["Lufthansa"]),
        ("Telefonica de Wimbrel raised its prices.", ["Telefonica"]),
    ],
)
def test_the_same_trade_or_a_region_makes_none(text: str, expected: list[str]) -> None:
    assert found(text) == expected
