"""The wish of the system for less motion is heard, whatever the system."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.ui import motion


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, on a desktop that says nothing."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr(motion.sys, "platform", "linux")
    monkeypatch.setattr(motion.shutil, "which", lambda _: None)
    (tmp_path / ".config").mkdir()
    return tmp_path


def test_a_system_that_says_nothing_has_no_wish() -> None:
    assert not motion.is_reduced_by_system()


@pytest.mark.parametrize(("factor", "is_reduced"), [("0", True), ("1.0", False), ("much", False)])
def test_kde_says_it_by_the_duration_of_animations(home: Path, factor: str, is_reduced: bool) -> None:
    (home / ".config/kdeglobals").write_text(f"[KDE]\nAnimationDurationFactor={factor}\n", "utf-8")
    assert motion.is_reduced_by_system() is is_reduced


@pytest.mark.parametrize(("said", "is_reduced"), [("false\n", True), ("true\n", False), ("", False)])
def test_gnome_says_it_by_a_setting(monkeypatch: pytest.MonkeyPatch, said: str, is_reduced: bool) -> None:
    monkeypatch.setattr(motion.shutil, "which", lambda _: "/usr/bin/gsettings")
    monkeypatch.setattr(
        motion.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0, stdout=said)
    )
    assert motion.is_reduced_by_system() is is_reduced


def test_a_system_that_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("gsettings", 0.5)

    monkeypatch.setattr(motion.shutil, "which", lambda _: "/usr/bin/gsettings")
    monkeypatch.setattr(motion.subprocess, "run", silent)
    assert not motion.is_reduced_by_system()


@pytest.mark.parametrize("is_reduced", [True, False])
def test_a_mac_says_it_in_its_settings(home: Path, monkeypatch: pytest.MonkeyPatch, is_reduced: bool) -> None:
    monkeypatch.setattr(motion.sys, "platform", "darwin")
    folder = home / "Library/Preferences"
    folder.mkdir(parents=True)
    said = motion.plistlib.dumps({"reduceMotion": is_reduced})
    (folder / "com.apple.universalaccess.plist").write_bytes(said)
    assert motion.is_reduced_by_system() is is_reduced


@pytest.fixture
def effects(qapp: QApplication) -> Iterator[tuple[Qt.UIEffect, ...]]:
    """Effects that are on, and as they were afterwards."""
    which = (Qt.UIEffect.UI_General, Qt.UIEffect.UI_FadeMenu)
    before = [QApplication.isEffectEnabled(effect) for effect in which]
    for effect in which:
        QApplication.setEffectEnabled(effect, True)
    yield which
    motion.reduce_effects(False)
    for effect, was_on in zip(which, before, strict=True):
        QApplication.setEffectEnabled(effect, was_on)


def test_menus_and_tips_come_at_once_then_and_as_before_afterwards(effects: tuple[Qt.UIEffect, ...]) -> None:
    motion.reduce_effects(False)
    assert QApplication.isEffectEnabled(Qt.UIEffect.UI_FadeMenu)
    for _ in range(2):  # told twice, it still knows what was on before
        motion.reduce_effects(True)
        assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_FadeMenu)
    motion.reduce_effects(False)
    assert QApplication.isEffectEnabled(Qt.UIEffect.UI_FadeMenu)


def test_an_effect_that_was_off_stays_off(effects: tuple[Qt.UIEffect, ...]) -> None:
    QApplication.setEffectEnabled(Qt.UIEffect.UI_FadeMenu, False)
    motion.reduce_effects(True)
    motion.reduce_effects(False)
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_FadeMenu)


def test_the_system_is_asked_anew_whenever_the_program_comes_to_the_front(
    home: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    wish = motion.SystemWish()
    file = home / ".config/kdeglobals"
    for factor, is_reduced in (("0", True), ("1", False)):
        file.write_text(f"[KDE]\nAnimationDurationFactor={factor}\n", "utf-8")
        with qtbot.waitSignal(wish.changed) as told:
            wish.follow(Qt.ApplicationState.ApplicationInactive)
            wish.follow(Qt.ApplicationState.ApplicationActive)
        assert told.args == [is_reduced]
        assert wish.is_reduced is is_reduced


def test_the_same_answer_once_more_is_not_told(home: Path, qapp: QApplication, qtbot: QtBot) -> None:
    wish = motion.SystemWish()
    with qtbot.assertNotEmitted(wish.changed), qtbot.waitSignal(wish._answered):
        wish.ask()
