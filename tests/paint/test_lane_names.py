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


def test_a_name_that_finds_no_room_ends_with_a_phrase_if_that_tells_enough():
    made = shown(is_page=True)

    def told(label, room):
        return " ".join(lane_names.of_lane(made, label, 26.0, room, room, 12.0).lines)

    assert told("The harbour: what it took, what it gave", 200.0) == "The harbour: what it took…"
    assert told("Ice: how the harbour was closed and opened", 200.0) == "Ice: how the harbour was…"
    assert told("港口关闭与重新开放、第一个冬天的新码头", 91.0) == "港口关闭与重新开放…"


def test_the_room_for_two_lines_holds_every_name_whole():
    names = [LONG, "Ban", "The Company of Lighthouse Keepers, Pilots and Ferrymen"]
    room = lane_names.room_for_two(names, width)
    made = shown(is_page=True)
    for name in names:
        lines = lane_names.of_lane(made, name, 26.0, room, room, lane_names.SMALL * 12).lines
        assert not lane_names.is_cut(lines, name)
        assert len(lines) <= 2


def test_a_high_lane_has_as_many_lines_as_its_name_needs_if_need_be_in_smaller_letters():
    made = shown(is_page=True)
    name = lane_names.of_lane(made, LONG, 160.0, 84.0, 70.0, 12.0)
    assert " ".join(name.lines) == LONG
    assert len(name.lines) > 3
    tight = lane_names.of_lane(made, LONG, 76.0, 84.0, 70.0, 12.0)
    assert " ".join(tight.lines) == LONG
    assert tight.size < name.size == 12.0
