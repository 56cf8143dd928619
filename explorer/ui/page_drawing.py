"""Drawing of a page of a PDF beside the window: a job for a thread, and what it gives."""

import logging
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRunnable, Signal

from explorer.model.errors import ExplorerError
from explorer.model.mention import Span
from explorer.reading.pages import Box, Pages, Picture
from explorer.ui.source_marks import Mark

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as the thread gives it: picture, boxes of the marks, and what went wrong, "" for nothing."""

    number: int
    width_px: int
    turn: int
    picture: Picture | None
    boxes: list[tuple[Mark, list[Box]]]
    problem: str = ""


class Drawer(QObject):
    """Tells the window's thread what was drawn."""

    drawn = Signal(object)


class Drawing(QRunnable):
    """Draws one page, and finds its marks."""

    def __init__(
        self, pages: Pages, drawer: Drawer, number: int, width_px: int, turn: int, marks: list[Mark]
    ) -> None:
        super().__init__()
        self._pages, self._drawer, self._marks = pages, drawer, marks
        self._number, self._width_px, self._turn = number, width_px, turn

    def run(self) -> None:
        picture, boxes, problem = None, [], ""
        try:
            picture = self._pages.picture(self._number, self._width_px)
            spans = [Span(mark.start, mark.end) for mark in self._marks]
            boxes = list(zip(self._marks, self._pages.boxes(self._number, spans), strict=True))
        except ExplorerError as error:
            problem = str(error)
        except Exception as error:  # noqa: BLE001 - one that leaves a thread of Qt's is lost
            # A damaged page is one page that cannot be shown.
            _log.exception("Page %s could not be drawn.", self._number + 1)
            problem = f"Page {self._number + 1} cannot be shown: {error}."
        self._drawer.drawn.emit(Drawn(self._number, self._width_px, self._turn, picture, boxes, problem))
