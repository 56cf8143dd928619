"""Compressed clauses: whole statements that never dangle, whatever the text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.extract.title import cutting
from explorer.extract.title.compress import LIMIT, shortened
from tests.extract.reading import titles

_DANGLING = re.compile(r"\b(?:the|an?|of|to|in|on|at|by|for|with|and|or|but|from|that|which)$", re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Anna Ek, hired from Volvo to run Klarna, resigned on 4 March 2014.", "Anna Ek resigns"),
        ("The mill, opened by the dukes of Parma, closed on 4 March 2014.", "The mill closes"),
        (
            "The finance minister of Norway, Jo Berg, was arrested at the port of Stavanger on 4 March 2014.",
            "The finance minister of Norway is arrested at the port of Stavanger",
        ),
        (
            "The port will not start shipping until June or July 2014.",
            "The port will not start shipping until June or July 2014",
        ),
        ("On 4 March 2014 he had also given up the chair.", "He has given up the chair"),
        ("The letter arrived at the bank by the end of 2013.", "The letter arrives at the bank"),
    ],
)
def test_a_clause_keeps_its_subject_and_its_verb(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Its rival, the brewer Carlsberg, said in May 2012 that it would close two sites in Denmark.",
        "In June 2009 the regulator ordered the bank to raise its capital by the end of the year.",
        "The port was closed by strikes (in May 2008 and in June 2009) for the third time.",
        "That is up from a low of $4.99 in December 2013 when the mine was flooded.",
        "Although the plant burned in 2011, the owners rebuilt it with money from the insurers.",
    ],
)
def test_a_title_has_no_dangling_end_and_no_open_bracket(text: str) -> None:
    told = titles(text)
    assert told
    for title in told:
        assert len(title) <= LIMIT
        assert not _DANGLING.search(title)
        assert title.count("(") == title.count(")")
        assert not title.startswith(("'", "’"))


@given(st.text(alphabet=st.sampled_from("abc of the (),.“”’ ABC was sold by it 5%$\n"), max_size=200))
def test_whatever_the_text_a_title_is_there_and_short_enough(words: str) -> None:
    for title in titles(f"{words} was sold on 4 March 2014 {words}"):
        assert 0 < len(title) <= LIMIT


@given(st.text(alphabet="abcde ", min_size=1, max_size=200))
def test_words_are_never_cut_inside(words: str) -> None:
    kept = shortened(words, LIMIT).removesuffix("…").split()
    assert kept == words.split()[: len(kept)]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Klarna opens a mill, and Adyen", "Klarna opens a mill"),
        ("Branches open as usual, and the service", "Branches open as usual"),
        ("Klarna buys Asos, Adyen, and the mill", "Klarna buys Asos, Adyen, and the mill"),
    ],
)
def test_a_subject_whose_verb_is_cut_off_goes(words: str, left: str) -> None:
    assert cutting.whole(words) == left


def test_a_title_ends_before_another_clause_rather_than_in_it() -> None:
    text = (
        "On 4 March 2014 the city of Oslo refused to transfer the licence of Klarna unless other lenders were "
        "let onto the wires."
    )
    assert titles(text) == ["The city of Oslo refuses to transfer the licence of Klarna"]
