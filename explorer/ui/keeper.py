"""Libraries as files: which one is open, what is read into it, the samples, and what became of every file."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from explorer import resources, settings
from explorer.library import Library, Unused, account, shelf
from explorer.model.article import Article
from explorer.model.errors import ExplorerError
from explorer.model.event import Event
from explorer.model.progress import Outcome, Report
from explorer.ui import opening, outside, words
from explorer.ui.jobs import Reader
from explorer.ui.session import Session

_UNREAD = "unread"  # what a reading that was broken off did not come to


class Keeper(QObject):
    """Opens libraries into the session and reads articles into the open one."""

    opened = Signal()
    reading_changed = Signal(bool)
    account_changed = Signal()
    removed_met = Signal(list)  # ids of articles that were to be added, but are in the library, taken out

    def __init__(
        self, session: Session, taste: settings.Settings, folder: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._taste = taste
        self.folder = folder
        self.reader = Reader(self)
        self.reader.stored.connect(session.refresh)
        self.reader.finished.connect(self._finish)
        self.reader.failed.connect(self._warn)
        self.target: opening.Target | None = None
        self._before: tuple[dict[str, Event], set[str]] = ({}, set())  # events and articles before reading

    def open(self, target: opening.Target) -> None:
        """Open a library and read what belongs in it; raises `ExplorerError` and leaves the one before open."""
        if self._session.library.path == target.path:  # its lock would tell that it is open in another window
            self._session.notice(f"{target.title} is open already.")
            if target.source is opening.Source.PATHS:
                self.read(target.articles)
            return
        library = opening.open_target(target)
        self._break_off()
        self.target = target
        is_new = not library.articles()
        self._session.open(library, target.title, is_sample=target.source is opening.Source.SAMPLES)
        if target.source is not opening.Source.SAMPLES:
            self._remember(target.path)
        elif self._taste.last_library:
            self._taste.last_library = ""
        self.opened.emit()
        if library.is_read_only:
            self._warn(f"{target.path.name} can be read but not changed: it is open elsewhere, or protected.")
        paths = list(target.articles) if is_new or target.source is opening.Source.PATHS else []
        if not library.is_read_only:
            paths += self._unread(target)
        if paths:
            self.read(list(dict.fromkeys(paths)))

    def open_asked(self, asked: Sequence[str | Path]) -> None:
        """Open what was asked for; what cannot be opened is told, and the samples are shown instead."""
        target = opening.target_of(asked, self.folder, self._taste.last_library, resources.samples())
        try:
            self.open(target)
        except ExplorerError as error:
            self.open_samples()
            self._warn(str(error))

    def open_file(self, path: Path) -> None:
        """Open a library file."""
        self.open(opening.of_file(path, self.folder))

    def create(self, path: Path) -> None:
        """Make an empty library file and open it."""
        Library.create(path).close()
        self.open_file(path)

    def save_as(self, path: Path) -> None:
        """Write the library to another file and go on in that one."""
        self._session.save_view()
        self._session.library.copy_to(path)
        self.open_file(path)

    def rename(self, path: Path, name: str) -> Path:
        """Give a library file another name, also the one that is open; give its new path."""
        renamed = path
        with self._closed(path):
            renamed = shelf.rename(path, name)
            taste = self._taste
            taste.recent = [str(renamed) if one == str(path) else one for one in taste.recent]
            taste.last_library = str(renamed) if taste.last_library == str(path) else taste.last_library
            if self._is_open(path):
                self.target = opening.of_file(renamed, self.folder)
        return renamed

    def put_back(self, copy: Path, path: Path) -> None:
        """Put a copy in the place of a library file, also of the one that is open."""
        with self._closed(path):
            kept = shelf.put_back(copy, path)
        self._session.notice(f"{copy.name} is put back. What was there is kept as {kept.name}.")

    def put_away(self, path: Path) -> None:
        """Move a library that is not open, and its copies, to the trash of the system."""
        gone = [path, *(copy.path for copy in shelf.copies(path))]
        with shelf.free(path):
            for one in gone:
                outside.trash(one)
        self._taste.recent = [one for one in self._taste.recent if one != str(path)]
        copies = f" with {words.count(len(gone) - 1, 'copy', 'copies')}" if len(gone) > 1 else ""
        self._session.notice(f"{path.name} is in the trash{copies}.")

    @contextmanager
    def _closed(self, path: Path) -> Iterator[None]:
        """Close a library for the time being if it is the one that is open; afterwards `target` is opened."""
        if not self._is_open(path):
            yield
            return
        self._break_off()
        self._session.leave()
        try:
            yield
        finally:
            assert self.target is not None
            self.open(replace(self.target, articles=()))

    @property
    def path(self) -> Path | None:
        """Give where the library that is open lies; None for the samples, which the program keeps by itself."""
        is_kept = self.target is not None and self.target.source is not opening.Source.SAMPLES
        return self.target.path if self.target is not None and is_kept else None

    def _is_open(self, path: Path) -> bool:
        return self.target is not None and self.target.path == path

    def open_samples(self) -> None:
        """Open the library of the samples."""
        self.open(opening.of_samples(self.folder, resources.samples()))

    def reset_samples(self) -> None:
        """Begin the library of the samples anew."""
        self._break_off()
        if self._session.is_sample:
            self._session.leave()
        opening.samples_path(self.folder).unlink(missing_ok=True)
        self.open_samples()

    def add(self, paths: Sequence[Path], texts: Sequence[Article] = ()) -> None:
        """Read articles into the open library. The samples stay among themselves: a new library is made."""
        libraries = [path for path in paths if path.suffix == opening.SUFFIX]
        if libraries:
            self.open_file(libraries[0])
        elif self._session.is_sample and paths:
            self.open(opening.of_paths(paths, self.folder))
        elif self._session.is_sample and texts:
            self.open(opening.of_paths([Path(texts[0].name)], self.folder))
            self.read((), texts)
        elif paths or texts:
            self.read(paths, texts)

    def add_text(self, text: str) -> None:
        """Add a pasted text as an article."""
        if text.strip():
            from explorer.reading import pasted

            self.add((), [pasted(text)])

    def read(self, paths: Sequence[Path], texts: Sequence[Article] = ()) -> None:
        """Read articles into the open library."""
        if self._session.library.is_read_only:
            self._warn(f"{self._session.library.name} cannot be changed: save it under another name first.")
            return
        if not self.reader.is_running:
            self._note_before()
        self.reading_changed.emit(True)
        self.reader.read(self._session.library, paths, texts)
        self._note_unread()

    def account(self) -> list[Report]:
        """Give what became of every file read into the open library, the latest last."""
        return account.of(self._session.library)

    def unused(self) -> list[tuple[str, Unused]]:
        """Give the words of all articles that looked like a date and were not used."""
        session = self._session
        return [
            (words.article(article), one)
            for article in session.articles.values()
            for one in session.library.unused(article.id)
        ]

    def close(self) -> None:
        """Stop reading and close the library."""
        self._break_off()
        self.reader.close()
        self._session.close()

    def _finish(self, reports: list[Report]) -> None:
        self.reading_changed.emit(self.reader.is_running)
        self._keep_account(reports)
        self._note_unread()
        self._session.tell_added(*self._before)
        self._note_before()
        self.account_changed.emit()
        told = summary(reports)
        if told:
            self._session.notice(told, is_warning=any(one.outcome is Outcome.REFUSED for one in reports))
        removed = [id_ for report in reports for id_ in report.removed]
        if removed:
            self.removed_met.emit(removed)

    def _keep_account(self, reports: Sequence[Report]) -> None:
        if not self._session.library.is_read_only:
            account.keep(self._session.library, reports)

    def _break_off(self) -> None:
        """Stop reading into a library that is about to be closed; opened again, it goes on."""
        if not self.reader.is_running:
            return
        self._keep_account(self.reader.reports)
        self._note_unread()
        self.reader.stop()
        self.reading_changed.emit(False)

    def _note_unread(self) -> None:
        """Leave in the library what is still to be read, also for the case that the program is ended."""
        left = [str(path.absolute()) for path in self.reader.left]
        self._session.library.set_state(_UNREAD, json.dumps(left))

    def _unread(self, target: opening.Target) -> list[Path]:
        """Give what was still to be read when the library was closed; all samples, wherever they lie now."""
        try:
            left = [Path(one) for one in json.loads(self._session.library.state(_UNREAD) or "[]")]
        except (ValueError, TypeError):
            return []
        return list(target.articles) if left and target.source is opening.Source.SAMPLES else left

    def _note_before(self) -> None:
        """Remember what there is, so that what comes can be told from it."""
        self._before = dict(self._session.events), set(self._session.articles)

    def _remember(self, path: Path) -> None:
        self._taste.last_library = str(path)
        recent = [str(path), *(one for one in self._taste.recent if one != str(path))]
        self._taste.recent = recent[: settings.MOST_RECENT]

    def recent(self) -> list[Path]:
        """Give the libraries that were open last and are still there, the last first; without the samples."""
        return [path for path in map(Path, self._taste.recent) if path.is_file()]

    def _warn(self, sentence: str) -> None:
        self._session.notice(sentence, is_warning=True)


def summary(reports: Sequence[Report]) -> str:
    """Say in one sentence how reading went, naming the file and reason where one was refused."""
    of = {outcome: [one for one in reports if one.outcome is outcome] for outcome in Outcome}
    refused, partly = of[Outcome.REFUSED], of[Outcome.PARTLY]
    read, already = len(of[Outcome.READ]) + len(partly), len(of[Outcome.ALREADY])
    parts = []
    if read:
        parts.append(f"{words.count(read, 'file')} read")
    if already and (refused or read):
        parts.append(f"{already:,} already there")
    elif already:
        parts.append(f"{words.count(already, 'file')} already there: nothing new")
    if removed := sum(len(one.removed) for one in reports):
        verb = "was" if removed == 1 else "were"
        parts.append(f"{words.count(removed, 'article')} {verb} taken out of this library before")
    if len(refused) == 1:
        parts.append(f"refused: {refused[0].name}: {refused[0].reason}" if read or already else str(refused[0]))
    elif refused:
        parts.append(f"{len(refused):,} refused, first {refused[0].name}: {refused[0].reason}")
    if partly:
        parts.append(f"{len(partly):,} only partly, first {partly[0].name}: {partly[0].reason}")
    sentence = " · ".join(parts)
    return sentence if not sentence or sentence.endswith(".") else f"{sentence}."
