"""The names by which people know the values of facets; the window and the command line say the same."""

from collections.abc import Mapping
from functools import cache

from explorer import resources
from explorer.index.language import Names
from explorer.index.table import EventTable
from explorer.model.article import Article
from explorer.model.query import Facet

TRAITS = {
    "conflict": "in conflict",
    "single-source": "single source",
    "ambiguous": "ambiguous date",
    "new-name": "new name",
    "changed": "changed since accepted",
    "noted": "with a note",
    "added": "newly added",
    "confirmed": "newly confirmed",
    "contradicted": "newly contradicted",
    "met": "target met",
    "missed": "target missed",
}
CERTAINTIES = {"day": "exact day", "month": "month, quarter", "year": "year or wider", "undated": "undated"}
REVIEWS = {"unreviewed": "to review", "accepted": "accepted", "rejected": "rejected"}


def kind(id_: str) -> str:
    """Say a kind of event; one that is not listed is said by its id."""
    known = resources.kinds().get(id_)
    return known.label if known else id_.capitalize()


def country(code: str) -> str:
    """Say a country by its English name; a code without one is said as it is."""
    return country_names().get(code, code)


@cache
def country_names() -> Mapping[str, str]:
    """Give the English names of countries by ISO 3166 code."""
    rows = (line.split("\t") for line in resources.text("extract/countries.tsv").splitlines())
    return {row[0]: row[1] for row in rows if len(row) > 1 and not row[0].startswith("#")}


def article(shown: Article) -> str:
    """Say an article: its title, else its name."""
    return shown.title or shown.name


def value(facet: Facet, id_: str, articles: Mapping[str, Article] | None = None) -> str:
    """Say one value of a facet."""
    match facet:
        case Facet.KIND:
            return kind(id_)
        case Facet.COUNTRY:
            return country(id_)
        case Facet.SOURCE:
            known = (articles or {}).get(id_)
            return article(known) if known else id_
        case Facet.CERTAINTY:
            return CERTAINTIES.get(id_, id_)
        case Facet.REVIEW:
            return REVIEWS.get(id_, id_)
        case Facet.IS:
            return TRAITS.get(id_, id_)
        case _:
            return id_


def names(table: EventTable, articles: Mapping[str, Article]) -> Names:
    """Give the values of a table and their names, for reading and writing filters."""
    values = {facet: column.values for facet, column in table.facets.items()}
    return Names(values, lambda facet, id_: value(facet, id_, articles))
