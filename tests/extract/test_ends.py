"""What is taken off the ends of a stretch of text."""

import pytest

from explorer.extract import ends
from explorer.model.mention import Span


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (" , it closed in May; ", "it closed in May"),
        ("and it closed in May", "it closed in May"),
        ("It had 5 million users in May, up", "It had 5 million users in May"),
        ("It paid in May and", "It paid in May"),
        ("It was told in May to slow down", "It was told in May to slow down"),
        ("Andes Ltd closed in May", "Andes Ltd closed in May"),
    ],
)
def test_marks_and_words_of_the_neighbours_are_taken_off(words: str, left: str) -> None:
    start, end = ends.tidied(words, Span(0, len(words)))
    assert words[start:end] == left


def test_what_is_too_long_for_a_sentence_is_cut_at_spaces() -> None:
    text = "word " * 1000
    cut = list(ends.pieces(text, Span(0, len(text))))
    assert all(end - start <= 1500 for start, end in cut)
    assert "".join(text[start:end] for start, end in cut) == text
