"""The small parts of panes: a link that is too long for its room is shortened, not cut."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from explorer.paint import theme
from explorer.ui import style
from explorer.ui.parts import ElidedLink
from tests.ui.conftest import undressed

LONG = "Regulator fines the operator of ferries & ships in all harbours of the north"


@pytest.mark.parametrize("percent", [100, 200])
def test_a_link_is_shortened_to_its_room(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    with undressed(qapp):
        style.apply(qapp, style.sized(theme.load("light"), percent))
        done: list[bool] = []
        room = QWidget()
        qtbot.addWidget(room)
        made = ElidedLink(LONG, lambda: done.append(True))
        QHBoxLayout(room).addWidget(made)
        room.resize(300, 60)
        room.show()
        qtbot.waitExposed(room)
        assert made.accessibleName() == LONG
        assert made.text().endswith("…")
        assert LONG.startswith(made.text().removesuffix("…").replace("&&", "&"))
        assert made.width() < made.fontMetrics().horizontalAdvance(LONG)
        assert made.minimumSizeHint().width() <= 30
        picture = made.grab().toImage()
        ink = QColor(theme.load("light").accent)
        columns = range(picture.width() - 2, picture.width())  # where a letter would be cut
        assert all(picture.pixelColor(x, y) != ink for x in columns for y in range(picture.height()))
        room.resize(2400, 60)
        qtbot.waitUntil(lambda: made.text().replace("&&", "&") == LONG)
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
        assert done == [True]
