"""A conflict is decided in the inspector: one value, all of them, or an error of one source."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from explorer.library import Library
from explorer.model.event import Event
from explorer.paint import theme
from explorer.ui import changes
from explorer.ui.conflict_card import ConflictCard
from explorer.ui.session import Session
from tests.builders import article, mention, quantity

QUOTES = {"a": "Acme paid a fine of $5 million.", "b": "Acme paid a fine of $9 million."}


@pytest.fixture
def fined(qtbot: QtBot) -> Session:
    """Two papers tell two sums of one fine."""
    library = Library.in_memory()
    for id_, quote in QUOTES.items():
        told = quantity(float(quote[21]) * 1e6, "USD", quote[20:30], at=20)
        made = mention(
            quote, "2019-04-15", article=id_, kind="settlement", companies=["Acme"], quantities=(told,)
        )
        library.add(article(id_, quote, title=f"Paper {id_.upper()}"), [made])
    session = Session(theme.load("light"))
    session.open(library, "Fines")
    return session


def event(session: Session) -> Event:
    (one,) = session.events.values()
    return one


def card(session: Session, qtbot: QtBot) -> ConflictCard:
    made = ConflictCard(session, event(session), event(session).conflicts[0])
    qtbot.addWidget(made)
    return made


def test_both_sides_are_said_with_their_sources(fined: Session, qtbot: QtBot) -> None:
    assert card(fined, qtbot).text.text() == "Sources differ: $5 million in “Paper A”, $9 million in “Paper B”"


def decide(made: Callable[[Event], list[changes.Change]], session: Session) -> Event:
    session.decide(made(event(session)))
    return event(session)


def test_an_error_of_one_source_leaves_the_other_value_and_stays(fined: Session, qtbot: QtBot) -> None:
    decided = decide(lambda one: changes.in_error(one, one.conflicts[0], 1), fined)
    assert not decided.has_conflict
    assert [amount.value for amount in decided.quantities] == [5e6]
    assert card(fined, qtbot).text.text() == (
        "Sources differ, $5 million chosen: $5 million in “Paper A”, $9 million in “Paper B” (an error)"
    )
    fined.undo()
    assert event(fined).has_conflict
    assert [amount.value for amount in event(fined).quantities] == [5e6, 9e6]


def test_what_is_kept_on_both_sides_stays_in_the_amounts(fined: Session, qtbot: QtBot) -> None:
    decided = decide(lambda one: changes.settled(one, "amount", None), fined)
    assert [amount.value for amount in decided.quantities] == [5e6, 9e6]
    assert card(fined, qtbot).text.text().startswith("Sources differ, all kept: ")
