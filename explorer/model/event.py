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
        date = self.date
        return date.when if date else None

    @property
    def certainty(self) -> Certainty:
        """Say how exactly it is dated."""
        when = self.when
        return when.certainty if when else Certainty.UNDATED

    @property
    def articles(self) -> tuple[str, ...]:
        """Name the articles that tell of it, in the order of its mentions."""
        if len(self.mentions) == 1:  # nearly all
            return (self.mentions[0].article,)
        return tuple(dict.fromkeys([mention.article for mention in self.mentions]))

    @property
    def companies(self) -> tuple[str, ...]:
        """Name the companies that take part."""
        return tuple([party.name for party in self.parties if party.type is PartyType.COMPANY])

    @property
    def has_conflict(self) -> bool:
        """Tell whether sources disagree and no person has decided."""
        return bool(self.conflicts) and not all(conflict.is_settled for conflict in self.conflicts)

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
        # Asked of every event whenever a table is made, so each question is put as cheaply as can be.
        found: list[Trait] = []
        if self.conflicts and self.has_conflict:
            found.append(Trait.CONFLICT)
        if self.independent == 1:
            found.append(Trait.SINGLE_SOURCE)
        if self.date and self.date.when and self.date.when.readings:
            found.append(Trait.AMBIGUOUS)
        for party in self.parties:
            if party.is_new:
                found.append(Trait.NEW_NAME)
                break
        if self.changed:
            found.append(Trait.CHANGED)
        if self.is_starred:
            found.append(Trait.STARRED)
        if self.note:
            found.append(Trait.NOTED)
        if self.edited:
            found.append(Trait.EDITED)
        return tuple(found)
