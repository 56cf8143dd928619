"""A hand on the real window: what a person does, in the words of the manual."""

from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from explorer.model.event import Event
from explorer.model.mention import Span
from explorer.model.query import Facet
from explorer.ui import words
from explorer.ui.app import Program
from explorer.ui.session import Session
from explorer.ui.window import Window
from explorer.ui.workspace import Workspace
from tests.ui.places import is_in_view, place_of

READING_MS = 120_000
FIRST_SIZE = (1400, 900)


class Watcher(QObject):
    """Stands in for the hooks of the process, which belong to the test runner here."""

    failed = Signal(str)
    log = Path("log.txt")


class Driver:
    """Opens the program and uses it; every question is about what the window shows."""

    def __init__(self, qtbot: QtBot, size: tuple[int, int] = FIRST_SIZE) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._qtbot = qtbot
        self.window = Window()
        self._watcher = Watcher()
        self._program = Program(app, self.window, self._watcher)  # type: ignore[arg-type]
        self.window.resize(*size)
        self.window.show()

    # Opening and closing

    def open(self, *asked: Path, reads: bool = True) -> None:
        """Open libraries or articles, and wait until they are read."""
        self._program.load(list(asked))
        self.space.timeline.glide.is_reduced = True
        if reads:
            self.wait_until(lambda: bool(self.keeper.account()) and not self.keeper.reader.is_running)

    def close(self) -> None:
        """Close the window and do away with it: a closed one would still be dressed with every theme."""
        if not shiboken6.isValid(self.window):
            return  # a scenario has closed it already
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)

    @property
    def keeper(self):  # type: ignore[no-untyped-def]
        """What keeps the libraries."""
        return self._program.keeper

    @property
    def session(self) -> Session:
        """What the window shows."""
        assert self._program.session is not None
        return self._program.session

    @property
    def space(self) -> Workspace:
        """The panes."""
        return self._program.workspace

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Wait for something to become true."""
        self._qtbot.waitUntil(holds, timeout=READING_MS)

    # Doing

    def click_mark(self, event: Event) -> None:
        """Click the mark of an event on the timeline."""
        place = self._place_of(event)
        assert place is not None, f"{event.title} has no mark on screen"
        self._qtbot.mouseClick(
            self.space.timeline.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )
        self.settle()

    def _place_of(self, event: Event) -> QPoint | None:
        """Give where on the screen the mark of an event can be clicked."""
        view = self.space.timeline
        scene = view.current_scene()
        for x0, x1, y in scene.boxes_of(event.id):
            at = (max(x0, 0) + min(x1, view.width())) / 2
            hit = scene.hit(at, y)
            if hit is not None and hit.id == event.id and 0 < y < view.viewport().height():
                return QPointF(at, y).toPoint()
        return None

    def settle(self) -> None:
        """Let the window lay itself out."""
        QApplication.processEvents()

    def click_words(self, span: Span) -> None:
        """Click words in the article in front."""
        text = self.space.source.text
        text.reveal(span)
        place = place_of(text, span).toPoint()
        self._qtbot.mouseClick(
            text.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )

    def tick(self, facet: Facet, value: str) -> None:
        """Tick a value in the facets, behind "more" if it must be."""
        section = self.space.facets.section(facet)
        row = next((row for row in section.rows() if row.value == value), None)
        if row is None:
            section._more.click()
            row = next(row for row in section.rows() if row.value == value)
        self._qtbot.mouseClick(row, Qt.MouseButton.LeftButton)

    def count(self, facet: Facet, value: str) -> int:
        """Read the count at a value of the facets."""
        return next(row.count for row in self.space.facets.section(facet).rows() if row.value == value)

    def press(self, deed: str) -> None:
        """Do a deed by its action, as key, menu and button do."""
        action = self._program.deeds.actions[deed]
        assert action.isEnabled(), f"{deed} is not possible now"
        action.trigger()
        self.settle()

    def show_text(self, percent: int) -> None:
        """Show text at so many percent at once, instead of step by step."""
        self._program._settings.text_percent = percent
        self._program.choose_theme("light")

    def dialog(self) -> QDialog:
        """Give the dialog that is open."""
        return next(child for child in self.window.findChildren(QDialog) if child.isVisible())

    def key(self, keys: str) -> None:
        """Press keys ("A", "Ctrl+Z") where the focus is, as hands do."""
        self.window.activateWindow()
        self.settle()
        combination = QKeySequence(keys)[0]
        target = QApplication.focusWidget() or self.window
        self._qtbot.keyClick(target, combination.key(), combination.keyboardModifiers())
        self.settle()

    def click_text(self, text: str, inside: QWidget | None = None) -> None:
        """Click the button or link with a text."""
        buttons = (inside or self.window).findChildren(QAbstractButton)
        button = next(one for one in buttons if one.isVisible() and one.text().replace("&&", "&") == text)
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def event(self, words: str) -> Event:
        """Give the event one of whose statements holds some words."""
        events = self.session.events.values()
        return next(one for one in events if any(words in mention.quote for mention in one.mentions))

    def type_search(self, text: str) -> None:
        """Type into the search box and press Enter."""
        box = self.window.header.search
        box.setFocus()
        box.clear()
        self._qtbot.keyClicks(box, text)
        self._qtbot.keyClick(box, Qt.Key.Key_Return)

    # Seeing

    def highlighted(self) -> list[str]:
        """Read the highlighted words of the article in front."""
        return self.space.source.text.highlighted()

    def are_words_in_view(self, event: Event) -> bool:
        """Tell whether the words that state an event stand in the visible part of the article."""
        here = next(mention for mention in event.mentions if mention.article == self.session.article)
        return is_in_view(self.space.source.text, here.span)

    def inspected(self) -> str:
        """Read all that the inspector says."""
        return self.shown_in(self.space.inspector)

    def shown_in(self, widget: QWidget) -> str:
        """Read all visible words of a part of the window: labels, buttons, tables."""
        labels = [*widget.findChildren(QLabel), *widget.findChildren(QAbstractButton)]
        told = [label.text() for label in labels if label.isVisible()]
        for view in widget.findChildren(QAbstractItemView):
            model = view.model()
            cells = ((row, column) for row in range(model.rowCount()) for column in range(model.columnCount()))
            told += [str(model.index(*cell).data() or "") for cell in cells]
        return "\n".join(told)

    def table_titles(self) -> list[str]:
        """Read the titles of the table."""
        return self.space.table.titles()

    def marks(self) -> list[Event]:
        """Give the events whose marks are on the screen now."""
        self.settle()
        events = (self.session.events[id_] for id_ in self.session.visible())
        return [event for event in events if self._place_of(event)]

    def status(self) -> str:
        """Read the status bar."""
        return self.window.shown.text()

    def said(self, date_of: Event) -> str:
        """Say the date of an event as the window does."""
        return words.when(self.session.events[date_of.id].when)
