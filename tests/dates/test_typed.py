"""What people type into a date field, and that the program reads what it displays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.dates import parse_typed, why_not
from explorer.model.edtf import display, of_month, of_quarter, of_season, of_year, parse
from explorer.model.when import Modifier, When


@pytest.mark.parametrize(
    ("typed", "edtf", "modifier"),
    [
        ("mid-2021", "2021~", "mid"),
        ("Q3 2020", "2020-35", None),
        ("around March 2019", "2019-03~", "about"),
        ("before 2019", "../2019", "before"),
        ("after 15 April 2019", "2019-04-15/..", "after"),
        ("15 April 2019", "2019-04-15", None),
        ("april 15th, 2019", "2019-04-15", None),
        ("2019-04", "2019-04", None),
        ("2019~", "2019~", "about"),
        ("2016-2018", "2016/2018", None),
        ("2019-04..2019-06", "2019-04/2019-06", None),
        ("between 2003 and 2005", "2003/2005", None),
        ("since 2011", "2011/..", None),
        ("until May 2020", "../2020-05", None),
        ("2019-", "2019/..", None),
        ("the 1990s", "199X", None),
        ("490 BC", "-0489", None),
        ("Friday", "2020-09-11", None),
        ("March", "2020-03", None),
        ("around March", "2020-03~", "about"),
        ("mid-March", "2020-03~", "mid"),
        ("March to May", "2020-03/2020-05", None),
    ],
)
def test_typed_dates_are_read(typed: str, edtf: str, modifier: str | None) -> None:
    when = parse_typed(typed, published="2020-09-16")
    assert when is not None
    assert (when.edtf, when.modifier) == (edtf, modifier)


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "hello", "30 February 2020", "April 2019 and then", "44", "2019 or so they say", "9" * 999, "/"],
)
def test_what_is_no_date_from_end_to_end_is_none(typed: str) -> None:
    assert parse_typed(typed) is None


@pytest.mark.parametrize(
    ("typed", "published", "why"),
    [
        ("", None, ""),
        ("2019", None, ""),
        (
            "around March",
            None,
            "“around March” needs a year: the article has no publication date to count from.",
        ),
        ("around March", "2020-09-16", ""),
        ("30 February 2020", None, "February 2020 has no day 30."),
        ("before 31 April 2020", None, "April 2020 has no day 31."),
        ("April 2019 and then", None, "Only “April 2019” is a date: nothing else may stand beside it."),
        ("soonish", None, "“soonish” is not a date."),
        ("9" * 999, None, "This is too long for a date: 100 characters are the most."),
    ],
)
def test_what_is_not_read_says_why(typed: str, published: str | None, why: str) -> None:
    assert why_not(typed, published=published) == why


def test_both_readings_of_a_typed_date_are_kept() -> None:
    when = parse_typed("04/03/2021")
    assert when is not None
    assert len(when.readings) == 2


def _points() -> st.SearchStrategy[When]:
    years = st.integers(1000, 2099)
    return st.one_of(
        years.map(of_year),
        st.builds(of_month, years, st.integers(1, 12)),
        st.builds(of_quarter, years, st.integers(1, 4)),
        st.builds(of_season, years, st.integers(1, 4)),
        st.builds(lambda y, m, d: parse(f"{y}-{m:02d}-{d:02d}"), years, st.integers(1, 12), st.integers(1, 28)),
    )


@settings(max_examples=150, deadline=None)
@given(_points(), st.sampled_from([None, *Modifier]))
def test_what_is_displayed_can_be_typed_again(point: When, modifier: Modifier | None) -> None:
    when = parse(point.edtf, modifier)
    assert parse_typed(display(when)) == when


@pytest.mark.parametrize(
    "edtf",
    "2019 2019-04 2019-04-15 2019-35 2019-41 2019-22 2019-24 201X 19XX -0043 -0043-03-15 0079 0079-08-24 0476 "
    "1066 2019-04-15T15:30 2019~ 2011/.. ../2011 2018/2020 2019-04/2019-06 2019-04-15/2019-04-17 "
    "2019-04-30/2019-05-02 2018-12-30/2019-01-02 2018-11/2019-02 -0498/-0492 -0043/0014 0014/0037 "
    "2019-33/2019-35 2018-36/2019-33 196X/197X -00XX -04XX 2019-21/2019-22".split(),
)
def test_what_is_displayed_can_be_typed(edtf: str) -> None:
    when = parse(edtf)
    assert parse_typed(display(when), published="2020-09-16") == when
