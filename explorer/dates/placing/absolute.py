"""Calendar dates that name their year, and `Found`, the answer of everything that places a calendar date."""

from dataclasses import dataclass, replace

from explorer.dates.arithmetic import holiday
from explorer.dates.placing.values import year_text
from explorer.dates.specs import Calendar
from explorer.model.calendar import DAY_S, add_months, is_valid, weekday
from explorer.model.edtf import (
    MONTHS,
    display,
    interval,
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
    """A calendar date found, what it was counted from, and why; `value` where the date does not tell it."""

    when: When | None
    base: When | None = None
    why: tuple[str, ...] = ()
    is_explicit: bool = False
    value: str | None = None


def absolute(spec: Calendar) -> Found:
    """Build a date that names its year; keep the other reading of one whose order is open."""
    when = _built(spec)
    why = ["a fiscal year, taken for the calendar year"] if spec.is_fiscal else []
    if spec.fiscal_month > 1:
        return _fiscal(spec, spec.year or 0)
    if spec.is_exchangeable and when is not None and spec.year and spec.month and spec.day:
        other = of_day(spec.year, spec.day, spec.month)
        when = replace(when, readings=(when, other))
        why.append(f"{spec.order_why}; day and month exchanged it is {display(other)}".removeprefix("; "))
    elif spec.order_why:
        why.append(spec.order_why)
    if spec.weekday is not None and when is not None and when.precision is Precision.DAY:
        real = weekday(when.lo_s // DAY_S)
        if real != spec.weekday:
            why.append(f"the text says {WEEKDAYS[spec.weekday]}, the calendar {WEEKDAYS[real]}")
    return Found(when, None, (*why, "written in full"), True)


def _fiscal(spec: Calendar, year: int) -> Found:
    """Build a fiscal year, or a part of it, that does not begin in January."""
    length = 3 if spec.quarter else 6 if spec.half else 12
    first = add_months(year, spec.fiscal_month, ((spec.quarter or spec.half or 1) - 1) * length)
    last = add_months(*first, length - 1)
    when = interval(of_month(*first), of_month(*last))
    part = f"-Q{spec.quarter}" if spec.quarter else f"-H{spec.half}" if spec.half else ""
    why = f"fiscal years begin in {MONTHS[spec.fiscal_month - 1]}"
    return Found(when, None, (why, "written in full"), True, year_text(year) + part)


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
