from hypothesis import given
from hypothesis import strategies as st

from explorer.model.query import Facet, Query

facets = st.sampled_from(Facet)
values = st.sampled_from(["a", "b"])


@given(facets, values, st.booleans())
def test_ticking_twice_is_ticking_never(facet: Facet, value: str, exclude: bool) -> None:
    once = Query().toggled(facet, value, exclude=exclude)
    assert not once.is_everything
    assert once.toggled(facet, value, exclude=exclude) == Query()


@given(facets, values, st.booleans())
def test_a_value_is_ticked_or_excluded_and_never_both(facet: Facet, value: str, exclude: bool) -> None:
    moved = Query().toggled(facet, value, exclude=not exclude).toggled(facet, value, exclude=exclude)
    assert (value in moved.without(facet)) == exclude
    assert (value in moved.values(facet)) == (not exclude)


@given(st.lists(st.tuples(facets, values, st.booleans()), max_size=8), facets)
def test_clearing_a_facet_touches_no_other(ticks: list[tuple[Facet, str, bool]], cleared: Facet) -> None:
    query = Query(text="words")
    for facet, value, exclude in ticks:
        query = query.toggled(facet, value, exclude=exclude)
    after = query.cleared(cleared)
    assert not after.values(cleared)
    assert not after.without(cleared)
    for facet in set(Facet) - {cleared}:
        assert (after.values(facet), after.without(facet)) == (query.values(facet), query.without(facet))
    assert after.text == "words"


def test_showing_the_borderline_is_no_filter() -> None:
    assert Query(with_borderline=True).is_everything
    assert not Query(text="x").is_everything
    assert not Query(lo_s=0).is_everything
    assert Query(text="x", lo_s=0, with_borderline=True).unfiltered == Query(with_borderline=True)


@given(facets, values, values, st.booleans())
def test_a_renamed_value_stays_as_it_was_ticked(facet: Facet, value: str, name: str, exclude: bool) -> None:
    ticked = Query().toggled(facet, value, exclude=exclude)
    assert ticked.renaming(facet, value, name) == Query().toggled(facet, name, exclude=exclude)
    assert ticked.renaming(facet, value, "") == Query()
    assert Query().renaming(facet, value, name) == Query()


NORWAY, INDIA = (Facet.COUNTRY, "NO"), (Facet.COUNTRY, "IN")


def test_of_two_filters_ticks_are_joined_and_the_one_laid_over_has_the_last_word() -> None:
    below = Query(
        frozenset({NORWAY, INDIA}),
        frozenset({(Facet.KIND, "ban")}),
        lo_s=0,
        hi_s=9,
        in_force_s=1,
        new_since_s=2,
    )

    assert below.under(Query()) == below
    over = Query(
        frozenset({(Facet.KIND, "ban")}), frozenset({NORWAY}), text="x", lo_s=5, in_force_s=3, new_since_s=4
    )
    laid = below.under(over)
    assert laid.ticked == {INDIA, (Facet.KIND, "ban")}
    assert laid.excluded == {NORWAY}
    assert (laid.text, laid.lo_s, laid.hi_s) == ("x", 5, None)
    assert (laid.in_force_s, laid.new_since_s) == (3, 4)
    assert (below.under(Query(hi_s=7)).lo_s, below.under(Query(hi_s=7)).hi_s) == (None, 7)


def test_a_span_within_a_span_is_what_both_let_through() -> None:
    for query, lo_s, hi_s in ((Query(), 2, 6), (Query(lo_s=4), 4, 6), (Query(lo_s=0, hi_s=5), 2, 5)):
        within = query.within(2, 6)
        assert (within.lo_s, within.hi_s) == (lo_s, hi_s)


def test_values_that_are_gone_are_forgotten_and_no_others() -> None:
    query = Query(frozenset({NORWAY, INDIA}), frozenset({(Facet.COUNTRY, "SE"), (Facet.KIND, "NO")}))

    left = query.forgetting(Facet.COUNTRY, ["NO", "SE"])
    assert (left.ticked, left.excluded) == ({INDIA}, {(Facet.KIND, "NO")})
