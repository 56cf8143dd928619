"""The one filter engine: which rows of a table a `Query` lets through, and the filter in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from explorer.index.table import EventTable, FacetColumn, Mask
from explorer.model.calendar import DAY_S
from explorer.model.decision import Review
from explorer.model.edtf import display, of_day_number
from explorer.model.query import Facet, Query

_REJECTED = list(Review).index(Review.REJECTED)


def mask(table: EventTable, query: Query, text_rows: Mask | None = None) -> Mask:
    """Tell which rows a query lets through; `text_rows` are those that hold its words."""
    rows = passing_all(table, query, text_rows)
    for facet in Facet:
        if not facet_is_idle(query, facet):
            rows &= passing(table, query, facet)
    return rows


def passing_all(table: EventTable, query: Query, text_rows: Mask | None = None) -> Mask:
    """Tell which rows pass all that is no facet: times, words, borderline."""
    rows = np.ones(len(table), np.bool_)
    if not query.with_borderline:
        rows &= ~table.is_borderline
    if query.lo_s is not None or query.hi_s is not None:
        rows &= table.is_dated
    if query.lo_s is not None:
        rows &= table.hi_s > query.lo_s
    if query.hi_s is not None:
        rows &= table.lo_s < query.hi_s
    if query.in_force_s is not None:
        rows &= (table.force_lo_s <= query.in_force_s) & (query.in_force_s < table.force_hi_s)
    if query.new_since_s is not None:
        rows &= table.added_s >= query.new_since_s
    if query.text.strip() and text_rows is not None:
        rows &= text_rows
    return rows


def passing(table: EventTable, query: Query, facet: Facet) -> Mask:
    """Tell which rows pass one facet: any ticked value, no excluded one; the rejected only when asked for."""
    column = table.facets[facet]
    rows = np.ones(len(table), np.bool_)
    ticked, excluded = query.values(facet), query.without(facet)
    if ticked:
        rows &= _having(column, ticked)
    if excluded:
        rows &= ~_having(column, excluded)
    if facet is Facet.REVIEW and not ticked:
        rows &= table.review != _REJECTED
    return rows


def facet_is_idle(query: Query, facet: Facet) -> bool:
    """Tell whether a facet lets every row through; review never does, because it hides the rejected."""
    return facet is not Facet.REVIEW and not query.values(facet) and not query.without(facet)


def _having(column: FacetColumn, values: frozenset[str]) -> Mask:
    codes = [column.code_of[value] for value in values if value in column.code_of]
    wanted = np.zeros(len(column.values), np.bool_)
    wanted[codes] = True
    if column.is_single:
        having: Mask = wanted[column.codes]
        return having
    held = np.zeros(len(column.offsets) - 1, np.bool_)
    held[column.rows[wanted[column.codes]]] = True
    return held


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of a language for telling a filter: phrases with fields, facets by their values, dates."""

    entries: Mapping[str, str]
    date: Callable[[str], str] = str

    def __call__(self, key: str, **fields: str) -> str:
        """Give a phrase with its fields filled in."""
        return self.entries[key].format(**fields)

    def day(self, at_s: int) -> str:
        """Say the day of a second."""
        return self.date(_day(at_s))


ENGLISH = Phrases(
    {
        **{facet.value: facet.value for facet in Facet},
        "facet": "{name}: {values}",
        "without": "not {values}",
        "words": "words: {text}",
        "until": "until {day}",
        "since": "since {day}",
        "between": "{first} – {last}",
        "in_force": "in force on {day}",
        "new_since": "new since {day}",
        "borderline": "with borderline",
    }
)


def describe(
    query: Query, label: Callable[[Facet, str], str] = lambda _, value: value, say: Phrases = ENGLISH
) -> str:
    """Write a filter in words: "company: Douyin, TikTok · country: India"; "" for none.

    `label` gives the name by which people know a value, `say` the words around it.
    """
    parts = []
    for facet in Facet:
        ticked = ", ".join(sorted(label(facet, value) for value in query.values(facet)))
        excluded = ", ".join(sorted(label(facet, value) for value in query.without(facet)))
        told = [ticked] if ticked else []
        told += [say("without", values=excluded)] if excluded else []
        parts += [say("facet", name=say(facet.value), values=values) for values in told]
    if query.text.strip():
        parts.append(say("words", text=query.text.strip()))
    if query.lo_s is not None or query.hi_s is not None:
        parts.append(_describe_time(query.lo_s, query.hi_s, say))
    if query.in_force_s is not None:
        parts.append(say("in_force", day=say.day(query.in_force_s)))
    if query.new_since_s is not None:
        parts.append(say("new_since", day=say.day(query.new_since_s)))
    parts += [say("borderline")] * query.with_borderline
    return " · ".join(parts)


def _describe_time(lo_s: int | None, hi_s: int | None, say: Phrases) -> str:
    first = None if lo_s is None else say.day(lo_s)
    last = None if hi_s is None else say.day(hi_s - 1)
    if first is None:
        return say("until", day=last or "")
    if last is None:
        return say("since", day=first)
    return first if first == last else say("between", first=first, last=last)


def _day(at_s: int) -> str:
    return display(of_day_number(at_s // DAY_S))
