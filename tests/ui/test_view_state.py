"""Where the window was left is read back as it was, and garbage is left out."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.index.queues import Order, Queue, Round
from explorer.model.query import Facet, Query
from explorer.timeline.arrangement import Arrangement
from explorer.timeline.charts import Chart
from explorer.ui import view_state


@dataclass
class Left:
    query: Query = Query()  # noqa: RUF009 - frozen
    viewport: tuple[int, int] = (0, 10)
    lanes: str = "kind"
    arrangements: dict[str, Arrangement] = field(default_factory=dict)
    chart: Chart = Chart()  # noqa: RUF009 - frozen
    tabs: tuple[str, ...] = ()
    article: str | None = None
    selection: tuple[str, ...] = ()
    round: Round = Round(is_on=False)  # noqa: RUF009 - frozen


ticks = st.frozensets(st.tuples(st.sampled_from(Facet), st.text(max_size=5)), max_size=4)


@given(ticks, ticks, st.text(max_size=9), st.booleans(), st.none() | st.integers(-9, 9))
def test_a_filter_comes_back_as_it_was(
    ticked: frozenset[tuple[Facet, str]],
    excluded: frozenset[tuple[Facet, str]],
    text: str,
    only: bool,
    lo_s: int | None,
) -> None:
    query = Query(ticked, excluded, text, lo_s, None, only, not only)
    going = Round(Queue.UNDATED, Order.TIME, only, "e", frozenset({"f", "g"}), ("h",))
    sets = (frozenset(keys) for keys in ("a", "c", "d", "e"))
    lanes = {"country": Arrangement(("b", "a"), *sets)}
    chart = Chart("users", is_log=only, is_indexed=not only, height_px=200.0)
    left = Left(query, (5, 70), "country", lanes, chart, ("a", "b"), "b", ("e",), going)
    assert view_state.load(view_state.dump(left)) == view_state.State(
        query, (5, 70), "country", lanes, chart, ("a", "b"), "b", ("e",), going
    )


def test_lanes_of_before_they_were_kept_closed_are_read() -> None:
    state = view_state.load('{"arrangements": {"kind": [["a"], ["b"], []]}}')
    assert state is not None
    assert state.arrangements == {"kind": Arrangement(("a",), frozenset({"b"}))}


@pytest.mark.parametrize("text", [None, "", "{", "[]", "3", '"x"'])
def test_what_is_no_state_is_none(text: str | None) -> None:
    assert view_state.load(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        '{"ticked": 3, "excluded": [["kind"]], "text": null, "span": "x", "only": [1], "viewport": [9, 1]}',
        '{"ticked": [["colour", "red"]], "viewport": ["a", "b"], "tabs": {"a": 1}, "article": 7}',
        '{"span": [true, 99999999999999999999999]}',
        '{"round": 3}',
        '{"arrangements": [1], "chart": ["users", 1, 1]}',
        '{"arrangements": {"kind": [1, 2]}, "chart": [3, "x", null, 1e9]}',
        '{"round": {"queue": "all", "order": ["x"], "on": 1, "at": 3, "passed": "abc", "later": {}}}',
    ],
)
def test_values_of_a_wrong_shape_are_left_out(text: str) -> None:
    state = view_state.load(text)
    assert state is not None
    assert state.viewport is None
    assert state.query.ticked == frozenset()
    assert state.round == Round(is_on=False)
