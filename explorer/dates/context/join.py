"""Neighbours that make one expression: "the end of" + "March", "Friday" + "night", "5 p.m." + "Tuesday".

Pieces that mean nothing without a neighbour (`Part`) are dropped here.
"""

import re
from dataclasses import replace

from explorer.dates.grammar.lexicon import BREAK
from explorer.dates.grammar.tokens import Tokens
from explorer.dates.specs import Base, Calendar, Candidate, Clock, Length, NoDate, Offset, Part, Shift

_BETWEEN_CLOCK_AND_DAY = re.compile(r"|,|on|of|, on|(?:[a-z]+ ){1,2}time(?:,? on)?")  # "Baghdad time on"
_BEFORE_CLOCK = frozenset(("at", ", at", ",", ""))
# Rules that reject other things.
_NO_DAYS = frozenset(("clock time", "impossible time", "length", "units away"))


def joined(candidates: list[Candidate], tokens: Tokens) -> list[Candidate]:
    """Join neighbours and drop what is left over."""
    made: list[Candidate] = []
    for candidate in candidates:
        while made and (one := _join(made[-1], candidate, tokens)) is not None:
            made.pop()
            candidate = one
        made.append(candidate)
    return [one for one in made if not isinstance(one.spec, Part)]


def _join(left: Candidate, right: Candidate, tokens: Tokens) -> Candidate | None:
    if right.first - left.last > 3 or BREAK in tokens.letters[left.last : right.first]:
        return None
    gap = tokens.between(left.last, right.first).lower() if left.last < right.first else ""
    match left.spec, right.spec:
        case Part(mod), Calendar() | Shift() | Clock() if gap in ("", "the"):
            return replace(right, first=left.first, mod=right.mod or mod or None)
        case Length(count, unit, 0), Calendar(year=int()) if gap in ("after", "before"):
            away = Offset(count, unit, 1 if gap == "after" else -1, Base.STORY, right.spec)
            return Candidate(left.first, right.last, away, "units from a named date")
        case Calendar(weekday=int(day), month=None, day=None), Calendar(
            month=int(), day=int(), weekday=None
        ) if gap == ",":
            return _with(left, right, replace(right.spec, weekday=day))
    return _with_clock(left, right, gap)


def _with_clock(left: Candidate, right: Candidate, gap: str) -> Candidate | None:
    """Join a time of day and its day, in either order."""
    match left.spec, right.spec:
        case Calendar(), Clock(None, part, None) if gap == "" and _is_day(left):
            return _with(left, right, replace(left.spec, daypart=part))
        case Shift("day", steps), Clock(None, part, None) if gap == "":
            clock = Clock(None, part, steps, left.spec.base)
            return Candidate(left.first, right.last, clock, right.rule, left.mod)
        case Clock(at, part), Calendar() if _is_day(right) and _BETWEEN_CLOCK_AND_DAY.fullmatch(gap):
            return _with(left, right, replace(right.spec, clock=at, daypart=part))
        case Clock(at, part), Shift("day", steps) if _BETWEEN_CLOCK_AND_DAY.fullmatch(gap):
            return Candidate(
                left.first, right.last, Clock(at, part, steps, right.spec.base), left.rule, left.mod
            )
        case Calendar(), Clock(tuple() as at, None) if (
            gap in _BEFORE_CLOCK and _is_day(left) and left.spec.clock is None
        ):
            return _with(left, right, replace(left.spec, clock=at))
        case Shift("day", steps), Clock(tuple() as at, None) if gap in _BEFORE_CLOCK:
            return Candidate(
                left.first, right.last, Clock(at, None, steps, left.spec.base), right.rule, left.mod
            )
        # The time of a day that does not exist is no time of another day.
        case NoDate(), Clock(tuple()) if gap in _BEFORE_CLOCK and left.rule not in _NO_DAYS:
            return replace(left, last=right.last)
        case Clock(tuple()), NoDate() if _BETWEEN_CLOCK_AND_DAY.fullmatch(gap) and right.rule not in _NO_DAYS:
            return replace(right, first=left.first)
    return None


def _is_day(candidate: Candidate) -> bool:
    spec = candidate.spec
    return isinstance(spec, Calendar) and (
        spec.day is not None or spec.weekday is not None or spec.holiday is not None
    )


def _with(left: Candidate, right: Candidate, spec: Calendar) -> Candidate:
    return Candidate(left.first, right.last, spec, right.rule, left.mod or right.mod)
