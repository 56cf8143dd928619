"""Which library file is meant: by a path, by the articles it was made of, the samples, or the one open last.

Libraries that the program keeps itself lie in the data folder; those made of the same paths are found again.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from explorer.library import Library
from explorer.model.errors import ExplorerError

SUFFIX = ".timeline"
_LONGEST_NAME = 40
_KEY = re.compile(r"-[0-9a-f]{8}$")


class Source(StrEnum):
    """Where a library to open comes from."""

    FILE = "file"
    PATHS = "paths"
    SAMPLES = "samples"


@dataclass(frozen=True, slots=True)
class Target:
    """A library file to open, what to call it, and articles to read into it."""

    path: Path
    title: str
    source: Source
    articles: tuple[Path, ...] = ()


def target_of(asked: Sequence[str | Path], folder: Path, last: str, samples: Path) -> Target:
    """Say what to open: what was asked for, else the last library, else the samples."""
    paths = [Path(one).expanduser() for one in asked]
    if len(paths) == 1 and paths[0].suffix == SUFFIX:
        return of_file(paths[0], folder)
    if paths:
        return of_paths(paths, folder)
    if last and Path(last).is_file() and Path(last) != samples_path(folder):
        return of_file(Path(last), folder)
    return of_samples(folder, samples)


def of_file(path: Path, folder: Path) -> Target:
    """Name a library file; one that the program keeps itself is called without the key of its articles."""
    title = _KEY.sub("", path.stem) if path.parent == _own(folder) else path.stem
    return Target(path.absolute(), title, Source.FILE)


def of_paths(paths: Iterable[Path], folder: Path) -> Target:
    """Name the library of these articles, the same one for the same paths."""
    places = sorted({path.absolute() for path in paths})
    key = hashlib.sha256("\n".join(map(str, places)).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    title = places[0].stem if len(places) == 1 else f"{places[0].stem} and {len(places) - 1} more"
    safe = re.sub(r"[^\w-]+", "-", title).strip("-")[:_LONGEST_NAME] or "articles"
    return Target(_own(folder) / f"{safe}-{key}{SUFFIX}", title, Source.PATHS, tuple(places))


def of_samples(folder: Path, samples: Path) -> Target:
    """Name the library of the sample articles."""
    return Target(samples_path(folder), "Samples", Source.SAMPLES, (samples,))


def samples_path(folder: Path) -> Path:
    """Say where the library of the samples lies."""
    return folder / f"samples{SUFFIX}"


def _own(folder: Path) -> Path:
    return folder / "libraries"


def open_target(target: Target) -> Library:
    """Open or make the library of a target; raises `ExplorerError` with the reason why it cannot be."""
    if target.source is Source.FILE:
        return Library.open(target.path)
    try:
        target.path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExplorerError(f"{target.path.parent} cannot be made: {error.strerror or error}.") from error
    return Library.open_or_create(target.path)
