"""Trigger frames and the kind that speaks loudest in a clause."""

import pytest

from explorer import resources
from explorer.extract.kind import frames, kinds
from explorer.extract.lexicon import inflections, table
from explorer.model.mention import Span
from tests.extract.judging import kind_of


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("Norway banned the sale of petrol mowers", "ban"),
        ("the regulator grounded the airline's fleet", "ban"),
        ("the ministry suspended the mine's licence", "ban"),
        ("a judge blocked the ban", "reinstatement"),
        ("Peru lifted its ban on the ferry operator", "reinstatement"),
        ("flights resumed at noon", "reinstatement"),
        ("the watchdog fined the grocer €3 million", "settlement"),
        ("the bank agreed to pay $90 million to settle claims", "settlement"),
        ("prosecutors charged the broker with fraud", "legal"),
        ("the retailer filed for bankruptcy", "legal"),
        ("the court ruled that the tax was unlawful", "legal"),
        ("the brewer bought its rival for $2 billion", "acquisition"),
        ("the group sold its paper unit", "acquisition"),
        ("the startup raised $30 million in a funding round", "investment"),
        ("it went public in Frankfurt", "investment"),
        ("the two airlines signed a codeshare agreement", "partnership"),
        ("the maker unveiled an electric tractor", "launch"),
        ("it opened a plant in Ghana", "launch"),
        ("the app reached 40 million monthly active users", "milestone"),
        ("it delivered 12,000 trucks", "milestone"),
        ("net profit rose 8 percent to $310 million", "finance"),
        ("shares tumbled 14 percent", "finance"),
        ("the board appointed a new chief executive", "leadership"),
        ("its chairman stepped down", "leadership"),
        ("the carmaker expects revenue of $12 billion", "target"),
        ("it recalled 20,000 prams", "other"),
        ("the central bank raised interest rates", "other"),
        ("the minister spoke at a press conference", "statement"),
    ],
)
def test_the_content_of_a_clause_decides_its_kind(clause: str, kind: str) -> None:
    assert kind_of(clause) == kind


def test_content_decides_over_plain_saying() -> None:
    assert kind_of("the group said it would buy the mill for $3 million") == "acquisition"


def test_what_stands_behind_after_is_background() -> None:
    assert kind_of("shares fell 9 percent after the takeover was announced") == "finance"
    assert kind_of("the regulator fined the lender over the data breach") == "settlement"


def test_a_clause_without_any_trigger_is_other_and_unsure() -> None:
    assert kinds.choose("the lake was calm", Span(0, 17), [], [], False)[:3] == ("other", 0.0, None)


@pytest.mark.parametrize(
    ("base", "form"),
    [
        ("ban", "banned"),
        ("acquire", "acquiring"),
        ("buy", "bought"),
        ("modify", "modifies"),
        ("launch", "launches"),
    ],
)
def test_verbs_are_known_in_all_their_forms(base: str, form: str) -> None:
    assert form in inflections(base)


def test_every_kind_of_the_frames_is_a_kind_of_the_program() -> None:
    assert set(table("frames.toml")) - {"none"} == set(resources.kinds())


@pytest.mark.parametrize(
    ("clause", "why"),
    [
        ("the group said it bought the mill", "acquisition: “bought”, what is said before “said” (statement)"),
        ("shares fell 9 percent after the takeover", "“takeover” (acquisition) is background"),
        ("the lake was calm", "other: no word of it speaks for any kind"),
    ],
)
def test_the_reason_says_in_words_what_decided(clause: str, why: str) -> None:
    triggers = frames.find(clause, 0, len(clause))
    assert why in kinds.choose(clause, Span(0, len(clause)), triggers, (), is_planned=False).why


def test_an_idiom_and_a_swallowed_word_speak_for_nothing() -> None:
    assert not frames.find("on the stock exchange", 0, 21)
    assert {t.kind for t in frames.find("Peru lifted its ban", 0, 19)} == {"reinstatement"}
