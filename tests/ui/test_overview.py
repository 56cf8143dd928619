"""The overview: a window over the whole library."""

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from explorer.model.calendar import DAY_S, seconds
from explorer.model.query import Facet, Query
from explorer.paint import theme
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


def test_large_text_has_room_below_the_bars(overview, session):
    height, floor = overview.height(), overview.grips()[2].bottom()
    session.set_theme(replace(session.theme, size_px=24))
    assert overview.height() == height + 22
    assert overview.grips()[2].bottom() == floor
