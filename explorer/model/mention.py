"""`Mention`: one dated statement in one article, as the program read it; never edited."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from explorer.model.when import When

BORDERLINE = 0.5  # a mention below this confidence is shown on demand only


class Span(NamedTuple):
    """A half-open stretch of an article's text, in code points."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Tell whether two spans share a character."""
        return self.start < other.end and other.start < self.end


class Status(StrEnum):
    """Whether what is told took place, by the words of the text."""

    HAPPENED = "happened"
    PLANNED = "planned"
    ALLEGED = "alleged"
    DENIED = "denied"


class Role(StrEnum):
    """What a date of a mention dates."""

    HAPPENED = "happened"
    ANNOUNCED = "announced"
    EFFECTIVE = "effective"
    DEADLINE = "deadline"


class PartyType(StrEnum):
    """What sort of actor a party is."""

    COMPANY = "company"
    AGENCY = "agency"
    COURT = "court"
    GOVERNMENT = "government"
    PERSON = "person"


class PartyRole(StrEnum):
    """What a party does in the event."""

    ACTOR = "actor"
    TARGET = "target"
    OTHER = "other"


class Found(StrEnum):
    """How a party was found: named in the quote, or meant by a pronoun or the topic."""

    NAMED = "named"
    INFERRED = "inferred"


class Bound(StrEnum):
    """Which side of a number the true value lies on."""

    OVER = "over"
    UNDER = "under"
    UP_TO = "up to"
    AT_LEAST = "at least"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class MentionDate:
    """A date of a mention: the words, where they stand, what they mean and why (`when` None: unresolved)."""

    when: When | None
    text: str
    span: Span
    role: Role = Role.HAPPENED
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part; `name` is canonical. `is_new` marks a name found by cues alone."""

    name: str
    type: PartyType = PartyType.COMPANY
    role: PartyRole = PartyRole.OTHER
    found: Found = Found.NAMED
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: ISO 4217, "USD/share", "%", "times" or a plural noun as meant ("daily users").

    `value` is the full number; the two ends of a range are two quantities that both carry `low` and `high`.
    `equivalent_of` is the text of the amount that this one converts ("$5.7 million (£4.3 million)").
    """

    text: str
    value: float
    unit: str
    span: Span
    bound: Bound | None = None
    low: float | None = None
    high: float | None = None
    equivalent_of: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One dated statement: the clause, its dates with roles, and what it says; `why` is the trace.

    `id` is stable for the same words at the same place. `dates` is empty only for a statement that the text
    does not date. `attribution` is who says so: the original source, in short.
    """

    id: str
    article: str
    span: Span
    quote: str
    title: str
    kind: str
    status: Status = Status.HAPPENED
    dates: tuple[MentionDate, ...] = ()
    parties: tuple[Party, ...] = ()
    countries: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attribution: str | None = None
    page: int | None = None
    line: int | None = None
    confidence: float = 1.0
    why: tuple[str, ...] = ()

    @property
    def date(self) -> MentionDate | None:
        """Give the date that places the mention: the first that happened, else the first."""
        for date in self.dates:
            if date.role is Role.HAPPENED:
                return date
        return self.dates[0] if self.dates else None

    @property
    def when(self) -> When | None:
        """Give what the placing date means, None where it is unresolved or missing."""
        return self.date.when if self.date else None

    @property
    def is_borderline(self) -> bool:
        """Tell whether it is shown on demand only."""
        return self.confidence < BORDERLINE


def mention_id(article: str, span: Span, date_span: Span | None, ordinal: int = 0) -> str:
    """Name a mention by its place: the article, the clause, the words that date it, and a running number."""
    key = f"{article}|{span.start}|{span.end}|{date_span}|{ordinal}"
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
