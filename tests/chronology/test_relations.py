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


def test_a_ban_holds_from_its_effect_not_from_its_announcement() -> None:
    told = MentionDate(when("2020-06-01"), "on 1 June", Span(0, 9), Role.ANNOUNCED)
    effect = MentionDate(when("2020-06-29"), "29 June", Span(9, 20), Role.EFFECTIVE)
    assert force(ban(event_dates=(told, effect))).lo_s == when("2020-06-29").lo_s


def test_the_lifting_for_an_owner_ends_the_ban_of_what_it_owns_and_not_the_other_way() -> None:
    owned, owner = lifting(companies=["TikTok"]), lifting(companies=["ByteDance"])
    assert force(ban(companies=["TikTok"]), owner).ended_by == owner.id
    assert force(ban(companies=["ByteDance"]), owned).ended_by is None


def test_a_lifting_by_a_union_counts_in_its_members_and_not_the_other_way() -> None:
    union, member = lifting(countries=("EU",)), lifting(countries=("DE",))
    assert force(ban(countries=("DE",)), union).ended_by == union.id
    assert force(ban(countries=("EU",)), member).ended_by is None
    assert force(ban(countries=("CH",)), union).ended_by is None


def test_a_second_ban_after_a_lifting_holds_on_its_own() -> None:
    first, end, second = ban(), lifting(), ban("2022-03-01", article="b")
    found = relations([first, end, second]).forces
    assert found[first.id].ended_by == end.id
    assert found[second.id] == Force(when("2022-03-01").lo_s)


def until(date: str, end: str, **fields: object) -> Event:
    told = ban(date, **fields)
    stated = MentionDate(when(end), "until", Span(9, 20), Role.DEADLINE)
    return ban(date, event_dates=(*told.dates, stated), **fields)


def test_an_extension_keeps_a_ban_in_force_past_its_stated_end() -> None:
    first = until("2020-06-29", "2020-07-09")
    extended = until("2020-07-08", "2020-08-31", article="b")
    later = until("2020-08-30", "2020-12-31", article="c")
    assert force(first, extended).hi_s == when("2020-08-31").hi_s
    assert force(first, extended, later).hi_s == when("2020-12-31").hi_s
    end = lifting("2020-09-10")
    assert force(first, extended, later, end).ended_by == end.id
    assert force(first, until("2020-10-01", "2020-12-31", article="b")).hi_s == when("2020-07-09").hi_s


def ruling(title: str, date: str = "2020-09-27", **fields: object) -> Event:
    fields = {"kind": "legal", "countries": ("IN",), "companies": ["Brine"], "title": title, **fields}
    return event(title, date, at=600, **fields)


def test_a_court_that_stays_a_ban_ends_its_force() -> None:
    stay = ruling("A judge halts the ban of the Brine app")
    assert force(ban(), stay).ended_by == stay.id
    misread = ruling("A judge halts the ban of the Brine app", kind="ban")
    assert force(ban(), misread).ended_by == misread.id
    assert misread.id not in relations([misread]).forces


def test_a_stay_ends_only_the_latest_ban_before_it_where_both_name_the_place() -> None:
    first, second, stay = (
        ban(),
        ban("2020-08-01", article="b"),
        ruling("A judge halts the ban of the Brine app"),
    )
    found = relations([first, second, stay]).forces
    assert [found[one.id].ended_by for one in (first, second)] == [None, stay.id]
    again = ruling("A judge halts the ban of the Brine app", article="c")
    assert relations([first, second, stay, again]).forces[first.id].ended_by is None
    assert force(ban(), ruling("A judge halts the ban of the Brine app", countries=())).ended_by is None
    assert force(ban(), ruling("A judge halts the ban of the Brine app", "2020-01-01")).ended_by is None


def test_what_is_asked_of_a_court_or_refused_by_it_ends_nothing() -> None:
    for quote in (
        "Brine asked a court to halt the ban of its app.",
        "A judge refused to suspend the ban of the Brine app.",
        "A court heard the makers of the Brine app.",
    ):
        assert force(ban(), ruling(quote)).ended_by is None
    asked = event("Brine sought an end of the ban.", "2021-01-10", kind="reinstatement", companies=["Brine"])
    assert force(ban(), asked).ended_by is None
