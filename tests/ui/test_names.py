"""What the names of an event stand for, said once for the whole library."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from explorer.model.mention import Party, PartyType
from explorer.ui import changes
from explorer.ui.dialogs.names import Meaning, NamesDialog
from explorer.ui.session import Session
from tests.ui.conftest import named

PARTIES = (Party("Kestrel"), Party("Kestrell", is_new=True), Party("Ferry Board", PartyType.AGENCY))
Opened = Callable[[], NamesDialog]


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    def make() -> NamesDialog:
        dialog = NamesDialog(None, PARTIES, {"Kestrel": 3, "Kestrell": 1, "Osprey": 2})
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def choose(dialog: NamesDialog, row: int, choice: str, meaning: str = "") -> None:
    dialog.choices[row].setCurrentIndex(dialog.choices[row].findData(choice))
    dialog.fields[row].setText(meaning)


def test_nothing_is_said_of_names_left_alone(opened: Opened) -> None:
    dialog = opened()
    assert dialog.meanings == []
    assert not dialog.ok.isEnabled()


def test_each_name_is_confirmed_renamed_or_refused(opened: Opened) -> None:
    dialog = opened()
    choose(dialog, 0, "none")
    choose(dialog, 1, "right")
    choose(dialog, 2, "means", " Norwegian  Ferry Board ")
    assert dialog.meanings == [
        Meaning("Kestrel", ""),
        Meaning("Kestrell", "Kestrell"),
        Meaning("Ferry Board", "Norwegian Ferry Board"),
    ]
    assert dialog.ok.isEnabled()


def test_only_a_new_name_can_be_confirmed(opened: Opened) -> None:
    dialog = opened()
    assert [choice.findData("right") >= 0 for choice in dialog.choices] == [False, True, False]


def test_a_name_that_stands_for_nothing_yet_cannot_be_saved(opened: Opened) -> None:
    dialog = opened()
    choose(dialog, 1, "means")
    assert (dialog.ok.isEnabled(), dialog.fields[1].isVisible(), dialog.fields[0].isVisible()) == (
        False,
        True,
        False,
    )
    assert dialog.problem.text() == "Say which party the name stands for."


def test_the_names_of_the_library_are_offered_but_not_its_own(opened: Opened) -> None:
    dialog = opened()
    model = dialog.fields[0].completer().model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Kestrell", "Osprey"]


def test_a_name_given_holds_in_every_event_until_it_is_undone(session: Session) -> None:
    session.decide(changes.named("Kestrel", "Kestrel Ferries"))
    banned, fined = named(session, "banned"), named(session, "fine")
    assert [session.events[id_].companies for id_ in (banned, fined)] == [("Kestrel Ferries",)] * 2
    session.undo()
    assert session.events[named(session, "fine")].companies == ("Kestrel",)


def test_a_refused_name_takes_part_in_nothing(session: Session) -> None:
    session.decide(changes.named("Osprey", ""))
    assert session.events[named(session, "Osprey")].companies == ()
