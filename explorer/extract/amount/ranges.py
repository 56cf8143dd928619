"""Neighbours that share unit and scale: "$450 to $470 million", "between 3 and 5 million", "3 and 5%".

The ends of a range carry `low` and `high`; the members of a list, and of "from 3 to 5", do not. It must not
know how numbers or units are written.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from explorer.model.mention import Quantity

_RANGE = re.compile(
    r"\s?(?:to|or|-|–|—|through|and)\s(?:just\s|about\s|around\s|perhaps\s|maybe\s|even\s)?|\s?(?:-|–|—)\s?"
)
_LIST = re.compile(r",?\s(?:and|or)\s(?:about\s|around\s)?")
_COMMA = re.compile(r",\s")
_OPENS_RANGE = re.compile(r"\bbetween\s(?:about\s|around\s)?$", re.IGNORECASE)
_OPENS_CHANGE = re.compile(r"\bfrom\s(?:about\s|around\s|just\s|only\s)?$", re.IGNORECASE)
_ANYWHERE = re.compile(r"\b(?:anywhere|range[sd]?|ranging|varies|varied|vary)\sfrom\s$", re.IGNORECASE)
_RATIOS = ("%", "times", "percentage points", "basis points")
_MOST_SHARED = 1_000  # a number from here on has its scale already


class Read(NamedTuple):
    """A quantity as read, with what its scale words multiply by."""

    quantity: Quantity
    scale: float = 1.0


def joined(text: str, found: list[Read]) -> list[Read]:
    """Give neighbours what they share; from the last to the first, so that lists hand it on."""
    reads, is_listed = list(found), False
    for i in range(len(reads) - 2, -1, -1):
        low, high = reads[i].quantity, reads[i + 1].quantity
        between = text[low.span.end : high.span.start]
        is_listed = bool(_LIST.fullmatch(between) or (is_listed and _COMMA.fullmatch(between)))
        if not (is_listed or _RANGE.fullmatch(between)) or low.equivalent_of or high.equivalent_of:
            continue
        if (shared := _shared(reads[i], reads[i + 1])) is None:
            continue
        reads[i], reads[i + 1] = shared
        low, high = shared[0].quantity, shared[1].quantity
        if low.value <= high.value and _is_range(text, low, between):
            reads[i] = shared[0]._replace(quantity=replace(low, low=low.value, high=high.value))
            reads[i + 1] = shared[1]._replace(quantity=replace(high, low=low.value, high=high.value))
    return reads


def _shared(first: Read, second: Read) -> tuple[Read, Read] | None:
    """Share unit and scale between two neighbours; None where they measure different things."""
    low, high = first.quantity, second.quantity
    unit = low.unit or high.unit
    if unit and (low.unit or unit, high.unit or unit) != (unit, unit):
        return None
    if not high.unit and unit and not _is_money(unit):
        return None
    if not low.unit and first.scale > 1 and unit in _RATIOS:
        return None
    is_bare = first.scale == 1 and second.scale > 1 and abs(low.value) < _MOST_SHARED
    factor = second.scale if is_bare else 1.0
    value = float(f"{low.value * factor:.12g}")
    return (
        Read(replace(low, value=value, unit=unit), factor if is_bare else first.scale),
        Read(replace(high, unit=unit), second.scale),
    )


def _is_money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _is_range(text: str, low: Quantity, between: str) -> bool:
    before = text[max(0, low.span.start - 24) : low.span.start]
    if "and" in between:
        return bool(_OPENS_RANGE.search(before))
    if "," in between:
        return False
    return not _OPENS_CHANGE.search(before) or bool(_ANYWHERE.search(before))
