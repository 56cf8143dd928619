"""Library files are renamed with their copies, and put back from them; nothing is ever written over."""

import os
from pathlib import Path

import pytest

from explorer.library import Library, shelf
from explorer.model.errors import ExplorerError
from tests.builders import article


def library(path: Path, *texts: str) -> Path:
    with Library.create(path) as made:
        for text in texts:
            made.add(article(text, text), [])
    return path


def texts(path: Path) -> list[str]:
    with Library.open(path) as opened:
        return [one.text for one in opened.articles()]


def test_a_library_is_renamed_with_its_copies(tmp_path: Path) -> None:
    old = library(tmp_path / "mills.timeline", "a text")
    library(tmp_path / "mills.engine-3.timeline")
    others = library(tmp_path / "mills-of-1900.timeline"), library(tmp_path / "mills.old.timeline")
    new = shelf.rename(old, "  Mills and ports ")
    assert new == tmp_path / "Mills and ports.timeline"
    assert texts(new) == ["a text"]
    assert not old.exists()
    assert [copy.path.name for copy in shelf.copies(new)] == ["Mills and ports.engine-3.timeline"]
    assert all(other.exists() for other in others)


@pytest.mark.parametrize("name", ["", " ", "a/b", "..", ".hidden", "x" * 300, "what?", "end."])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    path = library(tmp_path / "mills.timeline")
    with pytest.raises(ExplorerError, match="cannot be the name"):
        shelf.rename(path, name)
    assert path.exists()


def test_a_name_that_is_taken_is_refused_and_the_other_stays(tmp_path: Path) -> None:
    mills, ports = library(tmp_path / "mills.timeline", "mills"), library(tmp_path / "ports.timeline", "ports")
    with pytest.raises(ExplorerError, match=r"ports\.timeline is there already"):
        shelf.rename(mills, "ports")
    assert (texts(mills), texts(ports)) == (["mills"], ["ports"])


def test_a_library_that_is_open_is_not_renamed(tmp_path: Path) -> None:
    path = library(tmp_path / "mills.timeline")
    with Library.open(path), pytest.raises(ExplorerError):
        shelf.rename(path, "ports")
    assert path.exists()


def test_its_own_name_changes_nothing(tmp_path: Path) -> None:
    path = library(tmp_path / "mills.timeline")
    assert shelf.rename(path, "mills.timeline") == path
    assert texts(path) == []


def test_copies_come_with_their_reason_and_the_last_first(tmp_path: Path) -> None:
    path = library(tmp_path / "mills.timeline")
    for made_s, name in enumerate(("version-2", "engine-7", "before-20260101-120000", "old", "engine-x")):
        copy = library(tmp_path / f"mills.{name}.timeline")
        os.utime(copy, (made_s, made_s))
    assert [(copy.reason, copy.made_s) for copy in shelf.copies(path)] == [
        ("before an earlier copy was put back", 2.0),
        ("before its articles were read again", 1.0),
        ("before it was brought up to date", 0.0),
    ]


def test_a_copy_put_back_takes_the_place_and_the_library_is_kept(tmp_path: Path) -> None:
    path = library(tmp_path / "mills.timeline", "now")
    copy = library(tmp_path / "mills.engine-3.timeline", "then")
    kept = shelf.put_back(copy, path)
    assert (texts(path), texts(kept), texts(copy)) == (["then"], ["now"], ["then"])
    assert kept in [one.path for one in shelf.copies(path)]


def test_a_damaged_library_is_put_back_too(tmp_path: Path) -> None:
    path, copy = tmp_path / "mills.timeline", library(tmp_path / "mills.engine-3.timeline", "then")
    path.write_bytes(b"no library at all")
    Path(f"{path}-journal").write_bytes(b"left by a crash")
    kept = shelf.put_back(copy, path)
    assert texts(path) == ["then"]
    assert kept.read_bytes() == b"no library at all"
    assert not Path(f"{path}-journal").exists()


def test_a_damaged_copy_leaves_the_library_alone(tmp_path: Path) -> None:
    path, copy = library(tmp_path / "mills.timeline", "now"), tmp_path / "mills.engine-3.timeline"
    copy.write_bytes(b"no library at all")
    with pytest.raises(ExplorerError, match=r"mills\.engine-3\.timeline"):
        shelf.put_back(copy, path)
    assert texts(path) == ["now"]
    assert [one.path for one in shelf.copies(path)] == [copy]
