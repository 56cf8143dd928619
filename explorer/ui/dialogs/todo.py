"""To do: what waits in a library, where it is silent, and decisions whose words are gone."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from explorer import chronology
from explorer.chronology.gaps import Silence, silences
from explorer.index.queues import Queue
from explorer.model.calendar import DAY_S
from explorer.model.decision import Decision, refs_of
from explorer.ui import style, words
from explorer.ui.decision_words import deed
from explorer.ui.dialogs.base import Dialog, listing, told
from explorer.ui.review import QUEUES
from explorer.ui.session import Session

_VALUE = Qt.ItemDataRole.UserRole
_MOST_ROWS = 7
_TITLE = 32
_YEAR_DAYS, _MONTH_DAYS = 365.25, 30.44
_WHY: Mapping[Queue, str] = {
    Queue.UNREVIEWED: "nobody has judged them",
    Queue.CONFLICT: "sources differ, and nobody has decided",
    Queue.AMBIGUOUS: "the date can be read in two ways",
    Queue.NEW_NAME: "somebody in them is in no list",
    Queue.SINGLE_SOURCE: "nobody else tells of them",
    Queue.UNDATED: "the text gives no date",
    Queue.CHANGED: "they say something else than when they were accepted",
}


class TodoDialog(Dialog):
    """Lists what is left to do under the filter; a line opens its queue or its place."""

    queue_chosen = Signal(object)  # a `Queue`, which Qt would make a text of
    silence_chosen = Signal(object)

    def __init__(self, parent: QWidget | None, session: Session, sizes: Mapping[Queue, int]) -> None:
        super().__init__(parent, "To do", width_px=620)
        self._session = session
        scope = "in the whole library" if session.query.is_everything else "under the filter as it is now"
        self.body.addWidget(told(f"What waits {scope}; Enter or a double click opens it.", "quiet"))
        self.queues = self._list("What waits")
        for queue in QUEUES:
            if sizes[queue]:
                told_why = f"{QUEUES[queue]}: {sizes[queue]:,} – {_WHY[queue]}"
                self._row(self.queues, told_why, "Go through them one by one", queue)
        if not self.queues.count():
            self._empty(self.queues, "Nothing waits: every event is judged, and no question is open.")
        self.queues.itemActivated.connect(self._open_queue)
        self.silences = self._list("Silences")
        for silence in silences(session.events[id_] for id_ in session.visible()):
            self._row(self.silences, self._line_of(silence), "Show both ends on the timeline", silence)
        if not self.silences.count():
            self._empty(self.silences, "No silence stands out: the events follow one another closely.")
        self.silences.itemActivated.connect(self._open_silence)
        lost = chronology.lost(session.decisions, session.library.mentions())
        if lost:
            self.lost = self._list("Decisions whose words are gone")
            for decision in lost:
                self._row(
                    self.lost, _line_of_lost(decision), "The words it was about are not read any more", None
                )
        for made in self.findChildren(QListWidget):
            made.ensurePolished()
            made.setFixedHeight(min(made.count(), _MOST_ROWS) * made.sizeHintForRow(0) + 4)
        self.queues.setFocus()

    def _list(self, name: str) -> QListWidget:
        self.body.addWidget(told(name, "facetTitle"))
        made = listing(name)
        # The frame of the keyboard says where Enter goes: a line filled in each list would seem to be chosen.
        made.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.body.addWidget(made)
        return made

    def _row(self, where: QListWidget, text: str, tip: str, value: object) -> None:
        item = QListWidgetItem(text, where)
        item.setToolTip(style.plain_tip(tip))
        item.setData(_VALUE, value)
        if where.count() == 1:
            where.setCurrentRow(0)

    def _empty(self, where: QListWidget, sentence: str) -> None:
        item = QListWidgetItem(sentence, where)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _line_of(self, silence: Silence) -> str:
        before, after = (
            f"“{words.elided(self._session.events[id_].title, _TITLE)}”"
            for id_ in (silence.before, silence.after)
        )
        return f"{length(silence.length_s)} between {before} and {after}"

    def _open_queue(self, item: QListWidgetItem) -> None:
        if item.data(_VALUE) is not None:
            self.accept()
            self.queue_chosen.emit(Queue(item.data(_VALUE)))

    def _open_silence(self, item: QListWidgetItem) -> None:
        if item.data(_VALUE) is not None:
            self.accept()
            self.silence_chosen.emit(item.data(_VALUE))


def length(seconds: int) -> str:
    """Say how long a silence is: "9 days", "14 months", "6 years"."""
    days = seconds / DAY_S
    if days < 2 * _MONTH_DAYS:
        return words.count(round(days), "day")
    if days < 3 * _YEAR_DAYS:
        return words.count(round(days / _MONTH_DAYS), "month")
    return words.count(round(days / _YEAR_DAYS), "year")


def _line_of_lost(decision: Decision) -> str:
    quotes = dict.fromkeys(one.quote for one in refs_of(decision.change))
    told_of = " · ".join(f"“{words.elided(quote, _TITLE)}”" for quote in list(quotes)[:2])
    return f"{deed(decision.change).capitalize()}: {told_of}"
