"""How events bear on each other: a ban and its lifting, a target and the measure that met or missed it.

Nothing is merged here: each stays an event of its own, and the relation is told with both.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from operator import itemgetter

from explorer import resources
from explorer.chronology.outcomes import Outcome, outcomes
from explorer.chronology.words import stems_of
from explorer.extract import lexicon
from explorer.model.calendar import DAY_S
from explorer.model.decision import Review
from explorer.model.event import Event
from explorer.model.mention import PartyType, Role, Status
from explorer.model.when import OPEN_HI

_BAN, _LIFTING, _LEGAL = "ban", "reinstatement", "legal"
_BEGINNINGS = (Role.EFFECTIVE, Role.HAPPENED, Role.ANNOUNCED)
_SOON_S = 366 * DAY_S  # in which a court stays a ban

_Lifting = tuple[int, str, Event]  # when it took effect, its id, itself


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
    liftings: dict[str, list[_Lifting]] = defaultdict(list)
    stays: list[Event] = []
    for event in events:
        if event.kind in (_BAN, _LEGAL, _LIFTING) and _is_stay(event):
            stays.append(event)
        elif event.kind == _BAN:
            bans.append(event)
        elif event.kind == _LIFTING and any(_is_done(mention.quote) for mention in event.mentions):
            begin = _begin(event)
            for name in event.companies:
                liftings[name].append((begin, event.id, event))
    for ends in liftings.values():
        ends.sort(key=itemgetter(0, 1))
    found = {ban.id: _force(ban, liftings) for ban in bans}
    _stay(stays, bans, found)
    _extend(bans, found)
    return found


def _force(ban: Event, liftings: Mapping[str, Sequence[_Lifting]]) -> Force:
    """Give the time of a ban: from its effect to its stated end, or to the first lifting where it held."""
    start = _begin(ban)
    lifted = _first_lifting(ban, start, liftings)
    ends = [date.when.hi_s for date in ban.dates if date.when and date.role is Role.DEADLINE]
    stated = min((end for end in ends if end > start), default=OPEN_HI)
    return Force(start, *lifted) if lifted and lifted[0] < stated else Force(start, stated)


def _stay(stays: Sequence[Event], bans: Sequence[Event], forces: dict[str, Force]) -> None:
    """Let courts end the force of bans: each stay that of the latest ban of its companies and place."""
    by_company: dict[str, list[Event]] = defaultdict(list)
    for ban in bans:
        for name in ban.companies:
            by_company[name].append(ban)
    for stay in stays:
        at = _begin(stay)
        held = [
            (forces[ban.id].lo_s, ban.id)
            for name in stay.companies
            for ban in by_company[name]
            if stay.countries and ban.countries and _holds_at(ban, stay)
            if forces[ban.id].lo_s <= at <= min(forces[ban.id].hi_s, forces[ban.id].lo_s + _SOON_S)
        ]
        start, id_ = max(held, default=(0, ""))
        if held and at < forces[id_].hi_s:  # told twice, it is the stay of one ban still
            forces[id_] = Force(start, at, stay.id)


def _extend(bans: Iterable[Event], forces: dict[str, Force]) -> None:
    """Let a ban with a stated end hold on where another of the same companies and place prolonged it."""
    by_company: dict[str, list[Event]] = defaultdict(list)
    for ban in sorted(bans, key=lambda ban: (-forces[ban.id].lo_s, ban.id)):
        force = forces[ban.id]
        if force.ended_by is None and force.hi_s < OPEN_HI:
            later = ((forces[event.id], event) for name in ban.companies for event in by_company[name])
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
    for role in _BEGINNINGS:
        starts = [date.when.lo_s for date in event.dates if date.role is role and date.when]
        if starts:
            return min(starts)
    return event.when.lo_s if event.when else OPEN_HI


def _first_lifting(
    ban: Event, start: int, liftings: Mapping[str, Sequence[_Lifting]]
) -> tuple[int, str] | None:
    """Give the first lifting since the start of a ban: of its companies or of their owners."""
    first: tuple[int, str] | None = None
    for name in {name for company in ban.companies for name in _owned_by(company)}:
        ends = liftings.get(name, ())
        for at, id_, event in islice(ends, bisect_left(ends, start, key=itemgetter(0)), None):
            if first is not None and (at, id_) >= first:
                break
            if _holds_at(ban, event):
                first = at, id_
                break
    return first


@cache
def _owned_by(company: str) -> tuple[str, ...]:
    """Give a company and its owners, the nearest first."""
    owners, found = lexicon.owners(), [company]
    while (owner := owners.get(found[-1])) and owner not in found:
        found.append(owner)
    return tuple(found)


def _is_stay(event: Event) -> bool:
    """Tell whether a court halts a ban, by the words of the title: beside it much else may be told."""
    if not _may_stay().search(event.title):  # most of what courts do is quickly ruled out
        return False
    words = stems_of(event.title)
    is_court = any(party.type is PartyType.COURT for party in event.parties) or words & _words("courts")
    stays, banned = words & _words("stays"), words & _words("banned")
    return bool(is_court and stays and banned and len(stays | banned) > 1) and _is_done(event.title)


def _is_done(words: str) -> bool:
    """Tell whether something is told as done; what is only asked for, or refused, is not."""
    return not stems_of(words) & _words("unfulfilled")


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
    if union not in resources.toml("relations.toml")["unions"]["names"]:
        return frozenset()
    rows = (line.split("\t") for line in resources.text("regions.tsv").splitlines())
    return next((frozenset(row[1].split()) for row in rows if row[0] == union), frozenset())
