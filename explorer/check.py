"""What `check` looks at: this machine, or one library. Problems are whole sentences; none means all is well."""

import os
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from explorer import folders, resources
from explorer.model.errors import ExplorerError

_NEEDED = (
    "PySide6 pyqtgraph dateparser pydantic numpy trafilatura lxml pypdfium2 docx charset_normalizer py3langid "
    "platformdirs filelock"
).split()

# Run in a process of its own: a missing system library or display ends a process that loads Qt.
_QT_PROBE = """
from PySide6 import __version__
from PySide6.QtGui import QFontDatabase, QGuiApplication
app = QGuiApplication([])
print(__version__, len(QFontDatabase.families()))
"""


def machine_problems() -> list[str]:
    """Tell what keeps the program from working on this machine."""
    problems = []
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        problems.append(f"Not installed: {', '.join(missing)}. Run `make setup`.")
    if not resources.path("kinds.toml").is_file():
        problems.append("The resources folder is missing: the installation is not whole.")
    for purpose, folder in (("data", folders.data_dir), ("settings", folders.config_dir)):
        try:
            with tempfile.TemporaryFile(dir=folder()):
                pass
        except OSError as error:
            problems.append(f"The {purpose} folder cannot be written: {error}.")
    return problems + ([] if "PySide6" in missing else _qt_problems())


def _qt_problems() -> list[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    probe = subprocess.run(
        [sys.executable, "-c", _QT_PROBE],
        capture_output=True,
        text=True,
        env=environment,
        timeout=60,
        check=False,
    )
    if probe.returncode != 0:
        last = (probe.stderr.strip().splitlines() or ["it ended without a word"])[-1]
        return [f"Qt does not start: {last}. packaging/apt.txt lists the system packages that it needs."]
    version, fonts = probe.stdout.split()[-2:]
    problems = []
    if version.startswith("6.12.0") and sys.version_info < (3, 12):
        problems.append("PySide6 6.12.0 loses references on Python 3.11 and aborts; install 6.11.3.")
    if fonts == "0":
        problems.append("No font is installed: install fontconfig and a font, such as fonts-dejavu-core.")
    return problems


def library_problems(path: Path) -> list[str]:
    """Tell what is wrong with a library: it cannot be opened, it is damaged, or words changed unnoticed."""
    from explorer.library import Library

    try:
        with Library.open(path, read_only=True) as library:
            return library.verify()
    except ExplorerError as error:
        return [str(error)]
