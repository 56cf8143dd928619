"""From groups of mentions to events: what an event says, once decisions are laid over its mentions.

Nine events of ten have one mention, which has its say without a vote.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from explorer import resources
from explorer.chronology.agreement import (
    amounts_match,
    dates_agree,
    significant_digits,
    units_match,
    width_days,
)
from explorer.chronology.evidence import likelihood
from explorer.chronology.independence import independent
from explorer.chronology.merge import Link
from explorer.chronology.overlay import Overlay
from explorer.model import amounts
from explorer.model.decision import EventField, Review, Seen
from explorer.model.edtf import parse
from explorer.model.errors import ExplorerError
from explorer.model.event import Conflict, ConflictField, Event
from explorer.model.mention import (
    Found,
    Mention,
    MentionDate,
    Party,
    PartyRole,
    PartyType,
    Quantity,
    Role,
    Span,
    Status,
)
from explorer.model.when import Modifier, When

Value = TypeVar("Value")

_OPEN_WIDTH_DAYS = 1e9
_SUREST = 0.99
# What one source saw happen another may still have called planned or rumoured.
_STATUSES = (Status.HAPPENED, Status.DENIED, Status.PLANNED, Status.ALLEGED)


def _clarity(mention: Mention) -> tuple[bool, bool, float, float]:
    """Rank titles: whole ones before cut ones, those that name a party before others, then the surest."""
    is_whole = not mention.title.endswith("…")
    names_party = any(party.name in mention.title for party in mention.parties)
    return is_whole, names_party, mention.confidence, -_width_days(mention.when)


def compose(
    mentions: Sequence[Mention],
    found: Sequence[Conflict],
    links: Sequence[Link],
    laid: Overlay,
    titles: Mapping[str, str],
) -> Event:
    """Make one event of its mentions, the oldest first, and of what they disagree on.

    `links` say why they were joined; `titles` are those of the articles.
    """
    accepted = [m for m in mentions if laid.reviews.get(m.id) is Review.ACCEPTED]
    telling = accepted or mentions
    is_one = len(mentions) == 1
    kind = _kind(telling)
    event = Event(
        id=mentions[0].id,
        title=_title(telling, kind),
        kind=kind,
        status=mentions[0].status if is_one else _status(telling),
        date=mentions[0].date if is_one else _date(mentions, telling, found),
        mentions=tuple(mentions),
        dates=_dates(mentions),
        parties=_parties(mentions),
        countries=tuple(dict.fromkeys(country for m in mentions for country in m.countries)),
        quantities=_quantities(mentions, found),
        review=_review(mentions, accepted, laid),
        is_starred=_latest(laid.stars[m.id] for m in mentions if m.id in laid.stars) or False,
        tags=_tags(mentions, laid),
        note=_latest(laid.notes[m.id] for m in mentions if m.id in laid.notes) or "",
        conflicts=tuple(found),
        links=_links(mentions, links, titles),
        independent=1 if is_one else independent(mentions),
        confidence=max(m.confidence for m in mentions),
    )
    event = _edited(event, mentions, laid)
    return replace(event, changed=_changed(event, laid)) if accepted else event


def _changed(event: Event, laid: Overlay) -> tuple[Seen, ...]:
    """Give what was seen by who accepted the event and is told otherwise now, but not by a person."""
    now = dict(event.seen())
    is_date_chosen = any(one.field is ConflictField.DATE and one.is_settled for one in event.conflicts)
    own = event.edited | ({EventField.WHEN.value} if is_date_chosen else set())
    seen = (one for mention in event.mentions for one in laid.seen.get(mention.id, ()))
    return tuple(
        dict.fromkeys(one for one in seen if one.field.value not in own and now.get(one.field) != one.value)
    )


def _width_days(when: When | None) -> float:
    if when is None or when.is_open_start or when.is_open_end:
        return _OPEN_WIDTH_DAYS
    return width_days(when)


def _title(mentions: Sequence[Mention], kind: str) -> str:
    """Give the clearest title, if it can be one of a mention of the kind of the event."""
    if len(mentions) == 1:
        return mentions[0].title
    return max(mentions, key=lambda m: (m.kind == kind, *_clarity(m))).title


def _status(mentions: Sequence[Mention]) -> Status:
    return next(status for status in _STATUSES if any(m.status is status for m in mentions))


def _kind(mentions: Sequence[Mention]) -> str:
    """Give the kind that most confidence stands for; telling kinds outweigh vague ones."""
    if len(mentions) == 1:
        return mentions[0].kind
    votes: dict[str, float] = defaultdict(float)
    for mention in mentions:
        known = resources.kinds().get(mention.kind)
        votes[mention.kind] += mention.confidence * (known.weight if known else 1.0)
    return max(votes, key=lambda kind: votes[kind])


def _date(
    mentions: Sequence[Mention], telling: Sequence[Mention], found: Sequence[Conflict]
) -> MentionDate | None:
    """Give the most exact date that agrees with the oldest one, or with the one that a person chose."""
    chosen = {
        id_
        for conflict in found
        if conflict.field is ConflictField.DATE and conflict.chosen is not None
        for id_ in conflict.values[conflict.chosen].mentions
    }
    stating = [m for m in mentions if m.id in chosen] or telling
    dated = [(date, date.when) for m in stating if (date := m.date) and date.when]
    if not dated:
        return next((m.date for m in stating if m.date), None)
    _, first = next((pair for pair in dated if pair[0].role is Role.HAPPENED), dated[0])
    agreeing = [pair for pair in dated if pair[1] is first or dates_agree(pair[1], first)]
    return min(agreeing, key=lambda pair: _width_days(pair[1]))[0]


def _dates(mentions: Sequence[Mention]) -> tuple[MentionDate, ...]:
    stated = [date for mention in mentions for date in mention.dates]
    if len(stated) < 2:
        return tuple(stated)
    once: dict[tuple[object, ...], MentionDate] = {}
    for date in stated:
        key = (date.role, date.when.edtf, date.when.modifier) if date.when else (date.role, date.text)
        once.setdefault(key, date)
    return tuple(once.values())


def _parties(mentions: Sequence[Mention]) -> tuple[Party, ...]:
    """Unite the parties by name; a role and a name that stands in the words outweigh their absence.

    A company that a mention only leaves to be inferred gives way to another that the words of others name.
    """
    named = [party for mention in mentions for party in mention.parties]
    if _infer_others(mentions):
        companies = {party.name for party in named if _is_company(party) and party.found is Found.NAMED}
        named = [party for party in named if not _is_company(party) or party.name in companies]
    if len(named) < 2:
        return tuple(named)
    united: dict[str, Party] = {}
    for party in named:
        known = united.setdefault(party.name, party)
        if known.role is PartyRole.OTHER and party.role is not PartyRole.OTHER:
            known = replace(known, role=party.role)
        if known.found is Found.INFERRED and party.found is Found.NAMED:
            known = replace(known, found=Found.NAMED)
        united[party.name] = known
    return tuple(united.values())


def _is_company(party: Party) -> bool:
    return party.type is PartyType.COMPANY


def _infer_others(mentions: Sequence[Mention]) -> bool:
    """Tell whether a mention names no company and none of those that it means is named by the others."""
    of = [[party for party in mention.parties if _is_company(party)] for mention in mentions]
    named = {party.name for parties in of for party in parties if party.found is Found.NAMED}
    return bool(named) and any(parties and named.isdisjoint(party.name for party in parties) for parties in of)


def _quantities(mentions: Sequence[Mention], found: Sequence[Conflict]) -> tuple[Quantity, ...]:
    """Unite the amounts; of those that differ by rounding alone the most exact stays.

    Those that a person decided against are left out; they stay in the conflict.
    """
    stated = [(mention.id, amount) for mention in mentions for amount in mention.quantities]
    if len(stated) < 2:
        return tuple(amount for _, amount in stated)
    refused = {
        (id_, value.text)
        for conflict in found
        if conflict.field is ConflictField.AMOUNT
        for value in conflict.refused
        for id_ in value.mentions
    }
    united: list[Quantity] = []
    for amount in (amount for id_, amount in stated if (id_, amount.text) not in refused):
        same = next(
            (n for n, q in enumerate(united) if units_match(q.unit, amount.unit) and amounts_match(q, amount)),
            None,
        )
        if same is None:
            united.append(amount)
        elif significant_digits(amount.value) > significant_digits(united[same].value):
            united[same] = amount
    return tuple(united)


def _review(mentions: Sequence[Mention], accepted: Sequence[Mention], laid: Overlay) -> Review:
    if accepted:
        return Review.ACCEPTED
    if all(laid.reviews.get(m.id) is Review.REJECTED for m in mentions):
        return Review.REJECTED
    return Review.UNREVIEWED


def _latest(numbered: Iterable[tuple[int, Value]]) -> Value | None:
    """Give the value of the latest decision."""
    found = max(numbered, key=lambda item: item[0], default=None)
    return found[1] if found else None


def _tags(mentions: Sequence[Mention], laid: Overlay) -> tuple[str, ...]:
    if not laid.tags:
        return ()
    given: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for mention in mentions:
        for tag, verdict in laid.tags.get(mention.id, {}).items():
            given[tag].append(verdict)
    return tuple(sorted(tag for tag, verdicts in given.items() if _latest(verdicts)))


def _links(mentions: Sequence[Mention], links: Sequence[Link], titles: Mapping[str, str]) -> tuple[str, ...]:
    """Say why the mentions were taken for one event and how likely it is, naming the articles.

    What a person linked has no likelihood, and what is all but certain is not called certain.
    """
    if not links:
        return ()
    article = {mention.id: titles.get(mention.article, mention.article) for mention in mentions}
    age = {mention.id: at for at, mention in enumerate(mentions)}
    told = []
    for link in links:
        both = (article[id_] for id_ in sorted((link.one, link.other), key=age.__getitem__))
        score = "" if link.points is None else f" · {min(likelihood(link.points), _SUREST):.2f}"
        told.append(f"{' and '.join(dict.fromkeys(both))}: {link.why}{score}")
    return tuple(told)


def _edited(event: Event, mentions: Sequence[Mention], laid: Overlay) -> Event:
    """Lay a person's edits over an event, the latest of each field."""
    latest: dict[EventField, tuple[int, tuple[str, ...] | None]] = {}
    for mention in mentions:
        for which, edit in laid.edits.get(mention.id, {}).items():
            latest[which] = max(edit, latest.get(which, edit), key=lambda item: item[0])
    for which, (_, value) in latest.items():
        if value is not None:
            event = replace(_with(event, which, value), edited=event.edited | {which.value})
    return event


def _with(event: Event, which: EventField, value: tuple[str, ...]) -> Event:
    match which:
        case EventField.TITLE:
            return replace(event, title=" ".join(value))
        case EventField.WHEN:
            return replace(event, date=_typed_date(event, value))
        case EventField.KIND:
            return replace(event, kind="".join(value))
        case EventField.STATUS:
            return replace(event, status=Status("".join(value)))
        case EventField.PARTIES:
            known = {party.name: party for party in event.parties}
            return replace(event, parties=tuple(known.get(name, Party(name)) for name in value))
        case EventField.COUNTRIES:
            return replace(event, countries=value)
        case EventField.QUANTITIES:
            return replace(event, quantities=_typed_amounts(event, value))


def _typed_amounts(event: Event, value: tuple[str, ...]) -> tuple[Quantity, ...]:
    """Read amounts that a person set; those that the sources state keep their places in the text."""
    known = {quantity.text: quantity for quantity in event.quantities}
    try:
        typed = amounts.read_back(value, event.mentions[0].span)
    except ExplorerError:
        return event.quantities
    return tuple(
        stated
        if (stated := known.get(one.text)) and (stated.value, stated.unit) == (one.value, one.unit)
        else one
        for one in typed
    )


def _typed_date(event: Event, value: tuple[str, ...]) -> MentionDate | None:
    """Read a date that a person set; the words that dated the event before stay its place in the text."""
    edtf, modifier = (*value, "", "")[:2]
    if not edtf:
        return None
    try:
        when = parse(edtf, Modifier(modifier) if modifier else None)
    except (ExplorerError, ValueError):
        return event.date  # kept by an older version that wrote dates otherwise: what was read stands
    before = event.date
    text, span = (before.text, before.span) if before else ("", Span(*event.mentions[0].span))
    return MentionDate(when, text, span, Role.HAPPENED, ("set by you",))
