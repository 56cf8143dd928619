"""Every form in which English writes a time: tables of words and what they mean. News of 16 September 2020."""

import pytest

from explorer.dates import explain, find

PUBLISHED = "2020-09-16"  # a Wednesday


def values(text: str) -> list[tuple[str, str | None]]:
    return [(one.text, one.value) for one in find(text, published=PUBLISHED)]


def edtf(text: str) -> list[str | None]:
    return [one.when.edtf if one.when else None for one in find(text, published=PUBLISHED)]


@pytest.mark.parametrize(
    ("words", "value", "when"),
    [
        ("2019.04.15", "2019-04-15", "2019-04-15"),
        ("15MAR2019", "2019-03-15", "2019-03-15"),
        ("15-MAR-19", "2019-03-15", "2019-03-15"),
        ("15 MAR 2019", "2019-03-15", "2019-03-15"),
        ("15.IV.2019", "2019-04-15", "2019-04-15"),
        ("the fifteenth day of March, 2015", "2015-03-15", "2015-03-15"),
        ("the 5th day of May, 2016", "2016-05-05", "2016-05-05"),
        ("the week beginning 9 March 2020", "2020-W11", "2020-03-09/2020-03-15"),
        ("tomorrow at 9 p.m.", "2020-09-17T21:00", "2020-09-17T21"),
        ("the 3rd March 2015", "2015-03-03", "2015-03-03"),
        ("the 3rd of March", "2020-03-03", "2020-03-03"),
        ("March the 3rd", "2020-03-03", "2020-03-03"),
        ("June 3rd 2019", "2019-06-03", "2019-06-03"),
        ("Sunday the 3rd", "2020-05-03", "2020-05-03"),
        ("3/15", "2020-03-15", "2020-03-15"),
        ("9/11", "2001-09-11", "2001-09-11"),
        ("3/2019", "2019-03", "2019-03"),
        ("2019-03", "2019-03", "2019-03"),
        ("March '19", "2019-03", "2019-03"),
        ("Mar-19", "2019-03", "2019-03"),
        ("week 12 of 2020", "2020-W12", "2020-03-16/2020-03-22"),
        ("2020-W12", "2020-W12", "2020-03-16/2020-03-22"),
        ("the first Monday of May 2019", "2019-05-06", "2019-05-06"),
        ("the last Friday of March 2019", "2019-03-29", "2019-03-29"),
        ("the first Monday of next month", "2020-10-05", "2020-10-05"),
        ("the last Friday in 2019", "2019-12-27", "2019-12-27"),
        ("the first weekend of July", "2020-W27-WE", "2020-07-04/2020-07-05"),
        ("the last quarter of 2019", "2019-Q4", "2019-36"),
        ("the last month of 2019", "2019-12", "2019-12"),
        ("the first month of this year", "2020-01", "2020-01"),
        ("the first week of 2019", "2019-W01", "2019-01-01/2019-01-07"),
        ("the third week of the month", "2020-09", "2020-09-15/2020-09-21"),
        ("the second Tuesday in November", "2019-11-12", "2019-11-12"),
        ("the second week of May", "2020-05", "2020-05-08/2020-05-14"),
        ("the last week of May 2019", "2019-05", "2019-05-25/2019-05-31"),
        ("the first half of April 2019", "2019-04", "2019-04-01/2019-04-15"),
        ("the second half of the 1990s", "199", "1995/1999"),
        ("the mid-to-late 1990s", "199", "199X"),
        ("the first half of the 20th century", "19", "1900/1949"),
        ("the second decade of the 21st century", "201", "201X"),
        ("the '10s", "201", "201X"),
        ("the '30s", "193", "193X"),
        ("the year 69", "0069", "0069"),
        ("A.D. 70", "0070", "0070"),
        ("FY 2019", "2019", "2019"),
        ("CY2020", "2020", "2020"),
        ("2019E", "2019", "2019"),
        ("the 2019 fiscal year", "2019", "2019"),
        ("1H19", "2019-H1", "2019-40"),
        ("Q3'19", "2019-Q3", "2019-35"),
        ("3Q 2019", "2019-Q3", "2019-35"),
        ("the winter of 2018-19", "2018-WI", "2018-24"),
        ("the winter of 1944/45", "1944-WI", "1944-24"),
        ("winter 1944–1945", "1944-WI", "1944-24"),
        ("the summer of '69", "1969-SU", "1969-22"),
        ("the mid-19th-century", "18", "18XX~"),
        ("the early 20th century", "19", "19XX~"),
        ("the late '80s", "198", "198X~"),
        ("the final days of 2019", "2019", "2019~"),
        ("the opening months of 2019", "2019", "2019~"),
        ("end-March", "2020-03", "2020-03~"),
        ("year-end 2019", "2019", "2019~"),
        ("about March 3, 2015", "2015-03-03", "2015-03-03~"),
        ("circa 1850", "1850", "1850~"),
        ("c. 1850", "1850", "1850~"),
        ("twenty twenty", "2020", "2020"),
        ("the year 10,000", "10000", "Y10000"),
        ("20,000 BC", "BC20000", "Y-19999"),
        ("44 B.C.", "BC0044", "-0043"),
        ("Ash Wednesday 2020", "2020-02-26", "2020-02-26"),
        ("Martin Luther King Jr. Day", "2020-01-20", "2020-01-20"),
        ("St. Patrick's Day", "2020-03-17", "2020-03-17"),
        ("All Saints' Day 2019", "2019-11-01", "2019-11-01"),
    ],
)
def test_a_date_is_read_whole_and_no_finer_than_its_words(words: str, value: str, when: str) -> None:
    text = f"It happened on {words}."
    assert values(text) == [(words.rstrip("."), value)] or values(text) == [(words, value)]
    assert edtf(text) == [when]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It closed at 11:59 p.m. Pacific time on Sunday.", "2020-09-13T23:59"),
        ("It closed at 6 pm ET on Tuesday.", "2020-09-15T18:00"),
        ("It closed at 15:00 GMT Saturday.", "2020-09-12T15:00"),
        ("It closed at 5pm Eastern on Tuesday.", "2020-09-15T17:00"),
        ("It closed at 7.30 p.m. on Sunday.", "2020-09-13T19:30"),
        ("It closed at 19.30 BST on Sunday.", "2020-09-13T19:30"),
        ("It closed at 0900 hours on Monday.", "2020-09-14T09:00"),
        ("It closed at 1950 hours.", "2020-09-16T19:50"),
        ("It closed at half past nine on Monday.", "2020-09-14T09:30"),
        ("It closed at a quarter to five on Monday.", "2020-09-14T04:45"),
        ("It closed at midnight on Dec. 31, 2019.", "2019-12-31T00:00"),
        ("It closed at ten o'clock on Monday morning.", "2020-09-14T10:00"),
        ("It closed on 5 Jan 2019 14:00:05 UTC.", "2019-01-05T14:00:05"),
        ("It closed at 5:34 a.m. Baghdad time on March 20, 2003.", "2003-03-20T05:34"),
    ],
)
def test_a_clock_time_with_its_zone_is_bound_to_its_day(text: str, value: str) -> None:
    assert [one.value for one in find(text, published=PUBLISHED)] == [value]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It was on May 3, 4 and 5, 2019.", ["2019-05-03", "2019-05-04", "2019-05-05"]),
        ("It was on 3, 4 and 5 May 2019.", ["2019-05-03", "2019-05-04", "2019-05-05"]),
        ("It was on the 3rd, 4th and 5th of May.", ["2020-05-03", "2020-05-04", "2020-05-05"]),
        ("It was on the 14th and 15th.", ["2020-09-14", "2020-09-15"]),
        ("It was on Tuesday (Sept. 8).", ["2020-09-08", "2020-09-08"]),
        ("It was in the late 19th and early 20th centuries.", ["18XX~", "19XX~"]),
        ("It was on August 31 and September 1, 2019.", ["2019-08-31", "2019-09-01"]),
        ("It ran 9 a.m. to 5 p.m. Friday.", ["2020-09-11T09", "2020-09-11T17"]),
        ("It ran 09:00-17:00 on Friday.", ["2020-09-11T09:00", "2020-09-11T17:00"]),
        ("It ran 2-4 p.m. on June 3, 2019.", ["2019-06-03T14", "2019-06-03T16"]),
        ("It ran 11-1 p.m. on June 3, 2019.", ["2019-06-03T11", "2019-06-03T13"]),
    ],
)
def test_what_a_list_or_a_range_shares_is_lent(text: str, days: list[str]) -> None:
    assert edtf(text) == days


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("It ran June 30 – July 4, 2018.", "2018-06-30/2018-07-04"),
        ("It ran Dec. 2019–Jan. 2020.", "2019-12/2020-01"),
        ("It ran in April/May 2020.", "2020-04/2020-05"),
        ("It ran from Q1 to Q3 2020.", "2020-33/2020-35"),
        ("It ran 1914-18.", "1914/1918"),
        ("It ran in the 2018-19 season.", "2018/2019"),
        ("It ran in 2018/19.", "2018/2019"),
        ("It ran in fiscal 2018-19.", "2018/2019"),
        ("It ran from the 18th to the 20th century.", "17XX/19XX"),
        ("It ran from the late 1990s to the early 2000s.", "199X~/200X~"),
        ("It ran from mid-May to early June 2019.", "2019-05~/2019-06~"),
        ("It ran from Monday to Thursday.", "2020-09-07/2020-09-10"),
        ("It will run from Monday to Thursday.", "2020-09-14/2020-09-17"),
    ],
)
def test_the_ends_of_a_range_share_what_is_said_once(text: str, interval: str) -> None:
    assert [one.interval.edtf if one.interval else None for one in find(text, published=PUBLISHED)] == [
        interval,
        interval,
    ]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("It ran from 2019 on.", "2019/.."),
        ("It ran from 2019 onwards.", "2019/.."),
        ("It ran 2019–present.", "2019/.."),
        ("It ran from May 2019 to the present.", "2019-05/.."),
        ("From 2019 on Fridays it ran.", "2019"),
    ],
)
def test_a_range_may_have_no_end(text: str, when: str) -> None:
    assert edtf(text)[0] == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Sales rose in the three months ended June 30, 2019.", "2019-04/2019-06"),
        ("Sales rose in the fiscal year ended June 30, 2019.", "2018-07/2019-06"),
        ("Sales rose in the year ended December 31, 2019.", "2019-01/2019-12"),
        ("Sales rose in the six months to September 2019.", "2019-04/2019-09"),
        ("Sales rose in the two weeks ended June 15, 2019.", "2019-06-02/2019-06-15"),
        ("Sales rose in the nine months which ended June 30, 2019.", "2018-10/2019-06"),
        ("Sales rose in the six months that ended on June 30, 2019.", "2019-01/2019-06"),
        ("Sales rose in the month ended June 15, 2019.", "2019-05-16/2019-06-15"),
    ],
)
def test_a_length_that_ends_with_a_date_has_its_place(text: str, when: str) -> None:
    length, end = find(text, published=PUBLISHED)
    assert length.when is not None
    assert length.when.edtf == when
    assert end.interval is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It closed on 32 January.", "no month has a day 32"),
        ("It closed on January 32.", "no month has a day 32"),
        ("It closed on February 30.", "February has no day 30"),
        ("Thirty-first day of June: it closed.", "June has no day 31"),
        ("It closed on 13/13/2019.", "2019-13-13 is not a day of the calendar"),
        ("It closed at 25:00.", "25:00 is not a time of day"),
        ("It closed at 13 p.m.", "13 p.m. is not a time of day"),
        ("It closed in week 60 of 2019.", "2019 has no week 60"),
        ("It closed on the fifth Friday of February 2021.", "February 2021 has no 5th Friday"),
        ("It closed in Q5 2019.", "a year has no such quarter: “Q5 2019”"),
        ("It closed by 3/4.", "a fraction, or a day whose month nobody can tell"),
        ("It closed in 2019-13.", "part of a longer number or address"),
    ],
)
def test_what_cannot_be_a_date_is_rejected_with_its_reason(text: str, reason: str) -> None:
    found, rejected = explain(text, published=PUBLISHED)
    assert [one.text for one in found] == []
    assert [one.why.rstrip(".") for one in rejected] == [reason.rstrip(".")]


@pytest.mark.parametrize(
    "text",
    [
        "He was aged 19.",
        "She was in her 90s.",
        "He was in his twenties.",
        "He left school at 15.",
        "A man, 45, and a woman, 19, were hurt.",
        "Half of it, or 1/2, is gone.",
        "The host is 10.12.20.19.",
        "In January 32 firms closed, and it grew 12%.",
        "They gave a quarter to five heirs.",
        "The 2nd and 3rd armies met.",
    ],
)
def test_ages_shares_and_numbers_are_no_dates(text: str) -> None:
    assert all(one.text == "January" for one in find(text, published=PUBLISHED))
