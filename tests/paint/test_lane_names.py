"""The names of lanes: on as many lines as have room, and the same ones while lanes scroll."""

import re

import pytest

from explorer.index import build
from explorer.model.calendar import seconds
from explorer.paint import drawing, theme
from explorer.paint.fonts import Measure
from explorer.paint.svg import SvgCanvas
from explorer.timeline.layout import Look, layout, prepare
from explorer.timeline.metrics import Metrics
from explorer.timeline.scene import Viewport
from tests.builders import event

LIGHT = theme.load("light")
LONG = "The price of other people’s data, and who has paid it until now in Europe and elsewhere"
SHORT = "Key dates for the owner"


@pytest.fixture
def measure(qapp):
    return Measure(LIGHT, LIGHT.size_px)


def scene(measure, name, events, *, height=400, scroll=0.0, metrics=None):
    made = build([event(f"{at} came", f"2019-04-{at + 1:02}", companies=(name,)) for at in range(events)])
    prepared = prepare(made, made.is_dated, "company", measure, metrics=metrics)
    view = Viewport(seconds(2019, 4), seconds(2019, 5), 900, height, scroll)
    return layout(prepared, view, Look(shows_tray=False))


def lines(shown, measure):
    """Give the bold lines left of the lanes with their base lines."""
    canvas = SvgCanvas(LIGHT, shown.width, shown.height, "", measure, 12)
    drawing.draw(canvas, shown, LIGHT)
    group = canvas.document().split('id="lane-names"')[1].split('id="axis"')[0]
    found = re.findall(r'<text x="([\d.]+)" y="([-\d.]+)"[^>]*font-weight[^>]*>([^<]*)</text>', group)
    return [(text, float(y)) for _, y, text in found]


def test_a_long_name_takes_the_lines_its_lane_has_room_for(measure):
    shown = scene(measure, LONG, 12)
    told = lines(shown, measure)
    assert len(told) == 3
    assert " ".join(text for text, _ in told).rstrip("…") in LONG
    assert told[-1][0].endswith("…")
    assert all(measure(text, True) <= shown.metrics.header - 14 for text, _ in told)
    assert [text for text, _ in lines(scene(measure, SHORT, 12), measure)] == ["Key dates for the", "owner"]


def test_in_a_lane_of_one_line_it_takes_two(measure):
    shown = scene(measure, SHORT, 1)
    (box,) = shown.lanes
    told = lines(shown, measure)
    assert len(told) == 2
    assert all(box.y0 + 8 < y < box.y1 for _, y in told)


def test_its_lines_stay_the_same_while_the_lane_scrolls_by(measure):
    at_rest = lines(scene(measure, LONG, 30, height=120), measure)
    for scroll in range(0, 200, 20):
        shown = scene(measure, LONG, 30, height=120, scroll=scroll)
        told = lines(shown, measure)
        assert [text for text, _ in told] == [text for text, _ in at_rest]
        assert told[-1][1] < shown.lanes[0].y1


def test_no_name_of_a_kind_is_cut_by_large_text(qapp):
    large = Measure(LIGHT, 24)
    made = build([event("It came", "2019-04-05", kind=kind) for kind in ("reinstatement", "settlement")])
    prepared = prepare(made, made.is_dated, "kind", large, metrics=Metrics().for_text(24))
    shown = layout(prepared, Viewport(seconds(2019), seconds(2020), 900, 400), Look())
    told = dict(lines(shown, large))
    assert list(told) == ["Reinstatement", "Settlement"]
    for box in shown.lanes:
        assert box.y0 + 16 < told[box.label] < box.y1 - 8
