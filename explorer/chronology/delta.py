"""What moves when an article is read anew: dates before and after, and whether a person had accepted them."""

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.chronology.identity import Register
from explorer.model.decision import Review, ref
from explorer.model.event import Event
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
