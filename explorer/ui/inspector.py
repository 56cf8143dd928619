"""The inspector: one event with its quote, date and why, its conflicts and sources, and the verdicts on it.

Every label is fed from documents and therefore plain text. Verdicts go through the window's actions, so that
buttons, menu and keys are one.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.model.decision import EventField, MentionRef, Review, ref
from explorer.model.event import Conflict, Event
from explorer.model.mention import Found, Mention, Party
from explorer.ui import glyphs, words
from explorer.ui.actions import Actions, shown_key, tip_of
from explorer.ui.changed import ChangedCard
from explorer.ui.readings import ReadingsCard
from explorer.ui.session import Session

_MARGIN_PX = 20
_LABEL_PX = 66
_LONGEST_QUOTE = 320
_MOST_SOURCES = 12
_LONGEST_NAME = 42


def plain(text: str = "", name: str = "", *, wraps: bool = False) -> QLabel:
    """Make a label that shows its text as it stands, whatever an article has written into it."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wraps)
    if name:
        label.setObjectName(name)
    if wraps:
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def link(text: str, does: Callable[[], object], tip: str = "") -> QPushButton:
    """Make a button that looks like a link."""
    button = QPushButton(text.replace("&", "&&"))
    button.setObjectName("link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setToolTip(tip)
    button.clicked.connect(lambda *_: does())
    return button


class EditableTitle(QStackedWidget):
    """A title that becomes a line to type in when it is clicked."""

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = plain("", "eventTitle", wraps=True)
        self.label.setCursor(Qt.CursorShape.IBeamCursor)
        self.label.setToolTip("Click to correct the title")
        self.field = QLineEdit()
        self.field.setAccessibleName("Title of the event")
        self.field.editingFinished.connect(self._finish)
        self.addWidget(self.label)
        self.addWidget(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_title(self, title: str) -> None:
        """Show a title; what was being typed is given up."""
        self.label.setText(title)
        self.setCurrentIndex(0)
        self.updateGeometry()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.currentIndex() == 0:
            self.field.setText(self.label.text())
            self.setCurrentIndex(1)
            self.field.setFocus()
            self.field.selectAll()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self.label.heightForWidth(width), 24)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def _finish(self) -> None:
        if self.currentIndex() == 0:
            return
        said, before = self.field.text().strip(), self.label.text()
        self.setCurrentIndex(0)
        if said and said != before:
            self.edited.emit(said)


class Inspector(QWidget):
    """Shows the current event of the session and lets a person judge it."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._event: Event | None = None
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Details of the event")
        self.title = EditableTitle()
        self.title.edited.connect(self._retitle)
        self._sign = QLabel()
        self.star = QPushButton("☆")
        self.star.setObjectName("link")
        self.star.setProperty("quiet", True)
        self.star.clicked.connect(actions["star"].trigger)
        self._pages = QStackedWidget()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._buttons = self._make_buttons()
        self._lay_out()
        session.selection_changed.connect(self.fill)
        session.events_changed.connect(self.fill)
        session.library_changed.connect(self.fill)
        session.theme_changed.connect(self.fill)
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
        row = QHBoxLayout(bar)
        row.setContentsMargins(_MARGIN_PX, 8, _MARGIN_PX - 4, 12)
        row.setSpacing(6)
        self.buttons: dict[str, QPushButton] = {}
        for id_ in ("accept", "edit", "merge", "reject"):
            action = self._actions[id_]
            button = QPushButton(f"{action.text().rstrip('…')}  {shown_key(id_)}")
            button.setObjectName("leading" if id_ == "accept" else "verdict")
            button.setToolTip(tip_of(id_))
            button.clicked.connect(action.trigger)
            row.addWidget(button)
            self.buttons[id_] = button
        row.addStretch(1)
        more = QPushButton("⋯")
        more.setObjectName("verdict")
        more.setToolTip("More: split, note, star, mark as unreviewed")
        more.setAccessibleName("More deeds")
        more.clicked.connect(self._show_more)
        row.addWidget(more)
        self._more = more
        return bar

    def fill(self) -> None:
        """Show the event the session has as its current one."""
        self._event = event = self._session.current
        self._pages.setCurrentIndex(0 if event else 1)
        if event is None:
            return
        top = self._scroll.verticalScrollBar().value()
        # The page is built anew: what an event has (conflicts, sources) decides which rows there are.
        for kept in (self.title, self._sign, self.star):
            kept.setParent(None)
        page = self._page(event)
        self._scroll.setWidget(page)
        self._scroll.verticalScrollBar().setValue(top)
        self._name_verdicts(event)

    def _name_verdicts(self, event: Event) -> None:
        """Say on the buttons what is accepted already, and how many events a verdict is on."""
        count = len(self._session.selection)
        many = f" {count:,}" if count > 1 else ""
        is_done = event.review is Review.ACCEPTED and not event.changed and not many
        self.buttons["accept"].setText("Accepted" if is_done else f"Accept{many}  {shown_key('accept')}")
        self.buttons["reject"].setText(f"Reject{many}  {shown_key('reject')}")

    def _page(self, event: Event) -> QWidget:
        page = QWidget()
        page.setObjectName("page")
        box = QVBoxLayout(page)
        box.setContentsMargins(_MARGIN_PX, 14, _MARGIN_PX - 4, 4)
        box.setSpacing(7)
        box.addLayout(self._heading(event))
        box.addWidget(plain(f"“{words.elided(event.mentions[0].quote, _LONGEST_QUOTE)}”", "quote", wraps=True))
        box.addLayout(self._date_row(event))
        why = _why(event)
        if why:
            box.addWidget(plain(why, "quiet", wraps=True))
        if event.when is not None and event.when.readings:
            box.addWidget(ReadingsCard(event, lambda which: self._session.edit(event, *which)))
        if event.changed:
            accept, back = self._session.accept, self._session.edit_back
            box.addWidget(ChangedCard(event, lambda: accept([event]), lambda: back(event)))
        for conflict in event.conflicts:
            box.addWidget(self._conflict(event, conflict))
        box.addLayout(self._fields(event))
        box.addStretch(1)
        return page

    def _heading(self, event: Event) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._sign.setPixmap(glyphs.kind_pixmap(self._session.theme, event.kind, 16))
        self._sign.setToolTip(words.kind(event.kind))
        self.title.show_title(event.title)
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
        row.addWidget(plain(words.when(event.when), "eventDate"))
        row.addWidget(plain(words.certainty(event), "quiet"))
        row.addStretch(1)
        return row

    def _fields(self, event: Event) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, _LABEL_PX)
        grid.setColumnStretch(1, 1)
        rows: list[tuple[str, QWidget]] = [
            ("Who", self._parties(event)),
            ("Where", plain(_where(event), wraps=True)),
            ("Kind", plain(words.kind(event.kind))),
            ("Status", plain(event.status.value)),
        ]
        if event.quantities:
            amounts = dict.fromkeys(quantity.text for quantity in event.quantities)
            rows.append(("Amounts", plain(" · ".join(amounts), wraps=True)))
        said = dict.fromkeys(mention.attribution for mention in event.mentions if mention.attribution)
        if said:
            rows.append(("Says who", plain(" · ".join(said), wraps=True)))
        rows.append(("Sources", self._sources(event)))
        rows.append(("Tags", self._tags(event)))
        rows.append(("Note", self._note(event)))
        if event.edited:
            rows.append(("Edited", self._edited(event)))
        for at, (name, widget) in enumerate(rows):
            label = plain(name, "quiet")
            grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, at, 1)
        return grid

    def _parties(self, event: Event) -> QWidget:
        widget, box = _column()
        box.addWidget(plain(_who(event), wraps=True))
        if any(party.is_new for party in event.parties):
            box.addWidget(link("check new names", self._actions["names"].trigger, tip_of("names")))
        return widget

    def _sources(self, event: Event) -> QWidget:
        widget, box = _column()
        told = words.count(len(event.articles), "article")
        if len(event.articles) > 1:
            told += f", {event.independent} independent"
        box.addWidget(plain(told))
        for mention in event.mentions[:_MOST_SOURCES]:
            article = self._session.articles.get(mention.article)
            name = words.elided(words.article(article) if article else mention.article, _LONGEST_NAME)
            place = f", page {mention.page}" if mention.page else ""
            row = link(f"{name}{place}", _opener(self._session, event.id, mention.article), "Show the words")
            row.setToolTip(words.elided(mention.quote, 300))
            row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            box.addWidget(row)
        hidden = len(event.mentions) - _MOST_SOURCES
        if hidden > 0:
            box.addWidget(plain(f"and {hidden} more", "quiet"))
        return widget

    def _tags(self, event: Event) -> QWidget:
        row = QWidget()
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        if event.tags:
            box.addWidget(plain(" · ".join(event.tags)))
        box.addWidget(link("change" if event.tags else "add", self._actions["tags"].trigger, tip_of("tags")))
        box.addStretch(1)
        return row

    def _note(self, event: Event) -> QWidget:
        widget, box = _column()
        if event.note:
            box.addWidget(plain(event.note, wraps=True))
        box.addWidget(link("change" if event.note else "add", self._actions["note"].trigger, tip_of("note")))
        return widget

    def _edited(self, event: Event) -> QWidget:
        row = QWidget()
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        names = ", ".join("date" if name == "when" else name for name in sorted(event.edited))
        box.addWidget(plain(names))
        box.addWidget(link("as read", self._give_back, "Give back what the program read"))
        box.addStretch(1)
        return row

    def _conflict(self, event: Event, conflict: Conflict) -> QFrame:
        frame = QFrame()
        frame.setObjectName("conflict")
        sides = [self._side(value.text, value.mentions) for value in conflict.values]
        if conflict.is_settled:
            kept = "both kept" if conflict.chosen is None else f"{conflict.values[conflict.chosen].text} chosen"
            text = f"Sources differ, {kept}: {', '.join(sides)}"
        else:
            text = f"Sources differ: {', '.join(sides)}"
        links = QHBoxLayout()
        links.setSpacing(4)
        links.addWidget(
            link("Compare", lambda: self._session.compare(event, conflict), "Show both texts beside each other")
        )
        links.addWidget(plain("·", "quiet"))
        if not conflict.is_settled:
            links.addWidget(link("keep both", lambda: self._settle(event, conflict, None), "Both values stand"))
            links.addWidget(plain("·", "quiet"))
        links.addWidget(link("choose", lambda: self._choose(event, conflict), "Say which value stands"))
        links.addStretch(1)
        grid = QGridLayout(frame)
        grid.setContentsMargins(10, 6, 10, 6)
        grid.setVerticalSpacing(2)
        grid.addWidget(plain("≠", "conflictSign"), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(plain(text, wraps=True), 0, 1)
        grid.addLayout(links, 1, 1)
        grid.setColumnStretch(1, 1)
        return frame

    def _side(self, text: str, mentions: Sequence[str]) -> str:
        places = dict.fromkeys(
            mention.article for mention in self._mentions(mentions) if mention.article in self._session.articles
        )
        names = (f"“{words.elided(words.article(self._session.articles[id_]), 40)}”" for id_ in places)
        return f"{text} in {', '.join(names)}" if places else text

    def _mentions(self, ids: Sequence[str]) -> list[Mention]:
        return [mention for mention in (self._event.mentions if self._event else ()) if mention.id in ids]

    # What a person does

    def _choose(self, event: Event, conflict: Conflict) -> None:
        menu = QMenu(self)
        for value in conflict.values:
            sides = self._mentions(value.mentions)
            if sides:
                name = words.elided(self._side(value.text, value.mentions), 90).replace("&", "&&")
                menu.addAction(name, _settler(self._settle, event, conflict, ref(sides[0])))
        menu.exec(self.cursor().pos())
        menu.deleteLater()

    def _settle(self, event: Event, conflict: Conflict, chosen: MentionRef | None) -> None:
        self._session.settle_conflict(event, conflict.field.value, chosen)

    def _retitle(self, title: str) -> None:
        if self._event:
            self._session.edit(self._event, EventField.TITLE, (title,))

    def _give_back(self) -> None:
        if self._event:
            self._session.give_back(self._event)

    def _show_more(self) -> None:
        menu = QMenu(self)
        for id_ in ("split", "note", "tags", "star", "put_back", "open_source"):
            menu.addAction(self._actions[id_])
        menu.exec(self._more.mapToGlobal(self._more.rect().bottomLeft()))
        menu.deleteLater()


def _column() -> tuple[QWidget, QVBoxLayout]:
    widget = QWidget()
    box = QVBoxLayout(widget)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(2)
    return widget, box


def _why(event: Event) -> str:
    date = event.date
    if date is None:
        return "; ".join(event.mentions[0].why)
    said = "; ".join(date.why)
    if not date.text:
        return said
    return f"‘{words.elided(date.text, 60)}’: {said}" if said else f"‘{words.elided(date.text, 60)}’"


def _who(event: Event) -> str:
    return " · ".join(_party(party) for party in event.parties) or "–"


def _party(party: Party) -> str:
    """Name a party, and say how sure its name is."""
    told = [
        word for word, holds in (("inferred", party.found is not Found.NAMED), ("new", party.is_new)) if holds
    ]
    return f"{party.name} ({', '.join(told)})" if told else party.name


def _where(event: Event) -> str:
    return " · ".join(words.country(code) for code in event.countries) or "–"


def _opener(session: Session, event_id: str, article_id: str) -> Callable[[], None]:
    return lambda: session.open_source(event_id, article_id)


def _settler(
    settle: Callable[..., None], event: Event, conflict: Conflict, chosen: MentionRef
) -> Callable[[], None]:
    return lambda: settle(event, conflict, chosen)
