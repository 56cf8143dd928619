import pytest
from hypothesis import given, settings

from explorer.index import build, mask
from explorer.index.build import is_borderline
from explorer.model.decision import Review
from explorer.model.event import Event
from explorer.model.mention import Status
from explorer.model.query import Facet, Query, Trait
from explorer.model.when import Modifier, Precision
from tests.builders import event, when
from tests.index.strategies import made_events


@given(made_events())
@settings(max_examples=60, deadline=None)
def test_rows_are_in_the_order_of_time_and_the_undated_come_last(made: list[Event]) -> None:
    table = build(made)
    dated = int(table.is_dated.sum())
    assert table.is_dated.tolist() == [True] * dated + [False] * (len(made) - dated)
    keys = list(zip(table.lo_s.tolist(), table.hi_s.tolist(), table.ids, strict=True))
    assert keys[:dated] == sorted(keys[:dated])
    assert build(made[::-1]).ids == table.ids
    assert all(not column.flags.writeable for column in (table.lo_s, table.weight, table.is_dated))
    assert ((table.weight >= 0) & (table.weight <= 1)).all()


def test_the_columns_hold_the_places_in_the_enumerations() -> None:
    table = build(
        [event(date=when("2019", Modifier.EARLY), status=Status.ALLEGED, event_review=Review.ACCEPTED)]
    )
    assert table.precision[0] == Precision.YEAR.rank
    assert list(Modifier)[table.modifier[0] - 1] is Modifier.EARLY
    assert list(Status)[table.status[0]] is Status.ALLEGED
    assert list(Review)[table.review[0]] is Review.ACCEPTED
    assert build([event()]).modifier[0] == 0


def test_values_come_in_the_order_people_expect() -> None:
    made = [event(kind=kind, at=n * 50, companies=(name,)) for n, (kind, name) in enumerate(
        [("other", "zeta"), ("new-kind", "Alfa"), ("ban", "beta"), ("settlement", "Zeta")])]  # fmt: skip
    facets = build(made).facets
    assert facets[Facet.KIND].values == ("ban", "settlement", "other", "new-kind")
    assert facets[Facet.COMPANY].values == ("Alfa", "beta", "Zeta", "zeta")


@pytest.mark.parametrize(
    ("confidence", "date", "review", "expected"),
    [
        (0.6, "2019", Review.UNREVIEWED, False),
        (0.4, "2019", Review.UNREVIEWED, True),
        (0.4, "2019", Review.ACCEPTED, False),
        (0.4, "2019", Review.REJECTED, False),
        (0.4, None, Review.UNREVIEWED, False),
        (0.2, None, Review.UNREVIEWED, True),
    ],
)
def test_borderline_is_what_is_unsure_and_not_looked_at(
    confidence: float, date: str | None, review: Review, expected: bool
) -> None:
    assert is_borderline(event(date=date, confidence=confidence, event_review=review)) is expected


def test_what_the_articles_added_last_did_is_a_trait() -> None:
    one, other = event("One."), event("Two.", at=50)
    table = build([one, other], lately={one.id: Trait.ADDED, other.id: Trait.CONFIRMED, "gone": Trait.ADDED})
    for trait, told in ((Trait.ADDED, one), (Trait.CONFIRMED, other)):
        rows = mask(table, Query(frozenset({(Facet.IS, trait.value)})))
        assert [table.ids[row] for row in rows.nonzero()[0]] == [told.id]


def test_columns_with_one_value_a_row_share_their_offsets() -> None:
    table = build([event("a", "2019", countries=("IN", "US")), event("b", "2020")])
    kind, status, tag, country = (
        table.facets[facet] for facet in (Facet.KIND, Facet.STATUS, Facet.TAG, Facet.COUNTRY)
    )
    assert kind.offsets is status.offsets
    assert kind.rows.tolist() == [0, 1]
    assert tag.offsets.tolist() == [0, 0, 0]
    assert country.offsets.tolist() == [0, 2, 2]
    assert country.rows.tolist() == [0, 0]
