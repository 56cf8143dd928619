"""Names: gazetteers, suffixes, tickers, cues, short forms; and what is no party."""

import pytest

from explorer.extract.party import names
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


def test_a_shortened_name_that_is_an_ordinary_word_counts_where_it_owns_or_acts() -> None:
    text = "Tiger Airways Ltd grew. Tiger’s flights are full. Tiger said so. Tiger cubs slept."
    assert [text[h.span.start :][:7] for h in names.find(text)] == ["Tiger A", "Tiger’s", "Tiger s"]


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
        ("Auditor Hallam & Sons resigned.", ["Hallam & Sons"]),
        ("The owner, Malta-registered Corvin Holdings, paid.", ["Corvin Holdings"]),
        ("Valtic Gas of Oxmoor sold a plant.", ["Valtic Gas"]),
        ("Its parent, NorQuell of Oxmoor, Canada, sold it.", ["NorQuell"]),
        ("They fined Pelo Bhd RM6 million.", ["Pelo"]),
        ("Ada Perrin of Perrin Regional Press spoke.", ["Perrin Regional Press"]),
        ("A court restored the licences of Bhoomi Teleworld.", ["Bhoomi Teleworld"]),
        ("Quilt Bodega laid off half of its staff.", ["Quilt Bodega"]),
        ("By then Vezmir had about 3 million daily users.", ["Vezmir"]),
        ("Since May Vezmir is listed on a board in Oxmoor.", ["Vezmir"]),
        ("Norway had 3 million users.", []),
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
    "text",
    [
        "Adjusted profit rose.",
        "A campus in a Box went public.",
        "On Monday I'll buy it. “We've sold it.”",
        "Its Oslo-listed shares fell.",
        "The former head of Africa resigned.",
        "The head of Latin America resigned.",
        "The bulk carrier Vezmir sank.",
        "The owner Piero Savari was found guilty.",
        "Farm Voices, an advocacy group, asked for it.",
        "Elm County is about to lose its shares.",
    ],
)
def test_what_only_stands_where_firms_do_is_no_company(text: str) -> None:
    assert companies(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tyremaker Vezmir cut output.", ["Vezmir"]),
        ("The bidder, Vezmir, left.", ["Vezmir"]),
        ("The carrier Vezmir cut flights.", ["Vezmir"]),
        ("Vezmir is now the biggest producer.", ["Vezmir"]),
        ("The plan was QTBank’s. QTBank added branches.", ["QTBank"]),
        ("They rode in CityRover's cars.", ["CityRover"]),
        ("An order came from Gulf Meridian Air in May.", ["Gulf Meridian Air"]),
    ],
)
def test_what_a_firm_is_called_or_ends_in_shows_it(text: str, expected: list[str]) -> None:
    assert companies(text) == expected


def test_a_renowned_name_that_opens_a_sentence_counts_where_it_does_something() -> None:
    assert companies("Apple suspended the account.") == ["Apple"]
    assert companies("Meta, which was fined, paid.") == ["Meta"]


def test_an_ordinary_word_that_once_acts_inside_a_sentence_is_a_company_in_the_whole_text() -> None:
    told = "In May Grab said no. Fares rose on the Grab platform. Grab took over a rival."
    assert sum(hit.name == "Grab" for hit in names.find(told)) == 3
    assert companies("Fares rose on the Grab platform. Grab took a seat.") == []


@pytest.mark.parametrize(
    "text", ["Apple said it would wait.", "Target Corp closed stores.", "He joined Shell in 2011."]
)
def test_an_ordinary_word_with_a_cue_is_a_company(text: str) -> None:
    assert len(companies(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wimbrel & Sons closed.", ["Wimbrel & Sons"]),
        ("Wimbrel & Tarn sold its mill.", ["Wimbrel & Tarn"]),
        ("The Health & Safety rules apply.", []),
        ("iWimbrel, which sells lamps, grew.", ["iWimbrel"]),
        ("PetroTarn sold its mill.", ["PetroTarn"]),
        ("McTarn, which is a hill, slept.", []),
        ("Banco Wimbrel closed.", ["Banco Wimbrel"]),
        ("Bank of Wimbrel Creek failed.", ["Bank of Wimbrel Creek"]),
        ("The Bank of Guyana cut rates.", []),
        ("No data was lost, Wimbrel said on Monday.", ["Wimbrel"]),
        ("No data was lost, Wimbrel said, and Ilse Brandt agreed. No one asked, Brandt said.", ["Wimbrel"]),
        ("Tarn Partners Worldwide closed.", ["Tarn Partners Worldwide"]),
        ("Tarn High School unveiled a bust.", []),
    ],
)
def test_the_shape_of_a_name_speaks_for_a_company(text: str, expected: list[str]) -> None:
    assert companies(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The apps Wimbrel, Tarn and Osk closed.", ["Wimbrel", "Tarn", "Osk"]),
        ("Brewers Wimbrel and Tarn closed.", ["Wimbrel", "Tarn"]),
        ("Both Wimbrel and its rival Tarn Foods closed.", ["Wimbrel", "Tarn Foods"]),
        ("Wimbrel, Osk and Tarn Foods closed.", ["Wimbrel", "Osk", "Tarn Foods"]),
        ("Wimbrel and Tarn Foods stood.", ["Tarn Foods"]),
        ("The towns Wimbrel, Tarn and Osk flourish.", []),
        ("The brewers of Wimbrel, Tarn and Osk met.", []),
        ("Brewers in Berlin and Paris met.", []),
        ("Tarn Foods, of Kassel, Germany, and Osk Foods, of Norway, grew.", ["Tarn Foods", "Osk Foods"]),
        ("The racehorse owners Wimbrel Tarn and Osk Marsh met.", []),
    ],
)
def test_a_list_shows_its_names(text: str, expected: list[str]) -> None:
    assert sorted(companies(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A hangar of Wimbrel Skies burned. Wimbrel has no comment. Few like Wimbrel.",
            ["Wimbrel Skies"],
        ),
        ("Wimbrel has grown. Wimbrel will build. Few like Wimbrel.", ["Wimbrel"]),
        ("Ilse Brandt has grown. Brandt will build. Few like Brandt.", []),
        ("Mr Brandt has grown. Brandt will build. Few like Brandt.", []),
        ("Rain fell in Wimbrel. Roads from Wimbrel were cut. Wimbrel is wet and Wimbrel has no power.", []),
    ],
)
def test_firms_recur_by_the_head_of_their_name_and_persons_by_the_last_word(
    text: str, expected: list[str]
) -> None:
    assert companies(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Latvia's Wimbrel said it would wait.", ["Wimbrel"]),
        ("Latvia's WMB, which sells lamps, grew.", ["WMB"]),
        ("Latvia's WMB fined the cartel.", []),
        ("Latvia's capital slept.", []),
        ("It bought a mill from Danish-owned Wimbrel.", ["Wimbrel"]),
        ("Riga-based Wimbrel Tarn grew.", ["Wimbrel Tarn"]),
        ("Riga-based Ilse Brandt, a lawyer, spoke.", []),
        ("Wimbrel's London-listed shares fell.", ["Wimbrel"]),
        ("They met at the Wimbrel consortium.", ["Wimbrel"]),
        ("It left the Danish group Wimbrel.", ["Wimbrel"]),
        ("It left the rights group Wimbrel.", []),
        ("His vehicle, Wimbrel Tarn, slept.", ["Wimbrel Tarn"]),
        ("His lawyer, Wimbrel Tarn, slept.", []),
        ("GeoTarn on Monday rejected the claim.", ["GeoTarn"]),
        ("It bought its neighbour Wimbrel Tarn.", ["Wimbrel Tarn"]),
        ("It bought its owner Peter Tarn.", []),
        ("A round led by Wimbrel Tarn closed.", ["Wimbrel Tarn"]),
        ("A choir led by Wimbrel Tarn sang.", []),
        ("Toklat Bottlers met Marsh Biscuits.", ["Toklat Bottlers", "Marsh Biscuits"]),
        ("Wimbrel - The French brewer said sales rose.", ["Wimbrel"]),
        ("Wimbrel - The French poet said it rained.", []),
    ],
)
def test_where_a_name_stands_shows_a_company(text: str, expected: list[str]) -> None:
    assert companies(text) == expected


def test_a_firm_may_be_shortened_to_the_last_word_of_its_name() -> None:
    text = "Minera Wimbrel grew. Later Wimbrel shrank."
    assert [h.name for h in names.find(text)] == ["Minera Wimbrel"] * 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The clinic bought a Siemens scanner.", "Siemens"),
        ("She drove a stolen Ford into a wall.", "Ford"),
        ("Two Toyota Hilux trucks burned.", "Toyota"),
        ("A Tupolev Tu-154 landed.", "Tupolev"),
    ],
)
def test_a_thing_called_by_its_maker_is_no_maker(text: str, words: str) -> None:
    assert hit(text, words).is_product


def test_a_maker_before_its_own_plant_or_speaker_is_one() -> None:
    assert not hit("A Ford plant burned.", "Ford").is_product
    assert not hit("A Siemens spokesman spoke.", "Siemens").is_product


def test_an_ordinary_word_keeps_the_form_that_makes_it_a_name() -> None:
    assert companies("Express Ltd. closed. Express trains ran.") == ["Express Ltd"]


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
