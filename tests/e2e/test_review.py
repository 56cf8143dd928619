"""Going through the suggestions by the keyboard, as the manual tells it."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.model.decision import Review
from explorer.ui.dialogs.todo import TodoDialog
from tests.e2e.driver import Driver

ARTICLES = ("mayer-quits.txt", "india-59-apps.txt", "three-weeks-in-april.txt", "super-app.md")


def keys(drive: Driver, qtbot: QtBot, *pressed: Qt.Key) -> None:
    for key in pressed:
        qtbot.keyClick(drive.window, key)
        drive.settle()


def reviews(drive: Driver) -> list[Review]:
    return [event.review for event in drive.session.events.values()]


def test_ten_suggestions_are_judged_with_one_key_each(drive: Driver, qtbot: QtBot) -> None:
    keys(drive, qtbot, Qt.Key.Key_Q)
    bar = drive.space.review_bar
    total = len(drive.space.reviewer.line.ids)
    assert not bar.isHidden()
    assert bar.place.text() == f"1 of {total} · {total - 1} left"
    for number in range(2, 12):
        before = drive.session.current
        keys(drive, qtbot, Qt.Key.Key_R if number % 5 == 0 else Qt.Key.Key_A)
        assert drive.session.current is not None
        assert drive.session.current != before
        assert bar.place.text() == f"{number} of {total} · {total - number} left"
        assert drive.are_words_in_view(drive.session.current)
    assert reviews(drive).count(Review.ACCEPTED) == 8
    assert reviews(drive).count(Review.REJECTED) == 2


def test_undo_leads_back_to_the_event_just_judged(drive: Driver, qtbot: QtBot) -> None:
    keys(drive, qtbot, Qt.Key.Key_Q)
    first = drive.session.current
    keys(drive, qtbot, Qt.Key.Key_A, Qt.Key.Key_R)
    drive.press("undo")
    drive.press("undo")
    assert drive.session.current == first
    assert set(reviews(drive)) == {Review.UNREVIEWED}


def test_the_review_goes_on_where_it_was_left_yesterday(drive: Driver, qtbot: QtBot, library: Path) -> None:
    keys(drive, qtbot, Qt.Key.Key_Q, Qt.Key.Key_A, Qt.Key.Key_L, Qt.Key.Key_A)
    left, told = drive.session.selection, drive.space.review_bar.place.text()
    drive.close()
    again = Driver(qtbot)
    again.open(library, reads=False)
    assert again.session.selection == left
    assert again.space.review_bar.place.text() == told
    again.close()


def test_the_to_do_list_opens_a_queue(drive: Driver, qtbot: QtBot) -> None:
    drive.press("todo")
    dialog = drive.dialog()
    assert isinstance(dialog, TodoDialog)
    names = [dialog.queues.item(row).text() for row in range(dialog.queues.count())]
    dialog.queues.setCurrentRow(next(row for row, name in enumerate(names) if name.startswith("Single source")))
    qtbot.keyClick(dialog.queues, Qt.Key.Key_Return)
    drive.settle()
    assert drive.space.review_bar.queue.text().startswith("Single source")
    assert drive.session.current is not None
    assert drive.session.current.independent == 1


def test_all_events_of_a_filter_are_accepted_at_once_and_put_back_at_once(drive: Driver, qtbot: QtBot) -> None:
    drive.press("table")
    drive.type_search("India")
    chosen = drive.session.visible()
    assert 1 < len(chosen) < len(drive.session.events)
    drive.space.table.view.setFocus()
    drive.press("select_all")
    assert drive.status().endswith(f"{len(chosen)} selected")
    drive.press("accept")
    assert reviews(drive).count(Review.ACCEPTED) == len(chosen)
    drive.press("undo")
    assert reviews(drive).count(Review.ACCEPTED) == 0


def test_in_a_small_window_the_words_stand_beside_the_first_event_too(qtbot: QtBot, library: Path) -> None:
    small = Driver(qtbot, (1100, 700))
    small.open(library, reads=False)
    small.press("review")
    assert small.session.current is not None
    assert not small.space.inspector.isHidden()
    assert small.are_words_in_view(small.session.current)
    small.close()
