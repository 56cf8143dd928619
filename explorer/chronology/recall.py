"""The pairs that merging found, as bytes to keep, and the stamp that says for what they hold.

Comparing mentions is most of what making events costs, and gives the same pairs for the same mentions. The
stamp is a hash of all that the pairs follow from: the mentions, what a person decided of them, the rules, and
the program itself, so that nobody has to remember to raise a number when merging changes.
"""

import hashlib
import json
import math
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from explorer import resources
from explorer.chronology.overlay import shaping
from explorer.model.decision import Decision

# What the pairs of given mentions follow from; `tests/chronology/test_recall.py` holds merging to it.
ROOMS = ("chronology", "model")
RULES = ("merging.toml", "kinds.toml")


class Rated(NamedTuple):
    """Two mentions, the lesser id first, and the points that speak for their telling of one event."""

    points: float
    one: str
    other: str


def stamp(mentions: str, decisions: Sequence[Decision]) -> str:
    """Name what the pairs of mentions follow from; `mentions` is a hash of them.

    Decisions that act on events alone leave it as it is.
    """
    parts = (_program(), mentions, *map(repr, shaping(decisions)))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _program() -> str:
    """Hash the sources of merging, its rules, and the Python whose letters it goes by."""
    return f"{sys.version} {resources.fingerprint(ROOMS, RULES)}"


def dump(pairs: Iterable[Rated]) -> bytes:
    """Write pairs."""
    return json.dumps(sorted(pairs), separators=(",", ":")).encode()


def load(kept: bytes) -> list[Rated] | None:
    """Read pairs; None for anything that `dump` would not have written."""
    try:
        pairs = [Rated(points, one, other) for points, one, other in json.loads(kept)]
    except (ValueError, TypeError, RecursionError):
        return None
    is_sound = all(
        type(points) is float and math.isfinite(points) and type(one) is type(other) is str and one < other
        for points, one, other in pairs
    )
    return pairs if is_sound else None
