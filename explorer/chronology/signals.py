"""Single signals that two mentions tell of one event: words, kinds, parties, amounts, dates, countries.

Each gives points, or None where it contradicts; `evidence` adds them up.
"""

from enum import Enum

from explorer.chronology.agreement import (
    RELATIVE,
    amounts_match,
    gap_s,
    is_money,
    significant_digits,
    units_match,
    width_days,
)
from explorer.chronology.features import ANNOUNCED, EFFECTIVE, Features, days_apart
from explorer.chronology.naming import Common
from explorer.chronology.rules import rules
from explorer.model.calendar import DAY_S
from explorer.model.mention import Role
from explorer.model.when import When

_WIDTH_POINTS = ((1.5, 3.0), (8.0, 2.2), (32.0, 2.0), (93.0, 1.6), (190.0, 1.4), (370.0, 1.2))  # days, points
_COARSEST_POINTS = 0.4
_CONTAINED = 0.8  # a day in its month says a little less than the same month twice
_OVERLAPPING = 0.5
_OTHER_DATE = 1.5
_NEXT_DAY = 1.4  # told by papers of two time zones, or "on Monday" of what came out that night
_STAGED = 0.8
_DIGITS = (0.4, 0.8, 1.6, 2.2)  # points of a shared amount by its significant digits
_OTHER_UNIT = 1.1  # points of one long number told in two units
_SHARE = 0.4  # points of a shared percentage
_SAME_UNIT = 0.4
_EXACT_DAYS = 1.5
_SHORT_DAYS = 32.0


class Distance(Enum):
    """How far apart two dates are told."""

    NONE = 0
    DAY = 1
    FAR = 2
    STAGED = 3  # announced here, come about there
    UNDATED = 4  # one of them has no date


def word_likeness(one: Features, other: Features) -> float:
    """Give the cosine of two sets of words: 0 for none shared, 1 for the same."""
    if one.words.isdisjoint(other.words):
        return 0.0
    return float(len(one.words & other.words) / (len(one.words) * len(other.words)) ** 0.5)


def kind_points(one: Features, other: Features, *, is_tied: bool) -> float | None:
    """Give points for what is told; None for kinds that no event is both of.

    Two mentions tied by one wording or one sum may be read as kinds of different families.
    """
    generic = rules().generic
    if one.kind == other.kind:
        return 0.4 if one.kind in generic else 1.0
    if frozenset((one.kind, other.kind)) in rules().opposed:
        return None
    if one.family == other.family:
        return 0.3
    if is_tied or (one.kind in generic and other.kind in generic):
        return 0.0
    if one.kind in generic or other.kind in generic:
        return -0.3
    return None


def happens_once(kind: str, shared: Common) -> bool:
    """Tell whether what the shared parties do to each other, by a kind, they do but once.

    One company buys the other, a person comes to a company or leaves it.
    """
    return shared.persons > 0 and shared.shared > 1 if kind in rules().personal else shared.companies > 1


def party_content(shared: int) -> float:
    """Give the points of the parties shared beyond the first."""
    return min(max(shared - 1, 0), 2)


def amount_points(one: Features, other: Features) -> float | None:
    """Give points for shared amounts; None where two measured values tell of different things."""
    if one.kind in rules().measured and other.kind in rules().measured:
        return _measure_points(one, other)
    return _shared_amount(one, other)


def _shared_amount(one: Features, other: Features) -> float:
    """Give points for the amount that two mentions share; the more digits it has, the more it says.

    One long number of two units counts half: "pesos" can be read as those of two countries. Where one of them
    has no amounts, the numbers in its words are looked at.
    """
    if not one.amounts or not other.amounts:
        if one.counts.isdisjoint(other.counts):
            return 0.0
        shared = (significant_digits(value) for value, _ in one.counts & other.counts)
        return max((_DIGITS[min(digits, 3)] for digits in shared), default=0.0)
    best = 0.0
    for a in one.amounts:
        for b in other.amounts:
            if units_match(a.unit, b.unit) and amounts_match(a, b):
                digits = min(significant_digits(a.value), significant_digits(b.value), 3)
                best = max(best, _SHARE if a.unit in RELATIVE else _DIGITS[digits])
            elif a.value == b.value and significant_digits(a.value) > 2:
                best = max(best, _OTHER_UNIT)
    return best


def shared_sums(one: Features, other: Features) -> int:
    """Count the amounts of three digits or more that two mentions share: two hardly come together by chance."""
    return sum(
        significant_digits(a.value) > 2 and any(a.unit == b.unit and a.value == b.value for b in other.amounts)
        for a in one.amounts
    )


def _measure_points(one: Features, other: Features) -> float | None:
    """Weigh two measured values: of another unit, metric or scope they are another measure.

    A differing value of one measure is a conflict only for a time so short that it cannot have changed.
    """
    if not one.units or not other.units:
        is_exact = all(width_days(when) < _EXACT_DAYS for when in (*one.whens[:1], *other.whens[:1]))
        return 0.0 if is_exact else None
    units = one.units & other.units
    if not units or one.scope != other.scope:
        return None
    if one.metrics and other.metrics and one.metrics.isdisjoint(other.metrics):
        return None
    if any(
        a.unit == b.unit and a.unit in units and amounts_match(a, b) for a in one.amounts for b in other.amounts
    ):
        return _shared_amount(one, other) + _SAME_UNIT
    if one.mention.article == other.mention.article:
        return None
    # What a sum is of, only the words say, and a company has many sums: they must be of one day and one metric.
    has_one_metric = bool(one.metrics & other.metrics)
    is_named = not any(is_money(unit) for unit in units)
    longest = _SHORT_DAYS if is_named else _EXACT_DAYS if has_one_metric else 0.0
    return 0.0 if all(width_days(when) < longest for when in (*one.whens[:1], *other.whens[:1])) else None


def date_points(
    one: Features, other: Features, shared: Common, *, is_measure_equal: bool
) -> tuple[float, Distance] | None:
    """Give points for dates and how far apart they are; None for too far."""
    if not one.whens or not other.whens:
        return 0.0, Distance.NONE if not one.whens and not other.whens else Distance.UNDATED
    a, b = one.whens[0], other.whens[0]
    gap = gap_s(a, b)
    if gap < 0:
        return _overlap_points(a, b), Distance.NONE
    # Told with the date on which it was announced here and the one on which it took effect there.
    if any(gap_s(x, y) < 0 and width_days(x) < 2 for x in one.whens for y in other.whens):
        return _OTHER_DATE, Distance.NONE
    if are_staged(one, other, shared):
        return _STAGED, Distance.STAGED
    is_measured = one.kind in rules().measured or other.kind in rules().measured
    if is_measured and not is_measure_equal:
        return None
    coarser = max(width_days(a), width_days(b))
    days = gap / DAY_S
    if days > max(days_apart(kind, coarser) for kind in (one.kind, other.kind)):
        return None
    return (_NEXT_DAY, Distance.DAY) if days < 1 and coarser < 2 else (0.0, Distance.FAR)


def are_staged(one: Features, other: Features, shared: Common) -> bool:
    """Tell whether one can tell when a thing was announced, and the other when it came about.

    The roles of dates say so, or else words. The announcement comes first, but for what comes to light later.
    """
    if one.kind != other.kind or not shared.are_all_companies(one, other):
        return False
    if one.countries and other.countries and one.countries.isdisjoint(other.countries):
        return False
    if not one.whens or not other.whens or one.is_undone != other.is_undone:
        return False
    a, b = one.whens[0], other.whens[0]
    if gap_s(a, b) > rules().staged_days.get(one.kind, 0) * DAY_S:
        return False
    first, last = (one, other) if a.lo_s < b.lo_s else (other, one)
    if (first.role is Role.ANNOUNCED) != (last.role is Role.ANNOUNCED):
        return first.role is Role.ANNOUNCED or one.kind in rules().disclosed
    return (first.stage, last.stage) == (ANNOUNCED, EFFECTIVE)


def _overlap_points(one: When, other: When) -> float:
    if one.is_open_start or one.is_open_end or other.is_open_start or other.is_open_end:
        return 0.3
    wide, narrow = max(width_days(one), width_days(other)), min(width_days(one), width_days(other))
    points = next((given for limit, given in _WIDTH_POINTS if wide <= limit), _COARSEST_POINTS)
    if (one.lo_s, one.hi_s) == (other.lo_s, other.hi_s):
        return points
    lo_s, hi_s = min(one.lo_s, other.lo_s), max(one.hi_s, other.hi_s)
    if (lo_s, hi_s) in ((one.lo_s, one.hi_s), (other.lo_s, other.hi_s)):
        return points * (_CONTAINED if narrow >= 1 or wide < 2 else 1.0)
    return points * _OVERLAPPING


def country_points(one: Features, other: Features) -> float:
    """Give points for a shared country, and take some for different ones."""
    if not one.countries or not other.countries:
        return 0.0
    return 0.4 if one.countries & other.countries else -0.8
