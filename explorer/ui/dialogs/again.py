"""What would change if the articles that were read again are taken over; asked before anything is written."""

from collections.abc import Mapping

from PySide6.QtWidgets import QListWidget, QWidget

from explorer.model.article import Article
from explorer.ui import decided, style, words
from explorer.ui.again import Outlook
from explorer.ui.dialogs.base import Dialog, caption, listing, told
from explorer.ui.dialogs.moves import line_of as line_of_move
from explorer.ui.dialogs.moves import summary as summary_of_moves

_MOST_ROWS = 500
_ROW_PX = 24
_FEWEST_SHOWN, _MOST_SHOWN = 2, 9


def summary(outlook: Outlook, failed: int) -> str:
    """Say in sentences what would change: "3 articles were read again. 9 dates move, 2 of them accepted."."""
    verb = "was" if outlook.articles == 1 else "were"
    said = [f"{words.count(outlook.articles, 'article')} {verb} read again."]
    said.append(summary_of_moves(outlook.moves).rstrip(".") + ".")
    if outlook.lost:
        verb = "loses its" if len(outlook.lost) == 1 else "lose their"
        said.append(f"{words.count(len(outlook.lost), 'decision')} {verb} words.")
    if failed:
        said.append(f"{words.count(failed, 'article')} could not be read and stays as it is.")
    return " ".join(said)


class AgainDialog(Dialog):
    """Lists the dates that move and the decisions that would be lost; `backup` names the copy that is kept."""

    def __init__(
        self,
        parent: QWidget | None,
        outlook: Outlook,
        articles: Mapping[str, Article],
        *,
        failed: int = 0,
        backup: str = "",
    ) -> None:
        super().__init__(parent, "Read again with the newer engine", "Take over", width_px=640)
        self.outlook = outlook
        self.summary = told(summary(outlook, failed))
        self.moves = _list("Dates that move", [line_of_move(move) for move in outlook.moves])
        lost = [decided.line(decision, articles) for decision in outlook.lost]
        told_of = [" · ".join((line.what, line.about, line.where)) for line in lost]
        self.lost = _list("Decisions that lose their words", told_of)
        self.body.addWidget(self.summary)
        for listed in (self.moves, self.lost):
            heading = caption(listed.accessibleName())
            heading.setVisible(listed.count() > 0)
            listed.setVisible(listed.count() > 0)
            self.body.addWidget(heading)
            self.body.addWidget(listed)
        kept = "Your decisions are laid over the new reading where their words are found again."
        copy = f" The library as it is now is kept as {backup}." if backup else ""
        self.body.addWidget(told(kept + copy, "quiet"))


def _list(name: str, lines: list[str]) -> QListWidget:
    listed = listing(name)
    listed.setWordWrap(True)
    listed.addItems(lines[:_MOST_ROWS])
    listed.setFixedHeight(style.px(_ROW_PX) * min(max(len(lines), _FEWEST_SHOWN), _MOST_SHOWN) + 8)
    if len(lines) > _MOST_ROWS:
        listed.addItem(f"and {len(lines) - _MOST_ROWS:,} more")
    return listed
