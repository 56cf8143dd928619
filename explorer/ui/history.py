"""What can be taken back, in words, and the trail of earlier views.

Undo itself is the library's: a step of the log. Here stand only the labels of menus and the list of views
(filter, span, selection) through which Alt+← and Alt+→ lead. No widget is known here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from explorer.model.decision import (
    Added,
    Anchored,
    ArticleEdited,
    Change,
    DateOrdered,
    Decision,
    Edited,
    Linked,
    Named,
    Noted,
    Parted,
    Redone,
    Refs,
    Removed,
    Review,
    Reviewed,
    Settled,
    Spanned,
    Starred,
    Tagged,
    Undone,
    ref,
    undo_stacks,
)
from explorer.model.query import Query

_VERBS = {Review.ACCEPTED: "accept", Review.REJECTED: "reject", Review.UNREVIEWED: "put back"}
_FIELDS = {"when": "date", "quantities": "amounts"}
_LONGEST_TRAIL = 100


def verb_of(change: Change) -> str:
    """Say in a few words what a change did."""
    match change:
        case Reviewed(review=review):
            return _VERBS[review]
        case Edited(field=edited):
            return f"edit of the {_FIELDS.get(edited.value, edited.value)}"
        case ArticleEdited(field=corrected):
            return "change of the publication date" if corrected.value == "published" else f"{corrected.value}"
        case Starred(on=on):
            return "star" if on else "removal of a star"
        case Removed(on=on):
            return "removal of an article" if on else "return of an article"
        case Tagged(tag=tag):
            return f"tag “{tag}”"
        case (
            Linked()
            | Parted()
            | Added()
            | Spanned()
            | Noted()
            | Settled()
            | Named()
            | Anchored()
            | DateOrdered()
        ):
            return _PLAIN[type(change)]
        case Undone() | Redone():
            return ""


_PLAIN: dict[type, str] = {
    Linked: "merge",
    Parted: "split",
    Added: "new event",
    Spanned: "change of the clause",
    Noted: "note",
    Settled: "choice between sources",
    Named: "name",
    Anchored: "anchor of a passage",
    DateOrdered: "order of numeric dates",
}


def labels(log: Sequence[Decision]) -> tuple[str, str]:
    """Give what undo and redo would do next, in words; "" where there is nothing."""
    done, undone = undo_stacks(log)
    return _label(log, done), _label(log, undone)


def _label(log: Sequence[Decision], steps: Sequence[int]) -> str:
    if not steps:
        return ""
    made = [verb_of(decision.change) for decision in log if decision.step == steps[-1]]
    return f"{made[0]} ({len(made)})" if len(made) > 1 else made[0]


@dataclass(frozen=True, slots=True)
class Latest:
    """What the last step of a log did: its changes, and whether it took them back."""

    changes: tuple[Change, ...] = ()
    is_undone: bool = False

    @property
    def mentions(self) -> tuple[str, ...]:
        """Name the mentions that the changes speak of."""
        return tuple(dict.fromkeys(one.id for change in self.changes for one in refs_of(change)))


def latest(log: Sequence[Decision]) -> Latest:
    """Give what the last step did, by the step that it undid or did again where it is one of those."""
    if not log:
        return Latest()
    match log[-1].change:
        case Undone(step):
            return Latest(_made(log, step), is_undone=True)
        case Redone(step):
            return Latest(_made(log, step))
    return Latest(_made(log, log[-1].step))


def _made(log: Sequence[Decision], step: int) -> tuple[Change, ...]:
    return tuple(decision.change for decision in log if decision.step == step)


def refs_of(change: Change) -> Refs:
    """Give the mentions that a change speaks of, none where it speaks of articles or names."""
    match change:
        case Added(mention):
            return (ref(mention),)
        case Parted(left, right):
            return (*left, *right)
        case Spanned(mention):
            return (mention,)
        case ArticleEdited() | Named() | Anchored() | DateOrdered() | Removed() | Undone() | Redone():
            return ()
        case _:
            return change.mentions


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
        del self._views[:-_LONGEST_TRAIL]
        self._at = len(self._views) - 1

    def move(self, steps: int) -> View | None:
        """Go back (-1) or forward (1); None at either end."""
        at = self._at + steps
        if not 0 <= at < len(self._views):
            return None
        self._at = at
        return self._views[at]
