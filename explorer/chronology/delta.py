"""What changes when articles are read anew or come later: dates that move, events new or told again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from explorer.chronology.identity import Register
from explorer.model.decision import Review, ref
from explorer.model.event import Conflict, Event
from explorer.model.mention import Mention
from explorer.model.when import When


@dataclass(frozen=True, slots=True)
class Move:
    """A mention whose date changes; `before` or `after` is None where it has no date, or is not there."""

    mention_id: str
    title: str
    before: When | None
    after: When | None
    is_accepted: bool = False


def moves(old: Sequence[Mention], new: Sequence[Mention], events: Sequence[Event]) -> list[Move]:
    """Tell which dates move from the old mentions to the new ones; `events` say what was accepted."""
    accepted = {m.id for event in events if event.review is Review.ACCEPTED for m in event.mentions}
    register, by_id = Register(new), {mention.id: mention for mention in new}
    found, met = [], set()
    for mention in old:
        id_ = register.find(ref(mention))
        after = by_id[id_] if id_ is not None else None
        met.add(id_)
        if after is None or mention.when != after.when:
            when = after.when if after else None
            found.append(Move(mention.id, mention.title, mention.when, when, mention.id in accepted))
    fresh = (mention for mention in new if mention.id not in met)
    return found + [Move(mention.id, mention.title, None, mention.when) for mention in fresh if mention.when]


@dataclass(frozen=True, slots=True)
class Added:
    """What articles that came later did to the events, by id; an event is in one of the three."""

    new: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()
    contradicted: tuple[str, ...] = ()


def added(before: Mapping[str, Event], after: Mapping[str, Event], articles: Collection[str]) -> Added:
    """Tell which events only the articles tell of, which they confirm, and which they contradict.

    `before` and `after` are the events without and with the articles. Contradicted is an event that was told
    before, and of which the articles alone tell another date or amount that nobody has decided on.
    """
    wanted = set(articles)
    known = {mention.id for event in before.values() for mention in event.mentions}
    new, confirmed, contradicted = [], [], []
    for event in after.values():
        fresh = {m.id for m in event.mentions if m.article in wanted and m.id not in known}
        if not fresh:
            continue
        if len(fresh) == len(event.mentions):
            new.append(event.id)
        elif any(_is_against(conflict, fresh) for conflict in event.conflicts):
            contradicted.append(event.id)
        else:
            confirmed.append(event.id)
    return Added(tuple(new), tuple(confirmed), tuple(contradicted))


def _is_against(conflict: Conflict, fresh: Collection[str]) -> bool:
    return not conflict.is_settled and any(set(value.mentions) <= set(fresh) for value in conflict.values)
