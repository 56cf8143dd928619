"""Tables and scenes for the tests of the layout: columns made of a few numbers, text as wide as it is long."""

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st

from explorer import resources
from explorer.index.table import EventTable, FacetColumn
from explorer.model.calendar import DAY_S
from explorer.model.query import Facet
from explorer.model.when import OPEN_HI, OPEN_LO
from explorer.timeline.arrangement import Arrangement
from explorer.timeline.layout import Look, layout, prepare
from explorer.timeline.scene import Scene, Viewport

KINDS = tuple(resources.kinds())
Row = tuple[int, int, int, float]  # first day, days, kind, weight


def width(text: str, bold: bool) -> float:
    """Measure a text as if all letters were alike."""
    return len(text) * (7.0 if bold else 6.5)


def table(
    rows: Sequence[Row], *, undated: int = 0, open_left: Sequence[int] = (), open_right: Sequence[int] = ()
):
    """Make a table; `open_left` and `open_right` name rows, in the order of time, without that end."""
    rows = sorted(rows, key=lambda row: (row[0], row[1]))
    count = len(rows) + undated
    lo_s = np.array([row[0] * DAY_S for row in rows] + [OPEN_HI - 1] * undated, np.int64)
    hi_s = np.array([(row[0] + row[1]) * DAY_S for row in rows] + [OPEN_HI] * undated, np.int64)
    lo_s[list(open_left)] = OPEN_LO
    hi_s[list(open_right)] = OPEN_HI
    nothing = FacetColumn((), np.zeros(count + 1, np.int64), np.zeros(0, np.int32))
    codes = np.array([row[2] % len(KINDS) for row in rows] + [0] * undated, np.int32)
    kinds = FacetColumn(KINDS, np.arange(count + 1), codes)
    zeros = np.zeros(count, np.int8)
    return EventTable(
        ids=tuple(f"e{at}" for at in range(count)),
        titles=tuple(f"Event {at} of some length {'and more ' * (at % 4)}".strip() for at in range(count)),
        lo_s=lo_s,
        hi_s=hi_s,
        is_dated=np.arange(count) < len(rows),
        precision=zeros,
        modifier=zeros,
        status=zeros,
        review=zeros,
        weight=np.array([row[3] for row in rows] + [0.5] * undated, np.float32),
        confidence=np.ones(count, np.float32),
        sources=np.array([1 + at % 3 // 2 for at in range(count)], np.int32),
        has_conflict=np.arange(count) % 7 == 6,
        is_starred=np.arange(count) % 11 == 10,
        is_borderline=zeros.astype(np.bool_),
        added_s=np.zeros(count, np.int64),
        force_lo_s=np.zeros(count, np.int64),
        force_hi_s=np.zeros(count, np.int64),
        facets=dict.fromkeys(Facet, nothing) | {Facet.KIND: kinds},
    )


def scene(
    made: EventTable,
    lo_day: float,
    hi_day: float,
    *,
    by: str = "kind",
    height: float | None = 600,
    scroll: float = 0.0,
    arrangement: Arrangement | None = None,
    **look,
) -> Scene:
    """Lay out a window of days."""
    prepared = prepare(made, np.ones(len(made), np.bool_), by, width, arrangement=arrangement)
    return layout(prepared, Viewport(lo_day * DAY_S, hi_day * DAY_S, 900, height, scroll), Look(**look))


rows = st.lists(
    st.tuples(
        st.integers(-4000, 4000),
        st.one_of(st.just(1), st.just(1), st.integers(7, 400), st.integers(400, 3000)),
        st.integers(0, 3),
        st.floats(0, 1, width=32),
    ),
    min_size=1,
    max_size=60,
)
windows = st.tuples(st.integers(-4500, 4500), st.integers(1, 9000))
