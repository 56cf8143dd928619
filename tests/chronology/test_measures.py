from dataclasses import replace

from explorer.chronology import events, have_moved_series, series
from explorer.model.amounts import written
from explorer.model.decision import Change, Edited, EventField, Linked, Review, Reviewed, Settled, ref
from explorer.model.event import Event
from explorer.model.mention import Bound, Mention, PartyRole, Status
from tests.builders import article, event, log, mention, party, quantity, when


def users(value: float, date: str, article: str = "a", unit: str = "daily users", **fields: object) -> Mention:
    fields = {"kind": "milestone", "companies": ("Nimbus",), "quantities": (quantity(value, unit),), **fields}
    return mention(
        f"Nimbus reached {value:g} {unit}.", date, article=article, at=100 * int(date[-2:]), **fields
    )  # type: ignore[arg-type]


def found(*mentions: Mention, decisions: tuple[Change, ...] = ()) -> list[Event]:
    return events(mentions, {m.article: article(m.article) for m in mentions}, log(*decisions))


def test_values_of_one_company_and_unit_are_a_series_in_time() -> None:
    late = users(90, "2020-05", quantities=(quantity(90, "daily users", bound=Bound.OVER),))
    early = users(40, "2018-02", article="b")
    (one,) = series(found(late, early, users(7, "2020-01", unit="downloads")))[:1]
    assert (one.company, one.unit) == ("Nimbus", "daily users")
    assert [(p.value, p.when, p.bound) for p in one.points] == [
        (40, when("2018-02"), None),
        (90, when("2020-05"), Bound.OVER),
    ]
    assert one.points[1].mention_id == late.id
    assert one.points[1].event_id == late.id


def test_money_shares_plans_and_other_kinds_make_no_series_unless_asked() -> None:
    told = found(
        users(5, "2019-01", unit="EUR", kind="finance"),
        users(5, "2019-02", unit="EUR/share", kind="finance"),
        users(5, "2019-03", unit="%"),
        users(5, "2019-04", status=Status.PLANNED),
        users(5, "2019-05", kind="target"),
        users(5, "2019-06", kind="ban"),
        users(5, "2019-07", companies=()),
    )
    assert series(told) == []
    assert {one.unit for one in series(told, with_money=True)} == {"EUR/share"}


def test_revenue_and_profit_are_series_of_their_own_and_a_sum_of_nothing_named_is_none() -> None:
    told = [
        mention(f"Nimbus had {what} of {value} euros.", date, at=at, kind="finance", companies=("Nimbus",),
                quantities=(quantity(value, "EUR"),))
        for at, (what, value, date) in enumerate(
            (("revenue", 40, "2019-33"), ("revenue", 44, "2019-34"), ("a profit", 4, "2019-33"),
             ("cash", 7, "2019-33"), ("revenue and profit", 8, "2019-35"))
        )
    ]  # fmt: skip
    assert {
        (one.unit, tuple(p.value for p in one.points)) for one in series(found(*told), with_money=True)
    } == {
        ("EUR (revenue)", (40, 44)),
        ("EUR (profit)", (4,)),
    }


def test_what_two_sources_say_alike_is_one_point_and_what_they_dispute_is_two() -> None:
    a, b = users(4.5e6, "2019-04-15"), users(4.52e6, "2019-04-15", article="b")
    (one,) = series(found(a, b, decisions=(Linked((ref(a), ref(b))),)))
    assert [point.value for point in one.points] == [4.52e6]
    c = users(6e6, "2019-04-15", article="b")
    (one,) = series(found(a, c, decisions=(Linked((ref(a), ref(c))),)))
    assert [(point.value, point.is_conflict) for point in one.points] == [(4.5e6, True), (6e6, True)]


def test_a_number_that_a_person_decided_against_is_no_point() -> None:
    a, c = users(4.5e6, "2019-04-15"), users(6e6, "2019-04-15", article="b")
    both = (ref(a), ref(c))
    (one,) = series(found(a, c, decisions=(Linked(both), Settled(both, "amount", ref(c)))))
    assert [(point.value, point.is_conflict) for point in one.points] == [(6e6, False)]


def test_the_users_in_one_country_are_a_series_of_their_own() -> None:
    told = [
        users(90, "2019-04"),
        mention("It has 30 daily users in India.", "2019-05", kind="milestone", companies=("Nimbus",), at=900,
                countries=("IN",), quantities=(quantity(30, "daily users"),)),
        mention("In June the Indian app Nimbus had 95 daily users.", "2019-06", kind="milestone",
                companies=("Nimbus",), at=990, countries=("IN",), quantities=(quantity(95, "daily users"),)),
    ]  # fmt: skip
    found_series = series(found(*told))
    assert {(one.unit, tuple(p.value for p in one.points)) for one in found_series} == {
        ("daily users", (90, 95)),
        ("daily users (IN)", (30,)),
    }


def test_the_acting_company_owns_the_number() -> None:
    told = users(5, "2019-04", parties=(party("Other"), party("Nimbus", role=PartyRole.ACTOR)))
    assert [one.company for one in series(found(told))] == ["Nimbus"]


def test_rejected_events_give_no_points() -> None:
    told = users(5, "2019-04")
    assert series(found(told, decisions=(Reviewed((ref(told),), Review.REJECTED),))) == []


def test_series_are_asked_for_anew_only_where_a_number_may_have_moved() -> None:
    measured = event("Kestrel had 5 users.", kind="milestone", quantities=(quantity(5, "users"),))
    other = event("Kestrel was banned.", kind="ban", at=90)
    before = {one.id: one for one in (measured, other)}
    assert not have_moved_series(before, dict(before))
    assert not have_moved_series(before, {**before, other.id: replace(other, review=Review.REJECTED)})
    assert have_moved_series(before, {**before, measured.id: replace(measured, review=Review.REJECTED)})
    assert have_moved_series(before, {measured.id: measured})
    assert have_moved_series({}, before)


def test_an_amount_that_a_person_set_is_the_point() -> None:
    told = users(40, "2019-01")
    edit = Edited((ref(told),), EventField.QUANTITIES, written([quantity(45, "daily users")]))
    (one,) = series(found(told, decisions=(edit,)))
    assert [point.value for point in one.points] == [45]
