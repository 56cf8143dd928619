"""Events to columns. The rows are in the order of time; the values of a facet in the order people expect."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter
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
    rows = _in_time(events)
    whens = [event.when for event in rows]
    articles = [event.articles for event in rows]
    related, came = relations or Relations(), added or {}
    forces = [related.forces.get(event.id, _NO_FORCE) for event in rows]
    return EventTable(
        ids=tuple([event.id for event in rows]),
        titles=tuple([event.title for event in rows]),
        lo_s=_seconds([when.lo_s if when else OPEN_HI - 1 for when in whens]),
        hi_s=_seconds([when.hi_s if when else OPEN_HI for when in whens]),
        is_dated=_mask([when is not None for when in whens]),
        precision=_small([when.precision.rank if when else 0 for when in whens]),
        modifier=_small([_MODIFIERS[when.modifier] if when and when.modifier else 0 for when in whens]),
        status=_small([_STATUSES[event.status] for event in rows]),
        review=_small([_REVIEWS[event.review] for event in rows]),
        weight=_frozen(np.array(_weights(rows, articles), np.float32)),
        sources=_codes(list(map(len, articles))),
        has_conflict=_mask([event.has_conflict for event in rows]),
        is_starred=_mask([event.is_starred for event in rows]),
        is_borderline=_mask([is_borderline(event, borderline) for event in rows]),
        confidence=_frozen(np.array([event.confidence for event in rows], np.float32)),
        added_s=_seconds([min([came.get(id_, 0) for id_ in of], default=0) for of in articles]),
        force_lo_s=_seconds([force.lo_s for force in forces]),
        force_hi_s=_seconds([force.hi_s for force in forces]),
        facets=_facets(rows, articles, related, lately),
    )


def _facets(
    rows: Sequence[Event],
    articles: Sequence[Sequence[str]],
    related: Relations,
    lately: Mapping[str, Trait] | None,
) -> dict[Facet, FacetColumn]:
    """Make the columns of all facets; what several of them ask of an event is asked once."""
    companies = [event.companies for event in rows]
    ready: dict[Facet, Sequence[Sequence[str]]] = {
        Facet.COMPANY: companies,
        Facet.FAMILY: [families(names) for names in companies],
        Facet.SOURCE: articles,
    }
    return {
        facet: _column(facet, ready[facet]) if facet in ready else column(facet, rows, related, lately)
        for facet in VALUES
    }


def column(
    facet: Facet, events: Iterable[Event], related: Relations, lately: Mapping[str, Trait] | None = None
) -> FacetColumn:
    """Make the column of one facet, a row for each event."""
    values = _traits(related, lately or {}) if facet is Facet.IS else VALUES[facet]
    return _column(facet, [values(event) for event in events])


def _traits(related: Relations, lately: Mapping[str, Trait]) -> Callable[[Event], Sequence[str]]:
    """Give the function that names what is so of an event, the outcome of a target included."""

    def of(event: Event) -> Sequence[str]:
        traits = event.traits
        if event.id in lately:
            traits = (*traits, lately[event.id])
        outcome = related.outcomes.get(event.id)
        return traits if outcome is None else (*traits, _OUTCOMES[outcome.is_met])

    return of


def is_borderline(event: Event, threshold: float = BORDERLINE) -> bool:
    """Tell whether an event is shown on demand only: no mention is sure enough and nobody has looked at it."""
    if event.review is not Review.UNREVIEWED or event.is_starred or event.edited:
        return False
    needed = threshold if event.when else min(threshold, UNDATED_BORDERLINE)
    return max([mention.confidence for mention in event.mentions], default=0.0) < needed


def is_shown(event: Event) -> bool:
    """Tell whether an event is shown where nothing is filtered: it is neither rejected nor borderline."""
    return event.review is not Review.REJECTED and not is_borderline(event)


def _in_time(events: Iterable[Event]) -> list[Event]:
    """Sort events by when they begin, when they end, and their ids; the undated come last."""
    by_id = sorted(events, key=attrgetter("id"))
    whens = [event.when for event in by_id]
    lo_s = np.array([when.lo_s if when else 0 for when in whens], np.int64)
    hi_s = np.array([when.hi_s if when else 0 for when in whens], np.int64)
    is_undated = np.array([when is None for when in whens], np.bool_)
    return [by_id[at] for at in np.lexsort((hi_s, lo_s, is_undated)).tolist()]


def _weights(events: Sequence[Event], articles: Sequence[Sequence[str]]) -> list[float]:
    """Weigh events for labels and clusters: the kind above all, then sources, then how sure each is."""
    of_kind = {id_: kind.weight for id_, kind in resources.kinds().items()}
    return [
        1.0
        if event.is_starred
        else min(
            1.0,
            0.75 * of_kind.get(event.kind, 0.3) + 0.15 * min(len(told_by) - 1, 4) / 4 + 0.1 * event.confidence,
        )
        for event, told_by in zip(events, articles, strict=True)
    ]


def _column(facet: Facet, rows: Sequence[Sequence[str]]) -> FacetColumn:
    flat = list(chain.from_iterable(rows))
    values = tuple(sorted(set(flat), key=_value_order(facet)))
    code_of = {value: code for code, value in enumerate(values)}
    codes = np.array([code_of[value] for value in flat], np.int64)
    lengths = np.fromiter(map(len, rows), np.int64, len(rows))
    if len(codes) > 1 and lengths.max() > 1:
        # In the order of their codes; a value counts once in a row, however often an event names it.
        keys = np.repeat(np.arange(len(rows)), lengths) * len(values) + codes
        keys.sort()
        row, codes = np.divmod(keys[np.concatenate(([True], np.diff(keys) > 0))], len(values))
        lengths = np.bincount(row, minlength=len(rows))
    offsets = np.zeros(len(rows) + 1, np.int64)
    np.cumsum(lengths, out=offsets[1:])
    return FacetColumn(values, _frozen(offsets.astype(np.int32)), _frozen(codes.astype(np.int32)))


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


def _mask(values: Sequence[bool]) -> Mask:
    return _frozen(np.array(values, np.bool_))


def _seconds(values: Sequence[int]) -> Ints:
    return _frozen(np.array(values, np.int64))


def _small(values: Sequence[int]) -> Small:
    return _frozen(np.array(values, np.int8))


def _codes(values: Sequence[int]) -> Codes:
    return _frozen(np.array(values, np.int32))
