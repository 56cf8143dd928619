"""The words of a clause as the network takes them: which have a row of their own, of what class they are."""

import pytest

from explorer.extract.kind import wording
from explorer.model.mention import Span


def told(text: str) -> list[tuple[str, str, bool]]:
    """Give each word of a text with its class, and whether it has a row."""
    words = wording.words(text, Span(0, len(text)))
    return [
        (wording.at(text, start), wording.CLASSES[number], row > 0)
        for (row, number), start in zip(*words, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "class_", "has_row"),
    [
        ("sued", "word", True),
        ("it's Kestravia", "word", True),
        ("2019", "year", False),
        ("1,400", "number", False),
        ("€", "money", True),
        ("%", "percent", True),
        ("“", "quote", True),
        (";", "mark", True),
        ("Tuesday", "weekday", True),
        ("October", "month", True),
        ("zzqx", "unknown", False),
        ("countersueing", "unknown", False),
    ],
)
def test_each_word_has_a_class(text: str, class_: str, has_row: bool) -> None:
    assert told(text)[0][1:] == (class_, has_row)


def test_names_have_no_row_and_capitals_only_in_common_words() -> None:
    assert told("Kestravia sued Quillfeather in Court") == [
        ("Kestravia", "name", False),
        ("sued", "word", True),
        ("Quillfeather", "name", False),
        ("in", "word", True),
        ("Court", "name", True),
    ]


def test_a_verb_at_the_head_is_no_month() -> None:
    assert told("May revenue fell")[0][1] != "month"
    assert told("in May revenue fell")[1][1] == "month"


def test_a_hyphenated_word_is_read_in_parts() -> None:
    parts = wording.words("the court-zzqxed brewer", Span(0, 23))
    assert [row > 0 for row, _ in parts.known] == [True, True, False, True]
    assert parts.known[1][0] == wording.vocabulary()["court"]
    assert parts.starts == [0, 4, 4, 17]


def test_an_unknown_form_counts_as_the_word_that_it_is_made_of() -> None:
    known = wording.vocabulary()
    assert "brewerly" not in known
    [(row, number)] = wording.words("brewerly", Span(0, 8)).known
    assert row == known["brewer"]
    assert wording.CLASSES[number] == "unknown"


def test_only_so_many_words_are_read_and_never_none() -> None:
    assert len(wording.words("word " * 500, Span(0, 2500)).known) == wording.MOST
    assert wording.words("  ", Span(0, 2)) == wording.Words([(0, wording.CLASSES.index("unknown"))], [0])
