"""The timeline in the window: hands and keys on the real widget."""

import logging

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QToolTip

from explorer.model.calendar import DAY_S, seconds
from explorer.model.decision import EventField
from explorer.model.edtf import parse
from explorer.model.query import Facet
from explorer.paint import theme
from explorer.timeline.scene import Hit, Part
from explorer.ui import changes
from explorer.ui.timeline_hands import Burst, Throw, between
from explorer.ui.timeline_view import TimelineView
from tests.ui.conftest import named

SIZE = (900, 600)


@pytest.fixture
def view(qtbot, session):
    made = TimelineView(session)
    qtbot.addWidget(made)
    made.glide.is_reduced = True
    made.resize(*SIZE)
    made.show()
    qtbot.waitExposed(made)
    return made


def place(view, event_id):
    x0, x1, y = view.current_scene().boxes_of(event_id)[0]
    return QPointF((x0 + x1) / 2, y)


def press(view, event_id, *, modifiers=Qt.KeyboardModifier.NoModifier, double=False):
    view.input.click(place(view, event_id), modifiers, is_double=double)


def turn(view, notches, at, modifiers=Qt.KeyboardModifier.NoModifier):
    global_ = QPointF(view.mapToGlobal(at.toPoint()))
    event = QWheelEvent(
        at,
        global_,
        QPoint(),
        QPoint(0, round(notches * 120)),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    view.wheelEvent(event)


def test_it_opens_on_the_span_of_the_session(view, session):
    assert view.shown == pytest.approx(session.viewport)
    assert view.current_scene().in_view == sum(session.table.is_dated)


def test_a_click_selects_and_a_click_on_nothing_lets_go(view, session):
    ban = named(session, "banned in Norway")
    press(view, ban)
    assert session.selection == (ban,)
    view.input.click(QPointF(SIZE[0] - 5, view.current_scene().bottom - 3), Qt.KeyboardModifier.NoModifier)
    assert session.selection == ()


def test_control_adds_and_shift_takes_what_lies_between(view, session):
    first, fine, last = (
        named(session, "founded in 2012"),
        named(session, "fine of"),
        named(session, "sail again"),
    )
    press(view, first)
    press(view, fine, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert session.selection == (first, fine)
    press(view, fine, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert session.selection == (first,)
    press(view, last, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert session.selection[0] == first
    assert session.selection[-1] == last
    assert len(session.selection) >= 3


def test_a_double_click_opens_the_words(view, session, qtbot):
    ban = named(session, "banned in Norway")
    with qtbot.waitSignal(session.source_requested) as asked:
        press(view, ban, double=True)
    assert asked.args == [ban]


def test_the_wheel_zooms_at_the_pointer(view, session):
    at = QPointF(500, 300)
    before = view.current_scene().scale
    time_under = before.t(500)
    turn(view, 1, at)
    after = view.current_scene().scale
    assert after.s_per_px < before.s_per_px
    assert after.t(500) == pytest.approx(time_under, abs=2 * after.s_per_px)
    assert session.viewport == pytest.approx(view.shown, abs=1)


def test_shift_and_the_wheel_pan(view):
    before = view.current_scene().scale
    turn(view, 1, QPointF(500, 300), Qt.KeyboardModifier.ShiftModifier)
    after = view.current_scene().scale
    assert after.s_per_px == pytest.approx(before.s_per_px)
    assert after.lo_s < before.lo_s


def test_zoom_ends_at_one_hour_and_at_four_times_the_data(view):
    for _ in range(80):
        view.zoom(3, 500)
    lo_s, hi_s = view.shown
    assert hi_s - lo_s == pytest.approx(3600, rel=0.01)
    for _ in range(80):
        view.zoom(1 / 3, 500)
    lo_s, hi_s = view.shown
    first, last = view.deck.span
    assert hi_s - lo_s == pytest.approx(4 * (last - first), rel=0.01)


def test_panning_never_loses_the_data(view):
    for _ in range(100):
        view.pan(800)
    lo_s, hi_s = view.shown
    first, last = view.deck.span
    assert lo_s <= last
    assert hi_s >= first


def test_the_session_moves_the_view(view, session):
    session.show_range(seconds(2016), seconds(2017))
    assert view.shown == pytest.approx((seconds(2016), seconds(2017)))


def test_motion_is_animated_and_ends_where_it_should(view, session, qtbot):
    view.glide.is_reduced = False
    session.show_range(seconds(2016), seconds(2017))
    assert view.glide.is_moving
    assert view.shown != pytest.approx((seconds(2016), seconds(2017)))
    qtbot.waitUntil(lambda: not view.glide.is_moving)
    assert view.shown == pytest.approx((seconds(2016), seconds(2017)), abs=2)


def test_a_hand_stops_the_motion(view, session):
    view.glide.is_reduced = False
    session.show_range(seconds(2016), seconds(2017))
    view.pan(5)
    assert not view.glide.is_moving
    assert session.viewport == pytest.approx(view.shown, abs=1)


def test_an_event_selected_elsewhere_comes_into_view(view, session):
    session.show_range(seconds(2011), seconds(2013))
    ban = named(session, "banned in Norway")
    session.select([ban])
    assert view.current_scene().boxes_of(ban)
    assert view.current_scene().selected_x


@pytest.mark.parametrize("is_reduced", [True, False])
def test_an_event_of_another_time_comes_into_view_from_among_its_lanes_too(view, session, qtbot, is_reduced):
    view.setMinimumHeight(0)
    view.resize(900, 110)  # a lane and a half
    later = seconds(2100)
    session.show_range(later, later + 20 * 365 * DAY_S)
    view.glide.is_reduced = is_reduced
    for id_ in session.visible():
        session.show_range(later, later + 20 * 365 * DAY_S)
        qtbot.waitUntil(lambda: not view.motion.is_moving)
        session.select([id_])
        qtbot.waitUntil(lambda: not view.motion.is_moving)
        scene = view.current_scene()
        row = session.row_of(id_)
        drawn = [*scene.marks.y[scene.marks.row == row].tolist()]
        assert any(scene.top <= y <= scene.bottom for y in drawn), session.events[id_].title


@pytest.mark.parametrize(("key", "expected"), [(Qt.Key.Key_Home, "first"), (Qt.Key.Key_End, "last")])
def test_home_and_end_go_to_the_first_and_the_last(view, session, qtbot, key, expected):
    qtbot.keyClick(view, key)
    order = [session.table.ids[row] for row in np.flatnonzero(session.mask & session.table.is_dated)]
    assert session.selection == (order[0] if expected == "first" else order[-1],)


def test_arrows_go_through_time_and_lanes(view, session, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_Home)
    first = session.selection
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert session.selection != first
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert session.selection == first
    lanes = view.current_scene().lanes
    row = session.row_of(first[0])
    qtbot.keyClick(
        view, Qt.Key.Key_Up if view.deck.lane[view.deck.row == row][0] == lanes[-1].lane else Qt.Key.Key_Down
    )
    assert (
        view.deck.lane[view.deck.row == session.row_of(session.selection[0])][0]
        != view.deck.lane[view.deck.row == row][0]
    )


def test_plus_and_minus_zoom_and_f_fits_the_selected(view, session, qtbot):
    span = np.diff(view.shown)[0]
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert np.diff(view.shown)[0] < span
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert np.diff(view.shown)[0] == pytest.approx(span, rel=0.02)
    ban = named(session, "banned in Norway")
    session.select([ban])
    qtbot.keyClick(view, Qt.Key.Key_F)
    assert np.diff(view.shown)[0] < 60 * DAY_S
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.current_scene().in_view == sum(session.table.is_dated & session.mask)


def test_enter_opens_and_escape_lets_go(view, session, qtbot):
    ban = named(session, "banned in Norway")
    session.select([ban])
    with qtbot.waitSignal(session.source_requested):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert session.selection == ()


def test_fit_is_offered_when_nothing_is_in_view(view, session):
    assert not view.fit_button.isVisible()
    first, _ = view.deck.span
    session.show_range(round(first) - 20 * 365 * DAY_S, round(first) - 19 * 365 * DAY_S)
    view.current_scene()
    assert view.fit_button.isVisible()
    view.fit_button.click()
    view.current_scene()
    assert not view.fit_button.isVisible()


def test_a_filter_leaves_only_what_passes(view, session):
    from explorer.model.query import Facet

    session.toggle(Facet.COMPANY, "Osprey")
    assert len(np.unique(view.deck.row)) == session.mask.sum()
    assert view.current_scene().in_view == 1


def test_lanes_follow_the_session(view, session):
    session.set_lanes("company")
    assert {box.label for box in view.current_scene().lanes} >= {"Kestrel", "Osprey"}
    session.set_lanes("source")
    assert "Coast watch" in {box.label for box in view.current_scene().lanes}


def test_a_lane_closes_by_its_name(view):
    box = view.current_scene().lanes[0]
    view.input.click(QPointF(20, box.y0 + 10), Qt.KeyboardModifier.NoModifier)
    assert view.current_scene().lanes[0].is_collapsed
    view.input.click(QPointF(20, view.current_scene().lanes[0].y0 + 10), Qt.KeyboardModifier.NoModifier)
    assert not view.current_scene().lanes[0].is_collapsed


def test_a_closed_lane_is_of_the_session_and_deals_nothing_anew(view, session):
    deck = view.deck
    session.arrange(session.arrangement.fold(deck.lanes[0].key))
    assert view.current_scene().lanes[0].is_collapsed
    assert view.deck is deck
    session.set_lanes("company")
    assert not view.current_scene().lanes[0].is_collapsed
    session.set_lanes("kind")
    assert view.current_scene().lanes[0].is_collapsed


def test_a_cluster_zooms_in_and_one_that_cannot_be_parted_opens_its_lane(view):
    lo_s, hi_s = view.shown
    middle, part = (lo_s + hi_s) / 2, (hi_s - lo_s) / 10
    view.input.open_cluster(Hit(Part.CLUSTER, "", 0, middle, middle + part, 7))
    assert view.shown == pytest.approx((middle - 0.15 * part, middle + 1.15 * part), rel=0.01)
    view.input.open_cluster(Hit(Part.CLUSTER, "", 0, *view.shown, 7))
    assert view.lane_hands.is_expanded(view.deck.lanes[0].key)


def test_another_theme_is_another_picture(view, session):
    session.set_theme(theme.load("dark"))
    assert view.grab().toImage().pixelColor(400, 10) == QColor(theme.load("dark").ground)


def test_hovering_previews_and_tells_the_words_as_plain_text(view, session):
    fine = named(session, "fine of")
    view.input.hover(place(view, fine))
    assert session.preview == fine
    told = view.input.tip_of(Hit(Part.EVENT, fine))
    assert "fine of $2 million" in told
    assert "Ferries &amp; &lt;b&gt;bans&lt;/b&gt;" in told
    view.input.hover(None)
    assert session.preview is None


def test_what_is_told_of_a_mark_goes_when_another_is_selected_or_the_view_moves(view, session, qtbot):
    fine, ban = named(session, "fine"), named(session, "banned in Norway")
    view.input.hover(place(view, fine))
    qtbot.waitUntil(QToolTip.isVisible)
    session.select([ban])
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    view.input.hover(place(view, ban))
    qtbot.waitUntil(QToolTip.isVisible)
    view.pan(40)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    assert session.preview is None


def test_a_failure_while_painting_is_logged_and_ends_nothing(view, monkeypatch, caplog):
    def fail(*_):
        raise ValueError("broken scene")

    monkeypatch.setattr(view, "current_scene", fail)
    with caplog.at_level(logging.ERROR):
        view.grab()
    assert "broken scene" in caplog.text
    caplog.clear()


def test_the_rest_of_the_undated_can_be_asked_for(view, qtbot):
    with qtbot.waitSignal(view.undated_asked):
        view.input.do(Hit(Part.MORE, count=3), Qt.KeyboardModifier.NoModifier)


def test_a_burst_of_the_wheel_is_held():
    burst = Burst()
    whole = np.prod([burst.factor(1, 10.0 + at * 0.001) for at in range(30)])
    assert whole == pytest.approx(1.6)
    assert burst.factor(1, 20.0) == pytest.approx(1.22)


def test_a_throw_coasts_only_when_the_hand_was_fast():
    fast, slow = Throw(), Throw()
    for at in range(5):
        fast.moved(20, 1 + at * 0.01)
        slow.moved(1, 1 + at * 0.01)
    assert fast.distance(1.05) > 50
    assert slow.distance(1.05) == 0
    assert fast.distance(1.06) == 0


def test_halfway_the_span_is_the_mean_ratio_and_ends_are_exact():
    assert between((0, 100), (40, 50), 0)[0] == pytest.approx(0)
    assert between((0, 100), (40, 50), 1) == (40, 50)
    lo, hi = between((0, 100), (40, 50), 0.5)
    assert hi - lo == pytest.approx(1000**0.5)
    assert between((0, 10), (20, 30), 0.5) == pytest.approx((10, 20))


def test_fit_shows_what_passes_the_filter_and_the_filter_leaves_the_limits_alone(view, session):
    limits = view.box.state["limits"]["xLimits"]
    view.glide.is_reduced = True
    event = session.events[session.visible()[0]]
    session.toggle(Facet.KIND, event.kind)
    assert view.box.state["limits"]["xLimits"] == limits
    view.fit()
    lo_s, hi_s = session.viewport
    kept = [session.events[id_].when for id_ in session.visible()]
    assert lo_s < min(when.lo_s for when in kept if when)
    first, last = view.deck.span
    assert hi_s - lo_s < (last - first) * 1.2 + 3 * 86_400


def test_the_selected_event_is_marked_where_it_is_after_events_changed_places(view, session):
    fine, founded = named(session, "fine"), named(session, "Osprey")
    session.select([fine])
    session.decide(changes.edited(session.events[fine], EventField.WHEN, ("2001", "")))
    assert (session.row_of(fine), session.row_of(founded)) == (0, 1)
    view.fit()
    scene = view.current_scene()
    (x0, x1, _), *_ = scene.boxes_of(fine)
    assert len(scene.selected_x) == 1
    assert x0 <= scene.selected_x[0] <= x1


@pytest.mark.parametrize("edtf", ["2016-05", "1950", "2090", "2012/2020"])
def test_a_date_that_is_typed_lies_on_the_timeline_as_a_ghost_until_it_ends(view, session, edtf):
    press(view, named(session, "fine of"))
    before = view.grab().toImage()
    session.show_ghost(parse(edtf))
    assert view.grab().toImage() != before
    session.show_ghost(None)
    assert view.grab().toImage() == before
