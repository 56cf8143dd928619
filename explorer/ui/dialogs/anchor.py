"""Say from which date the relative dates of a passage count; what would move is shown first."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from explorer.chronology import Move
from explorer.model.errors import ExplorerError
from explorer.ui import timers, words
from explorer.ui.dialogs.base import Dialog, told
from explorer.ui.dialogs.moves import TYPING_MS, MovesList, summary
from explorer.ui.popups import DateField

_LONGEST_PASSAGE = 240

Preview = Callable[[str], Sequence[Move]]


class AnchorDialog(Dialog):
    """Asks what a passage counts from; `moves_if` tells what a date (EDTF, "" for none) would move.

    `before` is the EDTF that a person gave the same passage earlier, "" for none.
    """

    def __init__(
        self, parent: QWidget | None, passage: str, before: str, published: str | None, moves_if: Preview
    ) -> None:
        super().__init__(parent, "Dates here count from…", "Set", width_px=560)
        self._moves_if = moves_if
        self._before = before
        self._is_given_back = False
        self.date = DateField(published=published)
        self.summary = told("")
        self.moves = MovesList()
        self.as_read = QPushButton("As read")
        self.as_read.setToolTip("Let the program find again what the passage counts from")
        self.as_read.setVisible(bool(before))
        self.as_read.clicked.connect(self._give_back)
        self.buttons.insertWidget(0, self.as_read)
        self.body.addWidget(told(f"“{words.elided(passage, _LONGEST_PASSAGE)}”", "quote"))
        label = told("Words such as “last week” or “in April” in this passage count from", "quiet")
        label.setBuddy(self.date)
        self.body.addWidget(label)
        self.body.addWidget(self.date)
        self.body.addWidget(self.date.said)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.moves)
        self._later = timers.once(self, TYPING_MS, self.show_moves)
        self.date.understood.connect(self._typed)
        self.show_moves()

    @property
    def edtf(self) -> str:
        """Give the date that the passage counts from, "" to leave it to the program again."""
        return "" if self._is_given_back or self.date.when is None else self.date.when.edtf

    def show_moves(self) -> None:
        """Read the article as if the passage counted from the typed date, and list what moves."""
        self.moves.show_moves(())
        is_said = self._is_given_back or bool(self.edtf)
        self.ok.setEnabled(is_said and self.edtf != self._before)
        self.summary.setText("")
        if not is_said:
            return
        try:
            moves = self._moves_if(self.edtf)
        except ExplorerError as error:
            self.summary.setText(str(error))
            return
        self.summary.setText(summary(moves))
        self.moves.show_moves(moves)
        self.adjustSize()

    def _typed(self) -> None:
        self._is_given_back = False
        self.ok.setEnabled(self.date.when is not None)
        self._later.start()

    def _give_back(self) -> None:
        self._is_given_back = True
        self.date.setEnabled(False)
        self.show_moves()
