"""Lists whose members share a verb and have a date each: what each of them tells."""

import pytest

from explorer.extract.timing import listing
from explorer.model.mention import Span
from tests.extract.reading import read, start


def members(text: str, *dates: str) -> list[str]:
    """Give what a sentence tells of each member of its list, without what it tells of the others."""
    spans = [Span(text.index(date), text.index(date) + len(date)) for date in dates]
    told = []
    for member in listing.members(text, Span(0, len(text)), spans).values():
        words = text[: member.end]
        for first, last in sorted(member.others, reverse=True):
            words = words[:first] + words[last:]
        told.append(words.rstrip(" ."))
    return told


@pytest.mark.parametrize(
    ("text", "dates", "expected"),
    [
        (
            "Orme Bakeries opened shops in Leeds in 1931, York in 1934 and Hull in 1962.",
            ("1931", "1934", "1962"),
            [
                "Orme Bakeries opened shops in Leeds in 1931",
                "Orme Bakeries opened shops in York in 1934",
                "Orme Bakeries opened shops in Hull in 1962",
            ],
        ),
        (
            "The tax was raised in Norway in 2001 and in Finland in 2003.",
            ("2001", "2003"),
            ["The tax was raised in Norway in 2001", "The tax was raised in Finland in 2003"],
        ),
        (
            "It sold its mill in Ghent in 1988, and the last one in Bruges in 1990.",
            ("1988", "1990"),
            ["It sold its mill in Ghent in 1988", "It sold the last one in Bruges in 1990"],
        ),
        (
            "They had 12 barges in 1950, 40 in 1960 and more than 90 by 1970.",
            ("1950", "1960", "1970"),
            ["They had 12 barges in 1950", "They had 40 in 1960", "They had more than 90 by 1970"],
        ),
        (
            "He was made head of sales in 1998 and chief executive in 2004.",
            ("1998", "2004"),
            ["He was made head of sales in 1998", "He was made chief executive in 2004"],
        ),
        (
            "In 2010 it bought Orme, in 2012 Pell Foods and in 2015 Quist.",
            ("2010", "2012", "2015"),
            ["In 2010 it bought Orme", "it bought in 2012 Pell Foods", "it bought in 2015 Quist"],
        ),
        (
            "Orme bought Pell in 2004 for 20 million euros and Quist in 2006 for 30 million.",
            ("2004", "2006"),
            ["Orme bought Pell in 2004 for 20 million euros", "Orme bought Quist in 2006 for 30 million"],
        ),
        (
            "It was founded in 1931 as a mill and in 1950 as a shop.",
            ("1931", "1950"),
            ["It was founded in 1931 as a mill", "It was founded in 1950 as a shop"],
        ),
        (
            "Orme opened shops in Leeds (1931), York (1934) and Hull (1962).",
            ("1931", "1934", "1962"),
            [
                "Orme opened shops in Leeds (1931)",
                "Orme opened shops in York (1934)",
                "Orme opened shops in Hull (1962)",
            ],
        ),
    ],
)
def test_each_member_shares_what_is_told_once(text: str, dates: tuple[str, ...], expected: list[str]) -> None:
    assert members(text, *dates) == expected


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Orme opened in Leeds in 1931 and moved to York in 1934.", ("1931", "1934")),
        ("Talks began in 2012 and, after a strike, ended in 2013.", ("2012", "2013")),
        ("The drug was approved in 2010 and again in 2012.", ("2010", "2012")),
        ("The ministry cleared the drug in 2010, and the European agency in 2012.", ("2010", "2012")),
        ("Sales between 2010 and 2012 fell.", ("2010", "2012")),
        ("The mill, built in 1931, was sold in 1950.", ("1931", "1950")),
    ],
)
def test_what_has_a_verb_or_a_subject_of_its_own_is_no_member(text: str, dates: tuple[str, ...]) -> None:
    assert members(text, *dates) == []


def test_a_member_is_told_with_its_own_names_places_and_amounts() -> None:
    text = "Orme Bakeries entered Denmark in 2010, Sweden in 2012 and Norway in 2013."
    told = [(start(one), one.title, one.countries) for one in read(text).mentions]

    assert told == [
        ("2010", "Orme Bakeries enters Denmark", ("DK",)),
        ("2012", "Orme Bakeries enters Sweden", ("SE",)),
        ("2013", "Orme Bakeries enters Norway", ("NO",)),
    ]


def test_a_member_quotes_the_text_as_it_stands() -> None:
    text = "Orme Foods Ltd bought Pell GmbH in 2010 and Quist AB in 2012."
    first, second = read(text).mentions

    assert (first.quote, second.quote) == (text[: text.index(" and")], text)
    assert [party.name for party in second.parties] == ["Orme Foods", "Quist"]


def test_a_bare_count_in_a_list_counts_what_the_first_does() -> None:
    text = "Orme Foods Ltd had 12 shops in 2005, 40 in 2010 and more than 200 by 2013."

    amounts = [[(q.value, q.unit) for q in one.quantities] for one in read(text).mentions]

    assert amounts == [[(12, "shops")], [(40, "shops")], [(200, "shops")]]
