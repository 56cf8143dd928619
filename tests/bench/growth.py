"""How the time of finding dates grows with the length of hostile texts: the exponent must stay near one."""

import math
import time

from explorer.dates import find
from tests.bench.hostile import TEXTS, Make

SIZES = (10_000, 100_000, 1_000_000)
PUBLISHED = "2020-09-16"
_ROUNDS = 2  # of the shorter texts; the longest are timed once
_LEAST_S = 0.002  # less is noise of the clock


def measure(language: str = "en", sizes: tuple[int, ...] = SIZES) -> dict[str, dict[str, float]]:
    """Give the CPU seconds for each text at each size, and the exponent of time over length (1 is linear)."""
    find("April 2019", published=PUBLISHED, language=language)  # builds the grammar
    return {
        name: _told([_seconds(make, size, language) for size in sizes], sizes) for name, make in TEXTS.items()
    }


def worst(found: dict[str, dict[str, float]], figure: str, count: int = 5) -> dict[str, float]:
    """Give the texts with the greatest figures."""
    ordered = sorted(found, key=lambda name: found[name][figure], reverse=True)
    return {name: found[name][figure] for name in ordered[:count]}


def _told(seconds: list[float], sizes: tuple[int, ...]) -> dict[str, float]:
    growth = math.log(max(seconds[-1], _LEAST_S) / max(seconds[0], _LEAST_S))
    taken = {f"s_{size}": round(one, 5) for size, one in zip(sizes, seconds, strict=True)}
    return {**taken, "exponent": round(growth / math.log(sizes[-1] / sizes[0]), 2)}


def _seconds(make: Make, size: int, language: str) -> float:
    text = make(size)
    return min(_once(text, language) for _ in range(_ROUNDS if size < SIZES[-1] else 1))


def _once(text: str, language: str) -> float:
    begin = time.process_time()
    find(text, published=PUBLISHED, language=language)
    return time.process_time() - begin
