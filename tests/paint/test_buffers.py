"""Memory lent to Qt holds what was copied into it, wherever in memory it lies."""

import numpy as np
import shiboken6
from PySide6.QtCore import QPointF, QRectF

from explorer.paint.buffers import Lent


def test_the_first_value_and_those_after_it_are_the_rows():
    lent = Lent(QRectF, 4)
    first = lent.first_of(np.array([[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]]))
    assert first == QRectF(1, 2, 3, 4)
    assert lent.first_of(np.array([[9.0, 9.0, 1.0, 1.0]])) == QRectF(9, 9, 1, 1)


def test_more_rows_than_ever_before_have_room():
    lent = Lent(QRectF, 4)
    lent.first_of(np.ones((3, 4)))
    rows = np.arange(40_000, dtype=float).reshape(10_000, 4)
    assert lent.first_of(rows) == QRectF(0, 1, 2, 3)
    assert np.array_equal(lent._rows[:10_000], rows)


def test_memory_that_was_another_value_s_before_is_not_taken_for_it(monkeypatch):
    """A value that Qt has deleted, but Python still names, may have lain where numpy puts the next rows."""
    empty, given = np.empty, []
    stale = empty((256, 4))
    ghost = shiboken6.wrapInstance(stale.__array_interface__["data"][0], QPointF)

    def where_it_was_first(shape):
        given.append(stale if len(given) == 1 else empty(shape))
        return given[-1]

    monkeypatch.setattr(np, "empty", where_it_was_first)
    lent = Lent(QRectF, 4)
    first = lent.first_of(np.ones((2, 4)))
    assert type(first) is QRectF
    assert first == QRectF(1, 1, 1, 1)
    assert len(given) == 3  # nothing, what was the ghost's, and another
    assert ghost is not first
