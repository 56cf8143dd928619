"""Reading beside the window: stopped at any time, and what was on its way then is stored nowhere."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.library import Library
from explorer.model.progress import Outcome
from explorer.ui import threads
from explorer.ui.jobs import Reader

READING_MS = 60_000
SENTENCE = "On 4 May 2019 Norway banned Acme, and in June 2019 Acme paid a fine of $5 million.\n\n"


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[Reader]:
    made = Reader()
    yield made
    made.close()


def file(folder: Path, name: str, text: str = SENTENCE) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_what_is_read_next_goes_into_its_own_library_only(reader: Reader, tmp_path: Path, qtbot: QtBot) -> None:
    left, gone_on = Library.create(tmp_path / "left.timeline"), Library.create(tmp_path / "on.timeline")
    with left, gone_on:
        reader.read(left, [file(tmp_path, "left.txt")])
        reader.stop()
        with qtbot.waitSignal(reader.finished, timeout=READING_MS) as finished:
            reader.read(gone_on, [file(tmp_path, "on.txt")])
        assert [Path(report.name).name for report in finished.args[0]] == ["on.txt"]
        assert [article.name for article in gone_on.articles()] == ["on"]
        assert left.articles() == []


def test_a_word_of_a_stopped_thread_is_not_taken_for_one_of_the_next(reader: Reader, tmp_path: Path) -> None:
    with Library.create(tmp_path / "one.timeline") as library:
        told: list[object] = []
        reader.finished.connect(told.append)
        reader.failed.connect(told.append)
        reader.read(library, [file(tmp_path, "one.txt")])
        before = reader._thread
        reader.stop()
        reader.read(library, [file(tmp_path, "two.txt")])
        assert before is not None
        before.failed.emit(before, "It is over.")
        before.ended.emit(before)
        assert told == []
        assert reader.is_running
        reader.close()


def test_a_long_file_holds_up_neither_a_stop_nor_the_end(reader: Reader, tmp_path: Path, qtbot: QtBot) -> None:
    with Library.create(tmp_path / "long.timeline") as library:
        reader.read(library, [file(tmp_path, "long.txt", SENTENCE * 40_000)])
        qtbot.wait(200)
        begun = time.monotonic()
        reader.stop()
        assert time.monotonic() - begun < 0.5
        reader.close()
        assert time.monotonic() - begun < 4
        assert not threads._ending


def test_cancelling_accounts_for_what_was_not_read(reader: Reader, tmp_path: Path, qtbot: QtBot) -> None:
    with Library.create(tmp_path / "long.timeline") as library:
        reader.read(library, [file(tmp_path, "long.txt", SENTENCE * 40_000)])
        with qtbot.waitSignal(reader.finished, timeout=READING_MS) as finished:
            reader.cancel()
        ((report,),) = finished.args
        assert (Path(report.name).name, report.outcome) == ("long.txt", Outcome.REFUSED)
        assert "stopped" in report.reason
        assert not reader.is_running
