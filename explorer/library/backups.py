"""Copies of a library, and files that are all old or all new: temporary file, fsync, rename."""

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a temporary path beside `target` that takes its place once the block is left without an error.

    Raises `OSError` where the folder cannot be written.
    """
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        _sync(temporary)
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
        temporary.replace(target)
        _sync(target.parent)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
        with contextlib.suppress(OSError):
            Path(f"{name}-journal").unlink()


def copy(connection: sqlite3.Connection, target: Path) -> None:
    """Copy an open library to another file and check the copy before it counts.

    Raises `OSError` or `sqlite3.Error`; what stood at `target` is then untouched.
    """
    with replacing(target) as temporary:
        written = sqlite3.connect(temporary, isolation_level=None)
        with contextlib.closing(written):
            connection.backup(written)
            (verdict,) = written.execute("PRAGMA integrity_check(1)").fetchone()
        if verdict != "ok":
            raise sqlite3.DatabaseError(f"the copy is damaged: {verdict}")


def _sync(path: Path) -> None:
    """Flush a file, or the entries of a folder, to the disk. Windows has no handle for folders."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
