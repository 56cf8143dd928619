"""What an event bears on is said beside it, with a way there."""

from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from explorer.library import Library
from explorer.paint import theme
from explorer.ui import bearings
from explorer.ui.session import Session
from tests.builders import article, event, mention


def test_a_ban_says_how_long_it_held_and_leads_to_its_lifting(qtbot: QtBot) -> None:
    library = Library.in_memory()
    made = [
        mention(quote, date, at=at, kind=kind, companies=["Brine"], countries=("IN",))
        for quote, date, at, kind in (
            ("India banned Brine.", "2020-06-29", 0, "ban"),
            ("India lifted the ban of Brine.", "2021-01-10", 100, "reinstatement"),
        )
    ]
    library.add(article("a", "x" * 200), made)
    session = Session(theme.load("light"))
    session.open(library, "Bans")
    ban, lifting = session.events.values()
    told = bearings.related(session, ban)
    assert told is not None
    name, row = told
    qtbot.addWidget(row)
    assert name == "In force"
    assert row.findChild(QLabel).text() == "from 29 June 2020, until 9 January 2021"
    row.findChild(QAbstractButton).click()
    assert session.selection == (lifting.id,)
    name, row = bearings.related(session, lifting) or ("", None)
    assert name == "Ends"
    row.findChild(QAbstractButton).click()
    assert session.selection == (ban.id,)


def test_why_statements_are_one_event_is_said_with_the_likelihood(qtbot: QtBot) -> None:
    made = bearings.reasons(event(event_links=tuple(f"A and B: same day · 0.9{n}" for n in range(5))))
    qtbot.addWidget(made)
    assert [label.text() for label in made.findChildren(QLabel)] == [
        "A and B: same day · 0.90",
        "A and B: same day · 0.91",
        "A and B: same day · 0.92",
        "and 2 more",
    ]
