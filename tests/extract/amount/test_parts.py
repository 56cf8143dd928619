"""Percent, points, shares in words, and multiples."""

import pytest

from tests.extract.measuring import amounts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The stake rose from 12 to 15 percent.", [(12, "%"), (15, "%")]),
        ("Turnout was 61pc.", [(61, "%")]),
        ("Rates rose by 0.5 percentage points.", [(0.5, "percentage points")]),
        ("The bank cut its rate by a quarter of a percentage point.", [(0.25, "percentage points")]),
        ("It trimmed the rate by 50 bps.", [(50, "basis points")]),
        ("The spread widened 120 basis points.", [(120, "basis points")]),
        ("A third of new boats are electric.", [(33.3333, "%")]),
        ("They sold half their shares.", [(50, "%")]),
        ("Orders fell by two-thirds.", [(66.6667, "%")]),
        ("Profit more than doubled.", [(2, "times")]),
        ("Output will triple by then.", [(3, "times")]),
        ("Traffic saw a threefold increase.", [(3, "times")]),
        ("The yard is five times bigger than the old one.", [(5, "times")]),
        ("It trades at 12 times earnings.", [(12, "times")]),
        ("Demand is twice as high as in Chile.", [(2, "times")]),
        ("The plant uses 3.5x more water.", [(3.5, "times")]),
        ("Its shares dropped 4.4% to $12.10.", [(4.4, "%"), (12.1, "USD/share")]),
        ("Growth slowed to minus 0.4 percent.", [(-0.4, "%")]),
        ("Net sales changed by -3.1%.", [(-3.1, "%")]),
        ("It holds forty-nine per cent of the mine.", [(49, "%")]),
        ("The index lost 310 points.", [(310, "points")]),
        ("Half a percent was added.", [(0.5, "%")]),
        ("Three quarters of its revenue comes from tyres.", [(75, "%")]),
        ("Margins of 8% to 10% are planned.", [(8, "%"), (10, "%")]),
        ("The auction brought $4.2 million, twice the estimate.", [(4.2e6, "USD"), (2, "times")]),
        ("Its 33.4 percent stake fetched 1.1 billion ringgit.", [(33.4, "%"), (1.1e9, "MYR")]),
        ("Net interest income rose 6 percent to S$2.1 billion.", [(6, "%"), (2.1e9, "SGD")]),
        (
            "Turnover was up a fifth, and costs fell a third to $40 million.",
            [(20, "%"), (33.3333, "%"), (40e6, "USD")],
        ),
        ("The Norwegian fund owns 1.4 percent of all listed shares.", [(1.4, "%")]),
        ("Daily users rose 9 percent to 41 million.", [(9, "%"), (41e6, "daily users")]),
        ("The lender cut its key rate to 3.25 percent from 3.5 percent.", [(3.25, "%"), (3.5, "%")]),
        ("The yield rose 12 basis points to 4.31%.", [(12, "basis points"), (4.31, "%")]),
        (
            "Market share slipped 2.1 percentage points to 17.4 percent.",
            [(2.1, "percentage points"), (17.4, "%")],
        ),
        ("Shares of the miner have tripled since May.", [(3, "times")]),
        ("The price of lithium has risen sixfold.", [(6, "times")]),
        ("Bids came to four times the amount on offer.", [(4, "times")]),
        ("The issue was oversubscribed 7.4 times.", [(7.4, "times")]),
        ("It hired 40 percent of its 600 drivers from abroad.", [(40, "%")]),
        ("Inflation of 8 or 9 percent is feared.", [(8, "%"), (9, "%")]),
        ("Its 5G network covers 60% of homes; the 4K channel is free.", [(60, "%")]),
        (
            "She owned 24.9% of the voting rights and 3 of the 11 seats on the board.",
            [(24.9, "%"), (3, "seats"), (11, "seats")],
        ),
        (
            "Revenue came in at $1.02 billion, 4 percent above the $981 million that analysts expected.",
            [(1.02e9, "USD"), (4, "%"), (981e6, "USD")],
        ),
        (
            "The airline's load factor was 81.3 percent, up 1.2 points.",
            [(81.3, "%"), (1.2, "percentage points")],
        ),
        (
            "A stake of 12.5% plus one share was bought for 600 million Norwegian crowns.",
            [(12.5, "%"), (600e6, "NOK")],
        ),
        ("The index gained 1.3 percent to 5,412.", [(1.3, "%")]),
        (
            "The Nikkei closed down 212.65 points, or 1.1 percent, at 19,033.71.",
            [(212.65, "points"), (1.1, "%")],
        ),
        (
            "The group cut capital spending by 15 percent to between 9 and 10 billion kronor.",
            [(15, "%"), (9e9, "SEK"), (10e9, "SEK")],
        ),
        ("Unemployment is 4.9 percent; 230,000 people have lost work.", [(4.9, "%")]),
        ("It has spent 40% less than the 1.5bn it was granted, in pounds.", [(40, "%")]),
        ("The firm's net debt was 3.1 times core earnings.", [(3.1, "times")]),
        ("The share of women is 31 percent, up 2.5 points.", [(31, "%"), (2.5, "percentage points")]),
        ("The index lost 1.1 percent, or 19 points.", [(1.1, "%")]),
        ("It saw a 300-per-cent jump.", [(300, "%")]),
        (
            "Perth's ore miner shipped 83.2 million tonnes, 3 per cent less than a year before.",
            [(83.2e6, "tonnes"), (3, "%")],
        ),
        ("Net profit slid by a quarter to 310 million Danish kroner.", [(25, "%"), (310e6, "DKK")]),
        (
            "The group wants to cut emissions by 45 percent and plant 10 million trees.",
            [(45, "%"), (10e6, "trees")],
        ),
        ("Rents rose between 4 and 6 percent in 12 of 15 districts.", [(4, "%"), (6, "%")]),
        ("Its bonds due 2027 yield 7.25 percent.", [(7.25, "%")]),
        ("The film cost $60 million and has taken three times as much.", [(60e6, "USD"), (3, "times")]),
        (
            "The lender has a Tier 1 ratio of 12.8 percent and 7.3 million clients.",
            [(12.8, "%"), (7.3e6, "clients")],
        ),
        ("The carrier's 8,200 pilots turned down a 14 percent rise.", [(14, "%")]),
        ("A 0.25 percentage point cut is priced in.", [(0.25, "percentage points")]),
        ("Turkey's lira has lost half of its value; a dollar now buys 18 lira.", [(50, "%"), (18, "TRY")]),
        ("The president's approval rose six points to 48 percent.", [(48, "%")]),
        ("A fine of up to 4 percent of turnover or 20 million euros is possible.", [(4, "%"), (20e6, "EUR")]),
    ],
)
def test_shares_and_multiples_are_read_in_figures_and_in_words(
    text: str, expected: list[tuple[float, str]]
) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It fell in the second half.",
        "A quarter of an hour passed.",
        "It met twice.",
        "The third ship sank.",
        "He won the doubles.",
        "A double room is free.",
        "Half past two it left.",
        "It fell a third time.",
    ],
)
def test_ordinals_times_and_repetitions_are_neither(text: str) -> None:
    assert amounts(text) == []
