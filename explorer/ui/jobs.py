"""Long work beside the window: articles are read in worker processes, stored on the window's thread.

A thread only waits for the workers; the library has one owner, the thread of the window, which stores what
was read between two turns of the event loop. So nothing freezes and no lock is needed.
"""

import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from explorer import extract
from explorer.library import Library
from explorer.model.article import Article
from explorer.model.errors import ExplorerError
from explorer.model.progress import Outcome, Report
from explorer.text.clean import printable
from explorer.ui.threads import Waiting, let_end, wait_for_ends

_STOPPED = "reading was stopped before its turn"
_LEAST_PAUSE_MS = 120
_SHARE = 4  # the window is refreshed so seldom that this takes at most a fifth of the time


class _Reading(Waiting):
    """Waits for what the workers read, and hands it over file by file."""

    found = Signal(object, object, object)  # itself, Report, list[Extraction]
    failed = Signal(object, str)  # itself, why

    def __init__(self, paths: Sequence[Path], texts: Sequence[Article]) -> None:
        super().__init__()
        self._paths, self._texts = paths, texts

    def work(self) -> None:
        try:
            for article in self._texts:
                self.found.emit(self, Report(article.name, Outcome.READ), [extract.read_article(article)])
            if self._paths:
                self._read_files()
        except ExplorerError as error:
            self.failed.emit(self, str(error))

    def _read_files(self) -> None:
        from explorer import ingest

        for report, extractions in ingest.extract_paths(self._paths, is_stopped=self.is_stopped):
            self.found.emit(self, report, extractions)


class Reader(QObject):
    """Reads articles into a library, one job at a time; further ones wait their turn."""

    progressed = Signal(int, int, str)  # done, total, the file just done
    stored = Signal()  # something new is in the library; at most a few times a second
    finished = Signal(list)  # the reports of the job
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: _Reading | None = None
        self._library: Library | None = None
        self._waiting: list[tuple[list[Path], list[Article]]] = []
        self._reports: list[Report] = []
        self._files: list[Path] = []
        self._total = 0
        self._is_cancelled = False
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.timeout.connect(self._tell_stored)
        self._pause_ms = _LEAST_PAUSE_MS

    @property
    def is_running(self) -> bool:
        """Tell whether articles are being read, or wait for it."""
        return self._thread is not None or bool(self._waiting)

    @property
    def reports(self) -> list[Report]:
        """Give what became of the files so far."""
        return list(self._reports)

    @property
    def left(self) -> list[Path]:
        """Give the files that are not through, and all paths that wait for their turn."""
        told = {report.name for report in self._reports}
        rest = [file for file in self._files if printable(str(file)) not in told] if self._thread else []
        return [*rest, *(path for paths, _ in self._waiting for path in paths)]

    def read(self, library: Library, paths: Sequence[Path], texts: Sequence[Article] = ()) -> None:
        """Read files, folders and texts into a library."""
        if self._thread is not None:
            self._waiting.append((list(paths), list(texts)))
            return
        from explorer.reading.walk import walk

        files, refused = walk(paths) if paths else ([], [])
        self._library, self._reports, self._is_cancelled = library, list(refused), False
        self._files, self._total = files, len(files) + len(texts)
        self.progressed.emit(0, self._total, "")
        self._thread = _Reading(files, list(texts))
        self._thread.found.connect(self._store)
        self._thread.failed.connect(self._fail)
        self._thread.ended.connect(self._finish)
        self._thread.start()

    def cancel(self) -> None:
        """Stop, also in the middle of a file; what is stored stays."""
        self._is_cancelled = True
        self._waiting.clear()
        if self._thread is not None:
            self._thread.requestInterruption()

    def stop(self) -> None:
        """Stop at once; nothing is told any more, and what is still on its way is stored nowhere."""
        thread, self._thread = self._thread, None
        self._waiting.clear()
        self._refresh.stop()
        if thread is not None:
            self._is_cancelled = True
            let_end(thread)

    def close(self) -> None:
        """Stop, and wait for the workers to end."""
        self.stop()
        wait_for_ends()

    def _fail(self, thread: _Reading, reason: str) -> None:
        if thread is self._thread:
            self.failed.emit(reason)

    def _store(self, thread: _Reading, report: Report, extractions: "list[extract.Extraction]") -> None:
        if self._library is None or thread is not self._thread or self._is_cancelled:
            return
        from explorer import ingest

        try:
            report = ingest.store(self._library, report, extractions)
        except ExplorerError as error:
            self.failed.emit(str(error))
            self.cancel()
            return
        self._reports.append(report)
        self.progressed.emit(len(self._reports), max(self._total, len(self._reports)), Path(report.name).name)
        if not self._refresh.isActive():
            self._refresh.start(self._pause_ms)

    def _tell_stored(self) -> None:
        begun = time.perf_counter()
        self.stored.emit()
        self._pause_ms = max(_LEAST_PAUSE_MS, round((time.perf_counter() - begun) * 1000 * _SHARE))

    def _finish(self, thread: _Reading) -> None:
        if thread is not self._thread:
            return
        if self._is_cancelled:
            self._reports += [Report(printable(str(one)), Outcome.REFUSED, _STOPPED) for one in self.left]
        self._thread = None
        let_end(thread)
        self._refresh.stop()
        self.stored.emit()
        self.finished.emit(self._reports)
        if self._waiting and self._library is not None:
            self.read(self._library, *self._waiting.pop(0))
