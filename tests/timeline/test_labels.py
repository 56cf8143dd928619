"""Labels placed all at once against labels placed one by one."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.timeline.drawn import Flag, Marks, Side, Words
from explorer.timeline.labels import LabelPlacer
from explorer.timeline.metrics import Metrics
from tests.timeline.scenes import rows, scene, table, width, windows

LEFT, RIGHT = 152.0, 880.0


def one_by_one(placer):
    """Place every label from left to right: on the right where it fits, else where the placer would put it."""
    marks, sizes = placer.marks, placer.metrics
    order = sorted(range(len(marks)), key=lambda at: (marks.lane[at], marks.line[at], marks.left[at], at))
    found, before, line = {}, LEFT, None
    for at, mark in enumerate(order):
        x0, x1, words = float(marks.left[mark]), float(marks.right[mark]), placer.words[mark]
        own, begin = (marks.lane[mark], marks.line[mark]), x1 + sizes.gap
        following = order[at + 1] if at + 1 < len(order) else None
        has_next = following is not None and (marks.lane[following], marks.line[following]) == own
        until = float(marks.left[following]) - sizes.gap if has_next else np.inf
        is_selected = bool(marks.flags[mark] & Flag.SELECTED)
        after = min(until, RIGHT - 9 if is_selected else RIGHT)
        before, line = (before if own == line else LEFT), own
        stays = after == until and until - begin >= 120
        if x1 >= LEFT and begin + words.width <= after:
            found[mark] = begin, words, Side.RIGHT
        elif x1 >= LEFT and x0 <= RIGHT + sizes.edge:
            placed = placer._place(words, x0 if stays else before, x0, x1, after, is_selected)
            found |= {mark: placed} if placed else {}
        # What is left for the next follows from the marks alone.
        if begin + words.width <= until:
            before = begin + words.width + 3 * sizes.gap
        else:
            before = until if until - begin >= sizes.least_label else begin
    return found


@given(rows, windows, st.sets(st.integers(0, 59), max_size=1))
@settings(max_examples=120, deadline=None)
def test_labels_stand_where_they_would_if_placed_one_by_one(drawn, window, chosen):
    made = table(drawn)
    shown = scene(made, window[0], window[0] + window[1], selection=frozenset(chosen))
    words = [_words(made.titles[row], at) for at, row in enumerate(shown.marks.row.tolist())]
    placer = LabelPlacer(shown.marks, words, Metrics(), LEFT, RIGHT, _cut)
    expected = one_by_one(placer)
    placed = {label.mark: (label.x, label.text, label.side) for label in placer.place()}
    if not chosen:  # what lies under the selected is left out afterwards
        assert placed.keys() == expected.keys()
    for mark, found in placed.items():
        x, said, side = expected[mark]
        assert found == (x, said.text, side)


def test_words_on_the_left_keep_away_from_the_words_before_them():
    # A label from 216 to 316, and a mark at the right edge: 18 pixels apart there is room for 530.
    ints, lefts = np.zeros(2, np.int64), np.array([200.0, 870.0])
    marks = Marks(ints, ints, ints, lefts, lefts + 10, np.zeros(2), ints, lefts, lefts + 10)
    for wide, is_whole in ((530.0, True), (531.0, False)):
        words = [Words("first", (), 100.0, 0.0), Words("the second is long", (), wide, 0.0)]
        placed = list(LabelPlacer(marks, words, Metrics(), LEFT, RIGHT, _cut).place())
        assert [label.side for label in placed] == [Side.RIGHT, Side.LEFT]
        assert (placed[1].text == "the second is long") is is_whole


def _words(title, at):
    badges = ("2",) if at % 4 == 0 else ()
    beside = 22.0 * len(badges)
    return Words(title, badges, width(title, False) + beside, beside)


def _cut(text, room, bold):
    kept = text[: max(int(room // 6.5) - 1, 0)]
    return (f"{kept}…", width(f"{kept}…", bold)) if len(kept) > 2 else ("", 0.0)
