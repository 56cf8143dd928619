"""The sheet: what is copied lies where it was asked for, as it was drawn, however long."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QPainter

from explorer.paint.sheet import Sheet
from tests.paint.test_painter import painted, pixels

RED, GREEN = "#ff0000", "#00ff00"
CELL, WIDTH = 20, 60


def sheet(ratio=1.0):
    made = Sheet(WIDTH, CELL, 2, ratio)
    painter = QPainter(made.pixmap)
    for row, colour in enumerate((RED, GREEN)):
        painter.fillRect(0, row * CELL + 5, WIDTH, 10, QColor(colour))
        painter.fillRect(0, row * CELL + 5, 4, 10, QColor("#000000"))  # its left end
        painter.fillRect(WIDTH - 4, row * CELL + 5, 4, 10, QColor("#ffffff"))  # and its right
    painter.end()
    return made


def columns(image, y, ratio=1.0):
    """Give the runs of colours along a row of pixels: where each begins, in logical pixels."""
    row = pixels(image)[round(y * ratio)]
    begins = [0, *(np.flatnonzero((np.diff(row, axis=0) != 0).any(axis=1)) + 1)]
    return [(at / ratio, QColor(*map(int, row[at][::-1])).name()) for at in begins]


BLANK = "#ff00ff"


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("row", [0, 1])
def test_a_picture_is_copied_around_its_middle(qapp, ratio, row):
    made = sheet(ratio)
    copy = lambda painter: made.copy(painter, np.array([100.0]), np.array([50.0]), np.array([row]), WIDTH)  # noqa: E731
    image = painted(copy, ratio)
    colour = (RED, GREEN)[row]
    found = columns(image, 50, ratio)
    assert found == [(0, BLANK), (70, "#000000"), (74, colour), (126, "#ffffff"), (130, BLANK)]
    assert columns(image, 44, ratio) == [(0, BLANK)]


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("end", [112.0, 150.0, 160.0, 207.0, 700.0])
def test_a_shape_keeps_its_ends_however_long_it_is(qapp, ratio, end):
    made = sheet(ratio)

    def draw(painter):
        made.prolong(painter, np.array([100.0]), np.array([end]), np.array([50.0]), np.array([0]), 4)

    found = columns(painted(draw, ratio), 50, ratio)
    assert found == [(0, BLANK), (100, "#000000"), (104, RED), (end - 4, "#ffffff"), (end, BLANK)]


def test_a_picture_is_stretched_from_one_place_to_another(qapp):
    made = sheet()

    def draw(painter):
        ends = np.array([100.0]), np.array([220.0])
        made.stretch(painter, *ends, np.array([50.0]), np.array([1]), WIDTH, np.array([0.0]))

    found = columns(painted(draw), 50)
    assert found[1][0] == 100
    assert found[-1] == (220, BLANK)
    assert found[2] == (108, GREEN)


def test_hundreds_are_copied_as_one_is(qapp):
    made, count = sheet(), 700
    x, y = np.arange(count) % 40 * 20 + 30.0, np.arange(count) // 40 * 20 + 30.0

    def at_once(painter):
        made.copy(painter, x, y, np.arange(count) % 2, 16, 8)

    def one_by_one(painter):
        for at in range(count):
            made.copy(painter, x[at : at + 1], y[at : at + 1], np.array([at % 2]), 16, 8)

    assert (pixels(painted(at_once)) == pixels(painted(one_by_one))).all()
