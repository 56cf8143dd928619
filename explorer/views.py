"""`SavedView`: a view that a person has named: filter, lanes and how they stand, measures and span.

Kept as JSON in the library, and read with care: what another version or another hand wrote in a wrong shape is
left out, never an error. Two views never have the same name, in any case.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from explorer.library import Library
from explorer.model.errors import ExplorerError
from explorer.model.query import Facet, Query, Tick
from explorer.model.when import OPEN_HI, OPEN_LO
from explorer.timeline.arrangement import Arrangement
from explorer.timeline.charts import MOST_PX, Chart

KEY = "views"
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class SavedView:
    """A named view; `viewport` in seconds, None for wherever the window stands.

    `arrangement` and `chart` are None in views of versions that did not keep them.
    """

    name: str
    query: Query
    lanes: str
    viewport: tuple[int, int] | None
    arrangement: Arrangement | None = None
    chart: Chart | None = None


def load(library: Library) -> list[SavedView]:
    """Give the views of a library in the order of their names; what cannot be read is left out."""
    try:
        said = json.loads(library.state(KEY) or "[]")
    except ValueError:
        return []
    rows = [row for row in said if isinstance(row, dict)] if isinstance(said, list) else []
    read = (
        SavedView(
            clean(str(row.get("name") or "")),
            query_of(row),
            str(row.get("lanes") or "kind"),
            viewport_of(row.get("viewport")),
            arrangement_of(row.get("arrangement")),
            chart_of(row.get("chart")),
        )
        for row in rows
    )
    return unique(view for view in read if view.name)


def store(library: Library, views: Iterable[SavedView]) -> None:
    """Keep these views and no others; raises `ExplorerError` where the library cannot be written."""
    rows = [
        {
            "name": view.name,
            "lanes": view.lanes,
            "viewport": list(view.viewport) if view.viewport else None,
            "arrangement": view.arrangement and said_of_arrangement(view.arrangement),
            "chart": view.chart and said_of_chart(view.chart),
            **said_of(view.query),
        }
        for view in unique(views)
    ]
    library.set_state(KEY, json.dumps(rows))


def named(library: Library, name: str) -> SavedView:
    """Give the view of a name, in any case; raises `ExplorerError` that names those there are."""
    views = load(library)
    found = next((view for view in views if view.name.casefold() == clean(name).casefold()), None)
    if found is None:
        known = ", ".join(f"“{view.name}”" for view in views)
        raise ExplorerError(
            f"There is no view “{name}”; the library has {known}."
            if known
            else f"There is no view “{name}”: the library has none saved."
        )
    return found


def renamed(views: Iterable[SavedView], old: str, new: str) -> list[SavedView]:
    """Give a view another name; raises `ExplorerError` where another has it, or it is none."""
    views, wanted = list(views), clean(new)
    if not wanted:
        raise ExplorerError("A view needs a name.")
    taken = {view.name.casefold() for view in views if view.name != old}
    if wanted.casefold() in taken:
        raise ExplorerError(f"There is a view “{wanted}” already.")
    return unique(replace(view, name=wanted) if view.name == old else view for view in views)


def clean(name: str) -> str:
    """Write a name on one line, not too long."""
    return " ".join(name.split())[:_LONGEST_NAME].strip()


def unique(views: Iterable[SavedView]) -> list[SavedView]:
    """Keep the last view of each name, in the order of the names."""
    by_name = {view.name.casefold(): view for view in views}
    return sorted(by_name.values(), key=lambda view: view.name.casefold())


# Values of JSON


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


def said_of_arrangement(one: Arrangement) -> list[list[str]]:
    """Give how lanes stand as values of JSON."""
    return [list(one.order), *(sorted(keys) for keys in (one.pinned, one.hidden, one.collapsed, one.expanded))]


def arrangement_of(said: Any) -> Arrangement | None:
    """Read how lanes stand; of three lists too, as it was before lanes were kept closed or whole."""
    if not isinstance(said, list) or not 3 <= len(said) <= 5:
        return None
    order, *sets = (texts_of(keys) for keys in said)
    return Arrangement(order, *map(frozenset, sets))


def said_of_chart(one: Chart) -> list[Any]:
    """Give how measures are shown as values of JSON."""
    return [one.unit, one.is_log, one.is_indexed, one.height_px]


def chart_of(said: Any) -> Chart | None:
    """Read how measures are shown; None where nothing is said."""
    if not isinstance(said, list) or len(said) != 4:
        return None
    unit, is_log, is_indexed, height = said
    is_high = isinstance(height, int | float) and 0 < height <= MOST_PX
    return Chart(
        unit if isinstance(unit, str) else "",
        is_log is True,
        is_indexed is True,
        float(height) if is_high else Chart().height_px,
    )


def texts_of(said: Any) -> tuple[str, ...]:
    """Read a list of texts, whatever else stands in it."""
    return tuple(text for text in said if isinstance(text, str)) if isinstance(said, list) else ()
