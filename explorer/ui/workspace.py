"""The work area: facets, the timeline or the table, the source pane and the inspector, and their sizes.

Only arrangement stands here; each part listens to the session by itself.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.ui import style, words
from explorer.ui.actions import Actions, tip_of
from explorer.ui.again import Again
from explorer.ui.columns import Columns
from explorer.ui.event_list import EventList
from explorer.ui.facets import Facets
from explorer.ui.inspector import Inspector
from explorer.ui.overview import Overview
from explorer.ui.review import Reviewer
from explorer.ui.review_bar import ReviewBar
from explorer.ui.session import Session
from explorer.ui.source_pane import SourcePane
from explorer.ui.strips import AddedStrip, AgainStrip
from explorer.ui.switches import SideSwitch
from explorer.ui.timeline_view import TimelineView

DRAWER_BELOW_PX = 1300
_LEAST_PANE_PX = 170
_HINT_PX = 84  # of the details while they only say how to come by any
_ROWS_WIDE = (460, 430)
_ROWS_NARROW = (250, 330)
_TIMELINE, _TABLE, _EMPTY, _NOTHING = range(4)


class Message(QWidget):
    """What stands in the middle when there is nothing to show: what is so, and what to do."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.text = QLabel(title), QLabel(text)
        self.title.setObjectName("emptyTitle")
        self.text.setObjectName("emptyText")
        self.text.setWordWrap(True)
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        self._row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(40, 40, 40, 40)
        box.setSpacing(10)
        box.addStretch(2)
        for label in (self.title, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(label)
        box.addSpacing(6)
        box.addLayout(self._row)
        box.addStretch(3)

    def offer(self, button: QPushButton) -> None:
        """Add something to do."""
        self._row.insertWidget(self._row.count() - 1, button)


class Workspace(QWidget):
    """All panes of a session."""

    laid_out = Signal()  # a pane was shown, hidden or turned to another view

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._is_drawer_closed = False
        self._is_arranged = False
        self._factor = style.factor(session.theme)
        self._sides_before: tuple[bool, bool] | None = None  # facets and details, before the window was slim
        self._shows_details = True  # where there is room for one of both at the right
        self._is_waiting = True  # no event was selected yet: the article has the room of the details
        self._rows: Sequence[int] = ()  # how high article and details are, once there are any
        self._is_selecting = False
        self.is_reading = False
        # Each part is made in its place, what holds others before them: whatever comes into another widget
        # later is styled anew with all that is in it, which was most of the time that the panes took.
        self.reviewer = Reviewer(session, self)
        self.review_bar = ReviewBar(session, self.reviewer, actions, self)
        self.review_bar.toggled.connect(lambda: self._take_places(self))
        self.columns = Columns(self)
        self.facets = Facets(session, self.columns)
        self._centre = QWidget(self.columns)
        self.added = AddedStrip(session, self._centre)
        self.again: AgainStrip | None = None
        self.middle = QStackedWidget(self._centre)
        self._drawn = QWidget(self.middle)
        self.timeline = TimelineView(session, self._drawn)
        self.overview = Overview(session, self._drawn)
        self.table = EventList(session, self.middle)
        self.beside = QWidget(self.columns)
        self.side = SideSwitch(self.beside)
        self.right = QSplitter(Qt.Orientation.Vertical, self.beside)
        self.source = SourcePane(session, self.right)
        self.inspector = Inspector(session, actions, self.right)
        self._fill_middle()
        self._lay_out()
        for signal in (session.events_changed, session.filter_changed):
            signal.connect(self._choose_middle)
        session.selection_changed.connect(self._selection_changed)
        session.source_requested.connect(self._source_requested)
        session.theme_changed.connect(self._take_text)
        self.source.room_wanted.connect(self._make_room)
        self.source.find_bar.shown.connect(lambda is_shown: self._turn_side(not is_shown))
        self.side.turned.connect(self._turn_side)
        self.right.splitterMoved.connect(self._end_waiting)
        self._choose_middle()

    def _fill_middle(self) -> None:
        box = QVBoxLayout(self._drawn)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.timeline, 1)
        box.addWidget(self.overview)
        told = "Drop files or a folder here, or paste the text of an article."
        self.empty = Message("No articles yet", told, self.middle)
        self.empty.offer(self._deed("add", "primary"))
        self._samples, self._articles = self._deed("open_samples"), self._deed("articles")
        for button in (self._samples, self._articles):
            self.empty.offer(button)
        self.nothing = Message("No event passes this filter", "", self.middle)
        self.nothing.offer(self._deed("clear_filter"))
        for page in (self._drawn, self.table, self.empty, self.nothing):
            self.middle.addWidget(page)

    def offer_again(self, again: Again) -> None:
        """Offer above the timeline to read articles again."""
        self.again = AgainStrip(self._session, self._actions, again, self._centre)
        self._column.insertWidget(0, self.again)

    def _deed(self, id_: str, name: str = "") -> QPushButton:
        action = self._actions[id_]
        button = QPushButton(action.text())
        button.setObjectName(name)
        button.setToolTip(tip_of(id_))
        button.clicked.connect(action.trigger)
        return button

    def _lay_out(self) -> None:
        self.right.setChildrenCollapsible(False)
        right = QVBoxLayout(self.beside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.side)
        right.addWidget(self.right, 1)
        self._column = QVBoxLayout(self._centre)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.added)
        self._column.addWidget(self.middle, 1)
        self.columns.hold(self.facets, self._centre, self.beside)
        self._take_least()
        _in_order(self.columns)
        _in_order(self.right)
        self.right.setHandleWidth(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.review_bar)
        box.addWidget(self.columns, 1)

    def _take_least(self) -> None:
        """Let no pane become smaller than its words need."""
        self.columns.take_least()
        self.source.setMinimumHeight(style.px(_LEAST_PANE_PX))
        self.inspector.setMinimumHeight(style.px(_HINT_PX if self._is_waiting else _LEAST_PANE_PX))

    @property
    def is_narrow(self) -> bool:
        """Tell whether the inspector is a drawer."""
        return self.width() < style.px(DRAWER_BELOW_PX)

    @property
    def is_slim(self) -> bool:
        """Tell whether only one of the panes at the sides has room beside the timeline."""
        return self.columns.is_slim

    @property
    def is_low(self) -> bool:
        """Tell whether only one of article and details has room at the right."""
        return self.height() < style.px(2 * _LEAST_PANE_PX + 20)

    @property
    def is_table(self) -> bool:
        """Tell whether the table is asked for instead of the timeline."""
        return self._actions["table"].isChecked()

    def show_table(self) -> None:
        """Show the table or the timeline, as the action says."""
        self._choose_middle()
        (self.table.view if self.is_table else self.timeline).setFocus()
        self.laid_out.emit()

    def show_sides(self) -> None:
        """Show or hide the panes at both sides, as the actions say; in a slim window the one asked for last."""
        facets, details = self._actions["facets"], self._actions["details"]
        if self.is_slim and facets.isChecked() and details.isChecked():
            (details if self.facets.isHidden() else facets).setChecked(False)
        self.facets.setVisible(facets.isChecked())
        self.beside.setVisible(details.isChecked())
        if self._is_arranged:
            self.columns.fit()
        self.laid_out.emit()

    def _fit_sides(self) -> None:
        """Put one of the sides away when the window becomes slim, and back when it is wide again."""
        facets, details = self._actions["facets"], self._actions["details"]
        if self.is_slim and self._sides_before is None:
            self._sides_before = facets.isChecked(), details.isChecked()
            self.show_sides()
        elif not self.is_slim and self._sides_before is not None:
            before, self._sides_before = self._sides_before, None
            for action, was_shown in zip((facets, details), before, strict=True):
                action.setChecked(was_shown or action.isChecked())
            self.show_sides()

    def step_pane(self, steps: int) -> None:
        """Give the keyboard to the next pane that is shown, or to the one before, going round."""
        panes = [
            (self.facets, self.facets.first()),
            (self.middle, self.table.view if self.is_table else self.timeline),
            (self.source, self.source.reading),
            (self.inspector, self.inspector.title),
        ]
        shown = [(pane, first) for pane, first in panes if first.isVisible()]
        here = QApplication.focusWidget()
        order = (at for at, (pane, _) in enumerate(shown) if here and pane.isAncestorOf(here))
        at = next(order, -1 if steps > 0 else 0)
        shown[(at + steps) % len(shown)][1].setFocus(Qt.FocusReason.TabFocusReason)

    def close_drawer(self) -> bool:
        """Close the drawer of the inspector; tell whether it was open."""
        if not (self.is_narrow or self.is_low) or self.inspector.isHidden():
            return False
        self._is_drawer_closed = True
        self._arrange()
        return True

    def sizes(self) -> dict[str, list[int]]:
        """Give the sizes of the panes, for the settings."""
        rows = self._rows if self._is_waiting else self.right.sizes()
        return {"sides": self.columns.dragged(), "right": list(rows)}

    def restore_sizes(self, sizes: dict[str, list[int]]) -> None:
        """Give the panes the sizes that a person gave them, or those that suit the window."""
        self.columns.restore(sizes.get("sides", []))
        self._is_arranged = True
        self._fit(sizes.get("right", []))

    def _fit(self, rows: Sequence[int] = ()) -> None:
        """Give the panes sizes that suit the window and the text."""
        self._fit_sides()
        self.columns.fit()
        has_rows = len(rows) == 2 and min(rows) > 0
        halves = _ROWS_NARROW if self.is_narrow else _ROWS_WIDE
        self._rows = list(rows) if has_rows else list(map(style.px, halves))
        self._give_rows()
        self._arrange()

    def _give_rows(self) -> None:
        """Give article and details their heights; all to the article while there is nothing to tell."""
        high = style.px(_HINT_PX)
        self.right.setSizes([sum(self._rows) - high, high] if self._is_waiting else self._rows)

    def _end_waiting(self) -> None:
        """Give the details their room for good: panes that come and go would be in the way of the eye."""
        self._is_waiting = False
        self._take_least()

    def _take_text(self) -> None:
        """Give the panes sizes that suit another size of text."""
        factor = style.factor(self._session.theme)
        if factor != self._factor:
            self._factor = factor
            self._take_least()
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        crossed = (event.oldSize().width() < style.px(DRAWER_BELOW_PX)) != self.is_narrow
        crossed |= self.is_slim != (self._sides_before is not None)
        if self._is_arranged and crossed:
            self._fit()
        elif self._is_arranged:
            self.columns.fit()
            self._arrange()
        else:
            self._arrange()

    def _arrange(self) -> None:
        is_open = bool(self._session.selection) and not self._is_drawer_closed
        are_shown = is_open and self._shows_details if self.is_low else is_open or not self.is_narrow
        was_hidden = self.inspector.isHidden(), self.source.isHidden()
        self.inspector.setVisible(are_shown)
        self.source.setVisible(not (self.is_low and are_shown))
        self.overview.setVisible(not self.is_low)
        self.side.show_side(are_shown)
        self.side.setVisible(self.is_low and bool(self._session.selection))
        if was_hidden != (self.inspector.isHidden(), self.source.isHidden()):
            self._take_places(self.right)

    def _turn_side(self, shows_details: bool) -> None:
        """Show the article or the details where there is room for one of them."""
        self._shows_details = shows_details
        self._is_drawer_closed = self._is_drawer_closed and not shows_details
        self._arrange()

    def _source_requested(self) -> None:
        """Show the article when its words are asked for, and not only because an event was selected."""
        if self._is_selecting:
            self._is_selecting = False
        elif self.is_low:
            self._turn_side(False)

    def _take_places(self, what: QWidget) -> None:
        """Give panes their new sizes now: words that come into view next must stay there."""
        QApplication.sendPostedEvents(what, QEvent.Type.LayoutRequest)

    def _selection_changed(self) -> None:
        self._is_drawer_closed = False
        self._shows_details = True
        self._is_selecting = bool(self._session.selection)
        if self._is_waiting and self._session.selection:
            self._end_waiting()
            self._give_rows()
        self._arrange()

    def _make_room(self, is_wide: bool, is_high: bool) -> None:
        """Give the source pane the room it wants, where there is any; afterwards all is as before."""
        if self.is_low:
            if is_high:
                self._turn_side(False)
        elif self.is_narrow:
            if is_high:
                self.inspector.hide()
            else:
                self._arrange()
        else:
            self.columns.show_wide(is_wide)

    def _choose_middle(self) -> None:
        session = self._session
        if not session.articles and not self.is_reading:
            self._tell_empty(len(session.removed))
            page = _EMPTY
        elif session.events and not session.mask.any() and not session.query.is_everything:
            told = "The filter leaves nothing of the events of this library."
            self.nothing.text.setText(told)
            page = _NOTHING
        else:
            page = _TABLE if self.is_table else _TIMELINE
        self.middle.setCurrentIndex(page)

    def _tell_empty(self, removed: int) -> None:
        """Say that there is no article, or that all of them were taken out."""
        self._articles.setVisible(removed > 0)
        self._samples.setVisible(not removed)
        self.empty.title.setText("No articles left" if removed else "No articles yet")
        told = (
            f"{words.count(removed, 'article')} taken out of this library can be put back. " if removed else ""
        )
        self.empty.text.setText(f"{told}Drop files or a folder here, or paste the text of an article.")

    def show_reading(self, is_reading: bool) -> None:
        """Keep the timeline open while the first articles are read."""
        self.is_reading = is_reading
        self._choose_middle()


def _in_order(splitter: QSplitter) -> None:
    """Let screen readers come to the panes as they stand: a splitter puts what is added before the rest."""
    panes = [splitter.widget(at) for at in range(splitter.count())]
    handles = [splitter.handle(at) for at in range(splitter.count())]
    for part in (*panes, *handles):  # a handle reaches a little over the panes, to be taken hold of
        if part is not None:
            part.raise_()
