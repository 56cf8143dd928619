"""Countries: names, demonyms and cities, and what only looks like them."""

import pytest

from explorer.extract.place import countries


def codes(text: str) -> list[str]:
    return [hit.code for hit in countries.find(text, []) if not hit.is_weak]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and the Swedish parliament agreed.", ["NO", "SE"]),
        ("The U.S., the UK and the UAE signed.", ["US", "GB", "AE"]),
        ("Regulators in Hong Kong and Taiwan followed the European Union.", ["HK", "TW", "EU"]),
        ("Côte d’Ivoire sells cocoa; Ivory Coast exports it.", ["CI"]),
        ("Indian users left.", ["IN"]),
        ("Georgia and Jordan met.", ["GE", "JO"]),
        ("South Korea's exports rose.", ["KR"]),
        ("The U.S.-China talks failed.", ["US", "CN"]),
        ("The Eurozone and the euro area wait.", ["EU", "EU"]),
        ("New Mexico sued; Jersey City voted.", ["US", "US"]),
    ],
)
def test_names_demonyms_and_abbreviations_are_countries(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Jordan Peterson spoke.",
        "Mr. Jordan spoke. Jordan left, and so did R. Jordan.",
        "Whitney Houston sang. Houston was loved.",
        "Charlotte Marlowe spoke. Charlotte left.",
        "Chad Hurley left.",
        "Atlanta, Georgia, voted.",
        "They ate turkey.",
        "Bank of America paid US$5 for it.",
        "The Washington Post asked.",
        "An English version exists.",
    ],
)
def test_what_only_looks_like_a_country_is_none(text: str) -> None:
    assert set(codes(text)) <= ({"US"} if "Atlanta" in text else set())


@pytest.mark.parametrize(
    "text", ["the Chinese video company", "Finland-based retailer", "the Danish toy maker"]
)
def test_the_origin_of_a_company_is_no_country_of_an_event(text: str) -> None:
    assert codes(f"Inspectors closed {text} for good.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police in Nairobi waited.", ["KE"]),
        ("A Lagos court froze the accounts.", ["NG"]),
        ("Beijing banned the imports.", ["CN"]),
        ("A ferry sank off Mombasa and Zanzibar.", ["KE", "TZ"]),
        ("A plant in London, Ontario, closed.", ["CA"]),
        ("A warehouse in Peoria, Ill., burned.", ["US"]),
        ("President Obama signed it.", ["US"]),
        ("The singer Paris Hilton sold it.", []),
        ("It is based in Helsinki.", []),
        ("The Swiss franc fell.", []),
    ],
)
def test_a_city_counts_where_something_happens_or_who_sits_there_acts(text: str, expected: list[str]) -> None:
    assert list(dict.fromkeys(codes(text))) == expected


def test_every_country_has_a_name_of_its_own() -> None:
    by_code = countries.names_by_code()
    assert len(by_code) >= 250
    assert by_code["DE"] == "Germany"
    assert all(len(code) == 2 and name for code, name in by_code.items())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fair in Badajoz opened.", ["ES"]),
        ("A Can Tho court sat.", ["VN"]),
        ("The mill at Zlín closed.", ["CZ"]),
        ("They talked to Fresno.", []),
        ("It is based in Badajoz.", []),
        ("Fresno Marlowe sang.", []),
        ("A jury in Fresno, Calif., sat.", ["US"]),
    ],
)
def test_a_town_of_the_world_counts_only_where_a_scene_is_expected(text: str, expected: list[str]) -> None:
    assert list(dict.fromkeys(codes(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Offices in London, Paris and Berlin closed.", ["GB", "FR", "DE"]),
        ("A fire in Paris, Texas, spread.", ["US"]),
        ("Georgia's governor, a Republican, signed it.", ["US"]),
        ("Georgia and Russia closed the border at the Black Sea.", ["GE", "RU"]),
        ("They met in Brussels.", ["BE"]),
        ("Brussels fined it.", ["EU"]),
        ("European regulators asked; European artists sang.", ["EU"]),
        ("It listed on the Nasdaq.", ["US"]),
        ("The Nasdaq rose.", []),
    ],
)
def test_what_stands_around_tells_which_place_is_meant(text: str, expected: list[str]) -> None:
    assert list(dict.fromkeys(codes(text))) == expected


@pytest.mark.parametrize(
    ("place", "rest", "expected"),
    [
        ("OSLO", "", "NO"),
        ("ATHENS", "Ga.", "US"),
        ("LAGOS", "Nigeria", "NG"),
        ("BADAJOZ", "", "ES"),
        ("XYZ", "", None),
    ],
)
def test_a_dateline_gives_its_country(place: str, rest: str, expected: str | None) -> None:
    assert countries.code_of_dateline(place, rest) == expected
