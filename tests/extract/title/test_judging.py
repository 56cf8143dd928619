"""What reads badly by itself weighs more than what a reader understands without the article."""

from dataclasses import replace

import pytest

from explorer.extract.records import Told
from explorer.extract.title.judging import cost
from explorer.model.mention import Found, Party, PartyRole, Quantity, Span, Status

_TEXT = "The lender Klarna bought Asos for $5 million on 3 June 2013, as the Oslo exchange said."
_TOLD = Told(
    text=_TEXT,
    span=Span(0, len(_TEXT)),
    date=None,
    kind="acquisition",
    status=Status.HAPPENED,
    parties=(Party("Klarna", role=PartyRole.ACTOR),),
    countries=(),
    quantities=(),
    trigger=None,
    sentence=Span(0, len(_TEXT)),
)
_SUM = Quantity("$5 million", 5e6, "USD", Span(29, 39))


@pytest.mark.parametrize(
    "title",
    [
        "Klarna buys Asos for $5 M",
        "Klarna's sales rise 8 %",
        "Reports: Klarna is to buy Asos",
        "Oslo exchange halts trading",
        "Klarna expects to keep half of the staff",
    ],
)
def test_nothing_is_wrong_with_a_fact_that_stands_alone(title: str) -> None:
    assert cost(title, _TOLD) == 0


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        ("It buys Asos", "Klarna buys Asos"),
        ("We have grown", "Klarna has grown"),
        ("That sale raises $5 M", "Klarna’s sale raises $5 M"),
        ("The company buys Asos", "Klarna buys Asos"),
        ("Some of them leave Klarna", "Two directors leave Klarna"),
        ("Klarna agrees to buy the owner of…", "Klarna agrees to buy the owner"),
        ("Klarna, the lender", "Klarna lends"),
        ("Klarna acquires", "Klarna acquires Asos"),
        ("When Klarna buys Asos", "Klarna buys Asos"),
        ("The sale should close", "Klarna: the sale should close"),
        ("Klarna’s Klarna shop opens", "Klarna’s shop opens"),
        ("Klarna buys Asos in June", "Klarna buys Asos"),
    ],
)
def test_what_leaves_a_question_weighs_more(worse: str, better: str) -> None:
    assert cost(worse, _TOLD) > cost(better, _TOLD)


def test_a_deal_without_its_known_sum_weighs_more() -> None:
    told = replace(_TOLD, kind="investment", quantities=(_SUM,))
    assert cost("Klarna raises money", told) > cost("Klarna raises $5 M", told) == 0


def test_a_title_need_not_name_whom_nobody_knows() -> None:
    assert cost("A hearing is set", replace(_TOLD, parties=())) == 0
    assert cost("A hearing is set", _TOLD) > 0


def test_a_deed_should_name_the_company_that_it_is_done_to() -> None:
    meant = Party("Klarna", role=PartyRole.TARGET, found=Found.INFERRED)
    told = replace(_TOLD, parties=(meant,))
    assert cost("Oslo lifts the ban", told) > cost("Klarna: Oslo lifts the ban", told)
    assert cost("Oslo lifts a ban", told) == 0
