"""The painter of the screen: fast ways show what the plain ones show."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from explorer.model.calendar import DAY_S
from explorer.model.mention import Status
from explorer.paint import drawing, measures, theme
from explorer.paint.canvas import QtCanvas, TextCache, stops
from explorer.paint.captions import Captions
from explorer.paint.fonts import Measure
from explorer.paint.ground import Ground
from explorer.paint.painter import Painter
from explorer.timeline.layout import Look, layout, prepare
from explorer.timeline.metrics import Metrics
from explorer.timeline.scene import Viewport
from tests.bench import data
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


def shown_by(own, shown, ratio):
    return pixels(painted(lambda painter: own.paint(painter, shown), ratio))


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


def planned(days):
    """Give a plan of so many days, the only event."""
    made = table([(0, days, 0, 1.0)])
    return replace(made, status=np.full(1, list(Status).index(Status.PLANNED), np.int8))


def border(image, shown, x0, x1):
    """Give the upper border of the one bar of a scene, a pixel of each column."""
    y = round(shown.marks.y[0] - shown.metrics.bar / 2 + 1)
    return pixels(image)[y, x0:x1].sum(axis=1)


@pytest.mark.parametrize("days", [10, 40, 600])
def test_a_plan_is_dashed_as_everywhere(qapp, days):
    own = Painter(LIGHT)
    shown = scene(planned(days), -5, 45, own.measure)
    fast = painted(lambda painter: own.paint(painter, shown))
    plain = painted(lambda painter: drawing.draw(QtCanvas(painter, LIGHT), shown, LIGHT))
    x0 = round(shown.marks.x0[0]) + 4
    x1 = min(round(shown.marks.x1[0]) - 8, 890)
    seen, wanted = (border(image, shown, x0, x1) for image in (fast, plain))
    assert seen.std() > 50  # there are dashes and gaps
    # Letters and bars stand on whole pixels only on the screen: dashes may be half a pixel off.
    nearest = min(np.abs(np.roll(seen, by) - wanted)[1:-1].mean() for by in (-1, 0, 1))
    assert nearest < 0.25 * (wanted.max() - wanted.min())


def test_the_dashes_of_a_long_plan_move_with_it(qapp):
    own = Painter(LIGHT)
    step_s = 50 * DAY_S / (900 - own.metrics.header)  # a pixel
    pictures = []
    for by in (0, 2):
        at = (200 * DAY_S + by * step_s) / DAY_S
        shown = scene(planned(900), at, at + 50, own.measure)
        pictures.append(
            border(painted(lambda painter, shown=shown: own.paint(painter, shown)), shown, 400, 700)
        )
    assert (np.abs(np.roll(pictures[0], -2) - pictures[1])[4:-4] > 20).mean() < 0.02
    assert (np.abs(pictures[0] - pictures[1]) > 100).mean() > 0.2


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


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_a_painter_shows_a_scene_as_if_it_had_shown_no_other(qapp, ratio):
    made = data.table(6_000)
    own = Painter(LIGHT, ratio)
    prepared = prepare(made, made.is_dated, "kind", own.measure)
    for lo_s, hi_s in data.path()[::11]:
        shown = layout(prepared, Viewport(lo_s, hi_s, 900, 500), Look(today_s=(lo_s + hi_s) / 2))
        seen, anew = (shown_by(each, shown, ratio) for each in (own, Painter(LIGHT, ratio)))
        assert (seen == anew).all()


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("days", [(30, 62), (-50, 1100)], ids=["weekends", "years"])
def test_the_ground_copied_down_is_the_ground_as_it_is_drawn(qapp, ratio, days):
    own = Painter(LIGHT, ratio)
    shown = scene(EVENTS, *days, own.measure)
    assert bool(shown.weekends) is (days[0] == 30)
    ground = Ground(LIGHT, ratio)
    copied = painted(lambda painter: ground.draw(QtCanvas(painter, LIGHT), shown), ratio)

    def draw(painter):
        canvas = QtCanvas(painter, LIGHT)
        canvas.rect(0, shown.top, shown.width, shown.bottom - shown.top, LIGHT.ground)
        drawing.bands(canvas, shown, LIGHT)
        measures.ticks(canvas, shown, LIGHT, shown.top, shown.bottom - shown.top)

    assert (pixels(copied) == pixels(painted(draw, ratio))).all()


def test_a_count_over_more_than_the_atlas_holds_is_filled_from_end_to_end(qapp):
    own = Painter(LIGHT)
    shown = scene(table([(day // 3, 1, day % 2, 0.5) for day in range(120)]), -10, 60, own.measure)
    one = next(iter(shown.clusters))
    ends = {"x0": np.array([160.0]), "x1": np.array([860.0])}
    wide = replace(shown.clusters.of(np.arange(len(shown.clusters)) == 0), **ends)
    image = painted(lambda painter: own.paint(painter, replace(shown, clusters=wide)))
    middle = round((one.y0 + one.y1) / 2)
    seen = {image.pixelColor(x, middle + 6).name() for x in range(170, 850)}
    assert seen == {drawing.tone_colour(LIGHT, drawing.TONES - 1)}


def test_a_label_is_cut_as_everywhere(qapp):
    texts = TextCache(LIGHT, 1.0)
    whole = "Court lifts the ban on the app in the whole country"
    cuts = [whole, *(f"{whole[:letters]}…" for letters in (5, 15, 19, 34))]

    def at_once(painter):
        y = np.arange(len(cuts)) * 30.0 + 40
        Captions(texts, LIGHT.ink, 12).draw(
            painter, np.full(len(cuts), 20.4), y, [(cut, whole) for cut in cuts]
        )

    def one_by_one(painter):
        for at, cut in enumerate(cuts):
            QtCanvas(painter, LIGHT, texts).cut_text(20.4, at * 30 + 40, cut, whole, LIGHT.ink, size=12)

    seen = pixels(painted(at_once))
    assert len(np.unique(seen)) > 10
    assert (seen == pixels(painted(one_by_one))).all()


def test_texts_are_measured_as_wide_as_they_are(qapp):
    measure = Measure(LIGHT, 12)
    texts = TextCache(LIGHT, 1.0)
    for text in ("Court lifts the ban", "ÄÖÜ ≠ 日本", "مرحبا"):
        assert measure(text) == pytest.approx(texts.metrics(12, False, False).horizontalAdvance(text), rel=0.04)
    assert measure("Court", True) > measure("Court")


def test_old_pictures_of_texts_make_room(qapp, monkeypatch):
    monkeypatch.setattr("explorer.paint.canvas.TEXTS_KEPT", 10)
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


def test_no_hair_line_crosses_a_count(qapp):
    own = Painter(LIGHT)
    made = table([(500 + day, 1, 0, 0.5) for day in range(40)] + [(520, 1, 1, 0.5)])
    chosen = frozenset(np.flatnonzero(made.facets["kind"].codes == 1).tolist())
    plain, marked = (scene(made, 0, 1000, own.measure, selection=rows) for rows in (frozenset(), chosen))
    (one,) = [one for one in marked.clusters if one.x0 < marked.selected_x[0] < one.x1]
    box = slice(round(one.y0) + 3, round(one.y1) - 3), slice(round(one.x0) + 8, round(one.x1) - 8)
    images = [
        pixels(painted(lambda painter, shown=shown: own.paint(painter, shown))) for shown in (plain, marked)
    ]
    assert (images[0][box] == images[1][box]).all()


@pytest.mark.parametrize("is_fast", [True, False])
def test_nothing_shows_through_the_words_of_the_selected(qapp, is_fast):
    own = Painter(LIGHT)
    crowd = table([(day, 1, 0, 0.5 + day % 7 / 20) for day in range(0, 400, 6)])
    law = QColor(LIGHT.families.law)
    seen = 0
    for row in range(4, 60, 5):
        shown = scene(crowd, -10, 400, own.measure, selection=frozenset({row}))
        (label,) = shown.labels.those_selected()
        picture = painted(
            lambda painter, shown=shown: (
                own.paint(painter, shown) if is_fast else drawing.draw(QtCanvas(painter, LIGHT), shown, LIGHT)
            )
        )
        words = range(round(label.x), round(label.x + label.width))
        colours = [picture.pixelColor(x, round(label.y) + dy) for x in words for dy in (-3, 3)]
        assert law not in colours
        left, right = shown.marks.left, shown.marks.right
        beneath = (abs(shown.marks.y - label.y) < 1) & (right > label.x) & (left < label.x + label.width)
        seen += int(beneath.sum())
        assert picture.pixelColor(round((left[label.mark] + right[label.mark]) / 2), round(label.y)) == law
    assert seen  # there was something that could have shown


def test_a_bar_shines_through_under_its_words(qapp):
    own = Painter(LIGHT)
    shown = scene(table([(0, 3000, 0, 0.5)]), 1000, 2000, own.measure)
    (label,) = shown.labels
    image = pixels(painted(lambda painter: own.paint(painter, shown)))
    y, x = round(label.y), round(label.x) - 3
    ground, bar = image[y - 9, x], image[y, x - 8]
    assert np.abs(image[y, x] - ground).max() > 10
    assert np.abs(image[y, x] - bar).max() > 40


def test_a_cut_ends_where_its_letters_do_in_any_script(qapp):
    texts = TextCache(LIGHT, 1.0)
    for text in ("Court lifts the ban", "AVAVA", "Ban 😀 lifted", "禁令被取消"):
        drawn = texts.picture(text, LIGHT.ink, 12, False, False)
        assert drawn.end_of(len(text)) == pytest.approx(drawn.width)
        ends = [drawn.end_of(letters) for letters in range(len(text) + 1)]
        assert ends == sorted(ends)
        smiley = text.find("😀")
        if smiley >= 0:
            assert drawn.end_of(smiley + 1) - drawn.end_of(smiley) > 6


def test_lanes_that_do_not_tell_the_kind_show_its_sign_as_everywhere(qapp):
    own = Painter(LIGHT)
    prepared = prepare(EVENTS, np.ones(len(EVENTS), np.bool_), "none", own.measure)
    shown = layout(prepared, Viewport(-50 * DAY_S, 1100 * DAY_S, 900, 500), Look())
    assert shown.shows_kind
    fast = pixels(painted(lambda painter: own.paint(painter, shown)))
    plain = pixels(painted(lambda painter: drawing.draw(QtCanvas(painter, LIGHT), shown, LIGHT)))
    assert (np.abs(blocks(fast) - blocks(plain)).max(axis=2) > 40).mean() < 0.005
    signed = [label for label in shown.labels if label.has_sign and label.side == 0]
    assert signed
    for label in signed:
        x, y = round(label.x + 5), round(label.y)
        assert np.abs(fast[y, x] - plain[y, x]).max() < 8
