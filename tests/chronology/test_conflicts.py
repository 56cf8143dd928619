import pytest

from explorer.chronology import events
from explorer.model.decision import Decision, Linked, Parted, Review, Reviewed, Settled, ref
from explorer.model.event import ConflictField, Event
from explorer.model.mention import Bound, Mention, Quantity, Role, Span, Status
from explorer.model.when import Modifier
from tests.builders import article, log, mention, quantity, when


def together(*mentions: Mention, more: tuple[object, ...] = ()) -> Event:
    """One event of mentions that a person says belong together."""
    decisions = log(Linked(tuple(ref(m) for m in mentions)), *more)  # type: ignore[arg-type]
    (event,) = events(mentions, {m.article: article(m.article) for m in mentions}, decisions)
    return event


def opened(date: object, article: str, **fields: object) -> Mention:
    fields = {"kind": "launch", "companies": ("Olaf Lines",), **fields}
    quote = str(fields.pop("quote", "Olaf Lines ran its first night ferry to Bergen."))
    return mention(quote, date, article=article, **fields)  # type: ignore[arg-type]


def paid(article: str, *amounts: Quantity, quote: str = "Olaf Lines paid for the yard.") -> Mention:
    return mention(quote, article=article, kind="acquisition", companies=("Olaf Lines",), quantities=amounts)


def test_two_days_for_one_event_are_a_conflict_that_names_both_sides() -> None:
    one, other = opened("2019-04-15", "a"), opened("2019-04-16", "b")
    (conflict,) = together(one, other).conflicts
    assert conflict.field is ConflictField.DATE
    assert [value.text for value in conflict.values] == ["15 April 2019", "16 April 2019"]
    assert [value.mentions for value in conflict.values] == [(one.id,), (other.id,)]
    assert not conflict.is_settled


def test_two_papers_a_day_apart_are_found_to_be_one_event_in_conflict() -> None:
    one, other = opened("2019-04-15", "a"), opened("2019-04-16", "b")
    (event,) = events([one, other], {"a": article("a"), "b": article("b")})
    assert event.has_conflict
    assert event.when == when("2019-04-15")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2019-04-15", "2019-04-15"),
        ("2019-04-15", "2019-04"),
        ("2019-04-15", "2019"),
        ("2019-04-15", when("2019", Modifier.EARLY)),
        ("2019-04-15", when("2019-04-17", Modifier.ABOUT)),
        ("2019-04-15", when("2020", Modifier.BEFORE)),
        ("2019-04-15", None),
    ],
)
def test_a_coarser_or_blurred_date_is_no_conflict(one: str, other: object) -> None:
    event = together(opened(one, "a"), opened(other, "b"))
    assert not event.conflicts
    assert event.when == when("2019-04-15")


def test_announced_and_effective_are_no_conflict() -> None:
    announced = opened("2019-04-15", "a", role=Role.ANNOUNCED)
    assert not together(announced, opened("2019-06-01", "b")).conflicts
    said = opened("2019-04-15", "a", quote="Olaf Lines announced a night ferry to Bergen.")
    came = opened("2019-06-01", "b", quote="The night ferry to Bergen took effect.")
    assert not together(said, came).conflicts


def test_two_days_of_one_announcement_are_a_conflict() -> None:
    told = [opened(f"2019-04-{day}", name, role=Role.ANNOUNCED) for day, name in ((15, "a"), (16, "b"))]
    assert together(*told).has_conflict


def test_what_a_person_chose_stands_even_where_the_other_side_was_accepted() -> None:
    one, other = opened("2019-04-15", "a"), opened("2019-04-16", "b")
    accepted = Reviewed((ref(one),), Review.ACCEPTED)
    event = together(one, other, more=(accepted, Settled((ref(one), ref(other)), "date", ref(other))))
    assert event.when == when("2019-04-16")


def test_a_plan_and_what_came_of_it_are_no_conflict() -> None:
    planned = opened("2019-04-15", "a", status=Status.PLANNED)
    assert not together(planned, opened("2019-05-01", "b")).conflicts


def test_two_prices_are_a_conflict_and_rounding_is_none() -> None:
    exact, rounded = quantity(11.1e9, "EUR", "11.1 billion euros"), quantity(11e9, "EUR", "11 billion euros")
    other = quantity(12e9, "EUR", "12 billion euros")
    (conflict,) = together(paid("a", other), paid("b", exact), paid("c", rounded)).conflicts
    assert conflict.field is ConflictField.AMOUNT
    assert [value.text for value in conflict.values] == ["12 billion euros", "11.1 billion euros"]
    assert len(conflict.values[1].mentions) == 2
    assert not together(paid("a", exact), paid("b", rounded)).conflicts


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (quantity(5e6, bound=Bound.OVER), quantity(5.7e6)),
        (quantity(5.7e6, "USD"), quantity(4.3e6, "GBP")),
        (quantity(12e9, "EUR"), quantity(25.5, "EUR/share")),
        (quantity(40, "%"), quantity(60, "%")),
        (quantity(15, low=10, high=20), quantity(18)),
    ],
)
def test_bounded_converted_and_other_units_are_no_conflict(ours: Quantity, theirs: Quantity) -> None:
    assert not together(paid("a", ours), paid("b", theirs)).conflicts


def test_two_counts_conflict_though_one_is_of_a_narrower_unit() -> None:
    (conflict,) = together(paid("a", quantity(24, "regional jets")), paid("b", quantity(28, "jets"))).conflicts
    assert [value.text for value in conflict.values] == ["24 regional jets", "28 jets"]


def test_a_far_smaller_count_of_a_narrower_unit_is_a_part() -> None:
    assert not together(paid("a", quantity(4, "regional jets")), paid("b", quantity(28, "jets"))).conflicts


def test_a_conversion_is_not_held_against_another_sum() -> None:
    converted = quantity(4.3e6, "GBP", equivalent_of="$5.7 million")
    assert not together(paid("a", quantity(5.7e6), converted), paid("b", quantity(5.1e6, "GBP"))).conflicts


def test_the_whole_and_a_part_are_no_conflict() -> None:
    whole, part = quantity(4.5e9), quantity(1.256e9)
    assert not together(paid("a", whole, part), paid("b", whole)).conflicts
    assert not together(paid("a", whole, part), paid("b", part)).conflicts


def itemised(article: str, school: str, number: float) -> Mention:
    quote = f"Of 90 crowns, 40 crowns go to the town and {school} crowns to the Maritime College of Bergen."

    def at(words: str, value: float) -> Quantity:
        start = quote.index(words)
        return Quantity(words, value, "NOK", Span(start, start + len(words)))

    return paid(article, at("90 crowns", 90), at("40 crowns", 40), at(f"{school} crowns", number), quote=quote)


def test_what_is_left_over_is_no_other_number() -> None:
    others = (quantity(58, "apps", "58 other apps"), quantity(57, "apps", "57 other apps"))
    assert not together(paid("a", others[0]), paid("b", others[1])).conflicts


def test_one_part_with_two_numbers_is_a_conflict() -> None:
    (conflict,) = together(itemised("a", "35", 35), itemised("b", "34", 34)).conflicts
    assert [value.text for value in conflict.values] == ["35 crowns", "34 crowns"]
    assert not together(itemised("a", "35", 35), itemised("b", "35", 35)).conflicts


def test_a_single_mention_is_in_no_conflict_with_itself() -> None:
    told = paid("a", quantity(5e6), quantity(7e6))
    (event,) = events([told], {"a": article("a")})
    assert not event.conflicts


def test_a_person_chooses_a_side_and_nothing_is_erased() -> None:
    one, other = opened("2019-04-15", "a"), opened("2019-04-16", "b")
    settled = Settled((ref(one), ref(other)), "date", ref(other))
    event = together(one, other, more=(settled,))
    (conflict,) = event.conflicts
    assert (conflict.is_settled, conflict.chosen) == (True, 1)
    assert len(conflict.values) == 2
    assert event.when == when("2019-04-16")
    assert not event.has_conflict


def test_both_can_be_kept() -> None:
    one, other = opened("2019-04-15", "a"), opened("2019-04-16", "b")
    event = together(one, other, more=(Settled((ref(one), ref(other)), "date", None),))
    assert event.conflicts[0].is_settled
    assert event.conflicts[0].chosen is None
    assert event.when == when("2019-04-15")


def test_a_new_side_opens_a_settled_conflict_again() -> None:
    one, other, third = (opened(f"2019-04-{day}", name) for day, name in ((15, "a"), (16, "b"), (18, "c")))
    event = together(one, other, third, more=(Settled((ref(one), ref(other)), "date", ref(one)),))
    assert event.has_conflict


def test_undoing_the_merge_takes_the_conflict_away() -> None:
    one, other = opened("2019-04-15", "a"), opened("2019-04-16", "b")
    decisions: list[Decision] = log(Parted((ref(one),), (ref(other),)))
    found = events([one, other], {"a": article("a"), "b": article("b")}, decisions)
    assert not any(event.conflicts for event in found)
