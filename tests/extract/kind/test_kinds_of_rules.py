"""What authorities and courts do: bans, their lifting, settlements and fines, and the law."""

import pytest

from tests.extract.judging import kind_of

BAN = (
    "In 1996 the European Commission banned exports of British beef",
    "Kenya outlawed single-use plastic bags in August 2017",
    "Regulators in Jakarta grounded the carrier's entire fleet of turboprops",
    "The FAA ordered airlines to ground the jet on Wednesday",
    "Washington slapped sanctions on the Russian aluminium maker in April 2018",
    "The Treasury blacklisted the shipping line on Friday",
    "Lisbon's city hall stopped issuing permits for new holiday flats",
    "Google kicked the keyboard app out of its Play Store in June",
    "The Nigerian government suspended the operations of Twitter on 4 June 2021",
    "The regulator revoked the broker's licence last week",
    "Cuba has been under a US trade embargo since 1962",
    "The stock exchange delisted the builder on Monday",
    "Spain halted sales of the weedkiller on 1 March",
    "The health ministry pulled the cough syrup from pharmacies",
    "Ottawa barred the Chinese supplier from its 5G networks",
    "A Brazilian judge ordered carriers to block the messaging service",
    "Sweden's post regulator excluded the vendor from the auction",
    "The suspension of the airline's operating certificate took effect at midnight",
    "India has prohibited imports of drones since February 2022",
    "Apple took the podcast app down from its Chinese store",
    "The central bank barred lenders from dealing in cryptocurrencies",
    "Trading in the shares was suspended on Tuesday",
    "The watchdog froze the accounts of the payments firm",
)
REINSTATEMENT = (
    "Brussels lifted its ban on British beef in August 1999",
    "A federal judge blocked the government's ban on the app in December",
    "The aviation authority cleared the jet to fly again in November 2020",
    "The tribunal overturned the suspension of the radio station",
    "Washington dropped the company from its blacklist on Thursday",
    "The airline resumed flights to Tripoli in May",
    "Sanctions on the aluminium producer were lifted in January 2019",
    "The appeals court stayed the order to shut the website",
    "The game returned to the App Store on 20 May",
    "The ministry restored the miner's licence",
    "Regulators gave the broker its licence back in 2005",
    "Japan ended its moratorium on US rice imports",
    "The council reversed its decision to bar scooters",
    "Nigeria lifted the Twitter suspension seven months later",
    "Trading in the stock resumed on Thursday",
    "The embargo on wheat was eased in March",
    "The high court struck down the prohibition on online betting",
    "The plant was allowed to reopen on 3 July",
)
SETTLEMENT = (
    "The tobacco makers agreed to pay $206 billion to 46 states in November 1998",
    "Siemens paid $800 million to settle bribery charges in 2008",
    "Germany's cartel office fined five brewers 107 million euros",
    "The Commission imposed a €2.42 billion penalty on the search company",
    "A jury ordered the drugmaker to pay $2 billion in damages",
    "The utility reached a settlement with wildfire victims",
    "The court slapped a 500,000-rouble fine on the messenger",
    "The lender was hit with a $1.9 billion penalty for laundering money",
    "The bank paid a fine of £37 million to the Financial Services Authority",
    "The carmaker will compensate 260,000 German owners",
    "The parties settled out of court in 2009",
    "Regulators penalised the insurer $12 million",
    "The steelmaker entered into a consent decree with the EPA",
    "A Moscow court fined the company 4 million roubles for failing to delete posts",
    "The supermarket chain accepted a £10m fine for price fixing",
    "The bookmaker agreed to a plea deal and a fine of A$45 million",
    "The brewer was ordered to pay 91 million euros for abusing its dominance",
    "The firm has settled with the SEC for $50 million",
)
LEGAL = (
    "The Justice Department sued the software maker in May 1998",
    "Prosecutors in Munich raided the carmaker's offices in March 2017",
    "The Supreme Court ruled 5-4 for the farmers",
    "A grand jury indicted two former traders on Thursday",
    "The toy retailer filed for Chapter 11 protection in September 2017",
    "The airline went into administration on Monday",
    "Antitrust officials opened a probe into the merger",
    "Parliament passed the Data Protection Act in 1984",
    "The trade commission launched an anti-dumping investigation into solar panels",
    "The founder pleaded guilty to wire fraud",
    "An appeals court threw out the verdict in July",
    "The White House imposed tariffs of 25 percent on steel in March 2018",
    "The miner appealed against the ruling",
    "The regulator issued a warning to the lender in February",
    "A class action was filed against the retailer in Toronto",
    "The new emission rules took effect on 1 September",
    "A London judge found that the oligarch had misled the court",
    "Liquidators were appointed to the travel group in September 2019",
    "The FTC challenged the hospital merger in court",
    "The commission gave the company until 15 May to reply",
    "The regulator approved the drug in December",
    "The patent office invalidated two of the company's claims",
    "The bank was placed under the central bank's supervision",
    "The minister told the mine to submit a clean-up plan by June",
    "The company has until October 31 to comply with the order",
    "The auditor was found guilty of negligence in 2005",
    "State prosecutors are examining the sale of the land",
    "The trial of the former treasurer began in Milan",
    "The watchdog sent the airline a show-cause notice",
    "The European Parliament adopted the directive in 2009",
)
TABLE = [
    (kind, clause)
    for kind, clauses in (
        ("ban", BAN),
        ("reinstatement", REINSTATEMENT),
        ("settlement", SETTLEMENT),
        ("legal", LEGAL),
    )
    for clause in clauses
]


@pytest.mark.parametrize(("kind", "clause"), TABLE)
def test_what_authorities_do_is_told_apart(kind: str, clause: str) -> None:
    assert kind_of(clause) == kind


NEAR_MISSES = [
    ("The court upheld the ban on imports", "legal"),
    ("The miner sued over the ban", "legal"),
    ("The airline's shares fell 8 percent after the grounding of the jets", "finance"),
    ("The agency dropped its investigation of the bank", "legal"),
    ("The settlement was approved by a judge in Ohio", "settlement"),
    ("The judge rejected the proposed settlement", "settlement"),
    ("The band released an album called Embargo", "launch"),
]


@pytest.mark.parametrize(("clause", "kind"), NEAR_MISSES)
def test_what_only_looks_like_a_rule(clause: str, kind: str) -> None:
    assert kind_of(clause) == kind


@pytest.mark.parametrize(
    ("clause", "decoy"),
    [
        ("The service reached Norway in June 2020, nine days after a rival had been banned there", "ban"),
        ("The maker launched its van in Spain in May 2018, two years before it was fined there", "settlement"),
        ("The app was banned in March 2021, a week after its owner had been sold", "acquisition"),
    ],
)
def test_what_lies_some_days_or_years_off_decides_no_kind(clause: str, decoy: str) -> None:
    assert kind_of(clause) != decoy
