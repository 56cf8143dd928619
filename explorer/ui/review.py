"""Review: going through a queue event by event. A verdict leads on by itself, undo leads back.

The place is the session's `round`; here stands how it moves on. The bar that shows it is in `review_bar`.
"""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from explorer.index import queues
from explorer.index.queues import Line, Order, Queue, Round
from explorer.index.table import EventTable, Mask
from explorer.model.decision import Review, Reviewed
from explorer.ui import history
from explorer.ui.session import Session

QUEUES: Mapping[Queue, str] = {
    Queue.UNREVIEWED: "To review",
    Queue.CONFLICT: "Conflicts",
    Queue.AMBIGUOUS: "Ambiguous dates",
    Queue.NEW_NAME: "New names",
    Queue.SINGLE_SOURCE: "Single source",
    Queue.UNDATED: "Undated",
    Queue.CHANGED: "Changed since accepted",
}
ORDERS: Mapping[Order, str] = {
    Order.SUREST: "surest first",
    Order.DOUBTFUL: "least sure first",
    Order.TIME: "in order of time",
}
_NOTHING = Line((), frozenset())


class Reviewer(QObject):
    """Moves the session through a queue; `line` is the queue as it stands, empty while there is no round."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.line = _NOTHING
        self._lined: tuple[EventTable, Mask, Round, Line] | None = None  # the line made last, and of what
        self._log_length = len(session.decisions)
        session.history_changed.connect(self._catch_up)
        session.filter_changed.connect(self._refilter)
        session.selection_changed.connect(self._follow)
        session.round_changed.connect(self._show)
        session.library_changed.connect(self._forget)

    @property
    def is_on(self) -> bool:
        """Tell whether a round is going on."""
        return self._session.round.is_on

    def sizes(self) -> Mapping[Queue, int]:
        """Count what waits in each queue under the filter."""
        return queues.sizes(self._session.table, self._session.mask)

    def begin(self, queue: Queue) -> None:
        """Go through a queue, or go on where it was left."""
        going = self._session.round
        if going.queue is not queue:
            going = Round(queue, going.order)
        self._go_on(replace(going, is_on=True))

    def toggle(self) -> None:
        """Begin or take up the round, or leave it."""
        if self.is_on:
            self.leave()
        else:
            self.begin(self._session.round.queue)

    def leave(self) -> None:
        """Leave the round; its place is kept."""
        self._session.set_round(replace(self._session.round, is_on=False))

    def turn(self, order: Order) -> None:
        """Go through the queue in another order, from its beginning."""
        going = self._session.round
        self._go_on(replace(going, order=order, at=None, later=()))

    def step(self, steps: int) -> None:
        """Go to another event of the queue without a verdict; outside a round, to another one shown."""
        if not self.is_on:
            self._session.step(steps)
            return
        self._move(self.line.beside(self._session.round.at, steps))

    def put_off(self) -> None:
        """Leave the event for the end of the queue, and go on."""
        going = self._session.round
        if not self.is_on or going.at not in self.line.waiting:
            return
        following = self.line.after(going.at)
        later = (*(id_ for id_ in going.later if id_ != going.at), str(going.at))
        self._session.set_round(replace(going, later=later, at=following or going.at))
        self._select(following)

    # Following the session

    def _go_on(self, going: Round) -> None:
        """Take up a round at its place, or at the first event that waits."""
        line = self._line(going)
        at = going.at if going.at in line.ids else line.after(None)
        self._session.set_round(replace(going, at=at))
        self._select(at)

    def _move(self, event_id: str | None) -> None:
        self._session.set_round(replace(self._session.round, at=event_id))
        self._select(event_id)

    def _select(self, event_id: str | None) -> None:
        if event_id is not None:
            self._session.select([event_id])

    def _line(self, going: Round) -> Line:
        if not going.is_on:
            return _NOTHING
        session, kept, of = self._session, self._lined, replace(going, at=None)
        if kept is None or kept[0] is not session.table or kept[1] is not session.mask or kept[2] != of:
            kept = (session.table, session.mask, of, queues.line(session.table, session.mask, going))
            self._lined = kept
        return kept[3]

    def _show(self) -> None:
        self.line = self._line(self._session.round)
        self.changed.emit()

    def _forget(self) -> None:
        self._log_length = len(self._session.decisions)
        self._show()

    def _follow(self) -> None:
        """Stand where the person has gone, if that is in the queue."""
        chosen = self._session.selection[-1:]
        if self.is_on and chosen and chosen[0] in self.line.ids:
            self._session.set_round(replace(self._session.round, at=chosen[0]))

    def _refilter(self) -> None:
        if self.is_on:
            self._go_on(self._session.round)
        self._show()

    def _catch_up(self) -> None:
        """Take in what the last step of the log did to the queue."""
        session = self._session
        is_new, self._log_length = len(session.decisions) != self._log_length, len(session.decisions)
        if is_new and self.is_on:
            done = history.latest(session.decisions)
            touched = tuple(event.id for id_ in done.mentions if (event := session.event_of(id_)))
            if done.is_undone:
                self._go_back(touched)
            else:
                is_verdict = any(isinstance(one, Reviewed) for one in done.changes)
                is_verdict = is_verdict and not _puts_back(done)
                self._pass(touched, is_verdict=is_verdict)
        self._show()

    def _go_back(self, touched: tuple[str, ...]) -> None:
        going = self._session.round
        going = replace(going, passed=going.passed - set(touched))
        line = self._line(going)
        back = next((id_ for id_ in touched if id_ in line.ids), None)
        self._session.set_round(replace(going, at=back or going.at))
        self._select(back)

    def _pass(self, touched: tuple[str, ...], *, is_verdict: bool) -> None:
        """Count what does not wait any more as passed, and go on if the event at hand is among it."""
        session, going, before = self._session, self._session.round, self.line
        waiting = self._line(going).waiting
        passed = (going.passed | (before.waiting - waiting)) & session.events.keys()
        if is_verdict:
            passed |= set(touched) & set(before.ids)
        merged = session.event_of(going.at or "")  # an event of several is called by its oldest mention
        at = merged.id if merged else None
        going = replace(going, passed=passed, at=at)
        if at is None or (at in touched and (is_verdict or at not in waiting)):
            following = self._line(going).after(at)
            session.set_round(replace(going, at=following or at))
            self._select(following)
        else:
            session.set_round(going)


def _puts_back(done: history.Latest) -> bool:
    return all(one.review is Review.UNREVIEWED for one in done.changes if isinstance(one, Reviewed))
