"""How much speaks for two mentions telling of one event, and what forbids it.

Points for dates, kind, parties, amounts, words and countries are added up. Precision goes before recall: a
contradiction forbids, and names and a date alone are never enough, because one company can have two events on
one day.
"""

from dataclasses import dataclass

from explorer.chronology.agreement import (
    RELATIVE,
    amounts_match,
    gap_s,
    is_money,
    significant_digits,
    width_days,
)
from explorer.chronology.features import Features, days_apart, rules
from explorer.model.calendar import DAY_S
from explorer.model.when import When

_WIDTH_POINTS = ((1.5, 3.0), (8.0, 2.2), (32.0, 2.0), (93.0, 1.6), (190.0, 1.4), (370.0, 1.2))
_COARSEST_POINTS = 0.4
_CONTAINED = 0.8  # a day in its month says a little less than the same month twice
_OVERLAPPING = 0.5
_NEXT_DAY = 0.8
_NAME = 0.5  # points of a shared name in the words, "Deepwater"
_DIGITS = (0.4, 0.8, 1.6, 2.2)  # points of a shared amount by its significant digits
_SHARE = 0.4  # points of a shared percentage
_SAME_UNIT = 0.4
_EXACT_DAYS = 1.5
_SHORT_DAYS = 32.0
_COPY = 0.75  # cosine of the words from which two quotes are one wording


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one event: the points, those of its own content, and whether the dates differ."""

    points: float
    content: float
    is_apart: bool

    @property
    def is_enough(self) -> bool:
        """Tell whether it makes one event."""
        return self.points >= rules().enough


def weigh(one: Features, other: Features) -> Evidence | None:
    """Weigh what speaks for two mentions telling of one event; None where it is too little or forbidden.

    What rules most pairs out comes first: a library has a hundred thousand pairs to weigh.
    """
    words = word_likeness(one, other)
    amounts = _amount_points(one, other)
    if amounts is None:
        return None
    companies = one.companies & other.companies
    shared = len(companies) + len(one.others & other.others)
    content = amounts + 4.0 * min(words, _COPY) + _party_content(one, other, companies, shared)
    if one.names and other.names:
        content += _NAME * min(len(one.names & other.names), 3)
    if content < rules().own_content:
        return None
    is_copy = words >= _COPY
    if one.companies and other.companies and not companies and not is_copy:
        return None
    kind = _kind_points(one, other, is_copy=is_copy)
    if kind is None or _contradict(one, other):
        return None
    dates = _date_points(one, other, is_measure_equal=amounts >= 1.0)
    if dates is None:
        return None
    strangers = len(companies) < len(one.companies) and len(companies) < len(other.companies)
    points = dates + kind + content + (1.2 if shared else 0.0) - (0.4 if strangers else 0.0)
    evidence = Evidence(points + _country_points(one, other), content, is_apart=dates <= _NEXT_DAY)
    return evidence if content >= _needed_content(one, other, evidence) else None


def _needed_content(one: Features, other: Features, evidence: Evidence) -> float:
    needed = rules().own_content
    if one.mention.article == other.mention.article:
        needed = max(needed, rules().same_article)
    return max(needed, rules().apart_content) if evidence.is_apart else needed


def forbids(one: Features, other: Features) -> bool:
    """Tell whether two mentions cannot be in one event, whatever else links them."""
    if _kind_points(one, other, is_copy=False) is None or _contradict(one, other):
        return True
    if one.companies and other.companies and one.companies.isdisjoint(other.companies):
        return True
    amounts = _amount_points(one, other)
    return amounts is None or _date_points(one, other, is_measure_equal=amounts >= 1.0) is None


def _contradict(one: Features, other: Features) -> bool:
    """Tell whether one denies what the other tells, or one sentence tells of two things."""
    if one.is_denied != other.is_denied:
        return True
    if one.mention.article != other.mention.article:
        return False
    if one.mention.span.overlaps(other.mention.span):
        return True
    # One article that dates two things differently tells of two things, unless the same amount ties them.
    same_date = one.whens[:1] == other.whens[:1]
    return not same_date and not any(
        a.unit == b.unit and amounts_match(a, b) and significant_digits(a.value) > 1
        for a in one.amounts
        for b in other.amounts
    )


def word_likeness(one: Features, other: Features) -> float:
    """Give the cosine of two sets of words: 0 for none shared, 1 for the same."""
    if not one.words or not other.words:
        return 0.0
    return float(len(one.words & other.words) / (len(one.words) * len(other.words)) ** 0.5)


def _kind_points(one: Features, other: Features, *, is_copy: bool) -> float | None:
    generic = rules().generic
    if one.kind == other.kind:
        return 0.4 if one.kind in generic else 1.0
    if frozenset((one.kind, other.kind)) in rules().opposed:
        return None
    if one.family == other.family:
        return 0.3
    if one.kind in generic or other.kind in generic or is_copy:
        return -0.3
    return None


def _party_content(one: Features, other: Features, companies: frozenset[str], shared: int) -> float:
    """Give the points of the parties shared beyond the first.

    A purchase of one by the other happens once, so that there the two names nearly make the event.
    """
    is_purchase = one.kind == other.kind == "acquisition" and len(companies) > 1
    return min(max(shared - 1, 0), 2) + (1.0 if is_purchase else 0.0)


def _amount_points(one: Features, other: Features) -> float | None:
    """Give points for shared amounts; None where two measured values tell of different things."""
    if one.kind in rules().measured and other.kind in rules().measured:
        return _measure_points(one, other)
    return _shared_amount(one, other)


def _shared_amount(one: Features, other: Features) -> float:
    """Give points for the amount that two mentions share; the more digits it has, the more it says."""
    if not one.amounts or not other.amounts:
        return 0.0
    best = 0.0
    for a in one.amounts:
        for b in other.amounts:
            if a.unit == b.unit and amounts_match(a, b):
                digits = min(significant_digits(a.value), significant_digits(b.value), 3)
                best = max(best, _SHARE if a.unit in RELATIVE else _DIGITS[digits])
    return best


def _measure_points(one: Features, other: Features) -> float | None:
    """Weigh two measured values: of another unit, metric or country they are another measure.

    A differing value of one measure is a conflict only for a time so short that it cannot have changed.
    """
    if not one.units or not other.units:
        is_exact = all(width_days(when) < _EXACT_DAYS for when in (*one.whens[:1], *other.whens[:1]))
        return 0.0 if is_exact else None
    units = one.units & other.units
    if not units or one.countries != other.countries:
        return None
    if one.metrics and other.metrics and one.metrics.isdisjoint(other.metrics):
        return None
    if any(
        a.unit == b.unit and a.unit in units and amounts_match(a, b) for a in one.amounts for b in other.amounts
    ):
        return _shared_amount(one, other) + _SAME_UNIT
    is_short = all(width_days(when) < _SHORT_DAYS for when in (*one.whens[:1], *other.whens[:1]))
    is_named = not any(is_money(unit) for unit in units)
    return 0.0 if is_short and is_named and one.mention.article != other.mention.article else None


def _date_points(one: Features, other: Features, *, is_measure_equal: bool) -> float | None:
    """Give points for dates that agree; None where they are too far apart for one event."""
    if not one.whens or not other.whens:
        return 0.0 if not one.whens and not other.whens else None
    a, b = one.whens[0], other.whens[0]
    gap = gap_s(a, b)
    if gap < 0:
        return _overlap_points(a, b)
    # Told with the date on which it was announced here and the one on which it took effect there.
    if any(gap_s(x, y) < 0 and width_days(x) < 2 for x in one.whens for y in other.whens):
        return 1.5
    is_measured = one.kind in rules().measured or other.kind in rules().measured
    if is_measured and not is_measure_equal:
        return None
    coarser = max(width_days(a), width_days(b))
    allowed = max(days_apart(kind, coarser) for kind in (one.kind, other.kind))
    days = gap / DAY_S
    if days > allowed:
        return None
    return _NEXT_DAY if days < 1 and coarser < 2 else 0.0


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


def _country_points(one: Features, other: Features) -> float:
    if not one.countries or not other.countries:
        return 0.0
    return 0.4 if one.countries & other.countries else -0.8


def reason(one: Features, other: Features) -> str:
    """Say in words what two mentions have in common."""
    parts = [_date_words(one, other)]
    parts += [f"both {one.kind}"] if one.kind == other.kind else [f"{one.kind} and {other.kind}"]
    names = {party.name.casefold(): party.name for party in one.mention.parties}
    shared = (one.companies & other.companies) | (one.others & other.others)
    parts += sorted(names[name] for name in shared)
    for a in one.amounts:
        if any(a.unit == b.unit and amounts_match(a, b) for b in other.amounts):
            parts.append(a.text)
    words = sorted(one.words & other.words, key=lambda word: (-len(word), word))[:3]
    if words:
        parts.append(f"{len(one.words & other.words)} words alike")
    return " · ".join(part for part in parts if part)


def _date_words(one: Features, other: Features) -> str:
    if not one.whens or not other.whens:
        return "both undated"
    a, b = one.whens[0], other.whens[0]
    if a.edtf == b.edtf:
        return f"same {a.precision}"
    return "dates agree" if gap_s(a, b) < 0 else "dates near"
