"""`Decision`: what a person said, an append-only log.

A decision names mentions by stored words and offsets, so that a newer engine can read an article again and
nothing is lost. Several changes made at once share a `step`; undo and redo are changes in the log themselves.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from explorer.model.mention import Mention, Span

PERSON = "you"  # who decides, as the log calls who sits here


class Review(StrEnum):
    """What a person thinks of a suggestion."""

    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class EventField(StrEnum):
    """The fields of an event that a person can edit."""

    TITLE = "title"
    WHEN = "when"
    KIND = "kind"
    STATUS = "status"
    PARTIES = "parties"
    COUNTRIES = "countries"
    QUANTITIES = "quantities"


class ArticleField(StrEnum):
    """The fields of an article that a person can correct."""

    TITLE = "title"
    PUBLISHER = "publisher"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class MentionRef:
    """A mention named so that it is found again: its id, and the words and places behind that id."""

    id: str
    article: str
    span: Span
    quote: str
    date_text: str = ""


def ref(mention: Mention) -> MentionRef:
    """Name a mention for a decision."""
    date = mention.date
    return MentionRef(mention.id, mention.article, mention.span, mention.quote, date.text if date else "")


Refs = tuple[MentionRef, ...]


class Seen(NamedTuple):
    """What a field of an event said when a person judged it; a date is its EDTF and modifier ("2021 early")."""

    field: EventField
    value: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """These mentions were accepted, rejected, or put back; `seen` is what their event said then."""

    mentions: Refs
    review: Review
    seen: tuple[Seen, ...] = ()


@dataclass(frozen=True, slots=True)
class Edited:
    """A field of the event of these mentions has this value; None gives back what the program read.

    The value is a tuple of texts: names, ISO codes, one title, for `WHEN` EDTF and modifier ("" for none), for
    `QUANTITIES` what `amounts` writes.
    """

    mentions: Refs
    field: EventField
    value: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Linked:
    """These mentions tell of one event."""

    mentions: Refs


@dataclass(frozen=True, slots=True)
class Parted:
    """No mention of one side tells of the same event as one of the other."""

    left: Refs
    right: Refs


@dataclass(frozen=True, slots=True)
class Added:
    """A person marked a statement that the program did not find."""

    mention: Mention


@dataclass(frozen=True, slots=True)
class Spanned:
    """The clause that states this mention is these words of its article."""

    mention: MentionRef
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Noted:
    """The note on the event of these mentions; "" removes it."""

    mentions: Refs
    text: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tag was put on or taken off."""

    mentions: Refs
    tag: str
    on: bool


@dataclass(frozen=True, slots=True)
class Starred:
    """A star was put on or taken off."""

    mentions: Refs
    on: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """A conflict was decided: the value of `chosen` stands, or all are kept (None). Nothing is erased.

    `wrong` are the mentions whose value is an error of their source.
    """

    mentions: Refs
    field: str
    chosen: MentionRef | None
    wrong: Refs = ()


@dataclass(frozen=True, slots=True)
class ArticleEdited:
    """A field of an article was corrected; None gives back what was read."""

    article: str
    field: ArticleField
    value: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """A name means `canonical`, or is refused ("")."""

    name: str
    canonical: str


@dataclass(frozen=True, slots=True)
class Anchored:
    """Relative dates in a passage count from this date (EDTF); "" gives the passage back to the program."""

    article: str
    span: Span
    edtf: str


@dataclass(frozen=True, slots=True)
class DateOrdered:
    """Numeric dates of an article are read in this order: "DMY" or "MDY"; "" leaves it to the program."""

    article: str
    order: str


@dataclass(frozen=True, slots=True)
class Removed:
    """An article was taken out of the library, or put back (`on` is False). Nothing of it is erased.

    `beside` are the statements of other articles that told of the same events then.
    """

    article: str
    on: bool = True
    beside: Refs = ()


@dataclass(frozen=True, slots=True)
class Guidance:
    """What a person said of how the dates of one article are read: their order, and what passages count from.

    Of anchors whose passages overlap the last one holds.
    """

    order: str = ""
    anchors: tuple[tuple[Span, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Undone:
    """A step does not count any more."""

    undone: int


@dataclass(frozen=True, slots=True)
class Redone:
    """An undone step counts again."""

    redone: int


Change = (
    Reviewed
    | Edited
    | Linked
    | Parted
    | Added
    | Spanned
    | Noted
    | Tagged
    | Starred
    | Settled
    | ArticleEdited
    | Named
    | Anchored
    | DateOrdered
    | Removed
    | Undone
    | Redone
)


def refs_of(change: Change) -> Refs:
    """Give the mentions that a change is about; none where it is about an article, a name or a step."""
    match change:
        case Added(mention):
            return (ref(mention),)
        case Parted(left, right):
            return (*left, *right)
        case Spanned(mention):
            return (mention,)
        case ArticleEdited() | Named() | Anchored() | DateOrdered() | Removed() | Undone() | Redone():
            return ()
        case _:  # typed, so that a new change without mentions has to be named above
            return change.mentions


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the log: its number, the step it belongs to, when (ISO 8601, UTC), who, and the change."""

    id: int
    step: int
    at: str
    who: str
    change: Change


def undo_stacks(log: Iterable[Decision]) -> tuple[list[int], list[int]]:
    """Give the steps that can be undone and those that can be redone, the next one last.

    An undo of a step that is not there (its lines were lost to damage) is passed over.
    """
    done: list[int] = []
    undone: list[int] = []
    for decision in log:
        match decision.change:
            case Undone(step):
                _move(step, done, undone)
            case Redone(step):
                _move(step, undone, done)
            case _ if not done or done[-1] != decision.step:
                done.append(decision.step)
                undone.clear()
    return done, undone


def _move(step: int, source: list[int], target: list[int]) -> None:
    if step in source:
        source.remove(step)
        target.append(step)


def as_if_decided(log: Sequence[Decision], made: Sequence[Change]) -> list[Decision]:
    """Give the log as it would be with more changes as one step, to look ahead; nothing is written."""
    last = log[-1] if log else None
    id_, step = (last.id, last.step) if last else (0, 0)
    extra = [Decision(id_ + at, step + 1, "", PERSON, change) for at, change in enumerate(made, 1)]
    return [*log, *extra]


def standing(log: Sequence[Decision]) -> list[Decision]:
    """Give the decisions that count, in their order: those of steps that are not undone."""
    counts = set(undo_stacks(log)[0])
    return [
        decision
        for decision in log
        if decision.step in counts and not isinstance(decision.change, Undone | Redone)
    ]


def removed(log: Sequence[Decision]) -> frozenset[str]:
    """Name the articles that are taken out of the library, by id."""
    if not any(isinstance(one.change, Removed) for one in log):
        return frozenset()  # at once, as in most libraries
    latest = {one.change.article: one.change.on for one in standing(log) if isinstance(one.change, Removed)}
    return frozenset(article for article, is_out in latest.items() if is_out)
