"""The pages of a PDF: drawn when they are in view, their marked words leading to the events."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.model.article import Article
from explorer.reading import read
from explorer.ui.session import Session
from explorer.ui.source_pane import SourcePane
from tests.hostile import files
from tests.ui.conftest import named, told

FIRST = "The Kestrel was banned in May 2019.\nOsprey was founded in 2012."
LAST = "Osprey was sold in June 2020."


@pytest.fixture
def paper(session: Session, tmp_path: Path) -> Article:
    """A PDF of three pages in the library, in front."""
    (tmp_path / "quay.pdf").write_bytes(files.pdf(FIRST, "Nothing here.\n" * 40, LAST))
    article = read(tmp_path / "quay.pdf")[0]
    stated = [
        told(article, "The Kestrel was banned in May 2019.", "May 2019", "2019-05", "ban"),
        told(article, "Osprey was founded in 2012.", "2012", "2012", "launch"),
        told(article, LAST, "June 2020", "2020-06", "acquisition"),
    ]
    session.library.add(article, stated)
    session.refresh()
    session.open_article(article.id)
    return article


def paged(session: Session, qtbot: QtBot) -> SourcePane:
    pane = SourcePane(session)
    qtbot.addWidget(pane)
    pane.resize(480, 400)
    pane.show()
    qtbot.waitExposed(pane)
    pane.tools.pages.click()
    qtbot.waitUntil(lambda: pane.page_view.is_drawn(0))
    return pane


def test_only_a_pdf_offers_its_pages(session: Session, paper: Article, qtbot: QtBot) -> None:
    pane = paged(session, qtbot)
    assert pane.page_view.isVisible()
    session.open_article("harbour")
    assert pane.tools.pages.isHidden()
    assert pane.text.isVisible()
    session.open_article(paper.id)
    assert pane.page_view.isVisible()
    pane.tools.words.click()
    assert pane.text.isVisible()


def test_only_pages_in_view_are_drawn_and_an_event_brings_its_page(
    session: Session, paper: Article, qtbot: QtBot
) -> None:
    pane = paged(session, qtbot)
    assert not pane.page_view.is_drawn(2)
    event = named(session, LAST)
    session.select([event])
    qtbot.waitUntil(lambda: pane.page_view.is_drawn(2))
    (box,) = pane.page_view.boxes_of(event)
    assert pane.page_view.viewport().rect().contains(box.toRect())


def test_clicking_marked_words_selects_their_event(session: Session, paper: Article, qtbot: QtBot) -> None:
    pane = paged(session, qtbot)
    for quote in ("Osprey was founded in 2012", "The Kestrel was banned"):
        event = named(session, quote)
        (box,) = pane.page_view.boxes_of(event)
        qtbot.mouseClick(pane.page_view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
        assert session.selection == (event,)


def test_a_filtered_event_loses_its_mark(session: Session, paper: Article, qtbot: QtBot) -> None:
    from explorer.model.query import Facet

    pane = paged(session, qtbot)
    event = named(session, "The Kestrel was banned in May")
    assert pane.page_view.boxes_of(event)
    session.toggle(Facet.KIND, "launch")
    qtbot.waitUntil(lambda: bool(pane.page_view.boxes_of(named(session, "Osprey was founded in 2012."))))
    assert not pane.page_view.boxes_of(event)


def test_a_file_that_is_gone_is_told_and_the_text_stays(session: Session, paper: Article, qtbot: QtBot) -> None:
    Path(paper.origin).unlink()
    pane = SourcePane(session)
    qtbot.addWidget(pane)
    pane.show()
    with qtbot.waitSignal(session.noticed) as noticed:
        pane.tools.pages.click()
    assert "quay.pdf is not where it was read" in noticed.args[0]
    assert pane.text.isVisible()
    assert pane.tools.words.isChecked()


def test_a_page_that_changed_says_so_in_its_place(session: Session, paper: Article, qtbot: QtBot) -> None:
    Path(paper.origin).write_bytes(files.pdf(FIRST, "Nothing here.\n" * 40, "Other words stand here."))
    pane = paged(session, qtbot)
    session.select([named(session, LAST)])
    qtbot.waitUntil(lambda: pane.page_view.problems() == ["Page 3 has changed since it was read."])


def test_pages_are_brought_nearer_around_the_pointer(session: Session, paper: Article, qtbot: QtBot) -> None:
    pane = paged(session, qtbot)
    view, event = pane.page_view, named(session, "Osprey was founded in 2012")
    (before,) = view.boxes_of(event)
    view.zoom_to(2.0, before.center())
    with qtbot.waitSignal(view.page_shown):
        view.viewport().update()
    (after,) = view.boxes_of(event)
    assert abs(after.width() - 2 * before.width()) < 3
    assert (after.center() - before.center()).manhattanLength() < 4
    view.zoom_to(0.1, before.center())
    with qtbot.waitSignal(view.page_shown):
        view.viewport().update()
    assert view.horizontalScrollBar().maximum() == 0
    assert abs(view.boxes_of(event)[0].width() - before.width()) < 3
