"""Going through a queue: a verdict leads on, undo leads back, and the place is kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.index.queues import Order, Queue
from explorer.library import Library
from explorer.model.decision import EventField, Review
from explorer.model.query import Facet
from explorer.paint import theme
from explorer.ui import changes
from explorer.ui.actions import DEEDS, Actions
from explorer.ui.review import Reviewer
from explorer.ui.review_bar import ReviewBar
from explorer.ui.session import Session
from tests.ui.conftest import fill, named


@pytest.fixture
def reviewer(session: Session) -> Reviewer:
    made = Reviewer(session)
    made.begin(Queue.UNREVIEWED)
    made.turn(Order.TIME)
    return made


def shown_bar(session: Session, reviewer: Reviewer, qtbot: QtBot) -> ReviewBar:
    window = QWidget()
    bar = ReviewBar(session, reviewer, Actions(window, dict.fromkeys(DEEDS, lambda: None)), window)
    qtbot.addWidget(window)
    window.resize(1400, 60)
    bar.resize(1400, 37)
    window.show()
    bar.window_kept = window  # type: ignore[attr-defined]  # lives as long as its bar
    return bar


def test_a_round_begins_at_the_first_event_that_waits(session: Session, reviewer: Reviewer) -> None:
    assert session.selection == (session.visible()[0],)
    assert len(reviewer.line.waiting) == 5


def test_a_verdict_leads_on_to_the_next(session: Session, reviewer: Reviewer) -> None:
    first, second, third, *_ = session.visible()
    session.accept()
    assert session.selection == (second,)
    session.reject()
    assert session.selection == (third,)
    assert [session.events[id_].review for id_ in (first, second)] == [Review.ACCEPTED, Review.REJECTED]
    assert (reviewer.line.place(third), reviewer.line.left(third)) == (3, 2)


def test_undo_brings_the_event_back_as_the_current_one(session: Session, reviewer: Reviewer) -> None:
    first, second, *_ = session.visible()
    session.accept()
    session.reject()
    session.undo()
    assert session.selection == (second,)
    assert session.events[second].review is Review.UNREVIEWED
    session.undo()
    assert session.selection == (first,)
    assert reviewer.line.left(first) == 4
    session.redo()
    assert session.selection == (second,)


def test_star_and_edit_stay_at_the_event(session: Session, reviewer: Reviewer) -> None:
    first = session.visible()[0]
    session.decide(changes.starred(session.selected, True))
    session.decide(changes.edited(session.events[first], EventField.TITLE, ("Another title",)))
    assert session.selection == (first,)
    assert session.round.at == first


def test_an_event_put_off_comes_again_at_the_end(session: Session, reviewer: Reviewer) -> None:
    first, second, *_ = session.visible()
    reviewer.put_off()
    assert session.selection == (second,)
    for _ in range(4):
        session.accept()
    assert session.selection == (first,)
    assert reviewer.line.left(first) == 0


def test_steps_go_through_the_queue_and_not_through_all_events(session: Session, reviewer: Reviewer) -> None:
    reviewer.turn(Order.TIME)
    order = session.visible()
    reviewer.step(1)
    assert session.selection == (order[1],)
    reviewer.step(-1)
    reviewer.step(-1)
    assert session.selection == (order[0],)


def test_an_event_chosen_elsewhere_is_judged_without_leaving_the_place(
    session: Session, reviewer: Reviewer
) -> None:
    order = session.visible()
    session.select([order[3]])
    assert session.round.at == order[3]
    session.accept()
    assert session.selection == (order[4],)
    session.accept()
    assert session.selection == (order[0],)  # and from the beginning again


def test_a_merge_stays_at_the_merged_event(session: Session, reviewer: Reviewer) -> None:
    fine, lift = named(session, "fine"), named(session, "sail again")
    session.select([fine])
    session.merge([session.events[fine], session.events[lift]])
    assert session.round.at == session.selection[-1]
    assert len(reviewer.line.waiting) == 4


def test_a_queue_that_is_through_says_so(session: Session, reviewer: Reviewer, qtbot: QtBot) -> None:
    bar = shown_bar(session, reviewer, qtbot)
    assert bar.place.text() == "1 of 5 · 4 left"
    for _ in range(4):
        session.accept()
    assert bar.place.text() == "5 of 5 · the last one"
    session.accept()
    assert bar.place.text() == "All 5 done"
    assert not bar.later.isEnabled()
    session.undo()
    assert bar.place.text() == "5 of 5 · the last one"


def test_the_filter_narrows_the_queue(session: Session, reviewer: Reviewer, qtbot: QtBot) -> None:
    bar = shown_bar(session, reviewer, qtbot)
    session.toggle(Facet.COMPANY, "Osprey")
    assert session.selection == (named(session, "Osprey"),)
    assert bar.place.text() == "1 of 1 · the last one"
    reviewer.begin(Queue.CONFLICT)
    assert bar.place.text() == "Nothing waits here under this filter"


def test_the_menu_counts_each_queue(session: Session, reviewer: Reviewer, qtbot: QtBot) -> None:
    bar = shown_bar(session, reviewer, qtbot)
    told = {action.text(): action for action in bar.queue_menu().actions()}
    assert told["To review\t5"].isChecked()
    assert not told["Conflicts\t0"].isEnabled()
    told["Single source\t4"].trigger()
    assert session.round.queue is Queue.SINGLE_SOURCE


def test_leaving_keeps_the_place(session: Session, reviewer: Reviewer, qtbot: QtBot) -> None:
    bar = shown_bar(session, reviewer, qtbot)
    session.accept()
    at = session.round.at
    reviewer.put_off()
    reviewer.step(-1)
    qtbot.mouseClick(bar.leave, Qt.MouseButton.LeftButton)
    assert bar.isHidden()
    session.select([])
    reviewer.toggle()
    assert not bar.isHidden()
    assert session.round.later == (at,)
    assert session.selection == (session.round.at,)


def test_the_place_is_kept_after_reopening(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "mine.timeline"
    fill(Library.create(path)).close()
    session = Session(theme.load("light"))
    reviewer = Reviewer(session)
    session.open(Library.open(path), "Mine")
    reviewer.begin(Queue.UNREVIEWED)
    session.accept()
    session.accept()
    place = session.round
    session.close()
    again = Session(theme.load("light"))
    other = Reviewer(again)
    again.open(Library.open(path), "Mine")
    assert again.round == place
    assert other.line.place(place.at) == 3
    assert again.selection == (place.at,)
    again.close()
