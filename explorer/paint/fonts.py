"""The bundled font, handed to Qt, and `QFont`s by role. Without it the system's own sans serves."""

from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from explorer import resources
from explorer.model.errors import ExplorerError
from explorer.paint.theme import Theme

SUFFIXES = (".otf", ".ttf", ".ttc")
_UPRIGHT = ("Inter-Regular.otf", "Inter-SemiBold.otf")
_ITALIC = ("Inter-Italic.otf",)


def register() -> bool:
    """Hand the bundled fonts to Qt, once; needs a QGuiApplication. Tell whether all were taken."""
    return _register(_UPRIGHT) and _register(_ITALIC)


@cache
def _register(files: tuple[str, ...]) -> bool:
    return all(_add(resources.path(f"fonts/{name}")) for name in files)


def add(file: Path) -> None:
    """Hand a font of one's own to Qt; raises `ExplorerError` for a file that is none."""
    if not _add(file):
        raise ExplorerError(f"The font {file} cannot be read.")


@cache
def _add(file: Path) -> bool:
    return QFontDatabase.addApplicationFont(str(file)) >= 0


def font(theme: Theme, size_px: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """Give the theme's font at a size in pixels, rounded: Qt knows whole ones only."""
    return _font(theme.font_family, max(1, round(size_px)), bold, italic)


@lru_cache(256)
def _font(family: str, size_px: int, bold: bool, italic: bool) -> QFont:
    _register(_UPRIGHT)
    if italic:
        _register(_ITALIC)
    made = QFont()
    made.setFamilies([family, *_system_families()] if family else _system_families())
    made.setStyleHint(QFont.StyleHint.SansSerif)
    made.setPixelSize(size_px)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setItalic(italic)
    # Letters keep their own shapes: a "+" raised between digits would be another sign in the text of a PDF.
    made.setFeature(QFont.Tag("calt"), 0)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@cache
def _system_families() -> list[str]:
    return [QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family(), "sans-serif"]
