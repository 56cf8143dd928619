"""The marks of an article: clauses that overlap keep apart, and what was not used has its reason."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from explorer.library.rows import Unused
from explorer.model.decision import Review
from explorer.model.mention import Span
from explorer.ui.source_marks import (
    LEVELS,
    LeftOut,
    Mark,
    Sort,
    at,
    left_out,
    levelled,
    marks_left_out,
    marks_of,
    next_event,
    tip_of,
    to_words,
)
from explorer.ui.text_map import TextMap
from tests.builders import event

PLAIN = TextMap((), ())


def levels(*spans: tuple[int, int]) -> dict[tuple[int, int], int]:
    marks = [Mark(*span, f"event {span}") for span in spans]
    return {(mark.start, mark.end): mark.level for mark in levelled(marks)}


def test_clauses_beside_each_other_share_a_level() -> None:
    assert set(levels((0, 5), (5, 9), (20, 30)).values()) == {0}


def test_of_nested_clauses_the_inner_one_lies_nearest_to_the_words() -> None:
    assert levels((0, 50), (10, 40), (20, 30)) == {(20, 30): 0, (10, 40): 1, (0, 50): 2}


def test_clauses_that_overlap_at_their_ends_lie_on_two_levels() -> None:
    assert set(levels((0, 10), (5, 20)).values()) == {0, 1}


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=20, unique=True))
def test_no_two_overlapping_clauses_share_a_level_while_there_is_one_free(pairs: list[tuple[int, int]]) -> None:
    marks = levelled([Mark(start, start + length, str(n)) for n, (start, length) in enumerate(pairs)])
    assert len(marks) == len(pairs)
    for mark in marks:
        for other in marks:
            overlap = mark is not other and mark.start < other.end and other.start < mark.end
            assert not overlap or mark.level != other.level or mark.level == LEVELS - 1


def test_shared_words_offer_their_events_one_after_the_other() -> None:
    outer, inner = Mark(0, 50, "outer", told="Outer"), Mark(10, 20, "inner", told="Inner")
    here = at([outer, inner], 15)
    assert next_event(here, frozenset()) == "inner"
    assert next_event(here, frozenset({"inner"})) == "outer"
    assert next_event(here, frozenset({"outer"})) == "inner"
    assert tip_of(here) == "Inner\nOuter\nClick again for the next one."
    assert tip_of(at([outer, inner], 40)) == "Outer"


def test_what_was_not_used_is_listed_with_its_reason_in_the_order_of_the_text() -> None:
    rejected = replace(event("The cat sat.", at=30), review=Review.REJECTED)
    unsure = event("A dog ran.", at=5, confidence=0.2)
    hidden = [(one.mentions[0], one) for one in (rejected, unsure)]
    listed = left_out([Unused(Span(20, 24), "2019", "a version number")], hidden)
    assert [(one.text, one.why) for one in listed] == [
        ("A dog ran.", "too unsure to be shown"),
        ("2019", "a version number"),
        ("The cat sat.", "rejected by you"),
    ]
    marks = marks_left_out(listed, PLAIN)
    assert [mark.sort for mark in marks] == [Sort.LEFT_OUT, Sort.UNUSED, Sort.LEFT_OUT]
    assert marks[1].told == "Not used: a version number"
    assert marks_left_out([LeftOut(Span(1, 2), "x", "y")], TextMap.of("🚢x"))[0].start == 2


def test_dates_are_marked_beside_their_clauses() -> None:
    told = event("In May it was sold.")
    marks = marks_of([(told.mentions[0], told)], PLAIN)
    assert [(mark.start, mark.end, mark.sort) for mark in marks] == [
        (0, 4, Sort.DATE),
        (0, 19, Sort.CLAUSE),
    ]


def test_a_span_is_widened_to_whole_words() -> None:
    text = "The ferry, they say, was banned."
    assert to_words(text, Span(6, 14)) == Span(4, 15)
    assert to_words(text, Span(3, 10)) == Span(4, 10)
    assert to_words(text, Span(3, 4)) == Span(3, 4)
