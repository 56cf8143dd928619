"""Clauses: where a sentence is cut."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.extract import clauses
from explorer.model.mention import Span


def parts(sentence: str) -> list[str]:
    dates = [Span(m.start(), m.end()) for m in re.finditer(r"Monday|May|June", sentence)]
    found = clauses.segments(sentence, Span(0, len(sentence)), dates)
    return [sentence[part.span.start : part.span.end] for part in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The mill closed in May and the ferry sank in June.",
            ["The mill closed in May", "the ferry sank in June."],
        ),
        (
            "It fined the bank, which paid at once.",
            ["It fined the bank", "paid at once."],
        ),
        (
            "Shares fell while sales rose.",
            ["Shares fell", "sales rose."],
        ),
        (
            "The group said on Monday it would sell the mill.",
            ["The group said on Monday ", "it would sell the mill."],
        ),
        (
            "Output fell; exports grew.",
            ["Output fell", "exports grew."],
        ),
    ],
)
def test_a_sentence_is_cut_between_stretches_with_a_verb(sentence: str, expected: list[str]) -> None:
    assert parts(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The group announced a plant in May and sold the mill in June.",
            ["The group announced a plant in May", "sold the mill in June."],
        ),
        (
            "The minister announced an age limit which became law in June.",
            ["The minister announced an age limit", "became law in June."],
        ),
        (
            "The group said that it and Acme had sold the mill in May.",
            ["The group said that ", "it and Acme had sold the mill in May."],
        ),
    ],
)
def test_a_thing_that_is_announced_ends_before_the_next_verb(sentence: str, expected: list[str]) -> None:
    assert parts(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "In the United States it sold the mill in May.",
        "A fund with much state money sold its shares in May.",
        "A state-owned bank was sold in May.",
        "The senator wrote to the agency in May.",
        "It wrote down half of its claim in May.",
        "An independent report delivered in May found that all was well.",
        "It was told to write to the owners in May.",
        "In May it added 4 million users to those of its mills.",
        "Between May and the end of June it sold two mills.",
    ],
)
def test_what_only_looks_like_a_verb_of_saying_cuts_nothing(sentence: str) -> None:
    assert parts(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill and the ferry were sold.",
        "The fleet stayed grounded until 9 July.",
        "Sales of boats, nets and ropes fell.",
        "As well as nets it sold ropes.",
    ],
)
def test_lists_and_bare_dates_are_no_clauses(sentence: str) -> None:
    date = sentence.find("9 July")
    protected = [Span(date, date + 6)] if date >= 0 else []
    assert len(clauses.segments(sentence, Span(0, len(sentence)), protected)) == 1


@given(st.text(alphabet="abc saidwhich,;and–fell .", max_size=120))
@settings(max_examples=100, deadline=None)
def test_the_parts_lie_in_order_inside_the_sentence(sentence: str) -> None:
    spans = [part.span for part in clauses.segments(sentence, Span(0, len(sentence)))]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(sentence) for span in spans)
