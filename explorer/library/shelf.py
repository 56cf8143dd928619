"""Library files as they lie in a folder: renamed, and put back from the copies that lie beside them.

A copy is named after its library and why it was made: `chronology.engine-3.timeline` before articles were read
again by another engine, `chronology.version-2.timeline` before the tables were brought up to date, and
`chronology.before-20261127-141500.timeline` before another copy was put back.
"""

import contextlib
import os
import re
import shutil
import time
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from explorer.library import opening
from explorer.library.store import Library
from explorer.model.errors import ExplorerError

_REASONS = {
    "engine": "before its articles were read again",
    "version": "before it was brought up to date",
    "before": "before an earlier copy was put back",
}
_REASON = re.compile(rf"({'|'.join(_REASONS)})-[0-9-]+")
_UNFIT = re.compile(r'[/\\:*?"<>|\0-\x1f]|^\.|\.$')
_LONGEST_NAME = 120  # some systems take no more than 255 bytes, and copies add to it


class Copy(NamedTuple):
    """A copy of a library: its file, why it was made, when (seconds since 1970), and its size in bytes."""

    path: Path
    reason: str
    made_s: float
    size: int


def copies(library: Path) -> list[Copy]:
    """Give the copies that lie beside a library, the last made first."""
    found = []
    for path in library.parent.glob(f"*{library.suffix}"):
        start, _, rest = path.stem.rpartition(".")
        named = _REASON.fullmatch(rest)
        if start == library.stem and named is not None and path.is_file():
            stat = path.stat()
            found.append(Copy(path, _REASONS[named[1]], stat.st_mtime, stat.st_size))
    return sorted(found, key=lambda copy: (-copy.made_s, copy.path))


def rename(library: Path, name: str) -> Path:
    """Give a library that is not open another name in its folder, and its copies with it; give its new path.

    Raises `ExplorerError` for a name that no file can have or that is taken, and where it cannot be written.
    """
    name = name.strip().removesuffix(library.suffix).rstrip()
    if not name or _UNFIT.search(name) or len(name) > _LONGEST_NAME:
        raise ExplorerError(f"“{name}” cannot be the name of a library file.")
    target = library.with_name(f"{name}{library.suffix}")
    if target == library:
        return library
    _check_whole(library)
    with opening.held(library), opening.held(target):
        if os.path.lexists(target) and not target.samefile(library):
            raise ExplorerError(f"{target.name} is there already: choose another name.")
        try:
            library.rename(target)
        except OSError as error:
            raise ExplorerError(f"{library.name} cannot be renamed: {opening.reason(error)}.") from error
    for copy in copies(library):
        beside = copy.path.with_name(f"{name}{copy.path.name.removeprefix(library.stem)}")
        if not os.path.lexists(beside):
            copy.path.rename(beside)
    return target


def put_back(copy: Path, library: Path) -> Path:
    """Put a copy in the place of a library that is not open; give where that is kept from now on.

    A damaged library is kept too, as it is. Raises `ExplorerError` where the copy is damaged or a file cannot
    be written; the library is then untouched.
    """
    kept = library.with_name(f"{library.stem}.before-{time.strftime('%Y%m%d-%H%M%S')}{library.suffix}")
    with Library.open(copy, read_only=True) as earlier:
        with contextlib.suppress(ExplorerError):
            Library.open(library).close()  # takes in what a crash left unfinished
        try:
            with opening.held(library):
                shutil.copy2(library, kept)
                _move(_journal(library), _journal(kept))  # it would be played into the copy
        except OSError as error:
            raise ExplorerError(f"{library.name} cannot be kept aside: {opening.reason(error)}.") from error
        earlier.copy_to(library)
    return kept


def free(library: Path) -> AbstractContextManager[None]:
    """Hold a library so that no window can open it meanwhile; raises `ExplorerError` when one has it open."""
    return opening.held(library)


def _journal(library: Path) -> Path:
    return Path(f"{library}-journal")


def _move(path: Path, target: Path) -> None:
    if path.exists():
        path.replace(target)


def _check_whole(library: Path) -> None:
    """Open a library once: what a crash left unfinished beside it is taken in, not lost with the name."""
    with Library.open(library) as opened:
        if opened.is_read_only:
            raise ExplorerError(f"{library.name} cannot be renamed: it, or its folder, cannot be written.")
