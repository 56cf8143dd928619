"""The decisions that cannot be placed any more: what was said, of which words, in which article, and when."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from explorer.model.article import Article
from explorer.model.decision import Decision, MentionRef, Parted, refs_of
from explorer.ui import provenance, words
from explorer.ui.dialogs.base import Dialog, told
from explorer.ui.history import verb_of

_HEADINGS = ("Decision", "The words it was about", "Article", "Made")
_LONGEST = 200


class LostDialog(Dialog):
    """Lists lost decisions; they stay in the log and count again when their words are found again."""

    def __init__(
        self, parent: QWidget | None, decisions: Sequence[Decision], articles: Mapping[str, Article]
    ) -> None:
        super().__init__(parent, "Lost decisions", width_px=640)
        self.take_size(860, 420)
        text = (
            "Their statements are not read any more. They are kept, are given to no other statement, and count "
            "again once their words are read again."
            if decisions
            else "No decision is lost: all of them are about statements that are there."
        )
        self.body.addWidget(told(text))
        self.table = QTableWidget(len(decisions), len(_HEADINGS))
        self.table.setTabKeyNavigation(False)
        self.table.setObjectName("framed")
        self.table.setAccessibleName("Lost decisions")
        self.table.setHorizontalHeaderLabels(list(_HEADINGS))
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setWordWrap(True)
        for row, decision in enumerate(decisions):
            for column, said in enumerate(line_of(decision, articles)):
                item = QTableWidgetItem(said)
                item.setToolTip(said)
                self.table.setItem(row, column, item)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for column in (0, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.resizeRowsToContents()
        self.table.setVisible(bool(decisions))
        self.body.addWidget(self.table, 1)


def line_of(decision: Decision, articles: Mapping[str, Article]) -> tuple[str, str, str, str]:
    """Say what was decided, of which words, in which articles, and when and by whom."""
    refs = list(refs_of(decision.change))
    joint = " · not with · " if isinstance(decision.change, Parted) else " · "
    quotes = joint.join(dict.fromkeys(f"“{words.elided(one.quote, _LONGEST)}”" for one in refs))
    names = ", ".join(_names(refs, articles))
    return verb_of(decision.change), quotes, names, f"{provenance.moment(decision.at)}, {decision.who}"


def _names(refs: Iterable[MentionRef], articles: Mapping[str, Article]) -> Iterable[str]:
    for id_ in dict.fromkeys(one.article for one in refs):
        yield (
            words.elided(words.article(articles[id_]), 40) if id_ in articles else "no article of this library"
        )
