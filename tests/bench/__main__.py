"""`python -m tests.bench [PART …]`: measure all or some parts, print, and write `build/bench.json`."""

import json
import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench import (
    extracting,
    facets,
    finding,
    frames,
    gathering,
    growth,
    peer,
    pictures,
    reading,
    reviewing,
    searching,
    start,
    tables,
)

TARGET = Path("build") / "bench.json"


def main(asked: list[str]) -> None:
    """Measure and write down: the figures of the timeline by their own names, the others by their parts."""
    found: dict[str, Any] = {"python": platform.python_version(), "machine": platform.machine()}
    for name, part in PARTS.items():
        if not asked or name in asked:
            figures = part()
            found |= figures if name in _FLAT else {name: figures}
            print(f"{name}:", figures, flush=True)
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(json.dumps(found, indent=1) + "\n")
    print(f"written to {TARGET}")


def _growth() -> dict[str, Any]:
    found = {}
    for language, sizes in {"en": growth.SIZES, "de": growth.SIZES[:2], "zh": growth.SIZES[:2]}.items():
        grown = found[language] = growth.measure(language, sizes)
        print(f"hostile texts, {language}, steepest:", growth.worst(grown, "exponent"))
        print(f"hostile texts, {language}, seconds for {sizes[-1]:,}:", growth.worst(grown, f"s_{sizes[-1]}"))
    return found


PARTS: dict[str, Callable[[], Any]] = {
    "start": start.measure,
    "frames": frames.measure,
    "peer": peer.measure,
    "tables": tables.measure,
    "searching": searching.measure,
    "pictures": pictures.measure,
    "reading": reading.measure,
    "facet_counts_ms_100k": lambda: facets.measure(100_000),
    "reviewing": reviewing.measure,
    "finding": finding.measure,
    "extracting": extracting.measure,
    "gathering": gathering.measure,
    "growth": _growth,
}
_FLAT = frozenset({"start", "frames", "peer", "tables", "pictures"})

if __name__ == "__main__":  # the processes that read articles load this too
    main(sys.argv[1:])
