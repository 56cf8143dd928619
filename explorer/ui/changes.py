"""What a deed of a person means as changes of the log: pure functions from events to `Change`s.

They know nothing of the window or the library, so that the same deed can come from a key, a menu or a test.
"""

from collections.abc import Iterable, Sequence

from explorer.model.article import Article
from explorer.model.decision import (
    Anchored,
    ArticleEdited,
    ArticleField,
    Change,
    Edited,
    EventField,
    Linked,
    MentionRef,
    Named,
    Noted,
    Parted,
    Refs,
    Review,
    Reviewed,
    Settled,
    Spanned,
    Starred,
    Tagged,
    ref,
)
from explorer.model.event import Conflict, Event
from explorer.model.mention import Mention, Span


def refs(event: Event) -> Refs:
    """Name all mentions of an event for the log."""
    return tuple(ref(mention) for mention in event.mentions)


def reviewed(events: Iterable[Event], review: Review) -> list[Change]:
    """Accept, reject or put back events; those that are so already are left alone."""
    return [
        Reviewed(refs(event), review, event.seen() if review is Review.ACCEPTED else ())
        for event in events
        if event.review is not review or event.changed
    ]


def edited(event: Event, field: EventField, value: tuple[str, ...] | None) -> list[Change]:
    """Set a field of an event, or give back what the program read (None)."""
    return [Edited(refs(event), field, value)]


def given_back(event: Event) -> list[Change]:
    """Give back what the program read, in all fields that a person set."""
    fields = [EventField(name) for name in sorted(event.edited)]
    return [change for field in fields for change in edited(event, field, None)]


def merged(events: Sequence[Event]) -> list[Change]:
    """Say that several events are one; one event alone is no change."""
    if len(events) < 2:
        return []
    return [Linked(tuple(name for event in events for name in refs(event)))]


def split(event: Event, mentions: Iterable[Mention]) -> list[Change]:
    """Say that these mentions of an event tell of another one; all or none of them is no change."""
    apart = {mention.id for mention in mentions}
    left = tuple(ref(mention) for mention in event.mentions if mention.id not in apart)
    right = tuple(ref(mention) for mention in event.mentions if mention.id in apart)
    return [Parted(left, right)] if left and right else []


def spanned(mention: Mention, span: Span, quote: str) -> list[Change]:
    """Say that other words of the article state a mention; the same words or none are no change."""
    return [Spanned(ref(mention), span, quote)] if span != mention.span and quote.strip() else []


def noted(event: Event, text: str) -> list[Change]:
    """Write the note on an event; the same note is no change."""
    return [Noted(refs(event), text)] if text != event.note else []


def starred(events: Iterable[Event], is_on: bool) -> list[Change]:
    """Put a star on events, or take it off."""
    return [Starred(refs(event), is_on) for event in events if event.is_starred is not is_on]


def tagged(events: Iterable[Event], tag: str, is_on: bool) -> list[Change]:
    """Put a tag on events, or take it off."""
    return [Tagged(refs(event), tag, is_on) for event in events if (tag in event.tags) is not is_on]


def tag_renamed(events: Iterable[Event], tag: str, name: str) -> list[Change]:
    """Put another tag in the place of one wherever it stands; none for ""."""
    having = [event for event in events if tag in event.tags]
    name = " ".join(name.split())
    if name == tag:
        return []
    return tagged(having, tag, False) + (tagged(having, name, True) if name else [])


def shared_tags(events: Sequence[Event]) -> tuple[str, ...]:
    """Give the tags that all of some events have, in the order of the first."""
    tags = events[0].tags if events else ()
    return tuple(tag for tag in tags if all(tag in one.tags for one in events))


def retagged(events: Sequence[Event], wanted: Iterable[str]) -> list[Change]:
    """Give events these tags instead of those that all of them had."""
    tags = list(dict.fromkeys(wanted))
    off = [tag for tag in shared_tags(events) if tag not in tags]
    made = [change for tag in off for change in tagged(events, tag, False)]
    return made + [change for tag in tags for change in tagged(events, tag, True)]


def as_seen(event: Event) -> list[Change]:
    """Set what an accepted event tells otherwise now back to what was seen; of two who saw, the first."""
    values: dict[EventField, tuple[str, ...]] = {}
    for one in event.changed:
        parts = (*one.value.split(" "), "")[:2] if one.field is EventField.WHEN else (one.value,)
        values.setdefault(one.field, parts)
    return [Edited(refs(event), field, value) for field, value in values.items()]


def settled(event: Event, field: str, chosen: MentionRef | None, wrong: Refs = ()) -> list[Change]:
    """Decide a conflict for one mention's value, or keep all (None); `wrong` are in error."""
    return [Settled(refs(event), field, chosen, wrong)]


def in_error(event: Event, conflict: Conflict, at: int) -> list[Change]:
    """Say that one value of a conflict is an error of its sources; if one other is left, that one stands."""
    by_id = {mention.id: ref(mention) for mention in event.mentions}
    others = [value for n, value in enumerate(conflict.values) if n != at and n not in conflict.wrong]
    chosen = by_id[others[0].mentions[0]] if len(others) == 1 else None
    wrong = tuple(by_id[id_] for n in (*conflict.wrong, at) for id_ in conflict.values[n].mentions)
    return settled(event, conflict.field.value, chosen, wrong)


def named(name: str, canonical: str) -> list[Change]:
    """Say what a name stands for in the whole library: itself, another's, or nobody ("")."""
    return [Named(name, canonical)]


def anchored(article: str, span: Span, edtf: str) -> list[Change]:
    """Say from which date (EDTF) the relative dates of a passage count; "" leaves it to the program again."""
    return [Anchored(article, span, edtf)]


def article_edited(article: str, field: ArticleField, value: str | None) -> list[Change]:
    """Correct a field of an article, or give back what was read (None)."""
    return [ArticleEdited(article, field, value)]


def article_corrected(article: Article, made: Iterable[tuple[ArticleField, str | None]]) -> list[Change]:
    """Correct several fields of an article; one that stays as it is is no change."""
    return [
        change
        for field, value in made
        if value != getattr(article, field.value)
        for change in article_edited(article.id, field, value)
    ]
