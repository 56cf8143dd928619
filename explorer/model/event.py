"""`Event`: what the timeline shows: one or more mentions with a person's decisions laid over them.

Derived by `chronology` and never edited; its id is that of its oldest mention, so that links to it last.
"""

from dataclasses import dataclass
from enum import StrEnum

from explorer.model.decision import Review
from explorer.model.mention import Mention, MentionDate, Party, PartyType, Quantity, Status
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
    """Values that cannot all be right. Both stay; `chosen` is the index of the one a person chose, if any."""

    field: ConflictField
    values: tuple[ConflictValue, ...]
    is_settled: bool = False
    chosen: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One happening. `date` places it (None: undated); `dates` are all, with roles, across its mentions.

    `mentions` begin with the oldest. `edited` names the fields that a person set. `links` says why mentions
    were taken for one event. `independent` counts sources that do not copy one another.
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
