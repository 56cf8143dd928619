"""Strips above the timeline: what the articles added last did, and that articles can be read again.

They never stop anybody: a strip says one thing, offers what can be done, and is closed.
"""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from explorer.model.query import Facet, Trait
from explorer.ui import lately, words
from explorer.ui.actions import Actions, tip_of
from explorer.ui.again import Again, outdated
from explorer.ui.parts import link, plain
from explorer.ui.session import Session

_SAID = {Trait.ADDED: "new", Trait.CONFIRMED: "confirmed", Trait.CONTRADICTED: "contradicted"}
_TIPS = {
    Trait.ADDED: "Show only the events that nothing told of before",
    Trait.CONFIRMED: "Show only the events that were told before, and now once more",
    Trait.CONTRADICTED: "Show only the events of which another date or amount is told now",
}


class Strip(QFrame):
    """A line of words and links that can be closed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self.label = plain()
        self.close_button = link("✕", self.hide, "Close")
        self.close_button.setAccessibleName("Close the strip")
        self.box = QHBoxLayout(self)
        self.box.setContentsMargins(14, 4, 8, 4)
        self.box.setSpacing(10)
        self.box.addWidget(self.label)
        self.box.addStretch(1)
        self.box.addWidget(self.close_button)
        self.hide()

    def insert(self, widget: QWidget) -> None:
        """Add something behind the words."""
        self.box.insertWidget(self.box.count() - 2, widget)


class AddedStrip(Strip):
    """Says "4 new, 6 confirmed, 1 contradicted" after articles were added; each number opens its events."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("What was added last", parent)
        self._session = session
        self.buttons: dict[Trait, QPushButton] = {}
        for trait in lately.TRAITS:
            button = link("", partial(self._filter, trait), _TIPS[trait])
            button.setCheckable(True)
            self.buttons[trait] = button
            self.insert(button)
        session.added_told.connect(self._tell)
        session.events_changed.connect(self._fill)
        session.filter_changed.connect(self._fill)
        session.library_changed.connect(self.hide)

    def _tell(self, articles: int) -> None:
        self.label.setText(f"{words.count(articles, 'article')} added:")
        self.show()
        self._fill()

    def _fill(self) -> None:
        ticked = self._session.query.values(Facet.IS)
        for trait, button in self.buttons.items():
            count = self._session.total_of(Facet.IS, trait.value)
            button.setText(f"{count:,} {_SAID[trait]}")
            button.setEnabled(count > 0 or trait.value in ticked)
            button.setChecked(trait.value in ticked)

    def _filter(self, trait: Trait) -> None:
        """Show only the events of a number, whatever was filtered; a second press shows all again."""
        query = self._session.query
        only = query.unfiltered.toggled(Facet.IS, trait.value)
        self._session.set_query(query.unfiltered if query == only else only)
        self._fill()


class AgainStrip(Strip):
    """Offers to read again what an older engine has read, and says how far that is."""

    def __init__(self, session: Session, actions: Actions, again: Again, parent: QWidget | None = None) -> None:
        super().__init__("Articles to read again", parent)
        self._session = session
        self._again = again
        self._is_closed = False
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.bar.setAccessibleName("Progress of reading again")
        self.start = link("Read again…", actions["again"].trigger, tip_of("again"))
        self.stop = link("Stop", again.stop, "Stop reading; nothing is changed")
        for widget in (self.bar, self.start, self.stop):
            self.insert(widget)
        self.close_button.clicked.connect(self._close_strip)
        session.library_changed.connect(self._open_strip)
        session.events_changed.connect(self.fill)
        again.progressed.connect(self._show_progress)
        again.ended.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Offer what there is to read again."""
        if self._again.is_running:
            return
        count = 0 if self._session.library.is_read_only else len(outdated(self._session))
        self.bar.hide()
        self.stop.hide()
        self.start.show()
        verb = "was" if count == 1 else "were"
        self.label.setText(f"{words.count(count, 'article')} {verb} read by an older engine.")
        self.setVisible(count > 0 and not self._is_closed)

    def _show_progress(self, done: int, total: int) -> None:
        self.label.setText(f"Reading again {min(done + 1, total):,} of {total:,}")
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.show()
        self.stop.show()
        self.start.hide()
        self.show()

    def _close_strip(self) -> None:
        self._is_closed = True

    def _open_strip(self) -> None:
        self._is_closed = False
        self.fill()
