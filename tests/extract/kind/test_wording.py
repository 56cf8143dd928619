"""The words of a clause as the network takes them: which have a row of their own, of what class they are."""

import pytest

from explorer.extract.kind import wording
from explorer.model.mention import Span


def told(text: str) -> list[tuple[str, str, bool]]:
    """Give each word of a text with its class, and whether it has a row."""
    words = wording.passage(text, Span(0, len(text))).own
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
    parts = wording.passage("the court-zzqxed brewer", Span(0, 23)).own
    assert [row > 0 for row, _ in parts.known] == [True, True, False, True]
    assert parts.known[1][0] == wording.vocabulary()["court"]
    assert parts.starts == [0, 4, 4, 17]


def test_an_unknown_form_counts_as_the_word_that_it_is_made_of() -> None:
    known = wording.vocabulary()
    assert "brewerly" not in known
    [(row, number)] = wording.passage("brewerly", Span(0, 8)).own.known
    assert row == known["brewer"]
    assert wording.CLASSES[number] == "unknown"


def test_only_so_many_words_are_read_and_never_none() -> None:
    assert len(wording.passage("word " * 500, Span(0, 2500)).own.known) == wording.MOST
    nothing = wording.passage("  ", Span(0, 2)).own
    assert nothing == wording.Words([(0, wording.CLASSES.index("unknown"))], [0])


def passage(text: str, clause: str, title: str = "") -> wording.Passage:
    start = text.index(clause)
    return wording.passage(text, Span(start, start + len(clause)), title)


def rows(*words: str) -> list[int]:
    return [wording.vocabulary()[word] for word in words]


def test_a_clause_is_read_with_what_stands_around_it() -> None:
    read = passage(
        "the ban was lifted in May, confirmed in June and forgotten.", "confirmed in June", "the ferry"
    )
    assert [row for row, _ in read.own.known] == rows("confirmed", "in", "june")
    assert [row for row, _ in read.before] == rows("the", "ban", "was", "lifted", "in", "may", ",")
    assert [row for row, _ in read.after] == rows("and", "forgotten", ".")
    assert [row for row, _ in read.title] == rows("the", "ferry")


def test_a_word_counts_otherwise_beside_a_clause_and_in_a_title() -> None:
    read = passage("ban ban ban", " ban ", "ban")
    numbers = [known[0][1] for known in (read.own.known, read.before, read.after, read.title)]
    one, two = len(wording.CLASSES), 2 * len(wording.CLASSES)
    assert numbers == [0, one, one, two]


def test_only_the_first_word_of_a_clause_may_owe_its_capital_to_its_place() -> None:
    text = "It sued. Miners struck. It paid."
    own, elsewhere = passage(text, "Miners struck."), passage(text, "It paid.")
    assert own.own.known[0] == (*rows("miners"), 0)
    assert elsewhere.before[-3] == (0, wording.CLASSES.index("name") + len(wording.CLASSES))


def test_what_stands_around_a_clause_is_not_read_without_end() -> None:
    read = passage("a " * 500 + "It won. " + "b " * 500, "It won.", "c " * 500)
    assert (len(read.before), len(read.after)) == (wording.BEFORE, wording.AFTER)
    assert len(read.title) == wording.TITLE


def test_at_the_edges_of_a_text_nothing_stands_beside_a_clause() -> None:
    read = passage("It won.", "It won.")
    assert read.before == read.after == read.title == ()
