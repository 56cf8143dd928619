"""The other dates of events on which sources differ and nobody has decided: both are shown."""

from collections.abc import Mapping

import numpy as np

from explorer.index.table import EventTable
from explorer.model.event import ConflictField, Event
from explorer.model.when import When
from explorer.timeline.lanes import Spans

_MOST = 3


def of(table: EventTable, events: Mapping[str, Event]) -> dict[int, Spans]:
    """Give, by table row, the stretches of time that other sources of an event give, open ones left out."""
    found: dict[int, Spans] = {}
    for row in np.flatnonzero(table.has_conflict & table.is_dated).tolist():
        event = events.get(table.ids[row])
        spans = _spans(event) if event else ()
        if spans:
            found[row] = spans
    return found


def _spans(event: Event) -> Spans:
    stated = {
        id_
        for conflict in event.conflicts
        if conflict.field is ConflictField.DATE and not conflict.is_settled
        for value in conflict.values
        for id_ in value.mentions
    }
    whens = [mention.when for mention in event.mentions if mention.id in stated and mention.when]
    others = dict.fromkeys((w.lo_s, w.hi_s) for w in whens if not _is_open(w) and not _is_same(w, event.when))
    return tuple((float(lo_s), float(hi_s)) for lo_s, hi_s in others)[:_MOST]


def _is_open(when: When) -> bool:
    return when.is_open_start or when.is_open_end


def _is_same(when: When, own: When | None) -> bool:
    return own is not None and (when.lo_s, when.hi_s) == (own.lo_s, own.hi_s)
