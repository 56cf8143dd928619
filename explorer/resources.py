"""The only file that knows where `resources/` and `seeds/` are: in a checkout, a wheel, a frozen build."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


def _root() -> Path:
    bundled = _PACKAGE / "_data"
    return bundled if bundled.is_dir() else _PACKAGE.parent


def path(name: str) -> Path:
    """Give the place of a resource, by its name below `resources/` ("themes/light.toml").

    Raises `ValueError` for a name that leads outside.
    """
    if name.startswith("/") or ".." in name.split("/"):
        raise ValueError(f"not a resource name: {name}")
    return _root() / "resources" / name


def text(name: str) -> str:
    """Read a resource as UTF-8 text."""
    return path(name).read_text("utf-8")


@cache
def toml(name: str) -> dict[str, Any]:
    """Read a TOML resource; it is read once, so treat it as immutable."""
    return tomllib.loads(text(name))


def fingerprint(rooms: Iterable[str], names: Iterable[str]) -> str:
    """Hash the sources of rooms of the program, and resources by their names; no two programs share it.

    Where the sources are not at hand no hash is the same as another.
    """
    import hashlib  # neither has a part in the first paint, which reads a theme
    import secrets

    sources = [file for room in rooms for file in sorted((_PACKAGE / room).rglob("*.py"))]
    if not sources:
        return secrets.token_hex()
    found = hashlib.sha256()
    for file in (*sources, *map(path, names)):
        content = file.read_bytes()
        found.update(f"{file.name} {len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()


def samples() -> Path:
    """Give the folder of the sample articles."""
    return _root() / "seeds"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event: how it is called and shown; `weight` orders events by importance, 0 to 1."""

    id: str
    label: str
    family: str
    shape: str
    weight: float


@cache
def kinds() -> dict[str, Kind]:
    """Give the kinds of events by id, in the order in which they are listed."""
    return {id_: Kind(id_, **entry) for id_, entry in toml("kinds.toml").items()}
