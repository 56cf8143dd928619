"""Counts of any window against counting one by one, and tiers that bound a frame."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.model.calendar import DAY_S
from explorer.timeline import density
from explorer.timeline.lanes import deal
from tests.bench import data
from tests.timeline.scenes import rows, table


@given(rows, st.lists(st.integers(-5000, 5000), min_size=2, max_size=8, unique=True).map(sorted))
@settings(max_examples=80, deadline=None)
def test_every_item_of_a_window_is_counted_once_where_it_begins(drawn, days):
    made = table(drawn)
    deck = deal(made, made.is_dated, "kind")
    edges = np.array(days, np.float64) * DAY_S
    expected = np.zeros((len(deck.lanes), len(days) - 1), np.int64)
    for lane, lo, hi in zip(deck.lane, deck.lo, deck.hi, strict=True):
        if hi > edges[0] and lo < edges[-1]:
            cell = max(int(np.searchsorted(edges, lo, "right")) - 1, 0)
            expected[lane, cell] += 1
    assert density.counts(deck).in_cells(edges).tolist() == expected.tolist()


@given(rows, st.lists(st.tuples(st.integers(-5000, 5000), st.integers(200, 4000)), min_size=2, max_size=5))
@settings(max_examples=40, deadline=None)
def test_what_was_counted_before_changes_no_count(drawn, windows):
    made = table(drawn)
    deck = deal(made, made.is_dated, "kind")
    counts = density.counts(deck)
    for first, days in windows:
        # Inner edges at round times are those of other windows too, the ends are not.
        inner = range(first // 100 * 100 + 100, first + days, 100)
        edges = np.array([first, *inner, first + days], np.float64) * DAY_S
        assert counts.in_cells(edges).tolist() == density.counts(deck).in_cells(edges).tolist()


def test_edges_are_forgotten_when_there_are_too_many(monkeypatch):
    monkeypatch.setattr(density, "_EDGES_KEPT", 10)
    made = data.table(500)
    counts = density.counts(deal(made, made.is_dated, "kind"))
    for first in range(40):
        edges = np.arange(first, first + 8, dtype=np.float64) * DAY_S + data.FIRST_S
        assert counts.in_cells(edges).shape == (counts.lanes, 7)
    assert len(counts._known) < 20


def test_a_tier_holds_few_of_many_and_the_finer_holds_the_coarser():
    made = data.table(20_000)
    deck = deal(made, made.is_dated, "kind")
    tiers = density.tiers(deck, 4)
    sizes = [len(tier.items) for tier in tiers.tiers]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] < 2_000
    for fine, coarse in zip(tiers.tiers, tiers.tiers[1:], strict=False):
        assert set(coarse.items.tolist()) <= set(fine.items.tolist())


def test_a_tier_that_leaves_nothing_out_is_the_finer_one():
    made = data.table(40_000)
    tiers = density.tiers(deal(made, made.is_dated, "kind"), 4).tiers
    same = [(fine, coarse) for fine, coarse in pairwise(tiers) if len(fine.items) == len(coarse.items)]
    assert same
    assert all(fine is coarse for fine, coarse in same)


def test_the_weightiest_of_all_reaches_the_coarsest_tier():
    made = data.table(5_000)
    deck = deal(made, made.is_dated, "none")
    assert (
        int(np.argmax(deck.weight)) in density.tiers(deck, 4).tiers[-1].items.tolist() or deck.weight.max() == 1
    )


@given(rows, st.integers(4, 80))
@settings(max_examples=60, deadline=None)
def test_bars_of_the_overview_hold_every_event_once(drawn, most):
    made = table(drawn)
    lo_s, hi_s = int(made.lo_s.min()) - DAY_S, int(made.hi_s.max()) + DAY_S
    bars = density.overview(made, made.is_dated, lo_s, hi_s, most)
    assert bars.all.sum() == len(drawn)
    assert (bars.passing == bars.all).all()
    assert len(bars.all) <= most
    assert bars.edges[0] <= lo_s
    assert bars.edges[-1] >= hi_s


@given(rows, st.integers(4, 80), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_bars_made_of_those_before_are_as_if_made_anew(drawn, most, chance):
    made = table(drawn, undated=2)
    mask = np.array([chance.random() < 0.5 for _ in range(len(made))], np.bool_)
    span = int(made.lo_s.min()) + 40 * DAY_S, int(made.lo_s.max()) + 400 * DAY_S
    before = density.overview(made, made.is_dated, *span, most)
    again = density.overview(made, mask, *span, most, before)
    anew = density.overview(made, mask, *span, most)
    for one, other in ((again.all, anew.all), (again.passing, anew.passing), (again.edges, anew.edges)):
        assert (one == other).all()
    held = density.columns(again, mask)
    assert sum(count for *_, count in held) == anew.passing.sum()
    other = table(drawn[:1])
    assert density.overview(other, other.is_dated, *span, most, before).table is other
