"""`Theme`: colours and fonts by role, read from TOML. No literal colour stands anywhere else in the program.

A person's own theme file may rest on one of ours with `base = "light"` and give only what differs.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from explorer import resources
from explorer.model.errors import ExplorerError
from explorer.paint import colour

OURS = ("light", "dark")
MIN_SIZE_PX, MAX_SIZE_PX = 8.0, 32.0


@dataclass(frozen=True, slots=True)
class Families:
    """The colours of the families of kinds."""

    law: str
    deal: str
    product: str
    number: str
    people: str
    other: str

    def of(self, family: str) -> str:
        """Give the colour of a family; an unknown one is `other`."""
        return getattr(self, family) if family in FAMILIES else self.other


# Those that no theme needs are read by `style`.
_ENTRIES = ("base", "name", "is_dark", "colours", "families", "fonts", "logo", "language", "numbers")
FAMILIES = tuple(field.name for field in fields(Families))


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by role ("#rrggbb") and the font. `size_px` is that of a label on the timeline."""

    name: str
    is_dark: bool
    ground: str
    panel: str
    field: str
    band: str
    ink: str
    muted: str
    line: str
    line_strong: str
    accent: str
    accent_soft: str
    on_accent: str
    highlight: str
    warning: str
    focus: str
    families: Families
    font_family: str
    size_px: float

    def of_kind(self, kind: str) -> str:
        """Give the colour of a kind of event, which is that of its family."""
        known = resources.kinds().get(kind)
        return self.families.of(known.family if known else "other")


_ROLES = tuple(
    field.name
    for field in fields(Theme)
    if field.name not in ("name", "is_dark", "families", "font_family", "size_px")
)


def load(which: str | Path) -> Theme:
    """Load "light", "dark" or a TOML file.

    Raises `ExplorerError` naming the file and what is wrong in it.
    """
    return _ours(which) if isinstance(which, str) and which in OURS else _from_file(Path(which))


@cache
def _ours(name: str) -> Theme:
    return _checked(_rooted(resources.toml(f"themes/{name}.toml")), name)


def _from_file(file: Path) -> Theme:
    try:
        entries = tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise ExplorerError(f"The theme {file} cannot be read: {error.strerror or error}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ExplorerError(f"The theme {file} is not TOML: {error}.") from error
    return _checked(_rooted(entries), str(file))


def _rooted(entries: Mapping[str, Any]) -> dict[str, Any]:
    """Lay the entries over those of their base."""
    base = entries.get("base", "light")
    ground = resources.toml(f"themes/{base}.toml") if base in OURS else {}
    merged = {**ground, **entries}
    for table in ("colours", "families", "fonts"):
        merged[table] = {**_table(ground, table), **_table(entries, table)}
    return merged


def _table(entries: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = entries.get(name, {})
    return found if isinstance(found, dict) else {"": found}


def _checked(entries: Mapping[str, Any], name: str) -> Theme:
    colours, families, fonts = entries["colours"], entries["families"], entries["fonts"]
    _refuse_unknown(name, entries, _ENTRIES, "entry")
    _refuse_unknown(name, colours, _ROLES, "colour")
    _refuse_unknown(name, families, FAMILIES, "family")
    _refuse_unknown(name, fonts, ("family", "size_px", "files"), "font entry")
    return Theme(
        name=str(entries.get("name", name)),
        is_dark=bool(entries.get("is_dark", False)),
        families=Families(**{role: _colour(name, role, families) for role in FAMILIES}),
        font_family=str(fonts.get("family", "")),
        size_px=_size(name, fonts.get("size_px", 12)),
        **{role: _colour(name, role, colours) for role in _ROLES},
    )


def _refuse_unknown(name: str, entries: Mapping[str, Any], known: tuple[str, ...], what: str) -> None:
    strange = sorted(set(entries) - set(known))
    if strange:
        raise ExplorerError(
            f"The theme {name} has an unknown {what} “{strange[0]}”; known: {', '.join(known)}."
        )


def _colour(name: str, role: str, entries: Mapping[str, Any]) -> str:
    value = entries.get(role)
    if value is None:
        raise ExplorerError(f"The theme {name} gives no colour for “{role}”.")
    try:
        colour.rgb(value)
    except (TypeError, ValueError) as error:
        raise ExplorerError(f"The theme {name} gives {value!r} for “{role}”, not a #rrggbb.") from error
    return str(value).lower()


def _size(name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not MIN_SIZE_PX <= value <= MAX_SIZE_PX:
        raise ExplorerError(
            f"The theme {name} gives {value!r} as size_px, not {MIN_SIZE_PX:g} to {MAX_SIZE_PX:g}."
        )
    return float(value)
