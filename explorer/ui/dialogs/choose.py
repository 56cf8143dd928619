"""Dialogs that choose: events to merge, sources to split off, a command to run, and words to write."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from explorer.model.article import Article
from explorer.model.event import Event
from explorer.model.mention import Mention
from explorer.ui import style, words
from explorer.ui.dialogs.base import Dialog, caption, find_field, holds, listing, told

_VALUE = Qt.ItemDataRole.UserRole
_MOST_ROWS = 200
_AROUND_PX, _BETWEEN_PX = 48, 10  # beside the words of a statement with its tick, and between two


class MergeDialog(Dialog):
    """Choose which events tell of the same happening as the current one."""

    def __init__(
        self, parent: QWidget | None, lead: Event, near: Sequence[Event], selected: Sequence[Event]
    ) -> None:
        super().__init__(parent, "Merge events", "Merge", width_px=600)
        self._lead = lead
        self._near = [*selected, *(event for event in near if event not in selected)]
        self._ticked = {event.id for event in selected}
        self.search = find_field("Find an event by its words", "Find an event", self._fill)
        self.list = listing("Events to merge")
        self.list.setMinimumHeight(260)
        self.list.itemChanged.connect(self._tick)
        self.body.addWidget(told(f"{words.when(lead.when)} · {lead.title}"))
        self.body.addWidget(caption("is the same event as"))
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self._fill("")

    @property
    def chosen(self) -> list[Event]:
        """Give the events to merge, the current one first."""
        return [self._lead, *(event for event in self._near if event.id in self._ticked)]

    def _fill(self, text: str) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for event in self._near:
            line = f"{words.when(event.when)} · {event.title}"
            if not holds(f"{line} {' '.join(event.companies)}", text) or self.list.count() >= _MOST_ROWS:
                continue
            item = QListWidgetItem(line, self.list)
            item.setData(_VALUE, event.id)
            item.setToolTip(words.elided(event.mentions[0].quote, 300))
            item.setCheckState(Qt.CheckState.Checked if event.id in self._ticked else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self.ok.setEnabled(bool(self._ticked))

    def _tick(self, item: QListWidgetItem) -> None:
        is_on = item.checkState() is Qt.CheckState.Checked
        (self._ticked.add if is_on else self._ticked.discard)(item.data(_VALUE))
        self.ok.setEnabled(bool(self._ticked))


class Statements(QListWidget):
    """Lines of several rows to tick, each as high as its words: Qt counts too little room around them."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wraps, room = Qt.TextFlag.TextWordWrap.value, self.viewport().width() - style.px(_AROUND_PX)
        for row in range(self.count()):
            item = self.item(row)
            box = self.fontMetrics().boundingRect(0, 0, room, 10_000, wraps, item.text())
            item.setSizeHint(QSize(0, box.height() + style.px(_BETWEEN_PX)))


class SplitDialog(Dialog):
    """Choose which sources of an event tell of another one."""

    def __init__(self, parent: QWidget | None, event: Event, articles: Mapping[str, Article]) -> None:
        super().__init__(parent, "Split the event", "Split off", width_px=600)
        self._mentions = {mention.id: mention for mention in event.mentions}
        self.list = listing("Statements of the event", Statements())
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(220)
        for mention in event.mentions:
            known = articles.get(mention.article)
            name = words.article(known) if known else mention.article
            item = QListWidgetItem(f"{words.elided(mention.quote, 160)}\n{name}", self.list)
            item.setData(_VALUE, mention.id)
            item.setCheckState(Qt.CheckState.Unchecked)
        if self.list.count() > 1:
            self.list.item(self.list.count() - 1).setCheckState(Qt.CheckState.Checked)
        self.list.itemChanged.connect(self._check)
        self.body.addWidget(told("Tick the statements that tell of another event.", "quiet"))
        self.body.addWidget(self.list, 1)
        self._check()

    @property
    def chosen(self) -> list[Mention]:
        """Give the mentions to split off."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [
            self._mentions[item.data(_VALUE)] for item in items if item.checkState() is Qt.CheckState.Checked
        ]

    def _check(self) -> None:
        self.ok.setEnabled(0 < len(self.chosen) < self.list.count())


class TextDialog(Dialog):
    """Write a few words: a note, or tags."""

    def __init__(
        self, parent: QWidget | None, title: str, hint: str, text: str, *, is_long: bool = True
    ) -> None:
        super().__init__(parent, title, "Save")
        self._long, self._short = QPlainTextEdit(text), QLineEdit(text)
        self._long.setTabChangesFocus(True)
        self._field: QPlainTextEdit | QLineEdit = self._long if is_long else self._short
        self._field.setObjectName("field")
        self._field.setAccessibleName(title)
        self.body.addWidget(told(hint, "quiet"))
        self.body.addWidget(self._field, 1)
        self._field.setFocus()

    @property
    def text(self) -> str:
        """Give what was written."""
        field = self._field
        return (field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()).strip()


class Palette(Dialog):
    """Search all commands and run one."""

    def __init__(self, parent: QWidget | None, actions: Sequence[QAction]) -> None:
        super().__init__(parent, "Commands", "Run", width_px=520)
        self._actions = {action.objectName(): action for action in actions if action.isEnabled()}
        self.search = find_field("Type what you want to do", "Find a command", self._fill)
        self.list = QListWidget()
        self.list.setObjectName("framed")
        self.list.setMinimumHeight(320)
        self.list.setAccessibleName("Commands")
        self.list.itemActivated.connect(self.accept)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self._fill("")

    @property
    def chosen(self) -> QAction | None:
        """Give the command that was chosen."""
        item = self.list.currentItem()
        return self._actions[item.data(_VALUE)] if item else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if steps:
            row = self.list.currentRow() + steps
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
        else:
            super().keyPressEvent(event)

    def _fill(self, text: str) -> None:
        self.list.clear()
        for id_, action in self._actions.items():
            if holds(f"{action.text()} {action.toolTip()}", text):
                key = action.shortcut().toString()
                item = QListWidgetItem(f"{action.text().rstrip('…')}{f'    {key}' if key else ''}", self.list)
                item.setToolTip(action.toolTip())
                item.setData(_VALUE, id_)
        self.list.setCurrentRow(0)
        self.ok.setEnabled(self.list.count() > 0)


def ask(dialog: Dialog, then: Callable[[], object]) -> None:
    """Show a dialog without a loop of its own, and go on when it is confirmed."""
    dialog.accepted.connect(then)
    dialog.open()
