"""Events to columns. The rows are in the order of time; the values of a facet in the order people expect."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from explorer import resources
from explorer.chronology import Force, Relations
from explorer.index.groups import families, members, regions
from explorer.index.table import Codes, EventTable, FacetColumn, Ints, Mask, Small
from explorer.model.decision import Review
from explorer.model.event import Event
from explorer.model.mention import BORDERLINE, Status
from explorer.model.query import Facet, Trait
from explorer.model.when import OPEN_HI, Certainty, Modifier

Scalar = TypeVar("Scalar", bound=np.generic)

UNDATED_BORDERLINE = 0.3  # the tray of undated statements is a list to look through: it may ask for less

_STATUSES = {status: code for code, status in enumerate(Status)}
_REVIEWS = {review: code for code, review in enumerate(Review)}
_MODIFIERS = {modifier: code for code, modifier in enumerate(Modifier, 1)}

_OUTCOMES = (Trait.MISSED, Trait.MET)
_NO_FORCE = Force(OPEN_HI, OPEN_HI)

VALUES: Mapping[Facet, Callable[[Event], Sequence[str]]] = {
    Facet.KIND: lambda event: (event.kind,),
    Facet.COMPANY: lambda event: event.companies,
    Facet.FAMILY: lambda event: families(event.companies),
    Facet.COUNTRY: lambda event: event.countries,
    Facet.REGION: lambda event: regions(event.countries),
    Facet.SOURCE: lambda event: event.articles,
    Facet.STATUS: lambda event: (event.status.value,),
    Facet.CERTAINTY: lambda event: (event.certainty.value,),
    Facet.REVIEW: lambda event: (event.review.value,),
    Facet.TAG: lambda event: event.tags,
    Facet.IS: lambda event: event.traits,
}


def build(
    events: Iterable[Event],
    relations: Relations | None = None,
    added: Mapping[str, int] | None = None,
    lately: Mapping[str, Trait] | None = None,
    *,
    borderline: float = BORDERLINE,
) -> EventTable:
    """Make the table of events.

    `relations` are those of the same events, `added` says when each article came in (seconds since 1970),
    `lately` what the articles added last did to events, by their ids; `borderline` is the confidence below
    which an unreviewed event is hidden.
    """
    rows = sorted(events, key=_order)
    whens = [event.when for event in rows]
    related, came = relations or Relations(), added or {}
    forces = [related.forces.get(event.id, _NO_FORCE) for event in rows]
    return EventTable(
        ids=tuple(event.id for event in rows),
        titles=tuple(event.title for event in rows),
        lo_s=_frozen(np.array([when.lo_s if when else OPEN_HI - 1 for when in whens], np.int64)),
        hi_s=_frozen(np.array([when.hi_s if when else OPEN_HI for when in whens], np.int64)),
        is_dated=_mask(when is not None for when in whens),
        precision=_small(when.precision.rank if when else 0 for when in whens),
        modifier=_small(_MODIFIERS[when.modifier] if when and when.modifier else 0 for when in whens),
        status=_small(_STATUSES[event.status] for event in rows),
        review=_small(_REVIEWS[event.review] for event in rows),
        weight=_frozen(np.array([_weight(event) for event in rows], np.float32)),
        sources=_codes(len(event.articles) for event in rows),
        has_conflict=_mask(event.has_conflict for event in rows),
        is_starred=_mask(event.is_starred for event in rows),
        is_borderline=_mask(is_borderline(event, borderline) for event in rows),
        confidence=_frozen(np.array([event.confidence for event in rows], np.float32)),
        added_s=_seconds(min((came.get(id_, 0) for id_ in event.articles), default=0) for event in rows),
        force_lo_s=_seconds(force.lo_s for force in forces),
        force_hi_s=_seconds(force.hi_s for force in forces),
        facets={facet: column(facet, rows, related, lately) for facet in VALUES},
    )


def column(
    facet: Facet, events: Iterable[Event], related: Relations, lately: Mapping[str, Trait] | None = None
) -> FacetColumn:
    """Make the column of one facet, a row for each event."""
    values = _traits(related, lately or {}) if facet is Facet.IS else VALUES[facet]
    return _column(facet, [values(event) for event in events])


def _traits(related: Relations, lately: Mapping[str, Trait]) -> Callable[[Event], Sequence[str]]:
    """Give the function that names what is so of an event, the outcome of a target included."""

    def of(event: Event) -> Sequence[str]:
        outcome = related.outcomes.get(event.id)
        of_target = () if outcome is None else (_OUTCOMES[outcome.is_met],)
        return (*event.traits, *((lately[event.id],) if event.id in lately else ()), *of_target)

    return of


def is_borderline(event: Event, threshold: float = BORDERLINE) -> bool:
    """Tell whether an event is shown on demand only: no mention is sure enough and nobody has looked at it."""
    if event.review is not Review.UNREVIEWED or event.is_starred or event.edited:
        return False
    needed = threshold if event.when else min(threshold, UNDATED_BORDERLINE)
    return all(mention.confidence < needed for mention in event.mentions)


def _order(event: Event) -> tuple[bool, int, int, str]:
    when = event.when
    return (when is None, when.lo_s if when else 0, when.hi_s if when else 0, event.id)


def _weight(event: Event) -> float:
    """Weigh an event for labels and clusters: its kind above all, then sources, then how sure it is."""
    kind = resources.kinds().get(event.kind)
    sources = min(len(event.articles) - 1, 4) / 4
    weight = 0.75 * (kind.weight if kind else 0.3) + 0.15 * sources + 0.1 * event.confidence
    return 1.0 if event.is_starred else min(1.0, weight)


def _column(facet: Facet, rows: Sequence[Sequence[str]]) -> FacetColumn:
    values = tuple(sorted({value for row in rows for value in row}, key=_value_order(facet)))
    code_of = {value: code for code, value in enumerate(values)}
    codes: list[int] = []
    offsets = np.zeros(len(rows) + 1, np.int64)
    for at, row in enumerate(rows, 1):
        if len(row) == 1:  # nearly all: a list for each of a million values is what takes long
            codes.append(code_of[row[0]])
        elif row:  # a value counts once in a row, however often an event names it
            codes += sorted({code_of[value] for value in row})
        offsets[at] = len(codes)
    return FacetColumn(values, _frozen(offsets), _codes(codes))


def _value_order(facet: Facet) -> Callable[[str], tuple[int, str, str]]:
    listed: dict[str, int] = {
        Facet.KIND: {kind: at for at, kind in enumerate(resources.kinds())},
        Facet.REGION: {region: at for at, region in enumerate(members())},
        Facet.STATUS: {status.value: at for at, status in enumerate(Status)},
        Facet.CERTAINTY: {certainty.value: at for at, certainty in enumerate(Certainty)},
        Facet.REVIEW: {review.value: at for at, review in enumerate(Review)},
        Facet.IS: {trait.value: at for at, trait in enumerate(Trait)},
    }.get(facet, {})
    return lambda value: (listed.get(value, len(listed)), value.casefold(), value)


def _frozen(array: npt.NDArray[Scalar]) -> npt.NDArray[Scalar]:
    array.flags.writeable = False
    return array


def _mask(values: Iterable[bool]) -> Mask:
    return _frozen(np.fromiter(values, np.bool_))


def _seconds(values: Iterable[int]) -> Ints:
    return _frozen(np.fromiter(values, np.int64))


def _small(values: Iterable[int]) -> Small:
    return _frozen(np.fromiter(values, np.int8))


def _codes(values: Iterable[int]) -> Codes:
    return _frozen(np.fromiter(values, np.int32))
