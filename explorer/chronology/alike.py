"""What a correction says beyond its own event: the events that the same correction would fit.

Pure: a change and the events in, proposals out; nothing is decided here. What generalises is a name that stands
for another, the kind of events told with the same words, the order of day and month in figures, and the year of
dates that name none and were counted from the same place. Only events
that nobody has judged are proposed; those accepted keep what was accepted.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from explorer.model.article import Article
from explorer.model.decision import (
    Change,
    DateOrdered,
    Edited,
    EventField,
    Named,
    Refs,
    Review,
    ref,
)
from explorer.model.edtf import parse
from explorer.model.errors import ExplorerError
from explorer.model.event import Event
from explorer.model.mention import MentionDate
from explorer.model.when import When

_TRIGGER = re.compile(r"[\w-]+: “([^”]+)”")
_NUMBER = re.compile(r"\d[\d.,]*")
_YEAR = re.compile(r"\d{4}")
_DAY_OR_MONTH = re.compile(r"\d{4}-(0\d|1[0-2])(-\d\d)?")
_FIRST_NUMBER = re.compile(r"\d+")


class Reason(StrEnum):
    """Why a correction fits other events too."""

    NAME = "name"
    KIND = "kind"
    ORDER = "order"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Like:
    """An event that the correction would fit, and the change that makes it."""

    event: str
    change: Change


@dataclass(frozen=True, slots=True)
class Alike:
    """The events like one that was corrected.

    `said` are the words that the correction is about: the name, the telling words, or the date as written;
    `now` is what stands instead: the other name, the kind, "DMY" or "MDY", or the year. `whole` is said once
    where all of them are meant, for articles that come later too; empty where there is no such change.
    """

    reason: Reason
    said: str
    now: str
    likes: tuple[Like, ...]
    whole: tuple[Change, ...] = ()

    def chosen(self, ids: frozenset[str]) -> tuple[Change, ...]:
        """Give the changes for some of the events; for all of them what is said once, where there is such."""
        if self.whole and ids == {like.event for like in self.likes}:
            return self.whole
        return tuple(like.change for like in self.likes if like.event in ids)


def alike(made: Sequence[Change], events: Mapping[str, Event], articles: Mapping[str, Article]) -> Alike | None:
    """Find the events like the one that changes were made to; None where they say nothing beyond it.

    `events` are those after the changes.
    """
    for change in made:
        if isinstance(change, Edited) and change.value:
            event = _event_of(change, events)
            found = (
                _FINDERS[change.field](event, events, articles) if event and change.field in _FINDERS else None
            )
            if found is not None and found.likes:
                return found
    return None


def _event_of(change: Edited, events: Mapping[str, Event]) -> Event | None:
    ids = {one.id for one in change.mentions}
    known = next((events[id_] for id_ in ids if id_ in events), None)
    if known is not None:
        return known
    return next((event for event in events.values() if any(m.id in ids for m in event.mentions)), None)


def _open_ones(event: Event, events: Mapping[str, Event], field: EventField) -> list[Event]:
    """Give the other events that nobody has judged, or edited in this field."""
    return [
        one
        for one in events.values()
        if one.id != event.id and one.review is Review.UNREVIEWED and field.value not in one.edited
    ]


def _refs(event: Event) -> Refs:
    return tuple(ref(mention) for mention in event.mentions)


# --- the kind of what is told with the same words -------------------------------------------------


def trigger_of(event: Event) -> str:
    """Give the words by which the program told the kind of an event, numbers apart; "" where it was no word."""
    why = event.mentions[0].why
    found = _TRIGGER.match(why[0]) if why else None
    return _NUMBER.sub("…", found[1].casefold()) if found else ""


def _same_kind(event: Event, events: Mapping[str, Event], _: Mapping[str, Article]) -> Alike | None:
    trigger, read = trigger_of(event), event.mentions[0].kind
    if not trigger or event.kind == read:
        return None
    likes = tuple(
        Like(one.id, Edited(_refs(one), EventField.KIND, (event.kind,)))
        for one in _open_ones(event, events, EventField.KIND)
        if one.kind == read and trigger_of(one) == trigger
    )
    return Alike(Reason.KIND, trigger, event.kind, likes)


# --- a name that stands for another ---------------------------------------------------------------


def _same_name(event: Event, events: Mapping[str, Event], _: Mapping[str, Article]) -> Alike | None:
    read = dict.fromkeys(party.name for mention in event.mentions for party in mention.parties)
    now = dict.fromkeys(party.name for party in event.parties)
    gone, come = [name for name in read if name not in now], [name for name in now if name not in read]
    if len(gone) != 1 or len(come) != 1:
        return None
    (old,), (new,) = gone, come
    likes = tuple(
        Like(one.id, Edited(_refs(one), EventField.PARTIES, _renamed(one, old, new)))
        for one in _open_ones(event, events, EventField.PARTIES)
        if any(party.name == old for party in one.parties)
    )
    return Alike(Reason.NAME, old, new, likes, (Named(old, new),))


def _renamed(event: Event, old: str, new: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new if party.name == old else party.name for party in event.parties))


# --- the order of day and month -------------------------------------------------------------------


def _same_order(event: Event, events: Mapping[str, Event], articles: Mapping[str, Article]) -> Alike | None:
    read = event.mentions[0].date
    if read is None or read.when is None or event.when is None or not read.when.readings:
        return None
    if event.when.edtf not in {one.edtf for one in read.when.readings}:
        return None
    order = _order(read.text, event.when)
    if order is None:
        return None
    home = _publisher(event, articles)
    found: dict[str, list[Like]] = {}
    for one in _open_ones(event, events, EventField.WHEN):
        is_near = one.mentions[0].article == event.mentions[0].article or (
            home and home == _publisher(one, articles)
        )
        reading = _in_order(one, order) if is_near else None
        if reading is not None:
            change = Edited(_refs(one), EventField.WHEN, (reading.edtf, reading.modifier or ""))
            found.setdefault(one.mentions[0].article, []).append(Like(one.id, change))
    likes = tuple(like for of in found.values() for like in of)
    return Alike(Reason.ORDER, read.text, order, likes, tuple(DateOrdered(article, order) for article in found))


def _publisher(event: Event, articles: Mapping[str, Article]) -> str:
    article = articles.get(event.mentions[0].article)
    return article.publisher if article else ""


def _order(text: str, when: When) -> str | None:
    """Tell in which order words in figures say a day; None where they begin with neither day nor month."""
    found = _FIRST_NUMBER.search(text)
    _, month, day = _parts(when)
    first = int(found[0]) if found else 0
    return "DMY" if first == day else "MDY" if first == month else None


def _parts(when: When) -> tuple[int, int, int]:
    """Give year, month and day of a day in EDTF; zeros for anything longer."""
    parts = when.edtf.lstrip("-").split("-")
    return (int(parts[0]), int(parts[1]), int(parts[2])) if len(parts) == 3 else (0, 0, 0)


def _in_order(event: Event, order: str) -> When | None:
    """Give the reading of an ambiguous date in this order; one that it has already is settled by it."""
    date = event.date
    if date is None or date.when is None:
        return None
    return next((one for one in date.when.readings if _order(date.text, one) == order), None)


# --- the year of dates that name none -------------------------------------------------------------


def _same_year(event: Event, events: Mapping[str, Event], _: Mapping[str, Article]) -> Alike | None:
    mention = event.mentions[0]
    was = _counted_year(mention.date)
    if mention.date is None or was is None or mention.when is None or event.when is None:
        return None
    now = _YEAR.match(event.when.edtf)
    if now is None or now[0] == was or event.when.edtf[4:] != mention.when.edtf[4:]:
        return None
    likes = tuple(
        Like(
            one.id, Edited(_refs(one), EventField.WHEN, (now[0] + date.when.edtf[4:], date.when.modifier or ""))
        )
        for one in _open_ones(event, events, EventField.WHEN)
        if (date := one.date) is not None
        and date.when is not None
        and one.mentions[0].article == mention.article
        and _counted_year(date) == was
        and _is_a_date(now[0] + date.when.edtf[4:])
    )
    return Alike(Reason.YEAR, mention.date.text, now[0], likes)


def _counted_year(date: MentionDate | None) -> str | None:
    """Give the year of a day or month whose words name none; None of any other date."""
    if date is None or date.when is None or date.when.readings or _YEAR.search(date.text):
        return None
    return date.when.edtf[:4] if _DAY_OR_MONTH.fullmatch(date.when.edtf) else None


def _is_a_date(edtf: str) -> bool:
    try:
        parse(edtf)
    except ExplorerError:  # 29 February
        return False
    return True


def _same_date(event: Event, events: Mapping[str, Event], articles: Mapping[str, Article]) -> Alike | None:
    return _same_order(event, events, articles) or _same_year(event, events, articles)


_FINDERS = {
    EventField.KIND: _same_kind,
    EventField.PARTIES: _same_name,
    EventField.WHEN: _same_date,
}
