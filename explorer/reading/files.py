"""Files taken up safely, and the one door at which whatever goes wrong becomes a sentence naming the file."""

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from explorer.model.article import Article
from explorer.model.errors import ExplorerError
from explorer.reading import document, formats, plain
from explorer.reading.document import Harvest, Refused
from explorer.reading.formats import SUFFIXES
from explorer.text.clean import printable

__all__ = ["SUFFIXES", "Intake", "pasted", "read", "read_bytes", "take_in"]

_MOST_BYTES = 50_000_000  # of a text
_MOST_BYTES_PACKED = 300_000_000  # of a stream of many articles, or a format that is mostly pictures
_PACKED = frozenset((".jsonl", ".ndjson", ".csv", ".pdf", ".docx", ".eml"))
_REASONS = {
    errno.ENOENT: "there is no such file",
    errno.EACCES: "no permission to read it",
    errno.EPERM: "no permission to read it",
    errno.EISDIR: "it is a folder",
    errno.ENXIO: "it is not a regular file",
    errno.ELOOP: "its links lead in a circle",
    errno.ENAMETOOLONG: "its name is too long",
}


@dataclass(frozen=True, slots=True)
class Intake:
    """What a file gave: its articles, and what of it was refused, each with its place ("line 3: not JSON")."""

    articles: tuple[Article, ...]
    refused: tuple[str, ...] = ()


def read(path: Path) -> list[Article]:
    """Read the articles of a file, several for a stream.

    Raises `ExplorerError` where there are none.
    """
    return list(take_in(path).articles)


def take_in(path: Path) -> Intake:
    """Read a file, with an account of what was refused in it; raises `ExplorerError` where nothing is left."""
    try:
        data = _bytes_of(path)
        return _intake(data, path.name, path.suffix, None, str(path.absolute()))
    except (Refused, OSError, MemoryError) as error:
        raise ExplorerError(f"{printable(path.name)}: {_worded(error)}.") from error


def read_bytes(data: bytes, name: str, media_type: str | None = None) -> list[Article]:
    """Read articles from bytes, of the given media type or the type of the name's suffix.

    Raises `ExplorerError` where there are none.
    """
    try:
        return list(_intake(data, name, Path(name).suffix, media_type, "").articles)
    except (Refused, MemoryError) as error:
        raise ExplorerError(f"{printable(name)}: {_worded(error)}.") from error


def pasted(text: str) -> Article:
    """Make an article of pasted text, named by its first words; raises `ExplorerError` for an empty one."""
    words = " ".join(text.split())
    name = words[:40].rstrip() + ("…" if len(words) > 40 else "")
    try:
        return document.article(plain.document(text), name or "pasted text", "")
    except Refused as error:
        raise ExplorerError(f"The pasted text cannot be read: {error}.") from error


def _intake(data: bytes, name: str, suffix: str, media_type: str | None, origin: str) -> Intake:
    harvest, kind = _harvest(data, suffix, media_type)
    stem = name.removesuffix(suffix) or name
    articles: list[Article] = []
    refused = list(harvest.refused)
    for found in harvest.documents:
        called = f"{stem} {found.key}" if kind in formats.STREAMS and not found.meta.name else stem
        try:
            articles.append(document.article(found, called, origin))
        except Refused as error:
            refused.append(f"{found.key}: {error}" if found.key else str(error))
    if not articles:
        raise Refused("; ".join(refused[:3]) or "there is no text in it")
    return Intake(tuple(articles), tuple(refused))


def _harvest(data: bytes, suffix: str, media_type: str | None) -> tuple[Harvest, str]:
    try:
        return formats.read(data, suffix, media_type)
    except RecursionError as error:
        raise Refused("it is nested too deeply") from error
    except (Refused, MemoryError):
        raise
    except Exception as error:
        # The libraries below meet files that nobody has thought of: one refused file, its cause kept.
        raise Refused(f"it cannot be read ({type(error).__name__}: {str(error)[:120]})") from error


def _bytes_of(path: Path) -> bytes:
    """Read a regular file; a FIFO or device is refused without waiting for it."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        before = os.fstat(file.fileno())
        if stat.S_ISDIR(before.st_mode):
            raise Refused("it is a folder")
        if not stat.S_ISREG(before.st_mode):
            raise Refused("it is not a regular file")
        limit = _MOST_BYTES_PACKED if path.suffix.lower() in _PACKED else _MOST_BYTES
        if before.st_size >= limit:
            raise Refused(f"it is too big: {before.st_size / 1e6:.0f} MB; the limit is {limit // 1_000_000} MB")
        data = file.read(limit)
        after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Refused("it was changed while it was read; read it again")
    return data


def _worded(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return "it needs more memory than a file may have"
    if isinstance(error, OSError):
        return _REASONS.get(error.errno or 0, (error.strerror or str(error)).lower())
    return str(error)
