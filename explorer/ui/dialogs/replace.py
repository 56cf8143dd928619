"""The question before files that nobody named are written over."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from explorer.ui.dialogs.base import Dialog, told

_NAMED = 8


class ReplaceDialog(Dialog):
    """Asks whether the files of further pages may be written over."""

    def __init__(self, parent: QWidget | None, taken: Sequence[Path]) -> None:
        super().__init__(parent, "Replace files?", "Replace")
        names = [file.name for file in taken[:_NAMED]]
        more = f" and {len(taken) - _NAMED} more" if len(taken) > _NAMED else ""
        are = "is" if len(taken) == 1 else "are"
        self.body.addWidget(
            told(
                f"Each page is a file of its own. In {taken[0].parent} {are} already: {', '.join(names)}{more}."
            )
        )
