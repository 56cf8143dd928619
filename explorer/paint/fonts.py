"""The bundled font, handed to Qt, `QFont`s by role, the width of texts. Else the system's own sans serves."""

from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from explorer import resources
from explorer.model.errors import ExplorerError
from explorer.paint.theme import Theme

SUFFIXES = (".otf", ".ttf", ".ttc")
_UPRIGHT = ("Inter-Regular.otf", "Inter-SemiBold.otf")
_ITALIC = ("Inter-Italic.otf",)

_files: dict[str, list[Path]] = {}  # by family; the system may have others of the same name


def register() -> bool:
    """Hand the bundled fonts to Qt, once; needs a QGuiApplication. Tell whether all were taken."""
    return _register(_UPRIGHT) and _register(_ITALIC)


@cache
def _register(files: tuple[str, ...]) -> bool:
    return all(_added(resources.path(f"fonts/{name}")) >= 0 for name in files)


def add(file: Path) -> list[str]:
    """Hand a font of one's own to Qt and give its families; raises `ExplorerError` for a file that is none."""
    number = _added(file)
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    if not families:
        raise ExplorerError(f"The font {file} cannot be read: it is damaged, or no font.")
    return families


def is_known(family: str) -> bool:
    """Tell whether the system has a font."""
    return family in QFontDatabase.families()


def files_of(family: str) -> list[Path]:
    """Give the files of a font that came with the program or a house style."""
    register()
    return list(_files.get(family, []))


@cache
def _added(file: Path) -> int:
    number = QFontDatabase.addApplicationFont(str(file))
    for family in QFontDatabase.applicationFontFamilies(number):
        _files.setdefault(family, []).append(file)
    return number


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


class Measure:
    """Measures texts in the theme's font, a letter at a time; shaped scripts as a whole.

    Where it `is_exact` every text is measured as a whole, kerning included: slower, and right to a hair.
    """

    def __init__(self, theme: Theme, size: float, *, is_exact: bool = False) -> None:
        self._is_exact = is_exact
        self._metrics = {bold: QFontMetricsF(font(theme, size, bold=bold)) for bold in (False, True)}
        self._letters: dict[bool, dict[str, float]] = {False: {}, True: {}}
        self._whole: dict[tuple[str, bool], float] = {}

    def __call__(self, text: str, bold: bool = False) -> float:
        """Give the width of a text in pixels."""
        letters = self._letters[bold]
        try:
            return sum(map(letters.__getitem__, text))
        except KeyError:
            return self._learn(text, bold)

    def _learn(self, text: str, bold: bool) -> float:
        metrics, letters = self._metrics[bold], self._letters[bold]
        if self._is_exact or any(ord(letter) > 0x24F and not 0x2000 <= ord(letter) < 0x2300 for letter in text):
            known = self._whole.get((text, bold))
            if known is None:
                known = self._whole[text, bold] = metrics.horizontalAdvance(text)
            return known
        for letter in set(text) - letters.keys():
            letters[letter] = metrics.horizontalAdvance(letter)
        return sum(map(letters.__getitem__, text))
