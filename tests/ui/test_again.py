"""Reading again with a newer engine: looked at first, decisions laid over it, what is lost listed and kept."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.extract import ENGINE, Extraction, read_article
from explorer.library import Library
from explorer.model.decision import ArticleField, EventField, Noted, Review, ref
from explorer.model.edtf import parse
from explorer.model.mention import Span
from explorer.paint import theme
from explorer.ui import again, changes
from explorer.ui.actions import DEEDS, Actions
from explorer.ui.dialogs.again import AgainDialog, summary
from explorer.ui.dialogs.decisions import DecisionsDialog, cells
from explorer.ui.session import Session
from explorer.ui.strips import AgainStrip
from tests.builders import article

STORY = article(
    "story",
    "Acme was banned in Norway on 4 May 2019. Acme paid a fine of $5 million in June 2019.",
    title="Acme and Norway",
    published="2019-08-01",
    language="en",
)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Session:
    """A session on an article as an older engine has read it: another year, and words that are not read now."""
    read = read_article(STORY)
    older = [
        replace(one, dates=tuple(replace(date, when=parse("2018")) for date in one.dates))
        for one in read.mentions
    ]
    older.append(replace(older[0], id="gone", span=Span(0, 4), quote="Acme", title="Acme", dates=()))
    library = Library.create(tmp_path / "acme.timeline")
    library.add(STORY, older, engine=ENGINE - 1)
    made = Session(theme.load("light"))
    made.open(library, "Acme")
    return made


def readings() -> again.Readings:
    return again.Readings({"story": read_article(STORY)})


def ban(session: Session) -> str:
    return next(id_ for id_, event in session.events.items() if event.kind == "ban" and event.when)


def test_articles_of_an_older_engine_are_known(session: Session) -> None:
    assert again.outdated(session) == ["story"]
    session.library.close()


def test_nothing_changes_before_it_is_taken_over(session: Session) -> None:
    session.accept([session.events[ban(session)]])
    session.decide([Noted((ref(session.events["gone"].mentions[0]),), "See page 3.")])
    before = dict(session.events)
    outlook = again.outlook(session, readings())
    assert outlook.articles == 1
    accepted = [move for move in outlook.moves if move.is_accepted]
    assert [(move.before, move.after) for move in accepted] == [(parse("2018"), parse("2019-05-04"))]
    assert [decision.change.text for decision in outlook.lost] == ["See page 3."]  # type: ignore[union-attr]
    assert session.events == before
    assert summary(outlook, 1) == (
        f"1 article was read again. {len(outlook.moves)} dates move, 1 of them accepted. "
        "1 decision loses its words. 1 article could not be read and stays as it is."
    )
    session.library.close()


def test_decisions_are_laid_over_the_new_reading_and_a_copy_is_kept(session: Session, tmp_path: Path) -> None:
    id_ = ban(session)
    session.decide(changes.edited(session.events[id_], EventField.TITLE, ("Norway stops Acme",)))
    session.accept([session.events[id_]])
    again.take_over(session, readings())
    event = session.events[ban(session)]
    assert (event.title, event.review, event.when) == (
        "Norway stops Acme",
        Review.ACCEPTED,
        parse("2019-05-04"),
    )
    assert [one.field for one in event.changed] == [EventField.WHEN]  # it does not move silently
    assert again.outdated(session) == []
    kept = tmp_path / f"acme.engine-{ENGINE - 1}.timeline"
    assert again.backup_path(session.library) != kept  # the next engine keeps its own copy
    with Library.open(kept) as copy:
        assert {mention.when for mention in copy.mentions() if mention.dates} == {parse("2018")}
        assert len(copy.decisions()) == 2
    session.library.close()


def test_a_corrected_publication_date_still_counts_after_reading_again(session: Session) -> None:
    session.decide(changes.article_edited("story", ArticleField.PUBLISHED, "2021-08-01"))
    again.take_over(session, again.Readings({"story": read_article(session.articles["story"])}))
    session.undo()
    assert session.articles["story"].published == "2019-08-01"
    assert session.events[ban(session)].when == parse("2019-05-04")
    session.library.close()


def test_lost_decisions_are_listed_with_their_words_and_given_to_nothing_else(
    session: Session, qtbot: QtBot
) -> None:
    session.accept([session.events[ban(session)]])
    session.decide([Noted((ref(session.events["gone"].mentions[0]),), "See page 3.")])
    again.take_over(session, readings())
    assert not any(event.note for event in session.events.values())
    dialog = DecisionsDialog(None, session, shows_lost=True)
    qtbot.addWidget(dialog)
    (row,) = map(cells, dialog.model.lines)
    assert row[:3] == ("Note: See page 3. (its words are not read any more)", "“Acme”", "Acme and Norway")
    session.library.close()


def test_without_lost_decisions_there_is_a_sentence(session: Session, qtbot: QtBot) -> None:
    dialog = DecisionsDialog(None, session, shows_lost=True)
    qtbot.addWidget(dialog)
    assert dialog.count.text().startswith("No decision is lost")
    assert not dialog.model.lines
    session.library.close()


def test_the_dialog_lists_what_moves_what_is_lost_and_names_the_copy(session: Session, qtbot: QtBot) -> None:
    dialog = AgainDialog(
        None, again.outlook(session, readings()), session.articles, backup="acme.engine-0.timeline"
    )
    qtbot.addWidget(dialog)
    assert any("2018 → 4 May 2019" in dialog.moves.item(row).text() for row in range(dialog.moves.count()))
    assert dialog.lost.isHidden()
    session.library.close()


def strip(session: Session, qtbot: QtBot, runner: again.Again) -> AgainStrip:
    window = QWidget()
    qtbot.addWidget(window)
    does = {id_: (runner.start if id_ == "again" else lambda: None) for id_ in DEEDS}
    made = AgainStrip(session, Actions(window, does), runner, window)
    made.window_kept = window  # type: ignore[attr-defined]  # lives as long as its strip
    return made


def test_a_strip_offers_it_and_a_press_reads_in_worker_processes(session: Session, qtbot: QtBot) -> None:
    runner = again.Again(session)
    shown = strip(session, qtbot, runner)
    assert not shown.isHidden()
    assert shown.label.text() == "1 article was read by an older engine."
    with qtbot.waitSignal(runner.ready, timeout=60_000) as ready:
        shown.start.click()
        assert shown.label.text() == "Reading again 1 of 1"
    (found,) = ready.args
    assert isinstance(found.found["story"], Extraction)
    assert not runner.is_running
    again.take_over(session, found)
    assert shown.isHidden()
    session.library.close()


def test_reading_again_can_be_stopped_and_changes_nothing(session: Session, qtbot: QtBot) -> None:
    runner = again.Again(session)
    told: list[object] = []
    runner.ready.connect(told.append)
    runner.start()
    runner.stop()
    assert not runner.is_running
    runner.close()
    assert told == []
    assert again.outdated(session) == ["story"]
    session.library.close()


def test_a_closed_strip_stays_closed_for_this_library(session: Session, qtbot: QtBot) -> None:
    shown = strip(session, qtbot, again.Again(session))
    shown.close_button.click()
    session.decide(changes.starred([session.events[ban(session)]], True))
    assert shown.isHidden()
    session.library.close()
