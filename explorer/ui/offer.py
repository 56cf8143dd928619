"""The quiet line that offers a correction to the events like it, and the list that shows them first."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from explorer.chronology.alike import Alike, Reason, alike
from explorer.model.decision import DateOrdered, Edited, EventField, Named
from explorer.model.event import Event
from explorer.ui import history, style, words
from explorer.ui.attempts import attempting
from explorer.ui.dialogs.base import Dialog
from explorer.ui.dialogs.choose import ask
from explorer.ui.parts import link, plain, sign
from explorer.ui.session import Session
from explorer.ui.window import Card

_VALUE = Qt.ItemDataRole.UserRole
_ORDERS = {"DMY": "day first", "MDY": "month first"}
_TITLE = 60


class AlikeOffer(Card):
    """Comes after a correction that fits other events, and goes with the next decision."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._session = session
        self._window = window
        self._log_length = len(session.decisions)
        self.found: Alike | None = None
        self.label = plain()
        self.label.setWordWrap(True)
        self.apply = link("", self.show_list, "Shows what would change first; it is one step to undo")
        close = sign("✕", self.hide, "Close the offer")
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 6, 12, 6)
        box.addWidget(self.label, 1)
        box.addWidget(self.apply)
        box.addWidget(close)
        self.hide()
        session.history_changed.connect(self._look)
        session.library_changed.connect(self._forget)

    def show_list(self) -> None:
        """Show the events that it would change, each with a tick."""
        if self.found is None:
            return
        found, dialog = self.found, AlikeDialog(self._window, self.found, self._session.events)
        session = self._session
        ask(dialog, attempting(session, lambda: session.decide(found.chosen(dialog.ticked))))

    def _look(self) -> None:
        session = self._session
        is_new, self._log_length = len(session.decisions) != self._log_length, len(session.decisions)
        if not is_new:
            return
        done = history.latest(session.decisions)
        self.found = None if done.is_undone else alike(done.changes, session.events, session.articles)
        if self.found is None:
            self.hide()
            return
        self.label.setText(f"{told(self.found)}.")
        self.apply.setText(f"Apply to {words.count(len(self.found.likes), 'event')} like it…")
        self.show()
        self.changed.emit()

    def _forget(self) -> None:
        self._log_length = len(self._session.decisions)
        self.found = None
        self.hide()


def told(found: Alike) -> str:
    """Say what a correction said: "“called on” tells of Legal"."""
    said, now = words.elided(found.said, 40), words.elided(found.now, 40)
    match found.reason:
        case Reason.KIND:
            return f"“{said}” told of {words.kind(found.now).lower()} here"
        case Reason.NAME:
            return f"“{said}” stood for {now} here"
        case Reason.ORDER:
            return f"“{said}” was read {_ORDERS[found.now]} here"
        case Reason.YEAR:
            return f"“{said}” was of {now} here"


class AlikeDialog(Dialog):
    """The events like one that was corrected: those ticked are changed as it was."""

    def __init__(self, parent: QWidget | None, found: Alike, events: Mapping[str, Event]) -> None:
        super().__init__(parent, "Apply to events like it", "Apply", width_px=620)
        self._found = found
        self.list = QListWidget()
        self.list.setObjectName("framed")
        self.list.setAccessibleName("Events like it")
        self.list.setMinimumHeight(240)
        for like in found.likes:
            event = events[like.event]
            line = f"{words.when(event.when)} · {words.elided(event.title, _TITLE)}"
            item = QListWidgetItem(line + _change_in_words(event, like.change), self.list)
            item.setToolTip(style.plain_tip(words.elided(event.mentions[0].quote, 300)))
            item.setData(_VALUE, like.event)
            item.setCheckState(Qt.CheckState.Checked)
        self.list.itemChanged.connect(self._count)
        self.whole = plain("", "quiet", wraps=True)
        self.body.addWidget(
            plain(f"{told(found)}. Those that you untick stay as they are.", "quiet", wraps=True)
        )
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.whole)
        self._count()

    @property
    def ticked(self) -> frozenset[str]:
        """Name the events that are to change."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return frozenset(str(item.data(_VALUE)) for item in items if item.checkState() is Qt.CheckState.Checked)

    def _count(self) -> None:
        count = len(self.ticked)
        self.ok.setEnabled(count > 0)
        self.ok.setText(f"Apply to {words.count(count, 'event')}" if count else "Apply")
        is_whole = bool(self._found.whole) and count == len(self._found.likes)
        self.whole.setText(_whole_in_words(self._found) if is_whole else "")
        self.whole.setVisible(bool(self._found.whole))


def _change_in_words(event: Event, change: object) -> str:
    match change:
        case Edited(field=EventField.KIND, value=(kind,)):
            return f"  ·  {words.kind(event.kind)} → {words.kind(kind)}"
        case Edited(field=EventField.WHEN, value=(date, modifier)):
            return f"  →  {words.date(date, modifier)}"
        case _:
            return ""


def _whole_in_words(found: Alike) -> str:
    match found.whole[0]:
        case Named(name, canonical):
            lasting = "in the whole library, also in articles added later"
            return f"With all ticked, “{name}” stands for {canonical} {lasting}."
        case DateOrdered():
            articles, verb = words.count(len(found.whole), "article"), "is" if len(found.whole) == 1 else "are"
            return f"With all ticked, {articles} {verb} read {_ORDERS[found.now]} throughout."
        case _:
            return ""
