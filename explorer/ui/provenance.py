"""The history of an event as the inspector shows it: what each field said, who set it, when and from what."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout

from explorer.chronology import Entry
from explorer.model.article import Article
from explorer.model.edtf import display, parse
from explorer.model.errors import ExplorerError
from explorer.model.when import Modifier
from explorer.ui import words

_LONGEST = 140
_FIELDS = {
    "when": "date",
    "parties": "who",
    "countries": "where",
    "quantities": "amounts",
    "published": "publication date of an article",
}
_DIVIDED: Mapping[str, Callable[[str], str]] = {
    "kind": words.kind,
    "countries": words.country,
    "review": lambda value: words.REVIEWS.get(value, value),
}


def field_of(entry: Entry) -> str:
    """Name the field of an entry for people: "Date"."""
    return name_of(entry.field)


def name_of(field: str) -> str:
    """Name a field for people: "Date"."""
    name = _FIELDS.get(field, field)
    return f"{name[0].upper()}{name[1:]}"


def change_of(entry: Entry) -> str:
    """Say what changed: "15 April 2019 → mid-2019"; what was read at first has no before."""
    after = words.elided(value_said(entry.field, entry.after), _LONGEST) or "nothing"
    if entry.mention or entry.field == "sources":
        return after
    before = words.elided(value_said(entry.field, entry.before), _LONGEST)
    return f"{before} → {after}" if before else after


def origin_of(entry: Entry, articles: Mapping[str, Article], article_of: Mapping[str, str]) -> str:
    """Say who set it, when, and from what: "you, 3 May 2024, 14:02"; undone steps say so."""
    parts = [entry.who or "read by the program"]
    if entry.at:
        parts.append(moment(entry.at))
    article = articles.get(article_of.get(entry.mention, ""))
    if article is not None:
        parts.append(f"from “{words.elided(words.article(article), 60)}”")
    return f"{', '.join(parts)}{' (undone)' if entry.is_undone else ''}"


def why_of(entry: Entry) -> str:
    """Say why: the trace of the program, or what a decision was about."""
    return words.elided("; ".join(entry.why), _LONGEST)


def moment(at: str) -> str:
    """Say a moment of the log (ISO 8601, UTC) in the time of this place."""
    there = QDateTime.fromString(at, Qt.DateFormat.ISODate)
    return said(there) if there.isValid() else at


def said(moment: QDateTime) -> str:
    """Say a moment in the time of this place, in English like the rest of the window."""
    return QLocale(QLocale.Language.English).toString(moment.toLocalTime(), "d MMM yyyy, HH:mm")


def value_said(field: str, value: tuple[str, ...]) -> str:
    """Say the value of a field: a date, a kind, names."""
    if field in ("when", "published"):
        return _date(value) if value else {"when": "undated", "published": "unknown"}[field]
    say = _DIVIDED.get(field, str)
    return (": " if field == "conflict" else ", ").join(map(say, value))


def _date(value: tuple[str, ...]) -> str:
    edtf, modifier = (*value, "")[:2]
    try:
        return display(parse(edtf, Modifier(modifier) if modifier else None))
    except (ExplorerError, ValueError):
        return edtf


class History(QFrame):
    """The lines of a history, the oldest first; undone steps are struck through."""

    def __init__(
        self, entries: list[Entry], articles: Mapping[str, Article], article_of: Mapping[str, str]
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName("History of the event")
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 8, 10, 8)
        box.setSpacing(1)
        told = ""
        for entry in entries:
            line = _label(f"{field_of(entry)}: {change_of(entry)}", "undone" if entry.is_undone else "")
            box.addWidget(line)
            # Most of what was read comes from one statement, which is named once.
            origin = origin_of(entry, articles, article_of)
            why = why_of(entry)
            parts = [why] if origin == told else [origin, why]
            told = origin
            said = _label(": ".join(filter(None, parts)), "quiet")
            said.setContentsMargins(0, 0, 0, 5)
            said.setVisible(bool(said.text()))
            box.addWidget(said)

    def lines(self) -> list[str]:
        """Give what it says, a line each."""
        return [label.text() for label in self.findChildren(QLabel)]


def _label(text: str, name: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    label.setObjectName(name)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    if name == "undone":
        font = label.font()
        font.setStrikeOut(True)
        label.setFont(font)
    return label
