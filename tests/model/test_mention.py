import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.mention import MentionDate, Role, Span, mention_id
from tests.builders import article, mention, when

spans = st.builds(Span, st.integers(0, 50), st.integers(0, 50)).filter(lambda span: span.start < span.end)


@given(spans, spans)
def test_spans_overlap_when_they_share_a_character(one: Span, other: Span) -> None:
    shared = set(range(*one)) & set(range(*other))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)


def test_the_placing_date_is_the_first_that_happened() -> None:
    announced = MentionDate(when("2019-04"), "April", Span(0, 5), Role.ANNOUNCED)
    happened = MentionDate(when("2019-06"), "June", Span(9, 13), Role.HAPPENED)
    assert mention(dates=(announced, happened)).date == happened
    assert mention(dates=(announced,)).date == announced
    assert mention(date=None).date is None
    assert mention(date=None).when is None


def test_an_id_is_of_the_place_and_lasts() -> None:
    one = mention_id("a", Span(0, 9), Span(0, 4))
    assert one == mention_id("a", Span(0, 9), Span(0, 4))
    others = [
        mention_id("b", Span(0, 9), Span(0, 4)),
        mention_id("a", Span(0, 8), Span(0, 4)),
        mention_id("a", Span(0, 9), None),
        mention_id("a", Span(0, 9), Span(0, 4), 1),
        mention_id("\udcff", Span(0, 9), Span(0, 4)),
    ]
    assert len({one, *others}) == 6


@pytest.mark.parametrize(("confidence", "expected"), [(0.49, True), (0.5, False), (1.0, False)])
def test_borderline_is_below_a_half(confidence: float, expected: bool) -> None:
    assert mention(confidence=confidence).is_borderline is expected


def test_an_article_knows_its_lines_and_pages() -> None:
    text = "one\ntwo\nthree"
    made = article(text=text, pages=(0, 8))
    assert [made.line_of(at) for at in (0, 3, 4, 8)] == [1, 1, 2, 3]
    assert [made.page_of(at) for at in (0, 7, 8)] == [1, 1, 2]
    assert article().page_of(0) is None


def test_the_hash_is_of_the_text_alone_and_takes_any_text() -> None:
    assert article("a", "x").text_hash == article("b", "x", title="t").text_hash
    assert article("a", "\ud800").text_hash != article("a", "?").text_hash
