"""The countries of an event: who acts, where it happens, what a clause inherits; and what gives none.

Each row is a short text of our own and the countries of its last event. The rows were written before the rules.
"""

import pytest

from tests.extract.reading import read

DAY = "2019-06-20"


def places_of(text: str) -> list[str]:
    """Give the countries of the last event of a text, sorted."""
    told = [mention for mention in read(text, DAY).mentions if not mention.is_borderline]
    return sorted(told[-1].countries) if told else ["no event"]


AUTHORITIES = [
    ("German regulators fined the brokerage on 4 May 2018.", "DE"),
    ("The Indian government blocked forty payday loan apps on 2 February 2019.", "IN"),
    ("Polish prosecutors charged the former treasurer on Monday.", "PL"),
    ("Chilean customs officers seized the shipment on 9 March 2017.", "CL"),
    ("The Malaysian central bank withdrew the licence of the money changer in April 2016.", "MY"),
    ("South Korea's antitrust agency raided the shipyard on 11 June 2014.", "KR"),
    ("Kenya's high court lifted the ban on the herbicide on 7 August 2018.", "KE"),
    ("The finance ministry of Peru approved the sale on 3 July 2015.", "PE"),
    ("Swiss lawmakers passed the levy on 12 December 2018.", "CH"),
    ("Egyptian police closed the call centre on Tuesday.", "EG"),
    ("The Nigerian Communications Commission fined the operator 5 billion naira on 26 October 2015.", "NG"),
    ("BaFin barred short sales of the stock on 18 February 2019.", "DE"),
    ("The Information Commissioner's Office fined the hotel group £2 million in July 2018.", "GB"),
    ("CNIL ordered the toy maker to stop recording children on 4 December 2017.", "FR"),
    ("Anatel suspended sales of new SIM cards on 18 July 2012.", "BR"),
    ("SEBI barred the promoter from the markets on 6 May 2016.", "IN"),
    ("The ACCC sued the caravan seller on Wednesday.", "AU"),
    ("The Japan Fair Trade Commission inspected the pipe makers on 30 November 2016.", "JP"),
    ("Roskomnadzor blocked the messenger on 16 April 2018.", "RU"),
    ("The Turkish Competition Board opened an inquiry into the bakers on 8 January 2019.", "TR"),
    ("The Food and Drug Administration approved the inhaler on 14 May 2018.", "US"),
    ("The Norwegian Data Protection Authority warned the fitness app in March 2018.", "NO"),
    ("Ofcom revoked the licence of the channel on 4 February 2019.", "GB"),
    ("The Competition and Markets Authority cleared the brewery deal on 9 May 2017.", "GB"),
    ("The Environmental Protection Agency fined the smelter $3 million on 5 June 2017.", "US"),
    ("Italy's AGCM fined the parcel service on 21 January 2019.", "IT"),
    ("The Dutch consumer watchdog ACM reprimanded the games studio in May 2019.", "NL"),
    ("The National Highway Traffic Safety Administration opened a probe into the buses on 2 May 2018.", "US"),
    ("The Irish Data Protection Commission opened an inquiry into the dating app on 4 February 2019.", "IE"),
    ("The Reserve Bank of New Zealand cut its rate on 8 May 2019.", "NZ"),
    ("The Bundeskartellamt cleared the purchase on 3 April 2019.", "DE"),
    ("Parliament in Nairobi passed the data law on 5 November 2018.", "KE"),
    ("The Kremlin signed a gas deal with Ankara on 10 October 2016.", "RU TR"),
    ("The Federal Trade Commission sued the gym chain on Monday.", "US"),
]

CITIES_AND_COURTS = [
    ("The Chennai High Court lifted the order on 24 April 2019.", "IN"),
    ("A judge in the Southern District of New York threw out the suit on 3 March 2017.", "US"),
    ("A Munich court banned sales of the handset on 20 December 2018.", "DE"),
    ("The Gujarat High Court stayed the levy on 6 June 2016.", "IN"),
    ("A jury in Fresno awarded the grower $4 million on 9 April 2018.", "US"),
    ("The company opened a cable plant in Guadalajara on 17 May 2017.", "MX"),
    ("The ferry operator closed its terminal in Dunkirk on 5 January 2018.", "FR"),
    ("The brewer opened its second site in Da Nang in March 2018.", "VN"),
    ("The firm began hiring in Kraków in June 2018.", "PL"),
    ("Workers at the Antofagasta mine went on strike on 7 February 2017.", "CL"),
    ("A fire destroyed its depot in Kumasi on 9 February 2019.", "GH"),
    ("Regulators in Guangdong shut nine smelters on 12 August 2017.", "CN"),
    ("Prosecutors in Maharashtra charged the builder on 8 March 2018.", "IN"),
    ("The chain opened forty shops in Ontario in 2017.", "CA"),
    ("The state of Victoria banned the ride on 3 April 2018.", "AU"),
    ("California fined the utility $1.2 million on 14 May 2019.", "US"),
    ("The Court of Appeal in Singapore upheld the verdict on 5 March 2018.", "SG"),
    ("The Delaware Court of Chancery blocked the merger on 1 October 2018.", "US"),
    ("The Bombay High Court refused to stop the film on 2 March 2018.", "IN"),
    ("The Paris Commercial Court placed the airline in receivership on 2 September 2019.", "FR"),
    ("The U.S. Court of Appeals for the Ninth Circuit revived the case on 20 March 2018.", "US"),
    ("The state attorney general of Texas sued the vaping chain on 6 May 2019.", "US"),
    ("A drone halted flights at Gatwick on 19 December 2018.", "GB"),
    ("The tanker ran aground off Durban on 4 March 2018.", "ZA"),
    ("A Seoul court sentenced the chairman on 25 August 2017.", "KR"),
    ("Its refinery in Corpus Christi caught fire on 3 June 2018.", "US"),
    ("The bank closed its branch in Casablanca on 31 March 2017.", "MA"),
    ("The firm filed for Chapter 11 on 15 March 2018.", "US"),
    ("A Quebec judge approved the settlement on 8 May 2018.", "CA"),
    ("The São Paulo state prosecutor indicted two directors on 4 April 2017.", "BR"),
    ("The yard at Gdynia launched the vessel on 6 July 2018.", "PL"),
    ("Its warehouse in Reading flooded on 8 February 2014.", "GB"),
    ("The tunnel collapsed near Badajoz on 6 May 2018.", "ES"),
    ("The maker opened a foundry in Zlín on 9 September 2016.", "CZ"),
]

MARKETS = [
    ("The lender floated on the Kosdaq market on 8 May 2018.", "KR"),
    ("The tea house listed its shares on the Hong Kong Stock Exchange on 12 June 2018.", "HK"),
    ("The insurer made its debut on the Johannesburg Stock Exchange on 12 June 2018.", "ZA"),
    ("The Bombay Stock Exchange suspended trading in the shares on 5 May 2018.", "IN"),
    ("The company went public on Nasdaq on 21 March 2018.", "US"),
    ("Its shares rose 4 percent on the Nasdaq on Monday.", ""),
    ("Shares of the New York-listed chain fell 3 percent on Monday.", ""),
    ("Sales in Japan rose 5 percent in 2018.", "JP"),
    ("German users spent 40 million euros on the game in 2018.", "DE"),
    ("The device went on sale in Thailand and Vietnam on 3 May 2018.", "TH VN"),
    ("The carmaker sold 40,000 vehicles in China and 9,000 in Brazil in May 2019.", "BR CN"),
    ("The U.K. accounted for a third of its downloads in 2018.", "GB"),
    ("Exports to Russia fell by half in 2015.", "RU"),
    ("The Norwegian market shrank in 2016.", "NO"),
]

ORIGINS = [
    ("The Chinese phone maker raised its forecast on 8 May 2019.", ""),
    ("Japan's Hoshikawa Motors recalled 40,000 cars in Australia on 8 May 2019.", "AU"),
    ("US-based Parrow Foods hired a new chairman on Monday.", ""),
    ("Denmark's Vesterholm Group posted a profit of 30 million euros for 2018.", ""),
    ("The Swedish furniture chain bought a maker of robots on 3 April 2018.", ""),
    ("Lisbon-based Almadra S.A. raised $20 million on 3 April 2018.", ""),
    ("The French bank's profit rose 4 percent in 2018.", ""),
    ("Marlwick Tools of Sheffield shipped its millionth spanner in May 2017.", ""),
    ("The Israeli start-up was bought by Oakhurst Systems Inc. in August 2017.", ""),
    ("Verdanta, headquartered in Zurich, named a new chief executive on 2 May 2018.", ""),
    ("The Seoul company doubled its revenue in 2017.", ""),
    ("Nairobi's newest lender, Tembo Credit Ltd, raised $4 million in May 2018.", ""),
    ("The Mexican cement maker sold its plant in Croatia on 5 May 2018.", "HR"),
    ("Canadian miner Tarnhelm Gold Corp. halted work in Tanzania on 10 July 2017.", "TZ"),
    ("Founded in Stockholm, the music service reached 50 million users in 2014.", ""),
    ("The New York-based fund Pellworth Capital bought a tenth of the shares on 4 June 2018.", ""),
    ("Italian drinks group Camparo S.p.A. agreed on 4 June 2018 to buy a rum brand.", ""),
    ("The German-born founder stepped down on 4 June 2018.", ""),
    ("Its Taiwanese rival doubled its capacity in 2017.", ""),
    ("Dutch entrepreneur Joost Verhagen founded the firm in 2009.", ""),
    ("The Spanish tennis player signed with the shoe brand on 3 May 2018.", ""),
    ("American investor Carl Denholm sold his stake on 3 May 2018.", ""),
]

NO_COUNTRIES = [
    ("The deal was worth 40 million US dollars in 2017.", ""),
    ("The group raised 2 billion Swiss francs on 5 March 2018.", ""),
    ("Net profit came to C$30 million in 2017.", ""),
    ("It paid 900 million Indian rupees for the stake in May 2018.", ""),
    ("Jordan Peterson joined the board on 4 June 2018.", ""),
    ("Chad Smith was named finance director on 4 June 2018.", ""),
    ("Mr. Jordan was named finance director on 4 June 2018.", ""),
    ("Sales of turkey and ham rose 4 percent in November 2018.", ""),
    ("The maker of Panama hats closed on 3 May 2018.", ""),
    ("Cuba Gooding joined the cast on 4 May 2016.", ""),
    ("Israel Katzman became chief executive on 4 May 2016.", ""),
    ("Paris Holloway left the board on 4 May 2016.", ""),
    ("Brazil nuts were taken off the menu on 4 May 2016.", ""),
    ("The chain dropped Swiss cheese from its sandwiches on 4 May 2016.", ""),
    ("It launched a Chinese-language edition on 4 May 2016.", ""),
    ("The app added Turkish, Polish and Greek on 4 May 2016.", ""),
    ("Virginia Marsden was appointed treasurer on 4 May 2016.", ""),
    ("The recipe for Irish stew was changed on 4 May 2016.", ""),
    ("Georgia Hale took over as chairwoman on 4 May 2016.", ""),
    ("The museum sold its collection of Persian, Turkish and Indian rugs to a buyer on 4 May 2016.", ""),
    ("Austin Reed sold the brand on 4 May 2016.", ""),
    ("The Jordan brand of shoes passed $3 billion in sales in 2018.", ""),
]

LOOKALIKES_ELSEWHERE = [
    ("Lawmakers in Atlanta, Georgia, passed the bill on 4 May 2016.", "US"),
    ("A warehouse in Peru, Illinois, burned down on 4 May 2016.", "US"),
    ("Jersey City banned the scooters on 4 May 2019.", "US"),
    ("The mill in Paris, Texas, closed on 4 May 2016.", "US"),
    ("A jury in Lebanon, Pennsylvania, cleared the driver on 4 May 2016.", "US"),
    ("Storms cut power across New England on 2 March 2018.", "US"),
    ("Georgia's prime minister opened the port on 4 May 2016.", "GE"),
    ("Georgia's governor signed the film tax law on 4 May 2016.", "US"),
    ("New Mexico sued the app maker on 11 September 2018.", "US"),
    ("New South Wales banned the bags on 4 May 2018.", "AU"),
    ("The plant in Birmingham, Alabama, reopened on 4 May 2016.", "US"),
    ("The bridge in London, Ontario, closed on 4 May 2016.", "CA"),
    ("Jordan signed a gas deal with Israel on 26 September 2016.", "IL JO"),
    ("North Korea fired a rocket on 4 May 2019.", "KP"),
    ("South Sudan halted oil exports on 4 May 2012.", "SS"),
    ("Papua New Guinea approved the gas field on 4 May 2018.", "PG"),
]

UNIONS = [
    ("Brussels opened an inquiry into the airline's aid on 11 September 2018.", "EU"),
    ("Brussels fined the truck makers on 19 July 2016.", "EU"),
    ("A bomb closed the airport in Brussels on 22 March 2016.", "BE"),
    ("The European Commission cleared the merger on 21 March 2018.", "EU"),
    ("EU regulators raided the chemicals firms on 16 May 2018.", "EU"),
    ("The EU's top court ruled against the taxi app on 20 December 2017.", "EU"),
    ("European antitrust officials questioned the card firms on 4 May 2018.", "EU"),
    ("The European Central Bank kept rates unchanged on 6 June 2019.", "EU"),
    ("Margrethe Vestager fined the chip maker on 24 January 2018. The commissioner acted for Brussels.", "EU"),
    ("Hong Kong police searched the offices of the broker on 4 May 2018.", "HK"),
    ("The Securities and Futures Commission fined the sponsor on 14 March 2019.", "HK"),
    ("European shares rose 1 percent on Monday.", ""),
    ("The Belgian competition authority searched the pharmacies on 4 May 2018.", "BE"),
]

INHERITED = [
    ("Thailand's tourism boomed. The government banned foreign cruise ships on 3 May 2018.", "TH"),
    ("The row began in Austria. In March 2018 the court dismissed the claim.", "AT"),
    ("Police in Lagos searched the tower. Officials fined the operator on 4 May 2018.", "NG"),
    ("India is its largest market. The country added 30 million users in 2018.", "IN"),
    ("The app grew fast in Indonesia. The communications ministry blocked it on 3 July 2018.", "ID"),
    ("Turkey has curbed short selling. The regulator lifted the ban on 4 May 2018.", "TR"),
    ("Bolivia relies on gas. The president nationalised the pipelines on 1 May 2006.", "BO"),
    ("The dispute in Ghana dragged on. The ministry withdrew the permit on 4 May 2018.", "GH"),
    ("Rwanda taxed used clothes. Prices there doubled in 2017.", "RW"),
    ("Vietnam opened its skies. A local airline ordered ten jets in May 2018.", "VN"),
    ("LIMA (Reuters) - Regulators fined the water company on 4 May 2018.", "PE"),
    ("OSLO, June 12 - The central bank raised its rate on Wednesday.", "NO"),
    ("Sweden\n\nThe state sold its stake in the airline on 4 May 2018.", "SE"),
    ("The European Commission wrote to the firm in 2016. The commission fined it on 4 May 2018.", "EU"),
    ("Brazil's senate held hearings. Lawmakers passed the bill on 4 May 2018.", "BR"),
    ("Pakistan expanded its ports. Authorities seized three vessels there on 4 May 2018.", "PK"),
]

NOT_INHERITED = [
    ("Spain's economy slowed. Parrow Foods hired a new chairman on 3 May 2018.", ""),
    ("The group has shops in France and Italy. It sued a former director on 3 May 2018.", ""),
    (
        "Regulators in Norway are looking on. Almadra Inc. settled a patent suit with Verdanta Corp. on 3 May 2018.",
        "",
    ),
    ("Its parent is in Japan. Shares in the group were suspended on 3 May 2018.", ""),
    (
        "Demand from Mexico was strong. The firm paid $40 million to settle with its bondholders on 3 May 2018.",
        "",
    ),
    ("It sells tractors in Ukraine. The company shut its research arm on 3 May 2018.", ""),
    ("Kenya exports tea. Parrow Foods agreed to buy Almadra Inc. on 3 May 2018.", ""),
    ("The chief executive is from India. She resigned on 3 May 2018.", ""),
    ("Beijing slowed approvals. Almadra Inc. banned its staff from using the rival app on 3 May 2018.", ""),
    ("The court in Oslo had adjourned. Verdanta's revenue rose 5 percent in 2018.", ""),
    ("Vietnam joined the pact. Almadra Inc. warned investors about its debts on 3 May 2018.", ""),
    ("Australia was dry. Verdanta Corp. sued its rival over a trade mark on 3 May 2018.", ""),
]

TABLES = {
    "authorities": AUTHORITIES,
    "cities and courts": CITIES_AND_COURTS,
    "markets": MARKETS,
    "origins": ORIGINS,
    "no countries": NO_COUNTRIES,
    "look-alikes elsewhere": LOOKALIKES_ELSEWHERE,
    "unions": UNIONS,
    "inherited": INHERITED,
    "not inherited": NOT_INHERITED,
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*row, id=f"{name} {at}") for name, rows in TABLES.items() for at, row in enumerate(rows)],
)
def test_an_event_has_the_countries_of_its_scene_and_of_who_acts(text: str, expected: str) -> None:
    assert places_of(text) == expected.split()
