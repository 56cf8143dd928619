"""What a screen reader finds in the window: everything that can have the keyboard has a name and a role."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QLabel, QWidget

from tests.e2e.driver import Driver

# Qt has no better word for these.
UNSAID = {QAccessible.Role.Client, QAccessible.Role.NoRole}
DIALOGS = ("edit", "merge", "note", "tags", "article", "todo", "everywhere", "save_view", "views", "palette",
           "keys", "account", "about", "export", "names", "lost")  # fmt: skip


def interfaces(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Give the interfaces of what is shown in a widget, without the items of lists and tables."""
    for child in (widget, *widget.findChildren(QWidget)):
        if child.isVisible() and (found := QAccessible.queryAccessibleInterface(child)):
            yield found


def name(of: QAccessibleInterface) -> str:
    return of.text(QAccessible.Text.Name).strip()


def unnamed(widget: QWidget) -> list[str]:
    """Name the classes of what can have the keyboard and has no name or no role."""
    return [
        f"{type(one.object()).__name__} in {type(one.object().parent()).__name__}"
        for one in interfaces(widget)
        if isinstance(one.object(), QWidget)
        and one.object().focusPolicy() is not Qt.FocusPolicy.NoFocus
        and one.object().focusProxy() is None
        and (not name(one) or one.role() in UNSAID)
    ]


def twins(widget: QWidget) -> list[str]:
    """Give the names that two controls beside each other share, told by nothing else either."""
    found: list[str] = []
    for parent in (widget, *widget.findChildren(QWidget)):
        told = [
            (name(one), one.text(QAccessible.Text.Description))
            for child in parent.children()
            if isinstance(child, QWidget) and child.isVisible()
            and child.focusPolicy() is not Qt.FocusPolicy.NoFocus
            and (one := QAccessible.queryAccessibleInterface(child))
        ]  # fmt: skip
        found += [said for (said, _), count in Counter(told).items() if count > 1]
    return found


def test_whatever_can_have_the_keyboard_has_a_name_and_a_role(sailing: Driver) -> None:
    assert unnamed(sailing.window) == []
    assert twins(sailing.window) == []


@pytest.mark.parametrize(
    "deeds", [("table",), ("review",), ("compare",), ("left_out",), ("find",), ("history",)]
)
def test_so_it_is_in_every_view(sailing: Driver, deeds: tuple[str, ...]) -> None:
    for deed in deeds:
        sailing.press(deed)
    assert unnamed(sailing.window) == []
    assert twins(sailing.window) == []


@pytest.mark.parametrize("deed", DIALOGS)
def test_so_it_is_in_every_dialog(sailing: Driver, deed: str) -> None:
    sailing.press(deed)
    dialog = sailing.dialog()
    assert unnamed(dialog) == []
    assert twins(dialog) == []
    dialog.reject()


def test_the_fields_of_the_details_say_their_values(sailing: Driver) -> None:
    said = {name(one) for one in interfaces(sailing.space.inspector) if one.role() is QAccessible.Role.Button}
    assert "Date: 10 March 2021" in said
    assert any(one.startswith("Title: ") for one in said)
    assert "Note: nothing" in said


def test_the_captions_of_a_dialog_belong_to_their_fields(sailing: Driver) -> None:
    sailing.press("export")
    captions = [one for one in sailing.dialog().findChildren(QLabel) if one.buddy() is not None]
    assert {one.text() for one in captions} >= {"As", "What", "Title", "Sheet", "Pages", "Style", "Measures"}
    sailing.dialog().reject()


def test_the_rows_of_a_facet_are_read_as_they_stand(sailing: Driver) -> None:
    for section in sailing.space.facets._sections.values():
        rows = section.rows()
        children = [child for child in section.children() if child in rows]
        assert children == sorted(rows, key=lambda row: row.y())
