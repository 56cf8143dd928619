"""Lanes and measures in a person's hands: dragged, pinned, hidden, made higher; and kept in the library."""

import itertools

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QKeyEvent, QPointingDevice, QWheelEvent

from explorer.chronology.measures import Point, Series
from explorer.model.edtf import parse
from explorer.model.query import Facet
from explorer.timeline.arrangement import Arrangement
from explorer.timeline.lanes import REST, Lane
from explorer.timeline.scene import Hit, Part
from explorer.ui import timeline_tip, view_state
from explorer.ui.timeline_view import TimelineView
from tests.ui.conftest import named

# A view that scrolls hands mouse events on to its scene, which Qt remarks on when a test sends them.
pytestmark = pytest.mark.qt_log_ignore("not accepted by receiving widget")
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def view(qtbot, session):
    made = TimelineView(session)
    qtbot.addWidget(made)
    made.glide.is_reduced = True
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def measured(view, session):
    """A view with a measure."""
    fine, ban = named(session, "fine of"), named(session, "banned in Norway")
    points = (Point(ban, "m", parse("2016"), 2e6), Point(fine, "n", parse("2017"), 3e6))
    session._held.series = [Series("Kestrel", "users", points)]
    session.events_changed.emit()
    return view


def keys(view):
    return [box.key for box in view.current_scene().lanes]


def middle(view, key):
    box = next(box for box in view.current_scene().lanes if box.key == key)
    return (box.y0 + box.y1) / 2


def drag(qtbot, view, start, end):
    area = view.viewport()
    qtbot.mousePress(area, Qt.MouseButton.LeftButton, pos=QPoint(*start))
    for share in (0.3, 0.7, 1):
        x, y = (round(a + (b - a) * share) for a, b in zip(start, end, strict=True))
        qtbot.mouseMove(area, QPoint(x, y))
        qtbot.wait(30)  # pyqtgraph drops moves that come faster than it paints
    qtbot.mouseRelease(area, Qt.MouseButton.LeftButton, pos=QPoint(*end))


def test_a_lane_is_dragged_by_its_name(view, session, qtbot):
    first, second, *_ = keys(view)
    drag(qtbot, view, (40, round(middle(view, first))), (40, round(middle(view, second)) + 4))
    assert keys(view)[:2] == [second, first]
    assert session.arrangement.order[:2] == (second, first)


def test_escape_leaves_a_held_lane_where_it_was(view, session):
    before = keys(view)
    assert view.lane_hands.take(middle(view, before[0]))
    view.lane_hands.drag(middle(view, before[-1]))
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, NONE)
    assert view.event(asked)
    assert asked.isAccepted()
    view.input.key(Qt.Key.Key_Escape, NONE)
    view.lane_hands.drop()
    assert keys(view) == before
    assert session.arrangement == Arrangement()


def test_a_held_lane_is_seen_until_it_is_dropped(view):
    before = view.grab().toImage()
    view.lane_hands.take(middle(view, keys(view)[0]))
    assert view.grab().toImage() != before
    view.lane_hands.let_go()
    assert view.grab().toImage() == before


def test_control_shift_and_arrows_move_the_lane_of_the_current_event(view, session, qtbot):
    ban = named(session, "banned in Norway")
    session.select([ban])
    at = keys(view).index("ban")
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(view, Qt.Key.Key_Down, modifiers)
    assert keys(view).index("ban") == at + 1
    assert session.selection == (ban,)
    qtbot.keyClick(view, Qt.Key.Key_Up, modifiers)
    assert keys(view).index("ban") == at


def chosen(view, key, text):
    box = next((box for box in view.current_scene().lanes if box.key == key), None)
    menu = view.lane_hands.menu(box)
    return next(action for action in menu.actions() if action.text() == text)


def test_a_lane_is_pinned_hidden_and_brought_back_by_its_menu(view, session):
    before = keys(view)
    chosen(view, before[-1], "Pin to the top").trigger()
    assert keys(view)[0] == before[-1]
    assert view.current_scene().lanes[0].is_pinned
    chosen(view, before[0], "Hide").trigger()
    assert before[0] not in keys(view)
    assert view.current_scene().hidden_text == "1 hidden lane"
    view.input.do(Hit(Part.HIDDEN, count=1), NONE)
    assert before[0] in keys(view)
    chosen(view, before[0], "Order by themselves").trigger()
    assert keys(view) == before


def test_the_ends_cannot_be_moved_beyond_and_the_last_lane_not_hidden(view, session):
    first, *_, last = keys(view)
    assert not chosen(view, first, "Move up").isEnabled()
    assert not chosen(view, last, "Move down").isEnabled()
    session.set_lanes("none")
    assert not chosen(view, "", "Hide").isEnabled()


def test_each_field_keeps_its_own_order(view, session):
    session.arrange(Arrangement(pinned=frozenset({"ban"})))
    session.set_lanes("company")
    assert session.arrangement == Arrangement()
    session.set_lanes("kind")
    assert session.arrangement.pinned == {"ban"}


def test_how_lanes_and_measures_stand_is_kept_in_the_library(view, session):
    session.arrange(Arrangement(("ban",), frozenset({"ban"}), frozenset({"launch"})))
    kept = view_state.load(view_state.dump(session))
    assert kept.arrangements == session.arrangements
    assert kept.chart == session.chart


def test_a_right_click_on_an_event_selects_it_and_asks_for_its_menu(view, session, qtbot):
    ban = named(session, "banned in Norway")
    x0, x1, y = view.current_scene().boxes_of(ban)[0]
    with qtbot.waitSignal(view.menu_asked) as asked:
        view.input.menu(QPoint(round((x0 + x1) / 2), round(y)), QPoint(5, 5))
    assert asked.args == [ban, QPoint(5, 5)]
    assert session.selection == (ban,)


def test_the_measures_change_their_scale_at_a_click(measured, session):
    for name, field in (("log", "is_log"), ("index", "is_indexed")):
        measured.input.do(Hit(Part.SWITCH, name), NONE)
        assert getattr(session.chart, field)
        measured.input.do(Hit(Part.SWITCH, name), NONE)
        assert not getattr(session.chart, field)


def test_the_measures_are_dragged_higher_within_bounds(measured, session, qtbot):
    edge = round(measured.current_scene().band.y1)
    drag(qtbot, measured, (500, edge), (500, edge + 60))
    assert session.chart.height_px == pytest.approx(188, abs=2)
    lanes = measured.current_scene().lanes
    assert lanes[0].y0 == measured.current_scene().band.y1
    drag(qtbot, measured, (500, edge + 60), (500, 0))
    assert session.chart.height_px == 100


PAD = QPointingDevice(
    "pad",
    77,
    QInputDevice.DeviceType.TouchPad,
    QPointingDevice.PointerType.Finger,
    QInputDevice.Capability.PixelScroll,
    2,
    0,
)


def swipe(view, pixels, modifiers=NONE):
    at = QPointF(500, 300)
    event = QWheelEvent(
        at,
        QPointF(view.mapToGlobal(at.toPoint())),
        QPoint(*pixels),
        QPoint(*(8 * one for one in pixels)),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.ScrollUpdate,
        False,
        Qt.MouseEventSource.MouseEventNotSynthesized,
        PAD,
    )
    view.wheelEvent(event)


def test_two_fingers_pan_the_time_and_scroll_the_lanes(view, session):
    view.setMinimumHeight(100)
    view.resize(900, 130)
    before = view.current_scene()
    swipe(view, (-40, 0))
    after = view.current_scene()
    assert after.scale.s_per_px == pytest.approx(before.scale.s_per_px)
    assert before.scale.x(after.scale.lo_s) == pytest.approx(before.scale.left + 40, abs=1)
    swipe(view, (0, -30))
    assert view.current_scene().scroll == pytest.approx(30)
    assert view.current_scene().scale.lo_s == after.scale.lo_s


def test_two_fingers_with_control_zoom(view):
    before = view.current_scene().scale
    swipe(view, (0, 15), Qt.KeyboardModifier.ControlModifier)
    assert view.current_scene().scale.s_per_px < before.s_per_px


def test_the_focus_is_seen_when_it_comes_by_the_keyboard(view, qtbot):
    view.clearFocus()
    plain = view.grab().toImage()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.grab().toImage() != plain
    view.clearFocus()
    view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert view.grab().toImage() == plain


def test_lanes_never_jump_while_a_hand_pans(view, session):
    session.set_lanes("company")
    heights = [(box.key, box.y0, box.y1) for box in view.current_scene().lanes]
    places = []
    for _ in range(20):
        view.pan(7)
        assert [(box.key, box.y0, box.y1) for box in view.current_scene().lanes] == heights
        scene = view.current_scene()
        places.append(dict(zip(scene.marks.row.tolist(), scene.marks.y.tolist(), strict=False)))
    for one, other in itertools.pairwise(places):
        assert all(other[row] == y for row, y in one.items() if row in other)


def test_measures_say_when_no_value_lies_in_the_window(measured, session):
    assert not measured.current_scene().band.is_empty
    session.show_range(0, 86_400 * 300)
    assert measured.current_scene().band.is_empty
    measured.grab()


def test_the_tip_of_a_lane_that_stands_for_several_names_them(view):
    held = tuple(Lane(name, name, 1) for name in ("Ash", "Birch & Sons"))
    told = timeline_tip.of_hit(Hit(Part.LANE), Lane(REST, "5 more", 9, values=5, held=held))
    assert "Ash; Birch &amp; Sons and 3 more" in told
    first = keys(view)[0]
    assert "too many" not in view.input.tip_of(Hit(Part.LANE, first, 0))


def test_the_menu_of_a_lane_filters_to_it_and_back(view, session):
    session.set_lanes("company")
    key = next(key for key in keys(view) if key)
    chosen(view, key, "Show only these events").trigger()
    assert session.query.ticked == {(Facet.COMPANY, key)}
    chosen(view, key, "Show the others again").trigger()
    assert not session.query.ticked


def test_the_menu_of_a_source_opens_its_article(view, session):
    session.set_lanes("source")
    first = keys(view)[0]
    chosen(view, first, "Open the article").trigger()
    assert session.article == first
    session.set_lanes("kind")
    box = view.current_scene().lanes[0]
    assert "Open the article" not in [action.text() for action in view.lane_hands.menu(box).actions()]


def test_a_lane_of_what_has_no_value_offers_no_filter(view, session):
    session.set_lanes("tag")
    box = view.current_scene().lanes[-1]
    assert box.key == ""
    assert "Show only these events" not in [action.text() for action in view.lane_hands.menu(box).actions()]
