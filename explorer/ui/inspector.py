"""The inspector: one event with its quote, date and why, its conflicts and sources, and the verdicts on it.

Every label is fed from documents and therefore plain text. What an event says is edited in place (`fields`).
Verdicts go through the window's actions, so that buttons, menu and keys are one.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.model.article import Article
from explorer.model.decision import Change, EventField, Review
from explorer.model.event import Event
from explorer.model.mention import Found, Party
from explorer.ui import bearings, changes, glyphs, provenance, style, words
from explorer.ui.actions import Actions, shown_key, tip_of
from explorer.ui.attempts import attempt
from explorer.ui.changed import ChangedCard
from explorer.ui.conflict_card import ConflictCard
from explorer.ui.decision_words import name_of
from explorer.ui.fields.event import EventFields
from explorer.ui.flow import Flow, give_way
from explorer.ui.parts import ElidedLink, column, link, open_under, plain
from explorer.ui.popups import Elided
from explorer.ui.readings import ReadingsCard
from explorer.ui.session import Session
from explorer.ui.tab_order import as_laid_out, chain

_MARGIN_PX = 20
_LABEL_PX = 66
_KEYS_FROM_PX = 420
_GAP_PX = 6  # between the buttons
_LONGEST_QUOTE = 320
_MOST_SOURCES = 12
_LONGEST_NAME = 42


class Inspector(QWidget):
    """Shows the current event of the session and lets a person judge it."""

    article_menu_asked = Signal(str, QPoint)  # an article, and the place on the screen

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._event: Event | None = None
        self._told: QWidget | None = None  # its history, if that is shown
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Details of the event")
        self.fields = EventFields(session, self)
        self.fields.finished.connect(self._finished)
        self.title = self.fields.title
        self._is_stale = False
        self._sign = QLabel()
        self.star = QPushButton("☆")
        self.star.setObjectName("link")
        self.star.setProperty("quiet", True)
        self.star.clicked.connect(actions["star"].trigger)
        self._pages = QStackedWidget()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has the keyboard
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._buttons = self._make_buttons()
        self._lay_out()
        session.selection_changed.connect(self.fill)
        session.events_changed.connect(self.fill)
        session.theme_changed.connect(self.fill)
        actions["history"].toggled.connect(self._show_history)
        self.fill()

    def _lay_out(self) -> None:
        empty = plain(
            "Click a mark or marked words to see who says so, or press Q to review one after the other.",
            "emptyText",
            wraps=True,
        )
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        full = QWidget()
        box = QVBoxLayout(full)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._scroll, 1)
        box.addWidget(self._buttons)
        self._pages.addWidget(full)
        self._pages.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _make_buttons(self) -> QWidget:
        bar = QWidget()
        row = Flow(bar, gap=_GAP_PX)
        row.setContentsMargins(_MARGIN_PX, 8, _MARGIN_PX - 4, 12)
        self.buttons: dict[str, QPushButton] = {}
        for id_ in ("accept", "edit", "merge", "reject"):
            action = self._actions[id_]
            button = QPushButton()
            button.setObjectName("leading" if id_ == "accept" else "verdict")
            button.setToolTip(tip_of(id_))
            button.clicked.connect(action.trigger)
            row.addWidget(button)
            self.buttons[id_] = button
        row.push()
        more = QPushButton("⋯")
        more.setObjectName("verdict")
        more.setToolTip("More: split, history, star, mark as unreviewed")
        more.setAccessibleName("More deeds")
        more.clicked.connect(self._show_more)
        row.addWidget(more)
        self._more = more
        return bar

    def fill(self) -> None:
        """Show the event the session has as its current one."""
        before, event = self._event, self._session.current
        if self.fields.is_open and before is not None and event is not None and event.id == before.id:
            self._is_stale = True  # nothing that is being typed is lost: the page waits for its end
            return
        self.fields.drop()
        self._is_stale = False
        self._event = event
        self._pages.setCurrentIndex(0 if event else 1)
        if event is None:
            return
        is_same = before is not None and event.id == before.id
        top = self._scroll.verticalScrollBar().value() if is_same else 0
        focused = self.fields.focused()
        if focused is None and is_same and self._has_keyboard():
            focused = self.title  # the link that had it is made anew
        self._build(event)
        self._scroll.verticalScrollBar().setValue(top)
        if focused is not None:
            focused.setFocus()
        self._label_buttons()

    def _has_keyboard(self) -> bool:
        page, widget = self._scroll.widget(), QApplication.focusWidget()
        return page is not None and widget is not None and page.isAncestorOf(widget)

    def _show_history(self, is_on: bool) -> None:
        self.fill()
        if is_on and self._told is not None:
            # The page has its height a turn later.
            QTimer.singleShot(0, self._told, self._scroll_to_history)

    def _scroll_to_history(self) -> None:
        if self._told is not None:
            self._scroll.verticalScrollBar().setValue(self._told.y() - _MARGIN_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label_buttons()

    def _label_buttons(self) -> None:
        """Say what the buttons do and to how many events, with their keys where there is room for them."""
        is_wide = self.width() >= style.px(_KEYS_FROM_PX)
        count = len(self._session.selection)
        many = f" {count:,}" if count > 1 else ""
        event = self._event
        is_done = event is not None and event.review is Review.ACCEPTED and not event.changed and not many
        for id_, button in self.buttons.items():
            text = self._actions[id_].text().rstrip("…") + many * (id_ in ("accept", "reject"))
            if id_ == "accept" and is_done:
                button.setText("Accepted")
            else:
                button.setText(f"{text}  {shown_key(id_)}" if is_wide else text)
        # Where there is less room merging is in the menu, so that the verdicts stay in one row.
        merge = self.buttons["merge"]
        kept = [button for button in (*self.buttons.values(), self._more) if button is not merge]
        give_way(self.width() - 2 * _MARGIN_PX + 4 + _GAP_PX, kept, [merge], _GAP_PX)

    def _build(self, event: Event) -> None:
        """Build the page anew: what an event has (conflicts, sources) decides which rows there are."""
        for kept in (*self.fields.all(), self._sign, self.star):
            kept.setParent(None)
        # One of the fields on the old page may be what has just changed the event: it goes a turn later.
        old = self._scroll.takeWidget()
        if old is not None:
            old.deleteLater()
        self.fields.show(event, _who(event))
        self._scroll.setWidget(self._page(event))
        page = self._scroll.widget()
        if page is not None:
            # Who edits goes from field to field; links and verdicts come behind them.
            fields = list(self.fields.all())
            links = [one for one in as_laid_out(page) if one not in fields]
            chain((*fields, *links, *as_laid_out(self._buttons)))

    def _finished(self) -> None:
        if self._is_stale:
            QTimer.singleShot(0, self, self.fill)

    def _page(self, event: Event) -> QWidget:
        page = QWidget()
        page.setObjectName("page")
        box = QVBoxLayout(page)
        box.setContentsMargins(_MARGIN_PX, 14, _MARGIN_PX - 4, 4)
        box.setSpacing(7)
        box.addLayout(self._heading(event))
        box.addWidget(plain(f"“{words.elided(event.mentions[0].quote, _LONGEST_QUOTE)}”", "quote", wraps=True))
        box.addLayout(self._date_row(event))
        why = _why(event, self._session.articles)
        if why:
            box.addWidget(plain(why, "quiet", wraps=True))
        if event.when is not None and event.when.readings:
            box.addWidget(ReadingsCard(event, lambda which: self._decide(changes.edited(event, *which))))
        if event.changed:
            accept = partial(attempt, self._session, self._session.accept, [event])
            box.addWidget(ChangedCard(event, accept, lambda: self._decide(changes.as_seen(event))))
        for conflict in event.conflicts:
            box.addWidget(ConflictCard(self._session, event, conflict))
        box.addLayout(self._fields(event))
        if self._actions["history"].isChecked():
            self._told = self._history(event)
            box.addWidget(self._told)
        box.addStretch(1)
        return page

    def _heading(self, event: Event) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._sign.setPixmap(glyphs.kind_pixmap(self._session.theme, event.kind, style.px(16)))
        self._sign.setToolTip(words.kind(event.kind))
        self.star.setText("★" if event.is_starred else "☆")
        self.star.setToolTip(tip_of("star"))
        self.star.setAccessibleName("Starred" if event.is_starred else "Not starred")
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.title, 1)
        row.addWidget(self.star, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _date_row(self, event: Event) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        certainty = Elided("quiet")
        certainty.setText(words.certainty(event))
        certainty.setContentsMargins(0, 4, 0, 0)
        row.addWidget(self.fields.date)
        row.addWidget(certainty, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        return row

    def _fields(self, event: Event) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(3)
        grid.setColumnMinimumWidth(0, style.px(_LABEL_PX))
        grid.setColumnStretch(1, 1)
        rows: list[tuple[str, QWidget]] = [
            ("Who", self._parties(event)),
            ("Where", self.fields.countries),
            ("Kind", self.fields.kind),
            ("Status", self.fields.status),
            ("Amounts", self.fields.amounts),
        ]
        said = dict.fromkeys(mention.attribution for mention in event.mentions if mention.attribution)
        if said:
            rows.append(("Says who", plain(" · ".join(said), wraps=True)))
        rows.append(("Sources", self._sources(event)))
        if event.links:
            rows.append(("Why one", bearings.reasons(event)))
        related = bearings.related(self._session, event)
        if related is not None:
            rows.append(related)
        rows.append(("Tags", self.fields.tags))
        rows.append(("Note", self.fields.note))
        if event.edited:
            rows.append(("Edited", self._edited(event)))
        for at, (name, widget) in enumerate(rows):
            label = plain(name, "quiet")
            if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                label.setBuddy(widget)
            label.setContentsMargins(0, 2, 0, 0)  # on the line of the larger words beside it
            grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, at, 1)
        return grid

    def _parties(self, event: Event) -> QWidget:
        widget, box = column()
        box.addWidget(self.fields.parties)
        if any(party.is_new for party in event.parties):
            box.addWidget(link("check new names", self._actions["names"].trigger, tip_of("names")))
        return widget

    def _sources(self, event: Event) -> QWidget:
        widget, box = column()
        told = words.count(len(event.articles), "article")
        if len(event.articles) > 1:
            told += f", {event.independent} independent"
        box.addWidget(plain(told))
        for mention in event.mentions[:_MOST_SOURCES]:
            article = self._session.articles.get(mention.article)
            name = words.elided(words.article(article) if article else mention.article, _LONGEST_NAME)
            place = f", page {mention.page}" if mention.page else ""
            row = ElidedLink(f"{name}{place}", _opener(self._session, event.id, mention.article))
            row.setToolTip(style.plain_tip(f"{name}{place}: “{words.elided(mention.quote, 300)}”"))
            row.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            row.customContextMenuRequested.connect(self._menu_asker(row, mention.article))
            box.addWidget(row)
        hidden = len(event.mentions) - _MOST_SOURCES
        if hidden > 0:
            box.addWidget(plain(f"and {hidden} more", "quiet"))
        return widget

    def _menu_asker(self, row: QWidget, article_id: str) -> Callable[[QPoint], None]:
        return lambda place: self.article_menu_asked.emit(article_id, row.mapToGlobal(place))

    def _history(self, event: Event) -> QWidget:
        article_of = {mention.id: mention.article for mention in event.mentions}
        return provenance.History(self._session.history(event), self._session.articles, article_of)

    def _edited(self, event: Event) -> QWidget:
        """Name the fields that a person set, each with a way back to what was read."""
        widget, box = column()
        for name, field in sorted((name_of(one), EventField(one)) for one in event.edited):
            row = QHBoxLayout()
            row.addWidget(plain(name))
            row.addWidget(link("as read", self._giver(event, field), f"Give back the {name} that was read"))
            row.addStretch(1)
            box.addLayout(row)
        if len(event.edited) > 1:
            box.addWidget(link("all as read", self._give_back, "Give back all that the program read"))
        return widget

    def _giver(self, event: Event, field: EventField) -> Callable[[], None]:
        return lambda: self._decide(changes.edited(event, field, None))

    def _decide(self, made: Sequence[Change]) -> None:
        attempt(self._session, self._session.decide, made)

    # What a person does

    def _give_back(self) -> None:
        event = self._event
        if event is not None:
            self._decide(changes.given_back(event))

    def _show_more(self) -> None:
        menu = QMenu(self)
        merge = ("merge",) if self.buttons["merge"].isHidden() else ()
        for id_ in (*merge, "split", "history", "star", "put_back", "open_source"):
            menu.addAction(self._actions[id_])
        open_under(menu, self._more)


def _why(event: Event, articles: Mapping[str, Article]) -> str:
    """Say why the date is what it is, and in which article it stands where that is not the one quoted."""
    date, quoted = event.date, event.mentions[0]
    if date is None:
        return "; ".join(quoted.why)
    said = "; ".join(date.why)
    if not date.text:
        return said
    expression = f"‘{words.elided(date.text, 60)}’"
    stating = [one for one in event.mentions if date in one.dates]
    if stating and quoted not in stating and stating[0].article in articles:
        name = words.article(articles[stating[0].article])
        expression += f" in “{words.elided(name, _LONGEST_NAME)}”"
    return f"{expression}: {said}" if said else expression


def _who(event: Event) -> str:
    return " · ".join(_party(party) for party in event.parties)


def _party(party: Party) -> str:
    """Name a party, and say how sure its name is."""
    told = [
        word for word, holds in (("inferred", party.found is not Found.NAMED), ("new", party.is_new)) if holds
    ]
    return f"{party.name} ({', '.join(told)})" if told else party.name


def _opener(session: Session, event_id: str, article_id: str) -> Callable[[], None]:
    return lambda: session.open_source(event_id, article_id)
