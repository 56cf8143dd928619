"""A small library of two papers that tell of the same app, and a session on it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from explorer.library import Library
from explorer.model.article import Article, DateSource
from explorer.model.edtf import parse
from explorer.model.mention import Mention, MentionDate, Party, PartyType, Span, Status, mention_id
from explorer.paint import theme
from explorer.ui.session import Session

HARBOUR = Article(
    "harbour",
    "harbour",
    "The ferry app 🚢 Kestrel was banned in Norway on 3 May 2016.\n\n"
    "In June 2016 the court let it sail again. Kestrel paid a fine of $2 million in 2017.\n\n"
    "A new route is planned for 2030.",
    title="Ferries & <b>bans</b>",
    publisher="The Harbour Post",
    published="2018-02",
    published_source=DateSource.GIVEN,
)
COAST = Article(
    "coast",
    "coast",
    "Norway banned Kestrel on 3 May 2016. Its rival Osprey was founded in 2012.",
    title="Coast watch",
)


def told(article: Article, quote: str, date_text: str, edtf: str, kind: str, **fields: object) -> Mention:
    """Give the mention that a quote of an article makes."""
    start = article.text.index(quote)
    span = Span(start, start + len(quote))
    at = article.text.index(date_text, start)
    dates = (MentionDate(parse(edtf), date_text, Span(at, at + len(date_text)), why=("written in full",)),)
    companies = tuple(Party(name, PartyType.COMPANY) for name in ("Kestrel", "Osprey") if name in quote)
    made = {
        "title": quote[:30],
        "parties": companies,
        "countries": ("NO",) if "Norway" in quote else (),
        **fields,
    }
    return Mention(
        mention_id(article.id, span, dates[0].span), article.id, span, quote, kind=kind, dates=dates, **made
    )  # type: ignore[arg-type]


MENTIONS = {
    "harbour": [
        told(
            HARBOUR,
            "The ferry app 🚢 Kestrel was banned in Norway on 3 May 2016.",
            "3 May 2016",
            "2016-05-03",
            "ban",
        ),
        told(HARBOUR, "In June 2016 the court let it sail again.", "June 2016", "2016-06", "reinstatement"),
        told(HARBOUR, "Kestrel paid a fine of $2 million in 2017.", "2017", "2017", "settlement"),
        told(HARBOUR, "A new route is planned for 2030.", "2030", "2030", "launch", status=Status.PLANNED),
    ],
    "coast": [
        told(COAST, "Norway banned Kestrel on 3 May 2016.", "3 May 2016", "2016-05-03", "ban"),
        told(COAST, "Its rival Osprey was founded in 2012.", "2012", "2012", "launch"),
    ],
}


def fill(library: Library) -> Library:
    """Put the two papers into a library."""
    for article in (HARBOUR, COAST):
        library.add(article, MENTIONS[article.id])
    return library


@pytest.fixture
def session(qtbot: QtBot, qapp: QApplication) -> Iterator[Session]:
    """A session on the two papers."""
    made = Session(theme.load("light"))
    made.open(fill(Library.in_memory()), "Ferries")
    yield made
    made.library.close()


@contextmanager
def undressed(app: QApplication) -> Iterator[None]:
    """Let a test dress the application in a theme, and undress it afterwards."""
    font, palette, held = app.font(), app.palette(), app.property("textFactor")
    yield
    app.setStyleSheet("")
    app.setFont(font)
    app.setPalette(palette)
    app.setProperty("textFactor", held)


def named(session: Session, words: str) -> str:
    """Give the id of the event that some words state."""
    stated = ((event.id, mention.quote) for event in session.events.values() for mention in event.mentions)
    return next(id_ for id_, quote in stated if words in quote)


def button(inside: QWidget, text: str) -> QPushButton:
    """Find a button as a person does, by what it says, or by what a screen reader calls it."""
    found = inside.findChildren(QPushButton)
    return next(one for one in found if text in (one.text(), one.accessibleName(), one.toolTip()))
