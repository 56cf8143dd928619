"""The line over an article that says where the words of the search stand in it, and goes from one to the next.

It goes on into the next article that holds them. The words are those of the filter, or those that somebody
opened an article for; while words are found by the find bar, it steps back.
"""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.model.article import Article
from explorer.model.mention import Span
from explorer.text.terms import places, terms
from explorer.ui import parts, words
from explorer.ui.popups import Elided
from explorer.ui.session import Session
from explorer.ui.source_text import SourceText

_LONGEST = 30


class HitBar(QWidget):
    """Marks the places in the text; hidden while there is nothing to mark."""

    def __init__(self, session: Session, text: SourceText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._text = text
        self._asked = ""  # words that somebody opened an article for
        self._closed = ""  # words that a person wants no marks for
        self._is_held = False
        self._found: list[Span] = []
        self._at = -1
        self._followed = ""  # the words of the filter as they were last
        self._held: tuple[str, list[str]] = ("", [])
        self._counted: dict[tuple[str, str], int] = {}
        self.setAccessibleName("Words of the search in the article")
        self.told = Elided("quiet")
        box = QHBoxLayout(self)
        box.setContentsMargins(20, 0, 8, 4)
        box.setSpacing(4)
        box.addWidget(self.told)
        for sign, tip, does in (
            ("↑", "Place before (Shift+F3)", self.previous),
            ("↓", "Next place (F3), also in the next article", self.next),
            ("✕", "Do not mark these words", self._close),
        ):
            box.addWidget(parts.sign(sign, does, tip))
        box.addStretch(1)
        self.hide()
        session.filter_changed.connect(self._follow)
        session.library_changed.connect(self._forget)
        session.events_changed.connect(self._recount)

    @property
    def words(self) -> str:
        """Give the words that are marked; "" for none, as where words are only excluded."""
        wanted = self._asked or self._session.query.text.strip()
        is_any = wanted != self._closed and any(not term.is_out for term in terms(wanted))
        return wanted if is_any else ""

    def show_words(self, wanted: str) -> None:
        """Mark other words than those of the filter, and go to the first place."""
        self._asked, self._closed = wanted.strip(), ""
        self.restart()
        if self._found:
            self._show(0)

    def hold(self, is_held: bool) -> None:
        """Leave the marks to somebody else, or take them back."""
        self._is_held = is_held
        self.restart()

    def restart(self) -> None:
        """Mark the article that is shown now."""
        article = self._article()
        wanted = self.words
        self._found = places(article.text, terms(wanted)) if article and wanted and not self._is_held else []
        self._at = -1
        if not self._is_held:
            self._text.set_found(self._found)
        self._tell()

    def next(self) -> bool:
        """Go to the next place, in the next article after the last one; tell whether there is any."""
        return self._step(1)

    def previous(self) -> bool:
        """Go to the place before, from the first one to the article before; tell whether there is any."""
        return self._step(-1)

    def count_in(self, article: Article) -> int:
        """Give the number of places in an article."""
        wanted = self.words
        if not wanted or article.id not in self._articles():
            return 0
        key = (wanted, article.id)
        if key not in self._counted:
            self._counted[key] = len(places(article.text, terms(wanted)))
        return self._counted[key]

    def _step(self, steps: int) -> bool:
        at = self._at + steps if self._at >= 0 else (0 if steps > 0 else len(self._found) - 1)
        if self._found and 0 <= at < len(self._found):
            self._show(at)
            return True
        return self._go_on(steps)

    def _go_on(self, steps: int) -> bool:
        """Open the next article that has a place, around the end; the same one if it is alone."""
        order = list(self._session.articles)
        here = self._session.article
        at = order.index(here) if here in order else -1 if steps > 0 else 0
        for number in range(1, len(order) + 1):
            article = self._session.articles[order[(at + steps * number) % len(order)]]
            if self.count_in(article):
                self._session.open_article(article.id, is_passing=True)
                self.restart()
                self._show(0 if steps > 0 else len(self._found) - 1)
                return True
        return False

    def _show(self, at: int) -> None:
        self._at = at
        self._text.select_words(self._found[at])
        self._tell()

    def _tell(self) -> None:
        wanted, count = self.words, len(self._found)
        others = len(self._articles()) - (count > 0)
        self.setVisible(bool(wanted) and not self._is_held and (count > 0 or others > 0))
        here = words.count(count, "place") if count else "not here"
        if self._at >= 0:
            here = f"{self._at + 1:,} of {count:,}"
        more = f" · {words.count(others, 'other article')}" if others > 0 else ""
        self.told.setText(f"{words.elided(wanted, _LONGEST)}: {here}{more}")

    def _articles(self) -> list[str]:
        """Name the articles that hold the words."""
        wanted = self.words
        if self._held[0] != wanted:
            hits = self._session.library.search(wanted).article_ids if wanted else frozenset()
            self._held = (wanted, [id_ for id_ in self._session.articles if id_ in hits])
        return self._held[1]

    def _article(self) -> Article | None:
        return self._session.articles.get(self._session.article or "")

    def _follow(self) -> None:
        """Take over the words of the filter when they change."""
        if self._session.query.text.strip() != self._followed:
            self._followed = self._session.query.text.strip()
            self._asked = self._closed = ""
            self.restart()

    def _recount(self) -> None:
        self._held = ("", [])
        self._counted.clear()
        self._tell()

    def _forget(self) -> None:
        self._asked = self._closed = ""
        self._recount()
        self.restart()

    def _close(self) -> None:
        self._closed, self._asked = self.words, ""
        self.restart()
