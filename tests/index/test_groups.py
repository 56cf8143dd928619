"""Families of companies and regions of countries."""

import pytest

from explorer import resources
from explorer.index.groups import families, members, regions


@pytest.mark.parametrize(
    ("companies", "found"),
    [
        (["TikTok"], ("ByteDance",)),
        (["ByteDance", "Douyin"], ("ByteDance",)),
        (["YouTube"], ("Google", "Alphabet")),
        (["A company that nobody knows"], ()),
        ([], ()),
    ],
)
def test_a_family_is_whoever_owns_and_what_is_owned(companies: list[str], found: tuple[str, ...]) -> None:
    assert families(companies) == found


def test_a_country_is_of_its_part_of_the_world_and_of_its_unions() -> None:
    assert {"Europe", "EU", "NATO", "G7"} <= set(regions(["DE"]))
    assert {"Asia", "South Asia", "BRICS"} <= set(regions(["IN"]))
    assert {"Europe", "EU"} <= set(regions(["EU"]))
    assert "EU" not in regions(["GB", "NO", "CH"])
    assert regions(["not a code"]) == ()


def test_every_country_lies_in_a_part_of_the_world_and_no_other_is_listed() -> None:
    lines = resources.text("extract/countries.tsv").splitlines()
    known = {line.partition("\t")[0] for line in lines if line and not line.startswith("#")}
    whole = members()
    parts = ("Africa", "Asia", "Europe", "North America", "South America", "Oceania", "Antarctica")
    assert frozenset().union(*(whole[part] for part in parts)) == known
    assert frozenset().union(*whole.values()) == known


def test_unions_have_as_many_members_as_they_say() -> None:
    sizes = {"EU": 27 + 1, "ASEAN": 11, "G7": 7 + 1, "NATO": 32, "OECD": 38, "Arab League": 22}
    assert {name: len(members()[name]) for name in sizes} == sizes
