"""A date that can be read in two ways: both readings, and a click that says which it is."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton

from explorer.model import edtf
from explorer.model.decision import EventField
from explorer.model.event import Event
from explorer.model.when import When
from explorer.ui import words
from explorer.ui.flow import Flow

Choice = tuple[EventField, tuple[str, ...]]


class ReadingsCard(QFrame):
    """Stands in the inspector while nobody has said how an ambiguous date is read."""

    def __init__(self, event: Event, choose: Callable[[Choice], object]) -> None:
        super().__init__()
        self.setObjectName("conflict")
        sign, text = QLabel("?"), QLabel()
        sign.setObjectName("conflictSign")
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        written = event.date.text if event.date else ""
        text.setText(f"“{words.elided(written, 40)}” can be read in two ways. It is")
        row = Flow()
        self.choices: list[QPushButton] = []
        for reading in event.when.readings if event.when else ():
            if self.choices:
                between = QLabel("·")
                between.setObjectName("quiet")
                row.addWidget(between)
            self.choices.append(_choice(reading, choose))
            row.addWidget(self.choices[-1])
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 6, 10, 6)
        grid.setVerticalSpacing(2)
        grid.addWidget(sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(text, 0, 1)
        grid.addLayout(row, 1, 1)
        grid.setColumnStretch(1, 1)


def _choice(reading: When, choose: Callable[[Choice], object]) -> QPushButton:
    button = QPushButton(edtf.display(reading))
    button.setObjectName("link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setToolTip("This is how it is meant")
    made = (EventField.WHEN, (reading.edtf, reading.modifier or ""))
    button.clicked.connect(lambda *_: choose(made))
    return button
