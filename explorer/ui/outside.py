"""What the system does with files of this machine: show one in its program, move one to the trash."""

from pathlib import Path

from PySide6.QtCore import QFile, QUrl
from PySide6.QtGui import QDesktopServices

from explorer.model.errors import ExplorerError


def show(path: Path) -> None:
    """Show a file or folder in the program that the system has for it; raises `ExplorerError` without one."""
    if not path.exists():
        raise ExplorerError(f"{path.name} is no longer in {path.parent}.")
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise ExplorerError(f"This system has no program that shows {path.name}.")


def trash(path: Path) -> None:
    """Move a file to the trash of the system; raises `ExplorerError` where there is none for it."""
    if not QFile(str(path)).moveToTrash():
        raise ExplorerError(f"{path.name} cannot be moved to the trash: delete it in its folder instead.")
