"""How events bear on each other: a ban and its lifting, a target and the measure that met or missed it.

Nothing is merged here: each stays an event of its own, and the relation is told with both.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from explorer.model.decision import Review
from explorer.model.event import Event
from explorer.model.mention import Role, Status
from explorer.model.when import OPEN_HI

_BAN, _LIFTING = "ban", "reinstatement"


@dataclass(frozen=True, slots=True)
class Force:
    """The time in seconds in which a ban held, half open, and the event that ended it, if one did."""

    lo_s: int
    hi_s: int = OPEN_HI
    ended_by: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a target was met, and the event of the measure that tells so."""

    is_met: bool
    told_by: str


@dataclass(frozen=True, slots=True)
class Relations:
    """What bears on what, by event id: how long bans held, how targets came out."""

    forces: Mapping[str, Force] = field(default_factory=dict)
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)


def relations(events: Sequence[Event]) -> Relations:
    """Find the relations among events; those rejected, denied, rumoured or only planned take no part."""
    standing = [event for event in events if event.review is not Review.REJECTED and event.when]
    happened = [event for event in standing if event.status is Status.HAPPENED]
    return Relations(_forces(happened))


def _forces(events: Iterable[Event]) -> dict[str, Force]:
    liftings: dict[str, list[Event]] = defaultdict(list)
    bans = []
    for event in events:
        if event.kind == _BAN:
            bans.append(event)
        elif event.kind == _LIFTING:
            for name in event.companies:
                liftings[name].append(event)
    return {ban.id: _force(ban, [one for name in ban.companies for one in liftings[name]]) for ban in bans}


def _force(ban: Event, liftings: Sequence[Event]) -> Force:
    """Give the time of a ban: from its effect to its stated end, or to the first lifting where it held."""
    start = min(date.when.lo_s for date in ban.dates if date.when and date.role is not Role.DEADLINE)
    later = [
        (event.when.lo_s, event.id)
        for event in liftings
        if event.when and event.when.lo_s >= start and _same_place(ban, event)
    ]
    ends = [date.when.hi_s for date in ban.dates if date.when and date.role is Role.DEADLINE]
    lifted = min(later, default=None)
    stated = min((end for end in ends if end > start), default=OPEN_HI)
    return Force(start, *lifted) if lifted and lifted[0] < stated else Force(start, stated)


def _same_place(ban: Event, lifting: Event) -> bool:
    """Tell whether both are of one country; one that names none may be of any."""
    if not ban.countries or not lifting.countries:
        return True
    return any(one == other for one, other in product(ban.countries, lifting.countries))
