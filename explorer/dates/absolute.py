"""Calendar dates that name their year, and `Found`, the answer of everything that places a calendar date."""

from dataclasses import dataclass, replace

from explorer.dates.arithmetic import holiday
from explorer.dates.specs import Calendar
from explorer.model.calendar import DAY_S, is_valid, weekday
from explorer.model.edtf import (
    display,
    of_century,
    of_day,
    of_decade,
    of_half,
    of_month,
    of_quarter,
    of_season,
    of_year,
)
from explorer.model.when import Precision, When

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(slots=True)
class Found:
    """A calendar date found, what it was counted from, and why; `value` is for what stays unresolved."""

    when: When | None
    base: When | None = None
    why: tuple[str, ...] = ()
    is_explicit: bool = False
    value: str | None = None


def absolute(spec: Calendar) -> Found:
    """Build a date that names its year; keep the other reading of one whose order is open."""
    when = _built(spec)
    why = ["a fiscal year, taken for the calendar year"] if spec.is_fiscal else []
    is_ambiguous = spec.order is not None and spec.order.endswith("?")
    if is_ambiguous and when is not None and spec.year and spec.month and spec.day:
        other = of_day(spec.year, spec.day, spec.month)
        when = replace(when, readings=(when, other))
        why.append(f"{spec.order_why}; day and month exchanged it is {display(other)}".removeprefix("; "))
    if spec.weekday is not None and when is not None and when.precision is Precision.DAY:
        real = weekday(when.lo_s // DAY_S)
        if real != spec.weekday:
            why.append(f"the text says {WEEKDAYS[spec.weekday]}, the calendar {WEEKDAYS[real]}")
    return Found(when, None, (*why, "written in full"), True)


def _built(spec: Calendar) -> When | None:
    year = spec.year or 0
    if spec.decade is not None:
        return of_decade(spec.decade)
    if spec.century is not None:
        return of_century(spec.century)
    if spec.holiday is not None:
        return holiday(year, spec.holiday)
    if spec.quarter is not None:
        return of_quarter(year, spec.quarter)
    if spec.half is not None:
        return of_half(year, spec.half)
    if spec.season is not None:
        return of_season(year, spec.season)
    if spec.month is None:
        return of_year(year)
    if spec.day is None:
        return of_month(year, spec.month)
    return of_day(year, spec.month, spec.day) if is_valid(year, spec.month, spec.day) else None
