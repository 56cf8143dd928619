"""Whether the system asks for less motion, and what of Qt's own moves then: nothing.

Qt tells nothing of that wish, so that each system is asked in its own way; no answer is no wish. It is asked
anew whenever the program comes to the front: who has changed that setting comes back from another window.
"""

import contextlib
import plistlib
import shutil
import subprocess
import sys
from collections.abc import Callable
from configparser import ConfigParser
from configparser import Error as ConfigError
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QApplication

_WINDOWS_ANIMATES = 0x1042  # SPI_GETCLIENTAREAANIMATION
_ANSWER_S = 0.5
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


# Those that were on before motion was reduced, and come back after it.
_switched_off: set[Qt.UIEffect] = set()


class SystemWish(QObject):
    """What the system wishes, asked beside the window: the answer may take half a second."""

    changed = Signal(bool)
    _answered = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_reduced = False
        self._is_asking = False
        self._answered.connect(self._take)

    def ask(self) -> None:
        """Ask the system, unless an answer is on its way."""
        if not self._is_asking:
            self._is_asking = True
            QThreadPool.globalInstance().start(self._ask)

    def follow(self, state: "Qt.ApplicationState") -> None:
        """Ask anew when the program comes to the front."""
        if state is Qt.ApplicationState.ApplicationActive:
            self.ask()

    def _ask(self) -> None:
        answer = is_reduced_by_system()
        with contextlib.suppress(RuntimeError):  # the window may be gone by now
            self._answered.emit(answer)

    def _take(self, is_reduced: bool) -> None:
        self._is_asking = False
        if is_reduced is not self.is_reduced:
            self.is_reduced = is_reduced
            self.changed.emit(is_reduced)


def is_reduced_by_system() -> bool:
    """Tell whether the system is set to less motion."""
    asked: Callable[[], bool] = {"win32": _windows, "darwin": _mac}.get(sys.platform, _desktop)
    try:
        return asked()
    except (OSError, ValueError, subprocess.SubprocessError, ConfigError):
        return False


def reduce_effects(is_reduced: bool) -> None:
    """Let menus, lists and tips come at once where motion is reduced, and as before where it is not."""
    if not is_reduced:
        for effect in _switched_off:
            QApplication.setEffectEnabled(effect, True)
        _switched_off.clear()
        return
    for effect in _EFFECTS:
        if QApplication.isEffectEnabled(effect):
            _switched_off.add(effect)
            QApplication.setEffectEnabled(effect, False)


def _windows() -> bool:
    import ctypes

    animates = ctypes.c_int(1)
    ctypes.windll.user32.SystemParametersInfoW(  # type: ignore[attr-defined]  # there on Windows only
        _WINDOWS_ANIMATES, 0, ctypes.byref(animates), 0
    )
    return not animates.value


def _mac() -> bool:
    file = Path.home() / "Library/Preferences/com.apple.universalaccess.plist"
    return bool(plistlib.loads(file.read_bytes()).get("reduceMotion", False))


def _desktop() -> bool:
    return _kde(Path.home() / ".config/kdeglobals") or _gnome()


def _kde(file: Path) -> bool:
    said = ConfigParser(strict=False, interpolation=None)
    said.read(file, "utf-8")
    return said.getfloat("KDE", "AnimationDurationFactor", fallback=1.0) == 0.0


def _gnome() -> bool:
    if not shutil.which("gsettings"):
        return False
    asked = ["gsettings", "get", "org.gnome.desktop.interface", "enable-animations"]
    done = subprocess.run(asked, capture_output=True, text=True, timeout=_ANSWER_S, check=False)
    return done.stdout.strip() == "false"
