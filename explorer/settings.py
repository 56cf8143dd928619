"""Settings: taste that outlives a session, as one JSON file checked by pydantic; and the program's folders.

A file that cannot be read is kept aside and the defaults are used: a broken settings file never stops the
program.
"""

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError

_APP = "timeline-explorer"


def data_dir() -> Path:
    """Give the folder for libraries that the program keeps itself; made if missing."""
    return _made(os.environ.get("TIMELINE_EXPLORER_DATA") or platformdirs.user_data_dir(_APP))


def config_dir() -> Path:
    """Give the folder of the settings file; made if missing."""
    return _made(os.environ.get("TIMELINE_EXPLORER_CONFIG") or platformdirs.user_config_dir(_APP))


def _made(place: str) -> Path:
    folder = Path(place)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


class Settings(BaseModel):
    """What a person likes; each field with its default and bounds."""

    model_config = ConfigDict(extra="ignore", validate_assignment=True)

    theme: Literal["system", "light", "dark"] = Field("system", title="Theme")
    lanes: Literal["kind", "company", "country", "source", "tag", "none"] = Field("kind", title="Lanes by")
    reduced_motion: bool = Field(False, title="Reduce motion")
    wheel_scrolls: bool = Field(False, title="The plain wheel scrolls lanes instead of zooming")
    last_library: str = Field("", title="The library opened last")
    recent: list[str] = Field(default_factory=list, title="Recent libraries", max_length=12)
    geometry: str = Field("", title="Window geometry, base64")
    splitters: dict[str, list[int]] = Field(default_factory=dict, title="Sizes of panes, px")


def load(folder: Path | None = None) -> Settings:
    """Read the settings; a broken file is renamed to `settings.broken.json` and defaults are used."""
    file = (folder or config_dir()) / "settings.json"
    try:
        return Settings.model_validate_json(file.read_bytes())
    except FileNotFoundError:
        return Settings()
    except (OSError, ValidationError):
        with contextlib.suppress(OSError):
            file.replace(file.with_name("settings.broken.json"))
        return Settings()


def save(settings: Settings, folder: Path | None = None) -> None:
    """Write the settings atomically; raises `OSError` where the folder cannot be written."""
    write_atomic((folder or config_dir()) / "settings.json", settings.model_dump_json(indent=1).encode())


def write_atomic(target: Path, content: bytes) -> None:
    """Write a file so that it is all old or all new: temporary file, fsync, rename. Raises `OSError`."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(name, 0o666 & ~mask)
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
