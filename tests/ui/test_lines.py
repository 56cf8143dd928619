"""Keys of the window stay keys of the window while one types."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from explorer.ui.lines import WindowLine
from explorer.ui.search_bar import SearchBar


def is_taken(line: WindowLine, key: Qt.Key, modifier: Qt.KeyboardModifier) -> bool:
    """Tell whether a line keeps a key from the window, once something before it has taken it."""
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
    asked.accept()
    QCoreApplication.sendEvent(line, asked)
    return asked.isAccepted()


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_D, Qt.Key.Key_K])
@pytest.mark.parametrize("made", [WindowLine, SearchBar])
def test_a_line_leaves_the_keys_of_the_window_to_it(made: type[WindowLine], key: Qt.Key, qtbot: QtBot) -> None:
    line = made()
    qtbot.addWidget(line)
    assert not is_taken(line, key, Qt.KeyboardModifier.ControlModifier)


def test_a_line_keeps_what_one_types(qtbot: QtBot) -> None:
    line = WindowLine()
    qtbot.addWidget(line)
    assert is_taken(line, Qt.Key.Key_E, Qt.KeyboardModifier.NoModifier)
    assert is_taken(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
