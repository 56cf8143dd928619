"""What each action does: the one place where deeds meet dialogs. The session decides, the library keeps.

Every deed of `actions.DEEDS` has its function here; tests check that none is forgotten. A dialog is loaded when
it is first asked for, so that the window stands sooner.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction

from explorer.chronology.gaps import Silence
from explorer.model.calendar import DAY_S
from explorer.model.decision import Change
from explorer.model.errors import ExplorerError
from explorer.model.event import Event
from explorer.ui import changes, words
from explorer.ui.actions import MENUS, OF_EVENTS, Actions
from explorer.ui.again import Again, Readings, backup_path, outdated, outlook, take_over
from explorer.ui.article_deeds import ArticleDeeds
from explorer.ui.attempts import attempt, attempting
from explorer.ui.dialogs import choose
from explorer.ui.dialogs import edit as editing
from explorer.ui.finding_deeds import FindingDeeds
from explorer.ui.keeper import Keeper
from explorer.ui.library_deeds import LibraryDeeds
from explorer.ui.session import Session
from explorer.ui.source_deeds import SourceDeeds
from explorer.ui.window import Window
from explorer.ui.workspace import Workspace

if TYPE_CHECKING:
    from explorer.ui.dialogs.names import Meaning

_NEAR_S = 400 * DAY_S


class Deeds(QObject):
    """The functions behind the actions of one window."""

    def __init__(
        self,
        window: Window,
        session: Session,
        keeper: Keeper,
        choose_theme: Callable[[str], None],
        choose_motion: Callable[[str], None],
        choose_text: Callable[[int], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._keeper = keeper
        self._choose_theme = choose_theme
        self._choose_motion = choose_motion
        self._choose_text = choose_text
        self.library = LibraryDeeds(window, session, keeper)
        self.source = SourceDeeds(window, session, lambda: self._space.source)
        self.articles = ArticleDeeds(window, session)
        self._finding = FindingDeeds(window, session, lambda: self._space, self.articles.remove)
        self.again = Again(session, self)
        self.again.ready.connect(self._offer_again)
        window.closing.connect(self.again.close)
        self.actions = Actions(
            window, {id_: attempting(session, does) for id_, does in self._functions().items()}
        )
        self.workspace: Workspace | None = None
        for signal in (session.selection_changed, session.history_changed, session.library_changed):
            signal.connect(self.refresh)
        session.filter_changed.connect(self.refresh)
        session.round_changed.connect(self.refresh)
        session.article_changed.connect(self.refresh)
        keeper.removed_met.connect(self.articles.offer_back)
        self.refresh()

    def _functions(self) -> Mapping[str, Callable[[], object]]:
        session = self._session
        return {
            **self.library.functions(),
            "export": self.export,
            "copy_picture": self.copy_picture,
            "quit": self._window.close,
            "undo": session.undo,
            "redo": session.redo,
            "accept": session.accept,
            "reject": session.reject,
            "put_back": session.put_back,
            "edit": self.edit,
            "edit_here": self.edit_here,
            "merge": self.merge,
            "split": self.split,
            "star": self.star,
            "note": self.note,
            "tags": self.tags,
            "names": self.names,
            "history": lambda: None,  # the inspector follows the state of the action
            "open_source": self.open_source,
            "fit": lambda: self._space.timeline.fit(session.selection),
            "fit_all": lambda: self._space.timeline.fit(),
            "next": lambda: self._space.reviewer.step(1),
            "previous": lambda: self._space.reviewer.step(-1),
            "review": lambda: self._space.reviewer.toggle(),
            "later": lambda: self._space.reviewer.put_off(),
            "todo": self.todo,
            "select_all": lambda: session.select(session.visible()),
            "back": lambda: session.go(-1),
            "forward": lambda: session.go(1),
            "table": lambda: self._space.show_table(),
            "next_pane": lambda: self._space.step_pane(1),
            "previous_pane": lambda: self._space.step_pane(-1),
            "facets": lambda: self._space.show_sides(),
            "details": lambda: self._space.show_sides(),
            "search": self.search,
            **self._finding.functions(),
            "clear_filter": self.clear_filter,
            "filter_view": self.filter_view,
            "step_out": self.step_out,
            "light": lambda: self._choose_theme("light"),
            "dark": lambda: self._choose_theme("dark"),
            "system": lambda: self._choose_theme("system"),
            "larger_text": lambda: self._choose_text(1),
            "smaller_text": lambda: self._choose_text(-1),
            "usual_text": lambda: self._choose_text(0),
            "reduced_motion": lambda: self._choose_motion("reduced_motion"),
            "wheel_scrolls": lambda: self._choose_motion("wheel_scrolls"),
            "palette": self.palette,
            "keys": self.keys,
            "account": self.account,
            "again": self.again.start,
            "about": self.about,
            **self.articles.functions(),
            **self.source.functions(),
        }

    @property
    def _space(self) -> Workspace:
        if self.workspace is None:
            raise ExplorerError("The window is not ready yet.")
        return self.workspace

    def _deciding(self, made: Callable[[], Sequence[Change]]) -> Callable[[], None]:
        """Make changes a step of the log once a dialog is confirmed."""
        return attempting(self._session, lambda: self._session.decide(made()))

    def refresh(self) -> None:
        """Make possible what is possible now, and say what undo and redo would do."""
        session, actions = self._session, self.actions
        is_open = not session.library.is_read_only
        actions.enable(OF_EVENTS, bool(session.selection) and is_open)
        for id_ in ("open_source", "history"):
            actions[id_].setEnabled(bool(session.selection))
        current = session.current
        actions["split"].setEnabled(is_open and current is not None and len(current.mentions) > 1)
        actions["remove_article"].setEnabled(is_open and session.article in session.articles)
        for id_ in ("save_view", "views"):
            actions[id_].setEnabled(is_open)
        actions["review"].setChecked(session.round.is_on)
        actions["later"].setEnabled(session.round.is_on)
        actions["clear_filter"].setEnabled(not session.query.is_everything)
        actions["reset_samples"].setEnabled(session.is_sample)
        actions["again"].setEnabled(is_open and bool(outdated(session)))
        for id_, label in (("undo", session.undo_label), ("redo", session.redo_label)):
            actions[id_].setEnabled(bool(label) and is_open)
            actions[id_].setText(f"{id_.capitalize()} {label}" if label else id_.capitalize())

    def show_words_menu(self, events: list[str], place: QPoint) -> None:
        """Offer what can be done at a place of the text."""
        self.source.show_menu(events, place, self.actions)

    def show_event_menu(self, _event: str, place: QPoint) -> None:
        """Offer what can be done with the selected events."""
        menu = self.actions.menu(self._window, ("Event",))
        menu.exec(place)
        menu.deleteLater()

    # The library

    def account(self) -> None:
        """Show what became of every file, and what was not used."""
        from explorer.ui.dialogs import about

        about.AccountDialog(
            self._window, self._keeper.account(), self._keeper.unused(), self._session.library.damage
        ).open()

    def _offer_again(self, readings: Readings) -> None:
        """Show what the readings would change, and take them over when that is confirmed."""
        from explorer.ui.dialogs.again import AgainDialog

        session, path = self._session, backup_path(self._session.library)
        dialog = AgainDialog(
            self._window,
            outlook(session, readings),
            session.articles,
            failed=len(readings.failed),
            backup=path.name if path else "",
        )
        choose.ask(dialog, attempting(session, lambda: self._take_again(readings, len(dialog.outlook.lost))))

    def _take_again(self, readings: Readings, lost: int) -> None:
        take_over(self._session, readings)
        told = f"{words.count(len(readings.found), 'article')} read again."
        if lost:
            told += f" {words.count(lost, 'decision')} cannot be placed: see Lost decisions in the menu."
        self._session.notice(told, is_warning=bool(lost))

    def export(self) -> None:
        """Ask what to write and how, with a picture of it."""
        # The painter of pictures is loaded when the first one is wanted.
        from explorer.ui.dialogs.export import ExportDialog

        ExportDialog(self._window, self._session).open()

    def copy_picture(self) -> None:
        """Copy what is on screen as a picture, in the form of a slide."""
        from explorer.ui.picture_copy import copy_view

        copy_view(self._session)

    # Events

    def edit(self) -> None:
        """Correct the current event."""
        event = self._session.current
        if event is None:
            return
        article = self._session.articles.get(event.mentions[0].article)
        before = editing.fields_of(event)
        dialog = editing.EditDialog(self._window, before, published=article.published if article else None)
        choose.ask(dialog, self._deciding(lambda: _editing(event, editing.differences(before, dialog.fields))))

    def edit_here(self) -> None:
        """Type into the fields of the current event."""
        self.actions["details"].setChecked(True)
        self._space.show_sides()
        self._space.inspector.fields.begin()

    def merge(self) -> None:
        """Merge the selected events, or choose what the current one is the same as."""
        session = self._session
        lead = session.current
        if lead is None:
            return
        others = [event for event in session.selected if event.id != lead.id]
        near = sorted(
            (event for event in session.events.values() if event.id != lead.id),
            key=lambda event: _distance(lead, event),
        )
        dialog = choose.MergeDialog(self._window, lead, near, others)
        choose.ask(dialog, attempting(session, lambda: session.merge(dialog.chosen)))

    def split(self) -> None:
        """Choose which statements of the current event tell of another one."""
        event = self._session.current
        if event is not None:
            dialog = choose.SplitDialog(self._window, event, self._session.articles)
            choose.ask(dialog, self._deciding(lambda: changes.split(event, dialog.chosen)))

    def star(self) -> None:
        """Star the selected events, or take the star off when all have one."""
        chosen = self._session.selected
        self._session.decide(changes.starred(chosen, not all(event.is_starred for event in chosen)))

    def note(self) -> None:
        """Write the note on the current event."""
        event = self._session.current
        if event is not None:
            dialog = choose.TextDialog(self._window, "Note", words.elided(event.title, 80), event.note)
            choose.ask(dialog, self._deciding(lambda: changes.noted(event, dialog.text)))

    def tags(self) -> None:
        """Change the tags of the selected events: those that all of them have."""
        chosen = self._session.selected
        if not chosen:
            return
        before = changes.shared_tags(chosen)
        hint = "Tags, divided by commas"
        if len(chosen) > 1:
            hint += f"; they are put on all {len(chosen):,} events, and others stay"
        dialog = choose.TextDialog(self._window, "Tags", hint, ", ".join(before), is_long=False)
        choose.ask(dialog, self._deciding(lambda: changes.retagged(chosen, words.listed(dialog.text))))

    def do_with_value(self, deed: str, value: str) -> None:
        """Do what was asked for at a value of a facet."""
        match deed:
            case "remove_article":
                self.articles.remove([value])
            case "rename_tag":
                self._rename_tag(value)
            case "remove_tag":
                attempt(self._session, self._session.rename_tag, value, "")

    def _rename_tag(self, tag: str) -> None:
        hint = "In all events of the library; a tag that is there already takes this one in"
        dialog = choose.TextDialog(self._window, f"Rename the tag “{tag}”", hint, tag, is_long=False)
        choose.ask(dialog, attempting(self._session, lambda: self._session.rename_tag(tag, dialog.text)))

    def names(self) -> None:
        """Say what the names of the current event stand for."""
        from explorer.ui.dialogs.names import NamesDialog

        event = self._session.current
        if event is None:
            return
        if not event.parties:
            raise ExplorerError("Nobody is named in this event; Edit says who takes part.")
        uses = Counter(party.name for one in self._session.events.values() for party in one.parties)
        dialog = NamesDialog(self._window, event.parties, uses)
        choose.ask(dialog, self._deciding(lambda: _naming(dialog.meanings)))

    def open_source(self) -> None:
        """Show the words of the current event."""
        if self._session.current:
            self.actions["details"].setChecked(True)
            self._space.show_sides()
            self._session.open_source(self._session.current.id)

    # Review

    def todo(self) -> None:
        """Show what waits and where the library is silent."""
        from explorer.ui.dialogs.todo import TodoDialog

        dialog = TodoDialog(self._window, self._session, self._space.reviewer.sizes())
        dialog.queue_chosen.connect(self._space.reviewer.begin)
        dialog.silence_chosen.connect(self._show_silence)
        dialog.open()

    def _show_silence(self, silence: Silence) -> None:
        margin = (silence.hi_s - silence.lo_s) // 5
        self._session.show_range(silence.lo_s - margin, silence.hi_s + margin)
        self._session.select([silence.before, silence.after])

    # View

    def search(self) -> None:
        """Go to the search box."""
        self._window.header.search.setFocus()
        self._window.header.search.selectAll()

    def clear_filter(self) -> None:
        """Show all events again."""
        self._window.header.search.show_text("")
        self._session.set_query(self._session.query.unfiltered)

    def filter_view(self) -> None:
        """Keep only what lies in the visible span."""
        self._session.filter_span(*self._session.viewport)

    def step_out(self) -> None:
        """Close what is open: search, find bar, comparison, drawer; then the selection."""
        space = self._space
        if self._window.header.search.hasFocus():
            self._window.header.search.step_out()
        elif space.source.find_bar.isVisible():
            space.source.find_bar.close_bar()
        elif space.source.compared.is_open:
            space.source.compared.end()
        elif space.close_drawer():
            pass
        elif self._session.selection:
            self._session.select(())
        else:
            space.timeline.setFocus()

    def palette(self) -> None:
        """Search all deeds and do one."""
        listed = [self.actions[id_] for deeds in MENUS.values() for id_ in deeds if id_]
        dialog = choose.Palette(self._window, [*listed, *self._finding.views_to_show()])
        choose.ask(dialog, lambda: self._run(dialog.chosen))

    def _run(self, action: QAction | None) -> None:
        if action is not None:
            action.trigger()

    def keys(self) -> None:
        """Show all keys."""
        from explorer.ui.dialogs import about

        about.KeysDialog(self._window).open()

    def about(self) -> None:
        """Say what this is."""
        from explorer.ui.dialogs import about

        library = self._session.library.path
        about.AboutDialog(self._window, library, self._keeper.folder).open()


def _editing(event: Event, made: editing.Differences) -> list[Change]:
    return [change for field, value in made for change in changes.edited(event, field, value)]


def _naming(meanings: "Sequence[Meaning]") -> list[Change]:
    return [change for one in meanings for change in changes.named(one.name, one.canonical)]


def _distance(lead: Event, event: Event) -> tuple[bool, bool, int]:
    """Order events by how likely they are the same: same kind and close in time first."""
    if lead.when is None or event.when is None:
        return (True, event.kind != lead.kind, 0)
    apart = abs(lead.when.lo_s - event.when.lo_s)
    return (apart > _NEAR_S, event.kind != lead.kind, apart)
