"""Measures: series of numbers of one company over time, such as its daily users, out of all articles.

Money, shares and plain counts of things are left to the events that tell them, unless asked for: a series
claims that its points measure the same thing, so that users in one country are another series, and revenue
and profit are two ("EUR (revenue)"), while a sum whose words do not say of what it is has none. Bounds are
kept, and each point leads to its event and mention.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from explorer.chronology.agreement import RELATIVE, amounts_match, is_money, significant_digits
from explorer.chronology.features import features
from explorer.chronology.stretches import scope, stretches, within
from explorer.model.decision import EventField, Review
from explorer.model.event import ConflictField, Event
from explorer.model.mention import Bound, Mention, PartyRole, PartyType, Quantity, Span, Status
from explorer.model.when import When

MEASURED = frozenset({"milestone", "finance"})
_WAYS = frozenset({"growth", "fall"})  # words that say which way a metric went


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series: where it was said, when it held, and how far it is bounded."""

    event_id: str
    mention_id: str
    when: When
    value: float
    low: float | None = None
    high: float | None = None
    bound: Bound | None = None
    is_conflict: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one company in one unit, in the order of time."""

    company: str
    unit: str
    points: tuple[Point, ...]


def series(events: Sequence[Event], *, with_money: bool = False) -> list[Series]:
    """Gather the series of all companies, the longest first.

    Planned and denied values, targets and rejected events are left out; what several sources of an event say
    alike is one point.
    """
    gathered: dict[tuple[str, str], list[Point]] = defaultdict(list)
    telling = {m.article for event in events if event.kind in MEASURED for m in event.mentions}
    own = stretches([m for event in events for m in event.mentions if m.article in telling])
    for event in events:
        if event.review is not Review.REJECTED and event.kind in MEASURED:
            for company, unit, point in _points(event, own, with_money=with_money):
                gathered[company, unit].append(point)
    found = [Series(company, unit, _in_time(points)) for (company, unit), points in gathered.items()]
    return sorted(found, key=lambda one: (-len(one.points), one.company.casefold(), one.unit))


def have_moved_series(before: Mapping[str, Event], after: Mapping[str, Event]) -> bool:
    """Tell whether series may have changed: events came or went, or one that has a number is another now."""
    if before.keys() != after.keys():
        return True
    pairs = ((before[id_], one) for id_, one in after.items() if one is not before[id_])
    return any((_is_measured(was) or _is_measured(one)) and was != one for was, one in pairs)


def _is_measured(event: Event) -> bool:
    return event.kind in MEASURED and bool(event.quantities)


def _points(event: Event, own: Mapping[str, Span], *, with_money: bool) -> Iterator[tuple[str, str, Point]]:
    disputed = {
        id_
        for conflict in event.conflicts
        if conflict.field is ConflictField.AMOUNT and not conflict.is_settled
        for value in conflict.values
        for id_ in value.mentions
    }
    told: list[tuple[str, Quantity]] = []
    passed = _passed_over(event)
    if EventField.QUANTITIES.value in event.edited:
        measured = [(event.mentions[0], q) for q in event.quantities if _is_measure(q)][:1]
    else:
        measured = [(m, q) for m in event.mentions if m.id not in passed and (q := _measured(m, own[m.id]))]
    for mention, quantity in sorted(measured, key=lambda pair: -significant_digits(pair[1].value)):
        company = company_of(mention) or next(iter(event.companies), None)
        when = event.when or mention.when
        if company is None or when is None or mention.status in (Status.PLANNED, Status.DENIED):
            continue
        if any(company == name and quantity.unit == q.unit and amounts_match(q, quantity) for name, q in told):
            continue
        told.append((company, quantity))
        if is_money(quantity.unit) and not with_money:
            continue
        told_of = [scope(mention, own[mention.id])]
        if is_money(quantity.unit) and "/" not in quantity.unit:
            # Of what a sum is, only the words say: a sum without a metric measures nothing that is known.
            metric = metric_of(features(mention, own[mention.id]).metrics)
            if not metric:
                continue
            told_of.insert(0, metric)
        detail = ", ".join(filter(None, told_of))
        unit = f"{quantity.unit} ({detail})" if detail else quantity.unit
        yield company, unit, _point(event, mention, when, quantity, is_conflict=mention.id in disputed)


def _passed_over(event: Event) -> frozenset[str]:
    """Name the mentions whose number a person decided against."""
    return frozenset(
        id_
        for conflict in event.conflicts
        if conflict.field is ConflictField.AMOUNT and conflict.chosen is not None
        for at, value in enumerate(conflict.values)
        if at != conflict.chosen
        for id_ in value.mentions
    )


def _point(event: Event, mention: Mention, when: When, quantity: Quantity, *, is_conflict: bool) -> Point:
    return Point(
        event.id,
        mention.id,
        when,
        quantity.value,
        quantity.low,
        quantity.high,
        quantity.bound,
        is_conflict,
    )


def _measured(mention: Mention, own: Span) -> Quantity | None:
    """Give the number that a mention is about: the first with a unit, in its own stretch of the sentence."""
    return next(filter(_is_measure, within(mention, own)[1]), None)


def _is_measure(quantity: Quantity) -> bool:
    return bool(quantity.unit) and quantity.unit not in RELATIVE


def metric_of(metrics: Collection[str]) -> str:
    """Give what a sum is of, "revenue"; "" where the words name nothing or several things."""
    named = set(metrics) - _WAYS
    return named.pop() if len(named) == 1 else ""


def company_of(mention: Mention) -> str | None:
    """Give the company that a number is about: the acting one, else the first."""
    companies = [party for party in mention.parties if party.type is PartyType.COMPANY]
    acting = (party.name for party in companies if party.role is PartyRole.ACTOR)
    return next(acting, companies[0].name if companies else None)


def _in_time(points: Sequence[Point]) -> tuple[Point, ...]:
    return tuple(
        sorted(points, key=lambda point: (point.when.lo_s, point.when.hi_s, point.value, point.event_id))
    )
