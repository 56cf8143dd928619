"""`Session`: the one mutable object. It holds frozen values and says, by one narrow signal each, what changed.

A verb compares, stores, then emits; an equal value is silence, so that nothing echoes between views. What
lasts goes through the `Library`; what a person likes is handed in and out by `app`. It knows no widget.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.index import mask
from explorer.index.queues import Round
from explorer.library import Library
from explorer.model.decision import Change, Review, undo_stacks
from explorer.model.event import Conflict, Event
from explorer.model.query import Facet, Query
from explorer.model.when import When
from explorer.paint.theme import Theme
from explorer.timeline.arrangement import Arrangement
from explorer.timeline.charts import Chart
from explorer.ui import changes, history, lately, spans, view_state
from explorer.ui.desk import Desk, words_to_show
from explorer.ui.holdings import Holdings
from explorer.ui.shown import Shown
from explorer.ui.trail import Trail

if TYPE_CHECKING:  # what reads articles comes when the first is read
    from explorer.extract import Extraction

_STANDS_MS, _IDLE_MS = 1_000, 10  # until an opened library stands, and between two pieces of work


class Session(Shown):
    """The open library, what of it is shown, and the verbs by which a person changes either.

    Read its attributes, never assign them; `Shown` says what they mean.
    """

    library_changed = Signal()  # another library, or its title; what is in it is told next, as changed events
    events_changed = Signal()  # events, articles, table and series; the mask with them
    filter_changed = Signal()  # query and mask
    selection_changed = Signal()
    preview_changed = Signal()
    ghost_changed = Signal()
    viewport_changed = Signal()
    lanes_changed = Signal()  # the field of the lanes, or how they stand
    chart_changed = Signal()  # how the measures are shown
    theme_changed = Signal()
    article_changed = Signal()  # the open articles, or which one is in front
    history_changed = Signal()  # what can be undone and redone
    round_changed = Signal()  # the way through a queue
    added_told = Signal(int)  # so many articles were added to others; what they did is in `lately`
    source_requested = Signal(str)  # an event whose words are to be brought into view
    comparison_requested = Signal(str, object)  # an event, and the mentions of each value that differs
    noticed = Signal(str, bool)  # a sentence for the person; True for a warning

    def __init__(self, theme: Theme, lanes: str = "kind", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.lanes = lanes
        self.trail = Trail()
        self._idle = QTimer(self)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._catch_up)
        self._set_library(Library.in_memory(), "")

    # Opening

    def open(self, library: Library, title: str, *, is_sample: bool = False) -> None:
        """Show a library where it was left; the one before is closed."""
        self.close()
        before = self.query
        self._set_library(library, title, is_sample=is_sample)
        self._renew()
        self._restore()
        self._announce_library(before)
        QTimer.singleShot(_STANDS_MS, self._idle, self._idle.start)

    def leave(self) -> None:
        """Close the library and show an empty one that is in memory only."""
        self.close()
        before = self.query
        self._set_library(Library.in_memory(), "")
        self._announce_library(before)

    def _announce_library(self, before: Query) -> None:
        """Say that all is another library's; `before` is the filter of the last one."""
        self.library_changed.emit()
        self.events_changed.emit()
        if (before, self.query) != (Query(), Query()):  # else no view shows a filter, and none is to be shown
            self.filter_changed.emit()
        self.viewport_changed.emit()
        for signal in (self.lanes_changed, self.article_changed, self.selection_changed, self.history_changed):
            signal.emit()
        self.round_changed.emit()

    def close(self) -> None:
        """Save where the window was left and close the library."""
        self.save_view()
        self.library.close()

    def _set_library(self, library: Library, title: str, *, is_sample: bool = False) -> None:
        self._idle.stop()
        self.library = library
        self.title = title
        self.is_sample = is_sample
        self._held = Holdings(library)
        self.mask = self.table.is_dated
        self.query = Query()
        self.arrangements = {}
        self.chart = Chart()
        self.round = Round(is_on=False)
        self.selection = ()
        self.preview: str | None = None
        self.ghost: When | None = None  # a date that is being typed for the current event
        self.viewport = spans.opening(self.table, self.mask)
        self.source = None
        self.desk = Desk()
        self.undo_label = self.redo_label = ""

    # Showing

    def select(self, ids: Iterable[str]) -> None:
        """Select events; the last one is the current one, and its words come into view.

        Unknown ids are left out.
        """
        chosen = tuple(dict.fromkeys(id_ for id_ in ids if id_ in self.events))
        if chosen == self.selection:
            return
        self.selection = chosen
        self.selection_changed.emit()
        if chosen:
            self.open_source(chosen[-1], is_passing=True)

    def step(self, steps: int) -> None:
        """Select the next or an earlier event of the filtered ones, staying at either end."""
        order = self.visible()
        if not order:
            return
        at = order.index(self.selection[-1]) + steps if self.selection and self.selection[-1] in order else 0
        self.select([order[max(0, min(at, len(order) - 1))]])

    def show_preview(self, event_id: str | None) -> None:
        """Mark an event under the pointer, in every view; None ends it."""
        if event_id != self.preview:
            self.preview = event_id
            self.preview_changed.emit()

    def show_ghost(self, when: When | None) -> None:
        """Show where the current event would lie with another date; None ends it."""
        if when != self.ghost:
            self.ghost = when
            self.ghost_changed.emit()

    def show_range(self, lo_s: int, hi_s: int) -> None:
        """Show a span of time, at least an hour wide."""
        middle = (lo_s + hi_s) // 2
        half = max((hi_s - lo_s) // 2, spans.LEAST_S // 2)
        span = (lo_s, hi_s) if hi_s - lo_s >= spans.LEAST_S else (middle - half, middle + half)
        if span != self.viewport:
            self.viewport = span
            self.viewport_changed.emit()

    def set_query(self, query: Query) -> None:
        """Filter the events; what is filtered away is not selected any more."""
        if query == self.query:
            return
        self.query = query
        self._refilter()
        self.filter_changed.emit()
        self.select(id_ for id_ in self.selection if self.is_visible(id_))

    def toggle(self, facet: Facet, value: str, *, exclude: bool = False) -> None:
        """Tick or untick a value of a facet, or exclude it."""
        self.set_query(self.query.toggled(facet, value, exclude=exclude))

    def filter_span(self, lo_s: int | None, hi_s: int | None) -> None:
        """Keep only what lies in a span of time; None is an open end."""
        self.set_query(replace(self.query, lo_s=lo_s, hi_s=hi_s))

    def set_round(self, going: Round) -> None:
        """Go through a queue, go on in it, or leave it."""
        if going != self.round:
            self.round = going
            self.round_changed.emit()

    def set_lanes(self, lanes: str) -> None:
        """Sort the timeline into lanes by a facet, or into none."""
        if lanes != self.lanes:
            self.lanes = lanes
            self.lanes_changed.emit()

    def arrange(self, arrangement: Arrangement) -> None:
        """Order, pin or hide the lanes of the chosen field."""
        if arrangement != self.arrangement:
            self.arrangements = {**self.arrangements, self.lanes: arrangement}
            self.lanes_changed.emit()

    def set_chart(self, chart: Chart) -> None:
        """Show the measures in another way."""
        if chart != self.chart:
            self.chart = chart
            self.chart_changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Change colours and fonts."""
        if theme != self.theme:
            self.theme = theme
            self.theme_changed.emit()

    def open_article(self, article_id: str, *, is_passing: bool = False) -> None:
        """Bring an article to the front, in a tab of its own.

        One that is opened in passing, because an event was selected, gives its tab to the next such one.
        """
        if article_id in self.articles:
            self._set_desk(self.desk.opened(article_id, is_passing=is_passing))

    def close_article(self, article_id: str) -> None:
        """Close the tab of an article; its neighbour comes to the front."""
        self._set_desk(self.desk.closed(article_id))

    def _set_desk(self, desk: Desk) -> None:
        before, self.desk = self.desk, desk
        if (before.tabs, before.front) != (desk.tabs, desk.front):
            self.article_changed.emit()

    def open_source(
        self,
        event_id: str,
        article_id: str | None = None,
        *,
        mention_id: str | None = None,
        is_passing: bool = False,
    ) -> None:
        """Bring words that state an event into view: the given ones, else the first in the given article.

        Without either they are those shown last, those in the article in front, or the first of all.
        """
        event = self.events.get(event_id)
        if event is None:
            return
        wanted = words_to_show(event, self.desk, self.source, article_id, mention_id)
        self.source = wanted.id
        self.open_article(wanted.article, is_passing=is_passing)
        self.source_requested.emit(event_id)

    def step_source(self, steps: int) -> None:
        """Show the next or an earlier source of the current event, going round."""
        if self.current is not None:
            at, total = self.source_place
            mention = self.current.mentions[(at - 1 + steps) % total]
            self.open_source(self.current.id, mention_id=mention.id, is_passing=True)

    def compare(self, event: Event, conflict: Conflict) -> None:
        """Show the sources of two values that differ beside each other."""
        self.comparison_requested.emit(event.id, [value.mentions for value in conflict.values])

    def go(self, steps: int) -> None:
        """Go back to an earlier view, or forward again."""
        view = self.trail.move(steps)
        if view is None:
            return
        self.set_query(view.query)
        self.show_range(*view.viewport)
        self.select(view.selection)

    def notice(self, sentence: str, *, is_warning: bool = False) -> None:
        """Tell the person something, without stopping them."""
        self.noticed.emit(sentence, is_warning)

    # Deciding

    def decide(self, made: Sequence[Change]) -> bool:
        """Write changes as one undoable step; nothing to change is silence."""
        if not made:
            return False
        self.library.decide(made)
        self._settle()
        return True

    def accept(self, events: Sequence[Event] | None = None) -> bool:
        """Accept events, the selected ones unless others are given."""
        return self.decide(changes.reviewed(self.selected if events is None else events, Review.ACCEPTED))

    def reject(self, events: Sequence[Event] | None = None) -> bool:
        """Reject events and go on to the next one; they stay in the library and can be shown."""
        chosen = self.selected if events is None else events
        gone = {event.id for event in chosen}
        order = self.visible()
        first = min((order.index(id_) for id_ in gone if id_ in order), default=0)
        following = next((id_ for id_ in order[first:] if id_ not in gone), None)
        is_done = self.decide(changes.reviewed(chosen, Review.REJECTED))
        if is_done and not self.selection and following:
            self.select([following])
        return is_done

    def put_back(self, events: Sequence[Event] | None = None) -> bool:
        """Make events unreviewed again."""
        return self.decide(changes.reviewed(self.selected if events is None else events, Review.UNREVIEWED))

    def merge(self, events: Sequence[Event]) -> bool:
        """Make one event of several and select it."""
        is_done = self.decide(changes.merged(events))
        if is_done:
            lead = self.event_of(events[0].mentions[0].id)
            self.select([lead.id if lead else events[0].id])
        return is_done

    def rename_tag(self, tag: str, name: str) -> None:
        """Put another tag in the place of one in all events, none for ""; what the filter ticks follows."""
        made = changes.tag_renamed(self.events.values(), tag, name)
        if made:
            query = self.query.renaming(Facet.TAG, tag, " ".join(name.split()))
            self.decide(made)
            self.set_query(query)

    def undo(self) -> None:
        """Take back the last step."""
        if self.library.undo() is not None:
            self._settle()

    def undo_back_to(self, step: int) -> None:
        """Take back a step and all that were made after it and count; redo brings them again one by one."""
        steps, _ = undo_stacks(self.decisions)
        if step in steps:
            for _ in steps[steps.index(step) :]:
                self.library.undo()
            self._settle()

    def redo(self) -> None:
        """Do again the step taken back last."""
        if self.library.redo() is not None:
            self._settle()

    # Keeping up

    def refresh(self) -> None:
        """Take in what was added to the library."""
        # Until a person has moved, the view grows with what is found.
        is_untouched = spans.are_close(self.viewport, spans.opening(self.table, self.mask))
        self._renew()
        if not self.tabs:
            self._set_desk(Desk.at_first(self.articles))
        self._announce()
        # The views know the new limits of time only now.
        if is_untouched:
            self.show_range(*spans.opening(self.table, self.mask))

    def tell_added(self, before: Mapping[str, Event], known: Collection[str]) -> None:
        """Say what the articles that came since did to the events: `before` and `known` are as they were."""
        count = self._held.note_added(before, known)
        if count:
            self._refilter()
            self._announce()
            self.added_told.emit(count)

    def replace_readings(self, readings: "Mapping[str, Extraction]") -> None:
        """Put other readings of articles in place, by article id; decisions are laid over them."""
        self._held.take_readings(readings)
        self._renewed()
        self._announce()

    def save_view(self) -> None:
        """Write into the library where the window stands, so that it reopens there."""
        if self.library.path is not None and not self.library.is_read_only:
            self.library.set_state(view_state.KEY, view_state.dump(self))
            self._held.keep_pairs()
            lately.leave(self.library)

    def _catch_up(self) -> None:
        """Do in idle time what opening a library put off until its mentions change."""
        if self._held.catch_up():
            self._idle.stop()

    def _settle(self) -> None:
        selected, articles, desk, query = self.selected, set(self.articles), self.desk, self.query
        self._held.renew()
        self.desk = desk.following(articles, self.articles)
        self.query = query.forgetting(Facet.SOURCE, articles - self.articles.keys())
        self._renewed()
        # An event is called after its oldest mention; where that is gone the next one stands for it.
        self._announce([next((m.id for m in one.mentions if self.event_of(m.id)), one.id) for one in selected])
        if self.query != query:
            self.filter_changed.emit()
        if (self.desk.tabs, self.desk.front) != (desk.tabs, desk.front):
            self.article_changed.emit()
        if desk.front is not None and desk.front not in self.articles and self.current is not None:
            self.open_source(self.current.id, is_passing=True)

    def _announce(self, selected: Sequence[str] | None = None) -> None:
        """Tell what changed; what was selected stays so, by the mentions that name it now."""
        selection = tuple(
            dict.fromkeys(
                event.id
                for id_ in (self.selection if selected is None else selected)
                if (event := self.event_of(id_)) is not None and self.is_visible(event.id)
            )
        )
        has_moved, self.selection = selection != self.selection, selection
        self.events_changed.emit()
        if has_moved:
            self.selection_changed.emit()
        self.history_changed.emit()

    def _renew(self) -> None:
        self._held.renew()
        self._renewed()

    def _renewed(self) -> None:
        self.undo_label, self.redo_label = history.labels(self.decisions)
        self._refilter()

    def _refilter(self) -> None:
        self.mask = mask(self.table, self.query, self.text_rows())

    def _restore(self) -> None:
        self.viewport = spans.opening(self.table, self.mask)
        left = view_state.load(self.library.state(view_state.KEY))
        if left is None:
            self.desk = Desk.at_first(self.articles)
            return
        self.query, self.viewport = left.query, left.viewport or self.viewport
        self._refilter()
        self.lanes = left.lanes or self.lanes
        self.arrangements, self.chart = left.arrangements, left.chart
        self.round = left.round
        self.desk = Desk.left(left.tabs, left.article, self.articles)
        self.selection = tuple(id_ for id_ in left.selection if self.is_visible(id_))
