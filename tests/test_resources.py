"""Resources are found by name and never outside their folder."""

import pytest

from explorer import resources

FAMILIES = {"law", "deal", "product", "number", "people", "other"}


@pytest.mark.parametrize("name", ["/etc/passwd", "../pyproject.toml", "themes/../../README.md"])
def test_a_name_that_leads_outside_is_refused(name: str) -> None:
    with pytest.raises(ValueError):
        resources.path(name)


def test_every_kind_has_a_family_and_a_shape_of_its_own_inside_it() -> None:
    kinds = resources.kinds().values()
    assert {kind.family for kind in kinds} == FAMILIES
    assert len({(kind.family, kind.shape) for kind in kinds}) == len(kinds)


def test_the_samples_are_there_to_be_read() -> None:
    assert len(list(resources.samples().iterdir())) >= 14
