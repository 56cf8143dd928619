"""`When`: a date as exactly as its words give it, never more.

A `When` is an EDTF text (ISO 8601-2) with what it means on the axis: a half-open interval `lo_s..hi_s` in
seconds since 1970-01-01T00:00 of the proleptic Gregorian calendar. `early 2019` keeps the year as its
precision and narrows the interval to a third of it; an open end is `OPEN_LO` or `OPEN_HI`.
Reading and writing EDTF is the work of `edtf`.
"""

from dataclasses import dataclass
from enum import StrEnum

OPEN_LO = -(2**62)
OPEN_HI = 2**62


class Precision(StrEnum):
    """The unit in which a date is known, finest first (the order of the members is that order)."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"

    rank: int  # orders precisions: 0 is the finest

    def __new__(cls, unit: str) -> "Precision":
        """Number the members in their order, once: ranks are compared more often than anything else."""
        one = str.__new__(cls, unit)
        one._value_ = unit
        one.rank = len(cls.__members__)
        return one

    __hash__ = str.__hash__  # dates are looked up by their precision more often than by anything else


class Modifier(StrEnum):
    """What blurs a date: a part of the period, nearness, or a side of it."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    ABOUT = "about"
    BEFORE = "before"
    AFTER = "after"


class Certainty(StrEnum):
    """How exactly an event is dated, as people filter by it."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class When:
    """A date: its EDTF text, its interval on the axis, its precision, what blurs it, and other readings."""

    edtf: str
    lo_s: int
    hi_s: int
    precision: Precision
    modifier: Modifier | None = None
    readings: tuple["When", ...] = ()

    def __post_init__(self) -> None:
        if self.lo_s >= self.hi_s:
            raise ValueError(f"empty interval {self.lo_s}..{self.hi_s} for {self.edtf!r}")

    def __hash__(self) -> int:
        """Hash the text alone, which tells nearly all dates apart: dates are often the keys of caches."""
        return hash(self.edtf)

    @property
    def is_open_start(self) -> bool:
        """Tell whether the beginning is not known ("before 2019")."""
        return self.lo_s <= OPEN_LO

    @property
    def is_open_end(self) -> bool:
        """Tell whether the end is not known ("since 2011")."""
        return self.hi_s >= OPEN_HI

    @property
    def is_interval(self) -> bool:
        """Tell whether it is written as an interval, from one date to another."""
        return "/" in self.edtf

    @property
    def is_soft(self) -> bool:
        """Tell whether the ends are blurred, so that they are drawn fading."""
        return self.modifier is not None or self.is_open_start or self.is_open_end

    @property
    def certainty(self) -> Certainty:
        """Sort the precision into the classes people filter by; an interval is as coarse as it is long."""
        if self.is_interval:
            days = (self.hi_s - self.lo_s) / 86_400
            if days <= 7:
                return Certainty.DAY
            return Certainty.MONTH if days <= 200 else Certainty.YEAR
        if self.precision.rank <= Precision.DAY.rank:
            return Certainty.DAY
        return Certainty.MONTH if self.precision.rank <= Precision.HALF.rank else Certainty.YEAR
