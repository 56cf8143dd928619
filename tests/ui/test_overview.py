"""The overview: a window over the whole library."""

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from explorer.model.calendar import DAY_S, seconds
from explorer.model.query import Facet, Query
from explorer.paint import theme
from explorer.ui import spans
from explorer.ui.overview import Overview


@pytest.fixture
def overview(qtbot, session):
    made = Overview(session)
    qtbot.addWidget(made)
    made.resize(900, made.height())
    made.show()
    qtbot.waitExposed(made)
    return made


def drag(qtbot, widget, start, end):
    begin, to = QPoint(round(start), 30), QPoint(round(end), 30)
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=begin)
    qtbot.mouseMove(widget, to)
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=to)


def test_it_shows_the_whole_library_and_the_window_in_it(overview, session):
    session.show_range(seconds(2016), seconds(2018))
    x0, x1 = overview.window_px()
    of = overview.scale()
    assert (x0, x1) == pytest.approx((of.x(seconds(2016)), of.x(seconds(2018))))
    assert of.lo_s <= session.table.lo_s[session.table.is_dated].min()


def test_the_window_can_be_dragged(overview, session, qtbot):
    session.show_range(seconds(2016), seconds(2018))
    x0, x1 = overview.window_px()
    drag(qtbot, overview, (x0 + x1) / 2, (x0 + x1) / 2 + 60)
    lo_s, hi_s = session.viewport
    assert hi_s - lo_s == pytest.approx(seconds(2018) - seconds(2016), abs=DAY_S)
    assert overview.window_px()[0] == pytest.approx(x0 + 60, abs=2)


@pytest.mark.parametrize("edge", [0, 1])
def test_each_edge_can_be_dragged(overview, session, qtbot, edge):
    session.show_range(seconds(2016), seconds(2018))
    before = overview.window_px()
    drag(qtbot, overview, before[edge], before[edge] + 25)
    after = overview.window_px()
    assert after[edge] == pytest.approx(before[edge] + 25, abs=2)
    assert after[1 - edge] == pytest.approx(before[1 - edge], abs=2)


def test_edges_cannot_pass_one_another(overview, session, qtbot):
    session.show_range(seconds(2016), seconds(2018))
    x0, _ = overview.window_px()
    drag(qtbot, overview, x0, overview.width())
    lo_s, hi_s = session.viewport
    assert hi_s - lo_s >= 3600 - 1


def test_a_click_beside_the_window_brings_it_there(overview, session, qtbot):
    session.show_range(seconds(2012), seconds(2013))
    target = overview.scale().x(seconds(2020))
    qtbot.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPoint(round(target), 30))
    lo_s, hi_s = session.viewport
    assert (lo_s + hi_s) / 2 == pytest.approx(seconds(2020), abs=30 * DAY_S)


def test_a_window_smaller_than_a_pixel_can_still_be_taken_hold_of(overview, session):
    session.show_range(seconds(2016), seconds(2016) + 7200)
    x0, x1 = overview.window_px()
    assert x1 - x0 == 10


def test_it_is_painted_in_both_themes(overview, session):
    light = overview.grab().toImage()
    session.set_theme(theme.load("dark"))
    dark = overview.grab().toImage()
    assert light.pixelColor(4, 60).lightness() > dark.pixelColor(4, 60).lightness()


def test_it_tells_where_the_library_is_silent(overview, session):
    (longest, *_) = overview.silences()
    assert overview.tip_at(overview.scale().x((longest.lo_s + longest.hi_s) / 2)).startswith("Nothing is told")
    outside = overview.scale().x(session.table.lo_s[session.table.is_dated].min() + DAY_S)
    assert "Drag" in overview.tip_at(outside)


def test_silences_are_those_of_what_passes_the_filter(overview, session):
    session.toggle(Facet.COMPANY, "Osprey")
    assert overview.silences() == []


def test_disagreements_and_what_a_search_found_are_marked(overview, session):
    session.show_range(seconds(2025), seconds(2026))  # its window lies over nothing that is looked at
    assert session.theme.warning not in colours(overview)
    session.set_query(Query(text="Norway"))
    assert session.theme.accent in colours(overview)
    session.set_query(Query())
    session._held.table = replace(session.table, has_conflict=session.table.is_dated)
    session.events_changed.emit()
    assert session.theme.warning in colours(overview)


def colours(overview):
    """Give the colours above the bars, left of the window that can be dragged."""
    image, (end, _) = overview.grab().toImage(), overview.window_px()
    places = itertools.product(range(round(overview.scale().left), round(end) - 4), range(5, 18))
    return {image.pixelColor(x, y).name() for x, y in places}


def floor_px(overview):
    """Give how far down the window is painted: its lower edge is a line of a colour of its own."""
    overview.clearFocus()  # its frame is another line
    image, (x0, x1) = overview.grab().toImage(), overview.window_px()
    rows = [
        {image.pixelColor(x, y).name() for x in range(round(x0) + 8, round(x1) - 8)}
        for y in range(overview.height())
    ]
    ground = rows[-1]
    return max(y for y, row in enumerate(rows) if len(row) == 1 and row != ground)


def test_large_text_has_room_below_the_bars(overview, session):
    height, floor = overview.height(), floor_px(overview)
    session.set_theme(replace(session.theme, size_px=24))
    assert overview.height() == height + 22
    assert floor_px(overview) == floor


SPAN = (seconds(2016), seconds(2018))
LENGTH_S = SPAN[1] - SPAN[0]
STEP_S = LENGTH_S // 10


@pytest.mark.parametrize(
    ("keys", "moves"),
    [
        ("Right", (STEP_S, STEP_S)),
        ("Left", (-STEP_S, -STEP_S)),
        ("Up", (STEP_S, STEP_S)),
        ("Down", (-STEP_S, -STEP_S)),
        ("Shift+Right", (0, STEP_S)),
        ("Shift+Left", (0, -STEP_S)),
        ("Ctrl+Right", (STEP_S, 0)),
        ("Ctrl+Left", (-STEP_S, 0)),
        ("PgDown", (LENGTH_S, LENGTH_S)),
        ("PgUp", (-LENGTH_S, -LENGTH_S)),
    ],
)
def test_keys_move_the_window_and_its_edges(overview, session, qtbot, keys, moves):
    session.show_range(*SPAN)
    press(qtbot, overview, keys)
    moved = tuple(now - before for now, before in zip(session.viewport, SPAN, strict=True))
    assert moved == pytest.approx(moves, abs=2)


def press(qtbot, widget, keys):
    combination = QKeySequence(keys)[0]
    qtbot.keyClick(widget, combination.key(), combination.keyboardModifiers())


def test_home_and_end_are_the_ends_of_the_library(overview, session, qtbot):
    session.show_range(*SPAN)
    press(qtbot, overview, "Home")
    assert session.viewport[0] == pytest.approx(overview.scale().lo_s, abs=2)
    press(qtbot, overview, "End")
    assert session.viewport[1] == pytest.approx(overview.scale().hi_s, abs=2)
    assert session.viewport[1] - session.viewport[0] == pytest.approx(LENGTH_S, abs=2)


def test_plus_and_minus_zoom_around_the_middle(overview, session, qtbot):
    session.show_range(*SPAN)
    press(qtbot, overview, "+")
    lo_s, hi_s = session.viewport
    assert hi_s - lo_s == pytest.approx(LENGTH_S / 1.5, rel=0.01)
    assert (lo_s + hi_s) / 2 == pytest.approx(sum(SPAN) / 2, abs=2)
    press(qtbot, overview, "-")
    assert session.viewport == pytest.approx(SPAN, abs=4)


def test_an_edge_moved_by_keys_never_passes_the_other(overview, session, qtbot):
    session.show_range(SPAN[0], SPAN[0] + 3700)
    for _ in range(3):
        press(qtbot, overview, "Shift+Left")
    lo_s, hi_s = session.viewport
    assert hi_s - lo_s >= 3600 - 1


def test_other_keys_go_on_to_the_window(overview, session, qtbot):
    session.show_range(*SPAN)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(overview, event)
    assert not event.isAccepted()
    assert session.viewport == SPAN


def test_what_has_the_keyboard_shows_it(overview, session):
    session.show_range(seconds(2016), seconds(2017))
    assert overview.focusPolicy() is Qt.FocusPolicy.TabFocus
    overview.clearFocus()
    before = overview.grab().toImage()
    overview.activateWindow()
    overview.setFocus(Qt.FocusReason.TabFocusReason)
    after = overview.grab().toImage()
    corner = 1, overview.height() - 2
    assert before.pixelColor(*corner).name() != session.theme.focus
    assert after.pixelColor(*corner).name() == session.theme.focus


def test_a_screen_reader_finds_a_slider_that_says_the_span(overview, session):
    session.show_range(*SPAN)
    node = QAccessible.queryAccessibleInterface(overview)
    assert node.role() == QAccessible.Role.Slider
    assert node.text(QAccessible.Text.Name) == "Overview of the whole library"
    assert node.text(QAccessible.Text.Value) == spans.in_words(*SPAN)
    assert "Arrows" in node.text(QAccessible.Text.Description)
    value = node.valueInterface()
    assert 0 < value.currentValue() < 100
    value.setCurrentValue(0.0)
    assert value.currentValue() == pytest.approx(0)
    assert session.viewport[0] == pytest.approx(overview.scale().lo_s, abs=2)
    assert session.viewport[1] - session.viewport[0] == pytest.approx(LENGTH_S, abs=2)
