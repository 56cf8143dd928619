"""Where words of an article stand in its pane, for those who point at them or look whether they are shown."""

from PySide6.QtCore import QPointF

from explorer.model.mention import Span
from explorer.ui.source_text import SourceText


def place_of(text: SourceText, span: Span) -> QPointF:
    """Give the middle of the first letters of a span, in the coordinates of the viewport."""
    caret = text.caret_of(span.start)
    return QPointF(caret.x() + 3.0, caret.center().y())


def is_in_view(text: SourceText, span: Span) -> bool:
    """Tell whether the beginning of a span stands in the visible part."""
    return 0 <= text.caret_of(span.start).top() < text.viewport().height()
