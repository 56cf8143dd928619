"""The overview for screen readers: a slider whose value is the span that the timeline shows, said in words.

As a number, the value is where the window begins, in percent of all that it can be moved over.
"""

from typing import Protocol

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleValueInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class Slid(Protocol):
    """A window that can be moved over a stretch of time."""

    def said(self) -> str:
        """Say the span it shows."""

    def percent(self) -> float:
        """Give where it begins, 0 to 100."""

    def move_to(self, percent: float) -> None:
        """Let it begin elsewhere."""


class _Value(QAccessibleValueInterface):
    """The value as a number."""

    def __init__(self, slid: Slid) -> None:
        super().__init__()
        self._slid = slid

    def currentValue(self) -> object:
        return self._slid.percent()

    def setCurrentValue(self, value: object) -> None:
        if isinstance(value, int | float):
            self._slid.move_to(float(value))

    def minimumValue(self) -> object:
        return 0.0

    def maximumValue(self) -> object:
        return 100.0

    def minimumStepSize(self) -> object:
        return 1.0


class OverviewNode(QAccessibleWidget):
    """The overview as a slider."""

    def __init__(self, view: QWidget, slid: Slid) -> None:
        super().__init__(view, QAccessible.Role.Slider, view.accessibleName())
        self._view, self._slid, self._value = view, slid, _Value(slid)

    def isValid(self) -> bool:
        return shiboken6.isValid(self._view)

    def interface_cast(self, asked: QAccessible.InterfaceType) -> object:  # type: ignore[override]  # not for all
        return self._value if asked is QAccessible.InterfaceType.ValueInterface else None

    def text(self, which: QAccessible.Text) -> str:
        if which is QAccessible.Text.Value and self.isValid():
            return self._slid.said()
        return str(super().text(which))


# What the factory knows of the views, by their identity; both are forgotten with the view.
_offered: dict[int, Slid] = {}
_nodes: dict[int, OverviewNode] = {}


def offer(view: QWidget, slid: Slid) -> None:
    """Let screen readers find the overview; nothing is made before one asks."""
    QAccessible.installFactory(_factory)  # once more is no harm
    key = id(view)
    _offered[key] = slid
    view.destroyed.connect(lambda: (_offered.pop(key, None), _nodes.pop(key, None)))


def _factory(_name: str, asked: QObject) -> QAccessibleInterface | None:
    slid = _offered.get(id(asked))
    if slid is None or not isinstance(asked, QWidget):
        return None
    # Qt owns the interface, but only Python holds what it knows.
    made = _nodes[id(asked)] = OverviewNode(asked, slid)
    return made


def tell(view: QWidget, told: str) -> None:
    """Say the span that keys have shown, where a screen reader listens."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, told))
