"""Dates that would move, said and listed, for the dialogs that show it before anything is changed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from explorer.chronology import Move
from explorer.ui import words

TYPING_MS = 250  # what is typed is read when it rests so long
_MOST = 200


def summary(moves: Sequence[Move]) -> str:
    """Say how many dates move: "9 dates move, 2 of them accepted"."""
    if not moves:
        return "No date moves."
    accepted = sum(move.is_accepted for move in moves)
    verb = "moves" if len(moves) == 1 else "move"
    told_accepted = f", {accepted} of them accepted" if accepted else ""
    return f"{words.count(len(moves), 'date')} {verb}{told_accepted}"


def line_of(move: Move) -> str:
    """Say one move: "In April: April 2019 → April 2020"."""
    mark = "✓ " if move.is_accepted else ""
    return f"{mark}{words.elided(move.title, 60)}:  {words.when(move.before)} → {words.when(move.after)}"


class MovesList(QListWidget):
    """Lists moves, a line each; hidden while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("framed")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Dates that would move")
        self.hide()

    def show_moves(self, moves: Sequence[Move]) -> None:
        """List moves instead of those before."""
        self.clear()
        self.addItems([line_of(move) for move in moves[:_MOST]])
        self.setVisible(bool(moves))
