"""Colours as numbers, against published values."""

import pytest

from explorer.paint import colour
from explorer.paint.colour import Sight


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # Sharma, Wu and Dalal 2005, table 1: pairs 1, 2, 7, 17, 20, 25 and 34.
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 3.1571, -77.2803), (50.0, 0.0, -82.7485), 2.8615),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((50.0, 2.5, 0.0), (58.0, 24.0, 15.0), 19.4535),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_difference_is_the_published_one(one, other, expected):
    assert colour._ciede2000(one, other) == pytest.approx(expected, abs=1e-4)


def test_black_on_white_has_the_greatest_contrast():
    assert colour.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colour.contrast("#777777", "#777777") == 1


@pytest.mark.parametrize("sight", Sight)
def test_every_sight_leaves_greys_as_they_are(sight):
    assert colour.difference("#808080", "#808080", sight) == 0
    assert colour._seen("#808080", sight) == pytest.approx(colour._seen("#808080", None), abs=1e-4)


def test_red_and_green_of_one_brightness_differ_less_for_deutan_eyes():
    assert colour.difference("#b04030", "#507020", Sight.DEUTAN) < colour.difference("#b04030", "#507020") / 2


def test_mixing_lays_a_share_over_the_ground():
    assert colour.mixed("#000000", "#ffffff", 1) == "#000000"
    assert colour.mixed("#000000", "#ffffff", 0) == "#ffffff"
    assert colour.mixed("#ff0000", "#0000ff", 0.5) == "#800080"


@pytest.mark.parametrize("text", ["", "#fff", "1f5fd0", "#1f5fdg", "#1f5fd0aa"])
def test_what_is_no_colour_is_refused(text):
    with pytest.raises(ValueError):
        colour.rgb(text)
