"""Libraries read once, a hand on the window, and a picture of it where a scenario fails."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer import resources
from explorer.ingest import ingest
from explorer.library import Library
from explorer.model.progress import Outcome
from tests.e2e.driver import FIRST_SIZE, Driver

FAILURES = Path(__file__).resolve().parents[2] / "build" / "e2e"

PAPERS = {
    "harbour-post.txt": (
        "Regulator fines ferry operator\n\nThe Harbour Post, 12 March 2021\n\n"
        "The Maritime Authority of Norway fined Kestrel Ferries 4.5 million euros on 10 March 2021 for sailing"
        " with faulty lifeboats, the authority said.\n\n"
        "Kestrel Ferries was founded in 1987. In the summer of 2019 it carried 1.2 million passengers. In early"
        " 2020 it laid up two ships.\n\n"
        "Last week the company appointed Ingrid Dahl as chief executive. She plans to open a route to Denmark"
        " in 2022.\n"
    ),
    "coast-daily.txt": (
        "Kestrel pays for lifeboats\n\nCoast Daily, 15 March 2021\n\n"
        "The Maritime Authority of Norway fined Kestrel Ferries 4.5 million euros on 10 March 2021. The"
        " lifeboats of three ships were out of order.\n\n"
        "The operator plans to buy its rival Osprey Lines by the end of 2021.\n"
    ),
    "nordic-week.txt": (
        "A hard spring for ferries\n\nNordic Week, 3 May 2021\n\n"
        "On 10 March 2021 the Maritime Authority of Norway fined Kestrel Ferries 6 million euros. On Monday the"
        " company denied that it would sell ships.\n\n"
        "Norway banned the ships of Kestrel Ferries on 20 March 2021. A court lifted the ban on 2 April 2021.\n"
    ),
}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Take a picture of every window when a scenario fails, and say where it lies."""
    report = yield
    if report.when == "call" and report.failed:
        FAILURES.mkdir(parents=True, exist_ok=True)
        for number, window in enumerate(w for w in QApplication.topLevelWidgets() if w.isVisible()):
            path = FAILURES / f"{item.name}-{number}.png"
            if window.grab().save(str(path)):
                report.sections.append(("picture", str(path)))
    return report


def write_papers(folder: Path, *names: str) -> list[Path]:
    """Write papers as files; all of them unless some are named."""
    for name in names or PAPERS:
        (folder / name).write_text(PAPERS[name], "utf-8")
    return [folder / name for name in names or PAPERS]


def read_into(file: Path, paths: Sequence[Path]) -> Path:
    """Read articles into a new library; all of them must be readable."""
    with Library.create(file) as library:
        reports = [step.report for step in ingest(library, paths, workers=0)]
    assert [report.outcome for report in reports if report] == [Outcome.READ] * len(paths)
    return file


@pytest.fixture(scope="session")
def ferries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the three papers, read once."""
    folder = tmp_path_factory.mktemp("ferries")
    return read_into(folder / "ferries.timeline", write_papers(folder))


@pytest.fixture(scope="module")
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the samples that a module names in `ARTICLES`, read once for all of it."""
    paths = [resources.samples() / name for name in request.module.ARTICLES]
    return read_into(tmp_path_factory.mktemp("made") / "samples.timeline", paths)


@pytest.fixture
def library(made: Path, tmp_path: Path) -> Path:
    """A copy of the samples to work in."""
    return Path(shutil.copy(made, tmp_path / "mine.timeline"))


@pytest.fixture
def drive(request: pytest.FixtureRequest, qtbot: QtBot, library: Path) -> Iterator[Driver]:
    """The window on the samples of a module, as large as its `SIZE` if it names one."""
    yield from _driven(Driver(qtbot, getattr(request.module, "SIZE", FIRST_SIZE)), library)


@pytest.fixture
def sail(qtbot: QtBot, ferries: Path, tmp_path: Path) -> Iterator[Driver]:
    """The window on a copy of the three papers."""
    yield from _driven(Driver(qtbot), Path(shutil.copy(ferries, tmp_path / "mine.timeline")))


@pytest.fixture
def sailing(sail: Driver) -> Driver:
    """The window with an event selected that several sources state."""
    sail.session.select([sail.event("fined Kestrel Ferries 6 million").id])
    sail.settle()
    return sail


@pytest.fixture
def drive_empty(qtbot: QtBot, tmp_path: Path) -> Iterator[Driver]:
    """The window on a library without articles."""
    Library.create(tmp_path / "empty.timeline").close()
    yield from _driven(Driver(qtbot), tmp_path / "empty.timeline")


def _driven(driver: Driver, file: Path) -> Iterator[Driver]:
    driver.open(file, reads=False)
    driver.window.activateWindow()
    driver.settle()
    yield driver
    driver.close()
