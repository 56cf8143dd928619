"""The place in a text at which one reads: it stays when the text is wrapped anew. No article is known here."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextEdit

_LONGEST = 400_000  # characters: to lay a longer text out anew would hold up the hand at the window
_NEAR_TOP = 1 / 3  # of the height: there stands what would lie below the edge of a lower view


@dataclass(frozen=True, slots=True)
class Place:
    """A character (in UTF-16 units) and how far below the top of the view its line stands, in pixels."""

    unit: int
    y: float


def top_of(document: QTextDocument, unit: int) -> float:
    """Give the top of the line of a character, in pixels from the top of the text."""
    block = document.findBlock(unit)
    top = document.documentLayout().blockBoundingRect(block).top()
    line = block.layout().lineForTextPosition(unit - block.position())
    return top + (line.y() if line.isValid() else 0.0)


def place_of(view: QTextEdit, height: int, wanted: Iterable[int]) -> Place | None:
    """Give where one reads in a view so high: at the first of some characters that is in view, else at its top.

    None at the beginning of a text, where nothing has to be held, and in very long texts.
    """
    document, scrolled = view.document(), view.verticalScrollBar().value()
    if document.characterCount() > _LONGEST:
        return None
    for unit in wanted:
        y = top_of(document, unit) - scrolled
        if 0 <= y < height:
            return Place(unit, y)
    if scrolled == 0:
        return None
    unit = document.documentLayout().hitTest(QPointF(0, scrolled), Qt.HitTestAccuracy.FuzzyHit)
    return Place(unit, top_of(document, unit) - scrolled)


def go_back(view: QTextEdit, place: Place) -> None:
    """Scroll so that a place stands where it stood, or higher where the view has become too low for that."""
    height = view.viewport().height()
    y = place.y if place.y < height * (1 - _NEAR_TOP) else height * _NEAR_TOP
    view.verticalScrollBar().setValue(round(top_of(view.document(), place.unit) - y))
