"""The marks of an article: which of its words state an event, date one, or were left out. No Qt.

Positions are UTF-16 units of the document that shows the text. Clauses that overlap lie on levels, the inner
ones nearest to the words, so that each has an underline of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from explorer.library import Unused
from explorer.model.decision import Review
from explorer.model.event import Event
from explorer.model.mention import Mention, Span, Status
from explorer.ui import words
from explorer.ui.text_map import TextMap

LEVELS = 3  # underlines that have room between two lines; further ones share the last
_MOST_LEVELLED = 200  # clauses of a heap that one is told apart from


class Sort(StrEnum):
    """What marked words do."""

    CLAUSE = "clause"  # they state an event
    DATE = "date"  # they date one
    UNUSED = "unused"  # they look like a date and are none
    LEFT_OUT = "left out"  # they state an event that was rejected or is too unsure to be shown


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked words. `event` is "" for unused ones; `told` is what a tool tip says."""

    start: int
    end: int
    event: str
    kind: str = ""
    sort: Sort = Sort.CLAUSE
    is_dotted: bool = False
    level: int = 0
    told: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words that were not used: their place, what they are, why, and the event they state, "" for none."""

    span: Span
    text: str
    why: str
    event: str = ""


def marks_of(stated: Iterable[tuple[Mention, Event]], units: TextMap) -> list[Mark]:
    """Give the marks of what an article states, sorted by their place."""
    clauses: list[Mark] = []
    dates: list[Mark] = []
    for mention, event in stated:
        told = f"{words.when(event.when)} · {event.title}"
        is_dotted = event.status is not Status.HAPPENED or mention.is_borderline
        ends = units.span_to_units(mention.span)
        clauses.append(Mark(*ends, event.id, event.kind, Sort.CLAUSE, is_dotted, told=told))
        for date in mention.dates:
            if date.span.end > date.span.start:
                ends = units.span_to_units(date.span)
                dates.append(Mark(*ends, event.id, event.kind, Sort.DATE, told=told))
    return sorted([*levelled(clauses), *dates], key=lambda mark: (mark.start, mark.end, mark.sort is Sort.DATE))


def left_out(unused: Iterable[Unused], hidden: Iterable[tuple[Mention, Event]]) -> list[LeftOut]:
    """List what of an article was not used, with the reason of each, in the order of the text."""
    made = [LeftOut(one.span, one.text, one.why) for one in unused]
    for mention, event in hidden:
        why = "rejected by you" if event.review is Review.REJECTED else "too unsure to be shown"
        made.append(LeftOut(mention.span, mention.quote, why, event.id))
    return sorted(made, key=lambda one: one.span)


def marks_left_out(listed: Iterable[LeftOut], units: TextMap) -> list[Mark]:
    """Give the marks of what was not used."""
    return [
        Mark(
            *units.span_to_units(one.span),
            one.event,
            sort=Sort.LEFT_OUT if one.event else Sort.UNUSED,
            told=f"Not used: {one.why}",
        )
        for one in listed
    ]


def levelled(clauses: Sequence[Mark]) -> list[Mark]:
    """Put clauses that overlap on different levels: within a heap of them the shortest lie innermost."""
    made: list[Mark] = []
    heap: list[Mark] = []
    reach = -1
    for mark in sorted(clauses, key=lambda mark: (mark.start, mark.end)):
        if mark.start >= reach:
            made += _stacked(heap)
            heap = []
        heap.append(mark)
        reach = max(reach, mark.end)
    return made + _stacked(heap)


def _stacked(heap: Sequence[Mark]) -> list[Mark]:
    if len(heap) < 2:
        return list(heap)
    placed: list[Mark] = []
    for mark in sorted(heap, key=lambda mark: (mark.end - mark.start, mark.start)):
        nearest = placed[-_MOST_LEVELLED:]
        taken = {one.level for one in nearest if one.start < mark.end and mark.start < one.end}
        level = next((level for level in range(LEVELS) if level not in taken), LEVELS - 1)
        placed.append(replace(mark, level=level))
    return placed


def at(marks: Iterable[Mark], unit: int) -> list[Mark]:
    """Give the marks that hold a position, the most telling first: dates, then shorter before longer ones."""
    return by_weight(mark for mark in marks if mark.start <= unit < mark.end)


def by_weight(here: Iterable[Mark]) -> list[Mark]:
    """Sort the marks of one place, the most telling first."""
    return sorted(here, key=lambda mark: (mark.sort is not Sort.DATE, mark.end - mark.start))


def next_event(here: Sequence[Mark], selected: frozenset[str]) -> str | None:
    """Name the event that a click on shared words selects: the one after those selected already."""
    order = list(dict.fromkeys(mark.event for mark in here if mark.event))
    after = next((place + 1 for place, event in enumerate(order) if event in selected), 0)
    return order[after % len(order)] if order else None


def tip_of(here: Sequence[Mark]) -> str:
    """Say what marked words tell: one event a line, and that a click goes on to the next one."""
    lines = list(dict.fromkeys(mark.told for mark in here if mark.told))
    events = len({mark.event for mark in here if mark.event})
    return "\n".join([*lines, *(["Click again for the next one."] if events > 1 else [])])


def to_words(text: str, span: Span) -> Span:
    """Widen a span so that no word is cut, and leave white space out at its ends; an empty one stays."""
    start, end = max(span.start, 0), min(span.end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return span
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)
