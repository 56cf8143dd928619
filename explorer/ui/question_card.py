"""The form of cards in the inspector that ask something of an event: a sign, the question, its answers."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from explorer.ui.flow import Flow
from explorer.ui.parts import plain


def lay_out(card: QFrame, sign: str, question: QLabel, answers: Iterable[QWidget]) -> None:
    """Fill a card; the answers stand below the question, with a dot between each two."""
    card.setObjectName("conflict")
    row = Flow()
    for answer in answers:
        if row.count():
            row.addWidget(plain("·", "quiet"))
        row.addWidget(answer)
    grid = QGridLayout(card)
    grid.setContentsMargins(10, 6, 10, 6)
    grid.setVerticalSpacing(2)
    grid.addWidget(plain(sign, "conflictSign"), 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(question, 0, 1)
    grid.addLayout(row, 1, 1)
    grid.setColumnStretch(1, 1)
