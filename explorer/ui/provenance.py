"""The history of an event as the inspector shows it: what each field said, who set it, when and from what."""

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from explorer.chronology import Entry
from explorer.model.article import Article
from explorer.ui import moments, words
from explorer.ui.decision_words import heading, value_of
from explorer.ui.parts import plain

_LONGEST = 140


def change_of(entry: Entry) -> str:
    """Say what changed: "15 April 2019 → mid-2019"; what was read at first has no before."""
    after = words.elided(value_of(entry.field, entry.after), _LONGEST) or "nothing"
    if entry.mention or entry.field == "sources":
        return after
    before = words.elided(value_of(entry.field, entry.before), _LONGEST)
    return f"{before} → {after}" if before else after


def origin_of(entry: Entry, articles: Mapping[str, Article], article_of: Mapping[str, str]) -> str:
    """Say who set it, when, and from what: "you, 3 May 2024, 14:02"; undone steps say so."""
    parts = [entry.who or "read by the program"]
    if entry.at:
        parts.append(moments.of_log(entry.at))
    article = articles.get(article_of.get(entry.mention, ""))
    if article is not None:
        parts.append(f"from “{words.elided(words.article(article), 60)}”")
    return f"{', '.join(parts)}{' (undone)' if entry.is_undone else ''}"


def why_of(entry: Entry) -> str:
    """Say why: the trace of the program, or what a decision was about."""
    return words.elided("; ".join(entry.why), _LONGEST)


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
            line = _label(f"{heading(entry.field)}: {change_of(entry)}", "undone" if entry.is_undone else "")
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
    label = plain(text, name, wraps=True)
    if name == "undone":
        font = label.font()
        font.setStrikeOut(True)
        label.setFont(font)
    return label
