"""Clauses without their date: it goes where the clause stands without it, and nowhere else."""

import pytest

from explorer.extract.title import undated
from explorer.model.mention import Span


def _undated(text: str, date: str) -> str:
    start = text.index(date)
    return undated.of(text, Span(0, len(text)), Span(start, start + len(date)))


@pytest.mark.parametrize(
    ("text", "date", "left"),
    [
        ("On 4 May 2011 the bank closed", "4 May 2011", "the bank closed"),
        ("The bank closed on 4 May 2011", "4 May 2011", "The bank closed"),
        ("The bank, on 4 May 2011, closed", "4 May 2011", "The bank closed"),
        ("The bank closed in May 2011, cutting 40 jobs", "May 2011", "The bank closed, cutting 40 jobs"),
        ("The bank closed last week", "last week", "The bank closed"),
        ("The bank closed in 1996 and again in 2011", "2011", "The bank closed"),
        ("At the end of 2011 the bank closed", "2011", "the bank closed"),
        ("Yesterday's ruling holds", "Yesterday", "The ruling holds"),
        ("June 1990: the bank opened", "June 1990", "the bank opened"),
    ],
)
def test_a_date_goes_with_its_preposition_and_comma(text: str, date: str, left: str) -> None:
    assert _undated(text, date) == left


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The order of 6 August 2020 was lifted", "6 August 2020"),
        ("A 2004 decision was upheld", "2004"),
        ("The year 2017 was for shopping", "The year 2017"),
        ("The judges were given until 19 January to decide", "19 January"),
        ("Sales grew from 2018 to 2020", "2018"),
        ("The growth came in the spring of 2016", "2016"),
        ("Jo Berg took over 4 May 2011", "4 May 2011"),
        ("The first payment falls on 1 May and the second on 2 June", "2 June"),
    ],
)
def test_a_date_that_the_clause_needs_stays(text: str, date: str) -> None:
    assert _undated(text, date) == text
