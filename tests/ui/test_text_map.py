"""Offsets in code points and in UTF-16 units say the same place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.mention import Span
from explorer.ui.text_map import TextMap, displayable

texts = st.text(st.sampled_from("ab é日\n🚢👍🏽\U0010ffff"), max_size=60)


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(texts)
def test_every_offset_stands_where_utf_16_has_it(text: str) -> None:
    mapped = TextMap.of(text)
    assert [mapped.to_units(at) for at in range(len(text) + 1)] == [
        units(text[:at]) for at in range(len(text) + 1)
    ]


@given(texts)
def test_there_and_back_is_the_same_offset(text: str) -> None:
    mapped = TextMap.of(text)
    assert all(mapped.to_points(mapped.to_units(at)) == at for at in range(len(text) + 1))


@given(texts)
def test_an_offset_never_runs_backwards(text: str) -> None:
    mapped = TextMap.of(text)
    points = [mapped.to_points(unit) for unit in range(units(text) + 1)]
    assert points == sorted(points)


def test_the_middle_of_a_wide_character_counts_as_its_start() -> None:
    assert TextMap.of("a🚢b").to_points(2) == 1


@pytest.mark.parametrize(
    ("span", "expected"), [(Span(0, 1), (0, 1)), (Span(1, 2), (1, 3)), (Span(2, 3), (3, 4))]
)
def test_spans_are_turned_both_ways(span: Span, expected: tuple[int, int]) -> None:
    mapped = TextMap.of("a🚢b")
    assert mapped.span_to_units(span) == expected
    assert mapped.span_to_points(*expected) == span


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    assert displayable("a\ud800b🚢") == "a\ufffdb🚢"
