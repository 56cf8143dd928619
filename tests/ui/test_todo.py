"""To do: what waits, where it is silent, and what was decided on words that are gone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from explorer.index.queues import Queue
from explorer.model.calendar import DAY_S
from explorer.model.query import Facet
from explorer.ui import changes
from explorer.ui.dialogs.todo import TodoDialog, length
from explorer.ui.review import Reviewer
from explorer.ui.session import Session
from tests.ui.conftest import HARBOUR, named


def shown(session: Session, qtbot: QtBot) -> TodoDialog:
    dialog = TodoDialog(None, session, Reviewer(session).sizes())
    qtbot.addWidget(dialog)
    return dialog


def lines(made: QListWidget) -> list[str]:
    return [made.item(row).text() for row in range(made.count())]


def test_each_queue_in_which_something_waits_is_a_line_that_opens_it(session: Session, qtbot: QtBot) -> None:
    dialog = shown(session, qtbot)
    assert lines(dialog.queues) == [
        "To review: 5 – nobody has judged them",
        "Single source: 4 – nobody else tells of them",
    ]
    with qtbot.waitSignal(dialog.queue_chosen) as chosen:
        qtbot.keyClick(dialog.queues, Qt.Key.Key_Return)
    assert chosen.args == [Queue.UNREVIEWED]
    assert isinstance(chosen.args[0], Queue)


def test_no_line_of_a_list_that_has_not_the_keyboard_seems_to_be_chosen(session: Session, qtbot: QtBot) -> None:
    dialog = shown(session, qtbot)
    assert not dialog.queues.selectedItems()
    assert not dialog.silences.selectedItems()


def test_a_silence_leads_to_its_two_ends(session: Session, qtbot: QtBot) -> None:
    dialog = shown(session, qtbot)
    first, *_ = lines(dialog.silences)
    assert first.startswith("12 years between “Kestrel paid a fine of $2 mill")
    with qtbot.waitSignal(dialog.silence_chosen) as chosen:
        dialog.silences.itemActivated.emit(dialog.silences.item(0))
    assert chosen.args is not None
    assert (chosen.args[0].before, chosen.args[0].after) == (
        named(session, "fine"),
        named(session, "new route"),
    )


def test_it_keeps_to_the_filter(session: Session, qtbot: QtBot) -> None:
    session.toggle(Facet.COMPANY, "Osprey")
    dialog = shown(session, qtbot)
    assert lines(dialog.queues)[0].startswith("To review: 1")
    assert lines(dialog.silences) == ["No silence stands out: the events follow one another closely."]
    dialog.silences.itemActivated.emit(dialog.silences.item(0))  # a sentence opens nothing
    assert dialog.result() == 0


def test_where_all_is_judged_nothing_waits(session: Session, qtbot: QtBot) -> None:
    session.accept(list(session.events.values()))
    dialog = shown(session, qtbot)
    assert lines(dialog.queues) == ["Nothing waits: every event is judged, and no question is open."]


def test_decisions_whose_words_are_gone_are_told(session: Session, qtbot: QtBot) -> None:
    session.decide(changes.noted(session.events[named(session, "fine")], "check"))
    assert not hasattr(shown(session, qtbot), "lost")
    session.library.replace_mentions(HARBOUR, [])
    session.refresh()
    assert lines(shown(session, qtbot).lost) == ["Note: “Kestrel paid a fine of $2 milli…”"]


@pytest.mark.parametrize(
    ("days", "said"),
    [(1, "1 day"), (45, "45 days"), (70, "2 months"), (426, "14 months"), (365 * 6, "6 years")],
)
def test_a_silence_is_said_in_the_unit_that_people_use(days: int, said: str) -> None:
    assert length(days * DAY_S) == said
