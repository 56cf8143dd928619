"""Libraries that were open last are one key away."""

from pathlib import Path

from PySide6.QtWidgets import QDialog

from explorer.library import Library
from explorer.ui.dialogs.recent import RecentDialog
from tests.e2e.driver import Driver


def library(path: Path) -> Path:
    Library.create(path).close()
    return path


def test_a_library_that_was_open_before_is_opened_again(sail: Driver, tmp_path: Path) -> None:
    first, second, gone = (library(tmp_path / f"{name}.timeline") for name in ("ferries", "mills", "lost"))
    for path in (gone, first, second):
        sail.keeper.open_file(path)
    gone.unlink()
    sail.press("open_recent")
    dialog = sail.dialog()
    listed = names(dialog)
    assert listed[0] == "ferries"  # "mills" lies open, "lost" is gone
    assert not {"mills", "lost"} & set(listed)
    dialog.accept()
    sail.wait_until(lambda: sail.session.library.name == first.name)
    sail.press("open_recent")
    assert names(sail.dialog())[0] == "mills"
    sail.dialog().close()


def names(dialog: QDialog) -> list[str]:
    """Name the libraries that are listed."""
    assert isinstance(dialog, RecentDialog)
    return [dialog.list.item(row).text().partition("  ·  ")[0] for row in range(dialog.list.count())]


def test_without_any_the_window_says_so(sail: Driver) -> None:
    told: list[str] = []
    sail.session.noticed.connect(lambda sentence, _: told.append(sentence))
    sail.press("open_recent")
    assert any("No other library" in one for one in told)
