"""The timeline beside vis-timeline in a headless Chromium, over the same events and windows of one year.

Where Chromium or npm is missing, or vis-timeline can't be fetched, nothing is measured and the reason is told.
vis-timeline is left as it comes: it stacks its items, and is as high as they are. Its steps last until
the browser has painted.
"""

import json
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue
from statistics import median
from typing import Any

from PySide6.QtWidgets import QApplication

from explorer.model.calendar import DAY_S
from explorer.model.query import Facet
from tests.bench import data
from tests.bench.frames import Ours

VERSION = "8.5.4"
_COUNT = 10_000
_ROUNDS = 3
_STEPS = 60
_YEAR_S = 365.25 * DAY_S
_LIMIT_S = 240.0
_FILES = ("standalone/umd/vis-timeline-graph2d.min.js", "styles/vis-timeline-graph2d.min.css")
_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")

Span = tuple[float, float]


class MissingError(Exception):
    """What the comparison needs is not on this machine."""


def measure(count: int = _COUNT) -> dict[str, float | str]:
    """Give the ratio of wall times of a step, medians of rounds that take turns; or why there is none."""
    try:
        return _measured(count)
    except MissingError as missing:
        return {"vis_left_out": str(missing)}


def windows() -> list[Span]:
    """Give windows of a year, in seconds, as a hand that drags along the years makes them."""
    first = data.FIRST_S + 10 * _YEAR_S
    starts = [first + step * 0.05 * _YEAR_S for step in range(_STEPS)]
    return [(start, start + _YEAR_S) for start in starts]


def _measured(count: int) -> dict[str, float | str]:
    browser = next(filter(None, map(shutil.which, _CHROMIUMS)), None)
    if browser is None:
        raise MissingError("there is no Chromium")
    app = QApplication.instance() or QApplication([])
    path, ours = windows(), Ours(count)
    app.processEvents()
    own: list[float] = []
    theirs: list[float] = []
    with _site(count, path) as site:
        for _ in range(_ROUNDS):
            own.append(median(_walked(ours, path)))
            theirs.append(median(site.walked(browser)))
    ours.view.close()
    ratios = [peer / mine for mine, peer in zip(own, theirs, strict=True)]
    return {
        "vis_over_ours_10k": round(median(ratios), 3),
        "vis_p50_ms_10k": round(median(theirs), 3),
        "ours_p50_wall_ms_10k": round(median(own), 3),
    }


def _walked(ours: Ours, path: Sequence[Span]) -> list[float]:
    taken = []
    for span in path:
        began = time.perf_counter()
        ours.go(*span)
        QApplication.processEvents()
        taken.append((time.perf_counter() - began) * 1e3)
    return taken


class _Site:
    """A folder served to the browser of this machine alone, and what its page posts back."""

    def __init__(self, folder: Path) -> None:
        self.results: Queue[dict[str, Any]] = Queue()
        handler = partial(_Handler, self.results, directory=str(folder))
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def walked(self, browser: str) -> list[float]:
        """Let a browser walk once; give the milliseconds of its steps."""
        # Its children may still write while they go.
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            # There is no one to protect from this page, and root has no sandbox.
            options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1600,900"]
            options += [f"--user-data-dir={profile}", "--no-first-run", "--disable-extensions"]
            url = f"http://127.0.0.1:{self.server.server_port}/peer.html"
            running = subprocess.Popen(
                [browser, *options, url], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            try:
                result = self.results.get(timeout=_LIMIT_S)
            except Empty:
                raise MissingError(f"vis-timeline was not through after {_LIMIT_S:.0f} s") from None
            finally:
                running.terminate()
                running.wait()
        if "error" in result:
            raise MissingError(f"vis-timeline failed: {result['error']}")
        if not result["drawn"]:
            raise MissingError("vis-timeline drew nothing")
        taken: list[float] = result["taken"]
        return taken


class _Handler(SimpleHTTPRequestHandler):
    """Serves the folder, and takes what is posted."""

    def __init__(self, results: "Queue[dict[str, Any]]", *args: Any, **options: Any) -> None:
        self._results = results
        super().__init__(*args, **options)

    def do_POST(self) -> None:
        """Take the result of a walk."""
        told = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(204)
        self.end_headers()
        self._results.put(json.loads(told))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def _site(count: int, path: Sequence[Span]) -> Iterator[_Site]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _fetch(folder)
        shutil.copy(Path(__file__).with_name("peer.html"), folder)
        (folder / "data.json").write_text(json.dumps(_data(count, path)))
        site = _Site(folder)
        try:
            yield site
        finally:
            site.server.shutdown()
            site.server.server_close()


def _fetch(folder: Path) -> None:
    """Put vis-timeline into a folder."""
    npm = shutil.which("npm")
    if npm is None:
        raise MissingError("there is no npm to fetch vis-timeline with")
    command = [npm, "pack", "--silent", f"vis-timeline@{VERSION}"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode:
        raise MissingError("npm could not fetch vis-timeline")
    shutil.unpack_archive(folder / done.stdout.split()[-1], folder / "unpacked")
    for source in _FILES:
        found = folder / "unpacked" / "package" / source
        if not found.exists():
            raise MissingError(f"vis-timeline {VERSION} has no {source}")
        shutil.copy(found, folder)


def _data(count: int, path: Sequence[Span]) -> dict[str, Any]:
    """Give the events as vis-timeline takes them: times in milliseconds, days as points, stretches as bars."""
    table = data.table(count)
    kind = table.facets[Facet.KIND]
    events = []
    columns = zip(table.lo_s.tolist(), table.hi_s.tolist(), kind.codes.tolist(), table.titles, strict=True)
    for at, (lo_s, hi_s, lane, title) in enumerate(columns):
        event = {"id": at, "content": title, "start": lo_s * 1000, "group": lane}
        is_day = hi_s - lo_s <= DAY_S
        events.append(event | ({"type": "point"} if is_day else {"end": hi_s * 1000, "type": "range"}))
    spans = [(lo_s * 1000, hi_s * 1000) for lo_s, hi_s in path]
    return {"events": events, "lanes": list(kind.values), "windows": spans}
