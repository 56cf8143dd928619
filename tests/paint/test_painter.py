"""The painter of the screen: fast ways show what the plain ones show."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from explorer.model.calendar import DAY_S
from explorer.paint import drawing, theme
from explorer.paint.canvas import Measure, QtCanvas, TextCache, stops
from explorer.paint.painter import Painter
from explorer.timeline.layout import Look, layout, prepare
from explorer.timeline.metrics import Metrics
from explorer.timeline.scene import Viewport
from tests.timeline.scenes import table

LIGHT = theme.load("light")


def scene(made, lo, hi, measure, metrics=None, **look):
    prepared = prepare(made, np.ones(len(made), np.bool_), "kind", measure, metrics=metrics)
    return layout(prepared, Viewport(lo * DAY_S, hi * DAY_S, 900, 500), Look(**look))


def painted(draw, ratio=1.0):
    image = QImage(round(900 * ratio), round(500 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#ff00ff"))
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def pixels(image):
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return data[:, : image.width(), :3].astype(int)


def blocks(image, size=10):
    height, width = image.shape[0] // size * size, image.shape[1] // size * size
    return image[:height, :width].reshape(height // size, size, width // size, size, 3).mean(axis=(1, 3))


EVENTS = table([(day * 13, 1 if day % 3 else 60, day % 5, (day % 10) / 10) for day in range(80)], undated=4)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_the_fast_way_shows_what_the_plain_way_shows(qapp, ratio):
    own = Painter(LIGHT, ratio)
    shown = scene(EVENTS, -50, 1100, own.measure, selection=frozenset({3}))
    fast = pixels(painted(lambda painter: own.paint(painter, shown), ratio))
    plain = pixels(painted(lambda painter: drawing.draw(QtCanvas(painter, LIGHT), shown, LIGHT), ratio))
    # Letters stand on whole pixels only on the screen, so that blocks are compared.
    assert (np.abs(blocks(fast) - blocks(plain)).max(axis=2) > 40).mean() < 0.005


def test_the_fast_way_shows_large_text_and_marks_whole(qapp):
    large = Metrics().for_text(24)
    own = Painter(LIGHT, 1.0, large)
    crowd = table([(day // 3, 1, day % 2, 0.5) for day in range(120)])
    shown = scene(crowd, -10, 60, own.measure, large)
    assert shown.clusters
    fast = pixels(painted(lambda painter: own.paint(painter, shown)))
    plain = pixels(painted(lambda painter: drawing.draw(QtCanvas(painter, LIGHT), shown, LIGHT)))
    for one in shown.clusters:
        x = round(one.x0 + 0.3 * large.row)  # in its round end, near the upper edge
        y = round((one.y0 + one.y1) / 2 - drawing.pill_height(large) / 2 + 2)
        assert np.abs(fast[y, x] - plain[y, x]).max() < 8


def test_everything_is_covered(qapp):
    own = Painter(LIGHT)
    shown = scene(EVENTS, -50, 1100, own.measure)
    image = pixels(painted(lambda painter: own.paint(painter, shown)))
    assert not (image == [255, 0, 255]).all(axis=2).any()


def test_a_mark_has_the_colour_of_its_family_where_it_lies(qapp):
    own = Painter(LIGHT)
    shown = scene(table([(0, 1, 0, 1.0)]), -100, 100, own.measure)
    image = painted(lambda painter: own.paint(painter, shown))
    x, y = (shown.marks.x0[0] + shown.marks.x1[0]) / 2, shown.marks.y[0]
    assert image.pixelColor(int(x), int(y)).name() == LIGHT.families.law


@pytest.mark.parametrize("status", [1, 2, 3])
def test_what_did_not_happen_is_an_outline(qapp, status):
    made = table([(0, 40, 0, 1.0)])
    made = replace(made, status=np.full(1, status, np.int8))
    own = Painter(LIGHT)
    shown = scene(made, -10, 60, own.measure)
    image = painted(lambda painter: own.paint(painter, shown))
    x, y = shown.marks.x0[0] + 12, shown.marks.y[0] - 2.5
    assert image.pixelColor(int(x), int(y)).name() == LIGHT.ground


def test_in_a_hurry_labels_come_later_and_all_of_them_come(qapp):
    own = Painter(LIGHT)
    shown = scene(table([(day * 40, 1, day % 14, 0.5) for day in range(60)]), -50, 2500, own.measure)
    frames = 0
    while frames == 0 or own.is_behind:
        painted(lambda painter: own.paint(painter, shown, hurry=True))
        frames += 1
    assert 1 < frames < 10
    whole = pixels(painted(lambda painter: own.paint(painter, shown)))
    assert (whole == pixels(painted(lambda painter: Painter(LIGHT).paint(painter, shown)))).all()


def test_texts_are_measured_as_wide_as_they_are(qapp):
    measure = Measure(LIGHT, 12)
    texts = TextCache(LIGHT, 1.0)
    for text in ("Court lifts the ban", "ÄÖÜ ≠ 日本", "مرحبا"):
        assert measure(text) == pytest.approx(texts.metrics(12, False, False).horizontalAdvance(text), rel=0.04)
    assert measure("Court", True) > measure("Court")


def test_old_pictures_of_texts_make_room(qapp, monkeypatch):
    monkeypatch.setattr("explorer.paint.canvas._TEXTS_KEPT", 10)
    texts = TextCache(LIGHT, 1.0)
    for at in range(30):
        assert texts.picture(f"text {at}", "#000000", 12, False, False) is not None
    assert len(texts._kept) == 10


@pytest.mark.parametrize(("left", "right"), [(True, False), (False, True), (True, True)])
def test_a_fade_is_solid_in_its_middle_and_faint_at_its_soft_ends(left, right):
    found = dict(stops(left, right))
    assert max(found.values()) == 1
    assert (found[0.0] < 0.1) is left
    assert (found[1.0] < 0.1) is right
