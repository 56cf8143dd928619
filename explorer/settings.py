"""Settings: taste that outlives a session, as one JSON file checked by pydantic.

A file that cannot be read is kept aside and the defaults are used: a broken settings file never stops the
program.
"""

import contextlib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from explorer.folders import config_dir, data_dir, write_atomic

__all__ = ["Settings", "config_dir", "data_dir", "load", "save", "write_atomic"]


class Settings(BaseModel):
    """What a person likes; each field with its default and bounds."""

    model_config = ConfigDict(extra="ignore", validate_assignment=True)

    theme: Literal["system", "light", "dark"] = Field("system", title="Theme")
    lanes: Literal["kind", "company", "country", "source", "tag", "none"] = Field("kind", title="Lanes by")
    text_percent: int = Field(0, ge=0, le=200, title="Size of the text in percent; 0 is that of the system")
    reduced_motion: bool | None = Field(None, title="Reduce motion; null is as the system has it")
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
