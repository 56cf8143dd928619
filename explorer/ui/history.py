"""What undo and redo would do next, in words, and what the last step of the log did. No Qt.

Undo itself is the library's: a step of the log.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.model.decision import Change, Decision, Redone, Undone, refs_of, undo_stacks
from explorer.ui.decision_words import deed


def labels(log: Sequence[Decision]) -> tuple[str, str]:
    """Give what undo and redo would do next, in words; "" where there is nothing."""
    done, undone = undo_stacks(log)
    return _label(log, done), _label(log, undone)


def _label(log: Sequence[Decision], steps: Sequence[int]) -> str:
    if not steps:
        return ""
    made = [deed(decision.change) for decision in log if decision.step == steps[-1]]
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
