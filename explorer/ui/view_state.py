"""Where the window was left, as JSON in the library: the filter, the span, open articles, the selection.

Read with care: the file may come from another version or another hand, so that a value of the wrong shape
is left out, never an error.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from explorer import views
from explorer.index.queues import Order, Queue, Round
from explorer.model.query import Query
from explorer.timeline.arrangement import Arrangement
from explorer.timeline.charts import Chart

KEY = "view"


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
            **views.said_of(left.query),
            "viewport": list(left.viewport),
            "lanes": left.lanes,
            "arrangements": {by: views.said_of_arrangement(one) for by, one in left.arrangements.items()},
            "chart": views.said_of_chart(left.chart),
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
        views.query_of(said),
        views.viewport_of(said.get("viewport")),
        str(said.get("lanes") or ""),
        _arrangements(said.get("arrangements")),
        views.chart_of(said.get("chart")) or Chart(),
        views.texts_of(said.get("tabs")),
        article if isinstance(article, str) else None,
        views.texts_of(said.get("selection")),
        _round(said.get("round")),
    )


def _arrangements(said: Any) -> dict[str, Arrangement]:
    """Read how lanes stand, by field; a file from another hand may say anything."""
    rows = said.items() if isinstance(said, dict) else ()
    return {by: read for by, row in rows if (read := views.arrangement_of(row)) is not None}


def _round(said: Any) -> Round:
    if not isinstance(said, dict):
        return Round(is_on=False)
    queue, order, at = said.get("queue"), said.get("order"), said.get("at")
    return Round(
        Queue(queue) if queue in list(Queue) else Queue.UNREVIEWED,
        Order(order) if order in list(Order) else Order.SUREST,
        said.get("on") is True,
        at if isinstance(at, str) else None,
        frozenset(views.texts_of(said.get("passed"))),
        views.texts_of(said.get("later")),
    )
