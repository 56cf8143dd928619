"""Gazetteers: the laws of their tables, and the sentences that a name in them could spoil."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from explorer import resources
from explorer.extract import lexicon
from explorer.extract.party import fresh, names
from explorer.extract.place import countries
from explorer.model.mention import PartyType

FLAGS = {"common", "person", "product", "media", "venue"}
DICTIONARY = Path("/usr/share/dict/words")
# Words of the dictionary that news with a capital means as the company, whatever stands beside them.
OUTWEIGHED = frozenset(
    """
    adobe alphabet avast bitcoin bombardier chevron coke corning cray dell domino's energizer google hertz intel
    intuit jeep macintosh micron musically nestle nickelodeon polestar puma sears swatch timberland tinder
    twitter yahoo yammer yelp xerox""".split()
)


def companies(text: str) -> list[str]:
    hits = [h for h in names.find(text) if h.type is PartyType.COMPANY and not h.is_source]
    return list(dict.fromkeys(h.name for h in hits))


def others(text: str) -> dict[str, PartyType]:
    return {h.name: h.type for h in names.find(text) if h.type is not PartyType.COMPANY}


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fields) for fields in lexicon.rows(name))


def known(row: tuple[str, ...]) -> list[str]:
    return [row[0], *filter(None, row[1].split("|"))]


@cache
def ordinary() -> frozenset[str]:
    """Give words that English texts use without a capital, from what there is."""
    cues = lexicon.table("cues.toml")
    words = {*fresh.common(), *str(cues["ordinary"]).lower().split(), *str(cues["plain_heads"]).lower().split()}
    words |= set(re.findall(r"\b[a-z]{3,}\b", resources.text("extract/inflections.toml")))
    if DICTIONARY.exists():
        words |= {w for w in DICTIONARY.read_text(encoding="utf-8").split() if w.islower()}
    return frozenset(words - OUTWEIGHED)


def test_the_tables_are_large_enough_to_name_most_of_the_news() -> None:
    assert len(table("companies.tsv")) >= 1_500
    assert len(table("agencies.tsv")) >= 450


@pytest.mark.parametrize(("name", "fields"), [("companies.tsv", 5), ("agencies.tsv", 4)])
def test_rows_are_complete_and_clean(name: str, fields: int) -> None:
    assert [row for row in table(name) if len(row) != fields or not row[0]] == []
    parts = [part for row in table(name) for field in row for part in field.split("|")]
    assert [part for part in parts if part != part.strip()] == []
    assert [row for row in table(name) if "" in row[1].split("|") and row[1]] == []


@pytest.mark.parametrize("name", ["companies.tsv", "agencies.tsv"])
def test_sections_are_sorted(name: str) -> None:
    sections = re.split(r"^# --- .*\n", resources.text(f"extract/{name}"), flags=re.MULTILINE)[1:]
    assert len(sections) > 20
    for section in sections:
        heads = [line.split("\t")[0] for line in section.splitlines()]
        assert heads == sorted(heads, key=lambda head: (head.casefold(), head))


def test_no_name_stands_twice() -> None:
    counts = Counter(
        name for file in ("companies.tsv", "agencies.tsv") for row in table(file) for name in known(row)
    )
    assert [name for name, count in counts.items() if count > 1] == []


def test_owners_flags_types_and_countries_exist() -> None:
    rows = {row[0] for row in table("companies.tsv")}
    codes = {*countries.names_by_code(), ""}
    for name, _, flags, country, owner in table("companies.tsv"):
        assert owner in rows | {""} - {name}, name
        assert set(filter(None, flags.split("|"))) <= FLAGS, name
        assert owner or "product" not in flags, name
        assert country in codes, name
    for name, _, kind, country in table("agencies.tsv"):
        assert PartyType(kind) in (PartyType.AGENCY, PartyType.COURT, PartyType.GOVERNMENT), name
        assert country in codes, name


def test_owners_form_no_ring() -> None:
    owners = lexicon.owners()
    for name in owners:
        chain = [name]
        while chain[-1] in owners:
            chain.append(owners[chain[-1]])
            assert len(chain) < 10, chain


def test_no_company_is_called_as_a_country_or_a_city() -> None:
    assert [name for row in table("companies.tsv") for name in known(row) if name in countries.known()] == []


def test_an_alias_in_small_letters_only_repeats_its_name() -> None:
    for row in table("companies.tsv"):
        for alias in known(row)[1:]:
            if re.fullmatch(r"[a-z]+", alias):
                assert alias == row[0].lower() or alias not in ordinary(), alias


def test_a_name_that_is_an_ordinary_word_asks_for_a_cue() -> None:
    for row in table("companies.tsv"):
        if {"common", "media"} & set(row[2].split("|")):
            continue
        for name in known(row):
            is_capitals = name.isupper() and len(name) < 6
            assert is_capitals or name.lower() not in ordinary(), name


def test_a_flag_of_ordinary_words_stands_only_where_a_single_word_is_meant() -> None:
    for row in table("companies.tsv"):
        if {"common", "person"} & set(row[2].split("|")):
            assert any(" " not in name for name in known(row)), row


def test_agencies_have_no_name_that_is_an_ordinary_word() -> None:
    single = [
        name for row in table("agencies.tsv") for name in known(row) if " " not in name and not name.isupper()
    ]
    assert {name for name in single if name.lower() in ordinary()} <= {
        "Congress",
        "Senate",
        "Fed",
        "Pentagon",
        "Capitol",
    }


@pytest.mark.parametrize(
    "text",
    [
        "He went to the gap in the fence.",
        "Turkey's target was missed.",
        "The orange juice maker closed a plant in Florida.",
        "Mr. Dell resigned on Monday.",
        "Michael Dell resigned on Monday.",
        "Chief Executive Michael Dell resigned. Dell had led it for years.",
        "Ministers imposed a visa ban.",
        "Visa applications rose.",
        "Fires burned in the Amazon rainforest.",
        "Loggers left the Amazon.",
        "Chase told reporters that he would run.",
        "She was an oracle of markets.",
        "The Virgin Islands voted.",
        "There will be no boots on the ground.",
        "Boots on the ground decide wars.",
        "Next, the court heard the appeal.",
        "Nikola Tesla was born in 1856.",
        "President Gerald Ford pardoned Nixon. In 1975 Ford signed the act.",
        "Tony Abbott lost the vote.",
        "Enzo Ferrari died in 1988.",
        "Klaus Barbie was tried in Lyon.",
        "Oskar Schindler saved them.",
        "Charles Leclerc won in Monaco.",
        "Dick Lehman resigned.",
        "Mr. Honda, a congressman, agreed.",
        "Mr Pearson resigned.",
        "Senator Dodge spoke.",
        "They picked blackberry and indigo by the road.",
        "Queen Victoria opened it.",
        "The Mars rover landed.",
        "Apollo 11 landed.",
        "The meeting in Java ended.",
        "Windows were broken.",
        "Line by line, they read it.",
        "Discovery of oil changed the town.",
        "Delta variants spread.",
        "The Gap between rich and poor grew.",
        "Bolt won gold. Usain Bolt ran.",
        "The Marathon was run in Boston.",
        "Progressive lawmakers objected.",
        "General strikes hit the port.",
        "Square miles of forest burned.",
        "Zoom in on the picture.",
        "Slack demand hurt miners.",
        "Signal failures delayed trains.",
        "Discord grew between allies.",
        "Total sales rose. Total output fell.",
        "Sprint finishes decide races.",
        "Match day came.",
        "Signature collection began.",
        "Carnival began in Rio.",
        "Lime juice and bird seed were sold.",
    ],
)
def test_an_ordinary_word_a_place_or_a_person_is_no_company(text: str) -> None:
    assert companies(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ford said it would close the plant.", ["Ford"]),
        ("Ford Motor closed the plant.", ["Ford"]),
        ("Shell shares fell 3 percent.", ["Shell"]),
        ("Visa said it would cut fees.", ["Visa"]),
        ("Dell cut 2,000 jobs.", ["Dell"]),
        ("Gautam Adani denied it. Adani shares fell.", ["Adani"]),
        ("Automaker Honda recalled cars.", ["Honda"]),
        ("Jaguar Land Rover cut output.", ["Jaguar Land Rover"]),
        ("Georgia-Pacific shut a mill.", ["Georgia-Pacific"]),
        ("Hilton Worldwide sold a hotel.", ["Hilton"]),
        ("In May BlackBerry cut jobs.", ["BlackBerry"]),
        ("CMA CGM ordered ships.", ["CMA CGM"]),
        ("Home sales fell after Home Depot cut its forecast.", ["Home Depot"]),
        ("Best Buy opened a shop. Best of all, it was full.", ["Best Buy"]),
        ("Pan Am filed for bankruptcy in 1991.", ["Pan Am"]),
        ("Enron and Arthur Andersen fell.", ["Enron", "Arthur Andersen"]),
        ("比亚迪 sold cars.", ["BYD"]),
        ("Uniper and Gamesa were rescued.", ["Uniper", "Gamesa"]),
    ],
)
def test_a_company_is_found_beside_such_words(text: str, expected: list[str]) -> None:
    assert companies(text) == expected


@pytest.mark.parametrize("text", ["They like boohoo a lot.", "They like boohoo, mostly.", "(boohoo)", "boohoo"])
def test_a_name_in_small_letters_is_found_between_spaces_and_beside_marks(text: str) -> None:
    assert [text[slice(*span)] for span, _ in lexicon.companies().find(text)] == ["boohoo"]


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("Samsung halted the Galaxy Note 7 in October 2016.", "Samsung"),
        ("Vioxx was withdrawn in 2004.", "Merck"),
        ("Regulators grounded the Boeing 737 MAX.", "Boeing"),
        ("Queues formed for the iPhone.", "Apple"),
    ],
)
def test_a_product_stands_for_its_maker(text: str, maker: str) -> None:
    assert companies(text) == [maker]
    assert any(hit.is_product for hit in names.find(text))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Bank of Korea held rates.", "Bank of Korea", PartyType.AGENCY),
        ("The Kremlin denied it.", "Kremlin", PartyType.GOVERNMENT),
        ("Canada's case went to the Supreme Court of Canada.", "Supreme Court of Canada", PartyType.COURT),
        ("The CMA cleared the deal.", "Competition and Markets Authority", PartyType.AGENCY),
        ("APRA fined the lender.", "Australian Prudential Regulation Authority", PartyType.AGENCY),
    ],
)
def test_agencies_of_many_countries_are_known(text: str, name: str, kind: PartyType) -> None:
    assert others(text)[name] is kind
