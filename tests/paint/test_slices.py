"""A timeline cut for pages: all of it, between rows, no row of a lane alone, no page with little on it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.paint.flow import LITTLE
from explorer.paint.slices import pieces
from explorer.timeline.scene import Scene
from tests.timeline.scenes import scene, table

lanes = st.lists(st.integers(1, 30), min_size=1, max_size=8)


def drawn(counts: list[int]) -> Scene:
    """Lay out lanes of so many rows: each event needs one of its own."""
    rows = [(100 + at % 3, 300, kind, 0.5) for kind, count in enumerate(counts) for at in range(count)]
    return scene(table(rows), 0, 1000, is_page=True, height=None)


@given(lanes, st.floats(0, 600), st.booleans(), st.booleans())
def test_pages_hold_all_rows_once_within_their_room(counts, room, is_fresh, is_last):
    shown, next_room = drawn(counts), 600.0
    room = next_room if is_fresh else room
    found = pieces(shown, room, next_room, is_fresh=is_fresh, is_last=is_last)
    air, at = shown.metrics.lane_pad, 0.0
    for number, piece in enumerate(found):
        assert piece.top in (pytest.approx(at), pytest.approx(at - air))
        assert piece.begins == (number == 0)
        at = piece.top + piece.height - (0 if number == len(found) - 1 else _air_below(shown, piece, air))
        own = room if number == 0 and not piece.turns else next_room
        assert piece.head + piece.height <= own + 0.1
    assert at == pytest.approx(shown.content)


def _air_below(shown: Scene, piece, air: float) -> float:
    ends = [box.y1 - shown.top for box in shown.lanes]
    return 0.0 if any(abs(piece.top + piece.height - end) < 0.1 for end in ends) else air


@given(lanes)
def test_no_page_begins_or_ends_with_one_row_of_a_lane(counts):
    shown = drawn(counts)
    air, row = shown.metrics.lane_pad, shown.metrics.row
    for piece in pieces(shown, 400.0, 400.0, is_fresh=True, is_last=True)[1:]:
        for box in shown.lanes:
            first, last = box.y0 - shown.top, box.y1 - shown.top
            if first + 1 < piece.top < last - 1:
                cut = piece.top + air
                assert round((cut - air - first) / row) >= 2
                assert round((last - air - cut) / row) >= 2


def test_the_last_two_pages_share_what_would_leave_one_nearly_empty():
    shown = drawn([8, 8, 2])
    room = shown.lanes[1].y1 + 20
    whole, rest = pieces(shown, room, room, is_fresh=True, is_last=False)
    assert rest.height < LITTLE * room < whole.height
    one, other = pieces(shown, room, room, is_fresh=True, is_last=True)
    assert min(one.height, other.height) > LITTLE * room
