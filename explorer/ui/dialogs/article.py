"""Correct an article: title, publisher and publication date; a changed date first shows what would move."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from explorer.chronology import Move
from explorer.model.article import Article, DateSource
from explorer.model.decision import ArticleField
from explorer.model.errors import ExplorerError
from explorer.ui import timers, words
from explorer.ui.dialogs.base import Dialog, form, told
from explorer.ui.dialogs.moves import TYPING_MS, MovesList, summary
from explorer.ui.popups import DateField

_ACCEPTED = "✓ was accepted: it moves too, and is marked “changed since accepted” until you look at it."

Preview = Callable[[str | None], Sequence[Move]]


class ArticleDialog(Dialog):
    """A form for what is known about an article; `moves_if` tells what another publication date would do."""

    def __init__(self, parent: QWidget | None, article: Article, moves_if: Preview) -> None:
        super().__init__(parent, "Correct the article", "Save", width_px=560)
        self._article = article
        self._moves_if = moves_if
        self.title = QLineEdit(article.title)
        self.title.setPlaceholderText(article.name)
        self.publisher = QLineEdit(article.publisher)
        self.date = DateField()
        if article.published:
            self.date.setText(words.published(article))
        self._date_before = self.date.text()
        self.source = told(self._source_text(), "quiet")
        self.summary = told("")
        self.moves = MovesList()
        self.marking = told(_ACCEPTED, "quiet")
        self.as_read = QPushButton("As read")
        self.as_read.setToolTip("Give back the publication date that the program found")
        self.as_read.setVisible(article.published_source is DateSource.PERSON)
        self.as_read.clicked.connect(self._give_back)
        self._is_given_back = False
        self._lay_out()
        self._later = timers.once(self, TYPING_MS, self.show_moves)
        self.date.understood.connect(self._typed)
        self.show_moves()

    def _lay_out(self) -> None:
        self.body.addLayout(
            form(
                (
                    ("Title", self.title),
                    ("Publisher", self.publisher),
                    ("Published", self.date),
                    ("", self.date.said),
                    ("", self.source),
                )
            )
        )
        self.body.addWidget(self.summary)
        self.body.addWidget(self.moves)
        self.body.addWidget(self.marking)
        self.buttons.insertWidget(0, self.as_read)

    @property
    def corrections(self) -> list[tuple[ArticleField, str | None]]:
        """Give the fields that a person changed, and their values; None gives back what was read."""
        made: list[tuple[ArticleField, str | None]] = []
        title, publisher = self.title.text().strip(), self.publisher.text().strip()
        if title and title != self._article.title:
            made.append((ArticleField.TITLE, title))
        if publisher != self._article.publisher:
            made.append((ArticleField.PUBLISHER, publisher))
        if self._is_given_back:
            made.append((ArticleField.PUBLISHED, None))
        elif self._is_redated:
            made.append((ArticleField.PUBLISHED, self._published))
        return made

    @property
    def _is_redated(self) -> bool:
        return self.date.text() != self._date_before and self._published != (self._article.published or "")

    @property
    def _published(self) -> str:
        return self.date.when.edtf if self.date.when else ""

    def show_moves(self) -> None:
        """Read the article as if it were published on the date that is typed, and list what moves."""
        if not (self._is_redated or self._is_given_back) or self.date.is_wrong:
            self.summary.setText("")
            self.moves.show_moves(())
            self.marking.hide()
            return
        try:
            moves = self._moves_if(None if self._is_given_back else self._published)
        except ExplorerError as error:
            self.summary.setText(str(error))
            self.moves.show_moves(())
            return
        self.summary.setText(summary(moves))
        self.moves.show_moves(moves)
        self.marking.setVisible(any(move.is_accepted for move in moves))
        self.adjustSize()

    def _typed(self) -> None:
        self._is_given_back = False
        self.ok.setEnabled(not self.date.is_wrong)
        self._later.start()

    def _give_back(self) -> None:
        self._is_given_back = True
        self.date.setEnabled(False)
        self.show_moves()

    def _source_text(self) -> str:
        article = self._article
        if article.published is None:
            return "No publication date was found: relative dates such as “last week” cannot be placed."
        why = f": {words.elided(article.published_why, 160)}" if article.published_why else ""
        return f"{words.DATE_SOURCES[article.published_source]}{why}"
