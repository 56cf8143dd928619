"""What a screen reader finds on the timeline: a list of events, each with its words, place and state."""

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible

from explorer.model.query import Facet
from explorer.ui.timeline_view import TimelineView
from tests.ui.conftest import named


@pytest.fixture
def view(qtbot, session):
    made = TimelineView(session)
    qtbot.addWidget(made)
    made.glide.is_reduced = True
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def of(view):
    return QAccessible.queryAccessibleInterface(view)


def names(view):
    return [of(view).child(at).text(QAccessible.Text.Name) for at in range(of(view).childCount())]


def test_the_events_are_a_list_in_the_order_of_time(view, session):
    node = of(view)
    assert node.role() == QAccessible.Role.List
    assert node.text(QAccessible.Text.Name) == "Timeline"
    assert len(names(view)) == session.mask.sum()
    for told, id_ in zip(names(view), session.visible(), strict=True):
        assert told.startswith(session.events[id_].title)


def test_an_event_tells_title_date_kind_and_sources(view, session):
    told = names(view)[session.visible().index(named(session, "banned in Norway"))]
    assert "3 May 2016" in told
    assert "Ban" in told
    assert "Ferries & <b>bans</b>" in told
    assert "Coast watch" in told
    planned = names(view)[session.visible().index(named(session, "planned for 2030"))]
    assert "planned" in planned


def test_only_what_passes_the_filter_is_in_the_list(view, session):
    session.toggle(Facet.COMPANY, "Osprey")
    assert len(names(view)) == 1


def test_an_event_lies_where_its_mark_is(view, session):
    ban = named(session, "banned in Norway")
    at = session.visible().index(ban)
    place = of(view).child(at).rect()
    x0, x1, y = view.current_scene().boxes_of(ban)[0]
    assert place.contains(view.mapToGlobal(view.rect().topLeft()) + _point((x0 + x1) / 2, y))
    under = of(view).childAt(place.center().x(), place.center().y())
    assert of(view).indexOfChild(under) == at


def _point(x, y):
    from PySide6.QtCore import QPoint

    return QPoint(round(x), round(y))


def test_the_selected_event_is_said_to_be(view, session):
    ban = named(session, "banned in Norway")
    child = of(view).child(session.visible().index(ban))
    assert not child.state().selected
    session.select([ban])
    assert child.state().selected
    session.show_range(0, 86_400)
    assert child.state().offscreen


def test_an_event_that_has_gone_is_not_valid(view, session):
    last = of(view).childCount() - 1
    child = of(view).child(last)
    assert child.isValid()
    session.leave()
    assert not child.isValid()
    assert child.text(QAccessible.Text.Name) == ""
    assert of(view).childCount() == 0


def test_a_view_that_was_listened_to_can_be_closed(qapp, session):
    for _ in range(5):
        made = TimelineView(session)
        made.show()
        kept = [of(made).child(at) for at in range(of(made).childCount())]
        assert all(one.isValid() for one in kept)
        made.close()
        made.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        del made
        gc.collect()
        assert not any(one.isValid() for one in kept)
