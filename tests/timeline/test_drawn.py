"""Columns of what is drawn: a part of them is the same things, with marks where they now are."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.scenes import rows, scene, table, windows


@given(rows, windows, st.integers(0, 2**60 - 1))
@settings(max_examples=60, deadline=None)
def test_labels_of_some_marks_stay_with_their_marks(drawn, window, bits):
    shown = scene(table(drawn), window[0], window[0] + window[1])
    kept = np.array([bool(bits >> at & 1) for at in range(len(shown.marks))], np.bool_)
    marks, labels = shown.marks.of(kept), shown.labels.among(kept)
    expected = [label for label in shown.labels if kept[label.mark]]
    assert len(labels) == len(expected)
    for label, was in zip(labels, expected, strict=True):
        assert (label.x, label.y, label.text) == (was.x, was.y, was.text)
        assert marks.row[label.mark] == shown.marks.row[was.mark]
        assert marks.x0[label.mark] == shown.marks.x0[was.mark]


def test_some_of_the_counts_are_given_as_they_were():
    shown = scene(table([(day // 4, 1, day % 3, 0.5) for day in range(300)]), -10, 90, height=300)
    assert len(shown.clusters) > 3
    first = next(iter(shown.clusters)).lane
    some = shown.clusters.of(shown.clusters.lane == first)
    assert list(some) == [one for one in shown.clusters if one.lane == first]
