"""The trail of earlier views (filter, span, selection), through which Alt+← and Alt+→ lead. No Qt."""

from dataclasses import dataclass, field

from explorer.model.query import Query

_LONGEST = 100


@dataclass(frozen=True, slots=True)
class View:
    """What a person was looking at: the filter, the span in seconds, and the selected events."""

    query: Query
    viewport: tuple[int, int]
    selection: tuple[str, ...] = ()


@dataclass(slots=True)
class Trail:
    """Earlier and later views, like those of a web browser."""

    _views: list[View] = field(default_factory=list)
    _at: int = -1

    def note(self, view: View) -> None:
        """Remember a view; what lay ahead of it is forgotten. The view where one stands is not noted twice."""
        if self._at >= 0 and self._views[self._at] == view:
            return
        del self._views[self._at + 1 :]
        self._views.append(view)
        del self._views[:-_LONGEST]
        self._at = len(self._views) - 1

    def move(self, steps: int) -> View | None:
        """Go back (-1) or forward (1); None at either end."""
        at = self._at + steps
        if not 0 <= at < len(self._views):
            return None
        self._at = at
        return self._views[at]
