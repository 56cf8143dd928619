"""Reading articles again with a newer engine: in worker processes, looked at before anything is taken over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from explorer import chronology
from explorer.extract import ENGINE
from explorer.library import Library
from explorer.model.article import Article
from explorer.model.decision import Decision, Guidance
from explorer.ui.session import Session
from explorer.ui.threads import Waiting, let_end, wait_for_ends

if TYPE_CHECKING:
    from explorer.extract import Extraction
    from explorer.ingest import Guided


@dataclass(frozen=True, slots=True)
class Readings:
    """What articles give that were read again, by article id; `failed` says why some could not be."""

    found: "Mapping[str, Extraction]" = field(default_factory=dict)
    failed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What would change if readings were taken over: dates that move, and decisions that lose their words."""

    articles: int
    moves: Sequence[chronology.Move]
    lost: Sequence[Decision]


def outdated(session: Session) -> list[str]:
    """Name the articles of a session that an older engine has read."""
    engines = session.library.engines()
    return [id_ for id_ in session.articles if engines.get(id_, ENGINE) < ENGINE]


def backup_path(library: Library) -> Path | None:
    """Say where a library is kept as it is before its articles are read again; None in memory."""
    if library.path is None:
        return None
    oldest = min(library.engines().values(), default=0)
    return library.path.with_name(f"{library.path.stem}.engine-{oldest}{library.path.suffix}")


def take_over(session: Session, readings: Readings) -> None:
    """Put readings in place, after a copy of the library was kept.

    Raises `ExplorerError` where the copy or the library cannot be written.
    """
    backup = backup_path(session.library)
    if backup is not None:
        session.library.copy_to(backup)
    session.replace_readings(readings.found)


def outlook(session: Session, readings: Readings) -> Outlook:
    """Compare readings with what the library holds; nothing is changed."""
    everything = session.library.mentions()
    old = [mention for mention in everything if mention.article in readings.found]
    new = [mention for one in readings.found.values() for mention in one.mentions]
    rest = [mention for mention in everything if mention.article not in readings.found]
    before = {decision.id for decision in chronology.lost(session.decisions, everything)}
    after = chronology.lost(session.decisions, [*rest, *new])
    return Outlook(
        len(readings.found),
        chronology.moves(old, new, list(session.events.values())),
        [decision for decision in after if decision.id not in before],
    )


class _Rereading(Waiting):
    """Waits for the workers, and hands over article by article."""

    read = Signal(object, object, object)  # itself, Article, Extraction or Failure

    def __init__(self, articles: "Sequence[Guided]") -> None:
        super().__init__()
        self._articles = articles

    def work(self) -> None:
        from explorer import ingest

        for article, result in ingest.reread_all(self._articles, is_stopped=self.is_stopped):
            self.read.emit(self, article, result)


class Again(QObject):
    """Reads the articles of a session again that an older engine has read."""

    progressed = Signal(int, int)  # done, total
    ready = Signal(object)  # Readings
    ended = Signal()  # stopped, or ready

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._thread: _Rereading | None = None
        self._found: dict[str, Extraction] = {}
        self._failed: dict[str, str] = {}
        self._total = 0
        session.library_changed.connect(self.stop)

    @property
    def is_running(self) -> bool:
        """Tell whether articles are being read."""
        return self._thread is not None

    def start(self) -> None:
        """Read what an older engine has read; `ready` tells the readings, nothing is stored."""
        guidance = chronology.guidance(self._session.decisions)
        waiting = [
            (self._session.articles[id_], guidance.get(id_, Guidance())) for id_ in outdated(self._session)
        ]
        if self._thread is not None or not waiting:
            return
        self._found, self._failed, self._total = {}, {}, len(waiting)
        self._thread = _Rereading(waiting)
        self._thread.read.connect(self._take)
        self._thread.ended.connect(self._finish)
        self.progressed.emit(0, self._total)
        self._thread.start()

    def stop(self) -> None:
        """Forget what was read, at once."""
        thread, self._thread = self._thread, None
        if thread is not None:
            let_end(thread)
            self.ended.emit()

    def close(self) -> None:
        """Stop, and wait for the workers to end."""
        self.stop()
        wait_for_ends()

    def _take(self, thread: _Rereading, article: Article, result: object) -> None:
        if thread is not self._thread:
            return
        from explorer.extract import Extraction

        if isinstance(result, Extraction):
            self._found[article.id] = result
        else:
            self._failed[article.id] = str(getattr(result, "reason", result))
        self.progressed.emit(len(self._found) + len(self._failed), self._total)

    def _finish(self, thread: _Rereading) -> None:
        if thread is not self._thread:
            return
        self._thread = None
        let_end(thread)
        self.ended.emit()
        self.ready.emit(Readings(self._found, self._failed))
