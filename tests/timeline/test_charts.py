"""The measures band: what is said at each point, on one scale."""

import itertools

import pytest

from explorer.chronology.measures import Point, Series
from explorer.model.calendar import seconds
from explorer.model.mention import Bound
from explorer.timeline import charts
from explorer.timeline.metrics import Metrics
from explorer.timeline.scale import Scale
from tests.builders import when
from tests.timeline.scenes import width

SCALE = Scale(seconds(2018), seconds(2021), 148, 900)


def series(company, unit, *values):
    points = tuple(
        Point(f"{company}{at}", f"m{at}", when(date), value, bound=bound)
        for at, (date, value, bound) in enumerate(values)
    )
    return Series(company, unit, points)


ACORN = series(
    "Acorn",
    "daily users",
    ("2018-06", 150e6, Bound.OVER),
    ("2019-01-15", 250e6, None),
    ("2020-08", 600e6, Bound.OVER),
)
BIRCH = series("Birch", "daily users", ("2019-05", 200e6, None), ("2020-01", 300e6, Bound.ABOUT))
LONE = series("Cedar", "downloads", ("2019", 5e6, None))


def band(*which, notes=None, **chart):
    return charts.measures_band(which, charts.Chart(**chart), SCALE, 42, Metrics(), width, notes)


def test_points_say_what_their_sources_say():
    made = band(ACORN)
    assert (made.title, made.scale_word) == ("Daily users", "millions")
    assert [dot.text for dot in made.lines[0].dots] == ["over 150", "250", "over 600"]
    assert made.lines[0].name == "Acorn"


def test_the_scale_is_round_and_holds_all_values():
    made = band(ACORN, BIRCH)
    assert [text for _, text in made.grid] == ["200", "400", "600"]
    for dot in itertools.chain.from_iterable(line.dots for line in made.lines):
        assert made.y0 < dot.y < made.y1


def test_higher_values_lie_higher():
    dots = band(ACORN).lines[0].dots
    assert dots[0].y > dots[1].y > dots[2].y


def test_words_and_names_never_lie_over_one_another():
    crowd = [
        series(
            f"Company {at}",
            "daily users",
            *((f"2019-0{month}", at * month * 1e6, None) for month in range(1, 9)),
        )
        for at in range(1, 7)
    ]
    made = band(*crowd)
    boxes = [
        (dot.text_x - dot.text_width / 2, dot.text_x + dot.text_width / 2, dot.text_y)
        for line in made.lines
        for dot in line.dots
        if dot.text
    ]
    boxes += [
        (line.name_x, line.name_x + width(line.name, True), line.name_y) for line in made.lines if line.name
    ]
    for one, other in itertools.combinations(boxes, 2):
        assert one[1] <= other[0] or other[1] <= one[0] or abs(one[2] - other[2]) >= 13


def test_one_point_is_no_measure():
    assert band(LONE) is None
    assert charts.units([ACORN, LONE]) == ["daily users"]


def test_another_unit_can_be_chosen():
    other = series("Acorn", "monthly users", ("2018", 1e9, None), ("2019", 2e9, None))
    made = band(ACORN, other, unit="monthly users")
    assert made.unit == "monthly users"
    assert [link.unit for link in made.units] == ["daily users"]
    assert band(ACORN, other, unit="gone").unit == "daily users"


def test_only_points_of_passing_events_are_drawn():
    kept = charts.passing([ACORN, BIRCH], {"Acorn0", "Acorn2"})
    assert [(one.company, len(one.points)) for one in kept] == [("Acorn", 2)]


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        (Point("e", "m", when("2019"), 2.5e6, bound=Bound.UP_TO), "up to 2.5"),
        (Point("e", "m", when("2019"), 2.5e6, low=2e6, high=3e6), "2–3"),
        (Point("e", "m", when("2019"), 1234e6), "1,234"),
    ],
)
def test_bounds_and_ranges_are_said(point, expected):
    assert charts.said(point, 1e6) == expected


def test_a_line_that_runs_far_outside_is_cut_at_the_edges():
    path = band(series("Acorn", "users", ("0001", 1e6, None), ("2500", 2e6, None))).lines[0].path
    assert all(SCALE.left - 41 <= x <= SCALE.right + 41 for x, _ in path)


def test_growth_begins_at_100_for_every_company():
    made = band(ACORN, BIRCH, is_indexed=True)
    assert [line.dots[0].text for line in made.lines] == ["over 100", "100"]
    assert made.lines[0].dots[-1].text == "over 400"
    assert made.scale_word == "first = 100"
    assert made.lines[0].dots[0].y == made.lines[1].dots[0].y


def test_a_series_that_begins_at_nothing_has_no_growth():
    none = series("Cedar", "daily users", ("2018", 0.0, None), ("2019", 5e6, None))
    assert [line.company for line in band(ACORN, none, is_indexed=True).lines] == ["Acorn"]
    assert band(none, is_indexed=True) is None


def test_by_powers_equal_growth_is_equally_steep():
    users = series("Acorn", "users", ("2018-03", 1e6, None), ("2019", 10e6, None), ("2020", 100e6, None))
    low, middle, high = (dot.y for dot in band(users, is_log=True).lines[0].dots)
    assert low - middle == pytest.approx(middle - high)
    assert band(users, is_log=True).scale_word == "millions, log"


def test_a_range_has_a_whisker_and_a_plain_value_none():
    points = (
        Point("e", "m", when("2019"), 2.5e6, low=2e6, high=3e6),
        Point("f", "n", when("2020"), 4e6),
    )
    ranged, plain = band(Series("Acorn", "users", points)).lines[0].dots
    assert ranged.high_y < ranged.y < ranged.low_y
    assert plain.low_y is None


def test_what_sources_disagree_on_is_joined_by_one_whisker():
    points = (
        Point("e", "m", when("2019"), 2e6, is_conflict=True),
        Point("e", "n", when("2019"), 3e6, is_conflict=True),
        Point("f", "o", when("2020"), 4e6),
    )
    first, second, _ = band(Series("Acorn", "users", points)).lines[0].dots
    assert (first.low_y, first.high_y) == (first.y, second.y)
    assert second.low_y is None


def test_the_switches_say_what_is_on_and_can_be_hit():
    made = band(ACORN, is_log=True)
    assert [(one.name, one.is_on) for one in made.switches] == [("log", True), ("index", False)]
    for one in made.switches:
        assert made.switch_at((one.x0 + one.x1) / 2, (one.y0 + one.y1) / 2) == one
        assert made.y0 < one.y0 < one.y1 < made.y1
    assert not any(unit.y1 > made.switches[0].y0 for unit in made.units)


def test_where_not_all_units_have_room_each_comes_by():
    names = [f"unit {at}" for at in range(7)]
    many = [series("Acorn", name, ("2018", 1e6, None), ("2019", 2e6, None)) for name in names]
    shown, seen = names[0], set()
    for _ in range(len(names)):
        made = band(*many, unit=shown)
        assert shown not in [link.unit for link in made.units]
        seen.add(shown)
        shown = made.units[0].unit
    assert seen == set(names)
