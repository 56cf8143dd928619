"""The periods of business reports, and what their figures are compared with."""

import pytest

from explorer.dates import find

PUBLISHED = "2020-10-26"


def dates(text: str) -> list[tuple[str, str | None, str | None]]:
    """Words, TIMEX3 value and EDTF of what is found after the first expression."""
    found = find(text, published=PUBLISHED)
    return [(one.text, one.value, one.when.edtf if one.when else None) for one in found[1:]]


@pytest.mark.parametrize(
    ("text", "words", "value", "when"),
    [
        ("Third-quarter profit rose from $2 a year earlier.", "a year earlier", "2019-Q3", "2019-35"),
        ("Third-quarter profit rose from $2 a year ago.", "a year ago", "2019-Q3", "2019-35"),
        ("First-half sales rose from $2 a year earlier.", "a year earlier", "2019-H1", "2019-40"),
        ("In the third quarter it grew. Bo was hired a year ago.", "a year ago", "2019", "2019"),
        ("In the nine months it earned $3, up from $2 a year ago.", "a year ago", "2019", "2019"),
        (
            "Third-quarter sales beat the year-earlier quarter.",
            "the year-earlier quarter",
            "2019-Q3",
            "2019-35",
        ),
        ("Third-quarter sales beat the prior-year period.", "the prior-year period", "2019-Q3", "2019-35"),
        ("Third-quarter sales beat the 2018 period.", "the 2018 period", "2018-Q3", "2018-35"),
        (
            "Third-quarter sales beat those in the same period last year.",
            "the same period last year",
            "2019-Q3",
            "2019-35",
        ),
        (
            "For the nine months it lost $2. The year-earlier period was good.",
            "The year-earlier period",
            "2019",
            "2019-01/2019-09",
        ),
        ("Sales for the year beat the 2019 period.", "the 2019 period", "2019", "2019"),
        (
            "Sales in May beat those in the same month last year.",
            "the same month last year",
            "2019-05",
            "2019-05",
        ),
        ("Sales in May beat those in May a year ago.", "May a year ago", "2019-05", "2019-05"),
        ("Third-quarter profit was $3, compared with $2 last year.", "last year", "2019-Q3", "2019-35"),
        ("Third-quarter sales rose 3% from last year's $2.", "last year", "2019-Q3", "2019-35"),
        ("Third-quarter sales beat those of last year's quarter.", "last year's quarter", "2019-Q3", "2019-35"),
        ("In the third quarter it hired 9. Costs were high last year.", "last year", "2019", "2019"),
        ("Third-quarter sales beat the year-earlier nine months.", "the year-earlier nine months", "P9M", None),
    ],
)
def test_figures_are_compared_with_the_same_of_the_year_before(
    text: str, words: str, value: str, when: str | None
) -> None:
    assert dates(text) == [(words, value, when)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Third-quarter sales rose. After a weak second quarter it fell. The quarter was good.", "2020-35"),
        ("Third-quarter sales rose. It lost $2 in the first quarter of 2015. The quarter was good.", "2020-35"),
        ("Third-quarter sales rose. In the second quarter it fell. The quarter was bad.", "2020-34"),
        ("The second quarter ended Sept. 30 was good, and the quarter saw growth.", "2020-07/2020-09"),
    ],
)
def test_a_quarter_that_is_only_compared_with_is_not_what_the_report_is_about(text: str, expected: str) -> None:
    found = find(text, published=PUBLISHED)
    assert [one.when.edtf for one in found if one.text.lower() == "the quarter" and one.when] == [expected]


@pytest.mark.parametrize(
    ("text", "value", "when"),
    [
        ("The third quarter ended Sept. 30 was good.", "2020-Q3", "2020-35"),
        ("The fourth quarter ended Aug. 26 was good.", "2020-Q4", "2020-05-27/2020-08-26"),
        ("The second quarter ended Oct. 31 was good.", "2019-Q2", "2019-08/2019-10"),
        ("The first quarter of fiscal 2020 ended Oct. 31, 2019, was good.", "2020-Q1", "2019-08/2019-10"),
        ("The quarter ended June 30 was good.", "2020-Q2", "2020-04/2020-06"),
        ("The year ended July 2 was good.", "P1Y", "2019-07-03/2020-07-02"),
        ("The six months ended Aug. 12 were good.", "P6M", "2020-02-13/2020-08-12"),
        ("The six months until Aug. 12 were good.", "P6M", None),
    ],
)
def test_a_period_that_tells_its_end_has_the_months_before_it(text: str, value: str, when: str | None) -> None:
    first = find(text, published=PUBLISHED)[0]
    assert (first.value, first.when.edtf if first.when else None) == (value, when)


def test_a_report_goes_on_from_no_figure_that_it_compares_with() -> None:
    text = "Sales in May rose 3% from a month earlier and 5% from a year earlier."
    assert dates(text) == [("a month earlier", "2020-04", "2020-04"), ("a year earlier", "2019-05", "2019-05")]


def test_three_months_that_end_with_a_quarter_are_one() -> None:
    text = "Sales in the three months ended Sept. 30 beat the same period in 2018."
    assert dates(text)[1] == ("the same period in 2018", "2018-Q3", "2018-35")


def test_last_years_third_quarter_is_one_date() -> None:
    found = find("It lost $2 in last year's third quarter.", published=PUBLISHED)
    assert [(one.text, one.value) for one in found] == [("last year's third quarter", "2019-Q3")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales fell in the last three months of 2012.", ["2012-10/2012-12", "2012-10/2012-12"]),
        ("Sales fell in the last two weeks of June 2012.", ["2012-06-17/2012-06-30", "2012-06-17/2012-06-30"]),
        ("Sales fell in the last ten days of June 2012.", ["2012-06-21/2012-06-30", "2012-06-21/2012-06-30"]),
        ("Sales fell in the September quarter.", ["2020-35"]),
        ("Sales fell in the December quarter of 2018.", ["2018-36"]),
        ("Sales fell in November quarter by quarter.", ["2019-11"]),
        ("Sales will fall in the second half.", ["2020-41"]),
        ("Sales will fall in the first half.", ["2021-40"]),
        ("Sales fell in the first half.", ["2020-40"]),
    ],
)
def test_parts_of_a_year_are_those_that_a_report_can_tell_of(text: str, expected: list[str]) -> None:
    found = find(text, published=PUBLISHED)
    assert [(one.interval or one.when).edtf for one in found if one.when] == expected  # type: ignore[union-attr]


def test_a_half_that_has_hardly_begun_is_not_told_as_past() -> None:
    (half,) = find("Sales fell in the first half.", published="2020-03-02")
    assert half.value == "2019-H1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lent 6 million in the year to March, up from 2 million a year earlier.", "2018-04/2019-03"),
        (
            "It dug 3 million tonnes in the year to June 2012, against 4 million a year earlier.",
            "2010-07/2011-06",
        ),
        (
            "It sold 5 million in the nine months ended June 30, 2019, from 4 million a year earlier.",
            "2017-10/2018-06",
        ),
        (
            "It sold 5 million in the year to March. It had 3 million in May 2012, from 2 a year earlier.",
            "2011-05",
        ),
    ],
)
def test_a_year_earlier_compares_with_as_many_months(text: str, expected: str) -> None:
    last = find(text, published="2020-09-16")[-1]
    assert last.when is not None
    assert (last.text, last.when.edtf) == ("a year earlier", expected)
