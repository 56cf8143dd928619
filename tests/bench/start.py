"""Whole processes beside the least window that Qt can show: until something is painted, and what they hold."""

import compileall
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

import explorer
from explorer import resources
from explorer.ingest import ingest
from explorer.library import Library

BARE = (
    "from PySide6.QtWidgets import QApplication, QWidget\n"
    "app = QApplication([])\n"
    "class Bare(QWidget):\n"
    "    def paintEvent(self, event):\n"
    "        app.quit()\n"
    "window = Bare()\n"
    "window.resize(1600, 900)\n"
    "window.show()\n"
    "app.exec()\n"
)

SHELL = "from explorer.ui import app; app.run()"
SHELL_ONLY = {"TIMELINE_EXPLORER_EXIT_AFTER_FIRST_PAINT": "1"}
# The program on a library, left as soon as the timeline has painted marks.
DRAWN = (
    "import sys\n"
    "from explorer.ui import app\n"
    "load = app.Program.load\n"
    "def load_and_watch(self, asked=(), samples=False):\n"
    "    load(self, asked, samples)\n"
    "    view = self.workspace.timeline\n"
    "    paint = view.paint_scene\n"
    "    def painted(painter):\n"
    "        paint(painter)\n"
    "        if len(view.current_scene().marks):\n"
    "            self._app.quit()\n"
    "    view.paint_scene = painted\n"
    "app.Program.load = load_and_watch\n"
    "app.run(sys.argv[1:])\n"
)
# The program on an empty library; with a number, so many events are walked through in its timeline. It prints
# what it holds.
HELD = (
    "import sys\n"
    "from PySide6.QtWidgets import QApplication\n"
    "from explorer.ui import app\n"
    "from explorer.ui.window import Window\n"
    "from tests.bench import data\n"
    "from tests.bench.reviewing import Watch\n"
    "qt = QApplication([])\n"
    "window = Window()\n"
    "program = app.Program(qt, window, Watch())\n"
    "window.resize(1600, 900)\n"
    "window.show()\n"
    "program.load()\n"
    "qt.processEvents()\n"
    "if len(sys.argv) > 1:\n"
    "    session, view = program.session, program.workspace.timeline\n"
    "    session._held.table = data.table(int(sys.argv[1]), holds_titles='titles' in sys.argv)\n"
    "    session.mask = session.table.is_dated\n"
    "    session.show_range(data.FIRST_S, data.LAST_S)\n"
    "    session.lanes_changed.emit()\n"
    "    for span in data.path():\n"
    "        view.motion.move_by_hand(*span)\n"
    "        view.grab()\n"
    "with open('/proc/self/status') as told:\n"
    "    print(next(line.split()[1] for line in told if line.startswith('VmRSS')))\n"
    "sys.stdout.flush()\n"
    "import os\n"
    "os._exit(0)\n"
)
_ROUNDS = 3
_RUNS = 7


def measure() -> dict[str, float]:
    """Give the CPU of first paint and of the samples drawn over that of the least window, and memory.

    The program is compiled as set-up leaves it, also where Python is told not to write what it compiles.
    """
    compileall.compile_dir(Path(explorer.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "samples.timeline"
        with Library.create(library) as made:
            for _ in ingest(made, [resources.samples()]):
                pass
        home = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), folder)
        bare, painted, drawn = [], [], []
        for _ in range(_RUNS):  # the least of each: what else the machine does only adds
            bare.append(cpu_s((sys.executable, "-c", BARE)))
            painted.append(cpu_s((sys.executable, "-c", SHELL), {**home, **SHELL_ONLY}))
            drawn.append(cpu_s((sys.executable, "-c", DRAWN, str(library)), home))
        empty, full, titled = [], [], []
        for _ in range(_ROUNDS):
            empty.append(_held((sys.executable, "-c", HELD), home))
            full.append(_held((sys.executable, "-c", HELD, "1000000"), home))
            titled.append(_held((sys.executable, "-c", HELD, "1000000", "titles"), home))
    return {
        "first_paint_over_bare": round(min(painted) / min(bare), 3),
        "timeline_drawn_over_bare": round(min(drawn) / min(bare), 3),
        "bare_cpu_s": min(bare),
        "rss_over_empty_1m": round(median(full) / median(empty), 3),
        "rss_with_titles_over_empty_1m": round(median(titled) / median(empty), 3),
        "rss_empty_mb": round(median(empty) / 1024, 1),
        "rss_mb_1m": round(median(full) / 1024, 1),
    }


def _held(command: Sequence[str], extra: Mapping[str, str]) -> float:
    """Run a command that prints its memory in kilobytes."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **extra}
    done = subprocess.run(command, check=True, env=environment, capture_output=True, timeout=300)
    return float(done.stdout.split()[-1])


def cpu_s(command: Sequence[str], extra: Mapping[str, str] | None = None) -> float:
    """Run a command to its end and give the CPU time that it and its children took."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **(extra or {})}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, env=environment, capture_output=True, timeout=120)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 4)
