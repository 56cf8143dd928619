"""How events bear on each other: a ban and its lifting, a target and the measure that met or missed it.

Nothing is merged here: each stays an event of its own, and the relation is told with both.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from explorer import resources
from explorer.chronology.features import stems_of
from explorer.chronology.outcomes import Outcome, outcomes
from explorer.extract import lexicon
from explorer.model.decision import Review
from explorer.model.event import Event
from explorer.model.mention import PartyType, Role, Status
from explorer.model.when import OPEN_HI

_BAN, _LIFTING, _LEGAL = "ban", "reinstatement", "legal"


@dataclass(frozen=True, slots=True)
class Force:
    """The time in seconds in which a ban held, half open, and the event that ended it, if one did."""

    lo_s: int
    hi_s: int = OPEN_HI
    ended_by: str | None = None


@dataclass(frozen=True, slots=True)
class Relations:
    """What bears on what, by event id: how long bans held, how targets came out."""

    forces: Mapping[str, Force] = field(default_factory=dict)
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)


def relations(events: Sequence[Event]) -> Relations:
    """Find the relations among events; those rejected, denied, rumoured or only planned take no part.

    Targets are plans by their nature: of them only the rejected and the denied are left out.
    """
    standing = [event for event in events if event.review is not Review.REJECTED]
    dated = (event for event in standing if event.status is Status.HAPPENED and event.when)
    return Relations(_forces(dated), outcomes(standing))


def _forces(events: Iterable[Event]) -> dict[str, Force]:
    bans: list[Event] = []
    ends: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.kind == _BAN:
            bans.append(event)
        elif event.kind in (_LIFTING, _LEGAL):
            for name in event.companies:
                ends[name].append(event)
    ending: dict[str, bool] = {}  # what is found out about an event, once
    found = {ban.id: _force(ban, _liftings(ban, ends), ending) for ban in bans}
    _extend(bans, found)
    return found


def _force(ban: Event, liftings: Iterable[Event], ending: dict[str, bool]) -> Force:
    """Give the time of a ban: from its effect to its stated end, or to the first lifting where it held."""
    start = _begin(ban)
    later = []
    for event in liftings:
        if event.id not in ending:
            ending[event.id] = _ends_a_ban(event)
        if ending[event.id] and (at := _begin(event)) >= start and _holds_at(ban, event):
            later.append((at, event.id))
    ends = [date.when.hi_s for date in ban.dates if date.when and date.role is Role.DEADLINE]
    lifted = min(later, default=None)
    stated = min((end for end in ends if end > start), default=OPEN_HI)
    return Force(start, *lifted) if lifted and lifted[0] < stated else Force(start, stated)


def _extend(bans: Iterable[Event], forces: dict[str, Force]) -> None:
    """Let a ban with a stated end hold on where another of the same companies and place prolonged it."""
    by_company: dict[str, list[Event]] = defaultdict(list)
    for ban in sorted(bans, key=lambda ban: (-forces[ban.id].lo_s, ban.id)):
        force = forces[ban.id]
        later = [(forces[event.id], event) for name in ban.companies for event in by_company[name]]
        if force.ended_by is None and force.hi_s < OPEN_HI:
            longer = (
                other
                for other, event in later
                if force.lo_s < other.lo_s <= force.hi_s < other.hi_s and _holds_at(ban, event)
            )
            last = max(longer, key=lambda other: (other.hi_s, other.ended_by or ""), default=force)
            forces[ban.id] = Force(force.lo_s, last.hi_s, last.ended_by)
        for name in ban.companies:
            by_company[name].append(ban)


def _begin(event: Event) -> int:
    """Give when a ban or its end took effect, else when it happened, else when it was announced."""
    for role in (Role.EFFECTIVE, Role.HAPPENED, Role.ANNOUNCED):
        starts = [date.when.lo_s for date in event.dates if date.when and date.role is role]
        if starts:
            return min(starts)
    return event.when.lo_s if event.when else OPEN_HI


def _liftings(ban: Event, ends: Mapping[str, Sequence[Event]]) -> list[Event]:
    """Give what may end a ban: the lifting of its companies or of those who own them, not of what they own."""
    names = dict.fromkeys(name for company in ban.companies for name in _owned_by(company))
    return [event for name in names for event in ends.get(name, ())]


@cache
def _owned_by(company: str) -> tuple[str, ...]:
    """Give a company and its owners, the nearest first."""
    owners, found = lexicon.owners(), [company]
    while (owner := owners.get(found[-1])) and owner not in found:
        found.append(owner)
    return tuple(found)


def _ends_a_ban(event: Event) -> bool:
    """Tell whether an event lifts a ban, or is the stay of one by a court."""
    is_court = any(party.type is PartyType.COURT for party in event.parties)
    return any(
        _tells_an_end(mention.quote, is_lifting=event.kind == _LIFTING, is_court=is_court)
        for mention in event.mentions
    )


def _tells_an_end(quote: str, *, is_lifting: bool, is_court: bool) -> bool:
    """Tell whether words are of an end; what is only asked for, or refused, is none."""
    if not is_lifting and not _may_stay().search(quote):  # most of what courts do is quickly ruled out
        return False
    words = stems_of(quote)
    if words & _words("unfulfilled"):
        return False
    stays, banned = words & _words("stays"), words & _words("banned")
    is_stay = (is_court or words & _words("courts")) and stays and banned and len(stays | banned) > 1
    return is_lifting or bool(is_stay)


@cache
def _may_stay() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_words('stays')))})", re.IGNORECASE)


def _holds_at(ban: Event, other: Event) -> bool:
    """Tell whether an event bears on a ban by its place; one that names no country may be of any."""
    if not ban.countries or not other.countries:
        return True
    reached = {*other.countries, *(member for union in other.countries for member in _members(union))}
    return not reached.isdisjoint(ban.countries)


@cache
def _words(which: str) -> frozenset[str]:
    return frozenset(resources.toml("relations.toml")["bans"][which])


@cache
def _members(union: str) -> frozenset[str]:
    return frozenset(resources.toml("relations.toml")["unions"].get(union, "").split())
