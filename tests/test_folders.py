"""Files are all old or all new, and who asked for one that cannot be written is told which and why."""

import os
from pathlib import Path

import pytest

from explorer import folders
from explorer.model.errors import ExplorerError


def test_an_atomic_write_replaces_the_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "picture.svg"
    target.write_bytes(b"old")
    folders.write_atomic(target, b"new")
    assert target.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["picture.svg"]


def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "folder"
    target.mkdir()
    (target / "kept").touch()
    with pytest.raises(OSError):
        folders.write_atomic(target, b"new")
    assert os.listdir(tmp_path) == ["folder"]


def test_a_file_that_was_asked_for_and_cannot_be_written_is_named_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(ExplorerError, match=r"events\.csv: cannot be written: .+\.$"):
        folders.write_asked(tmp_path / "missing" / "events.csv", b"new")
