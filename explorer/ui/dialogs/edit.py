"""Correct an event, or make one of selected words: what it is called, when, what kind, who and where.

The dialog gives back values; what they mean as changes of the log is said by `changes` and `new_mention`.
"""

from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from explorer import resources
from explorer.model.article import Article
from explorer.model.decision import EventField
from explorer.model.event import Event
from explorer.model.mention import (
    Mention,
    MentionDate,
    Party,
    Span,
    Status,
    mention_id,
)
from explorer.model.when import When
from explorer.ui import words
from explorer.ui.dialogs.base import Dialog, form, told
from explorer.ui.popups import DateField

Differences = list[tuple[EventField, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Fields:
    """What a person can say of an event."""

    title: str
    when: When | None
    kind: str
    status: Status
    parties: tuple[str, ...]
    countries: tuple[str, ...]


def fields_of(event: Event) -> Fields:
    """Give what an event says now."""
    names = tuple(party.name for party in event.parties)
    return Fields(event.title, event.when, event.kind, event.status, names, event.countries)


def differences(before: Fields, after: Fields) -> Differences:
    """Give the fields that a person changed, with their values as the log writes them."""
    changed: Differences = []
    if after.title and after.title != before.title:
        changed.append((EventField.TITLE, (after.title,)))
    if after.when and after.when != before.when:
        changed.append((EventField.WHEN, (after.when.edtf, after.when.modifier or "")))
    if after.kind != before.kind:
        changed.append((EventField.KIND, (after.kind,)))
    if after.status is not before.status:
        changed.append((EventField.STATUS, (after.status.value,)))
    if after.parties != before.parties:
        changed.append((EventField.PARTIES, after.parties))
    if after.countries != before.countries:
        changed.append((EventField.COUNTRIES, after.countries))
    return changed


def new_mention(article: Article, span: Span, fields: Fields, date: MentionDate | None) -> Mention:
    """Make the mention of an event that a person marked in an article."""
    return Mention(
        id=mention_id(article.id, span, date.span if date else None),
        article=article.id,
        span=span,
        quote=article.text[span.start : span.end],
        title=fields.title,
        kind=fields.kind,
        status=fields.status,
        dates=(date,) if date else (),
        parties=tuple(Party(name) for name in fields.parties),
        countries=fields.countries,
        page=article.page_of(span.start),
        line=article.line_of(span.start),
        why=("marked by you",),
    )


class EditDialog(Dialog):
    """A form for the fields of an event; it can be confirmed only while all of them can be read."""

    def __init__(
        self, parent: QWidget | None, before: Fields, *, published: str | None = None, is_new: bool = False
    ) -> None:
        super().__init__(parent, "New event" if is_new else "Edit event", "Add" if is_new else "Save")
        self._before = before
        self.title = QLineEdit(before.title)
        self.date = DateField(published=published)
        self.kind = QComboBox()
        for kind in resources.kinds().values():
            self.kind.addItem(kind.label, kind.id)
        self.kind.setCurrentIndex(max(self.kind.findData(before.kind), 0))
        self.status = QComboBox()
        for status in Status:
            self.status.addItem(status.value, status)
        self.status.setCurrentIndex(list(Status).index(before.status))
        self.parties = QLineEdit(", ".join(before.parties))
        self.parties.setPlaceholderText("TikTok, Federal Trade Commission")
        self.countries = QLineEdit(", ".join(words.country(code) for code in before.countries))
        self.countries.setPlaceholderText("India, US")
        self.problem = told("", "problem")
        self._lay_out()
        if before.when:
            self.date.setText(words.when(before.when))
        for field in (self.title, self.countries):
            field.textChanged.connect(self._check)
        self.date.understood.connect(self._check)
        self.title.selectAll()
        self._check()

    def _lay_out(self) -> None:
        self.body.addLayout(
            form(
                (
                    ("Title", self.title),
                    ("When", self.date),
                    ("", self.date.said),
                    ("Kind", self.kind),
                    ("Status", self.status),
                    ("Who", self.parties),
                    ("Where", self.countries),
                )
            )
        )
        self.body.addWidget(self.problem)

    @property
    def fields(self) -> Fields:
        """Give what the form says. An unchanged date stays exactly as it was."""
        before = self._before
        is_same_date = before.when is not None and self.date.text() == words.when(before.when)
        return Fields(
            " ".join(self.title.text().split()),
            before.when if is_same_date else self.date.when,
            str(self.kind.currentData()),
            Status(self.status.currentData()),
            words.listed(self.parties.text()),
            tuple(code for code in map(words.country_code, words.listed(self.countries.text())) if code),
        )

    def _check(self) -> None:
        strange = [name for name in words.listed(self.countries.text()) if words.country_code(name) is None]
        if not self.title.text().strip():
            self.problem.setText("An event needs a title.")
        elif self.date.is_wrong and self.date.text() != words.when(self._before.when):
            self.problem.setText(f"“{self.date.text()}” is not a date.")
        elif strange:
            self.problem.setText(f"No country is called “{strange[0]}”.")
        else:
            self.problem.setText("")
        self.ok.setEnabled(not self.problem.text())
