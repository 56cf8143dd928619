"""Starting: the first paint waits for nothing heavy, failures are told, taste is kept."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QDropEvent, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.paint import theme
from explorer.ui import app, style
from explorer.ui.app import EXIT_AFTER_FIRST_PAINT
from explorer.ui.window import Window

HEAVY = ("numpy", "pyqtgraph", "pydantic", "dateparser", "trafilatura", "pypdfium2", "docx", "sqlite3")
PROBE = f"""
import sys
from explorer.ui import app
code = app.run()
from PySide6 import QtCore, QtWidgets
# Making the names of these two takes a fifth of the first paint.
made = [name for name in ("Qt", "QStyle") if name in {{**vars(QtCore), **vars(QtWidgets)}}]
print(code, [name for name in {HEAVY} if name in sys.modules], made)
"""


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        EXIT_AFTER_FIRST_PAINT: "1",
        "TIMELINE_EXPLORER_DATA": str(tmp_path / "data"),
        "TIMELINE_EXPLORER_CONFIG": str(tmp_path / "config"),
    }
    done = subprocess.run(
        [sys.executable, "-c", PROBE], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "0 [] []"
    assert done.stderr == ""


@pytest.mark.parametrize(("ground", "name"), [("#101010", "dark"), ("#fafafa", "light")])
def test_the_first_theme_is_like_the_windows_of_the_system(qapp: QApplication, ground: str, name: str) -> None:
    before = qapp.palette()
    qapp.setPalette(QPalette(QColor(ground)))
    try:
        assert app.theme_at_a_glance(qapp, "system") == name
        assert app.theme_at_a_glance(qapp, "light") == "light"
    finally:
        qapp.setPalette(before)


def test_a_window_fits_its_least_size(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    window.restore("no geometry at all")
    window.resize(1, 1)
    window.show()
    assert (window.width(), window.height()) == (1000, 640)


def test_notices_float_above_the_status_bar_and_warnings_stay(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    window.resize(1100, 700)
    window.show()
    window.notice.tell("One file was refused: it is empty.", is_warning=True)
    assert window.notice.isVisible()
    bottom = window.notice.mapTo(window, window.notice.rect().bottomLeft()).y()
    assert bottom < window.statusBar().y()
    timer = window.notice.findChild(QTimer)
    assert not timer.isActive()
    window.notice.tell("One file was read.")
    assert timer.isActive()
    window.notice.hide()
    assert not window.notice.parentWidget().isVisible()


def test_what_is_dropped_is_handed_on(qtbot: QtBot, tmp_path: Path) -> None:
    window = Window()
    qtbot.addWidget(window)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a b.txt")), QUrl("https://example.org/x")])
    copy = Qt.DropAction.CopyAction
    with qtbot.waitSignal(window.dropped) as dropped:
        window.dropEvent(
            QDropEvent(QPointF(9, 9), copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        )
    assert dropped.args == [[str(tmp_path / "a b.txt")], ""]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_style_sheet_leaves_no_role_open(name: str) -> None:
    sheet = style.sheet(theme.load(name))
    assert "@" not in sheet
    assert theme.load(name).accent in sheet


@pytest.mark.parametrize(("text", "tip"), [("a < b", "<qt>a &lt; b</qt>"), ("a & b", "a & b"), ("", "")])
def test_a_tip_is_shown_as_it_stands(text: str, tip: str) -> None:
    assert style.plain_tip(text) == tip


def test_what_nobody_caught_is_logged_and_told(tmp_path: Path) -> None:
    code = """
import logging, sys, threading
from PySide6.QtCore import QCoreApplication, qWarning
from pathlib import Path
from explorer.ui.crash import Watch
app = QCoreApplication([])
watch = Watch(Path(sys.argv[1]))
told = []
watch.failed.connect(told.append)
qWarning("a warning of Qt")
thread = threading.Thread(target=lambda: 1 / 0)
thread.start()
thread.join()
app.processEvents()
sys.excepthook(ValueError, ValueError("from the hook"), None)
watch.stop()
print(len(told), "ZeroDivisionError" in told[0], "from the hook" in told[1])
"""
    log = tmp_path / "log.txt"
    done = subprocess.run(
        [sys.executable, "-c", code, str(log)], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "2 True True"
    written = log.read_text()
    assert all(words in written for words in ("a warning of Qt", "division by zero", "from the hook"))
