"""What relative dates count from: publication, the date that a story has reached, or nothing.

A story has a front, which dates in order move. These tables are the rules by which it moves.
"""

import pytest

from explorer.dates import find
from tests.dates.context.told import resolved, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2016 the firm was founded. A year later it moved.", ["2016", "2017"]),
        ("In 2016 it was founded. The following year it grew. That year it moved.", ["2016", "2017", "2017"]),
        ("On 2 August 2018 they merged. The next day they parted.", ["2018-08-02", "2018-08-03"]),
        ("On 2 August 2018 they merged. Two days earlier they had met.", ["2018-08-02", "2018-07-31"]),
        ("On 2 August 2018 they merged. Later that month they parted.", ["2018-08-02", "2018-08"]),
        ("On 2 August 2018 they merged. The same day they parted.", ["2018-08-02", "2018-08-02"]),
        ("In March 2017 it grew. By September it had doubled.", ["2017-03", "2017-09"]),
        ("In November 2017 it grew. By January it had doubled.", ["2017-11", "2018-01"]),
        ("On 21 December 2018 it was banned. The court ruled on 6 March.", ["2018-12-21", "2019-03-06"]),
        ("In April it was banned. On the 15th it was removed.", ["2020-04", "2020-04-15"]),
        ("Sales were 5 in July 2019, up from 3 a year earlier.", ["2019-07", "2018-07"]),
        ("It left two days after April 15, 2019.", ["2019-04-17"]),
        ("He said so in January 2016. That April he resigned.", ["2016-01", "2016-04"]),
        ("The rent rose in May 2016; in 12 shops it doubled that June.", ["2016-05", "2016-06"]),
        ("He was led away on 2 August 2018; next day shares rose.", ["2018-08-02", "2018-08-03"]),
    ],
)
def test_a_story_goes_on_from_the_date_told_before(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_the_month_that_begins_a_range_lies_before_its_end() -> None:
    assert values("Exports rose from January to November.", "2019-12-09") == ["2019-01", "2019-11"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trial was moved from 20 July to September.", ["2020-07-20", "2020-09"]),
        ("The limits were prolonged on 30 June until the end of October.", ["2020-06-30", "2020-10~"]),
    ],
)
def test_what_was_put_off_is_no_range(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_a_year_earlier_beside_a_quarter_is_a_quarter() -> None:
    assert values("Profit in the third quarter rose from a year earlier.") == ["2020-35", "2019-35"]


@pytest.mark.parametrize(
    "text", ["It grew last year.", "It grew on Monday.", "It grew in April.", "It left today."]
)
def test_without_a_publication_date_and_a_story_relative_dates_stay_open_and_say_so(text: str) -> None:
    (found,) = find(text)
    assert found.when is None
    assert found.value is not None
    assert "publication date is unknown" in found.why[0]


def test_without_a_publication_date_the_story_is_the_anchor() -> None:
    text = "In August 2017 it was founded. In September it grew. On the 15th it moved."
    assert values(text, None) == ["2017-08", "2017-09", "2017-09-15"]


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        ("2020", "It grew last year.", "2019"),
        ("2020", "It grew two years ago.", "2018"),
        ("2020", "It grew last month.", None),
        ("2020", "It grew on Monday.", None),
        ("2020-09", "It grew last month.", "2020-08"),
        ("2020-09", "It grew last week.", None),
        ("2020-09", "It grew in April.", "2020-04"),
        ("not a date", "It grew last year.", None),
        ("../2019", "It grew last year.", None),
    ],
)
def test_a_coarse_publication_date_gives_coarse_dates_or_none(
    published: str, text: str, expected: str | None
) -> None:
    assert values(text, published) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The months after a date go onwards, into the next year if need be.
        ("In October 1871 it burnt down. In February it was rebuilt.", "1872-02"),
        ("On 12 May 1926 the strike ended. In November the mines reopened.", "1926-11"),
        # A month that has only just passed is told late.
        ("The dam broke on 3 September 1963. In July there were cracks.", "1963-07"),
        # The text itself goes no further than the next date that names its year.
        ("On 26 October 1955 they voted. In May they met. In June 1956 they parted.", "1956-05"),
        ("On 26 October 1955 they voted. In May they met. In December 1955 they parted.", "1955-05"),
        ("In autumn 1955 they voted. In spring they met. In 1953 they had met before.", "1956-21"),
        # A clause that looks back does so by its tense.
        ("On 5 May 1950 he resigned. In October he had married.", "1949-10"),
        ("On 17 December 1919 the city fell. The army had spent the summer in the hills.", "1919-22"),
        ("On 5 May 1950 it had ten pupils. By October it had grown.", "1950-10"),
        # Weekdays, weeks and days go onwards too.
        ("On 12 May 1926 the strike ended. On Friday the trams ran.", "1926-05-14"),
        ("On 12 May 1926 the strike ended. The next week the mines reopened.", "1926-05-17/1926-05-23"),
        ("In October 1812 the army left. In the winter thousands froze.", "1812-24"),
        ("In October 1812 the army left. It was rebuilt in the spring of the next year.", "1813-21"),
        ("In October 1789 the king came. That winter was cold.", "1789-24"),
        ("In October 1789 the club lost. The following season it won.", None),
        ("In October the first pier stood.", None),
        # A month within a range that was told is not after it.
        ("From 3 October 1950 to 2 March 1951 it snowed. In June it was hot.", "1951-06"),
        ("From 3 October 1950 to 2 March 1951 it snowed. In December it stormed.", "1950-12"),
        ("The tea was thrown away on 3 July 1783. Ten years before, it was dear.", "1773"),
        ("It was July 1783. It fell in May of the Year VIII.", "1783-05"),
        # A decade is no year.
        ("In the 1940s the town grew. In March the mill opened.", None),
        ("In 1947 it opened. In the 1940s the town grew. In March it closed.", "1947-03"),
    ],
)
def test_a_story_goes_onwards(text: str, expected: str | None) -> None:
    months = [edtf for words, edtf in resolved(text, None) if not any(map(str.isdigit, words))]
    assert months == [expected]


def test_the_next_decade_of_a_story_is_a_length() -> None:
    text = "In January 1952 she moved, and built dams over the next decade. Two years later, in 1954, she won."
    assert values(text)[1:3] == ["1952/1962", "1954"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 14 January 2020 they bought Petal, announced on 2 November.", ["2020-01-14", "2019-11-02"]),
        ("On 14 January 2020 they bought Petal, announced on 2 March.", ["2020-01-14", "2020-03-02"]),
        (
            "In 2016, 2017 and 2018 it lost money. It is reviewed from 2022. On May 15 it closed.",
            ["2018-05-15"],
        ),
    ],
)
def test_a_story_ends_with_publication(text: str, expected: list[str]) -> None:
    assert values(text)[-len(expected) :] == expected


def test_a_year_earlier_beside_a_month_of_a_report_on_a_quarter_is_that_month() -> None:
    text = (
        "The second quarter of 2020 was weak.\n\nIn July 2020 sales rose to 5 million, from 3 a year earlier."
    )
    assert values(text) == ["2020-34", "2020-07", "2019-07"]


def test_a_clock_time_is_of_the_day_that_its_sentence_names() -> None:
    text = "It will report on October 26, after markets close at 4 p.m.\n\nShares were flat at 11 a.m."
    assert values(text) == ["2020-10-26", "2020-10-26T16", "2020-09-16T11"]


def test_the_latest_period_is_the_one_that_a_report_is_about() -> None:
    text = "The third quarter of 2019 was bad. In the latest period sales fell; for the full year they rose."
    assert values(text) == ["2019-35", "2019-35", "2020"]
    assert values("Sales in the latest period were flat.") == []


def test_a_season_over_two_years_begins_in_the_first() -> None:
    text = "The season of 1974–1975 was its tenth. It began on 17 August. In January it sold its captain."
    assert resolved(text, None)[2:] == [("17 August", "1974-08-17"), ("January", "1975-01")]


def test_the_trace_names_the_anchor_and_where_it_comes_from() -> None:
    found = find("2001\n\nOn 4 July the old warehouse burnt down. Two days later it rained.")
    assert [one.why[0] for one in found[1:]] == [
        "July next to “2001”, the heading",
        "2 days after “4 July 2001”, told before",
    ]


def test_this_week_is_no_week_of_a_year() -> None:
    text = (
        "From 2012 to 2018\n\nIt was tried in court this week. It began in 2012, grew in 2014 and fell in 2018."
    )
    assert ("this week", "2020-09-14/2020-09-20") in resolved(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In July 1943 it fell. Two days later it rose.", "1943-07-XX"),
        ("In July 1943 it fell. The next day it rose.", "1943-07-XX"),
        ("In 1943 it fell. Two days later it rose.", "1943-XX-XX"),
        ("In July 1943 it fell. Three weeks later it rose.", "1943-WXX"),
        ("In 1943 it fell. Four months later it rose.", "1943-XX"),
        ("In the 1940s it fell. Two days later it rose.", "XXXX-XX-XX"),
    ],
)
def test_what_a_coarse_base_leaves_open_is_open_in_the_value(text: str, value: str) -> None:
    found = find(text)[-1]
    assert (found.value, found.when) == (value, None)
    assert "told before" in found.why[0]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It was now bankrupt.", None),
        ('He said: "We are now bankrupt."', None),
        ("It is now a museum.", "2020-09"),
    ],
)
def test_now_in_a_story_is_not_the_day_of_publication(sentence: str, expected: str | None) -> None:
    found = find(f"In 1951 the union split, and in 1952 and 1953 it voted. {sentence}", published="2020-09-16")
    assert found[-1].value == "PRESENT_REF"
    assert (found[-1].when.edtf if found[-1].when else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell on 27 July 1794. The next four years were calm.", "1794/1798"),
        ("It fell on 27 July 1794. The past two years had been hard.", "1792/1794"),
        ("It fell in 1794. The first six months had been hard.", "1794-01/1794-06"),
    ],
)
def test_durations_of_a_story_touch_its_dates(text: str, expected: str) -> None:
    found = find(f"It met in 1789, 1790 and 1791. {text}", published="2020-09-16")[-1]
    assert (found.when.edtf if found.when else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It stayed for the next decade.", "P10Y"),
        ("It fell in the next decade.", "193"),
        ("It fell from 9 in the four previous weeks.", "P4W"),
    ],
)
def test_for_the_next_decade_is_a_duration(text: str, expected: str) -> None:
    assert find(f"In 1927 the capital moved. {text}")[-1].value == expected


def test_a_season_of_something_may_have_its_year_behind() -> None:
    text = "In 1917 the Tsar fell. The spring offensive of 1918 failed. In May it was over."
    assert resolved(text, None)[1:] == [("spring", "1918-21"), ("1918", "1918"), ("May", "1918-05")]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("It was merged on Dec. 28 and went live on the 4th.", "2021-01-12", "2021-01-04"),
        ("It was merged on Dec. 28 and had gone live on the 4th.", "2020-12-30", "2020-12-04"),
        ("It was merged on Dec. 5 and went live on the 9th.", "2021-01-12", "2020-12-09"),
        ("It was merged on Dec. 5 and had been cut on the 4th.", "2021-01-12", "2020-12-04"),
        ("They are on sale until Friday week.", "2022-05-23", "2022-06-03"),
        ("He said he would be back on Monday week.", "2022-05-23", "2022-06-06"),
        ("They are on sale until Friday.", "2022-05-23", "2022-05-27"),
        ("On Monday the court gave them until Wednesday.", "2022-05-24", "2022-05-25"),
        ("On Monday the court gave them until Wednesday.", "2022-05-27", "2022-05-25"),
        ("On Thursday the court gave them until Tuesday.", "2022-05-27", "2022-05-31"),
        ("The court sat in May. It gave them until Wednesday.", "2022-05-27", "2022-06-01"),
    ],
)
def test_days_that_news_name_by_a_part(text: str, published: str, expected: str) -> None:
    assert resolved(text, published)[-1][1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the 1870s the mill moved, and by the turn of the century it led.", "19XX~"),
        ("The mill led in the 19th century and was sold at the turn of the century.", "19XX~"),
        ("In 1903 the mill moved, soon after the turn of the century.", "19XX~"),
        ("In 1871 the mill moved. It was the largest mill of the century.", "18XX"),
        ("The mill has been shut since the turn of the century.", "20XX~"),
    ],
)
def test_the_turn_of_the_century_is_the_nearer_one(text: str, expected: str) -> None:
    assert (resolved(text, "2018-10-01")[-1][1] or "").startswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the early 1990s she taught in Rome for a winter.", None),
        ("In 1991 she taught in Rome for a winter.", "1991-24"),
    ],
)
def test_a_season_of_a_decade_is_of_no_year(text: str, expected: str | None) -> None:
    assert resolved(text, None)[-1][1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2009 it lost $4 million. The firm said it would leave Peru by the end of the year.", "2020"),
        ("In 2009 it lost $4 million. The firm said it had left Peru by the end of the year.", "2009"),
        ("In 2009 the firm said it would leave Peru by the end of the year.", "2009"),
        ("Airbus sold planes in November 2017. Boeing said it would announce an order in December.", "2020-12"),
        ("Paris will lose its scooters in December after a vote.", "2020-12"),
        ("The pact will run out on 31 August, and a new one will begin.", "2021-08-31"),
    ],
)
def test_plans_in_the_news_are_for_the_time_of_publication(text: str, expected: str) -> None:
    last = find(text, published="2020-09-16")[-1]
    assert last.when is not None
    assert last.when.edtf.rstrip("~") == expected
