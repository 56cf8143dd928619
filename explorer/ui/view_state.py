"""Where the window was left, as JSON in the library: the filter, the span, open articles, the selection.

Read with care: the file may come from another version or another hand, so that a value of the wrong shape
is left out, never an error.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from explorer.index.queues import Order, Queue, Round
from explorer.library import Library
from explorer.model.decision import Change, Decision, Guidance
from explorer.model.query import Facet, Query, Tick
from explorer.model.when import OPEN_HI, OPEN_LO
from explorer.timeline.arrangement import Arrangement
from explorer.timeline.charts import MOST_PX, Chart

KEY = "view"
_ANCHORS = "anchors"
Basis = str | list[Any] | None


class Left(Protocol):
    """What is written down: the part of a session that a person comes back to."""

    query: Query
    viewport: tuple[int, int]
    lanes: str
    arrangements: Mapping[str, Arrangement]
    chart: Chart
    selection: tuple[str, ...]
    round: Round

    @property
    def tabs(self) -> tuple[str, ...]:
        """Give the ids of the open articles."""

    @property
    def article(self) -> str | None:
        """Give the id of the article in front."""


@dataclass(frozen=True, slots=True)
class State:
    """What was read back."""

    query: Query
    viewport: tuple[int, int] | None
    lanes: str
    arrangements: Mapping[str, Arrangement]
    chart: Chart
    tabs: tuple[str, ...]
    article: str | None
    selection: tuple[str, ...]
    round: Round


def dump(left: Left) -> str:
    """Write the state as JSON text."""
    return json.dumps(
        {
            **said_of(left.query),
            "viewport": list(left.viewport),
            "lanes": left.lanes,
            "arrangements": {
                by: [list(one.order), sorted(one.pinned), sorted(one.hidden)]
                for by, one in left.arrangements.items()
            },
            "chart": [left.chart.unit, left.chart.is_log, left.chart.is_indexed, left.chart.height_px],
            "tabs": list(left.tabs),
            "article": left.article,
            "selection": list(left.selection),
            "round": {
                "queue": left.round.queue.value,
                "order": left.round.order.value,
                "on": left.round.is_on,
                "at": left.round.at,
                "passed": sorted(left.round.passed),
                "later": list(left.round.later),
            },
        }
    )


def said_of(query: Query) -> dict[str, Any]:
    """Give a filter as values of JSON."""
    return {
        "ticked": sorted([facet.value, value] for facet, value in query.ticked),
        "excluded": sorted([facet.value, value] for facet, value in query.excluded),
        "text": query.text,
        "span": [query.lo_s, query.hi_s],
        "moments": [query.in_force_s, query.new_since_s],
        "borderline": query.with_borderline,
    }


def load(text: str | None) -> State | None:
    """Read a state back; None where there is none, or where it is no JSON object."""
    try:
        said = json.loads(text or "")
    except ValueError:
        return None
    if not isinstance(said, dict):
        return None
    article = said.get("article")
    return State(
        query_of(said),
        viewport_of(said.get("viewport")),
        str(said.get("lanes") or ""),
        _arrangements(said.get("arrangements")),
        _chart(said.get("chart")),
        _texts(said.get("tabs")),
        article if isinstance(article, str) else None,
        _texts(said.get("selection")),
        _round(said.get("round")),
    )


def _arrangements(said: Any) -> dict[str, Arrangement]:
    """Read how lanes stand, by field; a file from another hand may say anything."""
    rows = said.items() if isinstance(said, dict) else ()
    return {
        by: Arrangement(_texts(row[0]), frozenset(_texts(row[1])), frozenset(_texts(row[2])))
        for by, row in rows
        if isinstance(row, list) and len(row) == 3
    }


def _chart(said: Any) -> Chart:
    if not isinstance(said, list) or len(said) != 4:
        return Chart()
    unit, is_log, is_indexed, height = said
    is_high = isinstance(height, int | float) and 0 < height <= MOST_PX
    return Chart(
        unit if isinstance(unit, str) else "",
        is_log is True,
        is_indexed is True,
        float(height) if is_high else Chart().height_px,
    )


def _round(said: Any) -> Round:
    if not isinstance(said, dict):
        return Round(is_on=False)
    queue, order, at = said.get("queue"), said.get("order"), said.get("at")
    return Round(
        Queue(queue) if queue in list(Queue) else Queue.UNREVIEWED,
        Order(order) if order in list(Order) else Order.SUREST,
        said.get("on") is True,
        at if isinstance(at, str) else None,
        frozenset(_texts(said.get("passed"))),
        _texts(said.get("later")),
    )


def query_of(said: dict[str, Any]) -> Query:
    """Read a filter back."""
    lo_s, hi_s = _pair(said.get("span"))
    in_force_s, new_since_s = _pair(said.get("moments"))
    return Query(
        ticked=_ticks(said.get("ticked")),
        excluded=_ticks(said.get("excluded")),
        text=str(said.get("text") or ""),
        lo_s=lo_s,
        hi_s=hi_s,
        in_force_s=in_force_s,
        new_since_s=new_since_s,
        with_borderline=said.get("borderline") is True,
    )


def _ticks(said: Any) -> frozenset[Tick]:
    known = {facet.value for facet in Facet}
    pairs = (
        (pair for pair in said if isinstance(pair, list) and len(pair) == 2) if isinstance(said, list) else ()
    )
    return frozenset((Facet(str(name)), str(value)) for name, value in pairs if name in known)


def _pair(said: Any) -> tuple[int | None, int | None]:
    if not isinstance(said, list) or len(said) != 2:
        return None, None
    lo_s, hi_s = (end if isinstance(end, int) and OPEN_LO <= end <= OPEN_HI else None for end in said)
    return lo_s, hi_s


def viewport_of(said: Any) -> tuple[int, int] | None:
    """Read a span back; None where it is none."""
    lo_s, hi_s = _pair(said)
    return (lo_s, hi_s) if lo_s is not None and hi_s is not None and lo_s < hi_s else None


def _texts(said: Any) -> tuple[str, ...]:
    return tuple(text for text in said if isinstance(text, str)) if isinstance(said, list) else ()


def basis(published: str | None, guidance: Guidance) -> Basis:
    """Say what the dates of an article stand on: its publication date, and what a person said beside it."""
    if guidance == Guidance():
        return published
    return [published, guidance.order, [[*span, edtf] for span, edtf in guidance.anchors]]


def anchors(library: Library) -> dict[str, Basis]:
    """Give what each article was read again with; one that was never is not named."""
    try:
        said = json.loads(library.state(_ANCHORS) or "{}")
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def set_anchor(library: Library, article_id: str, stands_on: Basis) -> None:
    """Remember what an article was read again with."""
    library.set_state(_ANCHORS, json.dumps({**anchors(library), article_id: stands_on}))


def as_if_decided(log: Sequence[Decision], made: Sequence[Change]) -> list[Decision]:
    """Give the log as it would be with more changes in it, for looking ahead; it is not written."""
    last = log[-1] if log else None
    id_, step = (last.id, last.step) if last else (0, 0)
    extra = [Decision(id_ + at, step + 1, "", "you", change) for at, change in enumerate(made, 1)]
    return [*log, *extra]
