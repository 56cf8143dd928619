"""Quantities in other languages: numbers as each writes them, compounds, ranges, and money told before."""

import pytest

from explorer.extract.abroad import figures
from explorer.model.mention import Span


def _found(text: str, language: str) -> list[str]:
    quantities = figures.find(text, [Span(0, len(text))], [], language)
    return [f"{q.value:.15g} {q.unit}".strip() for q in quantities]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "融资1亿2000万美元", ["120000000 USD"]),
        ("zh", "投资3.5亿元", ["350000000 CNY"]),
        ("zh", "罚款二百万元", ["2000000 CNY"]),
        ("zh", "耗资两亿三千万元", ["230000000 CNY"]),
        ("zh", "市值1.2万亿港元", ["1200000000000 HKD"]),
        ("zh", "增长百分之十五", ["15 %"]),
        ("zh", "约150亿至160亿美元", ["15000000000 USD", "16000000000 USD"]),
        ("zh", "每股派息1.5元", ["1.5 CNY/share"]),
        ("zh", "签下13个项目", []),
        ("zh", "耗资数百万元", []),
        ("ja", "売上高は1億2000万円", ["120000000 JPY"]),
        ("ja", "3万5千円", ["35000 JPY"]),
        ("ko", "40조 4451억 원", ["40445100000000 KRW"]),
        ("de", "ein Erlös von 1.234,5 Mio. Euro", ["1234500000 EUR"]),
        ("de", "zwei Milliarden Euro", ["2000000000 EUR"]),
        ("de", "zwischen 42,5 und 44,5 Milliarden Euro", ["42500000000 EUR", "44500000000 EUR"]),
        ("de", "1,9 Milliarden Euro nach 2,1 Milliarden im Vorjahr", ["1900000000 EUR", "2100000000 EUR"]),
        ("de", "0,85 Euro je Aktie", ["0.85 EUR/share"]),
        ("de", "3 Prozent und 5 Millionen Euro", ["3 %", "5000000 EUR"]),
        ("de", "zwei Werke", []),
        ("fr", "700 M€", ["700000000 EUR"]),
        (
            "fr",
            "3,75 milliards d'euros, contre 3,9 milliards un an plus tôt",
            ["3750000000 EUR", "3900000000 EUR"],
        ),
        ("fr", "deux millions de dollars", ["2000000 USD"]),
        ("es", "1.402 millones de euros", ["1402000000 EUR"]),
        ("es", "1,5 mil millones de dólares", ["1500000000 USD"]),
        ("es", "de 3 a 5 millones de pesos mexicanos", ["3000000 MXN", "5000000 MXN"]),
        ("id", "Rp 22,8 triliun", ["22800000000000 IDR"]),
        ("id", "12 juta dolar AS", ["12000000 USD"]),
        ("ru", "1,25 млрд рублей", ["1250000000 RUB"]),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(language: str, text: str, expected: list[str]) -> None:
    assert _found(text, language) == expected
