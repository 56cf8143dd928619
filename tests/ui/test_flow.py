"""Rows in narrow windows: they break, or what matters less gives way."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.flow import Flow, give_way


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """What holds four buttons, each 100 wide and 20 high."""
    made = QWidget()
    qtbot.addWidget(made)
    for number in range(4):
        QPushButton(str(number), made).setFixedSize(100, 20)
    return made


@pytest.fixture
def buttons(host: QWidget) -> list[QPushButton]:
    """The four buttons."""
    return host.findChildren(QPushButton)


def lay(qtbot: QtBot, host: QWidget, width: int, pushed: int | None = None) -> Flow:
    flow = Flow(host, gap=4)
    flow.setContentsMargins(10, 2, 10, 2)
    for at, button in enumerate(host.findChildren(QPushButton)):
        if at == pushed:
            flow.push()
        flow.addWidget(button)
    host.resize(width, flow.totalHeightForWidth(width))
    host.show()
    qtbot.waitExposed(host)
    return flow


def places(buttons: list[QPushButton]) -> list[tuple[int, int]]:
    return [(button.x(), button.y()) for button in buttons]


def test_one_row_where_there_is_room(qtbot: QtBot, host: QWidget, buttons: list[QPushButton]) -> None:
    flow = lay(qtbot, host, 440)
    assert places(buttons) == [(10, 2), (114, 2), (218, 2), (322, 2)]
    assert host.height() == 24
    assert flow.sizeHint() == QSize(432, 24)
    assert flow.minimumSize() == QSize(120, 24)


def test_the_row_breaks_before_what_has_no_room(
    qtbot: QtBot, host: QWidget, buttons: list[QPushButton]
) -> None:
    lay(qtbot, host, 330)
    assert places(buttons) == [(10, 2), (114, 2), (218, 2), (10, 26)]
    assert host.height() == 48


def test_what_is_pushed_stands_at_the_right_of_its_row(
    qtbot: QtBot, host: QWidget, buttons: list[QPushButton]
) -> None:
    lay(qtbot, host, 500, pushed=3)
    assert buttons[3].geometry().right() == 489
    assert buttons[2].x() == 218


def test_hidden_widgets_take_no_room(qtbot: QtBot, host: QWidget, buttons: list[QPushButton]) -> None:
    buttons[0].hide()
    flow = lay(qtbot, host, 330)
    assert places(buttons[1:]) == [(10, 2), (114, 2), (218, 2)]
    assert flow.heightForWidth(330) == 24


@pytest.mark.parametrize(
    ("room", "shown"), [(500, [0, 1, 2, 3]), (330, [0, 1, 2]), (220, [0, 1]), (90, [0]), (0, [0])]
)
def test_the_last_gives_way_first_and_what_is_kept_never(
    buttons: list[QPushButton], room: int, shown: list[int]
) -> None:
    hidden = give_way(room, buttons[:1], buttons[1:], gap=6)
    assert [at for at, button in enumerate(buttons) if not button.isHidden()] == shown
    assert hidden == [button for button in buttons[1:] if button.isHidden()]


def test_a_small_one_may_take_the_room_that_a_large_one_has_not(buttons: list[QPushButton]) -> None:
    buttons[2].setFixedSize(30, 20)
    assert give_way(150, buttons[:1], buttons[1:3], gap=6) == [buttons[1]]
