"""A target is met or missed by a later measure of the same company, unit and metric, or nothing is said."""

import pytest

from explorer.chronology import events, relations
from explorer.model.decision import Linked, Review, ref
from explorer.model.event import Event
from explorer.model.mention import Bound, MentionDate, Role, Span, Status
from tests.builders import article, event, log, quantity, when

USERS = "daily users"


def target(
    value: float, due: str = "2020-12-31", quote: str = "", unit: str = USERS, **fields: object
) -> Event:
    quote = quote or f"Nimbus aims at {value:g} {unit}."
    text = f"{value:g} {unit}"
    amount = quantity(value, unit, text, quote.index(text), **fields.pop("amount", {}))  # type: ignore[arg-type]
    fields = {
        "kind": "target",
        "companies": ["Nimbus"],
        "status": Status.PLANNED,
        "role": Role.DEADLINE,
        "article": "t",
        **fields,
    }
    return event(quote, due, quantities=(amount,), **fields)


def measure(value: float, date: str, quote: str = "", unit: str = USERS, **fields: object) -> Event:
    quote = quote or f"Nimbus had {value:g} {unit}."
    text = f"{value:g} {unit}"
    amount = quantity(value, unit, text, quote.index(text) + 400, **fields.pop("amount", {}))  # type: ignore[arg-type]
    fields = {"kind": "milestone", "companies": ["Nimbus"], "at": 400, **fields}
    return event(quote, date, quantities=(amount,), **fields)


def outcome(aim: Event, *measures: Event) -> bool | None:
    """Whether it was met; None where nothing is said."""
    found = relations([*measures, aim]).outcomes.get(aim.id)
    return None if found is None else found.is_met


def test_a_target_is_met_by_a_measure_that_reaches_it_in_time() -> None:
    reached = measure(310, "2020-11-02")
    found = relations([target(300), reached]).outcomes
    assert [(one.is_met, one.told_by) for one in found.values()] == [(True, reached.id)]
    assert outcome(target(300), measure(300, "2020-12-31")) is True


def test_a_target_is_missed_when_the_number_falls_short_once_it_is_due() -> None:
    assert outcome(target(300), measure(280, "2020-12-31")) is False
    assert outcome(target(300), measure(280, "2021-02")) is False
    assert outcome(target(300, "2020"), measure(280, "2020")) is False


def test_nothing_is_said_while_there_is_time_or_when_it_was_reached_late_or_long_ago() -> None:
    assert outcome(target(300), measure(280, "2020-06-30")) is None
    assert outcome(target(300), measure(320, "2021-03-01")) is None
    assert outcome(target(300), measure(280, "2025-03-01")) is None
    assert outcome(target(300), measure(320, "2011-03-01")) is None
    assert outcome(target(300)) is None


@pytest.mark.parametrize(
    "other",
    [
        measure(310, "2020-11-02", companies=["Kelp"]),
        measure(310, "2020-11-02", unit="downloads"),
        measure(310, "2020-11-02", status=Status.PLANNED),
        measure(310, "2020-11-02", status=Status.DENIED),
        measure(310, "2020-11-02", event_review=Review.REJECTED),
        measure(310, "2020-11-02", kind="statement"),
        measure(310, "2020-11-02", role=Role.DEADLINE),
        measure(310, "2020-11-02", "In India Nimbus had 310 daily users.", countries=("IN",)),
    ],
    ids=["company", "unit", "planned", "denied", "rejected", "kind", "by a date", "one country"],
)
def test_what_measures_something_else_or_does_not_stand_takes_no_part(other: Event) -> None:
    assert outcome(target(300), other) is None


def test_rejected_and_denied_targets_have_no_outcome() -> None:
    assert outcome(target(300, event_review=Review.REJECTED), measure(310, "2020-11-02")) is None
    assert outcome(target(300, status=Status.DENIED), measure(310, "2020-11-02")) is None


@pytest.mark.parametrize(
    ("bound", "value", "is_met"),
    [
        (Bound.OVER, 300, True),
        (Bound.OVER, 280, None),
        (Bound.UNDER, 280, False),
        (Bound.UNDER, 320, None),
        (Bound.ABOUT, 400, True),
        (Bound.ABOUT, 200, False),
        (Bound.ABOUT, 301, None),
    ],
)
def test_a_bounded_number_says_only_what_it_can(bound: Bound, value: float, is_met: bool | None) -> None:
    assert outcome(target(300), measure(value, "2020-12-31", amount={"bound": bound})) is is_met


def test_the_end_of_a_guided_range_that_is_easier_reached_is_the_goal() -> None:
    ranged = target(12, amount={"low": 10.0, "high": 12.0})
    assert outcome(ranged, measure(11, "2020-12-31")) is True
    assert outcome(ranged, measure(9, "2020-12-31")) is False


def test_a_number_that_falls_short_by_rounding_alone_leaves_it_open() -> None:
    assert outcome(target(305), measure(300, "2020-12-31")) is None
    assert outcome(target(300), measure(290, "2020-12-31")) is False


def test_what_is_to_be_cut_is_met_below() -> None:
    aim = target(300, quote="Nimbus wants to cut its flights to 300 daily flights.", unit="daily flights")
    assert outcome(aim, measure(280, "2020-12-31", unit="daily flights")) is True
    assert outcome(aim, measure(340, "2020-12-31", unit="daily flights")) is False
    atmost = target(300, amount={"bound": Bound.UP_TO})
    assert outcome(atmost, measure(280, "2020-12-31")) is True


def test_what_is_to_be_cut_by_a_number_names_no_level() -> None:
    aim = target(300, quote="Nimbus wants to cut its flights by 300 daily flights.", unit="daily flights")
    assert outcome(aim, measure(280, "2020-12-31", unit="daily flights")) is None


def test_the_deadline_counts_before_the_day_on_which_it_was_told() -> None:
    told = MentionDate(when("2020-03-01"), "in March", Span(0, 4), Role.HAPPENED)
    due = MentionDate(when("2020-12-31"), "by December", Span(5, 9), Role.DEADLINE)
    aim = target(300, event_dates=(told, due))
    assert outcome(aim, measure(280, "2020-03-05")) is None
    assert outcome(aim, measure(280, "2020-12-31")) is False
    assert outcome(aim, measure(320, "2020-02-01")) is None  # before it was told


def test_a_target_told_as_set_is_due_only_by_a_stated_deadline() -> None:
    told = target(300, "2020-12-31", role=Role.HAPPENED, status=Status.HAPPENED)
    assert outcome(told, measure(280, "2021-01-05")) is None
    assert outcome(target(300, role=Role.HAPPENED), measure(280, "2021-01-05")) is False


def test_an_article_that_foresees_a_target_does_not_tell_how_it_came_out() -> None:
    assert outcome(target(300, "2020"), measure(280, "2020", article="t")) is None
    past = target(300, "2020", status=Status.HAPPENED)
    assert outcome(past, measure(280, "2020", article="t")) is False


def test_what_is_added_is_no_level() -> None:
    assert outcome(target(300), measure(8, "2020-12-31", "Nimbus ended the year adding 8 daily users.")) is None


def finance(words: str, value: float, date: str, **fields: object) -> Event:
    return measure(value, date, f"Nimbus had {words} of {value:g} EUR.", "EUR", kind="finance", **fields)


def test_revenue_is_not_profit_and_a_quarter_is_not_the_year() -> None:
    aim = target(400, "2020", "Nimbus aims at revenue of 400 EUR.", "EUR")
    assert outcome(aim, finance("revenue", 410, "2020")) is True
    assert outcome(aim, finance("revenue", 390, "2020")) is False
    assert outcome(aim, finance("a profit", 410, "2020")) is None
    assert outcome(aim, finance("cash", 410, "2020")) is None
    assert outcome(aim, finance("revenue", 110, "2020-36")) is None


def test_a_disputed_number_decides_nothing() -> None:
    reached = measure(310, "2020-11-02")
    one, other = measure(310, "2020-12-31").mentions[0], measure(280, "2020-12-31", article="b").mentions[0]
    (disputed,) = events(
        [one, other], {"a": article("a"), "b": article("b")}, log(Linked((ref(one), ref(other))))
    )
    assert disputed.has_conflict
    assert outcome(target(300), disputed) is None
    assert outcome(target(300), disputed, reached) is True
