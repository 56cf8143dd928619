"""What the inspector says in a box: that an event tells something else than when it was accepted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from explorer.model.decision import Change, EventField, Review, Seen
from explorer.model.edtf import display, parse
from explorer.model.errors import ExplorerError
from explorer.model.event import Event
from explorer.model.when import Modifier
from explorer.ui import changes, words
from explorer.ui.session import Session


def sentence(event: Event) -> str:
    """Say what was accepted and what stands now: "Accepted as 4 May 2020, now read as 3 May 2021."."""
    now = dict(event.seen())
    told = [f"{_said(one)}, now read as {_said(Seen(one.field, now[one.field]))}" for one in event.changed]
    return f"Accepted as {'; '.join(told)}."


def changed(session: Session, event: Event) -> QFrame:
    """Make the box for an event that changed since it was accepted, with what can be done."""
    frame = QFrame()
    frame.setObjectName("conflict")
    sign, text = QLabel("↻"), QLabel()
    sign.setObjectName("conflictSign")
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setText(sentence(event))
    text.setWordWrap(True)
    text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    links = QHBoxLayout()
    links.setSpacing(4)
    for said, tip, does in (
        ("accept it as it is now", "What is read now is right", lambda: _accept(session, event)),
        (
            "keep what was accepted",
            "Set back what you accepted, as an edit of yours",
            lambda: _keep(session, event),
        ),
    ):
        if links.count():
            links.addWidget(QLabel("·"))
        button = QPushButton(said)
        button.setObjectName("link")
        button.setToolTip(tip)
        button.clicked.connect(does)
        button.setEnabled(not session.library.is_read_only)
        links.addWidget(button)
    links.addStretch(1)
    grid = QGridLayout(frame)
    grid.setContentsMargins(10, 6, 10, 6)
    grid.setVerticalSpacing(2)
    grid.addWidget(sign, 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(text, 0, 1)
    grid.addLayout(links, 1, 1)
    grid.setColumnStretch(1, 1)
    return frame


def _accept(session: Session, event: Event) -> None:
    _decide(session, changes.reviewed([event], Review.ACCEPTED))


def _keep(session: Session, event: Event) -> None:
    _decide(
        session, [change for one in event.changed for change in changes.edited(event, one.field, _value(one))]
    )


def _decide(session: Session, made: list[Change]) -> None:
    try:
        session.decide(made)
    except ExplorerError as error:
        session.notice(str(error), is_warning=True)


def _value(one: Seen) -> tuple[str, ...]:
    """Give what was seen as the log writes an edit: a date is EDTF and modifier."""
    return tuple(one.value.split(" ", 1)) if one.field is EventField.WHEN else (one.value,)


def _said(one: Seen) -> str:
    if one.field is EventField.WHEN:
        edtf, _, modifier = one.value.partition(" ")
        return display(parse(edtf, Modifier(modifier) if modifier else None)) if edtf else "undated"
    return words.kind(one.value) if one.field is EventField.KIND else one.value
