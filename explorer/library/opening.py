"""Whether a file may be opened as a library, and how: every refusal is one sentence that names the file.

The header is looked at before SQLite is, the schema before any table is read, and nothing is written to a
file that is not found sound. One writer at a time: a lock beside the file, freed by the system even when its
owner is killed.
"""

import contextlib
import os
import sqlite3
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import filelock

from explorer.library import backups, schema
from explorer.model.errors import ExplorerError

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_RECORD_LIMIT = 512 << 20  # bytes of one stored text: more is damage or an attack
_CHECK_S_PER_MB = 0.1  # integrity_check takes about 1 ms a MB; a file built to be slow takes for ever
_CHECK_S = 5.0


class Opened(NamedTuple):
    """An open library file: the connection, the lock (None when read-only), and which file it is."""

    connection: sqlite3.Connection
    lock: filelock.BaseFileLock | None
    identity: tuple[int, int]


def create(path: Path) -> Opened:
    """Make a new library file, all there or not there, and open it.

    Raises `ExplorerError` where something is there already or the folder cannot be written.
    """
    if os.path.lexists(path):
        raise ExplorerError(f"{path.name} cannot be made: there is already a file of that name.")
    lock = _lock(path)
    try:
        with backups.replacing(path) as temporary, contextlib.closing(connect(temporary)) as connection:
            schema.migrate(connection)
        return _open(path, lock)
    except (OSError, sqlite3.Error) as error:
        lock.release()
        raise ExplorerError(f"{path.name} cannot be made: {reason(error)}.") from error
    except BaseException:
        lock.release()
        raise


def open_file(path: Path, *, read_only: bool = False) -> Opened:
    """Open a library file; where it cannot be written, read-only.

    Raises `ExplorerError` for what is missing, not ours, of a newer version, damaged, or open elsewhere.
    """
    _check_header(path)
    if read_only or not _is_writable(path):
        return _open(path, None)
    lock = _lock(path)
    try:
        return _open(path, lock)
    except BaseException:
        lock.release()
        raise


def connect(path: Path | None, *, read_only: bool = False) -> sqlite3.Connection:
    """Connect to a file (None: to memory) with what a foreign file could do switched off."""
    if path is None:
        connection = sqlite3.connect(":memory:", isolation_level=None)
    else:
        uri = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
        connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=5.0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _RECORD_LIMIT)
    connection.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def identity(path: Path) -> tuple[int, int] | None:
    """Tell which file stands at a path (device and inode); None when none does."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _check_header(path: Path) -> None:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ExplorerError(f"{path.name} is not a Timeline Explorer library: it is no regular file.")
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError as error:
        raise ExplorerError(f"{path.name} cannot be opened: there is no such file in {path.parent}.") from error
    except OSError as error:
        raise ExplorerError(f"{path.name} cannot be opened: {reason(error)}.") from error
    if not header:
        raise ExplorerError(f"{path.name} is not a Timeline Explorer library: it is empty.")
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise ExplorerError(f"{path.name} is not a Timeline Explorer library.")
    if int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        raise ExplorerError(
            f"{path.name} is not a Timeline Explorer library: it is a database of another program."
        )
    if int.from_bytes(header[60:64], "big") > len(schema.MIGRATIONS):
        raise ExplorerError(
            f"{path.name} was made by a newer version of Timeline Explorer: open it with that one."
        )


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _lock(path: Path) -> filelock.BaseFileLock:
    """Take the lock beside a library. `thread_local` is off: a lock belongs to the library, not to a thread."""
    if not path.parent.is_dir():  # filelock would make it
        raise ExplorerError(f"{path.name} cannot be written: there is no folder {path.parent}.")
    lock = filelock.FileLock(path.with_name(f".{path.name}.lock"), timeout=0, thread_local=False)
    try:
        lock.acquire()
    except filelock.Timeout as error:
        raise ExplorerError(
            f"{path.name} is open in another window of Timeline Explorer: close it there."
        ) from error
    except OSError as error:
        raise ExplorerError(f"{path.name} cannot be locked: {reason(error)}.") from error
    return lock


def _open(path: Path, lock: filelock.BaseFileLock | None) -> Opened:
    connection = None
    try:
        connection = connect(path, read_only=lock is None)
        _check(connection, path)
        _bring_up_to_date(connection, path, is_read_only=lock is None)
        if lock is not None:
            connection.execute("PRAGMA journal_mode = TRUNCATE")
        which = identity(path)
    except sqlite3.Error as error:
        if connection is not None:
            connection.close()
        raise ExplorerError(_sentence(path, error)) from error
    except BaseException:
        if connection is not None:
            connection.close()
        raise
    if which is None:
        connection.close()
        raise ExplorerError(f"{path.name} cannot be opened: it was moved away in the meantime.")
    return Opened(connection, lock, which)


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose pages or tables are not as we would have written them."""
    deadline = time.monotonic() + _CHECK_S + path.stat().st_size / 1e6 * _CHECK_S_PER_MB
    connection.set_progress_handler(lambda: int(time.monotonic() > deadline), 10_000)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if schema.shape(connection) != schema.expected(version):
        raise ExplorerError(
            f"{path.name} is damaged or was changed by another program: its tables are not ours."
        )
    (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    connection.set_progress_handler(None, 0)
    if verdict != "ok":
        raise ExplorerError(f"{path.name} is damaged and was left untouched ({verdict.splitlines()[0]}).")


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, *, is_read_only: bool) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == len(schema.MIGRATIONS):
        return
    if is_read_only:
        raise ExplorerError(f"{path.name} is of an older version and cannot be updated: it is read-only here.")
    backups.copy(connection, path.with_name(f"{path.stem}.version-{version}{path.suffix}"))
    schema.migrate(connection)


def _sentence(path: Path, error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorname", "")
    if code.startswith("SQLITE_READONLY") or code == "SQLITE_CANTOPEN":
        return f"{path.name} was not closed in order: copy it to a folder you can write, and open it there."
    if code in ("SQLITE_BUSY", "SQLITE_LOCKED"):
        return f"{path.name} cannot be opened: another program holds it."
    if code == "SQLITE_INTERRUPT":
        return f"{path.name} is damaged and was left untouched: checking it takes too long."
    return f"{path.name} is damaged and was left untouched ({error})."


@contextlib.contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock of a library while its file is written; `ExplorerError` when it is open elsewhere."""
    lock = _lock(path)
    try:
        yield
    finally:
        lock.release()


def reason(error: Exception) -> str:
    """Word a failure of the system without its number."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error)
