"""What a widget of our own is for screen readers, where Qt takes it for a mere frame."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

# What the factory knows of the widgets, by their identity; both are forgotten with the widget.
_roles: dict[int, QAccessible.Role] = {}
_nodes: dict[int, QAccessibleWidget] = {}


def give(widget: QWidget, role: QAccessible.Role) -> None:
    """Give a widget a role; name and description are those of the widget. Nothing is made before one asks."""
    QAccessible.installFactory(_factory)  # once more is no harm
    key = id(widget)
    _roles[key] = role
    widget.destroyed.connect(lambda: (_roles.pop(key, None), _nodes.pop(key, None)))


def _factory(_name: str, asked: QObject) -> QAccessibleInterface | None:
    role = _roles.get(id(asked))
    if role is None or not isinstance(asked, QWidget):
        return None
    # Qt owns the interface, but only Python holds its class.
    made = _nodes[id(asked)] = QAccessibleWidget(asked, role)
    return made
