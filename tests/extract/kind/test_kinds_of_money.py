"""What is bought, paid in, earned, counted and aimed at."""

import pytest

from tests.extract.judging import kind_of

ACQUISITION = (
    "Daimler and Chrysler merged in May 1998",
    "Kraft swooped on Cadbury in September 2009",
    "The brewer snapped up a Peruvian rival for $1.2 billion",
    "Tata took over Jaguar Land Rover in June 2008",
    "The group disposed of its cement arm in 2014",
    "Its acquisition of the Dutch bank closed in October",
    "The fund took a 9 percent stake in the broadcaster",
    "The conglomerate hived off its nuclear business in 2017",
    "The two gold miners are discussing a tie-up worth $18 billion",
    "The chipmaker walked away from its $40 billion purchase of the designer",
    "Shareholders voted for the takeover on 12 May",
    "The state sold its remaining 20 percent holding in the airline",
    "The retailer was bought by a private equity firm in 2005",
    "The search firm said it would pay $1.65 billion in stock for the video site",
    "The telecoms group agreed to combine with its smaller rival",
    "The miner rejected an unsolicited approach from its competitor",
    "It raised its stake in the Polish lender to 70 percent",
    "The carmaker offloaded its Swedish brand to a Chinese firm in 2010",
    "The dairy became a wholly owned subsidiary of the cooperative in 1991",
    "The demerger of the pharmaceuticals division was completed in July",
    "The publisher changed hands in 1984",
    "The companies called off their merger in 2001",
    "The family gained control of the brewery in 1923",
)
INVESTMENT = (
    "The state guaranteed losses of up to 4 billion crowns on 9 May",
    "It sold 12 million new shares at 14 dollars each in a public offering",
    "The payment startup raised $600 million in March 2021",
    "The Saudi oil group listed in Riyadh in December 2019",
    "The chip designer priced its IPO at $51 a share",
    "Sequoia led the Series B round",
    "The government injected £20 billion into the bank in October 2008",
    "The utility issued $2 billion of green bonds",
    "The carmaker is investing 1.2 billion euros in the Hungarian site",
    "The biotech floated on the Nasdaq in 1999",
    "The lender launched a rights issue of 5 billion francs",
    "Congress approved a $700 billion rescue for the banks",
    "The Treasury bailed out the insurer with $85 billion",
    "A Qatari fund pumped 3 billion euros into the bank",
    "The World Bank lent Ghana $300 million",
    "The space company closed a $1.9 billion funding round",
    "It secured a loan of $465 million from the energy department",
    "The toymaker made its debut on the Hong Kong stock exchange",
    "The bank received $25 billion from the Troubled Asset Relief Program",
    "The bank took $10 billion of government capital in October",
)
FINANCE = (
    "Net profit fell 12 percent to 3.1 billion kronor in the third quarter",
    "Shares of the steelmaker closed down 7 percent on Monday",
    "The airline lost $1.1 billion in 2012",
    "Turnover rose to 840 million rand",
    "Its market capitalisation topped $1 trillion in August 2018",
    "The board raised the dividend to 40 pence",
    "It reported earnings per share of $1.12, up from 98 cents a year earlier",
    "Same-store sales slipped 2 percent over Christmas",
    "The stock was trading at 14 euros in January",
    "Moody's cut the bank's rating to junk in June",
    "It wrote off $8.8 billion on the British software firm",
    "The index ended the week 3 percent lower",
    "It booked a charge of $450 million in the fourth quarter",
    "The group bought back shares worth $2 billion in 2006",
    "Operating margin narrowed to 4.5 percent from 6 percent",
    "The loss widened to 62 million pesos",
    "The peso sank to a record low against the dollar",
    "Advertising brought in $17 billion in 2015",
    "The bank was worth 28 billion francs at its peak in 2007",
    "Orders were worth 9.4 billion euros in the half year",
    "Crude settled at $71.20 a barrel on Tuesday",
    "the stock has lost a third of its value since January",
)
MILESTONE = (
    "The messaging app passed 100 million monthly users in 2011",
    "The carmaker built its 50 millionth Beetle derivative in 1992",
    "It delivered its 1,000th aircraft to the airline in 1983",
    "Netflix ended the quarter with 74 million subscribers",
    "The game was downloaded 50 million times in its first week",
    "The network had 3,000 charging stations in December 2016",
    "The bank had 2.5 million customers at the end of June",
    "The chain has grown to 600 shops since 2010",
    "Smartphone shipments rose 9 percent to 340 million units",
    "The mine produced 210,000 tonnes of copper in 2013",
    "The film sold 8 million tickets in Korea",
    "The wiki attracted 18 million visitors in May",
    "The streaming service lost 200,000 subscribers in the first quarter",
    "The scooter firm logged its ten millionth ride in September",
    "Vehicle deliveries totalled 95,200 in the second quarter",
    "The browser overtook its rival as the most used in 2012",
    "The airport handled 58 million passengers in 2014",
    "The airline carried 4.2 million passengers in August",
)
TARGET = (
    "The steelmaker aims to be carbon neutral by 2050",
    "The group forecast sales of 9 billion euros for 2006",
    "It cut its full-year outlook in October",
    "The airline expects to carry 100 million passengers by 2024",
    "The carmaker wants to sell 3 million electric vehicles a year by 2030",
    "The chain set itself the goal of 500 stores by 2015",
    "The miner lowered its production guidance to 300,000 ounces",
    "The ministry projects growth of 4 percent next year",
    "The bank sees profit rising 10 percent in 2011",
    "The retailer hopes to double online sales within three years",
    "It pledged to halve its plastic waste by 2025",
    "The firm withdrew its profit guidance in April 2020",
    "Revenue will reach $2 billion in 2023",
    "The shipyard is on course to return to profit in 2018",
    "Analysts had expected earnings of 84 cents a share",
    "Management is targeting cost savings of $400 million by 2017",
)
TABLE = [
    (kind, clause)
    for kind, clauses in (
        ("acquisition", ACQUISITION),
        ("investment", INVESTMENT),
        ("finance", FINANCE),
        ("milestone", MILESTONE),
        ("target", TARGET),
    )
    for clause in clauses
]


@pytest.mark.parametrize(("kind", "clause"), TABLE)
def test_what_is_paid_earned_and_counted_is_told_apart(kind: str, clause: str) -> None:
    assert kind_of(clause) == kind


NEAR_MISSES = [
    ("The offer values the brewer at 40 euros a share", "acquisition"),
    ("The bank sold its stake to raise capital", "acquisition"),
    ("The company said third-quarter revenue rose 4 percent", "finance"),
    ("Sales of the drug were halted in Denmark", "ban"),
    ("Having merged with its rival in 2001, the bank appointed a new chief executive", "leadership"),
    ("Bidders have until Friday to submit offers for the football club", "acquisition"),
    ("It said it would buy back up to $5 billion of its shares", "finance"),
]


@pytest.mark.parametrize(("clause", "kind"), NEAR_MISSES)
def test_near_misses_of_money(clause: str, kind: str) -> None:
    assert kind_of(clause) == kind


@pytest.mark.xfail(strict=True, reason="needs the object of the verb or the head of the sentence")
@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("It bought 50 locomotives for 200 million euros", "other"),
        ("The plant that the group bought in 1998 was closed last year", "launch"),
    ],
)
def test_what_is_not_yet_told_apart(clause: str, kind: str) -> None:
    assert kind_of(clause) == kind
