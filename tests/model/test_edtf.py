import datetime

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.model import edtf
from explorer.model.calendar import DAY_S, civil, civil_of_seconds, day_number
from explorer.model.errors import ExplorerError
from explorer.model.when import OPEN_HI, OPEN_LO, Certainty, Modifier, Precision, When
from tests.builders import when

any_year = st.integers(-99_999, 99_999)
near_year = st.integers(1, 9998)


@st.composite
def points(draw: st.DrawFn, years: st.SearchStrategy[int] = any_year) -> When:
    year = draw(years)
    return draw(
        st.one_of(
            st.just(edtf.of_year(year)),
            st.builds(edtf.of_month, st.just(year), st.integers(1, 12)),
            st.builds(edtf.of_quarter, st.just(year), st.integers(1, 4)),
            st.builds(edtf.of_half, st.just(year), st.integers(1, 2)),
            st.builds(edtf.of_season, st.just(year), st.integers(1, 4)),
            st.builds(edtf.of_day_number, st.just(day_number(year)).flatmap(lambda n: st.integers(n, n + 364))),
        )
    )


times = st.builds(
    edtf.of_time, any_year, st.integers(1, 12), st.integers(1, 28), st.integers(0, 23),
    st.integers(0, 59), st.integers(0, 59) | st.none(),
)  # fmt: skip
spans = st.builds(
    lambda a, b: edtf.interval(*sorted((a, b), key=lambda one: (one.lo_s, one.hi_s))), points(), points()
)
# A decade and the like are named by digits, so that negative ones are told from the positive.
wides = st.one_of(
    st.builds(edtf.of_decade, st.integers(0, 9999)),
    st.builds(edtf.of_century, st.integers(0, 9999)),
    st.builds(edtf.of_millennium, st.integers(0, 9999)),
)
plain = points() | times | spans | wides


@given(plain)
def test_what_is_built_reads_back_as_itself(built: When) -> None:
    assert edtf.parse(built.edtf) == built
    assert edtf.is_edtf(built.edtf)


@given(points() | spans, st.sampled_from(Modifier))
def test_what_is_blurred_reads_back_as_itself(built: When, modifier: Modifier) -> None:
    if built.is_interval and modifier in (Modifier.BEFORE, Modifier.AFTER):
        return
    blurred = edtf.modified(built, modifier)
    assert edtf.parse(blurred.edtf, blurred.modifier) == blurred
    assert edtf.modified(blurred, modifier) == blurred
    assert blurred.precision is built.precision


@given(points(), st.sampled_from([Modifier.EARLY, Modifier.MID, Modifier.LATE]))
def test_a_third_lies_within_and_the_three_make_the_whole(built: When, modifier: Modifier) -> None:
    part = edtf.modified(built, modifier)
    assert built.lo_s <= part.lo_s < part.hi_s <= built.hi_s
    early, mid, late = (edtf.modified(built, m) for m in (Modifier.EARLY, Modifier.MID, Modifier.LATE))
    assert (early.lo_s, early.hi_s, mid.hi_s, late.hi_s) == (built.lo_s, mid.lo_s, late.lo_s, built.hi_s)


@given(points())
def test_before_and_after_leave_the_date_itself_out(built: When) -> None:
    before, after = edtf.modified(built, Modifier.BEFORE), edtf.modified(built, Modifier.AFTER)
    assert (before.lo_s, before.hi_s) == (OPEN_LO, built.lo_s)
    assert (after.lo_s, after.hi_s) == (built.hi_s, OPEN_HI)
    assert before.is_open_start
    assert after.is_open_end
    until, since = edtf.interval(None, built), edtf.interval(built, None)
    assert (until.hi_s, since.lo_s) == (built.hi_s, built.lo_s)


@given(points(near_year))
def test_bounds_are_as_exact_as_the_words_and_no_finer(built: When) -> None:
    start, end = edtf.bounds(built)
    assert start is not None
    if built.precision in (Precision.YEAR, Precision.MONTH, Precision.DAY):
        assert (start, end) == (built.edtf, None)
    else:
        assert end is not None
        assert len(start) == len(end) == 7
        assert edtf.parse(start).lo_s == built.lo_s
        assert edtf.parse(end).hi_s == built.hi_s


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused_by_name(text: str) -> None:
    if edtf.is_edtf(text):
        found = edtf.parse(text)
        assert found.lo_s < found.hi_s
    else:
        with pytest.raises(ExplorerError, match=r"\.$"):
            edtf.parse(text)


# Against the reference parser, the package edtf 5: strings of level 1, and the parts of a year of level 2.

ad_years = st.integers(0, 9999).map("{:04d}".format)
years = ad_years | st.integers(1, 9999).map("-{:04d}".format)
long_years = st.builds("Y{}{}".format, st.sampled_from(["", "-"]), st.integers(10_000, 999_999_999))
months = st.builds("{}-{:02d}".format, years, st.integers(1, 12))
days = st.builds("{}-{:02d}".format, months, st.integers(1, 28)) | st.builds(
    "{}-{:02d}-{:02d}".format, years, st.sampled_from([1, 3, 5, 7, 8, 10, 12]), st.integers(29, 31)
)
wide_years = st.builds("{:03d}X".format, st.integers(0, 999)) | st.builds("{:02d}XX".format, st.integers(0, 99))
unspecified = (
    wide_years
    | st.builds("{}-{:02d}-XX".format, ad_years, st.integers(1, 12))
    | ad_years.map("{}-XX".format)
    | ad_years.map("{}-XX-XX".format)
)
parts_of_year = st.builds(
    "{}-{}".format, years, st.sampled_from([*range(21, 24), *range(33, 38), 38, 39, 40, 41])
)
zones = st.just("Z") | st.builds(
    "{}{:02d}:{:02d}".format, st.sampled_from("+-"), st.integers(1, 13), st.integers(0, 59)
)
clocks = st.builds(
    "{}T{:02d}:{:02d}:{:02d}{}".format, days, st.integers(0, 23), st.integers(0, 59), st.integers(0, 59),
    zones | st.just(""),
)  # fmt: skip
dates = years | months | days
marked = st.builds("{}{}".format, dates, st.sampled_from("?~%"))
valid = dates | long_years | unspecified | parts_of_year | clocks | marked


@settings(max_examples=80, deadline=None)
@given(valid)
def test_the_reference_reads_the_same_days(text: str) -> None:
    found, reference = edtf.parse(text), parse_edtf(text)
    assert civil_of_seconds(found.lo_s) == reference.lower_strict()[:3]
    assert civil_of_seconds(found.hi_s - 1) == reference.upper_strict()[:3]


@settings(max_examples=40, deadline=None)
@given(dates | marked, dates | marked)
def test_the_reference_reads_the_same_intervals(a: str, b: str) -> None:
    first, last = sorted((a, b), key=lambda text: (edtf.parse(text).lo_s, edtf.parse(text).hi_s))
    found, reference = edtf.parse(f"{first}/{last}"), parse_edtf(f"{first}/{last}")
    assert civil_of_seconds(found.lo_s) == reference.lower_strict()[:3]
    assert civil_of_seconds(found.hi_s - 1) == reference.upper_strict()[:3]


@settings(max_examples=40, deadline=None)
@given(dates, st.sampled_from(["../{}", "{}/..", "/{}", "{}/"]))
def test_the_reference_accepts_open_and_unknown_ends(date: str, form: str) -> None:
    parse_edtf(form.format(date))
    found = edtf.parse(form.format(date))
    assert found.is_open_start is form.endswith("{}")
    assert found.is_open_end is form.startswith("{}")


@settings(max_examples=300, deadline=None)
@given(valid)
def test_what_is_read_is_written_as_it_was(text: str) -> None:
    found = edtf.parse(text)
    assert edtf.parse(found.edtf, found.modifier) == found
    code = text.rpartition("-")[2]
    if not text.endswith(("Z", ":00")) and "T" not in text and code not in ("37", "38", "39"):
        assert found.edtf == text


broken = (
    st.builds("{}-{:02d}".format, years, st.sampled_from([0, *range(13, 21), *range(42, 100)]))
    | st.builds("{}-{:02d}".format, months, st.sampled_from([0, *range(32, 100)]))
    | st.builds("{}-{:02d}-31".format, years, st.sampled_from([2, 4, 6, 9, 11]))
    | st.builds("{}-02-30".format, years)
    | st.builds("{}T{:02d}:00:00".format, days, st.integers(25, 99))
    | st.builds("{}T10:{:02d}:00".format, days, st.integers(60, 99))
    | st.builds("{}T10:00:00+{:02d}:00".format, days, st.integers(24, 99))
    | st.builds("{}{}".format, dates, st.sampled_from(["??", "!", "~-", "T"])).filter(
        lambda text: text[-1] != "/"
    )
    | st.builds("Y{:04d}".format, st.integers(0, 9999))
    | st.builds("{:d}".format, st.integers(10_000, 99_999))
    | st.sampled_from(["-0000", "Y012345", "", "/", "unknown", "2019-W05", "1985-13-XX", "2019-02-30/2020"])
)


@settings(max_examples=80, deadline=None)
@given(broken)
def test_what_the_reference_refuses_we_refuse(text: str) -> None:
    with pytest.raises((EDTFParseException, ValueError)):
        parse_edtf(text)
    assert not edtf.is_edtf(text)


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("2019-02-29", False),  # it knows no leap years
        ("1900-02-29", False),
        ("2019-04-15T24:00:00", False),
        ("2020/2019", False),  # nor that an interval ends after it begins
        ("../..", False),
        ("2019-04 ", False),
        ("2019-21~", True),  # level 1: any date may be marked
        ("2019-04-15T15:30", True),  # ours alone
        ("2019-04-15T15:30:00+00:00", True),
        ("Y12345-04", True),
        ("Y12345/Y12346", True),
    ],
)
def test_where_the_reference_differs_we_know_it(text: str, ours: bool) -> None:
    try:
        parse_edtf(text)
        theirs = True
    except EDTFParseException:
        theirs = False
    assert (edtf.is_edtf(text), theirs) == (ours, not ours)


def test_the_reference_counts_the_unknown_months_of_a_negative_year_backwards() -> None:
    assert parse_edtf("-0043-XX").lower_strict()[:3] == (-43, 12, 1)
    assert civil_of_seconds(when("-0043-XX").lo_s) == (-43, 1, 1)


def test_the_reference_ends_winter_with_the_year() -> None:
    assert parse_edtf("2019-24").upper_strict()[:3] == (2019, 12, 31)
    assert civil_of_seconds(when("2019-24").hi_s - 1) == (2020, 2, 29)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2019", (2019, 1, 1), (2019, 12, 31), Precision.YEAR),
        ("2019-04", (2019, 4, 1), (2019, 4, 30), Precision.MONTH),
        ("2020-02", (2020, 2, 1), (2020, 2, 29), Precision.MONTH),
        ("2019-04-15", (2019, 4, 15), (2019, 4, 15), Precision.DAY),
        ("2019-34", (2019, 4, 1), (2019, 6, 30), Precision.QUARTER),
        ("2019-41", (2019, 7, 1), (2019, 12, 31), Precision.HALF),
        ("2019-21", (2019, 3, 1), (2019, 5, 31), Precision.SEASON),
        ("2019-24", (2019, 12, 1), (2020, 2, 29), Precision.SEASON),
        ("201X", (2010, 1, 1), (2019, 12, 31), Precision.DECADE),
        ("19XX", (1900, 1, 1), (1999, 12, 31), Precision.CENTURY),
        ("1XXX", (1000, 1, 1), (1999, 12, 31), Precision.MILLENNIUM),
        ("-0043", (-43, 1, 1), (-43, 12, 31), Precision.YEAR),
        ("0000", (0, 1, 1), (0, 12, 31), Precision.YEAR),
        ("Y12345", (12345, 1, 1), (12345, 12, 31), Precision.YEAR),
        ("2019-04/2019-06", (2019, 4, 1), (2019, 6, 30), Precision.MONTH),
        ("2019-04-29/2019-05-05", (2019, 4, 29), (2019, 5, 5), Precision.WEEK),
        ("2019-04-15T15:30", (2019, 4, 15), (2019, 4, 15), Precision.MINUTE),
        ("2019~", (2019, 1, 1), (2019, 12, 31), Precision.YEAR),
        ("2004-XX", (2004, 1, 1), (2004, 12, 31), Precision.YEAR),
        ("1985-XX-XX", (1985, 1, 1), (1985, 12, 31), Precision.YEAR),
        ("1985-04-XX", (1985, 4, 1), (1985, 4, 30), Precision.MONTH),
        ("-00XX", (-99, 1, 1), (0, 12, 31), Precision.CENTURY),
        ("-004X", (-49, 1, 1), (-40, 12, 31), Precision.DECADE),
        ("2019-25", (2019, 3, 1), (2019, 5, 31), Precision.SEASON),
        ("2019-29", (2019, 9, 1), (2019, 11, 30), Precision.MONTH),
        ("2019-30", (2019, 12, 1), (2020, 2, 29), Precision.MONTH),
        ("2019-38", (2019, 5, 1), (2019, 8, 31), Precision.MONTH),
        ("2019-04-15T15:30:00+04:30", (2019, 4, 15), (2019, 4, 15), Precision.SECOND),
    ],
)
def test_each_form_means_its_days(
    text: str, first: tuple[int, ...], last: tuple[int, ...], precision: Precision
) -> None:
    found = when(text)
    assert civil_of_seconds(found.lo_s) == first
    assert civil_of_seconds(found.hi_s - 1) == last
    assert found.precision is precision


@pytest.mark.parametrize(
    "text",
    ["2020-02-30", "2019-02-29", "2019-17", "2019-42", "../..", "/", "2020/2019", "2019-04-15T25",
     "2019-04-15T12:61", "20190415", "2019-04-15 ", "١٩٩٩", "2019-04-15/yesterday", "-19XX5", "Y1234",
     "2019-04-15T15:30-14:30", "2019-04-15T15:30+99:99", "2019-21-XX", "2019-XX-04", "-0000"],
)  # fmt: skip
def test_no_impossible_date_becomes_a_possible_one(text: str) -> None:
    with pytest.raises(ExplorerError):
        when(text)


@pytest.mark.parametrize(
    ("text", "modifier", "words"),
    [
        ("2019-04-15", None, "15 April 2019"),
        ("2019-04", None, "April 2019"),
        ("2019", Modifier.EARLY, "early 2019"),
        ("2019", Modifier.MID, "mid-2019"),
        ("2019-35", None, "Q3 2019"),
        ("2019-40", None, "first half of 2019"),
        ("2019-24", None, "winter 2019–20"),
        ("2011", Modifier.ABOUT, "about 2011"),
        ("2011/..", None, "since 2011"),
        ("../2011", None, "until 2011"),
        ("../2011", Modifier.BEFORE, "before 2011"),
        ("2011/..", Modifier.AFTER, "after 2011"),
        ("2019-04-15/2019-04-17", None, "15–17 April 2019"),
        ("2019-04-30/2019-05-02", None, "30 April – 2 May 2019"),
        ("2019-04/2019-06", None, "April – June 2019"),
        ("2018/2020", None, "2018–2020"),
        ("201X", None, "2010s"),
        ("19XX", None, "20th century"),
        ("-0043", None, "44 BCE"),
        ("2019-04-15T15:30", None, "15 April 2019, 15:30"),
        ("2019-04-15T09:00/2019-04-15T17:30", None, "15 April 2019, 09:00–17:30"),
        ("2018/2020", Modifier.MID, "middle of 2018–2020"),
        ("2019-40", Modifier.MID, "middle of first half of 2019"),
        ("201X", Modifier.EARLY, "early 2010s"),
        ("190X", None, "1900–1909"),
        ("196X/197X", None, "1960s–1970s"),
        ("2019-33/2019-35", None, "Q1–Q3 2019"),
        ("2018-36/2019-33", None, "Q4 2018 – Q1 2019"),
        ("2019-21/2019-22", None, "spring – summer 2019"),
        ("2018-12-30/2019-01-02", None, "30 December 2018 – 2 January 2019"),
        ("2011?", None, "perhaps 2011"),
        ("2011%", None, "perhaps about 2011"),
        ("2011~/..", None, "since about 2011"),
        ("2018~/2020?", None, "about 2018 – perhaps 2020"),
        ("2004-XX", None, "a month in 2004"),
        ("1985-04-XX", None, "a day in April 1985"),
        ("1985-XX-XX", None, "a day in 1985"),
        ("0079-08-24", None, "24 August 79 CE"),
        ("-0498/-0492", None, "499–493 BCE"),
        ("-0043/0014", None, "44 BCE – 14 CE"),
        ("0900/1200", None, "900–1200"),
        ("-004X", None, "50–41 BCE"),
        ("-04XX", None, "5th century BCE"),
        ("-00XX", None, "1st century BCE"),
        ("1XXX", None, "2nd millennium"),
    ],
)
def test_dates_are_shown_as_people_write_them(text: str, modifier: Modifier | None, words: str) -> None:
    assert edtf.display(edtf.parse(text, modifier)) == words


@given(plain)
def test_every_date_can_be_shown(built: When) -> None:
    assert edtf.display(built)


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("2019-04-15", Certainty.DAY),
        ("2019-04-15T15", Certainty.DAY),
        ("2019-04-15/2019-04-21", Certainty.DAY),
        ("2019-04", Certainty.MONTH),
        ("2019-34", Certainty.MONTH),
        ("2019-40", Certainty.MONTH),
        ("2019-01/2019-06", Certainty.MONTH),
        ("2019", Certainty.YEAR),
        ("2018/2019", Certainty.YEAR),
        ("2019/..", Certainty.YEAR),
        ("201X", Certainty.YEAR),
    ],
)
def test_certainty_is_how_exactly_a_date_is_known(text: str, certainty: Certainty) -> None:
    assert when(text).certainty is certainty


@given(st.dates())
def test_a_week_is_monday_to_sunday(day: datetime.date) -> None:
    number = (day - datetime.date(1970, 1, 1)).days
    week = edtf.of_week(number)
    assert week.lo_s <= number * DAY_S < week.hi_s
    assert (week.hi_s - week.lo_s, week.precision) == (7 * DAY_S, Precision.WEEK)
    assert (
        datetime.date(*civil(week.lo_s // DAY_S)).weekday() == 0
        if civil(week.lo_s // DAY_S).year >= 1
        else True
    )


def test_a_day_beyond_the_month_is_moved_to_its_last() -> None:
    assert edtf.clamp_day(2019, 2, 31) == when("2019-02-28")
    assert edtf.clamp_day(2019, 3, 31) == when("2019-03-31")


def test_an_interval_from_a_week_to_a_day_runs_from_the_weeks_first_day() -> None:
    week = edtf.of_week(edtf.parse("2016-07-06").lo_s // 86_400)
    joined = edtf.interval(week, edtf.parse("2016-07-15"))
    assert joined.edtf == "2016-07-04/2016-07-15"
    assert edtf.parse(joined.edtf) == joined


def test_an_interval_from_a_day_to_itself_is_that_day() -> None:
    day = edtf.parse("2021-02-05")
    assert edtf.interval(day, day) == day
