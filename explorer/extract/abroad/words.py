"""The words of a language as its files give them, read once.

It must not know what is done with them.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from explorer import resources
from explorer.extract.lexicon import FOLDER

WIDE = r"\u2e80-\u2fdf\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"  # letters that need no space
ATTACHED = WIDE + r"\uac00-\ud7af\u0e00-\u0e7f"  # letters that may stand right behind a number or a name
_UNSPACED = ("zh", "ja", "th")
_CASELESS = (*_UNSPACED, "ar", "he", "fa", "ko")
Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: its name, its tables, and how it is written."""

    code: str
    name: str
    tables: Table
    common: Table  # what all languages share
    has_kinds: bool

    @property
    def is_spaced(self) -> bool:
        """Tell whether spaces part its words."""
        return self.code not in _UNSPACED

    @property
    def ends_freely(self) -> bool:
        """Tell whether words go on behind a name or number without a space: "Uber의", "3万人"."""
        return not self.is_spaced or self.code == "ko"

    @property
    def has_capitals(self) -> bool:
        """Tell whether its names begin with capitals."""
        return self.code not in _CASELESS

    def section(self, name: str) -> Table:
        """Give a table, {} where the language has none."""
        table: Table = self.tables.get(name, {})
        return table

    def words(self, section: str, name: str) -> list[str]:
        """Give a list of words that stands in a section as one text."""
        return str(self.section(section).get(name, "")).split()

    def patterns(self, section: str, name: str) -> list[str]:
        """Give a list of patterns of a section."""
        return list(self.section(section).get(name, ()))

    def event_words(self) -> list[str]:
        """Give the words that tell of events by themselves."""
        return [
            pattern
            for groups in self.section("kinds").values()
            for patterns in groups.values()
            for pattern in patterns
            if " " not in pattern and "|" not in pattern
        ]

    def __hash__(self) -> int:
        return hash(self.code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tongue) and self.code == other.code


@cache
def tongue(code: str) -> Tongue:
    """Give what is known of a language; of one without files only what all share."""
    made = _table(f"{code}.cldr.toml") if re.fullmatch("[a-z]{2}", code) else {}
    own = _table(f"{code}.toml") if made else {}
    tables: Table = dict(made)
    for name, table in own.items():
        tables[name] = {**table, **tables.get(name, {}), **table} if isinstance(table, dict) else table
    name = str(made.get("name") or f"the language “{code}”")
    return Tongue(code, name, tables, resources.toml(FOLDER + "abroad.toml"), "kinds" in own)


def _table(name: str) -> Table:
    return resources.toml(FOLDER + name) if resources.path(FOLDER + name).is_file() else {}
