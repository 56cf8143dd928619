"""What participles and clauses without a joint tell of a noun by the way, with dates of their own."""

import pytest

from explorer.extract.timing import reduced
from explorer.model.mention import Span
from tests.extract.reading import read, start


def told(text: str, *dates: str) -> list[tuple[str, str]]:
    """Give what is told by the way as a whole clause, and the sentence without it."""
    spans = [Span(text.index(date), text.index(date) + len(date)) for date in dates]
    found = reduced.find(text, Span(0, len(text)), spans).values()
    return [
        (
            text[one.span.start : one.joint.start] + one.put + text[one.joint.end : one.span.end],
            text[: one.aside.start] + text[one.aside.end :],
        )
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "date", "clause", "main"),
    [
        (
            "Pell Motors bought Orme, a cheese maker founded in 1961, on Tuesday.",
            "1961",
            "Orme was founded in 1961",
            "Pell Motors bought Orme on Tuesday.",
        ),
        (
            "Pell Motors settled the case, brought in 2014 by Orme Foods, on Monday.",
            "2014",
            "the case was brought in 2014 by Orme Foods",
            "Pell Motors settled the case on Monday.",
        ),
        (
            "Pell Motors won a dispute over a $489 million contract signed in 2012.",
            "2012",
            "a $489 million contract was signed in 2012",
            "Pell Motors won a dispute over a $489 million contract.",
        ),
        (
            "Pell Motors pays interest on bonds issued in 2012.",
            "2012",
            "bonds were issued in 2012",
            "Pell Motors pays interest on bonds.",
        ),
        (
            "Pell Motors closed the plant it opened in Ohio in 2009.",
            "2009",
            "it opened the plant in Ohio in 2009",
            "Pell Motors closed the plant.",
        ),
        (
            "That is more than the penalty the agency imposed on Orme in 2017.",
            "2017",
            "the agency imposed the penalty on Orme in 2017",
            "That is more than the penalty.",
        ),
    ],
)
def test_what_is_told_by_the_way_is_a_clause_of_its_own(text: str, date: str, clause: str, main: str) -> None:
    assert told(text, date) == [(clause, main)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The mill, built by the dukes of Parma, closed in 2014.", "2014"),
        ("A report showed the bank acquired in 2009 had lost money.", "2009"),
        ("Pell Motors, founded in 1987, was sold.", "1987"),
        ("Pell Motors sold the brand on the day it opened in 2012.", "2012"),
        ("The board was taken over in 2012.", "2012"),
        ("The mill stopped, the utility announced in 2012.", "2012"),
        ("The court fined the firm in 2009.", "2009"),
    ],
)
def test_a_main_clause_and_what_is_told_of_its_subject_are_left_alone(text: str, date: str) -> None:
    assert told(text, date) == []


def test_each_is_told_with_its_own_date_and_title() -> None:
    text = "Pell Motors bought Orme Foods, a cheese maker founded in 1961, on 4 March 2014."

    assert sorted((start(one), one.title) for one in read(text).mentions) == [
        ("1961", "Orme Foods is founded"),
        ("2014-03-04", "Pell Motors buys Orme Foods"),
    ]


def test_a_day_that_stands_alone_dates_the_whole_sentence() -> None:
    text = "Pell Motors is to supply 30 trams under a contract signed on Monday."

    assert [(start(one), one.quote) for one in read(text).mentions] == [("2014-03-17", text)]


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("The ministry barred Orme Foods, owned by Pell Motors, from May 2013.", ", owned by Pell Motors,"),
        ("Pell Motors sold Orme, known for its cheese, to Quist in May 2013.", ", known for its cheese,"),
        ("Pell Motors, owned by Orme Foods, on Monday bought a mill.", None),
        ("Pell Motors bought Orme, founded in 1961, on Monday.", None),
    ],
)
def test_an_aside_without_a_date_takes_none_from_the_main_clause(text: str, aside: str | None) -> None:
    dates = [Span(text.index(word), text.index(word) + len(word)) for word in ("1961", "2013") if word in text]

    found = reduced.undated(text, Span(0, len(text)), dates)

    assert [text[one.start : one.end] for one in found] == ([] if aside is None else [aside])
