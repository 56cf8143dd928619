"""Which paragraphs tell a story and which are news; headings, captions, letters and speeches.

These tables are the rules by which a text changes from news to story and back.
"""

import pytest

from explorer.dates import find
from explorer.dates.context.passages import story_paragraphs
from tests.dates.context.told import resolved, values

NEWS = "The mill said on Thursday it would close. It opened in July 2014.\n\nA buyer, found on Monday, left"


def test_news_return_to_the_publication_date_after_the_paragraph() -> None:
    text = "In March 2017 it grew. In September it fell.\n\nThe firm said on Monday that sales rose in April."
    assert values(text) == ["2017-03", "2017-09", "2020-09-14", "2020-04"]


def test_a_heading_of_a_year_holds_for_the_list_below_it() -> None:
    text = "The firm said on Monday it was sold.\n\n2008\n\nOn November 5, it left.\n\nOn July 9, it came."
    assert values(text) == ["2020-09-14", "2008", "2008-11-05", "2008-07-09"]


def test_a_background_section_is_a_story_within_news() -> None:
    text = (
        "The bakery said on Monday that it would close two shops.\n\n"
        "The company was founded in March 2003. Two months later it opened its first shop. In June it hired a "
        "second baker. The following year it moved, and in October 2005 it was sold.\n\n"
        "Sales fell by a third in August, the company said on Tuesday. In April they had risen."
    )
    assert [edtf for _, edtf in resolved(text)] == [
        "2020-09-14",
        *("2003-03", "2003-05", "2003-06", "2004", "2005-10"),
        *("2020-08", "2020-09-15", "2020-04"),
    ]


def test_news_begin_with_a_day_that_names_no_year() -> None:
    text = (
        "The board met on 19 February. It was sued in 2012, 2014 and 2016 under the rules that apply since "
        "2009. It has fifty offices. Elections are due on 6 October."
    )
    assert [values(text)[0], values(text)[-1]] == ["2020-02-19", "2020-10-06"]


def test_a_list_of_years_makes_no_story_of_news() -> None:
    built = ", ".join(f"model {year % 100} from {year} to {year + 3}" for year in range(2003, 2010))
    text = (
        f"The maker said on Monday that it recalls {built}. Shares fell on Tuesday. "
        "Rivals had recalls this year, and a bigger one in March. The shares closed lower on Tuesday."
    )
    assert values(text)[-4:] == ["2020-09-15", "2020", "2020-03", "2020-09-15"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The war began in 1914. In August it spread.", "1914-08"),
        ("The law was passed in 2014. In August it was changed.", "2020-08"),
        ("Profits rose in 2019. In August they fell. In 2018 they had stood still.", "2020-08"),
        ("Profits rose in 2015, 2016 and 2017. In August they fell.", "2017-08"),
    ],
)
def test_years_make_a_story_the_more_the_longer_ago_they_are(text: str, expected: str) -> None:
    assert ("August", expected) in resolved(text)


def test_a_speech_counts_from_its_own_date() -> None:
    text = (
        "On 8 January 1918 the president spoke. “Last month,” he said, “we were at peace. "
        "In May we shall be again. Today we are not.” In March he fell ill."
    )
    assert [edtf for _, edtf in resolved(text)] == ["1918-01-08", "1917-12", "1918-05", "1918-01-08", "1918-03"]


def test_a_paragraph_about_today_is_news_within_a_history() -> None:
    text = (
        "The bridge was planned in 1871 and begun in May 1873. In October the first pier stood. In 1876 it was "
        "finished, and on 3 June 1877 it was opened.\n\n"
        "It was widened in 1925 and again in 1958. In July a tram ran over it for the last time.\n\n"
        "Today the bridge carries many cars. Last month a crack was found. In July it was closed."
    )
    found = resolved(text)
    assert ("October", "1873-10") in found
    assert [edtf for words, edtf in found if words == "July"] == ["1958-07", "2020-07"]


def test_a_history_goes_on_over_its_paragraphs() -> None:
    text = (
        "In 1951 the union split, and in 1952 it voted. In 1953 it met in Bern.\n\n"
        "The chairman was a quiet man.\n\nIn May he resigned. In 1954 he died."
    )
    assert ("May", "1953-05") in resolved(text)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ('In 1953 the chairman said: "Next year we shall win."', "1954"),
        ('The chairman said: "Next year we shall win."', None),
        ("The event of this year was the march.", "1953"),
        ("The event of this year is the march.", "2020"),
        ("The chairman had promised it two years ago.", "1951"),
    ],
)
def test_deictic_words_in_a_story_count_from_those_who_say_them(sentence: str, expected: str | None) -> None:
    text = f"In 1947, 1948, 1949, 1950 and 1951 it grew.\n\nIn 1952 it voted. In 1953 it met.\n\n{sentence}"
    (found,) = [one for one in find(text, published="2020-09-16") if not one.text.isdigit()]
    assert (found.when.edtf if found.when else None) == expected
    assert expected is not None or "quotation" in found.why[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1998\n\nIn March the harbour was dredged, and in September a mole was built.\n\n"
            "1999\n\nA storm broke the mole in February. In December it was rebuilt.",
            ["1998", "1998-03", "1998-09", "1999", "1999-02", "1999-12"],
        ),
        (
            "It closed in 2003.\n\n2001: Fire and a new beginning\n\nOn 4 July the old warehouse burnt down.",
            ["2003", "2001", "2001-07-04"],
        ),
        (
            "It closed in 2003.\n\nThe first years (1956-1960)\n\nIn July the old warehouse burnt down.",
            ["2003", "1956/1960", "1956/1960", "1956-07"],
        ),
        (
            "2001\n\nOn 4 July the old warehouse burnt down. In 2002 it was rebuilt. In May it was opened.",
            ["2001", "2001-07-04", "2002", "2002-05"],
        ),
    ],
)
def test_a_heading_with_a_year_begins_a_section(text: str, expected: list[str]) -> None:
    found = find(text, published="2020-09-16")
    assert [(one.interval or one.when).edtf for one in found if one.when] == expected  # type: ignore[union-attr]


def test_the_caption_of_a_picture_is_no_heading() -> None:
    text = (
        "In May 1925 the mill was sold.\n\nWorkers before the old mill, 1912\n\n"
        "In September it was closed by its new owner. In 1926 it burnt down."
    )
    assert ("September", "1925-09") in resolved(text)


def test_a_date_in_a_table_is_no_heading() -> None:
    text = "Founded\n1998\nOwner\nOrbit\n\nThe firm said on Monday that sales rose in April."
    assert resolved(text)[-1] == ("April", "2020-04")


def test_letters_count_from_their_own_date() -> None:
    text = (
        "Vienna, 3 May 1809\n\nThe French are near. On the 5th we leave.\n\n"
        "Brno, 9 June 1809\n\nWe arrived last week. On the 12th I shall write again."
    )
    expected = ["1809-05-03", "1809-05-05", "1809-06-09", "1809-05-29/1809-06-04", "1809-06-12"]
    assert [edtf for _, edtf in resolved(text, None)] == expected


def test_a_story_that_has_come_to_the_day_of_publication_is_news() -> None:
    text = (
        "The Paper, 16 September 2020\n\nThe club was ten on Monday. "
        "It was founded in 2010, bought in 2014 and sold in 2017. On Friday it was banned."
    )
    found = resolved(text)
    assert ("Monday", "2020-09-14") in found
    assert ("Friday", "2020-09-18") not in found


def test_a_heading_of_markdown_is_one() -> None:
    text = "It left in 2011.\n\n## 2012\n\nIt was a good year for all. On 9 April it was bought."
    assert resolved(text)[1:] == [("2012", "2012"), ("9 April", "2012-04-09")]


@pytest.mark.parametrize(
    ("balances", "stories"),
    [
        ([3], [True]),
        ([1], [False]),
        ([3, 0, 0, 3], [True, True, True, True]),
        ([3, 3, -6, 3, 3], [True, True, False, True, True]),  # "Today the bridge ... last month"
        ([3, 3, -3, 3, 3], [True, True, True, True, True]),  # one "this year" makes no news
        ([-3, -3, 2, -3, -3], [False] * 5),
        ([], []),
    ],
)
def test_a_paragraph_is_a_story_by_its_words_and_those_around_it(
    balances: list[float], stories: list[bool]
) -> None:
    assert story_paragraphs(balances) == stories


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The former mayor returned.", ["1951", "1952", "1953", "PAST_REF"]),
        ("The former won, the latter lost.", ["1951", "1952", "1953"]),
        ("The former was a baker.", ["1951", "1952", "1953"]),
    ],
)
def test_in_a_story_former_looks_back_from_the_time_told(text: str, values: list[str]) -> None:
    story = f"In 1951 the union split, and in 1952 and 1953 it voted. {text}"
    assert [one.value for one in find(story, published="2020-09-16")] == values


def test_in_news_former_is_a_title() -> None:
    assert resolved("The former mayor returned on Monday.") == [("Monday", "2020-09-14")]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("in January.", "XXXX-01"),
        ("on 2 April.", "XXXX-04-02"),
        ("last year.", "XXXX"),
        ("at 3 p.m.", "XXXX-XX-XXT15:00"),
    ],
)
def test_news_of_an_unknown_day_do_not_count_from_a_year_told_in_passing(sentence: str, value: str) -> None:
    found = find(f"{NEWS} {sentence}")[-1]
    assert (found.value, found.when) == (value, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill opened in 2014. In January it burnt.", "2014-01"),
        (f"{NEWS} in March 2015; in June he came back.", "2015-06"),
        (f"Leeds, 3 May 2016\n\n{NEWS} in January 2016.\n\nOn 9 May he came back on Friday.", "2016-05-13"),
    ],
)
def test_what_a_story_or_a_dated_letter_tells_counts_from_it(text: str, expected: str) -> None:
    assert resolved(text, None)[-1][1] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It is to reopen this year, and in March it got a roof.", "2018-03"),
        ("It was to reopen that year, and in March it got a roof.", "1996-03"),
    ],
)
def test_a_sentence_about_today_leaves_the_story(sentence: str, expected: str) -> None:
    text = f"The mill was built in 1868 and sold in 1927. It closed on 31 October 1996. {sentence}"
    assert resolved(text, "2018-10-01")[-1] == ("March", expected)
