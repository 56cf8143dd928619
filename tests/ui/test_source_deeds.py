"""What is done with words of an article: a new event, another clause; and the sources one after the other."""

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from explorer.chronology import Move
from explorer.model.decision import Anchored
from explorer.model.edtf import parse
from explorer.model.errors import ExplorerError
from explorer.model.mention import Span
from explorer.ui.dialogs.anchor import AnchorDialog
from explorer.ui.dialogs.edit import EditDialog
from explorer.ui.session import Session
from explorer.ui.source_deeds import SourceDeeds
from explorer.ui.source_pane import SourcePane
from tests.ui.conftest import HARBOUR, named


class Hands:
    """A person at the source pane."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.pane = SourcePane(session, self.window)
        qtbot.addWidget(self.window)
        self.window.resize(500, 500)
        self.window.show()
        self.deeds = SourceDeeds(self.window, session, lambda: self.pane).functions()

    def select(self, words: str) -> None:
        start = HARBOUR.text.index(words)
        self.pane.text.select_words(Span(start, start + len(words)))

    def dialog(self) -> EditDialog:
        found = next(one for one in self.window.findChildren(QDialog) if one.isVisible())
        assert isinstance(found, EditDialog)
        return found


@pytest.fixture
def hands(session: Session, qtbot: QtBot) -> Hands:
    """The pane in a window."""
    return Hands(session, qtbot)


def test_a_new_event_has_whole_words_and_the_date_that_stands_in_them(hands: Hands, session: Session) -> None:
    hands.select("aid a fine of $2 million in 201")
    hands.deeds["new_event"]()
    dialog = hands.dialog()
    assert dialog.date.text() == "2017"
    assert dialog.title.text()
    dialog.title.setText("Kestrel is fined")
    dialog.ok.click()
    assert session.current is not None
    (mention,) = session.current.mentions
    assert mention.quote == "paid a fine of $2 million in 2017"
    assert session.current.title == "Kestrel is fined"
    session.undo()
    assert all(event.title != "Kestrel is fined" for event in session.events.values())


def test_what_the_words_tell_is_guessed(hands: Hands) -> None:
    hands.select("Kestrel was banned in Norway on 3 May 2016")
    hands.deeds["new_event"]()
    dialog = hands.dialog()
    assert dialog.kind.currentData() == "ban"
    assert dialog.countries.text() == "Norway"
    assert dialog.date.text() == "3 May 2016"


def test_selected_words_become_the_clause_of_the_event(hands: Hands, session: Session) -> None:
    session.select([named(session, "In June")])
    hands.select("the court let it sail again. Kestrel pai")
    with_notice: list[str] = []
    session.noticed.connect(lambda sentence, _: with_notice.append(sentence))
    hands.deeds["clause"]()
    assert session.current is not None
    assert session.current.mentions[0].quote == "the court let it sail again. Kestrel paid"
    assert with_notice == ["The words that date the event, “June 2016”, stand outside its clause now."]
    session.undo()
    assert session.current.mentions[0].quote == "In June 2016 the court let it sail again."


def test_a_clause_needs_words_and_an_event_of_this_article(hands: Hands, session: Session) -> None:
    with pytest.raises(ExplorerError, match="Select the event first"):
        hands.deeds["clause"]()
    session.select([named(session, "Osprey")])
    session.open_article("harbour")
    with pytest.raises(ExplorerError, match="Select the words"):
        hands.deeds["clause"]()
    hands.select("Kestrel paid")
    with pytest.raises(ExplorerError, match="not stated in this article"):
        hands.deeds["clause"]()


def test_sources_are_a_key_apart(hands: Hands, session: Session) -> None:
    with pytest.raises(ExplorerError, match="Select an event"):
        hands.deeds["next_source"]()
    session.select([named(session, "was banned in Norway")])
    hands.deeds["next_source"]()
    assert (session.article, session.source_place) == ("coast", (2, 2))
    hands.deeds["previous_source"]()
    assert (session.article, session.source_place) == ("harbour", (1, 2))
    session.select([named(session, "In June")])
    with pytest.raises(ExplorerError, match="one source only"):
        hands.deeds["next_source"]()


def test_only_a_pdf_has_pages_to_show(hands: Hands) -> None:
    with pytest.raises(ExplorerError, match="read from a PDF"):
        hands.deeds["pages"]()


def test_a_passage_is_told_from_which_date_it_counts(hands: Hands, session: Session) -> None:
    with pytest.raises(ExplorerError, match="Select the passage"):
        hands.deeds["anchor"]()
    hands.select("A new route is planned")
    hands.deeds["anchor"]()
    dialog = next(one for one in hands.window.findChildren(AnchorDialog) if one.isVisible())
    assert not dialog.ok.isEnabled()
    assert not dialog.as_read.isVisible()
    dialog.date.setText("12 May 2019")
    dialog.ok.click()
    start = HARBOUR.text.index("A new route")
    made = [decision.change for decision in session.decisions]
    assert made == [Anchored("harbour", Span(start, start + 22), "2019-05-12")]
    assert session.undo_label == "anchor of a passage"
    hands.deeds["anchor"]()
    again = next(one for one in hands.window.findChildren(AnchorDialog) if one.isVisible())
    again.as_read.click()
    again.ok.click()
    assert session.decisions[-1].change == Anchored("harbour", Span(start, start + 22), "")


def test_what_a_new_anchor_moves_is_shown_before_it_is_set(qtbot: QtBot) -> None:
    asked: list[str] = []

    def moves_if(edtf: str) -> list[Move]:
        asked.append(edtf)
        return [Move("m", "It was banned", parse("2020"), parse("2019"), is_accepted=True)]

    dialog = AnchorDialog(None, "Last year it was banned.", "", None, moves_if)
    qtbot.addWidget(dialog)
    dialog.date.setText("May 2020")
    dialog.show_moves()
    assert asked == ["2020-05"]
    assert dialog.summary.text() == "1 date moves, 1 of them accepted"
    assert "2020 → 2019" in dialog.moves.item(0).text()
    dialog.date.setText("no date")
    dialog.show_moves()
    assert not dialog.ok.isEnabled()
