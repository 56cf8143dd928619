"""What is kept of texts while they are read: found by one stage, asked for again by the next.

Articles are read together, stage by stage, so it is kept for all of them, and let go when they are read: a long
text must not stay for as long as the program does. It must not know what is kept.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

TOGETHER = 16  # articles: with more, what is kept of them outgrows what the processor has at hand
_TEXTS = 2 * TOGETHER  # a title is a text too

R = TypeVar("R")
_clear: list[Callable[[], None]] = []


def of_text(function: Callable[[str], R]) -> Callable[[str], R]:
    """Keep what a function gives for each of the texts that are read together."""
    kept = lru_cache(maxsize=_TEXTS)(function)
    _clear.append(kept.cache_clear)
    return kept


def forget() -> None:
    """Let go what is kept of all texts."""
    for clear in _clear:
        clear()
