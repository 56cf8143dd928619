"""Words in a laid-out scene: clear of one another, of marks and of edges; the selected come forward."""

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.model.calendar import DAY_S, seconds
from explorer.timeline import labels
from explorer.timeline.drawn import Flag, Side
from explorer.timeline.layout import Look, layout, prepare
from explorer.timeline.metrics import Metrics
from explorer.timeline.scene import Viewport
from tests.bench import data
from tests.timeline.scenes import rows, scene, table, width, windows


@given(rows, windows, st.sets(st.integers(0, 59), max_size=2))
@settings(max_examples=80, deadline=None)
def test_labels_stand_clear_of_one_another_and_of_other_marks(drawn, window, chosen):
    made = table(drawn)
    selection = frozenset(at for at in chosen if at < len(made))
    shown = scene(made, window[0], window[0] + window[1], selection=selection)
    marks = shown.marks
    for one, other in itertools.combinations(shown.labels, 2):
        is_apart = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert is_apart or abs(one.y - other.y) >= 10 or (one.is_selected and other.is_selected)
    for label in shown.labels:
        if label.is_selected:
            continue
        for at in np.flatnonzero(np.abs(marks.y - label.y) < 5).tolist():
            if at != label.mark:
                assert marks.x1[at] <= label.x or label.x + label.width <= marks.x0[at]
        assert shown.metrics.header <= label.x
        assert label.x + label.width <= shown.width


def test_a_label_flips_to_the_left_at_the_edge():
    shown = scene(table([(990, 1, 0, 1.0)]), 0, 1000)
    assert shown.labels[0].side is Side.LEFT
    assert shown.labels[0].x + shown.labels[0].width <= shown.marks.x0[0]


def test_a_bar_that_fills_the_view_carries_its_words():
    shown = scene(table([(0, 4000, 0, 1.0)]), 1000, 1100)
    assert shown.labels[0].side is Side.INSIDE


def test_of_a_crowd_that_is_selected_only_the_current_event_comes_forward():
    made = table([(day // 4, 1, 0, 0.5) for day in range(400)])
    everything, current = frozenset(range(400)), 211
    none = scene(made, -10, 110, height=200)
    shown = scene(made, -10, 110, height=200, selection=everything, current=current)
    assert len(shown.selected_x) == 1
    assert set(shown.marks.row.tolist()) == {*none.marks.row.tolist(), current}
    assert shown.marks.has(Flag.SELECTED).all()
    assert current in {shown.marks.row[label.mark] for label in shown.labels}
    others = [label for label in shown.labels if shown.marks.row[label.mark] != current]
    for one, other in itertools.combinations(others, 2):
        assert abs(one.y - other.y) >= 10 or one.x + one.width <= other.x or other.x + other.width <= one.x
    few = scene(made, -10, 110, height=200, selection=frozenset({3, 211}), current=211)
    assert len(few.selected_x) == 2


def test_words_right_of_a_mark_keep_away_from_words_left_of_the_next():
    for day in range(200, 260, 3):
        shown = scene(table([(day, 1, 0, 0.5), (470, 1, 0, 0.5)]), -10, 480, height=80)
        first, second = shown.labels
        assert (first.side, second.side) == (Side.RIGHT, Side.LEFT)
        assert first.x + first.width + 3 * Metrics().gap <= second.x


def test_the_words_of_the_selected_leave_room_for_what_marks_them():
    made = table([(0, 1, 0, 0.5)])
    for lo in range(-600, 0, 7):
        (label,) = scene(made, lo, lo + 620, selection=frozenset({0})).labels
        assert label.x + label.width + 9 <= 900 - 9  # the scroll bar


def test_a_selected_mark_is_not_covered_by_its_words_where_they_can_be_cut():
    made = table([(0, 1, 0, 0.5)] * 4)
    shown = scene(made, -50, 50, selection=frozenset({3}))
    assert [label.side for label in shown.labels if label.is_selected] == [Side.RIGHT]
    narrow = layout(
        prepare(made, made.is_dated, "kind", width),
        Viewport(-50 * DAY_S, 50 * DAY_S, 560, 600),
        Look(frozenset({3})),
    )
    (label,) = [label for label in narrow.labels if label.is_selected]
    assert label.side is not Side.INSIDE
    assert label.text.endswith("…")


def test_no_count_sticks_out_behind_the_words_of_the_selected():
    made = table([(day, 1, 0, 0.5 + day % 7 / 20) for day in range(0, 400, 2)])
    for row in range(0, 200, 9):
        shown = scene(made, -10, 420, height=110, selection=frozenset({row}))
        total = len(shown.marks) + sum(cluster.count for cluster in shown.clusters)
        assert total == len(made)
        for label in shown.labels:
            if not label.is_selected:
                continue
            x0, x1 = labels.pill_span(shown.marks, label)
            for cluster in shown.clusters:
                is_met = cluster.y0 <= label.y < cluster.y1 and cluster.x0 < x1 and cluster.x1 > x0
                assert not is_met or (x0 <= cluster.x0 and cluster.x1 <= x1)


def test_the_words_of_the_selected_end_in_view_however_narrow_it_is():
    made = table([(0, 1, 0, 0.5)])
    for view_px in range(260, 460, 20):
        shown = layout(
            prepare(made, made.is_dated, "kind", width),
            Viewport(-50 * DAY_S, 50 * DAY_S, view_px, 600),
            Look(frozenset({0})),
        )
        (label,) = shown.labels
        assert label.x + label.width <= view_px - 9
        assert label.text.endswith("…") == (label.text != made.titles[0])


def test_while_panning_no_label_changes_its_side_but_near_the_edges():
    made = data.table(20_000)
    prepared = prepare(made, made.is_dated, "kind", width)
    plan, before = None, {}
    for step in range(60):
        lo_s = seconds(2013, 9) + step * 16 * DAY_S
        view = Viewport(lo_s, lo_s + 1_500 * DAY_S, 1800, 860)
        shown = layout(prepared, view, Look(), plan)
        marks, plan = shown.marks, plan or shown.plan
        sides = {
            int(marks.row[label.mark]): label.side
            for label in shown.labels
            if marks.x0[label.mark] > 900 and marks.x1[label.mark] < 1400
        }
        assert sides
        assert all(before.get(row, side) is side for row, side in sides.items())
        before = sides
