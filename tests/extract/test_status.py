"""Status: happened, planned, alleged or denied."""

import pytest

from explorer.extract import status
from explorer.model.edtf import parse
from explorer.model.mention import Span, Status

PUBLISHED = parse("2015-06-10")


def judge(clause: str, date: str | None = "2015-06-09", kind: str = "acquisition") -> Status:
    span = Span(0, len(clause))
    return status.of(clause, span, span, parse(date) if date else None, PUBLISHED, kind)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("the mill was sold", Status.HAPPENED),
        ("the mill will be sold", Status.PLANNED),
        ("it plans to sell the mill", Status.PLANNED),
        ("the ferry is scheduled to sail", Status.PLANNED),
        ("the mill was reportedly sold", Status.ALLEGED),
        ("people familiar with the talks said it sold the mill", Status.ALLEGED),
        ("it denied that it had sold the mill", Status.DENIED),
        ("it was not in talks about the mill", Status.DENIED),
        ("the deal would no longer go ahead", Status.DENIED),
        ("the court denied the motion", Status.HAPPENED),
        ("it has agreed to sell the mill", Status.HAPPENED),
    ],
)
def test_words_decide_the_status(clause: str, expected: Status) -> None:
    assert judge(clause) is expected


def test_a_date_after_publication_is_planned_whatever_the_tense() -> None:
    assert judge("the bridge opens", "2016-01") is Status.PLANNED


def test_an_accusation_by_an_authority_happened() -> None:
    assert judge("the regulator accused the lender of fraud", kind="legal") is Status.HAPPENED


def test_without_dates_the_words_alone_decide() -> None:
    assert judge("it will merge", None) is Status.PLANNED
