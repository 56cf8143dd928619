"""What the inspector says of an event among others: why its statements are one, what ended or met it."""

from functools import partial

from PySide6.QtWidgets import QWidget

from explorer.model.calendar import DAY_S
from explorer.model.edtf import display, of_day_number
from explorer.model.event import Event
from explorer.model.when import OPEN_HI
from explorer.ui import words
from explorer.ui.parts import ElidedLink, column, plain
from explorer.ui.session import Session

_MOST_REASONS = 3
_LONGEST = 60


def reasons(event: Event) -> QWidget:
    """Say why the statements of an event were taken for one, and how likely that is."""
    widget, box = column()
    for told in event.links[:_MOST_REASONS]:
        box.addWidget(plain(told, "quiet", wraps=True))
    hidden = len(event.links) - _MOST_REASONS
    if hidden > 0:
        box.addWidget(plain(f"and {hidden} more", "quiet"))
    widget.setToolTip(words.elided("\n".join(event.links), 600))
    return widget


def related(session: Session, event: Event) -> tuple[str, QWidget] | None:
    """Name what an event bears on, with a way there: how long a ban held, how a target came out."""
    told = session.relations
    force, outcome = told.forces.get(event.id), told.outcomes.get(event.id)
    ended = [id_ for id_, one in told.forces.items() if one.ended_by == event.id]
    if force is not None:
        last = "still" if force.hi_s >= OPEN_HI else f"until {_day(force.hi_s - 1)}"
        return "In force", _row(
            session, f"from {_day(force.lo_s)}, {last}", [force.ended_by] if force.ended_by else []
        )
    if outcome is not None:
        return "Outcome", _row(session, "met" if outcome.is_met else "missed", [outcome.told_by])
    if ended:
        return "Ends", _row(session, "", ended)
    return None


def _row(session: Session, text: str, ids: list[str]) -> QWidget:
    widget, box = column()
    if text:
        box.addWidget(plain(text))
    for id_ in ids:
        other = session.events.get(id_)
        if other is not None:
            title = words.elided(other.title, _LONGEST)
            box.addWidget(ElidedLink(title, partial(session.select, [id_]), "Select this event"))
    return widget


def _day(at_s: int) -> str:
    return display(of_day_number(at_s // DAY_S))
