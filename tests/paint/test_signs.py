"""The shapes of kinds."""

import pytest

from explorer import resources
from explorer.paint import signs

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
