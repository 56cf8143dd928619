"""`Event`: what the timeline shows: one or more mentions with a person's decisions laid over them.

Derived by `chronology` and never edited; its id is that of its oldest mention, so that links to it last.
"""

from dataclasses import dataclass
from enum import StrEnum

from explorer.model.decision import EventField, Review, Seen
from explorer.model.mention import Mention, MentionDate, Party, PartyType, Quantity, Status
from explorer.model.query import Trait
from explorer.model.when import Certainty, When


class ConflictField(StrEnum):
    """What two sources of one event can disagree on."""

    DATE = "date"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class ConflictValue:
    """One side of a conflict: the value in words and the mentions that state it."""

    text: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values that cannot all be right. All stay; `chosen` is the index of the one a person chose, if any.

    `wrong` are the indexes of those that are errors of their sources.
    """

    field: ConflictField
    values: tuple[ConflictValue, ...]
    is_settled: bool = False
    chosen: int | None = None
    wrong: tuple[int, ...] = ()

    @property
    def refused(self) -> tuple[ConflictValue, ...]:
        """Give the values that a person decided against: all but the chosen one, or those in error."""
        if self.chosen is None:
            return tuple(self.values[at] for at in self.wrong)
        return tuple(value for at, value in enumerate(self.values) if at != self.chosen)


@dataclass(frozen=True, slots=True)
class Event:
    """One happening. `date` places it (None: undated); `dates` are all, with roles, across its mentions.

    `mentions` begin with the oldest. `edited` names the fields that a person set. `links` says why mentions
    were taken for one event, each with how likely it is ("… · 0.92"). `independent` counts sources that do not
    copy one another. `changed` says what was seen by who accepted the event and is told otherwise now.
    """

    id: str
    title: str
    kind: str
    status: Status
    date: MentionDate | None
    mentions: tuple[Mention, ...]
    dates: tuple[MentionDate, ...] = ()
    parties: tuple[Party, ...] = ()
    countries: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    review: Review = Review.UNREVIEWED
    is_starred: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""
    conflicts: tuple[Conflict, ...] = ()
    edited: frozenset[str] = frozenset()
    links: tuple[str, ...] = ()
    independent: int = 1
    confidence: float = 1.0
    changed: tuple[Seen, ...] = ()

    @property
    def when(self) -> When | None:
        """Give the date that places it, None when undated."""
        return self.date.when if self.date else None

    @property
    def certainty(self) -> Certainty:
        """Say how exactly it is dated."""
        return self.when.certainty if self.when else Certainty.UNDATED

    @property
    def articles(self) -> tuple[str, ...]:
        """Name the articles that tell of it, in the order of its mentions."""
        return tuple(dict.fromkeys(mention.article for mention in self.mentions))

    @property
    def companies(self) -> tuple[str, ...]:
        """Name the companies that take part."""
        return tuple(party.name for party in self.parties if party.type is PartyType.COMPANY)

    @property
    def has_conflict(self) -> bool:
        """Tell whether sources disagree and no person has decided."""
        return any(not conflict.is_settled for conflict in self.conflicts)

    def seen(self) -> tuple[Seen, ...]:
        """Give what a person sees of it who judges it, to be told if it changes."""
        when = self.when
        date = " ".join(filter(None, (when.edtf, when.modifier))) if when else ""
        return (
            Seen(EventField.WHEN, date),
            Seen(EventField.KIND, self.kind),
            Seen(EventField.STATUS, self.status.value),
        )

    @property
    def traits(self) -> tuple[Trait, ...]:
        """Give what is so of it beside what it tells."""
        holds = {
            Trait.CONFLICT: self.has_conflict,
            Trait.SINGLE_SOURCE: self.independent == 1,
            Trait.AMBIGUOUS: self.when is not None and bool(self.when.readings),
            Trait.NEW_NAME: any(party.is_new for party in self.parties),
            Trait.CHANGED: bool(self.changed),
            Trait.STARRED: self.is_starred,
            Trait.NOTED: bool(self.note),
            Trait.EDITED: bool(self.edited),
        }
        return tuple(trait for trait, is_so in holds.items() if is_so)
