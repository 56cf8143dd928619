"""Libraries that were open last are one key away: opened, renamed, put away, and put back from their copies."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit

from explorer.library import Library
from explorer.ui import outside
from explorer.ui.dialogs.choose import TextDialog
from explorer.ui.dialogs.libraries import LibrariesDialog
from explorer.ui.session import Session
from tests.builders import article
from tests.e2e.driver import Driver


def library(path: Path, *texts: str) -> Path:
    with Library.create(path) as made:
        for text in texts:
            made.add(article(text, text), [])
    return path


def shown(drive: Driver) -> LibrariesDialog:
    """Ask for the list of libraries."""
    drive.press("libraries")
    dialog = drive.dialog()
    assert isinstance(dialog, LibrariesDialog)
    return dialog


def names(dialog: LibrariesDialog) -> list[str]:
    """Name the libraries that are listed."""
    cells = (dialog.table.item(row, 0) for row in range(dialog.table.rowCount()))
    return [cell.text() for cell in cells if cell is not None]


def choose(dialog: LibrariesDialog, name: str) -> None:
    dialog.table.selectRow(names(dialog).index(name))


def notices(session: Session) -> list[str]:
    told: list[str] = []
    session.noticed.connect(lambda sentence, _: told.append(sentence))
    return told


@pytest.fixture
def three(sail: Driver, tmp_path: Path) -> Driver:
    """The window on "ports", after "ferries" and "mills" were open."""
    for name in ("ferries", "mills", "ports"):
        sail.keeper.open_file(library(tmp_path / f"{name}.timeline", f"Of {name}."))
    return sail


def test_a_library_that_was_open_before_is_opened_again(three: Driver, tmp_path: Path) -> None:
    (tmp_path / "ferries.timeline").unlink()
    dialog = shown(three)
    assert names(dialog)[:2] == ["ports  ·  open", "mills"]
    assert "ferries" not in names(dialog)
    dialog.accept()  # it stands on the one before
    three.wait_until(lambda: three.session.library.name == "mills.timeline")
    dialog = shown(three)
    assert names(dialog)[:2] == ["mills  ·  open", "ports"]
    dialog.close()


def test_the_open_library_is_renamed_and_stays_open(three: Driver, tmp_path: Path) -> None:
    dialog = shown(three)
    choose(dialog, "ports  ·  open")
    assert not dialog.ok.isEnabled()
    assert not dialog.trash.isEnabled()
    three._qtbot.keyClick(dialog.table, Qt.Key.Key_F2)
    asked = next(one for one in three.window.findChildren(TextDialog) if one.isVisible())
    field = next(one for one in asked.findChildren(QLineEdit) if one.isVisible())
    field.setText("Ports of the north")
    asked.accept()
    three.settle()
    assert three.session.library.path == tmp_path / "Ports of the north.timeline"
    assert three.session.title == "Ports of the north"
    assert [one.text for one in three.session.articles.values()] == ["Of ports."]
    assert names(dialog)[0] == "Ports of the north  ·  open"
    assert not (tmp_path / "ports.timeline").exists()
    dialog.close()


def test_a_name_that_is_taken_is_told_and_all_stays(three: Driver, tmp_path: Path) -> None:
    told = notices(three.session)
    dialog = shown(three)
    choose(dialog, "mills")
    dialog.rename.click()
    asked = next(one for one in three.window.findChildren(TextDialog) if one.isVisible())
    next(one for one in asked.findChildren(QLineEdit) if one.isVisible()).setText("ferries")
    asked.accept()
    assert any("ferries.timeline is there already" in one for one in told)
    assert (tmp_path / "mills.timeline").exists()
    dialog.close()


def test_a_library_goes_to_the_trash_with_its_copies(
    three: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone: list[str] = []
    monkeypatch.setattr(outside, "trash", lambda path: (gone.append(path.name), path.unlink()))
    library(tmp_path / "mills.engine-2.timeline")
    dialog = shown(three)
    choose(dialog, "mills")
    three._qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert gone == ["mills.timeline", "mills.engine-2.timeline"]
    assert "mills" not in names(dialog)
    dialog.close()


def test_a_copy_of_the_open_library_is_put_back(three: Driver, tmp_path: Path) -> None:
    library(tmp_path / "ports.engine-2.timeline", "Of harbours.")
    dialog = shown(three)
    choose(dialog, "ports  ·  open")
    assert dialog.copies.isVisible()
    dialog.back.click()
    assert [one.text for one in three.session.articles.values()] == ["Of harbours."]
    assert dialog.copies.count() == 2  # that copy, and what was there
    dialog.close()


def test_its_folder_is_shown_by_the_system(
    three: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not asked.append(url.toLocalFile()))
    dialog = shown(three)
    dialog.folder.click()
    assert asked == [str(tmp_path)]
    dialog.close()
