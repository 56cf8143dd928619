"""Where the window was left, as JSON in the library: the filter, the span, open articles, the selection.

Read with care: the file may come from another version or another hand, so that a value of the wrong shape
is left out, never an error.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from explorer import views
from explorer.index.queues import Order, Queue, Round
from explorer.library import Library
from explorer.model.decision import Change, Decision, Guidance
from explorer.model.query import Query
from explorer.timeline.arrangement import Arrangement
from explorer.timeline.charts import Chart

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
