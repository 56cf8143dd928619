"""No impossible date becomes a possible one, however it is written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.dates import explain, find, parse_typed
from explorer.model.calendar import is_valid
from explorer.model.edtf import MONTHS
from explorer.model.when import Precision, When

PUBLISHED = "2020-09-16"
years, months, days = st.integers(1000, 2999), st.integers(1, 12), st.integers(1, 31)
late_days = st.integers(28, 31)

FORMS = {
    "en": (
        "{d} {name} {y}|{d}{th} {name} {y}|{name} {d}, {y}|{name} {d}{th}, {y}|the {d}{th} of {name} {y}|"
        "{d} {short} {y}|{short}. {d}, {y}|{y:04d}-{m:02d}-{d:02d}|{y}/{m:02d}/{d:02d}|{d:02d}.{m:02d}.{y}|"
        "{y}-{m:02d}-{d:02d}T10:00|Friday, {name} {d}, {y}|{y:04d}{m:02d}{d:02d}|{d} {name} {y} at 15:30|"
        "3 p.m. on {name} {d}, {y}"
    ),
    "de": "{d}.{m}.{y}|{y:04d}-{m:02d}-{d:02d}",
    "fr": "{d:02d}/{m:02d}/{y}",
    "zh": "{y}年{m}月{d}日|{y}年{m:02d}月{d:02d}号|{y}/{m}/{d}|{y}年{m}月{d}日下午3点",
    "ja": "{y}年{m}月{d}日|{y}年{m}月{d}日（金）|{y}/{m:02d}/{d:02d}|西暦{y}年{m}月{d}日",
}
forms = st.sampled_from([(language, form) for language, row in FORMS.items() for form in row.split("|")])


def written(form: str, year: int, month: int, day: int) -> str:
    name = MONTHS[month - 1]
    th = "th" if 10 <= day <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    form = form.replace("{short}.", "{short}") if name == "May" else form  # May is no abbreviation
    return form.format(y=year, m=month, d=day, name=name, short=name[:3], th=th)


def days_of(text: str, language: str = "en") -> set[str]:
    """Give all days that a text is read as, of all readings."""
    found = find(text, published=PUBLISHED, language=language)
    whens = [when for one in found for when in (one.when, one.interval) if when is not None]
    return {reading.edtf.partition("T")[0].rstrip("~") for when in whens for reading in _readings(when)}


def _readings(when: When) -> list[When]:
    return [one for one in (when, *when.readings) if one.precision.rank <= Precision.DAY.rank]


@settings(max_examples=600, deadline=None)
@given(forms, years, months, days | late_days)
def test_a_day_is_read_as_itself_or_not_at_all(form: tuple[str, str], year: int, month: int, day: int) -> None:
    language, template = form
    text = written(template, year, month, day)
    lead = {"en": "It was on ", "zh": "他于", "ja": "彼は"}.get(language, "")
    read = days_of(f"{lead}{text}.", language)
    if not is_valid(year, month, day):
        assert read == set()
    elif 1900 <= year <= 2099 or "{y:04d}{m" not in template:
        assert f"{year:04d}-{month:02d}-{day:02d}" in read


@settings(max_examples=150, deadline=None)
@given(months, st.integers(29, 31), st.sampled_from(["{name} {d}", "{d} {name}", "the {d}{th} of {name}"]))
def test_a_day_that_no_year_has_is_none(month: int, day: int, form: str) -> None:
    read = days_of(f"It was on {written(form, 0, month, day)}.")
    assert bool(read) <= is_valid(4, month, day)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 99), st.integers(0, 99), years)
def test_figures_are_read_in_an_order_that_exists(first: int, second: int, year: int) -> None:
    allowed = {
        f"{year:04d}-{month:02d}-{day:02d}"
        for month, day in ((first, second), (second, first))
        if is_valid(year, month, day)
    }
    for mark in "/-.":
        assert days_of(f"It was on {first:02d}{mark}{second:02d}{mark}{year}.") <= allowed


@pytest.mark.parametrize(
    "text",
    [
        "2019-W54", "2019-W60", "2019-W00", "Q5 2019", "2019-Q5", "Q0 2019", "H3 2019", "2019-13",
        "the fifth quarter of 2019",
        "the third half of 2019", "13/2019", "00/2019", "2019-00-10", "2019-04-00", "0 April 2019",
        "April 0, 2019", "32 January 2019", "April 31", "the 32nd of May", "February 30th", "29 February 2019",
        "February 29, 1900", "31.06.2019", "31/11/2019", "11/31/2019", "20190431",
    ],
)  # fmt: skip
def test_no_part_of_an_impossible_date_is_a_day(text: str) -> None:
    assert days_of(f"It was on {text}.") == set()
    typed = parse_typed(text)
    assert typed is None or typed.precision.rank > Precision.DAY.rank


@pytest.mark.parametrize(
    "clock", ["25:00", "24:30", "24:00", "12:60", "12:61", "99:99", "13 p.m.", "0 a.m.", "25 p.m."]
)
def test_an_impossible_time_is_no_time(clock: str) -> None:
    found = find(f"It began on 15 April 2019 at {clock}.")
    assert all(one.when is None or one.when.precision.rank >= Precision.DAY.rank for one in found)


@pytest.mark.parametrize(
    "stamp",
    ["2019-04-15T25:00", "2019-04-15T10:75", "2019-02-30T10:00", "2019-04-31T10:00:00Z", "2019-04-15T99"],
)
def test_an_impossible_stamp_is_no_date(stamp: str) -> None:
    assert all(one.when is None for one in find(f"It began {stamp} there."))


def test_every_refusal_has_its_reason() -> None:
    _, rejected = explain("It was on 31 April 2019, on 2019-02-29, on 30/02/2019 and at 2019-04-15T25:00.")
    assert len(rejected) == 4
    assert all(one.why for one in rejected)


def test_a_day_that_exists_is_read() -> None:
    assert days_of("It was on 29 February 2020.") == {"2020-02-29"}
