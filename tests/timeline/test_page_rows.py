"""Rows of a page: words whole where two lines hold them, over nothing else, by time or by weight."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.calendar import DAY_S
from explorer.paint.slices import cuts
from explorer.timeline import page_rows
from explorer.timeline.drawn import Side
from explorer.timeline.layout import Look, layout, prepare
from explorer.timeline.metrics import Metrics
from explorer.timeline.scale import Scale
from explorer.timeline.scene import Scene, Viewport
from tests.timeline.scenes import table, width

WIDTH, DAYS = 900.0, 400
WORD = "harbour "

rows = st.lists(
    st.tuples(
        st.integers(0, DAYS - 1),
        st.sampled_from([1, 1, 1, 30, 200]),
        st.integers(0, 3),
        st.floats(0, 1, width=32),
        st.integers(1, 14),
    ),
    min_size=1,
    max_size=40,
)


def page(
    made: list[tuple[int, int, int, float, int]], *, by_weight: bool, height: float | None = None
) -> Scene:
    """Lay out events of so many words; the last number of each."""
    made = sorted(made, key=lambda row: (row[0], row[1]))
    held = replace(
        table([row[:4] for row in made]),
        titles=tuple((WORD * row[4]).strip() + f" {at}" for at, row in enumerate(made)),
    )
    metrics = replace(Metrics(), most_label=WIDTH, most_rows=page_rows.MOST_ROWS)
    prepared = prepare(held, held.is_dated, "kind", width, metrics=metrics)
    scale = Scale(0.0, DAYS * DAY_S, metrics.header, WIDTH)
    prepared = page_rows.for_page(prepared, scale, by_weight=by_weight)
    return layout(prepared, Viewport(0.0, DAYS * DAY_S, WIDTH, height), Look(is_page=True, shows_tray=False))


def boxes(scene: Scene) -> list[tuple[float, float, float, float]]:
    half = scene.metrics.row / 2 - 1
    return [
        (one.x, one.x + one.width, one.y - half * (1 + bool(one.below)), one.y + half * (1 + bool(one.below)))
        for one in scene.labels
    ]


@given(rows, st.booleans())
def test_no_words_lie_over_others_or_leave_the_page(made, by_weight):
    scene = page(made, by_weight=by_weight)
    for left, right, _, _ in boxes(scene):
        assert left >= scene.metrics.header
        assert right <= WIDTH
    for one, other in combinations(boxes(scene), 2):
        assert one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]


@given(rows, st.booleans())
def test_words_are_whole_or_counted_as_cut(made, by_weight):
    scene = page(made, by_weight=by_weight)
    told = {int(scene.marks.row[one.mark]): f"{one.text} {one.below}".strip() for one in scene.labels}
    whole = {row for row, text in told.items() if text == scene.table.titles[row]}
    assert len(told) == len(made)
    assert all("…" in told[row] for row in told.keys() - whole)


@given(rows)
def test_no_page_ends_within_words_on_two_lines(made):
    scene = page(made, by_weight=False)
    half = scene.metrics.row - 1
    for cut in cuts(scene):
        y = cut + scene.top
        assert not any(one.below and abs(one.y - y) < half for one in scene.labels)


@pytest.mark.parametrize("height", range(120, 320, 20))
def test_where_not_all_is_shown_the_last_row_of_a_lane_holds_a_mark(height):
    scene = page([(190 + at, 1, 0, 0.5, 9) for at in range(8)], by_weight=True, height=height)
    assert all(one.below for one in scene.labels)
    (box,) = scene.lanes
    assert int(scene.marks.line.max(initial=-1)) == box.rows - 1


def test_broken_words_that_fit_right_of_their_mark_keep_their_room_there():
    scene = page([(219, 1, 0, 0.5, 8), (390, 1, 0, 0.5, 4)], by_weight=True)
    (broken,) = (one for one in scene.labels if one.below)
    assert broken.side is Side.RIGHT
    one, other = boxes(scene)
    assert one[3] <= other[2] or other[3] <= one[2]


def test_a_document_is_read_downwards_in_the_order_of_time():
    scene = page([(150 + at * 3, 1, 0, 0.5, 4 if at % 3 else 10) for at in range(9)], by_weight=False)
    rows = {int(scene.marks.row[one.mark]): one for one in scene.labels}
    assert {at for at, one in rows.items() if one.below} == {0, 3, 6}
    heights = [rows[at].y for at in range(9)]
    assert heights == sorted(heights)


def test_where_words_may_not_break_the_long_are_cut_and_come_last():
    held = table([(190 + at, 1, 0, 1.0 if at == 0 else 0.5) for at in range(3)])
    held = replace(held, titles=((WORD * 20).strip(), "one", "two"))
    metrics = replace(Metrics(), most_label=WIDTH, most_rows=page_rows.MOST_ROWS)
    prepared = prepare(held, held.is_dated, "kind", width, metrics=metrics)
    scale = Scale(0.0, DAYS * DAY_S, metrics.header, WIDTH)
    prepared = page_rows.for_page(prepared, scale, by_weight=True, may_break=False)
    assert not prepared.broken
    assert isinstance(prepared.packing, page_rows.PageRows)
    assert prepared.packing.cut == {0}
    assert prepared.packing.rows[0] > 0


def test_where_room_is_scarce_the_first_row_goes_to_the_most_important():
    held = table([(100 + at, 1, 0, 1.0 if at == 4 else 0.5) for at in range(9)])
    prepared = prepare(held, held.is_dated, "kind", width, metrics=Metrics())
    scale = Scale(0.0, DAYS * DAY_S, Metrics().header, WIDTH)
    prepared = page_rows.for_page(prepared, scale, by_weight=True, may_break=False)
    assert isinstance(prepared.packing, page_rows.PageRows)
    assert prepared.packing.rows[4] == 0


@given(rows)
def test_marks_without_words_fill_the_gaps_of_a_single_row_and_touch_nothing(made):
    held = table([row[:4] for row in made])
    metrics = replace(Metrics(), most_label=WIDTH, most_rows=page_rows.MOST_ROWS)
    prepared = prepare(held, held.is_dated, "kind", width, metrics=metrics)
    scale = Scale(0.0, DAYS * DAY_S, metrics.header, WIDTH)
    prepared = page_rows.for_page(prepared, scale, by_weight=True, may_break=False)
    lanes = np.arange(len(prepared.deck.lanes))
    view = Viewport(0.0, DAYS * DAY_S, WIDTH, metrics.axis + len(lanes) * (metrics.row + 2 * metrics.lane_pad))
    look = Look(is_page=True, shows_tray=False, may_shrink=True)
    before = layout(prepared, view, look)
    filled = layout(page_rows.with_gaps_filled(prepared, scale, lanes), view, look, before.plan)
    words = {int(before.marks.row[one.mark]): one for one in before.labels}
    told = {int(filled.marks.row[one.mark]): one for one in filled.labels}
    assert {row: one.text for row, one in told.items()} == {row: one.text for row, one in words.items()}
    assert len(filled.marks) + sum(box.hidden for box in filled.lanes) == len(made)
    marks = filled.marks
    for at in range(len(marks)):
        if int(marks.row[at]) in told:
            continue
        for other in range(len(marks)):
            if other != at and marks.lane[other] == marks.lane[at]:
                assert marks.right[other] < marks.left[at] or marks.right[at] < marks.left[other]
        for one in told.values():
            if marks.lane[one.mark] == marks.lane[at]:
                assert one.x + one.width <= marks.left[at] or marks.right[at] <= one.x
