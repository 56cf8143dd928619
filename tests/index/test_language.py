"""The query language: what is typed becomes a filter, and a filter is said so that it can be typed."""

import contextlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explorer.index.language import Names, QueryError, complete, parse, words, write
from explorer.model.query import Facet, Query, Tick
from tests.builders import when

VALUES = {
    Facet.KIND: ("ban", "launch", "statement"),
    Facet.COMPANY: ("Kestrel", "Kestrel Marine", "New Osprey", 'The "Gull", Inc', "-dash"),
    Facet.COUNTRY: ("NO", "IN"),
    Facet.SOURCE: ("a1", "a2", "a3"),
    Facet.STATUS: ("happened", "alleged"),
    Facet.IS: ("conflict", "single-source"),
}
LABELS = {"NO": "Norway", "IN": "India", "a1": "The ferry case", "a2": "The ferry case", "a3": "Storm: a log"}
NAMES = Names(VALUES, lambda _, value: LABELS.get(value, value))


def ticks(facet: Facet, *values: str) -> frozenset[Tick]:
    return frozenset((facet, value) for value in values)


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("", Query()),
        ("fine harbour", Query(text="fine harbour")),
        ('"app store" ban', Query(text='"app store" ban')),
        ("fine -harbour", Query(text="fine -harbour")),
        ('"app sto', Query(text='"app sto"')),
        ("company:kestrel", Query(ticks(Facet.COMPANY, "Kestrel"))),
        ('company:"new osprey" fine', Query(ticks(Facet.COMPANY, "New Osprey"), text="fine")),
        ("COMPANY:Kestrel,new", Query(ticks(Facet.COMPANY, "Kestrel", "New Osprey"))),
        ("country:IN country:norway", Query(ticks(Facet.COUNTRY, "IN", "NO"))),
        ("-kind:ban,launch", Query(excluded=ticks(Facet.KIND, "ban", "launch"))),
        ("is:conflict", Query(ticks(Facet.IS, "conflict"))),
        ("2019..2020 fine", Query(text="fine", lo_s=when("2019").lo_s, hi_s=when("2020").hi_s)),
        ("2019-03..", Query(lo_s=when("2019-03").lo_s)),
        ('.."15 April 2019"', Query(hi_s=when("2019-04-15").hi_s)),
        ("date:2019", Query(lo_s=when("2019").lo_s, hi_s=when("2019").hi_s)),
        ('date:"before 2019"', Query(hi_s=when("2019").lo_s)),
        ("in-force:2020-07-01", Query(in_force_s=when("2020-07-01").lo_s)),
        ("new:2024", Query(new_since_s=when("2024").lo_s)),
        ("with:borderline", Query(with_borderline=True)),
        ("at 12:30", Query(text="at 12:30")),
        ("https://example.org/a", Query(text="https://example.org/a")),
        ('"said: no"', Query(text='"said: no"')),
    ],
)
def test_terms_are_told_apart(typed: str, query: Query) -> None:
    assert parse(typed, NAMES) == query


@pytest.mark.parametrize(
    ("typed", "place", "said"),
    [
        ("compny:Kestrel", "compny", "Did you mean “company:”?"),
        ("fine colour:red", "colour", "There is no filter “colour:”"),
        ("company:Kestral", "Kestral", "Did you mean “Kestrel”?"),
        ("company:Kestrel,Nobody", "Nobody", "No event here has the company “Nobody”."),
        ("company:", "company", "needs a value"),
        ("2019..sometime", "sometime", "“sometime” is no date"),
        ("in-force:2020-13", "2020-13", "is no date"),
        ("-date:2019", "date", "cannot be excluded"),
        ("with:everything", "everything", "borderline"),
    ],
)
def test_what_means_nothing_is_told_with_its_place(typed: str, place: str, said: str) -> None:
    with pytest.raises(QueryError, match=r".") as caught:
        parse(typed, NAMES)
    assert said in str(caught.value)
    span = caught.value.span
    assert typed[span.start : span.end] == place


facet_ticks = st.sampled_from([(facet, value) for facet, values in VALUES.items() for value in values])
moments = (
    st.none() | st.integers(-60_000, 60_000).map(lambda day: day * 86_400) | st.integers(-(10**11), 10**11)
)
searched = st.lists(st.sampled_from(["fine", '"app store"', "-storm", "7"]), max_size=3).map(" ".join)


@given(
    st.frozensets(facet_ticks, max_size=5), st.frozensets(facet_ticks, max_size=3), searched, moments, moments,
    moments, st.booleans(),
)  # fmt: skip
@example(frozenset(), frozenset(), "", when("-0044").lo_s, when("-0043").hi_s, None, False)
def test_a_filter_that_is_written_reads_back_the_same(
    ticked: frozenset[Tick],
    excluded: frozenset[Tick],
    text: str,
    lo_s: int | None,
    hi_s: int | None,
    at_s: int | None,
    is_wide: bool,
) -> None:
    query = Query(ticked, excluded - ticked, text, lo_s, hi_s, at_s, at_s, is_wide)
    assert parse(write(query, NAMES), NAMES) == query


@given(st.text(alphabet='abk:",.- \\2019', max_size=25), st.integers(0, 25))
def test_nothing_that_is_typed_breaks_it(text: str, at: int) -> None:
    complete(text, min(at, len(text)), NAMES)
    with contextlib.suppress(QueryError):
        parse(text, NAMES)


def test_a_filter_is_written_as_people_would_type_it() -> None:
    query = Query(ticks(Facet.COMPANY, "Kestrel", "New Osprey") | ticks(Facet.COUNTRY, "IN"))
    assert write(query, NAMES) == 'company:Kestrel,"New Osprey" country:India'
    assert write(Query(lo_s=when("2019").lo_s, hi_s=when("2019").hi_s), NAMES) == "2019..2019"
    assert write(Query(ticks(Facet.SOURCE, "a2")), NAMES) == "source:a2"  # two articles have that title


def offered(typed: str, at: int | None = None) -> list[str]:
    at = len(typed) if at is None else at
    return [typed[: one.span.start] + one.text + typed[one.span.end :] for one in complete(typed, at, NAMES)]


def test_fields_and_values_are_offered_where_they_are_typed() -> None:
    assert offered("fine co") == ["fine company:", "fine country:"]
    assert offered("-st") == ["-status:"]
    assert offered("kind:") == ["kind:ban", "kind:launch", "kind:statement"]
    assert offered("company:kes") == ["company:Kestrel", 'company:"Kestrel Marine"']
    assert offered("company:osp") == ['company:"New Osprey"']
    assert offered("country:Norway,ind") == ["country:Norway,India"]
    assert offered("country:nor fine", 11) == ["country:Norway fine"]
    assert offered('"co') == offered("") == offered("2019..") == []


def test_the_words_are_known_while_a_field_is_not_finished() -> None:
    assert words('fine compny:x 2019..so "app sto') == 'fine "app sto"'
    assert words("kind: -storm ..") == "-storm"
