"""What an accepted event said when it was accepted and what is told now, with the two ways to settle it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton

from explorer.model.decision import EventField, Seen
from explorer.model.event import Event
from explorer.ui import words
from explorer.ui.flow import Flow


class ChangedCard(QFrame):
    """Stands in the inspector while an accepted event says something else than when it was accepted."""

    def __init__(self, event: Event, accept: Callable[[], object], edit_back: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("conflict")
        sign = QLabel("↻")
        sign.setObjectName("conflictSign")
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setText(f"Changed since you accepted it: {'; '.join(lines(event))}")
        self.text.setWordWrap(True)
        self.accept = _link("Accept anew", "It is right as it is told now", accept)
        self.edit_back = _link(
            "edit back", "What you accepted stands; what is told now stays on record", edit_back
        )
        between = QLabel("·")
        between.setObjectName("quiet")
        links = Flow()
        for widget in (self.accept, between, self.edit_back):
            links.addWidget(widget)
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 6, 10, 6)
        grid.setVerticalSpacing(2)
        grid.addWidget(sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.text, 0, 1)
        grid.addLayout(links, 1, 1)
        grid.setColumnStretch(1, 1)


def lines(event: Event) -> list[str]:
    """Say each change: "date was 2019, now 15 April 2019"."""
    now = {one.field: one for one in event.seen()}
    return [
        f"{words.field(one.field)} was {value_of(one)}, now {value_of(now[one.field])}" for one in event.changed
    ]


def value_of(seen: Seen) -> str:
    """Say the value of a field as the window says it."""
    match seen.field:
        case EventField.WHEN if not seen.value:
            return "undated"
        case EventField.WHEN:
            date, _, modifier = seen.value.partition(" ")
            return words.date(date, modifier)
        case EventField.KIND:
            return words.kind(seen.value)
        case _:
            return seen.value


def _link(text: str, tip: str, does: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName("link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setToolTip(tip)
    button.clicked.connect(lambda *_: does())
    return button
