import os
from pathlib import Path

from explorer.model.progress import Outcome
from explorer.reading.walk import walk
from tests.hostile import files


def stories(folder: Path, *names: str) -> None:
    folder.mkdir(exist_ok=True)
    for name in names:
        files.write(folder, name, "A story.")


def test_folders_are_walked_in_natural_order(tmp_path: Path) -> None:
    stories(tmp_path, "page 10.txt", "page 9.md", ".hidden.txt", "kept.timeline")
    stories(tmp_path / "b", "inner.txt")
    found, reports = walk([tmp_path, tmp_path / "page 9.md"])
    assert [path.name for path in found] == ["page 9.md", "page 10.txt", "inner.txt"]
    assert reports == []


def test_what_is_no_article_in_a_folder_is_accounted_for(tmp_path: Path) -> None:
    stories(tmp_path, "a.txt", "style.css", "README", "page.html")
    stories(tmp_path / "page_files", "menu.html", "script.js")
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    found, reports = walk([tmp_path])
    assert [path.name for path in found] == ["a.txt", "page.html"]
    assert sorted((Path(report.name).name, report.reason) for report in reports) == [
        ("README", "a file without suffix in a folder is not taken for an article"),
        ("gone.txt", "its link leads nowhere"),
        ("pipe.txt", "it is not a regular file"),
        ("style.css", "a .css file in a folder is not taken for an article"),
    ]


def test_links_to_folders_are_not_followed_in_circles(tmp_path: Path) -> None:
    stories(tmp_path, "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert [path.name for path in walk([tmp_path])[0]] == ["a.txt"]


def test_a_tree_deeper_than_a_path_can_be_long_ends_in_a_report(tmp_path: Path) -> None:
    handle = os.open(tmp_path, os.O_RDONLY)
    for _ in range(60):
        os.mkdir("d" * 100, dir_fd=handle)
        below = os.open("d" * 100, os.O_RDONLY, dir_fd=handle)
        os.close(handle)
        handle = below
    os.close(handle)
    found, reports = walk([tmp_path])
    assert found == []
    assert [report.outcome for report in reports] == [Outcome.REFUSED]


def test_a_name_that_is_no_utf8_is_taken_and_can_be_printed(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9.css", "wb") as file:
        file.write(b"x")
    _, (report,) = walk([tmp_path])
    assert report.name.encode().endswith(b"caf?.css")


def test_missing_and_empty_are_refused(tmp_path: Path) -> None:
    _, (missing, empty) = walk([tmp_path / "nothing.txt", tmp_path])
    assert missing.reason == "there is no such file or folder"
    assert "no article in this folder" in empty.reason
