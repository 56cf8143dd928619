"""A verdict by its key in the real window: how long until the next event of the queue stands there."""

import random
import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.library import Library
from explorer.model.article import Article, DateSource
from explorer.model.edtf import parse
from explorer.model.mention import Mention, MentionDate, Party, Span, mention_id
from explorer.ui.app import Program
from explorer.ui.window import Window

COUNT = 5_000
_PER_ARTICLE = 25
_STEPS = 30
_SETTLING_S = 0.6
_NAMES = [
    f"{a}{b}" for a in "Kes Bor Del Fal Gri Hal Ist Lum".split() for b in "trel ealis phin kner aldi".split()
]
_DEEDS = {"ban": "was banned", "launch": "launched a service", "settlement": "paid a fine", "legal": "was sued"}
_MONTHS = "January February March April May June July August September October November December".split()


class Watch(QObject):
    """Stands in for the hooks of the process."""

    failed = Signal(str)
    log = Path("log.txt")


def measure(count: int = COUNT) -> dict[str, float]:
    """Give the milliseconds of a step: a verdict, what follows from it, and the next event painted.

    The CPU time is that of the process, which a busy machine does not lengthen.
    """
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.timeline"
        _write(path, count)
        window = Window()
        program = Program(app, window, Watch())  # type: ignore[arg-type]
        window.resize(1600, 1000)
        window.show()
        program.load([path])
        end = time.monotonic() + _SETTLING_S
        while time.monotonic() < end:
            app.processEvents()
        program.deeds.actions["review"].trigger()
        app.processEvents()
        steps = [_step(app, window, Qt.Key.Key_R if at % 5 == 4 else Qt.Key.Key_A) for at in range(_STEPS)]
        window.close()
    cpu, wall = ([step[which] for step in steps] for which in (0, 1))
    return {
        "events": count,
        "cpu_ms_median": round(statistics.median(cpu), 1),
        "cpu_ms_worst": round(max(cpu), 1),
        "wall_ms_median": round(statistics.median(wall), 1),
    }


def _step(app: QApplication, window: Window, key: Qt.Key) -> tuple[float, float]:
    cpu, wall = time.process_time(), time.perf_counter()
    QTest.keyClick(window, key)
    app.processEvents()
    return (time.process_time() - cpu) * 1e3, (time.perf_counter() - wall) * 1e3


def _write(path: Path, count: int) -> None:
    chance = random.Random(3)
    with Library.create(path) as library:
        for number in range(count // _PER_ARTICLE):
            sentences = [_sentence(chance) for _ in range(_PER_ARTICLE)]
            article = Article(
                f"a{number}",
                f"a{number}",
                " ".join(told for told, *_ in sentences),
                title=f"Article {number}",
                language="en",
                published="2025-01-01",
                published_source=DateSource.GIVEN,
            )
            at, mentions = 0, []
            for told, words, edtf, kind, name in sentences:
                mentions.append(_mention(article.id, at, told, words, edtf, kind, name, chance.uniform(0.5, 1)))
                at += len(told) + 1
            library.add(article, mentions)


def _sentence(chance: random.Random) -> tuple[str, str, str, str, str]:
    name, kind = chance.choice(_NAMES), chance.choice(list(_DEEDS))
    year, month, day = chance.randrange(1990, 2025), chance.randrange(1, 13), chance.randrange(1, 28)
    words = f"{day} {_MONTHS[month - 1]} {year}"
    return f"{name} {_DEEDS[kind]} on {words}.", words, f"{year}-{month:02}-{day:02}", kind, name


def _mention(
    article: str, at: int, told: str, words: str, edtf: str, kind: str, name: str, sure: float
) -> Mention:
    span, start = Span(at, at + len(told)), at + told.index(words)
    date = MentionDate(parse(edtf), words, Span(start, start + len(words)), why=("written in full",))
    return Mention(
        mention_id(article, span, date.span),
        article,
        span,
        told,
        told[:40],
        kind,
        dates=(date,),
        parties=(Party(name),),
        confidence=sure,
        why=(f"{kind}: “{_DEEDS[kind]}”",),
    )
