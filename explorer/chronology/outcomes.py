"""How targets came out: met or missed by a later measure of the same company, unit and metric; else not said.

Precision goes before recall: a measure that is bounded on the wrong side, disputed, of another period, or told
while there was still time, says nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import inf
from typing import Any

from explorer import resources
from explorer.chronology.agreement import RELATIVE, is_money, rounding
from explorer.chronology.features import features
from explorer.chronology.measures import MEASURED, company_of, metric_of
from explorer.chronology.stretches import scope, stretches, within
from explorer.chronology.words import stems_of
from explorer.model.calendar import DAY_S
from explorer.model.event import Event
from explorer.model.mention import Bound, Mention, Quantity, Role, Span, Status
from explorer.model.when import When

_TARGET = "target"
_ABOUT = 0.05  # "about 5 million" is reached by a twentieth less
_STEP = re.compile(r"\b(?:by|adding|adds?|added|gain(?:s|ed|ing)?|los(?:t|es|ing)|another)\s+(?:\w+\s+)?$")
_BEFORE = 40  # characters before an amount in which the words stand that say which way it goes


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a target was met, and the event of the measure that tells so."""

    is_met: bool
    told_by: str


@dataclass(frozen=True, slots=True)
class _Goal:
    """What is aimed at: a number, whether it is to be gone below, and the date by which."""

    quantity: Quantity
    is_down: bool
    due: When
    since_s: int  # what was measured earlier has nothing to do with it
    foreseen_in: frozenset[str]  # the articles that tell it as a plan still

    def is_foreseen_by(self, measure: "_Measure") -> bool:
        """Tell whether only articles give a measure that do not know yet how the target comes out."""
        return measure.articles <= self.foreseen_in


@dataclass(frozen=True, slots=True)
class _Measure:
    event: str
    articles: frozenset[str]
    quantity: Quantity
    when: When


Key = tuple[str, str, str, str]  # company, unit, metric, country


def outcomes(events: Sequence[Event]) -> dict[str, Outcome]:
    """Find how the targets among events came out, by their ids; a target that nothing tells of is left out.

    Rejected events are to be left out by who calls. Measures that were planned, alleged or denied, or whose
    number is disputed, take no part; neither do denied targets.
    """
    targets = [event for event in events if event.kind == _TARGET and event.status is not Status.DENIED]
    if not targets:
        return {}
    goals = {key: goal for event in targets for key, goal in _goals(event)}
    measures = _measures(events, {key[1][0] for key in goals})
    found: dict[str, Outcome] = {}
    for (id_, key), goal in goals.items():
        outcome = _outcome(goal, [one for one in measures.get(key, ()) if not goal.is_foreseen_by(one)])
        if outcome is not None:
            found.setdefault(id_, outcome)
    return found


def _goals(event: Event) -> Iterator[tuple[tuple[str, Key], _Goal]]:
    due = _due(event)
    if due is None:
        return
    foreseen = frozenset(m.article for m in event.mentions if m.status is Status.PLANNED)
    for mention, own, quantity in _numbers(event):
        before = _before(mention, quantity)
        key = _key(event, mention, own, quantity)
        if key is not None:
            said = [d.when.lo_s for d in event.dates if d.when and d.when is not due and d.when.lo_s < due.lo_s]
            since = min(said, default=due.lo_s - _rules()["early_days"] * DAY_S)
            is_down = quantity.bound in (Bound.UNDER, Bound.UP_TO) or bool(stems_of(before) & _downwards())
            yield (event.id, key), _Goal(quantity, is_down, due, since, foreseen)


def _due(event: Event) -> When | None:
    """Give the date by which a target is to be met: its deadline, else when it is to take effect or happen.

    Of one that is told as happened the plain date is that of the telling.
    """
    roles = (Role.DEADLINE, Role.EFFECTIVE, Role.HAPPENED)
    for role in roles[:2] if event.status is Status.HAPPENED else roles:
        found = next((date.when for date in event.dates if date.when and date.role is role), None)
        if found is not None:
            return found
    return None


def _measures(events: Iterable[Event], companies: set[str]) -> Mapping[Key, Sequence[_Measure]]:
    """Give the measures of some companies, in the order of time."""
    found: dict[Key, list[_Measure]] = defaultdict(list)
    for event in events:
        if event.kind not in MEASURED or event.status is not Status.HAPPENED or event.has_conflict:
            continue
        if event.when is None or companies.isdisjoint(event.companies):
            continue
        for mention, own, quantity in _numbers(event):
            key = _key(event, mention, own, quantity)
            # "5 million by the end of the year" is mostly another target, read as a number reached.
            if key is not None and mention.date and mention.date.role is not Role.DEADLINE:
                found[key].append(_Measure(event.id, frozenset(event.articles), quantity, event.when))
    for measures in found.values():
        measures.sort(key=lambda measure: (measure.when.lo_s, measure.when.hi_s, measure.event))
    return found


def _numbers(event: Event) -> Iterator[tuple[Mention, Span, Quantity]]:
    own = stretches(event.mentions)
    for mention in event.mentions:
        for quantity in within(mention, own[mention.id])[1]:
            # "Cut costs by 5 million" and "adding 8 million users" are no levels that can be compared.
            if quantity.unit and not _STEP.search(_before(mention, quantity)):
                yield mention, own[mention.id], quantity


def _before(mention: Mention, quantity: Quantity) -> str:
    """Give the words right before an amount."""
    at = quantity.span.start - mention.span.start
    return mention.quote[max(0, at - _BEFORE) : max(0, at)].casefold()


def _key(event: Event, mention: Mention, own: Span, quantity: Quantity) -> Key | None:
    """Say what a number measures; None where its words do not say of what a sum or a share is."""
    company = company_of(mention) or next(iter(event.companies), None)
    metric = ""
    if is_money(quantity.unit) or quantity.unit in RELATIVE:
        metric = metric_of(features(mention, own).metrics)
        if not metric and "/" not in quantity.unit:
            return None
    return (company, quantity.unit, metric, scope(mention, own)) if company else None


def _outcome(goal: _Goal, measures: Sequence[_Measure]) -> Outcome | None:
    """Give the first measure in time that meets a goal, else the first that shows it was missed."""
    missed = None
    for measure in measures:
        if measure.when.lo_s < goal.since_s or not _is_of_the_period(goal, measure):
            continue
        is_met = _meets(goal, measure.quantity)
        if is_met and measure.when.hi_s <= goal.due.hi_s:
            return Outcome(True, measure.event)
        last_s = goal.due.hi_s + _rules()["late_days"] * DAY_S
        # While there is still time, a number that falls short misses nothing.
        if is_met is False and missed is None and goal.due.hi_s <= measure.when.hi_s <= last_s:
            missed = Outcome(False, measure.event)
    return missed


def _is_of_the_period(goal: _Goal, measure: _Measure) -> bool:
    """Tell whether sums are of one period: the revenue of a quarter says nothing about that of the year."""
    if not is_money(goal.quantity.unit) and goal.quantity.unit not in RELATIVE:
        return True
    one, other = goal.due, measure.when
    shared = min(one.hi_s, other.hi_s) - max(one.lo_s, other.lo_s)
    longer = max(one.hi_s - one.lo_s, other.hi_s - other.lo_s)
    return "/" in goal.quantity.unit or shared >= _rules()["same_period"] * longer


def _meets(goal: _Goal, measured: Quantity) -> bool | None:
    """Tell whether a number reaches a goal; None where its bound leaves that open."""
    low, high = _limits(measured)
    aim, is_about = goal.quantity, goal.quantity.bound is Bound.ABOUT
    slack = rounding(measured.value)  # a number that falls short by rounding alone leaves it open
    if goal.is_down:
        most = max(aim.value, aim.high or aim.value) * (1 + _ABOUT * is_about)
        return True if high <= most else False if low - slack > most else None
    least = min(aim.value, aim.low or aim.value) * (1 - _ABOUT * is_about)
    return True if low >= least else False if high + slack < least else None


def _limits(quantity: Quantity) -> tuple[float, float]:
    value = quantity.value
    if quantity.low is not None and quantity.high is not None:
        return quantity.low, quantity.high
    match quantity.bound:
        case Bound.OVER | Bound.AT_LEAST:
            return value, inf
        case Bound.UNDER | Bound.UP_TO:
            return -inf, value
        case Bound.ABOUT:
            return value * (1 - _ABOUT), value * (1 + _ABOUT)
    return value, value


@cache
def _downwards() -> frozenset[str]:
    return frozenset(_rules()["down"])


def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = resources.toml("relations.toml")["targets"]
    return rules
