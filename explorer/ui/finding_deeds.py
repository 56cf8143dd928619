"""The deeds of finding: the filter as text, saved views, the search over everything, and all decisions."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from explorer import views
from explorer.index import describe
from explorer.ui import saved_views, words
from explorer.ui.attempts import attempt, attempting
from explorer.ui.dialogs import choose
from explorer.ui.session import Session
from explorer.ui.window import Window
from explorer.ui.workspace import Workspace
from explorer.views import SavedView

if TYPE_CHECKING:
    from explorer.index.everywhere import Found


class FindingDeeds(QObject):
    """The functions behind these actions; `remove` takes articles out."""

    def __init__(
        self,
        window: Window,
        session: Session,
        space: Callable[[], Workspace],
        remove: Callable[[Sequence[str]], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._space = space
        self._remove = remove
        self._words = ""  # what was found last

    def functions(self) -> Mapping[str, Callable[[], object]]:
        """Give the function of each deed."""
        return {
            "edit_filter": self._window.header.search.edit_asked.emit,
            "everywhere": self.everywhere,
            "save_view": self.save_view,
            "views": self.views,
            "decisions": self.show_decisions,
            "lost": lambda: self.show_decisions(shows_lost=True),
        }

    def everywhere(self) -> None:
        """Find words in all events and articles, whatever the filter shows."""
        from explorer.ui.dialogs.everywhere import EverywhereDialog

        session = self._session
        text = session.query.text or self._words
        dialog = EverywhereDialog(self._window, self._find, self._said_of, session.theme, text)
        dialog.event_chosen.connect(self._open_event)
        dialog.article_chosen.connect(self._open_article)
        dialog.removal_asked.connect(lambda id_: self._remove([id_]))
        self._session.events_changed.connect(dialog.fill)
        dialog.open()

    def show_decisions(self, *, shows_lost: bool = False) -> None:
        """List all decisions, or those whose words are not found any more."""
        from explorer.ui.dialogs.decisions import DecisionsDialog

        dialog = DecisionsDialog(self._window, self._session, shows_lost=shows_lost)
        dialog.event_chosen.connect(self._open_event)
        dialog.article_chosen.connect(self._session.open_article)
        dialog.undo_asked.connect(lambda step: attempt(self._session, self._session.undo_back_to, step))
        dialog.open()

    def _find(self, text: str) -> "Found":
        from explorer.index.everywhere import find

        session = self._session
        self._words = text
        return find(
            session.library.search(text), session.table, session.events, session.articles, words=session.words
        )

    def _said_of(self, event_id: str) -> str:
        date = words.when(self._session.events[event_id].when)
        return date if self._session.is_visible(event_id) else f"filtered away · {date}"

    def _open_event(self, event_id: str) -> None:
        session = self._session
        if not session.is_visible(event_id):
            session.set_query(session.query.unfiltered)
            session.notice("The filter was cleared to show the event; Alt+Left brings it back.")
        session.select([event_id])
        session.open_source(event_id)
        self._space().timeline.fit(session.selection)

    def _open_article(self, article_id: str, text: str) -> None:
        self._session.open_article(article_id)
        self._space().source.hit_bar.show_words(text)

    def save_view(self) -> None:
        """Name what is shown, so that it can be shown again."""
        from explorer.ui.dialogs.views import SaveViewDialog

        session = self._session
        saved = views.load(session.library)
        shown = saved_views.current(session, saved)
        told = describe(session.query, lambda facet, value: words.value(facet, value, session.articles))
        dialog = SaveViewDialog(self._window, told, saved, shown.name if shown else "")
        choose.ask(dialog, attempting(session, lambda: saved_views.save(session, dialog.name)))

    def views(self) -> None:
        """Rename and delete the saved views."""
        from explorer.ui.dialogs.views import ViewsDialog

        session, library = self._session, self._session.library
        dialog = ViewsDialog(self._window, views.load(library))
        choose.ask(dialog, attempting(session, lambda: views.store(library, dialog.views)))

    def views_to_show(self) -> list[QAction]:
        """Make a command of each saved view, which shows it."""
        return [self._shower(view) for view in views.load(self._session.library)]

    def _shower(self, view: SavedView) -> QAction:
        action = QAction(f"View: {view.name}", self)
        action.setObjectName(f"view:{view.name}")
        action.setToolTip("Show this saved view")
        action.triggered.connect(lambda *_: saved_views.show(self._session, view))
        return action
