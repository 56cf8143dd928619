"""The fields of the current event, tied to the session: what is typed becomes one undoable step each."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLineEdit

from explorer import resources
from explorer.model.decision import Change, EventField
from explorer.model.event import Event
from explorer.model.mention import Status
from explorer.model.query import Facet
from explorer.ui import changes, glyphs, words
from explorer.ui.attempts import attempt
from explorer.ui.fields import reading
from explorer.ui.fields.base import Field, MenuField, Option, TextField
from explorer.ui.fields.completing import ListCompleter
from explorer.ui.fields.reading import Typed
from explorer.ui.session import Session


class EventFields(QObject):
    """Makes the fields once and fills them with the event that is shown."""

    finished = Signal()  # an editor was closed

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._event: Event | None = None
        self.title = TextField("Title", reading.title, style="eventTitle")
        self.date = TextField("Date", self._read_date, style="eventDate", hint="undated", is_short=True)
        self.kind = MenuField("Kind", self._kinds)
        self.status = MenuField("Status", _statuses)
        self.parties = TextField("Who", reading.names)
        self.countries = TextField("Where", reading.countries)
        self.amounts = TextField("Amounts", self._read_amounts)
        self.tags = TextField("Tags", reading.names)
        self.note = TextField("Note", lambda text: Typed((text.strip(),)), lines=True)
        self._connect()
        self._complete()

    def _connect(self) -> None:
        for field, which in (
            (self.title, EventField.TITLE),
            (self.date, EventField.WHEN),
            (self.parties, EventField.PARTIES),
            (self.countries, EventField.COUNTRIES),
            (self.amounts, EventField.QUANTITIES),
        ):
            field.edited.connect(lambda typed, which=which: self._edit(which, typed.value))
        self.kind.edited.connect(lambda value: self._edit(EventField.KIND, (value,)))
        self.status.edited.connect(lambda value: self._edit(EventField.STATUS, (value,)))
        self.tags.edited.connect(self._retag)
        self.note.edited.connect(self._write_note)
        self.date.typing.connect(self._show_ghost)
        for one in self.all():
            one.closed.connect(self.finished)
            one.left.connect(lambda steps, one=one: self.go_on(one, steps))

    def _complete(self) -> None:
        self._completers: dict[str, ListCompleter] = {}
        for field in (self.parties, self.countries, self.tags):
            if isinstance(field.field, QLineEdit):
                self._completers[field.name] = completer = ListCompleter(field.field)
                field.field.setCompleter(completer)
                field.opened.connect(self._offer)

    def all(self) -> Iterator[Field]:
        """Give the fields in the order in which Tab goes through them."""
        yield from (self.title, self.date, self.parties, self.countries, self.kind, self.status)
        yield from (self.amounts, self.tags, self.note)

    @property
    def is_open(self) -> bool:
        """Tell whether something is being typed."""
        return any(field.is_open for field in self.all())

    def focused(self) -> Field | None:
        """Give the field that has the keyboard."""
        return next((field for field in self.all() if field.hasFocus()), None)

    def drop(self) -> None:
        """Close what is open without a value."""
        for field in self.all():
            if isinstance(field, TextField):
                field.drop()

    def begin(self) -> None:
        """Open the field that has the keyboard, else the first."""
        if not self.is_open:
            (self.focused() or self.title).begin()

    def go_on(self, field: Field, steps: int) -> None:
        """Give the keyboard to a neighbour of a field, staying at either end."""
        order = [one for one in self.all() if one.isVisible()]
        if field in order:
            order[max(0, min(order.index(field) + steps, len(order) - 1))].setFocus()

    def show(self, event: Event, who: str) -> None:
        """Fill the fields; `who` says the parties with what is to be said of their names."""
        self._event = event
        for field in self.all():
            field.setEnabled(not self._session.library.is_read_only)
        self.title.show_value(event.title)
        self.date.show_value(words.when(event.when) if event.when else "")
        self.kind.show_value(event.kind, words.kind(event.kind))
        self.status.show_value(event.status.value, event.status.value)
        self.parties.show_value(who, ", ".join(party.name for party in event.parties))
        countries = [words.country(code) for code in event.countries]
        self.countries.show_value(" · ".join(countries), ", ".join(countries))
        amounts = list(dict.fromkeys(quantity.text for quantity in event.quantities))
        self.amounts.show_value(" · ".join(amounts), "; ".join(amounts))
        self.tags.show_value(" · ".join(event.tags), ", ".join(event.tags))
        self.note.show_value(event.note)

    # What is typed

    def _edit(self, which: EventField, value: reading.Value) -> None:
        if self._event is not None:
            self._decide(changes.edited(self._event, which, value))

    def _retag(self, typed: Typed) -> None:
        if self._event is not None:
            self._decide(changes.retagged([self._event], typed.value or ()))

    def _write_note(self, typed: Typed) -> None:
        if self._event is not None:
            self._decide(changes.noted(self._event, "".join(typed.value or ())))

    def _decide(self, made: list[Change]) -> None:
        attempt(self._session, self._session.decide, made)

    def _read_date(self, text: str) -> Typed:
        event = self._event
        article = self._session.articles.get(event.mentions[0].article) if event else None
        return reading.date(text, event.when if event else None, article.published if article else None)

    def _read_amounts(self, text: str) -> Typed:
        return reading.amounts(text, self._event.quantities if self._event else ())

    def _show_ghost(self, typed: Typed | None) -> None:
        has_moved = typed is not None and self._event is not None and typed.when not in (None, self._event.when)
        self._session.show_ghost(typed.when if typed is not None and has_moved else None)

    # What is offered

    def _kinds(self) -> list[Option]:
        theme = self._session.theme
        return [
            Option(kind.id, kind.label, QIcon(glyphs.kind_pixmap(theme, kind.id, 16)))
            for kind in resources.kinds().values()
        ]

    def _offer(self) -> None:
        """Offer what the library knows, then what every library knows."""
        # The gazetteer is large, so that it is loaded when the first name is typed.
        from explorer.extract import lexicon

        session = self._session
        parties = {party.name for event in session.events.values() for party in event.parties}
        known = sorted({*lexicon.companies().known(), *lexicon.agencies().known()} - parties, key=str.casefold)
        self._completers["Who"].offer([*sorted(parties, key=str.casefold), *known])
        self._completers["Where"].offer(words.country_names())
        self._completers["Tags"].offer(session.table.facets[Facet.TAG].values)


def _statuses() -> list[Option]:
    return [Option(status.value, status.value) for status in Status]
