"""The strip of a lane: what can be told apart is shown alone, the rest is counted; panning changes neither."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.model.calendar import DAY_S
from explorer.timeline import rows as packing
from explorer.timeline.drawn import Flag
from explorer.timeline.layout import Look, layout, prepare
from explorer.timeline.scene import Viewport
from tests.timeline.scenes import scene, table, width

BOTH = pytest.mark.parametrize("small", [packing.SMALL, 0], ids=["placed at once", "placed in chunks"])
ONE_ROW = 96  # high enough for the axis, one row and the strip
LOW = 150  # and for another lane
END_PX = 200  # of a strip, where counts may stand


dense = st.lists(
    st.tuples(
        st.integers(0, 1500),
        st.one_of(st.just(1), st.integers(7, 300)),
        st.integers(0, 1),
        st.floats(0, 1, width=32),
    ),
    min_size=10,
    max_size=60,
)


def lines(shown):
    """Give the line of each event that has a mark in the window."""
    inside = shown.marks.has(Flag.INSIDE)
    return dict(zip(shown.marks.row[inside].tolist(), shown.marks.line[inside].tolist(), strict=True))


@BOTH
def test_those_without_a_row_that_can_be_told_apart_are_shown_by_themselves(small, monkeypatch):
    monkeypatch.setattr(packing, "SMALL", small)
    shown = scene(table([(day, 1, 0, 0.5) for day in (410, 430, 450)]), 0, 1000, height=ONE_ROW)
    assert lines(shown) == {0: 0, 1: 1, 2: 1}
    assert shown.marks.has(Flag.BARE).tolist() == [False, True, True]
    assert not len(shown.clusters)
    assert shown.lanes[0].hidden == 0


@BOTH
def test_those_that_lie_too_near_are_counted_where_they_begin(small, monkeypatch):
    monkeypatch.setattr(packing, "SMALL", small)
    shown = scene(table([(day, 1, 0, 0.5) for day in (430, 433, 436)]), 0, 1000, height=ONE_ROW)
    assert len(shown.marks) == 1
    (cluster,) = shown.clusters
    assert cluster.count == 2
    assert cluster.x0 < shown.scale.x(434.5 * DAY_S) < cluster.x1
    assert cluster.x1 - cluster.x0 < 50


def test_the_words_of_those_shown_alone_cover_no_count():
    made = table([(day, 1, 0, 0.5) for day in (310, 330, 370, 500, 503, 506)])
    shown = scene(made, 0, 1000, height=ONE_ROW)
    below = [label for label in shown.labels if shown.marks.line[label.mark] == 1]
    assert below
    for cluster in shown.clusters:
        assert all(one.x + one.width <= cluster.x0 or one.x >= cluster.x1 for one in below)


def test_what_began_before_the_window_is_counted_at_its_left_edge():
    made = table([(day, 3000, 0, 0.5) for day in range(0, 90, 30)])
    shown = scene(made, 1000, 1700, height=ONE_ROW)
    (cluster,) = shown.clusters
    assert cluster.count == 2
    assert shown.metrics.header <= cluster.x0 < cluster.x1 < shown.metrics.header + 50


def test_what_comes_under_a_count_at_an_end_is_counted_with_it():
    made = table([(day, 3000, 0, 0.9) for day in range(0, 90, 30)] + [(day, 1, 0, 0.1) for day in (1015, 1200)])
    for lo, count in ((960, 2), (1000, 3)):
        shown = scene(made, lo, lo + 700, height=ONE_ROW)
        assert [cluster.count for cluster in shown.clusters] == [count]
        assert (3 in shown.marks.row.tolist()) is (count == 2)


def test_a_closed_lane_shows_counts_only():
    made = table([(day, 1, 0, 0.5) for day in (410, 430, 450)])
    assert not len(scene(made, 0, 1000, collapsed=frozenset({0})).marks)


def test_of_a_crowd_in_one_cell_nobody_is_shown_alone():
    days = 480, 500, 520
    apart = [(day, 1, 0, 0.5) for day in days]
    crowd = [(day, 1, kind, 0.5) for day in days for kind in range(1, 4) for _ in range(70)]
    few, many = (scene(table(apart + more), 0, 1000, height=250) for more in (crowd[::20], crowd))
    assert few.marks.has(Flag.BARE)[few.marks.lane == 0].sum() == 2
    assert not many.marks.has(Flag.BARE).any()


@BOTH
@given(dense, st.integers(-200, 1500), st.integers(200, 1500), st.floats(-0.6, 0.6))
@settings(max_examples=150, deadline=None)
def test_panning_moves_no_event_to_another_line_and_hides_none_but_at_the_ends(
    small, drawn, start, days, share
):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "SMALL", small)
        made = table(drawn)
        prepared = prepare(made, made.is_dated, "kind", width)
        spans = [(at * DAY_S, (at + days) * DAY_S) for at in (start, start + round(share * days))]
        before = layout(prepared, Viewport(*spans[0], 900, LOW), Look())
        after = layout(prepared, Viewport(*spans[1], 900, LOW), Look(), before.plan)
    kept = lines(after)
    for row, line in lines(before).items():
        assert kept.get(row, line) == line
    for at in np.flatnonzero(before.marks.has(Flag.BARE)).tolist():
        moved = before.scale.left - after.scale.x(before.scale.lo_s)
        x0, x1 = before.marks.left[at] - moved, before.marks.right[at] - moved
        if after.scale.left + END_PX < x0 and x1 < after.scale.right - END_PX:
            assert int(before.marks.row[at]) in kept


@BOTH
@given(dense, st.integers(-200, 1500), st.integers(30, 2000))
@settings(max_examples=150, deadline=None)
def test_marks_and_counts_of_a_strip_lie_clear_of_one_another(small, drawn, start, days):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "SMALL", small)
        shown = scene(table(drawn), start, start + days, height=LOW)
    marks = shown.marks
    for cluster in shown.clusters:
        here = marks.has(Flag.BARE) & (marks.lane == cluster.lane)
        assert not (here & (marks.left < cluster.x1) & (marks.right > cluster.x0)).any()
    for one in shown.clusters:
        others = [other for other in shown.clusters if other.lane == one.lane and other is not one]
        assert all(other.x1 <= one.x0 or one.x1 <= other.x0 or one == other for other in others)


def test_a_page_shows_alone_what_the_screen_does():
    held = table([(day, 1, 0, 0.5) for day in (410, 430, 450)])
    shown = scene(held, 0, 1000, height=ONE_ROW, is_page=True)
    assert lines(shown) == {0: 0, 1: 1, 2: 1}


@pytest.mark.parametrize(
    ("days", "on_screen", "on_page"),
    [
        ((20, 200, 410, 430, 530, 531, 532, 533), "Event 1 of some…", None),
        ((20, 380, 410, 430, 530), "Event 1 of some length and more", "Event 1 of some length and more"),
    ],
)
def test_words_in_the_strip_of_a_page_are_whole_or_none(days, on_screen, on_page):
    held = table([(day, 1, 0, 1.0 if day == 410 else 0.5) for day in days])
    for is_page, text in ((False, on_screen), (True, on_page)):
        shown = scene(held, 0, 1000, height=ONE_ROW, is_page=is_page)
        assert shown.marks.has(Flag.BARE)[shown.marks.row == 1].all()
        told = {int(shown.marks.row[one.mark]): one.text for one in shown.labels}
        assert told.get(1) == text
