"""The records of the extractor: what it gives back, and what its modules hand to each other.

No one changes one once it is made; those of which many are made are not declared frozen, as that makes them
four times as slow to make.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from explorer.model.article import Article
from explorer.model.mention import Mention, MentionDate, Party, PartyType, Quantity, Role, Span, Status
from explorer.model.when import When

if TYPE_CHECKING:  # at run time it would load all grammars of dates
    from explorer.dates.timex import Expression


@dataclass(slots=True)
class Unused:
    """Words that look like a date and date no mention, with the reason."""

    span: Span
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read out of one article; `article` has its missing metadata filled in."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    unused: tuple[Unused, ...] = ()


@dataclass(slots=True)
class Trigger:
    """Words that speak for a kind of event; `weight` grows with how telling they are.

    `span` begins with the verb where there is one, `whole` with who acts, if the frame asks for that.
    """

    kind: str
    weight: float
    span: Span
    whole: Span


@dataclass(slots=True)
class NameHit:
    """A party's name where it stands: only cited (`is_source`), or only part of a product's (`is_product`)."""

    span: Span
    name: str
    type: PartyType = PartyType.COMPANY
    country: str = ""
    is_media: bool = False
    is_venue: bool = False
    is_new: bool = False
    is_source: bool = False
    is_product: bool = False


@dataclass(slots=True)
class CountryHit:
    """A country meant by the words at a place; `is_weak` for a city or what only qualifies a company."""

    span: Span
    code: str
    is_weak: bool = False


@dataclass(slots=True)
class Candidate:
    """A stretch of a sentence that may state an event, with the date that dates it."""

    span: Span
    sentence: Span
    expression: "Expression | None"
    when: When | None
    role: Role = Role.HAPPENED
    also: tuple[MentionDate, ...] = ()
    is_inherited: bool = False
    is_statement: bool = False
    date_span: Span | None = None
    basis: Span | None = None  # the words that tell the kind, where the span itself has none
    is_compared: bool = False  # a figure with which that of the basis is compared, and so of its kind
    beside: tuple[Span, ...] = ()  # stretches within that tell of another date, with the amounts there
    others: tuple[Span, ...] = ()  # stretches within that tell of other members of the list that it is of
    put: tuple[Span, str] | None = None  # words of a whole clause in the place of others: "was" by a participle
    shown: Span | None = None  # the words to quote, where the span is only the part of them that tells it
    why: tuple[str, ...] = ()


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


P = TypeVar("P", bound=_Placed)


class Placed(tuple[P, ...]):
    """Items in order of place, with where they start: they are looked for by that all the time."""

    def __init__(self, items: Iterable[P] = ()) -> None:
        self.starts = [item.span.start for item in self]


@dataclass(frozen=True, slots=True)
class Found:
    """All that was found in a text before it is cut into clauses, in order of place."""

    text: str
    sentences: tuple[Span, ...]
    expressions: Placed["Expression"]
    names: Placed[NameHit]
    countries: Placed[CountryHit] = field(default_factory=Placed)
    quantities: Placed[Quantity] = field(default_factory=Placed)
    triggers: Placed[Trigger] = field(default_factory=Placed)
    headings: Mapping[Span, "Expression"] = field(default_factory=dict)  # the lines that are nothing but a date
    entries: Mapping[Span, "Expression"] = field(default_factory=dict)  # the sentences that their date begins
    title: tuple[str, ...] = ()  # the countries that the title names

    def without(self, stretches: Sequence[Span]) -> "Found":
        """Give what was found beside some stretches."""
        names = [hit for hit in self.names if not any(one.overlaps(hit.span) for one in stretches)]
        countries = [hit for hit in self.countries if not any(one.overlaps(hit.span) for one in stretches)]
        return replace(self, names=Placed(names), countries=Placed(countries))


@dataclass(slots=True)
class Told:
    """What a title is made of."""

    text: str
    span: Span
    date: Span | None
    kind: str
    status: Status
    parties: Sequence[Party]
    countries: Sequence[str]
    quantities: Sequence[Quantity]
    trigger: Trigger | None
    sentence: Span
    names: Sequence[NameHit] = ()  # all of the article, in order of place


def whole(told: Told, joint: Span, put: str) -> Told:
    """Give what a title is made of as if other words stood in a place: "was" between noun and participle."""
    return _cut(told, joint.start, joint.end, put)


def without(told: Told, stretches: Sequence[Span]) -> Told:
    """Give what a title is made of as if some stretches did not stand in the text."""
    for start, end in sorted(stretches, reverse=True):
        told = _cut(told, start, end)
    return told


def _cut(told: Told, start: int, end: int, put: str = "") -> Told:
    """Take a stretch out of a text and put other words there; what stands behind it moves."""

    def moved(span: Span) -> Span:
        return Span(*(at if at <= start else max(start, at - end + start + len(put)) for at in span))

    return replace(
        told,
        text=told.text[:start] + put + told.text[end:],
        span=moved(told.span),
        date=told.date and moved(told.date),
        quantities=[replace(one, span=moved(one.span)) for one in told.quantities],
        trigger=told.trigger
        and replace(told.trigger, span=moved(told.trigger.span), whole=moved(told.trigger.whole)),
        sentence=moved(told.sentence),
        names=[replace(hit, span=moved(hit.span)) for hit in told.names if not start <= hit.span.start < end],
    )


def inside(items: Placed[P], span: Span) -> list[P]:
    """Give the items that lie wholly in a span."""
    start, end = span
    starts = items.starts
    first = bisect_left(starts, start)
    if first == len(starts) or starts[first] >= end:
        return []  # mostly
    return [item for item in items[first : bisect_left(starts, end, first)] if item.span[1] <= end]
