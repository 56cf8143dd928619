"""Text from 80 to 200 percent: at once, remembered, and nothing is cut, covered or out of reach."""

import json
from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from explorer.folders import config_dir
from explorer.ui import style
from explorer.ui.filter_bar import FilterBar
from explorer.ui.pane_button import PaneButton
from explorer.ui.popups import Elided
from tests.e2e.driver import Driver
from tests.ui.conftest import undressed

SIZES = [(1000, 640), (1600, 1000)]
DIALOGS = ("edit", "merge", "split", "note", "article", "todo", "everywhere", "save_view", "palette", "about",
           "export")  # fmt: skip


@pytest.fixture
def sailing(sail: Driver, qapp: QApplication) -> Iterator[Driver]:
    """The window in our own theme, with an event selected that several sources state."""
    with undressed(qapp):
        sail.press("light")
        sail.session.select([sail.event("fined Kestrel Ferries 6 million").id])
        sail.settle()
        yield sail


def enlarge(driver: Driver, percent: int, size: tuple[int, int] = (1100, 700)) -> None:
    """Give the window a size and its text another one."""
    driver.window.resize(*size)
    driver.show_text(percent)
    for _ in range(4):
        driver.settle()
    assert round(style.px(1000) / 10) == percent


def shown_in(of: QWidget) -> list[QWidget]:
    return [widget for widget in of.findChildren(QWidget) if widget.isVisible()]


def cut_in(of: QWidget) -> list[str]:
    """Name the labels, buttons and fields that are smaller than their words, or reach out of their holder."""
    cut = []
    for widget in shown_in(of):
        parent = widget.parentWidget()
        if not isinstance(widget, QLabel | QAbstractButton | QLineEdit) or parent is None:
            continue
        least = widget.minimumSizeHint()
        room = parent.rect() if isinstance(parent, QWidget) else QRect()
        is_wrapped = isinstance(widget, QLabel) and widget.wordWrap()
        is_narrow = not isinstance(widget, Elided) and not is_wrapped and widget.width() < least.width()
        if (
            is_narrow
            or widget.height() < min(least.height(), widget.fontMetrics().height())
            or not room.contains(widget.geometry())
        ):
            cut.append(f"{type(widget).__name__} {widget.text()[:40]!r} {widget.geometry()}")
    return cut


def overlapping_in(of: QWidget) -> list[str]:
    """Name what lies over each other of the labels, buttons and fields beside each other."""
    found = []
    for parent in (of, *shown_in(of)):
        beside = [
            child
            for child in parent.children()
            if isinstance(child, QLabel | QAbstractButton | QLineEdit) and child.isVisible()
        ]
        if isinstance(parent, QLineEdit):
            continue
        found += [
            f"{one.text()!r} and {other.text()!r}"
            for one, other in combinations(beside, 2)
            if one.geometry().intersects(other.geometry())
        ]
    return found


def panes_out_of(window: QWidget, panes: list[QWidget]) -> list[str]:
    """Name the panes that reach over the edges of the window."""
    edges = QRect(QPoint(0, 0), window.size())
    places = {pane.accessibleName(): QRect(pane.mapTo(window, QPoint(0, 0)), pane.size()) for pane in panes}
    return [name for name, place in places.items() if not edges.contains(place)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("percent", [80, 150, 200])
def test_nothing_is_cut_and_nothing_overlaps(sailing: Driver, percent: int, size: tuple[int, int]) -> None:
    enlarge(sailing, percent, size)
    space = sailing.space
    for deeds in ((), ("open_source",), ("review",), ("table",), ("facets",), ("details",)):
        for deed in deeds:
            sailing.press(deed)
        sailing.settle()
        assert sailing.window.size().toTuple() == size
        assert cut_in(sailing.window) == [], deeds
        assert overlapping_in(sailing.window) == [], deeds
        panes = [
            one for one in (space.timeline, space.table.view, space.facets, space.inspector) if one.isVisible()
        ]
        assert panes_out_of(sailing.window, panes) == [], deeds


def test_dialogs_stay_on_the_screen_and_whole(sailing: Driver) -> None:
    enlarge(sailing, 200)
    for deed in DIALOGS:
        sailing.press(deed)
        dialog = sailing.dialog()
        for _ in range(4):
            sailing.settle()
        room = dialog.screen().availableSize()
        assert dialog.width() <= room.width(), deed
        assert dialog.height() <= room.height(), deed
        assert cut_in(dialog) == [], deed
        assert overlapping_in(dialog) == [], deed
        dialog.reject()
        sailing.settle()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_what_a_key_does_goes_on_in_another_line_where_it_is_long(sailing: Driver, percent: int) -> None:
    enlarge(sailing, percent)
    sailing.press("keys")
    dialog = sailing.dialog()
    for _ in range(4):
        sailing.settle()
    table = dialog.findChild(QTableWidget)
    assert isinstance(table, QTableWidget)
    assert table.horizontalScrollBar().maximum() == 0
    for row in range(table.rowCount()):
        for column in (0, 2):
            room = table.visualItemRect(table.item(row, column)).size()
            wraps, text = Qt.TextFlag.TextWordWrap.value, table.item(row, column).text()
            needed = table.fontMetrics().boundingRect(0, 0, room.width() - 18, 10_000, wraps, text)
            assert needed.height() <= room.height(), text
            assert needed.width() <= room.width(), text
    dialog.reject()


def test_where_one_side_has_room_the_other_is_a_key_away(sailing: Driver) -> None:
    enlarge(sailing, 200)
    space = sailing.space
    assert space.beside.isVisible()
    assert not space.facets.isVisible()
    sailing.key("Ctrl+B")
    assert space.facets.isVisible()
    assert not space.beside.isVisible()
    sailing.key("Ctrl+D")
    assert space.beside.isVisible()
    sailing.press("usual_text")
    sailing.settle()
    assert space.facets.isVisible()
    assert space.beside.isVisible()


def test_a_mouse_finds_the_side_that_was_put_away_at_its_edge(sailing: Driver, qtbot: QtBot) -> None:
    facets, article = sailing.window.findChildren(PaneButton)
    assert not facets.isVisible()
    assert not article.isVisible()
    enlarge(sailing, 200)
    assert facets.isVisible()
    assert not article.isVisible()
    qtbot.mouseClick(facets, Qt.MouseButton.LeftButton)
    assert sailing.space.facets.isVisible()
    assert article.isVisible()
    assert facets.isHidden()
    qtbot.mouseClick(article, Qt.MouseButton.LeftButton)
    assert sailing.space.beside.isVisible()
    assert facets.mapTo(sailing.window, facets.rect().topLeft()).x() < 40


@pytest.mark.parametrize(("size", "percent"), [((1600, 1000), 200), ((1600, 1000), 150), ((1100, 700), 150)])
def test_the_timeline_is_the_largest_pane_by_itself(
    sailing: Driver, size: tuple[int, int], percent: int
) -> None:
    enlarge(sailing, percent, size)
    space = sailing.space
    for deeds in ((), ("facets",), ("details",), ("facets",), ("details",)):
        for deed in deeds:
            sailing.press(deed)
        sailing.settle()
        sides = [pane.width() for pane in (space.facets, space.beside) if pane.isVisible()]
        assert space.timeline.width() > max(sides, default=0), deeds
        assert space.timeline.width() >= 0.49 * size[0], deeds


def test_widths_that_were_dragged_are_kept_for_the_next_time(sail: Driver) -> None:
    sail.window.resize(1600, 1000)
    sail.settle()
    sail.space.columns.moveSplitter(280, 1)
    sail.window.resize(1800, 900)
    sail.settle()
    assert sail.space.facets.width() == 280
    sail.close()
    assert json.loads((config_dir() / "settings.json").read_bytes())["splitters"]["sides"] == [280, 0, 1600]


def test_article_and_details_take_turns_where_the_window_is_low(sailing: Driver) -> None:
    enlarge(sailing, 200)
    space = sailing.space
    assert space.inspector.isVisible()
    assert not space.source.isVisible()
    sailing.key("O")
    assert space.source.isVisible()
    assert not space.inspector.isVisible()
    sailing.click_text("Details")
    assert space.inspector.isVisible()
    sailing.press("compare")
    assert space.source.compared.isVisible()
    sailing.key("J")
    assert space.inspector.isVisible()


def test_what_has_no_room_in_a_bar_is_in_its_menu(sailing: Driver) -> None:
    enlarge(sailing, 200)
    bar = sailing.window.findChild(FilterBar)
    assert isinstance(bar, FilterBar)
    hidden = [link for link in bar._links if link.isHidden()]
    assert hidden
    offered = [action.text() for action in bar.rest_menu().actions()]
    assert offered == [link.text().removesuffix(" ▾") for link in hidden]
    assert "Lanes by" in [action.text() for action in sailing.window.header.menu.menu().actions()]


def test_the_keys_change_the_size_and_it_is_kept(sailing: Driver) -> None:
    for _ in range(3):
        sailing.key("Ctrl++")
    assert style.px(100) == 150
    assert sailing.space.source.text.font().pixelSize() == 21
    sailing.key("Ctrl+-")
    assert style.px(100) == 125
    sailing.close()
    assert json.loads((config_dir() / "settings.json").read_bytes())["text_percent"] == 125


def test_the_usual_size_is_that_of_the_system(sailing: Driver) -> None:
    sailing.press("larger_text")
    sailing.press("usual_text")
    assert style.px(100) == style.system_percent()


def test_the_text_of_an_article_is_no_wider_than_eyes_like(sailing: Driver) -> None:
    text = sailing.space.source.text
    sailing.key("O")
    sailing.window.resize(2400, 1000)
    sailing.space.columns.setSizes([200, 600, 1600])
    sailing.settle()
    layout = text.document().begin().layout()
    assert layout.lineAt(0).width() <= style.px(680)
