"""A span drawn on the timeline: said while it is drawn, then shown or filtered by."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from explorer.model.calendar import seconds
from explorer.paint import theme
from explorer.ui.timeline_view import TimelineView


@pytest.fixture
def view(qtbot, session):
    session.show_range(seconds(2016), seconds(2018))
    made = TimelineView(session)
    qtbot.addWidget(made)
    made.glide.is_reduced = True
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_it_is_said_with_its_length_and_how_many_events_lie_in_it(view):
    of = view.current_scene().scale
    view.span_hand.draw(of.x(seconds(2016, 5, 1)), of.x(seconds(2016, 6, 12)))
    assert view.span_hand.said() == "1 May – 11 Jun 2016, 42 days, 2 events"
    view.span_hand.draw(of.x(seconds(2016, 5, 1)), of.x(seconds(2016, 5, 20)))
    assert view.span_hand.said() == "1 – 19 May 2016, 19 days, 1 event"


def test_only_what_passes_the_filter_is_counted(view, session):
    session.select(())
    of = view.current_scene().scale
    session.filter_span(seconds(2016), seconds(2016, 6))
    view.span_hand.draw(of.x(seconds(2016, 5, 1)), of.x(seconds(2016, 12, 1)))
    assert view.span_hand.said().endswith(", 1 event")


def test_it_is_shown_when_the_hand_lets_go(view):
    scale = view.current_scene().scale
    view.span_hand.draw(400, 500)
    view.span_hand.draw(400, 600)
    view.span_hand.drop()
    assert view.shown == pytest.approx((scale.t(400), scale.t(600)), abs=2)
    assert not view.span_hand.is_drawing


def test_with_control_the_events_are_filtered_by_it(view, session):
    view.span_hand.draw(400, 600, filters=True)
    assert view.span_hand.said().startswith("Filter: ")
    drawn = view.current_scene().scale
    view.span_hand.drop()
    assert (session.query.lo_s, session.query.hi_s) == pytest.approx((drawn.t(400), drawn.t(600)), abs=1)


def test_a_click_is_no_span(view, session):
    before = view.shown
    view.span_hand.draw(400, 404)
    assert view.span_hand.said() == ""
    view.span_hand.drop()
    assert view.shown == before


def test_it_ends_at_the_names_of_the_lanes_and_at_the_edge(view):
    scene = view.current_scene()
    view.span_hand.draw(10, 2_000)
    view.span_hand.drop()
    assert view.shown == pytest.approx((scene.scale.lo_s, scene.scale.hi_s), abs=2)


def test_escape_lets_go_until_the_button_is_released(view):
    before = view.shown
    view.span_hand.draw(400, 600)
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, asked)
    assert asked.isAccepted()
    view.input.key(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    view.span_hand.draw(400, 640)
    assert not view.span_hand.is_drawing
    view.span_hand.drop()
    assert view.shown == before


@pytest.mark.parametrize("shown", theme.OURS)
def test_its_words_stand_on_a_plate_of_their_own_over_the_lanes(view, session, shown):
    session.set_theme(theme.load(shown))
    view.span_hand.draw(300, 760)
    scene = view.current_scene()
    picture = view.grab().toImage()
    row = [picture.pixelColor(x, round(scene.top) + 17).name() for x in range(302, 758)]
    assert session.theme.ground in row  # all else is tinted
    below = [picture.pixelColor(x, round(scene.bottom) - 3).name() for x in range(302, 758)]
    assert session.theme.ground not in below
