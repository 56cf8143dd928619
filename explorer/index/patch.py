"""A table brought up to date by the few events that have changed, which is far quicker than making it anew.

The result is the same as that of `build`, value by value; where that is not sure, none is given.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from explorer.chronology import Relations
from explorer.index.build import build, column
from explorer.index.table import Codes, EventTable, FacetColumn, Ints
from explorer.model.event import Event
from explorer.model.query import Trait

Known = tuple[Mapping[str, Event], Relations, Mapping[str, Trait]]
_MOST = 8  # a change of more than one event in so many is quicker made anew
_FREE = frozenset({"ids", "titles", "facets"})  # no arrays


def patched(table: EventTable, before: Known, after: Known, added: Mapping[str, int]) -> EventTable | None:
    """Bring the table of the events before up to those after; None where it must be built anew.

    Events come by id with their relations and what articles did to them lately; `added` says when each article
    came in.
    """
    old, new = before[0], after[0]
    if not len(table) or old.keys() != new.keys():
        return None
    changed = list(_changed(before, after))
    if not changed:
        return table
    if len(changed) * _MOST > len(table) or any(_moves(old[one.id], one) for one in changed):
        return None
    _, related, lately = after
    part = build(changed, related, added, lately)
    row_of = {id_: row for row, id_ in enumerate(table.ids)}
    rows: Ints = np.fromiter((row_of[id_] for id_ in part.ids), np.int64, len(part))
    facets = {
        facet: _spliced(kept, part.facets[facet], rows)
        or column(facet, (new[id_] for id_ in table.ids), related, lately)
        for facet, kept in table.facets.items()
    }
    titles = list(table.titles)
    for row, title in zip(rows.tolist(), part.titles, strict=True):
        titles[row] = title
    names = [field.name for field in fields(EventTable) if field.name not in _FREE]
    arrays: dict[str, Any] = {name: _with(getattr(table, name), rows, getattr(part, name)) for name in names}
    return replace(table, titles=tuple(titles), facets=facets, **arrays)


def _changed(before: Known, after: Known) -> Iterator[Event]:
    (old, was, had), (new, now, has) = before, after
    pairs: tuple[tuple[Mapping[str, object], Mapping[str, object]], ...] = (
        (was.forces, now.forces),
        (was.outcomes, now.outcomes),
        (had, has),
    )
    related = {
        id_ for one, other in pairs for id_ in one.keys() | other.keys() if one.get(id_) != other.get(id_)
    }
    for id_, event in new.items():
        if id_ in related or (event is not old[id_] and event != old[id_]):
            yield event


def _moves(old: Event, new: Event) -> bool:
    """Tell whether an event stands in another place of the order of time now."""
    one, other = old.when, new.when
    if one is None or other is None:
        return one is not other
    return (one.lo_s, one.hi_s) != (other.lo_s, other.hi_s)


def _with(column: npt.NDArray[np.generic], rows: Ints, values: npt.NDArray[np.generic]) -> object:
    copied = column.copy()
    copied[rows] = values
    copied.flags.writeable = False
    return copied


def _spliced(whole: FacetColumn, part: FacetColumn, rows: Ints) -> FacetColumn | None:
    """Put the values of some rows into a column; None where a value is new in it, or nobody has it any more."""
    code_of = {value: code for code, value in enumerate(whole.values)}
    if any(value not in code_of for value in part.values):
        return None
    pieces: list[Codes] = []
    lengths = np.diff(whole.offsets)
    done = 0
    for at in np.argsort(rows).tolist():
        row = int(rows[at])
        mine = part.codes[part.offsets[at] : part.offsets[at + 1]].tolist()
        ours = sorted(code_of[part.values[code]] for code in mine)
        pieces += [whole.codes[done : whole.offsets[row]], np.array(ours, np.int32)]
        lengths[row] = len(ours)
        done = int(whole.offsets[row + 1])
    codes = np.concatenate([*pieces, whole.codes[done:]])
    if len(whole.values) and not np.bincount(codes, minlength=len(whole.values)).all():
        return None
    offsets = np.zeros(len(lengths) + 1, np.int32)
    np.cumsum(lengths, out=offsets[1:])
    codes.flags.writeable = offsets.flags.writeable = False
    return FacetColumn(whole.values, offsets, codes)
