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


def beside(text: str, clause: str) -> list[tuple[str, bool]]:
    """Give the words that a clause of a text is read with, and whether each stands beside it."""
    start = text.index(clause)
    words = wording.in_context(text, Span(start, start + len(clause)))
    return [(wording.at(text, at), number >= wording.BESIDE) for (_, number), at in zip(*words, strict=True)]


def test_a_short_clause_is_read_with_what_stands_beside_it() -> None:
    read = beside("The ban was lifted in May, confirmed in June and forgotten.", "confirmed in June")
    assert [word for word, is_beside in read if not is_beside] == ["confirmed", "in", "June"]
    assert [word for word, is_beside in read if is_beside][:4] == ["The", "ban", "was", "lifted"]
    assert [word for word, _ in read][-3:] == ["and", "forgotten", "."]


def test_a_long_clause_is_read_alone() -> None:
    clause = "the court in The Hague confirmed what it had ruled on the ferry in June"
    assert not any(is_beside for _, is_beside in beside(f"It sued, and {clause}; it paid.", clause))


def test_only_the_same_paragraph_and_whole_words_stand_beside_a_clause() -> None:
    assert beside("It sued.\n\nIt won.\n\nIt paid.", "It won.") == [("It", False), ("won", False), (".", False)]
    text = "Rotterdam " * 30 + "won, " + "Rotterdam " * 30
    assert {word for word, _ in beside(text, "won,")} == {"Rotterdam", "won", ","}


def test_what_stands_beside_a_clause_is_not_read_without_end() -> None:
    assert len(beside("a " * 500 + "It won. " + "b " * 500, "It won.")) <= wording.MOST
