"""Groups that people filter by and no article names: the family of a company, the regions of a country.

Families come from the owners in the table of companies, regions from `resources/regions.tsv`; both are as they
stand today, not on the day of an event.
"""

from collections.abc import Sequence
from functools import cache

from explorer import resources
from explorer.extract import lexicon


def families(companies: Sequence[str]) -> tuple[str, ...]:
    """Name the families of companies by who owns the others: TikTok and ByteDance are both of ByteDance."""
    if len(companies) == 1:  # mostly, and asked for every event
        return _family(companies[0])
    return tuple(dict.fromkeys([family for company in companies for family in _family(company)]))


def regions(countries: Sequence[str]) -> tuple[str, ...]:
    """Name the regions and unions of countries given by their codes."""
    of = _regions_of()
    if len(countries) == 1:
        return of.get(countries[0], ())
    return tuple(dict.fromkeys([region for country in countries for region in of.get(country, ())]))


@cache
def members() -> dict[str, frozenset[str]]:
    """Give the countries of each region, in the order of the file."""
    lines = (line for line in resources.text("regions.tsv").splitlines() if line[:1] not in ("", "#"))
    listed = {name: (codes, wholes) for name, codes, wholes in ([*line.split("\t"), ""][:3] for line in lines)}

    def of(name: str) -> frozenset[str]:
        codes, wholes = listed[name]
        return frozenset(codes.split()).union(*(of(whole) for whole in wholes.split("|") if whole))

    return {name: of(name) for name in listed}


@cache
def _regions_of() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for region, countries in members().items():
        for country in countries:
            found.setdefault(country, []).append(region)
    return {country: tuple(of) for country, of in found.items()}


@cache
def _family(company: str) -> tuple[str, ...]:
    """Give the company itself if it owns others, its owner, the owner's owner, and so on."""
    owners = lexicon.owners()
    found = [company] if company in _owning() else []
    while (owner := owners.get(company)) and owner not in found:
        found.append(owner)
        company = owner
    return tuple(found)


@cache
def _owning() -> frozenset[str]:
    return frozenset(lexicon.owners().values())
