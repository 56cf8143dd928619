"""Paths to mentions: read and extract files in watched worker processes, and store what they give.

A file that hangs its worker, kills it or takes all its memory costs that file, or one article of a stream. A
thread would not do: a slow pattern holds the interpreter's lock and freezes the window.
"""

import contextlib
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from explorer import extract, garbage, reading
from explorer.dates import NO_GUIDANCE, Expression, Rejected, explain
from explorer.extract import ENGINE, Extraction
from explorer.model.article import Article
from explorer.model.decision import Guidance, removed
from explorer.model.errors import ExplorerError
from explorer.model.progress import Outcome, Progress, Report
from explorer.reading import metadata
from explorer.reading.walk import refused, walk
from explorer.text.clean import printable
from explorer.workers import Crew, Failure, Limits, default_size

if TYPE_CHECKING:
    from explorer.library import Library

LIMITS = Limits(seconds=20.0, memory=1 << 30)
BATCH = 16  # articles of a stream that a worker takes at a time
_SMALL = 32_000  # bytes of a file that is read in one task with others
_ROUNDS = 4  # tasks of files for each worker at least, so that all are done at about the same time
_SECONDS_PER_MB = 4.0
_WORKER = "explorer.ingest:work"


@dataclass(frozen=True, slots=True)
class Dated:
    """The date expressions of one article, and what only looked like one.

    `article` has its missing metadata filled in, the publication date too where its words give one.
    """

    article: Article
    expressions: tuple[Expression, ...]
    rejected: tuple[Rejected, ...] = ()


R = TypeVar("R", Extraction, Dated)
Guided = tuple[Article, Guidance]  # an article, and what a person said about its dates


@dataclass(frozen=True, slots=True)
class Portion(Generic[R]):
    """Some of what a file gave, in its order; `reports` come with the last portion of a file.

    `done` of `total` articles are through; the total grows when a stream is opened.
    """

    found: list[R]
    reports: list[Report]
    done: int
    total: int


Portions = Generator[Portion[R], None, None]


# --- the ways in ----------------------------------------------------------------------------------


def portions(
    paths: Sequence[Path], *, workers: int | None = None, is_stopped: Callable[[], bool] | None = None
) -> "Portions[Extraction]":
    """Read and extract files in the order of the paths, giving the articles of a long stream as they come.

    `workers` is the number of processes, as many as suit the machine by default; 0 works in this process.
    Closing the generator ends the workers at once. Raises `StoppedError` soon after `is_stopped` says so, also
    while workers are at a long file.
    """
    return _portions(paths, workers, Extraction, is_stopped)


def date_portions(paths: Sequence[Path], *, workers: int | None = None) -> "Portions[Dated]":
    """Read files and find their date expressions, like `portions`."""
    return _portions(paths, workers, Dated)


def extract_paths(
    paths: Sequence[Path], *, workers: int | None = None, is_stopped: Callable[[], bool] | None = None
) -> Generator[tuple[Report, list[Extraction]], None, None]:
    """Read and extract files, each with its report, in the order of the paths, like `portions`.

    What was refused within a stream has reports of its own, without articles.
    """
    gathered: list[Extraction] = []
    for portion in portions(paths, workers=workers, is_stopped=is_stopped):
        gathered += portion.found
        for report in portion.reports:
            yield report, gathered
            gathered = []


def ingest(
    library: "Library", paths: Sequence[Path], *, workers: int | None = None
) -> Generator[Progress, None, None]:
    """Read files into a library, one transaction an article; what is already there is told.

    What was taken out is not added a second time: its report says so, and it can be put back.
    """
    names = {article.name for article in library.articles()}
    stored = _Stored()
    for portion in portions(paths, workers=workers):
        stored.add(library, portion.found, names)
        if not portion.reports:
            yield Progress(portion.done, portion.total)
        for report in portion.reports:
            yield Progress(portion.done, portion.total, stored.told(report))
            stored = _Stored()


def store(library: "Library", report: Report, extractions: Sequence[Extraction]) -> Report:
    """Put what one file gave into a library; gives the report of what became of it."""
    stored = _Stored()
    stored.add(library, extractions, {article.name for article in library.articles()} if extractions else set())
    return stored.told(report)


def reread(article: Article, guidance: Guidance = NO_GUIDANCE) -> Extraction:
    """Extract an article again with its metadata and what a person said about its dates, as they stand."""
    return extract.read_article(article, guidance)


def reread_all(
    articles: Sequence[Guided], *, workers: int | None = None, is_stopped: Callable[[], bool] | None = None
) -> Generator[tuple[Article, Extraction | Failure], None, None]:
    """Extract articles again like `reread`, in watched workers, as they come; a `Failure` says why one was not.

    `workers` 0 works in this process. Closing the generator ends the workers at once; it is stopped like
    `portions`.
    """
    count = min(len(articles), default_size()) if workers is None else workers
    if not count:
        yield from ((article, reread(article, said)) for article, said in articles)
        return
    warm = f"{__name__}:warm_up"
    with Crew(f"{__name__}:reread_guided", count, LIMITS, warm, is_stopped) as crew:
        tickets = {crew.submit(one, extra_s=_extra_s(len(one[0].text))): one[0] for one in articles}
        for ticket, result in crew.results():
            yield tickets[ticket], result


def reread_guided(guided: Guided) -> Extraction:
    """Do the work of `reread` in a worker, which is handed one value."""
    return reread(*guided)


@dataclass(slots=True)
class _Stored:
    """What became of the articles of one file: how many came, were new, and were taken out before."""

    come: int = 0
    added: int = 0
    mentions: int = 0
    removed: list[str] = field(default_factory=list)

    def add(self, library: "Library", extractions: Sequence[Extraction], names: set[str]) -> None:
        """Store articles that the library does not hold yet, under names that are not taken."""
        self.come += len(extractions)
        for one in extractions:
            copy = library.find_copy(one.article) or _removed_copy(library, one.article)
            if copy is None:
                named = _named(one, names)
                library.add(named.article, named.mentions, named.unused, engine=ENGINE)
                self.added += 1
                self.mentions += len(named.mentions)
            elif copy in removed(library.decisions()):
                self.removed.append(copy)

    def told(self, report: Report) -> Report:
        """Tell in the report of the file what became of its articles."""
        report = replace(report, removed=tuple(dict.fromkeys(self.removed)))
        there = self.come - self.added - len(self.removed)
        if self.come and not self.added:
            outcome = Outcome.REMOVED if self.removed and not there else Outcome.ALREADY
            return replace(report, outcome=outcome, reason="", mentions=0)
        parts = [report.reason] if report.reason else []
        if there:
            parts.append(f"{there} of its {self.come} articles were already there")
        if self.removed:
            parts.append(f"{len(self.removed)} of its {self.come} articles were taken out before")
        return replace(report, mentions=self.mentions, reason="; ".join(parts)) if self.come else report


def _removed_copy(library: "Library", article: Article) -> str | None:
    """Give the id of an article that was taken out and has this text, whatever it is called.

    Where publisher or address are known and others, it is another paper with the same text.
    """
    alike = library.with_text(article.text_hash)
    gone = removed(library.decisions()) if alike else ()
    return next((one.id for one in alike if one.id in gone and _may_be_one(one, article)), None)


def _may_be_one(one: Article, other: Article) -> bool:
    pairs = ((one.publisher, other.publisher), (one.url, other.url))
    return all(not mine or not theirs or mine == theirs for mine, theirs in pairs)


# --- one article ----------------------------------------------------------------------------------


def extracted(articles: Sequence[Article]) -> list[Extraction]:
    """Extract new articles."""
    return extract.read_articles([(_by_its_words(article), NO_GUIDANCE) for article in articles])


def dated(articles: Sequence[Article]) -> list[Dated]:
    """Find the date expressions of new articles."""
    found: list[Dated] = []
    for article in map(extract.completed, map(_by_its_words, articles)):
        told, rejected = explain(article.text, published=article.published, language=article.language or "en")
        found.append(Dated(article, tuple(told), tuple(rejected)))
    return found


def _by_its_words(article: Article) -> Article:
    """Let what the words of an article say of its publication beat the date its file was made."""
    if article.published_why != metadata.WEAK:
        return article
    by_words = extract.completed(replace(article, published=None, published_why=""))
    return by_words if by_words.published else article


_WORK: dict[type, Callable[[Sequence[Article]], list[Any]]] = {Extraction: extracted, Dated: dated}


def _named(found: R, taken: set[str]) -> R:
    """Give an article a name that no other has: with its folders, else with a running number."""
    article = found.article
    name, base, number = article.name, article.name, 1
    path = Path(article.origin)
    folders = list(path.parts[1:-1]) if article.origin and path.stem == base else []
    while name in taken:
        if folders:
            name = printable(f"{folders.pop()}/{name}")
        else:
            number += 1
            name = f"{base} ({number})"
    taken.add(name)
    return found if name == article.name else replace(found, article=replace(article, name=name))


# --- one file after the other ---------------------------------------------------------------------

_Batch = list[tuple[int, Article]]  # articles with their places in their file


@dataclass(slots=True)
class _Job(Generic[R]):
    """A file: how many articles it holds, what became of each by its place, how many tasks are out."""

    path: Path
    size: int = 1
    out: int = 1
    settled: dict[int, R | None] = field(default_factory=dict)
    given: int = 0
    refused: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    count: int = 0

    def fresh(self, taken: set[str]) -> list[R]:
        """Take what can be given on: the next places in order, under names that are not taken."""
        found: list[R] = []
        while self.given in self.settled:
            one = self.settled.pop(self.given)
            self.given += 1
            if one is not None:
                found.append(_named(one, taken))
        for one in found:
            self.ids.append(one.article.id)
            self.warnings += one.article.warnings
            self.count += len(one.mentions if isinstance(one, Extraction) else one.expressions)
        return found

    def reports(self) -> list[Report]:
        """Account for the file, and for what was refused within it."""
        if not self.ids:
            reason = self.refused[0].removeprefix(": ") if self.refused else "there is no article in it"
            return [refused(self.path, reason)]
        told = [f"{len(self.refused)} of its articles refused"] if self.refused else []
        told += dict.fromkeys(self.warnings)
        outcome = Outcome.PARTLY if told else Outcome.READ
        name = printable(str(self.path))
        whole = Report(name, outcome, "; ".join(told), self.count, tuple(self.ids))
        return [whole, *(_within(self.path, refusal) for refusal in self.refused)]


def _within(path: Path, refusal: str) -> Report:
    place, _, reason = refusal.partition(": ")
    return refused(f"{path}, {place}", reason)


def _portions(
    paths: Sequence[Path],
    workers: int | None,
    what: type[R],
    is_stopped: Callable[[], bool] | None = None,
) -> "Portions[R]":
    files, reports = walk(paths)
    jobs: list[_Job[R]] = [_Job(file) for file in files]
    base = len(reports)
    if reports or not jobs:
        yield Portion([], reports, base, base + len(jobs))
    count = min(len(files), default_size()) if workers is None else workers
    taken: set[str] = set()
    for job in _in_workers(jobs, count, what, is_stopped) if count else _in_process(jobs, what):
        found = job.fresh(taken)
        told = [] if job.out else job.reports()
        if found or told:
            done, total = sum(each.given for each in jobs), sum(each.size for each in jobs)
            yield Portion(found, told, base + done, base + total)


def _in_process(jobs: Sequence[_Job[R]], what: type[R]) -> Iterator[_Job[R]]:
    for some in _together(jobs, BATCH):
        for job, result in zip(some, work((what, [one.path for one in some])), strict=True):
            waiting = _take(job, [], result)
            job.out = len(waiting)
            yield job
            while waiting:
                batch = waiting.pop()
                waiting += _take(job, batch, *work((what, batch)))
                job.out = len(waiting)
                yield job


def _in_workers(
    jobs: Sequence[_Job[R]], count: int, what: type[R], is_stopped: Callable[[], bool] | None
) -> Iterator[_Job[R]]:
    with Crew(_WORKER, count, LIMITS, f"{__name__}:warm_up", is_stopped) as crew:
        tasks: dict[int, tuple[Sequence[_Job[R]], _Batch]] = {}

        def read(some: Sequence[_Job[R]], *, first: bool = False) -> None:
            paths = [job.path for job in some]
            tasks[crew.submit((what, paths), first=first, extra_s=_extra_s(sum(map(_size, paths))))] = some, []

        for together in _together(jobs, min(BATCH, len(jobs) // (_ROUNDS * count))):
            read(together)
        results = crew.results()
        for job in jobs:
            while job.out:
                ticket, result = next(results)
                some, batch = tasks.pop(ticket)
                if isinstance(result, Failure) and len(some) > 1:  # one of them is to blame: try each alone
                    for one in reversed(some):
                        read([one], first=True)
                    continue
                answers = [result] if isinstance(result, Failure) else result
                for whose, answer in zip(some, answers, strict=True):
                    smaller = _take(whose, batch, answer)
                    whose.out += len(smaller) - 1
                    for part in smaller:
                        extra_s = _extra_s(sum(len(article.text) for _, article in part))
                        tasks[crew.submit((what, part), first=True, extra_s=extra_s)] = [whose], part
                    if whose is job:
                        yield job
            if job.settled:
                yield job


def _together(jobs: Sequence[_Job[R]], most: int) -> Iterator[list[_Job[R]]]:
    """Part files into those that are one task, as articles are read faster together: small neighbours are."""
    some: list[_Job[R]] = []
    for job in jobs:
        is_small = _size(job.path) <= _SMALL
        if some and (not is_small or len(some) >= most):
            yield some
            some = []
        some.append(job)
        if not is_small:
            yield some
            some = []
    if some:
        yield some


def _size(path: Path) -> int:
    with contextlib.suppress(OSError):
        return path.stat().st_size
    return 0


def _extra_s(size: int) -> float:
    return _SECONDS_PER_MB * size / 1e6


def _take(job: _Job[R], batch: _Batch, result: "Failure | str | reading.Intake | list[R]") -> list[_Batch]:
    """Note a result; gives the tasks that it makes necessary, the last one first."""
    match result:
        case Failure() if len(batch) > 1:  # one of them is to blame: try each alone
            return [[pair] for pair in reversed(batch)]
        case Failure(reason) | str(reason):
            job.refused.append(f"{batch[0][1].name}: {reason}" if batch else f": {reason}")
            job.settled[batch[0][0] if batch else 0] = None
        case reading.Intake(articles, lines):
            job.refused += lines
            job.size = len(articles)
            pairs = list(enumerate(articles))
            return [pairs[at : at + BATCH] for at in reversed(range(0, len(pairs), BATCH))]
        case _:
            places = [place for place, _ in batch] or [0]
            job.settled.update(zip(places, result, strict=True))
    return []


def warm_up() -> None:
    """Load the words and patterns that every article needs, which are never garbage; called once in workers."""
    extract.read_article(Article("", "", "Acme was founded in May 2019."))
    garbage.settle()


def work(task: "tuple[type[R], list[Path] | _Batch]") -> "list[str | reading.Intake | list[R]]":
    """Read files, or extract articles, in a worker; gives what each file comes to, or all the articles.

    A file with one article is extracted at once; the articles of others come back to be shared out. A text is
    why a file was refused.
    """
    what, of = task
    do: Callable[[Sequence[Article]], list[R]] = _WORK[what]
    articles = [one[1] for one in of if isinstance(one, tuple)]
    if articles:
        return [do(articles)]
    taken = [_taken_in(path) for path in of if isinstance(path, Path)]
    found = iter(do([one for one in taken if isinstance(one, Article)]))
    return [[next(found)] if isinstance(one, Article) else one for one in taken]


def _taken_in(path: Path) -> str | Article | reading.Intake:
    """Read a file: its article if it holds one, all of them, or why it was refused."""
    try:
        intake = reading.take_in(path)
    except ExplorerError as error:
        # The report names the file already.
        return str(error).removeprefix(f"{printable(path.name)}: ").removesuffix(".")
    return intake if len(intake.articles) != 1 or intake.refused else intake.articles[0]
