"""What is typed into the search box becomes the filter, and the filter a text to edit.

Words filter as they are typed. Fields and spans count from Enter on, or when an offered value is taken: they
leave the box and stand as chips. What means nothing is told under the box, and the filter stays as it was.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from explorer.index import labels, language
from explorer.index.language import Completion, Names, QueryError
from explorer.model.query import Query
from explorer.ui.search_bar import SearchBar
from explorer.ui.session import Session


class Searching(QObject):
    """Ties the box to the session."""

    def __init__(self, session: Session, bar: SearchBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._bar = bar
        self._offered: Sequence[Completion] = ()
        self._is_typing = False
        bar.edited.connect(self._take)
        bar.taken.connect(self._complete)
        bar.abandoned.connect(self._show_words)
        bar.edit_asked.connect(self.edit_as_text)
        session.filter_changed.connect(self._follow)

    def edit_as_text(self) -> None:
        """Put the whole filter into the box, to be changed by hand."""
        text = language.write(self._session.query, self._names())
        self._bar.show_text(f"{text} " if text else "", is_editing=bool(text))
        self._bar.setFocus()

    def _take(self, text: str, is_final: bool) -> None:
        if is_final:
            self._enter(text)
            return
        if not self._bar.is_editing:
            self._is_typing = True
            self._session.set_query(replace(self._session.query, text=language.words(text)))
            self._is_typing = False
        self._offer(text)

    def _offer(self, text: str) -> None:
        self._offered = language.complete(text, self._bar.cursor_point, self._names())
        self._bar.offer([one.text if one.text.endswith(":") else self._said(one) for one in self._offered])

    def _said(self, offered: Completion) -> str:
        """Say a value that is offered, and how many events have it."""
        if offered.tick is None:
            return offered.label
        return f"{offered.label} · {self._session.total_of(*offered.tick):,}"

    def _enter(self, text: str) -> None:
        try:
            asked = language.parse(text, self._names())
        except QueryError as error:
            self._bar.offer((), str(error))
            self._bar.mark(error.span.start, error.span.end)
            return
        self._apply(asked)

    def _apply(self, asked: Query) -> None:
        is_whole = self._bar.is_editing
        self._bar.show_text(asked.text)
        self._session.set_query(asked if is_whole else self._session.query.under(asked))

    def _complete(self, number: int) -> None:
        """Take what is offered: a value that ends its term counts at once."""
        if not 0 <= number < len(self._offered):
            return
        chosen = self._offered[number]
        is_field = chosen.text.endswith(":")
        self._bar.replace(chosen.span.start, chosen.span.end, chosen.text)
        text = self._bar.text()
        if is_field or self._bar.is_editing:
            self._offer(text)
            return
        self._bar.close_offers()
        try:
            asked = language.parse(text, self._names())
        except QueryError:
            return  # another term is not finished
        self._apply(asked)
        self._bar.setCursorPosition(len(self._bar.text()))

    def _names(self) -> Names:
        """Give the names of all values, the most frequent first, also of those that only the filter has."""
        session = self._session
        known = labels.names(session.table, session.articles)
        held = session.query.ticked | session.query.excluded
        values = {
            facet: (
                *sorted(values, key=lambda value: -session.total_of(facet, value)),
                *sorted(value for which, value in held if which is facet and value not in values),
            )
            for facet, values in known.values.items()
        }
        return replace(known, values=values)

    def _follow(self) -> None:
        is_busy = self._is_typing or (self._bar.is_editing and self._bar.hasFocus())
        if not is_busy:
            self._show_words()

    def _show_words(self) -> None:
        self._bar.show_text(self._session.query.text)
