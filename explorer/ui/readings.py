"""A date that can be read in two ways: both readings, and a click that says which it is."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QPushButton

from explorer.model.decision import EventField
from explorer.model.event import Event
from explorer.model.when import When
from explorer.ui import question_card, words
from explorer.ui.parts import link, plain

Choice = tuple[EventField, tuple[str, ...]]


class ReadingsCard(QFrame):
    """Stands in the inspector while nobody has said how an ambiguous date is read."""

    def __init__(self, event: Event, choose: Callable[[Choice], object]) -> None:
        super().__init__()
        written = words.elided(event.date.text if event.date else "", 40)
        text = plain(f"“{written}” can be read in two ways. It is")
        text.setWordWrap(True)
        readings = event.when.readings if event.when else ()
        self.choices = [_choice(reading, choose) for reading in readings]
        question_card.lay_out(self, "?", text, self.choices)


def _choice(reading: When, choose: Callable[[Choice], object]) -> QPushButton:
    made = (EventField.WHEN, (reading.edtf, reading.modifier or ""))
    return link(words.when(reading), lambda: choose(made), "This is how it is meant")
