"""After a correction, the events like it are offered: previewed, and changed as one step."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from explorer.extract import read_article
from explorer.library import Library
from explorer.model.article import Article, DateSource
from explorer.model.decision import EventField
from explorer.model.edtf import parse
from explorer.paint import theme
from explorer.ui import changes
from explorer.ui.offer import AlikeDialog, AlikeOffer
from explorer.ui.readings import ReadingsCard
from explorer.ui.session import Session
from tests.ui.conftest import COAST, HARBOUR, told

FIGURES = Article(
    "figures",
    "figures",
    "Kestrel was banned in Norway on 03/04/2021.\n\nKestrel was banned in Sweden on 05/06/2021.\n\n"
    "Kestrel was banned in Finland on 07/08/2021.",
    publisher="The Post",
    language="en",
    published="2022",
    published_source=DateSource.GIVEN,
)


@pytest.fixture
def figures(qtbot: QtBot) -> Iterator[Session]:
    made = Session(theme.load("light"))
    library = Library.in_memory()
    read = read_article(FIGURES)
    library.add(read.article, read.mentions, read.unused)
    made.open(library, "Figures")
    assert len(made.events) == 3
    yield made
    made.library.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def dates(session: Session) -> list[str]:
    return [event.when.edtf for id_ in session.visible() if (event := session.events[id_]).when]


def list_of(offer: AlikeOffer, window: QWidget) -> AlikeDialog:
    offer.show_list()
    (dialog,) = window.findChildren(QDialog)
    assert isinstance(dialog, AlikeDialog)
    return dialog


def test_a_reading_chosen_for_one_date_is_offered_for_the_others(
    figures: Session, window: QWidget, qtbot: QtBot
) -> None:
    offer = AlikeOffer(figures, window)
    assert dates(figures) == ["2021-03-04", "2021-05-06", "2021-07-08"]
    first = figures.events[figures.visible()[0]]
    card = ReadingsCard(first, lambda which: figures.decide(changes.edited(first, *which)))
    qtbot.addWidget(card)
    assert [one.text() for one in card.choices] == ["4 March 2021", "3 April 2021"]
    qtbot.mouseClick(card.choices[1], Qt.MouseButton.LeftButton)
    assert not offer.isHidden()
    assert offer.label.text() == "“03/04/2021” was read day first here."
    assert offer.apply.text() == "Apply to 2 events like it…"
    dialog = list_of(offer, window)
    assert "→  5 June 2021" in dialog.list.item(0).text()
    assert dialog.whole.text() == "With all ticked, 1 article is read day first throughout."
    dialog.accept()
    assert dates(figures) == ["2021-04-03", "2021-06-05", "2021-08-07"]
    assert not any(event.when and event.when.readings for event in figures.events.values())
    figures.undo()
    assert dates(figures) == ["2021-04-03", "2021-05-06", "2021-07-08"]


def test_what_is_unticked_stays(figures: Session, window: QWidget) -> None:
    offer = AlikeOffer(figures, window)
    figures.decide(changes.edited(figures.events[figures.visible()[0]], EventField.WHEN, ("2021-04-03", "")))
    dialog = list_of(offer, window)
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.ok.text() == "Apply to 1 event"
    assert dialog.whole.text() == ""
    dialog.accept()
    assert dates(figures) == ["2021-04-03", "2021-05-06", "2021-08-07"]


def test_nothing_ticked_is_nothing_to_apply(figures: Session, window: QWidget) -> None:
    offer = AlikeOffer(figures, window)
    figures.decide(changes.edited(figures.events[figures.visible()[0]], EventField.WHEN, ("2021-04-03", "")))
    dialog = list_of(offer, window)
    for row in range(dialog.list.count()):
        dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.ok.isEnabled()
    dialog.reject()


def test_a_kind_is_offered_for_what_the_same_words_told(qtbot: QtBot, window: QWidget) -> None:
    session = Session(theme.load("light"))
    library = Library.in_memory()
    why = ("ban: “banned”",)
    for article, quote in (
        (HARBOUR, "In June 2016 the court let it sail again."),
        (COAST, "Norway banned Kestrel"),
    ):
        library.add(article, [replace(told(article, quote, quote[:6], "2016", "ban"), why=why)])
    session.open(library, "Two")
    offer = AlikeOffer(session, window)
    one, other = session.events.values()
    session.decide(changes.edited(one, EventField.KIND, ("legal",)))
    assert offer.label.text() == "“banned” told of legal here."
    assert offer.apply.text() == "Apply to 1 event like it…"
    list_of(offer, window).accept()
    assert session.events[other.id].kind == "legal"
    session.library.close()


def test_the_offer_goes_with_the_next_decision_and_with_undo(figures: Session, window: QWidget) -> None:
    offer = AlikeOffer(figures, window)
    event = figures.events[figures.visible()[0]]
    figures.decide(changes.edited(event, EventField.WHEN, ("2021-04-03", "")))
    figures.decide(changes.starred([event], True))
    assert offer.isHidden()
    figures.undo()
    figures.undo()
    assert offer.isHidden()
    assert figures.events[event.id].when is not None
    assert figures.events[event.id].when.edtf == parse("2021-03-04").edtf
    figures.redo()
    assert not offer.isHidden()
