"""Where the mentions of one event disagree. Both sides stay; a person's choice settles it and erases nothing.

Rounded, bounded, blurred, coarser and converted values agree; the day a thing was announced and the day it
took effect differ rightly, and so do a plan and what came of it. A part of a sum is no other sum.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from explorer.chronology.agreement import (
    RELATIVE,
    amounts_agree,
    dates_agree,
    significant_digits,
    units_match,
    width_days,
)
from explorer.chronology.features import Features
from explorer.chronology.overlay import Settlement
from explorer.chronology.rules import rules
from explorer.chronology.words import stems_of
from explorer.model.edtf import display
from explorer.model.event import Conflict, ConflictField, ConflictValue
from explorer.model.mention import Quantity, Status
from explorer.model.when import When

Value = TypeVar("Value")

_LEFT_OVER = re.compile(
    r"\b(?:others?|another|further|additional|extra|remaining|more(?! than))\b", re.IGNORECASE
)
_CONTEXT = 60  # characters behind an amount in which the words stand that say what it is
_SAME_CONTEXT = 2  # words
_SAME_SCALE = 3.0  # a part and a part: beyond this ratio they are parts of different things


@dataclass(frozen=True, slots=True)
class _Stated:
    """A value, how it reads, and the mention that states it."""

    text: str
    mention: str
    amount: Quantity | None = None
    when: When | None = None


def conflicts(mentions: Sequence[Features], settled: Sequence[Settlement]) -> tuple[Conflict, ...]:
    """Find what the mentions of one event, the oldest first, disagree on."""
    if len(mentions) < 2:
        return ()
    found = []
    dates = _grouped(_date_sides(mentions), _whens_agree)
    if len(dates) > 1:
        found.append(Conflict(ConflictField.DATE, dates))
    for unit in _units(mentions):
        for sides in (_principal_sides(mentions, unit), _part_sides(mentions, unit)):
            amounts = _grouped(sides, _amounts_agree)
            if len(amounts) > 1:
                found.append(Conflict(ConflictField.AMOUNT, amounts))
    return tuple(_settle(conflict, settled) for conflict in found)


def _units(mentions: Sequence[Features]) -> list[str]:
    """Give the units of all amounts but shares; of "jets" and "regional jets" only the wider one."""
    units = {amount.unit for one in mentions for amount in one.amounts} - RELATIVE
    return sorted(
        one for one in units if not any(units_match(one, other) for other in units if len(other) < len(one))
    )


def _date_sides(mentions: Sequence[Features]) -> list[_Stated]:
    """Give the dates that no other reading can bring together with those of another mention."""
    stated = [(one, date, date.when) for one in mentions if (date := one.mention.date) and date.when]
    sides: list[_Stated] = []
    for (one, date, when), (other, other_date, other_when) in combinations(stated, 2):
        if date.role is not other_date.role or dates_agree(when, other_when):
            continue
        if _tell_the_same_moment(one, other):
            sides.append(_Stated(display(when), one.mention.id, when=when))
            sides.append(_Stated(display(other_when), other.mention.id, when=other_when))
    return list(dict.fromkeys(sides))


def _tell_the_same_moment(one: Features, other: Features) -> bool:
    if (one.mention.status is Status.PLANNED) != (other.mention.status is Status.PLANNED):
        return False
    if one.stage and other.stage and one.stage != other.stage:
        return False
    return not any(dates_agree(a, b) and width_days(a) < 2 for a in one.whens for b in other.whens)


def _principal_sides(mentions: Sequence[Features], unit: str) -> list[_Stated]:
    """Give the largest amounts of mentions that each tell another one."""
    sides: list[_Stated] = []
    for one, other in combinations(mentions, 2):
        if one.metrics and other.metrics and one.metrics.isdisjoint(other.metrics):
            continue
        ours, theirs = _of_unit(one, unit), _of_unit(other, unit)
        if not ours or not theirs or any(amounts_agree(a, b) for a in ours for b in theirs):
            continue
        a, b = _largest(ours), _largest(theirs)
        if a.unit == b.unit or _are_near(a, b):  # of a wider unit it may be more
            sides += [_Stated(a.text, one.mention.id, a), _Stated(b.text, other.mention.id, b)]
    return list(dict.fromkeys(sides))


def _part_sides(mentions: Sequence[Features], unit: str) -> list[_Stated]:
    """Give the parts of a sum that two mentions name by the same words but number differently."""
    sides: list[_Stated] = []
    for one, other in combinations(mentions, 2):
        ours, theirs = _of_unit(one, unit), _of_unit(other, unit)
        if len(ours) < 2 or len(theirs) < 2:
            continue
        for a in _unmatched(ours, theirs):
            for b in _unmatched(theirs, ours):
                if _name_the_same_part(one, a, other, b):
                    sides += [_Stated(a.text, one.mention.id, a), _Stated(b.text, other.mention.id, b)]
    return list(dict.fromkeys(sides))


def _of_unit(one: Features, unit: str) -> list[Quantity]:
    """Give the amounts of a unit, without those that count what is left: "58 others" are others to each."""
    return [
        amount
        for amount in one.amounts
        if units_match(amount.unit, unit) and not _LEFT_OVER.search(amount.text)
    ]


def _largest(amounts: list[Quantity]) -> Quantity:
    return max(amounts, key=lambda amount: amount.value)


def _are_near(a: Quantity, b: Quantity) -> bool:
    return 1 / _SAME_SCALE <= (a.value or 1.0) / (b.value or 1.0) <= _SAME_SCALE


def _unmatched(amounts: list[Quantity], others: list[Quantity]) -> Iterator[Quantity]:
    return (a for a in amounts if not any(amounts_agree(a, b) for b in others))


def _name_the_same_part(one: Features, a: Quantity, other: Features, b: Quantity) -> bool:
    if not _are_near(a, b):
        return False
    ours, theirs = _context(one, a), _context(other, b)
    shared = len(ours & theirs)
    return shared >= _SAME_CONTEXT and 2 * shared > min(len(ours), len(theirs))


def _context(one: Features, amount: Quantity) -> frozenset[str]:
    """Give the stems of the words behind an amount, up to the next item or amount."""
    start = amount.span.end - one.mention.span.start
    ends = (a.span.start - one.mention.span.start for a in one.amounts if a.span.start >= amount.span.end)
    behind = one.mention.quote[start : min((start + _CONTEXT, *ends))]
    for mark in ";*•\n":
        behind = behind.partition(mark)[0]
    return stems_of(behind) - rules().stop


def _whens_agree(one: _Stated, other: _Stated) -> bool:
    return bool(one.when and other.when and dates_agree(one.when, other.when))


def _amounts_agree(one: _Stated, other: _Stated) -> bool:
    return bool(one.amount and other.amount and amounts_agree(one.amount, other.amount))


def _exactness(stated: _Stated) -> float:
    if stated.when:
        return -width_days(stated.when)
    return float(significant_digits(stated.amount.value)) if stated.amount else 0.0


def _grouped(sides: Iterable[_Stated], agree: Callable[[_Stated, _Stated], bool]) -> tuple[ConflictValue, ...]:
    """Put values that agree on one side of a conflict, named by the most exact of them; oldest sides first."""
    sides = list(sides)
    groups: list[list[_Stated]] = []
    for stated in sorted(sides, key=lambda side: -_exactness(side)):
        group = next((group for group in groups if agree(group[0], stated)), None)
        if group is None:
            groups.append([stated])
        else:
            group.append(stated)
    groups.sort(key=lambda group: min(sides.index(stated) for stated in group))
    return tuple(
        ConflictValue(group[0].text, tuple(dict.fromkeys(stated.mention for stated in group)))
        for group in groups
    )


def _settle(conflict: Conflict, settled: Sequence[Settlement]) -> Conflict:
    """Mark a conflict as decided when the latest decision about it knew all of its sides."""
    for decision in reversed(settled):
        if decision.field != conflict.field or not all(
            decision.mentions.intersection(value.mentions) for value in conflict.values
        ):
            continue
        chosen = (n for n, value in enumerate(conflict.values) if decision.chosen in value.mentions)
        wrong = (n for n, value in enumerate(conflict.values) if decision.wrong.intersection(value.mentions))
        return Conflict(conflict.field, conflict.values, True, next(chosen, None), tuple(wrong))
    return conflict
