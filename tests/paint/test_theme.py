"""Themes: every one of ours can be read by every eye, and a broken one says what is wrong."""

import itertools

import pytest

from explorer import resources
from explorer.model.errors import ExplorerError
from explorer.paint import colour, drawing, signs, theme, written
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


# What a sign can lie on: lanes, bars around, chips and badges, the selected on the timeline, lists and menus.
UNDER_SIGNS = ("ground", "band", "panel", "field", "highlight", "accent_soft")


@by_name
@pytest.mark.parametrize("under", UNDER_SIGNS)
def test_signs_stand_out_from_whatever_they_lie_on(shown, under):
    ground = getattr(shown, under)
    for family in theme.FAMILIES:
        assert colour.contrast(shown.families.of(family), ground) >= 3, family
    for sign in ("accent", "warning", "muted"):  # hair-lines, "≠" and stars, counts of sources
        assert colour.contrast(getattr(shown, sign), ground) >= 3, sign


@by_name
@pytest.mark.parametrize("under", ["ground", "band", "highlight"])
def test_bars_stand_out_though_the_ground_shines_through(shown, under):
    ground = getattr(shown, under)
    for family in theme.FAMILIES:
        seen = colour.mixed(shown.families.of(family), ground, signs.BAR_ALPHA)
        assert colour.contrast(seen, ground) >= 3, family


def over(shown: theme.Theme, share: float) -> str:
    """Give the ground that a tint of the warning makes."""
    return colour.mixed(shown.warning, shown.ground, share)


# Words by their role, the grounds they are written on, and where that is.
WORDS = [
    ("ink", ("ground", "band", "panel", "field"), "labels, bars, badges, fields"),
    ("ink", ("highlight", "accent_soft"), "selected labels, rows and menus, words of a search, strips"),
    ("muted", ("ground", "band", "panel", "field"), "quiet words, placeholders, counts"),
    ("muted", ("highlight", "accent_soft"), "notes of a selected label, strips"),
    ("accent", ("ground", "band", "panel", "field"), "links"),
    ("accent", ("highlight", "accent_soft"), "links of a notice, of a warning, of a strip"),
    ("warning", ("ground", "band", "panel", "field"), "problems, what is excluded"),
    ("on_accent", ("accent",), "the leading button, selected words"),
]


@by_name
@pytest.mark.parametrize(("ink", "grounds", "where"), WORDS)
def test_words_can_be_read_on_every_ground(shown, ink, grounds, where):
    for ground in grounds:
        assert colour.contrast(getattr(shown, ink), getattr(shown, ground)) >= 4.5, (ink, ground, where)


@by_name
def test_words_can_be_read_on_tints(shown):
    assert colour.contrast(shown.warning, over(shown, 0.16)) >= 4.5  # the badge of a conflict
    for share in (0.12, 0.22):  # what two texts tell otherwise
        assert colour.contrast(shown.ink, over(shown, share)) >= 4.5
    for tone in range(drawing.TONES):  # "+n"
        assert colour.contrast(shown.ink, drawing.tone_colour(shown, tone)) >= 4.5


@by_name
def test_lines_that_carry_meaning_stand_out(shown):
    for ground in (shown.ground, shown.band, shown.panel, shown.field, shown.accent_soft):
        assert colour.contrast(shown.focus, ground) >= 3  # what has the keyboard
    for line in (shown.accent, shown.warning, shown.muted):  # frames of dates, conflicts, boxes to tick
        assert colour.contrast(line, shown.ground) >= 3
        assert colour.contrast(line, shown.band) >= 3


@pytest.mark.parametrize("sight", [None, *Sight])
def test_kinds_of_one_colour_differ_in_shape(sight):
    kinds = list(resources.kinds().values())
    for shown, (one, other) in itertools.product(THEMES, itertools.combinations(kinds, 2)):
        apart = colour.difference(shown.of_kind(one.id), shown.of_kind(other.id), sight)
        assert apart >= 15 or one.shape != other.shape, (one.id, other.id)


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
