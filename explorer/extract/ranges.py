"""Ranges: "$450 million to $470 million" and "between 3 and 5 million" are two ends that share unit and scale.

It must not know how numbers or units are written.
"""

import re
from dataclasses import replace

from explorer.model.mention import Quantity

_JOIN = r"\s?(?:to|and|or|-|–|—|through)\s?"


def joined(text: str, found: list[Quantity]) -> list[Quantity]:
    """Join "$450 million to $470 million" to a range; the first end takes its unit from the second."""
    ends = list(found)
    for i in range(len(ends) - 1):
        low, high = ends[i], ends[i + 1]
        between = text[low.span.end : high.span.start]
        if not re.fullmatch(_JOIN, between) or low.equivalent_of or high.equivalent_of:
            continue
        is_and = "and" in between and not re.search(
            r"\bbetween\s*$", text[max(0, low.span.start - 12) : low.span.start]
        )
        is_from_to = re.search(r"\bfrom\s*$", text[max(0, low.span.start - 8) : low.span.start])
        if (
            is_and
            or is_from_to
            or (low.unit and low.unit != high.unit)
            or (abs(low.value) > abs(high.value) * 1.0001 and low.value > high.value)
        ):
            continue
        value = low.value * _shared_scale(low, high)
        ends[i] = replace(low, value=value, unit=high.unit, low=value, high=high.value)
        ends[i + 1] = replace(high, low=value, high=high.value)
    return [quantity for quantity in ends if quantity.unit or abs(quantity.value) >= 1000]


def _shared_scale(low: Quantity, high: Quantity) -> float:
    """Give the scale that the first end of "$75-100 billion" takes from the second."""
    if re.search(r"[a-z]", low.text) or abs(low.value) >= 1000 or abs(high.value) < 1000:
        return 1.0
    return next((factor for factor in (1e12, 1e9, 1e6, 1e5, 1e3) if abs(high.value) >= factor), 1.0)
