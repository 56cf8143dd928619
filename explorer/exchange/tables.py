"""Events as files of other programs: CSV, JSON, JSON Lines; and as a plain table to read in a terminal."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from explorer import folders
from explorer.chronology import measures
from explorer.exchange.records import EventRecord, EventsRecord, article_name
from explorer.model.article import Article
from explorer.model.edtf import bounds, display
from explorer.model.errors import ExplorerError
from explorer.model.event import Event

COLUMNS = (
    "date start end precision modifier title kind status companies parties countries quantities review sources "
    "independent_sources conflicts tags note quote article publisher published attribution date_words "
    "date_why id"
).split()
MEASURE_COLUMNS = "company measure date start end value low high bound conflict quote article id".split()
SUFFIXES = (".csv", ".json", ".jsonl")

# A spreadsheet takes such a cell for a formula, also behind spaces and in full width.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(events: Iterable[Event], articles: Mapping[str, Article], target: Path) -> None:
    """Write events to a file by its suffix, whole or not at all.

    Raises `ExplorerError` for a suffix that is none of `SUFFIXES` and for a target that cannot be written.
    """
    makers = {".csv": as_csv, ".json": as_json, ".jsonl": as_jsonl}
    suffix = target.suffix.lower()
    if suffix not in makers:
        raise ExplorerError(
            f"{target.name}: events can be written as {', '.join(SUFFIXES)}, not as {suffix!r}."
        )
    text = makers[suffix](events, articles)
    # A byte order mark tells spreadsheets that the table is UTF-8; JSON must not have one.
    content = text.encode("utf-8-sig" if suffix == ".csv" else "utf-8")
    folders.write_asked(target, content)


def as_json(events: Iterable[Event], articles: Mapping[str, Article]) -> str:
    """Write events as one JSON document."""
    record = EventsRecord(events=[EventRecord.of(event, articles) for event in events])
    return record.model_dump_json(indent=1) + "\n"


def as_jsonl(events: Iterable[Event], articles: Mapping[str, Article]) -> str:
    """Write events as JSON Lines, one a line."""
    return "".join(EventRecord.of(event, articles).as_line() + "\n" for event in events)


def as_csv(events: Iterable[Event], articles: Mapping[str, Article]) -> str:
    """Write events as CSV, a row each; the quote is that of the first mention."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for event in events:
        writer.writerow([_safe(cell) for cell in _row(event, articles)])
    return sheet.getvalue()


def write_measures(events: Iterable[Event], articles: Mapping[str, Article], target: Path) -> int:
    """Write the values behind the measures of events as CSV and give their number.

    Raises `ExplorerError` for a target that cannot be written.
    """
    text = measures_as_csv(events, articles)
    folders.write_asked(target, text.encode("utf-8-sig"))
    return text.count("\r\n") - 1


def measures_as_csv(events: Iterable[Event], articles: Mapping[str, Article]) -> str:
    """Write the values of measures as CSV, a row each: whose, when, how much, how bounded, and who says so."""
    known = list(events)
    by_id = {event.id: event for event in known}
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(MEASURE_COLUMNS)
    for series in measures.series(known):
        for point in series.points:
            told = next(m for m in by_id[point.event_id].mentions if m.id == point.mention_id)
            start, end = bounds(point.when)
            row = [
                series.company,
                series.unit,
                display(point.when),
                start or "",
                end or "",
                *(_plain(value) for value in (point.value, point.low, point.high)),
                point.bound.value if point.bound else "",
                "yes" if point.is_conflict else "",
                " ".join(told.quote.split()),
                article_name(articles, told.article),
                point.event_id,
            ]
            writer.writerow([_safe(cell) for cell in row])
    return sheet.getvalue()


def _plain(value: float | None) -> str:
    """Write a number without an exponent, so that every program reads it."""
    return "" if value is None else f"{value:.12g}" if abs(value) < 1e-4 or value % 1 else f"{value:.0f}"


def as_text(events: Sequence[Event], articles: Mapping[str, Article], width: int | None = None) -> str:
    """Write events as lines to read: date, kind, title, articles; cut to a width in characters, if given."""
    rows = [
        (
            (display(event.when) if event.when else "undated") + (" ≠" if event.has_conflict else ""),
            event.kind if event.status == "happened" else f"{event.kind}, {event.status}",
            event.title,
            ", ".join(article_name(articles, id_) for id_ in event.articles),
        )
        for event in events
    ]
    columns = list(zip(*rows, strict=True)) or [(), (), (), ()]
    widths = [max((len(cell) for cell in column), default=0) for column in columns[:3]]
    lines = ("  ".join([*(c.ljust(w) for c, w in zip(row, widths, strict=False)), row[3]]) for row in rows)
    return "".join(_cut(line.rstrip(), width) + "\n" for line in lines)


def _cut(line: str, width: int | None) -> str:
    return line if width is None or len(line) <= width else line[: width - 1].rstrip() + "…"


def _row(event: Event, articles: Mapping[str, Article]) -> list[str]:
    when, first = event.when, event.mentions[0] if event.mentions else None
    start, end = bounds(when) if when else (None, None)
    article = articles.get(first.article) if first else None
    return [
        display(when) if when else "",
        start or "",
        end or "",
        when.precision if when else "",
        (when.modifier or "") if when else "",
        event.title,
        event.kind,
        event.status,
        "; ".join(event.companies),
        "; ".join(party.name for party in event.parties),
        "; ".join(event.countries),
        "; ".join(quantity.text for quantity in event.quantities),
        event.review,
        "; ".join(article_name(articles, id_) for id_ in event.articles),
        str(event.independent),
        "; ".join(f"{c.field}: {' ≠ '.join(v.text for v in c.values)}" for c in event.conflicts),
        "; ".join(event.tags),
        event.note,
        first.quote if first else "",
        article.title if article else "",
        article.publisher if article else "",
        (article.published or "") if article else "",
        (first.attribution or "") if first else "",
        event.date.text if event.date else "",
        "; ".join(event.date.why) if event.date else "",
        event.id,
    ]


def _safe(cell: str) -> str:
    """Guard against formula injection (OWASP ASVS 1.2.10) with a leading apostrophe."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell
