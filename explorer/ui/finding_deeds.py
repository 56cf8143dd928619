"""The deeds of finding: the filter as text, saved views, and the search over everything."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from explorer.index import describe
from explorer.ui import saved_views, words
from explorer.ui.dialogs import choose
from explorer.ui.dialogs.views import SaveViewDialog, ViewsDialog
from explorer.ui.saved_views import SavedView
from explorer.ui.session import Session
from explorer.ui.window import Window

Guard = Callable[[Callable[[], object]], Callable[[], None]]


class FindingDeeds(QObject):
    """The functions behind these actions; `guarded` tells their errors in the window."""

    def __init__(self, window: Window, session: Session, guarded: Guard) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._guarded = guarded

    def functions(self) -> Mapping[str, Callable[[], object]]:
        """Give the function of each deed."""
        return {
            "edit_filter": self._window.header.search.edit_asked.emit,
            "save_view": self.save_view,
            "views": self.views,
        }

    def save_view(self) -> None:
        """Name what is shown, so that it can be shown again."""
        session = self._session
        views = saved_views.load(session.library)
        shown = saved_views.current(session, views)
        told = describe(session.query, lambda facet, value: words.value(facet, value, session.articles))
        dialog = SaveViewDialog(self._window, told, views, shown.name if shown else "")
        choose.ask(dialog, self._guarded(lambda: saved_views.save(session, dialog.name)))

    def views(self) -> None:
        """Rename and delete the saved views."""
        library = self._session.library
        dialog = ViewsDialog(self._window, saved_views.load(library))
        choose.ask(dialog, self._guarded(lambda: saved_views.store(library, dialog.views)))

    def views_to_show(self) -> list[QAction]:
        """Make a command of each saved view, which shows it."""
        return [self._shower(view) for view in saved_views.load(self._session.library)]

    def _shower(self, view: SavedView) -> QAction:
        action = QAction(f"View: {view.name}", self)
        action.setObjectName(f"view:{view.name}")
        action.setToolTip("Show this saved view")
        action.triggered.connect(lambda *_: saved_views.show(self._session, view))
        return action
