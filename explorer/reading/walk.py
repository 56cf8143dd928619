"""Folders and files named by a person to the files that are read, and a report on each that is not."""

import os
import re
import stat
from collections.abc import Sequence
from pathlib import Path

from explorer.model.progress import Outcome, Report
from explorer.reading.formats import SUFFIXES
from explorer.text.clean import printable

_LIBRARY = (".timeline", ".timeline.lock")


def walk(paths: Sequence[Path]) -> tuple[list[Path], list[Report]]:
    """Find the files to read, folders in natural order, and report what is refused at once.

    A file that is named is always taken; in folders those of `SUFFIXES` are, and others reported.
    Hidden files and libraries are passed over, links to folders not followed; a file named twice is read once.
    """
    files: dict[str, Path] = {}
    reports: list[Report] = []
    for path in paths:
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as error:
            reports.append(refused(path, _reason(error)))
            continue
        if not stat.S_ISDIR(mode):
            files.setdefault(os.path.abspath(path), path)
            continue
        found, told = _below(path)
        if not found and not told:
            told = [refused(path, f"there is no article in this folder ({_suffixes()})")]
        reports += told
        for file in found:
            files.setdefault(os.path.abspath(file), file)
    return list(files.values()), reports


def _suffixes() -> str:
    return ", ".join(sorted(SUFFIXES))


def _below(folder: Path) -> tuple[list[Path], list[Report]]:
    """Walk a folder with a stack of its own, which no depth can exhaust."""
    found: list[Path] = []
    reports: list[Report] = []
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                listed = sorted(entries, key=lambda entry: _natural(entry.name))
        except OSError as error:
            reports.append(refused(here, _reason(error)))
            continue
        names = {entry.name for entry in listed}
        below = []
        for entry in listed:
            if (
                entry.name.startswith(".")
                or entry.name.endswith(_LIBRARY)
                or _belongs_to_page(entry.name, names)
            ):
                continue
            if entry.is_dir():
                below += [] if entry.is_symlink() else [Path(entry.path)]
            elif problem := _unfit(entry):
                reports.append(refused(entry.path, problem))
            else:
                found.append(Path(entry.path))
        waiting += reversed(below)
    return found, reports


def _belongs_to_page(name: str, names: set[str]) -> bool:
    """Tell the folder of scripts and pictures that a browser saves beside a page."""
    stem = name.removesuffix("_files")
    return stem != name and (f"{stem}.html" in names or f"{stem}.htm" in names)


def _unfit(entry: "os.DirEntry[str]") -> str | None:
    if not entry.is_file():
        return "it is not a regular file" if os.path.exists(entry.path) else "its link leads nowhere"
    suffix = os.path.splitext(entry.name)[1].lower()
    if suffix in SUFFIXES:
        return None
    what = f"a {suffix} file" if suffix else "a file without suffix"
    return f"{what} in a folder is not taken for an article"


def _natural(name: str) -> list[tuple[int, int, str]]:
    """Sort "page 10" after "page 9"."""
    parts = re.split(r"(\d+)", name.casefold())
    return [(1, int(part), "") if part.isdecimal() else (0, 0, part) for part in parts]


def refused(place: Path | str, reason: str) -> Report:
    """Report on something that is not read."""
    return Report(printable(str(place)), Outcome.REFUSED, reason)


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return (getattr(error, "strerror", None) or str(error)).lower()
