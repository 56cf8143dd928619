"""The program with a window: first the shell, painted at once; then everything else, loaded behind it.

Only Qt and light values are imported here at the top. numpy, pyqtgraph, pydantic, the library and the views
come in `Program.load`, one turn of the event loop after the first paint.
"""

import json
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from explorer import folders
from explorer.model.errors import ExplorerError
from explorer.paint import fonts
from explorer.paint import theme as themes
from explorer.paint.theme import Theme
from explorer.ui import quick, style, timers
from explorer.ui.crash import Watch
from explorer.ui.window import Window

if TYPE_CHECKING:
    from explorer.settings import Settings
    from explorer.ui.deeds import Deeds
    from explorer.ui.keeper import Keeper
    from explorer.ui.motion import SystemWish
    from explorer.ui.session import Session
    from explorer.ui.workspace import Workspace

_log = logging.getLogger(__name__)

EXIT_AFTER_FIRST_PAINT = "TIMELINE_EXPLORER_EXIT_AFTER_FIRST_PAINT"
_MIDDLE_LIGHTNESS = 128
_SETTLED_MS = 700
_SAVED_MS = 2_000
_SIDES = {"facets": "Facets", "details": "Article"}
_ASKED_MS = 300  # when the window stands, for a system may be slow to answer


def run(asked: Sequence[str | Path] = (), *, samples: bool = False) -> int:
    """Show the window on a library or articles, else on what was open last; give the exit code."""
    quick.hold_collector()
    watch = Watch(folders.data_dir() / "log.txt")
    app = QApplication.instance()
    if app is None:
        app = QApplication([*sys.argv[:1], "-style", style.OF_QT])
    elif isinstance(app, QApplication):
        app.setStyle(style.OF_QT)
    else:
        raise ExplorerError("The window needs a QApplication, and another kind of application is running.")
    app.setApplicationName("timeline-explorer")
    app.setApplicationDisplayName("Timeline Explorer")
    glance = _glance()
    seen = theme_at_a_glance(app, str(glance.get("theme", "system")))
    style.apply(app, dressed(seen, glance.get("text_percent", 0)))
    window = Window()
    window.restore(str(glance.get("geometry", "")))
    program = Program(app, window, watch, seen)
    if os.environ.get(EXIT_AFTER_FIRST_PAINT):
        window.first_painted.connect(app.quit)
    else:
        # Loading begins one turn later, when what was painted has reached the screen.
        window.first_painted.connect(
            lambda: QTimer.singleShot(0, program, lambda: program.load(asked, samples))
        )
    window.show()
    try:
        return app.exec()
    finally:
        quick.end()
        watch.stop()


def theme_name(choice: str) -> str:
    """Turn a choice ("system", "light", "dark") into a theme of ours."""
    if choice in themes.OURS:
        return choice
    is_dark = QGuiApplication.styleHints().colorScheme() is QtCore.Qt.ColorScheme.Dark
    return "dark" if is_dark else "light"


def theme_at_a_glance(app: QApplication, choice: str) -> str:
    """Turn a choice into a theme by the colours that windows have here: sooner than asking for the scheme."""
    if choice in themes.OURS:
        return choice
    return "dark" if app.palette().window().color().lightness() < _MIDDLE_LIGHTNESS else "light"


def dressed(name: str, percent: object) -> Theme:
    """Give a theme with its text at so many percent, or as large as the system has it."""
    theme = themes.load(name)
    if isinstance(percent, int) and style.LEAST_PERCENT <= percent <= style.MOST_PERCENT:
        return style.sized(theme, percent)
    return style.sized(theme, style.system_percent())


def _glance() -> dict[str, object]:
    """Read what the first paint needs of the settings; their real reading, with its checks, comes later."""
    try:
        said = json.loads((folders.config_dir() / "settings.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


class Program(QObject):
    """Puts the parts together and carries taste and state in and out."""

    def __init__(self, app: QApplication, window: Window, watch: Watch, seen: str = "") -> None:
        """Take the parts that are there at the first paint, and the name of the theme it was painted in."""
        super().__init__()
        self._seen = seen
        self._app = app
        self.window = window
        self._watch = watch
        watch.failed.connect(self._tell_failure)
        window.closing.connect(self._close)
        self._is_telling = False
        self._wish: SystemWish | None = None  # of the system, for less motion
        self.session: Session | None = None
        self.keeper: Keeper
        self.deeds: Deeds
        self.workspace: Workspace
        self._settings: Settings

    def load(self, asked: Sequence[str | Path] = (), samples: bool = False) -> None:
        """Load the rest of the program, fill the window, and open what was asked for."""
        from explorer import settings
        from explorer.ui.aloud import Aloud
        from explorer.ui.deeds import Deeds
        from explorer.ui.keeper import Keeper
        from explorer.ui.session import Session

        self._settings = settings.load()
        quick.give_memory_back()
        fonts.register()  # the italics, which no label at the first paint has
        name = theme_name(self._settings.theme)
        theme = dressed(name, self._settings.text_percent)
        if self._seen not in ("", name):
            style.apply(self._app, theme)
        self.session = Session(theme, self._settings.lanes, self)
        self._aloud = Aloud(
            self.session, self.window
        )  # before all views: a verdict is said before what follows
        self.keeper = Keeper(self.session, self._settings, folders.data_dir(), self)
        self.deeds = Deeds(
            self.window, self.session, self.keeper, self.choose_theme, self.choose_motion, self.choose_text
        )
        self._fill_window()
        self._connect()
        if samples:
            self.keeper.open_samples()
        else:
            self.keeper.open_asked(asked)
        self.workspace.restore_sizes(self._settings.splitters)
        self.workspace.timeline.setFocus()
        QTimer.singleShot(_ASKED_MS, self, self._ask_for_motion)

    def _fill_window(self) -> None:
        from explorer.ui.actions import tip_of
        from explorer.ui.filter_bar import FilterBar
        from explorer.ui.offer import AlikeOffer
        from explorer.ui.pane_button import PaneButton
        from explorer.ui.switches import ViewSwitch
        from explorer.ui.workspace import Workspace

        if self.session is None:
            return
        actions = self.deeds.actions
        for id_ in _SIDES:
            actions[id_].setChecked(True)
        actions[self._settings.theme].setChecked(True)
        actions["wheel_scrolls"].setChecked(self._settings.wheel_scrolls)
        page = self.window.page  # what is made in its place need not be styled again there
        panes = [
            PaneButton(actions[id_], text, tip_of(id_), is_left=id_ == "facets", parent=page)
            for id_, text in _SIDES.items()
        ]
        bar = FilterBar(self.session, ViewSwitch(actions, page), page, panes)
        self.workspace = Workspace(self.session, actions, page)
        self._apply_motion()
        self.deeds.workspace = self.workspace
        self.workspace.offer_again(self.deeds.again)
        bar.deed_asked.connect(lambda id_: actions[id_].trigger())
        self.window.fill(bar, self.workspace)
        self.window.add_card(AlikeOffer(self.session, self.window))
        self.window.float_over(self.workspace.middle)
        self.window.header.come_alive(actions)

    def _connect(self) -> None:
        from explorer.ui.searching import Searching

        session, window, keeper = self.session, self.window, self.keeper
        if session is None:
            return
        header = window.header
        header.lanes_chosen.connect(session.set_lanes)
        self._searching = Searching(session, header.search, self)
        header.search.left.connect(self.workspace.timeline.setFocus)
        window.dropped.connect(self.deeds.library.take_dropped)
        window.notice.details.clicked.connect(self.deeds.actions["account"].trigger)
        window.working.cancelled.connect(keeper.reader.cancel)
        session.noticed.connect(self._notice)
        session.lanes_changed.connect(self._show_lanes)
        session.library_changed.connect(self._show_library)
        session.viewport_changed.connect(self._show_span)
        for signal in (session.events_changed, session.filter_changed):
            signal.connect(self._show_counts)
        session.selection_changed.connect(self._show_counts)
        self.workspace.source.correction_asked.connect(self.deeds.articles.correct)
        self.workspace.facets.deed_asked.connect(self.deeds.do_with_value)
        for pane in (self.workspace.source, self.workspace.inspector):
            pane.article_menu_asked.connect(self.deeds.articles.show_menu)
        self.workspace.timeline.menu_asked.connect(self.deeds.show_event_menu)
        self.workspace.source.text.menu_asked.connect(self.deeds.show_words_menu)
        keeper.reading_changed.connect(self._show_reading)
        for settled in (keeper.opened, keeper.reading_changed):
            settled.connect(quick.spare_what_lasts)
        keeper.reader.progressed.connect(window.working.show_progress)
        self._app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._settled = timers.once(self, _SETTLED_MS, self._note_view)
        self._saved = timers.once(self, _SAVED_MS, self._save_view)
        for timer in (self._settled, self._saved):
            for signal in (session.viewport_changed, session.filter_changed, session.selection_changed):
                signal.connect(timer.start)
        self._show_lanes()

    # Theme

    def choose_theme(self, choice: str) -> None:
        """Use a theme, and remember it."""
        self._settings.theme = choice
        for id_ in ("light", "dark", "system"):
            self.deeds.actions[id_].setChecked(id_ == choice)
        self._apply_theme()

    def choose_text(self, steps: int) -> None:
        """Show text a step larger (1) or smaller (-1), or as the system has it (0), and remember it."""
        now = self._settings.text_percent or style.system_percent()
        self._settings.text_percent = style.stepped(now, steps) if steps else 0
        self._apply_theme()

    def choose_motion(self, which: str) -> None:
        """Take a setting of how the timeline moves from its action, and remember it."""
        setattr(self._settings, which, self.deeds.actions[which].isChecked())
        self._apply_motion()

    def _ask_for_motion(self) -> None:
        """Move no more than the system wants, also when it changes its mind, unless a person has chosen."""
        from explorer.ui.motion import SystemWish

        self._wish = SystemWish(self)
        self._wish.changed.connect(self._apply_motion)
        self._app.applicationStateChanged.connect(self._wish.follow)
        self._wish.ask()

    def _apply_motion(self) -> None:
        chosen = self._settings.reduced_motion
        wished = self._wish is not None and self._wish.is_reduced
        is_reduced = wished if chosen is None else chosen
        self.deeds.actions["reduced_motion"].setChecked(is_reduced)
        self.workspace.timeline.glide.is_reduced = is_reduced
        if is_reduced or self._wish is not None:  # before, nothing is switched off that could come back
            from explorer.ui import motion

            motion.reduce_effects(is_reduced)
        self.workspace.timeline.wheel_scrolls = self._settings.wheel_scrolls

    def _follow_system(self) -> None:
        if self._settings.theme == "system":
            self._apply_theme()

    def _apply_theme(self) -> None:
        theme = dressed(theme_name(self._settings.theme), self._settings.text_percent)
        style.apply(self._app, theme)
        self.window.fit_text()
        if self.session is not None:
            self.session.set_theme(theme)

    # What the window says

    def _notice(self, sentence: str, is_warning: bool) -> None:
        self.window.notice.tell(sentence, is_warning=is_warning, has_details=bool(self.keeper.account()))

    def _show_library(self) -> None:
        if self.session is not None:
            told = "read only" if self.session.library.is_read_only else "saved"
            self.window.header.show_library(self.session.title or "Timeline Explorer", told)
            self.window.setWindowTitle(self.session.title or "Timeline Explorer")

    def _show_lanes(self) -> None:
        if self.session is not None:
            self.window.header.show_lanes(self.session.lanes)

    def _show_counts(self) -> None:
        from explorer.ui import words

        session = self.session
        if session is not None:
            visible = int(session.mask.sum())
            self.window.shown.setText(
                words.shown(visible, session.total, len(session.articles), len(session.selection))
            )
            self._show_span()

    def _show_span(self) -> None:
        from explorer.ui import spans

        if self.session is not None:
            self.window.span.setText(spans.in_words(*self.session.viewport) if self.session.events else "")

    def _show_reading(self, is_reading: bool) -> None:
        self.workspace.show_reading(is_reading)
        self.window.working.setVisible(is_reading)

    # What lasts

    def _note_view(self) -> None:
        if self.session is not None:
            from explorer.ui.trail import View

            session = self.session
            session.trail.note(View(session.query, session.viewport, session.selection))

    def _save_view(self) -> None:
        if self.session is not None:
            try:
                self.session.save_view()
            except ExplorerError as error:
                self.session.notice(str(error), is_warning=True)

    def _close(self) -> None:
        if self.session is None:
            return
        from explorer import settings

        quick.let_go()
        self._settled.stop()
        self._saved.stop()
        self._settings.geometry = self.window.geometry_text()
        self._settings.splitters = self.workspace.sizes()
        self._settings.lanes = self.session.lanes
        try:
            self.keeper.close()
        except ExplorerError:
            _log.exception("The library could not be closed in order.")
        try:
            settings.save(self._settings)
        except OSError:
            _log.exception("The settings could not be saved.")

    def _tell_failure(self, trace: str) -> None:
        if self._is_telling:
            return
        from explorer.ui.dialogs.about import ProblemDialog

        self._is_telling = True
        dialog = ProblemDialog(self.window, trace, self._watch.log)
        dialog.finished.connect(self._told)
        dialog.open()

    def _told(self) -> None:
        self._is_telling = False
