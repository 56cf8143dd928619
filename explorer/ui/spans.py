"""Stretches of time as the window speaks of them: what fits all events, and a span in words. No Qt."""

import numpy as np

from explorer.index.table import EventTable, Mask
from explorer.model.calendar import DAY_S, HOUR_S, civil_of_seconds, seconds
from explorer.model.edtf import MONTHS
from explorer.model.when import OPEN_HI, OPEN_LO

Span = tuple[int, int]

LEAST_S = HOUR_S
_MARGIN = 0.04
_MOST = 0.85
_FEW = 8  # below so many events there is no crowd to look at first
_SQUEEZED = 0.6  # of the whole: above it the whole is shown
_LOOSE, _SQUEEZED_LOOSE = 60, 0.25  # so few events have room beside each other: they may be squeezed more
_HOURS_BELOW_DAYS, _MANY_DAYS, _MONTHS_FROM_DAYS = 2, 100, 3 * 365
_YEAR_DAYS = 365.2425
_DEFAULT: Span = (seconds(2000), seconds(2030))


def extent(table: EventTable, mask: Mask) -> Span | None:
    """Give the first and last second of the dated events that pass, open ends left out; None without any."""
    rows = table.is_dated & mask
    los, his = table.lo_s[rows], table.hi_s[rows]
    ends = np.concatenate([los[los > OPEN_LO], his[his < OPEN_HI]])
    return (int(ends.min()), int(ends.max())) if len(ends) else None


def fitting(table: EventTable, mask: Mask) -> Span:
    """Give the span that shows all events that pass, with a margin; the years around now without any."""
    found = extent(table, mask)
    if found is None:
        return _DEFAULT
    lo_s, hi_s = found
    margin = max(int((hi_s - lo_s) * _MARGIN), DAY_S)
    return lo_s - margin, hi_s + margin


def opening(table: EventTable, mask: Mask) -> Span:
    """Give the span to begin with: where most events are, if a few far away would squeeze them; else all.

    The overview shows the rest. It is the shortest span that holds `_MOST` of the events' middles.
    """
    whole = fitting(table, mask)
    rows = table.is_dated & mask & (table.lo_s > OPEN_LO) & (table.hi_s < OPEN_HI)
    los, his = table.lo_s[rows], table.hi_s[rows]
    middles = np.sort((los + his) // 2)
    most = int(len(middles) * _MOST)
    if most < _FEW:
        return whole
    widths = middles[most:] - middles[: len(middles) - most]
    first = int(widths.argmin())
    lo_s, hi_s = int(middles[first]), int(middles[first + most])
    squeezed = _SQUEEZED if len(middles) >= _LOOSE else _SQUEEZED_LOOSE
    if (hi_s - lo_s) > (whole[1] - whole[0]) * squeezed:
        return whole
    margin = max(int((hi_s - lo_s) * _MARGIN), DAY_S)
    return max(lo_s - margin, whole[0]), min(hi_s + margin, whole[1])


def are_close(one: Span, other: Span) -> bool:
    """Tell whether two spans are the same but for rounding, which a view on a screen may have done."""
    slack = (other[1] - other[0]) // 50
    return abs(one[0] - other[0]) <= slack and abs(one[1] - other[1]) <= slack


def in_words(lo_s: int, hi_s: int) -> str:
    """Say a span for people: "November 2017 to December 2020 · 37 months"."""
    first, last = civil_of_seconds(lo_s), civil_of_seconds(max(hi_s - 1, lo_s))
    days = (hi_s - lo_s) / DAY_S
    if days < 2:
        hours = max(1, round((hi_s - lo_s) / HOUR_S))
        return f"{first.day} {MONTHS[first.month - 1]} {_year(first.year)} · {hours} hour{'s' * (hours != 1)}"
    if days <= 62:
        begin = f"{first.day} {MONTHS[first.month - 1]} {_year(first.year)}"
        return f"{begin} to {last.day} {MONTHS[last.month - 1]} {_year(last.year)} · {round(days)} days"
    months = (last.year - first.year) * 12 + last.month - first.month
    if months < 72:
        begin = f"{MONTHS[first.month - 1]} {_year(first.year)}"
        return f"{begin} to {MONTHS[last.month - 1]} {_year(last.year)} · {months} months"
    return f"{_year(first.year)} to {_year(last.year)} · {last.year - first.year} years"


def chosen(lo_s: int, hi_s: int) -> str:
    """Say a span that a hand chooses, to the day where it is short: "3 Mar – 14 Apr 2020, 43 days"."""
    first, last = civil_of_seconds(lo_s), civil_of_seconds(max(hi_s - 1, lo_s))
    days = (hi_s - lo_s) / DAY_S
    if days < _HOURS_BELOW_DAYS:
        return f"{_day_and_hour(lo_s)} – {_day_and_hour(hi_s)}, {_length(days * 24, 'hour')}"
    begin, end = f"{_month(first.month)} {_year(first.year)}", f"{_month(last.month)} {_year(last.year)}"
    if days >= _MONTHS_FROM_DAYS:
        return f"{begin} – {end}, {_length(days / _YEAR_DAYS, 'year')}"
    end = f"{last.day} {end}"
    if first.year != last.year:
        begin = f"{first.day} {begin}"
    else:
        begin = f"{first.day} {_month(first.month)}" if first.month != last.month else f"{first.day}"
    is_long = days >= _MANY_DAYS
    length = _length(days * 12 / _YEAR_DAYS, "month") if is_long else _length(days, "day")
    return f"{begin} – {end}, {length}"


def _day_and_hour(at_s: int) -> str:
    civil, minutes = civil_of_seconds(at_s), at_s % DAY_S // 60
    clock = f"{minutes // 60:02}:{minutes % 60:02}"
    return f"{civil.day} {_month(civil.month)} {_year(civil.year)} {clock}"


def _month(month: int) -> str:
    return MONTHS[month - 1][:3]


def _length(number: float, noun: str) -> str:
    whole = max(round(number), 1)
    return f"{whole:,} {noun}{'s' * (whole != 1)}"


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BCE"
