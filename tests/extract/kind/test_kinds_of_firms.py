"""What firms and people do: launches, partnerships, officers, words, and what has no kind of its own."""

import pytest

from tests.extract.judging import kind_of

LAUNCH = (
    "Two brothers founded the bicycle maker in Milan in 1885",
    "The phone went on sale in June 2007",
    "The chain opened its first shop in Nairobi in 2013",
    "The carmaker began building trucks in Wuhan in 1998",
    "The oil group rebranded itself as a green energy firm",
    "The search giant is shutting down its social network in August 2019",
    "The last tram works closed its doors in 1967",
    "The bank debuted a mobile wallet on Tuesday",
    "The insurer started up in Zurich in 1863",
    "The airline started flying to Lagos in October",
    "The lab rolled out its vaccine across Europe",
    "The company was incorporated in Delaware in 1976",
    "The firm pulled out of Russia in March 2022",
    "The studio brought out a new version of the game",
    "The newspaper ceased publication in 2009",
    "The retailer mothballed its warehouse in Leeds",
    "The brewery broke ground on a bottling plant in Hanoi",
    "The app added a payments feature in May",
    "It changed its name to Alphabet in 2015",
    "The group moved its headquarters to Dublin",
    "The ferry line inaugurated a service to Oslo",
    "A prototype was shown at the Geneva motor show",
)
PARTNERSHIP = (
    "The two airlines formed an alliance in 1997",
    "The carmaker teamed up with a battery maker from Korea",
    "The shipyard won a contract for four frigates",
    "The university signed a memorandum of understanding with the chip firm",
    "The bank and the retailer set up a joint venture in Mexico",
    "The grocer ended its agreement with the delivery service",
    "Renault and Nissan cooperate on engines since 1999",
    "The label struck a licensing deal with the streaming service",
    "The insurer will supply policies to the bank's clients under a ten-year pact",
    "The railway awarded the signalling contract to the Spanish firm",
    "The club renewed its sponsorship deal with the brewer",
    "The two drugmakers joined forces against malaria",
    "The brands will dissolve their tea venture in January",
    "The miner signed a ten-year supply agreement with the smelter",
    "The start-up is working with the port of Rotterdam on autonomous barges",
    "The airlines began code-sharing in 2004",
)
LEADERSHIP = (
    "The board ousted its chief executive in July 2009",
    "Marissa Mayer became chief executive in July 2012",
    "The finance director quit on Tuesday",
    "The founder handed over the reins to his daughter",
    "Police arrested the chairman at Narita airport in November 2018",
    "The chief executive is to stand down in May",
    "She was named president of the Asian unit",
    "The bank parted ways with its head of trading",
    "He has led the company since 1994",
    "The insurer hired a new chief financial officer from a rival",
    "The treasurer was dismissed in March",
    "Its chairman, aged 84, retired at the annual meeting",
    "John Varley succeeded him in September 2004",
    "The directors elected a new chairwoman",
    "The editor left the paper in 2003",
    "The president took over from his father in 1970",
    "The co-founder gave up his seat on the board",
    "The chief operating officer died in a plane crash",
)
STATEMENT = (
    "The minister said in a speech that banks were safe",
    "The chairman apologised to customers on Monday",
    "The agency published a report on obesity in 2004",
    "The president told reporters that he was satisfied",
    "The chief economist wrote in a blog post",
    "The union criticised the government",
    "A spokesman declined to comment on Tuesday",
    "The chief executive defended the company's record before lawmakers",
    "The governor thanked the staff",
    "The company announced on its website that all was well",
    "The founder praised the team in an interview",
    "The institute released a study of air quality",
    "She called the criticism unfair",
    "The group confirmed the news on Friday",
    "The engineer wrote to the mayor in 1987",
)
OTHER = (
    "In October the ferry line had announced the loss of 900 jobs",
    "The carmaker recalled 1.4 million pickups over faulty airbags in 2014",
    "The Federal Reserve raised its benchmark rate by a quarter point",
    "The reactor melted down in April 1986",
    "The tanker ran aground off Alaska in March 1989",
    "The bank is laying off 4,000 people",
    "Dockers in Felixstowe went on strike in August",
    "Hackers stole data on 77 million accounts",
    "The network went down for six hours in October",
    "A fire destroyed the warehouse on Friday",
    "The airliner crashed into the sea shortly after take-off",
    "The dam collapsed in January 2019",
    "Workers walked out at the Detroit plant",
    "The group scrapped 9,000 jobs",
    "An explosion killed eleven workers on the rig",
    "Voters rejected the treaty in June",
    "Heavy snow delayed 400 flights",
    "The storm knocked out power to a million homes",
    "The central bank held interest rates at 5 percent",
    "The train derailed near the border",
    "The batteries of the phone caught fire",
    "The chipmaker reorganised itself into three divisions",
)
TABLE = [
    (kind, clause)
    for kind, clauses in (
        ("launch", LAUNCH),
        ("partnership", PARTNERSHIP),
        ("leadership", LEADERSHIP),
        ("statement", STATEMENT),
        ("other", OTHER),
    )
    for clause in clauses
]


@pytest.mark.parametrize(("kind", "clause"), TABLE)
def test_what_firms_and_people_do_is_told_apart(kind: str, clause: str) -> None:
    assert kind_of(clause) == kind


NEAR_MISSES = [
    ("The company said it had opened a mill in Turku", "launch"),
    ("The minister announced that the port would be closed", "launch"),
    ("The recall of the heaters cost the firm $30 million", "other"),
    ("The board member said sales rose 3 percent", "finance"),
    ("The union sued over the layoffs", "legal"),
    ("The chief executive told staff that the unit had been sold", "acquisition"),
    ("The company founded by the Lund family was fined 2 million kronor", "settlement"),
]


@pytest.mark.parametrize(("clause", "kind"), NEAR_MISSES)
def test_near_misses_of_firms(clause: str, kind: str) -> None:
    assert kind_of(clause) == kind
