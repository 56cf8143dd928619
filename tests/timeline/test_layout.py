"""A scene against the plain truth: nothing overlaps, nothing is lost, nothing jumps."""

import itertools
from collections import Counter
from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.chronology.measures import Point, Series
from explorer.model.calendar import DAY_S
from explorer.timeline import rows as packing
from explorer.timeline.arrangement import Arrangement
from explorer.timeline.charts import Chart
from explorer.timeline.drawn import Flag
from explorer.timeline.layout import Look, layout, prepare
from explorer.timeline.metrics import Metrics
from explorer.timeline.scene import Hit, Part, Viewport
from tests.builders import when
from tests.timeline.scenes import KINDS, rows, scene, table, width, windows

BOTH = pytest.mark.parametrize("small", [packing.SMALL, 0], ids=["placed at once", "placed in chunks"])


def inside(made, lo_day, hi_day):
    """Count the events of each kind that overlap a window of days, one by one."""
    codes = made.facets["kind"].codes
    return Counter(
        int(codes[at])
        for at in range(len(made))
        if made.is_dated[at] and made.hi_s[at] > lo_day * DAY_S and made.lo_s[at] < hi_day * DAY_S
    )


@BOTH
@given(rows, windows)
@settings(max_examples=60, deadline=None)
def test_every_event_in_the_window_is_a_mark_or_counted_once(small, drawn, window):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "SMALL", small)
        made, lo, hi = table(drawn), window[0], window[0] + window[1]
        shown = scene(made, lo, hi)
    truth = inside(made, lo, hi)
    codes = made.facets["kind"].codes
    found = Counter(int(codes[row]) for row in shown.marks.row[shown.marks.has(Flag.INSIDE)])
    boxes = {box.lane: box for box in shown.lanes}
    for cluster in shown.clusters:
        key = boxes[cluster.lane].key
        found[list(made.facets["kind"].values).index(key)] += cluster.count
    assert found == truth
    assert shown.in_view == sum(truth.values())
    assert sum(box.count for box in shown.lanes) == sum(truth.values())


@BOTH
@given(rows, windows)
@settings(max_examples=60, deadline=None)
def test_no_two_marks_of_a_row_overlap(small, drawn, window):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "SMALL", small)
        shown = scene(table(drawn), window[0], window[0] + window[1])
    marks = shown.marks
    order = np.lexsort((marks.x0, marks.line, marks.lane))
    for left, right in itertools.pairwise(order.tolist()):
        if (marks.lane[left], marks.line[left]) == (marks.lane[right], marks.line[right]):
            assert marks.x1[left] <= marks.x0[right] + 1e-6


def told(shown):
    """Give all that a scene shows, as plain values."""
    marks = [getattr(shown.marks, field.name).tolist() for field in fields(shown.marks)]
    return marks, list(shown.labels), list(shown.clusters), shown.lanes, shown.axis, shown.weekends, shown.plan


@BOTH
@given(rows, st.lists(windows, min_size=2, max_size=4), st.sets(st.integers(0, 59), max_size=2))
@settings(max_examples=40, deadline=None)
def test_the_windows_before_change_nothing_in_a_window(small, drawn, walk, chosen):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "SMALL", small)
        made = table(drawn)
        look = Look(selection=frozenset(at for at in chosen if at < len(made)))
        prepared = prepare(made, made.is_dated, "kind", width)
        for first, days in walk:
            for shift in (0, days // 9, days // 7):  # a step, and two of a pan
                view = Viewport((first + shift) * DAY_S, (first + shift + days) * DAY_S, 900, 500)
                anew = layout(prepare(made, made.is_dated, "kind", width), view, look)
                assert told(layout(prepared, view, look)) == told(anew)


@BOTH
@given(rows, windows, st.integers(-3000, 3000))
@settings(max_examples=50, deadline=None)
def test_an_event_keeps_its_row_while_panning(small, drawn, window, shift):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "SMALL", small)
        made = table(drawn)
        prepared = prepare(made, made.is_dated, "kind", width)
        per_px = window[1] * DAY_S / 750
        found = []
        for start in (window[0], window[0] + shift):
            items, row = prepared.packing.at(per_px, start * DAY_S, (start + window[1]) * DAY_S)
            found.append(dict(zip(items.tolist(), row.tolist(), strict=True)))
    for item in found[0].keys() & found[1].keys():
        assert found[0][item] == found[1][item]


@given(rows, windows)
@settings(max_examples=40, deadline=None)
def test_lanes_lie_under_one_another_and_fill_no_more_than_they_need(drawn, window):
    shown = scene(table(drawn), window[0], window[0] + window[1])
    for upper, lower in itertools.pairwise(shown.lanes):
        assert upper.y1 == lower.y0
    assert all(box.count for box in shown.lanes)
    for box in shown.lanes:
        used = {int(line) for line in shown.marks.line[shown.marks.lane == box.lane]}
        assert len(used) >= box.rows or box.rows == 1


def test_a_day_is_a_point_and_a_year_as_wide_as_it_is():
    shown = scene(table([(0, 1, 0, 1.0), (365, 365, 0, 1.0)]), 0, 1460)
    is_point = shown.marks.has(Flag.POINT)
    assert is_point.tolist() == [True, False]
    assert shown.marks.x1[0] - shown.marks.x0[0] == shown.metrics.point
    assert shown.marks.x1[1] - shown.marks.x0[1] == pytest.approx(365 / 1460 * (900 - shown.metrics.header))


def test_close_by_a_day_is_as_wide_as_a_day():
    shown = scene(table([(10, 1, 0, 1.0)]), 9, 12)
    assert not shown.marks.has(Flag.POINT)[0]
    assert shown.marks.x1[0] - shown.marks.x0[0] == pytest.approx((900 - shown.metrics.header) / 3)


def test_from_afar_a_month_can_still_be_seen():
    shown = scene(table([(0, 30, 0, 1.0)]), -30_000, 30_000)
    assert shown.marks.x1[0] - shown.marks.x0[0] == shown.metrics.least_bar


def test_an_open_end_fades_from_the_known_one():
    shown = scene(table([(100, 50, 0, 1.0), (500, 50, 1, 1.0)], open_left=[0], open_right=[1]), 0, 1000)
    left, right = shown.marks.has(Flag.FADE_LEFT).tolist(), shown.marks.has(Flag.FADE_RIGHT).tolist()
    assert (left, right) == ([True, False], [False, True])
    of = shown.scale
    assert shown.marks.x1[0] == pytest.approx(of.x(150 * DAY_S), abs=30)
    assert shown.marks.x0[1] == pytest.approx(of.x(500 * DAY_S), abs=1)


def test_lanes_with_nothing_in_view_are_folded_and_counted():
    made = table([(0, 1, 0, 1.0), (5000, 1, 1, 1.0), (5000, 1, 2, 1.0)])
    shown = scene(made, -10, 10)
    assert [box.key for box in shown.lanes] == ["ban"]
    assert len(shown.folded) == 2
    assert shown.hit(300, shown.fold_y + 5).part is Part.FOLD
    opened = scene(made, -10, 10, shows_empty=True)
    assert len(opened.lanes) == 3
    assert len(opened.folded) == 2


def test_a_lane_can_be_closed_and_still_counts():
    made = table([(day, 1, 0, 0.5) for day in range(0, 50, 10)])
    shown = scene(made, -10, 100, collapsed=frozenset({0}))
    assert shown.lanes[0].is_collapsed
    assert not len(shown.marks)
    assert sum(cluster.count for cluster in shown.clusters) == 5


def test_an_expanded_lane_shows_all_of_its_rows():
    made = table([(0, 300, 0, 0.5) for _ in range(20)])
    few, all_ = scene(made, -10, 400, height=300), scene(made, -10, 400, height=300, expanded=frozenset({0}))
    assert sum(cluster.count for cluster in few.clusters) > 0
    assert len(all_.marks) == 20
    assert all_.content > all_.bottom - all_.top


def test_the_weighty_are_shown_first():
    made = table([(day, 1, 0, 1.0 if day == 37 else 0.1) for day in range(60)])
    shown = scene(made, -2000, 2000, height=200)
    assert 37 in shown.marks.row.tolist()


def test_a_selected_event_is_shown_even_without_a_row():
    made = table([(0, 300, 0, 0.9) for _ in range(39)] + [(1, 300, 0, 0.0)])
    last = len(made) - 1
    hidden = scene(made, -10, 400, height=200)
    assert last not in hidden.marks.row.tolist()
    shown = scene(made, -10, 400, height=200, selection=frozenset({last}))
    assert last in shown.marks.row.tolist()
    assert shown.selected_x
    total = len(shown.marks) + sum(cluster.count for cluster in shown.clusters)
    assert total == len(made)


def test_what_lies_in_a_stretch_is_looked_up_once_though_one_zooms_away_and_back():
    made = table([(day, 1, day, 0.5) for day in range(3000)])  # more than are placed all at once
    prepared = prepare(made, made.is_dated, "kind", width)
    first = prepared.found(3_000.0, 0.0, 1e6)
    assert prepared.found(100.0, 0.0, 1e6) is not first
    assert prepared.found(3_000.0, 0.0, 1e6) is first


def test_a_kept_plan_keeps_heights_and_loses_nothing():
    made = table([(day, 1, kind, 0.5) for day in range(0, 400, 5) for kind in range(3)])
    prepared = prepare(made, made.is_dated, "kind", width)
    before = layout(prepared, Viewport(0, 100 * DAY_S, 900, 500), Look())
    after = layout(prepared, Viewport(50 * DAY_S, 150 * DAY_S, 900, 500), Look(), before.plan)
    assert [(box.y0, box.y1) for box in before.lanes] == [(box.y0, box.y1) for box in after.lanes]
    for box in after.lanes:
        shown = int(((after.marks.lane == box.lane) & after.marks.has(Flag.INSIDE)).sum())
        assert shown + box.hidden == box.count


def test_the_undated_wait_in_a_counted_tray():
    shown = scene(table([(0, 1, 0, 1.0)], undated=30), -10, 10)
    assert shown.tray.count == 30
    assert 0 < len(shown.tray.chips) < 30
    assert len(shown.tray.chips) + shown.tray.more == 30
    assert all(left.x1 < right.x0 for left, right in itertools.pairwise(shown.tray.chips))
    chip = shown.tray.chips[0]
    hit = shown.hit((chip.x0 + chip.x1) / 2, (shown.tray.y0 + shown.tray.y1) / 2)
    assert (hit.part, hit.id) == (Part.EVENT, shown.table.ids[chip.row])
    assert shown.hit(shown.tray.more_x + 2, shown.tray.y0 + 5).part is Part.MORE


@given(rows, windows)
@settings(max_examples=40, deadline=None)
def test_what_is_seen_is_what_is_hit(drawn, window):
    shown = scene(table(drawn), window[0], window[0] + window[1], height=4000)
    marks = shown.marks
    for at in range(len(marks)):
        x = (max(marks.x0[at], shown.metrics.header + 1) + min(marks.x1[at], shown.width - 1)) / 2
        if marks.x0[at] <= x <= marks.x1[at]:
            hit = shown.hit(float(x), float(marks.y[at]))
            assert hit.part is Part.EVENT
            assert hit.id == shown.table.ids[marks.row[at]]
    for cluster in shown.clusters:
        hit = shown.hit((cluster.x0 + cluster.x1) / 2, (cluster.y0 + cluster.y1) / 2)
        assert (hit.part, hit.count) == (Part.CLUSTER, cluster.count)


def test_without_events_there_is_an_axis_and_nothing_to_hit():
    shown = scene(table([]), 0, 1000)
    assert not shown.lanes
    assert shown.axis.major
    assert shown.hit(400, 300) is None
    assert shown.hit(400, 5).part is Part.AXIS


def with_others(made, others, lo_day, hi_day):
    in_seconds = {row: tuple((lo * DAY_S, hi * DAY_S) for lo, hi in spans) for row, spans in others.items()}
    prepared = prepare(made, made.is_dated, "kind", width, others=in_seconds)
    return layout(prepared, Viewport(lo_day * DAY_S, hi_day * DAY_S, 900, 600), Look())


def test_where_sources_differ_both_dates_are_shown():
    shown = with_others(table([(10, 1, 0, 1.0)]), {0: ((40, 41),)}, 0, 100)
    (echo,) = shown.echoes
    assert echo.is_point
    assert echo.x0 > shown.marks.x1[0]
    assert shown.labels[0].x >= echo.x1
    assert shown.hit((shown.marks.x1[0] + echo.x0) / 2, shown.marks.y[0]).id == "e0"


def test_dates_too_near_to_be_told_apart_are_one_mark():
    assert not with_others(table([(10, 1, 0, 1.0)]), {0: ((11, 12),)}, -2000, 2000).echoes


@given(rows, windows, st.integers(1, 800))
def test_other_dates_lie_in_nobodys_way(drawn, window, away):
    made = table(drawn)
    others = {
        row: ((int(made.lo_s[row]) // DAY_S + away, int(made.lo_s[row]) // DAY_S + away + 1),)
        for row in (0, len(made) - 1)
    }
    shown = with_others(made, others, window[0], window[0] + window[1])
    marks = shown.marks
    order = np.lexsort((marks.left, marks.line, marks.lane))
    for left, right in itertools.pairwise(order.tolist()):
        if (marks.lane[left], marks.line[left]) == (marks.lane[right], marks.line[right]):
            assert marks.right[left] <= marks.left[right] + 1e-6
    for echo in shown.echoes:
        assert marks.left[echo.mark] - 1e-6 <= echo.x0
        assert echo.x1 <= marks.right[echo.mark] + 1e-6


pins = st.sets(st.sampled_from(KINDS[:4]), max_size=2).map(frozenset)


@given(rows, windows, pins, st.integers(0, 300))
@settings(max_examples=60, deadline=None)
def test_pinned_lanes_stay_while_the_others_scroll_under_them(drawn, window, pinned, scroll):
    made = table(drawn)
    standing = Arrangement(pinned=pinned)
    ends = window[0], window[0] + window[1]
    at_rest = scene(made, *ends, height=260, arrangement=standing)
    shown = scene(made, *ends, height=260, arrangement=standing, scroll=scroll)
    stays = shown.pin_y > shown.top
    for before, after in zip(at_rest.lanes, shown.lanes, strict=True):
        assert before.key == after.key
        moved = 0 if stays and after.is_pinned else shown.scroll
        assert before.y0 - after.y0 == pytest.approx(moved)
    parts = shown.parts()
    assert sum(len(part.marks) for part in parts) == len(shown.marks)
    assert sum(len(part.labels) for part in parts) == len(shown.labels)
    assert sum(len(part.clusters) for part in parts) == len(shown.clusters)
    for part in parts:
        for label in part.labels:
            mark = next(at for at, one in enumerate(shown.labels) if (one.x, one.y) == (label.x, label.y))
            assert part.marks.row[label.mark] == shown.marks.row[shown.labels[mark].mark]
    if len(parts) == 2:
        assert parts[0].top == parts[1].bottom == shown.pin_y
        x = shown.metrics.header / 2
        for y in np.arange(shown.top + 1, shown.pin_y - 1, 7):
            assert shown.hit(x, float(y)).id in pinned


@given(rows, windows, st.sampled_from(KINDS[:4]))
@settings(max_examples=40, deadline=None)
def test_what_is_hidden_is_neither_drawn_nor_counted_but_told(drawn, window, hidden):
    made = table(drawn)
    ends = window[0], window[0] + window[1]
    plain, shown = scene(made, *ends), scene(made, *ends, arrangement=Arrangement().hide(hidden))
    kinds = {KINDS[row[2] % len(KINDS)] for row in drawn}
    assert hidden not in {box.key for box in shown.lanes}
    gone = sum(box.count for box in plain.lanes if box.key == hidden)
    assert shown.in_view == plain.in_view - gone
    assert len(shown.hidden) == (hidden in kinds)
    if shown.hidden:
        assert shown.hit(shown.hidden_x + 5, shown.fold_y + 5).part is Part.HIDDEN


def test_pins_that_leave_no_room_scroll_like_the_others():
    made = table([(day, 300, kind, 0.5) for day in range(0, 200, 10) for kind in range(3)])
    shown = scene(made, 0, 400, height=260, arrangement=Arrangement(pinned=frozenset(KINDS[:3])), scroll=50)
    assert shown.pin_y == shown.top
    assert len(shown.parts()) == 1


def test_the_measures_can_be_dragged_higher_by_their_edge():
    points = tuple(Point(f"e{at}", "m", when(f"19{70 + at}"), at + 1.0) for at in range(3))
    made, wanted = table([(0, 1, 0, 1.0)]), Chart(height_px=200)
    shown = scene(made, 0, 1400, series=[Series("Acorn", "users", points)], chart=wanted)
    assert shown.band.y1 - shown.band.y0 == 200
    assert shown.top == shown.band.y1
    assert shown.hit(500, shown.band.y1 + 1).part is Part.EDGE
    switch = shown.band.switches[0]
    assert shown.hit(switch.x0 + 2, switch.y0 + 2) == Hit(Part.SWITCH, "log")


def test_text_twice_as_large_lies_over_nothing_and_leaves_room_for_time():
    made = table([(day, 1 + day % 40, day % 3, 0.5) for day in range(0, 400, 9)])
    large = Metrics().for_text(24)
    prepared = prepare(made, made.is_dated, "kind", lambda text, bold: 2 * width(text, bold), metrics=large)
    shown = layout(prepared, Viewport(0, 400 * DAY_S, 900, 600), Look())
    assert shown.metrics.row == 2 * Metrics().row
    assert shown.metrics.header < 2 * Metrics().header
    assert shown.labels
    for one, other in itertools.combinations(shown.labels, 2):
        is_apart = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert is_apart or abs(one.y - other.y) >= 20


def test_close_by_there_is_room_for_long_ranges_that_found_none_from_afar(monkeypatch):
    monkeypatch.setattr(packing, "SMALL", 0)
    made = table([(day, 400, 0, 0.5) for day in range(20)] + [(day, 1, 1 + day % 12, 0.5) for day in range(40)])
    shown = scene(made, 100, 103, height=900)
    assert len(shown.marks) >= 18


def test_measures_that_nobody_made_higher_leave_most_of_a_low_screen_to_events():
    points = tuple(Point(f"e{at}", "m", when(f"19{70 + at}"), at + 1.0) for at in range(3))
    made, series = table([(0, 1, 0, 1.0)]), [Series("Acorn", "users", points)]
    assert scene(made, 0, 1400, series=series, height=600).band.y1 - 42 == Chart().height_px
    low = scene(made, 0, 1400, series=series, height=340).band
    assert low.y1 - low.y0 == pytest.approx(0.32 * 340)
    dragged = scene(made, 0, 1400, series=series, height=340, chart=Chart(height_px=140)).band
    assert dragged.y1 - dragged.y0 == 140


def test_on_a_low_screen_lanes_that_scroll_leave_room_for_others_beside_them():
    made = table([(day, 1, kind, 0.5) for day in range(0, 900, 2) for kind in range(3)])
    for height in (120, 180, 260, 400):
        shown = scene(made, 0, 900, height=height)
        lines = max(box.rows + 1 for box in shown.lanes)
        assert lines <= max(3, (shown.bottom - shown.top) / 20 / 2.5)


def test_counts_end_before_the_scroll_bar():
    made = table([(day, 1, 0, 0.5) for day in range(4000)])
    for last in range(300, 2000, 37):
        shown = scene(made, 0, last, height=90)
        assert len(shown.clusters)
        assert max(cluster.x1 for cluster in shown.clusters) <= 900 - 9
