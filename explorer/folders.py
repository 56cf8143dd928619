"""The folders of the program, and files that are all old or all new. Light: neither Qt nor pydantic."""

import contextlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from explorer.model.errors import ExplorerError

_APP = "timeline-explorer"


def data_dir() -> Path:
    """Give the folder for libraries that the program keeps itself; made if missing."""
    return _made(os.environ.get("TIMELINE_EXPLORER_DATA") or _place("data"))


def config_dir() -> Path:
    """Give the folder of the settings file; made if missing."""
    return _made(os.environ.get("TIMELINE_EXPLORER_CONFIG") or _place("config"))


def _place(what: str) -> str:
    import platformdirs

    return platformdirs.user_data_dir(_APP) if what == "data" else platformdirs.user_config_dir(_APP)


def _made(place: str) -> Path:
    folder = Path(place)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def write_atomic(target: Path, content: bytes) -> None:
    """Write a file so that it is all old or all new: temporary file, fsync, rename. Raises `OSError`."""
    write_together({target: content})


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Write files that belong together: none takes its place before all are written. Raises `OSError`."""
    ready: list[tuple[str, Path]] = []
    try:
        for target, content in contents.items():
            if target.exists() and not target.is_file():
                target.write_bytes(content)  # /dev/stdout, a FIFO: renaming would take its place
                continue
            handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
            ready.append((name, target))
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            mask = os.umask(0)
            os.umask(mask)
            os.chmod(name, 0o666 & ~mask)
        for name, target in ready:
            os.replace(name, target)
    except BaseException:
        for name, _ in ready:
            with contextlib.suppress(OSError):
                os.unlink(name)
        raise


def write_asked(target: Path, content: bytes) -> None:
    """Write a file that a person asked for, like `write_atomic`; raises `ExplorerError` where it cannot be."""
    try:
        write_atomic(target, content)
    except OSError as error:
        raise ExplorerError(f"{target}: cannot be written: {error.strerror or error}.") from error
