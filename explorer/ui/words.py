"""The words of the window: how facets, fields, values, counts and dates are said to people. No Qt."""

from functools import cache

from explorer import resources
from explorer.index.labels import CERTAINTIES as CERTAINTIES
from explorer.index.labels import REVIEWS as REVIEWS
from explorer.index.labels import TRAITS as TRAITS
from explorer.index.labels import article as article
from explorer.index.labels import country as country
from explorer.index.labels import country_names as country_names_by_code
from explorer.index.labels import kind as kind
from explorer.index.labels import value as value
from explorer.model import edtf
from explorer.model.article import Article, DateSource
from explorer.model.decision import EventField
from explorer.model.errors import ExplorerError
from explorer.model.event import Event
from explorer.model.query import Facet
from explorer.model.when import Certainty, Modifier, When

FACETS = {
    Facet.KIND: "Kind",
    Facet.COMPANY: "Company",
    Facet.FAMILY: "Company family",
    Facet.COUNTRY: "Country",
    Facet.REGION: "Region",
    Facet.SOURCE: "Source",
    Facet.STATUS: "Status",
    Facet.CERTAINTY: "Certainty",
    Facet.REVIEW: "Review",
    Facet.TAG: "Tags",
    Facet.IS: "Notable",
}
DATE_SOURCES = {
    DateSource.GIVEN: "stated by the source",
    DateSource.METADATA: "from the file’s metadata",
    DateSource.TEXT: "inferred from the text",
    DateSource.PERSON: "set by you",
    DateSource.UNKNOWN: "unknown",
}
_FIELDS = {EventField.WHEN: "date", EventField.QUANTITIES: "amounts"}


def country_names() -> list[str]:
    """Give the English names of all countries, in the order of the alphabet."""
    return sorted(country_names_by_code().values(), key=str.casefold)


def country_code(said: str) -> str | None:
    """Give the ISO code of a country said by a name or its code, None where there is none such."""
    return _country_codes().get(said.casefold().strip())


@cache
def _country_codes() -> dict[str, str]:
    rows = (line.split("\t") for line in resources.text("extract/countries.tsv").splitlines())
    codes: dict[str, str] = {}
    for row in rows:
        if row[0].startswith("#") or len(row) < 2:
            continue
        for name in (row[0], row[1], *(row[2].split("|") if len(row) > 2 else ())):
            codes.setdefault(name.casefold(), row[0])
    codes.pop("", None)
    return codes


def count(number: int, noun: str, plural: str = "") -> str:
    """Say a number of things: "1 event", "2,310 events"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def when(dated: When | None) -> str:
    """Say a date, or that there is none."""
    return edtf.display(dated) if dated else "undated"


def date(written: str, modifier: str = "") -> str:
    """Say a date of the log, written as EDTF with a modifier; one of another version stays as it is written."""
    try:
        return edtf.display(edtf.parse(written, Modifier(modifier) if modifier else None))
    except (ExplorerError, ValueError):
        return " ".join(filter(None, (written, modifier)))


def field(of: EventField) -> str:
    """Name a field of an event within a sentence: "date"."""
    return _FIELDS.get(of, of.value)


def published(shown: Article) -> str:
    """Say when an article was published; "unknown" where nobody knows."""
    return date(shown.published) if shown.published else "unknown"


def certainty(event: Event) -> str:
    """Say how exactly an event is dated."""
    if event.when is None:
        return "no date in the text"
    if event.when.is_soft:
        return "not exact"
    return {
        Certainty.DAY: "exact day",
        Certainty.MONTH: f"known to the {event.when.precision}",
        Certainty.YEAR: f"known to the {event.when.precision}",
        Certainty.UNDATED: "undated",
    }[event.certainty]


def shown(visible: int, total: int, articles: int, selected: int = 0) -> str:
    """Say for the status bar what is shown: "4 articles · 59 events · all shown"; "3 selected" from two on."""
    told = "all shown" if visible == total else f"{visible:,} shown"
    chosen = f" · {selected:,} selected" if selected > 1 else ""
    return f"{count(articles, 'article')} · {count(total, 'event')} · {told}{chosen}"


def elided(text: str, most: int) -> str:
    """Shorten a text to a number of characters, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def listed(text: str, divider: str = ",") -> tuple[str, ...]:
    """Give the parts of a list that a person typed, each once and without extra spaces."""
    return tuple(dict.fromkeys(part for said in text.split(divider) if (part := " ".join(said.split()))))
