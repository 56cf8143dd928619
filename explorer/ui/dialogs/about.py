"""Dialogs that only tell: all keys, the reading account, what this program is, and what went wrong."""

import os
import platform
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QWidget,
)

from explorer import __version__
from explorer.library import Unused
from explorer.model.progress import Outcome, Report
from explorer.ui import style, words
from explorer.ui.actions import DEEDS, shown_key
from explorer.ui.dialogs.base import Dialog, told

_COLUMN_PX, _COLUMN_SHARE = 150, 0.3  # of the keys and of the deeds at most: in pixels, and of the dialog
_CELL_PX, _ROW_PX = 18, 10  # around the words of a cell
GESTURES: Mapping[str, str] = {
    "Wheel, pinch, + −": "Zoom time at the pointer",
    "Shift+wheel, drag empty space": "Move through time",
    "Two fingers on a trackpad": "Move through time and lanes",
    "Shift+drag, Ctrl+Shift+drag": "Choose a span: zoom to it, filter by it",
    "Click, Ctrl+click, Shift+click": "Select, add, range",
    "Double click": "On an event: show its words; on a cluster: zoom into it",
    "← → Home End": "Next, previous, first, last event",
    "↑ ↓": "Lane above, lane below",
    "On the overview: ← → Page Up, Page Down, Home, End": "Move its window, with Shift or Ctrl an edge",
    "Drag a lane's name, Ctrl+Shift+↑ ↓": "Put the lane elsewhere",
    "Right click on a lane's name": "Pin, hide, open or close the lane",
    "Enter, Space": "Show the words, peek",
    "Ctrl+click on a facet": "Exclude the value",
}


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], name: str) -> QTableWidget:
    """Make a table to read; its texts may come from documents and stay as they are."""
    made = QTableWidget(len(rows), len(headings))
    made.setObjectName("framed")
    made.setAccessibleName(name)
    made.setHorizontalHeaderLabels(list(headings))
    made.verticalHeader().hide()
    made.setShowGrid(False)
    made.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    made.setTabKeyNavigation(False)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(style.plain_tip(text))
            made.setItem(row, column, item)
    made.resizeColumnsToContents()
    made.horizontalHeader().setSectionResizeMode(len(headings) - 1, QHeaderView.ResizeMode.Stretch)
    return made


class KeysDialog(Dialog):
    """All keys and gestures."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "Keys and gestures")
        rows = [(shown_key(deed.id), deed.text.rstrip("…"), deed.tip) for deed in DEEDS.values() if deed.keys]
        gestures = [(hand, "", what) for hand, what in GESTURES.items()]
        self.table = table(("Key", "Deed", "What it does"), [*rows, *gestures], "Keys")
        for row in range(len(rows), self.table.rowCount()):  # a gesture has the place of a deed too
            self.table.setSpan(row, 0, 1, 2)
        self.table.horizontalHeader().sectionResized.connect(self._fit_rows)
        self.body.addWidget(self.table, 1)
        self.take_size(720, 560)
        most = min(style.px(_COLUMN_PX), round(_COLUMN_SHARE * self.width()))
        for column in (0, 1):
            self.table.setColumnWidth(column, min(self.table.columnWidth(column), most))

    def _fit_rows(self, section: int, _before: int, width: int) -> None:
        """Let what is too long for its column go on in another line, when the last has a new width."""
        if section != 2:
            return
        metrics, wraps = self.table.fontMetrics(), Qt.TextFlag.TextWordWrap
        for row in range(self.table.rowCount()):
            both = self.table.columnSpan(row, 0) > 1
            first = sum(map(self.table.columnWidth, (0, 1) if both else (0,)))
            texts = ((self.table.item(row, 0), first), (self.table.item(row, 2), width))
            heights = (
                metrics.boundingRect(0, 0, room - _CELL_PX, 10_000, wraps.value, item.text()).height()
                for item, room in texts
                if item is not None
            )
            self.table.setRowHeight(row, max(heights) + style.px(_ROW_PX))


class AccountDialog(Dialog):
    """What became of every file, and of every expression that looked like a date and was not used."""

    def __init__(
        self,
        parent: QWidget | None,
        reports: Sequence[Report],
        unused: Sequence[tuple[str, Unused]],
        copied: Sequence[str] = (),
    ) -> None:
        super().__init__(parent, "Reading account", width_px=640)
        names = within_common_folder([one.name for one in reports])
        files = [
            (name, one.outcome.value, _statements(one), one.reason)
            for name, one in zip(names, reports, strict=True)
        ]
        self.files = table(("File", "Outcome", "Statements", "Reason"), files, "Files")
        for row, one in enumerate(reports):
            if (item := self.files.item(row, 0)) is not None:
                item.setToolTip(style.plain_tip(one.name))
        left = [(name, one.text, one.why) for name, one in unused]
        self.unused = table(("Article", "Words", "Why not used"), left, "Words that are no dates of events")
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.tabBar().setAccessibleName("What is listed")
        tabs.addTab(self.files, words.count(len(files), "file"))
        tabs.addTab(self.unused, f"{words.count(len(left), 'expression')} not used")
        self.body.addWidget(tabs, 1)
        for sentence in copied:
            self.body.addWidget(told(sentence, "quiet"))
        self.take_size(760, 520)


def within_common_folder(names: Sequence[str]) -> list[str]:
    """Leave the folder out that all paths lie in, so that what became of them has room; texts have no paths."""
    folders = {Path(name).parent for name in names if Path(name).is_absolute()}
    if not folders:
        return list(names)
    common = Path(os.path.commonpath(folders)) if len({one.anchor for one in folders}) == 1 else None
    return [
        str(Path(name).relative_to(common)) if common is not None and Path(name).is_absolute() else name
        for name in names
    ]


def _statements(report: Report) -> str:
    return "" if report.outcome is Outcome.REFUSED else f"{report.mentions:,}"


class AboutDialog(Dialog):
    """Version, licence, and where things are kept."""

    def __init__(self, parent: QWidget | None, library: Path | None, folder: Path) -> None:
        super().__init__(parent, f"Timeline Explorer {__version__}")
        self.body.addWidget(
            told("Turns a pile of articles into a verified chronology. Nothing leaves this machine.")
        )
        lines = [
            f"Library: {library or 'in memory'}",
            f"Own libraries: {folder}",
            f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.machine()}",
            "MIT licence. Qt and PySide6 are used under the LGPL.",
        ]
        for line in lines:
            label = told(line, "quiet")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(label)


class ProblemDialog(Dialog):
    """Says that something went wrong in the program itself, with what helps to mend it."""

    def __init__(self, parent: QWidget | None, trace: str, log: Path) -> None:
        super().__init__(parent, "Something went wrong", width_px=600)
        self.body.addWidget(
            told(
                "What you were doing did not work. Everything you had decided is saved, and you can go on. "
                f"The details below are also in {log}."
            )
        )
        details = QPlainTextEdit(trace)
        details.setObjectName("framed")
        details.setReadOnly(True)
        details.setAccessibleName("Details")
        self.body.addWidget(details, 1)
        self.take_size(680, 420)
