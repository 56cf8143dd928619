"""What every test lives in: no display, folders of its own, and laws tried often enough but not for ever."""

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

settings.register_profile(
    "house",
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Make the application of widgets first: a picture painted without one makes a lesser one, for good."""
    return qapp


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test data and settings folders of its own, so that none touches a person's."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("TIMELINE_EXPLORER_DATA", str(home / "data"))
    monkeypatch.setenv("TIMELINE_EXPLORER_CONFIG", str(home / "config"))
    return home


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[QtBot]:
    """Keep the widgets of a test until Qt itself has deleted them.

    Those that no name holds any more are taken apart by Python's collector, at a moment of its own and in an
    order of its own, which now and then ended the process. In the window each has a parent that deletes it.
    """
    kept: dict[int, QWidget] = {}
    add = qtbot.addWidget

    def add_and_keep(widget: QWidget) -> None:
        key = id(widget)
        kept[key] = widget
        widget.destroyed.connect(lambda: kept.pop(key, None))
        add(widget)

    monkeypatch.setattr(qtbot, "addWidget", add_and_keep)
    yield qtbot
    for widget in list(kept.values()):  # closed already, and asked to go
        QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)
