"""What is said aloud: a screen reader, where one listens, is told what happens away from its focus.

That is a verdict or another decision, what undo took back, how much a filter leaves, and every notice.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from explorer.model.decision import Change, Reviewed
from explorer.ui import history, words
from explorer.ui.decision_words import VERDICTS, deed
from explorer.ui.session import Session


def sentence(session: Session, latest: history.Latest) -> str:
    """Say what the last decision did and to which event; "" where there is none."""
    if not latest.changes:
        return ""
    undone = "Undone: " if latest.is_undone else ""
    told = f"{undone}{_did(latest.changes)}"
    events = {event.id: event for id_ in latest.mentions if (event := session.event_of(id_)) is not None}
    if len(events) > 1:
        return f"{told}: {words.count(len(events), 'event')}"
    return f"{told}: {next(iter(events.values())).title}" if events else told


def _did(made: Sequence[Change]) -> str:
    match made[0]:
        case Reviewed(review=review):
            return VERDICTS[review]
        case _:
            done = deed(made[0])
            return done[:1].upper() + done[1:]


class Aloud(QObject):
    """Follows a session and speaks in the name of its window."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._decided = 0
        session.events_changed.connect(self._say_decision)
        session.library_changed.connect(self._take_over)
        session.filter_changed.connect(self._say_filter)
        session.noticed.connect(lambda told, _is_warning: self.say(told))
        self._take_over()

    def say(self, told: str) -> None:
        """Say a sentence; without a listener nothing is made."""
        if told and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, told))

    def _take_over(self) -> None:
        self._decided = len(self._session.decisions)

    def _say_decision(self) -> None:
        log = self._session.decisions
        if len(log) > self._decided:
            self.say(sentence(self._session, history.latest(log)))
        self._decided = len(log)

    def _say_filter(self) -> None:
        session = self._session
        self.say(f"{int(session.mask.sum()):,} of {words.count(session.total, 'event')} shown")
