"""Resources are found by name and never outside their folder."""

from pathlib import Path

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


def test_a_fingerprint_follows_the_sources_and_the_resources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, data = tmp_path / "explorer/room/deep/a.py", tmp_path / "resources/a.toml"
    for file in (source, data):
        file.parent.mkdir(parents=True)
        file.write_text("one")
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "explorer")
    seen = [resources.fingerprint(["room"], ["a.toml"])]
    assert resources.fingerprint(["room"], ["a.toml"]) == seen[0]
    for file in (source, data):
        file.write_text("two")
        seen.append(resources.fingerprint(["room"], ["a.toml"]))
    source.rename(source.with_name("b.py"))
    seen.append(resources.fingerprint(["room"], ["a.toml"]))
    source.with_name("b.py").unlink()
    seen += [
        resources.fingerprint(["room"], ["a.toml"]) for _ in range(2)
    ]  # without sources none is known again
    assert len(set(seen)) == len(seen)


def test_the_samples_are_there_to_be_read() -> None:
    assert len(list(resources.samples().iterdir())) >= 14
