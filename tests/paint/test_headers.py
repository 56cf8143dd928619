"""The headers of lanes: what stays in view, what does not move, and that their pictures are what is drawn."""

import re
from dataclasses import replace

import numpy as np
import pytest

from explorer.index import build
from explorer.model.calendar import seconds
from explorer.paint import drawing, headers
from explorer.paint.canvas import QtCanvas
from explorer.paint.fonts import Measure
from explorer.paint.painter import Painter
from explorer.paint.svg import SvgCanvas
from explorer.timeline.layout import Look, layout, prepare
from explorer.timeline.metrics import Metrics
from explorer.timeline.scene import Viewport
from tests.builders import event
from tests.paint.test_painter import EVENTS, LIGHT, painted, pixels, scene
from tests.timeline.scenes import width

LOW, HIGH = 32.0, 72.0  # lanes of one line, and of three
LONG = "The price of other people’s data, and who has paid it until now in Europe and elsewhere"
SHORT = "Key dates for the owner"


def shown(**look):
    return replace(scene(EVENTS, -50, 1100, width, **look), text_width=width, cutter=cut)


def cut(text, room, bold):
    letters = int(room // width("x", bold))
    return (text, width(text, bold)) if len(text) <= letters else (f"{text[: letters - 1]}…", room)


def lane(label="Reinstatement", height=LOW, y0=100.0, count=7):
    box = next(iter(shown().lanes))
    return replace(box, label=label, y0=y0, y1=y0 + height, count=count)


def header(box, count=None):
    on = shown()
    told = headers.count_of(on, box if count is None else replace(box, count=count), has_strip=True)
    return headers.header_of(on, box, told, box.y1 - box.y0)


def test_in_a_low_lane_the_count_ends_beside_the_name_and_in_a_high_one_it_begins_below():
    low, high = header(lane(height=LOW)), header(lane(height=HIGH))
    assert low.is_at_end
    assert low.count_base == low.bases[0]
    assert not high.is_at_end
    assert high.count_base > high.bases[-1]


def test_a_name_keeps_its_length_while_the_digits_beside_it_change():
    box = lane("A company with a name that has no room beside its count")
    assert header(box, 11) == header(box, 88)
    assert len(header(box, 8).names[0]) > len(header(box, 88_888).names[0])


@pytest.mark.parametrize("label", ["Reinstatement", LONG])
def test_the_name_of_a_tall_lane_stays_in_view_until_the_lane_has_gone(label):
    on = shown()
    tall = [lane(label, 400.0, y0) for y0 in (on.top + 9, on.top - 100, on.top - 390)]
    tops = [headers.top_of(on, box, header(box)) for box in tall]
    assert tops[:2] == [on.top + 9, on.top]
    assert tops[2] < on.top - 9
    gone = header(tall[2])
    assert tops[2] + gone.count_base < tall[2].y1  # it goes with its lane, and whole


def test_what_is_hidden_is_told_where_no_strip_tells_it():
    box = replace(lane(), hidden=1_234)
    assert headers.count_of(shown(), box, has_strip=False).text == "7 · +1,234"
    assert headers.count_of(shown(), box, has_strip=True).text == "7"


@pytest.mark.parametrize("text", [12, 24])
def test_the_picture_of_a_name_holds_all_of_it(qapp, text):
    own = Painter(LIGHT, 1.0, Metrics().for_text(text))
    on = scene(EVENTS, -50, 1100, own.measure, own.metrics, collapsed=frozenset({0}))

    images = [
        pixels(painted(lambda painter: drawing.draw(QtCanvas(painter, LIGHT), on, LIGHT))),
        pixels(painted(lambda painter: own.paint(painter, on))),
    ]
    for box in (box for box in on.lanes if box.y1 < on.bottom):
        inside = slice(int(box.y0) + 1, int(box.y1) - 2), slice(0, int(on.metrics.header) - 30)
        ends = [extent(image[inside].sum(axis=2) < 400) for image in images]
        # Letters move by less than a pixel where texts are pictures.
        assert np.abs(np.subtract(*ends)).max() <= 1


def extent(is_ink):
    """Give the first and last rows and columns with ink."""
    rows, columns = np.flatnonzero(is_ink.any(axis=1)), np.flatnonzero(is_ink.any(axis=0))
    return rows[0], rows[-1], columns[0], columns[-1]


@pytest.fixture
def measure(qapp):
    return Measure(LIGHT, LIGHT.size_px)


def of_companies(measure, name, events, *, height=400, scroll=0.0, metrics=None):
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
    shown = of_companies(measure, LONG, 12)
    told = lines(shown, measure)
    assert len(told) == 3
    assert " ".join(text for text, _ in told).rstrip("…") in LONG
    assert told[-1][0].endswith("…")
    assert all(measure(text, True) <= shown.metrics.header - 14 for text, _ in told)
    assert [text for text, _ in lines(of_companies(measure, SHORT, 12), measure)] == [
        "Key dates for the",
        "owner",
    ]


def test_in_a_lane_of_one_line_it_takes_two(measure):
    shown = of_companies(measure, SHORT, 1)
    (box,) = shown.lanes
    told = lines(shown, measure)
    assert len(told) == 2
    assert all(box.y0 + 8 < y < box.y1 for _, y in told)


def test_its_lines_stay_the_same_while_the_lane_scrolls_by(measure):
    at_rest = lines(of_companies(measure, LONG, 30, height=120), measure)
    for scroll in range(0, 200, 20):
        shown = of_companies(measure, LONG, 30, height=120, scroll=scroll)
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


def test_on_a_page_a_name_in_smaller_letters_is_laid_out_in_them():
    on, box = shown(is_page=True), lane("The ferry ports were all closed")
    told = headers.count_of(on, box, has_strip=True)
    plain, small = (headers.header_of(on, box, told, LOW, size) for size in (12.0, 10.0))
    assert plain.names[-1].endswith("…")
    assert " ".join(small.names) == box.label
    assert small.size == 10.0
    middle = (small.bases[0] + small.bases[-1]) / 2
    assert abs(middle - small.count_base) < 2
