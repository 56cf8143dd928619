"""Settings: taste that outlives a session, as one JSON file whose every field is checked.

A file that cannot be read is kept aside and the defaults are used: a broken settings file never stops the
program. Light, as the window reads it before anything else: the standard library only.
"""

import contextlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from explorer.folders import config_dir, write_atomic

THEMES = ("system", "light", "dark")
LANES = ("kind", "company", "country", "source", "tag", "none")
MOST_RECENT = 12
MOST_PERCENT = 200
_CHOICES = {"theme": THEMES, "lanes": LANES}


@dataclass(slots=True)
class Settings:
    """What a person likes, each with its default. A value that a field cannot have raises `ValueError`."""

    theme: str = "system"  # one of THEMES
    lanes: str = "kind"  # one of LANES
    text_percent: int = 0  # of the usual size, at most 200; 0 is as the system has it
    reduced_motion: bool | None = None  # None is as the system has it
    wheel_scrolls: bool = False  # the plain wheel scrolls lanes instead of zooming
    last_library: str = ""
    recent: list[str] = field(default_factory=list)  # libraries, the last first; at most MOST_RECENT
    geometry: str = ""  # of the window, base64
    splitters: dict[str, list[int]] = field(default_factory=dict)  # sizes of panes, px

    def __setattr__(self, name: str, value: object) -> None:
        if not _may_be(name, value):
            raise ValueError(f"The setting “{name}” cannot be {value!r}.")
        object.__setattr__(self, name, value)


def load(folder: Path | None = None) -> Settings:
    """Read the settings; a broken file is renamed to `settings.broken.json` and defaults are used."""
    file = (folder or config_dir()) / "settings.json"
    try:
        return _from_json(json.loads(file.read_bytes()))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError):
        with contextlib.suppress(OSError):
            file.replace(file.with_name("settings.broken.json"))
        return Settings()


def save(settings: Settings, folder: Path | None = None) -> None:
    """Write the settings atomically; raises `OSError` where the folder cannot be written."""
    text = json.dumps(asdict(settings), indent=1)
    write_atomic((folder or config_dir()) / "settings.json", text.encode())


def _from_json(said: object) -> Settings:
    """Take the fields that are known: a newer version may have written more. Raises `ValueError`."""
    if not isinstance(said, Mapping):
        raise ValueError("The settings are no object.")  # noqa: TRY004  # as for all that is wrong in a file
    known = {one.name for one in fields(Settings)}
    return Settings(**{name: value for name, value in said.items() if name in known})


def _may_be(name: str, value: Any) -> bool:
    if name in _CHOICES:
        return value in _CHOICES[name]
    if name == "recent":
        return isinstance(value, list) and len(value) <= MOST_RECENT and all(isinstance(v, str) for v in value)
    if name == "splitters":
        return isinstance(value, dict) and all(
            isinstance(pane, str) and isinstance(sizes, list) and all(type(size) is int for size in sizes)
            for pane, sizes in value.items()
        )
    if name == "text_percent":
        return type(value) is int and 0 <= value <= MOST_PERCENT
    if name == "reduced_motion":
        return value is None or type(value) is bool
    return type(value) is (bool if name == "wheel_scrolls" else str)
