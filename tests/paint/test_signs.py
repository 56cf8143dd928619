"""The shapes of kinds."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from explorer import resources
from explorer.model.mention import Status
from explorer.paint import signs, theme
from explorer.paint.canvas import QtCanvas

SHAPES = ("square", "diamond", "triangle", "inverted", "hexagon", "cross")


def area(corners):
    pairs = zip(corners, [*corners[1:], corners[0]], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


@pytest.mark.parametrize("shape", SHAPES)
def test_all_shapes_weigh_about_the_same(shape):
    assert 1.8 < area(signs.outline(shape)) < 3.4  # a circle has 3.1


@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_leaves_its_cell(shape):
    assert all(abs(x) <= 1.3 and abs(y) <= 1.3 for x, y in signs.outline(shape))


def test_kinds_of_one_family_have_different_shapes():
    seen = [(kind.family, signs.shape_of(kind.id)) for kind in resources.kinds().values()]
    assert len(seen) == len(set(seen))


def test_an_unknown_kind_is_a_circle():
    assert signs.outline(signs.shape_of("no such kind")) is None


def drawn(x0, x1, seen, **manner):
    """Give the picture, 300 pixels wide, of a bar from one place to another."""
    image = QImage(300, 16, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    canvas = QtCanvas(painter, theme.load("light"))
    signs.bar(canvas, "#aa3322", x0, x1, 8, 8, seen=seen, **manner)
    painter.end()
    return image


@pytest.mark.parametrize("fades", [(False, False), (True, False), (False, True), (True, True)])
@pytest.mark.parametrize("ends", [(-5_000.3, 250.0), (40.0, 9_000.7), (-7_000.0, 8_000.0), (20.0, 260.0)])
def test_a_planned_bar_that_runs_far_out_of_sight_looks_the_same_cut(ends, fades):
    manner = {"status": Status.PLANNED, "left": fades[0], "right": fades[1]}
    whole, cut = (drawn(*ends, seen, **manner) for seen in (signs.EVERYWHERE, (-10.0, 310.0)))
    # Where the end that closes it is out of sight, the lower line counts its dashes from there anew.
    rows = 8 if fades[0] != fades[1] and ends[0] < 0 and ends[1] > 300 else 16
    shades = [
        abs(QColor(whole.pixel(x, y)).green() - QColor(cut.pixel(x, y)).green())
        for x in range(300)
        for y in range(rows)
    ]
    assert sum(shade > 24 for shade in shades) <= 4  # where an end lies within a dash


@pytest.mark.parametrize("status", [Status.PLANNED, Status.ALLEGED, Status.DENIED])
def test_of_a_bar_of_ages_no_more_is_outlined_than_is_seen(status):
    longest = 0.0

    class Pen:
        def faded(self, *args, **manner): ...

        def circle(self, *args, **manner): ...

        def text(self, *args, **manner): ...

        def line(self, points, colour, **manner):
            nonlocal longest
            longest = max(longest, *(abs(b[0] - a[0]) for a, b in pairwise(points)))

        def rect(self, x, y, width, height, fill, **manner):
            nonlocal longest
            longest = max(longest, width)

    for left, right in ((False, False), (True, False), (False, True), (True, True)):
        signs.bar(Pen(), "red", -90_000, 90_000, 8, 8, status=status, left=left, right=right, seen=(-5, 305))
    assert 0 < longest <= 310 + 2 * sum(signs.DASH) + 6


def test_the_question_of_a_long_bar_stands_where_it_is_seen():
    image = drawn(-4_000, 250, (-5.0, 305.0), status=Status.ALLEGED)
    middle = [x for x in range(60, 200) if QColor(image.pixel(x, 8)) != QColor("white")]
    assert middle
    assert abs(sum(middle) / len(middle) - 122) < 12
