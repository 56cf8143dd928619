"""The records that others read: pydantic models of articles, mentions, date expressions and events.

Fields may be added, never renamed. Dates travel as texts, EDTF or `YYYY-MM-DD` cut to what is known: pydantic
would read "2020" as a moment of the first day of 1970.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from explorer.dates.timex import Expression, Rejected
from explorer.model.article import Article
from explorer.model.edtf import bounds
from explorer.model.event import Conflict, Event
from explorer.model.mention import Mention, MentionDate, Party, Quantity

Offsets = tuple[int, int]
_SURROGATES = re.compile("[\ud800-\udfff]")


class Record(BaseModel):
    """What every record shares: immutable, and strict about what it holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def as_line(self) -> str:
        """Write it as one line of JSON."""
        return self.model_dump_json()


class ArticleRecord(Record):
    """An article; only `text` is required of one that comes in."""

    id: str | None = Field(None, description="any text; how outputs name the article")
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = Field(None, description="EDTF")
    language: str | None = Field(None, description="ISO 639-1")
    text: str
    published_source: str | None = Field(None, description="given, metadata, text (inferred), person, unknown")
    published_why: str | None = None

    @classmethod
    def of(cls, article: Article) -> "ArticleRecord":
        """Make the record of an article."""
        return cls(
            id=article.name,
            title=article.title or None,
            publisher=article.publisher or None,
            url=article.url or None,
            published=article.published,
            language=article.language or None,
            text=_valid(article.text),
            published_source=article.published_source,
            published_why=article.published_why or None,
        )


class DateRecord(Record):
    """A date of a mention: its role, its words and what they mean; `start` is null where that is unknown."""

    role: str = Field(description="happened, announced, effective, deadline")
    edtf: str | None
    start: str | None = Field(description="YYYY, YYYY-MM or YYYY-MM-DD, no finer than the words justify")
    end: str | None = Field(description="null where start at its precision says it all")
    precision: str | None
    modifier: str | None = Field(description="early, mid, late, about, before, after")
    text: str
    span: Offsets
    readings: list[str] = Field(description="the values of an ambiguous date, EDTF")
    why: list[str]

    @classmethod
    def of(cls, date: MentionDate) -> "DateRecord":
        """Make the record of a date."""
        when = date.when
        start, end = bounds(when) if when else (None, None)
        return cls(
            role=date.role,
            edtf=when.edtf if when else None,
            start=start,
            end=end,
            precision=when.precision if when else None,
            modifier=when.modifier if when else None,
            text=_valid(date.text),
            span=date.span,
            readings=[reading.edtf for reading in when.readings] if when else [],
            why=[_valid(why) for why in date.why],
        )


class PartyRecord(Record):
    """Who takes part."""

    name: str
    type: str = Field(description="company, agency, court, government, person")
    role: str = Field(description="actor, target, other")
    found: str = Field(description="named: the words stand in the quote; inferred: pronoun or topic")

    @classmethod
    def of(cls, party: Party) -> "PartyRecord":
        """Make the record of a party."""
        return cls(name=party.name, type=party.type, role=party.role, found=party.found)


class QuantityRecord(Record):
    """A number with its unit."""

    text: str
    value: float
    unit: str = Field(description="ISO 4217, USD/share, %, times, or a plural noun as meant")
    bound: str | None = Field(description="over, under, up to, at least, about")
    low: float | None
    high: float | None
    equivalent_of: str | None = Field(description="the amount that this one converts")
    span: Offsets

    @classmethod
    def of(cls, quantity: Quantity) -> "QuantityRecord":
        """Make the record of a quantity."""
        return cls(
            text=quantity.text,
            value=quantity.value,
            unit=quantity.unit,
            bound=quantity.bound,
            low=quantity.low,
            high=quantity.high,
            equivalent_of=quantity.equivalent_of,
            span=quantity.span,
        )


class PlaceRecord(Record):
    """Where in its document a mention stands, counted from 1."""

    page: int | None
    line: int | None


class MentionRecord(Record):
    """One dated statement in one article."""

    article: str
    title: str
    kind: str
    status: str = Field(description="happened, planned, alleged, denied")
    dates: list[DateRecord]
    quote: str
    span: Offsets
    parties: list[PartyRecord]
    countries: list[str] = Field(description="ISO 3166-1 alpha-2")
    quantities: list[QuantityRecord]
    attribution: str | None
    place: PlaceRecord
    confidence: float = Field(ge=0, le=1, description="below 0.5: borderline")
    why: list[str] = []
    id: str

    @classmethod
    def of(cls, mention: Mention, article: str) -> "MentionRecord":
        """Make the record of a mention; `article` is how outputs name its article."""
        return cls(
            article=article,
            title=_valid(mention.title),
            kind=mention.kind,
            status=mention.status,
            dates=[DateRecord.of(date) for date in mention.dates],
            quote=_valid(mention.quote),
            span=mention.span,
            parties=[PartyRecord.of(party) for party in mention.parties],
            countries=list(mention.countries),
            quantities=[QuantityRecord.of(quantity) for quantity in mention.quantities],
            attribution=mention.attribution,
            place=PlaceRecord(page=mention.page, line=mention.line),
            confidence=round(mention.confidence, 3),
            why=[_valid(why) for why in mention.why],
            id=mention.id,
        )


class ConflictValueRecord(Record):
    """One side of a conflict, with the ids of the mentions that state it."""

    text: str
    mentions: list[str]


class ConflictRecord(Record):
    """Values that cannot all be right; `chosen` is the index of the one a person chose, `wrong` of errors."""

    field: str = Field(description="date, amount")
    values: list[ConflictValueRecord]
    settled: bool
    chosen: int | None
    wrong: list[int] = Field(default=[], description="indexes of the values that are errors of their sources")

    @classmethod
    def of(cls, conflict: Conflict) -> "ConflictRecord":
        """Make the record of a conflict."""
        return cls(
            field=conflict.field,
            values=[ConflictValueRecord(text=v.text, mentions=list(v.mentions)) for v in conflict.values],
            settled=conflict.is_settled,
            chosen=conflict.chosen,
            wrong=list(conflict.wrong),
        )


class EventRecord(Record):
    """One happening with all its mentions; the first of `dates` with the role happened places it."""

    id: str
    title: str
    kind: str
    status: str
    dates: list[DateRecord]
    parties: list[PartyRecord]
    countries: list[str]
    quantities: list[QuantityRecord]
    review: str = Field(description="unreviewed, accepted, rejected")
    starred: bool
    tags: list[str]
    notes: str
    conflicts: list[ConflictRecord]
    edited: list[str] = Field(description="fields that a person set")
    independent_sources: int
    confidence: float
    mentions: list[MentionRecord]

    @classmethod
    def of(cls, event: Event, articles: Mapping[str, Article]) -> "EventRecord":
        """Make the record of an event; `articles` by id give its mentions the names of their articles."""
        placed = [event.date] if event.date else []
        return cls(
            id=event.id,
            title=_valid(event.title),
            kind=event.kind,
            status=event.status,
            dates=[DateRecord.of(date) for date in dict.fromkeys((*placed, *event.dates))],
            parties=[PartyRecord.of(party) for party in event.parties],
            countries=list(event.countries),
            quantities=[QuantityRecord.of(quantity) for quantity in event.quantities],
            review=event.review,
            starred=event.is_starred,
            tags=list(event.tags),
            notes=event.note,
            conflicts=[ConflictRecord.of(conflict) for conflict in event.conflicts],
            edited=sorted(event.edited),
            independent_sources=event.independent,
            confidence=round(event.confidence, 3),
            mentions=[MentionRecord.of(m, article_name(articles, m.article)) for m in event.mentions],
        )


class EventsRecord(Record):
    """All events of a file."""

    events: list[EventRecord]


class ExpressionRecord(Record):
    """A date expression, with the type and value of TIMEX3 (ISO-TimeML)."""

    start: int
    end: int
    text: str
    type: str = Field(description="DATE, TIME, DURATION, SET")
    value: str | None
    mod: str | None
    edtf: str | None
    anchor: str | None = Field(description="EDTF of the date it counts from; null for an absolute one")
    why: list[str]
    interval: str | None = Field(None, description="EDTF of the range of which it is an end")
    readings: list[str] = Field([], description="the values of an ambiguous date, EDTF")

    @classmethod
    def of(cls, found: Expression) -> "ExpressionRecord":
        """Make the record of a date expression."""
        return cls(
            start=found.span.start,
            end=found.span.end,
            text=_valid(found.text),
            type=found.type,
            value=found.value,
            mod=found.mod,
            edtf=found.when.edtf if found.when else None,
            anchor=found.anchor,
            why=[_valid(why) for why in found.why],
            interval=found.interval.edtf if found.interval else None,
            readings=[reading.edtf for reading in found.when.readings] if found.when else [],
        )


class RejectedRecord(Record):
    """Words that look like a date and are none."""

    start: int
    end: int
    text: str
    why: str

    @classmethod
    def of(cls, rejected: Rejected) -> "RejectedRecord":
        """Make the record of such words."""
        span = rejected.span
        return cls(start=span.start, end=span.end, text=_valid(rejected.text), why=_valid(rejected.why))


class DatesRecord(Record):
    """The date expressions of one article, and the publication date that they were counted from."""

    article: str
    dates: list[ExpressionRecord]
    published: str | None = Field(None, description="EDTF; null where it is unknown")
    published_source: str | None = Field(None, description="given, metadata, text (inferred), person, unknown")
    published_why: str | None = None
    rejected: list[RejectedRecord] = Field([], description="what looked like a date and is none")

    @classmethod
    def of(cls, article: Article, found: Iterable[Expression], rejected: Iterable[Rejected]) -> "DatesRecord":
        """Make the record of an article's date expressions."""
        return cls(
            article=article.name,
            dates=[ExpressionRecord.of(one) for one in found],
            published=article.published,
            published_source=article.published_source,
            published_why=article.published_why or None,
            rejected=[RejectedRecord.of(one) for one in rejected],
        )


def article_name(articles: Mapping[str, Article], id_: str) -> str:
    """Give the name of an article; its id where the article is gone."""
    return articles[id_].name if id_ in articles else id_


def schema() -> dict[str, Any]:
    """Give the JSON Schema of every record, by its name in the interchange formats."""
    records: dict[str, type[Record]] = {
        "article": ArticleRecord,
        "mention": MentionRecord,
        "dates": DatesRecord,
        "events": EventsRecord,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "records": {name: record.model_json_schema() for name, record in records.items()},
    }


def _valid(text: str) -> str:
    """JSON knows no lone surrogates, which broken files leave in a text; one character stays one."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)
