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
