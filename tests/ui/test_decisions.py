"""All decisions are listed: in words, with what they are about, undone and lost ones too; and lead back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from explorer.chronology import removal
from explorer.model.decision import (
    ArticleField,
    Review,
)
from explorer.ui import changes, moments
from explorer.ui.dialogs.decisions import DecisionsDialog, cells
from explorer.ui.session import Session
from tests.ui.conftest import named


@pytest.fixture
def shown(session: Session, qtbot: QtBot) -> Callable[..., DecisionsDialog]:
    def show(*, shows_lost: bool = False) -> DecisionsDialog:
        dialog = DecisionsDialog(None, session, shows_lost=shows_lost)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show


def whats(dialog: DecisionsDialog) -> list[str]:
    return [cells(line)[0] for line in dialog.model.lines]


def test_the_latest_decision_comes_first_with_its_event_article_and_moment(
    session: Session, shown: Callable[..., DecisionsDialog]
) -> None:
    ban = session.events[named(session, "banned in Norway")]
    session.accept([ban])
    session.decide(changes.article_edited("coast", ArticleField.PUBLISHER, "Coast Daily"))
    dialog = shown()
    assert whats(dialog) == ["Publisher set to Coast Daily", "Accepted"]
    _, about, where, made = cells(dialog.model.lines[1])
    assert about == f"3 May 2016 · {ban.title}"
    assert where == "Ferries & <b>bans</b>, Coast watch"
    assert made == moments.of_log(session.decisions[0].at)


def test_undone_decisions_are_struck_through_and_can_be_left_out(
    session: Session, shown: Callable[..., DecisionsDialog]
) -> None:
    session.accept([session.events[named(session, "founded in 2012")]])
    session.undo()
    dialog = shown()
    assert whats(dialog) == ["Accepted (undone)"]
    font = dialog.model.data(dialog.model.index(0, 0), Qt.ItemDataRole.FontRole)
    assert font.strikeOut()
    assert not dialog.back.isEnabled()
    dialog.choices[1].click()
    assert whats(dialog) == []


def test_words_are_found_in_all_columns(session: Session, shown: Callable[..., DecisionsDialog]) -> None:
    for words in ("banned in Norway", "founded in 2012"):
        session.accept([session.events[named(session, words)]])
    dialog = shown()
    dialog.search.setText("coast 2012")
    assert [line.event for line in dialog.model.lines] == [named(session, "founded in 2012")]
    assert dialog.count.text() == "1 of 2 decisions"


def test_a_decision_leads_to_its_event_or_its_article(
    session: Session, shown: Callable[..., DecisionsDialog], qtbot: QtBot
) -> None:
    event = named(session, "founded in 2012")
    session.accept([session.events[event]])
    dialog = shown()
    with qtbot.waitSignal(dialog.event_chosen) as chosen:
        dialog.ok.click()
    assert chosen.args == [event]
    session.decide(changes.article_edited("coast", ArticleField.PUBLISHER, "Coast Daily"))
    with qtbot.waitSignal((dialog := shown()).article_chosen) as opened:
        dialog.ok.click()
    assert opened.args == ["coast"]


def test_a_decision_about_an_article_that_is_taken_out_leads_nowhere(
    session: Session, shown: Callable[..., DecisionsDialog]
) -> None:
    session.decide(removal.taken_out(["coast"], list(session.events.values())))
    dialog = shown()
    assert cells(dialog.model.lines[0])[:3] == ("Article taken out", "", "Coast watch")
    assert not dialog.ok.isEnabled()


def test_all_from_one_decision_on_are_taken_back_and_redo_brings_them_again(
    session: Session, shown: Callable[..., DecisionsDialog], qtbot: QtBot
) -> None:
    for words in ("banned in Norway", "sail again", "founded in 2012"):
        session.accept([session.events[named(session, words)]])
    dialog = shown()
    dialog.table.selectRow(1)
    with qtbot.waitSignal(dialog.undo_asked) as asked:
        dialog.back.click()
    session.undo_back_to(*asked.args)
    accepted = [one for one in session.events.values() if one.review is Review.ACCEPTED]
    assert [one.id for one in accepted] == [named(session, "banned in Norway")]
    assert whats(dialog) == ["Accepted (undone)", "Accepted (undone)", "Accepted"]  # the list follows
    session.redo()
    session.redo()
    assert whats(dialog) == ["Accepted"] * 3


def test_what_is_listed_is_copied_as_a_table(session: Session, shown: Callable[..., DecisionsDialog]) -> None:
    session.accept([session.events[named(session, "founded in 2012")]])
    shown().copy.click()
    heading, line = QGuiApplication.clipboard().text().split("\n")
    assert heading == "Decision\tAbout\tArticle\tMade"
    assert line.startswith("Accepted\t2012 · ")


def test_before_anything_was_decided_the_list_says_so(shown: Callable[..., DecisionsDialog]) -> None:
    dialog = shown()
    assert dialog.count.text().startswith("Nothing was decided yet")
    assert not any(button.isEnabled() for button in (dialog.ok, dialog.back, dialog.copy))
