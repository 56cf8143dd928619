from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.text.sentences import paragraphs, sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


ONE_SENTENCE = [
    "Mr. Ito met Dr. A. B. Okafor on Jan. 5 in St. Louis.",
    "Shares of Acme Inc. Chief Executive Lena Holm fell.",
    "It rose 3.5 percent to $1.25 billion.",
    "The U.S. Senate and U.K. regulators agreed at 5 p.m. Eastern time.",
    "“Will it last?” she asked.",
    "Yahoo! Japan bought it.",
    "Patents No. 5 and No. 7 expired, e.g. Fig. 3 of it.",
    "Am 5. April 2019 stieg der Kurs.",
    "See example.com/?q=A and Booking.com for more.",
    "They waited ... and waited.",
]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_a_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It closed.", "Nobody came."),
        ("It was sold to Acme Inc.", "The price is unknown."),
        ("It left the U.S.", "In May it came back."),
        ("It opened at 9 a.m.", "They were late."),
        ("She said “no.”", "He left."),
        ("Is it over?", "Perhaps!"),
        ("It fell in 2019.", "Sales of 2020 were better."),
        ("It grew to 5.", "The rest shrank."),
        ("She takes over on Jan. 1.", "Falk did not answer."),
        ("It landed on June 30.", "HOLIDAY SEASON The authority wrote to the firm."),
        ("It grew fast.[12]", "Rivals did not."),
        ("They stopped.", "iPhone sales went on."),
        ("It was sold to Acme & Co.", "* Bolt named a chief."),
        ("They paid (in cash.)", "“Good,” he said."),
    ],
)
def test_a_stop_at_the_end_ends_it(first: str, second: str) -> None:
    assert cut(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sales went up by 9.", "Wellmere forecast more."),
        ("The agency restores category 1.", "Eleven days later it flew."),
        ("The ratio was between 1.5 and 2.", "Foreign investment fell."),
        ("“At least” 5.", "We got a loan."),
        ("His chairman said no.", "Harbour Air sold its shares."),
    ],
)
def test_an_english_sentence_may_end_with_a_small_number(first: str, second: str) -> None:
    text = f"{first} {second}"
    assert [text[start:end] for start, end in sentences(text, "en")] == [first, second]


def test_the_number_of_a_step_belongs_to_it() -> None:
    text = "There are three steps. 1. Cut the costs. 2. Sell the mill."
    cuts = [text[start:end] for start, end in sentences(text, "en")]
    assert cuts == ["There are three steps.", "1. Cut the costs.", "2. Sell the mill."]


def test_chinese_sentences_need_no_space() -> None:
    assert cut("公司成立于2012年。它发展很快！“真的吗？”是的。") == [
        "公司成立于2012年。",
        "它发展很快！",
        "“真的吗？”",
        "是的。",
    ]


def test_headings_list_items_and_blank_lines_break() -> None:
    text = (
        "# How it began\nThe founder sold\nhis car.\n\nKey dates\n- May: a start\n- June: a stop\n1. One. Two."
    )
    assert cut(text) == [
        "# How it began",
        "The founder sold\nhis car.",
        "Key dates",
        "- May: a start",
        "- June: a stop",
        "1. One.",
        "Two.",
    ]


def test_a_full_line_goes_on_in_the_next() -> None:
    text = (
        "The board of the company met on Monday to hear from the lawyers of\n"
        "Acme and to vote. The vote was put off until Friday, as the chair of\n"
        "Zenith was ill.\n"
        "Nobody else came to the meeting that day, which had been called late.\n"
    )
    assert len(paragraphs(text)) == 2
    assert len(cut(text)) == 3


def test_a_paragraph_a_line_is_a_paragraph() -> None:
    long = "The board met on Monday. " * 12
    text = f"A title without a stop\n{long}\nAnother title\n{long}"
    assert [text[slice(*span)] for span in paragraphs(text)] == [
        "A title without a stop",
        long.strip(),
        "Another title",
        long.strip(),
    ]


ODD = st.text(alphabet="aB1 .!?\n。“”()-#U.S\t\u3000", max_size=80)


@given(ODD)
def test_spans_are_ordered_trimmed_and_cover_all_words(text: str) -> None:
    for cutter in (sentences, paragraphs):
        spans = cutter(text)
        assert all(text[s:e].strip() == text[s:e] != "" for s, e in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        kept = "".join("".join(text[s:e].split()) for s, e in spans)
        assert kept == "".join(text.split())


@pytest.mark.parametrize(
    "piece", ["a. ", "U.S. ", "...", "\n", "word ", "5. ", "。", "[1]", "- x\n", "”", ". \n"]
)
def test_long_hostile_texts_are_cut_in_linear_time(piece: str) -> None:
    sentences(piece * (300_000 // len(piece)))
