"""Silences: the stretches of time of which no event tells. They are where something may be missing.

An event known to a month or a year may have been at any time of it, so that a silence begins only where all
that was told before is certainly over.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from explorer.model.calendar import DAY_S
from explorer.model.event import Event
from explorer.model.when import When

_MOST = 20
_LEAST_S = 7 * DAY_S
_FEW = 4  # distances, below which there is no usual one
_LONG = 3  # times the usual distance: what is shorter is the pace of the story


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch `lo_s..hi_s` without an event, and the ids of the events before and after it."""

    lo_s: int
    hi_s: int
    before: str
    after: str

    @property
    def length_s(self) -> int:
        """Give how long it is, in seconds."""
        return self.hi_s - self.lo_s


def silences(events: Iterable[Event], most: int = _MOST) -> list[Silence]:
    """Find the silences between events, the longest first: those well above the usual distance.

    Of an event that lasts on, or began at an unknown time, only the end that is known counts.
    """
    told = sorted((*_told(event.when), event.id) for event in events if event.when is not None)
    found: list[Silence] = []
    until, last = (told[0][1], told[0][2]) if told else (0, "")
    for lo_s, hi_s, id_ in told[1:]:
        if lo_s > until:
            found.append(Silence(until, lo_s, last, id_))
        if hi_s >= until:
            until, last = hi_s, id_
    usual = _median([one.length_s for one in found]) if len(found) >= _FEW else 0
    long = [one for one in found if one.length_s >= max(_LEAST_S, _LONG * usual)]
    return sorted(long, key=lambda one: (-one.length_s, one.lo_s))[:most]


def _median(numbers: Iterable[int]) -> float:
    """Give the middle of some numbers; `statistics`, which has it too, takes longer to load than to do."""
    ordered = sorted(numbers)
    half = len(ordered) // 2
    return (ordered[half] + ordered[~half]) / 2


def _told(when: When) -> tuple[int, int]:
    """Give the stretch of time that a date certainly tells of."""
    lo_s = when.hi_s if when.is_open_start else when.lo_s
    hi_s = when.lo_s if when.is_open_end else when.hi_s
    return (lo_s, hi_s) if lo_s <= hi_s else (hi_s, lo_s)
