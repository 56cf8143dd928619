"""What a person does with whole articles: corrects them, takes them out of the library and puts them back.

Taking out asks nothing, because undo brings all back; a notice says what it did. A dialog is loaded when it is
first asked for.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from explorer.chronology import removal
from explorer.exchange.removal import called, taken_out_in_words
from explorer.model.decision import ArticleField, undo_stacks
from explorer.model.errors import ExplorerError
from explorer.ui import changes, outside, words
from explorer.ui.actions import DEEDS
from explorer.ui.attempts import attempt, attempting
from explorer.ui.dialogs import choose
from explorer.ui.session import Session
from explorer.ui.window import Window


class ArticleDeeds(QObject):
    """The functions behind the actions of articles."""

    def __init__(self, window: Window, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._offered: frozenset[str] = frozenset()  # the articles that a notice offers to bring back
        session.history_changed.connect(self._end_offer)
        session.library_changed.connect(self._end_offer)

    def functions(self) -> Mapping[str, Callable[[], object]]:
        """Give the function of each deed."""
        return {
            "article": self.correct,
            "articles": self.show_articles,
            "remove_article": lambda: self.take_out([self._session.article or ""]),
            "original": self.show_original,
        }

    def correct(self, article_id: str = "") -> None:
        """Correct what is known about an article, the one in front unless another is given."""
        from explorer.ui.dialogs.article import ArticleDialog

        session = self._session
        article = session.articles.get(article_id or session.article or "")
        if article is None:
            raise ExplorerError("Open an article first.")
        dialog = ArticleDialog(
            self._window,
            article,
            lambda published: session.moves_if(
                article.id, changes.article_edited(article.id, ArticleField.PUBLISHED, published)
            ),
        )
        choose.ask(
            dialog,
            attempting(session, lambda: session.decide(changes.article_corrected(article, dialog.corrections))),
        )

    def show_original(self, article_id: str = "") -> None:
        """Show the file that an article was read from, the one in front unless another is given."""
        article = self._session.articles.get(article_id or self._session.article or "")
        if article is None:
            raise ExplorerError("Open an article first.")
        if not article.origin:
            raise ExplorerError(f"“{words.article(article)}” was not read from a file.")
        outside.show(Path(article.origin))

    def take_out(self, article_ids: Sequence[str]) -> None:
        """Take articles out of the library, and say what became of their events."""
        session = self._session
        articles = [session.articles[id_] for id_ in article_ids if id_ in session.articles]
        if not articles:
            raise ExplorerError("Open an article first.")
        ids, events = [article.id for article in articles], list(session.events.values())
        session.decide(removal.taken_out(ids, events))
        step = undo_stacks(session.decisions)[0][-1]
        session.notice(taken_out_in_words(articles, events))
        self._offer("Undo", ids, lambda: self._bring_back(step, ids))

    def put_back(self, article_ids: Sequence[str]) -> None:
        """Put articles back into the library with all that was decided about them."""
        session = self._session
        articles = [session.removed[id_] for id_ in article_ids if id_ in session.removed]
        if session.decide(removal.put_back([article.id for article in articles], session.decisions)):
            verb = "is" if len(articles) == 1 else "are"
            session.notice(f"{called(articles)} {verb} back in the library, with all that was decided.")

    def offer_back(self, article_ids: Sequence[str]) -> None:
        """Offer to put articles back that were taken out, and now were to be added again."""
        ids = [id_ for id_ in dict.fromkeys(article_ids) if id_ in self._session.removed]
        if ids:
            text = "Put it back" if len(ids) == 1 else f"Put {len(ids):,} back"
            self._offer(text, ids, lambda: self.put_back(ids))

    def show_articles(self) -> None:
        """List all articles, and those that were taken out."""
        from explorer.ui.dialogs.articles import ArticlesDialog

        dialog = ArticlesDialog(self._window, self._session)
        dialog.article_chosen.connect(self._session.open_article)
        dialog.correction_asked.connect(lambda id_: attempt(self._session, self.correct, id_))
        dialog.removal_asked.connect(self.remove)
        dialog.return_asked.connect(lambda ids: attempt(self._session, self.put_back, ids))
        dialog.open()

    def remove(self, article_ids: Sequence[str]) -> None:
        """Take articles out as a view asks for it; an error is told in the window."""
        attempt(self._session, self.take_out, article_ids)

    def show_menu(self, article_id: str, place: QPoint) -> None:
        """Offer what can be done with an article, at a place of the screen."""
        menu = QMenu(self._window)
        is_open = not self._session.library.is_read_only
        for text, does, is_possible in (
            ("Open", lambda: self._session.open_article(article_id), article_id != self._session.article),
            (DEEDS["original"].text, lambda: self.show_original(article_id), self._has_original(article_id)),
            (DEEDS["article"].text, lambda: self.correct(article_id), is_open),
            (DEEDS["remove_article"].text, lambda: self.take_out([article_id]), is_open),
        ):
            action = menu.addAction(text)
            action.setEnabled(is_possible)
            action.triggered.connect(attempting(self._session, does))
        menu.exec(place)
        menu.deleteLater()

    def _has_original(self, article_id: str) -> bool:
        article = self._session.articles.get(article_id)
        return article is not None and bool(article.origin)

    def _offer(self, text: str, ids: Sequence[str], does: Callable[[], object]) -> None:
        self._offered = frozenset(ids)
        self._window.notice.offer(text, attempting(self._session, does))

    def _end_offer(self) -> None:
        """Take the notice back once its articles are in the library again, or it is another library."""
        if self._offered and not self._offered & self._session.removed.keys():
            self._offered = frozenset()
            self._window.notice.end_offer()

    def _bring_back(self, step: int, ids: Sequence[str]) -> None:
        """Undo the step where nothing was decided after it, else put the articles back by a step of its own."""
        if undo_stacks(self._session.decisions)[0][-1:] == [step]:
            self._session.undo()
        else:
            self.put_back(ids)
