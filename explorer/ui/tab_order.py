"""The order in which Tab goes through widgets: as they are read, not as they were made."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def as_laid_out(widget: QWidget) -> Iterator[QWidget]:
    """Give the widgets in a widget that Tab can reach, in the order of its layouts."""
    layout = widget.layout()
    if layout is not None:
        yield from _of_layout(layout)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _of_layout(inner)
        elif widget is not None:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield widget
            inside = widget.widget() if isinstance(widget, QScrollArea) else widget
            if inside is not None:
                yield from as_laid_out(inside)


def chain(widgets: Iterable[QWidget]) -> None:
    """Let Tab go from each of these widgets of one window to the next."""
    before: QWidget | None = None
    for widget in widgets:
        if before is not None:
            QWidget.setTabOrder(before, widget)
        before = widget
