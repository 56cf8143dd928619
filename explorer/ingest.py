"""Paths to mentions: find the files, read and extract them in watched worker processes, store what they give.

A worker is a process of its own with a limit of time and memory, used for file after file. One that hangs,
is killed or runs out of memory costs the file it was at, named with its cause, and is replaced. A thread
would not do: a slow pattern holds the interpreter's lock and freezes the window.
"""

import contextlib
import os
import re
import stat
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing import connection, get_context
from pathlib import Path
from typing import TYPE_CHECKING

from explorer import reading
from explorer.extract import Extraction, read_article
from explorer.model.article import Article
from explorer.model.errors import ExplorerError
from explorer.model.progress import Outcome, Progress, Report

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from explorer.library import Library

SECONDS = 20.0
SECONDS_PER_MB = 4.0
MEMORY_BYTES = 2 << 30  # address space, of which the imports take about a third
BATCH = 8  # articles of a stream that one worker takes at a time
DEEPEST = 64
_LIBRARY = ".timeline"

Result = tuple[Report, list[Extraction]]


# --- finding files --------------------------------------------------------------------------------


def walk(paths: Sequence[Path]) -> tuple[list[Path], list[Report]]:
    """Find the files to read, folders in natural order, and report what is refused at once.

    Hidden files, libraries and links to folders are passed over; a file named twice is read once.
    """
    files: dict[str, Path] = {}
    reports: list[Report] = []
    for path in paths:
        try:
            mode = path.stat().st_mode
        except OSError as error:
            reports.append(_refused(str(path), _reason(error)))
            continue
        if not stat.S_ISDIR(mode):
            files.setdefault(os.path.abspath(path), path)
            continue
        found = _files_below(path, reports)
        if not found:
            reports.append(_refused(str(path), "the folder holds no files to read."))
        for file in found:
            files.setdefault(os.path.abspath(file), file)
    return list(files.values()), reports


def _files_below(folder: Path, reports: list[Report]) -> list[Path]:
    found: list[Path] = []
    waiting = [(folder, 0)]
    while waiting:
        here, depth = waiting.pop()
        try:
            with os.scandir(here) as entries:
                listed = sorted(entries, key=lambda entry: _natural(entry.name))
        except OSError as error:
            reports.append(_refused(str(here), _reason(error)))
            continue
        below: list[tuple[Path, int]] = []
        for entry in listed:
            if entry.name.startswith(".") or entry.name.endswith((_LIBRARY, f"{_LIBRARY}.lock")):
                continue
            if entry.is_dir(follow_symlinks=False):
                below.append((Path(entry.path), depth + 1))
            elif not entry.is_dir():
                found.append(Path(entry.path))
        if below and depth >= DEEPEST:
            reports.append(_refused(str(here), f"folders deeper than {DEEPEST} levels are not read."))
        else:
            waiting += reversed(below)
    return found


def _natural(name: str) -> list[tuple[int, int, str]]:
    """Sort "page 10" after "page 9"."""
    parts = re.split(r"(\d+)", name.casefold())
    return [(1, int(part), "") if part.isdecimal() else (0, 0, part) for part in parts]


def _refused(name: str, reason: str) -> Report:
    return Report(name, Outcome.REFUSED, reason)


def _reason(error: OSError) -> str:
    return f"{(error.strerror or str(error)).lower()}."


# --- reading and extracting -----------------------------------------------------------------------


def extract_paths(paths: Sequence[Path], *, workers: int | None = None) -> Iterator[Result]:
    """Read and extract files, each with its report, in the order of the paths.

    `workers` is the number of processes: as many as there are cores by default; 0 works in this process.
    Closing the generator ends the workers at once.
    """
    files, reports = walk(paths)
    for report in reports:
        yield report, []
    yield from _extract_files(files, workers)


def ingest(library: "Library", paths: Sequence[Path], *, workers: int | None = None) -> Iterator[Progress]:
    """Read files into a library, one transaction an article; what is already there is told."""
    files, reports = walk(paths)
    total = len(files) + len(reports)
    for done, report in enumerate(reports, 1):
        yield Progress(done, total, report)
    yield Progress(len(reports), total)
    for done, (report, extractions) in enumerate(_extract_files(files, workers), len(reports) + 1):
        yield Progress(done, total, store(library, report, extractions))


def store(library: "Library", report: Report, extractions: Sequence[Extraction]) -> Report:
    """Put what one file gave into a library; gives the report of what became of it."""
    new = [one for one in extractions if not library.find_copy(one.article)]
    taken = {other.name for other in library.articles()} if new else set()
    added = 0
    for extraction in new:
        if library.find_copy(extraction.article):  # twice in one stream
            continue
        named = replace(extraction.article, name=_unique(extraction.article, taken))
        library.add(named, extraction.mentions, extraction.unused)
        taken.add(named.name)
        added += 1
    if extractions and not added:
        return replace(report, outcome=Outcome.ALREADY, reason="", mentions=0)
    return report


def reread(article: Article) -> Extraction:
    """Extract an article again with its metadata as it stands, after its publication date has changed."""
    return read_article(article)


def _extract_files(files: Sequence[Path], workers: int | None) -> Iterator[Result]:
    if workers is None:
        workers = min(len(files), max(1, os.cpu_count() or 1))
    results = _in_process(files) if workers == 0 else _in_workers(files, workers)
    taken: set[str] = set()
    for report, extractions in results:
        named = []
        for extraction in extractions:
            article = replace(extraction.article, name=_unique(extraction.article, taken))
            taken.add(article.name)
            named.append(replace(extraction, article=article))
        yield report, named


def _unique(article: Article, taken: set[str]) -> str:
    """Name an article so that no other has the name: by its folders, then by a running number."""
    name, parts = article.name, Path(article.origin).parts[:-1] if article.origin else ()
    for part in reversed(parts[1:]):
        if name not in taken:
            return name
        name = f"{part}/{name}"
    number, base = 1, name
    while name in taken:
        number += 1
        name = f"{base} ({number})"
    return name


def _in_process(files: Sequence[Path]) -> Iterator[Result]:
    for file in files:
        try:
            extractions = [read_article(article) for article in reading.read(file)]
        except ExplorerError as error:
            yield _refused(str(file), _without_name(file, str(error))), []
        else:
            yield _report(file, extractions), extractions


def _report(file: Path, extractions: Sequence[Extraction]) -> Report:
    warnings = [warning for one in extractions for warning in one.article.warnings]
    return Report(
        str(file),
        Outcome.PARTLY if warnings else Outcome.READ,
        " ".join(dict.fromkeys(warnings)),
        sum(len(one.mentions) for one in extractions),
        tuple(one.article.id for one in extractions),
    )


def _without_name(file: Path, sentence: str) -> str:
    """Take the file's name off the front of an error: the report names the file already."""
    for name in (str(file), file.name):
        if sentence.startswith(f"{name}: "):
            return sentence.removeprefix(f"{name}: ")
    return sentence


# --- watched workers ------------------------------------------------------------------------------


@dataclass(slots=True)
class _Task:
    """A file to read, or a batch of the articles that a stream held; `file` is its place in the order."""

    file: int
    path: Path
    articles: list[Article] = field(default_factory=list)


@dataclass(slots=True)
class _Pending:
    """What one file has given so far, and how many of its tasks are still out."""

    out: int = 1
    extractions: list[Extraction] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    order: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Worker:
    process: "SpawnProcess"
    pipe: "Connection"
    task: _Task | None = None
    until: float = 0.0

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _in_workers(files: Sequence[Path], workers: int) -> Iterator[Result]:
    waiting = deque(_Task(at, file) for at, file in enumerate(files))
    pending = {at: _Pending() for at in range(len(files))}
    crew: list[_Worker] = []
    try:
        for at, file in enumerate(files):
            while pending[at].out:
                _hand_out(crew, waiting, workers)
                _collect(crew, waiting, pending)
            yield _finished(file, pending.pop(at))
    finally:
        for worker in crew:
            worker.stop()


def _finished(file: Path, pending: _Pending) -> Result:
    pending.extractions.sort(key=lambda one: pending.order.get(one.article.id, 0))
    if pending.failures and not pending.extractions:
        return _refused(str(file), pending.failures[0]), []
    report = _report(file, pending.extractions)
    if pending.failures:
        reason = " ".join([*pending.failures, report.reason]).strip()
        report = replace(report, outcome=Outcome.PARTLY, reason=reason)
    return report, pending.extractions


def _hand_out(crew: list[_Worker], waiting: "deque[_Task]", workers: int) -> None:
    while waiting and len(crew) < workers:
        crew.append(_hire())
    for worker in crew:
        if worker.task is None and waiting:
            worker.task = waiting.popleft()
            worker.until = time.monotonic() + _seconds_for(worker.task)
            with contextlib.suppress(OSError):  # already dead: `_collect` sees its sentinel
                worker.pipe.send((str(worker.task.path), worker.task.articles))


def _hire() -> _Worker:
    context = get_context("spawn")
    mine, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, mine)


def _seconds_for(task: _Task) -> float:
    size = sum(len(article.text) for article in task.articles)
    if not task.articles:
        with contextlib.suppress(OSError):
            size = task.path.stat().st_size
    return SECONDS + SECONDS_PER_MB * size / 1e6


def _collect(crew: list[_Worker], waiting: "deque[_Task]", pending: dict[int, _Pending]) -> None:
    """Wait for the next answer, death or overrun among the workers, and note what it means."""
    busy = [worker for worker in crew if worker.task is not None]
    patience = max(0.0, min(worker.until for worker in busy) - time.monotonic())
    ready = connection.wait([worker.pipe for worker in busy], patience)
    for worker in busy:
        task = worker.task
        assert task is not None
        if worker.pipe in ready:
            try:
                verdict, payload = worker.pipe.recv()
            except (EOFError, OSError):
                worker.process.join()
                verdict, payload = "failed", _death(worker.process.exitcode)
        elif time.monotonic() >= worker.until:
            verdict, payload = "failed", f"reading took longer than {_seconds_for(task):.0f} seconds."
        else:
            continue
        worker.task = None
        if verdict == "failed":
            crew.remove(worker)
            worker.stop()
        _note(task, verdict, payload, waiting, pending[task.file])


def _death(exitcode: int | None) -> str:
    if exitcode is not None and exitcode < 0:
        return f"the reader was stopped by signal {-exitcode}."
    return f"the reader ended with code {exitcode}."


def _note(
    task: _Task,
    verdict: str,
    payload: "list[Article] | list[Extraction] | str",
    waiting: "deque[_Task]",
    pending: _Pending,
) -> None:
    pending.out -= 1
    if verdict == "failed" and len(task.articles) > 1:  # find the one to blame, keep the rest
        more = [_Task(task.file, task.path, [article]) for article in task.articles]
    elif verdict == "articles":
        articles = [one for one in payload if isinstance(one, Article)]
        pending.order = {article.id: at for at, article in enumerate(articles)}
        more = [_Task(task.file, task.path, articles[at : at + BATCH]) for at in range(0, len(articles), BATCH)]
    else:
        more = []
        if isinstance(payload, str):
            which = f"{task.articles[0].name}: " if task.articles else ""
            pending.failures.append(which + _without_name(task.path, payload))
        else:
            pending.extractions += [one for one in payload if isinstance(one, Extraction)]
    pending.out += len(more)
    waiting.extendleft(reversed(more))


def _work(pipe: "Connection") -> None:
    """Serve tasks until the other side is gone; runs in the worker process."""
    _limit_memory()
    while True:
        try:
            path, articles = pipe.recv()
        except (EOFError, OSError, KeyboardInterrupt):
            return
        try:
            pipe.send(_serve(Path(path), articles))
        except KeyboardInterrupt:
            return


def _serve(path: Path, articles: list[Article]) -> tuple[str, object]:
    try:
        if not articles:
            articles = reading.read(path)
            if len(articles) > BATCH:
                return "articles", articles
        return "extracted", [read_article(article) for article in articles]
    except ExplorerError as error:
        return "refused", str(error)
    except MemoryError:
        return "failed", "reading it needs more memory than a reader may have."
    except RecursionError:
        return "failed", "it is nested too deeply to be read."
    except Exception as error:  # noqa: BLE001 - one bad file must cost one file, whatever is wrong with it
        return "failed", f"reading it failed ({type(error).__name__}: {str(error)[:200]})."


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows knows no such limits
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
