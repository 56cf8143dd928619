"""Themes: every one of ours can be read by every eye, and a broken one says what is wrong."""

import itertools

import pytest

from explorer.model.errors import ExplorerError
from explorer.paint import colour, theme, written
from explorer.paint.colour import Sight

THEMES = [theme.load(name) for name in theme.OURS]
by_name = pytest.mark.parametrize("shown", THEMES, ids=theme.OURS)


@by_name
@pytest.mark.parametrize("sight", [None, *Sight])
def test_families_are_told_apart_by_every_sight(shown, sight):
    for one, other in itertools.combinations(theme.FAMILIES, 2):
        apart = colour.difference(shown.families.of(one), shown.families.of(other), sight)
        assert apart >= 15, (one, other, apart)


@by_name
def test_marks_stand_out_from_every_ground_they_lie_on(shown):
    for family, ground in itertools.product(theme.FAMILIES, (shown.ground, shown.band)):
        assert colour.contrast(shown.families.of(family), ground) >= 3, (family, ground)
        under_words = colour.mixed(ground, shown.families.of(family), written.VEIL)
        assert colour.contrast(shown.ink, under_words) >= 4.5, (family, ground)


@by_name
def test_text_can_be_read(shown):
    grounds = (shown.ground, shown.band, shown.panel, shown.field)
    for ink, ground in itertools.product((shown.ink, shown.muted, shown.accent, shown.warning), grounds):
        assert colour.contrast(ink, ground) >= 4.5, (ink, ground)
    assert colour.contrast(shown.ink, shown.highlight) >= 4.5
    assert colour.contrast(shown.ink, shown.accent_soft) >= 4.5
    assert colour.contrast(shown.on_accent, shown.accent) >= 4.5


@by_name
def test_selection_is_never_taken_for_a_kind(shown):
    for family in theme.FAMILIES:
        assert colour.difference(shown.accent, shown.families.of(family)) >= 10, family
        assert shown.accent != shown.families.of(family)


def test_a_kind_has_the_colour_of_its_family():
    light = theme.load("light")
    assert light.of_kind("ban") == light.families.law
    assert light.of_kind("no such kind") == light.families.other


def test_a_file_may_give_only_what_differs(tmp_path):
    file = tmp_path / "house.toml"
    file.write_text(
        'base = "dark"\nname = "House"\n[colours]\naccent = "#FFAA00"\n[fonts]\nfamily = "Georgia"\n'
    )
    house, dark = theme.load(file), theme.load("dark")
    assert (house.name, house.accent, house.font_family) == ("House", "#ffaa00", "Georgia")
    assert (house.ground, house.families, house.is_dark) == (dark.ground, dark.families, True)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[colours", "is not TOML"),
        ('[colours]\naccent = "blue"', "'blue' for “accent”"),
        ("[colours]\naccent = 3", "3 for “accent”"),
        ('[colours]\naxent = "#000000"', "unknown colour “axent”"),
        ('[families]\nbans = "#000000"', "unknown family “bans”"),
        ("[fonts]\nsize_px = 500", "500 as size_px"),
        ("[fonts]\nsize_px = true", "True as size_px"),
        ('base = "sepia"', "gives no colour for “law”"),
        ("colour = 1", "unknown entry “colour”"),
        ("colours = 1", "unknown colour “”"),
    ],
)
def test_a_broken_theme_names_the_file_and_what_is_wrong(tmp_path, content, told):
    file = tmp_path / "mine.toml"
    file.write_text(content)
    with pytest.raises(ExplorerError) as caught:
        theme.load(file)
    assert told in str(caught.value)
    assert "mine.toml" in str(caught.value)


def test_a_missing_theme_is_told_by_name(tmp_path):
    with pytest.raises(ExplorerError, match=r"gone\.toml cannot be read: No such file"):
        theme.load(tmp_path / "gone.toml")
