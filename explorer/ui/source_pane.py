"""The pane at the right: open articles as tabs, the head of the one in front, its text, and a find bar."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from explorer.model.article import Article
from explorer.model.event import Event
from explorer.model.mention import Mention, Span
from explorer.ui import style, words
from explorer.ui.popups import Choice, ChoicePopup, Elided
from explorer.ui.session import Session
from explorer.ui.source_text import SourceText

_MOST_MATCHES = 999
_LONGEST_TAB = 26
_PUBLISHER_FROM_PX = 460  # a narrower head needs its room for the date and where it comes from


class Tabs(QTabBar):
    """Open articles; a click with the middle button closes one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(True)
        self.setAccessibleName("Open articles")
        self.setDrawBase(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.tabAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.MiddleButton and at >= 0:
            self.tabCloseRequested.emit(at)
        super().mouseReleaseEvent(event)


class FindBar(QWidget):
    """Words to find in one text, with their number; closed by Esc."""

    def __init__(self, text: SourceText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._found: list[tuple[int, int]] = []
        self._at = -1
        self.field = QLineEdit()
        self.field.setPlaceholderText("Find in the article")
        self.field.setAccessibleName("Find in the article")
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self.next)
        self.count = QLabel()
        self.count.setObjectName("quiet")
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 4, 8, 4)
        box.addWidget(self.field, 1)
        box.addWidget(self.count)
        for sign, tip, does in (
            ("↑", "Previous (Shift+F3)", self.previous),
            ("↓", "Next (F3)", self.next),
            ("✕", "Close (Esc)", self.close_bar),
        ):
            button = QPushButton(sign)
            button.setObjectName("link")
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(_plain(does))
            box.addWidget(button)
        self.hide()

    def open_bar(self) -> None:
        """Show the bar; selected words are what is looked for."""
        chosen = self._text.textCursor().selectedText()
        self.show()
        if chosen and "\u2029" not in chosen:
            self.field.setText(chosen)
        self.field.selectAll()
        self.field.setFocus()

    def close_bar(self) -> None:
        """Hide the bar and its marks."""
        self.hide()
        self._text.setExtraSelections([])
        self._text.setFocus()

    def restart(self) -> None:
        """Search another text for the same words."""
        self._search(self.field.text() if self.isVisible() else "")

    def next(self) -> None:
        """Go to the next place."""
        self._go(1)

    def previous(self) -> None:
        """Go to the place before."""
        self._go(-1)

    def _search(self, wanted: str) -> None:
        self._found, self._at = [], -1
        document = self._text.document()
        cursor = document.find(wanted) if wanted else QTextCursor()
        while not cursor.isNull() and len(self._found) < _MOST_MATCHES:
            self._found.append((cursor.selectionStart(), cursor.selectionEnd()))
            cursor = document.find(wanted, cursor, QTextDocument.FindFlag(0))
        if self._found:
            self._go(1)
        else:
            self.count.setText("no match" if wanted else "")

    def _go(self, steps: int) -> None:
        if not self._found:
            return
        self._at = (self._at + steps) % len(self._found)
        start, end = self._found[self._at]
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._text.setTextCursor(cursor)
        self._text.ensureCursorVisible()
        more = "+" if len(self._found) == _MOST_MATCHES else ""
        self.count.setText(f"{self._at + 1} of {len(self._found)}{more}")


class SourcePane(QWidget):
    """Shows the articles a person has opened and ties their words to the events."""

    correction_asked = Signal(str)  # the article whose metadata a person wants to correct

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: Article | None = None
        self.setObjectName("source")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(280)
        self.tabs = Tabs()
        self.tabs.currentChanged.connect(self._choose_tab)
        self.tabs.tabCloseRequested.connect(self._close_tab)
        self.others = QPushButton()
        self.others.setObjectName("link")
        self.others.setProperty("quiet", True)
        self.others.setToolTip("Open another article")
        self.others.clicked.connect(self._offer_articles)
        self.title = QLabel()
        self.title.setObjectName("articleTitle")
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.publisher = Elided("quiet")
        self.published = QPushButton()
        self.published_source = Elided("quiet")
        self.text = SourceText(session.theme)
        self.text.event_clicked.connect(self._select)
        self.text.event_hovered.connect(self._hover)
        self.find_bar = FindBar(self.text)
        self._stack = QStackedWidget()
        self._lay_out()
        session.article_changed.connect(self._fill)
        session.events_changed.connect(self._fill)
        session.library_changed.connect(self._fill)
        session.filter_changed.connect(self._mark)
        session.selection_changed.connect(self._show_selection)
        session.preview_changed.connect(self._show_preview)
        session.theme_changed.connect(self._set_theme)
        session.source_requested.connect(self.reveal)
        self._fill()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(8, 0, 12, 0)
        top.setSpacing(4)
        top.addWidget(self.tabs, 1)
        top.addWidget(self.others)
        rule = QFrame()
        rule.setObjectName("rule")
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._head())
        box.addWidget(self.find_bar)
        box.addWidget(self.text, 1)
        empty = QLabel("Select an event, or open an article above.")
        empty.setObjectName("emptyText")
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setWordWrap(True)
        self._stack.addWidget(page)
        self._stack.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(rule)
        whole.addWidget(self._stack, 1)

    def _head(self) -> QWidget:
        head = QWidget()
        line = QHBoxLayout()
        line.setSpacing(8)
        told = QLabel("Published")
        change = QPushButton("change")
        told.setObjectName("quiet")
        self.published.setObjectName("badge")
        self.published.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for button, tip in (
            (self.published, "Correct the publication date"),
            (change, "Correct the article (Ctrl+I)"),
        ):
            button.setToolTip(tip)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(self._ask_correction)
        change.setObjectName("link")
        for widget in (self.publisher, told, self.published, self.published_source, change):
            line.addWidget(widget)
        line.addStretch(1)
        box = QVBoxLayout(head)
        box.setContentsMargins(20, 12, 16, 6)
        box.setSpacing(6)
        box.addWidget(self.title)
        box.addLayout(line)
        return head

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_publisher()

    # What is shown

    def reveal(self, event_id: str) -> None:
        """Bring the words that state an event into view, in the article in front."""
        mention = self._mention_here(event_id)
        if mention:
            self.text.reveal(mention.span)

    def open_find(self) -> None:
        """Open the find bar."""
        self.find_bar.open_bar()

    def selected_words(self) -> Span | None:
        """Give the words a person has selected in the article in front."""
        return self.text.selected_span()

    def _mention_here(self, event_id: str) -> Mention | None:
        event = self._session.events.get(event_id)
        here = (
            (mention for mention in event.mentions if mention.article == self._session.article) if event else ()
        )
        return next(iter(here), None)

    def _fill(self) -> None:
        session = self._session
        self._fill_tabs()
        article = session.articles.get(session.article or "")
        self._stack.setCurrentIndex(0 if article else 1)
        is_other = (article and article.id) != (self._shown and self._shown.id)
        if article is not None:
            self._fill_head(article)
        if is_other or (article and self._shown and article.text != self._shown.text):
            self._shown = article
            self.text.show_article(article, self._stated())
            self.find_bar.restart()
            self._show_selection()
        else:
            self._shown = article
            self._mark()

    def _fill_tabs(self) -> None:
        session, tabs = self._session, self.tabs
        tabs.blockSignals(True)
        while tabs.count() > len(session.tabs):
            tabs.removeTab(tabs.count() - 1)
        while tabs.count() < len(session.tabs):
            tabs.addTab("")
        for at, id_ in enumerate(session.tabs):
            name = words.article(session.articles[id_]) if id_ in session.articles else id_
            tabs.setTabText(at, words.elided(name, _LONGEST_TAB).replace("&", "&&"))
            tabs.setTabToolTip(at, words.elided(name, 200))
            tabs.setTabData(at, id_)
        if session.article in session.tabs:
            tabs.setCurrentIndex(session.tabs.index(session.article))
        tabs.blockSignals(False)
        hidden = len(session.articles) - len(session.tabs)
        self.others.setText(f"{hidden:,} more ▾" if session.tabs else f"{words.count(hidden, 'article')} ▾")
        self.others.setVisible(hidden > 0)

    def _fill_head(self, article: Article) -> None:
        self.title.setText(words.article(article))
        self.publisher.setText(words.elided(article.publisher, 40))
        self._show_publisher()
        self.published.setText(words.published(article))
        self.published_source.setText(words.DATE_SOURCES[article.published_source])
        why = f": {words.elided(article.published_why, 300)}" if article.published_why else ""
        self.published_source.setToolTip(style.plain_tip(f"{self.published_source.text()}{why}"))
        self.publisher.setToolTip(style.plain_tip(article.publisher))
        self.published_source.setVisible(article.published is not None)

    def _show_publisher(self) -> None:
        self.publisher.setVisible(bool(self.publisher.text()) and self.width() >= _PUBLISHER_FROM_PX)

    def _stated(self) -> list[tuple[Mention, Event]]:
        session = self._session
        stated = session.stated_in(session.article) if session.article else []
        return [pair for pair in stated if session.is_visible(pair[1].id)]

    def _mark(self) -> None:
        self.text.set_marks(self._stated())

    def _show_selection(self) -> None:
        self.text.set_selected(self._session.selection)

    def _show_preview(self) -> None:
        self.text.set_preview(self._session.preview)

    def _set_theme(self) -> None:
        self.text.set_theme(self._session.theme)

    # What a person does

    def _select(self, event_id: str, is_added: bool) -> None:
        selection = self._session.selection
        self._session.select((*selection, event_id) if is_added else (event_id,))

    def _hover(self, event_id: str) -> None:
        self._session.show_preview(event_id or None)

    def _choose_tab(self, at: int) -> None:
        if at >= 0:
            self._session.open_article(self.tabs.tabData(at))

    def _close_tab(self, at: int) -> None:
        self._session.close_article(self.tabs.tabData(at))

    def _ask_correction(self) -> None:
        if self._session.article:
            self.correction_asked.emit(self._session.article)

    def _offer_articles(self) -> None:
        session = self._session
        shown = [article for article in session.articles.values() if article.id not in session.tabs]
        popup = ChoicePopup([Choice(one.id, words.article(one)) for one in shown], self, with_ticks=False)
        popup.chosen.connect(session.open_article)
        popup.open_under(self.others)


def _plain(does: Callable[[], None]) -> Callable[[], None]:
    return lambda: does()
