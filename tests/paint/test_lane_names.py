"""Names of lanes on a page: whole wherever lines and smaller letters can make them so."""

from dataclasses import replace

import pytest

from explorer.paint import lane_names
from explorer.timeline.scene import Scene
from tests.timeline.scenes import scene, table, width

LONG = "How the harbour was closed and opened again"


def shown(is_page: bool, label: str = LONG) -> Scene:
    made = scene(table([(100, 1, 0, 0.5)]), 0, 1000, is_page=is_page, height=None)
    return replace(made, lanes=tuple(replace(box, label=label) for box in made.lanes), text_width=width)


@pytest.mark.parametrize("height", [26.0, 32.0, 52.0, 120.0])
def test_a_long_name_is_whole_in_every_lane_of_a_page_and_within_it(height):
    made = shown(is_page=True)
    size = lane_names.size(made)
    assert size < made.metrics.text
    name = lane_names.of_lane(made, LONG, height, 190.0, 170.0, size)
    assert " ".join(name.lines) == LONG
    assert name.step * len(name.lines) <= height
    assert all(width(line, True) * size / made.metrics.text <= 190.0 for line in name.lines)


def test_a_high_lane_has_its_count_below_its_name():
    made = shown(is_page=True)
    for height, is_over in ((120.0, True), (32.0, False)):
        assert lane_names.of_lane(made, LONG, height, 190.0, 170.0, 12.0).is_over is is_over


def test_names_that_fit_are_as_large_as_all_text():
    made = shown(is_page=True, label="Ban")
    assert lane_names.size(made) == made.metrics.text
