"""Tab goes through widgets as they are laid out."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.tab_order import as_laid_out, chain


def test_the_order_is_that_of_the_layouts_and_not_of_their_making(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    last, first, middle = (QPushButton(name, host) for name in ("last", "first", "middle"))
    box, row = QVBoxLayout(host), QHBoxLayout()
    row.addWidget(first)
    row.addWidget(QLabel("nothing to reach"))
    inner = QWidget()
    QVBoxLayout(inner).addWidget(middle)
    row.addWidget(inner)
    box.addLayout(row)
    box.addWidget(last)
    order = list(as_laid_out(host))
    assert order == [first, middle, last]
    chain(order)
    host.show()
    qtbot.waitExposed(host)
    first.setFocus()
    first.focusNextPrevChild(True)
    assert host.focusWidget() is middle
    middle.focusNextPrevChild(True)
    assert host.focusWidget() is last
