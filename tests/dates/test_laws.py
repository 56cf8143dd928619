"""Laws that hold for any text: places, order and bounds. `tests/bench/growth.py` measures time over length."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.dates import explain, find
from explorer.model.calendar import is_valid
from explorer.model.edtf import MONTHS, bounds

WORDS = (
    "April May March 15 15th 2019 1/2/2020 2020-02-30 last next the first of quarter half year years ago later "
    "to and from until since before between Monday Friday night 5 p.m. at on in early mid - – , . ( ) ' '90s "
    "1990s century BC 480 Q3 two hundred a few weeks every now daily winter Christmas week day same that "
    "following within 30 February 00 99999 \n\n \n 年 2019年4月 昨天 ٣ ² 😀 $ % 12:61 25:00 0 -1 one ones "
    "second seconds ends"
).split(" ")
texts = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
publications = st.sampled_from(
    [None, "2020-09-16", "2020-02", "2020", "-0043", "201X", "2019-24", "Y12345", "2020-02-29T10"]
)


@settings(max_examples=400, deadline=None)
@given(texts, publications)
def test_any_text_gives_sorted_places_that_do_not_overlap(text: str, published: str | None) -> None:
    found, rejected = explain(text, published=published)
    for one in found:
        assert text[one.span.start : one.span.end] == one.text
        assert one.why
        if one.when is not None:
            bounds(one.when)
    for left, right in pairwise(found):
        assert left.span.end <= right.span.start
    assert all(text[one.span.start : one.span.end] == one.text for one in rejected)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), publications)
def test_no_text_raises(text: str, published: str | None) -> None:
    explain(text, published=published)


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 31), st.booleans())
def test_no_day_becomes_another_one(year: int, month: int, day: int, is_iso: bool) -> None:
    text = f"{year:04d}-{month:02d}-{day:02d}" if is_iso else f"{day} {MONTHS[month - 1]} {year:04d}"
    days = [one.when.edtf for one in find(f"It was on {text}.") if one.when and len(one.when.edtf) == 10]
    is_read = is_valid(year, month, day)
    assert days == ([f"{year:04d}-{month:02d}-{day:02d}"] if is_read else [])


def test_two_readings_of_one_text_are_equal() -> None:
    text = "In April 2019 it grew. A year later, on the 15th, it fell; last week it rose."
    assert find(text, published="2020-09-16") == find(text, published="2020-09-16")
