"""What the window does with saved views: save what is shown, show one again, tell which one is shown."""

from collections.abc import Iterable

from explorer import views
from explorer.model.errors import ExplorerError
from explorer.ui.session import Session
from explorer.views import SavedView


def save(session: Session, name: str) -> SavedView:
    """Save what the window shows under a name; a view of that name is written over.

    Raises `ExplorerError` for a name without a letter.
    """
    if not views.clean(name):
        raise ExplorerError("A view needs a name.")
    shown = session.query, session.lanes, session.viewport, session.arrangement, session.chart
    view = SavedView(views.clean(name), *shown)
    views.store(session.library, [*views.load(session.library), view])
    return view


def show(session: Session, view: SavedView) -> None:
    """Filter, sort and scroll as a view says."""
    session.set_query(view.query)
    session.set_lanes(view.lanes)
    if view.arrangement is not None:
        session.arrange(view.arrangement)
    if view.chart is not None:
        session.set_chart(view.chart)
    if view.viewport:
        session.show_range(*view.viewport)


def current(session: Session, saved: Iterable[SavedView]) -> SavedView | None:
    """Give the view that is shown, wherever it stands in time.

    Where lanes or measures were arranged otherwise since, it is the first of that filter and those lanes.
    """
    alike = [one for one in saved if (one.query, one.lanes) == (session.query, session.lanes)]
    standing = session.arrangement, session.chart
    same = (one for one in alike if (one.arrangement, one.chart) == standing)
    return next(same, alike[0] if alike else None)
