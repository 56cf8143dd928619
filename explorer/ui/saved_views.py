"""Views that a person has named: a filter, the lanes and the span, kept as JSON in the library.

Read with care, as the view that the window was left at. Two views never have the same name, in any case.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from explorer.library import Library
from explorer.model.errors import ExplorerError
from explorer.model.query import Query
from explorer.ui import view_state
from explorer.ui.session import Session

KEY = "views"
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class SavedView:
    """A named view; `viewport` in seconds, None for wherever the window stands."""

    name: str
    query: Query
    lanes: str
    viewport: tuple[int, int] | None


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
            view_state.query_of(row),
            str(row.get("lanes") or "kind"),
            view_state.viewport_of(row.get("viewport")),
        )
        for row in rows
    )
    return _unique(view for view in read if view.name)


def store(library: Library, views: Iterable[SavedView]) -> None:
    """Keep these views and no others; raises `ExplorerError` where the library cannot be written."""
    rows = [
        {
            "name": view.name,
            "lanes": view.lanes,
            "viewport": list(view.viewport) if view.viewport else None,
            **view_state.said_of(view.query),
        }
        for view in _unique(views)
    ]
    library.set_state(KEY, json.dumps(rows))


def save(session: Session, name: str) -> SavedView:
    """Save what the window shows under a name; a view of that name is written over.

    Raises `ExplorerError` for a name without a letter.
    """
    if not clean(name):
        raise ExplorerError("A view needs a name.")
    view = SavedView(clean(name), session.query, session.lanes, session.viewport)
    store(session.library, [*load(session.library), view])
    return view


def show(session: Session, view: SavedView) -> None:
    """Filter, sort and scroll as a view says."""
    session.set_query(view.query)
    session.set_lanes(view.lanes)
    if view.viewport:
        session.show_range(*view.viewport)


def current(session: Session, views: Iterable[SavedView]) -> SavedView | None:
    """Give the view whose filter and lanes are those of the window, wherever it stands in time."""
    return next((one for one in views if (one.query, one.lanes) == (session.query, session.lanes)), None)


def renamed(views: Iterable[SavedView], old: str, new: str) -> list[SavedView]:
    """Give a view another name; raises `ExplorerError` where another has it, or it is none."""
    views, wanted = list(views), clean(new)
    if not wanted:
        raise ExplorerError("A view needs a name.")
    taken = {view.name.casefold() for view in views if view.name != old}
    if wanted.casefold() in taken:
        raise ExplorerError(f"There is a view “{wanted}” already.")
    return _unique(replace(view, name=wanted) if view.name == old else view for view in views)


def clean(name: str) -> str:
    """Write a name on one line, not too long."""
    return " ".join(name.split())[:_LONGEST_NAME].strip()


def _unique(views: Iterable[SavedView]) -> list[SavedView]:
    by_name = {view.name.casefold(): view for view in views}
    return sorted(by_name.values(), key=lambda view: view.name.casefold())
