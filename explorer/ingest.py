"""Paths to mentions: find the files, read and extract them in watched worker processes, store what they give.

A file that hangs its worker, kills it or takes all its memory costs that file, or one article of a stream. A
thread would not do: a slow pattern holds the interpreter's lock and freezes the window.
"""

import contextlib
import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from explorer import reading
from explorer.extract import Extraction, read_article
from explorer.model.article import Article
from explorer.model.errors import ExplorerError
from explorer.model.progress import Outcome, Progress, Report
from explorer.reading import metadata
from explorer.workers import Crew, Failure, Limits, default_size

if TYPE_CHECKING:
    from explorer.library import Library

LIMITS = Limits(seconds=20.0, memory=1 << 30)
BATCH = 8  # articles of a stream that a worker takes at a time
_SECONDS_PER_MB = 4.0
_LIBRARY = (".timeline", ".timeline.lock")

Result = tuple[Report, list[Extraction]]


# --- finding files --------------------------------------------------------------------------------


def walk(paths: Sequence[Path]) -> tuple[list[Path], list[Report]]:
    """Find the files to read, folders in natural order, and report what is refused at once.

    A file that is named is always taken; in folders those of `reading.SUFFIXES` are, and others reported.
    Hidden files and libraries are passed over, links to folders not followed; a file named twice is read once.
    """
    files: dict[str, Path] = {}
    reports: list[Report] = []
    for path in paths:
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as error:
            reports.append(_refused(path, _reason(error)))
            continue
        if not stat.S_ISDIR(mode):
            files.setdefault(os.path.abspath(path), path)
            continue
        found, told = _below(path)
        if not found and not told:
            told = [_refused(path, f"there is no article in this folder ({_suffixes()})")]
        reports += told
        for file in found:
            files.setdefault(os.path.abspath(file), file)
    return list(files.values()), reports


def _suffixes() -> str:
    return ", ".join(sorted(reading.SUFFIXES))


def _below(folder: Path) -> tuple[list[Path], list[Report]]:
    """Walk a folder with a stack of its own, which no depth can exhaust."""
    found: list[Path] = []
    reports: list[Report] = []
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                listed = sorted(entries, key=lambda entry: _natural(entry.name))
        except OSError as error:
            reports.append(_refused(here, _reason(error)))
            continue
        names = {entry.name for entry in listed}
        below = []
        for entry in listed:
            if (
                entry.name.startswith(".")
                or entry.name.endswith(_LIBRARY)
                or _belongs_to_page(entry.name, names)
            ):
                continue
            if entry.is_dir():
                below += [] if entry.is_symlink() else [Path(entry.path)]
            elif problem := _unfit(entry):
                reports.append(_refused(entry.path, problem))
            else:
                found.append(Path(entry.path))
        waiting += reversed(below)
    return found, reports


def _belongs_to_page(name: str, names: set[str]) -> bool:
    """Tell the folder of scripts and pictures that a browser saves beside a page."""
    stem = name.removesuffix("_files")
    return stem != name and (f"{stem}.html" in names or f"{stem}.htm" in names)


def _unfit(entry: "os.DirEntry[str]") -> str | None:
    if not entry.is_file():
        return "it is not a regular file" if os.path.exists(entry.path) else "its link leads nowhere"
    suffix = os.path.splitext(entry.name)[1].lower()
    if suffix in reading.SUFFIXES:
        return None
    what = f"a {suffix} file" if suffix else "a file without suffix"
    return f"{what} in a folder is not taken for an article"


def _natural(name: str) -> list[tuple[int, int, str]]:
    """Sort "page 10" after "page 9"."""
    parts = re.split(r"(\d+)", name.casefold())
    return [(1, int(part), "") if part.isdecimal() else (0, 0, part) for part in parts]


def _refused(place: Path | str, reason: str) -> Report:
    return Report(reading.printable(str(place)), Outcome.REFUSED, reason)


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return (getattr(error, "strerror", None) or str(error)).lower()


# --- reading and extracting -----------------------------------------------------------------------


def extract_paths(paths: Sequence[Path], *, workers: int | None = None) -> Iterator[Result]:
    """Read and extract files, each with its report, in the order of the paths.

    What was refused within a stream has a report of its own, without articles. `workers` is the number of
    processes, as many as suit the machine by default; 0 works in this process. Closing the generator ends
    the workers at once.
    """
    files, reports = walk(paths)
    for report in reports:
        yield report, []
    for _, result in _read(files, workers):
        yield result


def ingest(library: "Library", paths: Sequence[Path], *, workers: int | None = None) -> Iterator[Progress]:
    """Read files into a library, one transaction an article; what is already there is told."""
    files, reports = walk(paths)
    total = len(files) + len(reports)
    for done, report in enumerate(reports, 1):
        yield Progress(done, total, report)
    yield Progress(len(reports), total)
    names = {article.name for article in library.articles()}
    for done, (report, extractions) in _read(files, workers):
        yield Progress(len(reports) + done, total, store(library, report, extractions, names))


def store(
    library: "Library", report: Report, extractions: Sequence[Extraction], names: set[str] | None = None
) -> Report:
    """Put what one file gave into a library; gives the report of what became of it.

    `names` are those that its articles have already, added to; without them they are asked of the library.
    """
    names = {article.name for article in library.articles()} if names is None else names
    added: list[Extraction] = []
    for extraction in extractions:
        if library.find_copy(extraction.article):
            continue
        named = _named(extraction, names)
        library.add(named.article, named.mentions, named.unused)
        added.append(named)
    if extractions and not added:
        return replace(report, outcome=Outcome.ALREADY, reason="", mentions=0)
    return report


def reread(article: Article) -> Extraction:
    """Extract an article again with its metadata as it stands, after its publication date has changed."""
    return read_article(article)


def extracted(article: Article) -> Extraction:
    """Extract a new article; what its words say of its publication beats the date its file was made."""
    if article.published_why != metadata.WEAK:
        return read_article(article)
    by_words = read_article(replace(article, published=None, published_why=""))
    return by_words if by_words.article.published else read_article(article)


def _read(files: Sequence[Path], workers: int | None) -> Iterator[tuple[int, Result]]:
    """Give results with the number of files that are done."""
    count = min(len(files), default_size()) if workers is None else workers
    taken: set[str] = set()
    for done, job in enumerate(_in_workers(files, count) if count else _in_process(files), 1):
        extractions = [_named(extraction, taken) for _, extraction in sorted(job.extractions.items())]
        yield done, (_report(job, extractions), extractions)
        if extractions:
            for place, _, reason in (refusal.partition(": ") for refusal in job.refused):
                yield done, (_refused(f"{job.path}, {place}", reason), [])


def _named(extraction: Extraction, taken: set[str]) -> Extraction:
    """Give an article a name that no other has: with its folders, else with a running number."""
    article = extraction.article
    name, base, number = article.name, article.name, 1
    path = Path(article.origin)
    folders = list(path.parts[1:-1]) if article.origin and path.stem == base else []
    while name in taken:
        if folders:
            name = reading.printable(f"{folders.pop()}/{name}")
        else:
            number += 1
            name = f"{base} ({number})"
    taken.add(name)
    return extraction if name == article.name else replace(extraction, article=replace(article, name=name))


@dataclass(slots=True)
class _Job:
    """A file, what it has given so far by place, and how many of its tasks are still out."""

    path: Path
    out: int = 1
    extractions: dict[int, Extraction] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)


def _report(job: _Job, extractions: Sequence[Extraction]) -> Report:
    if not extractions:
        return _refused(
            job.path, job.refused[0].removeprefix(": ") if job.refused else "there is no article in it"
        )
    warnings = [warning for one in extractions for warning in one.article.warnings]
    if job.refused:
        warnings.insert(0, f"{len(job.refused)} of its articles refused")
    return Report(
        reading.printable(str(job.path)),
        Outcome.PARTLY if warnings else Outcome.READ,
        "; ".join(dict.fromkeys(warnings)),
        sum(len(one.mentions) for one in extractions),
        tuple(one.article.id for one in extractions),
    )


def _in_process(files: Sequence[Path]) -> Iterator[_Job]:
    for file in files:
        job = _Job(file)
        try:
            intake = reading.take_in(file)
        except ExplorerError as error:
            job.refused.append(_without_name(file, error))
        else:
            job.refused += intake.refused
            job.extractions.update(enumerate(map(extracted, intake.articles)))
        yield job


def _without_name(file: Path, error: ExplorerError) -> str:
    """Take the file's name off an error: the report names the file already."""
    return str(error).removeprefix(f"{reading.printable(file.name)}: ").removesuffix(".")


# --- in workers -----------------------------------------------------------------------------------

_Batch = list[tuple[int, Article]]  # articles with their places in their file


def _in_workers(files: Sequence[Path], count: int) -> Iterator[_Job]:
    with Crew(f"{__name__}:work", count, LIMITS) as crew:
        jobs = [_Job(file) for file in files]
        tasks = {crew.submit(job.path, extra_s=_extra_s(_size(job.path))): (job, _Batch()) for job in jobs}
        results = crew.results()
        for job in jobs:
            while job.out:
                ticket, result = next(results)
                whose, batch = tasks.pop(ticket)
                whose.out -= 1
                for smaller in _take(whose, batch, result):
                    whose.out += 1
                    extra_s = _extra_s(sum(len(article.text) for _, article in smaller))
                    tasks[crew.submit(smaller, first=True, extra_s=extra_s)] = (whose, smaller)
            yield job


def _size(path: Path) -> int:
    with contextlib.suppress(OSError):
        return path.stat().st_size
    return 0


def _extra_s(size: int) -> float:
    return _SECONDS_PER_MB * size / 1e6


def _take(
    job: _Job, batch: _Batch, result: "Failure | str | reading.Intake | list[Extraction]"
) -> list[_Batch]:
    """Note a result; gives the tasks that it makes necessary, the last one first."""
    match result:
        case Failure(reason) if len(batch) > 1:  # one of them is to blame: try each alone
            return [[pair] for pair in reversed(batch)]
        case Failure(reason) | str(reason):
            job.refused.append(f"{batch[0][1].name}: {reason}" if batch else f": {reason}")
        case reading.Intake(articles, refused):
            job.refused += refused
            pairs = list(enumerate(articles))
            return [pairs[at : at + BATCH] for at in reversed(range(0, len(pairs), BATCH))]
        case _:
            places = [place for place, _ in batch] or [0]
            job.extractions.update(zip(places, result, strict=True))
    return []


def work(task: "Path | _Batch") -> "str | reading.Intake | list[Extraction]":
    """Read a file, or extract articles; runs in a worker.

    A file with one article is extracted at once; the articles of others come back to be shared out. A text is
    why a file was refused.
    """
    if isinstance(task, list):
        return [extracted(article) for _, article in task]
    try:
        intake = reading.take_in(task)
    except ExplorerError as error:
        return _without_name(task, error)
    if len(intake.articles) > 1 or intake.refused:
        return intake
    return [extracted(intake.articles[0])]
