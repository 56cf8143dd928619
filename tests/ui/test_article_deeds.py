"""Taking articles out: no question, a notice that says what it did, and a way back beside it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from explorer.chronology import removal
from explorer.model.errors import ExplorerError
from explorer.ui import changes
from explorer.ui.article_deeds import ArticleDeeds
from explorer.ui.session import Session
from explorer.ui.window import Window
from tests.ui.conftest import named


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    session.noticed.connect(lambda told, is_warning: made.notice.tell(told, is_warning=is_warning))
    made.show()
    yield made
    made.close()


@pytest.fixture
def deeds(window: Window, session: Session) -> ArticleDeeds:
    return ArticleDeeds(window, session)


def said(window: Window) -> tuple[str, str]:
    notice = window.notice
    return notice.label.text(), notice.offered.text() if notice.offered.isVisible() else ""


def test_the_article_in_front_is_taken_out_and_the_notice_says_what_it_did(
    deeds: ArticleDeeds, session: Session, window: Window
) -> None:
    session.open_article("harbour")
    deeds.functions()["remove_article"]()
    assert list(session.articles) == ["coast"]
    assert said(window) == ("“Ferries & <b>bans</b>” taken out: 3 events gone, 1 keeps other sources.", "Undo")


def test_several_are_one_step(deeds: ArticleDeeds, session: Session, window: Window) -> None:
    deeds.take_out(["harbour", "coast"])
    assert said(window)[0] == "2 articles taken out: 5 events gone."
    assert session.undo_label == "removal of an article (2)"
    session.undo()
    assert len(session.articles) == 2


def test_undo_stands_beside_the_notice_which_goes_with_it(
    deeds: ArticleDeeds, session: Session, window: Window
) -> None:
    deeds.take_out(["harbour"])
    window.notice.offered.click()
    assert list(session.articles) == ["harbour", "coast"]
    assert session.undo_label == ""
    assert not window.notice.isVisible()


def test_the_notice_goes_when_the_step_is_undone_elsewhere(
    deeds: ArticleDeeds, session: Session, window: Window
) -> None:
    deeds.take_out(["harbour"])
    session.undo()
    assert not window.notice.isVisible()


def test_after_another_decision_undo_beside_the_notice_touches_only_the_article(
    deeds: ArticleDeeds, session: Session, window: Window
) -> None:
    deeds.take_out(["harbour"])
    session.decide(changes.starred([session.events[named(session, "Osprey")]], True))
    window.notice.offered.click()
    assert list(session.articles) == ["harbour", "coast"]
    assert session.events[named(session, "Osprey")].is_starred
    assert said(window) == ("“Ferries & <b>bans</b>” is back in the library, with all that was decided.", "")


def test_without_an_article_there_is_nothing_to_take_out(deeds: ArticleDeeds, session: Session) -> None:
    for article in session.tabs:
        session.close_article(article)
    with pytest.raises(ExplorerError, match="Open an article first"):
        deeds.functions()["remove_article"]()


def test_what_was_to_be_added_again_can_be_put_back(
    deeds: ArticleDeeds, session: Session, window: Window
) -> None:
    session.decide(removal.taken_out(["coast"], session.events.values()))
    session.notice("1 article was taken out of this library before.")
    deeds.offer_back(["coast", "harbour"])
    assert said(window) == ("1 article was taken out of this library before.", "Put it back")
    window.notice.offered.click()
    assert list(session.articles) == ["harbour", "coast"]


def test_another_sentence_has_no_offer(deeds: ArticleDeeds, session: Session, window: Window) -> None:
    deeds.take_out(["harbour"])
    session.notice("One file read.")
    assert said(window) == ("One file read.", "")
    session.undo()
    assert window.notice.isVisible()


def test_the_menu_of_an_article_opens_corrects_and_takes_out(
    deeds: ArticleDeeds, session: Session, window: Window
) -> None:
    told: list[str] = []

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        told.extend(action.text() for action in menu.actions())
        menu.actions()[-1].trigger()
        menu.close()

    QTimer.singleShot(0, window, choose)
    deeds.show_menu("coast", QPoint(5, 5))
    assert told == ["Open", "Show the original", "Correct the article…", "Take the article out of the library"]
    assert list(session.articles) == ["harbour"]


def test_the_file_that_an_article_was_read_from_is_shown_by_the_system(
    deeds: ArticleDeeds, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not asked.append(url.toLocalFile()))
    file = tmp_path / "harbour.txt"
    file.write_text("Ferries & bans", "utf-8")
    session.articles["harbour"] = replace(session.articles["harbour"], origin=str(file))
    session.open_article("harbour")
    deeds.functions()["original"]()
    assert asked == [str(file)]
    file.unlink()
    with pytest.raises(ExplorerError, match=r"harbour\.txt is no longer in"):
        deeds.show_original()
    assert len(asked) == 1


def test_a_pasted_article_has_no_file_to_show(deeds: ArticleDeeds, session: Session) -> None:
    session.open_article("coast")
    with pytest.raises(ExplorerError, match="was not read from a file"):
        deeds.show_original()
