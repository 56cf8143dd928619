"""A start does without what only costs time, and the collector is held back no longer than it lasts."""

import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator

import pytest

from explorer.ui import quick

SOURCES = """
import linecache
import explorer.ui
import explorer.timeline.layout
print([name for name in linecache.cache if name.endswith(("layout.py", "numpy/__init__.py"))])
"""
LOADED = """
import sys
from explorer.ui import app, deeds, filter_bar, keeper, offer, searching, session, workspace
print([name for name in sys.modules if name in (
    "explorer.dates.finder", "explorer.extract.pipeline", "explorer.reading.formats", "explorer.ingest",
    "explorer.extract.records", "explorer.ui.dialogs.everywhere", "explorer.ui.dialogs.about",
    "explorer.ui.dialogs.names", "explorer.ui.motion", "pydantic", "statistics", "html",
)])
"""
MEMORY = """
from explorer.ui import quick
quick.give_memory_back()
import numpy as np
def held():
    with open("/proc/self/status") as told:
        return next(int(line.split()[1]) for line in told if line.startswith("VmRSS")) // 1024
before, pins = held(), []
for _ in range(3):
    arrays = []
    for _ in range(20):
        arrays.append(np.ones(1 << 20))
        pins.append(np.ones(2_000))
    del arrays
print(held() - before)
"""


def told(code: str) -> str:
    """Run code in a Python of its own and give what it prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.strip()


@pytest.fixture
def collector() -> Iterator[None]:
    """Leave the collector as it was found."""
    yield
    quick.let_go()


def test_no_source_is_read_for_an_import() -> None:
    assert told(SOURCES) == "[]"


def test_a_window_that_only_shows_loads_nothing_that_reads() -> None:
    assert told(LOADED) == "[]"


@pytest.mark.usefixtures("collector")
def test_the_collector_is_held_until_what_lasts_is_there() -> None:
    quick.hold_collector()
    assert not gc.isenabled()
    quick.spare_what_lasts()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


@pytest.mark.usefixtures("collector")
def test_what_became_garbage_since_the_first_time_is_collected() -> None:
    class Ring:
        """Holds itself, so that only the collector can end it."""

        def __init__(self) -> None:
            self.itself = self

    ring = weakref.ref(Ring())
    quick.spare_what_lasts()
    quick.spare_what_lasts()
    assert ring() is None


@pytest.mark.usefixtures("collector")
def test_the_end_looks_for_no_garbage() -> None:
    quick.end()
    assert gc.get_freeze_count() > 0


@pytest.mark.skipif(sys.platform != "linux", reason="malloc is asked on Linux only")
def test_large_arrays_go_back_to_the_system() -> None:
    assert int(told(MEMORY)) < 30
