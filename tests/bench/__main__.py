"""`python -m tests.bench [EVENTS …]`: measure, print, and write `build/bench.json`."""

import json
import os
import platform
import sys
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
    pictures,
    reading,
    reviewing,
    start,
)

COUNTS = (10_000, 100_000)
TARGET = Path("build") / "bench.json"
WINDOW = (sys.executable, "-c", "from explorer.ui import app; app.run()")


def main(arguments: list[str]) -> None:
    """Measure all and write it down."""
    counts = [int(one.replace("_", "")) for one in arguments] or list(COUNTS)
    found: dict[str, Any] = {"python": platform.python_version(), "machine": platform.machine()}
    found["start"] = start.compare(WINDOW, {"TIMELINE_EXPLORER_EXIT_AFTER_FIRST_PAINT": "1"})
    print("start:", found["start"])
    found["frames"] = []
    for count in counts:
        figures = frames.measure(count)
        found["frames"] += [figures]
        print(f"{count:,} events:", figures)
    found |= (drawn := pictures.measure())
    print("a picture of 2,500 events, CPU seconds:", drawn)
    found["reading"] = reading.measure()
    print("a text of 2 MB with 2,000 statements:", found["reading"])
    found["facet_counts_ms_100k"] = facets.measure(100_000)
    print("a filter over 100,000 events, ms:", found["facet_counts_ms_100k"])
    found["reviewing"] = reviewing.measure()
    print("a verdict in the review:", found["reviewing"])
    found["finding"] = finding.measure()
    print("finding dates:", found["finding"])
    found["extracting"] = extracting.measure()
    print("extracting mentions:", found["extracting"])
    found["gathering"] = gathering.measure()
    print("from mentions to events:", found["gathering"])
    found["growth"] = {}
    for language, sizes in {"en": growth.SIZES, "de": growth.SIZES[:2], "zh": growth.SIZES[:2]}.items():
        grown = found["growth"][language] = growth.measure(language, sizes)
        print(f"hostile texts, {language}, steepest:", growth.worst(grown, "exponent"))
        print(f"hostile texts, {language}, seconds for {sizes[-1]:,}:", growth.worst(grown, f"s_{sizes[-1]}"))
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(json.dumps(found, indent=1) + "\n")
    print(f"written to {TARGET}")


main(sys.argv[1:])
