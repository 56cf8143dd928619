"""Finding dates in articles, side by side with dateparser's `search_dates` and with chrono-node.

All read the same texts in the same run, in turn: the samples, and the texts of a folder named by
`TIMELINE_EXPLORER_BENCH_TEXTS`. chrono-node is fetched by npm where there is one, and left out elsewhere. The
product itself must not use `search_dates`: it is here as a measure.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

from explorer import resources

PUBLISHED = "2020-09-16"
FOLDER = "TIMELINE_EXPLORER_BENCH_TEXTS"
CHRONO = "chrono-node@2.10.3"
NOT_MEASURED = "not measured"
_BUILD = Path("build") / "bench"
_PLACE = _BUILD / "chrono"
_LEAST = 500_000  # characters of one pass: short samples are read several times
_ROUNDS = 3
_COLD = (
    "import sys\n"
    "from time import process_time\n"
    "begin = process_time()\n"
    "from explorer.dates import find\n"
    "loaded = process_time()\n"
    f"find(sys.stdin.read(), published={PUBLISHED!r})\n"
    "print(loaded - begin, process_time() - loaded, process_time())\n"
)
# Reads texts from its first line, then goes over them once for every line and answers with CPU seconds.
_SERVER = (
    "const chrono = require('chrono-node');\n"
    "let texts = null;\n"
    f"const at = new Date('{PUBLISHED}T12:00:00');\n"
    "require('readline').createInterface({input: process.stdin}).on('line', line => {\n"
    "  if (texts === null) { texts = JSON.parse(line); return; }\n"
    "  const begin = process.cpuUsage();\n"
    "  let found = 0;\n"
    "  for (const text of texts) found += chrono.parse(text, at).length;\n"
    "  const used = process.cpuUsage(begin);\n"
    "  console.log(JSON.stringify([(used.user + used.system) / 1e6, found]));\n"
    "});\n"
)
Pass = Callable[[], tuple[float, int]]  # reads all texts once: CPU seconds, and how many dates it found


def texts() -> list[str]:
    """Read the samples that are plain text, and the texts of the folder that the environment names."""
    folders = [resources.samples(), *map(Path, filter(None, [os.environ.get(FOLDER)]))]
    paths = [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in (".txt", ".md")]
    return [path.read_text("utf-8", "replace") for path in paths]


def measure() -> dict[str, object]:
    """Give the characters per CPU second of each, ours over theirs, and what a first article costs."""
    once = texts()
    size = sum(map(len, once))
    ours = once * (_LEAST // size + 1)
    passes: dict[str, tuple[Pass, int]] = {
        "find": (lambda: _find(ours), size * len(ours) // len(once)),
        "search_dates": (lambda: _search_dates(once), size),
    }
    with Chrono(ours) as chrono:
        if chrono.is_there:
            passes["chrono"] = chrono.read, size * len(ours) // len(once)
        seconds = _in_turn([one for one, _ in passes.values()])
    found: dict[str, object] = {"texts": len(once), "kchar": round(size / 1e3), "first_article": cold(once[0])}
    speeds: dict[str, float] = {}
    for (name, (_, length)), taken in zip(passes.items(), seconds, strict=True):
        speeds[name] = length / 1e3 / min(taken)
        found[f"{name}_kchar_s"] = round(speeds[name])
        found[f"{name}_first_kchar_s"] = round(length / 1e3 / taken[0])
    for name in ("search_dates", "chrono"):
        found[f"ratio_to_{name}"] = round(speeds["find"] / speeds[name], 1) if name in speeds else NOT_MEASURED
    return found


def _in_turn(passes: Sequence[Pass]) -> list[list[float]]:
    """Time each in turn, so that a slow minute of the machine is one for all."""
    taken: list[list[float]] = [[] for _ in passes]
    for _ in range(_ROUNDS):
        for one, seconds in zip(passes, taken, strict=True):
            seconds.append(one()[0])
    return taken


def _find(articles: list[str]) -> tuple[float, int]:
    from explorer.dates import find

    begin = time.process_time()
    found = sum(len(find(text, published=PUBLISHED)) for text in articles)
    return time.process_time() - begin, found


def _search_dates(articles: list[str]) -> tuple[float, int]:
    from datetime import datetime

    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.fromisoformat(PUBLISHED)}
    begin = time.process_time()
    found = sum(len(search_dates(text, languages=["en"], settings=settings) or ()) for text in articles)
    return time.process_time() - begin, found


def cold(text: str, runs: int = 5) -> dict[str, float]:
    """Give the CPU milliseconds of loading the tagger and of its first article, the least of some processes.

    As in an installed program, the bytecode is there from an earlier run.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str((_BUILD / "bytecode").resolve())
    command = [sys.executable, "-c", _COLD]
    told = []
    for _ in range(runs + 1):
        done = subprocess.run(
            command, input=text, capture_output=True, text=True, check=True, timeout=60, env=environment
        )
        told.append([float(one) * 1e3 for one in done.stdout.split()])
    names = ("load_ms", "find_ms", "process_ms")
    return {name: round(min(column), 1) for name, column in zip(names, zip(*told, strict=True), strict=True)}


class Chrono:
    """chrono-node as a process that answers as often as it is asked."""

    def __init__(self, articles: list[str]) -> None:
        self._articles = articles
        self._node: subprocess.Popen[str] | None = None

    @property
    def is_there(self) -> bool:
        """Tell whether it could be started."""
        return self._node is not None

    def __enter__(self) -> Self:
        node = shutil.which("node")
        if node is None or not _fetched():
            return self
        self._node = subprocess.Popen(
            [node, "-e", _SERVER], cwd=_PLACE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._tell(json.dumps(self._articles))
        return self

    def __exit__(self, *exception: object) -> None:
        if self._node is not None:
            self._node.communicate(timeout=60)

    def read(self) -> tuple[float, int]:
        """Let it read all texts once."""
        self._tell("again")
        assert self._node is not None
        assert self._node.stdout is not None
        seconds, found = json.loads(self._node.stdout.readline())
        return float(seconds), int(found)

    def _tell(self, line: str) -> None:
        assert self._node is not None
        assert self._node.stdin is not None
        self._node.stdin.write(line + "\n")
        self._node.stdin.flush()


def _fetched() -> bool:
    """Install chrono-node once, where npm is there and has a network."""
    npm = shutil.which("npm")
    if (_PLACE / "node_modules" / "chrono-node").is_dir():
        return True
    if npm is None:
        return False
    _PLACE.mkdir(parents=True, exist_ok=True)
    command = [npm, "install", "--prefix", str(_PLACE), "--no-audit", "--no-fund", "--ignore-scripts", CHRONO]
    try:
        return subprocess.run(command, capture_output=True, timeout=180).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
