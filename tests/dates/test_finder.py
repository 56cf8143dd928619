"""Dates found in sentences, with what they mean: tables of words, TIMEX3 value and EDTF."""

import pytest

from explorer.dates import Expression, TimexType, explain, find
from explorer.model.decision import Guidance
from explorer.model.mention import Span

PUBLISHED = "2020-09-16"  # a Wednesday


def only(text: str, published: str | None = PUBLISHED, language: str = "en") -> Expression:
    """The one expression of a text."""
    found = find(text, published=published, language=language)
    assert len(found) == 1, [one.text for one in found]
    return found[0]


def edtf(text: str, published: str | None = PUBLISHED, language: str = "en") -> list[str | None]:
    return [one.when.edtf if one.when else None for one in find(text, published=published, language=language)]


@pytest.mark.parametrize(
    ("text", "words", "value", "when"),
    [
        ("Sales began on 15 April 2019.", "15 April 2019", "2019-04-15", "2019-04-15"),
        ("Sales began on April 15, 2019.", "April 15, 2019", "2019-04-15", "2019-04-15"),
        ("Sales began on Monday, April 15th, 2019.", "Monday, April 15th, 2019", "2019-04-15", "2019-04-15"),
        (
            "Sales began on the fifteenth of April, 2019.",
            "the fifteenth of April, 2019",
            "2019-04-15",
            "2019-04-15",
        ),
        ("Sales began on 2019-04-15.", "2019-04-15", "2019-04-15", "2019-04-15"),
        ("Sales began on 15.04.2019.", "15.04.2019", "2019-04-15", "2019-04-15"),
        ("Sales began on 2019/04/15.", "2019/04/15", "2019-04-15", "2019-04-15"),
        ("Sales began on 15-Apr-2019.", "15-Apr-2019", "2019-04-15", "2019-04-15"),
        ("Sales began in April 2019.", "April 2019", "2019-04", "2019-04"),
        ("Sales began in Sept. 2019.", "Sept. 2019", "2019-09", "2019-09"),
        ("Sales began in 2019.", "2019", "2019", "2019"),
        ("Sales began in the summer of 2018.", "the summer of 2018", "2018-SU", "2018-22"),
        ("Sales began in winter 2018-19.", "winter 2018-19", "2018-WI", "2018-24"),
        ("Sales began in the third quarter of 2018.", "the third quarter of 2018", "2018-Q3", "2018-35"),
        ("Sales began in Q3 2018.", "Q3 2018", "2018-Q3", "2018-35"),
        ("Sales began in 3Q18.", "3Q18", "2018-Q3", "2018-35"),
        ("Sales began in the first half of 2019.", "the first half of 2019", "2019-H1", "2019-40"),
        ("Sales began in H2 2019.", "H2 2019", "2019-H2", "2019-41"),
        ("Sales began in fiscal 2019.", "fiscal 2019", "2019", "2019"),
        ("Sales began in FY20.", "FY20", "2020", "2020"),
        ("Sales began in the 1990s.", "the 1990s", "199", "199X"),
        ("Sales began in the '90s.", "the '90s", "199", "199X"),
        ("Sales began in the nineties.", "the nineties", "199", "199X"),
        ("Trade began in the 19th century.", "the 19th century", "18", "18XX"),
        ("Sales began on the first day of 2020.", "the first day of 2020", "2020-01-01", "2020-01-01"),
        (
            "Sales began on the last day of February 2020.",
            "the last day of February 2020",
            "2020-02-29",
            "2020-02-29",
        ),
        ("Sales began in nineteen ninety-four.", "nineteen ninety-four", "1994", "1994"),
        ("Sales began in May nineteen ninety-four.", "May nineteen ninety-four", "1994-05", "1994-05"),
        ("Sales began at Christmas 2019.", "Christmas 2019", "2019-12-25", "2019-12-25"),
        ("Sales began at Easter 2020.", "Easter 2020", "2020-04-12", "2020-04-12"),
        ("Sales began on Thanksgiving 2019.", "Thanksgiving 2019", "2019-11-28", "2019-11-28"),
        ("The fleet sailed in 480 BC.", "480 BC", "BC0480", "-0479"),
        ("The mountain burned in AD 79.", "AD 79", "0079", "0079"),
        ("The castle was built in 1066.", "1066", "1066", "1066"),
        ("The week of March 4 was quiet.", "The week of March 4", "2020-W10", "2020-03-02/2020-03-08"),
    ],
)
def test_dates_that_name_the_calendar_are_read(text: str, words: str, value: str, when: str) -> None:
    found = only(text)
    assert (found.text, found.value, found.when.edtf if found.when else None) == (words, value, when)
    assert text[found.span.start : found.span.end] == words


@pytest.mark.parametrize(
    ("text", "value", "when"),
    [
        ("Sales fell last week.", "2020-W37", "2020-09-07/2020-09-13"),
        ("Sales fell this week.", "2020-W38", "2020-09-14/2020-09-20"),
        ("Sales fell last month.", "2020-08", "2020-08"),
        ("Sales fell in last year's October.", "2019-10", "2019-10"),
        ("Sales will fall two years from today.", "2022", "2022"),
        ("Sales fell last year.", "2019", "2019"),
        ("Sales will rise next year.", "2021", "2021"),
        ("Sales fell six years ago.", "2014", "2014"),
        ("Sales fell two months ago.", "2020-07", "2020-07"),
        ("Sales fell ten days ago.", "2020-09-06", "2020-09-06"),
        ("Sales fell three weeks ago.", "2020-W35", "2020-08-24/2020-08-30"),
        ("Sales fell a decade ago.", "201", "201X"),
        ("Sales fell yesterday.", "2020-09-15", "2020-09-15"),
        ("Sales fell the day before yesterday.", "2020-09-14", "2020-09-14"),
        ("Sales will fall tomorrow.", "2020-09-17", "2020-09-17"),
        ("c u 2moro", "2020-09-17", "2020-09-17"),
        ("it starts tonite", "2020-09-16TNI", "2020-09-16"),
        ("Sales fell last Friday.", "2020-09-11", "2020-09-11"),
        ("Sales fell last April.", "2020-04", "2020-04"),
        ("Sales will rise next April.", "2021-04", "2021-04"),
        ("Sales fell last fall.", "2019-FA", "2019-23"),
        ("Sales fell this summer.", "2020-SU", "2020-22"),
        ("Sales fell earlier this year.", "2020", "2020"),
    ],
)
def test_relative_dates_are_as_coarse_as_their_words(text: str, value: str, when: str) -> None:
    found = only(text)
    assert (found.value, found.when.edtf if found.when else None) == (value, when)
    assert found.anchor == PUBLISHED


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The firm said on Monday that it had paid.", "2020-09-14"),
        ("The firm will pay on Monday.", "2020-09-21"),
        ("The firm said on Wednesday that it had paid.", "2020-09-16"),
        ("The firm will pay on Wednesday.", "2020-09-16"),
        ("The offer is open through Friday.", "2020-09-18"),
        ("The firm grew in April.", "2020-04"),
        ("The firm plans to open in November.", "2020-11"),
        ("The firm grew in November.", "2019-11"),
        ("The firm was fined on August 3.", "2020-08-03"),
        ("The trial is scheduled for November 3.", "2020-11-03"),
        ("The firm reported third-quarter profit.", "2020-35"),
        ("The firm sold it over the weekend.", "2020-09-12/2020-09-13"),
        ("The firm will sell it at the weekend.", "2020-09-19/2020-09-20"),
        ("The firm, listed in unlisted shares, will open in March.", "2021-03"),
    ],
)
def test_tense_decides_between_the_date_before_and_the_date_ahead(text: str, when: str) -> None:
    assert edtf(text) == [when]


@pytest.mark.parametrize(
    ("text", "when", "modifier"),
    [
        ("It began in early 2019.", "2019~", "early"),
        ("It began in mid-2019.", "2019~", "mid"),
        ("It began at the end of 2019.", "2019~", "late"),
        ("It began at the beginning of May 2019.", "2019-05~", "early"),
        ("It began in the latter part of 2019.", "2019~", "late"),
        ("It began in the mid-1990s.", "199X~", "mid"),
        ("It began around 2011.", "2011~", "about"),
        ("It must end by the end of October.", "2020-10~", "late"),
        ("It began late last year.", "2019~", "late"),
        ("It ended before 2018.", "../2018", "before"),
        ("It ended after March 2017.", "2017-03/..", "after"),
        ("It has run since 2012.", "2012/..", None),
        ("It may run until 2030.", "2030", None),
        ("It must end by 2025.", "2025", None),
    ],
)
def test_parts_of_periods_and_open_sides_become_modifiers(text: str, when: str, modifier: str | None) -> None:
    found = only(text)
    assert found.when is not None
    assert (found.when.edtf, found.when.modifier) == (when, modifier)


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("It ran from May to July 2019.", "2019-05/2019-07"),
        ("It ran from November 2018 to February 2019.", "2018-11/2019-02"),
        ("It ran from November to February 2019.", "2018-11/2019-02"),
        ("It ran between 2003 and 2005.", "2003/2005"),
        ("It ran in 2016-2017.", "2016/2017"),
        ("It ran in 2016–17.", "2016/2017"),
        ("It ran on March 3-5, 2019.", "2019-03-03/2019-03-05"),
        ("It ran on 3-5 March 2019.", "2019-03-03/2019-03-05"),
        ("It ran from March 30 through April 2, 2019.", "2019-03-30/2019-04-02"),
        ("It ran 12/21/07-1/15/08.", "2007-12-21/2008-01-15"),
        ("It ran in the first and second quarters of 2019.", "2019-33/2019-34"),
        ("It ran in Q1-Q3 2019.", "2019-33/2019-35"),
        ("It ran from 499 to 493 BC.", "-0498/-0492"),
    ],
)
def test_the_two_ends_of_a_range_share_one_interval(text: str, interval: str) -> None:
    left, right = find(text, published=PUBLISHED)
    assert left.interval == right.interval
    assert left.interval is not None
    assert left.interval.edtf == interval
    assert left.interval_span == (left.span.start, right.span.end)


@pytest.mark.parametrize(
    ("words", "value", "interval"),
    [
        ("the first nine months of 2015", "P9M", "2015-01/2015-09"),
        ("the last three months of 2019", "P3M", "2019-10/2019-12"),
        ("the first two weeks of May", "P2W", "2020-05-01/2020-05-14"),
        ("the final ten days of May 2019", "P10D", "2019-05-22/2019-05-31"),
        ("the last two years of the 1990s", "P2Y", "1998/1999"),
    ],
)
def test_a_length_at_the_edge_of_a_period_is_an_interval_of_both(words: str, value: str, interval: str) -> None:
    length, period = find(f"Profit rose in {words}.", published=PUBLISHED)
    assert (length.type, length.value) == (TimexType.DURATION, value)
    assert length.interval == period.interval
    assert length.interval is not None
    assert length.interval.edtf == interval


def test_a_length_at_the_edge_of_what_has_no_date_has_no_place() -> None:
    assert only("It was built in the last two years of the war.").when is None


@pytest.mark.parametrize(
    ("text", "value", "when"),
    [
        ("The work took two years.", "P2Y", None),
        ("The work took a week.", "P1W", None),
        ("The work took several months.", "PXM", None),
        ("The work took weeks.", "PXW", None),
        ("It is a 10-year bond.", "P10Y", None),
        ("The work took two hundred and fifty days.", "P250D", None),
        ("The work took more than four hours.", "PT4H", None),
        ("The work took half a year.", "P6M", None),
        ("The work took a whole year.", "P1Y", None),
        ("The work took an additional month.", "P1M", None),
        ("The work took half an hour.", "PT30M", None),
        ("The work took two and a half years.", "P2Y6M", None),
        ("The work took 5 1/2 hours.", "PT5H30M", None),
        ("The work took a minute and a half.", "PT1M30S", None),
        ("Prices doubled over the past two years.", "P2Y", "2018/2020"),
        ("Prices doubled over the past year.", "P1Y", "2019-09/2020-09"),
        ("Prices will double over the next five years.", "P5Y", "2020/2025"),
        ("It must sell the unit within 90 days.", "P90D", "2020-12-15"),
    ],
)
def test_durations_have_a_value_and_a_date_only_beside_an_anchor(
    text: str, value: str, when: str | None
) -> None:
    found = only(text)
    assert (found.type, found.value) == (TimexType.DURATION, value)
    assert (found.when.edtf if found.when else None) == when


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They meet every Friday.", "XXXX-WXX-5"),
        ("They meet on Mondays.", "XXXX-WXX-1"),
        ("They meet annually.", "P1Y"),
        ("They meet every two weeks.", "P2W"),
        ("They meet each month.", "P1M"),
        ("They meet each and every month.", "P1M"),
        ("They meet every summer.", "XXXX-SU"),
        ("It makes 300,000 a month.", "P1M"),
        ("It sells two cakes a day.", "P1D"),
        ("It pays $2 million every quarter.", "P1Q"),
    ],
)
def test_repeated_times_are_sets_without_a_date(text: str, value: str) -> None:
    found = only(text)
    assert (found.type, found.value, found.when) == (TimexType.SET, value, None)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It opened at 3 p.m. on Tuesday.", "3 p.m. on Tuesday", "2020-09-15T15:00"),
        ("It opened at noon Thursday.", "noon Thursday", "2020-09-10T12:00"),
        ("It opened on 15 April 2019 at 15:30.", "15 April 2019 at 15:30", "2019-04-15T15:30"),
        ("It opened Friday night.", "Friday night", "2020-09-11TNI"),
        ("It opened last night.", "last night", "2020-09-15TNI"),
        ("It opened yesterday morning.", "yesterday morning", "2020-09-15TMO"),
        ("It opened on the morning of April 5.", "the morning of April 5", "2020-04-05TMO"),
        ("It opened by 1237 GMT.", "1237 GMT", "2020-09-16T12:37"),
        ("It opened 2020-09-16T10:00:00Z.", "2020-09-16T10:00:00Z", "2020-09-16T10:00:00"),
    ],
)
def test_a_clock_time_is_bound_to_its_day(text: str, words: str, value: str) -> None:
    found = only(text)
    assert (found.type, found.text, found.value) == (TimexType.TIME, words, value)


@pytest.mark.parametrize(
    ("text", "value", "when"),
    [
        ("It now has 600 million users.", "PRESENT_REF", "2020-09"),
        ("It currently has 600 million users.", "PRESENT_REF", "2020-09"),
        ("It has sold 600 cars so far.", "PRESENT_REF", "2020-09"),
        ("So far, 600 cars have been sold.", "PRESENT_REF", "2020-09"),
        ("Taxes will rise in future quarters.", "FUTURE_REF", None),
        ("It will one day be the largest.", "FUTURE_REF", None),
        ("They may soon seek a loan.", "FUTURE_REF", None),
        ("It soon will sell tea.", "FUTURE_REF", None),
        ("It recently banned the app.", "PAST_REF", "2020-09~"),
        ("It is a company of the future.", "FUTURE_REF", None),
    ],
)
def test_vague_words_are_found_and_the_present_is_the_month_of_publication(
    text: str, value: str, when: str | None
) -> None:
    found = only(text)
    assert (found.value, found.when.edtf if found.when else None) == (value, when)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It closed on 30 February 2020.", "February 2020 has no day 30"),
        ("It closed on February 30, 2020.", "February 2020 has no day 30"),
        ("It closed on 29 February 2019.", "February 2019 has no day 29"),
        ("It closed on 2020-02-30.", "2020-02-30 is not a day of the calendar"),
        ("It closed on 20200230.", "2020-02-30 is not a day of the calendar"),
        ("It closed on 31/04/2019.", "2019-04-31 is not a day of the calendar"),
        ("It closed on 32 January 2020.", "no month has a day 32"),
    ],
)
def test_an_impossible_date_is_rejected_with_its_reason_and_never_made_possible(text: str, reason: str) -> None:
    found, rejected = explain(text, published=PUBLISHED)
    assert found == []
    assert [one.why for one in rejected] == [reason]


@pytest.mark.parametrize(
    ("text", "kind", "value", "when"),
    [
        ("The plant will open in three months.", TimexType.DATE, "2020-12", "2020-12"),
        ("The bonds would be redeemed in five years.", TimexType.DATE, "2025", "2025"),
        ("The deal closes in two weeks.", TimexType.DATE, "2020-W40", "2020-09-28/2020-10-04"),
        ("It will open in about ten days.", TimexType.DATE, "2020-09-26", "2020-09-26"),
        ("Sales doubled in two years.", TimexType.DURATION, "P2Y", None),
        ("It will be the first launch in ten years.", TimexType.DURATION, "P10Y", None),
        ("It will be the largest fair in ten years.", TimexType.DURATION, "P10Y", None),
        ("It will open in 20 minutes.", TimexType.DURATION, "PT20M", None),
    ],
)
def test_what_lies_some_time_ahead_is_a_date_and_what_took_some_time_a_length(
    text: str, kind: TimexType, value: str, when: str | None
) -> None:
    found = only(text)
    assert (found.type, found.value, found.when.edtf if found.when else None) == (kind, value, when)


def test_last_alone_is_of_what_this_is_of() -> None:
    found = find("Profit was twice as high this quarter as last. He came in as last.", published=PUBLISHED)
    assert [one.value for one in found] == ["2020-Q3", "2020-Q2"]


def test_the_next_six_to_eighteen_months_reach_to_the_larger_number() -> None:
    found = only("It will grow over the next 6 to 18 months.")
    assert found.when is not None
    assert found.when.edtf == "2020-09/2022-03"


def test_an_hour_later_keeps_its_length_and_the_day() -> None:
    found = find("It fell on April 3, 2020. An hour later, it rose.", published=PUBLISHED)[-1]
    assert (found.type, found.value) == (TimexType.DURATION, "PT1H")
    assert found.when is not None
    assert found.when.edtf == "2020-04-03"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("It had told the firms of a cut in October.", "2020-10"),
        ("Sales fell in December.", "2019-12"),
        ("The court ordered that he stay until November 4.", "2020-11-04"),
        ("Sales rose at Christmas.", "2019-12-25"),
        ("Shops sold dolls for Christmas week.", "2019-12-23/2019-12-29"),
        ("The latest fiscal year was good.", "2019"),
        ("The first two quarters of 2019 were good.", "2019-40"),
        ("The year two thousand was good.", "2000"),
        ("The first quarter of the year was good.", "2020-33"),
        ("The first quarter of the year 2019 was good.", "2019-33"),
    ],
)
def test_the_nearer_date_wins_where_the_verb_leaves_it_open(text: str, when: str) -> None:
    found = only(text)
    assert found.when is not None
    assert found.when.edtf == when


def test_the_trace_says_how_a_date_was_counted() -> None:
    assert only("It was banned in April.").why[0] == (
        "month of the nearest April before publication on 16 September 2020"
    )
    assert find("In April it was banned. On the 15th it was gone.", published=PUBLISHED)[1].why[0] == (
        "day 15 of the month before: “April 2020”"
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("He left on Tuesday.", "2020-09-15"),
        ("He could not be reached on Tuesday.", "2020-09-15"),
        ("He may leave on Monday.", "2020-09-21"),
        ("He leaves on Tuesday.", "2020-09-22"),
        ("They return to school on Tuesday.", "2020-09-22"),
        ("He will leave on Tuesday.", "2020-09-22"),
        ("Thursday is his birthday.", "2020-09-17"),
        ("Monday is his birthday.", "2020-09-14"),
    ],
)
def test_yesterday_and_tomorrow_are_nearer_than_the_same_day_of_another_week(text: str, day: str) -> None:
    assert edtf(text) == [day]


NUMERIC = "It opened on 03/04/2021 and closed on 25/06/2021."


@pytest.mark.parametrize(("order", "when"), [("DMY", "2021-04-03"), ("MDY", "2021-03-04")])
def test_the_order_that_a_person_decided_goes_before_all_signs_and_leaves_one_reading(
    order: str, when: str
) -> None:
    found = explain(NUMERIC, published=PUBLISHED, guidance=Guidance(order))[0][0]
    assert found.when is not None
    assert (found.when.edtf, found.when.readings) == (when, ())
    assert "as set for this article" in found.why[0]


STORY = "The firm grew in 2012. In April it was banned. Last week it came back. In June it closed."
PASSAGE = Span(STORY.index("In April"), STORY.index("In June"))


@pytest.mark.parametrize(
    ("anchor", "april", "week"),
    [("2016-06-10", "2016-04", "2016-05-30/2016-06-05"), ("2016", "2016-04", None)],
)
def test_a_passage_counts_from_what_a_person_said_and_the_rest_as_before(
    anchor: str, april: str, week: str | None
) -> None:
    found = explain(STORY, published=PUBLISHED, guidance=Guidance(anchors=((PASSAGE, anchor),)))[0]
    told = [one.when.edtf if one.when else None for one in found]
    assert told == ["2012", april, week, *edtf(STORY)[3:]]
    assert "set for this passage" in found[1].why[0]


def test_of_passages_that_overlap_the_last_one_counts() -> None:
    anchors = ((PASSAGE, "2016"), (Span(0, len(STORY)), "2018"))
    found = explain(STORY, published=PUBLISHED, guidance=Guidance(anchors=anchors))[0]
    assert [one.when.edtf for one in found if one.when][:2] == ["2012", "2018-04"]
    later = explain(STORY, published=PUBLISHED, guidance=Guidance(anchors=anchors[::-1]))[0]
    assert later[1].when is not None
    assert later[1].when.edtf == "2016-04"
