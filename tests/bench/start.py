"""From start to first paint, as processes, against the least window that Qt can show."""

import os
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence

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


def compare(
    ours: Sequence[str],
    extra: Mapping[str, str] | None = None,
    bare: Sequence[str] = (sys.executable, "-c", BARE),
    *,
    runs: int = 7,
) -> dict[str, float]:
    """Run two commands in turn; give the least CPU seconds of each, whole process, and their ratio.

    `extra` are variables of the environment of ours.
    """
    ours_s, bare_s = [], []
    for _ in range(runs):
        bare_s.append(cpu_s(bare))
        ours_s.append(cpu_s(ours, extra))
    return {"cpu_s": min(ours_s), "bare_cpu_s": min(bare_s), "ratio": round(min(ours_s) / min(bare_s), 3)}


def cpu_s(command: Sequence[str], extra: Mapping[str, str] | None = None) -> float:
    """Run a command to its end and give the CPU time that it and its children took."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **(extra or {})}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, env=environment, capture_output=True, timeout=120)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 4)
