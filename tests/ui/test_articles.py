"""The list of articles: several are taken out at once, and those taken out are put back one by one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from explorer.chronology import removal
from explorer.ui.dialogs.articles import ArticlesDialog
from explorer.ui.session import Session


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> ArticlesDialog:
    made = ArticlesDialog(None, session)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def lines(dialog: ArticlesDialog, *columns: int) -> list[tuple[str, ...]]:
    table = dialog.table
    rows = (row for row in range(table.rowCount()) if not table.isRowHidden(row))
    return [tuple(table.item(row, column).text() for column in columns) for row in rows]


def take_out(session: Session, *articles: str) -> None:
    session.decide(removal.taken_out(articles, session.events.values()))


def test_each_article_is_a_line_with_what_is_known_of_it(dialog: ArticlesDialog) -> None:
    assert lines(dialog, 0, 1, 2, 3) == [
        ("Coast watch", "", "unknown", "2"),
        ("Ferries & <b>bans</b>", "The Harbour Post", "February 2018", "4"),
    ]
    assert dialog.count.text() == "2 articles"
    assert not dialog.removed.isVisible()


def test_a_narrow_list_leaves_room_for_titles(dialog: ArticlesDialog) -> None:
    def hidden() -> list[bool]:
        return [dialog.table.isColumnHidden(column) for column in range(5)]

    dialog.resize(940, 600)
    assert hidden() == [False] * 5
    dialog.resize(dialog.minimumWidth(), 600)
    assert hidden() == [False, True, False, False, True]
    dialog.resize(940, 600)
    assert hidden() == [False] * 5


def test_columns_sort_by_their_values(dialog: ArticlesDialog) -> None:
    dialog.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert lines(dialog, 3) == [("4",), ("2",)]


def test_the_field_leaves_the_articles_that_hold_its_words(dialog: ArticlesDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.search, "post ferr")
    assert lines(dialog, 0) == [("Ferries & <b>bans</b>",)]
    assert dialog.count.text() == "1 of 2 articles"


def test_what_is_sifted_out_is_not_chosen(dialog: ArticlesDialog, qtbot: QtBot) -> None:
    dialog.table.selectAll()
    qtbot.keyClicks(dialog.search, "coast")
    assert dialog.chosen == ["coast"]


def test_delete_asks_to_take_out_all_that_are_chosen(dialog: ArticlesDialog, qtbot: QtBot) -> None:
    dialog.table.selectAll()
    assert dialog.out.text() == "Take 2 out of the library"
    with qtbot.waitSignal(dialog.removal_asked) as asked:
        qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert asked.args == [["coast", "harbour"]]


def test_delete_in_the_field_is_of_its_words(dialog: ArticlesDialog, qtbot: QtBot) -> None:
    dialog.search.setFocus()
    with qtbot.assertNotEmitted(dialog.removal_asked):
        qtbot.keyClick(dialog.search, Qt.Key.Key_Delete)


def test_the_lists_follow_and_enter_puts_back(dialog: ArticlesDialog, session: Session, qtbot: QtBot) -> None:
    take_out(session, "harbour")
    assert lines(dialog, 0) == [("Coast watch",)]
    assert dialog.removed.item(0).text() == "Ferries & <b>bans</b> · The Harbour Post · February 2018"
    assert dialog.removed_title.text() == "Taken out of the library · 1"
    dialog.removed.setFocus()
    with qtbot.waitSignal(dialog.return_asked) as asked:
        qtbot.keyClick(dialog.removed, Qt.Key.Key_Return)
    assert asked.args == [["harbour"]]
    session.undo()
    assert len(lines(dialog, 0)) == 2
    assert not dialog.removed.isVisible()


def test_without_articles_the_keyboard_begins_with_those_taken_out(session: Session, qtbot: QtBot) -> None:
    take_out(session, "harbour", "coast")
    made = ArticlesDialog(None, session)
    qtbot.addWidget(made)
    assert made.focusWidget() is made.removed
    assert not made.out.isEnabled()
    assert made.back.isEnabled()


def test_one_chosen_article_is_opened(dialog: ArticlesDialog, qtbot: QtBot) -> None:
    dialog.table.selectRow(1)
    with qtbot.waitSignal(dialog.article_chosen) as chosen:
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert chosen.args == ["harbour"]


def test_several_are_not_opened_or_corrected(dialog: ArticlesDialog) -> None:
    assert dialog.table.selectionMode() is QAbstractItemView.SelectionMode.ExtendedSelection
    dialog.table.selectAll()
    assert not dialog.ok.isEnabled()
    assert not dialog.correct.isEnabled()


def test_a_library_that_only_can_be_read_lists_its_articles(session: Session, qtbot: QtBot) -> None:
    session.library.is_read_only = True
    made = ArticlesDialog(None, session)
    qtbot.addWidget(made)
    assert not made.out.isEnabled()
    assert made.ok.isEnabled()


def test_what_was_done_here_is_told_and_undone_here(
    dialog: ArticlesDialog, session: Session, qtbot: QtBot
) -> None:
    assert not dialog.undo.isVisible()
    take_out(session, "harbour")
    session.notice("Ferries & <b>bans</b> is out of the library.")
    assert dialog.outcome.text() == "Ferries & <b>bans</b> is out of the library."
    assert dialog.undo.toolTip() == "Undo the removal of an article (Ctrl+Z)"
    dialog.undo.setFocus()
    qtbot.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    assert len(lines(dialog, 0)) == 2
    assert not dialog.undo.isVisible()
    assert not dialog.outcome.isVisible()
    assert dialog.table.hasFocus()


def test_what_was_done_before_is_not_undone_here(session: Session, qtbot: QtBot) -> None:
    take_out(session, "harbour")
    made = ArticlesDialog(None, session)
    qtbot.addWidget(made)
    made.show()
    assert not made.undo.isVisible()
    qtbot.keyClick(made, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert lines(made, 0) == [("Coast watch",)]
    take_out(session, "coast")
    qtbot.keyClick(made, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert lines(made, 0) == [("Coast watch",)]
