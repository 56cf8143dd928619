"""`python -m tests.extract.annotated [--show] FOLDER…`: how articles are read, and which stage costs what.

A folder holds JSON files, one article each, or several under `articles`: `text`, `title`, `published` and
`events` with `quote_start` and `quote_end` (code points), `start` and `end` (YYYY, YYYY-MM or YYYY-MM-DD),
`type`, `status`, `companies`, `countries`, `quantities` (`value`, `unit`) and `optional`. Or TOML files, one
article each, with tables `event` that quote the text itself (`quote`, which occurs once; `kind`; `quantities`
as pairs), as our own in `news_cases`. `--show` prints what was read otherwise than it was annotated.

The oracle ladder tells what would be right as it is if one stage made no mistake, alone and with the stages
before it. A mention stands for an event if it has its date and their spans share half of the shorter.
"""

import json
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explorer.exchange.records import DateRecord
from explorer.extract import Extraction, lexicon, read_article
from explorer.model.article import Article
from explorer.model.mention import Mention, PartyType, Span

_SHARED, _LEAST_DICE = 0.5, 0.1  # how much of two spans must be common
_NEAR = 0.005  # relative difference of amounts that are the same
STAGES = ("date", "kind", "status", "companies", "countries", "quantities")


@dataclass(frozen=True)
class Expected:
    """An event as a person annotated it; `optional` is neither asked for nor an error."""

    span: Span
    start: str
    end: str | None
    kind: str
    status: str
    companies: frozenset[str]
    countries: frozenset[str]
    quantities: tuple[tuple[float, str], ...]
    is_optional: bool


@dataclass(frozen=True)
class Annotated:
    """An article with its events."""

    article: Article
    events: tuple[Expected, ...]


@dataclass(frozen=True)
class Pair:
    """A mention and the event that it stands for, with the stages that are right."""

    mention: Mention
    event: Expected
    right: frozenset[str]


@dataclass(frozen=True)
class Reading:
    """An annotated article as it was read: pairs, mentions that stand for nothing, events not found."""

    pairs: tuple[Pair, ...]
    false: tuple[Mention, ...]
    missed: tuple[Expected, ...]


def annotated(folders: Iterable[Path]) -> Iterator[Annotated]:
    """Read all annotated articles below some folders."""
    for folder in folders:
        files = (path for path in folder.rglob("*") if path.suffix in (".json", ".toml"))
        for path in sorted(files) if folder.is_dir() else [folder]:
            if path.suffix == ".toml":
                yield _quoted(path.stem, tomllib.loads(path.read_text("utf-8")))
                continue
            record = json.loads(path.read_text("utf-8"))
            for number, one in enumerate(record.get("articles", [record])):
                yield _annotated(f"{path.stem}-{number}", one)


def _quoted(name: str, one: dict[str, Any]) -> Annotated:
    """Make an annotated article of a TOML file, whose events quote it.

    Raises:
        ValueError: a quote does not stand in the text exactly once.
    """
    text, events = one["text"], []
    for event in one["event"]:
        quote = event["quote"]
        if text.count(quote) != 1:
            raise ValueError(f"{name}: “{quote}” stands {text.count(quote)} times in the text")
        start = text.index(quote)
        amounts = [{"value": value, "unit": unit} for value, unit in event.get("quantities", ())]
        events.append(
            event
            | {
                "quote_start": start,
                "quote_end": start + len(quote),
                "type": event["kind"],
                "quantities": amounts,
            }
        )
    return _annotated(name, one | {"published": str(one.get("published") or ""), "events": events})


def _annotated(name: str, one: dict[str, Any]) -> Annotated:
    article = Article(
        name, name, one["text"], title=one.get("title") or "", published=one.get("published") or None
    )
    return Annotated(article, tuple(_expected(event) for event in one["events"]))


def _expected(one: dict[str, Any]) -> Expected:
    return Expected(
        span=Span(one["quote_start"], one["quote_end"]),
        start=one["start"],
        end=one.get("end"),
        kind=one["type"],
        status=one.get("status") or "happened",
        companies=canonical(one.get("companies") or ()),
        countries=frozenset(one.get("countries") or ()),
        quantities=tuple((item["value"], item["unit"]) for item in one.get("quantities") or ()),
        is_optional=bool(one.get("optional")),
    )


def canonical(names: Iterable[str]) -> frozenset[str]:
    """Give names as the gazetteer writes them, without regard to case."""
    return frozenset(_canonical(name).casefold() for name in names)


def _canonical(name: str) -> str:
    whole = Span(0, len(name))
    return next((entry.name for span, entry in lexicon.companies().find(name) if span == whole), name)


def read(one: Annotated) -> Reading:
    """Read an annotated article and tell what is right."""
    return judged(one, read_article(one.article))


def judged(one: Annotated, extraction: Extraction) -> Reading:
    """Pair the mentions of an article with its events: a right date first, then the closer spans."""
    told = [mention for mention in extraction.mentions if not mention.is_borderline]
    weights = sorted(
        (
            (
                _has_date(mention, event),
                _closeness(mention.span, event.span),
                len(_right(mention, event)),
                -i,
                -j,
            )
            for i, mention in enumerate(told)
            for j, event in enumerate(one.events)
            if _is_here(mention.span, event.span)
        ),
        reverse=True,
    )
    taken: dict[int, int] = {}
    for *_, i, j in weights:
        if -i not in taken and -j not in taken.values():
            taken[-i] = -j
    pairs = [(told[i], one.events[j]) for i, j in taken.items() if not one.events[j].is_optional]
    false = [mention for i, mention in enumerate(told) if i not in taken]
    missed = [e for j, e in enumerate(one.events) if j not in taken.values() and not e.is_optional]
    return Reading(tuple(Pair(m, e, _right(m, e)) for m, e in pairs), tuple(false), tuple(missed))


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _closeness(one: Span, other: Span) -> float:
    return 2 * _common(one, other) / (one.end - one.start + other.end - other.start)


def _is_here(one: Span, other: Span) -> bool:
    shorter = min(one.end - one.start, other.end - other.start)
    return _common(one, other) >= _SHARED * shorter and _closeness(one, other) >= _LEAST_DICE


def _has_date(mention: Mention, event: Expected) -> bool:
    """Tell whether a mention has the date of an event; a finer one that agrees will do."""
    date = mention.date
    if date is None or date.when is None:
        return False
    record = DateRecord.of(date)
    has_end = event.end is None or (record.end or record.start or "").startswith(event.end)
    return (record.start or "").startswith(event.start) and has_end


def _right(mention: Mention, event: Expected) -> frozenset[str]:
    companies = canonical(party.name for party in mention.parties if party.type is PartyType.COMPANY)
    units = sorted(unit for _, unit in event.quantities)
    amounts = sorted(value for value, _ in event.quantities)
    values = sorted(quantity.value for quantity in mention.quantities)
    is_equal = len(values) == len(amounts) and all(
        abs(mine - its) <= _NEAR * abs(its) for mine, its in zip(values, amounts, strict=True)
    )
    stages = {
        "date": _has_date(mention, event),
        "kind": mention.kind == event.kind,
        "status": mention.status.value == event.status,
        "companies": companies == event.companies,
        "countries": set(mention.countries) == event.countries,
        "quantities": is_equal and sorted(quantity.unit for quantity in mention.quantities) == units,
    }
    return frozenset(stage for stage, is_right in stages.items() if is_right)


def share(part: int, whole: int) -> float:
    """Divide, where nothing of nothing is all."""
    return part / whole if whole else 1.0


def ladder(readings: Sequence[Reading]) -> list[tuple[str, float, float]]:
    """Give for each stage what would be right as it is, if that stage alone, and all up to it, were perfect."""
    pairs = [pair for reading in readings for pair in reading.pairs]
    told = len(pairs) + sum(len(reading.false) for reading in readings)

    def right(given: frozenset[str], whole: int) -> float:
        return share(sum(not set(STAGES) - pair.right - given for pair in pairs), whole)

    rows = [("as read", right(frozenset(), told), right(frozenset(), told))]
    rows.append(("spans", right(frozenset(), len(pairs)), right(frozenset(), len(pairs))))
    for at, stage in enumerate(STAGES, 1):
        rows.append((stage, right(frozenset((stage,)), told), right(frozenset(STAGES[:at]), len(pairs))))
    return rows


def differences(one: Annotated, reading: Reading) -> Iterator[str]:
    """Tell, event by event, what was read otherwise than it was annotated."""
    text, name = one.article.text, one.article.id
    for pair in reading.pairs:
        mention, event = pair.mention, pair.event
        record = DateRecord.of(mention.date) if mention.date else None
        companies = sorted(p.name for p in mention.parties if p.type is PartyType.COMPANY)
        amounts = [(quantity.value, quantity.unit) for quantity in mention.quantities]
        sides = {
            "date": (f"{event.start}..{event.end}", record and f"{record.start}..{record.end}"),
            "kind": (event.kind, mention.kind),
            "status": (event.status, mention.status.value),
            "companies": (sorted(event.companies), companies),
            "countries": (sorted(event.countries), sorted(mention.countries)),
            "quantities": (list(event.quantities), amounts),
        }
        wrong = [f"    {s:10} {sides[s][0]} | {sides[s][1]}" for s in STAGES if s not in pair.right]
        if wrong:
            yield "\n".join([f"{name}: {text[slice(*mention.span)]}", *wrong])
    for mention in reading.false:
        yield f"{name}: not asked for: {mention.when and mention.when.edtf} {mention.kind}: {mention.quote}"
    for event in reading.missed:
        yield f"{name}: missed: {event.start} {event.kind}: {text[slice(*event.span)]}"


def main(arguments: list[str]) -> None:
    """Print, for each folder and for all, the share of right stages and the ladder."""
    for folder in (Path(argument) for argument in arguments if argument != "--show"):
        articles = list(annotated([folder]))
        readings = [read(one) for one in articles]
        if "--show" in arguments:
            for one, reading in zip(articles, readings, strict=True):
                print(*differences(one, reading), sep="\n")
        pairs = [pair for reading in readings for pair in reading.pairs]
        dated = sum("date" in pair.right for pair in pairs)
        told = len(pairs) + sum(len(reading.false) for reading in readings)
        asked = len(pairs) + sum(len(reading.missed) for reading in readings)
        print(f"{folder.name}: precision {share(dated, told):.3f}, recall {share(dated, asked):.3f}")
        for stage in STAGES:
            print(f"  {stage:11} right {share(sum(stage in pair.right for pair in pairs), len(pairs)):.3f}")
        print("  if perfect    alone   with those before")
        for name, alone, together in ladder(readings):
            print(f"  {name:11} {alone:.3f}   {together:.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
