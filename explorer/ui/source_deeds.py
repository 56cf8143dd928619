"""What a person does with the words of an article: makes an event or a clause of them, compares sources."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from explorer.model.article import Article
from explorer.model.decision import Added, Anchored, standing
from explorer.model.errors import ExplorerError
from explorer.model.mention import Mention, MentionDate, Span, Status
from explorer.ui import changes, words
from explorer.ui.actions import Actions
from explorer.ui.attempts import attempt, attempting
from explorer.ui.dialogs import choose
from explorer.ui.dialogs import edit as editing
from explorer.ui.dialogs.anchor import AnchorDialog
from explorer.ui.session import Session
from explorer.ui.source_pane import SourcePane


class SourceDeeds(QObject):
    """The functions behind the actions of the source pane; `pane` gives it once the window is ready."""

    def __init__(self, window: QWidget, session: Session, pane: Callable[[], SourcePane]) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._pane = pane

    def functions(self) -> Mapping[str, Callable[[], object]]:
        """Give the function of each deed."""
        return {
            "new_event": self.new_event,
            "clause": self.set_clause,
            "anchor": self.set_anchor,
            "next_source": lambda: self.step_source(1),
            "previous_source": lambda: self.step_source(-1),
            "compare": self.compare,
            "left_out": lambda: self._pane().tools.left_out.toggle(),
            "pages": self.show_pages,
            "find": lambda: self._pane().open_find(),
            "find_next": lambda: self._pane().step_found(1),
            "find_previous": lambda: self._pane().step_found(-1),
        }

    # Sources

    def step_source(self, steps: int) -> None:
        """Show the next or an earlier source of the current event."""
        _, total = self._session.source_place
        if total < 2:
            raise ExplorerError(
                "This event has one source only." if total else "Select an event to go through its sources."
            )
        self._pane().compared.end()
        self._session.step_source(steps)

    def compare(self) -> None:
        """Show two sources of the current event beside each other."""
        if self._session.current is None:
            raise ExplorerError("Select an event to compare its sources.")
        self._pane().compare(self._session.current.id)

    def show_pages(self) -> None:
        """Show the pages of a PDF, or its text again."""
        tools = self._pane().tools
        if tools.pages.isHidden():
            raise ExplorerError("Only an article that was read from a PDF has pages to show.")
        (tools.words if tools.pages.isChecked() else tools.pages).setChecked(True)

    # Words

    def _selected_words(self, what_for: str) -> tuple[Article, Span]:
        article = self._session.articles.get(self._session.article or "")
        span = self._pane().selected_words()
        if article is None or span is None:
            raise ExplorerError(what_for)
        return article, span

    def set_clause(self) -> None:
        """Use the selected words as the clause that states the current event in this article."""
        event = self._session.current
        if event is None:
            raise ExplorerError("Select the event first, then the words that state it.")
        article, span = self._selected_words(
            "Select the words in the article that state the event, then press W."
        )
        mention = self._session.stated_in_front(event)
        if mention is None:
            raise ExplorerError("The event is not stated in this article; N makes a new event of the words.")
        date = mention.date
        if date and date.text and not (span.start <= date.span.start and date.span.end <= span.end):
            said = words.elided(date.text, 40)
            self._session.notice(f"The words that date the event, “{said}”, stand outside its clause now.")
        self._session.decide(changes.spanned(mention, span, article.text[span.start : span.end]))

    def set_anchor(self) -> None:
        """Ask from which date the selected passage counts its relative dates."""
        session = self._session
        article, span = self._selected_words(
            "Select the passage whose dates count from another day, then press Shift+D."
        )
        said = (one.change for one in standing(session.decisions) if isinstance(one.change, Anchored))
        before = [one.edtf for one in said if (one.article, one.span) == (article.id, span)]
        dialog = AnchorDialog(
            self._window,
            article.text[span.start : span.end],
            before[-1] if before else "",
            article.published,
            lambda edtf: session.moves_if(article.id, changes.anchored(article.id, span, edtf)),
        )
        choose.ask(
            dialog,
            attempting(session, lambda: session.decide(changes.anchored(article.id, span, dialog.edtf))),
        )

    def new_event(self) -> None:
        """Make an event of the words selected in the article in front."""
        article, span = self._selected_words(
            "Select the words in the article that state the event, then press N."
        )
        date = date_in(article, span)
        dialog = editing.EditDialog(
            self._window, guessed(article, span, date), published=article.published, is_new=True
        )
        choose.ask(dialog, lambda: self._add_event(article, span, date, dialog.fields))

    def _add_event(
        self, article: Article, span: Span, date: MentionDate | None, fields: editing.Fields
    ) -> None:
        if fields.when and (date is None or fields.when != date.when):
            date = MentionDate(fields.when, "", Span(span.start, span.start), why=("set by you",))
        mention = editing.new_mention(article, span, fields, date)
        attempt(self._session, self._session.decide, [Added(mention)])
        self._session.select([mention.id])

    # Menu

    def show_menu(self, events: list[str], place: QPoint, actions: Actions) -> None:
        """Offer the events that are stated at a place of the text, and deeds for selected words."""
        menu = QMenu(self._pane())
        for id_ in events:
            event = self._session.events.get(id_)
            if event is not None:
                line = words.elided(f"{words.when(event.when)} · {event.title}", 70)
                action = menu.addAction(line.replace("&", "&&"))
                action.triggered.connect(lambda _=False, id_=id_: self._session.select([id_]))
        if events:
            menu.addSeparator()
        text = self._pane().text
        copy = menu.addAction("Copy")
        copy.setEnabled(text.textCursor().hasSelection())
        copy.triggered.connect(text.copy)
        for id_ in ("new_event", "clause", "anchor"):
            menu.addAction(actions[id_])
        menu.addSeparator()
        for id_ in ("find", "left_out", "original", "article", "remove_article"):
            menu.addAction(actions[id_])
        menu.exec(place)
        menu.deleteLater()


def date_in(article: Article, span: Span) -> MentionDate | None:
    """Give the first date expression inside some words of an article, read in the light of all of it."""
    # The tagger is large, so that it is loaded when it is needed.
    from explorer.dates import find

    for found in find(article.text, published=article.published, language=article.language or "en"):
        if found.when and span.start <= found.span.start and found.span.end <= span.end:
            return MentionDate(found.when, found.text, found.span, why=found.why)
    return None


def guessed(article: Article, span: Span, date: MentionDate | None) -> editing.Fields:
    """Guess what some words tell: what would be read in them alone, else their first words as a title."""
    quote = article.text[span.start : span.end]
    read = _read_alone(article, quote)
    when = date.when if date else None
    if read is None:
        return editing.Fields(words.elided(quote, 80), when, "other", Status.HAPPENED, (), ())
    names = tuple(party.name for party in read.parties)
    return editing.Fields(read.title, when, read.kind, read.status, names, read.countries)


def _read_alone(article: Article, quote: str) -> Mention | None:
    from explorer.extract import read_article

    alone = replace(article, text=quote, pages=())
    found = read_article(alone).mentions
    return max(found, key=lambda mention: mention.confidence, default=None)
