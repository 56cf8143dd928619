"""A sentence is cut into words and signs as Universal Dependencies cuts English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.tagger.tokens import tokens

CUT = {
    "They don't sell it.": "They|do|n't|sell|it|.",
    "The firm’s board can't meet": "The|firm|’s|board|ca|n't|meet",
    "We'll see; they cannot wait": "We|'ll|see|;|they|can|not|wait",
    "It paid $5.7 billion, or 12%.": "It|paid|$|5.7|billion|,|or|12|%|.",
    "Northwind Inc. left the U.S. in Sept. 1994.": "Northwind|Inc.|left|the|U.S.|in|Sept.|1994|.",
    "J. Doe and Mr. Roe": "J.|Doe|and|Mr.|Roe",
    "a long-term plan": "a|long|-|term|plan",
    "its co-founder pre-paid": "its|co-founder|pre-paid",
    "AT&T and O'Neil": "AT&T|and|O'Neil",
    "Harbor.com rose": "Harbor.com|rose",
    "on 4/5/2019 at 10:30": "on|4/5/2019|at|10:30",
    "the 1990s, the 21st": "the|1990s|,|the|21st",
    "wait... no -- yes!!": "wait|...|no|--|yes|!!",
    "write to ann@example.org now": "write|to|ann@example.org|now",
    "see https://example.org/a?b=1.": "see|https://example.org/a?b=1|.",
}


@pytest.mark.parametrize(("text", "words"), CUT.items())
def test_words_and_signs_stand_alone(text: str, words: str) -> None:
    assert [text[start:end] for start, end in tokens(text, 0, len(text))] == words.split("|")


def test_only_the_span_asked_for_is_cut() -> None:
    assert tokens("One two. Three.", 9, 15) == [(9, 14), (14, 15)]


@given(st.text(max_size=80))
def test_every_character_but_white_space_is_in_one_token(text: str) -> None:
    found = tokens(text, 0, len(text))
    inside = [i for start, end in found for i in range(start, end)]
    assert inside == sorted(set(inside))
    assert [i for i, sign in enumerate(text) if not sign.isspace()] == inside
