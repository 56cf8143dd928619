"""The span of time on screen: it follows the session without echo, and leads it where a hand moves it."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.model.calendar import DAY_S, seconds
from explorer.timeline.scale import MIN_SPAN_S, Scale
from explorer.ui.session import Session
from explorer.ui.timeline_motion import Motion


@pytest.fixture
def motion(session: Session, qtbot: QtBot) -> Motion:
    view = QWidget()
    qtbot.addWidget(view)
    view.show()
    made = Motion(view, session)
    made.glide.is_reduced = True
    made.take_limits()
    made.jump(made.wanted)
    made.view = view  # it lives as long
    return made


def test_it_goes_where_the_session_is_and_tells_nothing_back(
    motion: Motion, session: Session, qtbot: QtBot
) -> None:
    asked = (seconds(2016), seconds(2017))
    session.show_range(*asked)
    assert motion.shown == pytest.approx(asked)
    with qtbot.assertNotEmitted(session.viewport_changed):
        motion.follow()
    assert session.viewport == asked


def test_a_hand_leads_the_session_and_then_comes_to_rest(
    motion: Motion, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignals([motion.held, motion.moved, session.viewport_changed]):
        motion.move_by_hand(seconds(2016), seconds(2017))
    assert motion.is_moving
    assert session.viewport == pytest.approx(motion.shown, abs=1)
    qtbot.waitSignal(motion.rested).wait()
    assert not motion.is_moving


def test_no_hand_goes_nearer_than_an_hour_or_further_than_four_times_the_data(motion: Motion) -> None:
    middle = seconds(2017)
    motion.move_by_hand(middle, middle + 1)
    lo_s, hi_s = motion.shown
    assert hi_s - lo_s == pytest.approx(MIN_SPAN_S)
    motion.move_by_hand(seconds(1), seconds(9000))
    lo_s, hi_s = motion.shown
    assert hi_s - lo_s == pytest.approx(4 * (motion.data[1] - motion.data[0]))


def test_a_drag_coasts_to_its_end_and_a_short_one_stays(motion: Motion, session: Session, qtbot: QtBot) -> None:
    motion.glide.is_reduced = False
    motion.jump((seconds(2016), seconds(2017)))
    before = Scale(*motion.shown, 0, 365)
    motion.coast(before, 5)
    assert not motion.glide.is_moving
    motion.coast(before, -20)
    assert session.viewport[0] == pytest.approx(seconds(2016) + 20 * DAY_S, abs=DAY_S)
    qtbot.waitUntil(lambda: not motion.glide.is_moving)
    assert motion.shown == pytest.approx(session.viewport, abs=2)
