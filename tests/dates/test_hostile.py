"""Texts that nobody writes: they are read without an error, at a cost in proportion to their length."""

import sys
from itertools import pairwise
from types import FrameType

import pytest

from explorer.dates import explain
from tests.bench.hostile import TEXTS

SHORT, LONG = 600, 2_400


def calls(text: str) -> int:
    """Count the calls of functions that reading a text takes: a measure of work without a clock."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        explain(text, published="2020-09-16")
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("published", [None, "2020-09-16"])
def test_places_in_hostile_texts_are_in_order(name: str, published: str | None) -> None:
    text = TEXTS[name](LONG)
    found, rejected = explain(text, published=published)
    assert all(text[one.span.start : one.span.end] == one.text for one in (*found, *rejected))
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))


@pytest.mark.parametrize("name", TEXTS)
def test_work_grows_with_the_length_of_hostile_texts(name: str) -> None:
    explain(TEXTS[name](LONG), published="2020-09-16")  # what is made once is made
    short, long = calls(TEXTS[name](SHORT)), calls(TEXTS[name](LONG))
    assert long <= LONG / SHORT * short * 1.2


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_texts_have_the_size_that_is_asked_for(name: str) -> None:
    assert {len(TEXTS[name](size)) for size in (1, 17, SHORT)} == {1, 17, SHORT}
