"""A ban holds from its effect to its stated end or to the first lifting where it held."""

from explorer.chronology import Force, relations
from explorer.model.decision import Review
from explorer.model.event import Event
from explorer.model.mention import MentionDate, Role, Span, Status
from explorer.model.when import OPEN_HI
from tests.builders import event, when


def ban(date: str = "2020-06-29", **fields: object) -> Event:
    return event(date=date, kind="ban", **{"companies": ["Brine"], "countries": ("IN",), **fields})


def lifting(date: str = "2021-01-10", **fields: object) -> Event:
    return event(
        at=300, date=date, kind="reinstatement", **{"companies": ["Brine"], "countries": ("IN",), **fields}
    )


def force(*events: Event) -> Force:
    return relations(events).forces[events[0].id]


def test_a_ban_that_nothing_ends_holds_on() -> None:
    assert force(ban()) == Force(when("2020-06-29").lo_s, OPEN_HI, None)


def test_a_lifting_of_the_same_company_in_the_same_country_ends_it() -> None:
    end = lifting()
    assert force(ban(), end) == Force(when("2020-06-29").lo_s, when("2021-01-10").lo_s, end.id)


def test_the_first_lifting_behind_it_counts() -> None:
    before, first, later = lifting("2019-05-01"), lifting(), lifting("2022", article="b")
    assert force(ban(), later, before, first).ended_by == first.id


def test_what_is_of_others_elsewhere_or_only_planned_ends_nothing() -> None:
    others = [
        lifting(companies=["Kelp"]),
        lifting(countries=("PK",), article="b"),
        lifting(status=Status.PLANNED, article="c"),
        lifting(event_review=Review.REJECTED, article="d"),
    ]
    assert force(ban(), *others).hi_s == OPEN_HI


def test_a_stated_end_counts_where_no_lifting_comes_first() -> None:
    until = MentionDate(when("2020-07-09"), "until 9 July", Span(9, 20), Role.DEADLINE)
    grounded = ban()
    told = ban(event_dates=(*grounded.dates, until))
    assert force(told).hi_s == when("2020-07-09").hi_s
    assert force(told, lifting()).ended_by is None
    assert force(told, lifting("2020-07-02")).hi_s == when("2020-07-02").lo_s


def test_a_ban_that_never_was_has_no_force() -> None:
    for status in (Status.PLANNED, Status.ALLEGED, Status.DENIED):
        assert not relations([ban(status=status)]).forces
