"""The history of an event: who set each field, when, from what; what the program read at first comes first.

Values are texts as decisions write them (an EDTF date with its modifier, ids of kinds, ISO codes), so that who
shows them can say them in words. Undone steps are told too, and change nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from explorer.chronology.identity import Register
from explorer.chronology.memory import events
from explorer.model.article import Article
from explorer.model.decision import (
    Added,
    ArticleEdited,
    ArticleField,
    Change,
    Decision,
    Edited,
    EventField,
    Linked,
    MentionRef,
    Named,
    Noted,
    Parted,
    Redone,
    Removed,
    Review,
    Reviewed,
    Settled,
    Spanned,
    Starred,
    Tagged,
    Undone,
    ref,
    undo_stacks,
)
from explorer.model.event import Event
from explorer.model.mention import Mention

Texts = tuple[str, ...]

PROGRAM = ""  # who set what no person did
_AMOUNT_TEXTS = 6
_TAKEN_OUT, _PUT_BACK = "an article was taken out of the library", "an article was put back"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a history: what a field said before and after, who set it and when (ISO 8601, UTC).

    `field` is one of `EventField`, or "review", "note", "tag", "star", "sources", "clause", "conflict",
    "published".
    `who` and `at` are "" for the program. `why` is its trace; `mention` is the statement that it was read from,
    "" for what a person said.
    """

    field: str
    before: Texts
    after: Texts
    who: str = PROGRAM
    at: str = ""
    why: Texts = ()
    mention: str = ""
    is_undone: bool = False


def history(
    mentions: Sequence[Mention], decisions: Sequence[Decision], articles: Mapping[str, Article]
) -> list[Entry]:
    """Tell the history of the event that these mentions make, the oldest entry first.

    `mentions` and `articles` are as they were read, before anything was decided; `decisions` are the whole log.
    """
    if not mentions:
        return []
    together = [Decision(1, 1, "", "", Linked(tuple(ref(mention) for mention in mentions)))]
    first = events(mentions, articles, together)[0]
    marked = {d.change.mention.id: d for d in decisions if isinstance(d.change, Added)}
    by_person = marked.get(first.id)
    told = _History(first, mentions, articles)
    entries = list(told.read(by_person))
    counting = set(undo_stacks(decisions)[0])
    for decision in decisions:
        if not isinstance(decision.change, Undone | Redone):
            entries += told.decided(decision, is_undone=decision.step not in counting)
    return entries


def texts(event: Event) -> dict[str, Texts]:
    """Give what the fields of an event say, as texts."""
    when = event.when
    return {
        EventField.TITLE: (event.title,),
        EventField.WHEN: _shortened((when.edtf, when.modifier or "")) if when else (),
        EventField.KIND: (event.kind,),
        EventField.STATUS: (event.status.value,),
        EventField.PARTIES: tuple(party.name for party in event.parties),
        EventField.COUNTRIES: event.countries,
        EventField.QUANTITIES: tuple(dict.fromkeys(quantity.text for quantity in event.quantities)),
    }


class _History:
    """What the fields say so far, while the log is gone through."""

    def __init__(self, first: Event, mentions: Sequence[Mention], articles: Mapping[str, Article]) -> None:
        self.first = first
        self.as_read = texts(first)
        self.now: dict[str, Texts] = dict(self.as_read)
        self.mentions = mentions
        self.articles = articles
        self.register = Register(mentions)
        self.now.update((f"clause {one.id}", (one.quote,)) for one in mentions)
        self.published = {
            one.article: _shortened((articles[one.article].published or "",))
            for one in mentions
            if one.article in articles
        }
        self.now.update((f"published {id_}", value) for id_, value in self.published.items())

    def read(self, marked: Decision | None) -> Iterator[Entry]:
        """Tell what was read at first; `marked` is the decision by which a person added the statement."""
        who, at = (marked.who, marked.at) if marked else (PROGRAM, "")
        for field, value in self.as_read.items():
            if value:
                source = self._source(field)
                yield Entry(field, (), value, who, at, _trace(field, source), "" if marked else source.id)

    def _source(self, field: str) -> Mention:
        """Give the statement that a field was read from: the first that says just that."""
        event = self.first
        for mention in event.mentions:
            said = {
                EventField.TITLE: mention.title == event.title,
                EventField.WHEN: mention.date == event.date,
                EventField.KIND: mention.kind == event.kind,
                EventField.STATUS: mention.status is event.status,
                EventField.PARTIES: bool(mention.parties),
                EventField.COUNTRIES: bool(mention.countries),
                EventField.QUANTITIES: bool(mention.quantities),
            }
            if said[EventField(field)]:
                return mention
        return event.mentions[0]

    def decided(self, decision: Decision, *, is_undone: bool) -> Iterator[Entry]:
        """Tell what a decision changed in this event; one about other events changed nothing."""
        for field, key, after, why in self._changes(decision.change):
            before = self.now.get(key, ())
            yield Entry(field, before, after, decision.who, decision.at, why, is_undone=is_undone)
            if not is_undone:
                self.now[key] = after

    def _changes(self, change: Change) -> Iterator[tuple[str, str, Texts, Texts]]:
        """Give field, key of what it said before, new value and why, for each field that a change sets."""
        match change:
            case Edited(refs, field, value) if self._is_mine(refs):
                after = self.as_read[field] if value is None else _as_texts(field, value)
                yield field, field, after, ("as it was read",) if value is None else ()
            case Reviewed(refs, review) if self._is_mine(refs):
                yield "review", "review", (review.value,) if review is not Review.UNREVIEWED else (), ()
            case Noted(refs, text) if self._is_mine(refs):
                yield "note", "note", (text,) if text else (), ()
            case Tagged(refs, tag, on) if self._is_mine(refs):
                yield "tag", f"tag {tag}", (tag,) if on else (), ()
            case Starred(refs, on) if self._is_mine(refs):
                yield "star", "star", ("starred",) if on else (), ()
            case Settled(refs, which, chosen, wrong) if self._is_mine(refs):
                said = (
                    which,
                    chosen.quote if chosen else "all kept",
                    *(f"in error: {one.quote}" for one in wrong),
                )
                yield "conflict", f"conflict {which}", said, ()
            case Linked(refs) if self._is_mine(refs) and len(refs) > 1:
                yield "sources", "sources", ("merged",), tuple(one.quote for one in refs)
            case Parted(left, right) if self._is_mine(left) or self._is_mine(right):
                away = right if self._is_mine(left) else left
                yield "sources", "sources", ("split off",), tuple(one.quote for one in away)
            case ArticleEdited(article, ArticleField.PUBLISHED, value) if article in self.published:
                after = self.published[article] if value is None else _shortened((value,))
                yield "published", f"published {article}", after, ("as it was read",) if value is None else ()
            case Removed(article, on, beside) if article in self.published or self._is_mine(beside):
                yield "sources", "sources", (_TAKEN_OUT if on else _PUT_BACK,), (self._title(article),)
            case Spanned(mention, _, quote) if self._is_mine([mention]):
                yield "clause", f"clause {mention.id}", (quote,), ()
            case Named(name, canonical) if name in self.now[EventField.PARTIES]:
                renamed = (canonical if one == name else one for one in self.now[EventField.PARTIES])
                yield (
                    EventField.PARTIES,
                    EventField.PARTIES,
                    tuple(dict.fromkeys(filter(None, renamed))),
                    (f"{name} stands for {canonical}" if canonical else f"{name} is no party",),
                )
            case _:
                return

    def _title(self, article: str) -> str:
        known = self.articles.get(article)
        return (known.title or known.name) if known else article

    def _is_mine(self, refs: Iterable[MentionRef]) -> bool:
        return bool(self.register.find_all(refs))


def _as_texts(field: EventField, value: Texts) -> Texts:
    if field is EventField.QUANTITIES:
        return value[::_AMOUNT_TEXTS]
    return _shortened(value)


def _shortened(value: Texts) -> Texts:
    return tuple(text for text in value if text)


def _trace(field: str, mention: Mention) -> Texts:
    """Give why the program read a field so, where it says."""
    if field == EventField.WHEN and mention.date:
        return (f"‘{mention.date.text}’", *mention.date.why)
    return mention.why[:1] if field == EventField.KIND else ()
