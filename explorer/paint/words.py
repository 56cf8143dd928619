"""`Words`: all that a page says by itself, in one language, and how that language writes numbers and dates.

A language is one file, `resources/pages/<language>.toml`; the names of countries and measures stand beside it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from explorer import resources
from explorer.index import labels
from explorer.index.filter import ENGLISH, Phrases
from explorer.model.article import Article
from explorer.model.edtf import MONTHS
from explorer.model.query import Facet
from explorer.paint import dates

LANGUAGES = ("en", "de", "fr", "es", "id", "zh")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a picture in a language, and how it writes numbers and dates."""

    language: str
    entries: Mapping[str, str]
    kinds: Mapping[str, str]
    countries: Mapping[str, str]
    units: Mapping[str, str]  # what measures count, by its English name
    values: Mapping[str, str]  # of facets that have few
    bounds: Mapping[str, str]  # of values: "over 150"
    filter: Mapping[str, str]
    patterns: Mapping[str, str]  # of dates; none in English
    names: Mapping[str, str]  # of months, days and powers of ten, by their English
    group: str
    decimal: str

    def __call__(self, key: str, **fields: object) -> str:
        """Give a phrase with its fields filled in; numbers as the language writes them."""
        told = {name: self.number(f"{one:,}") if isinstance(one, int) else one for name, one in fields.items()}
        return self.entries[key].format(**told)

    def counted(self, one: str, many: str, number: int, **fields: object) -> str:
        """Give the phrase for one thing or for many."""
        return self(one) if number == 1 else self(many, **fields)

    def kind(self, id_: str) -> str:
        """Say a kind of event."""
        known = resources.kinds().get(id_)
        return self.kinds.get(id_) or (known.label if known else id_)

    def naming(self, articles: Mapping[str, Article]) -> Callable[[Facet, str], str]:
        """Give how values of facets are said."""

        def said(facet: Facet, value: str) -> str:
            match facet:
                case Facet.KIND:
                    return self.kind(value)
                case Facet.COUNTRY:
                    return self.countries.get(value) or labels.country(value)
                case Facet.SOURCE:
                    return labels.article(articles[value]) if value in articles else value
                case Facet.STATUS | Facet.CERTAINTY | Facet.REVIEW | Facet.IS:
                    return self.values.get(value, value)
            return value

        return said

    def unit(self, text: str) -> str:
        """Say the unit of a measure, "daily users (IN)" or "EUR/share (revenue)"; codes of money stay."""
        unit, _, details = text.partition(" (")
        parts = [self.units.get(part, part) for part in unit.split("/")]
        told = [self._detail(detail) for detail in details.rstrip(")").split(", ") if detail]
        return "/".join(parts) + (f" ({', '.join(told)})" if told else "")

    def _detail(self, text: str) -> str:
        """Say of what a sum is, or where a number holds."""
        return self.units.get(text) or self.countries.get(text) or labels.country(text)

    def phrases(self) -> Phrases:
        """Give the words in which a filter is told."""
        if not self.patterns:
            return ENGLISH
        return Phrases(self.filter, self.date)

    def number(self, text: str) -> str:
        """Rewrite the numbers of a text that we wrote ourselves, "1,500.5"."""
        if (self.group, self.decimal) == (",", "."):
            return text
        swap = str.maketrans({",": self.group, ".": self.decimal})
        return _NUMBER.sub(lambda found: found[0].translate(swap), text)

    def date(self, text: str) -> str:
        """Put a date that we wrote ourselves into the language."""
        return dates.told(text, self.patterns, self.names) if self.patterns else text


@cache
def words(language: str) -> Words:
    """Give the words of a language, of which there are `LANGUAGES`."""
    entries = resources.toml(f"pages/{language}.toml")
    names: dict[str, str] = dict(entries.get("scale", {}))
    for ours, theirs in (
        ([month[:3] for month in MONTHS], entries.get("short_months", [])),
        (MONTHS, entries.get("months", [])),
        (_DAYS, entries.get("days", [])),
    ):
        names.update(zip(ours, theirs, strict=False))
    if "months" in entries:
        names["May"] = entries["months"][4]  # the same in short
    return Words(
        language,
        entries["words"],
        entries.get("kinds", {}),
        _named("countries", language),
        _named("measures", language),
        entries["values"],
        entries["bounds"],
        entries.get("filter", {}),
        entries.get("dates", {}),
        names,
        entries["group"],
        entries["decimal"],
    )


def _named(table: str, language: str) -> Mapping[str, str]:
    """Give the names of a table, by ISO 3166 code or by the English name; none for English itself."""
    head, *lines = resources.text(f"pages/{table}.tsv").splitlines()
    columns = head.rstrip(".").split(", ")[-lines[0].count("\t") :]
    if language not in columns:
        return {}
    at = columns.index(language) + 1
    return {row[0]: row[at] for row in (line.split("\t") for line in lines)}
