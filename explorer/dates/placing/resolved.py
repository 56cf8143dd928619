"""`Resolved`: what an expression means, before it becomes an `Expression` with its place in the text."""

from dataclasses import dataclass

from explorer.dates.placing.values import date_value
from explorer.dates.timex import TimexType
from explorer.model.when import When


@dataclass(slots=True)
class Resolved:
    """Type, TIMEX3 value, date (None: unresolved), what it was counted from (EDTF), and the trace.

    `is_explicit` tells that the words name a year; `is_told` that a story can go on from this date.
    """

    type: TimexType
    value: str | None
    when: When | None = None
    anchor: str | None = None
    why: tuple[str, ...] = ()
    is_explicit: bool = False
    is_told: bool = False


def counted(when: When, base: When, why: str) -> Resolved:
    """Make the result of counting from a base: a date that the story goes on from."""
    return Resolved(TimexType.DATE, date_value(when), when, base.edtf, (why,), is_told=True)


def unresolved(value: str | None, why: str, kind: TimexType = TimexType.DATE) -> Resolved:
    """Make the result where nothing can be counted; the value says as much as is known."""
    return Resolved(kind, value, why=(why,))
