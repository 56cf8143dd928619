"""Words are found wherever they stand, whatever their case and however their lines are broken."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.model.mention import Span
from explorer.text.finding import occurrences

TEXT = "The ban. A Ban,\nand banned; the\nban again."


def found(wanted: str, **how: bool) -> list[str]:
    return [TEXT[span.start : span.end] for span in occurrences(TEXT, wanted, **how)]


def test_all_places_are_found_without_regard_to_case() -> None:
    assert found("ban") == ["ban", "Ban", "ban", "ban"]
    assert found("ban", match_case=True) == ["ban", "ban", "ban"]


def test_whole_words_stand_alone() -> None:
    assert found("ban", whole_words=True) == ["ban", "Ban", "ban"]


def test_words_broken_over_lines_are_found() -> None:
    assert found("the ban") == ["The ban", "the\nban"]


def test_signs_are_taken_as_they_stand_and_nothing_is_found_for_nothing() -> None:
    assert occurrences("a.b axb", "a.b") == [Span(0, 3)]
    assert occurrences("a b", "  ") == []


@given(st.text("ab .\n", max_size=40), st.text("ab.", min_size=1, max_size=3))
def test_what_is_found_is_what_was_wanted(text: str, wanted: str) -> None:
    spans = occurrences(text, wanted)
    assert [text[span.start : span.end] for span in spans] == [wanted] * len(spans)
    assert len(spans) == text.count(wanted)
