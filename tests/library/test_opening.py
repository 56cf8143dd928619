import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from explorer.library import Library, backups, opening, schema
from explorer.model.errors import ExplorerError
from tests.builders import article, mention


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.timeline"
    with Library.create(path) as library:
        for n in range(30):
            library.add(article(f"a{n}", f"text {n} " * 200), [mention(article=f"a{n}")])
    return path


def refused(path: Path) -> str:
    """Give the sentence with which a file is refused; it stays as it was."""
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(ExplorerError) as caught:
        Library.open(path)
    assert path.name in str(caught.value)
    assert "Traceback" not in str(caught.value)
    assert (path.read_bytes() if path.is_file() else b"") == before
    return str(caught.value)


def with_header(path: Path, offset: int, value: int) -> Path:
    content = bytearray(path.read_bytes())
    content[offset : offset + 4] = value.to_bytes(4, "big")
    path.write_bytes(content)
    return path


def changed(path: Path, *statements: str) -> Path:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    return path


def test_a_closed_library_opens_again_and_leaves_one_file_and_its_lock(file: Path) -> None:
    with Library.open(file) as library:
        assert len(library.articles()) == 30
        assert not library.is_read_only
    assert sorted(path.name for path in file.parent.iterdir()) == [".harbour.timeline.lock", "harbour.timeline"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is empty"),
        (b"%PDF-1.7 ...", "is not"),
        (b"\0" * 500, "is not"),
        (b"SQLite format 3\0", "is not"),
    ],
)
def test_a_file_that_is_no_library_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "notes.timeline"
    path.write_bytes(content)
    assert reason in refused(path)


def test_what_is_missing_a_folder_or_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    assert "no such file" in refused(tmp_path / "missing.timeline")
    assert "no regular file" in refused(tmp_path)
    os.mkfifo(tmp_path / "pipe.timeline")
    assert "no regular file" in refused(tmp_path / "pipe.timeline")


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = changed(tmp_path / "other.timeline", "CREATE TABLE article (id)")
    assert "another program" in refused(path)


def test_a_library_of_a_newer_version_is_refused(file: Path) -> None:
    assert "newer version" in refused(with_header(file, 60, len(schema.MIGRATIONS) + 1))


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON decision BEGIN DELETE FROM article; END",
        "CREATE VIEW v AS SELECT * FROM article",
        "CREATE TABLE extra (x)",
        "CREATE INDEX extra ON article (title)",
        "DROP TABLE unused",
        "ALTER TABLE article ADD COLUMN extra AS (abs(number))",
    ],
)
def test_a_library_with_other_tables_than_ours_is_refused(file: Path, statement: str) -> None:
    assert "its tables are not ours" in refused(changed(file, statement))


def test_a_cut_library_is_refused_and_left_untouched(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    assert "damaged" in refused(file)


def test_no_flipped_bit_is_shown_as_a_good_text(file: Path) -> None:
    good = {one.id: one for one in Library.open(file, read_only=True).articles()}
    content = file.read_bytes()
    told = 0
    for number in range(60):
        at = (number * 7919 + 100) % len(content)
        file.write_bytes(content[:at] + bytes([content[at] ^ 1 << number % 8]) + content[at + 1 :])
        try:
            library = Library.open(file, read_only=True)
        except ExplorerError:
            told += 1
            continue
        with library:
            shown = library.articles()
            library.mentions()
            told += bool(library.damage)
            assert all(good[one.id] == one for one in shown)
    assert told > 0  # the flips do hit


def test_a_second_window_cannot_open_a_library_but_may_look_at_it(file: Path) -> None:
    with Library.open(file):
        assert "open in another window" in refused(file)
        with Library.open(file, read_only=True) as looking:
            assert len(looking.articles()) == 30
            with pytest.raises(ExplorerError, match="reading only"):
                looking.set_state("view", "{}")
    with Library.open(file):
        pass


def test_a_lock_left_by_a_killed_process_is_taken_over(file: Path) -> None:
    script = f"""
import os, signal
from pathlib import Path
from explorer.library import Library
library = Library.open(Path({str(file)!r}))
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", script], check=False, timeout=30)
    with Library.open(file) as library:
        assert not library.is_read_only


@pytest.mark.skipif(os.name == "nt", reason="permissions as POSIX knows them")
def test_a_file_that_cannot_be_written_opens_for_reading(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Who runs as root may write everything, so that the system's answer is given here.
    monkeypatch.setattr(opening.os, "access", lambda path, mode: mode != os.W_OK)
    with Library.open(file) as library:
        assert library.is_read_only
        assert len(library.mentions()) == 30
        with pytest.raises(ExplorerError, match="reading only"):
            library.add(article("new"), [])


def test_creating_never_overwrites(file: Path, tmp_path: Path) -> None:
    with pytest.raises(ExplorerError, match="already a file"):
        Library.create(file)
    with pytest.raises(ExplorerError, match="no folder"):
        Library.create(tmp_path / "nowhere" / "new.timeline")
    with Library.open(file) as library:
        assert len(library.articles()) == 30


def test_open_or_create_does_either(tmp_path: Path) -> None:
    path = tmp_path / "new.timeline"
    with Library.open_or_create(path) as library:
        library.add(article(), [])
    with Library.open_or_create(path) as library:
        assert len(library.articles()) == 1


def test_the_header_names_our_format_to_other_programs(file: Path) -> None:
    header = file.read_bytes()[:100]
    assert header[68:72] == b"TLN1"
    assert int.from_bytes(header[60:64], "big") == len(schema.MIGRATIONS)


def test_an_older_library_is_copied_and_then_updated(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    version = len(schema.MIGRATIONS)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "CREATE TABLE later (x INTEGER)"))
    schema.expected.cache_clear()
    try:
        with Library.open(file) as library:
            assert len(library.articles()) == 30
        assert file.read_bytes()[63] == version + 1
    finally:
        monkeypatch.undo()
        schema.expected.cache_clear()
    with Library.open(file.with_name(f"harbour.version-{version}.timeline")) as kept:
        assert len(kept.articles()) == 30
    assert "newer version" in refused(file)


def test_a_migration_that_fails_changes_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "CREATE TABLE later (x);\nNONSENSE"))
    before = file.read_bytes()
    with pytest.raises(ExplorerError, match=r"harbour\.timeline"):
        Library.open(file)
    assert file.read_bytes()[100:] == before[100:] or file.read_bytes() == before
    monkeypatch.undo()
    with Library.open(file) as library:
        assert len(library.articles()) == 30


def test_a_copy_is_all_there_or_not_there(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.timeline"
    target.write_bytes(b"old")

    def broken(path: Path) -> None:
        with backups.replacing(path) as temporary:
            temporary.write_bytes(b"half")
            raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        broken(target)
    assert target.read_bytes() == b"old"
    assert not list(tmp_path.glob(".copy*"))
    shutil.copy(file, target)
    with Library.open(target) as library:
        assert library.verify() == []
