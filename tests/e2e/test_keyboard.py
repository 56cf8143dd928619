"""The window without a mouse: Tab and F6 lead everywhere, focus can be seen, and the daily tasks are done."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget

from explorer.model.decision import Review
from explorer.model.query import Facet
from explorer.ui.dialogs.export import ExportDialog
from explorer.ui.facet_row import Row
from explorer.ui.fields.base import Field
from tests.e2e.conftest import write_papers
from tests.e2e.driver import Driver
from tests.ui.conftest import undressed


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def tab(back: bool = False) -> QWidget:
    """Press Tab as hands do, and give what has the keyboard then."""
    shift = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(focused(), Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab, shift)
    QApplication.processEvents()
    return focused()


def walk(start: QWidget, back: bool = False) -> list[QWidget]:
    """Press Tab until the keyboard is where it was, and give all that had it."""
    start.setFocus()
    seen = [start]
    while (widget := tab(back)) is not start:
        assert widget not in seen, f"Tab goes round behind {widget.accessibleName() or widget}"
        seen.append(widget)
    return seen


def test_tab_leads_to_everything_and_back(sailing: Driver) -> None:
    seen = walk(sailing.space.timeline)
    reachable = [
        widget
        for widget in sailing.window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    # Of buttons of which one is chosen, Tab goes to that one, and the arrow keys to the others.
    others = [one for one in reachable if one.property("autoExclusive") and not one.property("checked")]
    assert {*reachable} - {*seen} - {*others} == set()
    assert {*walk(sailing.space.timeline, back=True)} == {*seen}


def test_tab_goes_through_the_details_as_they_are_read(sailing: Driver) -> None:
    seen = [one for one in walk(sailing.space.timeline) if sailing.space.inspector.isAncestorOf(one)]
    fields = [one.name for one in seen if isinstance(one, Field)]
    assert fields == ["Title", "Date", "Who", "Where", "Kind", "Status", "Amounts", "Tags", "Note"]
    assert seen[0] is sailing.space.inspector.title
    assert list(sailing.space.inspector.buttons.values()) == seen[-5:-1]


def test_f6_goes_from_pane_to_pane(sailing: Driver) -> None:
    space = sailing.space
    space.timeline.setFocus()
    panes = []
    for _ in range(4):
        sailing.key("F6")
        panes.append(focused())
    assert panes[:2] == [space.source.text, space.inspector.title]
    assert isinstance(panes[2], Row)
    assert panes[3] is space.timeline
    sailing.key("Shift+F6")
    assert focused() is panes[2]
    space.facets.hide()
    space.timeline.setFocus()
    sailing.key("Shift+F6")
    assert focused() is space.inspector.title


def pictured(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()


@pytest.fixture(params=["light", "dark"])
def dressed(request: pytest.FixtureRequest, sailing: Driver, qapp: QApplication) -> Iterator[Driver]:
    """The window in each of our themes."""
    with undressed(qapp):
        sailing.press(request.param)
        yield sailing


def without_a_look(widgets: list[QWidget]) -> list[str]:
    """Name those that look the same whether they have the keyboard or not."""
    unseen = []
    for at, widget in enumerate(widgets):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        with_focus = pictured(widget)
        widgets[at - 1].setFocus(Qt.FocusReason.TabFocusReason)
        if with_focus == pictured(widget):
            unseen.append(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))
    return unseen


def test_whatever_has_the_keyboard_looks_so(dressed: Driver) -> None:
    assert without_a_look(walk(dressed.space.timeline)) == []


@pytest.mark.parametrize("deed", ["edit", "merge", "todo", "palette", "keys", "account", "export", "views"])
def test_so_it_is_in_dialogs(dressed: Driver, deed: str) -> None:
    dressed.press(deed)
    dialog = dressed.dialog()
    dialog.activateWindow()
    assert without_a_look(walk(focused())) == []
    dialog.reject()


def choose_file(parent: QWidget, path: Path) -> None:
    """Type a path into the dialog of the system, and press Enter."""
    chooser = parent.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    line = chooser.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText(str(path))
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_articles_are_read_and_opened_without_a_mouse(drive_empty: Driver, tmp_path: Path) -> None:
    paper = write_papers(tmp_path, "coast-daily.txt")[0]
    drive_empty.key("Ctrl+O")
    choose_file(drive_empty.window, paper)
    drive_empty.wait_until(
        lambda: bool(drive_empty.session.events) and not drive_empty.keeper.reader.is_running
    )
    drive_empty.space.timeline.setFocus()
    drive_empty.key("Home")
    assert drive_empty.session.current is not None
    assert drive_empty.highlighted()


def test_a_company_is_filtered_and_a_date_proved_without_a_mouse(sail: Driver) -> None:
    sail.space.timeline.setFocus()
    sail.key("/")
    QTest.keyClicks(focused(), "company:Osprey")
    sail.key("Escape")  # what is offered
    sail.key("Return")
    assert sail.session.query.ticked == {(Facet.COMPANY, "Osprey Lines")} or sail.session.query.text
    sail.key("Ctrl+Shift+X")
    sail.space.timeline.setFocus()
    sail.key("F6")
    while sail.space.inspector.isAncestorOf(focused()) or sail.space.source.isAncestorOf(focused()):
        sail.key("F6")
    row = focused()
    while not (isinstance(row, Row) and row.value == "Kestrel Ferries"):
        row = tab()
    sail.key("Space")
    assert sail.session.query.values(Facet.COMPANY) == {"Kestrel Ferries"}
    sail.key("F6")
    assert focused() is sail.space.timeline
    sail.key("Home")
    event = sail.session.current
    assert event is not None
    assert sail.are_words_in_view(event)
    sail.key("Return")
    assert any(mention.quote in sail.highlighted() for mention in event.mentions)
    sail.key("A")
    assert sail.session.events[event.id].review is Review.ACCEPTED


def test_a_picture_is_exported_without_a_mouse(sail: Driver, tmp_path: Path) -> None:
    sail.space.timeline.setFocus()
    sail.key("Ctrl+E")
    dialog = sail.dialog()
    assert isinstance(dialog, ExportDialog)
    dialog.activateWindow()
    assert focused() is dialog.form
    QTest.keyClick(dialog.form, Qt.Key.Key_Down)  # SVG
    assert dialog.suffix == ".svg"
    while focused() is not dialog.ok:
        tab()
    QTest.keyClick(dialog.ok, Qt.Key.Key_Space)
    choose_file(dialog, tmp_path / "picture.svg")
    sail.wait_until(lambda: (tmp_path / "picture.svg").exists())
    assert "<title" in (tmp_path / "picture.svg").read_text("utf-8")


def test_no_dialog_keeps_the_keyboard(sailing: Driver) -> None:
    for deed in ("edit", "merge", "note", "tags", "article", "todo", "palette", "keys", "account", "export"):
        sailing.press(deed)
        dialog = sailing.dialog()
        dialog.activateWindow()
        first = focused()
        assert dialog.isAncestorOf(first), deed
        assert dialog.ok in (seen := walk(first)) or dialog.cancel in seen, deed
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
        assert not any(one.isVisible() for one in sailing.window.findChildren(QDialog)), deed
