"""The pane at the right: open articles as tabs, the head of the one in front, and its text or its pages.

While two sources are compared they take the place of the article; the tabs stay.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from explorer.library import Unused
from explorer.model.article import Article
from explorer.model.decision import Review
from explorer.model.errors import ExplorerError
from explorer.model.event import Event
from explorer.model.mention import BORDERLINE, Mention, Span
from explorer.reading import pages
from explorer.ui import changes, compare, source_marks, style, words
from explorer.ui.attempts import attempt
from explorer.ui.compare import Compare
from explorer.ui.find_bar import FindBar
from explorer.ui.hit_bar import HitBar
from explorer.ui.left_out import LeftOutList
from explorer.ui.page_view import PageView
from explorer.ui.popups import Choice, ChoicePopup
from explorer.ui.session import Session
from explorer.ui.source_head import ArticleHead, Tabs
from explorer.ui.source_marks import LeftOut
from explorer.ui.source_text import SourceText
from explorer.ui.source_tools import SourceTools
from explorer.ui.tab_order import as_laid_out, chain

_LONGEST_TAB = 26
_LOW_PX = 400
_ARTICLE, _NOTHING, _COMPARED = range(3)

Stated = list[tuple[Mention, Event]]


class SourcePane(QWidget):
    """Shows the articles a person has opened and ties their words to the events."""

    correction_asked = Signal(str)  # the article whose metadata a person wants to correct
    article_menu_asked = Signal(str, QPoint)  # an article, and the place on the screen
    room_wanted = Signal(bool, bool)  # whether what is shown wants a wider pane, and a higher one

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: Article | None = None
        self._unused: Sequence[Unused] = ()
        self._wants_pages = False
        self._paged: str | None = None  # the article whose pages are shown
        self.setObjectName("source")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # Each part is made in its place: a part with much in it that comes to its place later is styled anew.
        self.tabs = Tabs(self)
        self.others = QPushButton(self)
        self.others.setObjectName("link")
        self.others.setProperty("quiet", True)
        self.others.setToolTip("Open another article")
        self._stack = QStackedWidget(self)
        self._page = QWidget(self._stack)
        self.head = ArticleHead(self._page)
        self.tools = SourceTools(self._page)
        self._body = QStackedWidget(self._page)
        self.text = SourceText(session.theme, self._body)
        self.page_view = PageView(session.theme, self._body)
        self.left_out = LeftOutList(self._page)
        self.find_bar = FindBar(self.text, self._page)
        # A low pane has no room for both lines.
        self.find_bar.shown.connect(lambda is_shown: self.tools.setVisible(not is_shown))
        self.hit_bar = HitBar(session, self.text, self._page)
        self.find_bar.shown.connect(self.hit_bar.hold)
        self.compared = Compare(session, self._stack)
        self._lay_out()
        self._listen()
        self._fill()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(8, 0, 12, 0)
        top.setSpacing(4)
        top.addWidget(self.tabs, 1)
        top.addWidget(self.others)
        rule = QFrame(self)
        rule.setObjectName("rule")
        self._body.addWidget(self.text)
        self._body.addWidget(self.page_view)
        box = QVBoxLayout(self._page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(self.tools)
        box.addWidget(self.find_bar)
        box.addWidget(self.hit_bar)
        box.addWidget(self._body, 1)
        box.addWidget(self.left_out)
        self.left_out.hide()
        # Tab and screen readers come to the parts as they stand: the bars, made after the text, before it.
        chain(as_laid_out(self._page))
        for part in (self._body, self.left_out):
            part.raise_()
        empty = QLabel("The words that state an event are shown here.", self._stack)
        empty.setObjectName("emptyText")
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setWordWrap(True)
        self._stack.addWidget(self._page)
        self._stack.addWidget(empty)
        self._stack.addWidget(self.compared)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(rule)
        whole.addWidget(self._stack, 1)

    def _listen(self) -> None:
        session = self._session
        self.tabs.currentChanged.connect(self._choose_tab)
        self.tabs.tabCloseRequested.connect(self._close_tab)
        self.others.clicked.connect(self._offer_articles)
        for top in (self.tabs, self.head):
            top.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            top.customContextMenuRequested.connect(self._ask_menu)
        self.head.correction_asked.connect(self._ask_correction)
        self.tools.stepped.connect(session.step_source)
        self.tools.compare_asked.connect(self._compare_current)
        self.tools.left_out_toggled.connect(self._show_left_out)
        self.tools.pages_toggled.connect(self.show_pages)
        self.left_out.chosen.connect(self._reveal_left_out)
        self.compared.closed.connect(self._show_article_again)
        for view in (self.text, self.page_view):
            view.event_clicked.connect(self._select)
            view.event_hovered.connect(self._hover)
        self.text.clause_moved.connect(self._move_clause)
        session.article_changed.connect(self._fill)
        session.events_changed.connect(self._fill)
        session.filter_changed.connect(self._mark)
        session.selection_changed.connect(self._show_selection)
        session.preview_changed.connect(self._show_preview)
        session.theme_changed.connect(self._set_theme)
        session.source_requested.connect(self.reveal)
        session.comparison_requested.connect(self.compare)

    # What is shown

    def reveal(self, event_id: str) -> None:
        """Bring the words that state an event into view, in the article in front."""
        mention = self._mention_here(event_id)
        if mention:
            self.text.reveal(mention.span)
            self.page_view.reveal(mention.span)
        self._show_place()

    def step_found(self, steps: int) -> None:
        """Go to the next place of the words that are searched, or open the find bar for others."""
        if self.hit_bar.words:
            self._show_words()
        if self.find_bar.isVisible() or not (self.hit_bar.next() if steps > 0 else self.hit_bar.previous()):
            (self.find_bar.next if steps > 0 else self.find_bar.previous)()

    def _show_words(self) -> None:
        """Show the text of the article in front: words are found there, not on pages."""
        self.compared.end()
        self.tools.words.setChecked(True)

    def open_find(self) -> None:
        """Open the find bar; words are found in the text, so that pages give way to it."""
        self._show_words()
        self.find_bar.open_bar()

    @property
    def reading(self) -> QWidget:
        """Give what is read now: the text, the pages, or the left one of two texts."""
        if self.compared.is_open:
            return self.compared.sides[0].text
        return self.page_view if self._paged else self.text

    def selected_words(self) -> Span | None:
        """Give the words a person has selected in the article in front, none of them cut."""
        span = self.text.selected_span()
        return source_marks.to_words(self.text.text, span) if span else None

    def compare(self, event_id: str, values: Sequence[Sequence[str]] = ()) -> None:
        """Show two sources of an event beside each other: those of two values, else the shown and the next one.

        Raises `ExplorerError` for an event with a single source.
        """
        event = self._session.events.get(event_id)
        if event is None or len(event.mentions) < 2:
            raise ExplorerError("This event has one source only; there is nothing to compare it with.")
        self.compared.show_sources(event, *compare.sides_of(event, self._session.source, values))
        self._stack.setCurrentIndex(_COMPARED)
        self._ask_for_room()
        self.compared.reveal()

    def show_pages(self, wants_pages: bool) -> None:
        """Show the pages of the article in front instead of its text, or its text again."""
        self._wants_pages = wants_pages
        self._fill_pages()
        self._ask_for_room()
        if self._session.selection:
            self.reveal(self._session.selection[-1])

    def _ask_for_room(self) -> None:
        is_wide = self.compared.is_open or self._paged is not None
        self.room_wanted.emit(is_wide, is_wide or self.tools.left_out.isChecked())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.set_low(is_low=event.size().height() < style.px(_LOW_PX))

    def close_document(self) -> None:
        """Let go of the file whose pages are shown."""
        self.page_view.close_pages()
        self._paged = None

    def _mention_here(self, event_id: str) -> Mention | None:
        event = self._session.events.get(event_id)
        return self._session.stated_in_front(event) if event else None

    def _fill(self) -> None:
        session = self._session
        self._fill_tabs()
        article = session.articles.get(session.article or "")
        is_other = (article and article.id) != (self._shown and self._shown.id)
        if is_other:
            self.compared.end()
        if not self.compared.is_open:
            self._stack.setCurrentIndex(_ARTICLE if article else _NOTHING)
        self._unused = session.library.unused(article.id) if article else []
        if article is not None:
            self.head.show_article(article)
        if is_other or (article and self._shown and article.text != self._shown.text):
            self._shown = article
            self.text.show_article(article, self._stated())
            self.find_bar.restart()
            self.hit_bar.restart()
            self._fill_left_out()
            self._fill_pages()
            self._ask_for_room()
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

    def _fill_pages(self) -> None:
        """Open the pages of the article in front where they are wanted and can be had, else its text."""
        article = self._shown
        can = article is not None and pages.has_pages(article)
        self.tools.show_pages(has_pages=can)
        if not (can and self._wants_pages and article):
            self.close_document()
            self._body.setCurrentWidget(self.text)
            return
        if self._paged != article.id:
            self.close_document()
            try:
                self.page_view.show_pages(pages.Pages(article), self._stated())
            except ExplorerError as error:
                self.tools.words.setChecked(True)
                self._session.notice(str(error), is_warning=True)
                return
            self._paged = article.id
        self._body.setCurrentWidget(self.page_view)
        self.page_view.set_selected(self._session.selection)

    def _stated(self) -> Stated:
        session = self._session
        stated = session.stated_in(session.article) if session.article else []
        return [pair for pair in stated if session.is_visible(pair[1].id)]

    def _hidden(self) -> Stated:
        """Give what the article in front states of events that are rejected or too unsure to be shown."""
        session = self._session
        stated = session.stated_in(session.article) if session.article else []
        return [
            (mention, event)
            for mention, event in stated
            if (event.review is Review.REJECTED or event.confidence < BORDERLINE)
            and not session.is_visible(event.id)
        ]

    def _fill_left_out(self) -> None:
        listed = source_marks.left_out(self._unused, self._hidden())
        is_wanted = self.tools.left_out.isChecked()
        self.tools.show_left_out(len(listed))
        self.left_out.setVisible(is_wanted)
        if is_wanted:
            self.left_out.show_listed(listed)
        self.text.set_left_out(listed if is_wanted else ())

    def _mark(self) -> None:
        stated = self._stated()
        self.text.set_marks(stated)
        if self._paged:
            self.page_view.set_marks(stated)
        self._fill_left_out()
        self._show_ends()
        self._show_place()

    def _show_selection(self) -> None:
        for view in (self.text, self.page_view):
            view.set_selected(self._session.selection)
        self._show_ends()
        self._show_place()

    def _show_place(self) -> None:
        self.tools.show_sources(*self._session.source_place)
        self._show_ends()

    def _show_ends(self) -> None:
        """Give the clause of a single selected event its handles."""
        session = self._session
        is_one = len(session.selection) == 1 and not session.library.is_read_only
        mention = self._mention_here(session.selection[-1]) if is_one else None
        self.text.ends.show(mention.span if mention else None)

    def _show_preview(self) -> None:
        for view in (self.text, self.page_view):
            view.set_preview(self._session.preview)

    def _set_theme(self) -> None:
        self.head.fit()
        for view in (self.text, self.page_view):
            view.set_theme(self._session.theme)

    # What a person does

    def _select(self, event_id: str, is_added: bool) -> None:
        selection = self._session.selection
        self._session.select((*selection, event_id) if is_added else (event_id,))

    def _hover(self, event_id: str) -> None:
        self._session.show_preview(event_id or None)

    def _move_clause(self, span: Span) -> None:
        event = self._session.current
        mention = self._mention_here(event.id) if event else None
        if mention is not None:
            quote = self.text.text[span.start : span.end]
            attempt(self._session, self._session.decide, changes.spanned(mention, span, quote))

    def _compare_current(self) -> None:
        if self._session.current is not None:
            self.compare(self._session.current.id)

    def _show_article_again(self) -> None:
        self._stack.setCurrentIndex(_ARTICLE if self._shown else _NOTHING)
        self._ask_for_room()
        self.text.setFocus()

    def _show_left_out(self, is_shown: bool) -> None:
        self._fill_left_out()
        self._ask_for_room()
        if not is_shown:
            self.text.setFocus()

    def _reveal_left_out(self, one: LeftOut) -> None:
        self.tools.words.setChecked(True)
        self.text.reveal(one.span)
        if one.event:
            self._session.select([one.event])

    def _choose_tab(self, at: int) -> None:
        if at >= 0:
            self.compared.end()
            self._session.open_article(self.tabs.tabData(at))

    def _close_tab(self, at: int) -> None:
        self._session.close_article(self.tabs.tabData(at))

    def _ask_correction(self) -> None:
        if self._session.article:
            self.correction_asked.emit(self._session.article)

    def _ask_menu(self, place: QPoint) -> None:
        """Ask for the menu of the article at a place of the tabs, else of the one in front."""
        asked = self.sender()
        at = self.tabs.tabAt(place) if asked is self.tabs else -1
        article = self.tabs.tabData(at) if at >= 0 else self._session.article
        if article and isinstance(asked, QWidget):
            self.article_menu_asked.emit(article, asked.mapToGlobal(place))

    def _listed(self, article: Article) -> str:
        """Say an article, and how often it holds the words of the search."""
        found = self.hit_bar.count_in(article)
        return f"{words.article(article)} · {words.count(found, 'place')}" if found else words.article(article)

    def _offer_articles(self) -> None:
        session = self._session
        shown = [article for article in session.articles.values() if article.id not in session.tabs]
        popup = ChoicePopup([Choice(one.id, self._listed(one)) for one in shown], self, with_ticks=False)
        popup.chosen.connect(session.open_article)
        popup.open_under(self.others)
