"""Sums of money: signs, codes and words of many countries, conversions, prices, and pounds of weight."""

import pytest

from tests.extract.measuring import amounts, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Pune toolmaker borrowed Rs 2,300 crore from three lenders.", [(23e9, "INR")]),
        ("Kerala set aside ₹1.4 lakh crore for its harbours.", [(1.4e12, "INR")]),
        ("The Lahore mill owed Rs 80 crore, Pakistan's tax office said.", [(800e6, "PKR")]),
        ("The Durban shipyard lost R5 million on the order, South Africa's treasury said.", [(5e6, "ZAR")]),
        ("Johannesburg's tram line cost R1.2bn.", [(1.2e9, "ZAR")]),
        ("The vineyard paid 40 million rand for the estate.", [(40e6, "ZAR")]),
        ("Danish brewer Holm earned kr 300 million.", [(300e6, "DKK")]),
        ("The Bergen ferry line in Norway lost 45 million kroner.", [(45e6, "NOK")]),
        ("Stockholm's theatre got SEK 12m.", [(12e6, "SEK")]),
        ("The Osaka foundry set aside ¥3 trillion.", [(3e12, "JPY")]),
        ("The Shenzhen foundry raised 12亿元 in March.", [(1.2e9, "CNY")]),
        ("It sold bonds worth 300 billion won.", [(300e9, "KRW")]),
        ("The lender took 7 billion francs from the Swiss state.", [(7e9, "CHF")]),
        ("The firm paid 7 billion reais ($1.3 billion) for the wells.", [(7e9, "BRL"), (1.3e9, "USD")]),
        ("The deal is worth 450 million euros, or about $490 million.", [(450e6, "EUR"), (490e6, "USD")]),
        ("The dockyard asked for $60 million (Rs 500 crore).", [(60e6, "USD"), (5e9, "INR")]),
        (
            "Ministers promised 100 billion in liquidity after the bank had drawn 50 billion Swiss francs.",
            [(100e9, "CHF"), (50e9, "CHF")],
        ),
        ("Revenue at the tile maker rose to $3.4 billion from 2.9 billion.", [(3.4e9, "USD"), (2.9e9, "USD")]),
        ("The court ordered the plumber to pay half a million pounds.", [(500_000, "GBP")]),
        ("London's council lent 3,000 pounds to each baker.", [(3_000, "GBP")]),
        ("The weaver's debt reached 2 million pounds of public money.", [(2e6, "GBP")]),
        ("Cairo raised 900 million pounds from the sale.", [(900e6, "EGP")]),
        ("The quarry earned A$18.5 million.", [(18.5e6, "AUD")]),
        ("It owed AUD$7 million to the council.", [(7e6, "AUD")]),
        ("A fine of US $25 million followed.", [(25e6, "USD")]),
        ("It cost USD 3-5 million a site.", [(3e6, "USD"), (5e6, "USD")]),
        ("Two and a half billion dollars went to the dam.", [(2.5e9, "USD")]),
        ("The bailiff collected forty-five thousand euros.", [(45_000, "EUR")]),
        ("The Prague brewer earned 600 million crowns.", [(600e6, "CZK")]),
        ("It spent $1,250,000 on looms.", [(1_250_000, "USD")]),
        ("Sales came to 1,4 billion euros.", [(1.4e9, "EUR")]),
        ("The road fund holds Sh4.5 billion, Kenya's auditor found.", [(4.5e9, "KES")]),
        ("The barge line posted a loss of $3.2m against a profit of $1.1m.", [(3.2e6, "USD"), (1.1e6, "USD")]),
        ("Its debt stood at EUR 4.2 bn and cash at EUR 800 mn.", [(4.2e9, "EUR"), (800e6, "EUR")]),
        ("The insurer wrote off $2tn of cover.", [(2e12, "USD")]),
        ("The smelter will cost 30 billion Icelandic kronur.", [(30e9, "ISK")]),
        ("The rail firm paid 8 billion Kazakh tenge.", [(8e9, "KZT")]),
        ("Kyiv gave 120 million hryvnias.", [(120e6, "UAH")]),
        ("The ministry fined three banks a total of 35 million lei.", [(35e6, "RON")]),
        (
            "The company burned through $90 million in 18 months and has $12 million left.",
            [(90e6, "USD"), (12e6, "USD")],
        ),
        ("The Monterrey builder won a 3.2-billion-peso contract from Mexico's rail agency.", [(3.2e9, "MXN")]),
        ("Nigeria's cement maker lost N14.5 billion.", [(14.5e9, "NGN")]),
        ("Manila's water firm will spend P9 billion on pipes, Philippine officials said.", [(9e9, "PHP")]),
        ("Zambia gave K400 million to farmers.", [(400e6, "ZMW")]),
        ("The mortgage lender had 12 billion pounds of deposits and 400,000 savers.", [(12e9, "GBP")]),
        ("It has raised $7.5m since it was founded by two brothers in 2011.", [(7.5e6, "USD")]),
        ("A jury of eight women and four men gave her $6.5 million.", [(6.5e6, "USD")]),
        ("He paid between $300,000 and $350,000 for it.", [(300_000, "USD"), (350_000, "USD")]),
        ("Damages could be as high as 2 billion Canadian dollars.", [(2e9, "CAD")]),
        ("The plan would save $1 billion to $1.5 billion by 2012.", [(1e9, "USD"), (1.5e9, "USD")]),
        ("Tickets cost 15, 25 and 40 pounds at the London arena.", [(15, "GBP"), (25, "GBP"), (40, "GBP")]),
        (
            "Net loss widened to 1.2 billion rupees (US$16 million) from 900 million rupees.",
            [(1.2e9, "INR"), (16e6, "USD"), (900e6, "INR")],
        ),
        ("It raised NT$3.3 billion and South Korea's rival W200 billion.", [(3.3e9, "TWD"), (200e9, "KRW")]),
        ("The group's assets stood at Rs. 4,500 cr. at the end of March.", [(45e9, "INR")]),
        ("The ministry set aside 3 thousand crore rupees.", [(30e9, "INR")]),
        ("Profits of six and a half million pounds were booked in Leeds.", [(6.5e6, "GBP")]),
        ("The fund is worth three quarters of a trillion dollars.", [(750e9, "USD")]),
        ("Payouts averaged $2,400 per household.", [(2_400, "USD")]),
        ("The company lost about 15 cents on every dollar of sales.", [(0.15, "USD")]),
        ("The glassmaker said first-half profit more than halved to 38 million euros.", [(38e6, "EUR")]),
        (
            "The regulator fined the bank 1.9 million pounds and its former boss 200,000 pounds.",
            [(1.9e6, "GBP"), (200_000, "GBP")],
        ),
        ("The lender sold 1.1 billion euros' worth of bad loans.", [(1.1e9, "EUR")]),
        ("China's grid firm will spend 500 billion yuan ($72 billion).", [(500e9, "CNY"), (72e9, "USD")]),
        ("They paid her 1.25 crore a year.", [(12.5e6, "INR")]),
        ("The start-up, valued at over $1 billion, has 45 staff.", [(1e9, "USD")]),
        ("He got 18 months in jail and a fine of 3,000 euros.", [(3_000, "EUR")]),
        ("The court awarded damages of one million dollars to each of the three plaintiffs.", [(1e6, "USD")]),
        ("The euro rose to $1.12, and the dollar fell to 108 yen.", [(1.12, "USD"), (108, "JPY")]),
        ("The court fined him five thousand pounds sterling.", [(5_000, "GBP")]),
        ("By then its market value had swollen to three hundred billion dollars.", [(300e9, "USD")]),
        ("Loans worth 2 billion taka were written off in Dhaka.", [(2e9, "BDT")]),
        ("The lender bought $3 billion dollars' worth of bonds.", [(3e9, "USD")]),
        (
            "The bank was fined 1.2 billion in May; in June it paid 300 million euros more.",
            [(1.2e9, "EUR"), (300e6, "EUR")],
        ),
        ("The mine cost R1 200 000 000.", [(1.2e9, "ZAR")]),
        ("The bank sold $3 Million of bonds.", [(3e6, "USD")]),
        ("Bosses at the pie maker trousered £3.4m while 600 staff got the boot.", [(3.4e6, "GBP")]),
        ("The judge gave him 30 days to pay €2,500.", [(2_500, "EUR")]),
        ("The 2,300 tenants of Block 14 will get $5,000 each.", [(5_000, "USD")]),
        ("The loan runs to 1.3 trillion rupiah (about $84 million).", [(1.3e12, "IDR"), (84e6, "USD")]),
    ],
)
def test_a_sum_is_read_in_the_currency_that_its_country_means(
    text: str, expected: list[tuple[float, str]]
) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They priced it at 2 cents a share.", [(0.02, "USD/share")]),
        ("The fund bought 1.2 million shares at $31 each.", [(1.2e6, "shares"), (31, "USD/share")]),
        ("The holding offered 245 pence a share for the chain.", [(2.45, "GBP/share")]),
        ("Crude fell to $71.30 a barrel.", [(71.3, "USD/barrel")]),
        ("Millers paid €210 per tonne of wheat.", [(210, "EUR/tonne")]),
        ("Clerks earn $17.50 an hour at the depot.", [(17.5, "USD/hour")]),
        ("The vaccine maker will send 12 million doses for $15 a dose.", [(12e6, "doses"), (15, "USD/dose")]),
        (
            "Ghana's cocoa board bought 800,000 tonnes at 12,800 cedis per tonne.",
            [(800_000, "tonnes"), (12_800, "GHS/tonne")],
        ),
        ("The takeover values the grocer at £1.75bn, or 310p a share.", [(1.75e9, "GBP"), (3.1, "GBP/share")]),
        ("Ryde sold 11.2 million shares at 14 euros apiece.", [(11.2e6, "shares"), (14, "EUR/share")]),
        ("Analysts had expected earnings of 42 cents per share.", [(0.42, "USD/share")]),
        (
            "Earnings came to $1.37 a share, compared with $1.12 a year ago.",
            [(1.37, "USD/share"), (1.12, "USD/share")],
        ),
        ("The shares fell 6.5 percent to 212 pence.", [(6.5, "%"), (2.12, "GBP/share")]),
        ("Brent crude settled at $64.20.", [(64.2, "USD/barrel")]),
        ("Diesel costs $4.10 a gallon in Ohio.", [(4.1, "USD/gallon")]),
        ("The union wants $22 an hour for 9,000 dockers.", [(22, "USD/hour")]),
        ("The buyer offered €0.45 ($0.52) per share.", [(0.45, "EUR/share"), (0.52, "USD/share")]),
        (
            "The insurer will pay 80 Swiss francs per share, valuing the firm at 2.4 billion francs.",
            [(80, "CHF/share"), (2.4e9, "CHF")],
        ),
        ("The board approved a dividend of Rs 12 per share.", [(12, "INR/share")]),
        (
            "It plans to raise as much as HK$7.8 billion by selling 130 million shares at HK$52 to HK$60 each.",
            [(7.8e9, "HKD"), (130e6, "shares"), (52, "HKD/share"), (60, "HKD/share")],
        ),
        ("Earnings were 31 cents, against 27 cents a year before.", [(0.31, "USD/share"), (0.27, "USD/share")]),
        ("Revenue per digital user reached $6.10.", [(6.1, "USD/user")]),
        (
            "A Delaware judge awarded $14.75 a share to holders of 3.1 million shares.",
            [(14.75, "USD/share"), (3.1e6, "shares")],
        ),
        (
            "They agreed on $28 in cash and 0.35 shares for each share of the target.",
            [(28, "USD/share"), (0.35, "shares")],
        ),
        ("Sugar traded at 21.4 cents a pound.", [(0.214, "USD/pound")]),
        (
            "The bidder lifted its offer to 560 pence from 525 pence per share.",
            [(5.6, "GBP/share"), (5.25, "GBP/share")],
        ),
    ],
)
def test_a_price_is_that_of_a_share_a_barrel_an_hour(text: str, expected: list[tuple[float, str]]) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The smugglers hid 500 pounds of ivory in a crate.", [(500, "pounds")]),
        ("Processors recalled 1.2 million pounds of ground turkey.", [(1.2e6, "pounds")]),
        ("A crane dropped a load weighing 4,000 pounds.", [(4_000, "pounds")]),
    ],
)
def test_pounds_that_are_weighed_are_no_money(text: str, expected: list[tuple[float, str]]) -> None:
    assert amounts(text) == expected


def test_an_equivalent_behind_or_or_in_brackets_points_at_the_sum_it_converts() -> None:
    for text in (
        "It cost 450 million euros, or about $490 million.",
        "It cost 450 million euros ($490 million).",
    ):
        sum_, converted = read(text)
        assert (sum_.equivalent_of, converted.equivalent_of) == (None, sum_.text)


def test_two_sums_that_are_merely_listed_convert_nothing() -> None:
    assert [q.equivalent_of for q in read("It paid 5 million euros, 6 million dollars and rent.")] == [
        None,
        None,
    ]


def test_a_single_letter_is_money_where_its_country_is_told() -> None:
    assert amounts("The Lagos mill made N5 million.") == [(5e6, "NGN")]
    assert amounts("The Oslo mill made N5 million.") == []


def test_the_dollar_of_a_release_is_that_of_the_exchange_it_names() -> None:
    release = "Harbour Grocers (TSX: HGI) earned $12 million."
    assert amounts(release) == [(12e6, "CAD")]
    assert amounts(f"{release} All amounts are in US$.") == [(12e6, "USD")]
